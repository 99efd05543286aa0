"""What staff may choose of a batch, in words."""

from __future__ import annotations

from kiosk.domain.batch import Back, lies_at
from kiosk.domain.words import Words

BACKS = {
    Back.NONE: Words("单面", "One side"),
    Back.SAME: Words("背面同样打一张", "The same on the back"),
    Back.PLAIN: Words("背面写活动和服务台", "Fair and desk on the back"),
}
NO_DESK = Words("当场发，不存放", "Handed out at once")
SIZE, PAPER, BACK = Words("胸卡", "Badge"), Words("纸张", "Paper"), Words("背面", "Back")
DESK, IN_A_ROW = Words("服务台", "Desk"), Words("一排几张", "In a row")
PRINTER = Words("打印机", "Printer")
AND = Words("、", ", ")
DOUBLE = Words("，双面", ", two sides")


def rows_at(desk: str, row: int) -> Words:
    """Where a batch's badges will lie, and how many in a row."""
    where = lies_at(desk, 0)
    return Words(f"{where.zh}，一排 {row} 张", f"{where.en}, {row} a row")
