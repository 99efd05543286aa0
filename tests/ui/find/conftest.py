"""A small venue of two levels and 40 stalls, colours to tell apart, and services that answer on demand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import pytest
from PySide6.QtGui import QColor, QFontDatabase

from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind, Opening, PoolEntry
from kiosk.domain.fair import BEIJING
from kiosk.domain.floorplan import Facility, FacilityKind, FloorPlan, Graph, KioskPlace, Level, Stall, Zone
from kiosk.domain.words import Words
from kiosk.services.find.values import FloorStanding, Found, Question
from kiosk.services.values import Listing
from kiosk.ui import resources
from kiosk.ui.find.map_style import COLOURS, MapStyle, style_of
from kiosk.ui.modes import Modes
from kiosk.ui.navigation import Navigation
from kiosk.ui.page_model import Surroundings
from tests.fakes.cards import FakeProgramme
from tests.fakes.facets import Answers, FakeLookups
from tests.fakes.services import Calls

HALL = ((0.0, 0.0), (40.0, 0.0), (40.0, 32.0), (0.0, 32.0))
WALLS = (((18.0, 26.0), (0.0, 26.0), (0.0, 0.0), (40.0, 0.0), (40.0, 26.0), (24.0, 26.0)),)
ZONES = (
    Zone("A", Words("专精特新", "Specialist SMEs"), "1"),
    Zone("B", Words("市属国企", "Municipal SOEs"), "1"),
    Zone("D", Words("中小企业", "Small & medium"), "2"),
)


def _column(letter: str, level: str, first: int, x: float, top: float) -> list[Stall]:
    return [
        Stall(f"{letter}{first + at:03d}", level, letter, x, top + 3.0 * at, 3.0, 3.0, "west", 0)
        for at in range(5)
    ]


@pytest.fixture(scope="session")
def plan() -> FloorPlan:
    """Hall 1 with zones A and B and the kiosk, which looks north; hall 2 with zone D."""
    stalls = [
        *_column("A", "1", 1, 4.0, 6.0),
        *_column("A", "1", 6, 7.0, 6.0),
        *_column("B", "1", 1, 20.0, 6.0),
        *_column("B", "1", 6, 23.0, 6.0),
        *_column("D", "2", 1, 4.0, 6.0),
        *_column("D", "2", 6, 7.0, 6.0),
        *_column("D", "2", 11, 20.0, 6.0),
        *_column("D", "2", 16, 23.0, 6.0),
    ]
    levels = (
        Level("1", Words("1 号馆", "Hall 1"), 40.0, 32.0, HALL, WALLS, ((33.0, 6.0, 0.8, 0.8),)),
        Level("2", Words("2 号馆", "Hall 2"), 40.0, 32.0, HALL, WALLS),
    )
    lift = Facility("lift-1", FacilityKind.LIFT, Words("电梯", "Lift"), "1", 33.0, 12.0, 5.0, 5.0, 0)
    kiosk = KioskPlace("east-1", Words("东门 1 号机", "East gate 1"), "east", "1", 21.0, 29.0, 0.0, 0)
    west = KioskPlace("west-1", Words("西门 1 号机", "West gate 1"), "west", "1", 21.0, 29.0, 270.0, 0)
    return FloorPlan(levels, ZONES, tuple(stalls), (lift,), (kiosk, west), Graph((), (), (), ()))


def _hue(hue: int, saturation: int, value: int) -> QColor:
    """A colour as a pixel gives it back: RGB in whole steps."""
    return QColor(QColor.fromHsv(hue, saturation, value).rgb())


def _theme(*, outlined: bool = False) -> dict:
    """Colours that differ from each other by name, so that a pixel tells what was painted."""
    colours = {name: _hue(at * 23 % 360, 200, 120 + at * 8) for at, name in enumerate(COLOURS)}
    zones = [
        {
            "letter": letter,
            "fill": _hue(200 + at * 10, 255, 250),
            "fillRest": _hue(200 + at * 10, 60, 250),
            "edge": _hue(200 + at * 10, 255, 90),
            "shape": shape,
        }
        for at, (letter, shape) in enumerate(zip("ABD", ("circle", "square", "triangle"), strict=True))
    ]
    return {
        **colours,
        "zones": zones,
        "pxPerMm": 3.2,
        "family": "Noto Sans SC",
        "outlined": outlined,
        "textFactor": 1.0,
    }


@pytest.fixture
def theme() -> dict:
    """What MapView.qml hands to the map item."""
    return _theme()


@pytest.fixture
def style(application, theme: dict) -> MapStyle:
    """The style of that theme, with the fonts loaded."""
    for file in sorted((resources.root() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    return style_of(theme)


@pytest.fixture
def outlined_style(style: MapStyle) -> MapStyle:
    """High contrast."""
    return style_of(_theme(outlined=True))


@dataclass
class HeldBridge:
    """A bridge whose answers come when the test says so, in any order."""

    waiting: list = field(default_factory=list)

    def submit(self, work, done=None, failed=None, *, worker="store") -> None:
        self.waiting.append((work, done, failed))

    def answer(self, at: int = 0) -> None:
        """Run the piece of work that has waited at that place, and deliver its answer."""
        work, done, failed = self.waiting.pop(at)
        try:
            result = work()
        except OSError as fault:
            failed(fault)
        else:
            done(result)

    def answer_all(self) -> None:
        """Deliver until nothing waits."""
        while self.waiting:
            self.answer()


class StillFloor:
    """A floor that stands as a test says."""

    def __init__(self) -> None:
        self.standing_value = FloorStanding()
        self.hosts: dict[str, Words] = {}

    def standing(self) -> FloorStanding:
        return self.standing_value


class ListDirectory:
    """The directory's answers over a list of exhibitors; the counts as the real one takes them."""

    def __init__(self, plan: FloorPlan, exhibitors: tuple[Exhibitor, ...]) -> None:
        self._plan = plan
        self.exhibitors = exhibitors
        self.broken = False
        self.floor = StillFloor()

    def plan(self) -> FloorPlan:
        if self.broken:
            raise OSError
        return self._plan

    def find(self, question: Question) -> Found:
        if self.broken:
            raise OSError
        keys = lambda digits, each: digits == "2001" and each.stalls == ("A001",)  # noqa: E731
        return Answers(self._plan, self.exhibitors, (), self.floor.standing_value, keys).find(question)

    def listing(self, exhibitor_id: int) -> Listing:
        if self.broken:
            raise OSError
        found = next(each for each in self.exhibitors if each.id == exhibitor_id)
        zone = next(each for each in self._plan.zones if each.letter == found.zone)
        return Listing(found, zone, next(each for each in self._plan.levels if each.id == zone.level), 28)

    def nearest_terms(self, text: str) -> tuple[str, ...]:
        return ("单位 1",) if "单" in text else ()


@pytest.fixture
def exhibitors(plan: FloorPlan) -> tuple[Exhibitor, ...]:
    """One for each stall, the last of them a school."""
    made = [
        Exhibitor(
            at + 1,
            ExhibitorKind.EMPLOYER,
            Words(f"单位 {at + 1}", f"Employer {at + 1}"),
            (stall.number,),
            stall.zone,
            openings=(Opening("会计", "会计学", "本科起", 3, "9K", "北京"), Opening("司机")),
        )
        for at, stall in enumerate(plan.stalls)
    ]
    pool = (PoolEntry("本科", "英语", 30), PoolEntry("硕士", "法学", 60), PoolEntry("本科", "会计学", 10))
    school = Exhibitor(
        900, ExhibitorKind.SCHOOL, Words("示例大学", "Sample University"), ("D020",), "D", pool=pool
    )
    return (*made[:-1], school)


class Paces:
    """It is as far to every stall of a hall; without steps 10 m more. A test may block the ways."""

    blocked = rooms_blocked = False

    def distance_m(self, stall: str, *, step_free: bool = False) -> int | None:
        return None if self.blocked else (44 if stall.startswith("D") else 28) + (10 if step_free else 0)

    def distance_to_node_m(self, _node: int, *, step_free: bool = False) -> int | None:
        return None if self.rooms_blocked else 30 + (10 if step_free else 0)


@dataclass
class ListKiosk:
    """The services that the finding pages ask."""

    directory: ListDirectory
    place: KioskPlace
    floor: StillFloor
    lookups: FakeLookups
    programme: FakeProgramme = field(default_factory=lambda: FakeProgramme(Calls()))
    wayfinding: Paces = field(default_factory=Paces)


@pytest.fixture
def directory(plan: FloorPlan, exhibitors: tuple[Exhibitor, ...]) -> ListDirectory:
    """A directory over `exhibitors`."""
    return ListDirectory(plan, exhibitors)


@pytest.fixture
def bridge() -> HeldBridge:
    """A bridge that the test lets answer."""
    return HeldBridge()


@pytest.fixture
def surroundings(application, bridge: HeldBridge, directory: ListDirectory, plan: FloorPlan) -> Surroundings:
    """What the view-models work with."""
    place = plan.kiosk("east-1")
    assert place is not None
    kiosk = ListKiosk(directory, place, directory.floor, FakeLookups())
    return Surroundings(bridge, Modes(), Navigation(), kiosk)


@pytest.fixture
def nine_thirty() -> datetime:
    """Half past nine on the fair's first day."""
    return datetime(2026, 11, 28, 9, 30, tzinfo=BEIJING)
