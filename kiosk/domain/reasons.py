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

    OVERRIDDEN = "overridden"
    LEFT = "left"
    BADGE = "badge"
    HAS_BADGE = "has_badge"
    WELCOME = "welcome"
    REPEATED = "repeated"
    ALREADY_INSIDE = "already_inside"
    NOTE = "note"
    PHONE_NEEDED = "phone_needed"
    CONSENT_MISSING = "consent_missing"
    DECLARATION_MISSING = "declaration_missing"
    FORGED = "forged"
    UNKNOWN = "unknown"
    UNKNOWN_KEY = "unknown_key"
    KEY_WITHDRAWN = "key_withdrawn"
    WRONG_FAIR = "wrong_fair"
    BARRED = "barred"
    REVOKED = "revoked"
    REPLACED = "replaced"
    CANCELLED = "cancelled"
    WAITING = "waiting"
    NOT_CONFIRMED = "not_confirmed"
    CLOCK = "clock"
    WRONG_DAY = "wrong_day"
    WRONG_GATE = "wrong_gate"
    STALL_RELEASED = "stall_released"
    NO_RE_ENTRY = "no_re_entry"
    NOT_OPEN = "not_open"
    CLOSED = "closed"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    EMPLOYER_LIMIT = "employer_limit"
    PAUSED = "paused"
    FULL = "full"


PRECEDENCE = (
    Reason.LEFT,
    Reason.UNKNOWN,
    Reason.FORGED,
    Reason.PHONE_NEEDED,
    Reason.OVERRIDDEN,
    Reason.WRONG_FAIR,
    Reason.UNKNOWN_KEY,
    Reason.KEY_WITHDRAWN,
    Reason.BARRED,
    Reason.REVOKED,
    Reason.REPLACED,
    Reason.CANCELLED,
    Reason.WAITING,
    Reason.NOT_CONFIRMED,
    Reason.CLOCK,
    Reason.WRONG_DAY,
    Reason.WRONG_GATE,
    Reason.STALL_RELEASED,
    Reason.ALREADY_INSIDE,
    Reason.NO_RE_ENTRY,
    Reason.NOT_OPEN,
    Reason.CLOSED,
    Reason.TOO_EARLY,
    Reason.TOO_LATE,
    Reason.EMPLOYER_LIMIT,
    Reason.CONSENT_MISSING,
    Reason.DECLARATION_MISSING,
    Reason.PAUSED,
    Reason.FULL,
    Reason.NOTE,
    Reason.HAS_BADGE,
    Reason.BADGE,
    Reason.REPEATED,
    Reason.WELCOME,
)
"""Nobody is kept from leaving; then what is wrong with the code, with the badge, with the booking, with the
door; a full hall last, because who waits for a place should know first that there is something to mend."""

ADMIT_REASONS = frozenset({Reason.WELCOME, Reason.REPEATED, Reason.OVERRIDDEN, Reason.LEFT, Reason.BADGE})
"""A scanner that emits twice gets the verdict again."""
NOTICE_REASONS = frozenset({Reason.ALREADY_INSIDE, Reason.NOTE, Reason.HAS_BADGE})
ASK_REASONS = frozenset({Reason.PHONE_NEEDED, Reason.CONSENT_MISSING, Reason.DECLARATION_MISSING})
STAFF_REASONS = frozenset(
    {
        Reason.UNKNOWN_KEY,
        Reason.KEY_WITHDRAWN,
        Reason.REVOKED,
        Reason.NOT_CONFIRMED,
        Reason.FORGED,
        Reason.BARRED,
        Reason.CLOCK,
    }
)
"""A person has to look: the visitor cannot mend these alone."""


def verdict_of(reason: Reason) -> Verdict:
    """What the gate does where this reason decides."""
    if reason in ADMIT_REASONS:
        return Verdict.ADMIT
    if reason in NOTICE_REASONS:
        return Verdict.NOTICE
    if reason in ASK_REASONS:
        return Verdict.ASK
    return Verdict.STAFF if reason in STAFF_REASONS else Verdict.REFUSE


SHAPES = {
    Verdict.ADMIT: "admit",
    Verdict.NOTICE: "notice",
    Verdict.ASK: "notice",
    Verdict.REFUSE: "refuse",
    Verdict.STAFF: "staff",
}
"""The drawing and the sound of a verdict, by one name; a question looks and sounds like a notice."""
