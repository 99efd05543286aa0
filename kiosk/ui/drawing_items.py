"""Drawings as QML items."""

from PySide6.QtCore import Property, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickPaintedItem

from kiosk.ui import drawings

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Drawing(QQuickPaintedItem):
    """A drawing of resources/icons/drawings.json in one colour, as large as the item's shorter side."""

    nameChanged = Signal()
    inkChanged = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._name = ""
        self._ink = QColor()

    def _get_name(self):
        return self._name

    def _set_name(self, name):
        if name != self._name:
            self._name = name
            self.nameChanged.emit()
            self.update()

    def _get_ink(self):
        return self._ink

    def _set_ink(self, ink):
        if ink != self._ink:
            self._ink = ink
            self.inkChanged.emit()
            self.update()

    name = Property(str, _get_name, _set_name, notify=nameChanged)
    ink = Property(QColor, _get_ink, _set_ink, notify=inkChanged)

    def paint(self, painter: QPainter) -> None:
        """Called by the scene graph."""
        if self._name:
            drawings.paint(painter, self._name, QRectF(0, 0, self.width(), self.height()), self._ink)


@QmlElement
class RingDrawing(QQuickPaintedItem):
    """What is left of a time: a ring filled clockwise from twelve, `share` of it in `ink`."""

    shareChanged = Signal()
    inkChanged = Signal()
    trackChanged = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._share = 1.0
        self._ink = QColor()
        self._track = QColor()

    def _get_share(self):
        return self._share

    def _set_share(self, share):
        if share != self._share:
            self._share = share
            self.shareChanged.emit()
            self.update()

    def _get_ink(self):
        return self._ink

    def _set_ink(self, ink):
        if ink != self._ink:
            self._ink = ink
            self.inkChanged.emit()
            self.update()

    def _get_track(self):
        return self._track

    def _set_track(self, track):
        if track != self._track:
            self._track = track
            self.trackChanged.emit()
            self.update()

    share = Property(float, _get_share, _set_share, notify=shareChanged)
    ink = Property(QColor, _get_ink, _set_ink, notify=inkChanged)
    track = Property(QColor, _get_track, _set_track, notify=trackChanged)

    def paint(self, painter: QPainter) -> None:
        """Called by the scene graph."""
        side = min(self.width(), self.height())
        width = side / 8
        box = QRectF(width, width, side - 2 * width, side - 2 * width)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, share in ((self._track, 1.0), (self._ink, self._share)):
            pen = QPen(colour, width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(box, 90 * 16, round(-share * 360 * 16))
