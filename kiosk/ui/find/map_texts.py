"""Texts of the map, laid out once and kept while their face is in use."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QStaticText, QTransform

from kiosk.ui.find.map_names import in_lines
from kiosk.ui.find.map_style import MapStyle

FACES_MOST = 10
"""Sizes and weights whose texts are kept: a picture needs eight, and each zoom brings others."""
LINES_KEPT = 4_096

Laid = tuple[QStaticText, float]
"""A text, and half its width in pixels."""


class Face:
    """Texts of one size and weight."""

    def __init__(self, style: MapStyle, size_mm: float, weight: int) -> None:
        self.font = style.font(size_mm, weight)
        self.metrics = style.metrics(size_mm, weight)
        self.drop = self.metrics.capHeight() / 2 - self.metrics.ascent()
        """From the middle of the capitals up to the top of the line."""
        self.line = self.metrics.height() * 0.86
        self._laid: dict[str, Laid] = {}
        self._widths: dict[str, float] = {}
        self.lines = lru_cache(LINES_KEPT)(self._lines)

    def laid(self, text: str) -> Laid:
        """A text, laid out."""
        found = self._laid.get(text)
        if found is None:
            made = QStaticText(text)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            made.prepare(QTransform(), self.font)
            found = self._laid[text] = (made, made.size().width() / 2)
        return found

    def width(self, text: str) -> float:
        """How wide a text is."""
        found = self._widths.get(text)
        if found is None:
            found = self._widths[text] = self.metrics.horizontalAdvance(text)
        return found

    def _lines(self, text: str, width: float, most: int) -> tuple[str, ...]:
        return in_lines(text, width, most, self.metrics.horizontalAdvance)


class Texts:
    """Draws single lines in one style."""

    def __init__(self, style: MapStyle) -> None:
        self._style = style
        self._faces: dict[tuple[float, int], Face] = {}

    def face(self, size_mm: float, weight: int) -> Face:
        """The texts of a size and weight; those used longest ago are let go."""
        key = (size_mm, weight)
        face = self._faces.pop(key, None) or Face(self._style, size_mm, weight)
        self._faces[key] = face
        while len(self._faces) > FACES_MOST:
            del self._faces[next(iter(self._faces))]
        return face

    def draw(
        self, painter: QPainter, text: str, at: QPointF, size_mm: float, weight: int, *, centred: bool = True
    ) -> None:
        """One line in the painter's pen; its face has its middle, or the left of it, at `at`."""
        face = self.face(size_mm, weight)
        laid, half = face.laid(text)
        painter.setFont(face.font)
        left = at.x() - (half if centred else 0.0)
        painter.drawStaticText(QPointF(round(left), round(at.y() + face.drop)), laid)

    def whole(self, size_mm: float) -> float:
        """A font size of whole pixels, so that faces are few."""
        return int(size_mm * self._style.px_per_mm) / self._style.px_per_mm
