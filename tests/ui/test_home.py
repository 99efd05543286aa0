"""Home: whether the fair is open, how full it is, and what it says when something is not known."""

from datetime import timedelta

import pytest


@pytest.fixture
def at(window, kiosk, settle, fakes):
    """Home as it is read at a moment."""

    def read(days=0, hour=9):
        kiosk.clock.moment = fakes.NOW.replace(hour=hour) + timedelta(days=days)
        window.models.home.entered("")
        settle(window)
        return window.models.home

    return read


@pytest.mark.parametrize(
    ("days", "hour", "opening", "hours"),
    [
        (-3, 10, "other_day", "2026年11月28日 周六·8:30–16:00"),
        (0, 7, "not_open", "2026年11月28日 周六·8:30–16:00"),
        (0, 9, "open", "2026年11月28日 周六·8:30–16:00"),
        (0, 17, "other_day", "2026年11月29日 周日·9:00–16:00"),
        (1, 10, "open", "2026年11月29日 周日·9:00–16:00"),
        (1, 16, "over", "2026年11月29日 周日·9:00–16:00"),
        (5, 10, "over", "2026年11月29日 周日·9:00–16:00"),
    ],
)
def test_whether_the_fair_is_open(at, days, hour, opening, hours):
    home = at(days, hour)
    assert (home.opening, home.hours) == (opening, hours)


def test_the_page_hears_that_the_doors_have_opened(window, at):
    heard = []
    at(hour=7)
    window.models.home.changed.connect(lambda: heard.append(window.models.home.opening))
    at(hour=9)
    assert "open" in heard


@pytest.mark.parametrize(
    ("inside", "paused", "crowd"),
    [
        (0, False, "calm"),
        (1749, False, "calm"),
        (1750, False, "filling"),
        (2250, False, "nearly_full"),
        (2500, False, "full"),
        (2600, True, "paused"),
    ],
)
def test_how_full_it_is(kiosk, at, inside, paused, crowd):
    kiosk.crowd(inside)
    kiosk.gate.paused = paused
    assert at().crowd == crowd


def test_nobody_inside_before_the_doors_open_is_not_said(kiosk, at):
    kiosk.crowd(0)
    assert at(hour=7).crowd == ""


def test_how_full_it_is_is_not_said_when_it_cannot_be_read(window, kiosk, at):
    kiosk.fail("occupancy")
    assert at().crowd == ""
    assert window.models.navigation.page == "home"


def test_sessions_are_those_of_the_day_that_is_shown(kiosk, at):
    assert at().sessions == 4
    assert at(days=1).sessions == 0


@pytest.mark.parametrize("call", ["plan", "programme"])
def test_counts_that_cannot_be_read_are_not_said(bare_window, kiosk, settle, call):
    kiosk.fail(call)
    bare_window.attach(kiosk)
    settle(bare_window)
    home = bare_window.models.home
    assert (home.stalls, home.sessions) == (0, -1)
    assert bare_window.models.navigation.page == "home"


@pytest.mark.parametrize("door", ["in", "out", "foyer", "hosts", "session"])
def test_home_says_what_this_kiosk_is_for(window, kiosk, at, door):
    kiosk.stand_at(door)
    home = at()
    assert home.standsAt == door
    assert window.models.checkIn.walkUps is (door in ("in", "foyer"))
    assert window.models.checkIn.leaving is (door == "out")
    assert (home.session != "") is (door == "session")


def test_a_sessions_door_names_it_and_its_seats(kiosk, at):
    kiosk.stand_at("session")
    home = at()
    assert home.session.replace("\u2060", "") == "北辰智能装备宣讲会（示例）·9:00–10:00"
    assert (home.seatsLeft, home.inside, home.crowd) == (46, 34, "calm")
    kiosk.gate.in_session = 80
    assert (at().seatsLeft, home.crowd) == (0, "full")
    kiosk.stand_at("in")
    assert (at().seatsLeft, home.inside) == (-1, 1846)


def test_a_rehearsal_is_said(window, kiosk, at):
    assert not at().rehearsing
    kiosk.rehearse()
    assert at().rehearsing
