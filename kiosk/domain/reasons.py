"""The outcomes of a check-in, and their order of precedence."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What the gate does."""

    ADMIT = "admit"
    NOTICE = "notice"
    """Admitted, with something to know."""
    ASK = "ask"
    REFUSE = "refuse"
    STAFF = "staff"


class Reason(StrEnum):
    """Why. The values stand in facts and never change."""

    WELCOME = "welcome"
    REPEATED = "repeated"
    ALREADY_INSIDE = "already_inside"
    PHONE_NEEDED = "phone_needed"
    FORGED = "forged"
    UNKNOWN = "unknown"
    UNKNOWN_KEY = "unknown_key"
    WRONG_FAIR = "wrong_fair"
    REVOKED = "revoked"
    REPLACED = "replaced"
    CANCELLED = "cancelled"
    NOT_CONFIRMED = "not_confirmed"
    WRONG_DAY = "wrong_day"
    NOT_OPEN = "not_open"
    CLOSED = "closed"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    PAUSED = "paused"
    FULL = "full"


PRECEDENCE = (
    Reason.UNKNOWN,
    Reason.FORGED,
    Reason.PHONE_NEEDED,
    Reason.WRONG_FAIR,
    Reason.UNKNOWN_KEY,
    Reason.REVOKED,
    Reason.REPLACED,
    Reason.CANCELLED,
    Reason.NOT_CONFIRMED,
    Reason.WRONG_DAY,
    Reason.REPEATED,
    Reason.ALREADY_INSIDE,
    Reason.NOT_OPEN,
    Reason.CLOSED,
    Reason.TOO_EARLY,
    Reason.TOO_LATE,
    Reason.PAUSED,
    Reason.FULL,
    Reason.WELCOME,
)
"""What is wrong with the code, then with the badge, then with the booking, then with the door."""

ADMIT_REASONS = frozenset({Reason.WELCOME, Reason.REPEATED})
"""A scanner that emits twice gets the verdict again."""
NOTICE_REASONS = frozenset({Reason.ALREADY_INSIDE})
STAFF_REASONS = frozenset({Reason.UNKNOWN_KEY, Reason.REVOKED, Reason.NOT_CONFIRMED, Reason.FORGED})
"""A person has to look: the visitor cannot mend these alone."""
