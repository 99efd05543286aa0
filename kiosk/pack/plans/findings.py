"""What can be wrong with a plan, as values: each finding in words, and where on the plan it lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.floorplan import FloorPlan, Point
from kiosk.domain.words import Words
from kiosk.pack.fair_file import FairFile
from kiosk.pack.plans.drawing import Box, Drawing
from kiosk.pack.plans.geometry import StallPlace
from kiosk.pack.records.ledger import Gravity, Ledger

NAMED_MOST = 5
"""So many things of a kind are named; the rest is counted, and shown on the picture."""


class FindingKind(StrEnum):
    """What is wrong."""

    OVERLAP = "overlap"
    DUPLICATE = "duplicate"
    DRAWN_ELSEWHERE = "drawn_elsewhere"
    UNASSIGNED = "unassigned"
    NOT_DRAWN = "not_drawn"
    OFF_FLOOR = "off_floor"
    SERVED_SIDE = "served_side"
    NO_ZONE = "no_zone"
    WRONG_LEVEL = "wrong_level"
    CUT_OFF = "cut_off"
    NO_WAY = "no_way"
    NOT_STEP_FREE = "not_step_free"
    NO_WAY_OUT = "no_way_out"
    KIOSK_INSIDE = "kiosk_inside"
    KIOSK_UNKNOWN = "kiosk_unknown"
    GATE_OFF_FLOOR = "gate_off_floor"
    GATE_NOT_DRAWN = "gate_not_drawn"
    GATE_UNKNOWN = "gate_unknown"
    LINK_ONE_END = "link_one_end"
    PASSAGE_NO_AISLE = "passage_no_aisle"
    PASSAGE_OPEN_END = "passage_open_end"
    DOOR_NO_WALL = "door_no_wall"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a finding lies; a point is a box without width or height."""

    level: str
    box: Box


@dataclass(frozen=True, slots=True)
class PlanFinding:
    """Something wrong with the plan. No spot where nothing is drawn that could be shown."""

    kind: FindingKind
    gravity: Gravity
    file: str
    row: int
    """Of the geometry sheet; 0 means the file as a whole."""
    subject: str
    words: Words
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """All that is looked at."""

    file: FairFile
    drawings: Sequence[Drawing]
    places: Sequence[StallPlace]
    plan: FloorPlan
    geometry: str
    """The geometry sheet's name in the ledger."""
    hosts: Mapping[str, str]
    """Who hosts each stall, by stall number."""


def record(findings: Sequence[PlanFinding], ledger: Ledger) -> None:
    """Enter the findings into a build's ledger."""
    for each in findings:
        ledger.find(each.file, each.row, each.subject, each.words.zh, each.words.en, each.gravity)


def spot(level: str, place: Point) -> Spot:
    """A point of a level."""
    return Spot(level, Box(*place, 0.0, 0.0))


def line_spot(level: str, line: tuple[Point, Point]) -> Spot:
    """Round a line."""
    (x, y), (there_x, there_y) = line
    return Spot(level, Box(min(x, there_x), min(y, there_y), abs(there_x - x), abs(there_y - y)))


def gapped(name: str, *, after: bool = False) -> str:
    """A name among hanzi: a Latin letter or number gets a gap before it; `after`: and behind it."""
    before = " " if name[:1].isascii() else ""
    behind = " " if after and name[-1:].isascii() else ""
    return f"{before}{name}{behind}"


def stall_spot(place: StallPlace) -> Spot:
    """A whole stall."""
    return Spot(place.level, place.box)


def listed(names: Sequence[str]) -> Words:
    """The first few names, and how many there are if that is not all."""
    named, more = names[:NAMED_MOST], len(names) - NAMED_MOST
    zh = "、".join(named) + (f" 等 {len(names)} 个" if more > 0 else "")
    return Words(zh, ", ".join(named) + (f" and {more} more" if more > 0 else ""))
