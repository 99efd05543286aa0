"""What a finger can choose on a map stands in a list on the same page too, level by level."""

from __future__ import annotations

from kiosk.ui.find.find_rows import mark_of
from tests.ui.scenes import SCENES
from tests.ui.stage import Stage


def touched(stage: Stage, level: str) -> set[str]:
    """What the map of a level takes a touch on: who hosts a stall, and facilities."""
    plan = stage.models.find.floorMap.plan
    hosted = {each.number for each in plan.stalls if each.level == level} & hosts(stage)
    return hosted | {each.id for each in plan.facilities if each.level == level}


def hosts(stage: Stage) -> set[str]:
    """The stalls where somebody is expected."""
    return {number for each in stage.kiosk.directory.exhibitors for number in each.stalls}


def test_the_list_beside_the_map_of_finding(stage: Stage) -> None:
    find = stage.models.find
    stage.play(SCENES["find list"])
    levels = [each.id for each in find.floorMap.plan.levels]
    assert len(levels) > 1
    for level in levels:
        find.showLevel(level)
        stage.rest()
        listed = {mark_of(row) for row in find.results.found.rows}
        stalls = {number for row in find.results.found.rows for number in row.stalls}
        assert touched(stage, level) - listed - stalls == set()


def test_levels_of_a_way_are_buttons_too(stage: Stage) -> None:
    stage.play(SCENES["way upper level"])
    way = stage.models.way
    marks = {each["to"] for each in way.levelMarks}
    assert marks != set()
    assert marks <= {each["id"] for each in way.levels}


def test_stops_of_a_plan_are_rows_too(stage: Stage) -> None:
    stage.play(SCENES["plan stops"])
    plan = stage.models.plan
    stops = [stop.mark for stop in plan.map._plan.stops if stop.mark]
    assert len(stops) > 3
    assert plan.rows.total == len(stops)
