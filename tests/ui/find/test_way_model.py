from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPointF

from kiosk.domain.words import Words
from kiosk.services.values import Direction, Leg, LevelChange, Way
from kiosk.ui.find.way_model import WayModel


def way(length_m: int, *, step_free: bool, target: str = "") -> Way:
    """From level 1 by lift to level 2 and by stairs to level 1 again."""
    legs = (
        Leg("1", ((21.0, 29.0), (30.0, 20.0))),
        Leg("2", ((30.0, 20.0), (8.0, 8.0))),
        Leg("1", ((8.0, 8.0), (2.0, 2.0))),
    )
    directions = (
        Direction("lift", Words("乘电梯，走约 20 米", "Take the lift, about 20 m"), Words("", "")),
        Direction("arrive", Words("到了", "There"), Words("", "")),
    )
    changes = (
        LevelChange("1", (30.0, 20.0), "2", "lift", Words("去 2 号馆", "To Hall 2")),
        LevelChange("2", (30.0, 20.0), "1", "lift", Words("回 1 号馆", "Back to Hall 1")),
        LevelChange("2", (8.0, 8.0), "1", "stairs", Words("去 1 号馆", "To Hall 1")),
        LevelChange("1", (8.0, 8.0), "2", "stairs", Words("回 2 号馆", "Back to Hall 2")),
    )
    words, said = (
        Words("约 2 分钟", "about 2 min"),
        Words("往前走，右手第三个展位", "Third stall on the right"),
    )
    closed = Words("电梯停用，绕行多走约 40 米", "The lift is closed: about 40 m more")
    return Way(length_m, 2, step_free, legs, directions, words, changes, said, closed, target)


@dataclass
class Ways:
    walking: Way | None
    step_free: Way | None
    to_staff: Way | None = None
    closed: frozenset[str] = frozenset()

    def way(self, stall: str, step_free: bool) -> Way | None:
        return self.step_free if step_free else self.walking

    def way_to_staff(self, step_free: bool, instead_of: str = "") -> Way | None:
        return self.to_staff


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
    assert model.words == "约 2\u00a0分钟"
    assert model.summary == "往前走，右手第三个展位"
    assert model.spoken == "往前走，右手第三个展位，约 80 米，2 分钟"
    assert model.closed == "电梯停用，绕行多走约 40\u00a0米"
    assert model.directions.total == 2


def test_the_map_follows_the_way_from_level_to_level(model: WayModel) -> None:
    levels = [(level["id"], level["name"], level["on"]) for level in model.levels]
    assert levels == [("1", "1 号馆", True), ("2", "2 号馆", False), ("1 3", "1 号馆", False)]
    assert model.route == [QPointF(21.0, 29.0), QPointF(30.0, 20.0)]
    model.showLevel("2")
    assert (model.level, model.route) == ("2", [QPointF(30.0, 20.0), QPointF(8.0, 8.0)])
    model.showLevel("1 3")
    assert (model.level, model.route) == ("1", [QPointF(8.0, 8.0), QPointF(2.0, 2.0)])
    model.showLevel("9")
    assert model.level == "1"


def test_marks_lead_from_level_to_level(model: WayModel) -> None:
    on = {"x": 30.0, "y": 20.0, "to": "2", "text": "去 2 号馆", "icon": "lift"}
    assert model.levelMarks == [on]
    drawn = []
    model.drawn.connect(lambda: drawn.append(model.level))
    model.showLevel(on["to"])
    assert [(mark["to"], mark["text"]) for mark in model.levelMarks] == [
        ("1", "回 1 号馆"),
        ("1 3", "去 1 号馆"),
    ]
    model.showLevel("1 3")
    assert [(mark["to"], mark["icon"]) for mark in model.levelMarks] == [("2", "stairs")]
    assert drawn == ["2", "1"]


def test_the_way_without_steps_is_the_visitors_own_switch(model: WayModel, surroundings) -> None:
    model.showLevel("2")
    drawn = []
    model.drawn.connect(lambda: drawn.append(model.length))
    model.goStepFree(True)
    assert drawn == [110]
    assert (model.stepFree, model.level) == (True, "1")
    assert surroundings.modes.stepFree
    surroundings.modes.toggle_step_free()
    assert (drawn, model.stepFree) == ([110, 80], False)


def test_who_came_with_the_switch_on_is_shown_that_way(model: WayModel, surroundings, bridge) -> None:
    surroundings.modes.go_step_free(True)
    model.entered("D004")
    bridge.answer_all()
    assert (model.stepFree, model.length, model.instead) == (True, 110, False)


def test_no_way_without_steps_is_said_and_leads_to_the_desk(
    model: WayModel, ways: Ways, surroundings, bridge
) -> None:
    ways.step_free, ways.to_staff = None, way(30, step_free=True, target="lift-1")
    model.entered("D004")
    bridge.answer_all()
    assert (model.length, model.instead, model.canStepFree) == (80, False, False)
    model.goStepFree(True)
    assert (model.state, model.instead, model.length) == ("ready", True, 30)
    assert (model.target, model.stall, model.desk) == ("D004", "lift-1", "电梯")
    model.goStepFree(False)
    assert (model.length, model.stall, model.instead) == (80, "D004", False)


def test_where_no_way_leads_to_a_desk_either_nobody_is_sent_up_stairs(
    model: WayModel, ways: Ways, surroundings, bridge
) -> None:
    ways.step_free = None
    surroundings.modes.go_step_free(True)
    model.entered("D004")
    bridge.answer_all()
    assert (model.state, model.instead, model.route, model.levels) == ("none", True, [], [])
    assert model.directions.total == 0


def test_only_a_way_without_steps(model: WayModel, ways: Ways, surroundings, bridge) -> None:
    ways.walking = None
    model.entered("D004")
    bridge.answer_all()
    assert (model.state, model.stepFree, model.length) == ("ready", True, 110)
    surroundings.modes.toggle_large()
    assert model.length == 110


def test_no_way_at_all_is_said(model: WayModel, ways: Ways, bridge) -> None:
    ways.walking = ways.step_free = None
    model.entered("D004")
    bridge.answer_all()
    assert (model.state, model.instead) == ("none", False)
    assert model.route == []


def test_what_staff_close_changes_the_way_that_is_shown(model: WayModel, ways: Ways, bridge) -> None:
    model.look_again()
    bridge.answer_all()
    assert model.length == 80
    ways.walking, ways.closed = way(120, step_free=False), frozenset({"aisle"})
    model.look_again()
    bridge.answer_all()
    assert (model.state, model.length) == ("ready", 120)


def test_a_closure_elsewhere_draws_nothing_anew(model: WayModel, ways: Ways, bridge) -> None:
    model.showLevel("2")
    drawn = []
    model.drawn.connect(lambda: drawn.append(model.level))
    ways.closed = frozenset({"elsewhere"})
    model.look_again()
    bridge.answer_all()
    assert (drawn, model.level) == ([], "2")


def test_an_answer_for_another_stall_is_dropped(model: WayModel, bridge) -> None:
    model.entered("D004")
    model.entered("D005")
    late = bridge.waiting[0][1]
    assert model.state == "loading"
    late((None, None, frozenset(), {False: way(5, step_free=False), True: None}, None))
    assert model.state == "loading"
    bridge.answer_all()
    assert model.stall == "D005"
    assert model.length == 80


def test_a_reset_forgets_where_someone_went(model: WayModel) -> None:
    model.reset()
    assert (model.stall, model.route, model.directions.total) == ("", [], 0)
