"""Stalls at sign-in: which are claimed, and giving up those whose hosts did not come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain import facts
from kiosk.domain.staff_duties import Act
from kiosk.domain.stall_state import with_present_hosts
from kiosk.domain.words import Words
from kiosk.services.duty import require
from kiosk.services.values import StallRow, StallStanding
from kiosk.store import presence

if TYPE_CHECKING:
    from kiosk.services.gate import Gate


@dataclass(frozen=True, slots=True)
class Stalls:
    """All calls come from the one thread that owns the store."""

    gate: Gate
    hosts: Mapping[str, Words]
    """Whose each stall is, in the order of their numbers."""

    def standing(self) -> StallStanding:
        """Stalls that a host has, and those that nobody has come to today."""
        db, fair = self.gate.store.db, self.gate.fair.id
        claimed = with_present_hosts(self.hosts, presence.stalls_claimed(db, fair, self.gate.today()))
        released = presence.stalls_released(db, fair)
        rows = [StallRow(stall, host, stall in released) for stall, host in self.hosts.items()]
        return StallStanding(
            stalls=len(rows),
            claimed=len(claimed),
            unclaimed=tuple(row for row in rows if row.stall not in claimed and not row.released),
            released=tuple(row for row in rows if row.released),
        )

    def release(self, staff: str) -> tuple[str, ...]:
        """Give up every stall that nobody has come to, in one fact. Returns them, for `restore`."""
        require(self.gate.fair, staff, Act.RELEASE)
        with self.gate.store.transaction():
            stalls = tuple(row.stall for row in self.standing().unclaimed)
            if stalls:
                self._append(stalls, released=True, staff=staff)
        return stalls

    def restore(self, stalls: tuple[str, ...], staff: str) -> None:
        """Give stalls back to their hosts."""
        require(self.gate.fair, staff, Act.RELEASE)
        with self.gate.store.transaction():
            self._append(stalls, released=False, staff=staff)

    def _append(self, stalls: tuple[str, ...], *, released: bool, staff: str) -> None:
        body = facts.StallsReleased(self.gate.fair.id, stalls, released, staff)
        self.gate.store.journal.append(body, now_ms=self.gate.clock.now_ms())
