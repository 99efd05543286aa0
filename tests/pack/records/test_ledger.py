"""The ledger's sums: every row is settled once, and what became of it is counted."""

from __future__ import annotations

import pytest

from kiosk.domain.words import Words
from kiosk.pack.records.ledger import BLANK, TOTAL, Fate, Ledger, Tally

FILE = "名单.csv"
REASON = Words("没有姓名", "no name")


def _ledger(rows: int) -> Ledger:
    ledger = Ledger()
    ledger.open(FILE, rows)
    return ledger


def test_every_fate_is_counted_apart() -> None:
    ledger = _ledger(6)
    ledger.take(FILE, 2)
    ledger.mend(FILE, 3, "姓名", " 林远", "林远", "white space")
    ledger.mend(FILE, 3, "手机号", "1.3E+10", "", "lost digits")
    ledger.take(FILE, 3)
    ledger.refuse(FILE, 4, "姓名", "", REASON)
    ledger.skip(FILE, 5, BLANK)
    ledger.skip(FILE, 6, TOTAL)
    ledger.take(FILE, 7)
    tally = ledger.tallies()[0]
    assert tally == Tally(FILE, rows=6, read=4, taken=2, mended=1, refused=1, blank=1, totals=1)
    assert tally.balanced
    assert tally.skipped == 2
    assert [fate for _row, fate in ledger.fates(FILE)] == [
        Fate.TAKEN,
        Fate.TAKEN,
        Fate.REFUSED,
        Fate.SKIPPED,
        Fate.SKIPPED,
        Fate.TAKEN,
    ]


def test_a_row_that_nobody_settled_is_noticed() -> None:
    ledger = _ledger(2)
    ledger.take(FILE, 2)
    assert not ledger.tallies()[0].balanced


def test_a_row_is_settled_once() -> None:
    ledger = _ledger(1)
    ledger.take(FILE, 2)
    with pytest.raises(AssertionError, match="settled twice"):
        ledger.refuse(FILE, 2, "姓名", "", REASON)


def test_a_file_is_read_once() -> None:
    ledger = _ledger(1)
    with pytest.raises(AssertionError, match="read twice"):
        ledger.open(FILE, 1)


def test_a_refused_row_takes_its_mends_with_it() -> None:
    ledger = _ledger(2)
    ledger.mend(FILE, 2, "姓名", " 林远", "林远", "white space")
    ledger.take(FILE, 2)
    ledger.mend(FILE, 3, "姓名", " 李远", "李远", "white space")
    ledger.mend(FILE, 3, "手机号", "x", "", "no phone")
    ledger.refuse(FILE, 3, "手机号", "x", REASON)
    assert [each.row for each in ledger.mends] == [2]
    assert ledger.fate(FILE, 3) is Fate.REFUSED
    assert ledger.fate(FILE, 9) is None
