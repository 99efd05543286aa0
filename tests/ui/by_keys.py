"""Somebody who has a keyboard and nothing else: Tab, arrows, Enter, Space, Escape, and letters."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.devices.wedge import GAP_MS
from tests.ui.stage import Stage, until

STOPS_MOST = 120
THINKS_S = 0.3
A_PERSONS_S = (GAP_MS + 25) / 1000
"""Keys that come quicker are a scanner's."""
Key = Qt.Key


class Lost(Exception):
    """What was to be reached is not there; the message says where the focus went instead."""


class Keyboard:
    """Presses keys into the window on the stage; every call returns when the window has come to rest."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.pressed = 0

    def press(self, *keys: Qt.Key) -> None:
        """Keys, one after the other."""
        for key in keys:
            self.pressed += 1
            QTest.keyClick(self._stage.window.quick, key)
        self._rest()

    def type(self, text: str) -> None:
        """Letters and digits, as fast as a person."""
        for letter in text:
            self.pressed += 1
            QTest.keyClick(self._stage.window.quick, letter)
            self._rest()

    def think(self) -> None:
        """So long that the next Enter is one of its own, and not the one that chose the hanzi."""
        end_s = monotonic() + THINKS_S
        until(lambda: monotonic() > end_s)

    def go_to(self, name: str, *, back: bool = False) -> None:
        """Tab (or Shift+Tab) until what has the focus is named so, or its name begins so."""
        met = []
        for _ in range(STOPS_MOST):
            self.press(Key.Key_Backtab if back else Key.Key_Tab)
            met.append(self.focus)
            if met[-1].startswith(name):
                return
        raise Lost(f"{name!r} is not among {list(dict.fromkeys(met))}")

    def choose(self, name: str, *, back: bool = False) -> None:
        """Go to a control and press Enter there."""
        self.go_to(name, back=back)
        self.press(Key.Key_Return)

    @property
    def focus(self) -> str:
        """The name of what has the focus."""
        item = self._stage.window.quick.activeFocusItem()
        found = QAccessible.queryAccessibleInterface(item) if item is not None else None
        return found.text(QAccessible.Text.Name) if found is not None else ""

    def _rest(self) -> None:
        """A person's next key is not so soon: held keys are given to the page, and it has answered."""
        end_s = monotonic() + A_PERSONS_S
        bridge = self._stage.window.bridge
        until(lambda: monotonic() > end_s and not bridge.busy)
