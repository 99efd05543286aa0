"""What needs doing, and how the day goes."""

from dataclasses import replace


def test_the_day_is_read(on_duty, fakes):
    desk = on_duty.desk
    assert desk.state == "ready"
    assert [need["leadsTo"] for need in desk.needs] == ["printers", "twice", "settings"]
    assert (desk.inside, desk.capacity, round(desk.share, 2)) == (1846, 2500, 0.74)
    assert desk.entries == list(fakes.ENTRIES)
    assert (desk.entriesFrom, desk.entriesTo, desk.spanMinutes) == ("8:34", "9:24", 5)
    assert desk.fullInMinutes == 15
    assert [(gate["name"], gate["here"]) for gate in desk.gates] == [("东门", True), ("西门", False)]


def test_nobody_can_say_when_a_hall_is_full_that_nobody_enters(on_duty, bridge, kiosk):
    kiosk.fair_day.entries = (0,) * 10
    on_duty.desk.refresh()
    bridge.answer()
    assert on_duty.desk.fullInMinutes == -1
    kiosk.crowd(2500)
    on_duty.desk.refresh()
    bridge.answer()
    assert on_duty.desk.fullInMinutes == 0


def test_unknown_people_and_open_questions_are_listed(on_duty):
    recent = on_duty.desk.recent
    assert [(each["who"], each["verdict"], each["level"]) for each in recent][3:] == [
        ("", "staff", "staff"),
        ("欧＊＊修", "ask", "staff"),
    ]
    assert recent[0]["time"] == "9:24:00"


def test_of_many_gates_the_last_are_added_up(on_duty, bridge, kiosk):
    kiosk.fair_day.gates = tuple(replace(kiosk.fair_day.gates[1], admitted=at) for at in range(9))
    on_duty.desk.refresh()
    bridge.answer()
    gates = on_duty.desk.gates
    assert len(gates) == 6
    assert (gates[-1]["name"], gates[-1]["others"], gates[-1]["admitted"]) == ("", 4, 5 + 6 + 7 + 8)
    kiosk.fair_day.gates = kiosk.fair_day.gates[:6]
    on_duty.desk.refresh()
    bridge.answer()
    assert [gate["admitted"] for gate in on_duty.desk.gates] == list(range(6))


def test_a_day_that_cannot_be_read_is_no_day_without_needs(on_duty, bridge, kiosk):
    kiosk.fail("summary")
    on_duty.desk.refresh()
    bridge.answer()
    assert on_duty.desk.state == "failed"
    kiosk.mend()
    on_duty.desk.retry()
    assert on_duty.desk.state == "loading"
    bridge.answer()
    assert on_duty.desk.state == "ready"


def test_the_day_is_read_once_at_a_time(on_duty, bridge):
    on_duty.desk.refresh()
    on_duty.desk.refresh()
    assert len(bridge.waiting) == 1


def test_nothing_is_read_when_the_desk_is_left(on_duty, bridge):
    assert on_duty.desk._again.isActive()
    on_duty.open("pack")
    assert not on_duty.desk._again.isActive()


def test_halls_turnout_and_the_session_are_shown(on_duty, bridge, kiosk):
    desk = on_duty.desk
    assert desk.turnout == 2310
    assert [(hall["name"], hall["inside"], hall["capacity"]) for hall in desk.halls] == [
        ("1 号馆", 1204, 1500),
        ("2 号馆", 642, 1000),
    ]
    kiosk.stand_at("session")
    desk.refresh()
    bridge.answer()
    assert (desk.halls[0]["inside"], desk.halls[0]["capacity"]) == (34, 80)


def test_undoing_asks_once(on_duty, bridge, kiosk):
    desk = on_duty.desk
    key = desk.decisions.value(0, "key")
    desk.undo(key)  # nobody was asked
    assert bridge.waiting == []
    desk.ask_undo(key)
    assert desk.decisions.value(0, "asking")
    desk.keep()
    assert not desk.decisions.value(0, "asking")
    desk.ask_undo(key)
    desk.undo(key)
    desk.undo(key)  # a second touch
    bridge.answer()
    assert kiosk.calls.of("undo") == [("5be1f09a", 2615, "s1")]
    assert desk.said == "已撤销，人数已改回"
    assert desk.decisions.value(0, "undone")
    assert desk.recent[0]["undone"]
    assert not desk.decisions.value(0, "undoable")


def test_what_cannot_be_undone_any_more_is_said(on_duty, bridge, kiosk):
    kiosk.corrections.too_late = True
    desk = on_duty.desk
    key = desk.decisions.value(0, "key")
    desk.ask_undo(key)
    desk.undo(key)
    bridge.answer()
    assert desk.said == "超过 10 分钟，不能撤销"
    kiosk.fail("undo")
    desk.ask_undo(key)
    assert desk.said == ""
    desk.undo(key)
    bridge.answer()
    assert desk.notDone


def test_the_clock_asks_once_and_a_rescue_is_seen_at_once(on_duty, bridge, kiosk, fakes):
    kiosk.fair_day.listed = (fakes.CLOCK_NEED, fakes.RESCUE_NEED)
    on_duty.lead("clock")
    assert on_duty.desk.asking == "clock"
    assert kiosk.calls.of("confirm_clock") == []
    on_duty.desk.confirm_clock()
    bridge.answer()
    assert kiosk.calls.of("confirm_clock") == [("s1",)]
    assert on_duty.desk.said == "时间已确认，照常入场"
    on_duty.desk.confirm_clock()
    on_duty.lead("rescue")
    bridge.answer()
    assert len(kiosk.calls.of("confirm_clock")) == 1
    assert kiosk.calls.of("see_rescue") == [("s1",)]


def test_nobody_who_is_not_signed_in_corrects_anything(staff, bridge, kiosk):
    staff.lead("rescue")
    staff.desk.ask_clock()
    staff.desk.confirm_clock()
    bridge.answer()
    assert kiosk.calls.of("see_rescue") == kiosk.calls.of("confirm_clock") == []


def test_the_recent_view_is_the_desks_model_and_keeps_what_was_read(on_duty, bridge):
    on_duty.open("recent")
    assert on_duty.view == "recent"
    assert on_duty.desk.state == "ready"
    bridge.answer()
    on_duty.open("search")
    assert on_duty.desk.recent == []
