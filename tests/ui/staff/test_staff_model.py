"""Who is signed in, which view is shown, and the pause."""

import pytest

from kiosk.ui.staff.sign_in_model import PIN_LONGEST

VIEWS = [
    "desk",
    "recent",
    "search",
    "twice",
    "stalls",
    "floor",
    "delegations",
    "printers",
    "pack",
    "settings",
]


def type_pin(staff, pin):
    for digit in pin:
        staff.digit(digit)
    staff.sign_in()


def test_a_pin_is_checked_and_never_shown(staff, bridge, fakes):
    type_pin(staff, fakes.PIN)
    assert staff.checking
    assert not staff.pinComplete
    assert staff.pinLength == 0
    bridge.answer()
    assert not staff.checking
    assert (staff.view, staff.member) == ("desk", "陈示例")


def test_what_is_typed_while_a_pin_is_checked_counts_for_nothing(staff, bridge):
    type_pin(staff, "1357")
    staff.digit("9")
    bridge.answer()
    assert (staff.pinLength, staff.refused) == (0, True)


def test_a_pin_has_four_to_eight_digits(staff, kiosk):
    for digit in "123":
        staff.digit(digit)
    staff.sign_in()
    assert kiosk.calls.of("sign_in") == []
    for digit in "456789":
        staff.digit(digit)
    assert staff.pinLength == PIN_LONGEST
    staff.erase()
    assert staff.pinLength == PIN_LONGEST - 1


def test_a_wrong_pin_is_said_until_the_next_is_typed(staff, bridge):
    type_pin(staff, "1357")
    bridge.answer()
    assert staff.refused
    assert not staff.signed_in
    staff.digit("1")
    assert not staff.refused


def test_a_pause_is_counted_down_and_then_over(staff, bridge, kiosk):
    kiosk.staff_door.paused_s = 2
    type_pin(staff, "1357")
    bridge.answer()
    assert staff.pausedSeconds == 2
    for digit in "2468":
        staff.digit(digit)
    assert (staff.pinLength, staff.pinComplete) == (0, False)  # nothing is taken that would not count
    staff.step()
    assert staff.pausedSeconds == 1
    staff.step()
    staff.step()
    assert staff.pausedSeconds == 0
    for digit in "2468":
        staff.digit(digit)
    assert staff.pinComplete
    assert not staff.refused


def test_who_comes_to_a_kiosk_that_makes_people_wait_sees_it_at_once(staff, bridge, kiosk):
    kiosk.staff_door.paused_s = 290
    staff.entered("")
    bridge.answer()
    assert staff.pausedSeconds == 290


def test_a_pin_is_checked_away_from_the_store(staff, bridge, kiosk, fakes):
    bridge.answer()
    bridge.workers.clear()
    type_pin(staff, fakes.PIN)
    bridge.answer()
    assert bridge.workers[:3] == ["store", "pin", "store"]
    assert [made for made, _ in kiosk.calls.made if made in ("sign_in", "find_pin")] == [
        "sign_in",
        "find_pin",
    ]


def test_views_are_for_who_is_signed_in(staff, bridge):
    for view in VIEWS:
        staff.open(view)
        staff.lead(view)
    staff.lead("twice")
    staff.pause()
    staff.pause_here()
    staff.resume()
    assert staff.view == "pin"
    assert bridge.waiting == []


@pytest.mark.parametrize("view", VIEWS)
def test_signing_out_wipes_every_view(on_duty, bridge, kiosk, surroundings, view):
    kiosk.print_queue.queue(waiting=2, failed=2)
    on_duty.open(view)
    if view == "search":
        on_duty.search("张")
    bridge.answer()
    on_duty.sign_out()
    assert surroundings.navigation.page == "home"
    assert (on_duty.view, on_duty.member, on_duty.signed_in) == ("pin", "", False)
    assert on_duty.desk.needs == on_duty.desk.recent == on_duty.people.hits == []
    assert on_duty.printers.printers == on_duty.pack.packs == []
    assert (on_duty.printers.jobs.waiting, on_duty.printers.jobs.rows.total) == (0, 0)
    assert (on_duty.people.query, on_duty.local.place) == ("", "")


@pytest.mark.parametrize("view", VIEWS)
def test_an_answer_that_comes_after_sign_out_is_dropped(on_duty, bridge, view):
    on_duty.open(view)
    if view == "search":
        on_duty.search("张")
    on_duty.sign_out()
    bridge.answer()
    assert on_duty.people.hits == on_duty.desk.needs == on_duty.printers.printers == on_duty.pack.packs == []
    assert on_duty.local.place == ""


def test_a_view_that_is_left_is_wiped(on_duty, bridge):
    on_duty.open("search")
    on_duty.search("张")
    bridge.answer()
    assert on_duty.people.hits != []
    on_duty.open("desk")
    assert on_duty.people.hits == []
    assert on_duty.people.query == ""
    bridge.answer()
    assert on_duty.desk.state == "ready"


def test_a_need_leads_to_where_it_is_dealt_with(on_duty, bridge, kiosk):
    for leads_to, view, listed in [
        ("printers", "printers", None),
        ("settings", "settings", None),
        ("twice", "twice", None),
        ("conflicts", "search", "conflicts"),
        ("stalls", "stalls", None),
    ]:
        on_duty.lead(leads_to)
        bridge.answer()
        assert on_duty.view == view
        assert listed is None or on_duty.people.listed == listed
    kiosk.gate.paused = True
    on_duty.open("desk")
    bridge.answer()
    on_duty.lead("resume")
    bridge.answer()
    # whichever it was that is paused, this gate opens again
    assert kiosk.calls.of("set_paused") == [(False, "s1", ""), (False, "s1", "east")]
    on_duty.lead("resume")
    assert bridge.waiting == []  # it is not paused: a second touch pauses nothing


def test_pausing_asks_once_on_every_view(on_duty, bridge, kiosk):
    for view in VIEWS:
        on_duty.open(view)
        on_duty.ask_pause()
        assert on_duty.askingPause
        on_duty.keep_on()
        assert not on_duty.askingPause
    bridge.answer()
    on_duty.ask_pause()
    on_duty.open("pack")
    assert not on_duty.askingPause  # who goes elsewhere is asked again
    on_duty.pause()
    bridge.answer()
    assert on_duty.paused
    assert kiosk.calls.of("set_paused") == [(True, "s1", "")]


def test_one_gate_alone_is_paused_and_opens_again(on_duty, bridge, kiosk):
    on_duty.ask_pause()
    on_duty.pause_here()
    bridge.answer()
    assert kiosk.calls.of("set_paused") == [(True, "s1", "east")]
    assert (on_duty.paused, on_duty.askingPause) == (True, False)
    on_duty.resume()
    bridge.answer()
    assert not on_duty.paused
    assert not kiosk.gate.paused


def test_a_pause_that_another_kiosk_set_is_seen(on_duty, bridge, kiosk):
    kiosk.gate.paused = True
    on_duty.desk.refresh()
    bridge.answer()
    assert on_duty.paused
