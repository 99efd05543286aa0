"""The whole level in a corner of the magnified map, with a frame round what is seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QRectF, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.ui.find.map_scene import centre_of
from kiosk.ui.find.map_view import Margins, View, fitted
from kiosk.ui.passing import forget_with_item

if TYPE_CHECKING:
    from kiosk.ui.find.map_item import MapItem

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

EDGE = 0.04
"""Of the inset's shorter side, free round the level."""


@QmlElement
class MapInset(QQuickPaintedItem):
    """A small picture of the level that a map shows; a touch on it moves the map."""

    mapChanged = Signal()
    frameChanged = Signal()
    aspectChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._map: MapItem | None = None
        self._painted: tuple = ()
        self._aspect = 1.0
        self.setOpaquePainting(True)
        forget_with_item(self)

    def _get_map(self):
        return self._map

    def _set_map(self, map_item):
        if map_item is self._map:
            return
        self._map = map_item
        if map_item is None:
            return  # the window goes
        for changed in (
            map_item.viewChanged,
            map_item.hitsChanged,
            map_item.chosenChanged,
            map_item.routeChanged,
            map_item.themeChanged,
            map_item.levelChanged,
        ):
            changed.connect(self._moved)
        self.mapChanged.emit()
        self._moved()

    map = Property(QQuickItem, _get_map, _set_map, notify=mapChanged)

    @Property(QRectF, notify=frameChanged)
    def frame(self):
        """What the map shows, in pixels of the inset; nothing where there is no map."""
        view, live = self._view(), self._map.motion.live if self._map else None
        if view is None or live is None:
            return QRectF()
        limits = self._map.motion.limits
        ratio = view.scale / live.scale
        width, height = limits.width * ratio, limits.height * ratio
        x, y = view.to_px(live.to_m((limits.width / 2, limits.height / 2)))
        return QRectF(x - width / 2, y - height / 2, width, height)

    @Property(float, notify=aspectChanged)
    def aspect(self):
        """Width of the level by its height, as it is turned."""
        return self._aspect

    def _shape(self) -> float:
        limits = self._map.motion.limits if self._map else None
        if limits is None:
            return 1.0
        box = fitted(limits.points, 1.0, 1.0, Margins(), self._bearing_deg())
        points = [box.to_px(point) for point in limits.points]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return (max(xs) - min(xs)) / max(0.001, max(ys) - min(ys))

    @Property(bool, notify=frameChanged)
    def crowded(self):
        """Whether the chosen stall or this kiosk lies in the map's upper right, under the inset."""
        shown = self._map
        scene, view, limits = (
            (shown.scene(), shown.motion.aim, shown.motion.limits) if shown else (None, None, None)
        )
        if scene is None or view is None or limits is None:
            return False
        me = (scene.kiosk.x_m, scene.kiosk.y_m) if scene.kiosk else None
        places = [view.to_px(place) for place in (centre_of(scene, shown.marks.chosen), me) if place]
        width, height = limits.width, limits.height
        return any(width * 0.6 < x <= width and 0 <= y < height * 0.45 for x, y in places)

    @Slot(float, float)
    def lookAt(self, x: float, y: float) -> None:
        """A finger on the inset: that place comes into the middle of the map."""
        view = self._view()
        if view is not None and self._map is not None:
            self._map.look_at(view.to_m((x, y)))

    def _bearing_deg(self) -> float:
        motion = self._map.motion if self._map else None
        return motion.painted.bearing_deg if motion and motion.painted else 0.0

    def _view(self) -> View | None:
        limits = self._map.motion.limits if self._map else None
        if limits is None or self.width() <= 0 or self.height() <= 0:
            return None
        edge = EDGE * min(self.width(), self.height())
        margins = Margins(edge, edge, edge, edge)
        return fitted(limits.points, self.width(), self.height(), margins, self._bearing_deg())

    @Slot()
    def _moved(self) -> None:
        aspect = self._shape()
        if aspect != self._aspect:
            self._aspect = aspect
            self.aspectChanged.emit()
        self.frameChanged.emit()
        if self.isVisible() and self._pictured() != self._painted:
            self.update()

    def _pictured(self) -> tuple:
        """All that the picture depends on."""
        if self._map is None:
            return ()
        return self._map.scene(), self._map.painter(), self._view(), self._map.marks

    def geometryChange(self, new, old) -> None:
        """Called by the scene graph."""
        super().geometryChange(new, old)
        self.frameChanged.emit()
        self.update()

    def itemChange(self, change, value) -> None:
        """Called by the scene graph; what was not seen is painted when it comes."""
        super().itemChange(change, value)
        if change == QQuickItem.ItemChange.ItemVisibleHasChanged:
            self._moved()

    def paint(self, painter: QPainter) -> None:
        """Called by the scene graph."""
        self._painted = self._pictured()
        if not self._painted or None in self._painted:
            return
        scene, with_painter, view, marks = self._painted
        with_painter.paint_overview(painter, (0.0, 0.0, self.width(), self.height()), scene, view, marks)
