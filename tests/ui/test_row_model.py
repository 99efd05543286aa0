from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.ui.find.row_model import PagedRows


@pytest.fixture
def rows(application) -> PagedRows:
    model = PagedRows(("name", "count"))
    model.pageSize = 3
    model.put([{"name": f"n{at}", "count": at} for at in range(8)])
    return model


def names(model: PagedRows) -> list[str]:
    role = Qt.ItemDataRole.UserRole
    return [model.data(model.index(at, 0, QModelIndex()), role) for at in range(model.rowCount())]


def test_a_page_at_a_time(rows: PagedRows) -> None:
    assert names(rows) == ["n0", "n1", "n2"]
    assert (rows.first, rows.last, rows.total) == (1, 3, 8)
    assert (rows.hasBefore, rows.hasAfter) == (False, True)


def test_the_last_page_is_short(rows: PagedRows) -> None:
    rows.turnOn()
    rows.turnOn()
    rows.turnOn()
    assert names(rows) == ["n6", "n7"]
    assert (rows.first, rows.last) == (7, 8)
    assert (rows.hasBefore, rows.hasAfter) == (True, False)


def test_turning_back(rows: PagedRows) -> None:
    rows.turnOn()
    rows.turnBack()
    rows.turnBack()
    assert names(rows) == ["n0", "n1", "n2"]


def test_another_page_size_keeps_the_first_row_in_sight(rows: PagedRows) -> None:
    rows.turn_to(2)
    rows.pageSize = 5
    assert "n6" in names(rows)


def test_new_rows_keep_the_page_as_far_as_it_exists(rows: PagedRows) -> None:
    rows.turn_to(2)
    rows.put([{"name": "only", "count": 0}])
    assert names(rows) == ["only"]


def test_no_rows_at_all(rows: PagedRows) -> None:
    rows.put([])
    assert (rows.first, rows.last, rows.total) == (0, 0, 0)
    assert not rows.hasAfter


def test_qt_finds_the_model_sound(rows: PagedRows) -> None:
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.turnOn()
    rows.put([{"name": "x", "count": 1}])
    assert tester.model() is rows


def test_turning_a_page_does_not_say_that_the_total_changed(rows: PagedRows) -> None:
    """The page counts on it: the page size depends on the total, so it must not be told in turn."""
    said: list[int] = []
    rows.totalChanged.connect(lambda: said.append(rows.total))
    rows.turnOn()
    rows.pageSize = 4
    assert said == []
    rows.put([])
    assert said == [0]
