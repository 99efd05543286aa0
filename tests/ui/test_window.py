"""The window ends in order."""

from collections.abc import Iterator
from types import FunctionType

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem

from kiosk.ui.window import build_window
from tests.ui.scenes import SCENES
from tests.ui.stage import Stage


def test_closing_destroys_every_object_at_once(application, qt_messages, kiosk, settle):
    """What is left to the garbage collector may be destroyed on a worker's thread, timers and all."""
    window = build_window(still=True)
    window.show(1080, 1920)
    window.attach(kiosk)
    settle(window)
    window.models.navigation.go("check_in")
    ended = [window, window.models, window.bridge, window.models.idle, window.models.verdict, window.quick]
    window.close()
    assert not any(shiboken6.isValid(each) for each in ended)


@pytest.mark.parametrize("name", ["find", "way", "session", "programme", "staff desk", "attract", "verdict"])
def test_no_object_changes_its_shape(stage: Stage, name: str):
    """A signal joined to a method that is no slot gives its object a meta object of its own.

    Its address is free again when the object goes. QML remembers what it knows by that address: the next
    object there then has none of its own properties (PySide 6.11.3: "Unable to assign [undefined]").
    """
    SCENES[next(scene for scene in SCENES if scene.startswith(name))](stage)
    objects = [stage.window, *stage.window.findChildren(QObject), *_items(stage.window.quick.contentItem())]
    ours = [each for each in objects if type(each).__module__.startswith("kiosk.")]
    assert len(ours) > 10
    assert [own for each in ours for own in _methods_of_its_own(each)] == []


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        yield child
        yield from _items(child)


def _methods_of_its_own(each: QObject) -> list[str]:
    """Methods that PySide has added to the meta object of this one object, being no slots of its class."""
    shape = each.metaObject()
    names = {shape.method(at).name().data().decode() for at in range(shape.methodCount())}
    qt = next(base for base in type(each).__mro__ if base.__module__.startswith("PySide6."))
    methods = [(name, getattr(type(each), name, None)) for name in sorted(names) if not hasattr(qt, name)]
    return [
        f"{type(each).__name__}.{name}"
        for name, method in methods
        if isinstance(method, FunctionType) and not hasattr(method, "_slots")
    ]
