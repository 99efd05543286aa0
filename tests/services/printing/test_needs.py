"""What staff are told of printers and badges, the words and how bad it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.services.printing.needs import print_needs
from kiosk.services.printing.values import JobLine, PrinterLine, PrintStanding
from tests.fakes.printing import NOW, PRINTERS

RIGHT, LEFT = PRINTERS[:2]


def standing(*printers: PrinterLine, **more: object) -> PrintStanding:
    return PrintStanding(printers, (), (), (), **more)  # type: ignore[arg-type]


def said(standing: PrintStanding) -> list[tuple[str, str]]:
    return [(each.level, each.title.zh) for each in print_needs(standing, NOW)]


def test_all_is_well() -> None:
    assert said(standing(RIGHT)) == []


def test_the_only_printer_that_stands_still_is_worse_than_one_of_two() -> None:
    stopped = replace(RIGHT, trouble=Trouble.PAPER_OUT)
    assert said(standing(stopped)) == [("refuse", "右手标签机：缺纸")]
    assert said(standing(stopped, replace(LEFT, warning=None))) == [("notice", "右手标签机：缺纸")]
    (need,) = print_needs(standing(stopped, waiting_count=3), NOW)
    assert need.detail.zh.startswith("3 张胸卡在等。打开盖子")
    assert need.detail.en.startswith("3 badges wait. Open the lid")


def test_a_head_that_cools_down_needs_nobody() -> None:
    assert said(standing(replace(RIGHT, trouble=Trouble.HOT)))[0][0] == "notice"


def test_without_a_printer_that_is_all_there_is_to_say() -> None:
    assert said(standing(failed_count=7)) == [("refuse", "还没有选打印机")]


def test_what_will_run_out_is_said_in_time() -> None:
    (need,) = print_needs(standing(replace(LEFT, warning=Trouble.PAPER_OUT)), NOW)
    assert (need.level, need.title.zh) == ("notice", "左手标签机：纸快用完了")
    assert "17 张" in need.detail.zh
    (need,) = print_needs(standing(replace(RIGHT, warning=Trouble.RIBBON_OUT, labels_left=None)), NOW)
    assert need.detail.en


def test_badges_of_which_nobody_knows_come_first() -> None:
    line = JobLine(1, 1, "", NOW, PrintState.FAILED, RIGHT.name, Trouble.NOT_DRAWN)
    both = PrintStanding((RIGHT,), (), (), (line,), unknown_count=2, failed_count=1)
    assert said(both) == [("refuse", "2 张胸卡不知道出来没有"), ("refuse", "1 张胸卡没有打出来")]


@pytest.mark.parametrize(("waited_s", "count"), [(59, 0), (60, 1)])
def test_badges_that_wait_long_are_said(waited_s: int, count: int) -> None:
    line = JobLine(1, 1, "", NOW - timedelta(seconds=waited_s), PrintState.REQUESTED, RIGHT.name)
    waiting = PrintStanding((RIGHT,), (line,), (), (), waiting_count=4)
    assert len(print_needs(waiting, NOW)) == count
    stopped = replace(waiting, printers=(replace(RIGHT, trouble=Trouble.GONE),))
    assert len(print_needs(stopped, NOW)) == 1, "that they wait is said with the printer"
