"""Find a person, then print the same badge again or issue a new one."""

import pytest

from kiosk.ui.staff.people_model import SHOWN_MOST


@pytest.fixture
def people(on_duty, bridge):
    on_duty.open("search")
    bridge.answer()
    return on_duty.people


def look_for(people, bridge, text):
    people.search(text)
    bridge.answer()


def test_states_of_a_search(people, bridge, kiosk):
    assert people.state == "start"
    people.search("张")
    assert people.state == "loading"
    bridge.answer()
    assert (people.state, len(people.hits), people.more) == ("ready", 2, False)
    look_for(people, bridge, "zzzz")
    assert (people.state, people.hits) == ("none", [])
    look_for(people, bridge, "")
    assert people.state == "start"
    kiosk.fail("find")
    look_for(people, bridge, "张")
    assert (people.state, people.hits) == ("failed", [])
    kiosk.mend()
    people.retry()
    bridge.answer()
    assert people.state == "ready"


def test_an_answer_to_an_earlier_text_is_dropped(people, bridge):
    people.search("张")
    people.search("zzzz")
    bridge.answer()
    assert people.state == "none"


@pytest.mark.parametrize(("there", "more"), [(SHOWN_MOST, False), (SHOWN_MOST + 1, True)])
def test_more_than_can_be_shown_is_said(people, bridge, kiosk, fakes, there, more):
    kiosk.badge_desk.crowd = fakes.people(there)
    look_for(people, bridge, "李")
    assert (len(people.hits), people.more) == (SHOWN_MOST, more)


def test_a_badge_is_printed_for_the_reason_that_was_chosen(people, bridge, kiosk):
    look_for(people, bridge, "张")
    people.reprint()
    assert bridge.waiting == []  # nobody is chosen
    people.choose("11")
    assert people.chosenName == "张示雨"
    people.choose_reason("damaged")
    people.reprint()
    people.reprint()  # a second touch
    assert people.busy
    bridge.answer()
    assert kiosk.calls.of("reprint") == [(11, "damaged", "s1")]
    assert (people.busy, people.said) == (False, "正在打印，在本机下方出卡口")
    people.reissue()
    bridge.answer()
    assert kiosk.calls.of("reissue") == [(11, "damaged", "s1")]
    people.choose("21")
    assert people.said == ""


def test_a_badge_that_could_not_be_asked_for_is_said_in_place(people, bridge, kiosk):
    kiosk.fail("reissue")
    look_for(people, bridge, "张")
    people.choose("11")
    people.reissue()
    bridge.answer()
    assert people.notDone
    assert people.said == ""
    assert not people.busy
    assert people.state == "ready"
    kiosk.mend()
    people.reissue()
    assert not people.notDone
    bridge.answer()
    assert people.said != ""


def test_another_search_forgets_who_was_chosen(people, bridge):
    look_for(people, bridge, "张")
    people.choose("11")
    look_for(people, bridge, "A015")
    assert not people.chosen
    assert people.chosenName == ""


@pytest.mark.parametrize(("listed", "count"), [("twice", 2), ("conflicts", 1)])
def test_a_need_lists_its_people(on_duty, bridge, listed, count):
    on_duty.lead(listed)
    assert on_duty.people.state == "loading"
    bridge.answer()
    assert [each["note"] != "" for each in on_duty.people.hits] == [True] * count
    assert on_duty.people.listed == listed
