"""After a visit nothing personal is left: in no item of the window, no model, no file of the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from shiboken6 import Shiboken

from kiosk.ui.keyboard_memory import folder
from tests.fakes import services as fakes
from tests.fakes.printing import TOKEN
from tests.ui.scenes import SCENES
from tests.ui.stage import Stage

PERSONAL = (
    *(
        "林示远",
        "林＊远",
        "张示雨",
        "张＊雨",
        "欧＊＊修",
        "阿卜杜热合曼",
        "张例",
        "陈示例",
        "林示例",
        "何示例",
        "周示例",
    ),
    *("韩＊", "刘＊航", "张老师"),
    TOKEN,
    *(fakes.STUDENT_NUMBER, fakes.PHONE_TAIL, "9999", "zzzz", "海上风电"),
)
"""All that the scenes type, scan or look up of a person; what somebody searched for is theirs as well."""


TEXTS = frozenset({"QString", "QStringList", "QVariant", "QJSValue"})
"""Types of properties that may hold a text."""


def texts_of(item: QObject):
    """Every text that an object holds in a property."""
    return [(name, text) for name in _property_names(item) for text in held_by(item.property(name), set())]


def _property_names(item: QObject) -> list[str]:
    """Of those that may hold a text. No meta object outlives this: its address may be taken by an item."""
    meta = item.metaObject()
    told = [meta.property(at) for at in range(meta.propertyCount())]
    names = [each.name() for each in told if each.isReadable() and each.typeName() in TEXTS]
    Shiboken.invalidate(meta)
    return names


def held_by(value, seen: set[int], depth: int = 0):
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


def leftovers(stage: Stage) -> list[str]:
    """What is still there of a visitor, a sentence each."""
    found = []
    for item in [stage.window.quick, *stage.window.quick.findChildren(QObject), *_items(stage)]:
        for name, text in texts_of(item):
            found += [f"{item.metaObject().className()}.{name}: {text}" for each in PERSONAL if each in text]
    for page, model in stage.models._made.items():
        seen = {id(each) for each in (stage.kiosk, stage.window, stage.models.surroundings, fakes.FAIR)}
        for text in held_by(vars(model), seen):
            found += [f"model of {page}: {text}" for each in PERSONAL if each in text]
    for path in folder().rglob("*"):
        raw = path.read_bytes() if path.is_file() else b""
        for each in PERSONAL:
            if any(each.encode(code) in raw for code in ("utf-8", "utf-16-le", "utf-16-be")):
                found.append(f"{path.name}: {each}")
    return found


def _items(stage: Stage):
    """Visual children are not always QObject children (a Repeater's are not)."""
    waiting = [stage.window.quick.contentItem()]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += item.childItems()


def idle_ends(stage: Stage) -> None:
    for _ in range(stage.models.idle.seconds):
        stage.models.idle.step()


def test_the_search_for_leftovers_finds_some(stage):
    """It can fail: during a visit it finds what the visitor typed, in the window and in the model."""
    stage.play(SCENES["walk_up name"])
    stage.models.walkUp.type_name("林示远")
    stage.rest()
    found = leftovers(stage)
    assert any(each.startswith("model of walk_up") for each in found)
    assert any("Walk" in each or "Text" in each for each in found)


@pytest.mark.parametrize("scene", [name for name in SCENES if name != "home"])
def test_nothing_is_left_when_the_visit_runs_out(stage, scene):
    stage.play(SCENES[scene])
    if stage.models.navigation.page == "home":  # a verdict over home ends by itself
        stage.models.end_visit()
    else:
        idle_ends(stage)
    stage.rest()
    shut = stage.models.closed or stage.models.fault.lasting
    assert stage.models.navigation.page == ("out_of_service" if shut else "home")
    assert leftovers(stage) == []
