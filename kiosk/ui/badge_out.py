"""A visitor's badge on its way: what comes before it, where it comes out, that it is held, where it lies."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.printer_trouble import visitor_words
from kiosk.domain.words import Words
from kiosk.services.printing.values import Stage, Whereabouts
from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_MS = 1500
OUT_MS = 6_000
"""How long "take it there" stands before home."""
LIES_MS = 12_000
"""tokens.toml [hold] staff: where to collect it must be read and remembered."""
MOVES = frozenset({"waiting", "printing"})
"""The printer works on it, or on those before it."""
BAD_NEWS = frozenset({"held", "stopped"})


@dataclass(frozen=True, slots=True)
class Awaited:
    """A badge that had not come out when its verdict ended."""

    job: int | None
    """None where it was printed before."""
    who: str
    """The masked name."""
    where: Whereabouts | None = None
    """The last that was heard of it."""


@QmlElement
@QmlUncreatable("made by the window")
class BadgeModel(PageModel):
    """Follows one print job. `stopped`: bad news, which its visitor must hear; `ended`: all has been said.

    With bad news the badge's own code can be shown, to be photographed: at once where it will not come out
    here, by a touch where it is only held. No timer takes that away but the visit's own, which asks before.
    """

    changed = Signal()
    stopped = Signal()
    ended = Signal()

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._again = QTimer(self)
        self._again.setInterval(LOOK_MS)
        self._again.timeout.connect(self.look)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.ended)
        self._wipe()

    def _wipe(self) -> None:
        self._again.stop()
        self._timer.stop()
        self._awaited = None
        self._state = ""
        self._where = None
        self._wants_code = False

    def expect(self, awaited: Awaited) -> None:
        """Follow this badge from now on."""
        self.reset()
        self._awaited = awaited
        self._state = "printing"
        if awaited.where is not None:
            self._seen(awaited.where)
        if self._state != "lies":
            self._again.start()
            self.look()
        self.changed.emit()

    def printed(self) -> None:
        """Something became of a badge: of this one, or of one that stood before it."""
        if self._awaited is not None and self._again.isActive():
            self.look()

    def reset(self) -> None:
        """Forget whose badge it was."""
        self._wipe()
        super().reset()

    @property
    def moves(self) -> bool:
        """Whether the printer works on it, or on those before it."""
        return self._state in MOVES

    @Slot()
    def look(self):
        """Where is it now? A queue that cannot be read says nothing."""
        if self._awaited is not None and self._awaited.job is not None:
            job = self._awaited.job
            self.ask(lambda kiosk: kiosk.print_queue.whereabouts(job), self._seen, lambda _exception: None)

    def _seen(self, where: Whereabouts) -> None:
        if self._awaited is None or self._state in ("out", "lies"):
            return
        if where == self._where:
            return  # what is touched just now stays under the finger
        before, self._where = self._state, where
        self._state = "lies" if where.lies is not None else str(where.stage)
        if where.stage is Stage.OUT and self._state == "out":
            self._again.stop()
            self._timer.start(OUT_MS)
        elif self._state == "lies":
            self._again.stop()
            self._timer.start(LIES_MS)
        self.changed.emit()
        if self._state in BAD_NEWS and before not in BAD_NEWS:
            self.stopped.emit()

    @Property(str, notify=changed)
    def state(self):
        """waiting, printing, out, held, stopped or lies (it was printed before); nothing where no badge is
        awaited."""
        return self._state

    @Property(int, notify=changed)
    def before(self):
        """Badges that are printed before this one."""
        return self._where.before if self._where is not None else 0

    @Property(str, notify=changed)
    def who(self):
        """The masked name."""
        return self._awaited.who if self._awaited is not None else ""

    @Property(str, notify=changed)
    def place(self):
        """Where it comes out, or where it lies; nothing where that is not known."""
        where = self._where
        return self.surroundings.words(where.lies or where.place) if where is not None else ""

    @Property(str, notify=changed)
    def cause(self):
        """Why it is held, as a visitor is told."""
        words: Words | None = visitor_words(self._where.trouble) if self._where is not None else None
        return self.surroundings.words(words)

    @Property(bool, notify=changed)
    def foyer(self):
        """Whether badges are only printed here, and nobody goes in."""
        return self.surroundings.stands_at == "foyer"

    # ---- the last resort

    @Property(bool, notify=changed)
    def codeOffered(self):
        """Whether a touch shows the badge's code."""
        return self._state == "held" and self._token() != "" and not self._wants_code

    @Slot()
    def show_code(self):
        """The visitor does not wait."""
        self._wants_code = True
        self.changed.emit()

    @Property(str, notify=changed)
    def code(self):
        """The badge's code, to be photographed; nothing where it is not shown."""
        shown = self._state == "stopped" or (self._state == "held" and self._wants_code)
        return self._token() if shown else ""

    def _token(self) -> str:
        return self._where.token if self._where is not None else ""
