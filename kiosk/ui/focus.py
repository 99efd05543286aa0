"""The window by keys alone: where Tab stops, arrows that move there, and Escape, which is the way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMetaObject, QObject, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.idle import Idle
from kiosk.ui.models import Models
from kiosk.ui.modes import Modes

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

    def __init__(self, window: QQuickWindow, models: Models, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._root = window.contentItem()
        self._idle: Idle = models.idle
        self._modes: Modes = models.modes
        self._last = QRectF()
        """Where the control stands, or stood, that had the focus last on this page."""
        self._root.installEventFilter(self)
        window.activeFocusItemChanged.connect(self._focused)
        models.navigation.pageChanged.connect(self._opened)

    def remove(self) -> None:
        """Hear no more."""
        self._root.removeEventFilter(self)
        self._window.activeFocusItemChanged.disconnect(self._focused)

    def find_again(self) -> bool:
        """Tab was pressed: if what had the focus has gone, go on beside where it was."""
        now = self._window.activeFocusItem()
        if self._last.isEmpty() or (now is not None and not now.isFocusScope()):
            return False
        found = stops(self._window)
        if not found:
            return False
        min(found, key=lambda each: _far(self._last, _box(each), sideways=False)).forceActiveFocus(
            Qt.FocusReason.TabFocusReason
        )
        return True

    @Slot()
    def _opened(self) -> None:
        self._last = QRectF()

    @Slot()
    def _focused(self) -> None:
        now = self._window.activeFocusItem()
        if now is not None and not now.isFocusScope():
            self._last = _box(now)

    def eventFilter(self, _watched, event) -> bool:
        """Qt's filter: True says that the key was for us."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            return self._back()
        ahead = _AHEAD.get(Qt.Key(event.key()))
        return ahead is not None and self._move(*ahead)

    def _back(self) -> bool:
        """Stay, where that is asked; put away the list of languages; else what the foot's way back does."""
        if self._idle.warning:
            self._idle.touch()
            return True
        if self._modes.choosing:
            self._modes.leave_list()
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
