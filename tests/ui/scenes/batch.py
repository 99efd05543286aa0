"""Scenes of many at once: choosing, printing, a question, a stop, an interrupted batch, the end."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.devices.printers.port import Handover
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from tests.fakes import batch as fakes
from tests.ui.scenes.staff import broken, loading, sign_in
from tests.ui.stage import Stage

Scene = Callable[[Stage], None]


def batch(
    *steps: str,
    printers: tuple[fakes.PrinterChoice, ...] = (fakes.OFFICE, fakes.FOLDER),
    interrupted: bool = False,
    rare: bool = False,
    answers: tuple[Handover, ...] = (),
    hold: str = "",
) -> Scene:
    """The view of many at once; then calls of BatchModel, in order (choose:desk:B), each to its rest.

    `hold`: from the first step on, the call of that name does not answer.
    """

    def scene(stage: Stage) -> None:
        fake, model = stage.kiosk.batches, stage.models.staff.batch
        stage.rest()
        model._driver._again.stop()  # what another scene left on its way
        model._driver.forget()
        fake.restore()
        fake.printers, fake.answers = printers, list(answers)
        fake.left_out = (fakes.RARE,) if rare else ()
        fake.book.line = fakes.LINE if interrupted else None
        sign_in(stage)
        stage.models.staff.open("batch")
        stage.rest()
        if hold:
            stage.kiosk.hold(hold)
        for step in steps:
            call, _, value = step.partition(":")
            getattr(model, call)(*([value] if value else []))
            stage.rest()

    return scene


SENT = Handover(PrintState.SENT, reference="17")
EMPTY = Handover(PrintState.FAILED, Trouble.PAPER_OUT)
UNKNOWN = Handover(PrintState.UNKNOWN, Trouble.SILENT)
DONE = Handover(PrintState.CONFIRMED)

SCENES: dict[str, Scene] = {
    "batch": batch(),
    "batch loading": loading("open_batch", "batch"),
    "batch failed": broken("open_batch", "batch"),
    "batch whom": batch("open_section:whom", "choose:whom:DELEGATION"),
    "batch paper": batch("open_section:paper", "choose:back:plain"),
    "batch place": batch("open_section:place", "choose:desk:B", "choose:row:50"),
    "batch no printer": batch(printers=()),
    "batch rare": batch(rare=True),
    "batch waiting": batch("start", answers=(DONE, SENT), hold="batch_follow"),
    "batch asked": batch("start", answers=(DONE, UNKNOWN)),
    "batch stopped": batch("start", answers=(DONE, EMPTY)),
    "batch giving up": batch("start", "ask_end", answers=(DONE, EMPTY)),
    "batch interrupted": batch(interrupted=True),
    "batch whole": batch("start"),
}
