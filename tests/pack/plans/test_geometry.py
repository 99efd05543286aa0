"""The geometry sheet's units, and stalls that only the drawings show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.floorplan import FacilityKind
from kiosk.domain.words import Words
from kiosk.pack.plans.assembly import join_by_name
from kiosk.pack.plans.drawing import Box, Drawing, DrawnFacility, DrawnStall
from kiosk.pack.plans.geometry import StallPlace, drawn_places, read_geometry, unsided
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.sheets import kinds
from kiosk.pack.sheets.tables import read_table

FLOOR = ((0.0, 0.0), (30.0, 0.0), (30.0, 20.0), (0.0, 20.0))
LOWER = Drawing("平面图_1.svg", "1", 30, 20, FLOOR, (), (), (), (), ())
UPPER = replace(LOWER, file="平面图_2.svg", level="2")


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., tuple[StallPlace, ...]]:
    def read(rows: str, units_m: dict[str, float] | None = None) -> tuple[StallPlace, ...]:
        path = tmp_path / "展位坐标.csv"
        path.write_text("展位号,楼层,X,Y,宽,高,朝向\n" + rows, encoding="utf-8")
        return read_geometry(
            read_table(path, kinds.GEOMETRY), frozenset({"1", "2"}), Ledger(), units_m=units_m
        )

    return read


def test_pixels_become_metres_on_their_level_only(sheet: Callable[..., tuple[StallPlace, ...]]) -> None:
    rows = "A1,1,100,200,60,60,南\nA2,1,5米,10米,3 m,3m,南\nA3,2,5,6,3,3,朝东\n"
    first, second, third = sheet(rows, {"1": 0.05})
    assert first.box == Box(5, 10, 3, 3)
    assert second.box == Box(5, 10, 3, 3), "what says metres is metres"
    assert third.box == Box(5, 6, 3, 3)
    assert third.facing == "east"


def test_pixels_may_be_many_but_metres_may_not(sheet: Callable[..., tuple[StallPlace, ...]]) -> None:
    assert len(sheet("A1,1,9000,200,60,60,南\n", {"1": 0.05})) == 1
    assert sheet("A1,1,9000,200,60,60,南\n") == ()


def test_stalls_that_only_the_drawing_shows() -> None:
    stalls = (
        DrawnStall("A010", Box(1, 1, 3, 3), "south"),
        DrawnStall("A002", Box(4, 1, 3, 3), "west"),
        DrawnStall("A003", Box(7, 1, 3, 3), ""),
    )
    told = StallPlace("A002", "1", Box(4, 4, 3, 3), "north", 2)
    drawings = (replace(LOWER, stalls=stalls),)
    assert drawn_places(drawings, (told,)) == (
        told,
        StallPlace("A010", "1", Box(1, 1, 3, 3), "south", 0),
    )
    assert unsided(drawings, (told,)) == ("A003",)


def _lift(name: str, link: str = "", kind: FacilityKind = FacilityKind.LIFT) -> DrawnFacility:
    return DrawnFacility(kind, Words(name, ""), Box(1, 1, 2, 2), "south", link)


def _links(lower: tuple[DrawnFacility, ...], upper: tuple[DrawnFacility, ...]) -> list[list[str]]:
    joined = join_by_name((replace(LOWER, facilities=lower), replace(UPPER, facilities=upper)))
    return [[each.link for each in drawing.facilities] for drawing in joined]


def test_lifts_of_one_name_are_one_lift() -> None:
    toilet = _lift("1 号", kind=FacilityKind.TOILET)
    assert _links((_lift("1 号"), toilet), (_lift("1 号"), toilet)) == [["1 号", ""], ["1 号", ""]]
    assert _links((_lift("1 号"),), ()) == [[""], []], "a lift of one level is no fault"
    assert _links((_lift("梯"), _lift("梯")), (_lift("梯"),)) == [["", ""], [""]], "which of them is unclear"
    assert _links((_lift("梯", "a"),), (_lift("梯"),)) == [["a"], [""]]
    assert _links((_lift(""),), (_lift(""),)) == [[""], [""]]
