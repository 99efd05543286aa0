"""The map as one item of the window: one QQuickPaintedItem (2,000 stalls: one repaint, not 2,000 items)."""

from PySide6.QtCore import Property, QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.find.map_painting import MapPainter
from kiosk.ui.find.map_scene import (
    MAX_ZOOM,
    Margins,
    Marks,
    View,
    beside,
    centre_of,
    fitted,
    held,
    nearest_stall,
    round_ends,
    worth_seeing,
)
from kiosk.ui.find.map_style import COLOURS, TOUCH_MM
from kiosk.ui.passing import forget_with_item

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

ZOOM_STEP = 1.6


def _plain(theme):
    """A QML object as a dictionary; an empty one while the page is being built."""
    value = theme.toVariant() if hasattr(theme, "toVariant") else theme
    return dict(value) if value and all(name in value for name in COLOURS) else {}


@QmlElement
class MapItem(QQuickPaintedItem):
    """A level of the plan with what is marked on it.

    During a gesture QML moves and scales this item's texture; `settle` then repaints once.
    """

    floorMapChanged = Signal()
    levelChanged = Signal()
    languageChanged = Signal()
    themeChanged = Signal()
    hitsChanged = Signal()
    chosenChanged = Signal()
    routeChanged = Signal()
    routeShownChanged = Signal()
    marginsChanged = Signal()
    meTextChanged = Signal()
    northUpChanged = Signal()
    focusStallChanged = Signal()
    viewChanged = Signal()
    stallTouched = Signal(str)
    """The number of the stall that a touch meant."""

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._floor_map: FloorMap | None = None
        self._level = ""
        self._language = "zh"
        self._theme: dict = {}
        self._hits: frozenset[str] = frozenset()
        self._chosen = ""
        self._route: tuple[tuple[float, float], ...] = ()
        self._route_shown = 1.0
        self._margins = QRectF()
        self._me_text = ""
        self._north_up = False
        self._focus_stall = ""
        self._view: View | None = None
        self._least_scale = 1.0
        self._painter: MapPainter | None = None
        self.setOpaquePainting(True)
        forget_with_item(self)

    # ---- properties

    def _get_floor_map(self):
        return self._floor_map

    def _set_floor_map(self, floor_map):
        if floor_map is self._floor_map:
            return
        if self._floor_map is not None:
            self._floor_map.changed.disconnect(self._planned)
        self._floor_map = floor_map
        self._painter = None
        if floor_map is not None:
            floor_map.changed.connect(self._planned)
        self.floorMapChanged.emit()
        self._refit()

    def _get_level(self):
        return self._level

    def _set_level(self, level):
        if level != self._level:
            self._level = level
            self.levelChanged.emit()
            self._refit()

    def _get_language(self):
        return self._language

    def _set_language(self, language):
        if language != self._language:
            self._language = language
            self.languageChanged.emit()
            self.update()

    def _get_theme(self):
        return self._theme

    def _set_theme(self, theme):
        plain = _plain(theme)
        if plain != self._theme:
            self._theme = plain
            self._painter = None
            self.themeChanged.emit()
            self.update()

    def _get_hits(self):
        return sorted(self._hits)

    def _set_hits(self, hits):
        if frozenset(hits) != self._hits:
            self._hits = frozenset(hits)
            self.hitsChanged.emit()
            self.update()

    def _get_chosen(self):
        return self._chosen

    def _set_chosen(self, chosen):
        if chosen != self._chosen:
            self._chosen = chosen
            self.chosenChanged.emit()
            self.update()

    def _get_route(self):
        return [QPointF(*point) for point in self._route]

    def _set_route(self, route):
        points = tuple((point.x(), point.y()) for point in route)
        if points != self._route:
            self._route = points
            self.routeChanged.emit()
            self._refit()

    def _get_route_shown(self):
        return self._route_shown

    def _set_route_shown(self, shown):
        if shown != self._route_shown:
            self._route_shown = shown
            self.routeShownChanged.emit()
            self.update()

    def _get_margins(self):
        return self._margins

    def _set_margins(self, margins):
        if margins != self._margins:
            self._margins = margins
            self.marginsChanged.emit()
            self._refit()

    def _get_me_text(self):
        return self._me_text

    def _set_me_text(self, text):
        if text != self._me_text:
            self._me_text = text
            self._painter = None
            self.meTextChanged.emit()
            self.update()

    def _get_north_up(self):
        return self._north_up

    def _set_north_up(self, north_up):
        if north_up != self._north_up:
            self._north_up = north_up
            self.northUpChanged.emit()
            self._refit()

    def _get_focus_stall(self):
        return self._focus_stall

    def _set_focus_stall(self, number):
        if number != self._focus_stall:
            self._focus_stall = number
            self.focusStallChanged.emit()
            self._refit()

    floorMap = Property(FloorMap, _get_floor_map, _set_floor_map, notify=floorMapChanged)
    level = Property(str, _get_level, _set_level, notify=levelChanged)
    language = Property(str, _get_language, _set_language, notify=languageChanged)
    theme = Property("QVariantMap", _get_theme, _set_theme, notify=themeChanged)
    hits = Property("QStringList", _get_hits, _set_hits, notify=hitsChanged)
    chosen = Property(str, _get_chosen, _set_chosen, notify=chosenChanged)
    route = Property("QVariantList", _get_route, _set_route, notify=routeChanged)
    routeShown = Property(float, _get_route_shown, _set_route_shown, notify=routeShownChanged)
    margins = Property(QRectF, _get_margins, _set_margins, notify=marginsChanged)
    """left, top, right, bottom in pixels, as x, y, width, height: what controls cover along the edges."""
    meText = Property(str, _get_me_text, _set_me_text, notify=meTextChanged)
    northUp = Property(bool, _get_north_up, _set_north_up, notify=northUpChanged)

    focusStall = Property(str, _get_focus_stall, _set_focus_stall, notify=focusStallChanged)
    """For a strip of map: the level in full width, moved to this stall or facility; else the whole level."""

    @Property(float, constant=True)
    def zoomFactor(self):
        """How much one step of the zoom buttons magnifies."""
        return ZOOM_STEP

    @Property(float, notify=viewChanged)
    def zoom(self):
        """Times the scale at which the whole level is seen."""
        return self._view.scale / self._least_scale if self._view else 1.0

    @Property(bool, notify=viewChanged)
    def atNearest(self):
        """Whether it cannot be magnified further."""
        return self.zoom >= MAX_ZOOM - 0.01

    @Property(bool, notify=viewChanged)
    def atFurthest(self):
        """Whether the whole level is seen."""
        return self.zoom <= 1.01

    @Property(bool, notify=viewChanged)
    def hasMe(self):
        """Whether this kiosk stands on the level shown."""
        scene = self._scene()
        return scene is not None and scene.kiosk is not None

    # ---- what the page asks

    @Slot(float, float)
    def touch(self, x: float, y: float) -> None:
        """A tap: the stall that lies there, or the nearest within reach of a finger."""
        scene = self._scene()
        if scene is None or self._view is None or not self._theme:
            return
        stall = nearest_stall(scene, self._view, (x, y), TOUCH_MM * float(self._theme["pxPerMm"]))
        if stall is not None:
            self.stallTouched.emit(stall.number)

    @Slot(float, float, float, float, float)
    def settle(self, factor: float, about_x: float, about_y: float, dx: float, dy: float) -> None:
        """The end of a gesture: magnified about a pixel, then dragged, now painted as it is to stay."""
        scene = self._scene()
        if scene is None or self._view is None:
            return
        view = self._view.zoomed(factor, (about_x, about_y)).moved(dx, dy)
        self._show(held(view, scene, self._least_scale))

    @Slot(bool)
    def zoomStep(self, closer: bool) -> None:
        """One step nearer or further, about the middle."""
        if self._view is not None:
            factor = ZOOM_STEP if closer else 1 / ZOOM_STEP
            self.settle(factor, self._view.anchor[0], self._view.anchor[1], 0.0, 0.0)

    @Slot()
    def showMe(self) -> None:
        """The whole level again, as at first, with this kiosk on it."""
        self._refit()

    @Slot(str, result=QPointF)
    def placeOf(self, number: str) -> QPointF:
        """Where the middle of a stall or facility is in the picture; (-1, -1) where it is not on it."""
        scene = self._scene()
        centre = centre_of(scene, number) if scene else None
        if centre is None or self._view is None:
            return QPointF(-1, -1)
        return QPointF(*self._view.to_px(centre))

    @Slot(float, float, result=QPointF)
    def pixelOf(self, x_m: float, y_m: float) -> QPointF:
        """Where a point of the level, in metres, is in the picture; (-1, -1) while there is none."""
        return QPointF(-1, -1) if self._view is None else QPointF(*self._view.to_px((x_m, y_m)))

    @Slot(str)
    def bringIn(self, number: str) -> None:
        """Drag the picture just so far that a stall lies within its uncovered part."""
        at = self.placeOf(number)
        if at.x() == -1 and at.y() == -1:
            return
        reach = TOUCH_MM / 2 * float(self._theme.get("pxPerMm", 1.0))
        margins = self._margins
        dx = _into(at.x(), margins.x() + reach, self.width() - margins.width() - reach)
        dy = _into(at.y(), margins.y() + reach, self.height() - margins.height() - reach)
        if dx or dy:
            self.settle(1.0, 0.0, 0.0, dx, dy)

    # ---- drawing

    def _scene(self):
        if self._floor_map is None:
            return None
        return self._floor_map.scene(self._level, self._language)

    def _bearing_deg(self) -> float:
        return 0.0 if self._north_up or self._floor_map is None else self._floor_map.heading_deg

    @Slot()
    def _planned(self) -> None:
        """Another plan: its texts are laid out anew."""
        self._painter = None
        self._refit()

    def _refit(self) -> None:
        scene = self._scene()
        if scene is None or self.width() <= 0 or self.height() <= 0:
            self._view = None
            self.update()
            return
        edges = self._margins
        margins = Margins(edges.x(), edges.y(), edges.width(), edges.height())
        points = (*worth_seeing(scene), *round_ends(self._route))
        view = fitted(points, self.width(), self.height(), margins, self._bearing_deg())
        centre = centre_of(scene, self._focus_stall)
        if centre is not None:
            view = beside(points, centre, view, self.width() - margins.left - margins.right)
        self._least_scale = view.scale
        self._show(view)

    def _show(self, view: View) -> None:
        self._view = view
        self.viewChanged.emit()
        self.update()

    def geometryChange(self, new, old) -> None:
        """Called by the scene graph: a new size shows the whole level again."""
        super().geometryChange(new, old)
        if new.size() != old.size():
            self._refit()

    def paint(self, painter: QPainter) -> None:
        """Called by the scene graph."""
        if not self._theme:
            return
        scene = self._scene()
        if scene is None or self._view is None:
            painter.fillRect(QRectF(0, 0, self.width(), self.height()), QColor(self._theme["ground"]))
            return
        if self._painter is None:
            self._painter = self._floor_map.painter(self._theme, self._me_text)
        marks = Marks(self._hits, self._chosen, self._route, self._route_shown)
        self._painter.paint(painter, self.width(), self.height(), scene, self._view, marks)


def _into(value: float, least: float, most: float) -> float:
    """How far to move a value so that it lies between two others."""
    return least - value if value < least else most - value if value > most else 0.0
