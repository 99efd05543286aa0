"""Aisles, lifts, stairs, ramps and escalators: closed after one question, which says whom it cuts off."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.fair import clock_text, minute_of_day
from kiosk.domain.floor_words import PASSAGE
from kiosk.services.floor_values import CutOff, PassageRow
from kiosk.ui.row_model import Rows

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

ROW_NAMES = ("passage", "icon", "name", "place", "closed", "since", "by", "asked")
ICONS = {PASSAGE: "straight"}
"""Of kinds that have no icon of their own name."""


@QmlElement
@QmlUncreatable("made by the floor's view-model")
class PassagesModel(QObject):
    """Part of the floor's page: `floor` asks, does and undoes for it."""

    changed = Signal()

    def __init__(self, floor):
        super().__init__(floor)
        self._floor = floor
        self._rows = Rows(ROW_NAMES, self._row, self)
        modes = floor.surroundings.modes
        modes.languageChanged.connect(self._rows.refresh)
        modes.languageChanged.connect(self.changed)
        self.wipe()

    def wipe(self) -> None:
        """Nothing read, nothing asked."""
        self._all: tuple[PassageRow, ...] = ()
        self._closed: frozenset[str] = frozenset()
        self._level = ""
        self._asked: PassageRow | None = None
        self._harm: CutOff | None = None
        self._rows.turn_to(0)  # a list that is emptied further down stirs the window
        self._rows.put(())
        self.changed.emit()

    def take(self, rows: tuple[PassageRow, ...], closed: frozenset[str]) -> None:
        """How it stands now; what is closed, as all kiosks count it."""
        self._all, self._closed = rows, closed
        self._show()

    def _show(self) -> None:
        self._rows.put(row for row in self._all if self._level in ("", *row.levels))
        self.changed.emit()

    @Property(Rows, constant=True)
    def rows(self):
        return self._rows

    @Property(int, notify=changed)
    def closed(self):
        """How many are closed."""
        return sum(row.closed for row in self._all)

    @Property(int, notify=changed)
    def count(self):
        """How many there are on all levels."""
        return len(self._all)

    @Property(str, notify=changed)
    def level(self):
        """The level whose passages are listed; nothing for all."""
        return self._level

    @Slot(str)
    def show_level(self, level):
        """List one level's, or all."""
        self._level = level
        self.let_go()
        self._show()
        self._rows.turn_to(0)
        self._floor.changed.emit()

    def _row(self, row: PassageRow) -> dict:
        say = self._floor.surroundings.words
        return {
            "passage": row.id,
            "icon": ICONS.get(row.kind, row.kind),
            "name": say(row.name),
            "place": say(row.place),
            "closed": row.closed,
            "since": clock_text(minute_of_day(row.since)) if row.since is not None else "",
            "by": row.by,
            "asked": self._asked is not None and self._asked.id == row.id,
        }

    def _of(self, passage: str) -> PassageRow | None:
        return next((row for row in self._all if row.id == passage), None)

    # ---- closing asks once, in place

    @Slot(str)
    def ask_close(self, passage):
        """Ask once, and count meanwhile which stalls that would cut off."""
        row, closed = self._of(passage), self._closed
        if row is None or row.closed or not self._floor.begin():
            return
        self._asked = row
        # It asks the plan alone, so no scan has to wait for it.
        self._floor.ask(
            lambda kiosk: kiosk.floor.harm(row.id, closed),
            lambda harm: self._counted(row, harm),
            lambda _fault: None,
            worker="upkeep",
        )
        self._shown_anew()

    def _counted(self, row: PassageRow, harm: CutOff) -> None:
        if self._asked is row:
            self._harm = harm
            self.changed.emit()

    @Property(bool, notify=changed)
    def asking(self):
        return self._asked is not None

    @Property(str, notify=changed)
    def askedName(self):
        """What would be closed."""
        return self._floor.surroundings.words(self._asked.name) if self._asked is not None else ""

    @Property(int, notify=changed)
    def askedRow(self):
        """Where what would be closed stands in the list; -1 where nothing is asked about."""
        return next(
            (
                at
                for at, row in enumerate(self._rows.items)
                if self._asked is not None and row.id == self._asked.id
            ),
            -1,
        )

    @Property(bool, notify=changed)
    def harmKnown(self):
        """Whether it is known what that would do."""
        return self._harm is not None

    @Property(int, notify=changed)
    def harm(self):
        """Stalls that would lose every way."""
        return self._harm.walking if self._harm is not None else 0

    @Property(int, notify=changed)
    def harmStepFree(self):
        """Other stalls that would lose the step-free way."""
        return self._harm.step_free if self._harm is not None else 0

    @property
    def asked(self) -> PassageRow | None:
        """What would be closed, for Python."""
        return self._asked

    @Slot()
    def keep(self):
        """Not after all."""
        self.let_go()
        self._shown_anew()

    @Slot()
    def close(self):
        """Close what was asked about."""
        if self._asked is not None:
            ids = self._asked.ids
            self._floor.do(
                lambda kiosk, member: kiosk.floor.close(ids, member),
                lambda kiosk, member: kiosk.floor.open(ids, member),
            )

    @Slot(str)
    def open(self, passage):
        """Open again what is closed."""
        row = self._of(passage)
        if row is not None and row.closed and self._floor.begin():
            ids = row.ids
            self._floor.do(
                lambda kiosk, member: kiosk.floor.open(ids, member),
                lambda kiosk, member: kiosk.floor.close(ids, member),
            )

    def let_go(self) -> None:
        """Nothing is asked any more."""
        self._asked, self._harm = None, None
        self._rows.refresh()

    def _shown_anew(self) -> None:
        self._rows.refresh()
        self.changed.emit()
        self._floor.changed.emit()
