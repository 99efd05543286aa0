"""How the map's picture moves under fingers and buttons until it is painted anew. No Qt.

`painted` is the view in which the picture was painted, `live` the one that is seen: until both are the same
again, the window moves, scales and turns the painted picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin

from kiosk.domain.floorplan import Point
from kiosk.ui.find.map_view import (
    Box,
    Margins,
    View,
    between,
    fitted,
    held,
    nearest_bearing,
    turn_between,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be seen of a level: its corners, and the picture's size and covered edges."""

    points: tuple[Point, ...]
    width: float
    height: float
    margins: Margins

    @property
    def room(self) -> Box:
        """The uncovered part of the picture."""
        edges = self.margins
        return edges.left, edges.top, self.width - edges.right, self.height - edges.bottom

    def whole(self, bearing_deg: float) -> View:
        """All of it, with that direction up."""
        return _whole(self, bearing_deg)

    def zoom(self, view: View) -> float:
        """Times the scale at which all of it is seen."""
        return view.scale / self.whole(view.bearing_deg).scale

    def held(self, view: View) -> View:
        """The view kept within sense."""
        return held(view, self.points, self.whole(view.bearing_deg).scale, self.room)

    def turned(self, view: View, bearing_deg: float) -> View:
        """The view with another direction up, about the middle, as much magnified as before."""
        scale = self.zoom(view) * self.whole(bearing_deg).scale
        if self.zoom(view) <= 1.01:
            return self.whole(bearing_deg)
        return self.held(View(view.anchor, view.centre, scale, bearing_deg))


@lru_cache(maxsize=64)
def _whole(limits: Limits, bearing_deg: float) -> View:
    return fitted(limits.points, limits.width, limits.height, limits.margins, bearing_deg)


@dataclass(frozen=True, slots=True)
class Texture:
    """Where a painted picture goes: its upper left corner, how much larger, turned clockwise about it."""

    x: float
    y: float
    scale: float
    turn_deg: float


def texture_of(painted: View, live: View, pad: float) -> Texture:
    """Where to put a picture that was painted in one view, so that it shows another.

    The picture begins `pad` pixels left of and above the map.
    """
    scale = live.scale / painted.scale
    turn_deg = turn_between(live.bearing_deg, painted.bearing_deg)
    x, y = live.to_px(painted.to_m((0.0, 0.0)))
    turn = radians(turn_deg)
    dx, dy = -pad * scale, -pad * scale
    return Texture(x + dx * cos(turn) - dy * sin(turn), y + dx * sin(turn) + dy * cos(turn), scale, turn_deg)


class Motion:
    """The views of one map. Where nothing is shown, `live` is None."""

    def __init__(self) -> None:
        self.limits: Limits | None = None
        self.painted: View | None = None
        self.live: View | None = None
        self._held_from: View | None = None
        self._way: tuple[View, View] | None = None

    @property
    def aim(self) -> View | None:
        """Where it is going: what a second press of a button counts from."""
        return self._way[1] if self._way else self.live

    @property
    def zoom(self) -> float:
        """Times the whole level, of `aim`."""
        return self.limits.zoom(self.aim) if self.limits and self.aim else 1.0

    def show(self, view: View | None) -> None:
        """Show a view at once; it is to be painted."""
        self.live = self.painted = view
        self._held_from = self._way = None

    def hold(self) -> None:
        """Fingers take what is seen."""
        self._held_from, self._way = self.live, None

    def pose(self, factor: float, turn_deg: float, start: Point, to: Point) -> None:
        """The fingers have moved it so since `hold`."""
        if self._held_from is not None and self.limits is not None:
            self.live = self.limits.held(self._held_from.posed(factor, turn_deg, start, to))

    def rested(self, about: Point, heading_deg: float) -> View | None:
        """Where it comes to rest after it was turned by hand; None where it may stay as it is."""
        if self.live is None or self.limits is None:
            return None
        rest_deg = nearest_bearing(self.live.bearing_deg, heading_deg)
        turn_deg = turn_between(rest_deg, self.live.bearing_deg)
        if not turn_deg:
            return None
        if self.limits.zoom(self.live) <= 1.01:
            return self.limits.whole(rest_deg)
        posed = self.live.posed(1.0, turn_deg, about, about)
        return self.limits.held(View(posed.anchor, posed.centre, posed.scale, rest_deg))

    def go(self, view: View) -> None:
        """Begin to glide to a view."""
        if self.live is not None:
            self._held_from, self._way = None, (self.live, view)

    def glide(self, share: float) -> None:
        """So much of the way there, 0 to 1."""
        if self._way is not None:
            self.live = between(*self._way, share)
            if share >= 1:
                self._way = None

    def bare(self, pad: float) -> bool:
        """Whether the painted picture, `pad` pixels larger on each side than the map, leaves some bare."""
        if self.live is None or self.painted is None or self.limits is None:
            return False
        width, height = self.limits.width, self.limits.height
        corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
        under = [self.painted.to_px(self.live.to_m(corner)) for corner in corners]
        return any(
            not (-pad - 1 <= x <= width + pad + 1 and -pad - 1 <= y <= height + pad + 1) for x, y in under
        )
