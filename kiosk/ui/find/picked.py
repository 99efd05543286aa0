"""Stalls and sessions that a visitor has picked, in the order of picking."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.services.visit.values import PICKED_MOST


@dataclass(slots=True)
class Picked:
    """No more than PICKED_MOST in all, each once."""

    stalls: list[str] = field(default_factory=list)
    """Numbers in the pack."""
    sessions: list[str] = field(default_factory=list)
    """Ids."""

    @property
    def count(self) -> int:
        """How many there are in all."""
        return len(self.stalls) + len(self.sessions)

    def of(self, kind: str) -> list[str]:
        """The stalls or the sessions: "stall" or "session"."""
        return self.stalls if kind == "stall" else self.sessions

    def toggle(self, kind: str, one: str) -> bool:
        """Pick one, or leave it out again; False where there is no room for it."""
        picked = self.of(kind)
        if one in picked:
            picked.remove(one)
            return True
        if self.count >= PICKED_MOST:
            return False
        picked.append(one)
        return True

    def add(self, stalls: Iterable[str], sessions: Iterable[str]) -> None:
        """Pick these as well, as far as there is room."""
        for kind, more in (("stall", stalls), ("session", sessions)):
            for one in more:
                if one not in self.of(kind):
                    self.toggle(kind, one)

    def copy(self) -> "Picked":
        """The same, to compare with later."""
        return Picked(list(self.stalls), list(self.sessions))
