"""The verdict's steps, what it asks for first, and where it leads."""

import pytest

from kiosk.domain.reasons import SHAPES, Reason


@pytest.fixture
def verdict(window):
    yield window.models.page("verdict")
    window.models.end_visit()


def shown(verdict, fakes, reason, *, job=None, known=False):
    verdict.show(fakes.Admission(fakes.decision(reason), None, 11, job), known=known)
    return [(step["icon"], step["action"], step["own"]) for step in verdict.steps]


@pytest.mark.parametrize(
    "reason", [Reason.LEFT, Reason.NOTE, Reason.CLOCK, Reason.WAITING, Reason.OVERRIDDEN]
)
def test_shape_and_sound_are_the_decisions(verdict, fakes, reason):
    heard = []
    verdict.sounded.connect(heard.append)
    decision = fakes.decision(reason)
    shown(verdict, fakes, reason)
    assert verdict.verdict == decision.shape == SHAPES[decision.verdict]
    assert heard == [decision.sound]


def test_who_leaves_is_not_sent_to_look_for_a_stall(verdict, fakes):
    assert shown(verdict, fakes, Reason.LEFT) == [("way_in", "", "")]
    assert ("search", "find", "find") in shown(verdict, fakes, Reason.WELCOME)


def test_a_badge_that_is_printed_in_a_foyer_is_followed_by_the_way(verdict, fakes):
    assert [own for _, _, own in shown(verdict, fakes, Reason.BADGE, job=fakes.JOB)] == ["printing", ""]
    assert not verdict.admits


def test_who_is_booked_already_is_told(verdict, fakes):
    assert shown(verdict, fakes, Reason.WELCOME, known=True)[0] == ("calendar", "", "known")
    assert verdict.bookedBefore
    shown(verdict, fakes, Reason.TOO_EARLY, known=True)
    assert verdict.bookedBefore
    shown(verdict, fakes, Reason.TOO_EARLY)
    assert not verdict.bookedBefore


@pytest.mark.parametrize(
    ("door", "offered"), [("in", True), ("foyer", True), ("hosts", False), ("session", False)]
)
def test_registering_is_offered_where_one_can(window, kiosk, settle, verdict, fakes, door, offered):
    kiosk.stand_at(door)
    window.models.home.entered("")
    settle(window)
    assert (("register", "walk_up", "") in shown(verdict, fakes, Reason.UNKNOWN)) is offered


def ends(verdict):
    while verdict.shown:
        verdict.step()


def test_a_leader_is_led_to_the_list(window, settle, verdict):
    window.models.scan("LEADER00001")
    settle(window)
    assert verdict.steps[0]["own"] == "delegation"
    assert verdict.delegationSize == 26
    ends(verdict)
    assert window.models.navigation.page == "delegation"
    assert window.models.delegation.expected == 28


def test_a_leaders_step_leads_there_at_once(window, settle, verdict):
    window.models.scan("LEADER00001")
    settle(window)
    verdict.act("delegation")
    assert window.models.navigation.page == "delegation"


def test_who_leads_none_goes_home(window, kiosk, settle, fakes, verdict):
    kiosk.delegations.count = 0
    window.models.scan("LEADER00001")
    settle(window)
    assert kiosk.calls.of("led_by") == [(fakes.LEADER,)]
    ends(verdict)
    assert window.models.navigation.page == "home"


@pytest.mark.parametrize("reason", [Reason.LEFT, Reason.BADGE, Reason.WRONG_DAY])
def test_a_leader_who_does_not_go_in_is_not_asked(window, kiosk, settle, fakes, verdict, reason):
    verdict.show(fakes.Admission(fakes.decision(reason), None, fakes.LEADER, delegation=7))
    settle(window)
    assert kiosk.calls.of("led_by") == []


def test_a_session_is_not_entered_as_a_delegation(window, kiosk, settle, verdict):
    kiosk.stand_at("session")
    window.models.scan("LEADER00001")
    settle(window)
    assert verdict.delegationSize == 0


def test_the_next_scan_forgets_the_leader(window, settle, verdict):
    window.models.scan("LEADER00001")
    settle(window)
    window.models.scan("INSIDE00001")
    settle(window)
    ends(verdict)
    assert window.models.navigation.page == "home"


@pytest.mark.parametrize("stage", ["waiting", "printing", "out", "held", "stopped"])
def test_how_the_badge_stands_is_the_first_step(window, kiosk, settle, fakes, verdict, stage):
    kiosk.print_queue.at(stage, before=3 if stage == "waiting" else 0)
    verdict.show(fakes.SCANS["WELCOME0001"])
    settle(window)
    assert verdict.steps[0]["own"] == stage
    assert verdict.before == (3 if stage == "waiting" else 0)
    assert (verdict.cause == "打印机缺纸") is (stage == "held")


def test_another_visitors_badge_is_not_said_of_this_one(window, kiosk, settle, fakes, verdict):
    kiosk.print_queue.at("stopped")
    verdict.show(fakes.SCANS["WELCOME0001"])
    verdict.show(fakes.SCANS["INSIDE00001"])  # before the queue has answered
    settle(window)
    assert "stopped" not in [step["own"] for step in verdict.steps]
    assert verdict.place == ""


def test_where_a_badge_lies_stands_long_enough_to_be_remembered(window, settle, fakes, verdict):
    lies = fakes.Words("B 服务台第 3 排", "desk B, row 3")
    verdict.show(fakes.replace(fakes.SCANS["WELCOME0001"], job=None, lies=lies))
    for _ in range(4 * 4):
        verdict.step()
    assert verdict.shown  # an ordinary welcome has gone by now


def test_a_desk_leads_to_help_which_knows_the_way_there(verdict, window, settle, fakes):
    assert ("desk", "help", "") in shown(verdict, fakes, Reason.TOO_LATE)
    verdict.act("help")
    settle(window)
    assert window.models.navigation.page == "help"
    assert window.models.help.deskWay != ""
    assert window.models.help.deskMetres > 0
