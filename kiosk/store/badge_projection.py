"""Which badge is valid: until a reissue or a revocation names it (design.md section 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain import facts
from kiosk.store import driver
from kiosk.store.ids import as_signed, as_unsigned

if TYPE_CHECKING:
    from kiosk.store.driver import Database


def issued(db: Database, fact: facts.Fact, body: facts.BadgeIssued) -> None:
    """A badge was issued; the older ones that it names are replaced."""
    badge, attendee = as_signed(body.badge), as_signed(body.attendee)
    known = driver.row(db, _ATTENDEE, (body.fair, badge))
    db.conn.execute(
        _ISSUE,
        (
            body.fair,
            badge,
            attendee,
            as_signed(body.badge_type),
            as_signed(body.kid),
            as_signed(body.last_valid_day),
            body.by,
            fact.time,
            fact.origin,
            fact.seq,
        ),
    )
    db.conn.execute(_SIGN, (body.fair, badge, as_signed(body.kid), fact.seq))
    if known is None and not body.replaces:
        return  # it names none and none names it, so it changes nobody's reissues
    touched = {attendee} | ({known[0]} if known and known[0] is not None else set())
    for older in map(as_signed, body.replaces):
        db.conn.execute(
            "INSERT INTO replacement (fair, newer, older) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (body.fair, badge, older),
        )
        db.conn.execute(
            "INSERT INTO badge (fair, badge, replaced) VALUES (?, ?, 1) "
            "ON CONFLICT (fair, badge) DO UPDATE SET replaced = 1",
            (body.fair, older),
        )
        touched |= _attendees(db, body.fair, older)
    for each in touched | _attendees(db, body.fair, badge):
        _settle(db, body.fair, each)


def revoked(db: Database, _fact: facts.Fact, body: facts.BadgeRevoked) -> None:
    """A badge was revoked; nothing makes it valid again."""
    db.conn.execute(
        "INSERT INTO badge (fair, badge, revoked) VALUES (?, ?, 1) "
        "ON CONFLICT (fair, badge) DO UPDATE SET revoked = 1",
        (body.fair, as_signed(body.badge)),
    )


_ISSUE = """
INSERT INTO badge (fair, badge, attendee, badge_type, kid, last_valid_day, by_staff, time, origin, seq)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (fair, badge) DO UPDATE SET
    attendee = excluded.attendee, badge_type = excluded.badge_type, kid = excluded.kid,
    last_valid_day = excluded.last_valid_day, by_staff = excluded.by_staff,
    time = excluded.time, origin = excluded.origin, seq = excluded.seq
WHERE badge.time IS NULL
    OR (excluded.time, excluded.origin, excluded.seq) < (badge.time, badge.origin, badge.seq)
"""
"""A badge whose printing another kiosk signs is issued there once more, under another key. The earliest issue
stands, whichever was heard of first."""

_SIGN = """
INSERT INTO badge_key (fair, badge, kid, seq) VALUES (?, ?, ?, ?)
ON CONFLICT (fair, badge, kid) DO UPDATE SET seq = min(seq, excluded.seq)
"""


_ATTENDEE = "SELECT attendee FROM badge WHERE fair = ? AND badge = ?"


def _attendees(db: Database, fair: str, badge: int) -> set[int]:
    """The attendee of a badge as far as it is known; signed ids."""
    found = driver.row(db, _ATTENDEE, (fair, badge))
    return {found[0]} if found and found[0] is not None else set()


def _settle(db: Database, fair: str, attendee: int) -> None:
    """Of an attendee's reissues that none names, the one with the larger id stays; the others are beaten."""
    heads = driver.rows(
        db,
        "SELECT badge FROM badge INDEXED BY badge_of_attendee "
        "WHERE fair = ? AND attendee = ? AND replaced = 0 AND EXISTS "
        "(SELECT 1 FROM replacement WHERE replacement.fair = badge.fair AND newer = badge.badge)",
        (fair, attendee),
    )
    stays = max((as_unsigned(badge) for (badge,) in heads), default=None)
    db.conn.execute(
        "UPDATE badge INDEXED BY badge_of_attendee SET beaten = 0 WHERE fair = ? AND attendee = ? AND beaten",
        (fair, attendee),
    )
    for (badge,) in heads:
        if as_unsigned(badge) != stays:
            db.conn.execute("UPDATE badge SET beaten = 1 WHERE fair = ? AND badge = ?", (fair, badge))
