"""When a session is, seen from now, and what there is to say of its seats. Pure."""

from datetime import date, datetime

from kiosk.domain.fair import BEIJING, Session, minute_of_day

WHOLE_DAY_MIN = 24 * 60


def minute_on(day: date, now: datetime) -> int:
    """Minutes since midnight of `day`; before that day below 0, after it past its end."""
    return (now.astimezone(BEIJING).date() - day).days * WHOLE_DAY_MIN + minute_of_day(now)


def stage_of(session: Session, now: datetime) -> str:
    """over, on or later."""
    minute = minute_on(session.day, now)
    if minute >= session.slot.end_min:
        return "over"
    return "on" if minute >= session.slot.start_min else "later"


def minutes_until(session: Session, now: datetime) -> int:
    """Minutes until it starts; below 0 once it has."""
    return session.slot.start_min - minute_on(session.day, now)


NOT_SAID = -1
"""Of seats that are left: nobody counts them, or it does not matter."""


def seats_said(session: Session, now: datetime, left: int | None) -> int:
    """Seats that are left, to be said of a session that is on or still to come today; else NOT_SAID."""
    if left is None or not is_today(session.day, now) or stage_of(session, now) == "over":
        return NOT_SAID
    return left


def is_today(day: date, now: datetime) -> bool:
    """Whether a day is the present one in Beijing."""
    return now.astimezone(BEIJING).date() == day
