"""Where the keys go: seen on every ground, never lost, and what is read aloud is what the walk heard."""

from __future__ import annotations

import os

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.ui import focus
from kiosk.ui.speech import tree
from tests.ui.scenes import SCENES
from tests.ui.stage import Stage, until
from tests.ui.walk import contrast, heard, seen, tabs

RING_LEAST = 3.0
RING_PX = 2
"""A line of at least so many px round the control changes by that contrast (WCAG 2.4.13)."""
LONG = "FAIR_KIOSK_LONG" in os.environ
CI_STEP = 25
"""So many scenes are passed over for one that is looked at."""
GROUNDS = ("home", "check_in tail", "find hits", "idle", "verdict welcome", "verdict full", "staff desk")


@pytest.mark.parametrize("mode", ["plain", "contrast"])
def test_the_focus_is_seen_on_every_ground(walked: Stage, mode: str) -> None:
    walked.look(mode=mode)
    faint = []
    for scene in GROUNDS:
        walked.begin()
        walked.look(mode=mode)
        walked.play(SCENES[scene])
        quick = walked.window.quick
        before = seen.pixels(quick.grabWindow())
        for stop in focus.stops(quick)[:6]:
            stop.forceActiveFocus(Qt.FocusReason.TabFocusReason)
            quick.grabWindow()  # the ring follows the frame
            after = seen.pixels(quick.grabWindow())
            if _changed(before, after, seen.box_of(stop)) < 0.9:
                faint.append(f"{scene}: {stop.property('name')!r}")
        quick.contentItem().forceActiveFocus()
    assert faint == []


def test_what_is_read_aloud_is_what_the_walk_heard(walked: Stage) -> None:
    """The reader's tree against the walk's: the same names in the same order (with --long of every scene)."""
    found = []
    for name, scene in list(SCENES.items())[:: 1 if LONG else CI_STEP]:
        walked.begin()
        walked.look()
        walked.play(scene)
        look = seen.look(walked.window, picture=False)
        ours = [
            each.name for each in tree.read(walked.window.quick) if each.place != "keyboard" and each.name
        ]
        theirs = [
            each.name.replace("\u2060", "").strip()
            for each in heard.listen(walked.window, look)
            if each.name.strip()
        ]
        left = iter(theirs)
        missing = next((each for each in ours if each not in left), None)
        if missing is not None:
            found.append(f"{name}: {missing!r} is read and not heard")
        found += [
            f"{name}: {each.name!r} is not read"
            for each in look.controls
            if each.enabled
            and each.name
            and each.kind == "Tap"
            and each.name.replace("\u2060", "").strip() not in ours
        ]
    assert found == []


def test_tab_goes_on_beside_what_has_gone(walked: Stage) -> None:
    """A control that goes away under the focus does not send it back to the beginning."""
    walked.look()
    walked.play(SCENES["staff search one"])
    quick = walked.window.quick
    stops = focus.stops(quick)
    last = stops[len(stops) // 2]
    last.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    walked.rest()
    box = seen.box_of(last)
    last.setProperty("visible", False)
    walked.rest()
    QTest.keyClick(quick, Qt.Key.Key_Tab)
    until(lambda: quick.activeFocusItem() in focus.stops(quick))
    now = seen.box_of(quick.activeFocusItem())
    nearest = min(_apart(box, seen.box_of(each)) for each in focus.stops(quick))
    assert _apart(box, now) == pytest.approx(nearest, abs=1)


def test_rows_at_the_edge_of_a_list_come_in(walked: Stage) -> None:
    walked.look()
    walked.play(SCENES["find hits"])
    quick = walked.window.quick
    lists = [each for each in _items(quick.contentItem()) if "RowList" in seen.kind_of(each).names]
    view = next(each for each in _items(lists[0]) if each.inherits("QQuickListView"))
    view.setProperty("contentY", view.property("contentY") + lists[0].property("rowHeight"))
    walked.rest()
    box = seen.box_of(lists[0])
    inside = [each for each in tabs.chain(walked.window) if lists[0].isAncestorOf(each)]
    outside = next(each for each in inside if not box.contains(seen.box_of(each).center()))
    name = outside.property("name")
    outside.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    walked.rest()
    now = quick.activeFocusItem()
    assert now.property("name") == name
    assert box.contains(seen.box_of(now).center())


def _items(item: QQuickItem):
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from _items(child)


def _apart(one: QRectF, other: QRectF) -> float:
    across = max(0.0, other.left() - one.right(), one.left() - other.right())
    down = max(0.0, other.top() - one.bottom(), one.top() - other.bottom())
    return across + down


def _changed(before: np.ndarray, after: np.ndarray, box: QRectF) -> float:
    """The share of the sides of a control along which a line changed by enough."""
    sides = []
    for x in (box.left(), box.right()):
        sides += [
            (row, slice(max(0, round(x) - 14), round(x) + 14))
            for row in range(round(box.top()) + 20, round(box.bottom()) - 20, 9)
        ]
    hits = 0
    for row, columns in sides:
        if not 0 <= row < before.shape[0]:
            continue
        pairs = zip(before[row, columns] & 0xFFFFFF, after[row, columns] & 0xFFFFFF, strict=True)
        hits += sum(contrast.ratio(int(one), int(other)) >= RING_LEAST for one, other in pairs) >= RING_PX
    return hits / max(1, len(sides))
