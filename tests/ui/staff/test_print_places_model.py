"""A badge is printed here or at another kiosk: staff choose where, and see how it stands there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.truth import PLACES, WEST_1

WEST = next(each for each in PLACES if each.name == WEST_1).origin


@pytest.fixture
def people(on_duty, bridge, kiosk):
    kiosk.print_queue.others = PLACES
    on_duty.open("search")
    on_duty.people.search("张")
    bridge.answer()
    on_duty.people.choose("11")
    return on_duty.people


def ask_for(people, bridge, what):
    people.ask_for(what)
    bridge.answer()


def test_it_is_printed_here_unless_another_place_is_chosen(people, bridge, kiosk):
    ask_for(people, bridge, "reprint")
    assert (people.places.chosen, people.places.several) == ("", True)
    assert [(each["name"], each["heard"]) for each in people.places.others] == [
        ("南门 2 号机", "14 分钟前有消息")
    ]
    people.choose_reason("damaged")
    people.confirm()
    bridge.answer()
    assert kiosk.calls.of("reprint") == [(11, "damaged", "s1")]


def test_another_place_is_turned_to_and_chosen(people, bridge, kiosk):
    ask_for(people, bridge, "reprint")
    people.places.turn()
    assert (people.places.chosen, people.places.others[0]["name"]) == (WEST.hex(), "西门 1 号机")
    people.choose_reason("damaged")
    people.confirm()
    bridge.answer()
    assert kiosk.calls.of("reprint") == [(11, "damaged", "s1", WEST)]
    assert people.said == "已交给西门 1 号机打印（14 秒前有消息）"
    ask_for(people, bridge, "reissue")
    assert people.places.chosen == "", "what was chosen for one badge is not for the next"
    people.places.turn()
    people.places.turn()
    people.choose_reason("lost")
    people.confirm()
    bridge.answer()
    assert kiosk.calls.of("reissue") == [(11, "lost", "s1", PLACES[0].origin)]


def test_no_place_that_there_is_not(people, bridge):
    ask_for(people, bridge, "reprint")
    people.places.choose("00ff")
    assert people.places.chosen == ""
    people.places.choose(WEST.hex())
    people.places.choose("")
    assert people.places.origin == b""


def test_where_there_is_no_other_nothing_is_to_be_chosen(people, bridge, kiosk):
    kiosk.fail("places")
    ask_for(people, bridge, "reprint")
    assert people.places.others == []
    kiosk.mend()
    kiosk.print_queue.others = ()
    ask_for(people, bridge, "reprint")
    assert people.places.others == []


@pytest.fixture
def jobs(on_duty, bridge, kiosk):
    queue = kiosk.print_queue
    queue.queue(waiting=3)
    first, *others = queue.waiting
    queue.waiting = (replace(first, sent_to=WEST_1, heard=timedelta(seconds=14)), *others)
    on_duty.open("printers")
    bridge.answer()
    return on_duty.printers.jobs


def row(jobs, name, at=0):
    return jobs.rows.value(at, name)


def test_one_that_is_printed_elsewhere_says_where_and_how_fresh_that_is(jobs):
    assert [row(jobs, name) for name in ("sentTo", "heard", "recalled")] == [
        "西门 1 号机",
        "14 秒前有消息",
        False,
    ]
    assert [row(jobs, name, 1) for name in ("sentTo", "heard", "sentBy")] == ["", "", ""]


def test_staff_answer_for_a_kiosk_that_does_not_answer(jobs, bridge, kiosk):
    job = row(jobs, "job")
    jobs.answer_for(job, False)
    assert bridge.waiting == [], "not before it was told to leave it"
    jobs.ask_cancel(job)
    jobs.cancel(job)
    bridge.answer()
    assert (jobs.answered, row(jobs, "recalled")) == ("recalled", True)
    jobs.answer_for(job, False)
    bridge.answer()
    assert kiosk.calls.of("answer") == [(int(job), False, "s1")]
    assert (jobs.answered, jobs.waiting) == ("not_come_out", 2)
