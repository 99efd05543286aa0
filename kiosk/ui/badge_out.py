"""The badge that is being printed for this visitor: how many come before it, that it is out, or stopped."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QTimer, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

OUT_MS = 6_000
"""How long "take it below" stands before home."""
STOPPED_MS = 12_000
"""tokens.toml [hold] staff: where to collect it must be read and remembered."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """A badge that had not come out when its verdict ended."""

    job: int
    who: str
    """The masked name."""
    stopped: bool = False
    """Whether the printer has already said that it does not come out."""


@QmlElement
@QmlUncreatable("made by the window")
class BadgeModel(PageModel):
    """Follows one print job. `stopped`: it will not come out here; `ended`: all has been said."""

    changed = Signal()
    stopped = Signal()
    ended = Signal()

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._awaited = None
        self._state = ""
        self._before = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.ended)

    def expect(self, awaited: Awaited) -> None:
        """Follow this badge from now on."""
        self.reset()
        self._awaited = awaited
        self._state = "printing"
        if awaited.stopped:
            self._stop()
        else:
            self._look()
        self.changed.emit()

    def printed(self, job: int, *, confirmed: bool) -> None:
        """A badge came out, or did not: this one's, or one that stood before it."""
        if self._awaited is None or self._state not in ("waiting", "printing"):
            return
        if job != self._awaited.job:
            self._look()
        elif confirmed:
            self._state = "out"
            self._timer.start(OUT_MS)
        else:
            self._stop()
        self.changed.emit()

    def reset(self) -> None:
        """Forget whose badge it was."""
        self._awaited = None
        self._state = ""
        self._before = 0
        self._timer.stop()
        super().reset()

    @Property(str, notify=changed)
    def state(self):
        """waiting, printing, out or stopped; nothing where no badge is awaited."""
        return self._state

    @Property(int, notify=changed)
    def before(self):
        """Badges that are printed before this one."""
        return self._before

    @Property(str, notify=changed)
    def who(self):
        """The masked name."""
        return self._awaited.who if self._awaited is not None else ""

    @Property(bool, notify=changed)
    def foyer(self):
        """Whether badges are only printed here, and nobody goes in."""
        return self.surroundings.stands_at == "foyer"

    def _stop(self) -> None:
        self._state = "stopped"
        self._timer.start(STOPPED_MS)
        self.stopped.emit()

    def _look(self) -> None:
        """How many come before; a queue that cannot be read says nothing."""
        job = self._awaited.job
        self.ask(lambda kiosk: kiosk.print_queue.before(job), self._seen, lambda _exception: None)

    def _seen(self, before) -> None:
        if before is not None and self._state in ("waiting", "printing"):
            self._before = before
            self._state = "waiting" if before else "printing"
            self.changed.emit()
