"""What is known before a decision: who is inside, which badges count, what staff have closed or given up.

Reads only, inside the transaction that will record the decision, so that two gates on one store never both
admit. Days are Beijing's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from kiosk.domain.admission import BadgeStatus, History, Passage
from kiosk.domain.fair import Direction, Gate
from kiosk.store import driver
from kiosk.store.days import moment, number
from kiosk.store.ids import as_signed, as_unsigned
from kiosk.store.journal_schema import EARLIER
from kiosk.store.projections import CONSENT, DECLARATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.store.driver import Database


@dataclass(frozen=True, slots=True)
class Agreements:
    """Versions that somebody must have agreed to; nothing where none is asked for."""

    consent: str = ""
    declaration: str = ""


NO_AGREEMENTS = Agreements()


def history(
    db: Database,
    *,
    fair: str,
    gate: Gate,
    day: date,
    attendee: int | None = None,
    badge: int | None = None,
    kid: int | None = None,
    stall: str = "",
    agreements: Agreements = NO_AGREEMENTS,
    zone: str = "",
    clock_trusted: bool = True,
    others_heard: timedelta | None = None,
) -> History:
    """What is known before a decision at a gate, read in its transaction; that Beijing day counts.

    `kid` is the key of the badge that is shown; `stall` the one that the person stands for. What the caller
    knows already (the stall's zone, the clock, when others were heard) is handed on.
    """
    here = _here(db, fair, gate.session, attendee, badge, day)
    people = _people(db, fair, gate.session, day)
    return History(
        admitted=Passage(here.gate, moment(here.since)) if here and here.hall == gate.hall else None,
        left=here is not None and here.hall is None,
        badge_status=_badge_status(db, fair, badge, attendee),
        key_withdrawn=kid is not None and _withdrawn(db, fair, kid, badge),
        inside=0 if gate.session else sum(people.values()),
        inside_hall=people.get(gate.hall, 0),
        inside_session=people.get(gate.hall, 0) if gate.session else 0,
        paused=_paused(db, fair, gate.id),
        has_badge=attendee is not None
        and gate.direction is Direction.NONE
        and _has_badge(db, fair, attendee),
        barred=attendee is not None and _barred(db, fair, attendee),
        agreed=_agreed(db, fair, attendee, CONSENT, agreements.consent),
        declared=_agreed(db, fair, attendee, DECLARATION, agreements.declaration),
        stall_released=bool(stall) and stall in stalls_released(db, fair, (stall,)),
        stall_people=_stall_people(db, fair, day, stall) if stall else 0,
        zone=zone,
        clock_trusted=clock_trusted,
        others_heard=others_heard,
    )


def occupancy(db: Database, fair: str, day: date, *, session: str = "", hall: str | None = None) -> int:
    """People inside on a day: the fair, one hall of it, or a session."""
    people = _people(db, fair, session, day)
    return sum(people.values()) if hall is None else people.get(hall, 0)


def halls(db: Database, fair: str, day: date) -> dict[str, int]:
    """People inside by hall; "" is the venue that is not divided. Empty halls are not named."""
    return _people(db, fair, "", day)


def turnout(db: Database, fair: str, day: date, *, session: str = "") -> int:
    """People who came at all on a day, each counted once."""
    found = driver.row(
        db,
        "SELECT people FROM turnout WHERE fair = ? AND session = ? AND day = ?",
        (fair, session, number(day)),
    )
    return int(found[0]) if found else 0


def arrived(db: Database, fair: str, day: date, attendees: Sequence[int]) -> frozenset[int]:
    """Those of the attendees who came to the fair on a day."""
    return frozenset(
        each
        for each in attendees
        if driver.row(db, _HERE, (fair, "", "attendee", as_signed(each), number(day))) is not None
    )


def is_inside(db: Database, fair: str, day: date, attendee: int) -> bool:
    """Whether an attendee is in the fair."""
    here = _here(db, fair, "", attendee, None, day)
    return here is not None and here.hall is not None


def stalls_claimed(db: Database, fair: str, day: date) -> frozenset[str]:
    """Stalls for which somebody came on a day."""
    found = driver.rows(
        db,
        "SELECT DISTINCT stall FROM presence INDEXED BY presence_of_stall "
        "WHERE fair = ? AND day = ? AND stall <> '' AND session = ''",
        (fair, number(day)),
    )
    return frozenset(stall for (stall,) in found)


def stalls_released(db: Database, fair: str, stalls: Sequence[str] | None = None) -> frozenset[str]:
    """Stalls that staff gave up; of `stalls`, or of all."""
    if stalls is not None:
        return frozenset(
            each
            for each in stalls
            if driver.row(
                db, "SELECT 1 FROM stall_release WHERE fair = ? AND stall = ? AND released", (fair, each)
            )
        )
    found = driver.rows(db, "SELECT stall FROM stall_release WHERE fair = ? AND released", (fair,))
    return frozenset(stall for (stall,) in found)


def is_barred(db: Database, fair: str, attendee: int) -> bool:
    """Whether staff keep an attendee out."""
    return _barred(db, fair, attendee)


def paused(db: Database, fair: str, gate: str) -> bool:
    """Whether entry is paused at a gate, or at all."""
    return _paused(db, fair, gate)


def key_withdrawn(db: Database, fair: str, kid: int) -> bool:
    """Whether staff have withdrawn a badge key."""
    return _withdrawn(db, fair, kid, None)


def others_heard(db: Database, origin: bytes, now_ms: int) -> timedelta | None:
    """How long ago there was word of all other kiosks: of the one that was not heard for the longest.

    One of which nothing was heard for half a day does not count (it is not here today), unless none was; nor
    one that has begun a new incarnation since. None where nothing ever was heard of any.
    """
    found = driver.row(db, _HEARD, (origin, now_ms - HEARD_TODAY_MS))
    if found is None or found[1] is None:
        return None
    oldest = found[0] if found[0] is not None else found[1]
    if now_ms - oldest > FRESH_MS and found[0] is not None:
        oldest = min(_heard_by_key(db, origin, now_ms - HEARD_TODAY_MS), default=oldest)
    return timedelta(milliseconds=max(0, now_ms - oldest))


HEARD_TODAY_MS = 12 * 3600 * 1000
FRESH_MS = 60 * 1000
"""Up to here nobody asks which kiosk it was."""
OTHERS = f"heard.origin <> ?1 AND heard.origin NOT IN (SELECT value FROM state WHERE name GLOB '{EARLIER}*')"  # noqa: S608
"""Journals of other kiosks: neither this one's (?1), nor what it was called before."""
_HEARD = (
    "SELECT min(at_ms) FILTER (WHERE at_ms >= ?2), max(at_ms) FROM heard "  # noqa: S608
    f"WHERE {OTHERS}"
)


def _heard_by_key(db: Database, origin: bytes, since_ms: int) -> list[int]:
    """When each other machine was last heard: its journals are those that its key vouches for."""
    found = driver.rows(
        db,
        f"SELECT max(at_ms) FROM heard WHERE {OTHERS} AND at_ms >= ?2 "  # noqa: S608
        "GROUP BY coalesce((SELECT key FROM signed_head WHERE signed_head.origin = heard.origin "
        "ORDER BY seq LIMIT 1), origin)",
        (origin, since_ms),
    )
    return [at_ms for (at_ms,) in found]


class _Here(NamedTuple):
    """Where somebody is; `hall` None outside."""

    since: int
    gate: str
    hall: str | None


_HERE = """
SELECT since_time, since_gate, hall FROM presence
WHERE fair = ? AND session = ? AND subject_kind = ? AND subject = ? AND day = ?
"""


def _here(
    db: Database, fair: str, session: str, attendee: int | None, badge: int | None, day: date
) -> _Here | None:
    """Where the attendee is, or the badge from when nobody was known for it; whoever is inside is."""
    known = [
        _Here(*row)
        for kind, subject in (("attendee", attendee), ("badge", badge))
        if subject is not None
        and (row := driver.row(db, _HERE, (fair, session, kind, as_signed(subject), number(day)))) is not None
    ]
    return min(known, key=lambda here: (here.hall is None, here.since), default=None)


def _people(db: Database, fair: str, session: str, day: date) -> dict[str, int]:
    return dict(
        driver.rows(
            db,
            "SELECT hall, people FROM occupancy WHERE fair = ? AND session = ? AND day = ?",
            (fair, session, number(day)),
        )
    )


def _badge_status(db: Database, fair: str, badge: int | None, attendee: int | None) -> BadgeStatus:
    """Of a badge that no fact names too: a reissue with a larger id beats it (design.md section 5)."""
    if badge is None:
        return BadgeStatus.UNHEARD
    found = driver.row(db, _STATUS, (fair, as_signed(badge)))
    if found is not None:
        return status_of(*found)
    if attendee is None:
        return BadgeStatus.UNHEARD
    reissued = driver.rows(db, _REISSUES, (fair, as_signed(attendee)))
    beaten = any(as_unsigned(other) > badge for (other,) in reissued)
    return BadgeStatus.REPLACED if beaten else BadgeStatus.UNHEARD


_STATUS = "SELECT revoked, replaced, beaten FROM badge WHERE fair = ? AND badge = ?"
_REISSUES = """
SELECT badge FROM badge INDEXED BY badge_of_attendee WHERE fair = ? AND attendee = ? AND EXISTS
    (SELECT 1 FROM replacement WHERE replacement.fair = badge.fair AND newer = badge.badge)
"""


def _withdrawn(db: Database, fair: str, kid: int, badge: int | None) -> bool:
    """Whether a badge's key is withdrawn, and nothing says that it was issued before."""
    found = driver.row(
        db, "SELECT from_seq FROM withdrawal WHERE fair = ? AND kid = ?", (fair, as_signed(kid))
    )
    if found is None:
        return False
    issued = (
        driver.row(
            db,
            "SELECT 1 FROM badge_key WHERE fair = ? AND badge = ? AND kid = ? AND seq < ?",
            (fair, as_signed(badge), as_signed(kid), found[0]),
        )
        if badge is not None
        else None
    )
    return issued is None


def _has_badge(db: Database, fair: str, attendee: int | None) -> bool:
    if attendee is None:
        return False
    found = driver.row(
        db,
        "SELECT 1 FROM badge INDEXED BY badge_of_attendee WHERE fair = ? AND attendee = ? LIMIT 1",
        (fair, as_signed(attendee)),
    )
    return found is not None


def _barred(db: Database, fair: str, attendee: int) -> bool:
    found = driver.row(
        db, "SELECT 1 FROM barred WHERE fair = ? AND attendee = ? AND barred", (fair, as_signed(attendee))
    )
    return found is not None


def _agreed(db: Database, fair: str, attendee: int | None, to: str, version: str) -> bool:
    if attendee is None or not version:
        return False
    found = driver.row(
        db,
        "SELECT 1 FROM agreement WHERE fair = ? AND attendee = ? AND agreed_to = ? AND version = ?",
        (fair, as_signed(attendee), to, version),
    )
    return found is not None


def _stall_people(db: Database, fair: str, day: date, stall: str) -> int:
    found = driver.row(
        db,
        "SELECT count(*) FROM presence INDEXED BY presence_of_stall "
        "WHERE fair = ? AND day = ? AND stall = ? AND stall <> '' AND session = '' AND hall IS NOT NULL",
        (fair, number(day), stall),
    )
    return int(found[0]) if found else 0


def _paused(db: Database, fair: str, gate: str) -> bool:
    found = driver.row(
        db, "SELECT 1 FROM pause WHERE fair = ? AND gate IN (?, '') AND paused LIMIT 1", (fair, gate)
    )
    return found is not None


def status_of(revoked: int, replaced: int, beaten: int) -> BadgeStatus:
    """What a badge's row says of it."""
    if revoked:
        return BadgeStatus.REVOKED
    return BadgeStatus.REPLACED if replaced or beaten else BadgeStatus.ACTIVE
