"""A badge that one kiosk asks for at another's printer: two real stores that hear of each other, or do not.

Printed once, whatever is killed or lost between; and both say how it stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.domain import badge, facts
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.key_certificate import KeyRole
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.domain.reasons import Reason
from kiosk.keys.signing import KeyRing, certify
from kiosk.services.badge_desk import BadgeDesk
from kiosk.services.printing.reprints import Reprints
from kiosk.services.printing.tasks import Prepare
from kiosk.services.printing.turn import PERSON_WAIT_S
from kiosk.services.printing.values import Stage
from kiosk.services.values import WalkUpForm
from kiosk.store.migrations import open_store
from tests.fakes.printers import CONFIRMED, SENT, SimulatedPrinter
from tests.services.conftest import AUTHORITY, FAIR_ID, KIOSKS
from tests.services.exchanging import exchange, hear
from tests.services.printing.conftest import Desk, PlainRenderer

Codes = Callable[[int], str]


class Pair:
    """Two kiosks with a printer each; `east` asks, `west` prints."""

    def __init__(self, east: Any, west: Any) -> None:
        self.east_printer, self.west_printer = SimulatedPrinter("east"), SimulatedPrinter("west")
        self.east = Desk(east, PlainRenderer(), (self.east_printer,))
        self.west = Desk(west, PlainRenderer(), (self.west_printer,))
        self.east.queue.offer("east-1")
        self.west.queue.offer("west-1")
        self.meet()

    @property
    def at(self) -> bytes:
        """The kiosk that prints."""
        return self.west.bench.gate.store.origin

    @property
    def desk(self) -> BadgeDesk:
        """The desk at which it is asked."""
        return replace(self.east.bench.desk, reprints=Reprints(self.east.queue, self.east.bench.gate.issuing))

    def ask(self, attendee: int = 1, reason: str = "first") -> int:
        """Staff at the east ask for a badge at the west. Returns its job."""
        ticket = self.desk.reprint(attendee, reason, "s1", self.at)
        assert ticket.job is not None, ticket.words
        return ticket.job

    def meet(self) -> None:
        """Both hear all that the other knows."""
        exchange(self.east.bench, self.west.bench)

    @property
    def came_out(self) -> dict[int, int]:
        """How often each job came out, at both."""
        return dict(self.east_printer.came_out + self.west_printer.came_out)

    def line(self, desk: Desk, job: int) -> Any:
        """How a job stands at one of the two."""
        standing = desk.queue.standing()
        lines = (*standing.waiting, *standing.unknown, *standing.failed)
        return next((each for each in lines if each.job == job), None)

    def state(self, desk: Desk, job: int) -> str:
        record = desk.queue.jobs.concerned(job)
        assert record is not None
        return record.state


@pytest.fixture
def pair(kiosk_at: Callable[[str], Any]) -> Pair:
    return Pair(kiosk_at("east-1"), kiosk_at("west-1"))


def test_it_is_printed_there_once_and_both_say_how_it_stands(pair: Pair) -> None:
    job = pair.ask()
    line = pair.line(pair.east, job)
    assert (line.state, line.sent_to.zh, line.heard) == (PrintState.REQUESTED, "西门 1 号机", timedelta(0))
    assert pair.east.queue.whereabouts(job).stage is Stage.WAITING
    pair.east.wait(3)
    assert pair.came_out == {}, "it is not this kiosk's to print"
    pair.meet()
    line = pair.line(pair.west, job)
    assert (line.sent_to, line.sent_by.zh, line.who) == (None, "东门 1 号机", "林＊远")
    pair.west.wait(3)
    assert pair.came_out == {job: 1}
    assert pair.west.states(job) == ["rendered", "sent", "confirmed"]
    pair.meet()
    pair.east.wait(3)
    assert pair.state(pair.east, job) == CONFIRMED
    where = pair.east.queue.whereabouts(job)
    assert (where.stage, where.place.zh) == (Stage.OUT, "西门 1 号机")
    pair.west.wait(90)
    assert pair.came_out == {job: 1}


def test_what_was_said_of_it_to_staff(pair: Pair) -> None:
    pair.east.bench.clock.moment += timedelta(seconds=14)
    words = pair.desk.reprint(1, "first", "s1", pair.at).words
    assert words.zh == "已交给西门 1 号机打印（14 秒前有消息）"
    assert words.en == "Sent to West 1 to be printed (last heard 14 s ago)."
    again = pair.desk.reprint(1, "first", "s1")
    assert again.words == words, "it waits there, and is asked for once"


def test_the_one_that_prints_signs_it_and_says_so(pair: Pair) -> None:
    """The badge counts once, is taken everywhere, and passes though either key is withdrawn later."""
    pair.ask()
    pair.meet()
    pair.west.wait(3)
    pair.meet()
    (page,) = pair.west_printer.pages
    token = page.pdf.removeprefix(b"%PDF ").decode()
    decoded = badge.decode(token)
    assert decoded is not None
    assert decoded[0].kid == KIOSKS["west-1"].kid
    journal = pair.west.bench.gate.store.journal
    kinds = [fact.kind for fact in journal.facts(journal.origin)]
    assert kinds.index("badge_issued") < kinds.index("print_reported"), "before a byte can leave"
    for desk in (pair.east, pair.west):
        found = desk.bench.desk._badges(1)
        assert [(each.badge, each.status) for each in found] == [(1001, "active")]
    seq = journal.origins()[journal.origin]
    for kiosk, bench in (("east-1", pair.west.bench), ("west-1", pair.east.bench)):
        bench.corrections.withdraw_key(KIOSKS[kiosk].kid, seq + 1, "s1")
    pair.meet()
    for desk in (pair.east, pair.west):
        assert desk.bench.gate.scan(token).decision.reason is Reason.WELCOME


def test_a_withdrawn_key_from_before_it_printed_calls_staff(pair: Pair) -> None:
    pair.ask()
    pair.meet()
    pair.west.wait(3)
    pair.meet()
    token = pair.west_printer.pages[0].pdf.removeprefix(b"%PDF ").decode()
    pair.east.bench.corrections.withdraw_key(KIOSKS["west-1"].kid, 1, "s1")
    assert pair.east.bench.gate.scan(token).decision.reason is Reason.KEY_WITHDRAWN


def test_a_badge_of_another_kiosk_that_is_printed_again_here_is_vouched_for_here(pair: Pair) -> None:
    """The same holds where nothing was sent: a badge issued at the east, printed again at the west."""
    pair.east.ask(1)
    pair.east.wait(3)
    pair.meet()
    desk = replace(pair.west.bench.desk, reprints=Reprints(pair.west.queue, pair.west.bench.gate.issuing))
    assert desk.reprint(1, "damaged", "s1").job is not None
    pair.west.wait(3)
    issued = pair.west.bench.gate.store.journal.latest(facts.BadgeIssued)
    assert (issued.badge, issued.kid, issued.replaces) == (1001, KIOSKS["west-1"].kid, ())
    desk.reprint(1, "damaged", "s1")
    pair.west.wait(3)
    bodies = [fact for fact in pair.west.bench.gate.store.journal.facts() if fact.kind == "badge_issued"]
    assert len(bodies) == 2, "said once"


def test_a_walk_up_of_the_other_kiosk_is_drawn_of_what_came_with_the_fact(pair: Pair) -> None:
    form = WalkUpForm("赵走", "4111010008", "北京科技大学", "硕士", "0011", consent=True)
    attendee = pair.east.bench.desk.register(form).admission.attendee
    pair.east.wait(3)
    job = pair.ask(attendee, "damaged")
    pair.meet()
    pair.west.wait(3)
    assert pair.west_printer.came_out == {job: 1}


def test_a_job_waits_for_who_it_is_about_and_others_go_first(
    pair: Pair, kiosk_at: Callable[[str], Any]
) -> None:
    """A walk-up of a third kiosk: what says who it is may come later than what asks for the badge."""
    with pair.east.bench.gate.store.transaction():
        unknown = pair.east.bench.issuing.request_print(5, 555, reason="first", by="s1", at=pair.at)
    job = pair.ask()
    pair.meet()
    pair.west.wait(3)
    assert pair.west_printer.came_out == {job: 1}
    assert pair.west.states(unknown) == []
    pair.west.wait(PERSON_WAIT_S)
    assert pair.west.states(unknown) == ["failed:attendee_unknown"]
    pair.meet()
    assert pair.line(pair.east, unknown).trouble is Trouble.ATTENDEE_UNKNOWN


def test_a_kiosk_whose_key_may_not_sign_it_says_so(pair: Pair) -> None:
    number = badge.fair_number(FAIR_ID)
    only_hosts = certify(
        AUTHORITY, KIOSKS["west-1"].public, KeyRole.KIOSK, "west-1", number, types=(BadgeType.EMPLOYER,)
    )
    pair.west.bench.issuing.certificates.ring = KeyRing(AUTHORITY.public, (only_hosts,))
    job = pair.ask()
    pair.meet()
    pair.west.wait(3)
    assert pair.came_out == {}
    assert pair.west.states(job) == ["failed:key_not_allowed"]


@pytest.mark.parametrize("steps", range(5))
def test_killed_at_both_ends_it_is_printed_once_or_asked_about(pair: Pair, steps: int) -> None:
    """Both processes are killed after so many steps of the one that prints, and hear of each other again."""
    job = pair.ask()
    pair.east.crash()
    pair.meet()
    for _ in range(steps):
        pair.west.step()
    left = len(pair.west_printer.pages) > 0
    pair.west.crash()
    pair.east.crash()
    pair.meet()
    pair.west.wait(70)
    pair.east.wait(70)
    pair.meet()
    assert sum(pair.came_out.values()) <= 1
    state = pair.state(pair.east, job)
    assert state == pair.state(pair.west, job)
    if not pair.came_out:
        assert state == PrintState.UNKNOWN, "it may have left: a person is asked"
        assert not left
    if steps == 0:
        assert pair.came_out == {job: 1}


def test_a_clone_has_another_origin_and_leaves_it_alone(pair: Pair, tmp_path: Any) -> None:
    job = pair.ask()
    pair.meet()
    pair.west.bench.gate.store.begin_incarnation(KIOSKS["west-1"].public)
    pair.west.start()
    pair.west.wait(5)
    assert pair.came_out == {}
    assert pair.state(pair.east, job) == "requested", "staff recall it, and print elsewhere"


def test_a_request_that_comes_twice_or_late_is_printed_once(pair: Pair) -> None:
    job = pair.ask()
    for _ in range(3):
        hear(pair.west.bench, pair.east.bench)
        pair.west.wait(2)
    pair.meet()
    pair.meet()
    pair.west.wait(90)
    assert pair.came_out == {job: 1}


# ---- wanted no more


def test_one_that_waits_is_recalled_and_may_then_be_printed_here(pair: Pair) -> None:
    pair.west_printer.trouble = Trouble.PAPER_OUT
    job = pair.ask()
    pair.meet()
    pair.west.wait(3)
    assert pair.east.queue.cancel(job, "s1") is False, "the other kiosk must answer first"
    assert pair.line(pair.east, job).recalled
    assert pair.desk.reprint(1, "first", "s1").job == job, "until then it is not printed elsewhere"
    pair.meet()
    pair.west_printer.trouble = None
    pair.west.wait(30)
    assert pair.west.states(job)[-1] == "cancelled:withdrawn"
    pair.meet()
    assert pair.state(pair.east, job) == "cancelled"
    again = pair.desk.reprint(1, "not_printed", "s1").job
    assert again not in {None, job}
    pair.east.wait(3)
    assert pair.came_out == {again: 1}


def test_one_that_is_recalled_while_it_is_drawn_is_never_said_to_have_left(pair: Pair) -> None:
    job = pair.ask()
    pair.meet()
    task = pair.west.queue.next_task()
    assert isinstance(task, Prepare)
    pair.east.queue.cancel(job, "s1")
    pair.meet()
    pair.west.queue.settle(task, task.run())
    assert pair.west.states(job) == []
    pair.west.wait(3)
    assert pair.west.states(job) == ["cancelled:withdrawn"]
    assert pair.came_out == {}


def test_one_that_is_drawn_and_has_not_left_is_cancelled(pair: Pair) -> None:
    job = pair.ask()
    pair.meet()
    pair.west.step()
    assert pair.west.states(job) == ["rendered"]
    pair.east.queue.cancel(job, "s1")
    pair.meet()
    pair.west.wait(30)
    assert pair.came_out == {}
    assert pair.west.states(job) == ["rendered", "cancelled:withdrawn"]


def test_one_that_its_printer_holds_is_asked_back(pair: Pair) -> None:
    job = pair.ask()
    pair.meet()
    pair.west_printer.trouble = None
    pair.west.work(feed=False)
    assert pair.west.states(job) == ["rendered", "sent"]
    pair.west_printer.trouble = Trouble.JAM
    pair.east.queue.cancel(job, "s1")
    pair.meet()
    pair.west.wait(40)
    assert pair.west.states(job)[-1] == "cancelled:withdrawn"
    assert pair.came_out == {}


def test_one_that_came_out_before_it_was_recalled_says_so(pair: Pair) -> None:
    job = pair.ask()
    hear(pair.west.bench, pair.east.bench)
    pair.west.wait(3)
    pair.east.queue.cancel(job, "s1")
    pair.meet()
    pair.west.wait(3)
    pair.meet()
    assert pair.state(pair.east, job) == CONFIRMED
    assert pair.came_out == {job: 1}
    assert pair.line(pair.east, job) is None


def test_a_reissue_recalls_what_waits_at_any_kiosk(pair: Pair) -> None:
    pair.west_printer.trouble = Trouble.PAPER_OUT
    job = pair.ask()
    pair.meet()
    again = pair.desk.reissue(1, "lost", "s1", pair.at).job
    pair.meet()
    pair.west_printer.trouble = None
    pair.west.wait(30)
    assert pair.west.states(job) == ["cancelled:withdrawn"]
    assert pair.came_out == {again: 1}


def test_staff_answer_for_one_that_does_not_answer(pair: Pair) -> None:
    """The west is not heard any more. A person looks there, and only then it is printed here."""
    job = pair.ask()
    assert pair.east.queue.answer(job, False, "s1") is None
    assert pair.state(pair.east, job) == "requested", "not before it was recalled"
    pair.east.queue.cancel(job, "s1")
    assert pair.east.queue.answer(job, False, "s1") is None
    assert pair.state(pair.east, job) == "failed"
    again = pair.desk.reprint(1, "not_printed", "s1").job
    pair.east.wait(3)
    pair.meet()
    pair.west.wait(30)
    pair.meet()
    assert pair.came_out == {again: 1}, "what staff answered for is not printed there later"
    assert pair.west.queue.standing().waiting == ()


def test_what_its_printer_knows_counts_more_than_what_staff_elsewhere_said(pair: Pair) -> None:
    job = pair.ask()
    pair.meet()
    pair.west.work(feed=False)
    pair.meet()
    pair.east.queue.cancel(job, "s1")
    pair.east.queue.answer(job, False, "s1")
    pair.meet()
    assert pair.state(pair.west, job) == "failed"
    pair.west_printer.feed()
    pair.west.wait(3)
    pair.meet()
    assert pair.state(pair.east, job) == CONFIRMED


def test_nobody_knows_whether_it_came_out_and_either_may_answer(pair: Pair) -> None:
    job = pair.ask()
    pair.meet()
    pair.west.step()
    pair.west.crash()
    pair.west.wait(70)
    pair.meet()
    line = pair.line(pair.east, job)
    assert (line.state, line.sent_to.zh) == (PrintState.UNKNOWN, "西门 1 号机")
    assert pair.east.queue.answer(job, True, "s1") is None
    pair.meet()
    assert pair.state(pair.west, job) == CONFIRMED
    assert pair.west.queue.standing().unknown == ()


# ---- who offers what


def test_printers_are_offered_once_and_again_when_they_change(pair: Pair) -> None:
    (place,) = pair.east.queue.places()
    assert (place.origin, place.name.zh, [each.zh for each in place.slots]) == (
        pair.at,
        "西门 1 号机",
        ["west口"],
    )
    offered = lambda: [  # noqa: E731
        fact for fact in pair.west.bench.gate.store.journal.facts(pair.at) if fact.kind == "printers_offered"
    ]
    pair.west.queue.offer("west-1")
    assert len(offered()) == 1
    pair.west.printers = ()
    pair.west.start()
    pair.west.queue.offer("west-1")
    assert len(offered()) == 2
    pair.meet()
    assert pair.east.queue.places() == ()


def test_a_kiosk_that_was_not_heard_for_hours_or_whose_key_was_withdrawn_is_not_offered(pair: Pair) -> None:
    pair.east.bench.clock.moment += timedelta(minutes=14)
    assert pair.east.queue.places()[0].heard == timedelta(minutes=14)
    pair.east.bench.clock.moment += timedelta(hours=2)
    assert pair.east.queue.places() == ()


def test_a_kiosk_without_a_printer_sends_its_badges_elsewhere(pair: Pair) -> None:
    pair.east.printers = ()
    pair.east.start()
    job = pair.ask()
    pair.meet()
    pair.west.wait(3)
    pair.meet()
    assert pair.state(pair.east, job) == CONFIRMED
    assert pair.east.queue.standing().failed == ()


def test_a_printer_that_cannot_confirm_is_as_far_as_can_be_told(pair: Pair) -> None:
    pair.west_printer.confirms = False
    job = pair.ask()
    pair.meet()
    pair.west.wait(10)
    pair.meet()
    assert pair.state(pair.east, job) == SENT
    assert pair.east.queue.whereabouts(job).stage is Stage.OUT
    assert pair.line(pair.east, job) is None


def test_the_store_opens_again_with_what_was_sent(pair: Pair, tmp_path: Any) -> None:
    job = pair.ask()
    store = open_store(tmp_path / "east-1" / "store.db", b"s" * 32)
    try:
        from kiosk.store import prints  # noqa: PLC0415

        record = prints.print_job(store.db, job)
        assert record is not None
        assert (record.at_origin, record.recalled) == (pair.at, False)
    finally:
        store.close()
