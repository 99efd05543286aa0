"""Aisles and lifts are closed after one question, which says whom that cuts off; the last of it is undone."""

import pytest

from kiosk.domain.floor_words import ALREADY_SO
from kiosk.services.floor_values import CutOff


@pytest.fixture
def floor(on_duty, bridge):
    on_duty.open("floor")
    bridge.answer()
    return on_duty.floor


def row(floor, at=0):
    return {
        name: floor.passages.rows.value(at, name) for name in ("passage", "closed", "since", "by", "asked")
    }


def close(floor, bridge, passage="l1"):
    floor.passages.ask_close(passage)
    floor.passages.close()
    bridge.answer()


def test_what_can_be_closed_is_listed_by_level(floor):
    assert (floor.state, floor.listed, floor.passages.rows.total) == ("ready", "passages", 7)
    assert [each["on"] for each in floor.levels] == [False, False]
    floor.passages.show_level("2")
    assert floor.passages.rows.total == 4
    assert [each["on"] for each in floor.levels] == [False, True]
    assert floor.mapLevel == "2"
    floor.passages.show_level("")
    assert (floor.passages.rows.total, floor.mapLevel) == (7, "1")


def test_closing_asks_once_and_says_whom_it_cuts_off(floor, bridge, kiosk):
    floor.passages.close()
    assert bridge.waiting == []
    floor.passages.ask_close("l1")
    assert (floor.passages.asking, floor.passages.askedName, floor.passages.harmKnown) == (
        True,
        "1 号电梯",
        False,
    )
    assert (floor.passages.askedRow, floor.mapMark, row(floor)["asked"]) == (0, "l1", True)
    assert bridge.workers[-1] != "store"  # no scan waits while it is counted
    bridge.answer()
    assert kiosk.calls.of("floor_harm") == [("l1", frozenset())]
    assert (floor.passages.harmKnown, floor.passages.harm, floor.passages.harmStepFree) == (True, 0, 24)
    floor.passages.keep()
    assert (floor.passages.asking, floor.mapMark) == (False, "")
    assert kiosk.calls.of("close_passages") == []
    close(floor, bridge)
    floor.passages.close()  # a second touch
    bridge.answer()
    assert kiosk.calls.of("close_passages") == [(("l1", "l1-up"), "s1")]
    assert row(floor) == {"passage": "l1", "closed": True, "since": "9:12", "by": "陈示例", "asked": False}
    assert (floor.passages.closed, floor.passages.asking, floor.said) == (
        1,
        False,
        "已关闭 1 号电梯，所有路线都已改走别处。",
    )


def test_an_answer_about_another_one_is_not_shown(floor, bridge, kiosk):
    floor.passages.ask_close("1-p1")
    floor.passages.ask_close("l1")
    first, second = bridge.waiting
    bridge.waiting[:] = [second, first]
    bridge.answer()
    assert (floor.passages.harm, floor.passages.harmStepFree) == (0, 24)


def test_opening_is_one_touch_and_both_are_undone(floor, bridge, kiosk):
    close(floor, bridge)
    assert floor.undoable
    floor.undo()
    bridge.answer()
    assert (floor.passages.closed, floor.undoable) == (0, False)
    close(floor, bridge)
    floor.passages.open("l1")
    bridge.answer()
    assert (floor.passages.closed, floor.said) == (0, "已开放 1 号电梯，路线又可以走这里。")
    floor.undo()
    bridge.answer()
    assert floor.passages.closed == 1
    floor.passages.ask_close("l1")  # it is closed
    assert not floor.passages.asking


def test_what_is_refused_or_fails_is_said(floor, bridge, kiosk):
    kiosk.floor.refused = ALREADY_SO
    close(floor, bridge)
    assert (floor.said, floor.undoable, floor.busy) == (ALREADY_SO.zh, False, False)
    kiosk.fail("close_passages")
    close(floor, bridge)
    assert (floor.notDone, floor.said, floor.busy, floor.passages.asking) == (True, "", False, False)
    kiosk.fail("floor_sheet")
    floor.refresh()
    bridge.answer()
    assert floor.state == "failed"
    kiosk.mend()
    floor.retry()
    assert floor.state == "loading"
    bridge.answer()
    assert floor.state == "ready"


def test_harm_that_cannot_be_counted_stops_nobody(floor, bridge, kiosk):
    kiosk.fail("floor_harm")
    floor.passages.ask_close("l1")
    bridge.answer()
    assert (floor.passages.asking, floor.passages.harmKnown) == (True, False)
    floor.passages.close()
    bridge.answer()
    assert floor.passages.closed == 1


def test_what_closures_cut_off_is_counted_when_they_change(floor, bridge, kiosk):
    kiosk.floor.cut = CutOff(3, 24)
    floor.refresh()
    bridge.answer()
    assert (floor.cutOff, kiosk.calls.of("floor_cut_off")) == (0, [])  # nothing is closed
    close(floor, bridge)
    assert (floor.cutOff, floor.cutOffStepFree) == (3, 24)
    assert bridge.workers[-1] != "store"  # no scan waits while it is counted
    floor.refresh()
    bridge.answer()
    assert kiosk.calls.of("floor_cut_off") == [(frozenset({"l1", "l1-up"}),)]
    floor.undo()
    bridge.answer()
    assert (floor.cutOff, floor.cutOffStepFree) == (0, 0)


def test_what_could_not_be_counted_is_counted_again(floor, bridge, kiosk):
    kiosk.floor.cut = CutOff(3, 24)
    kiosk.fail("floor_cut_off")
    close(floor, bridge)
    assert (floor.state, floor.cutOff) == ("ready", 0)
    kiosk.mend()
    floor.refresh()
    bridge.answer()
    assert floor.cutOff == 3


def test_nothing_else_begins_while_something_is_done(floor, bridge, kiosk):
    floor.passages.ask_close("l1")
    bridge.answer()
    floor.passages.close()
    floor.passages.ask_close("s1")
    floor.passages.open("l1")
    floor.undo()
    assert len(bridge.waiting) == 1
    bridge.answer()
    assert kiosk.calls.of("close_passages") == [(("l1", "l1-up"), "s1")]


def test_a_need_leads_to_its_list(on_duty, bridge):
    on_duty.lead("floor:stalls")
    bridge.answer()
    assert (on_duty.view, on_duty.floor.listed) == ("floor", "stalls")
    on_duty.lead("floor:passages")
    bridge.answer()
    assert on_duty.floor.listed == "passages"
    on_duty.open("stalls")
    bridge.answer()
    on_duty.lead("floor")
    bridge.answer()
    assert (on_duty.view, on_duty.floor.listed) == ("floor", "passages")


def test_signing_out_forgets_all_of_it(on_duty, floor, bridge):
    close(floor, bridge)
    floor.show_list("stalls")
    floor.stalls.search("A00")
    floor.stalls.choose("A002")
    on_duty.sign_out()
    assert (floor.state, floor.said, floor.undoable, floor.listed) == ("loading", "", False, "passages")
    assert (floor.stalls.query, floor.stalls.chosenStall, floor.stalls.rows.total) == ("", "", 0)
    assert floor.passages.rows.total == 0
    on_duty.lead("floor")
    assert bridge.waiting == []


def test_nobody_signed_out_changes_the_floor(on_duty, floor, bridge, kiosk):
    def close(kiosk, member):
        return kiosk.floor.close(("l1",), member)

    floor.passages.ask_close("l1")
    on_duty.reset()
    floor.do(close, close)
    bridge.answer()
    assert kiosk.calls.of("close_passages") == []
