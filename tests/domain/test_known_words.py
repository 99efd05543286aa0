"""What a kiosk knows of others is said with how old it is, and what it does not know is said too."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.domain.admission_words import Particulars
from kiosk.domain.known_words import ago_words, counted_words, knew_words, span_words
from kiosk.domain.reasons import Reason
from kiosk.domain.staff_words import staff_words
from kiosk.domain.words import Words

WEST, EAST = Words("西门", "West gate"), Words("东门", "East gate")
DESK = Words("4 号服务台", "desk 4")


def span(minutes: float) -> timedelta:
    return timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("minutes", "zh", "en"),
    [(0.25, "15 秒", "15 s"), (2, "2 分钟", "2 min"), (119, "119 分钟", "119 min"), (180, "3 小时", "3 h")],
)
def test_a_span_is_said_in_one_number(minutes: float, zh: str, en: str) -> None:
    assert span_words(span(minutes)) == Words(zh, en)


def test_numbers_name_the_gates_that_were_not_heard() -> None:
    assert counted_words(()).en == "This kiosk only; nothing heard from other kiosks yet"
    assert counted_words(((WEST, span(0.5)), (EAST, span(0)))).zh == "各入口都算在内，30 秒内都有消息"
    one = counted_words(((WEST, span(14)), (EAST, span(0))))
    assert one == Words(
        "只算到本机知道的；西门 14 分钟没有消息",
        "As far as this kiosk knows; West gate last heard 14 min ago",
    )
    two = counted_words(((WEST, span(14)), (EAST, span(3)), (DESK, span(0))))
    assert two.zh == "只算到本机知道的；西门等 2 个入口 14 分钟没有消息"
    assert two.en == "As far as this kiosk knows; West gate and 1 more last heard 14 min ago"


def test_what_a_gate_knew_of_an_earlier_passage() -> None:
    assert knew_words(EAST, WEST, 840, False).zh == "东门当时 14 分钟没有收到西门的记录"
    assert knew_words(EAST, EAST, 14, False).en == "East gate had not heard from the other kiosk for 14 s"
    assert knew_words(EAST, WEST, None, False).zh == "东门当时还没收到过其他机器的记录"
    assert knew_words(EAST, WEST, 3, True).en == "East gate could have known"


def test_how_long_ago_somebody_was_heard() -> None:
    assert ago_words(None) == Words("还没有消息", "not heard yet")
    assert ago_words(span(14)) == Words("14 分钟前有消息", "heard 14 min ago")


def test_a_hall_is_judged_full_or_not_by_what_is_known() -> None:
    known = Particulars(desk=DESK, others_heard=span(14), room_limited=True)
    assert staff_words((Reason.FULL,), known).en == "hall full (a kiosk was last heard 14 min ago)"
    assert staff_words((Reason.WELCOME,), known).zh == "入场（有机器 14 分钟没有消息）"
    fresh = Particulars(desk=DESK, others_heard=span(0.5), room_limited=True)
    assert staff_words((Reason.WELCOME,), fresh).zh == "入场"
    unlimited = Particulars(desk=DESK, others_heard=span(14))
    assert staff_words((Reason.WELCOME,), unlimited).zh == "入场"
