"""Texts about other machines: spans never longer than they were, days where it is another one."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kiosk.domain import sync_words as words
from kiosk.domain.fair import BEIJING
from kiosk.domain.words import Words

NOW = datetime(2026, 11, 28, 9, 24, tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [
        (None, "没有听到过", "never heard"),
        (4, "刚刚", "just now"),
        (5, "5 秒前", "5 s ago"),
        (59, "59 秒前", "59 s ago"),
        (60, "1 分钟前", "1 min ago"),
        (3599, "59 分钟前", "59 min ago"),
        (3600, "1 小时前", "1 h ago"),
        (86_399, "23 小时前", "23 h ago"),
        (86_400, "1 天前", "1 d ago"),
    ],
)
def test_how_long_ago(seconds: int | None, zh: str, en: str) -> None:
    assert words.ago(seconds) == Words(zh, en)


def test_a_time_of_another_day_has_its_day() -> None:
    assert words.at_time(NOW, NOW) == Words("9:24", "9:24")
    assert words.at_time(NOW - timedelta(days=1), NOW) == Words("11月27日 9:24", "9:24 on 27 Nov")


def test_the_head_line() -> None:
    assert words.head_line("connected", 14, 0) == Words(
        "14 秒前听到，0 条待发", "Heard 14 s ago, 0 facts waiting"
    )
    assert words.head_line("alone", None, 1214).zh == "还没听到别的机器，1,214 条待发"
    assert words.head_line("failed", 14, 3) == words.FAILED
    assert words.head_line("off", None, 3) == words.OFF


def test_what_is_only_here() -> None:
    assert words.only_here(214, Words("9:41", "9:41")).en == "214 facts are only here, the oldest from 9:41."
    assert words.only_here(2615, None).zh == "2,615 条记录只有本机有。"


def test_names_are_listed_up_to_three() -> None:
    many = tuple(Words(f"{at} 号机", f"K{at}") for at in range(1, 6))
    assert words.names(many[:2]) == Words("1 号机、2 号机", "K1, K2")
    assert words.names(many) == Words("1 号机、2 号机、3 号机等 5 台", "K1, K2, K3 and 2 more")
    assert "found by" not in words.fork_how(3, ()).en


@pytest.mark.parametrize("state", ["alone", "asking", "accepted", "refused"])
def test_every_state_of_joining_has_words(state: str) -> None:
    said = {words.own_joining(state, hub) for hub in ("", "hall-hub")}
    assert all(each.zh and each.en for each in said)
    assert words.own_joining("asking", "hall-hub").zh.startswith("请在主机 hall-hub 上核对")
