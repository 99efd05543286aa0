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
