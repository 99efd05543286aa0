"""How the map looks: colours and fonts from the Theme, sizes in millimetres of the real screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen

# tokens.toml [map]
STALL_EDGE_MM = 0.35
STALL_GAP_MM = 0.7
OUTLINE_MM = 0.5
NUMBER_MM = 6.2
LEAST_NUMBER_MM = 4.8
LARGEST_MM = 11.0
"""A number seen from nearest."""
HIT_EDGE_MM = 1.1
CASING_MM = 1.5
ROUTE_MM = 3.6
ROUTE_CASING_MM = 6.0
CHEVRON_EVERY_MM = 20.0
ME_RADIUS_MM = 5.0
WALL_MM = 1.6
TOUCH_MM = 14.0
EXPECTED_DASH_MM = (1.3, 1.0)
RELEASED_DASH_MM = (0.4, 1.0)
CLOSED_EDGE_MM = 0.9
TARGET_MM = 20.0
# as drawn in the look's pictures
ZONE_BADGE_MM = 13.0
ZONE_NAME_MM = 8.0
LABEL_GAP_MM = 2.5
FACILITY_NAME_MM = 5.6
FACILITY_ICON_MM = 11.0
NAME_MM = 4.8
"""A host's name in its stall: no smaller than the least number."""
PLATE_MM = 15.0
PLATE_TEXT_MM = 7.0
PASSAGE_MM = 1.6
ZONE_PAD_M = 0.45
DIMMED = 0.55
"""How far what does not match goes towards the floor's colour."""
TINTED = 0.55
"""The same of the ground under a zone's stalls."""

COLOURS = (
    "ground",
    "floor",
    "wall",
    "sunk",
    "ink",
    "inkSoft",
    "brand",
    "onBrand",
    "chosen",
    "onChosen",
    "route",
    "routeCasing",
    "me",
    "onMe",
    "onZone",
)


@dataclass(frozen=True, slots=True)
class ZoneStyle:
    """A zone's fills and shape."""

    fill: QColor
    fill_rest: QColor
    edge: QColor
    shape: str


@dataclass(slots=True)
class MapStyle:
    """Colours by name, zones by letter, pixels per millimetre; keeps pens and fonts once made."""

    colours: Mapping[str, QColor]
    zones: Mapping[str, ZoneStyle]
    px_per_mm: float
    family: str
    outlined: bool
    """High contrast: stalls are outlines, and the zone badge's letter is black."""
    text_factor: float = 1.0
    _fonts: dict[tuple[float, int], QFont] = field(default_factory=dict)
    _metrics: dict[tuple[float, int], QFontMetricsF] = field(default_factory=dict)
    _mixed: dict[tuple[int, float], QColor] = field(default_factory=dict)

    def colour(self, name: str) -> QColor:
        """A colour by its name among COLOURS."""
        return self.colours[name]

    def zone(self, letter: str) -> ZoneStyle:
        """A zone's style; beyond the sixth the fills repeat, never the letters (tokens.toml [zone])."""
        found = self.zones.get(letter)
        if found is None:
            letters = sorted(self.zones)
            found = self.zones[letters[ord(letter[:1] or "A") % len(letters)]]
        return found

    def towards_floor(self, colour: QColor, share: float) -> QColor:
        """A colour mixed with the floor's."""
        key = (colour.rgb(), share)
        if key not in self._mixed:
            floor = self.colour("floor")
            parts = zip(colour.getRgb()[:3], floor.getRgb()[:3], strict=True)
            self._mixed[key] = QColor(*(round(a + (b - a) * share) for a, b in parts))
        return self._mixed[key]

    def px(self, size_mm: float) -> int:
        """A length in whole pixels, at least one."""
        return max(1, round(size_mm * self.px_per_mm))

    def pen(self, name: str, width_mm: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        """A pen with square ends and mitred corners."""
        pen = QPen(self.colour(name), self.px(width_mm), style)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        return pen

    def font(self, size_mm: float, weight: int) -> QFont:
        """A font of a whole pixel size."""
        key = (size_mm, weight)
        if key not in self._fonts:
            font = QFont(self.family)
            font.setPixelSize(self.px(size_mm))
            font.setWeight(QFont.Weight(weight))
            self._fonts[key] = font
        return self._fonts[key]

    def metrics(self, size_mm: float, weight: int) -> QFontMetricsF:
        """The measures of `font`."""
        key = (size_mm, weight)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(size_mm, weight))
        return self._metrics[key]


def style_of(theme: Mapping[str, Any]) -> MapStyle:
    """The style that MapView.qml hands over.

    `theme`: a colour for each of COLOURS; `zones`, a list of {letter, fill, fillRest, edge, shape};
    `pxPerMm`, `family`, `outlined`, `textFactor`. Raises KeyError where one is missing.
    """
    zones = {
        str(each["letter"]): ZoneStyle(
            QColor(each["fill"]), QColor(each["fillRest"]), QColor(each["edge"]), str(each["shape"])
        )
        for each in theme["zones"]
    }
    return MapStyle(
        {name: QColor(theme[name]) for name in COLOURS},
        zones,
        float(theme["pxPerMm"]),
        str(theme["family"]),
        bool(theme["outlined"]),
        float(theme["textFactor"]),
    )
