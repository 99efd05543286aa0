"""View-models of the kiosk itself: place, time, fair, power; and of its screen, loudness and brightness."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from kiosk.domain.fair import BEIJING
from kiosk.domain.words import Words
from kiosk.services.clock_setting import ClockSet, ClockStanding, SetState
from kiosk.services.fair_choice import Trial
from kiosk.services.machine import Refusal
from tests.fakes import keeper as fakes

NO = Refusal(Words("不行", "No."))


def called(kiosk: Any, name: str) -> list[tuple]:
    return [values for each, values in kiosk.calls.made if each == name]


@pytest.fixture
def opened(on_duty: Any, bridge: Any) -> Any:
    """Opens a view, and lets it read."""

    def open_view(name: str) -> Any:
        on_duty.open(name)
        bridge.answer()
        return on_duty

    return open_view


# ---- place


def test_a_place_is_chosen_and_taken_and_the_services_are_opened_anew(opened, bridge, kiosk):
    staff = opened("place")
    place, moved = staff.place, []
    place.moved.connect(lambda: moved.append(1))
    assert (place.state, place.here, place.hereGate, place.rows.total) == ("ready", "东门 3 号机", "东门", 5)
    assert [mark["to"] for mark in place.marks] == ["east-1", "east-2", "west-1", "west-2"]
    place.choose("west-1")
    assert place.chosen["taken"] == "另一台机器在这里，正连着"
    assert place.rows.value(place.chosenRow, "chosen")
    assert moved == []
    place.take()
    assert (place.busy, place.outcome) == (True, "moving")
    bridge.answer()
    assert called(kiosk, "choose_place") == [("west-1", "s1")]
    assert moved == [1]
    staff.attached()  # the services were opened anew
    bridge.answer()
    assert (place.outcome, place.here, place.chosen, place.busy) == ("moved", "西门 1 号机", {}, False)


def test_what_is_touched_beside_a_place_chooses_nothing(opened):
    place = opened("place").place
    place.choose("north-9")
    assert place.chosen == {}
    place.take()
    place.choose("east-3")
    place.take()  # it stands there
    assert not place.busy


def test_a_level_shows_its_own_places(opened):
    place = opened("place").place
    assert [(level["id"], level["on"]) for level in place.levels] == [("1", True), ("2", False)]
    place.choose("east-1")
    place.show_level("2")
    assert (place.rows.total, place.level, place.chosen) == (1, "2", {})


def test_a_place_that_could_not_be_kept_is_said(opened, bridge, kiosk):
    place = opened("place").place
    kiosk.fail("choose_place", KnownFault(Words("满了", "Full.")))
    place.choose("east-1")
    place.take()
    bridge.answer()
    assert (place.outcome, place.said, place.busy) == ("not_kept", "满了", False)
    place.choose("east-1")
    assert place.outcome == ""


class KnownFault(Exception):
    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


# ---- time


def typed(time: Any, digits: str) -> None:
    for digit in digits:
        time.digit(digit)


def test_the_time_is_typed_and_set_beside_the_stores_thread(opened, bridge, kiosk):
    time = opened("time").time
    time.begin()
    assert (time.setting, time.day, time.time, time.complete) == (True, "2026-11-28", "__:__", False)
    typed(time, "09305")
    assert (time.time, time.complete) == ("09:30", True)
    bridge.workers.clear()
    time.set()
    bridge.answer()
    moment = datetime(2026, 11, 28, 9, 30, tzinfo=BEIJING)
    assert called(kiosk, "look_at") == [(moment, "s1", False)]
    assert called(kiosk, "set_machine") == [(moment,)]
    assert called(kiosk, "settle") == [(moment, "s1")]
    assert bridge.workers[:3] == ["store", "upkeep", "store"]
    assert (time.outcome, time.setting, time.machine) == ("set", False, "")


def test_where_the_machine_would_not_it_is_said(opened, bridge, kiosk):
    time = opened("time").time
    kiosk.station.clock.refusal = NO
    time.begin()
    typed(time, "0930")
    time.set()
    bridge.answer()
    assert time.machine == "不行"
    assert "自己走" in time.said


def test_what_is_no_time_is_not_set(opened, bridge, kiosk):
    time = opened("time").time
    time.begin()
    for day, clock in (
        ("20260230", "0930"),
        ("20261128", "2460"),
        ("20261328", "0930"),
        ("00000000", "0000"),
    ):
        time.choose("day")
        typed(time, day)
        time.choose("time")
        typed(time, clock)
        time.set()
        bridge.answer()
        assert "没有这样的日期" in time.said
    assert called(kiosk, "look_at") == []


def test_a_day_that_is_typed_leads_on_to_the_time(opened):
    time = opened("time").time
    time.begin()
    time.choose("day")
    assert time.day == "____-__-__"
    typed(time, "202611290")
    assert (time.part, time.day, time.time) == ("time", "2026-11-29", "0_:__")
    time.erase()
    assert time.time == "__:__"


def test_before_the_newest_record_it_asks_once(opened, bridge, kiosk):
    time = opened("time").time
    kiosk.station.clock.stops = ClockSet(SetState.ASKS, Words("早了", "Early."))
    time.begin()
    typed(time, "0930")
    time.set()
    bridge.answer()
    assert time.asks == "早了"
    assert called(kiosk, "settle") == []
    typed(time, "1")  # nothing is typed while it asks
    time.keep()
    assert (time.asks, time.setting, time.time) == ("", True, "09:30")
    time.set()
    bridge.answer()
    time.set()
    bridge.answer()
    assert [sure for _, _, sure in called(kiosk, "look_at")] == [False, False, True]
    assert time.outcome == "set"


def test_a_year_off_is_refused(opened, bridge, kiosk):
    time = opened("time").time
    kiosk.station.clock.stops = ClockSet(SetState.REFUSED, Words("太远", "Far."))
    time.begin()
    typed(time, "0930")
    time.set()
    bridge.answer()
    assert (time.said, time.asks, time.busy, time.setting) == ("太远", "", False, True)


def test_the_time_is_confirmed(opened, bridge, kiosk):
    newest = datetime(2026, 11, 28, 16, 2, tzinfo=BEIJING)
    kiosk.station.clock.said = ClockStanding("own_unsure", 0, trusted=False, newest=newest)
    time = opened("time").time
    assert (time.runs, time.trusted, time.newest) == ("own_unsure", False, "2026 年 11 月 28 日 16:02")
    time.confirm()
    bridge.answer()
    assert (time.outcome, time.trusted, called(kiosk, "confirm_time")) == ("confirmed", True, [("s1",)])


# ---- fair


def test_a_fair_is_tried_then_asked_about_then_chosen(opened, bridge, kiosk):
    fair = opened("fair").fair
    kiosk.station.fair.tried = Trial(has_place=False)
    chosen = []
    fair.chosen.connect(lambda: chosen.append(1))
    other = next(each.fair.id for each in fair.rows.items if not each.fair.here)
    fair.choose(other)
    assert not fair.possible
    bridge.answer()
    assert (fair.asking, fair.possible) == ("fair", True)
    assert "再选一次位置" in fair.remark
    assert fair.rows.value(fair.chosenRow, "chosen")
    fair.sure()
    bridge.answer()
    assert called(kiosk, "choose_fair") == [(other, "s1")]
    assert chosen == [1]


def test_a_fair_that_does_not_open_cannot_be_chosen(opened, bridge, kiosk):
    fair = opened("fair").fair
    kiosk.station.fair.tried = Trial(Words("坏了", "damaged"))
    fair.choose(next(each.fair.id for each in fair.rows.items if not each.fair.here))
    bridge.answer()
    assert (fair.remark, fair.possible) == ("坏了", False)
    fair.sure()
    bridge.answer()
    assert called(kiosk, "choose_fair") == []


def test_the_fair_that_is_here_is_not_chosen_again(opened):
    fair = opened("fair").fair
    fair.choose(next(each.fair.id for each in fair.rows.items if each.fair.here))
    assert fair.asking == ""


def test_a_rehearsal_asks_once(opened, bridge, kiosk):
    fair = opened("fair").fair
    fair.ask_rehearsal()
    assert fair.asking == "rehearse"
    fair.keep()
    assert fair.asking == ""
    fair.ask_rehearsal()
    fair.sure()
    bridge.answer()
    assert called(kiosk, "rehearse") == [(True, "s1")]


def test_what_is_not_theirs_is_said(opened, bridge, kiosk):
    fair = opened("fair").fair
    kiosk.fail("rehearse", KnownFault(Words("请找陈示例", "Ask Chen.")))
    fair.ask_rehearsal()
    fair.sure()
    bridge.answer()
    assert (fair.notKept, fair.said) == (True, "请找陈示例")


# ---- power


def test_switching_off_says_what_is_known_asks_and_asks_whose_it_is(opened, bridge, kiosk):
    kiosk.station.shut_down.remarks = fakes.NOT_YET
    power = opened("power").power
    ends = []
    power.ends.connect(lambda again, by: ends.append((again, by)))
    assert (power.level, power.onlyHere) == ("refuse", True)
    assert power.remarks[0]["title"] == "214 条记录只在本机"
    power.ask_off()
    power.keep()
    power.sure()
    bridge.answer()
    assert ends == []
    power.ask_again()
    power.sure()
    power.sure()  # once is enough
    bridge.answer()
    assert called(kiosk, "permit") == [("s1",)]
    assert ends == [(True, "s1")]


def test_who_waits_sees_it_change(opened, bridge, kiosk):
    kiosk.station.shut_down.remarks = fakes.NOT_YET
    power = opened("power").power
    kiosk.station.shut_down.remarks = fakes.WELL
    power.refresh()
    bridge.answer()
    assert power.level == "admit"


def test_whose_it_is_not_is_told_so(opened, bridge, kiosk):
    power = opened("power").power
    kiosk.fail("permit", KnownFault(Words("请找陈示例", "Ask Chen.")))
    power.ask_off()
    power.sure()
    bridge.answer()
    assert (power.said, power.asking) == ("请找陈示例", "")


# ---- loudness and brightness


def test_the_machine_is_asked_beside_the_stores_thread_and_what_was_set_is_a_fact(opened, bridge, kiosk):
    staff = opened("settings")
    output = staff.local.output
    assert (output.volume, output.brightness) == (60, -1)
    bridge.workers.clear()
    output.louder()
    bridge.answer()
    assert bridge.workers == ["upkeep", "store"]
    assert (output.volume, called(kiosk, "set_volume")) == (70, [(70,)])
    assert called(kiosk, "turned") == [("volume", 70, "s1")]


def test_loudness_ends_at_both_ends(opened, bridge, kiosk):
    kiosk.machine.loud = 5
    output = opened("settings").local.output
    output.quieter()
    bridge.answer()
    assert output.volume == 0
    output.quieter()
    bridge.answer()
    assert called(kiosk, "set_volume") == [(0,)]
    kiosk.machine.bright = 20
    output.read()
    bridge.answer()
    output.darker()
    bridge.answer()
    output.darker()
    bridge.answer()
    assert output.brightness == 10


def test_a_machine_that_would_not_says_why(opened, bridge, kiosk):
    output = opened("settings").local.output
    kiosk.machine.refusal = NO
    output.louder()
    bridge.answer()
    assert (output.volume, output.said) == (60, "不行")
    assert called(kiosk, "turned") == []


def test_who_may_not_change_settings_makes_nothing_louder(opened, bridge, kiosk):
    staff = opened("settings")
    staff.shift.begin(kiosk.fair.staff[-1])
    staff.local.output.louder()
    bridge.answer()
    assert called(kiosk, "set_volume") == []
    assert staff.local.output.said != ""


def test_a_tone_is_tried_whatever_the_settings_say(opened):
    output = opened("settings").local.output
    heard = []
    output.tested.connect(heard.append)
    output.test()
    assert heard == ["admit"]


# ---- the screen


def test_a_size_is_kept_and_what_follows_is_said(opened, bridge, kiosk):
    local = opened("screen").local
    screen = local.screen
    assert (screen.inchesText, screen.targetMm, screen.small, screen.lowMm, screen.high) == (
        "27",
        20,
        False,
        1200,
        False,
    )
    kept = []
    local.kept.connect(kept.append)
    screen.choose(21.5)
    bridge.answer()
    assert [each.screen_in for each in kept] == [21.5]
    assert (screen.inchesText, screen.targetMm, screen.small) == ("21.5", 15, True)
    screen.choose(32.0)
    bridge.answer()
    assert (screen.targetMm, screen.lowMm, screen.high, local.mountHighest) == (23, 1263, True, True)
    for _ in range(20):
        local.lower_mount()
        bridge.answer()
    assert not screen.high


def test_a_bank_card_measures_it(opened, bridge):
    local = opened("screen").local
    screen = local.screen
    on_27_in = screen.cardShare
    assert on_27_in == pytest.approx(85.60 / (27 * 25.4))
    assert screen.cardShape == pytest.approx(53.98 / 85.60)
    screen.measure()
    while screen.cardShare < 85.60 / (24 * 25.4):  # on this screen a card is wider than was thought
        screen.grow()
    screen.take()
    bridge.answer()
    assert local.screen_in == pytest.approx(24, abs=0.15)
    assert not screen.measuring
    screen.measure()
    screen.shrink()
    screen.stop()
    assert local.screen_in == pytest.approx(24, abs=0.15)


def test_signing_out_wipes_all_of_it(opened, bridge, kiosk):
    staff = opened("time")
    staff.time.begin()
    typed(staff.time, "12")
    staff.sign_out()
    assert (staff.time.setting, staff.time.time) == (False, "__:__")


def test_nothing_is_changed_by_nobody(opened, bridge, kiosk):
    staff = opened("fair")
    staff.fair.ask_rehearsal()
    staff.shift.end()
    staff.fair.sure()
    staff.time.begin()
    typed(staff.time, "0930")
    staff.time.set()
    staff.place.choose("east-1")
    staff.place.take()
    staff.power.ask_off()
    staff.power.sure()
    bridge.answer()
    names = {"rehearse", "look_at", "choose_place", "permit"}
    assert not [each for each, _ in kiosk.calls.made if each in names]
