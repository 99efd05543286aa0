from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from kiosk.domain.fair import Session, SessionKind, Slot
from kiosk.domain.words import Words
from kiosk.ui.find.programme_model import ProgrammeModel, day_shown, lanes

DAY = date(2026, 11, 28)


def session(at: int, start: int, end: int, kind: SessionKind = SessionKind.TALK, day: date = DAY) -> Session:
    return Session(f"S{at}", kind, Words(f"场次 {at}", f"Session {at}"), day, Slot(start, end), "201", "", 40)


SESSIONS = (
    session(1, 540, 560),
    session(2, 570, 660, SessionKind.LECTURE),
    session(3, 600, 620),
    session(4, 600, 690),
    session(5, 840, 900),
    session(6, 540, 600, day=DAY + timedelta(days=1)),
)


@dataclass
class StillClock:
    moment: datetime

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def clock(nine_thirty: datetime) -> StillClock:
    return StillClock(nine_thirty + timedelta(minutes=5))


@pytest.fixture
def model(surroundings, bridge, clock: StillClock) -> ProgrammeModel:
    kiosk = surroundings.kiosk
    kiosk.clock = clock
    kiosk.fair = None
    kiosk.directory.programme = lambda: SESSIONS
    surroundings.navigation.go("programme")
    made = ProgrammeModel(surroundings)
    made.entered("")
    bridge.answer_all()
    yield made
    surroundings.navigation.home()


def shown(model: ProgrammeModel, name: str) -> list:
    return [model.rows.value(at, name) for at in range(model.rows.total)]


def test_today_only_and_the_next_ones_say_when(model: ProgrammeModel) -> None:
    assert shown(model, "starts") == ["9:00", "9:30", "10:00", "10:00", "14:00"]
    assert shown(model, "stage") == ["over", "on", "next", "next", "later"]
    assert shown(model, "minutes")[2] == 25
    assert (model.comingCount, model.morningCount, model.dayCount) == (4, 3, 5)


def test_the_list_opens_where_the_day_is(model: ProgrammeModel, bridge, clock: StillClock) -> None:
    assert shown(model, "starts")[model.rows.first] == "9:30"
    clock.moment += timedelta(hours=3)
    model.again()
    bridge.answer_all()
    assert shown(model, "starts")[model.rows.first] == "9:30"  # nobody's list moves by itself
    model.showKind("")
    assert shown(model, "starts")[model.rows.first] == "14:00"


def test_the_clock_says_rows_anew_and_moves_nothing(model: ProgrammeModel, bridge, clock: StillClock) -> None:
    said: list[str] = []
    for signal in (model.rows.rowsInserted, model.rows.rowsRemoved, model.rows.turned):
        signal.connect(lambda *_: said.append("moved"))
    clock.moment += timedelta(minutes=25)
    model.again()
    bridge.answer_all()
    assert shown(model, "stage") == ["over", "on", "on", "on", "next"]
    assert said == []


def test_the_other_day_and_back_home(model: ProgrammeModel) -> None:
    assert [(day["name"], day["on"]) for day in model.days] == [("11月28日", True), ("11月29日", False)]
    model.showDay("2026-11-29")
    assert shown(model, "ref") == ["S6"]
    assert shown(model, "stage") == ["later"]
    assert (model.otherDay, model.comingCount) == ("11月29日", 1)
    model.surroundings.modes.speak("en")
    assert model.otherDay == "29 Nov"
    model.reset()
    assert (model.otherDay, model.rows.total) == ("", 5)


def test_a_row_opens_its_session(model: ProgrammeModel) -> None:
    model.openSession("S3")
    navigation = model.surroundings.navigation
    assert (navigation.page, navigation.argument) == ("session", "S3")


def test_kinds_narrow_the_list(model: ProgrammeModel) -> None:
    assert [(kind["kind"], kind["count"]) for kind in model.kinds] == [("talk", 4), ("lecture", 1)]
    model.showKind("lecture")
    assert shown(model, "starts") == ["9:30"]
    assert model.dayCount == 5


def test_the_time_line(model: ProgrammeModel) -> None:
    assert (model.firstHour, model.lastHour) == (9, 16)
    assert model.nowShare == pytest.approx(35 / 420)
    assert [bar["lane"] for bar in model.bars] == [0, 0, 1, 2, 0]
    assert model.laneCount == 3


def test_after_the_last_session(model: ProgrammeModel, bridge, clock: StillClock) -> None:
    clock.moment += timedelta(hours=8)
    model.again()
    bridge.answer_all()
    assert model.comingCount == 0
    assert set(shown(model, "stage")) == {"over"}
    assert model.nowShare == -1.0


def test_the_day_before_shows_the_first_day(model: ProgrammeModel, bridge, clock: StillClock) -> None:
    clock.moment -= timedelta(days=1)
    model.again()
    bridge.answer_all()
    assert model.otherDay == "11月28日"
    assert set(shown(model, "stage")) == {"later"}
    assert model.nowShare == -1.0


def test_no_sessions_at_all(surroundings, bridge, model: ProgrammeModel) -> None:
    surroundings.kiosk.directory.programme = lambda: ()
    model.again()
    bridge.answer_all()
    assert (model.dayCount, model.rows.total, model.laneCount, model.state) == (0, 0, 1, "ready")


def test_which_day_is_shown() -> None:
    assert day_shown(SESSIONS, DAY + timedelta(days=1)) == DAY + timedelta(days=1)
    assert day_shown(SESSIONS, DAY + timedelta(days=9)) == DAY + timedelta(days=1)
    assert day_shown((), DAY) is None


def test_lanes_never_overlap() -> None:
    today = [each for each in SESSIONS if each.day == DAY]
    found = lanes(today)
    for one, one_lane in zip(today, found, strict=True):
        for other, other_lane in zip(today, found, strict=True):
            if one is not other and one_lane == other_lane:
                apart = one.slot.end_min <= other.slot.start_min or other.slot.end_min <= one.slot.start_min
                assert apart


def test_a_long_fairs_days_come_as_one_goes_along(surroundings, bridge, model: ProgrammeModel) -> None:
    long = tuple(session(at, 540, 600, day=DAY + timedelta(days=at)) for at in range(5))
    surroundings.kiosk.directory.programme = lambda: long
    model.again()
    bridge.answer_all()
    assert [day["name"] for day in model.days] == ["11月28日", "11月29日", "11月30日"]
    model.showDay("2026-11-30")
    assert [(day["name"], day["on"]) for day in model.days] == [
        ("11月29日", False),
        ("11月30日", True),
        ("12月1日", False),
    ]
    model.showDay("2026-12-02")
    assert [day["name"] for day in model.days] == ["11月30日", "12月1日", "12月2日"]


def test_rows_say_how_many_seats_are_left_where_a_door_counts(model: ProgrammeModel, bridge) -> None:
    assert {model.rows.value(at, "free") for at in range(model.rows.total)} == {-1}
    model.surroundings.kiosk.programme.left = {"S1": 3, "S3": 12, "S4": 0}
    model.entered("")
    bridge.answer_all()
    free = {model.rows.value(at, "ref"): model.rows.value(at, "free") for at in range(model.rows.total)}
    assert free == {"S1": -1, "S2": -1, "S3": 12, "S4": 0, "S5": -1}, "the first is over"
