"""What a question found, as list and map show it: the rows, the one that is chosen, counts and hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.search import HitKind
from kiosk.domain.stall_state import StallState
from kiosk.ui.find import find_rows
from kiosk.ui.find.find_rows import ROW_NAMES, Line, Listed
from kiosk.ui.row_model import Rows

if TYPE_CHECKING:
    from kiosk.services.find.values import Found, Row
    from kiosk.ui.find.floor_map import FloorMap
    from kiosk.ui.find.here_model import HereModel
    from kiosk.ui.page_model import Surroundings

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

NEAREST_MOST = 6
"""Rows of what is nearest, where nothing was found."""
SHORTCUTS: tuple[tuple[str, ...], ...] = (
    ("toilet",),
    ("accessible_toilet",),
    ("lift",),
    ("desk", "information"),
    ("exit",),
    ("coffee",),
)
"""Kinds of facilities that people ask for most; those of one shortcut have one name, and the first's icon."""
LOOKED_THROUGH = 40
"""Rows among which the nearest facility is."""


@QmlElement
@QmlUncreatable("made by the find page's view-model")
class ResultsModel(QObject):
    """An answer on the screen. `lookedUp` carries a text that a row stands for; `turned` the level of a row
    that was chosen and stands on another one than is shown."""

    changed = Signal()
    chosenChanged = Signal()
    lookedUp = Signal(str)
    turned = Signal(str)

    def __init__(
        self,
        surroundings: Surroundings,
        floor_map: FloorMap,
        here: HereModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._here = here
        self._surroundings = surroundings
        self._floor_map = floor_map
        self._rows = Rows(ROW_NAMES, self._row_of, self)
        self._levels = Rows(("modelData",), self._level_row, self)
        self._chosen = ""
        self.clear()
        for rows in (self._rows, self._levels):
            surroundings.modes.languageChanged.connect(rows.refresh)

    def clear(self) -> None:
        """No answer, nothing chosen."""
        self.found: Found | None = None
        self.level = ""
        """The level that the answer is of."""
        self._hits: list[str] = []
        self._picked: Row | None = None
        """Who was touched on the map but is not among the rows; shown above them."""
        self._listed = Listed((), ())
        self._rows.put((), first=0)
        self.choose("")

    def take(self, found: Found, level: str, *, asked: bool, stays: bool) -> None:
        """Show an answer; `stays` keeps the list at its place. Where nothing was asked, nothing is lit."""
        self.found, self.level = found, level
        self._hits = sorted(found.stalls) if asked and not found.nearest else []
        if not stays:
            self._picked = None
        self._list(first=None if stays else 0)
        self._levels.put(self._floor_map.plan.levels if self._floor_map.plan else ())
        self.changed.emit()

    def _list(self, *, first: int | None = None) -> None:
        found = self.found
        assert found is not None
        rows = found.rows[:NEAREST_MOST] if found.nearest else found.rows
        groups = () if found.nearest else find_rows.worth_saying(found.groups)
        self._listed = Listed(rows, groups, self._picked)
        self._rows.put(self._listed, first=first)

    def _turn(self, level: str) -> None:
        """The same answer, seen from another level."""
        self.level = level
        self._rows.refresh()
        self._levels.refresh()
        self.changed.emit()

    # ---- choosing

    def choose(self, mark: str) -> None:
        """A stall or facility is marked, on list and map."""
        if mark != self._chosen:
            self._chosen = mark
            self._rows.refresh()
            self.chosenChanged.emit()

    def choose_nearest(self, icon: str) -> None:
        """Of the facilities of a shortcut that were found, the nearest is chosen."""
        kinds = next(each for each in SHORTCUTS if each[0] == icon)
        rows = self.found.rows[:LOOKED_THROUGH] if self.found else ()
        there = [row for row in rows if row.icon in kinds]
        if there:
            self.choose(min(there, key=lambda row: (row.distance_m is None, row.distance_m or 0)).ref)

    def place(self, mark: str, at: int | None, other: Row | None) -> None:
        """Turn the list to what was chosen on the map: at a row, or a row of its own above the others."""
        if mark != self._chosen or self.found is None:
            return  # another was touched meanwhile
        self._picked = other
        self._list()
        if at is None:
            self._rows.turn_to(0)
        else:
            self._rows.seek(at)
        self.changed.emit()

    @Slot(int)
    def chooseRow(self, at: int) -> None:
        """A row was touched: it is chosen and the map shows it; touched again, it opens."""
        row = self._listed[at].row
        mark = self._mark(row)
        if mark and mark != self._chosen:
            if row.level and row.level != self.level:
                self.turned.emit(row.level)
                self._turn(row.level)
            self.choose(mark)
        else:
            self.openRow(at)

    @Slot(int)
    def openRow(self, at: int) -> None:
        """Open what a row leads to: a card, a session's page, the way; a post or major is looked up."""
        row = self._listed[at].row
        opens = find_rows.OPENS[row.kind]
        if opens == "look":
            self.lookedUp.emit(row.ref)
        else:
            page = {"card": "listing", "way": "way", "page": "session"}[opens]
            self._surroundings.navigation.open(page, row.ref)

    def _mark(self, row: Row) -> str:
        """What the map marks for a row: of two stalls that on this level."""
        here = [number for number in row.stalls if self._floor_map.level_of(number) == self.level]
        return here[0] if here else find_rows.mark_of(row)

    # ---- rows

    def _row_of(self, line: Line) -> dict:
        level = line.row.level
        other = level if level and level != self.level else ""
        values = find_rows.shown(line, self._surroundings, self._chosen, self.name_of(other))
        if line.row.kind is HitKind.FACILITY:
            values["leads"] = self._here.leads_to(line.row.ref, level)
            if self._here.is_closed(line.row.ref):
                values["standing"] = StallState.CLOSED.value
        return values

    def name_of(self, level: str) -> str:
        """What a level is called."""
        plan = self._floor_map.plan
        names = (each.name for each in (plan.levels if plan else ()) if each.id == level)
        return self._surroundings.words(next(names, None))

    def _level_row(self, level) -> dict:
        return {
            "modelData": {
                "id": level.id,
                "name": self._surroundings.words(level.name),
                "count": str(self.counts.get(level.id, 0)) if self.foundCount else "",
                "on": level.id == self.level,
            }
        }

    # ---- what the page shows

    @property
    def counts(self) -> dict[str, int]:
        """How many were found on each level that has any."""
        by_level = self.found.by_level if self.found else {}
        return {level: count for level, count in by_level.items() if count}

    @Property(Rows, constant=True)
    def rows(self):
        """Results on this level, or the nearest there are."""
        return self._rows

    @Property("QVariantList", notify=changed)
    def heads(self):
        """The rows above which a group's head stands."""
        return self._listed.heads

    @Property("QStringList", notify=changed)
    def headWords(self):
        """What these say."""
        return [f"{self._surroundings.words(each.words)} {each.count}" for each in self._listed.groups]

    @Property(Rows, constant=True)
    def levels(self):
        """The level switch: id, name, count and whether it is shown."""
        return self._levels

    @Property(str, notify=changed)
    def levelName(self):
        """What the level shown is called."""
        return self.name_of(self.level)

    @Property(str, notify=chosenChanged)
    def chosen(self):
        """The chosen stall's number (or a facility's id)."""
        return self._chosen

    @Property("QStringList", notify=changed)
    def hits(self):
        """Stalls that match, on all levels; none where nothing was asked."""
        return self._hits

    @Property(int, notify=changed)
    def foundCount(self):
        """Results on all levels."""
        return sum(self.counts.values()) if self.found and not self.found.nearest else 0

    @Property("QVariantMap", notify=changed)
    def elsewhere(self):
        """The other level that has most results: id, name and count."""
        others = {level: count for level, count in self.counts.items() if level != self.level}
        best = max(others, key=lambda level: others[level], default="")
        return {"id": best, "name": self.name_of(best), "count": others.get(best, 0)}
