"""The gate over a real store: what is decided is recorded before it is returned."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from kiosk.domain import badge
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import REHEARSAL
from kiosk.domain.reasons import Reason, Verdict
from kiosk.domain.words import Words
from kiosk.keys.signing import KeyRing, SigningKey
from kiosk.services.printing.queue import PrintQueue
from tests.services.conftest import RENDERER

if TYPE_CHECKING:
    from collections.abc import Callable


def bodies(bench: Any, kind: str) -> list[dict[str, Any]]:
    return [msgspec.json.decode(fact.body) for fact in bench.gate.store.journal.facts() if fact.kind == kind]


def printed_token(bench: Any) -> str:
    """The token of the badge that the queue prints last."""
    return bench.printed().face.token


def test_a_registration_code_admits_and_prints(east: Any, codes: Callable[[int], str]) -> None:
    admission = east.gate.scan(codes(1))
    assert admission.decision.verdict is Verdict.ADMIT
    assert admission.who.name == "林＊远"
    assert admission.prints
    assert bodies(east, "check_in")[0]["attendee"] == 1
    assert bodies(east, "badge_issued")[0]["badge"] == 1001


def test_the_badge_that_was_printed_is_admitted_at_the_other_kiosk(
    east: Any, kiosk_at: Callable[[str], Any], codes: Callable[[int], str]
) -> None:
    east.gate.scan(codes(1))
    west = kiosk_at("west-1")
    admission = west.gate.scan(printed_token(east))
    assert admission.decision.reason is Reason.WELCOME
    assert not admission.prints


def test_a_walk_up_of_the_other_kiosk_is_admitted_though_never_heard_of(
    east: Any, kiosk_at: Callable[[str], Any]
) -> None:
    from kiosk.services.values import WalkUpForm  # noqa: PLC0415

    form = WalkUpForm("赵走", "4111010008", "北京科技大学", "硕士", "0011", consent=True)
    assert east.desk.register(form).admission.decision.verdict is Verdict.ADMIT
    admission = kiosk_at("west-1").gate.scan(printed_token(east))
    assert admission.decision.verdict is Verdict.ADMIT
    assert admission.attendee is None
    assert admission.who.type is BadgeType.GRADUATE


def test_a_second_scan_says_where_and_when(east: Any, codes: Callable[[int], str]) -> None:
    east.gate.scan(codes(1))
    token = printed_token(east)
    assert east.gate.scan(token).decision.reason is Reason.REPEATED
    east.clock.moment += timedelta(minutes=5)
    decision = east.gate.scan(token).decision
    assert decision.reason is Reason.ALREADY_INSIDE
    assert "9:24" in decision.words.sentence.zh
    assert "东门" in decision.words.sentence.zh
    assert len(bodies(east, "check_in")) == 3


def test_a_clock_that_was_once_ahead_admits_nobody_twice(east: Any, codes: Callable[[int], str]) -> None:
    east.clock.moment += timedelta(days=3)
    east.gate.set_paused(False, "s1")  # any fact: the journal's time stays ahead from now on
    east.clock.moment -= timedelta(days=3)
    east.corrections.confirm_clock("s1")
    assert east.gate.scan(codes(1)).decision.reason is Reason.WELCOME
    east.clock.moment += timedelta(minutes=5)
    assert east.gate.scan(codes(1)).decision.reason is Reason.ALREADY_INSIDE
    assert east.gate.occupancy().inside == 1


def test_who_goes_out_makes_room_and_may_come_back(
    east: Any, kiosk_at: Callable[..., Any], codes: Callable[[int], str]
) -> None:
    for number in (1, 4, 5):
        assert east.gate.scan(codes(number)).decision.reason is Reason.WELCOME
    token = printed_token(east)
    assert east.gate.scan(codes(6)).decision.reason is Reason.FULL
    exit_gate = replace(east.gate, gate="exit")
    decision = exit_gate.scan(token).decision
    assert (decision.reason, decision.verdict) == (Reason.LEFT, Verdict.ADMIT)
    assert east.gate.occupancy().inside == 2
    assert east.gate.occupancy().turnout == 3
    assert east.gate.scan(codes(6)).decision.reason is Reason.WELCOME
    assert east.gate.scan(token).decision.reason is Reason.FULL, "three are inside again"


def test_re_entry_can_be_forbidden(kiosk_at: Callable[..., Any], codes: Callable[[int], str]) -> None:
    east = kiosk_at("east-1", "", replace(kiosk_at("west-1").gate.fair.policy, re_entry=False))
    east.gate.scan(codes(1))
    replace(east.gate, gate="exit").scan(printed_token(east))
    assert east.gate.scan(codes(1)).decision.reason is Reason.NO_RE_ENTRY


def test_an_exit_lets_everybody_out_and_counts_only_those_who_were_in(east: Any) -> None:
    exit_gate = replace(east.gate, gate="exit")
    for text in ("Q" * 26, "", "F1" + "A" * 148):
        assert exit_gate.scan(text).decision.verdict is Verdict.ADMIT
    assert east.gate.occupancy().inside == 0


def test_a_foyer_prints_and_admits_nobody(east: Any, codes: Callable[[int], str]) -> None:
    foyer = replace(east.gate, gate="foyer")
    east.clock.moment -= timedelta(hours=12)  # the night before
    admission = foyer.scan(codes(1))
    assert admission.decision.reason is Reason.BADGE
    assert admission.prints
    assert foyer.scan(codes(1)).decision.reason is Reason.HAS_BADGE
    assert foyer.scan(codes(11)).decision.reason is Reason.BARRED
    assert east.gate.occupancy().turnout == 0
    east.clock.moment += timedelta(hours=12)
    assert east.gate.scan(printed_token(east)).decision.reason is Reason.WELCOME


def test_a_session_door_counts_its_own_seats(east: Any, codes: Callable[[int], str]) -> None:
    door = replace(east.gate, gate="door")
    assert door.scan(codes(1)).decision.reason is Reason.WELCOME
    assert door.scan(codes(4)).decision.reason is Reason.FULL
    occupancy = door.occupancy()
    assert (occupancy.session.inside, occupancy.session.capacity, occupancy.inside) == (1, 1, 0)


def test_who_is_asked_agrees_and_goes_in(kiosk_at: Callable[..., Any], codes: Callable[[int], str]) -> None:
    policy = kiosk_at("west-1").gate.fair.policy
    asks = replace(policy, consent_types=(BadgeType.GRADUATE,), declaration=Words("声明", "Declaration"))
    east = kiosk_at("east-1", "", asks)
    asked = east.gate.scan(codes(1))
    assert (asked.decision.reason, asked.decision.verdict) == (Reason.CONSENT_MISSING, Verdict.ASK)
    assert not asked.prints
    again = east.gate.agree(asked.claim, "consent")
    assert again.decision.reason is Reason.DECLARATION_MISSING
    done = east.gate.agree(again.claim, "declaration")
    assert (done.decision.reason, done.prints, done.claim) == (Reason.WELCOME, True, None)
    assert [body["to"] for body in bodies(east, "agreed")] == ["consent", "declaration"]
    assert east.gate.scan(codes(5)).decision.reason is Reason.DECLARATION_MISSING, "no consent"


def test_a_name_counts_with_the_phone(east: Any) -> None:
    asked = east.gate.check_in_name("林知远", "0000")
    assert asked.decision.reason is Reason.PHONE_NEEDED
    assert asked.who is None
    assert east.gate.check_in_name("林知远", "0001").decision.reason is Reason.WELCOME
    for _ in range(5):
        east.gate.check_in_name("欧阳明澈", "9999")
    assert east.gate.must_wait("欧阳明澈")


def test_a_note_lets_in_and_tells_staff(east: Any, codes: Callable[[int], str]) -> None:
    admission = east.gate.scan(codes(10))
    assert (admission.decision.reason, admission.prints) == (Reason.NOTE, True)
    assert "2 号馆" in admission.decision.staff.zh
    assert east.gate.occupancy().inside == 1


def test_a_rehearsal_counts_nowhere_and_its_badges_are_of_no_fair(
    east: Any, kiosk_at: Callable[..., Any], codes: Callable[[int], str]
) -> None:
    fair = replace(east.gate.fair, id=east.gate.fair.id + REHEARSAL)
    numbers = {badge.fair_number(fair.id): badge.fair_number(east.gate.fair.id)}
    ring = KeyRing(east.gate.catalogue.authority(), east.gate.catalogue.certificates(), stands_for=numbers)
    issuing = replace(east.issuing, fair=fair)
    rehearsal = replace(east.gate, fair=fair, ring=ring, issuing=issuing)
    assert rehearsal.scan(codes(1)).decision.reason is Reason.WELCOME
    queue = PrintQueue(rehearsal, issuing, east.queue.outlets, RENDERER)
    rehearsed = printed_token(replace(east, queue=queue))
    queue.close()  # one at a time works a store's queue
    east.clock.moment += timedelta(minutes=1)
    assert rehearsal.scan(rehearsed).decision.reason is Reason.ALREADY_INSIDE
    assert (rehearsal.occupancy().inside, east.gate.occupancy().inside) == (1, 0)
    assert east.gate.scan(rehearsed).decision.verdict is not Verdict.ADMIT
    real = east.gate.scan(codes(1))
    assert (real.decision.reason, real.prints) == (Reason.WELCOME, True), "the real fair knows nothing of it"
    assert rehearsal.scan(printed_token(east)).decision.reason is Reason.ALREADY_INSIDE


def test_a_badge_of_the_wrong_slot_or_state_is_refused(east: Any, codes: Callable[[int], str]) -> None:
    assert east.gate.scan(codes(2)).decision.reason is Reason.TOO_EARLY
    assert east.gate.scan(codes(3)).decision.reason is Reason.NOT_CONFIRMED
    assert east.gate.scan("Q" * 26).decision.reason is Reason.UNKNOWN
    assert not bodies(east, "badge_issued")


def test_a_forged_badge_tells_nothing(east: Any) -> None:
    forger = SigningKey.from_seed(b"f" * 32)
    token = badge.Token(
        kid=east.issuing.key.kid,
        fair=badge.fair_number("test-fair"),
        last_valid_day=east.gate.fair.last_day,
        type=BadgeType.GRADUATE,
        badge=1001,
        attendee=1,
    )
    admission = east.gate.scan(badge.encode(token, forger.sign))
    assert admission.decision.reason is Reason.FORGED
    assert admission.who is None
    assert bodies(east, "check_in")[0]["attendee"] is None
    assert east.gate.scan(badge.encode(token, east.issuing.key.sign)).decision.verdict is Verdict.ADMIT


def test_a_key_that_nobody_certified_calls_staff(east: Any) -> None:
    stranger = SigningKey.from_seed(b"z" * 32)
    token = badge.Token(
        stranger.kid, badge.fair_number("test-fair"), east.gate.fair.last_day, BadgeType.STAFF, 5, 1
    )
    admission = east.gate.scan(badge.encode(token, stranger.sign))
    assert admission.decision.reason is Reason.UNKNOWN_KEY
    assert admission.who is None
    assert bodies(east, "check_in")[0]["attendee"] is None


def test_a_student_number_counts_with_the_phone(east: Any) -> None:
    assert east.gate.scan("2019000001").decision.verdict is Verdict.ASK
    assert east.gate.check_in_student("2019000001", "9999").decision.verdict is Verdict.ASK
    assert east.gate.check_in_student("2019999999", "0001").decision.verdict is Verdict.ASK
    assert east.gate.check_in_student("2019000001", "0001").decision.verdict is Verdict.ADMIT


def test_phone_tails_cannot_be_tried_out(east: Any) -> None:
    for tail in range(5):
        east.gate.check_in_student("2019000001", f"9{tail:03}")
    assert east.gate.must_wait("2019000001")
    assert east.gate.check_in_student("2019000001", "0001").decision.verdict is Verdict.ASK
    east.clock.moment += timedelta(seconds=31)
    assert not east.gate.must_wait("2019000001")
    assert east.gate.check_in_student("2019000001", "0001").decision.verdict is Verdict.ADMIT


def test_pausing_holds_newcomers_and_lets_go_again(east: Any, codes: Callable[[int], str]) -> None:
    east.gate.set_paused(True, "s1")
    assert east.gate.scan(codes(1)).decision.reason is Reason.PAUSED
    assert east.gate.occupancy().paused
    east.gate.set_paused(False, "s1")
    assert east.gate.scan(codes(1)).decision.reason is Reason.WELCOME


def test_a_full_hall_holds_newcomers(east: Any, codes: Callable[[int], str]) -> None:
    from kiosk.services.values import WalkUpForm  # noqa: PLC0415

    for number in range(3):
        east.desk.register(WalkUpForm(f"来{number}", "", "某校", "本科", "", consent=True))
    assert east.gate.occupancy().inside == 3
    assert east.gate.scan(codes(1)).decision.reason is Reason.FULL


@pytest.mark.parametrize(
    "text", ["", "\x00\x1b[2J", "https://example.com/?a=1", "％" * 400, "F1" + "A" * 148]
)
def test_garbage_gets_one_neutral_answer_and_poisons_nothing(
    east: Any, codes: Callable[[int], str], text: str
) -> None:
    decision = east.gate.scan(text).decision
    assert decision.verdict in {Verdict.REFUSE, Verdict.STAFF}
    assert text.strip() == "" or text not in decision.words.sentence.zh
    assert east.gate.scan(codes(1)).decision.verdict is Verdict.ADMIT
    assert east.gate.store.journal.verify() == ()
