from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from kiosk.domain.fair import Session, SessionKind, Slot
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.services.find.values import FloorStanding
from kiosk.services.values import SessionCard
from kiosk.ui.find.session_model import SessionModel
from kiosk.ui.find.session_time import minute_on

DAY = date(2026, 11, 28)
TALK = Session("S1", SessionKind.TALK, Words("甲宣讲会", "Talk"), DAY, Slot(600, 660), "201", "甲", 80)


@dataclass
class Programme:
    """One session that the test chooses, and a clock."""

    moment: datetime
    card: SessionCard | None = None

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def given(surroundings, directory, nine_thirty: datetime) -> Programme:
    found = Programme(nine_thirty, SessionCard(TALK, directory.listing(2)))

    def session(ref: str) -> SessionCard | None:
        if directory.broken:
            raise OSError
        return found.card if ref == "S1" else None

    directory.session = session
    surroundings.kiosk.clock = found
    return found


@pytest.fixture
def model(surroundings, bridge, given: Programme) -> SessionModel:
    surroundings.navigation.open("session", "S1")
    made = SessionModel(surroundings)
    made.entered("S1")
    yield made
    surroundings.navigation.home()
    made.reset()


def test_a_session_and_its_hosts_stall(model: SessionModel, bridge) -> None:
    assert model.state == "loading"
    bridge.answer_all()
    assert model.state == "ready"
    assert (model.title, model.starts, model.ends, model.seats) == ("甲宣讲会", "10:00", "11:00", 80)
    assert (model.stage, model.minutes, model.otherDay) == ("next", 30, "")
    assert (model.hostName, model.hostNumber, model.mark, model.levelId) == ("单位 2", "A002", "A002", "1")
    model.openWay()
    navigation = model.surroundings.navigation
    assert (navigation.page, navigation.argument) == ("way", "A002")
    navigation.back()
    model.openHost()
    assert (navigation.page, navigation.argument) == ("listing", "2")


@pytest.mark.parametrize(
    ("later", "stage", "other_day"),
    [
        (timedelta(minutes=40), "on", ""),
        (timedelta(minutes=90), "over", ""),
        (timedelta(days=-1), "later", "11月28日"),
        (timedelta(days=1), "over", "11月28日"),
    ],
)
def test_its_time_seen_from_now(
    model: SessionModel, bridge, given: Programme, later: timedelta, stage: str, other_day: str
) -> None:
    given.moment += later
    model.again()
    bridge.answer_all()
    assert (model.stage, model.otherDay) == (stage, other_day)


def test_no_way_is_offered_where_none_leads(
    model: SessionModel, bridge, directory, surroundings, given: Programme
) -> None:
    surroundings.kiosk.wayfinding.blocked = True
    for host in (None, directory.listing(2)):
        given.card = SessionCard(TALK, host)
        model.again()
        bridge.answer_all()
        assert (model.state, model.mark) == ("ready", "")
        model.openWay()
        assert model.surroundings.navigation.page == "session"
    assert model.hostName == "单位 2"


def test_the_way_leads_to_the_room_where_the_plan_has_it(
    model: SessionModel, bridge, directory, plan, surroundings, given: Programme
) -> None:
    lift = plan.facilities[0]
    given.card = SessionCard(TALK, directory.listing(22), lift)
    model.again()
    bridge.answer_all()
    assert (model.mark, model.markName, model.levelId, model.distance) == ("lift-1", "电梯", "1", 30)
    model.openWay()
    assert model.surroundings.navigation.argument == "lift-1"
    model.surroundings.navigation.back()
    surroundings.modes.toggle_step_free()
    bridge.answer_all()
    assert model.distance == 40
    surroundings.kiosk.wayfinding.rooms_blocked = True
    model.again()
    bridge.answer_all()
    assert (model.mark, model.markName, model.levelId) == ("D002", "D002", "2")


def test_unknown_and_unread_are_told_apart(model: SessionModel, bridge, directory) -> None:
    model.entered("S9")
    bridge.answer_all()
    assert model.state == "gone"
    directory.broken = True
    model.again()
    bridge.answer_all()
    assert model.state == "failed"


def test_a_late_answer_for_another_session_is_dropped(model: SessionModel, bridge) -> None:
    model.entered("S9")
    bridge.answer(1)
    bridge.answer(0)
    assert (model.state, model.title) == ("gone", "")


def test_minutes_of_another_day(nine_thirty: datetime) -> None:
    assert minute_on(DAY, nine_thirty) == 570
    assert minute_on(DAY + timedelta(days=1), nine_thirty) == 570 - 1440
    assert minute_on(DAY - timedelta(days=1), nine_thirty) == 570 + 1440


@pytest.mark.parametrize(
    ("later", "left"),
    [
        (timedelta(0), 7),
        (timedelta(minutes=40), 7),
        (timedelta(hours=3), -1),
        (timedelta(days=-1), -1),
    ],
)
def test_seats_that_are_left_are_said_today_until_it_is_over(
    surroundings, bridge, given: Programme, later: timedelta, left: int
) -> None:
    given.moment += later
    surroundings.kiosk.programme.left = {"S1": 7}
    surroundings.navigation.open("session", "S1")
    made = SessionModel(surroundings)
    made.entered("S1")
    bridge.answer_all()
    assert (made.seats, made.seatsLeft, made.ref) == (80, left, "S1")
    made.reset()


def test_where_nobody_counts_nothing_is_said_of_seats(model: SessionModel, bridge) -> None:
    bridge.answer_all()
    assert model.seatsLeft == -1


def test_the_hosts_stall_is_where_it_stands_now(model: SessionModel, bridge, surroundings) -> None:
    surroundings.kiosk.floor.standing_value = FloorStanding(moved={"A002": "D005"})
    bridge.answer_all()
    assert (model.hostNumber, model.mark, model.levelId, model.distance) == ("D005", "D005", "2", 44)


def test_no_way_leads_to_a_stall_that_was_given_up(model: SessionModel, bridge, surroundings) -> None:
    surroundings.kiosk.floor.standing_value = FloorStanding(states={"A002": StallState.RELEASED})
    bridge.answer_all()
    assert (model.mark, model.hostNumber) == ("", "A002")
