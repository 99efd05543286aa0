"""What the camera sees, on a page: a mirror to aim a code by."""

from PySide6.QtCore import Property, QObject, QRectF, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickPaintedItem

from kiosk.ui.passing import forget_with_item

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CameraPicture(QQuickPaintedItem):
    """The picture of a `camera` (ui.camera.CameraModel), as large as the item; nothing where there is none.

    The camera makes pictures only as long as one of these is seen.
    """

    cameraChanged = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._camera = None
        self._watches = False
        self.setOpaquePainting(False)
        self.visibleChanged.connect(self._look)
        self.destroyed.connect(_let_go(vars(self)))
        forget_with_item(self)

    def _get_camera(self):
        return self._camera

    def _set_camera(self, camera):
        if camera is not self._camera:
            if self._watches:
                self._watches = False
                self._camera.watch(False)
            self._camera = camera
            if camera is not None:
                camera.pictured.connect(self._pictured)
            self.cameraChanged.emit()
            self._look()

    camera = Property(QObject, _get_camera, _set_camera, notify=cameraChanged)

    @Slot()
    def _pictured(self):
        self.update()

    @Slot()
    def _look(self):
        if self._camera is not None and self._watches != self.isVisible():
            self._watches = self.isVisible()
            self._camera.watch(self._watches)

    def paint(self, painter: QPainter) -> None:
        """Called by the scene graph."""
        picture = self._camera.picture if self._camera is not None else None
        if picture is not None:
            painter.drawImage(QRectF(0, 0, self.width(), self.height()), picture)


def _let_go(own: dict):
    """Of an item that QML destroys while it is seen: nobody looks any more."""

    def let_go() -> None:
        if own.get("_watches") and own.get("_camera") is not None:
            own["_camera"].watch(False)

    return let_go
