"""Scenes of many at once: choosing, printing, a question, a stop, an interrupted batch, the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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
    nobody: bool = False,
    rare: bool = False,
    answers: tuple[Handover, ...] = (),
    hold: str = "",
    elsewhere: bool = False,
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
        fake.hold.mine = not elsewhere
        if nobody:
            fake.counts = tuple(replace(each, waiting=0, held=40) for each in fakes.TYPES)
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
    "batch order": batch("open_section:order"),
    "batch paper": batch("open_section:paper", "choose:back:plain"),
    "batch labels": batch("open_section:paper", "choose:badge:card", "choose:sheet:a4_8_label_99x68"),
    "batch place": batch("open_section:place", "choose:desk:B", "choose:row:50"),
    "batch handed out": batch("open_section:place", "choose:desk:"),
    "batch printer": batch(
        "open_section:printer", printers=(replace(fakes.OFFICE, trouble=Trouble.PAPER_OUT), fakes.FOLDER)
    ),
    "batch no printer": batch(printers=()),
    "batch nobody": batch(nobody=True),
    "batch rare": batch(rare=True),
    "batch opening": batch("start", hold="lay_out"),
    "batch working": batch("start", hold="batch_draw"),
    "batch waiting": batch("start", answers=(DONE, SENT), hold="batch_follow"),
    "batch asked": batch("start", answers=(DONE, UNKNOWN)),
    "batch stopped": batch("start", answers=(DONE, EMPTY)),
    "batch giving up": batch("start", "ask_end", answers=(DONE, EMPTY)),
    "batch interrupted": batch(interrupted=True),
    "batch elsewhere": batch("start", elsewhere=True),
    "batch whole": batch("start"),
    "batch list": batch("start", "print_list"),
}
