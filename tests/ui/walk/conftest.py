"""One window for the whole walk, which also speaks the pseudo-language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication

from kiosk.ui.window import build_window
from tests.fakes import services
from tests.ui import pseudo
from tests.ui.stage import SIZES, Stage


@pytest.fixture(scope="package")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that speaks the pseudo-language too."""
    return pseudo.write(tmp_path_factory.mktemp("translations"))


@pytest.fixture(scope="package")
def house(application: QGuiApplication, texts: Path) -> Iterator[Stage]:
    """One window for the whole walk."""
    QAccessible.setActive(True)
    window = build_window(still=True, texts=texts)
    window.show(*SIZES["portrait"])
    kiosk = services.FakeKiosk()
    window.attach(kiosk)
    stage = Stage(window, kiosk)
    stage.rest()
    yield stage
    kiosk.restore()
    window.close()


@pytest.fixture
def walked(house: Stage, qt_messages: None) -> Iterator[Stage]:
    """The window, nobody's, and taken back afterwards."""
    house.clear()
    yield house
    house.clear()
