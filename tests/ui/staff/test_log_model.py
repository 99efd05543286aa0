"""The log as staff read it: a little at a time, narrowed, and no more than is theirs to see."""

import pytest

from tests.fakes import guard


def words(log):
    return [log.rows.value(row, "words") for row in range(log.rows.total)]


@pytest.fixture
def log(on_duty, bridge):
    on_duty.open("log")
    bridge.answer()
    return on_duty.log


def test_it_is_read_stretch_by_stretch_on_the_stores_worker(log, bridge, kiosk):
    assert log.state == "ready"
    assert log.rows.total == len(guard.SAID)
    assert len(kiosk.calls.of("staff_log")) == 2
    assert set(bridge.workers[-2:]) == {"store"}


def test_a_line_says_when_who_what_and_where(log):
    first, third, last = (
        {name: log.rows.value(row, name) for name in ("time", "who", "words", "where")} for row in (0, 2, 7)
    )
    assert first == {"time": "9:24", "who": "陈示例", "words": "登录了", "where": ""}
    assert third["where"] == "西门 1 号机"
    assert last["time"] == "11月27日 18:24"


def test_it_speaks_the_other_language_at_once(log, surroundings):
    surroundings.modes.toggle_language()
    assert log.rows.value(0, "words") == "signed in"
    assert log.rows.value(4, "who") == "Somebody"


def test_it_is_narrowed_to_a_topic_and_to_a_person_and_widened_again(log, bridge):
    log.choose("entry")
    bridge.answer()
    assert (log.topic, len(words(log))) == ("entry", 2)
    log.choose("")
    log.only_of("s1")
    bridge.answer()
    assert (log.only, len(words(log))) == ("陈示例", 3)
    log.everybody()
    bridge.answer()
    assert (log.only, len(words(log))) == ("", 8)


def test_an_older_answer_does_not_cover_a_newer_one(log, bridge):
    log.choose("entry")
    log.choose("floor")
    bridge.answer()
    assert words(log) == ["关闭了北侧电梯"]


def test_more_is_read_when_it_is_asked_for(log, bridge, kiosk):
    kiosk.staff_log.times = 20
    log.choose("")
    bridge.answer()
    assert (log.rows.total, log.more) == (40, True)
    log.older()
    bridge.answer()
    assert (log.rows.total, log.more) == (80, True)
    log.older()
    bridge.answer()
    log.older()
    bridge.answer()
    assert (log.rows.total, log.more) == (160, False)


def test_who_does_not_manage_sees_their_own_and_nobody_elses(staff, bridge, kiosk):
    for digit in "9753":
        staff.digit(digit)
    staff.sign_in()
    bridge.answer()
    staff.open("log")
    bridge.answer()
    log = staff.log
    assert not log.all
    assert {log.rows.value(row, "by") for row in range(log.rows.total)} == {"s2"}
    log.only_of("s1")
    bridge.answer()
    assert log.only == ""


def test_what_cannot_be_read_is_said_and_read_again(on_duty, bridge, kiosk):
    kiosk.fail("staff_log")
    on_duty.open("log")
    bridge.answer()
    assert on_duty.log.state == "failed"
    kiosk.mend()
    on_duty.log.retry()
    bridge.answer()
    assert on_duty.log.state == "ready"


def test_nothing_of_it_stays_when_staff_lock(log, on_duty):
    on_duty.sign_out()
    assert (log.rows.total, log.only, log.topic) == (0, "", "")
