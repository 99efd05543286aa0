"""Admission: one decision for all badges, pure and total.

`decide` looks at a claim, the attendee, what has happened before, the fair's rules and the time, and returns
a `Decision`, a value for every outcome, never an exception. All reasons that apply are given, in the order
of `PRECEDENCE`; the first one gives the verdict and the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from kiosk.domain import badge
from kiosk.domain.admission_words import DecisionWords, Facts, words_for
from kiosk.domain.attendee import Attendee, Registration
from kiosk.domain.fair import BEIJING, Fair, Slot, minute_of_day
from kiosk.domain.reasons import ADMIT_REASONS, NOTICE_REASONS, PRECEDENCE, STAFF_REASONS, Reason, Verdict

__all__ = ["BadgeStatus", "Decision", "History", "Passage", "Reason", "Verdict", "decide"]

REPEAT_WINDOW_S = 8
"""A scanner that emits twice, or a hand that trembles: the same verdict again, not "already inside"."""


class BadgeStatus(StrEnum):
    """What facts say of a badge."""

    UNHEARD = "unheard"
    """No fact names it. Its signature alone decides (design.md: a badge never heard of still admits)."""
    ACTIVE = "active"
    REPLACED = "replaced"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Passage:
    """An earlier admission."""

    gate: str
    at: datetime


@dataclass(frozen=True, slots=True)
class History:
    """What has happened, as far as this kiosk knows; read in the transaction that records the decision."""

    admitted: Passage | None = None
    badge_status: BadgeStatus = BadgeStatus.UNHEARD
    inside: int = 0
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome of one scan."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    words: DecisionWords

    @property
    def reason(self) -> Reason:
        """The reason that decided."""
        return self.reasons[0]


def decide(
    claim: badge.Claim, attendee: Attendee | None, history: History, fair: Fair, now: datetime
) -> Decision:
    """Decide one check-in. `now` must carry a time zone; `attendee` is None where nobody is known."""
    reasons = _reasons(claim, attendee, history, fair, now)
    ordered = tuple(each for each in PRECEDENCE if each in reasons) or (Reason.WELCOME,)
    first = ordered[0]
    valid_day = _valid_day(claim, attendee, fair, now)
    details = Facts(
        desk=fair.policy.desk,
        gate=_gate_words(fair, history),
        admitted_at=history.admitted.at if history.admitted else None,
        slot=attendee.slot if attendee else None,
        slot_opens_min=_slot_opens(attendee, fair),
        valid_day=valid_day,
        valid_day_over=valid_day < now.astimezone(BEIJING).date(),
        opens_min=_opens(fair, valid_day),
    )
    return Decision(_verdict(first), ordered, words_for(first, details))


def _verdict(reason: Reason) -> Verdict:
    if reason in ADMIT_REASONS:
        return Verdict.ADMIT
    if reason in NOTICE_REASONS:
        return Verdict.NOTICE
    if reason is Reason.PHONE_NEEDED:
        return Verdict.ASK
    return Verdict.STAFF if reason in STAFF_REASONS else Verdict.REFUSE


def _reasons(
    claim: badge.Claim, attendee: Attendee | None, history: History, fair: Fair, now: datetime
) -> set[Reason]:
    reasons: set[Reason] = set()
    if isinstance(claim, badge.BadgeClaim):
        if claim.trust is badge.Trust.FORGED:
            return {Reason.FORGED}  # nothing else that a forged token says is true
        reasons |= _badge_reasons(claim, history, fair, now)
    elif isinstance(claim, badge.NoClaim):
        return {Reason.UNKNOWN}
    elif isinstance(claim, badge.StudentClaim) and (attendee is None or not claim.phone_tail):
        return {Reason.PHONE_NEEDED}  # the same for a wrong tail and an unknown number: neither is told
    elif attendee is None:
        return {Reason.UNKNOWN}
    if attendee is not None:
        reasons |= _booking_reasons(attendee, fair, now)
    reasons |= _door_reasons(history, fair, now)
    return reasons


def _badge_reasons(claim: badge.BadgeClaim, history: History, fair: Fair, now: datetime) -> set[Reason]:
    token = claim.token
    found: set[Reason] = set()
    if claim.trust is badge.Trust.UNKNOWN_KEY:
        found.add(Reason.UNKNOWN_KEY)
    if token.fair != badge.fair_number(fair.id):
        found.add(Reason.WRONG_FAIR)
    if token.last_valid_day < now.astimezone(BEIJING).date():
        found.add(Reason.WRONG_DAY)
    if history.badge_status is BadgeStatus.REVOKED:
        found.add(Reason.REVOKED)
    if history.badge_status is BadgeStatus.REPLACED:
        found.add(Reason.REPLACED)
    return found


def _booking_reasons(attendee: Attendee, fair: Fair, now: datetime) -> set[Reason]:
    today = now.astimezone(BEIJING).date()
    if attendee.registration is Registration.CANCELLED:
        return {Reason.CANCELLED}
    if attendee.registration is Registration.PENDING:
        return {Reason.NOT_CONFIRMED}
    if attendee.day is not None and attendee.day != today:
        return {Reason.WRONG_DAY}
    return _slot_reasons(attendee.slot, fair, minute_of_day(now))


def _slot_reasons(slot: Slot | None, fair: Fair, minute: int) -> set[Reason]:
    if slot is None:
        return set()
    if minute < slot.start_min - fair.policy.early_grace_min:
        return {Reason.TOO_EARLY}
    if minute >= slot.end_min + fair.policy.late_grace_min:
        return {Reason.TOO_LATE}
    return set()


def _door_reasons(history: History, fair: Fair, now: datetime) -> set[Reason]:
    found: set[Reason] = set()
    if history.admitted is not None:
        age = now - history.admitted.at
        repeated = timedelta(0) <= age <= timedelta(seconds=REPEAT_WINDOW_S)
        found.add(Reason.REPEATED if repeated else Reason.ALREADY_INSIDE)
        return found  # who is inside is not kept out by a full hall or a paused gate
    day = fair.day(now.astimezone(BEIJING).date())
    if day is None:
        found.add(Reason.WRONG_DAY)
    elif minute_of_day(now) < day.opens_min:
        found.add(Reason.NOT_OPEN)
    elif minute_of_day(now) >= day.closes_min:
        found.add(Reason.CLOSED)
    if history.paused:
        found.add(Reason.PAUSED)
    if fair.policy.hall_capacity and history.inside >= fair.policy.hall_capacity:
        found.add(Reason.FULL)
    return found


def _gate_words(fair: Fair, history: History) -> tuple[str, str] | None:
    if history.admitted is None:
        return None
    gate = fair.gate(history.admitted.gate)
    return (gate.name.zh, gate.name.en) if gate else (history.admitted.gate, history.admitted.gate)


def _slot_opens(attendee: Attendee | None, fair: Fair) -> int | None:
    slot: Slot | None = attendee.slot if attendee else None
    return slot.start_min - fair.policy.early_grace_min if slot else None


def _valid_day(claim: badge.Claim, attendee: Attendee | None, fair: Fair, now: datetime) -> date:
    """The day to come on: the one booked, else the next day of the fair."""
    if attendee is not None and attendee.day is not None:
        return attendee.day
    today = now.astimezone(BEIJING).date()
    to_come = [day.day for day in fair.days if day.day >= today]
    if isinstance(claim, badge.BadgeClaim) and claim.token.last_valid_day < today:
        return claim.token.last_valid_day
    return min(to_come) if to_come else fair.last_day


def _opens(fair: Fair, valid_day: date) -> int | None:
    day = fair.day(valid_day)
    return day.opens_min if day else None
