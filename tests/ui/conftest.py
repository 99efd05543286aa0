"""A real window, offscreen; every Qt or QML message fails the test."""

import gc
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = ""  # hear everything
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(
    prefix="fair-kiosk-config-"
)  # the keyboard's words are not ours

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from kiosk.ui.window import Window, build_window, prepare_environment
from tests.fakes import services
from tests.ui.stage import Stage

PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)
_HARMLESS = re.compile(
    r"This plugin does not support propagateSizeHints"
    r"|pipewire-0.3"  # Qt Virtual Keyboard looks for key clicks; a kiosk has none
    r"|Member contentWidth of the object PopupList_QMLTYPE"  # Qt Virtual Keyboard's own
    r"|creating directory for user dictionary"
    r"|qt\.multimedia\.(symbolsresolver|ffmpeg|playbackengine)|^Input #0|^  (Duration|Stream)"  # a file plays
)


@pytest.fixture(scope="session")
def application() -> QGuiApplication:
    """The one application of the test process."""
    prepare_environment()
    gc.disable()
    return QGuiApplication.instance() or QGuiApplication(["kiosk"])


@pytest.fixture(scope="session")
def fakes() -> ModuleType:
    """tests/fakes/services.py."""
    return services


@pytest.fixture
def qt_messages(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Whatever Qt or QML says fails the test at its end. (A test that reads output itself uses capfd too.)

    It is read from standard error: a message handler in Python would be called on QML's own thread, which
    then waits for the interpreter while a test holds it and waits for that thread.
    """
    yield
    said = [line for line in capfd.readouterr().err.splitlines() if line and not _HARMLESS.search(line)]
    assert said == []


@pytest.fixture
def kiosk(fakes: ModuleType):
    """Fake services."""
    return fakes.FakeKiosk()


@pytest.fixture
def bare_window(application: QGuiApplication, qt_messages: None) -> Iterator[Window]:
    """A window with no services yet, portrait."""
    window = build_window(still=True)
    window.show(*PORTRAIT)
    yield window
    window.close()
    gc.collect()  # here, on the GUI thread: ui/collector.py says why


@pytest.fixture
def settle(application: QGuiApplication) -> Callable[[Window], None]:
    """Let the workers' answers arrive and the frame be drawn."""

    def settled(window: Window) -> None:
        for _ in range(200):
            QGuiApplication.processEvents()
            if not window.bridge.busy:
                break
            QTest.qWait(5)
        assert not window.bridge.busy
        QTest.qWait(20)

    return settled


@pytest.fixture
def window(bare_window: Window, kiosk, settle: Callable[[Window], None]) -> Window:
    """A window with the fake services, on its home page."""
    bare_window.attach(kiosk)
    settle(bare_window)
    return bare_window


@pytest.fixture
def stage(window: Window, kiosk) -> Iterator[Stage]:
    """The window as a stage for scenes."""
    yield Stage(window, kiosk)
    kiosk.restore()


class _Moment(QObject):
    """When a key press went down, by the clock that key presses have."""

    time_ms = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            self.time_ms = event.timestamp()
        return False


@pytest.fixture
def scan() -> Callable[[Window, str], None]:
    """A keyboard-wedge scanner: a character a millisecond, Shift before each capital, then Enter.

    Its keys say themselves when they went down: a busy machine does not make a person of it.
    """

    def typed(window: Window, text: str) -> None:
        moment = _Moment()
        window.quick.installEventFilter(moment)
        QTest.keyClick(window.quick, Qt.Key.Key_Shift)
        window.quick.removeEventFilter(moment)

        def key(code: int, character: str, modifier: Qt.KeyboardModifier) -> None:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, code, modifier, character)
                event.setTimestamp(moment.time_ms)
                QCoreApplication.sendEvent(window.quick, event)

        shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
        for character in text:
            moment.time_ms += 1
            if character.isupper():
                key(Qt.Key.Key_Shift, "", none)
            key(ord(character.upper()), character, shift if character.isupper() else none)
        moment.time_ms += 1
        key(Qt.Key.Key_Return, "\r", none)

    return typed
