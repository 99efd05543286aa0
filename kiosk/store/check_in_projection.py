"""Who is inside, since when, through which gate, and who went in twice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from kiosk.domain import facts
from kiosk.domain.fair import DAY_ZERO
from kiosk.domain.reasons import Reason, Verdict
from kiosk.store.ids import as_signed

if TYPE_CHECKING:
    from sqlite_utils import Database

_BEIJING_OFFSET_MS = 8 * 3600 * 1000
_DAY_MS = 24 * 3600 * 1000
_DAY_ZERO = (DAY_ZERO - date(1970, 1, 1)).days
_LAST_DAY = 0xFFFF
"""Badge tokens count days in 16 bits."""


def check_in(db: Database, fact: facts.Fact, body: facts.CheckIn) -> None:
    """Keep the check-in, count it at its gate, and note the passage if somebody went in."""
    day = _day_of(fact, body)
    kind, subject = _subject(body)
    db.conn.execute(
        "INSERT INTO check_in VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            fact.origin,
            fact.seq,
            fact.time,
            body.fair,
            body.gate,
            body.verdict,
            msgspec.json.encode(body.reasons).decode(),
            body.claim,
            _signed(body.attendee),
            _signed(body.badge),
            _signed(body.badge_type),
            day,
            kind,
            subject,
        ),
    )
    db.conn.execute(
        "INSERT INTO gate_count VALUES (?, ?, ?, ?, 1, ?) ON CONFLICT (fair, day, gate, verdict) "
        "DO UPDATE SET check_ins = check_ins + 1, passages = passages + excluded.passages",
        (body.fair, day, body.gate, body.verdict, int(kind is not None)),
    )
    if kind is not None:
        _passage(db, fact, body, day, (kind, subject))


def _day_of(fact: facts.Fact, body: facts.CheckIn) -> int:
    """The day that was decided for; the time's where the fact does not say, or says what no badge could."""
    if body.day is None or body.day > _LAST_DAY:
        return day_of_ms(fact.time_ms)
    return body.day + _DAY_ZERO


def day_of_ms(time_ms: int) -> int:
    """The Beijing day of a moment, counted from 1970-01-01."""
    return (time_ms + _BEIJING_OFFSET_MS) // _DAY_MS


def _passage(
    db: Database, fact: facts.Fact, body: facts.CheckIn, day: int, subject: tuple[str, int | None]
) -> None:
    key = (body.fair, *subject, day)
    known = db.conn.execute(
        "UPDATE admission SET passages = passages + 1 "
        "WHERE fair = ? AND subject_kind = ? AND subject = ? AND day = ?",
        key,
    ).rowcount
    if known:
        db.conn.execute(
            "UPDATE admission SET gate = ?, time = ?, origin = ?, seq = ? "
            "WHERE fair = ? AND subject_kind = ? AND subject = ? AND day = ? "
            "AND (?, ?, ?) < (time, origin, seq)",
            (body.gate, fact.time, fact.origin, fact.seq, *key, fact.time, fact.origin, fact.seq),
        )
        return
    db.conn.execute(
        "INSERT INTO admission VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
        (*key, body.gate, fact.time, fact.origin, fact.seq),
    )
    db.conn.execute(
        "INSERT INTO occupancy VALUES (?, ?, 1) ON CONFLICT (fair, day) DO UPDATE SET people = people + 1",
        (body.fair, day),
    )


def _subject(body: facts.CheckIn) -> tuple[str | None, int | None]:
    """Who went in: the attendee, or the badge where nobody is known. A scanner's echo is no passage."""
    if body.verdict != Verdict.ADMIT or Reason.REPEATED in body.reasons:
        return None, None
    if body.attendee is not None:
        return "attendee", as_signed(body.attendee)
    return ("badge", as_signed(body.badge)) if body.badge is not None else (None, None)


def _signed(number: int | None) -> int | None:
    return None if number is None else as_signed(number)
