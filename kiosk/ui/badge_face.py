"""A badge on the screen: the preview, painted from the marks that paper is drawn from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickPaintedItem

from kiosk.ui.passing import forget_with_item

if TYPE_CHECKING:
    from kiosk.badges.marks import Composition

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

WORKER = "drawing"
"""The bridge's worker that makes the modules of codes: a table is made at the first."""


@QmlElement
class BadgeItem(QQuickPaintedItem):
    """A Composition (kiosk/badges/marks.py) as large as the item allows, in its middle, on white paper.

    `composition` is the value that a worker composed; None, or undefined from QML, paints nothing. `models`
    is the window's: its bridge has the code's modules made. An item never calls `window()` (ui/qr_item.py).
    """

    compositionChanged = Signal()
    modelsChanged = Signal()
    edgeChanged = Signal()
    edgePxChanged = Signal()
    made = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._composition: Composition | None = None
        self._models = None
        self._edge = QColor()
        self._edge_px = 0
        self._drawn = False
        forget_with_item(self)

    def _get_composition(self):
        return self._composition

    def _set_composition(self, composition):
        if composition is not self._composition:
            self._composition = composition
            self.compositionChanged.emit()
            self._make()

    def _get_models(self):
        return self._models

    def _set_models(self, models):
        if models is not self._models:
            self._models = models
            self.modelsChanged.emit()
            self._make()

    def _get_edge(self):
        return self._edge

    def _set_edge(self, edge):
        if edge != self._edge:
            self._edge = edge
            self.edgeChanged.emit()
            self.update()

    def _get_edge_px(self):
        return self._edge_px

    def _set_edge_px(self, edge_px):
        if edge_px != self._edge_px:
            self._edge_px = edge_px
            self.edgePxChanged.emit()
            self.update()

    composition = Property("QVariant", _get_composition, _set_composition, notify=compositionChanged)
    models = Property(QObject, _get_models, _set_models, notify=modelsChanged)
    edge = Property(QColor, _get_edge, _set_edge, notify=edgeChanged)
    """The line round the card, and its width."""
    edgePx = Property(int, _get_edge_px, _set_edge_px, notify=edgePxChanged)

    @Property(bool, notify=made)
    def drawn(self):
        """Whether the badge stands there."""
        return self._drawn

    @Property(float, notify=compositionChanged)
    def aspect(self):
        """The badge's width by its height; 0 while there is none."""
        composition = self._composition
        return composition.width_mm / composition.height_mm if composition is not None else 0.0

    def _make(self) -> None:
        composition, models = self._composition, self._models
        self._stand(False)
        if composition is None or models is None:
            return

        def done(_nothing: None) -> None:
            if vars(self).get("_composition") is composition:  # else it shows another, or was destroyed
                self._stand(True)

        models.surroundings.bridge.submit(lambda: _make_codes(composition), done, worker=WORKER)

    def _stand(self, drawn: bool) -> None:
        if drawn != self._drawn:
            self._drawn = drawn
            self.made.emit()
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Called by the scene graph."""
        if self._composition is not None and self._drawn:
            from kiosk.ui.badge_painting import paint_framed  # noqa: PLC0415  (most visits see no badge)

            box = QRectF(0, 0, self.width(), self.height())
            paint_framed(painter, self._composition, box, self._edge, self._edge_px)


def _make_codes(composition: "Composition") -> None:
    """Here and not in the window: the table is made at the first, and what is no token raises."""
    from kiosk.badges.marks import Code  # noqa: PLC0415  (most visits see no badge)
    from kiosk.badges.token_qr import token_codes  # noqa: PLC0415  (makes its table at the first code)

    for mark in (*composition.fixed, *composition.own):
        if isinstance(mark, Code):
            token_codes().bitmap(mark.token)
