"""Many at once: what is chosen, what it comes to, and printing it, whatever happens in between."""

from dataclasses import replace

import pytest

from kiosk.devices.printers.port import Handover
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.batch import Back, Order
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.services.printing.batch_values import BatchWish
from kiosk.ui.staff import batch_driver
from tests.fakes import batch as values

SENT = Handover(PrintState.SENT, reference="17")
UNKNOWN = Handover(PrintState.UNKNOWN, Trouble.SILENT)
EMPTY = Handover(PrintState.FAILED, Trouble.PAPER_OUT)


@pytest.fixture
def batch(on_duty, bridge):
    on_duty.open("batch")
    bridge.answer()
    return on_duty.batch


def chips(batch):
    return {chip["id"]: chip for group in batch.options for chip in group["chips"]}


def test_it_begins_with_those_who_host_a_stall(batch, kiosk):
    assert (batch.state, batch.badges, batch.sheets, batch.rows) == ("choosing", 277, 70, 14)
    chosen = {each["id"]: each["value"] for each in batch.sections}
    assert chosen == {
        "whom": "用人单位、学校代表",
        "order": "按展位",
        "paper": "A4 纸，4 张 A6",
        "place": "A 服务台，一排 20 张",
        "printer": "服务台激光打印机",
    }
    assert kiosk.calls.threads <= {"MainThread"}


def test_each_piece_runs_where_it_belongs(batch, bridge):
    bridge.workers.clear()
    batch.refresh()
    bridge.answer()
    assert bridge.workers == ["store", "drawing", "printing", "store", "drawing"]
    bridge.workers.clear()
    batch.start()
    bridge.answer()
    assert bridge.workers[:7] == ["store", "drawing", "store", "drawing", "store", "printing", "store"]


def test_choosing(batch, bridge, kiosk):
    batch.open_section("whom")
    assert chips(batch)["whom:GRADUATE"]["count"] == "4812"
    batch.choose("whom:DELEGATION")
    batch.choose("whom:SCHOOL")
    batch.open_section("order")
    assert [each["id"] for each in batch.sections if each["open"]] == ["order"]
    batch.choose("order:coaches")
    batch.open_section("paper")
    batch.choose("back:plain")
    batch.choose("badge:a7")
    batch.open_section("place")
    batch.choose("desk:C")
    batch.choose("row:50")
    batch.choose("printer:folder")
    bridge.answer()
    batch.start()
    bridge.answer()
    ((wish, by),) = kiosk.calls.of("order_batch")
    assert wish == BatchWish(
        (BadgeType.EMPLOYER, BadgeType.DELEGATION), Order.COACHES, "a4_8_a7", Back.PLAIN, "C", 50
    )
    assert by == "s1"
    assert set(kiosk.calls.of("batch_hand")) == {("folder",)}


def test_a_sheet_that_has_no_back_takes_none(batch):
    batch.open_section("paper")
    batch.choose("back:same")
    assert batch.sections[2]["value"].endswith("双面")
    batch.choose("sheet:a4_8_label_99x68")
    assert not batch.sections[2]["value"].endswith("双面")
    assert not any(each.startswith("back:") for each in chips(batch))


def test_badges_that_are_handed_out_lie_in_no_row(batch, bridge, kiosk):
    batch.open_section("place")
    batch.choose("desk:")
    assert not any(each.startswith("row:") for each in chips(batch))
    bridge.answer()
    batch.start()
    bridge.answer()
    ((wish, _by),) = kiosk.calls.of("order_batch")
    assert (wish.desk, wish.row) == ("", 0)


def test_an_older_count_does_not_cover_a_newer_one(batch, bridge):
    batch.choose("whom:DELEGATION")
    batch.choose("whom:PRESS")
    bridge.answer()
    assert batch.badges == 277 + 44 + 12


def test_nobody_is_chosen(batch, bridge):
    batch.choose("whom:EMPLOYER")
    batch.choose("whom:SCHOOL")
    bridge.answer()
    assert (batch.badges, batch.unsaid, batch.startable) == (0, True, False)


def test_with_no_printer_nothing_begins(on_duty, bridge, kiosk):
    kiosk.batches.printers = (replace(values.OFFICE, takes_sheets=False),)
    on_duty.open("batch")
    bridge.answer()
    batch = on_duty.batch
    assert (batch.printerless, batch.startable) == (True, False)
    batch.start()
    assert bridge.waiting == []


def test_a_printer_in_trouble_is_not_the_first_choice(on_duty, bridge, kiosk):
    kiosk.batches.printers = (replace(values.OFFICE, trouble=Trouble.PAPER_OUT), values.FOLDER)
    on_duty.open("batch")
    bridge.answer()
    assert on_duty.batch.sections[4]["value"] == "PDF 文件夹"


def test_run_after_run_until_it_is_whole(batch, bridge, kiosk):
    batch.start()
    bridge.answer()
    assert (batch.state, batch.badgesDone, batch.sheetsDone, batch.share) == ("whole", 277, 70, 1.0)
    assert [first for (first,) in kiosk.calls.of("batch_send")] == [1, 16, 31, 46, 61]
    assert kiosk.calls.of("batch_finish") == [("s1",)]
    batch.print_list()
    assert batch.listState == "printing"
    bridge.answer()
    assert batch.listState == "printed"
    assert kiosk.calls.of("print_packing_list") == [(values.BATCH, "office")]
    batch.close()
    bridge.answer()
    assert (batch.state, batch.listState) == ("choosing", "")


def test_a_second_touch_starts_nothing_twice(batch, bridge, kiosk):
    batch.start()
    batch.start()
    bridge.answer()
    assert len(kiosk.calls.of("order_batch")) == 1


@pytest.mark.parametrize(("came_out", "sent"), [(True, 5), (False, 6)])
def test_staff_say_whether_sheets_came_out(batch, bridge, kiosk, came_out, sent):
    kiosk.batches.answers = [UNKNOWN]
    batch.start()
    bridge.answer()
    assert (batch.state, batch.first, batch.last, batch.trouble["icon"]) == (
        "asked",
        1,
        15,
        "printer_silent",
    )
    batch.answer(came_out)
    bridge.answer()
    assert kiosk.calls.of("batch_answer") == [(came_out, "s1")]
    assert batch.state == "whole"
    assert len(kiosk.calls.of("batch_send")) == sent


def test_a_printer_is_followed_until_it_says_more(batch, bridge, kiosk):
    kiosk.batches.answers = [SENT]
    batch.start()
    bridge.answer()
    assert batch.state == "waiting"
    batch._driver._next()
    bridge.answer()
    assert batch.state == "waiting"
    kiosk.batches.told = Handover(PrintState.CONFIRMED)
    batch._driver._next()
    bridge.answer()
    assert batch.state == "whole"
    assert len(kiosk.calls.of("batch_send")) == 5


def test_a_printer_that_stays_silent_is_asked_about(batch, bridge, kiosk, monkeypatch):
    monkeypatch.setattr(batch_driver, "SILENT_S", -1.0)
    kiosk.batches.answers = [SENT]
    batch.start()
    bridge.answer()
    assert batch.state == "asked"


def test_out_of_paper_and_on(batch, bridge, kiosk):
    kiosk.batches.answers = [Handover(PrintState.CONFIRMED), EMPTY]
    batch.start()
    bridge.answer()
    assert (batch.state, batch.sheetsDone, batch.trouble["title"]) == ("stopped", 15, "缺纸")
    batch.choose("printer:folder")
    batch.go_on()
    bridge.answer()
    assert batch.state == "whole"
    assert kiosk.calls.of("batch_hand")[-1] == ("folder",)


def test_it_stops_behind_the_run_that_is_on_its_way(batch, bridge, kiosk):
    batch.start()
    work, done, _failed = bridge.waiting.pop(0)
    done(work())
    batch.stop()
    assert batch.stopping
    bridge.answer()
    assert (batch.state, batch.badgesDone) == ("paused", 60)
    batch.go_on()
    bridge.answer()
    assert batch.state == "whole"


def test_a_batch_that_was_interrupted_goes_on(on_duty, bridge, kiosk):
    kiosk.batches.book.line = values.LINE
    on_duty.open("batch")
    bridge.answer()
    batch = on_duty.batch
    assert (batch.state, batch.badgesDone, batch.sheetsDone) == ("interrupted", 120, 31)
    assert batch.interrupted["whom"] == "用人单位、学校代表"
    batch.start()
    assert bridge.waiting == []
    batch.go_on()
    bridge.answer()
    assert batch.state == "whole"
    assert kiosk.calls.of("order_batch") == []


def test_giving_up_asks_once(on_duty, bridge, kiosk):
    kiosk.batches.book.line = values.LINE
    on_duty.open("batch")
    bridge.answer()
    batch = on_duty.batch
    batch.ask_end()
    batch.keep()
    assert not batch.askingEnd
    batch.ask_end()
    batch.end()
    bridge.answer()
    assert kiosk.calls.of("end_batch") == [(values.BATCH, "s1")]
    assert batch.state == "choosing"


def test_another_process_prints_it(batch, bridge, kiosk):
    kiosk.batches.hold.mine = False
    batch.start()
    bridge.answer()
    assert batch.state == "elsewhere"
    assert kiosk.calls.of("order_batch") == []


@pytest.mark.parametrize("call", ["order_batch", "lay_out", "next_move", "batch_draw", "batch_record"])
def test_a_fault_on_the_way_is_said_and_tried_again(batch, bridge, kiosk, call):
    kiosk.fail(call)
    batch.start()
    bridge.answer()
    assert batch.state == "broken"
    kiosk.mend()
    batch.go_on()
    bridge.answer()
    # what was never ordered is chosen again; what may have left is asked of the printer, which still has it
    assert batch.state == {"order_batch": "choosing", "batch_record": "waiting"}.get(call, "whole")


@pytest.mark.parametrize("call", ["open_batch", "batch_types", "batch_look"])
def test_what_cannot_be_read_is_said(on_duty, bridge, kiosk, call):
    kiosk.fail(call)
    on_duty.open("batch")
    bridge.answer()
    assert on_duty.batch.state == "failed"
    kiosk.mend()
    on_duty.batch.retry()
    bridge.answer()
    assert on_duty.batch.state == "choosing"


def test_it_goes_on_when_staff_sign_out_and_is_there_when_they_return(on_duty, batch, bridge, kiosk, fakes):
    kiosk.batches.answers = [SENT]
    kiosk.batches.left_out = (values.RARE,)
    batch.start()
    bridge.answer()
    assert batch.leftOut == 1
    assert "示㐂" in batch.leftOutNames
    on_duty.sign_out()
    assert (batch.leftOut, batch.leftOutNames) == (0, "")
    batch.answer(True)
    batch.go_on()
    assert bridge.waiting == []
    kiosk.batches.told = Handover(PrintState.CONFIRMED)
    batch._driver._next()
    bridge.answer()
    for digit in fakes.PIN:
        on_duty.digit(digit)
    on_duty.sign_in()
    bridge.answer()
    on_duty.open("batch")
    bridge.answer()
    assert batch.state == "whole"


def test_another_pack_that_is_opened_pauses_it(batch, bridge, kiosk, surroundings):
    kiosk.batches.answers = [SENT]
    batch.start()
    bridge.answer()
    surroundings.kiosk = None
    batch._driver._next()
    bridge.answer()
    assert batch.state == "paused"


def test_a_packing_list_that_does_not_print(batch, bridge, kiosk):
    kiosk.batches.list_told = EMPTY
    batch.start()
    bridge.answer()
    batch.print_list()
    bridge.answer()
    assert batch.listState == "failed"
    kiosk.fail("packed")
    batch.print_list()
    bridge.answer()
    assert batch.listState == "failed"


def test_what_was_chosen_for_the_next_batch_outlasts_the_lock_and_names_nobody(on_duty, bridge, kiosk, fakes):
    on_duty.open("batch")
    bridge.answer()
    kiosk.batches.left_out = (values.RARE,)
    on_duty.batch.open_section("place")
    on_duty.batch.choose("desk:D")
    bridge.answer()
    on_duty.sign_out()
    assert "示㐂" not in repr(vars(on_duty.batch._choices))
    for digit in fakes.PIN:
        on_duty.digit(digit)
    on_duty.sign_in()
    bridge.answer()
    on_duty.open("batch")
    bridge.answer()
    place = next(each for each in on_duty.batch.sections if each["id"] == "place")
    assert place["value"].startswith("D")
