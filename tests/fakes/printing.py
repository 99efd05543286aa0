"""A print queue with printers and badges as a scene wants them, and no paper: services/printing/values.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.badges.marks import Area, Composition, Glyphs
from kiosk.badges.renderer import LayoutLine
from kiosk.devices.printers.port import Handover
from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import BEIJING, Words
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, PrintState
from kiosk.services.printing.values import JobLine, PrinterLine, PrintStanding, Stage, Whereabouts

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
LAYOUTS = (
    LayoutLine("a6", Words("A6 挂卡", "A6 card"), Media(105, 148), mono=False),
    LayoutLine("a7", Words("A7 挂卡", "A7 card"), Media(74, 105), mono=False),
    LayoutLine("card", Words("证卡 86×54", "Card 86×54"), Media(85.6, 54), mono=False),
    LayoutLine("label_4x3", Words("标签 4×3 英寸", "Label 4×3 in"), Media(101.6, 76.2), mono=True),
    LayoutLine("tape_62", Words("标签带 62", "Tape 62"), Media(62, 0), mono=True),
)
LINES_MOST = 40
"""Of a list no more are shown, as the real queue does."""
MISSING = "\U00030edd"
"""The character that the fake's fonts lack."""


def in_trouble(
    line: PrinterLine, trouble: Trouble | None, *, minutes: int = 3, warning: Trouble | None = None
) -> PrinterLine:
    """The printer with a trouble for so many minutes."""
    since = NOW - timedelta(minutes=minutes) if trouble is not None else None
    return replace(line, trouble=trouble, since=since, warning=warning)


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

    def queue(self, waiting: int = 0, unknown: int = 0, failed: int = 0) -> None:
        """So many badges wait, are asked about, or did not come out."""
        troubles = (Trouble.DISK_FULL, Trouble.NOT_DRAWN, Trouble.NOT_COME_OUT)
        states = (PrintState.SENT, PrintState.RENDERED)
        asked = (Trouble.SILENT, Trouble.INTERRUPTED)
        self.waiting = tuple(
            _line(at, states[at] if at < len(states) else PrintState.REQUESTED) for at in range(waiting)
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
        self.unknown = tuple(each for each in self.unknown if each.job != job)
        if came_out or not asked:
            return None
        again = replace(asked[0], job=job + 1000, state=PrintState.REQUESTED, trouble=None)
        self.waiting = (*self.waiting, again)
        return again.job

    def cancel(self, job: int, staff: str) -> bool:
        self.calls.note("cancel", job, staff)
        if any(each.job == job and each.state is PrintState.SENT for each in self.waiting):
            return False
        self.waiting = tuple(each for each in self.waiting if each.job != job)
        self.failed = tuple(each for each in self.failed if each.job != job)
        return True

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
        return LAYOUTS

    def missing(self, name: str) -> str:
        return "".join(each for each in dict.fromkeys(name) if each == MISSING)

    def preview(self, layout: str, name: str, badge_type: BadgeType) -> Composition:
        self.calls.note("preview", layout, name, badge_type)
        line = next(each for each in LAYOUTS if each.id == layout)
        width = line.media.width_mm
        height = line.media.height_mm or 40.0
        band = Area(0, 0, width, height / 4, fill="#000000" if line.mono else "#AFDDFB")
        ink = "#FFFFFF" if line.mono else "#17191C"
        said = Glyphs(TYPE_WORDS[badge_type].zh, 4, height / 6, height / 10, 700, ink)
        shown = name or _SAMPLES[badge_type]
        size = min(height / 4, (width - 8) / max(1, len(shown)))
        return Composition(
            width,
            height,
            300,
            (band, said),
            (Glyphs(shown, 4, height * 0.6, size, 700, "#17191C", whole=shown),),
            f"{layout} {badge_type}",
            line.mono,
        )


_SAMPLES = {each: "林示远" if each is not BadgeType.SCHOOL else "阿卜杜热合曼·艾尔肯" for each in BadgeType}


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
