"""The map as one item of the window: one QQuickPaintedItem (2,000 stalls: one repaint, not 2,000 items)."""

from PySide6.QtCore import Property, QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from kiosk.ui.find import map_inset, map_legend  # noqa: F401, what lies on a map comes with it
from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.find.map_canvas import MapCanvas
from kiosk.ui.find.map_motion import Limits
from kiosk.ui.find.map_painting import Layers, MapPainter
from kiosk.ui.find.map_scene import LevelMark, Marks, Meant, centre_of, corners_of, meant_by, round_ends
from kiosk.ui.find.map_style import COLOURS, TARGET_MM, TOUCH_MM
from kiosk.ui.find.map_view import Box, Margins, beside, grown, into
from kiosk.ui.passing import forget_with_item

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

ZOOM_STEP = 1.6


def _plain(theme):
    """A QML object as a dictionary; an empty one while the page is being built."""
    value = theme.toVariant() if hasattr(theme, "toVariant") else theme
    return dict(value) if value and all(name in value for name in COLOURS) else {}


@QmlElement
class MapItem(MapCanvas):
    """A level of the plan with what is marked on it.

    While fingers or a button move it, only its texture is moved, scaled and turned; then it is painted once.
    """

    floorMapChanged = Signal()
    levelChanged = Signal()
    languageChanged = Signal()
    themeChanged = Signal()
    hitsChanged = Signal()
    chosenChanged = Signal()
    routeChanged = Signal()
    routeShownChanged = Signal()
    levelMarksChanged = Signal()
    marginsChanged = Signal()
    meTextChanged = Signal()
    northUpChanged = Signal()
    focusStallChanged = Signal()
    seenChanged = Signal()
    stallTouched = Signal(str)
    """The number of the stall that a touch meant."""
    facilityTouched = Signal(str)
    levelAsked = Signal(str)

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._floor_map: FloorMap | None = None
        self._level = ""
        self._language = "zh"
        self._theme: dict = {}
        self._marks = Marks()
        self._margins = QRectF()
        self._me_text = ""
        self._north_up = False
        self._focus_stall = ""
        self._layers = Layers()
        self._painter: MapPainter | None = None
        forget_with_item(self)

    # ---- properties

    def _get_floor_map(self):
        return self._floor_map

    def _set_floor_map(self, floor_map):
        if floor_map is self._floor_map:
            return
        if self._floor_map is not None:
            self._floor_map.changed.disconnect(self._planned)
            self._floor_map.stood.disconnect(self.update)
        self._floor_map = floor_map
        self._painter = None
        if floor_map is not None:
            floor_map.changed.connect(self._planned)
            floor_map.stood.connect(self.update)
        self.floorMapChanged.emit()
        self._refit()

    def _put(self, name: str, value, after) -> None:
        """Take a property's value, and say so."""
        if getattr(self, f"_{name}") != value:
            setattr(self, f"_{name}", value)
            after()

    def _mark(self, changed, **values) -> None:
        """Change what is marked."""
        marks = Marks(**{**{name: getattr(self._marks, name) for name in Marks.__slots__}, **values})
        if marks != self._marks:
            self._marks = marks
            changed.emit()
            self.update()

    def _set_level(self, level):
        self._put("level", level, lambda: (self.levelChanged.emit(), self._refit()))

    def _set_language(self, language):
        self._put("language", language, lambda: (self.languageChanged.emit(), self.update()))

    def _set_theme(self, theme):
        self._put("theme", _plain(theme), self._themed)

    def _themed(self) -> None:
        self._painter = None
        self._fingers.px_per_mm = float(self._theme["pxPerMm"]) if self._theme else 1.0
        self.themeChanged.emit()
        self.update()

    def _set_hits(self, hits):
        self._mark(self.hitsChanged, hits=frozenset(hits))

    def _set_chosen(self, chosen):
        self._mark(self.chosenChanged, chosen=chosen)

    def _set_route(self, route):
        points = tuple((point.x(), point.y()) for point in route)
        if points != self._marks.route:
            self._mark(self.routeChanged, route=points)
            self._refit()

    def _set_route_shown(self, shown):
        self._mark(self.routeShownChanged, route_shown=shown)

    def _set_level_marks(self, marks):
        self._mark(self.levelMarksChanged, levels=tuple(LevelMark.of(mark) for mark in marks))

    def _set_margins(self, margins):
        self._put("margins", margins, lambda: (self.marginsChanged.emit(), self._refit()))

    def _set_me_text(self, text):
        self._put("me_text", text, lambda: (self.meTextChanged.emit(), self._planned()))

    def _set_north_up(self, north_up):
        def after() -> None:
            self._turned_deg = None
            self._fingers.twists = not north_up
            self.northUpChanged.emit()
            self._turn_to(self._bearing_deg())

        self._put("north_up", north_up, after)

    def _set_focus_stall(self, number):
        self._put("focus_stall", number, lambda: (self.focusStallChanged.emit(), self._refit()))

    def _get_level(self):
        return self._level

    def _get_language(self):
        return self._language

    def _get_theme(self):
        return self._theme

    def _get_hits(self):
        return sorted(self._marks.hits)

    def _get_chosen(self):
        return self._marks.chosen

    def _get_route(self):
        return [QPointF(*point) for point in self._marks.route]

    def _get_route_shown(self):
        return self._marks.route_shown

    def _get_level_marks(self):
        return [{"x": each.x_m, "y": each.y_m, "to": each.to} for each in self._marks.levels]

    def _get_margins(self):
        return self._margins

    def _get_me_text(self):
        return self._me_text

    def _get_north_up(self):
        return self._north_up

    def _get_focus_stall(self):
        return self._focus_stall

    floorMap = Property(FloorMap, _get_floor_map, _set_floor_map, notify=floorMapChanged)
    level = Property(str, _get_level, _set_level, notify=levelChanged)
    language = Property(str, _get_language, _set_language, notify=languageChanged)
    theme = Property("QVariantMap", _get_theme, _set_theme, notify=themeChanged)
    hits = Property("QStringList", _get_hits, _set_hits, notify=hitsChanged)
    chosen = Property(str, _get_chosen, _set_chosen, notify=chosenChanged)
    route = Property("QVariantList", _get_route, _set_route, notify=routeChanged)
    routeShown = Property(float, _get_route_shown, _set_route_shown, notify=routeShownChanged)
    levelMarks = Property("QVariantList", _get_level_marks, _set_level_marks, notify=levelMarksChanged)
    """{x, y, to, text, icon}, metres on the level shown."""
    margins = Property(QRectF, _get_margins, _set_margins, notify=marginsChanged)
    """left, top, right, bottom in pixels, as x, y, width, height: what controls cover along the edges."""
    meText = Property(str, _get_me_text, _set_me_text, notify=meTextChanged)
    northUp = Property(bool, _get_north_up, _set_north_up, notify=northUpChanged)
    """North is up and stays so; else what the visitor at this kiosk looks at."""
    focusStall = Property(str, _get_focus_stall, _set_focus_stall, notify=focusStallChanged)
    """For a strip of map: the level in full width, moved to this stall or facility; else the whole level."""

    @Property(bool, notify=seenChanged)
    def hasMe(self):
        """Whether this kiosk stands on the level shown."""
        scene = self.scene()
        return scene is not None and scene.kiosk is not None

    # ---- for the overview inset

    def scene(self):
        """The scene of the level shown, or None."""
        if self._floor_map is None:
            return None
        return self._floor_map.scene(self._level, self._language)

    @property
    def marks(self) -> Marks:
        """What is marked."""
        return self._marks

    def painter(self) -> MapPainter | None:
        """The painter of this look; None while there is none."""
        if self._painter is None and self._theme and self._floor_map is not None:
            self._painter = self._floor_map.painter(self._theme, self._me_text)
        return self._painter

    def look_at(self, place: tuple[float, float]) -> None:
        """Bring a place of the level into the middle; `lookedAt` ends it."""
        live, limits = self._motion.live, self._motion.limits
        if live is None or limits is None:
            return
        self._gliding.stop()
        self._motion.hold()
        self._motion.pose(1.0, 0.0, live.to_px(place), live.anchor)
        self._follow()

    # ---- what the page asks

    def tapped(self, x: float, y: float) -> None:
        """Called by the canvas."""
        self.touch(x, y)

    def room_changed(self) -> None:
        """Called by the canvas."""
        self._refit()

    def view_moved(self) -> None:
        """Called by the canvas."""
        self.viewChanged.emit()
        self.seenChanged.emit()

    @Slot(float, float)
    def touch(self, x: float, y: float) -> None:
        """A tap on the map: what lies there, or the nearest within reach of a finger."""
        scene, view, painter = self.scene(), self._motion.live, self.painter()
        if scene is None or view is None or painter is None:
            return
        least = TARGET_MM * self._fingers.px_per_mm
        plates = {
            mark.to: grown(box, max(0.0, (least - (box[3] - box[1])) / 2))
            for mark, box in painter.placed(self.seen(), scene, view, self._marks).plates
        }
        meant = meant_by(scene, view, (x, y), TOUCH_MM * self._fingers.px_per_mm, plates)
        if meant is not None:
            kind, ref = meant
            {
                Meant.STALL: self.stallTouched,
                Meant.FACILITY: self.facilityTouched,
                Meant.LEVEL: self.levelAsked,
            }[kind].emit(ref)

    @Slot(float, float, float, float, float)
    def settle(self, factor: float, about_x: float, about_y: float, dx: float, dy: float) -> None:
        """Magnify about a pixel of the map, then drag; painted at once as it is to stay."""
        view, limits = self._motion.aim, self._motion.limits
        if view is not None and limits is not None:
            self._show(limits.held(view.zoomed(factor, (about_x, about_y)).moved(dx, dy)))

    @Slot(bool)
    def zoomStep(self, closer: bool) -> None:
        """One step nearer or further, about the middle."""
        if self._motion.aim is not None:
            self._zoom(ZOOM_STEP if closer else 1 / ZOOM_STEP, self._motion.aim.anchor)

    @Slot()
    def turn(self) -> None:
        """A quarter turn clockwise; north is no longer locked."""
        if self._motion.aim is None:
            return
        bearing_deg = (self._motion.aim.bearing_deg - 90.0) % 360
        if self._north_up:
            self._north_up = False
            self._fingers.twists = True
            self.northUpChanged.emit()
        self._turned_deg = bearing_deg
        self._turn_to(bearing_deg)

    @Slot()
    def showMe(self) -> None:
        """The whole level again, as at first, with this kiosk on it."""
        self._turned_deg = None
        limits = self._motion.limits
        if limits is None or self._focus_stall:
            self._refit()
        else:
            self._go(limits.whole(self._bearing_deg()))

    @Slot()
    def lookedAt(self) -> None:
        """The end of moving the map from outside of it."""
        self._settled()

    @Slot(str, result=QPointF)
    def placeOf(self, number: str) -> QPointF:
        """Where the middle of a stall or facility is on this item; (-1, -1) where it is not on it."""
        scene = self.scene()
        centre = centre_of(scene, number) if scene else None
        if centre is None or self._motion.painted is None:
            return QPointF(-1, -1)
        x, y = self._motion.painted.to_px(centre)
        return QPointF(x + self._pad, y + self._pad)

    @Slot(float, float, result=QPointF)
    def pixelOf(self, x_m: float, y_m: float) -> QPointF:
        """Where a point of the level, in metres, is on this item; (-1, -1) while there is no picture."""
        if self._motion.painted is None:
            return QPointF(-1, -1)
        x, y = self._motion.painted.to_px((x_m, y_m))
        return QPointF(x + self._pad, y + self._pad)

    @Slot(str)
    def bringIn(self, number: str) -> None:
        """Drag the picture just so far that a stall lies within its uncovered part."""
        scene, view, limits = self.scene(), self._motion.aim, self._motion.limits
        centre = centre_of(scene, number) if scene else None
        if centre is None or view is None or limits is None:
            return
        x, y = view.to_px(centre)
        left, top, right, bottom = grown(limits.room, -TOUCH_MM / 2 * self._fingers.px_per_mm)
        dx, dy = into(x, left, right), into(y, top, bottom)
        if dx or dy:
            self._go(view.moved(dx, dy))

    # ---- drawing

    def _bearing_deg(self) -> float:
        if self._north_up or self._floor_map is None:
            return 0.0
        return self._floor_map.heading_deg if self._turned_deg is None else self._turned_deg

    @Slot()
    def _planned(self) -> None:
        """Another plan: its texts are laid out anew."""
        self._painter = None
        self._refit()

    def _refit(self) -> None:
        scene = self.scene()
        self._gliding.stop()
        if scene is None or self._room.width() <= 0 or self._room.height() <= 0:
            self._motion.limits = None
            self._show(None)
            return
        edges = self._margins
        margins = Margins(edges.x(), edges.y(), edges.width(), edges.height())
        points = (*scene.frame, *corners_of(round_ends(self._marks.route)))
        limits = Limits(points, self._room.width(), self._room.height(), margins)
        view = limits.whole(self._bearing_deg())
        centre = centre_of(scene, self._focus_stall)
        if centre is not None:
            view = beside(points, centre, view, limits.width - margins.left - margins.right)
        self._motion.limits = limits
        self._heading_deg = self._floor_map.heading_deg if self._floor_map else 0.0
        self._show(view)

    def seen(self) -> Box:
        """The map, in its own pixels."""
        return 0.0, 0.0, self._room.width(), self._room.height()

    def picture(self) -> Box:
        """What is painted, in pixels of the map."""
        return grown(self.seen(), self._pad)

    def paint(self, painter: QPainter) -> None:
        """Called by the scene graph."""
        scene, view, with_painter = self.scene(), self._motion.painted, self.painter()
        if scene is None or view is None or with_painter is None:
            if self._theme:
                painter.fillRect(QRectF(0, 0, self.width(), self.height()), QColor(self._theme["ground"]))
            return
        self._painted_ms = self._clock.elapsed()
        self._layers.paint(painter, with_painter, self.picture(), scene, view, self._marks, self.seen())
