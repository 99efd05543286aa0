"""Find a stall: what is typed and by what it is narrowed, asked of the directory; list and map in step."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.closable import closables
from kiosk.services.find.values import Found, Question
from kiosk.ui.find import find_rows
from kiosk.ui.find.facets_model import FacetsModel
from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.find.here_model import HereModel
from kiosk.ui.find.looked_up import LookedUp
from kiosk.ui.find.pads_model import PadsModel
from kiosk.ui.find.results_model import SHORTCUTS, ResultsModel
from kiosk.ui.page_model import PageModel, Surroundings
from kiosk.ui.row_model import Rows

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

TYPED_MOST = 60
"""Characters of a query that are kept."""


@QmlElement
@QmlUncreatable("made by the window")
class FindModel(PageModel):
    """The find page. `state` is loading, ready, none (nothing found), elsewhere (on a level not shown) or
    failed."""

    changed = Signal()
    textChanged = Signal()
    levelChanged = Signal()
    chosenChanged = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(surroundings, parent)
        self._floor_map = FloorMap.of(surroundings)
        self._here = HereModel(surroundings, self._floor_map, self)
        self._results = ResultsModel(surroundings, self._floor_map, self._here, self)
        self._facets = FacetsModel(surroundings, self)
        self._pads = PadsModel(surroundings, self)
        self._looked_up = LookedUp(self)
        self._terms = Rows(("modelData",), lambda each: {"modelData": each}, self)
        self._shortcuts = Rows(("modelData",), lambda kinds: {"modelData": {"icon": kinds[0]}}, self)
        self._step_free = surroundings.modes.stepFree
        self._clear()
        self._results.chosenChanged.connect(self.chosenChanged)
        self._results.lookedUp.connect(self.search)
        self._results.turned.connect(self._set_level)
        self._facets.asked.connect(self._narrowed)
        self._pads.changed.connect(self._typed_otherwise)
        self._looked_up.told.connect(self._tell)
        self._here.stands.connect(self._standing_changed)
        surroundings.modes.modesChanged.connect(self._modes_changed)
        surroundings.navigation.pageChanged.connect(self._page_changed)

    def _clear(self) -> None:
        self._state = "loading"
        self._text = ""
        self._level = self._floor_map.ownLevel
        self._level_meant = False
        """Whether the visitor turned to this level: then results elsewhere do not turn it."""
        self._sought = ""
        """The shortcut that was touched: of what it finds the nearest is to be chosen."""
        self._list_only = False
        self._by_keys_asked = False
        self._sequence = 0
        self._results.clear()
        self._facets.clear_all()
        self._pads.reset()
        self._terms.put(())

    # ---- the page's life

    def attached(self) -> None:
        """The services are there; the page may have been opened before."""
        if self.surroundings.navigation.page == "find":
            self._read()
            self._here.start()

    def _read(self) -> None:
        def work(kiosk):
            plan = kiosk.directory.plan()
            known = plan is self._floor_map.plan and self._results.found is not None
            return plan, kiosk.place, kiosk.floor.hosts, None if known else closables(plan)

        self.ask(work, self._plan_read, self._failed)

    def entered(self, argument: str) -> None:
        """The page is shown. `argument` may be a text to search for."""
        self._pads.close()
        self._facets.closePanel()
        if argument and argument != self._text:
            self.search(argument)
        if self._results.found is None or self._state == "failed":
            self._read()
        self._here.start()

    @Slot()
    def _page_changed(self) -> None:
        if self.surroundings.navigation.page != "find":
            self._here.stop()

    @Slot()
    def again(self) -> None:
        """Try once more to load what could not be loaded."""
        self._state = "loading"
        self._read()
        self.changed.emit()

    def reset(self) -> None:
        """Forget what was searched and touched; what was looked up is counted, and nobody's any more."""
        self._looked_up.end()
        self._here.stop()
        self._clear()
        super().reset()
        for signal in (self.textChanged, self.levelChanged, self._results.changed):
            signal.emit()

    def _plan_read(self, read) -> None:
        plan, place, hosts, closable = read
        self._floor_map.load(plan, place)
        self._floor_map.show_hosts(hosts)
        if closable is not None:
            self._here.take(closable)
        self._set_level(self._level or place.level)
        there = {each.kind.value for each in plan.facilities}
        self._shortcuts.put(tuple(each for each in SHORTCUTS if there & set(each)))
        self._search()

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    @Slot(object)
    def _standing_changed(self, standing) -> None:
        self._floor_map.show_standing(standing)
        self._search_again()

    @Slot()
    def _modes_changed(self) -> None:
        step_free = self.surroundings.modes.stepFree
        if step_free != self._step_free:
            self._step_free = step_free
            self._search_again()

    def _search_again(self) -> None:
        """The same question may have another answer now; the list keeps its place."""
        if self._results.found is not None:
            self._search(stays=True)

    # ---- asking

    @Slot(str)
    def search(self, text: str) -> None:
        """What is typed changed."""
        text = text[:TYPED_MOST]
        if text == self._text:
            return
        self._text = text
        self._sought = ""
        self._looked_up.typed(text)
        self.textChanged.emit()
        self._results.choose("")
        self._facets.endAsking()
        self._narrowed()

    @Slot(str, str)
    def seek(self, icon: str, text: str) -> None:
        """A shortcut was touched: look for a kind of facility from here, and choose the nearest."""
        self._set_level(self._floor_map.ownLevel)
        self.search(text)
        self._sought = icon

    @Slot()
    def clear(self) -> None:
        """Back to all stalls."""
        self._facets.clear()
        self.search("")

    @Slot(str)
    def typeKey(self, key: str) -> None:
        """A key of one of the two pads was touched."""
        self.search(self._text + key)

    @Slot()
    def erase(self) -> None:
        """The last character goes."""
        self.search(self._text[:-1])

    @Slot(bool)
    def composes(self, composing: bool) -> None:
        """Whether the input method has not taken over yet what is typed."""
        self._looked_up.composes(composing=composing)

    @Slot(str)
    def showLevel(self, level: str) -> None:
        """Turn to another level; its zones stay behind, the hits come along."""
        if level == self._level:
            return
        self._set_level(level)
        self._level_meant = True
        self._results.choose("")
        self._search()

    @Slot(str)
    def _set_level(self, level: str) -> None:
        if level != self._level:
            self._level = level
            self._facets.leave_level(level, self._floor_map.plan)
            self.levelChanged.emit()

    @Slot()
    def _narrowed(self) -> None:
        """Another question: results on another level turn to it."""
        self._level_meant = False
        self._search()

    @property
    def _by_keys(self) -> bool:
        """Whether digits mean the letters of the nine keys."""
        return self._pads.nine and self._text.isascii() and self._text.isdecimal()

    @Slot()
    def _typed_otherwise(self) -> None:
        """Another pad: what is typed stays, and is read that way."""
        if self._by_keys_asked != self._by_keys:
            self._narrowed()
        self.changed.emit()

    def _search(self, *, stays: bool = False) -> None:
        self._sequence += 1
        self._by_keys_asked = self._by_keys
        sequence = self._sequence
        question = Question(
            text=self._text,
            nine_keys=self._by_keys,
            level=self._level or None,
            chosen=self._facets.chosen,
            major_class=self._facets.suits,
            step_free=self._step_free,
        )

        plan = self._floor_map.plan
        whole = plan if self._list_only and not self.asked else None

        def work(kiosk):
            if sequence != self._sequence:
                return None  # a newer question stands behind it: nobody waits for this one
            if whole is not None:
                return find_rows.with_facilities(question, whole, kiosk.directory.find)
            return kiosk.directory.find(question)

        self.ask(work, lambda found: self._answered(sequence, found, stays=stays), self._failed)

    def _answered(self, sequence: int, found: Found | None, *, stays: bool) -> None:
        if sequence != self._sequence or found is None:
            return  # a newer question was asked meanwhile
        counts = {level: count for level, count in found.by_level.items() if count}
        if counts and self._level not in counts and not self._level_meant and not found.nearest:
            self._set_level(max(counts, key=lambda level: counts[level]))
            self._search()
            return
        there = not found.nearest and bool(found.rows or counts)
        self._looked_up.answered(found=there)
        self._results.take(found, self._level, asked=self.asked, stays=stays)
        if self._sought:
            self._results.choose_nearest(self._sought)
        if there:
            self._terms.put(())
            self._say("ready" if found.rows else "elsewhere")
        else:
            self._ask_terms(sequence)

    def _say(self, state: str) -> None:
        found = self._results.found
        if found is not None:
            self._facets.found(found.facets, self._level, self._floor_map.plan)
        self._state = state
        self.changed.emit()

    def _ask_terms(self, sequence: int) -> None:
        text = "" if self._by_keys else self._text

        def work(kiosk):
            return find_rows.near_terms(text, kiosk.directory) if text else ()

        def done(terms) -> None:
            if sequence == self._sequence:
                self._terms.put(terms)
                self._say("none")

        self.ask(work, done, self._failed)

    # ---- touched on the map

    @Slot(str)
    def chooseStall(self, mark: str) -> None:
        """A stall (its number) or a facility (its id): the list turns to it, or shows it above the others."""
        found = self._results.found or Found(())
        name = self._floor_map.name_of(mark, "zh")
        step_free = self._step_free
        self._results.choose(mark)

        def work(kiosk):
            return find_rows.looked_for(mark, name, found, kiosk.directory.find, step_free=step_free)

        self.ask(work, lambda answer: self._results.place(mark, *answer), self._failed)

    @Slot(object)
    def _tell(self, looked_up: dict[str, bool]) -> None:
        # A count that is lost does no harm; a page that fails for it would.
        self.ask(lambda kiosk: kiosk.lookups.tell(looked_up), lambda _none: None, lambda _fault: None)

    # ---- what the page shows

    @Slot()
    def toggleList(self) -> None:
        """The list alone, or list and map."""
        self._list_only = not self._list_only
        self._search_again()
        self.changed.emit()

    @Property(bool, notify=changed)
    def listOnly(self):
        """Whether the list has the whole page."""
        return self._list_only

    @Property(str, notify=changed)
    def state(self):
        """loading, ready, none, elsewhere or failed."""
        return self._state

    @Property(str, notify=textChanged)
    def text(self):
        """What is typed."""
        return self._text

    @Property(bool, notify=changed)
    def byKeys(self):
        """Whether what is typed are keys of the nine, each for one of its letters."""
        return self._by_keys

    @Property(bool, notify=changed)
    def asked(self):
        """Whether anything was asked, by text or facet."""
        return bool(self._text) or self._facets.chosenCount > 0

    @Property(PadsModel, constant=True)
    def pads(self):
        """How one types."""
        return self._pads

    @Property(FacetsModel, constant=True)
    def facets(self):
        """By what the results are narrowed."""
        return self._facets

    @Property(ResultsModel, constant=True)
    def results(self):
        """What was found."""
        return self._results

    @Property(HereModel, constant=True)
    def here(self):
        """Where this kiosk stands, and what is closed."""
        return self._here

    @Property(FloorMap, constant=True)
    def floorMap(self):
        """The plan for the map."""
        return self._floor_map

    @Property(Rows, constant=True)
    def rows(self):
        """Results on this level, or the nearest there are."""
        return self._results.rows

    @Property(Rows, constant=True)
    def terms(self):
        """Where nothing was found: near terms that do have hits, with their counts."""
        return self._terms

    @Property(Rows, constant=True)
    def shortcuts(self):
        """What people ask for most, and the plan has: the icon of each."""
        return self._shortcuts

    @Property(str, notify=levelChanged)
    def level(self):
        """The level shown."""
        return self._level

    @Property(str, notify=chosenChanged)
    def chosen(self):
        """The chosen stall's number (or a facility's id)."""
        return self._results.chosen
