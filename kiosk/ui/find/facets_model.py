"""By what the results are narrowed: the panel with its facets, the chips above the list, "for my major"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.services.find.values import NO_WORDS, Choice, Facet, FacetKind
from kiosk.ui.row_model import Rows

if TYPE_CHECKING:
    from kiosk.domain.floorplan import FloorPlan
    from kiosk.domain.words import Words
    from kiosk.ui.page_model import Surroundings

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

SUITS = "suits"
"""The chip of who looks for what suits a class of majors."""
CHIPS_MOST = 4
"""Chips of what is chosen; the panel shows the rest."""


@QmlElement
@QmlUncreatable("made by the find page's view-model")
class FacetsModel(QObject):
    """What is chosen of each facet, and what may still be. `asked` says that it is another question."""

    changed = Signal()
    asked = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self._kinds = Rows(("kind", "words", "count", "on"), self._kind_row, self)
        self._values = Rows(("value", "words", "count", "on", "depth"), self._value_row, self)
        self._chips = Rows(("modelData",), self._chip, self)
        self._zones = Rows(("modelData",), self._zone_chip, self)
        self._zone_names: dict[str, Words] = {}
        self.clear_all()
        for rows in (self._kinds, self._values, self._chips, self._zones):
            surroundings.modes.languageChanged.connect(rows.refresh)

    def clear_all(self) -> None:
        """Nothing is chosen, nothing known, the panel is shut."""
        self._facets: tuple[Facet, ...] = ()
        self._chosen: dict[tuple[FacetKind, str], Words] = {}
        self._suits = ""
        self._open = self._asking = False
        self._kind = FacetKind.KIND
        self._zones.put(())
        self._show()

    # ---- what the question takes

    @property
    def chosen(self) -> tuple[tuple[FacetKind, str], ...]:
        """All that is chosen, in the order of choosing."""
        return tuple(self._chosen)

    @property
    def suits(self) -> str:
        """The class of majors that the results are to suit."""
        return self._suits

    def leave_level(self, level: str, plan: FloorPlan | None) -> None:
        """Zones of other levels are no longer chosen."""
        there = {zone.letter for zone in plan.zones if zone.level == level} if plan else set()
        gone = [each for each in self._chosen if each[0] is FacetKind.ZONE and each[1] not in there]
        for each in gone:
            del self._chosen[each]

    # ---- what the answer gives

    def found(self, facets: tuple[Facet, ...], level: str, plan: FloorPlan | None) -> None:
        """The facets of an answer."""
        self._facets = facets
        zones = [each for each in (plan.zones if plan else ()) if each.level == level]
        self._zone_names = {each.letter: each.name for each in zones}
        choices = next((each.choices for each in facets if each.kind is FacetKind.ZONE), ())
        here = tuple(each for each in choices if each.value in self._zone_names)
        if len(here) < 2 and not any(each.on for each in here):
            here = ()
        if here != self._zones.items:  # while one types, they are often the same
            self._zones.put(here)
        self._show()

    def _show(self) -> None:
        """The rows say what is chosen and known now."""
        kinds = tuple(each for each in self._facets if each.choices)
        if self._open or len(kinds) != self._kinds.total:  # nobody sees them but on the panel
            self._kinds.put(kinds)
            self._values.put(self._shown_facet.choices if self._shown_facet else ())
        suits = [(SUITS, "")] if self._suits else []
        self._chips.put((*suits, *self._chosen)[:CHIPS_MOST])
        self.changed.emit()

    @property
    def _shown_facet(self) -> Facet | None:
        facets = [each for each in self._facets if each.choices]
        return next((each for each in facets if each.kind is self._kind), next(iter(facets), None))

    # ---- what the visitor does

    @Slot(str)
    def openPanel(self, kind: str) -> None:
        """Show the panel, at a facet or where it was left."""
        self._kind = FacetKind(kind) if kind else self._kind
        self._open, self._asking = True, False
        self._values.turn_to(0)
        self._show()

    @Slot()
    def closePanel(self) -> None:
        """The panel goes; what was chosen stays."""
        if self._open:
            self._open = False
            self.changed.emit()

    @Slot(str)
    def showKind(self, kind: str) -> None:
        """Another facet's values."""
        self._kind = FacetKind(kind)
        self._show()
        self._values.turn_to(0)

    @Slot(str)
    def toggle(self, value: str) -> None:
        """Choose a value of the facet shown, or leave it out again."""
        facet = self._shown_facet
        choice = next((each for each in (facet.choices if facet else ()) if each.value == value), None)
        if facet is not None and choice is not None:  # another answer may have taken it away
            self._toggle(facet.kind, choice)

    @Slot(str)
    def toggleZone(self, letter: str) -> None:
        """The same of a zone, by its chip."""
        choice = Choice(letter, self._zone_names.get(letter, NO_WORDS), 0)
        self._toggle(FacetKind.ZONE, choice)

    def _toggle(self, kind: FacetKind, choice: Choice) -> None:
        key = (kind, choice.value)
        if key in self._chosen:
            del self._chosen[key]
        else:
            self._chosen[key] = choice.words
        self._ask()

    @Slot(str)
    def suit(self, major_class: str) -> None:
        """Only what suits this class of majors."""
        self._asking = False
        self._suits = major_class
        self._ask()

    @Slot()
    def askMajor(self) -> None:
        """Ask for a badge that says it."""
        self._asking = True
        self.changed.emit()

    @Slot()
    def endAsking(self) -> None:
        """Ask no longer."""
        if self._asking:
            self._asking = False
            self.changed.emit()

    @Slot(str, str)
    def remove(self, kind: str, value: str) -> None:
        """A chip was touched: it is no longer chosen."""
        if kind == SUITS:
            self._suits = ""
        else:
            self._chosen.pop((FacetKind(kind), value), None)
        self._ask()

    @Slot()
    def clear(self) -> None:
        """Nothing is chosen any more."""
        if self._chosen or self._suits:
            self._chosen, self._suits = {}, ""
            self._ask()

    def _ask(self) -> None:
        self._show()
        self.asked.emit()

    # ---- rows

    def _kind_row(self, facet: Facet) -> dict:
        return {
            "kind": facet.kind.value,
            "words": self._surroundings.words(facet.words),
            "count": sum(kind is facet.kind for kind, _value in self._chosen),
            "on": facet is self._shown_facet,
        }

    def _value_row(self, choice: Choice) -> dict:
        return {
            "value": choice.value,
            "words": self._surroundings.words(choice.words),
            "count": choice.count,
            "on": choice.on,
            "depth": choice.depth,
        }

    def _chip(self, key: tuple) -> dict:
        kind, value = key
        if kind == SUITS:
            choices = next((each.choices for each in self._facets if each.kind is FacetKind.MAJOR), ())
            words = next((each.words for each in choices if each.value == self._suits), None)
            text = self._surroundings.words(words) or self._suits
            return {"modelData": {"kind": SUITS, "value": "", "text": text}}
        return {
            "modelData": {
                "kind": kind.value,
                "value": value,
                "text": self._surroundings.words(self._chosen.get(key, NO_WORDS)),
            }
        }

    def _zone_chip(self, choice: Choice) -> dict:
        name = self._surroundings.words(self._zone_names.get(choice.value, choice.words))
        return {"modelData": {"letter": choice.value, "name": name, "count": choice.count, "on": choice.on}}

    # ---- what the page shows

    @Property(bool, notify=changed)
    def panelUp(self):
        """Whether the panel lies over the list."""
        return self._open

    @Property(Rows, constant=True)
    def kinds(self):
        """The facets that have something to choose."""
        return self._kinds

    @Property(Rows, constant=True)
    def values(self):
        """The values of the facet shown."""
        return self._values

    @Property(Rows, constant=True)
    def chips(self):
        """What is chosen, to be touched away."""
        return self._chips

    @Property(Rows, constant=True)
    def zones(self):
        """The zones of this level that have results; nothing where there is no choice."""
        return self._zones

    @Property(int, notify=changed)
    def chosenCount(self):
        """How many values are chosen."""
        return len(self._chosen) + bool(self._suits)

    @Property(int, notify=changed)
    def hiddenCount(self):
        """How many of them have no chip."""
        return max(0, self.chosenCount - CHIPS_MOST)

    @Property(bool, notify=changed)
    def asking(self):
        """Whether a badge is waited for that says the class of majors."""
        return self._asking

    @Property(str, notify=changed)
    def majorClass(self):
        """The class of majors that the results suit, or nothing."""
        return self._suits

    @Property(bool, notify=changed)
    def hasMajors(self):
        """Whether a class of majors can be chosen by hand."""
        return any(each.kind is FacetKind.MAJOR for each in self._facets)
