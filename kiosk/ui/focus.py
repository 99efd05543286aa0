"""The window by keys alone: where Tab stops, arrows that move there, and Escape, which is the way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.idle import Idle

STOPS_MOST = 300
LAYER = "KioskLayer"
_ASIDE = 2.0
"""What stands aside is so much further away than what stands straight ahead."""
_MIDDLE = 0.01
"""Of two that are as near, the one whose middle is nearer."""
_SAME_PX = 2.0
_AHEAD = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class FocusKeys(QObject):
    """Hears the keys that no item wanted: they come to the window's root at last."""

    def __init__(self, window: QQuickWindow, idle: Idle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._root = window.contentItem()
        self._idle = idle
        self._root.installEventFilter(self)

    def remove(self) -> None:
        """Hear no more."""
        self._root.removeEventFilter(self)

    def eventFilter(self, _watched, event) -> bool:
        """Qt's filter: True says that the key was for us."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            return self._back()
        ahead = _AHEAD.get(Qt.Key(event.key()))
        return ahead is not None and self._move(*ahead)

    def _back(self) -> bool:
        """Stay, where that is asked; else what the foot's way back does."""
        if self._idle.warning:
            self._idle.touch()
            return True
        for stop in stops(self._window):
            if stop.property("icon") == "back":
                return bool(QMetaObject.invokeMethod(stop, "tapped"))
        return False

    def _move(self, across: int, down: int) -> bool:
        found = stops(self._window)
        if not found:
            return False
        now = self._window.activeFocusItem()
        if now not in found:
            to: QQuickItem | None = found[0] if across + down > 0 else found[-1]
        else:
            to = nearest(now, found, across, down)
        if to is not None:
            forward = across + down > 0
            to.forceActiveFocus(
                Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            )
        return True


def stops(window: QQuickWindow) -> list[QQuickItem]:
    """Where Tab stops, in its order; of a layer that lies over the page only its own."""
    root, over = window.contentItem(), cover(window)
    found: list[QQuickItem] = []
    item = root.nextItemInFocusChain(True)
    while item is not None and item != root and item not in found and len(found) < STOPS_MOST:
        found.append(item)
        item = item.nextItemInFocusChain(True)
    return found if over is None else [each for each in found if over.isAncestorOf(each)]


def cover(window: QQuickWindow) -> QQuickItem | None:
    """The layer that lies over the page now: the verdict, the idle question."""
    for loader in window.contentItem().childItems():
        if loader.isVisible() and loader.inherits("QQuickLoader"):
            for page in loader.childItems():
                if LAYER in type_names(page):
                    return page
    return None


def nearest(now: QQuickItem, found: list[QQuickItem], across: int, down: int) -> QQuickItem | None:
    """The nearest that stands in a direction; None where nothing does."""
    here = _box(now)
    best: QQuickItem | None = None
    least = 0.0
    for each in found:
        there = _box(each)
        if each == now or not _is_ahead(here, there, across, down):
            continue
        far = _far(here, there, sideways=across != 0)
        if best is None or far < least:
            best, least = each, far
    return best


_TYPES: dict[str, tuple[str, ...]] = {}


def type_names(item: QQuickItem) -> tuple[str, ...]:
    """The names of an item's QML types, its own first."""
    meta = item.metaObject()
    nearest_name = meta.className()
    if nearest_name not in _TYPES:
        names = []
        while meta is not None:
            names.append(meta.className().split("_QML", maxsplit=1)[0])
            meta = meta.superClass()
        _TYPES[nearest_name] = tuple(names)
    return _TYPES[nearest_name]


def _box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _is_ahead(here: QRectF, there: QRectF, across: int, down: int) -> bool:
    if across > 0:
        return there.left() >= here.right() - _SAME_PX
    if across < 0:
        return there.right() <= here.left() + _SAME_PX
    if down > 0:
        return there.top() >= here.bottom() - _SAME_PX
    return there.bottom() <= here.top() + _SAME_PX


def _far(here: QRectF, there: QRectF, *, sideways: bool) -> float:
    """How far ahead, and how far aside: nothing where the two share a row or a column."""
    gap, one, other = _gap(here, there), here.center(), there.center()
    ahead, aside = (gap.x(), gap.y()) if sideways else (gap.y(), gap.x())
    middle = abs(one.y() - other.y()) if sideways else abs(one.x() - other.x())
    return ahead + _ASIDE * aside + _MIDDLE * middle


def _gap(here: QRectF, there: QRectF) -> QPointF:
    across = max(0.0, there.left() - here.right(), here.left() - there.right())
    down = max(0.0, there.top() - here.bottom(), here.top() - there.bottom())
    return QPointF(across, down)
