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

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
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


@pytest.fixture
def scan() -> Callable[[Window, str], None]:
    """A keyboard-wedge scanner: all characters at once, Shift held for each capital, then Enter."""

    def typed(window: Window, text: str) -> None:
        for character in text:
            if character.isupper():
                QTest.keyPress(window.quick, Qt.Key.Key_Shift)
                QTest.keyClick(window.quick, character, Qt.KeyboardModifier.ShiftModifier)
                QTest.keyRelease(window.quick, Qt.Key.Key_Shift)
            else:
                QTest.keyClick(window.quick, character)
        QTest.keyClick(window.quick, Qt.Key.Key_Return)

    return typed
