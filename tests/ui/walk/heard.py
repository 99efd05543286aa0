"""What those hear who do not see the screen: the accessibility tree, read in its order.

Qt keeps what is hidden in the tree and says of it that it is invisible; a screen reader leaves it out, and so
does this. Texts inside a control belong to the control.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface

from kiosk.ui.window import Window
from tests.ui.walk.seen import Control, Seen

Role = QAccessible.Role
TOUCHED = frozenset({Role.Button, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.Link})
SAID = frozenset({Role.StaticText, Role.Heading})
ANYWHERE = 0.5
"""Of the screen: what is so large takes a touch anywhere, and has no place of its own in the order."""
MIDDLE = (0.3, 0.6)
"""Where on a landscape page the gap between two columns lies, in parts of its width."""
NEAR_PX = 6.0
"""Edges that differ by less are the same line."""
SAME_LINE = 0.5
"""Two boxes stand on one line if they share this part of the lower one's height."""


@dataclass(frozen=True, eq=False)
class Heard:
    """A node of the tree."""

    name: str
    role: QAccessible.Role
    box: QRectF
    key: int
    touched: bool
    checkable: bool
    inside: bool
    """Whether it stands in a control."""


def listen(window: Window, seen: Seen) -> list[Heard]:
    """Every node that is not hidden, in the order in which a screen reader walks.

    Of a list those rows that are seen; where a layer covers the page, what belongs to it.
    """
    root = QAccessible.queryAccessibleInterface(window.quick)
    origin = root.rect().topLeft()
    found: list[Heard] = []
    typed = {_key(each.item) for each in seen.texts if each.on_keyboard}
    for index in range(root.childCount()):
        _walk(root.child(index), origin, False, seen.keys - typed, found)
    return found


def faults(seen: Seen, heard: list[Heard], words: Callable[[str], bool]) -> Iterator[str]:
    """Controls and texts that are not in the tree as what they are; `words` tells a name from an id."""
    by_key = {each.key: each for each in heard}
    for control in seen.controls:
        yield from _control_faults(control, by_key)
    for text in seen.texts:
        if text.on_keyboard:
            continue
        if not any(each in by_key for each in (_key(text.item), *text.above)):
            yield f"{text.said!r} cannot be heard"
    for each in heard:
        if each.touched and not each.name.strip():
            yield f"a {each.role.name} has no name"
        if each.name and not words(each.name):
            yield f"{each.name!r} is no name"
        if not seen.screen.adjusted(-2, -2, 2, 2).intersects(each.box) and not each.inside:
            yield f"{each.name!r} is heard and lies off the screen"


def order_faults(seen: Seen, heard: list[Heard]) -> Iterator[str]:
    """What is read too late.

    Of two, the one above is read first unless it stands to the right (a column is read whole); of two on one
    line, the left one. A landscape page may have two columns: which of them comes first, and whether the left
    one's buttons come after what they send off on the right, is the page's own matter.
    """
    anywhere = ANYWHERE * seen.screen.width() * seen.screen.height()
    read = [
        each
        for each in heard
        if each.name.strip() and not each.inside and 0 < each.box.width() * each.box.height() < anywhere
    ]
    for at, then in enumerate(read):
        for first in read[:at]:
            if first.box.contains(then.box) or then.box.contains(first.box):
                continue  # a row and the button on it
            if not _belongs_before(then.box, first.box):
                continue
            if seen.portrait or not _in_two_columns(first.box, then.box, seen, read):
                yield f"{then.name!r} is read after {first.name!r}, which it stands before"
                break


def _in_two_columns(one: QRectF, other: QRectF, seen: Seen, read: list[Heard]) -> bool:
    """Whether a gap lies between two boxes that nothing crosses which stands as high as they do."""
    left, right = sorted((one, other), key=QRectF.left)
    top, bottom = min(one.top(), other.top()), max(one.bottom(), other.bottom())
    beside = [each.box for each in read if each.box.bottom() > top + 1 and each.box.top() < bottom - 1]
    first, last = (part * seen.screen.width() for part in MIDDLE)
    edges = [left.right(), *(box.right() for box in beside if left.right() < box.right())]
    return any(
        at <= min(last, right.left() + 1)
        and not any(box.left() < at - 1 and box.right() > at + 1 for box in beside)
        for at in (max(edge, first) for edge in edges)
    )


def _belongs_before(one: QRectF, other: QRectF) -> bool:
    shared = min(one.bottom(), other.bottom()) - max(one.top(), other.top())
    if shared > SAME_LINE * min(one.height(), other.height()):
        return one.right() <= other.left() + NEAR_PX
    above = one.bottom() <= other.top() + max(NEAR_PX, SAME_LINE * min(one.height(), other.height()))
    right_of = one.left() >= other.right() - NEAR_PX
    return above and one.top() < other.top() - NEAR_PX and not right_of


def _control_faults(control: Control, by_key: dict[int, Heard]) -> Iterator[str]:
    keys = [control.key]
    if control.kind == "TextEntry":
        keys = [_key(each) for each in control.item.childItems() if each.inherits("QQuickTextInput")]
    node = next((by_key[key] for key in keys if key in by_key), None)
    if node is None:
        yield f"{control.name!r} is not in the accessibility tree"
    elif not node.touched:
        yield f"{control.name!r} is a {node.role.name}, nothing that can be touched"
    elif control.kind != "TextEntry" and control.item.property("checkable") and not node.checkable:
        yield f"{control.name!r} does not say whether it is on"


def _walk(
    node: QAccessibleInterface, origin: QPoint, inside: bool, shown: set[int], found: list[Heard]
) -> None:
    state = node.state()
    if state.invisible:
        return
    role = node.role()
    touched = role in TOUCHED
    thing = node.object()
    if _key(thing) not in shown:
        return
    found.append(
        Heard(
            node.text(QAccessible.Text.Name),
            role,
            QRectF(node.rect()).translated(-origin.x(), -origin.y()),
            _key(thing),
            touched,
            bool(state.checkable),
            inside,
        )
    )
    for index in range(node.childCount()):
        _walk(node.child(index), origin, inside or touched, shown, found)


def _key(thing) -> int:
    return shiboken6.getCppPointer(thing)[0]
