"""The gate over a real store: what is decided is recorded before it is returned."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from kiosk.domain import badge
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.reasons import Reason, Verdict
from kiosk.keys.signing import SigningKey

if TYPE_CHECKING:
    from collections.abc import Callable


def bodies(bench: Any, kind: str) -> list[dict[str, Any]]:
    return [msgspec.json.decode(fact.body) for fact in bench.gate.store.journal.facts() if fact.kind == kind]


def printed_token(bench: Any) -> str:
    """The token of the badge that the queue would print next."""
    job = bench.queue.take()
    assert job is not None
    return job.face.token


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
    assert east.gate.scan(codes(1)).decision.reason is Reason.WELCOME
    east.clock.moment += timedelta(minutes=5)
    assert east.gate.scan(codes(1)).decision.reason is Reason.ALREADY_INSIDE
    assert east.gate.occupancy().inside == 1


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
