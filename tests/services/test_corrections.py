"""What staff put right, over a real store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kiosk.domain import facts
from kiosk.domain.reasons import Reason, Verdict


def last_check_in(bench: Any) -> tuple[str, int]:
    row = bench.day.recent()[0]
    return row.origin, row.seq


def test_staff_admit_somebody_found_by_hand_and_the_badge_is_printed(east: Any) -> None:
    done = east.corrections.admit(1, "s1")
    assert done.admission.decision.reason is Reason.WELCOME
    assert done.admission.prints
    assert east.gate.occupancy().inside == 1


def test_staff_admit_by_the_same_rules_and_override_them_with_a_reason(east: Any) -> None:
    refused = east.corrections.admit(2, "s1").admission.decision
    assert refused.reason is Reason.TOO_EARLY
    done = east.corrections.override(2, "known", "s1")
    assert done.done
    assert done.admission.decision.reasons == (Reason.OVERRIDDEN, Reason.TOO_EARLY)
    assert done.admission.prints
    assert east.gate.occupancy().inside == 1
    body = east.gate.store.journal.latest(facts.CheckIn)
    assert (body.by, body.why, body.claim) == ("s1", "known", "staff")


def test_a_barred_person_is_not_overridden(east: Any, codes: Callable[[int], str]) -> None:
    assert not east.corrections.override(11, "known", "s1").done
    assert east.corrections.bar(1, True, "s1").done
    decision = east.gate.scan(codes(1)).decision
    assert (decision.reason, decision.verdict) == (Reason.BARRED, Verdict.STAFF)
    assert not east.corrections.override(1, "urgent", "s1").done
    assert east.gate.occupancy().inside == 0
    assert east.desk.find("林知远")[0].barred
    east.corrections.bar(1, False, "s1")
    assert east.gate.scan(codes(1)).decision.reason is Reason.WELCOME


def test_nobody_is_let_in_whom_nobody_knows_or_for_no_reason(east: Any) -> None:
    assert not east.corrections.override(999, "known", "s1").done
    with pytest.raises(ValueError):
        east.corrections.override(1, "because", "s1")


def test_a_check_in_is_undone_within_the_window(east: Any, codes: Callable[[int], str]) -> None:
    east.gate.scan(codes(1))
    assert east.day.recent()[0].undoable
    origin, seq = last_check_in(east)
    assert east.corrections.undo(origin, seq, "s1").done
    assert east.gate.occupancy().inside == 0
    assert east.day.recent()[0].undone
    assert not east.corrections.undo(origin, seq, "s1").done, "once is enough"
    east.clock.moment += timedelta(minutes=1)
    assert east.gate.scan(codes(1)).decision.reason is Reason.WELCOME


def test_somebodys_last_entry_is_undone_by_name(east: Any, codes: Callable[[int], str]) -> None:
    assert not east.corrections.undo_last(1, "s1").done, "there is none"
    east.gate.scan(codes(1))
    east.gate.scan(codes(4))
    assert east.corrections.undo_last(1, "s1").done
    assert [row.undone for row in east.day.recent()] == [False, True]
    assert not east.corrections.undo_last(1, "s1").done, "once is enough"
    east.clock.moment += timedelta(minutes=11)
    assert "10" in east.corrections.undo_last(4, "s1").words.zh, "the window has closed"


def test_after_the_window_nothing_is_undone(east: Any, codes: Callable[[int], str]) -> None:
    east.gate.scan(codes(1))
    place = last_check_in(east)
    east.clock.moment += timedelta(minutes=11)
    done = east.corrections.undo(*place, "s1")
    assert not done.done
    assert "10" in done.words.en
    assert not east.day.recent()[0].undoable
    assert east.gate.occupancy().inside == 1


def test_what_let_nobody_in_is_not_undone(east: Any, codes: Callable[[int], str]) -> None:
    east.gate.scan(codes(3))
    assert not east.corrections.undo(*last_check_in(east), "s1").done
    assert not east.corrections.undo("ab" * 16, 7, "s1").done


def test_a_withdrawn_key_calls_staff_for_what_it_is_not_known_to_have_issued(
    east: Any, kiosk_at: Callable[..., Any], codes: Callable[[int], str]
) -> None:
    east.gate.scan(codes(1))
    token = east.printed().face.token
    west = kiosk_at("west-1")
    west.corrections.withdraw_key(east.issuing.key.kid, 1, "s1")
    assert west.gate.scan(token).decision.reason is Reason.KEY_WITHDRAWN
    seq = east.gate.store.journal.last_seq(facts.BadgeIssued)
    east.corrections.withdraw_key(east.issuing.key.kid, seq + 1, "s1")
    east.clock.moment += timedelta(minutes=1)
    assert east.gate.scan(token).decision.reason is Reason.ALREADY_INSIDE, "its issue is known here"


def test_a_clock_that_was_set_back_is_said_and_confirmed(east: Any, codes: Callable[[int], str]) -> None:
    east.clock.moment += timedelta(days=3)
    east.gate.set_paused(False, "s1")  # any fact: the journal's time stays ahead from now on
    east.clock.moment -= timedelta(days=3)
    decision = east.gate.scan(codes(1)).decision
    assert (decision.reason, decision.verdict) == (Reason.CLOCK, Verdict.STAFF)
    assert "2026-11-28 09:24" in decision.staff.en
    assert any(need.leads_to == "clock" for need in east.day.needs())
    east.corrections.confirm_clock("s1")
    assert not any(need.leads_to == "clock" for need in east.day.needs())
    assert east.gate.scan(codes(1)).decision.reason is Reason.WELCOME
    east.clock.moment -= timedelta(hours=1)
    assert east.gate.scan(codes(2)).decision.reason is Reason.CLOCK, "set back once more"


def test_a_rescue_is_said_until_it_was_read(east: Any) -> None:
    with east.gate.store.transaction():
        east.gate.store.journal.append(facts.StoreRescued("ab" * 16, 214, 3), now_ms=east.clock.now_ms())
    need = next(each for each in east.day.needs() if each.leads_to == "rescue")
    assert "214" in need.detail.zh
    east.corrections.see_rescue("s1")
    assert not any(each.leads_to == "rescue" for each in east.day.needs())
