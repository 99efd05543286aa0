"""A printer of sheets that a test commands, and batches for the window without a store."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from kiosk.devices.printers.port import Abilities, Handover, Look
from kiosk.domain import facts
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.batch import Back, Order
from kiosk.domain.fair import BEIJING
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Page, PrintState, Takes
from kiosk.domain.words import Words
from kiosk.services.printing.batch_values import (
    BatchDraft,
    BatchLine,
    BatchProgress,
    BatchState,
    BatchWish,
    GroupLine,
    PrinterChoice,
    SheetChoice,
    StepState,
    TypeChoice,
    Unprintable,
)
from kiosk.services.printing.batch_work import Handed


@dataclass
class SheetPrinter:
    """Keeps every page that it is given, and answers as it was told."""

    id: str = "office"
    answers: list[Handover] = field(default_factory=list)
    """To the next hand-overs, in order; then CONFIRMED."""
    followed: Handover | None = None
    found: Handover | None = None
    dies: bool = False
    """The kiosk is killed while the page is on its way: nothing of it is recorded."""
    pages: list[Page] = field(default_factory=list)
    takes: Takes = Takes.PDF
    media: Media | None = None
    trouble: Trouble | None = None

    def look(self) -> Look:
        return Look(self.trouble, abilities=Abilities(self.takes, 600, self.media, duplex=True))

    def send(self, page: Page) -> Handover:
        self.pages.append(page)
        if self.dies:
            self.dies = False
            raise KilledHere
        return self.answers.pop(0) if self.answers else Handover(PrintState.CONFIRMED)

    def follow(self, reference: str) -> Handover:
        return self.followed or Handover(PrintState.SENT, reference=reference)

    def find(self, job: int) -> Handover | None:
        return self.found

    def cancel(self, reference: str) -> Handover:
        return Handover(PrintState.UNKNOWN, reference=reference)

    def empty(self) -> int:
        return 0


class KilledHere(BaseException):
    """As kill -9: whoever prints gets no further."""


# ---- for the window

BATCH = 0x3F2A0000_00000001
TYPES = (
    TypeChoice(BadgeType.GRADUATE, 4812, 388),
    TypeChoice(BadgeType.EMPLOYER, 268, 9),
    TypeChoice(BadgeType.SCHOOL, 9, 0),
    TypeChoice(BadgeType.DELEGATION, 44, 0),
    TypeChoice(BadgeType.STAFF, 31, 2),
    TypeChoice(BadgeType.VOLUNTEER, 60, 0),
    TypeChoice(BadgeType.PRESS, 12, 0),
    TypeChoice(BadgeType.GUEST, 8, 0),
)
_A6, _A7 = Words("A6 胸卡", "A6 badge"), Words("A7 胸卡", "A7 badge")
_CARD, _LABEL = Words("86×54 卡片", "86x54 card"), Words("4×3 英寸标签", "4x3 inch label")
SHEETS = (
    SheetChoice("a3_8_a6", Words("A3 纸，8 张 A6", "A3, 8 of A6"), "a6", _A6, 8, duplex=True),
    SheetChoice(
        "sra3_8_a6",
        Words("SRA3 纸，8 张 A6，有裁切线", "SRA3, 8 of A6, crop marks"),
        "a6",
        _A6,
        8,
        duplex=True,
    ),
    SheetChoice("a4_4_a6", Words("A4 纸，4 张 A6", "A4, 4 of A6"), "a6", _A6, 4, duplex=True),
    SheetChoice("single_a6", Words("A6 卡，一张一页", "A6, one a page"), "a6", _A6, 1, duplex=True),
    SheetChoice("a4_8_a7", Words("A4 纸，8 张 A7", "A4, 8 of A7"), "a7", _A7, 8, duplex=True),
    SheetChoice("a4_10_card", Words("A4 纸，10 张 86×54", "A4, 10 of 86×54"), "card", _CARD, 10, duplex=True),
    SheetChoice(
        "a4_8_label_99x68",
        Words("A4 不干胶，8 枚 99.1×67.7", "A4 labels, 8 of 99.1×67.7"),
        "card",
        _CARD,
        8,
        duplex=False,
    ),
    SheetChoice(
        "a4_6_insert_4x3",
        Words("A4 胸卡芯，6 张 4×3 英寸", "A4 inserts, 6 of 4×3 inch"),
        "label_4x3",
        _LABEL,
        6,
        duplex=True,
    ),
)
OFFICE = PrinterChoice("office", Words("服务台激光打印机", "Desk laser printer"), duplex=True)
FOLDER = PrinterChoice("folder", Words("PDF 文件夹", "PDF folder"), duplex=True)
WISH = BatchWish((BadgeType.EMPLOYER, BadgeType.SCHOOL), Order.STALLS, "a4_4_a6", Back.NONE, "A", 20)
RARE = Unprintable(7, "示㐂", "北京某某科技有限公司", "㐂")
LINE = BatchLine(
    batch=BATCH,
    wish=WISH,
    sheet=SHEETS[2].name,
    at=datetime(2026, 11, 27, 21, 40, tzinfo=BEIJING),
    by="s1",
    state=BatchState.OPEN,
    printed=120,
    sheets=31,
    here=True,
)


@dataclass
class FakeWork:
    """Stands in for BatchWork: so many badges, four a sheet."""

    wish: BatchWish
    badges: int
    done: int = 0
    left_out: tuple[Unprintable, ...] = ()
    batch: int = BATCH

    def draft(self) -> BatchDraft:
        row = self.wish.row
        groups = (GroupLine(Words("A 国企专区", "A State-owned"), self.badges),)
        return BatchDraft(
            self.badges, -(-self.badges // 4), -(-self.badges // row) if row else 0, groups, self.left_out
        )


class FakeHold:
    """Stands in for Hold."""

    mine = True

    def take(self) -> bool:
        return self.mine

    def let_go(self) -> None:
        """Nothing is held."""


class FakeBatchBook:
    """Stands in for BatchBook."""

    def __init__(self, calls) -> None:
        self.calls = calls
        self.line: BatchLine | None = None
        self.ended: list[int] = []

    def open_batch(self) -> BatchLine | None:
        self.calls.note("open_batch")
        return self.line

    def papers(self, batch: int = 0, desk: str = "", row: int = 0):
        self.calls.note("papers", batch, desk, row)
        return FakePapers(frozenset())

    def order(self, wish: BatchWish, staff: str) -> int:
        self.calls.note("order_batch", wish, staff)
        self.line = replace(LINE, wish=wish, printed=0, sheets=0)
        return BATCH

    def end(self, batch: int, staff: str) -> None:
        self.calls.note("end_batch", batch, staff)
        self.line = None

    def packed(self, batch: int) -> int:
        self.calls.note("packed", batch)
        return batch


@dataclass(frozen=True)
class FakePapers:
    """What facts say, as far as the window looks at it."""

    held: frozenset[int]


class FakeBatches:
    """Stands in for kiosk.services.printing.batches.Batches: 60 badges a run, and answers as it is told."""

    def __init__(self, calls) -> None:
        self.calls = calls
        self.hold = FakeHold()
        self.book = FakeBatchBook(calls)
        self.restore()

    def restore(self) -> None:
        """As at first: nothing is interrupted, two printers, every name can be printed."""
        self.book.line = None
        self.hold.mine = True
        self.printers: tuple[PrinterChoice, ...] = (OFFICE, FOLDER)
        self.counts = TYPES
        self.left_out: tuple[Unprintable, ...] = ()
        self.answers: list[Handover] = []
        self.told = Handover(PrintState.SENT, reference="17")
        self.list_told = Handover(PrintState.SENT)
        self._handed: Handed | None = None

    def ask_about(self, trouble: Trouble | None = None) -> None:
        """The next run is sent, and nobody knows whether it comes out."""
        self.answers = [Handover(PrintState.UNKNOWN, trouble)]

    def types(self, held: frozenset[int]) -> tuple[TypeChoice, ...]:
        self.calls.note("batch_types")
        return self.counts

    def sheet_choices(self) -> tuple[SheetChoice, ...]:
        return SHEETS

    def look(self) -> tuple[PrinterChoice, ...]:
        self.calls.note("batch_look")
        return self.printers

    def lay_out(self, wish: BatchWish, papers: FakePapers) -> FakeWork:
        self.calls.note("lay_out", wish)
        badges = sum(each.waiting for each in self.counts if each.type in wish.whom)
        done = self.book.line.printed if self.book.line is not None else 0
        return FakeWork(wish, badges - len(self.left_out), done, self.left_out)

    def next_move(self, work: FakeWork, printer: str) -> Handed | FakeWork | None:
        self.calls.note("next_move", printer)
        return self._handed or (work if work.done < work.badges else None)

    def draw(self, run: FakeWork) -> bytes:
        self.calls.note("batch_draw", run.done)
        return b"%PDF"

    def hand(self, run: FakeWork, printer: str) -> Handed:
        self.calls.note("batch_hand", printer)
        first = run.done // 4 + 1
        self._handed = Handed(facts.SheetsHanded("f", BATCH, 5, first, first + 14, ((1, 2, 1),), printer), "")
        return self._handed

    def send(self, handed: Handed, drawn: bytes) -> Handover:
        self.calls.note("batch_send", handed.fact.first)
        return self.answers.pop(0) if self.answers else Handover(PrintState.CONFIRMED)

    def follow(self, handed: Handed) -> Handover:
        self.calls.note("batch_follow")
        return self.told

    def record(self, work: FakeWork, handed: Handed, told: Handover, staff: str = "") -> BatchProgress:
        self.calls.note("batch_record", told.state, staff)
        if told.state is PrintState.CONFIRMED:
            self._handed = None
            work.done = min(work.badges, work.done + 60)
            return self.progress(work, StepState.DONE)
        states = {PrintState.SENT: StepState.SENT, PrintState.UNKNOWN: StepState.ASKED}
        if told.state not in states:
            self._handed = None
        progress = self.progress(work, states.get(told.state, StepState.STOPPED))
        return replace(progress, first=handed.fact.first, last=handed.fact.last, trouble=told.trouble)

    def answer(self, work: FakeWork, came_out: bool, staff: str) -> BatchProgress:
        self.calls.note("batch_answer", came_out, staff)
        said = Handover(PrintState.CONFIRMED if came_out else PrintState.FAILED, Trouble.NOT_COME_OUT)
        return self.record(work, self._handed, said, staff)

    def progress(self, work: FakeWork, state: StepState) -> BatchProgress:
        return BatchProgress(state, work.badges, work.done, -(-work.badges // 4), -(-work.done // 4))

    def finish(self, work: FakeWork, staff: str) -> BatchProgress:
        self.calls.note("batch_finish", staff)
        self.book.line = None
        return self.progress(work, StepState.WHOLE)

    def print_packing_list(self, packed: int, printer: str) -> Handover:
        self.calls.note("print_packing_list", packed, printer)
        return self.list_told
