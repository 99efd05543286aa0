"""What every page's view-model shares: the surroundings it works in, and how it is wiped."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlAnonymous

from kiosk.domain.badge_type import HOSTS
from kiosk.ui.bridge import Bridge
from kiosk.ui.modes import Modes
from kiosk.ui.navigation import Navigation

if TYPE_CHECKING:
    from kiosk.domain.admission import Door
    from kiosk.services.kiosk import Kiosk
    from kiosk.ui.find.floor_map import FloorMap
    from kiosk.ui.scanners import Scanners

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


_SHORT_BRACKETS = re.compile(r"（[^（）]{1,8}）")
_WORD_JOINER = "\u2060"


@dataclass
class Surroundings:
    """What view-models work with. `kiosk` is None until the store is open, after the first frame."""

    bridge: Bridge
    modes: Modes
    navigation: Navigation
    kiosk: "Kiosk | None" = field(default=None)
    door: "Door | None" = field(default=None)
    """The gate that this kiosk stands at, once it was read."""
    nine_keys: bool = False
    """Whether the screen is too small to begin with a whole keyboard."""
    floor_map: "FloorMap | None" = field(default=None)
    """The plan that all pages with a map share, once one was opened (FloorMap.of)."""
    scanners: "Scanners | None" = field(default=None)
    """The window's."""

    @property
    def stands_at(self) -> str:
        """What sort of gate it is: in, out, foyer, session or hosts (only those who host a stall); in while
        that is not known."""
        if self.door is None:
            return "in"
        if self.door.gate.direction != "in":
            return "out" if self.door.gate.direction == "out" else "foyer"
        if self.door.session is not None:
            return "session"
        return "hosts" if self.door.gate.types and HOSTS.issuperset(self.door.gate.types) else "in"

    @property
    def takes_walk_ups(self) -> bool:
        """Whether who registers here could go in, or is given a badge."""
        return self.stands_at in ("in", "foyer")

    def words(self, words) -> str:
        """A text in the visitor's language; nothing for None. The one place where Words become text."""
        return self.modes.said(words.of(self.modes.fallback)) if words is not None else ""

    def title(self, words) -> str:
        """A name or title of the fair's data, which nobody translates; no line breaks inside its short
        brackets (示|例)."""
        return _unbroken(words.of(self.modes.fallback) if words is not None else "")

    def line(self, words) -> str:
        """A text in the visitor's language that may hold such a name."""
        return _unbroken(self.words(words))

    def other_words(self, words) -> str:
        """The same in the other language of ours."""
        return words.of("zh" if self.modes.spoken == "en" else "en") if words is not None else ""


def _unbroken(text: str) -> str:
    return _SHORT_BRACKETS.sub(lambda match: _WORD_JOINER.join(match[0]), text)


@QmlAnonymous
class PageModel(QObject):
    """A page's view-model. Each defines a signal `changed`, emitted for every change.
    (PySide takes no inherited signal as a property's notify.)

    `generation` rises when personal state is wiped; an answer that comes back for an older generation is
    dropped, so that no earlier visitor's answer shows on the next visitor's page.
    """

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.surroundings = surroundings
        self.generation = 0
        surroundings.modes.languageChanged.connect(self.changed)

    def attached(self) -> None:
        """The services are there. Called once, on the GUI thread."""

    def entered(self, argument: str) -> None:
        """The page is being shown, with what `navigation.open` gave it."""

    def reset(self) -> None:
        """Wipe everything personal, at once."""
        self.generation += 1
        self.changed.emit()

    def ask(self, work, done, failed=None, *, worker: str = "store") -> None:
        """`bridge.submit` on the services; the answer is dropped if the page was wiped meanwhile.

        `work` takes the services. Before they are attached nothing happens.
        """
        kiosk = self.surroundings.kiosk
        if kiosk is None:
            return
        generation = self.generation

        def answer(result) -> None:
            if generation == self.generation:
                done(result)

        def fault(exception) -> None:
            if generation == self.generation:
                failed(exception)

        self.surroundings.bridge.submit(
            lambda: work(kiosk), answer, fault if failed is not None else None, worker=worker
        )
