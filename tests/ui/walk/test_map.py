"""The map is one painting: its texts are checked by the colours in which it paints them on each other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem

from kiosk.ui.find.map_style import DIMMED, MapStyle, style_of
from tests.ui.scenes import SCENES
from tests.ui.stage import Stage
from tests.ui.walk import contrast

LEAST = {"plain": contrast.TEXT_LEAST, "contrast": contrast.TEXT_LEAST_IN_HIGH_CONTRAST}


def maps(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.inherits("MapItem"):
            yield child
        yield from maps(child)


def pairs(style: MapStyle) -> Iterator[tuple[str, QColor, QColor]]:
    """What is written on what: MapPainter's own order."""
    colour = style.colour
    for ground in ("floor", "ground"):
        yield f"a zone's name on {ground}", colour("ink"), colour(ground)
    yield "a facility's name", colour("inkSoft"), colour("sunk")
    yield "the chosen stall's number", colour("onChosen"), colour("chosen")
    yield "a level's name on its plate", colour("onBrand"), colour("brand")
    yield "the number of a stall where nobody stands", colour("inkSoft"), colour("ground")
    yield "the number of a stall that was given up", colour("inkSoft"), colour("floor")
    for letter, zone in style.zones.items():
        yield f"the letter of zone {letter}", colour("onZone"), zone.fill
        if not style.outlined:
            yield f"a number in zone {letter}", colour("ink"), zone.fill_rest
            yield f"a hit's number in zone {letter}", colour("ink"), zone.fill
            dimmed = style.towards_floor(zone.fill_rest, DIMMED)
            yield f"a dimmed number in zone {letter}", colour("inkSoft"), dimmed


@pytest.mark.parametrize("mode", LEAST)
def test_what_is_written_on_the_map_can_be_read(walked: Stage, mode: str) -> None:
    walked.look(mode=mode)
    walked.play(SCENES["find"])
    (item,) = maps(walked.window.quick.contentItem())
    style = style_of(item.property("theme"))
    faint = {
        name: ratio
        for name, ink, ground in pairs(style)
        if (ratio := contrast.ratio(ink.rgb() & 0xFFFFFF, ground.rgb() & 0xFFFFFF)) < LEAST[mode]
    }
    assert faint == {}
