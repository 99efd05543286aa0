"""A QR symbol in the window: black on white in every palette, whole pixels a module, with its quiet zone."""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickPaintedItem

from kiosk.ui.passing import forget_with_item

if TYPE_CHECKING:
    from kiosk.badges.qr import Matrix

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

WORKER = "drawing"
"""The bridge's worker that makes symbols: 6 ms each, and 100 ms when the library is first imported."""
SYMBOLS_KEPT = 64
_DARK, _LIGHT = QColor("black"), QColor("white")


@lru_cache(maxsize=SYMBOLS_KEPT)
def symbol(text: str) -> "Matrix | None":
    """A text's modules without the quiet zone; None where no QR holds so much."""
    from kiosk.badges.qr import text_matrix  # noqa: PLC0415  (most visits see no QR)

    try:
        return text_matrix(text)
    except ValueError:
        return None


@QmlElement
class QrItem(QQuickPaintedItem):
    """The QR of `text`, as large as whole pixels allow in the item's shorter side; nothing until it is made.

    `models` is the window's: its bridge runs the work. `personal`: the text is somebody's, and nothing of it
    is kept when the item goes. `leastPx` is the smallest module that a phone reads,
    `ratio` the screen's pixels on one of the window's units. (It is told: PySide 6.11.3 takes an item that
    calls `window()` for the window's owner, and the window ends with it.)
    """

    textChanged = Signal()
    modelsChanged = Signal()
    leastPxChanged = Signal()
    ratioChanged = Signal()
    personalChanged = Signal()
    made = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._text = ""
        self._models = None
        self._least_px = 1
        self._ratio = 1.0
        self._personal = False
        self._matrix: Matrix | None = None
        self._known = True
        """Whether `_matrix` is what became of the text."""
        forget_with_item(self)

    def _get_text(self):
        return self._text

    def _set_text(self, text):
        if text != self._text:
            self._text = text
            self.textChanged.emit()
            self._make()

    def _get_models(self):
        return self._models

    def _set_models(self, models):
        if models is not self._models:
            self._models = models
            self.modelsChanged.emit()
            self._make()

    def _get_least_px(self):
        return self._least_px

    def _set_least_px(self, least_px):
        if least_px != self._least_px:
            self._least_px = least_px
            self.leastPxChanged.emit()
            self._take(self._matrix, known=self._known)

    def _get_ratio(self):
        return self._ratio

    def _set_ratio(self, ratio):
        if ratio != self._ratio:
            self._ratio = ratio
            self.ratioChanged.emit()
            self._take(self._matrix, known=self._known)

    def _get_personal(self):
        return self._personal

    def _set_personal(self, personal):
        if personal != self._personal:
            self._personal = personal
            self.personalChanged.emit()

    personal = Property(bool, _get_personal, _set_personal, notify=personalChanged)
    text = Property(str, _get_text, _set_text, notify=textChanged)
    models = Property(QObject, _get_models, _set_models, notify=modelsChanged)
    leastPx = Property(int, _get_least_px, _set_least_px, notify=leastPxChanged)
    ratio = Property(float, _get_ratio, _set_ratio, notify=ratioChanged)

    @Property(bool, notify=made)
    def fits(self):
        """Whether the text is none that is empty or too long for the item; it may still be being made."""
        return self._text != "" and (not self._known or self.modulePx >= max(1, self._least_px))

    @Property(bool, notify=made)
    def drawn(self):
        """Whether the symbol stands there."""
        return self._text != "" and self._known and self.fits

    @Property(int, notify=made)
    def modulePx(self):
        """Pixels of the screen on a module's side; 0 where there is no symbol."""
        if self._matrix is None:
            return 0
        from kiosk.badges.qr import QUIET_MODULES  # noqa: PLC0415  (it is there: the symbol was made)

        side = min(self.width(), self.height()) * self._ratio
        return int(side / (len(self._matrix) + 2 * QUIET_MODULES))

    def _make(self) -> None:
        text, models = self._text, self._models
        if text == "" or models is None:
            self._take(None, known=text == "")
            return
        self._take(None, known=False)

        def done(matrix: "Matrix | None") -> None:
            if vars(self).get("_text") == text:  # else it shows another text by now, or was destroyed
                self._take(matrix, known=True)

        make = symbol.__wrapped__ if self._personal else symbol
        models.surroundings.bridge.submit(lambda: make(text), done, worker=WORKER)

    def _take(self, matrix: "Matrix | None", *, known: bool) -> None:
        self._matrix, self._known = matrix, known
        self.made.emit()
        self.update()

    def geometryChange(self, new, old) -> None:
        """Qt's: the room has changed."""
        super().geometryChange(new, old)
        if new.size() != old.size():
            self._take(self._matrix, known=self._known)

    def paint(self, painter: QPainter) -> None:
        """Called by the scene graph."""
        matrix, module_px, ratio = self._matrix, self.modulePx, self._ratio
        if matrix is None or not self.drawn:
            return
        painter.scale(1 / ratio, 1 / ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        painter.fillRect(QRect(0, 0, width, height), _LIGHT)
        left = (width - len(matrix) * module_px) // 2
        top = (height - len(matrix) * module_px) // 2
        painter.setPen(Qt.PenStyle.NoPen)
        for y, row in enumerate(matrix):
            for x, length in _runs(row):
                box = QRect(left + x * module_px, top + y * module_px, length * module_px, module_px)
                painter.fillRect(box, _DARK)


def _runs(row: tuple[bool, ...]):
    """Where the dark runs of a row start, and their lengths, in modules."""
    start = None
    for at, dark in enumerate((*row, False)):
        if dark and start is None:
            start = at
        elif not dark and start is not None:
            yield start, at - start
            start = None
