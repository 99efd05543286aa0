"""What the services ask of the projections: check-ins, badges, what is to be printed. Reads only.

Moments come as aware datetimes in Beijing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.domain.admission import BadgeStatus
from kiosk.domain.key_certificate import KeyCertificate
from kiosk.store import driver
from kiosk.store.certificates import certificate_of
from kiosk.store.days import moment, number
from kiosk.store.ids import as_signed, as_unsigned
from kiosk.store.presence import status_of
from kiosk.store.walk_ups import search_walk_ups, walk_up

if TYPE_CHECKING:
    from kiosk.store.driver import Database

__all__ = [
    "BadgeRecord",
    "CheckInRecord",
    "badge_conflicts",
    "badges_of",
    "certificates",
    "certificates_as_of",
    "check_in_at",
    "entries",
    "is_signed_under",
    "recent_checkins",
    "search_walk_ups",
    "totals_by_gate",
    "walk_up",
]


@dataclass(frozen=True, slots=True)
class BadgeRecord:
    """A badge that facts name."""

    badge: int
    attendee: int | None
    """None where its issue is not known here."""
    kid: int | None
    status: BadgeStatus
    conflict: bool
    """Beaten by another reissue that did not know of it."""


@dataclass(frozen=True, slots=True)
class CheckInRecord:
    """One decision at a gate."""

    origin: bytes
    seq: int
    time_ms: int
    gate: str
    verdict: str
    reasons: tuple[str, ...]
    claim: str
    attendee: int | None
    badge: int | None
    badge_type: int | None
    direction: str
    by: str
    """Who let the person in against the decision, or nothing."""
    undone: bool
    passage: bool
    """Somebody went in or out."""

    @property
    def at(self) -> datetime:
        """When, in Beijing."""
        return moment(self.time_ms << 16)


def totals_by_gate(db: Database, fair: str, day: date | None = None) -> dict[str, int]:
    """Passages at each gate, of one day or of all; a second scan of one who is inside is none."""
    chosen = number(day) if day is not None else None
    return dict(
        driver.rows(
            db,
            "SELECT gate, sum(passages) FROM gate_count "
            "WHERE fair = ?1 AND (?2 IS NULL OR day = ?2) GROUP BY gate",
            (fair, chosen),
        )
    )


def entries(db: Database, fair: str, *, until_ms: int, span_ms: int, count: int) -> tuple[int, ...]:
    """People who went in, in each of the last `count` spans of time before `until_ms`, the earliest first.

    Each is counted once a day, where the first passage was. A span holds its end, not its beginning.
    """
    start_ms = until_ms - span_ms * count
    found = driver.rows(
        db, _ENTRIES, (fair, (start_ms + 1) << 16, (until_ms + 1) << 16, start_ms + 1, span_ms)
    )
    people = dict(found)
    return tuple(people.get(number, 0) for number in range(count))


_ENTRIES = """
SELECT ((check_in.time >> 16) - ?4) / ?5 AS span, count(*)
FROM check_in INDEXED BY check_in_by_time
JOIN presence USING (fair, session, subject_kind, subject, day)
WHERE fair = ?1 AND session = '' AND check_in.time >= ?2 AND check_in.time < ?3
    AND first_origin = check_in.origin AND first_seq = check_in.seq
GROUP BY span
"""


def badges_of(db: Database, attendee: int, *, fair: str) -> tuple[BadgeRecord, ...]:
    """Every badge that was issued to an attendee, as far as facts tell, the earliest first."""
    found = driver.rows(
        db,
        f"{_BADGES} INDEXED BY badge_of_attendee WHERE attendee = ? AND fair = ? ORDER BY time, origin, seq",
        (as_signed(attendee), fair),
    )
    return tuple(map(_badge, found))


def is_signed_under(db: Database, badge: int, *, fair: str, kid: int) -> bool:
    """Whether a fact says that a badge was issued under a key."""
    found = driver.row(
        db,
        "SELECT 1 FROM badge_key WHERE fair = ? AND badge = ? AND kid = ?",
        (fair, as_signed(badge), as_signed(kid)),
    )
    return found is not None


def badge_conflicts(db: Database, fair: str) -> tuple[BadgeRecord, ...]:
    """Reissues that lost against another one that did not know of them."""
    found = driver.rows(
        db, f"{_BADGES} INDEXED BY badge_beaten WHERE fair = ? AND beaten ORDER BY time, origin, seq", (fair,)
    )
    return tuple(map(_badge, found))


def recent_checkins(db: Database, fair: str, limit: int) -> tuple[CheckInRecord, ...]:
    """The latest decisions at all gates, the newest first."""
    found = driver.rows(
        db,
        f"{_CHECK_INS} WHERE fair = ? ORDER BY time DESC, origin DESC, seq DESC LIMIT ?",
        (fair, max(limit, 0)),
    )
    return tuple(map(_check_in, found))


def check_in_at(db: Database, origin: bytes, seq: int) -> CheckInRecord | None:
    """The check-in at a place in a journal, or None."""
    found = driver.row(db, f"{_CHECK_INS} WHERE origin = ? AND seq = ?", (origin, seq))
    return _check_in(found) if found else None


def last_passage(db: Database, fair: str, day: date, attendee: int) -> CheckInRecord | None:
    """The latest time that somebody passed a door of the fair itself on a day, if it was not undone."""
    found = driver.row(
        db,
        f"{_CHECK_INS} WHERE fair = ? AND day = ? AND subject_kind = 'attendee' AND subject = ? "
        "AND session = '' AND NOT undone ORDER BY time DESC, origin DESC, seq DESC LIMIT 1",
        (fair, number(day), as_signed(attendee)),
    )
    return _check_in(found) if found else None


_CHECK_INS = (
    "SELECT origin, seq, time, gate, verdict, reasons, claim, attendee, badge, badge_type, direction, "
    "by_staff, undone, subject FROM check_in"
)


def _check_in(row: tuple[Any, ...]) -> CheckInRecord:
    return CheckInRecord(
        origin=row[0],
        seq=row[1],
        time_ms=row[2] >> 16,
        gate=row[3],
        verdict=row[4],
        reasons=msgspec.json.decode(row[5], type=tuple[str, ...]),
        claim=row[6],
        attendee=_unsigned(row[7]),
        badge=_unsigned(row[8]),
        badge_type=_unsigned(row[9]),
        direction=row[10],
        by=row[11],
        undone=bool(row[12]),
        passage=row[13] is not None,
    )


def certificates(db: Database) -> tuple[KeyCertificate, ...]:
    """Key certificates that came as facts. Their signatures are the reader's to check."""
    found = driver.rows(
        db,
        "SELECT DISTINCT kid, public_key, role, name, fair, signature FROM certificate "
        "ORDER BY kid, public_key, fair, role, name, signature",
    )
    return tuple(each for row in found if (each := certificate_of(row)) is not None)


def certificates_as_of(db: Database) -> int:
    """How many certificates came as facts: another number after every one."""
    return int(driver.rows(db, "SELECT count(*) FROM certificate")[0][0])


_BADGES = "SELECT badge, attendee, kid, revoked, replaced, beaten FROM badge"


def _badge(row: tuple[Any, ...]) -> BadgeRecord:
    badge, attendee, kid, revoked, replaced, beaten = row
    status = status_of(revoked, replaced, beaten)
    return BadgeRecord(as_unsigned(badge), _unsigned(attendee), _unsigned(kid), status, bool(beaten))


def _unsigned(number: int | None) -> int | None:
    return None if number is None else as_unsigned(number)
