"""Drawings as the window shows them: pictures for QML's Image, and the ring of a countdown.

A page has many icons. As items painted in Python each would keep 9 kB for ever, because PySide holds on to
the Python half of every item that QML makes; as pictures they are painted once for a size and colour.
"""

from functools import lru_cache

from PySide6.QtCore import Property, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickImageProvider, QQuickPaintedItem

from kiosk.ui import drawings
from kiosk.ui.passing import forget_with_item

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

PROVIDER = "drawings"
PICTURES_KEPT = 512


class DrawingPictures(QQuickImageProvider):
    """`image://drawings/NAME/RRGGBB`: a drawing of resources/icons/drawings.json in one colour."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, wanted: str, size: QSize, asked: QSize) -> QImage:
        """Called by QML. Unknown names are a KeyError: a fault of ours."""
        name, _, colour = wanted.partition("/")
        size.setWidth(asked.width())
        size.setHeight(asked.height())
        return picture(name, f"#{colour}", asked.width(), asked.height())


@lru_cache(maxsize=PICTURES_KEPT)
def picture(name: str, colour: str, width: int, height: int) -> QImage:
    """A drawing in one colour on nothing, `width` x `height` px."""
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawings.paint(painter, name, QRectF(0, 0, width, height), QColor(colour))
    painter.end()
    return image


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
        forget_with_item(self)

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
