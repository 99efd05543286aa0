from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPointF

from kiosk.domain.fair import Words
from kiosk.services.values import Direction, Leg, Way
from kiosk.ui.find.way_model import WayModel


def way(length_m: int, *, step_free: bool) -> Way:
    legs = (Leg("1", ((21.0, 29.0), (30.0, 20.0))), Leg("2", ((30.0, 20.0), (8.0, 8.0))))
    directions = (
        Direction("lift", Words("乘电梯", "Take the lift"), Words("", "")),
        Direction("arrive", Words("到了", "There"), Words("", "")),
    )
    return Way(length_m, 2, step_free, legs, directions, Words("约 2 分钟", "about 2 min"))


@dataclass
class Ways:
    walking: Way | None
    step_free: Way | None

    def way(self, stall: str, step_free: bool) -> Way | None:
        return self.step_free if step_free else self.walking


@pytest.fixture
def ways(surroundings) -> Ways:
    both = Ways(way(80, step_free=False), way(110, step_free=True))
    surroundings.kiosk.wayfinding = both
    return both


@pytest.fixture
def model(surroundings, ways: Ways, bridge) -> WayModel:
    made = WayModel(surroundings)
    made.entered("D003")
    bridge.answer_all()
    return made


def test_walking_first(model: WayModel) -> None:
    assert (model.state, model.length, model.stepFree, model.canStepFree) == ("ready", 80, False, True)
    assert model.words == "约 2 分钟"
    assert model.directions.total == 2


def test_the_map_follows_the_way_from_level_to_level(model: WayModel) -> None:
    assert [(level["id"], level["on"]) for level in model.levels] == [("1", True), ("2", False)]
    assert model.route == [QPointF(21.0, 29.0), QPointF(30.0, 20.0)]
    model.showLevel("2")
    assert model.route == [QPointF(30.0, 20.0), QPointF(8.0, 8.0)]


def test_the_way_without_steps(model: WayModel) -> None:
    model.showLevel("2")
    drawn = []
    model.drawn.connect(lambda: drawn.append(model.length))
    model.goStepFree(True)
    assert drawn == [110]
    assert (model.stepFree, model.level) == (True, "1")


def test_no_way_without_steps_cannot_be_chosen(model: WayModel, ways: Ways, bridge) -> None:
    ways.step_free = None
    model.entered("D004")
    bridge.answer_all()
    assert not model.canStepFree
    model.goStepFree(True)
    assert not model.stepFree


def test_only_a_way_without_steps(model: WayModel, ways: Ways, bridge) -> None:
    ways.walking = None
    model.entered("D004")
    bridge.answer_all()
    assert (model.state, model.stepFree, model.length) == ("ready", True, 110)


def test_no_way_at_all_is_said(model: WayModel, ways: Ways, bridge) -> None:
    ways.walking = ways.step_free = None
    model.entered("D004")
    bridge.answer_all()
    assert model.state == "none"
    assert model.route == []


def test_an_answer_for_another_stall_is_dropped(model: WayModel, bridge) -> None:
    model.entered("D004")
    model.entered("D005")
    late = bridge.waiting[0][1]
    assert model.state == "loading"
    late((None, None, {False: way(5, step_free=False), True: None}))
    assert model.state == "loading"
    bridge.answer_all()
    assert model.stall == "D005"
    assert model.length == 80


def test_a_reset_forgets_where_someone_went(model: WayModel) -> None:
    model.reset()
    assert (model.stall, model.route, model.directions.total) == ("", [], 0)
