"""What is still there of a visitor: searched for in the window, the view-models, the keyboard's files, the
clipboard, what a screen reader would read, and the picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QClipboard, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem
from shiboken6 import Shiboken

from kiosk.ui.idle import IDLE_S
from kiosk.ui.keyboard_memory import folder
from tests.fakes import services as fakes
from tests.fakes.printing import TOKEN
from tests.ui.stage import Stage

if TYPE_CHECKING:
    from numpy.typing import NDArray

PERSONAL = (
    *("林示远", "林＊远", "张示雨", "张＊雨", "欧＊＊修", "阿卜杜热合曼", "张例"),
    *("陈示例", "林示例", "何示例", "周示例"),
    *("韩＊", "刘＊航", "张老师"),
    TOKEN,
    *(fakes.STUDENT_NUMBER, fakes.PHONE_TAIL, "9999", "zzzz", "海上风电"),
)
"""All that the scenes type, scan or look up of a person; what somebody searched for is theirs as well."""
READ = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
TEXTS = frozenset({"QString", "QStringList", "QVariant", "QJSValue"})
"""Types of properties that may hold a text."""


def texts_of(item: QObject) -> list[tuple[str, str]]:
    """Every text that an object holds in a property."""
    return [(name, text) for name in _property_names(item) for text in held_by(item.property(name), set())]


def _property_names(item: QObject) -> list[str]:
    """Of those that may hold a text. No meta object outlives this: its address may be taken by an item."""
    meta = item.metaObject()
    told = [meta.property(at) for at in range(meta.propertyCount())]
    names = [each.name() for each in told if each.isReadable() and each.typeName() in TEXTS]
    Shiboken.invalidate(meta)
    return names


def held_by(value: Any, seen: set[int], depth: int = 0) -> Iterator[str]:
    """Every text that a view-model holds in Python: its attributes, and what those hold."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes | bytearray):
        yield value.decode("utf-8", "replace")
    elif depth < 9 and id(value) not in seen and not callable(value):
        seen.add(id(value))
        if hasattr(value, "toVariant"):
            inner = [value.toVariant()]
        elif isinstance(value, dict):
            inner = [*value, *value.values()]
        elif isinstance(value, list | tuple | set | frozenset):
            inner = list(value)
        else:
            slots = [name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
            inner = [*getattr(value, "__dict__", {}).values()]
            inner += [getattr(value, name) for name in slots if hasattr(value, name) and name != "__dict__"]
        for each in inner:
            yield from held_by(each, seen, depth + 1)


def leftovers(stage: Stage, personal: tuple[str, ...] = PERSONAL) -> list[str]:
    """What is still there of a visitor, a sentence each."""
    found = []
    for item in [stage.window.quick, *stage.window.quick.findChildren(QObject), *_items(stage)]:
        for name, text in texts_of(item):
            found += [f"{item.metaObject().className()}.{name}: {text}" for each in personal if each in text]
    for page, model in stage.models._made.items():
        seen = {id(each) for each in (stage.kiosk, stage.window, stage.models.surroundings, fakes.FAIR)}
        for text in held_by(vars(model), seen):
            found += [f"model of {page}: {text}" for each in personal if each in text]
    found += [f"keyboard: {each}" for each in _in_files(personal)]
    found += [f"clipboard: {each}" for each in personal if each in _clipboard()]
    return found + [f"read aloud: {each}" for each in personal if each in _read_aloud(stage)]


def _items(stage: Stage) -> Iterator[QQuickItem]:
    """Visual children are not always QObject children (a Repeater's are not)."""
    waiting = [stage.window.quick.contentItem()]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += item.childItems()


def _in_files(personal: tuple[str, ...]) -> Iterator[str]:
    for path in folder().rglob("*"):
        raw = path.read_bytes() if path.is_file() else b""
        for each in personal:
            if any(each.encode(code) in raw for code in ("utf-8", "utf-16-le", "utf-16-be")):
                yield f"{path.name}: {each}"


def _clipboard() -> str:
    clipboard = QGuiApplication.clipboard()
    return "\n".join(clipboard.text(mode) for mode in QClipboard.Mode)


def _read_aloud(stage: Stage) -> str:
    """Names and descriptions in the accessible tree."""
    said = []
    waiting = [QAccessible.queryAccessibleInterface(stage.window.quick)] if QAccessible.isActive() else []
    while waiting:
        each = waiting.pop()
        if each is not None and each.isValid():
            said += [each.text(kind) for kind in READ]
            waiting += [each.child(at) for at in range(each.childCount())]
    return "\n".join(said)


EDGE = 64
"""Of 255: so much the edge of a large letter differs with what was painted anew around it."""


def picture(stage: Stage) -> NDArray[np.int16]:
    """What is to be seen: blue, green, red by row and column."""
    image = stage.window.quick.grabWindow().convertToFormat(QImage.Format.Format_RGB32)
    words = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return words[:, :, :3].astype(np.int16)


def differ(one: NDArray[np.int16], other: NDArray[np.int16]) -> bool:
    """Whether something else is to be seen."""
    return one.shape != other.shape or bool((np.abs(one - other) > EDGE).any())


def idle_ends(stage: Stage) -> None:
    """Nobody touches anything until the visit is over: the seconds are counted, not waited for."""
    for _ in range(2 * IDLE_S + 600):
        if not stage.models.idle._timer.isActive():
            break
        stage.models.idle.step()


def visit_ends(stage: Stage) -> None:
    """Whoever stands there goes away; a verdict over home ends by itself."""
    if stage.models.navigation.page in ("home", "attract"):
        stage.models.end_visit()
    else:
        idle_ends(stage)
