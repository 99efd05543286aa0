"""Find a stall: what is typed, the results beside the map, level and zone; list and map in step."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.page_model import PageModel, Surroundings
from kiosk.ui.row_model import Rows

if TYPE_CHECKING:
    from kiosk.services.values import Results, Row

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

ROW_NAMES = ("ref", "title", "line", "stall", "zone", "kind", "icon", "distance", "chosen")
TYPED_MOST = 60
"""Characters of a query that are kept."""
PADS = ("full", "nine", "initials")
"""Ways to type: the whole keyboard, nine keys with three or four letters each, a key for each initial."""


def _find(directory, text, level=None, zone=None, *, nine_keys=False) -> "Results":
    """The directory's answer as this page reads it until it reads Found."""
    if not hasattr(directory, "for_major"):
        return directory.find(text, level, zone, nine_keys=nine_keys)
    from kiosk.domain.search import HitKind  # noqa: PLC0415
    from kiosk.services.find_values import FacetKind, Question  # noqa: PLC0415
    from kiosk.services.values import Results, Row  # noqa: PLC0415

    chosen = ((FacetKind.ZONE, zone),) if zone else ()
    found = directory.find(Question(text, nine_keys, level, chosen))
    letters = next((each.choices for each in found.facets if each.kind is FacetKind.ZONE), ())
    shown = () if found.nearest else found.rows
    rows = tuple(
        Row(
            int(row.ref) if row.kind is HitKind.EXHIBITOR else -1,
            row.title,
            row.stalls,
            row.zone,
            row.level,
            row.why if row.why.zh else row.line,
            row.distance_m,
            row.kind.value,
            row.ref,
        )
        for row in shown
        if row.stalls or row.kind is HitKind.FACILITY
    )
    by_level = {} if found.nearest else dict(found.by_level)
    return Results(rows, len(rows), by_level, {each.value: each.count for each in letters}, found.stalls)


@QmlElement
@QmlUncreatable("made by the window")
class FindModel(PageModel):
    """The find page. `state` is loading, ready, none (nothing found) or failed (could not be loaded)."""

    changed = Signal()
    textChanged = Signal()
    chosenChanged = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(surroundings, parent)
        self._floor_map = FloorMap.of(surroundings)
        self._rows = Rows(ROW_NAMES, self._row_of, self)
        self._terms = Rows(("term", "count"), lambda each: {"term": each[0], "count": each[1]}, self)
        self._clear()
        surroundings.modes.languageChanged.connect(self._rows.refresh)

    def _clear(self) -> None:
        self._state = "loading"
        self._text = ""
        self._level = self._floor_map.ownLevel
        self._zone = ""
        self._results: Results | None = None
        self._unzoned: Results | None = None
        """The results before a zone narrowed them, for the counts on switch and chips."""
        self._hits: list[str] = []
        self._chosen = ""
        self._picked: Row | None = None
        """Who was touched on the map but is not among the results; shown above them."""
        self._sequence = 0
        self._pad = PADS[0]
        self._pad_up = False
        self._rows.put((), first=0)
        self._terms.put((), first=0)

    # ---- the page's life

    def attached(self) -> None:
        """The services are there; the page may have been opened before."""
        if self.surroundings.navigation.page == "find":
            self._read()

    def _read(self) -> None:
        self.ask(lambda kiosk: (kiosk.directory.plan(), kiosk.place), self._plan_read, self._failed)

    def entered(self, argument: str) -> None:
        """The page is shown. `argument` may be a text to search for."""
        self.closePad()
        if argument and argument != self._text:
            self.search(argument)
        elif self._results is None or self._state == "failed":
            self._read()

    @Slot()
    def again(self) -> None:
        """Try once more to load what could not be loaded."""
        self._state = "loading"
        self._read()
        self.changed.emit()

    def reset(self) -> None:
        """Forget what was searched and touched."""
        self._clear()
        super().reset()

    def _plan_read(self, read) -> None:
        plan, place = read
        self._floor_map.load(plan, place)
        self._level = self._level or place.level
        self._search()

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    # ---- searching

    @Slot(str)
    def search(self, text: str) -> None:
        """What is typed changed."""
        text = text[:TYPED_MOST]
        if text == self._text:
            return
        self._text = text
        self.textChanged.emit()
        self._search_anew()

    def _search_anew(self) -> None:
        """Another question: what was narrowed and chosen for the last one is gone."""
        self._zone = ""
        self._picked = None
        self._choose("")
        self._search()

    @Slot()
    def clear(self) -> None:
        """Back to all stalls."""
        self.search("")

    @Slot(str)
    def typeKey(self, key: str) -> None:
        """A key of one of the two pads was touched."""
        self.search(self._text + key)

    @Slot()
    def erase(self) -> None:
        """The last character goes."""
        self.search(self._text[:-1])

    @Slot(str)
    def choosePad(self, pad: str) -> None:
        """Type in another way, for the rest of this visit. What is typed stays, and is read that way."""
        by_keys = self._by_keys
        self._pad = pad
        self._pad_up = pad != PADS[0]
        if by_keys != self._by_keys:
            self._search_anew()
        self.changed.emit()

    @Slot()
    def openPad(self) -> None:
        """The field was touched: the pad of large keys comes, where that is how one types."""
        self._set_pad_up(self._pad != PADS[0])

    @Slot()
    def closePad(self) -> None:
        """The pad goes."""
        self._set_pad_up(False)

    def _set_pad_up(self, up: bool) -> None:
        if up != self._pad_up:
            self._pad_up = up
            self.changed.emit()

    @property
    def _by_keys(self) -> bool:
        """Whether digits mean the letters of the nine keys."""
        return self._pad == "nine" and self._text.isascii() and self._text.isdecimal()

    @Slot(str)
    def showLevel(self, level: str) -> None:
        """Turn to another level; the zone stays behind, the hits come along."""
        if level == self._level:
            return
        self._level = level
        self._search_anew()

    @Slot(str)
    def showZone(self, zone: str) -> None:
        """Narrow to a zone of this level; an empty letter widens again."""
        self._zone = zone
        self._picked = None
        self._search()

    def _search(self) -> None:
        self._sequence += 1
        sequence, text, level, zone = self._sequence, self._text, self._level, self._zone
        by_keys = self._by_keys
        self.ask(
            lambda kiosk: _find(kiosk.directory, text, level, zone or None, nine_keys=by_keys),
            lambda results: self._found(sequence, results),
            self._failed,
        )
        self.changed.emit()

    def _found(self, sequence: int, results: "Results") -> None:
        if sequence != self._sequence:
            return  # a newer question was asked meanwhile
        if not self._zone:
            self._unzoned = results
        elsewhere = {level: count for level, count in results.by_level.items() if count}
        if not results.rows and elsewhere and self._level not in elsewhere:
            self._level = max(elsewhere, key=lambda level: elsewhere[level])
            self._search()
            return
        self._results = results
        self._hits = sorted(results.stalls) if self._text or self._zone else []
        if results.rows:
            self._state = "ready"
            self._rows.put(self._listed(), first=0)
            self.changed.emit()
        else:
            self._ask_nearest(sequence)

    def _ask_nearest(self, sequence: int) -> None:
        text, by_keys = self._text, self._by_keys

        def work(kiosk):
            near = () if by_keys else kiosk.directory.nearest_terms(text)
            return [(term, _find(kiosk.directory, term).total) for term in near]

        def done(terms) -> None:
            if sequence == self._sequence:
                self._state = "none"
                self._terms.put(terms, first=0)
                self.changed.emit()

        self.ask(work, done, self._failed)

    # ---- choosing, on the list or on the map

    @Slot(str)
    def chooseRow(self, ref: str) -> None:
        """A row was touched: it is chosen, the map shows it; touched again, it opens."""
        row = next((each for each in self._listed() if each.ref == ref), None)
        if row is None:
            return
        mark = self._mark(row)
        if mark == self._chosen and row.kind == "exhibitor":
            self.openRow(ref)
            return
        self._choose(mark)

    @Slot(str)
    def openRow(self, ref: str) -> None:
        """Open an exhibitor's listing."""
        self.surroundings.navigation.open("listing", ref)

    @Slot(str)
    def chooseStall(self, number: str) -> None:
        """A stall was touched on the map: the list turns to it, or shows it above the results."""
        rows = self._results.rows if self._results else ()
        index = next((i for i, row in enumerate(rows) if number in row.stalls), None)
        self._choose(number)
        if index is not None:
            self._pick(None)
            self._rows.seek(index)
            return

        def done(results) -> None:
            if self._chosen == number:
                self._pick(next((row for row in results.rows if number in row.stalls), None))
                self._rows.turn_to(0)

        self.ask(lambda kiosk: _find(kiosk.directory, number), done, self._failed)

    def _pick(self, row: "Row | None") -> None:
        self._picked = row
        self._rows.put(self._listed())
        self.changed.emit()

    def _choose(self, mark: str) -> None:
        if mark != self._chosen:
            self._chosen = mark
            self._rows.refresh()
            self.chosenChanged.emit()

    def _mark(self, row: "Row") -> str:
        """What the map marks for a row: its stall on this level, or the facility."""
        if row.kind == "facility":
            return row.ref
        here = [number for number in row.stalls if self._floor_map.level_of(number) == self._level]
        return (here or list(row.stalls) or [""])[0]

    def _icon(self, row: "Row") -> str:
        """The drawing of a facility; a row of an exhibitor has its stall's number instead."""
        plan = self._floor_map.plan
        if row.kind != "facility" or plan is None:
            return ""
        return next((each.kind.value for each in plan.facilities if each.id == row.ref), "")

    def _listed(self) -> "tuple[Row, ...]":
        rows = self._results.rows if self._results else ()
        return (self._picked, *rows) if self._picked is not None else rows

    def _row_of(self, row: "Row") -> dict:
        return {
            "ref": row.ref,
            "title": self.surroundings.title(row.name),
            "line": self.surroundings.words(row.line),
            "stall": "/".join(row.stalls),
            "zone": row.zone,
            "kind": row.kind,
            "icon": self._icon(row),
            "distance": -1 if row.distance_m is None else row.distance_m,
            "chosen": bool(self._chosen) and self._chosen in (*row.stalls, row.ref),
        }

    # ---- what the page shows

    @Property(str, notify=changed)
    def state(self):
        """loading, ready, none or failed."""
        return self._state

    @Property(str, notify=textChanged)
    def text(self):
        """What is typed."""
        return self._text

    @Property(str, notify=changed)
    def pad(self):
        """How one types: full, nine or initials."""
        return self._pad

    @Property(bool, notify=changed)
    def padUp(self):
        """Whether the pad of large keys is on the screen."""
        return self._pad_up

    @Property(bool, notify=changed)
    def byKeys(self):
        """Whether what is typed are keys of the nine, each for one of its letters."""
        return self._by_keys

    @Property(FloorMap, constant=True)
    def floorMap(self):
        """The plan for the map."""
        return self._floor_map

    @Property(Rows, constant=True)
    def rows(self):
        """Results on this level."""
        return self._rows

    @Property(Rows, constant=True)
    def terms(self):
        """Where nothing was found: near terms that do have hits, with their counts."""
        return self._terms

    @Property(str, notify=changed)
    def level(self):
        """The level shown."""
        return self._level

    @Property(str, notify=changed)
    def zone(self):
        """The zone the list is narrowed to, or nothing."""
        return self._zone

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
        """Results on all levels, whatever the zone."""
        return sum(self._unzoned.by_level.values()) if self._unzoned else 0

    @Property(int, notify=changed)
    def hereCount(self):
        """Results on this level, whatever the zone."""
        return self._unzoned.by_level.get(self._level, 0) if self._unzoned else 0

    @Property("QVariantList", notify=changed)
    def levels(self):
        """The level switch: id, name, count and whether it is shown."""
        plan = self._floor_map.plan
        counts = self._unzoned.by_level if self._unzoned else Counter()
        return [
            {
                "id": level.id,
                "name": self.surroundings.words(level.name),
                "count": counts.get(level.id, 0),
                "on": level.id == self._level,
            }
            for level in (plan.levels if plan else ())
        ]

    @Property("QVariantList", notify=changed)
    def zones(self):
        """The chips: zones of this level that have hits, never one with none."""
        plan = self._floor_map.plan
        counts = self._unzoned.by_zone if self._unzoned else Counter()
        return [
            {
                "letter": zone.letter,
                "name": self.surroundings.words(zone.name),
                "count": counts[zone.letter],
                "on": zone.letter == self._zone,
            }
            for zone in (plan.zones if plan else ())
            if zone.level == self._level and counts.get(zone.letter, 0)
        ]
