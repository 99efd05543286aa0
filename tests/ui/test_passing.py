"""What QML has made and destroyed is gone in Python too, the shells that PySide keeps as well."""

from __future__ import annotations

import gc

import PySide6
import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.ui import passing
from tests.bench.hours import resident_kb
from tests.ui.stage import Stage

PAGES = (("way", "A003"), ("listing", "3"), ("find", ""), ("session", "S01"))


def shells() -> int:
    """Python halves of our own QML items, those that are still shown as well."""
    gc.collect()
    return sum(
        isinstance(each, QQuickItem) and type(each).__module__.startswith("kiosk.")
        for each in gc.get_objects()
    )


def visit(stage: Stage) -> None:
    for page, argument in PAGES:
        stage.models.navigation.open(page, argument)
        stage.rest()
    stage.models.end_visit()
    stage.rest()


def test_no_shell_is_left_of_a_visit(stage: Stage):
    visit(stage)
    passing.let_shells_go()
    before = shells()
    for _ in range(5):
        visit(stage)
        passing.let_shells_go()
    assert shells() == before


@pytest.mark.skipif(PySide6.__version__ not in passing.KEEPS_ONE, reason="PySide has been mended")
def test_pyside_does_keep_them(stage: Stage):
    """If it does not any more, kiosk.ui.passing has nothing to give back, and goes."""
    visit(stage)
    passing.let_shells_go()
    before = shells()
    visit(stage)
    assert shells() > before
    assert passing.let_shells_go() > 5
    assert shells() == before


def test_what_somebody_holds_is_not_freed(stage: Stage):
    stage.models.navigation.open("way", "A003")
    stage.rest()
    held = [each for each in passing._made if type(each).__name__ == "MapItem"]
    stage.models.end_visit()
    stage.rest()
    passing.let_shells_go()
    assert len(held) > 0
    assert all(type(each).__name__ == "MapItem" for each in held)
    passing._made.extend(held)
    held.clear()
    assert passing.let_shells_go() > 0


def test_scans_leave_no_memory(stage: Stage, scan):
    """A key press that is held as one of a scan is freed with it: 14 kB a scan, all day."""
    for _ in range(60):
        scan(stage.window, "W" * 500)
    before_kb = resident_kb()
    for _ in range(60):
        scan(stage.window, "W" * 500)
    assert resident_kb() - before_kb < 60 * 500 * 94 / 1024 / 2
