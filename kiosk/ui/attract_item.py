"""The fair's stalls as squares, grouped by zone, in one painted item; with a way to one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log

from PySide6.QtCore import Property, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickPaintedItem

from kiosk.ui.passing import forget_with_item

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

GAP = 0.09
"""Between squares, of a square's side."""
SHAPE = 1.15
"""Width over height that a square should come near to; all of the room is used."""
RAGGED = 1.5
"""What the share of squares that a block's last row lacks weighs, against the shape of all."""
COLUMNS_MOST = 60
NUMBER_SHARE = 0.29
"""Of a square's width: the height of its number's letters."""

Block = tuple[int, Sequence[str]]
"""A zone's place among the fills, and its stalls' numbers."""


@dataclass(frozen=True, slots=True)
class Square:
    """One stall."""

    fill: int
    number: str
    box: QRectF


@dataclass(frozen=True, slots=True)
class Laid:
    """Where everything is: the squares, which of them the way leads to, and the way from where one stands."""

    squares: tuple[Square, ...]
    chosen: Square
    way: tuple[QPointF, ...]


def lay_out(blocks: Sequence[Block], across: int, width: float, height: float, aisle: float) -> Laid | None:
    """Blocks `across` in a row, an aisle between them and below them; None where nothing fits."""
    blocks = [block for block in blocks if block[1]]
    if len(blocks) == 1:  # two halves, so that there is an aisle to walk in
        fill, numbers = blocks[0]
        half = ceil(len(numbers) / 2)
        blocks = [block for block in ((fill, numbers[:half]), (fill, numbers[half:])) if block[1]]
    across = max(1, min(across, len(blocks)))
    rows_of_blocks = [blocks[at : at + across] for at in range(0, len(blocks), across)]
    block_width = (width - (across - 1) * aisle) / across
    room = height - (len(rows_of_blocks) + 0.5) * aisle
    if not blocks or block_width <= 0 or room <= 0:
        return None
    stalls = sum(len(numbers) for _, numbers in blocks)

    def rows(columns: int) -> list[int]:
        return [max(ceil(len(numbers) / columns) for _, numbers in row) for row in rows_of_blocks]

    def sides(columns: int) -> tuple[float, float]:
        gaps = sum(each - 1 for each in rows(columns))
        wide = block_width / (columns + (columns - 1) * GAP)
        return wide, (room - gaps * GAP * wide) / sum(rows(columns))

    def misfit(columns: int) -> float:
        wide, high = sides(columns)
        if high <= 0:
            return float("inf")
        lacking = 1 - stalls / sum(ceil(len(numbers) / columns) * columns for _, numbers in blocks)
        return abs(log(wide / high / SHAPE)) + RAGGED * lacking

    columns = min(range(1, COLUMNS_MOST + 1), key=misfit)
    wide, high = sides(columns)
    gap = GAP * wide
    squares: list[Square] = []
    goals: list[Square] = []
    top = corridor = 0.0
    target = len(rows_of_blocks[0]) - 1
    for row, count in zip(rows_of_blocks, rows(columns), strict=True):
        for at, (fill, numbers) in enumerate(row):
            left = at * (block_width + aisle)
            block = [
                Square(
                    fill,
                    number,
                    QRectF(
                        left + index % columns * (wide + gap),
                        top + index // columns * (high + gap),
                        wide,
                        high,
                    ),
                )
                for index, number in enumerate(numbers)
            ]
            squares += block
            if top == 0.0 and at == target:
                goals = block
        bottom = top + count * high + (count - 1) * gap
        corridor = corridor or bottom + aisle / 2
        top = bottom + aisle
    start = QPointF(max(aisle / 2, target * (block_width + aisle) - aisle / 2), top - aisle / 4)
    if len(rows_of_blocks) == 1 and target > 0:
        return Laid(tuple(squares), *_beside_the_aisle(goals, columns, start))
    return Laid(tuple(squares), *_above_the_corridor(goals, columns, start, corridor))


def _above_the_corridor(
    goals: Sequence[Square], columns: int, start: QPointF, corridor: float
) -> tuple[Square, tuple[QPointF, ...]]:
    """One of the last row, and the way up the aisle and along the corridor below it."""
    in_last_row = (len(goals) - 1) % columns
    found = goals[len(goals) - 1 - in_last_row + min(in_last_row, columns * 3 // 5)]
    x = found.box.center().x()
    return found, (start, QPointF(start.x(), corridor), QPointF(x, corridor), QPointF(x, found.box.bottom()))


def _beside_the_aisle(
    goals: Sequence[Square], columns: int, start: QPointF
) -> tuple[Square, tuple[QPointF, ...]]:
    """One of the first column, a third of the way down, and the way up the aisle beside it."""
    found = goals[ceil(len(goals) / columns) // 3 * columns]
    y = found.box.center().y()
    return found, (start, QPointF(start.x(), y), QPointF(found.box.left(), y))


@QmlElement
class StallSquares(QQuickPaintedItem):
    """Squares in their zones' colours; `way` has the corners of the way to the chosen one, in px."""

    lookChanged = Signal()
    laidOut = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._blocks = []
        self._look = {}
        self._laid = None
        forget_with_item(self)

    def _get_blocks(self):
        return self._blocks

    def _set_blocks(self, blocks):
        self._blocks = blocks.toVariant() if hasattr(blocks, "toVariant") else blocks
        self._lay_out()

    def _get_look(self):
        return self._look

    def _set_look(self, look):
        self._look = look.toVariant() if hasattr(look, "toVariant") else look
        self.lookChanged.emit()
        self._lay_out()

    blocks = Property("QVariant", _get_blocks, _set_blocks, notify=laidOut)
    """Zones: letter, numbers."""
    look = Property("QVariant", _get_look, _set_look, notify=lookChanged)
    """fills (one a block), chosen, onChosen, edge, outline (px, 0 for none), across, aisle (px), numberLeast
    (px), family."""

    @Property("QVariantList", notify=laidOut)
    def way(self):
        return list(self._laid.way) if self._laid is not None else []

    def geometryChange(self, new, old) -> None:
        """Qt's: the room has changed."""
        super().geometryChange(new, old)
        if new.size() != old.size():
            self._lay_out()

    def _lay_out(self) -> None:
        self._laid = None
        if self._blocks and self._look and self.width() > 0:
            blocks = [(at, block["numbers"]) for at, block in enumerate(self._blocks)]
            look = self._look
            self._laid = lay_out(
                blocks, int(look["across"]), self.width(), self.height(), float(look["aisle"])
            )
        self.laidOut.emit()
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Called by the scene graph."""
        if self._laid is None:
            return
        look = self._look
        outline = float(look["outline"])
        pen = QPen(QColor(look["edge"]), outline)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        for square in self._laid.squares:
            box = square.box.toAlignedRect()
            if outline:
                painter.setPen(pen)
                painter.drawRect(square.box.adjusted(outline, outline, -outline, -outline))
            else:
                painter.fillRect(box, QColor(look["fills"][square.fill]))
        self._number(painter)

    def _number(self, painter: QPainter) -> None:
        """The chosen one and its number; where its square is too small, on a plate that covers others."""
        chosen = self._laid.chosen
        look = self._look
        size = max(chosen.box.width() * NUMBER_SHARE, float(look["numberLeast"]))
        plate = QRectF(0, 0, size / NUMBER_SHARE, max(chosen.box.height(), size * 2))
        plate.moveCenter(chosen.box.center())
        plate.moveBottom(chosen.box.bottom())
        font = QFont(look["family"])
        font.setPixelSize(round(size))
        font.setWeight(QFont.Weight.Bold)
        painter.fillRect(plate.toAlignedRect(), QColor(look["chosen"]))
        painter.setFont(font)
        painter.setPen(QColor(look["onChosen"]))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, chosen.number)
