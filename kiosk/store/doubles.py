"""Who was admitted where they already were, with what each gate knew, and what staff made of it.

Gates that cannot hear each other may both admit; every kiosk that knows the same facts lists the same.
Reads only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kiosk.domain.fair import Direction
from kiosk.store import driver
from kiosk.store.days import day_of, moment
from kiosk.store.ids import as_unsigned

if TYPE_CHECKING:
    from kiosk.store.driver import Database

Place = tuple[bytes, int]
"""Origin and sequence of a fact."""


@dataclass(frozen=True, slots=True)
class DoublePassage:
    """One passage into where the person already was, or the one that went before."""

    origin: bytes
    seq: int
    time_ms: int
    gate: str
    hall: str
    unheard_s: int | None
    """Seconds since the gate had word of all others, as it decided; None where it had of none."""
    could_know: bool | None
    """Whether the gate had word of all others after an earlier passage; None of the first, which had none
    before it. By the clocks of both gates: it is said to people, and decides nothing."""
    resolved: bool
    """Whether staff who looked saw this passage."""

    @property
    def place(self) -> Place:
        """Where it stands in a journal."""
        return self.origin, self.seq

    @property
    def at(self) -> datetime:
        """When, in Beijing."""
        return moment(self.time_ms << 16)


@dataclass(frozen=True, slots=True)
class DoubleAdmission:
    """One person (or one badge, where nobody is known) who went in while inside already."""

    attendee: int | None
    badge: int | None
    day: date
    session: str
    """The session whose door it was; nothing at the fair's own gates."""
    passages: tuple[DoublePassage, ...]
    """The passages in question, the first one first."""
    outcome: str = ""
    """What staff said who saw all of them, one of facts.DOUBLE_OUTCOMES; nothing where they are asked."""
    by: str = ""
    """Id of that staff member."""
    said_ms: int = 0

    @property
    def open(self) -> bool:
        """Whether staff are still asked: there is a passage that nobody has looked at."""
        return not self.outcome


def double_admissions(db: Database, fair: str) -> tuple[DoubleAdmission, ...]:
    """Everybody who went in twice without going out, resolved or not: by day, subject and session."""
    found = driver.rows(db, _PASSAGES, (fair,))
    doubles = [_double(key, list(rows)) for key, rows in groupby(found, key=lambda row: row[:4])]
    return tuple(each for each in doubles if each is not None)


def unresolved(db: Database, fair: str) -> tuple[DoubleAdmission, ...]:
    """Those that nobody has resolved yet, or of whom another passage was heard of since."""
    return tuple(each for each in double_admissions(db, fair) if each.open)


def count_unresolved(db: Database, fair: str) -> int:
    """How many there are."""
    return len(unresolved(db, fair))


_PASSAGES = """
SELECT presence.day, presence.subject_kind, presence.subject, presence.session,
    check_in.origin, check_in.seq, check_in.time, check_in.gate, check_in.hall, check_in.direction,
    check_in.unheard_s,
    resolved.outcome, resolved.by_staff, resolved.time, resolved.origin, resolved.seq
FROM presence INDEXED BY presence_twice
CROSS JOIN check_in USING (fair, day, subject_kind, subject, session)
LEFT JOIN resolved ON resolved.fair = presence.fair
    AND resolved.passage_origin = check_in.origin AND resolved.passage_seq = check_in.seq
WHERE presence.fair = ? AND presence.doubles > 0 AND NOT check_in.undone
ORDER BY presence.day, presence.subject_kind, presence.subject, presence.session,
    check_in.time, check_in.origin, check_in.seq
"""
_ORIGIN, _SEQ, _TIME, _GATE, _HALL, _DIRECTION, _UNHEARD = range(4, 11)
_OUTCOME, _BY, _SAID, _SAID_ORIGIN, _SAID_SEQ = range(11, 16)


def _double(key: tuple[Any, ...], rows: list[tuple[Any, ...]]) -> DoubleAdmission | None:
    day, kind, subject, session = key
    passages = tuple(_in_question(rows))
    if not passages:
        return None
    found = DoubleAdmission(
        attendee=as_unsigned(subject) if kind == "attendee" else None,
        badge=as_unsigned(subject) if kind == "badge" else None,
        day=day_of(day),
        session=session,
        passages=passages,
    )
    if not all(each.resolved for each in passages):
        return found
    seen = {each.place for each in passages}
    said = [row for row in rows if (row[_ORIGIN], row[_SEQ]) in seen]
    last = max(said, key=lambda row: row[_SAID : _SAID_SEQ + 1])
    return replace(found, outcome=last[_OUTCOME], by=last[_BY], said_ms=last[_SAID] >> 16)


def _in_question(rows: Iterable[tuple[Any, ...]]) -> Iterable[DoublePassage]:
    """Of one subject's passages of a day, in their order, every passage into where the person was, and the
    one that began that stay. Whoever went out and came back is no question (presence_projection)."""
    hall: str | None = None
    stay: list[tuple[Any, ...]] = []
    for row in rows:
        if row[_DIRECTION] == Direction.OUT:
            hall, stay = None, []
        elif hall is None or row[_HALL] != hall:
            hall, stay = row[_HALL], [row]
        else:
            if len(stay) == 1:
                yield _passage(stay[0], ())
            yield _passage(row, stay)
            stay.append(row)


def _passage(row: tuple[Any, ...], before: Iterable[tuple[Any, ...]]) -> DoublePassage:
    return DoublePassage(
        origin=row[_ORIGIN],
        seq=row[_SEQ],
        time_ms=row[_TIME] >> 16,
        gate=row[_GATE],
        hall=row[_HALL],
        unheard_s=row[_UNHEARD],
        could_know=any(_heard(row, each) for each in before) if before else None,
        resolved=row[_OUTCOME] is not None,
    )


def _heard(row: tuple[Any, ...], earlier: tuple[Any, ...]) -> bool:
    """Whether the kiosk of a passage knew of an earlier one: its own, or of the time when it last had word of
    all others."""
    if row[_ORIGIN] == earlier[_ORIGIN]:
        return True
    if row[_UNHEARD] is None:
        return False
    heard_ms: int = (row[_TIME] >> 16) - row[_UNHEARD] * 1000
    earlier_ms: int = earlier[_TIME] >> 16
    return heard_ms >= earlier_ms
