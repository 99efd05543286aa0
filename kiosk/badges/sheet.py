"""A page of paper in millimetres from its top left corner, over a reportlab canvas."""

from __future__ import annotations

from typing import Any

from kiosk.badges import setting
from kiosk.badges.fonts import FontFamily
from kiosk.badges.layout import QrBox, TextBox
from kiosk.badges.qr import Matrix

POINTS_PER_MM = 72 / 25.4


class Sheet:
    """Draws on the canvas's present page."""

    def __init__(self, canvas: Any, fonts: FontFamily, height_mm: float) -> None:
        self.canvas = canvas
        self.fonts = fonts
        self._height_mm = height_mm

    def x(self, mm: float) -> float:
        """Points of a length, or of a distance from the left."""
        return mm * POINTS_PER_MM

    def y(self, mm: float) -> float:
        """Points from the lower edge of what lies so far from the upper one."""
        return (self._height_mm - mm) * POINTS_PER_MM

    def fill(self, colour: str) -> None:
        """Fill with a colour (#RRGGBB) from now on."""
        from reportlab.lib.colors import HexColor  # noqa: PLC0415

        self.canvas.setFillColor(HexColor(colour))

    def stroke(self, colour: str, width_mm: float) -> None:
        """Draw lines in a colour and width from now on."""
        from reportlab.lib.colors import HexColor  # noqa: PLC0415

        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(width_mm * POINTS_PER_MM)

    def rect(self, x_mm: float, y_mm: float, width_mm: float, height_mm: float, **how: int) -> None:
        """A rectangle, as reportlab's `rect` takes it."""
        self.canvas.rect(self.x(x_mm), self.y(y_mm + height_mm), self.x(width_mm), self.x(height_mm), **how)

    def measure(self, weight: int) -> setting.Measure:
        """Measures texts of a weight."""
        return lambda text: self.fonts.width_em(text, weight)

    def line(self, line: setting.Line, weight: int) -> None:
        """A text in its place."""
        text = self.canvas.beginText(self.x(line.x_mm), self.y(line.baseline_mm))
        text.setFont(self.fonts.name(weight), line.size_mm * POINTS_PER_MM)
        text.setCharSpace(line.tracking_em * line.size_mm * POINTS_PER_MM)
        text.textOut(line.text)
        self.canvas.drawText(text)

    def text(self, text: str, box: TextBox) -> None:
        """A text in its box, as large as it goes."""
        for line in setting.set_text(text, box, self.measure(box.weight)):
            self.line(line, box.weight)

    def qr(self, matrix: Matrix, box: QrBox) -> None:
        """All dark modules as one path in pure black: one fill leaves no seams between modules."""
        module_mm = box.size_mm / len(matrix)
        self.fill("#000000")
        path = self.canvas.beginPath()
        for row, modules in enumerate(matrix):
            for start, length in _dark_runs(modules):
                path.rect(
                    self.x(box.x_mm + start * module_mm),
                    self.y(box.y_mm + (row + 1) * module_mm),
                    self.x(length * module_mm),
                    self.x(module_mm),
                )
        self.canvas.drawPath(path, stroke=0, fill=1)


def _dark_runs(modules: tuple[bool, ...]) -> list[tuple[int, int]]:
    """(start, length) of each run of dark modules in a row."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(modules):
        if not dark:
            continue
        if runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs
