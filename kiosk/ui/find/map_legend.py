"""A stall or a passage as the map draws it, for the legend: the same painter, so it cannot differ."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.domain.floorplan import Flow, Level, Passage, Stall
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.ui.find.map_scene import Marks, Scene, Standing
from kiosk.ui.find.map_view import View
from kiosk.ui.passing import forget_with_item

if TYPE_CHECKING:
    from kiosk.ui.find.map_item import MapItem

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

LENGTH_M = 10.0
STATES = frozenset(state.value for state in StallState)


def scene_of_sign(sign: str, number: str, zone: str) -> Scene:
    """A level of 10 by 10 metres with nothing on it but one stall in a state, or one passage."""
    side = ((0.0, 0.0), (LENGTH_M, 0.0), (LENGTH_M, LENGTH_M), (0.0, LENGTH_M))
    level = Level("sign", Words("", ""), LENGTH_M, LENGTH_M, side)
    if sign in STATES:
        stall = Stall(number, "sign", zone, 1.0, 1.0, LENGTH_M - 2, LENGTH_M - 2, "west", 0)
        return Scene(
            level, (stall,), (), (), None, "zh", standing=Standing(states={number: StallState(sign)})
        )
    flow = Flow.ONE_WAY if sign == "one_way" else Flow.CLOSED
    passage = Passage("sign", Words("", ""), "sign", ((0.0, LENGTH_M / 2), (LENGTH_M, LENGTH_M / 2)), flow)
    return Scene(level, (), (), (), None, "zh", passages=(passage,))


@QmlElement
class MapSign(QQuickPaintedItem):
    """One sign of the legend."""

    mapChanged = Signal()
    signChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._map: MapItem | None = None
        self._sign = ""
        forget_with_item(self)

    def _get_map(self):
        return self._map

    def _set_map(self, map_item):
        if map_item is not self._map:
            self._map = map_item
            if map_item is None:
                return  # the window goes
            map_item.themeChanged.connect(self.update)
            self.mapChanged.emit()
            self.update()

    def _get_sign(self):
        return self._sign

    def _set_sign(self, sign):
        if sign != self._sign:
            self._sign = sign
            self.signChanged.emit()
            self.update()

    map = Property(QQuickItem, _get_map, _set_map, notify=mapChanged)
    sign = Property(str, _get_sign, _set_sign, notify=signChanged)

    def paint(self, painter: QPainter) -> None:
        """Called by the scene graph."""
        with_painter = self._map.painter() if self._map else None
        if with_painter is None or not self._sign:
            return
        scene = scene_of_sign(self._sign, "A01", "A")
        side = min(self.width(), self.height())
        view = View((self.width() / 2, self.height() / 2), (LENGTH_M / 2, LENGTH_M / 2), side / LENGTH_M, 0.0)
        with_painter.paint_base(painter, (0.0, 0.0, self.width(), self.height()), scene, view, Marks())
