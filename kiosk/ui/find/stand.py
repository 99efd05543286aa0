"""Where an exhibitor stands now: at its stalls in the pack, unless staff have moved it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.floorplan import FloorPlan, Level, Zone
from kiosk.domain.stall_state import StallState

if TYPE_CHECKING:
    from kiosk.services.kiosk import Kiosk
    from kiosk.services.values import Listing

NO_VISIT = frozenset({StallState.RELEASED, StallState.CLOSED})
"""Nobody is to be sent there."""


@dataclass(frozen=True, slots=True)
class Stand:
    """An exhibitor's place on the floor. Without a stall all of it is empty."""

    own: tuple[str, ...] = ()
    """Stalls as the pack has them: what a plan of visits keeps."""
    stalls: tuple[str, ...] = ()
    """Stalls where it stands now."""
    state: StallState | None = None
    level: Level | None = None
    zone: Zone | None = None
    distance_m: int | None = None

    @property
    def moved(self) -> bool:
        """Whether it stands elsewhere than the pack says."""
        return self.own != self.stalls

    @property
    def open(self) -> bool:
        """Whether there is a stall to be visited."""
        return bool(self.stalls) and self.state not in NO_VISIT


def stand_of(kiosk: Kiosk, listing: Listing, *, step_free: bool) -> Stand:
    """Read on the store's worker. `step_free`: the distance is that of the way without steps."""
    own = listing.exhibitor.stalls
    if not own:
        return Stand()
    standing = kiosk.floor.standing()
    stalls = tuple(standing.moved.get(each, each) for each in own)
    state = standing.states.get(own[0])
    level, zone = _place_of(kiosk.directory.plan(), stalls[0])
    distance_m = kiosk.wayfinding.distance_m(stalls[0], step_free=step_free)
    return Stand(own, stalls, state, level or listing.level, zone or listing.zone, distance_m)


def _place_of(plan: FloorPlan, number: str) -> tuple[Level | None, Zone | None]:
    stall = plan.stall(number)
    if stall is None:
        return None, None
    level = next((each for each in plan.levels if each.id == stall.level), None)
    return level, next((each for each in plan.zones if each.letter == stall.zone), None)
