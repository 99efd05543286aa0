"""The queue: what is asked, what did not come out and what waits; one badge's answer is never another's."""

import pytest

from kiosk.domain.printer_trouble import Trouble


@pytest.fixture
def jobs(on_duty, bridge, kiosk):
    def opened(**counts):
        kiosk.print_queue.queue(**counts)
        on_duty.open("printers")
        bridge.answer()
        return on_duty.printers.jobs

    return opened


def rows(jobs, name):
    return [jobs.rows.value(at, name) for at in range(jobs.rows.total)]


@pytest.mark.parametrize(
    ("counts", "listed"),
    [
        ({"waiting": 2, "unknown": 1, "failed": 1}, "unknown"),
        ({"waiting": 2, "failed": 1}, "failed"),
        ({"waiting": 2}, "waiting"),
        ({}, "waiting"),
    ],
)
def test_what_matters_most_is_listed_first(jobs, counts, listed):
    assert jobs(**counts).listed == listed


def test_rows_are_masked_and_say_how_far(jobs):
    shown = jobs(waiting=5)
    assert rows(shown, "who") == ["张＊雨", "李＊", "王＊萱", "欧＊＊修", ""]
    assert rows(shown, "step") == ["sent", "rendered", "requested", "requested", "requested"]
    assert rows(shown, "at")[0] == "9:23"


def test_a_failed_one_says_why_and_what_to_do(jobs):
    shown = jobs(failed=1)
    assert rows(shown, "title") == ["磁盘满了"]
    assert "再打一次" in rows(shown, "action")[0]


def test_of_three_hundred_the_first_are_listed_and_all_are_counted(jobs):
    shown = jobs(waiting=300)
    assert (shown.waiting, shown.rows.total) == (300, 40)
    assert len(shown.rows._made) < 40  # a row is made when it is looked at


@pytest.mark.parametrize(("came_out", "answered"), [(True, "came_out"), (False, "again")])
def test_an_answer_is_for_the_badge_that_was_shown(jobs, bridge, kiosk, came_out, answered):
    shown = jobs(unknown=2)
    first = shown.question["job"]
    shown.answer(came_out)
    shown.answer(came_out)
    bridge.answer()
    assert kiosk.calls.of("answer") == [(int(first), came_out, "s1")]
    assert shown.answered == answered
    assert shown.question["job"] != first


def test_a_second_touch_in_a_hurry_answers_nothing(jobs, bridge, kiosk):
    shown = jobs(unknown=2)
    shown.answer(True)
    bridge.answer()
    assert not shown.answerable
    shown.answer(True)
    assert bridge.waiting == []
    shown._settling.timeout.emit()
    shown._settling.stop()
    assert shown.answerable


def test_the_question_stays_as_others_are_added_or_go(jobs, bridge, kiosk, on_duty):
    shown = jobs(unknown=3)
    shown.skip()
    kept = shown.question["job"]
    assert shown.number == 2
    kiosk.print_queue.unknown = kiosk.print_queue.unknown[1:]
    on_duty.printers.refresh()
    bridge.answer()
    assert (shown.question["job"], shown.number, shown.unknown) == (kept, 1, 2)


def test_an_answer_says_that_nothing_is_printed_again_where_it_is_not(jobs, bridge, kiosk):
    shown = jobs(unknown=1)
    kiosk.print_queue.unknown = ()  # somebody else has answered
    shown.answer(False)
    bridge.answer()
    assert shown.answered == "not_come_out"
    assert shown.question == {}


def test_taking_back_asks_once(jobs, bridge, kiosk):
    shown = jobs(waiting=4)
    shown.cancel("7002")
    assert bridge.waiting == []
    shown.ask_cancel("7002")
    assert rows(shown, "asking") == [False, False, True, False]
    shown.cancel("7003")
    assert bridge.waiting == []
    shown.cancel("7002")
    bridge.answer()
    assert kiosk.calls.of("cancel") == [(7002, "s1")]
    assert (shown.answered, shown.rows.total) == ("cancelled", 3)


def test_one_that_the_printer_has_is_only_asked_for(jobs, bridge):
    shown = jobs(waiting=1)
    shown.ask_cancel("7000")
    shown.cancel("7000")
    bridge.answer()
    assert (shown.answered, shown.rows.total) == ("cancelling", 1)


def test_a_badge_is_printed_again_as_a_fact_with_its_reason(jobs, bridge, kiosk):
    shown = jobs(failed=2)
    shown.print_again("11")
    shown.print_again("11")
    assert shown.busy
    bridge.answer()
    assert kiosk.calls.of("reprint") == [(11, "not_printed", "s1")]
    assert shown.answered == "again"


def test_a_badge_that_could_not_be_asked_for_again_is_said(jobs, bridge, kiosk):
    shown = jobs(failed=2)
    kiosk.fail("reprint")
    shown.print_again("11")
    bridge.answer()
    assert shown.notDone
    assert not shown.busy


def test_what_was_done_is_said_for_a_while(jobs, bridge):
    shown = jobs(unknown=1)
    shown.answer(False)
    bridge.answer()
    assert shown.answered == "again"
    shown.forget()
    assert shown.answered == ""


def test_nothing_stays_when_staff_sign_out(jobs, on_duty):
    shown = jobs(unknown=1, failed=1)
    on_duty.sign_out()
    assert shown.question == {}
    assert (shown.unknown, shown.failed, shown.rows.total) == (0, 0, 0)


def test_every_list_has_its_trouble_words(jobs, kiosk):
    jobs(unknown=2)
    assert {each.trouble for each in kiosk.print_queue.unknown} == {Trouble.SILENT, Trouble.INTERRUPTED}
