"""Plans that visitors kept with their badge. Reads only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kiosk.store import driver
from kiosk.store.ids import as_signed

if TYPE_CHECKING:
    from kiosk.store.driver import Database

Picked = tuple[str, ...]


def kept_plan(db: Database, fair: str, attendee: int) -> tuple[Picked, Picked] | None:
    """Stalls and sessions that an attendee kept; None where nothing was kept, or it was forgotten."""
    found = driver.row(
        db,
        "SELECT stalls, sessions FROM kept_plan WHERE fair = ? AND attendee = ?",
        (fair, as_signed(attendee)),
    )
    if found is None:
        return None
    stalls, sessions = (msgspec.json.decode(each, type=Picked) for each in found)
    return (stalls, sessions) if stalls or sessions else None
