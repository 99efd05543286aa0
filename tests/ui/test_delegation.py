"""A delegation: all ticked, absentees unticked, let in together, and what became of it."""

import pytest

from kiosk.domain.reasons import Reason
from kiosk.domain.staff_words import REASON_WORDS
from kiosk.domain.words import Words
from kiosk.ui.delegation import _for_others


@pytest.fixture
def led(window, kiosk):
    """The leader has come to the list."""
    model = window.models.page("delegation")
    model.lead(kiosk.delegations.list(7))
    yield model
    window.models.end_visit()


def test_all_who_are_not_here_are_ticked(led):
    assert (led.here, led.expected, led.coming, led.absent) == (2, 28, 26, 0)
    assert [led.members.value(row, "ticked") for row in range(3)] == [True, True, True]
    assert [led.members.value(row, "arrived") for row in range(3)] == [True, True, False]
    assert "＊" in led.members.value(0, "who")


def test_one_touch_unticks_and_one_ticks_again(led):
    led.toggle("1005")
    assert (led.coming, led.absent) == (25, 1)
    assert led.members.value(4, "ticked") is False
    led.toggle("1005")
    assert (led.coming, led.absent) == (26, 0)


def test_who_is_here_cannot_be_unticked(led):
    led.toggle("1001")
    led.toggle("4711")
    assert (led.coming, led.absent) == (26, 0)


def test_all_who_are_ticked_go_in_at_once(window, kiosk, settle, led):
    led.toggle("1005")
    led.let_in()
    led.let_in()  # a second touch
    led.toggle("1006")  # too late
    assert led.state == "busy"
    settle(window)
    assert kiosk.calls.of("arrive") == [(7, frozenset({1005}), "")]
    assert (led.state, led.admitted, led.badges, led.refused.total) == ("result", 24, 24, 1)
    assert (led.here, led.expected) == (26, 28)
    assert led.refused.value(0, "why") == "未审核"


def test_what_could_not_be_written_let_nobody_in_and_may_be_tried_again(window, kiosk, settle, led):
    kiosk.fail("arrive")
    led.let_in()
    settle(window)
    assert (led.state, led.here, led.coming) == ("failed", 2, 26)
    kiosk.mend()
    led.let_in()
    settle(window)
    assert led.state == "result"


def test_sixty_are_taken(window, kiosk, settle):
    kiosk.delegations.size = 60
    model = window.models.page("delegation")
    model.lead(kiosk.delegations.list(7))
    settle(window)
    assert (model.members.total, model.coming) == (60, 58)
    model.let_in()
    settle(window)
    assert model.admitted == 57
    window.models.end_visit()


def test_a_scan_starts_the_next_visitor(window, settle, led):
    window.models.scan("WELCOME0001")
    settle(window)
    assert window.models.verdict.shown
    while window.models.verdict.shown:
        window.models.verdict.step()
    assert window.models.navigation.page in ("badge", "home")
    assert (led.name, led.members.total) == ("", 0)


def test_a_leader_reads_no_remark_and_not_who_is_barred():
    first = REASON_WORDS[Reason.NOT_CONFIRMED]
    with_remark = Words(f"{first.zh}；有留言（示例留言）", f"{first.en}; has a note (x)")
    assert _for_others(with_remark) == first
    assert _for_others(REASON_WORDS[Reason.BARRED]) is None
    assert _for_others(Words("新的原因", "new")) is None
