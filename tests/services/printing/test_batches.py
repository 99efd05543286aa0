"""Many at once: everybody once, whatever happens in between; each code its own; and where it lies."""

from __future__ import annotations

import subprocess
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.badges.imposition import read_sheets
from kiosk.badges.renderer import Renderer
from kiosk.devices.printers.port import Handover
from kiosk.domain import facts
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.batch import Back, Order
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, PrintState, Takes
from kiosk.domain.words import Words
from kiosk.services.printing.batch_values import BatchProgress, BatchState, BatchWish, StepState, seconds_left
from kiosk.services.printing.batches import Batches
from kiosk.services.printing.outlet import Outlet
from kiosk.store import batches as kept
from tests.fakes.batch import KilledHere, SheetPrinter

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.services.printing.batch_work import BatchWork

ROOT = Path(__file__).parents[3]
ALL = (BadgeType.GRADUATE, BadgeType.EMPLOYER, BadgeType.DELEGATION)
WISH = BatchWish(ALL, Order.NAMES, "single_a6", desk="B", row=3)
EXPECTED = {1, 2, 4, 5, 6, 7, 8, 10}
"""Attendees of the small fair who are confirmed."""


@dataclass
class Desk:
    """Batches at one kiosk, and its printer."""

    batches: Batches
    printer: SheetPrinter
    bench: Any
    most: pytest.MonkeyPatch
    """Sets how many badges a run has."""

    def order(self, wish: BatchWish = WISH) -> BatchWork:
        """A batch, ordered and laid out."""
        batch = self.batches.book.order(wish, "s1")
        assert batch is not None
        return self.go_on()

    def go_on(self) -> BatchWork:
        """The open batch, laid out anew as after a start."""
        line = self.batches.book.open_batch()
        assert line is not None
        papers = self.batches.book.papers(line.batch, line.wish.desk, line.wish.row)
        return self.batches.lay_out(line.wish, papers)

    def step(self, work: BatchWork, most: int = 3) -> BatchProgress:
        self.most.setattr(Batches, "run_most", lambda _batches, _printer: most)
        return self.batches.step(work, "office", "s1")

    def finish(self, work: BatchWork, most: int = 3) -> BatchProgress:
        """Steps until it is whole."""
        for _ in range(50):
            progress = self.step(work, most)
            if progress.state is not StepState.DONE:
                return progress
        raise AssertionError("it comes to no end")

    def printed(self) -> list[int]:
        """Attendees of all pages that were given to the printer, as facts name them, in their order."""
        return [attendee for body in self.bodies(facts.SheetsPrinted) for attendee, _b, _r in body.badges]

    def bodies(self, kind: type) -> list[Any]:
        from kiosk.store import bodies  # noqa: PLC0415

        found = (bodies.decode(each.kind, each.body) for each in self.bench.gate.store.journal.facts())
        return [each for each in found if isinstance(each, kind)]


@pytest.fixture
def desk(east: Any, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_of(east, monkeypatch)


def desk_of(bench: Any, monkeypatch: pytest.MonkeyPatch) -> Desk:
    printer = SheetPrinter()
    resources = ROOT / "resources"
    batches = Batches(
        gate=bench.gate,
        issuing=bench.issuing,
        renderer=Renderer(resources / "fonts", resources / "badge_layouts"),
        sheets=read_sheets(resources / "sheet_layouts"),
        outlets=(Outlet(printer, Words("打印室", "Office"), "a6"),),
        zones=bench.gate.catalogue.plan().zones,
    )
    return Desk(batches, printer, bench, monkeypatch)


def texts(pdf: bytes, folder: Path) -> list[str]:
    """The text of each page."""
    path = folder / "some.pdf"
    path.write_bytes(pdf)
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return said.stdout.decode().split("\f")[:-1]


def test_everybody_who_is_expected_gets_one_badge_in_order(desk: Desk, tmp_path: Path) -> None:
    work = desk.order()
    assert work.badges == 8
    progress = desk.finish(work)
    assert progress.state is StepState.WHOLE
    assert (progress.badges_done, progress.badges) == (8, 8)
    assert Counter(desk.printed()) == Counter(EXPECTED)
    people = [desk.bench.gate.attendee(each) for each in desk.printed()]
    names = [each.person.name for each in people]
    assert "".join(name[0] for name in names) == "阿林欧钱孙赵郑周"
    pages = [page.replace("\n", "") for each in desk.printer.pages for page in texts(each.pdf, tmp_path)]
    badges = [page for page in pages if "遗失补办" in page]
    assert len(badges) == 8
    assert all(name in page for name, page in zip(names, badges, strict=True))


def test_each_badge_is_issued_once_and_is_the_reserved_one(desk: Desk) -> None:
    desk.finish(desk.order())
    issued = desk.bodies(facts.BadgeIssued)
    assert sorted((each.attendee, each.badge) for each in issued) == [
        (at, 1000 + at) for at in sorted(EXPECTED)
    ]
    assert {(a, b) for body in desk.bodies(facts.SheetsPrinted) for a, b, _r in body.badges} == {
        (at, 1000 + at) for at in EXPECTED
    }


def test_rows_go_on_from_run_to_run_and_say_where_a_badge_lies(desk: Desk) -> None:
    desk.finish(desk.order(), most=2)
    rows = [row for body in desk.bodies(facts.SheetsPrinted) for _a, _b, row in body.badges]
    assert rows == [1, 1, 1, 2, 2, 2, 3, 3]
    last = desk.printed()[-1]
    lying = kept.lying(desk.bench.gate.store.db, "test-fair", last)
    assert (lying.desk, lying.row, lying.badge) == ("B", 3, 1000 + last)


def test_the_next_batch_of_a_desk_lies_behind_the_first(desk: Desk) -> None:
    desk.finish(desk.order(replace(WISH, whom=(BadgeType.GRADUATE,))))
    work = desk.order(replace(WISH, whom=ALL))
    assert work.badges == 4, "who lies there already is not printed again"
    desk.finish(work)
    rows = [row for body in desk.bodies(facts.SheetsPrinted) for _a, _b, row in body.badges]
    assert rows == [1, 1, 1, 2, 3, 3, 3, 4]


def test_who_has_a_badge_on_paper_is_left_out(desk: Desk, codes: Callable[[int], str]) -> None:
    desk.bench.gate.scan(codes(1))  # printed at the gate
    held = desk.batches.book.papers().held
    assert held == {1}
    choices = {each.type: (each.waiting, each.held) for each in desk.batches.types(held)}
    assert choices[BadgeType.GRADUATE] == (3, 1)
    work = desk.order()
    assert work.badges == 7


def test_who_gets_a_badge_elsewhere_meanwhile_is_left_out_too(
    desk: Desk, codes: Callable[[int], str]
) -> None:
    work = desk.order()
    desk.step(work)
    left = EXPECTED - set(desk.printed())
    desk.bench.gate.scan(codes(min(left & {1, 2, 4, 10})))
    assert desk.finish(work).state is StepState.WHOLE
    assert len(desk.printed()) == 7
    assert max(Counter(desk.printed()).values()) == 1


def test_whoever_is_barred_or_revoked_gets_none(desk: Desk) -> None:
    store = desk.bench.gate.store
    with store.transaction():
        store.journal.append(facts.AttendeeBarred("test-fair", 2, barred=True, by="s1"), now_ms=1)
        store.journal.append(facts.BadgeRevoked("test-fair", 1001, "mistake", "s1"), now_ms=1)
    desk.finish(desk.order())
    assert set(desk.printed()) == EXPECTED - {1, 2}


def test_a_kill_while_sheets_are_on_their_way_asks_and_prints_nothing_twice(desk: Desk) -> None:
    desk.step(desk.order())
    desk.printer.dies = True
    with pytest.raises(KilledHere):
        desk.step(desk.go_on())
    work = desk.go_on()
    progress = desk.step(work)
    assert progress.state is StepState.ASKED
    assert progress.trouble is Trouble.INTERRUPTED
    (line,) = desk.batches.book.lines()
    assert (line.state, line.printer) == (BatchState.ASKED, Words("打印室", "Office"))
    assert desk.step(work).state is StepState.ASKED, "nothing is printed before somebody has looked"
    assert len(desk.printer.pages) == 2
    assert desk.batches.answer(work, came_out=True, staff="s1").state is StepState.DONE
    desk.finish(work)
    assert Counter(desk.printed()) == Counter(EXPECTED)


def test_sheets_that_did_not_come_out_are_printed_again(desk: Desk) -> None:
    desk.printer.dies = True
    work = desk.order()
    with pytest.raises(KilledHere):
        desk.step(work)
    work = desk.go_on()
    assert desk.batches.answer(work, came_out=False, staff="s1").state is StepState.STOPPED
    desk.finish(work)
    assert Counter(desk.printed()) == Counter(EXPECTED)
    assert desk.bodies(facts.PrintReported)[0].by == "s1"
    again = [(each.first, each.last, each.badges) for each in desk.bodies(facts.SheetsHanded)[:2]]
    assert again[0] == again[1]
    assert desk.printer.pages[0].job != desk.printer.pages[1].job, "another job: it is asked for by a person"
    assert len(desk.bodies(facts.BadgeIssued)) == 8


def test_a_kill_before_anything_was_handed_over_asks_nothing(desk: Desk) -> None:
    work = desk.order()
    desk.batches.next_run(work)  # issued, and then killed
    work = desk.go_on()
    assert desk.finish(work).state is StepState.WHOLE
    assert Counter(desk.printed()) == Counter(EXPECTED)
    assert len(desk.bodies(facts.BadgeIssued)) == 8


def test_a_printer_that_knows_settles_it_by_itself(desk: Desk) -> None:
    work = desk.order()
    desk.printer.answers = [Handover(PrintState.SENT, reference="17")]
    progress = desk.step(work)
    assert progress.state is StepState.SENT
    assert desk.step(work).state is StepState.SENT
    assert len(desk.bodies(facts.PrintReported)) == 1, "what is known already is no new fact"
    desk.printer.followed = Handover(PrintState.CONFIRMED)
    assert desk.step(work).state is StepState.DONE
    assert len(desk.printer.pages) == 1
    desk.finish(work)
    assert Counter(desk.printed()) == Counter(EXPECTED)


def test_a_printer_that_cannot_be_followed_is_asked_about(desk: Desk) -> None:
    desk.printer.answers = [Handover(PrintState.SENT)]
    assert desk.step(desk.order()).state is StepState.ASKED


def test_out_of_paper_stops_and_goes_on_with_the_same_sheets(desk: Desk) -> None:
    work = desk.order()
    desk.step(work)
    desk.printer.answers = [Handover(PrintState.FAILED, Trouble.PAPER_OUT)]
    progress = desk.step(work)
    assert (progress.state, progress.trouble) == (StepState.STOPPED, Trouble.PAPER_OUT)
    assert desk.batches.book.open_batch().state is BatchState.OPEN
    desk.finish(work)
    assert Counter(desk.printed()) == Counter(EXPECTED)
    runs = [(each.first, each.last) for each in desk.bodies(facts.SheetsPrinted)]
    assert [first for first, _last in runs] == [1, *(last + 1 for _first, last in runs[:-1])]


@pytest.mark.parametrize(
    ("media", "trouble", "said"),
    [(None, Trouble.DOOR_OPEN, Trouble.DOOR_OPEN), (Media(62, 0), None, Trouble.WRONG_MEDIA)],
)
def test_nothing_leaves_for_a_printer_that_is_not_well_or_has_other_paper(
    desk: Desk, media: Media | None, trouble: Trouble | None, said: Trouble
) -> None:
    work = desk.order()
    desk.printer.media, desk.printer.trouble = media, trouble
    progress = desk.step(work)
    assert (progress.state, progress.trouble) == (StepState.STOPPED, said)
    assert desk.printer.pages == []
    desk.printer.media = desk.printer.trouble = None
    desk.finish(work)
    assert Counter(desk.printed()) == Counter(EXPECTED)


def test_one_batch_at_a_time(desk: Desk) -> None:
    work = desk.order()
    assert desk.batches.book.order(WISH, "s1") is None
    desk.batches.book.end(work.batch, "s1")
    assert desk.batches.book.lines()[0].state is BatchState.GIVEN_UP
    assert desk.batches.book.order(WISH, "s1") is not None


def test_a_name_that_cannot_be_printed_is_said_before_anything_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Renderer, "missing", lambda _renderer, face: "知" if "知" in face.name else "")
    work = desk.batches.lay_out(WISH, desk.batches.book.papers(0, "B", 3))
    draft = work.draft()
    assert [(each.name, each.characters) for each in draft.left_out] == [("林知远", "知")]
    assert (draft.badges, draft.rows) == (7, 3)
    assert sum(group.badges for group in draft.groups) == 7
    assert desk.bodies(facts.BatchOrdered) == []
    desk.finish(desk.order())
    assert 1 not in desk.printed()


def test_backs_stand_behind_their_fronts(desk: Desk, tmp_path: Path) -> None:
    desk.finish(desk.order(replace(WISH, sheet="a4_4_a6", back=Back.PLAIN)), most=200)
    (page,) = desk.printer.pages
    assert page.duplex
    pages = texts(page.pdf, tmp_path)
    assert len(pages) == page.sheets == 2 * 4
    assert sum(each.count("拾到请交") for each in pages[1::2]) == 8
    assert not any("拾到请交" in each for each in pages[::2])


def test_what_printers_there_are(desk: Desk) -> None:
    desk.printer.takes = Takes.MONO
    (choice,) = desk.batches.look()
    assert (choice.id, choice.takes_sheets, choice.duplex) == ("office", False, True)
    assert "a4_4_a6" in {each.id for each in desk.batches.sheet_choices()}


def test_a_printer_that_is_there_no_more_leaves_it_to_staff(desk: Desk) -> None:
    desk.printer.answers = [Handover(PrintState.SENT, reference="17")]
    desk.step(desk.order())
    desk.printer.id = "other"
    assert desk.step(desk.go_on()).state is StepState.ASKED


def test_the_packing_list_says_what_lies_where(desk: Desk, tmp_path: Path) -> None:
    work = desk.order(replace(WISH, order=Order.STALLS))
    desk.finish(work)
    packed = desk.batches.book.packed(work.batch)
    assert packed is not None
    pages = texts(desk.batches.packing_list(packed), tmp_path)
    assert len(pages) == 2
    for name in ("林知远", "阿依古丽", "赵代表", "孙领队"):
        assert name in pages[1]
    for words in ("装箱单 Packing list", "B 服务台 desk B", "8 张", "A 专精特新", "Received by", "1 / 2"):
        assert words in pages[0]
    assert desk.batches.book.packed(12345) is None


def test_pace() -> None:
    progress = BatchProgress(StepState.DONE, badges=100, badges_done=40, sheets=25, sheets_done=10)
    assert seconds_left(progress, 20, 10.0) == 30
    assert seconds_left(progress, 40, 10.0) is None


def test_another_kiosks_batch_is_seen_and_not_continued_here(
    kiosk_at: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    east, west = (desk_of(kiosk_at(each), monkeypatch) for each in ("east-1", "west-1"))
    east.order()
    store = west.bench.gate.store
    found = list(east.bench.gate.store.journal.facts())
    with store.transaction():
        store.journal.receive(found, {}, now_ms=1)
    (line,) = west.batches.book.lines()
    assert not line.here
    assert west.batches.book.open_batch() is None


def test_whoever_comes_is_told_where_the_badge_lies_and_gets_no_second_one(
    desk: Desk, codes: Callable[[int], str]
) -> None:
    desk.finish(desk.order())
    admission = desk.bench.gate.scan(codes(1))
    assert admission.lies == Words("B 服务台第\u00a01\u00a0排", "desk B, row 1")
    assert admission.job is None
    token = desk.bench.issuing.token(desk.bench.gate.attendee(1), 1001)
    assert desk.bench.gate.scan(token).lies is None, "who shows a badge looks for none"
    assert desk.bench.gate.scan(codes(3)).lies is None


def test_badges_that_are_handed_out_at_once_lie_nowhere(desk: Desk, codes: Callable[[int], str]) -> None:
    desk.finish(desk.order(replace(WISH, desk="", row=0)))
    admission = desk.bench.gate.scan(codes(1))
    assert (admission.lies, admission.job) == (None, None)


def test_a_batch_that_is_not_finished_is_said_to_staff(desk: Desk) -> None:
    def said() -> list[tuple[str, str]]:
        found = desk.bench.day.needs()
        return [(each.title.en, each.detail.en) for each in found if each.leads_to == "batch"]

    assert said() == []
    work = desk.order()
    desk.step(work)
    (need,) = said()
    assert need[1].startswith(f"{work.done} badges printed")
    desk.finish(work)
    assert said() == []
