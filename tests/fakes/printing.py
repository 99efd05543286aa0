"""A print queue with printers and badges as a scene wants them, and no paper: services/printing/values.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.badges.face import BadgeFace
from kiosk.badges.marks import Composition
from kiosk.badges.renderer import LayoutLine, Renderer
from kiosk.devices.printers.port import Handover
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import BEIJING
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.domain.words import Words
from kiosk.services.printing.samples import sample_face
from kiosk.services.printing.values import (
    JobLine,
    PrinterLine,
    PrintPlace,
    PrintStanding,
    Stage,
    Whereabouts,
)

NOW = datetime(2026, 11, 28, 9, 24, tzinfo=BEIJING)
RIGHT, LEFT = (
    Words("右手边的出卡口", "the slot on your right"),
    Words("左手边的出卡口", "the slot on your left"),
)
DESK = Words("4 号服务台", "desk 4")
WHOS = ("张＊雨", "李＊", "王＊萱", "欧＊＊修", "")
TOKEN = ("F1" + "AZ2QB7XK" * 19)[:150]
"""A badge's code, as the last resort shows it."""

PRINTERS = (
    PrinterLine(
        "right", Words("右手标签机", "Right label printer"), RIGHT, "tape_62", labels_left=142, first=True
    ),
    PrinterLine("left", Words("左手标签机", "Left label printer"), LEFT, "tape_62", labels_left=17),
    PrinterLine("desk", Words("服务台激光打印机", "Desk laser printer"), DESK, "a6"),
    PrinterLine("cards", Words("证卡打印机（备用）", "Card printer (spare)"), DESK, "card"),
)
RESOURCES = Path(__file__).parents[2] / "resources"
RENDERER = Renderer(RESOURCES / "fonts", RESOURCES / "badge_layouts")
"""The real one: how badges look is not for a fake to say."""
NAMES = {
    "a6": Words("A6 胸卡", "A6 badge"),
    "a7": Words("A7 胸卡", "A7 badge"),
    "card": Words("86×54 卡片", "86x54 card"),
    "label_4x3": Words("4×3 英寸标签", "4x3 inch label"),
    "tape_62": Words("62 毫米连续标签", "62 mm tape"),
}
NOBODY = BadgeFace(
    TOKEN,
    BadgeType.GUEST,
    "",
    "",
    "",
    fair_name="首都高校毕业生冬季双选会（示例）",
    fair_date="2026-11-28",
    lost=DESK.zh,
    sample=True,
)
LINES_MOST = 40
"""Of a list no more are shown, as the real queue does."""
MISSING = "\U0002a6a5"
"""A character that the fonts lack."""


def in_trouble(
    line: PrinterLine, trouble: Trouble | None, *, minutes: int = 3, warning: Trouble | None = None
) -> PrinterLine:
    """The printer with a trouble for so many minutes."""
    since = NOW - timedelta(minutes=minutes) if trouble is not None else None
    return replace(line, trouble=trouble, since=since, warning=warning)


FOUR_IN_TROUBLE = (in_trouble(PRINTERS[0], Trouble.PAPER_OUT), *PRINTERS[1:])


class FakePrintQueue:
    """Stands in for kiosk.services.printing.queue.PrintQueue."""

    def __init__(self, calls) -> None:
        self.calls = calls
        self.restore()

    def restore(self) -> None:
        """As at first: one printer, nothing waits, all is well."""
        self.printers: tuple[PrinterLine, ...] = PRINTERS[:1]
        self.waiting: tuple[JobLine, ...] = ()
        self.unknown: tuple[JobLine, ...] = ()
        self.failed: tuple[JobLine, ...] = ()
        self.at("printing")
        self.handover = Handover(PrintState.SENT)
        """What becomes of a test page."""
        self.others: tuple[PrintPlace, ...] = ()
        """Other kiosks at which can be printed."""

    def queue(self, waiting: int = 0, unknown: int = 0, failed: int = 0) -> None:
        """So many badges wait, are asked about, or did not come out."""
        troubles = (Trouble.DISK_FULL, Trouble.NOT_DRAWN, Trouble.NOT_COME_OUT)
        states = (PrintState.SENT, PrintState.RENDERED)
        asked = (Trouble.SILENT, Trouble.INTERRUPTED)
        held = self.printers[0].trouble if self.printers else None
        self.waiting = tuple(
            _line(at, states[at], held if at == 0 else None)
            if at < len(states)
            else _line(at, PrintState.REQUESTED)
            for at in range(waiting)
        )
        self.unknown = tuple(_line(400 + at, PrintState.UNKNOWN, asked[at % 2]) for at in range(unknown))
        self.failed = tuple(_line(500 + at, PrintState.FAILED, troubles[at % 3]) for at in range(failed))

    def at(
        self,
        stage: str,
        *,
        before: int = 0,
        place: Words | None = RIGHT,
        lies: Words | None = None,
        trouble: Trouble = Trouble.PAPER_OUT,
    ) -> None:
        """A visitor's badge is so far (a Stage)."""
        self.where = Whereabouts(
            Stage(stage),
            before,
            place,
            token=TOKEN if stage in ("held", "stopped") else "",
            lies=lies,
            trouble=trouble if stage == "held" else None,
        )

    # ---- what the window asks

    def standing(self) -> PrintStanding:
        self.calls.note("standing")
        return self.stands()

    def stands(self) -> PrintStanding:
        """The same for a scene, which is no service's caller."""
        lists = (self.waiting, self.unknown, self.failed)
        return PrintStanding(
            self.printers, *(each[:LINES_MOST] for each in lists), *(len(each) for each in lists)
        )

    def whereabouts(self, job: int) -> Whereabouts:
        self.calls.note("whereabouts", job)
        return self.where

    def answer(self, job: int, came_out: bool, staff: str) -> int | None:
        self.calls.note("answer", job, came_out, staff)
        asked = [each for each in self.unknown if each.job == job]
        self.waiting = tuple(each for each in self.waiting if not (each.job == job and each.recalled))
        self.unknown = tuple(each for each in self.unknown if each.job != job)
        if came_out or not asked:
            return None
        again = replace(asked[0], job=job + 1000, state=PrintState.REQUESTED, trouble=None)
        self.waiting = (*self.waiting, again)
        return again.job

    def cancel(self, job: int, staff: str) -> bool:
        self.calls.note("cancel", job, staff)
        if any(each.job == job and each.sent_to for each in self.waiting):
            self.waiting = tuple(
                replace(each, recalled=True) if each.job == job else each for each in self.waiting
            )
            return False
        if any(each.job == job and each.state is PrintState.SENT for each in self.waiting):
            return False
        self.waiting = tuple(each for each in self.waiting if each.job != job)
        self.failed = tuple(each for each in self.failed if each.job != job)
        return True

    def places(self) -> tuple[PrintPlace, ...]:
        self.calls.note("places")
        return self.others

    def print_first_on(self, printer_id: str) -> None:
        self.calls.note("print_first_on", printer_id)
        self.printers = tuple(replace(each, first=each.id == printer_id) for each in self.printers)

    def labels_loaded(self, printer_id: str, count: int) -> None:
        self.calls.note("labels_loaded", printer_id, count)
        self.printers = tuple(
            replace(each, labels_left=count) if each.id == printer_id else each for each in self.printers
        )

    def test_page(self, printer_id: str) -> Handover:
        self.calls.note("test_page", printer_id)
        return self.handover

    def layouts(self) -> tuple[LayoutLine, ...]:
        self.calls.note("layouts")
        return tuple(replace(each, name=NAMES[each.id]) for each in RENDERER.layouts())

    def missing(self, name: str) -> str:
        return RENDERER.missing(replace(NOBODY, name=name))

    def preview(self, layout: str, name: str, badge_type: BadgeType) -> Composition:
        self.calls.note("preview", layout, name, badge_type)
        return RENDERER.compose(sample_face(NOBODY, badge_type, name), layout)


def _line(at: int, state: PrintState, trouble: Trouble | None = None) -> JobLine:
    printer = PRINTERS[0].name if state is not PrintState.REQUESTED else Words("", "")
    return JobLine(
        job=7000 + at,
        attendee=11 + at % 400,
        who=WHOS[at % len(WHOS)],
        at=NOW - timedelta(seconds=40 * (at % 60 + 1)),
        state=state,
        printer=printer,
        trouble=trouble,
    )
