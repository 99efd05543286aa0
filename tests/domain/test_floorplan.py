"""The floor plan: what it knows by name."""

from __future__ import annotations

from kiosk.domain.floorplan import Facility, FacilityKind, FloorPlan, Graph, Level
from kiosk.domain.words import Words


def test_the_room_that_a_place_names() -> None:
    rooms = (
        Facility("a1", FacilityKind.ROOM, Words("报告厅 A", "Room A"), "1", 0, 0, 1, 1, 0),
        Facility("b2", FacilityKind.ROOM, Words("报告厅 A", "Room A"), "2", 0, 0, 1, 1, 0),
        Facility("b", FacilityKind.ROOM, Words("报告厅", "Room"), "2", 0, 0, 1, 1, 0),
    )
    levels = tuple(Level(each, Words(f"{each} 号馆", ""), 50, 50, ()) for each in "12")
    plan = FloorPlan(levels, (), (), rooms, (), Graph((), (), (), ()))
    named = {
        place: plan.room_named(place) for place in ("2 号馆·报告厅 A", "报告厅A", "2 号馆 E 区", "广场", "")
    }
    assert [room.id if room else None for room in named.values()] == ["b2", "a1", None, None, None]
