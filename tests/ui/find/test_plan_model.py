"""My plan in a real window on fake services: picking, ordering, the badge, the ways out."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.services.visit.values import PICKED_MOST
from kiosk.ui.find.plan_model import PlanModel
from kiosk.ui.find.plan_rows import LEGS_MOST, legs_of, legs_shown
from kiosk.ui.window import build_window
from tests.fakes import services as fakes
from tests.ui.scenes.plan import BADGE, MANY, NOBODYS, SOME, TALK, asks, kept, picked, scans, then
from tests.ui.stage import SIZES, Stage

ME = 7
"""The attendee of every badge, to the fake services."""


@pytest.fixture(scope="module")
def house(application: QGuiApplication) -> Iterator[Stage]:
    """One window for all of them."""
    window = build_window(still=True)
    window.show(*SIZES["portrait"])
    kiosk = fakes.FakeKiosk()
    window.attach(kiosk)
    yield Stage(window, kiosk)
    kiosk.restore()
    window.close()


@pytest.fixture
def stage(house: Stage, qt_messages: None) -> Iterator[Stage]:
    """The window, nobody's, and taken back afterwards."""
    house.clear()
    house.kiosk.calls.made.clear()
    yield house
    house.clear()


@pytest.fixture
def plan(stage: Stage) -> PlanModel:
    return stage.models.plan


def refs(plan: PlanModel) -> list[str]:
    return [plan.rows.value(at, "ref") for at in range(plan.rows.total)]


def test_nothing_picked_yet(stage: Stage, plan: PlanModel) -> None:
    stage.play(lambda here: here.models.navigation.go("plan"))
    assert (plan.state, plan.count, plan.stops, plan.hand.code) == ("empty", 0, 0, "")


def test_what_is_picked_elsewhere_is_ordered_when_the_page_is_opened(stage: Stage, plan: PlanModel) -> None:
    plan.toggleStall("A003")
    plan.toggleStall("B002")
    plan.toggleSession(TALK)
    assert plan.count == 3
    assert stage.kiosk.calls.of("plan_order") == []
    stage.play(lambda here: here.models.navigation.go("plan"))
    assert (plan.state, refs(plan)) == ("ready", ["A003", "B002", TALK])
    assert (plan.length, plan.stops, plan.map.hits) == (108, 3, ["A003", "B002"])
    assert plan.rows.value(2, "plate") == "13:00"
    plan.toggleStall("A003")
    stage.rest()
    assert refs(plan) == ["B002", TALK]


def test_a_stop_is_left_out_and_all_of_them(stage: Stage, plan: PlanModel) -> None:
    stage.play(picked(*SOME, sessions=(TALK,)))
    plan.remove("session", TALK)
    plan.remove("stall", "B002")
    plan.remove("stall", "nothing")
    stage.rest()
    assert refs(plan) == ["A003", "D001", "C005"]
    plan.clear()
    stage.rest()
    assert (plan.state, plan.rows.total, plan.map.marks, plan.map.route) == ("empty", 0, [], [])


def test_a_plan_has_an_end(plan: PlanModel) -> None:
    for at in range(PICKED_MOST):
        plan.toggleSession(f"X{at}")
    plan.toggleStall("A003")
    assert (plan.count, plan.note, plan.stalls) == (PICKED_MOST, "full", [])
    plan.toggleSession("X0")
    plan.toggleStall("A003")
    assert (plan.count, plan.note) == (PICKED_MOST, "")


def test_an_answer_to_an_older_question_is_dropped(
    stage: Stage, plan: PlanModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.play(picked("A003"))
    asked = []
    monkeypatch.setattr(
        plan, "ask", lambda work, done, failed: asked.append((work(stage.kiosk), done, failed))
    )
    plan.toggleStall("B002")
    plan.toggleStall("D001")
    for answer, done, _ in reversed(asked):
        done(answer)
    assert refs(plan) == ["A003", "B002", "D001"]
    asked[0][2](OSError())
    assert plan.state == "ready"


def test_the_map_follows_what_is_chosen(stage: Stage, plan: PlanModel) -> None:
    stage.play(picked(*SOME, sessions=(TALK,)))
    assert [(part["name"], part["stops"], part["on"]) for part in plan.map.levels] == [
        ("1 号馆", "1–2", True),
        ("2 号馆", "3", False),
        ("1 号馆", "4", False),
    ]
    plan.choose("D001")
    assert (plan.map.level, plan.map.mark) == ("2", "D001")
    assert [mark["text"] for mark in plan.map.marks] == ["3", "5"]
    plan.choose(TALK)
    assert (plan.map.level, plan.map.mark) == ("2", "r201")
    assert len(plan.map.levels) == LEGS_MOST
    plan.map.touchStall("A003")
    assert (plan.map.level, plan.map.mark, plan.rows.value(0, "chosen")) == ("1", "A003", True)
    plan.map.touchStall("A001")
    assert plan.map.mark == "A003"
    plan.choose("A003")
    assert plan.map.mark == ""
    plan.map.showLeg("1")
    assert (plan.map.level, plan.map.mark) == ("2", "")


def test_stops_lie_on_the_part_of_the_way_on_which_they_are_visited() -> None:
    def leg(level: str, *xs: float) -> SimpleNamespace:
        return SimpleNamespace(level=level, points=tuple((x, 0.0) for x in xs))

    def stop(number: int, x: float) -> SimpleNamespace:
        return SimpleNamespace(number=number, front=(x, 0.0))

    legs = (leg("1", 0, 1, 2), leg("2", 9, 8), leg("1", 2, 1, 3), leg("2", 8, 7))
    plan = SimpleNamespace(legs=legs, stops=(stop(1, 1), stop(2, 8), stop(3, 1), stop(4, 3), stop(5, 7)))
    assert legs_of(plan) == (0, 1, 2, 2, 3)
    shown = legs_shown(plan, {"1": "一", "2": "二"}.__getitem__, 3)
    assert [(each["id"], each["name"], each["stops"]) for each in shown] == [
        ("1", "二", "2"),
        ("2", "一", "3–4"),
        ("3", "二", "5"),
    ]


def test_a_step_free_visitor_gets_another_order(stage: Stage, plan: PlanModel) -> None:
    stage.play(picked(*SOME))
    stage.models.modes.toggle_step_free()
    stage.rest()
    assert [asked[-1] for asked in stage.kiosk.calls.of("plan_order")][-2:] == [False, True]
    assert plan.state == "ready"


# ---- the badge


def test_a_badge_proposes_stalls_for_its_major(stage: Stage, plan: PlanModel) -> None:
    stage.play(then(lambda here: here.models.navigation.go("plan"), asks("open")))
    assert (plan.wanted, stage.models.visitor.listening) == ("open", True)
    stage.play(scans(BADGE))
    assert (plan.note, plan.wanted, plan.known) == ("proposed", "", True)
    assert plan.stalls == list(stage.kiosk.visit_plans.suits)
    assert stage.kiosk.calls.of("propose") == [("计算机类", 8)]
    assert stage.kiosk.calls.of("scan") == []  # no gate decided


def test_what_is_kept_comes_back_instead(stage: Stage, plan: PlanModel) -> None:
    stage.play(then(kept, lambda here: here.models.navigation.go("plan"), asks("open"), scans(BADGE)))
    assert (plan.note, plan.stalls, plan.sessions, plan.saved) == ("kept", ["C005", "F002"], [TALK], True)
    assert plan.want("major")
    stage.rest()
    assert plan.note == "proposed"
    assert plan.stalls[:2] == ["C005", "F002"]
    assert set(stage.kiosk.visit_plans.suits) <= set(plan.stalls)
    assert not plan.saved


def test_what_is_kept_is_added_to_what_was_picked(stage: Stage, plan: PlanModel) -> None:
    stage.play(then(kept, picked("A003", "C005"), asks("open"), scans(BADGE)))
    assert (plan.note, plan.stalls) == ("merged", ["A003", "C005", "F002"])


def test_a_plan_is_kept_with_a_badge(stage: Stage, plan: PlanModel) -> None:
    stage.play(then(picked(*SOME), asks("keep"), scans(BADGE)))
    assert (plan.note, plan.saved) == ("saved", True)
    assert stage.kiosk.visit_plans.kept_plans[ME] == (SOME, ())
    plan.remove("stall", "B002")
    stage.rest()
    assert not plan.saved
    assert plan.want("keep")  # who stands here is known by now
    stage.rest()
    assert stage.kiosk.visit_plans.kept_plans[ME] == (("A003", "D001", "C005"), ())


def test_who_was_known_before_finds_the_kept_plan_on_the_page(stage: Stage, plan: PlanModel) -> None:
    kept(stage)
    stage.models.navigation.go("find")
    stage.models.visitor.listen()
    stage.play(scans(BADGE))
    assert plan.count == 0
    stage.play(lambda here: here.models.navigation.go("plan"))
    assert plan.stalls == ["C005", "F002"]


def test_who_was_known_before_and_kept_nothing_is_proposed_nothing_unasked(
    stage: Stage, plan: PlanModel
) -> None:
    stage.models.navigation.go("find")
    stage.models.visitor.listen()
    stage.play(scans(BADGE))
    stage.play(lambda here: here.models.navigation.go("plan"))
    assert (plan.known, plan.count, plan.note) == (True, 0, "")


@pytest.mark.parametrize(("major_class", "note"), [("", "no_major"), ("历史学类", "none_for_major")])
def test_no_proposal_says_why(
    stage: Stage, plan: PlanModel, monkeypatch: pytest.MonkeyPatch, major_class: str, note: str
) -> None:
    stage.kiosk.visit_plans.suits = ()
    visitor = fakes.Visitor(ME, "林＊远", major_class)
    monkeypatch.setattr(stage.kiosk.visitors, "identify", lambda _text: visitor)
    stage.play(then(lambda here: here.models.navigation.go("plan"), asks("open"), scans(BADGE)))
    assert (plan.note, plan.count) == (note, 0)


def test_an_unknown_badge_may_be_followed_by_another(stage: Stage, plan: PlanModel) -> None:
    stage.play(then(lambda here: here.models.navigation.go("plan"), asks("open"), scans(NOBODYS)))
    assert (stage.models.visitor.unknown, stage.models.visitor.listening, plan.known) == (True, True, False)
    stage.play(scans(BADGE))
    assert plan.note == "proposed"


@pytest.mark.parametrize("call", ["plan_kept", "propose", "plan_keep"])
def test_a_store_that_fails_says_so_and_keeps_what_was_picked(
    stage: Stage, plan: PlanModel, call: str
) -> None:
    stage.kiosk.fail(call)
    stage.play(then(picked(*SOME), asks("keep"), scans(BADGE)))
    assert (plan.note, plan.stalls, plan.saved) == ("badge_failed", list(SOME), False)


def test_an_order_that_fails_can_be_asked_for_again(stage: Stage, plan: PlanModel) -> None:
    stage.kiosk.fail("plan_order")
    stage.play(picked(*SOME))
    assert plan.state == "failed"
    stage.kiosk.mend()
    plan.again()
    stage.rest()
    assert plan.state == "ready"


# ---- the ways out


def test_the_code_holds_the_text_in_the_visitors_language(stage: Stage, plan: PlanModel) -> None:
    stage.play(picked(*SOME))
    plan.hand.showCode(True)
    assert plan.hand.codeShown
    assert "A003" in plan.hand.code
    assert "共 4 站" in plan.hand.code
    stage.models.modes.speak("en")
    assert "4 stops" in plan.hand.code
    plan.clear()
    stage.rest()
    assert (plan.hand.code, plan.hand.codeShown) == ("", False)


def test_a_strip_comes_out_below(stage: Stage, plan: PlanModel) -> None:
    stage.play(picked(*SOME))
    plan.hand.printStrip()
    plan.hand.printStrip()  # an impatient finger
    assert plan.hand.printing == "printing"
    stage.rest()
    assert stage.kiosk.calls.of("print_plan") == [(4, "zh")]
    assert (plan.hand.printing, plan.hand.printedWords) == ("out", "计划打好了，请在本机下方取走。")
    plan.toggleStall("E001")
    assert plan.hand.printing == ""


@pytest.mark.parametrize("fault", [False, True])
def test_where_paper_does_not_come_the_code_is_shown(stage: Stage, plan: PlanModel, fault: bool) -> None:
    stage.play(picked(*SOME))
    stage.kiosk.visit_plans.comes_out = False
    if fault:
        stage.kiosk.fail("print_plan")
    plan.hand.printStrip()
    stage.rest()
    assert (plan.hand.printing, plan.hand.codeShown) == ("failed", True)
    assert stage.models.navigation.page == "plan"


def test_nothing_of_it_is_left_for_the_next_visitor(stage: Stage, plan: PlanModel) -> None:
    stage.play(then(kept, picked(*MANY, sessions=(TALK,)), asks("keep"), scans(BADGE)))
    stage.kiosk.hold("plan_order")
    plan.toggleStall("D008")
    stage.models.end_visit()
    stage.kiosk.mend()
    stage.rest()
    assert (plan.count, plan.rows.total, plan.hand.code, plan.known, plan.state) == (0, 0, "", False, "empty")
    assert (plan.map.hits, plan.map.route, plan.map.marks, plan.map.chosen) == ([], [], [], "")
    stage.play(lambda here: here.models.navigation.go("plan"))
    assert plan.state == "empty"
