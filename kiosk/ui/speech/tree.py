"""The accessible tree as those hear it who do not see the screen: what is shown, in its order.

Qt keeps what is hidden in the tree and marks it; what a list has further up or down it does not mark. Where a
layer covers the page (the verdict, the idle question), only the layer is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.focus import cover, type_names

Role = QAccessible.Role
TOUCHED = frozenset({Role.Button, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.Link})
"""Roles of what answers a touch."""
PLACES = {"Head": "head", "Foot": "foot", "StaffBar": "head", "StaffFoot": "foot", "InputPanel": "keyboard"}
"""Parts of the window that are the same on every page, by the QML type that draws them."""
PADS = frozenset({"DigitPad", "CodePad"})
"""Keys of these type what may be personal: what they are called is what is typed."""
FIELDS = frozenset({"DigitBoxes", "NumberField", "CodeField"})
"""These show what was typed on such keys."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """What is heard of one item.

    `place` is page, head, foot or keyboard; `rows` is the key of the list it stands in, or 0. `secret` is a
    key that types a digit or a letter of a code, or what was typed so: never spoken.
    """

    name: str
    role: QAccessible.Role
    item: QQuickItem
    key: int
    place: str
    rows: int
    checkable: bool
    checked: bool
    enabled: bool
    secret: bool
    value: str

    @property
    def touched(self) -> bool:
        """Whether it answers a touch."""
        return self.role in TOUCHED


def read(window: QQuickWindow) -> list[Node]:
    """All that is shown, in the order in which a screen reader walks. Only on the GUI thread."""
    root = QAccessible.queryAccessibleInterface(window)
    if root is None:
        return []
    found: list[Node] = []
    around = _Around(window)
    for index in range(root.childCount()):
        _walk(root.child(index), around, 0, False, found)
    return found


def node_of(nodes: list[Node], item: QQuickItem | None) -> Node | None:
    """The node of an item, or of what it stands in."""
    keys = {each.key: each for each in nodes}
    while item is not None:
        if (node := keys.get(key_of(item))) is not None:
            return node
        item = item.parentItem()
    return None


def key_of(item: QQuickItem) -> int:
    """Tells items apart."""
    return shiboken6.getCppPointer(item)[0]


class _Around:
    """What an item stands in, found once for all the items of a walk."""

    def __init__(self, window: QQuickWindow) -> None:
        self._screen = QRectF(0, 0, window.width(), window.height())
        self._cover = cover(window)
        self._known: dict[int, tuple[str, QRectF, str]] = {
            key_of(window.contentItem()): ("page", self._screen, "")
        }

    def of(self, item: QQuickItem) -> tuple[str, bool, str]:
        """Its place, whether it is in sight, and whether it is of a "pad" or a "field" for codes."""
        if self._cover is not None and item is not self._cover and not self._cover.isAncestorOf(item):
            return "page", False, ""
        place, clip, kind = self._inside(item)
        box = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        return place, box.isEmpty() or box.intersects(clip), kind

    def _inside(self, item: QQuickItem | None) -> tuple[str, QRectF, str]:
        if item is None:
            return "page", self._screen, ""
        key = key_of(item)
        if key not in self._known:
            place, clip, kind = self._inside(item.parentItem())
            types = type_names(item)
            place = next((PLACES[name] for name in types if name in PLACES), place)
            if item.clip():
                clip = clip.intersected(item.mapRectToScene(QRectF(0, 0, item.width(), item.height())))
            kind = "pad" if not PADS.isdisjoint(types) else "field" if not FIELDS.isdisjoint(types) else kind
            self._known[key] = (place, clip, kind)
        return self._known[key]


def _walk(node: QAccessibleInterface, around: _Around, rows: int, whole: bool, found: list[Node]) -> None:
    """`whole`: it stands in what is read as a whole, a control or a row; only controls on it are heard."""
    state = node.state()
    item = node.object()
    if state.invisible or not isinstance(item, QQuickItem):
        return
    place, seen, kind = around.of(item)
    if not seen:
        return
    role = node.role()
    key = key_of(item)
    name = node.text(QAccessible.Text.Name).replace("\u2060", "").strip()
    if not whole or role in TOUCHED:
        found.append(
            Node(
                name,
                role,
                item,
                key,
                place,
                0 if whole else rows,
                bool(state.checkable),
                bool(state.checked),
                not state.disabled,
                kind == "field" or (kind == "pad" and len(name) == 1),
                _value(node, role),
            )
        )
    inner = key if role == Role.List else rows
    whole = whole or role in TOUCHED or (role == Role.StaticText and bool(name))
    for child in _children(node):
        _walk(child, around, inner, whole, found)


def _children(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(node.childCount()):
        child = node.child(index)
        if child is not None:
            yield child


def _value(node: QAccessibleInterface, role: QAccessible.Role) -> str:
    return node.text(QAccessible.Text.Value).strip() if role == Role.EditableText else ""
