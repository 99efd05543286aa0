"""The map in the states that it can have: magnified, with its legend, turned."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtQuick import QQuickItem

from kiosk.ui.find.map_item import MapItem
from tests.ui.scenes.find import find, standing
from tests.ui.stage import Stage


def items(item: QQuickItem) -> Iterator[QQuickItem]:
    """An item and all within it."""
    yield item
    for child in item.childItems():
        yield from items(child)


def map_of(stage: Stage) -> MapItem:
    """The map that is shown."""
    found = (each for each in items(stage.window.quick.contentItem()) if isinstance(each, MapItem))
    return next(each for each in found if each.isVisible())


def near(stage: Stage) -> None:
    """Three times magnified about the first zone, with hosts' names and the overview."""
    standing(find(""))(stage)
    stage.rest()
    map_of(stage).settle(3.0, 250.0, 200.0, 0.0, 0.0)


def legend(stage: Stage) -> None:
    """What its signs mean."""
    standing(find(""))(stage)
    stage.rest()
    map_of(stage).parentItem().parentItem().setProperty("legend", True)


def turned(stage: Stage) -> None:
    """A quarter turned, north no longer up."""
    standing(find("软件"))(stage)
    stage.rest()
    map_of(stage).turn()


SCENES = {"find map near": near, "find map legend": legend, "find map turned": turned}
