"""Keys as an X server gives them to the window: a scanner's and a person's, while Pinyin is on.

A program of its own, under xvfb-run: `python -m tests.ui.real_keys`. Prints a JSON object by case: what was
scanned, what stands in the field afterwards, which page it is. XTEST's keys go the whole way: server,
platform plugin, input context, window.
"""

from __future__ import annotations

import ctypes
import json
import os
import threading
from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.domain.badge import NOBODYS_TOKEN
from kiosk.ui.window import Window, build_window, prepare_environment
from tests.fakes.services import FakeKiosk
from tests.ui.stage import until

KEY_MS = 2
"""Between two events of a scanner's; a capital has four."""
PERSON_MS = 90
CODE = "WELCOME0001"
STUDENT = "2021123456"
OFFERED = "泥"
"""What the keyboard offers for "ni", not for "n"; before it does, the letters themselves are taken over."""


class Keys:
    """XTEST at the display that DISPLAY names. The server itself keeps the time between two events, so that
    a busy machine does not make a scanner a person."""

    def __init__(self) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._x.XKeysymToKeycode.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
        self._x.XSync.argtypes = (ctypes.c_void_p, ctypes.c_int)
        self._test.XTestFakeKeyEvent.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong)
        self._display = self._x.XOpenDisplay(None)
        if not self._display:
            raise SystemExit("no X server")

    def sent(self) -> None:
        """Wait until the server has had all events."""
        self._x.XSync(self._display, 0)

    def key(self, name: str, down: bool, after_ms: int = KEY_MS) -> None:
        """One event."""
        code = self._x.XKeysymToKeycode(self._display, self._x.XStringToKeysym(name.encode())) & 0xFF
        self._test.XTestFakeKeyEvent(self._display, code, int(down), after_ms)

    def tap(self, *names: str) -> None:
        """Keys held down together, the first one longest."""
        for name in names:
            self.key(name, True)
        for name in reversed(names):
            self.key(name, False)

    def type(self, text: str, *ends: str, after_ms: int = 0) -> None:
        """Characters, Shift for each capital, then the keys that end it."""
        for each in text:
            self.key("Shift_R", False, after_ms)  # it is up already: time passes
            self.tap("Shift_L", each.lower()) if each.isupper() else self.tap(each)
        for end in ends:
            self.tap(end)

    def alt(self, text: str) -> None:
        """Characters by their numbers."""
        for each in text:
            self.key("Alt_L", True)
            for digit in f"{ord(each):04d}":
                self.tap(f"KP_{digit}")
            self.key("Alt_L", False)


class Bench:
    """The window, its keyboard, and what was scanned."""

    def __init__(self) -> None:
        self.keys = Keys()
        self.window: Window = build_window(still=True)
        self.window.show(1080, 1920)
        self.window.attach(FakeKiosk())
        self.scanned: list[str] = []
        self.window.scanners.scanned.connect(lambda text, _source: self.scanned.append(text))
        until(self.window.quick.isActive)
        until(lambda: self.window.warmed or not self.window.bridge.busy)

    @property
    def field(self) -> str | None:
        """What stands in the field that has the focus, half typed or not."""
        item = self.window.quick.activeFocusItem()
        return item.property("displayText") if item is not None else None

    def send(self, work: Callable[[], object]) -> None:
        """Let the keys come while the window works, until it has heard them all."""
        work()
        thread = threading.Thread(target=self.keys.sent)
        thread.start()
        until(lambda: not thread.is_alive())
        QTest.qWait(120)  # nothing more comes: a run without an end, and what a person typed, are over

    def touch(self, letters: str) -> None:
        """Keys of the keyboard on the screen."""
        for letter in letters:
            for item in self._visible():
                if item.property("text") == letter and "Key" in item.metaObject().className():
                    middle = item.mapToScene(item.boundingRect().center()).toPoint()
                    self._click(middle)
                    break

    def _offers(self) -> bool:
        """Whether words are offered for what is half typed: a thread of the keyboard's finds them."""
        return any(each.property("display") == OFFERED for each in self._visible())

    def _click(self, middle: QPoint) -> None:
        before = self.field
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self.window.quick, button, none, middle)
        until(lambda: self.field != before)

    def _visible(self):
        waiting = [self.window.quick.contentItem()]
        while waiting:
            item = waiting.pop()
            if item.isVisible():
                yield item
                waiting += item.childItems()

    def play(self, page: str, half_typed: str, work: Callable[[], object]) -> dict[str, object]:
        """One case: a page, what is half typed there, the keys."""
        models = self.window.models
        models.end_visit()
        self.window.scanners._debounce.forget()
        self.scanned.clear()
        models.navigation.go(page)
        if page == "walk_up":
            until(lambda: QGuiApplication.inputMethod().isVisible())
            self.touch(half_typed)
            until(lambda: not half_typed or self._offers())
        self.send(work)
        return {"scanned": list(self.scanned), "field": self.field, "page": models.navigation.page}


def cases(keys: Keys) -> Iterable[tuple[str, str, str, Callable[[], object]]]:
    """Name, page, what is half typed, what is sent."""
    yield "home", "home", "", lambda: keys.type(CODE, "Return")
    yield "Pinyin on", "walk_up", "", lambda: keys.type(CODE, "Return")
    yield "small letters", "walk_up", "", lambda: keys.type("nihaozhongguo", "Return")
    yield "half a word", "walk_up", "ni", lambda: keys.type(CODE, "Return")
    yield "a token without an end", "walk_up", "", lambda: keys.type(NOBODYS_TOKEN)
    yield "CR LF", "walk_up", "", lambda: keys.type(CODE, "Return", "Linefeed")
    yield "Tab", "walk_up", "", lambda: keys.type(CODE, "Tab")
    yield "separators", "walk_up", "", lambda: (keys.type("WELCOME"), keys.tap("Control_L", "bracketright"),
                                                keys.type("0001", "Return"))  # fmt: skip
    yield "CapsLock", "walk_up", "", lambda: (keys.tap("Caps_Lock"), keys.type(CODE, "Return"),
                                              keys.tap("Caps_Lock"))  # fmt: skip
    yield "Shift held", "walk_up", "", lambda: (keys.key("Shift_L", True), keys.type(CODE.lower(), "Return"),
                                                keys.key("Shift_L", False))  # fmt: skip
    yield "number pad", "walk_up", "", lambda: ([keys.tap(f"KP_{each}") for each in STUDENT],
                                                keys.tap("KP_Enter"))  # fmt: skip
    yield "ALT mode", "walk_up", "", lambda: (keys.alt(CODE), keys.tap("Return"))
    yield "staff", "staff", "", lambda: keys.type(CODE, "Return")
    yield "find", "find", "", lambda: keys.type(CODE, "Return")
    yield "Enter in a word", "walk_up", "ni", lambda: keys.tap("Return")
    yield "the number pad's Enter in a word", "walk_up", "ni", lambda: keys.tap("KP_Enter")
    yield "a person", "walk_up", "", lambda: keys.type("Li", after_ms=PERSON_MS)


def main() -> None:
    """Play all cases."""
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    prepare_environment()
    application = QGuiApplication(["kiosk"])
    assert application.platformName() == "xcb"
    bench = Bench()
    print(json.dumps({name: bench.play(*rest) for name, *rest in cases(bench.keys)}))
    bench.window.close()


if __name__ == "__main__":
    main()
