"""What moves the map: fingers, mouse and wheel on it, and glides to where a button sends it."""

from PySide6.QtCore import (
    Property,
    QElapsedTimer,
    QPointF,
    QSizeF,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import QEventPoint
from PySide6.QtQml import QmlAnonymous
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.ui.find.map_gesture import Fingers, Sign
from kiosk.ui.find.map_motion import Motion, texture_of
from kiosk.ui.find.map_view import MAX_ZOOM, View

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

TAP_ZOOM = 2.0
WHEEL_ZOOM = 1.25
"""A notch of a mouse's wheel."""
WHEEL_REST_MS = 140
PAD_MM = 20.0
"""A magnified map is painted so much larger on each side, so that a drag does not bare its edges at once."""
REPAINT_MS = 90
"""Least time between two repaints while fingers move the map further than it was painted."""
MOUSE = -1
"""The mouse counts as a finger of that number."""


@QmlAnonymous
class MapCanvas(QQuickPaintedItem):
    """A painted picture that fingers move.

    While they do, only its texture is moved, scaled and turned; then it is painted once. Who derives from it
    says what its view is of (`motion.limits`), and is told of taps and of every change of the view.
    """

    roomChanged = Signal()
    interactiveChanged = Signal()
    glideMsChanged = Signal()
    viewChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._room = QSizeF()
        self._interactive = False
        self._pad = 0
        self._heading_deg = 0.0
        self._turned_deg: float | None = None
        """The direction that a visitor has turned up."""
        self._motion = Motion()
        self._fingers = Fingers()
        self._clock = QElapsedTimer()
        self._clock.start()
        self._painted_ms = 0
        self._gliding = QVariantAnimation(self)
        self._gliding.setStartValue(0.0)
        self._gliding.setEndValue(1.0)
        self._gliding.setDuration(0)
        self._gliding.valueChanged.connect(self._glide)
        self._gliding.finished.connect(self._settled)
        self._wheel_rest = QTimer(self)
        self._wheel_rest.setSingleShot(True)
        self._wheel_rest.setInterval(WHEEL_REST_MS)
        self._wheel_rest.timeout.connect(self._settled)
        self.setOpaquePainting(True)
        self.setTransformOrigin(QQuickItem.TransformOrigin.TopLeft)
        self.setKeepTouchGrab(True)
        self.setKeepMouseGrab(True)

    @property
    def motion(self) -> Motion:
        """What is seen, and how it is limited."""
        return self._motion

    # ---- what is told to who derives from it

    def tapped(self, x: float, y: float) -> None:
        """A tap at a pixel of the map."""

    def view_moved(self) -> None:
        """What is seen has changed: says so."""
        self.viewChanged.emit()

    def room_changed(self) -> None:
        """The map has another size."""

    # ---- properties

    def _get_room(self):
        return self._room

    def _set_room(self, room):
        if room != self._room:
            self._room = room
            self.roomChanged.emit()
            self.room_changed()

    def _get_interactive(self):
        return self._interactive

    def _set_interactive(self, interactive):
        if interactive != self._interactive:
            self._interactive = interactive
            left = Qt.MouseButton.LeftButton if interactive else Qt.MouseButton.NoButton
            self.setAcceptedMouseButtons(left)
            self.setAcceptTouchEvents(interactive)
            self.interactiveChanged.emit()

    def _get_glide_ms(self):
        return self._gliding.duration()

    def _set_glide_ms(self, duration_ms):
        if duration_ms != self._gliding.duration():
            self._gliding.setDuration(duration_ms)
            self.glideMsChanged.emit()

    room = Property(QSizeF, _get_room, _set_room, notify=roomChanged)
    """The size of the map. The item itself is larger where it is painted with more around it."""
    interactive = Property(bool, _get_interactive, _set_interactive, notify=interactiveChanged)
    glideMs = Property(int, _get_glide_ms, _set_glide_ms, notify=glideMsChanged)
    """How long a button's move takes; 0 where nothing moves."""

    @Property(float, notify=viewChanged)
    def zoom(self):
        """Times the scale at which the whole level is seen."""
        return self._motion.zoom

    @Property(bool, notify=viewChanged)
    def atNearest(self):
        """Whether it cannot be magnified further."""
        return self._motion.zoom >= MAX_ZOOM - 0.01

    @Property(bool, notify=viewChanged)
    def atFurthest(self):
        """Whether the whole level is seen."""
        return self._motion.zoom <= 1.01

    @Property(float, notify=viewChanged)
    def bearing(self):
        """The direction that is up, degrees clockwise from north."""
        return self._motion.live.bearing_deg if self._motion.live else 0.0

    # ---- fingers

    def touchEvent(self, event) -> None:
        """Called by the window for touches on this item."""
        moved = {}
        now_ms = self._clock.elapsed()
        for point in event.points():
            at = self._place(point.scenePosition())
            if point.state() == QEventPoint.State.Pressed:
                self._felt(self._fingers.press(point.id(), at, now_ms))
            elif point.state() == QEventPoint.State.Updated:
                moved[point.id()] = at
        if moved:
            self._felt(self._fingers.move(moved))
        for point in event.points():
            if point.state() == QEventPoint.State.Released:
                self._felt(self._fingers.release(point.id(), now_ms))
        event.accept()

    def touchUngrabEvent(self) -> None:
        """Called by the window when the touch is taken away."""
        self._felt(self._fingers.cancel())

    def mousePressEvent(self, event) -> None:
        """Called by the window."""
        self._felt(self._fingers.press(MOUSE, self._place(event.scenePosition()), self._clock.elapsed()))

    def mouseMoveEvent(self, event) -> None:
        """Called by the window."""
        self._felt(self._fingers.move({MOUSE: self._place(event.scenePosition())}))

    def mouseReleaseEvent(self, event) -> None:
        """Called by the window."""
        self._felt(self._fingers.move({MOUSE: self._place(event.scenePosition())}))
        self._felt(self._fingers.release(MOUSE, self._clock.elapsed()))

    def mouseDoubleClickEvent(self, event) -> None:
        """Called by the window in place of a second press."""
        self.mousePressEvent(event)

    def mouseUngrabEvent(self) -> None:
        """Called by the window when the mouse is taken away."""
        self._felt(self._fingers.cancel())

    def wheelEvent(self, event) -> None:
        """Called by the window: nearer or further about the pointer."""
        if not self._interactive:
            event.ignore()
            return
        notches = event.angleDelta().y() / 120
        at = self._place(event.scenePosition())
        self._gliding.stop()
        self._motion.hold()
        self._motion.pose(WHEEL_ZOOM**notches, 0.0, at, at)
        self._follow()
        self._wheel_rest.start()
        event.accept()

    def _place(self, scene_position: QPointF) -> tuple[float, float]:
        at = self.parentItem().mapFromScene(scene_position)
        return at.x(), at.y()

    def _felt(self, sign: Sign) -> None:
        pose = self._fingers.pose
        if sign is Sign.BEGUN:
            self._gliding.stop()
            self._motion.hold()
        elif sign is Sign.MOVED:
            self._motion.pose(pose.factor, pose.turn_deg, pose.start, pose.to)
            self._follow()
        elif sign is Sign.ENDED:
            rest = self._motion.rested(pose.to, self._heading_deg)
            if rest is None:
                self._settled()
            else:
                self._turned_deg = rest.bearing_deg
                self._go(rest)
        elif sign is Sign.TAP:
            self.tapped(*pose.to)
        elif sign is Sign.DOUBLE_TAP:
            self._zoom(TAP_ZOOM, pose.to)
        elif sign is Sign.TWO_FINGER_TAP:
            self._zoom(1 / TAP_ZOOM, pose.to)

    # ---- motion

    def _zoom(self, factor: float, about: tuple[float, float]) -> None:
        view, limits = self._motion.aim, self._motion.limits
        if view is not None and limits is not None:
            self._go(limits.held(view.zoomed(factor, about)))

    def _turn_to(self, bearing_deg: float) -> None:
        view, limits = self._motion.aim, self._motion.limits
        if view is not None and limits is not None:
            self._go(limits.turned(view, bearing_deg))

    def _go(self, view: View) -> None:
        """Glide to a view, or show it at once where nothing moves."""
        self._gliding.stop()
        if not self._gliding.duration() or self.window() is None:
            self._show(view)
            return
        self._motion.go(view)
        self._gliding.start()
        self.view_moved()

    @Slot("QVariant")
    def _glide(self, share) -> None:
        self._motion.glide(min(float(share), 0.9999))
        self._follow()

    def _follow(self) -> None:
        """Move the texture to what is seen now; paint anew where it leaves too much bare."""
        motion = self._motion
        if motion.live is None or motion.painted is None:
            return
        bare = self._pad and motion.bare(self._pad)
        if bare and self._clock.elapsed() - self._painted_ms > REPAINT_MS and motion.live.square:
            motion.painted = motion.live
            self._sized()
            self.update()
        texture = texture_of(motion.painted, motion.live, self._pad)
        self.setPosition(QPointF(texture.x, texture.y))
        self.setScale(texture.scale)
        self.setRotation(texture.turn_deg)
        self.setSmooth(not texture.turn_deg)  # a turned picture is smoothed only once it is painted
        self.view_moved()

    @Slot()
    def _settled(self) -> None:
        """Paint as it is now."""
        self._show(self._motion.aim)

    def _show(self, view: View | None) -> None:
        self._motion.show(view)
        self._sized()
        self.setPosition(QPointF(-self._pad, -self._pad))
        self.setScale(1.0)
        self.setRotation(0.0)
        self.view_moved()
        self.update()

    def _sized(self) -> None:
        """As large as it is painted."""
        live, limits = self._motion.live, self._motion.limits
        magnified = live is not None and limits is not None and limits.zoom(live) > 1.01
        self._pad = round(PAD_MM * self._fingers.px_per_mm) if magnified and self._interactive else 0
        self.setSize(QSizeF(self._room.width() + 2 * self._pad, self._room.height() + 2 * self._pad))
