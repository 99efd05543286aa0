"""The gallery's window: the kiosk's own, on a page that shows controls; its foot switches how they look."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.ui.gallery import samples
from kiosk.ui.navigation import PAGES
from kiosk.ui.window import build_window, prepare_environment

PAGE = "gallery"
SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
MODES = {"plain": (), "large": ("large",), "contrast": ("contrast",)}
LANGUAGES = ("zh", "en")
PATIENCE_S = 10.0


class Gallery:
    """A process of its own: it adds its page to those that the window knows."""

    def __init__(self) -> None:
        PAGES[PAGE] = "gallery/GalleryPage.qml"
        prepare_environment()
        self._application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
        self.window = build_window(still=True)
        self.window.warm()
        self._navigation = self.window.models.navigation
        self._navigation.pageChanged.connect(lambda: QTimer.singleShot(0, self._stay))

    def run(self, orientation: str, section: str) -> int:
        """Until the window is closed. Exit status."""
        self._open(orientation)
        if section:
            self._page().show(section)
        status = self._application.exec()
        self.window.close()
        return status

    def save(self, out: Path, section: str, report: Callable[[str, int, int], None]) -> list[Path]:
        """A picture a section, language, orientation and mode; several where it is longer than the screen.

        section: the only one to save; all of them if empty.
        """
        out.mkdir(parents=True, exist_ok=True)
        saved: list[Path] = []
        sections = [section] if section else list(samples.SECTIONS)
        done, total = 0, len(SIZES) * len(MODES) * len(LANGUAGES) * len(sections)
        self._open("portrait")
        for orientation, size in SIZES.items():
            self.window.quick.resize(*size)
            for mode, switches in MODES.items():
                for switch in switches:
                    getattr(self.window.models.modes, f"toggle_{switch}")()
                for language in LANGUAGES:
                    self.window.models.modes.speak(language)
                    for name in sections:
                        path = out / f"{name}-{language}-{orientation}-{mode}"
                        saved += self._pictures(name, path)
                        done += 1
                        report(name, done, total)
                self.window.models.modes.reset()
        self.window.close()
        return saved

    def _open(self, orientation: str) -> None:
        """The window with the gallery's page, once all stands that the first frame does without."""
        self.window.show(*SIZES[orientation])
        end = monotonic() + PATIENCE_S
        while not self.window.quick.property("warm") and monotonic() < end:
            self._application.processEvents()
        self._stay()

    def _pictures(self, section: str, path: Path) -> Iterator[Path]:
        page = self._page()
        page.show(section)
        for at in range(1, 100):
            self._rest()
            picture = path.with_name(f"{path.name}-{at}.png")
            if not self.window.quick.grabWindow().save(str(picture)):
                raise OSError(f"cannot write {picture}")
            yield picture
            if not page.turn():
                return

    def _stay(self) -> None:
        """Here no visit ends, and every way home leads back."""
        if self.window.quick is not None:
            self._navigation.go(PAGE)
            self.window.models.idle.stop()

    def _page(self) -> QObject:
        kind = re.compile(r"GalleryPage")
        found = [each for each in _below(self.window.quick.contentItem()) if kind.match(_name(each))]
        return found[0]

    def _rest(self) -> None:
        for _ in range(3):
            self._application.processEvents()
            self.window.quick.grabWindow()


def _below(item) -> Iterator[QObject]:
    for child in item.childItems():
        yield child
        yield from _below(child)


def _name(item: QObject) -> str:
    return item.metaObject().className()
