"""A real window on fake services, put into any state that a page can have: for tests, pictures, benches."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication

from kiosk.ui.models import Models
from kiosk.ui.window import Window
from tests.fakes import services as fakes

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
MODES: dict[str, tuple[str, ...]] = {
    "plain": (),
    "large": ("large",),
    "contrast": ("contrast",),
    "low": ("low",),
    "reduced motion": ("reduced_motion",),
    "large and low": ("large", "low"),
}
"""The foot's switches, alone and in the pair that is hardest to set: by name, what is switched on."""
VOICES = frozenset({"zh", "en"})
"""The languages with a voice: with its switch the foot is fullest. The walk's third language has none."""
PATIENCE_S = 10.0


class Unrest(Exception):
    """The window does not come to rest."""


@dataclass
class Stage:
    """One window and the fake kiosk behind it."""

    window: Window
    kiosk: fakes.FakeKiosk

    @property
    def models(self) -> Models:
        """The window's view-models."""
        return self.window.models

    def clear(self) -> None:
        """Home, nobody's visit, services as they were at first, and at rest."""
        self.begin()
        self.rest()

    def begin(self) -> None:
        """As `clear`, for a scene that brings the window to rest itself."""
        self.kiosk.restore()
        if self.models.surroundings.kiosk is None:
            self.models.attach(self.kiosk)
        self.models.end_visit()

    def look(self, *, language: str = "zh", orientation: str = "portrait", mode: str = "plain") -> None:
        """How the next scenes are seen; `clear` takes language and mode back, not the orientation."""
        self.window.quick.resize(*SIZES[orientation])
        self.models.modes.give_voices(VOICES)
        self.models.modes.speak(language)
        for switch in MODES[mode]:
            getattr(self.models.modes, f"toggle_{switch}")()

    def rest(self) -> None:
        """Until the services have answered (those that are not held) and the picture is drawn."""
        until(lambda: not self.window.bridge.busy or self.kiosk.calls.holding)
        for _ in range(3):
            QGuiApplication.processEvents()
            QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as an event loop does
            self.window.quick.grabWindow()

    def play(self, scene: Callable[[Stage], None]) -> None:
        """Bring the window into a scene, and to rest there."""
        scene(self)
        self.rest()


def until(holds: Callable[[], bool]) -> None:
    """Let the window work until a condition holds; Unrest after 10 s."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > end:
            raise Unrest
        QGuiApplication.processEvents()
        time.sleep(0.001)  # lets worker threads run; the condition decides, not the pause
    QGuiApplication.processEvents()
