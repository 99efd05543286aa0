"""Admission: one decision for all badges, pure and total.

`decide` looks at a claim, the attendee, what has happened before, the rules at this door and the time, and
returns a `Decision`, a value for every outcome, never an exception. All reasons that apply are given, in the
order of `PRECEDENCE`; the first one gives the verdict and the words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from kiosk.domain import badge
from kiosk.domain.admission_words import DecisionWords, Particulars, words_for
from kiosk.domain.attendee import Attendee, Registration
from kiosk.domain.badge_type import HOSTS, BadgeType
from kiosk.domain.fair import BEIJING, Direction, Fair, Gate, Policy, Session, Slot
from kiosk.domain.reasons import PRECEDENCE, SHAPES, Reason, Verdict, verdict_of
from kiosk.domain.staff_words import staff_words
from kiosk.domain.words import Words

__all__ = [
    "BadgeStatus",
    "Case",
    "Decision",
    "Door",
    "History",
    "Passage",
    "Reason",
    "Verdict",
    "badge_type_of",
    "decide",
    "override",
]

REPEAT_WINDOW = timedelta(seconds=8)
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
class Door:
    """Where it is decided: the fair's rules at one gate."""

    fair: Fair
    gate: Gate
    session: Session | None = None
    """The one behind the gate, of a session door."""

    @property
    def policy(self) -> Policy:
        """The fair's rules."""
        return self.fair.policy


@dataclass(frozen=True, slots=True)
class History:
    """What has happened, as far as this kiosk knows; read in the transaction that records the decision."""

    admitted: Passage | None = None
    """When the person went in who is inside now: the fair, or at a session door the session."""
    left: bool = False
    """Went in today and is out again."""
    badge_status: BadgeStatus = BadgeStatus.UNHEARD
    key_withdrawn: bool = False
    """The badge's key is withdrawn, and nothing says that this badge was issued before."""
    inside: int = 0
    """People in the fair."""
    inside_hall: int = 0
    """People in the hall behind the gate."""
    inside_session: int = 0
    """People in the session behind the gate."""
    paused: bool = False
    has_badge: bool = False
    """A badge was issued to the person."""
    barred: bool = False
    """Staff keep the person out."""
    agreed: bool = False
    """To the notice of this version."""
    declared: bool = False
    stall_released: bool = False
    stall_people: int = 0
    """Others of the same stall who are inside."""
    zone: str = ""
    """Of the person's stall, where it is known."""
    clock_trusted: bool = True
    others_heard: timedelta | None = None
    """How long ago there was word of all other kiosks; None where nothing ever was heard of any."""


@dataclass(frozen=True, slots=True)
class Case:
    """All that a decision was made of."""

    claim: badge.Claim
    attendee: Attendee | None
    history: History
    door: Door
    now: datetime

    @property
    def particulars(self) -> Particulars:
        """What the words may name."""
        return _particulars(self.claim, self.attendee, self.history, self.door, self.now)


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome of one scan. Its words are made when they are read: nobody waits for them at the gate."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    case: Case | Particulars = field(repr=False)
    """It may name a person."""

    @property
    def reason(self) -> Reason:
        """The reason that decided."""
        return self.reasons[0]

    @property
    def particulars(self) -> Particulars:
        """What the words may name."""
        return self.case.particulars if isinstance(self.case, Case) else self.case

    @property
    def words(self) -> DecisionWords:
        """What the visitor is told: word, sentence and next steps."""
        return words_for(self.reason, self.particulars)

    @property
    def staff(self) -> Words:
        """What staff see beside it, all reasons in order."""
        return staff_words(self.reasons, self.particulars)

    @property
    def shape(self) -> str:
        """The drawing beside the word; never colour alone."""
        return SHAPES[self.verdict]

    @property
    def sound(self) -> str:
        """The sound, by name."""
        return SHAPES[self.verdict]


def decide(
    claim: badge.Claim, attendee: Attendee | None, history: History, door: Door, now: datetime
) -> Decision:
    """Decide one check-in. `now` must carry a time zone; `attendee` is None where nobody is known."""
    reasons = _reasons(claim, attendee, history, door, now)
    if len(reasons) > 1:
        ordered = tuple(sorted(reasons, key=_RANK.__getitem__))
    else:
        ordered = tuple(reasons) or (Reason.WELCOME,)
    return Decision(verdict_of(ordered[0]), ordered, Case(claim, attendee, history, door, now))


_RANK = {reason: rank for rank, reason in enumerate(PRECEDENCE)}


def override(decision: Decision) -> Decision:
    """The decision once staff let the person in against it.

    What makes a claim nobody's (unknown, forged, phone needed) and who is barred stays refused: then it is
    the same decision.
    """
    if decision.verdict in {Verdict.ADMIT, Verdict.NOTICE} or STANDING & set(decision.reasons):
        return decision
    reasons = (Reason.OVERRIDDEN, *decision.reasons)
    return Decision(verdict_of(Reason.OVERRIDDEN), reasons, decision.case)


STANDING = frozenset({Reason.UNKNOWN, Reason.FORGED, Reason.PHONE_NEEDED, Reason.BARRED, Reason.REVOKED})
"""No staff can override these at the gate: nobody is known, or somebody decided that this one stays out."""


def badge_type_of(claim: badge.Claim, attendee: Attendee | None) -> BadgeType | None:
    """From the token, so that gates of a kind work for badges never heard of; else the attendee's."""
    if isinstance(claim, badge.BadgeClaim) and claim.trust is badge.Trust.VALID:
        return claim.token.type
    return attendee.type if attendee is not None else None


def _reasons(
    claim: badge.Claim, attendee: Attendee | None, history: History, door: Door, now: datetime
) -> set[Reason]:
    nobody = _nobody(claim, attendee, door)
    if nobody is not None:
        return {nobody}
    reasons: set[Reason] = set()
    if isinstance(claim, badge.BadgeClaim):
        reasons |= _badge_reasons(claim, history, door, now)
    if door.gate.direction is Direction.NONE:
        return reasons | _foyer_reasons(attendee, history)
    if not history.clock_trusted:
        reasons.add(Reason.CLOCK)  # what depends on the time of day is not judged by such a clock
    badge_type = badge_type_of(claim, attendee)
    if attendee is not None:
        reasons |= _booking_reasons(attendee, history, now)
    if history.barred:
        reasons.add(Reason.BARRED)
    if not door.gate.takes(badge_type, history.zone if badge_type in HOSTS else ""):
        reasons.add(Reason.WRONG_GATE)
    if history.stall_released and badge_type in HOSTS:
        reasons.add(Reason.STALL_RELEASED)
    if history.admitted is not None:
        repeated = timedelta(0) <= now - history.admitted.at <= REPEAT_WINDOW
        # who is inside is not kept out by the hour, a full hall or a paused gate
        return reasons | {Reason.REPEATED if repeated else Reason.ALREADY_INSIDE}
    if history.left and not door.policy.re_entry:
        reasons.add(Reason.NO_RE_ENTRY)
    reasons |= _agreement_reasons(badge_type, history, door)
    reasons |= _hour_reasons(attendee, badge_type, history, door, now)
    return reasons | _room_reasons(badge_type, history, door)


def _nobody(claim: badge.Claim, attendee: Attendee | None, door: Door) -> Reason | None:
    """The only reason where the claim is nobody's, or nobody's business."""
    if door.gate.direction is Direction.OUT:
        return Reason.LEFT  # whoever wants out goes out
    if isinstance(claim, badge.BadgeClaim):
        # nothing else that a forged token says is true
        return Reason.FORGED if claim.trust is badge.Trust.FORGED else None
    if isinstance(claim, badge.StudentClaim | badge.NameClaim):
        # the same for a wrong tail and an unknown number: neither is told
        return Reason.PHONE_NEEDED if attendee is None or not claim.phone_tail else None
    return Reason.UNKNOWN if attendee is None or isinstance(claim, badge.NoClaim) else None


def _badge_reasons(claim: badge.BadgeClaim, history: History, door: Door, now: datetime) -> set[Reason]:
    token = claim.token
    found: set[Reason] = set()
    if claim.trust is badge.Trust.UNKNOWN_KEY:
        found.add(Reason.UNKNOWN_KEY)
    if token.fair != badge.fair_number(door.fair.id):
        found.add(Reason.WRONG_FAIR)
    if history.clock_trusted and token.last_valid_day < now.astimezone(BEIJING).date():
        found.add(Reason.WRONG_DAY)
    if history.key_withdrawn:
        found.add(Reason.KEY_WITHDRAWN)
    if history.badge_status is BadgeStatus.REVOKED:
        found.add(Reason.REVOKED)
    if history.badge_status is BadgeStatus.REPLACED:
        found.add(Reason.REPLACED)
    return found


def _foyer_reasons(attendee: Attendee | None, history: History) -> set[Reason]:
    """Where badges are printed and nobody is admitted: the day, the hour and the room do not matter."""
    found = {Reason.HAS_BADGE if history.has_badge else Reason.BADGE}
    registration = _REGISTRATION_REASONS.get(attendee.registration) if attendee is not None else None
    if registration is not None:
        found.add(registration)
    if history.barred:
        found.add(Reason.BARRED)
    return found


_REGISTRATION_REASONS = {
    Registration.CANCELLED: Reason.CANCELLED,
    Registration.PENDING: Reason.NOT_CONFIRMED,
    Registration.WAITING: Reason.WAITING,
    Registration.BARRED: Reason.BARRED,
}


def _booking_reasons(attendee: Attendee, history: History, now: datetime) -> set[Reason]:
    found: set[Reason] = set()
    registration = _REGISTRATION_REASONS.get(attendee.registration)
    if registration is not None:
        found.add(registration)
    if history.clock_trusted and attendee.day is not None and attendee.day != now.astimezone(BEIJING).date():
        found.add(Reason.WRONG_DAY)
    if attendee.note:
        found.add(Reason.NOTE)
    return found


def _agreement_reasons(badge_type: BadgeType | None, history: History, door: Door) -> set[Reason]:
    found: set[Reason] = set()
    if badge_type in door.policy.consent_types and not history.agreed:
        found.add(Reason.CONSENT_MISSING)
    if door.policy.declaration.zh and not history.declared:
        found.add(Reason.DECLARATION_MISSING)
    return found


def _hour_reasons(
    attendee: Attendee | None, badge_type: BadgeType | None, history: History, door: Door, now: datetime
) -> set[Reason]:
    if not history.clock_trusted:
        return set()
    local = now.astimezone(BEIJING)
    today, minute = local.date(), local.hour * 60 + local.minute
    opening = _opening(door, badge_type, today)
    if opening is None:
        return {Reason.WRONG_DAY}
    found: set[Reason] = set()
    if minute < opening.start_min:
        found.add(Reason.NOT_OPEN)
    elif minute >= opening.end_min:
        found.add(Reason.CLOSED)
    if attendee is not None and door.session is None and (attendee.day is None or attendee.day == today):
        found |= _slot_reasons(attendee.slot, door.policy, minute)
    return found


def _slot_reasons(slot: Slot | None, policy: Policy, minute: int) -> set[Reason]:
    if slot is None:
        return set()
    if minute < slot.start_min - policy.early_grace_min:
        return {Reason.TOO_EARLY}
    if minute >= slot.end_min + policy.late_grace_min:
        return {Reason.TOO_LATE}
    return set()


def _opening(door: Door, badge_type: BadgeType | None, today: date) -> Slot | None:
    """When the door is open today to a badge type; None on a day that is none of its."""
    if door.session is not None:
        if door.session.day != today:
            return None
        slot = door.session.slot
        return Slot(slot.start_min - door.policy.session_early_min, slot.end_min)
    day = door.fair.day(today)
    if day is None:
        return None
    window = door.policy.window(badge_type)
    return Slot(window.opens_min, window.closes_min) if window else Slot(day.opens_min, day.closes_min)


def _room_reasons(badge_type: BadgeType | None, history: History, door: Door) -> set[Reason]:
    found: set[Reason] = set()
    limit = door.policy.employer_limit
    if limit and badge_type in HOSTS and history.stall_people >= limit and door.session is None:
        found.add(Reason.EMPLOYER_LIMIT)
    if history.paused:
        found.add(Reason.PAUSED)
    if any(capacity and inside >= capacity for inside, capacity in _rooms(history, door)):
        found.add(Reason.FULL)
    return found


def _rooms(history: History, door: Door) -> tuple[tuple[int, int], ...]:
    """People and places of each room that the gate leads into."""
    if door.session is not None:
        return ((history.inside_session, door.session.seats),)
    hall = door.policy.hall(door.gate.hall)
    return (
        (history.inside, door.policy.hall_capacity),
        (history.inside_hall, hall.capacity if hall is not None else 0),
    )


def _particulars(
    claim: badge.Claim, attendee: Attendee | None, history: History, door: Door, now: datetime
) -> Particulars:
    today = now.astimezone(BEIJING).date()
    badge_type = badge_type_of(claim, attendee)
    valid_day = _valid_day(claim, attendee, door, today)
    opening = _opening(door, badge_type, valid_day)
    passage_gate = door.fair.gate(history.admitted.gate) if history.admitted is not None else None
    return Particulars(
        desk=door.policy.desk,
        gate=passage_gate.name if passage_gate else None,
        gate_id=history.admitted.gate if history.admitted else "",
        admitted_at=history.admitted.at if history.admitted else None,
        slot=attendee.slot if attendee else None,
        slot_opens_min=(
            attendee.slot.start_min - door.policy.early_grace_min if attendee and attendee.slot else None
        ),
        valid_day=valid_day,
        valid_day_over=valid_day < today,
        opens_min=opening.start_min if opening else None,
        gates=tuple(
            gate.name
            for gate in door.fair.gates
            if gate.direction is Direction.IN and not gate.session and gate.takes(badge_type, history.zone)
        ),
        session=door.session.title if door.session else None,
        stall=attendee.stall if attendee else "",
        limit=door.policy.employer_limit,
        re_entry=door.policy.re_entry,
        note=attendee.note if attendee else "",
        now=now,
        others_heard=history.others_heard,
        room_limited=any(capacity for _, capacity in _rooms(history, door)),
    )


def _valid_day(claim: badge.Claim, attendee: Attendee | None, door: Door, today: date) -> date:
    """The day to come on: the session's, the one booked, else the next day of the fair."""
    if door.session is not None:
        return door.session.day
    if attendee is not None and attendee.day is not None:
        return attendee.day
    if isinstance(claim, badge.BadgeClaim) and claim.token.last_valid_day < today:
        return claim.token.last_valid_day
    to_come = [day.day for day in door.fair.days if day.day >= today]
    return min(to_come) if to_come else door.fair.last_day
