"""Whatever raises, wherever: staff are called, nothing of a value is logged, and the kiosk is home again."""

from __future__ import annotations

import gc
import os
import sys
import threading
import zlib

import pytest
from PySide6.QtCore import Q_ARG, Property, QCoreApplication, QEvent, QMetaMethod, QMetaObject, QObject, Slot
from PySide6.QtQml import QQmlComponent

from kiosk.ui import bridge as bridges
from kiosk.ui.models import MADE_WHEN_NEEDED
from tests.ui.leftovers import leftovers
from tests.ui.scenes import SCENES
from tests.ui.stage import Stage, until

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
SHARE = 1 if LONG else 4
NAME = "林示远"


class Planted(Exception):
    """Raised where nothing was expected."""


class Odd(QObject):
    """Raises in every way in which Qt calls Python."""

    @Slot()
    def slot(self) -> None:
        raise Planted(NAME)

    @Property(str, constant=True)
    def value(self) -> str:
        raise Planted(NAME)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            raise Planted(NAME)
        return super().event(event)


class Ended:
    """Raises as it goes."""

    def __del__(self) -> None:
        raise Planted(NAME)


def in_a_thread(_stage: Stage) -> None:
    def work() -> None:
        raise Planted(NAME)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def in_a_getter(stage: Stage) -> None:
    odd = Odd(stage.window)
    component = QQmlComponent(stage.window._engine)
    component.setData(
        b"import QtQml\nQtObject { property QtObject odd; property string said: odd ? odd.value : '' }", ""
    )
    made = component.create()
    made.setProperty("odd", odd)
    made.deleteLater()


def in_a_chain(stage: Stage) -> None:
    try:
        raise KeyError(NAME)
    except KeyError as first:
        stage.window.bridge.submit(lambda: (_ for _ in ()).throw(Planted(NAME)))
        del first


PLACES = {
    "a slot": lambda stage: QMetaObject.invokeMethod(Odd(stage.window), "slot"),
    "an override": lambda stage: QCoreApplication.postEvent(Odd(stage.window), QEvent(QEvent.Type.User)),
    "a getter": in_a_getter,
    "a thread": in_a_thread,
    "a worker": lambda stage: stage.window.bridge.submit(lambda: (_ for _ in ()).throw(Planted(NAME))),
    "an answer": lambda stage: stage.window.bridge.submit(lambda: 1, lambda _one: 1 // 0),
    "a destructor": lambda _stage: (Ended(), gc.collect())[1],
    "a chain": in_a_chain,
}


@pytest.fixture
def calm(stage: Stage):
    """The stage, as quiet as `kiosk run` makes it, where something personal is on the screen."""
    stage.window.quiet(True)
    SCENES["walk_up name"](stage)
    stage.models.walkUp.type_name(NAME)
    stage.rest()
    return stage


def goes_home(stage: Stage) -> None:
    """From the fault page, after its while; nothing is left."""
    until(lambda: stage.models.navigation.page == "out_of_service")
    assert leftovers(stage) == []
    stage.models.out_of_service_ends()
    stage.rest()
    assert stage.models.navigation.page == "home"


@pytest.mark.parametrize("place", PLACES)
def test_every_exception_calls_staff_and_says_no_value(calm: Stage, place, caplog, capfd):
    PLACES[place](calm)
    goes_home(calm)
    said = caplog.text + capfd.readouterr().err
    assert "unexpected" in said
    assert NAME not in said
    assert "Traceback" not in said
    assert not hasattr(sys, "last_value"), "it would keep every frame's values"


def test_an_exception_in_qml_calls_staff(calm: Stage, caplog, capfd):
    component = QQmlComponent(calm.window._engine)
    component.setData(
        f'import QtQml\nQtObject {{ property var it: ({{}}); property int a: it["{NAME}"].b }}'.encode(), ""
    )
    component.create().deleteLater()
    goes_home(calm)
    capfd.readouterr()
    assert "QML TypeError at" in caplog.text
    assert NAME not in caplog.text


def test_a_fault_while_a_fault_is_mended_gives_up(calm: Stage, monkeypatch, caplog):
    given_up = []
    calm.window.bridge.hopeless.connect(lambda: given_up.append(True))
    monkeypatch.setattr(type(calm.models.fault), "strike", lambda *_: 1 // 0)
    calm.window.bridge.fault(Planted(NAME))
    assert given_up != []
    assert NAME not in caplog.text


def test_a_model_that_cannot_be_wiped_keeps_no_other_from_it(calm: Stage, monkeypatch, caplog):
    """The others are wiped at once; and the kiosk gives itself up: a new start has forgotten this one too."""
    given_up = []
    calm.window.bridge.hopeless.connect(lambda: given_up.append(True))
    first = next(iter(calm.models._made.values()))
    monkeypatch.setattr(type(first), "reset", lambda _self: 1 // 0)
    calm.models.end_visit()
    assert given_up != []
    monkeypatch.undo()
    calm.rest()
    assert leftovers(calm) == []


def test_ten_faults_a_second_give_up_and_a_few_do_not(calm: Stage):
    given_up = []
    calm.window.bridge.hopeless.connect(lambda: given_up.append(True))
    for _ in range(bridges.STORM):
        calm.window.bridge.fault(Planted(NAME))
    assert given_up == []
    calm.window.bridge.fault(Planted(NAME))
    assert given_up == [True]


def slots_of(model: QObject) -> list[QMetaMethod]:
    """The slots of our own class, that QML may call."""
    meta = model.metaObject()
    methods = [meta.method(at) for at in range(QObject.staticMetaObject.methodCount(), meta.methodCount())]
    return [each for each in methods if each.methodType() == QMetaMethod.MethodType.Slot]


def test_every_slot_of_every_model_may_raise(stage: Stage, monkeypatch, caplog):
    """Each one, of the pages' models and of what they are made of; one in so many of them in CI."""
    stage.window.quiet(True)
    for page in MADE_WHEN_NEEDED:
        stage.models.page(page)
    found = [stage.models, *stage.models.findChildren(QObject)]
    ours = {type(each): each for each in found if type(each).__module__.startswith("kiosk.ui")}
    struck = []
    stage.window.bridge.struck.connect(lambda fault: struck.append(type(fault)))
    tried = 0
    for kind, model in ours.items():
        for slot in slots_of(model):
            name = slot.name().data().decode()
            types = [slot.parameterTypeName(at).data().decode() for at in range(slot.parameterCount())]
            simple = {"QString": "", "int": 0, "bool": False, "double": 0.0}
            if zlib.crc32(f"{kind.__name__}.{name}".encode()) % SHARE or not set(types) <= set(simple):
                continue
            if name not in vars(kind):
                continue

            def planted(*_values: object) -> None:
                raise Planted(NAME)

            with monkeypatch.context() as patched:
                patched.setattr(kind, name, planted)
                stage.window.bridge._faults_s.clear()
                struck.clear()
                QMetaObject.invokeMethod(
                    model, name, *(Q_ARG(type(simple[each]), simple[each]) for each in types)
                )
                if name in ("home_rests", "end_visit", "printed", "out_of_service_ends"):
                    continue  # it is needed to come home
                assert Planted in struck, f"{kind.__name__}.{name}"
            assert stage.models.navigation.page == "out_of_service", f"{kind.__name__}.{name}"
            tried += 1
    stage.models.out_of_service_ends()
    stage.rest()
    assert stage.models.navigation.page == "home"
    assert tried > (200 if LONG else 40)
    assert NAME not in caplog.text
