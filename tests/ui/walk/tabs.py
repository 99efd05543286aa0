"""Where Tab leads: through all that can be touched, in the order in which it stands, round and round."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtQuick import QQuickItem

from kiosk.ui.window import Window
from tests.ui.walk import heard
from tests.ui.walk.seen import Seen, box_of, key_of, kind_of, layers

MOST = 200
"""Stops after which Tab has lost its way."""
MAP = "MapView"
"""Fingers move it; keys do too, while Tab has stopped there."""
QUESTION = "IdleQuestion"
"""It leads Tab round its two answers by itself: test_keys.py presses the keys."""


def chain(window: Window) -> list[QQuickItem]:
    """Where Tab stops, from the first on, once round."""
    root = window.quick.contentItem()
    found: list[QQuickItem] = []
    keys: set[int] = {key_of(root)}
    item = root.nextItemInFocusChain(True)
    while item is not None and key_of(item) not in keys and len(found) < MOST:
        found.append(item)
        keys.add(key_of(item))
        item = item.nextItemInFocusChain(True)
    return found


def faults(window: Window, seen: Seen) -> Iterator[str]:
    """What can be touched and not tabbed to, or the other way round; what Tab reaches too late."""
    if any(QUESTION in kind_of(each).names for each in layers(window)):
        return
    stops = chain(window)
    back = list(_back(window))
    if [key_of(each) for each in back] != [key_of(each) for each in reversed(stops)]:
        yield "Shift and Tab do not lead back the way that Tab came"
    reached = {key_of(each) for each in stops}
    touched: dict[int, str] = {}
    for control in seen.controls:
        field = next((each for each in control.item.childItems() if each.inherits("QQuickTextInput")), None)
        if control.enabled:
            touched[key_of(field) if field is not None else control.key] = control.name
    yield from (f"{name!r} cannot be tabbed to" for key, name in touched.items() if key not in reached)
    for stop in stops:
        if key_of(stop) not in touched and MAP not in kind_of(stop).names and not _comes_in(stop):
            yield f"Tab stops at a {kind_of(stop).name} that cannot be touched: {stop.property('name')!r}"
    yield from _order_faults(seen, stops, touched)


def _back(window: Window) -> Iterator[QQuickItem]:
    root = window.quick.contentItem()
    keys: set[int] = {key_of(root)}
    item = root.nextItemInFocusChain(False)
    while item is not None and key_of(item) not in keys and len(keys) <= MOST:
        keys.add(key_of(item))
        yield item
        item = item.nextItemInFocusChain(False)


def _comes_in(item: QQuickItem | None) -> bool:
    """Whether it stands in a list, which brings in what Tab finds at its edge."""
    while item is not None and "RowList" not in kind_of(item).names:
        item = item.parentItem()
    return item is not None


def _order_faults(seen: Seen, stops: list[QQuickItem], touched: dict[int, str]) -> Iterator[str]:
    nodes = [
        heard.Heard(touched[key_of(each)], heard.Role.Button, box_of(each), key_of(each), True, False, False)
        for each in stops
        if key_of(each) in touched
    ]
    for fault in heard.order_faults(seen, nodes):
        yield fault.replace("is read", "is reached by Tab")
