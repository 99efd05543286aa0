"""Ledgers to report on."""

from __future__ import annotations

from kiosk.domain.words import Words
from kiosk.pack.records.ledger import BLANK, TOTAL, Gravity, Ledger
from tests.pack.returns.laid import Laid

FILE = "名单.csv"
NO_NAME = Words("没有姓名", "no name")
LOST = "digits lost to scientific notation"


def everything(rows: tuple[tuple[str, ...], ...], header: tuple[str, ...] = ("姓名", "手机号")) -> Ledger:
    """A ledger in which each row was taken as it stood."""
    ledger = Ledger()
    ledger.open_table(Laid(FILE, header, rows))
    for number in range(2, len(rows) + 2):
        ledger.take(FILE, number)
    return ledger


def dirty() -> Ledger:
    """One row of each fate: taken, mended, refused for a blank name, blank, a sum, two found wanting."""
    ledger = Ledger()
    rows = (
        ("林知远", "13000000001", "a"),
        ("李　远", "1.3E+10", "b"),
        ("", "13000000003", "c"),
        ("", "", ""),
        ("合计", "3", ""),
        ("王五", "=1+1", "d"),
        ("赵六", "13000000005", "e"),
    )
    ledger.open_table(Laid(FILE, ("姓名", "手机号", "星座"), rows, unknown=("星座",)))
    ledger.take(FILE, 2)
    ledger.mend(FILE, 3, "手机号", "1.3E+10", "", LOST)
    ledger.take(FILE, 3)
    ledger.refuse(FILE, 4, "姓名", "", NO_NAME)
    ledger.skip(FILE, 5, BLANK)
    ledger.skip(FILE, 6, TOTAL)
    ledger.find(FILE, 7, "手机号", "这是公式。", "this is a formula.")
    ledger.take(FILE, 7)
    ledger.find(FILE, 8, "x", "两家一个展位。", "two on one stall.", Gravity.ERROR, "姓名")
    ledger.take(FILE, 8)
    ledger.find("平面图_1.svg", 0, "A001", "展位重叠。", "stalls overlap.", Gravity.ERROR)
    return ledger
