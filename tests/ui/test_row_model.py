from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.ui.row_model import Rows


class Maker:
    """Makes a row of a number, and remembers of which it made one."""

    def __init__(self) -> None:
        self.made: list[int] = []
        self.word = "n"

    def __call__(self, number: int) -> dict:
        self.made.append(number)
        return {"name": f"{self.word}{number}", "count": number}


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def rows(application, maker: Maker) -> Rows:
    model = Rows(("name", "count"), maker)
    model.put(range(8))
    return model


def names(model: Rows) -> list[str]:
    return [model.value(at, "name") for at in range(model.rowCount())]


def test_all_rows_are_there(rows: Rows) -> None:
    assert names(rows) == [f"n{at}" for at in range(8)]
    assert (rows.total, rows.first) == (8, 0)
    assert rows.value(3, "count") == 3


def test_a_row_is_made_when_it_is_looked_at_and_then_kept(rows: Rows, maker: Maker) -> None:
    rows.put(range(3_000))
    assert maker.made == []
    assert rows.value(2_999, "name") == "n2999"
    assert rows.value(2_999, "count") == 2_999
    assert maker.made == [2_999]


def test_the_model_is_never_reset(rows: Rows) -> None:
    said: list[str] = []
    rows.modelReset.connect(lambda: said.append("reset"))
    rows.rowsInserted.connect(lambda _parent, first, last: said.append(f"in {first}-{last}"))
    rows.rowsRemoved.connect(lambda _parent, first, last: said.append(f"out {first}-{last}"))
    rows.dataChanged.connect(lambda first, last: said.append(f"changed {first.row()}-{last.row()}"))
    rows.put(range(10))
    rows.put(range(100, 104))
    rows.put(range(100, 104))
    rows.put(())
    assert said == ["in 8-9", "changed 0-9", "out 4-9", "changed 0-3", "changed 0-3", "out 0-3"]


def test_a_refresh_says_all_rows_anew(rows: Rows, maker: Maker) -> None:
    assert rows.value(1, "name") == "n1"
    maker.word = "m"
    assert rows.value(1, "name") == "n1"
    rows.refresh()
    assert rows.value(1, "name") == "m1"


def test_new_rows_keep_the_place_as_far_as_it_exists(rows: Rows) -> None:
    turned: list[int] = []
    rows.turned.connect(turned.append)
    rows.turn_to(6)
    rows.put(range(20, 28))
    assert rows.first == 6
    rows.put(range(4))
    assert rows.first == 3
    assert turned == [6]
    rows.put(range(8), first=0)
    assert (rows.first, turned) == (0, [6, 0])


def test_a_turn_ends_at_the_last_row(rows: Rows) -> None:
    rows.turn_to(99)
    assert rows.first == 7
    rows.turn_to(-1)
    assert rows.first == 0


def test_no_rows_at_all(rows: Rows) -> None:
    rows.put([])
    assert (rows.first, rows.total, names(rows)) == (0, 0, [])
    assert rows.data(rows.index(0, 0, QModelIndex()), Qt.ItemDataRole.UserRole) is None


def test_qt_finds_the_model_sound(rows: Rows) -> None:
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.turn_to(3)
    for count in (1, 9, 0, 3_000, 2):
        rows.put(range(count))
    assert tester.model() is rows


def test_the_total_is_told_only_when_it_changes(rows: Rows) -> None:
    said: list[int] = []
    rows.totalChanged.connect(lambda: said.append(rows.total))
    rows.turn_to(2)
    rows.put(range(100, 108))
    assert said == []
    rows.put([])
    assert said == [0]
