"""What a report adds up: who came, when, through which gate, and what was refused. Reads only; no names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec

from kiosk.store import driver
from kiosk.store.days import day_of, moment
from kiosk.store.ids import as_unsigned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.store.driver import Database

_HOUR_MS = 3600 * 1000
_BEIJING_OFFSET_MS = 8 * _HOUR_MS


@dataclass(frozen=True, slots=True)
class Came:
    """A person (or a badge of whom nobody is known) who came on a day."""

    attendee: int | None
    day: date
    session: str
    first: datetime
    entries: int
    """How often the person went in from outside."""
    doubles: int
    stall: str
    badge_type: int | None
    """As the first passage's badge says."""


@dataclass(frozen=True, slots=True)
class HourCount:
    """Passages of one hour through one gate. `hour` counts from midnight in Beijing."""

    day: date
    hour: int
    gate: str
    direction: str
    passages: int


@dataclass(frozen=True, slots=True)
class WalkUpCount:
    """How many registered at a kiosk, by type, school and degree."""

    badge_type: int
    school_code: str
    degree: str
    people: int


def came(db: Database, fair: str) -> Iterator[Came]:
    """Everybody who came, a row a person, day and session."""
    cursor = db.conn.execute(_CAME, (fair,))
    for kind, subject, day, session, time, entries, doubles, stall, badge_type in cursor:
        yield Came(
            as_unsigned(subject) if kind == "attendee" else None,
            day_of(day),
            session,
            moment(time),
            entries,
            doubles,
            stall,
            badge_type,
        )


_CAME = """
SELECT presence.subject_kind, presence.subject, presence.day, presence.session, first_time, entries, doubles,
    presence.stall, check_in.badge_type
FROM presence LEFT JOIN check_in ON check_in.origin = first_origin AND check_in.seq = first_seq
WHERE presence.fair = ?
ORDER BY presence.day, first_time, first_origin, first_seq
"""


def hours(db: Database, fair: str) -> tuple[HourCount, ...]:
    """Passages into and out of the fair by hour and gate; what was undone is left out."""
    found = driver.rows(db, _HOURS, (fair,))
    return tuple(HourCount(day_of(day), hour, gate, way, count) for day, hour, gate, way, count in found)


_HOURS = f"""
SELECT day, ((time >> 16) + {_BEIJING_OFFSET_MS}) / {_HOUR_MS} % 24, gate, direction, count(*)
FROM check_in WHERE fair = ? AND session = '' AND subject IS NOT NULL AND NOT undone
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
"""  # noqa: S608 - numbers of ours


def first_entries(db: Database, fair: str) -> dict[tuple[date, int], int]:
    """People by the hour in which they first went in."""
    found = driver.rows(
        db,
        f"SELECT day, ((first_time >> 16) + {_BEIJING_OFFSET_MS}) / {_HOUR_MS} % 24, count(*) FROM presence "  # noqa: S608
        "WHERE fair = ? AND session = '' GROUP BY 1, 2",
        (fair,),
    )
    return {(day_of(day), hour): count for day, hour, count in found}


def reasons(db: Database, fair: str) -> dict[tuple[str, str], int]:
    """How often each reason decided, by (verdict, reason); every scan counts."""
    found = driver.rows(
        db,
        "SELECT verdict, reasons, count(*) FROM check_in WHERE fair = ? GROUP BY verdict, reasons",
        (fair,),
    )
    counted: dict[tuple[str, str], int] = {}
    for verdict, given, count in found:
        first = next(iter(msgspec.json.decode(given, type=tuple[str, ...])), "")
        counted[verdict, first] = counted.get((verdict, first), 0) + count
    return counted


def overridden(db: Database, fair: str) -> int:
    """People whom staff let in against the decision."""
    return reasons(db, fair).get(("admit", "overridden"), 0)


def walk_ups(db: Database, fair: str) -> tuple[WalkUpCount, ...]:
    """Who registered at a kiosk."""
    found = driver.rows(
        db,
        "SELECT badge_type, school_code, degree, count(*) FROM walk_up WHERE fair = ? "
        "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        (fair,),
    )
    return tuple(WalkUpCount(*row) for row in found)


def walk_up_ids(db: Database, fair: str) -> dict[int, tuple[str, str]]:
    """School code and degree of each who registered at a kiosk."""
    found = driver.rows(db, "SELECT attendee, school_code, degree FROM walk_up WHERE fair = ?", (fair,))
    return {as_unsigned(attendee): (school, degree) for attendee, school, degree in found}


def badges(db: Database, fair: str) -> tuple[int, int, int]:
    """Badges that were issued, of them reissued for older ones, and revoked."""
    found = driver.row(
        db,
        "SELECT count(time), sum(time IS NOT NULL AND EXISTS (SELECT 1 FROM replacement "
        "WHERE replacement.fair = badge.fair AND newer = badge.badge)), sum(revoked) "
        "FROM badge WHERE fair = ?",
        (fair,),
    )
    assert found is not None
    return found[0], found[1] or 0, found[2] or 0
