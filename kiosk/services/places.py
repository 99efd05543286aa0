"""The places for kiosks on the plan: at which of them this one stands, and who stands at the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain import keeper_words
from kiosk.domain.staff_duties import Act
from kiosk.domain.words import Words
from kiosk.services.duty import require
from kiosk.services.local_settings import Keep, record
from kiosk.services.machine import Refusal
from kiosk.services.sync_needs import UNHEARD_LONG_S

if TYPE_CHECKING:
    from kiosk.domain.floorplan import FloorPlan, KioskPlace
    from kiosk.services.gate import Gate
    from kiosk.services.peers import PeerLine, Peers


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place for a kiosk."""

    id: str
    name: Words
    gate: Words
    """The gate that a kiosk stands at there."""
    level: str
    x_m: float
    y_m: float
    here: bool
    """This kiosk stands there."""
    taken: Words | None = None
    """That another kiosk which is at work has it, in words."""


@dataclass(frozen=True, slots=True)
class Places:
    """Reads and changes where this kiosk stands. Store's thread."""

    gate: Gate
    plan: FloorPlan
    place: KioskPlace
    peers: Peers
    keep: Keep

    def lines(self) -> tuple[PlaceLine, ...]:
        """All places, as the plan lists them."""
        gates = {gate.id: gate.name for gate in self.gate.fair.gates}
        others = [each for each in self.peers.standing().peers if _lives(each)]
        return tuple(
            PlaceLine(
                each.id,
                each.name,
                gates.get(each.gate, Words(each.gate, each.gate)),
                each.level,
                each.x_m,
                each.y_m,
                here=each.id == self.place.id,
                taken=_taken(each, others) if each.id != self.place.id else None,
            )
            for each in self.plan.kiosks
        )

    def choose(self, place: str, by: str) -> Refusal | None:
        """Stand there from the next opening of the services on; nothing is changed where it is refused."""
        require(self.gate.fair, by, Act.SETTINGS)
        if self.plan.kiosk(place) is None:
            return Refusal(keeper_words.UNKNOWN_PLACE)
        self.keep("", {"place": place})
        record(self.gate, {"place": place}, by)
        return None


def _lives(peer: PeerLine) -> bool:
    """Whether it is a kiosk at work: connected, or heard lately."""
    heard = peer.heard_s is not None and peer.heard_s <= UNHEARD_LONG_S
    return peer.kind == "kiosk" and (peer.connected or heard)


def _taken(place: KioskPlace, others: list[PeerLine]) -> Words | None:
    found = next((each for each in others if each.name == place.name), None)
    return keeper_words.stands_here(found.heard_s, found.connected) if found is not None else None
