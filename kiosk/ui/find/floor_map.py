"""The floor plan as the window holds it: levels for the switch, scenes for the map."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.floorplan import FloorPlan, Flow, KioskPlace
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.services.find.values import FloorStanding
from kiosk.ui.find.map_painting import MapPainter
from kiosk.ui.find.map_scene import Scene, scene_of, standing_of
from kiosk.ui.find.map_style import style_of

if TYPE_CHECKING:
    from kiosk.ui.page_model import Surroundings

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

PAINTERS_MOST = 4
"""Looks whose painters are kept: as a visitor turns contrast and language on and off."""


@QmlElement
@QmlUncreatable("made by a page's view-model")
class FloorMap(QObject):
    """A fair's plan and this kiosk's place on it; nothing until `load`."""

    changed = Signal()
    """Another plan."""
    stood = Signal()
    """It stands otherwise with stalls, passages or lifts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan: FloorPlan | None = None
        self.place: KioskPlace | None = None
        self._standing = FloorStanding()
        self._hosts: Mapping[str, Words] = {}
        self._plain: dict[tuple[str, str], Scene | None] = {}
        self._scenes: dict[tuple[str, str], Scene | None] = {}
        self._painters: list[tuple[dict, str, MapPainter]] = []

    @classmethod
    def of(cls, surroundings: "Surroundings") -> "FloorMap":
        """The one that all pages share: its scenes are made once, not once a page."""
        if surroundings.floor_map is None:
            surroundings.floor_map = cls(surroundings.navigation)
        return surroundings.floor_map

    def load(self, plan: FloorPlan, place: KioskPlace) -> None:
        """Take a plan; what is shown of another is painted anew."""
        if plan is self.plan and place == self.place:
            return
        self.plan, self.place = plan, place
        self._plain, self._scenes = {}, {}
        self._painters = []
        self.changed.emit()
        self.stood.emit()

    def show_standing(self, standing: FloorStanding) -> None:
        """Show how it stands with stalls, passages and lifts from now on; the maps are painted anew if that
        is news. Cheap where it is none: may be called whenever a page is opened."""
        if standing != self._standing:
            self._standing = standing
            self._scenes = {}
            self.stood.emit()

    def show_hosts(self, hosts: Mapping[str, Words]) -> None:
        """Show who stands where: names by the stall of the pack."""
        if hosts != self._hosts:
            self._hosts = hosts
            self._scenes = {}
            self.stood.emit()

    @property
    def heading_deg(self) -> float:
        """Where this kiosk's visitor looks."""
        return self.place.heading_deg if self.place else 0.0

    @Property(str, notify=changed)
    def ownLevel(self):
        """The level this kiosk stands on."""
        return self.place.level if self.place else ""

    @Property(int, notify=changed)
    def levelCount(self):
        """How many levels the plan has."""
        return len(self.plan.levels) if self.plan else 0

    @Property(int, notify=changed)
    def stallCount(self):
        """How many stalls the plan has."""
        return len(self.plan.stalls) if self.plan else 0

    def scene(self, level: str, language: str) -> Scene | None:
        """The scene of a level in a language; kept once made."""
        if self.plan is None or self.place is None:
            return None
        key = (level, language)
        if key not in self._scenes:
            if key not in self._plain:
                self._plain[key] = scene_of(self.plan, level, self.place.id, language)
            plain = self._plain[key]
            standing = standing_of(self._standing, self._hosts, language)
            self._scenes[key] = replace(plain, standing=standing) if plain is not None else None
        return self._scenes[key]

    @Property("QStringList", notify=stood)
    def signs(self):
        """What a legend must explain: the states that stalls are in, and passage, one_way."""
        states = set(self._standing.states.values())
        if self._standing.moved:
            states.add(StallState.MOVED)
        found = [state.value for state in StallState if state in states]
        if found == [StallState.PRESENT.value]:
            found = []
        passages = self.plan.passages if self.plan else ()
        if any(each.flow is Flow.ONE_WAY for each in passages):
            found.append("one_way")
        if self._standing.closed or any(each.flow is Flow.CLOSED for each in passages):
            found.append("passage")
        return found

    def painter(self, theme: dict, me_text: str) -> "MapPainter":
        """The painter of a look, with the texts it has laid out and the labels it has placed; kept once made.

        So a page's map costs its first picture once, not every time that the page is opened.
        """
        for known, text, painter in self._painters:
            if text == me_text and known == theme:
                return painter
        made = MapPainter(style_of(theme), me_text)
        self._painters = [*self._painters[1 - PAINTERS_MOST :], (theme, me_text, made)]
        return made

    def name_of(self, mark: str, language: str) -> str:
        """What a mark is called: a stall by its number, a facility by its name."""
        facilities = self.plan.facilities if self.plan else ()
        return next((each.name.of(language) for each in facilities if each.id == mark), mark)

    @Slot(str, str, result=str)
    def nameOf(self, mark: str, language: str) -> str:
        """The same for QML."""
        return self.name_of(mark, language)

    @Slot(str, str, result=str)
    def levelName(self, level: str, language: str) -> str:
        """What a level is called, or nothing."""
        levels = self.plan.levels if self.plan else ()
        return next((each.name.of(language) for each in levels if each.id == level), "")

    def level_of(self, number: str) -> str:
        """The level a stall stands on, or nothing."""
        found = self.plan.stall(number) if self.plan else None
        return found.level if found else ""
