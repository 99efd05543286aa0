"""The next person's scan on any page: their flow begins, and nothing of the person before stays behind it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from kiosk.ui.idle import IDLE_S
from kiosk.ui.navigation import LEAVING, PAGES
from kiosk.ui.window import build_window
from tests.fakes import services as fakes
from tests.ui.leftovers import leftovers
from tests.ui.scenes import SCENES
from tests.ui.scenes.plan import BADGE
from tests.ui.stage import SIZES, Stage, until

SOMEBODY = "WELCOME0001"
NOBODY = "NOBODY KNOWS"
"""To the fake gate: somebody who goes in, and a code that it does not know."""
AMID = (
    *("attract", "home", "check_in code some", "walk_up consent", "agreement", "delegation result refused"),
    *("help", "out_of_service", "idle typing", "verdict badge stopped", "find none", "listing", "way"),
    *("programme", "session", "season", "plan kept", "badge waiting", "staff pin"),
)
"""Scenes in the middle of which another person scans: every page of a visitor, and whatever waits for one."""


@pytest.fixture(scope="module")
def house(application) -> Iterator[Stage]:
    """One window for all of these."""
    window = build_window(still=True)
    window.show(*SIZES["portrait"])
    kiosk = fakes.FakeKiosk()
    window.attach(kiosk)
    stage = Stage(window, kiosk)
    stage.rest()
    yield stage
    kiosk.restore()
    window.close()
    gc.collect()


@pytest.fixture
def amid(house: Stage, qt_messages: None):
    """The window in a scene, somebody's; taken back afterwards."""

    def played(scene: str) -> Stage:
        house.clear()
        house.play(SCENES[scene])
        return house

    yield played
    house.clear()


def scan(stage: Stage, text: str) -> None:
    stage.models.scan(text)
    stage.rest()


def gone_behind(stage: Stage) -> None:
    """The verdict has stood long enough for what was open before to go."""
    stage.models.leave_behind()
    stage.rest()


def verdict_ends(stage: Stage) -> None:
    while stage.models.verdict.shown:
        stage.models.verdict.step()
    stage.rest()


@pytest.mark.parametrize("scene", AMID)
def test_the_next_scan_is_the_next_visitors(amid, scene):
    stage = amid(scene)
    models = stage.models
    scan(stage, NOBODY)
    assert models.verdict.shown
    assert models.verdict.verdict == "refuse"
    assert stage.window.quick.property("covered")
    assert not models.idle.warning
    gone_behind(stage)
    assert models.verdict.shown
    assert models.navigation.page == "home"
    assert not models.idle._timer.isActive()
    assert leftovers(stage) == []
    verdict_ends(stage)
    assert models.navigation.page == "home"


def test_every_page_is_among_them():
    """But the one of a kiosk that is being shut down, where nobody is decided about any more."""
    assert set(PAGES) - {LEAVING} <= {scene.split(" ", maxsplit=1)[0] for scene in AMID}


def test_it_never_waits_for_what_was_open(amid):
    """Each of three people scans into the verdict of the one before, and each is decided."""
    stage = amid("walk_up consent")
    for text in (NOBODY, "EARLY000001", SOMEBODY):
        scan(stage, text)
    assert stage.kiosk.calls.of("scan")[-3:] == [(NOBODY,), ("EARLY000001",), (SOMEBODY,)]
    assert stage.models.verdict.verdict == "admit"
    until(lambda: stage.models.navigation.page == "home")
    assert stage.models.verdict.verdict == "admit"


def test_what_it_was_seen_in_goes_with_the_verdict(amid):
    """Whose language it is nobody knows before the verdict has gone: who chose it may have scanned."""
    stage = amid("check_in")
    stage.models.modes.speak("en")
    stage.models.modes.toggle_large()
    scan(stage, NOBODY)
    gone_behind(stage)
    assert stage.models.modes.language == "en"
    verdict_ends(stage)
    assert (stage.models.modes.language, stage.models.modes.large) == ("zh", False)


def test_an_idle_question_about_to_end_takes_no_verdict_away(amid):
    stage = amid("idle typing")
    for _ in range(IDLE_S - 48 - 1):
        stage.models.idle.step()
    assert stage.models.idle.seconds == 1
    scan(stage, NOBODY)
    stage.models.idle.step()
    assert stage.models.verdict.shown


def test_a_step_of_the_verdict_leads_on_at_once(amid):
    """Nobody has to wait for what goes behind it."""
    stage = amid("walk_up phone")
    scan(stage, NOBODY)
    stage.models.verdict.act("walk_up")
    stage.rest()
    assert stage.models.navigation.page == "walk_up"
    assert stage.models.walkUp.question == "name"
    assert leftovers(stage) == []
    assert stage.models.idle._timer.isActive()


def test_a_question_of_the_gate_comes_in_place_of_what_was_open(amid):
    stage = amid("walk_up phone")
    scan(stage, fakes.STUDENT_NUMBER)
    assert (stage.models.navigation.page, stage.models.checkIn.state) == ("check_in", "tail")
    stage.models.navigation.back()
    assert stage.models.navigation.page == "home"


# ---- exceptions: Models.scan says why


@pytest.mark.parametrize("scene", ["staff desk", "staff search", "staff search override", "idle staff"])
def test_the_page_of_staff_comes_back(amid, scene):
    stage = amid(scene)
    view = stage.models.staff.view
    scan(stage, SOMEBODY)
    assert stage.window.quick.property("covered")
    assert not stage.models.idle.warning
    gone_behind(stage)
    verdict_ends(stage)
    assert (stage.models.navigation.page, stage.models.staff.view) == ("staff", view)
    assert stage.models.staff.signed_in


@pytest.mark.parametrize("scene", ["plan scanning", "find my major"])
def test_a_page_that_asked_for_a_badge_gets_it(amid, scene):
    stage = amid(scene)
    page = stage.models.navigation.page
    scan(stage, BADGE)
    assert not stage.models.verdict.shown
    assert stage.models.navigation.page == page
    assert stage.models.visitor.known
    scan(stage, BADGE)
    assert stage.models.verdict.shown


@pytest.mark.parametrize("scene", ["plan scanning", "find my major"])
def test_who_insists_with_another_code_goes_in(amid, scene):
    stage = amid(scene)
    scan(stage, NOBODY)
    assert not stage.models.verdict.shown
    assert stage.models.visitor.unknown
    scan(stage, NOBODY)
    assert stage.models.verdict.shown
    gone_behind(stage)
    verdict_ends(stage)
    assert leftovers(stage) == []


def test_a_page_that_nobody_answers_asks_for_no_badge(amid):
    stage = amid("plan scanning")
    for _ in range(48):
        stage.models.idle.step()
    assert stage.models.idle.warning
    scan(stage, BADGE)
    assert stage.models.verdict.shown
