"""The programme as it stands: how many seats are left where a session's door counts who goes in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.domain.fair import Direction
from kiosk.store import presence

if TYPE_CHECKING:
    from kiosk.domain.fair import Session
    from kiosk.services.gate import Gate


@dataclass(frozen=True)
class Programme:
    """All calls come from the one thread that owns the store.

    A session is counted if it has seats and a gate of the fair is its door. Of any other nobody knows how
    many seats are left, and nothing is said of it.
    """

    gate: Gate

    @cached_property
    def _counted(self) -> Mapping[str, Session]:
        gates = self.gate.fair.gates
        doors = {each.session for each in gates if each.session and each.direction is Direction.IN}
        return {each.id: each for each in self.gate.catalogue.sessions() if each.id in doors and each.seats}

    def seats(self) -> Mapping[str, int]:
        """Seats that are left, by session, of all that are counted; never below 0."""
        return {session_id: self._left(session) for session_id, session in self._counted.items()}

    def seats_left(self, session_id: str) -> int | None:
        """Seats that are left of one session; None where nobody counts them, or it is unknown."""
        session = self._counted.get(session_id)
        return None if session is None else self._left(session)

    def _left(self, session: Session) -> int:
        db, fair = self.gate.store.db, self.gate.fair.id
        return max(0, session.seats - presence.occupancy(db, fair, session.day, session=session.id))
