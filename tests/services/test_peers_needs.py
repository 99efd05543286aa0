"""What staff should do about other machines, and what counts as long."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.domain.words import Words
from kiosk.services.peers import (
    ForkLine,
    JoiningLine,
    NoPeers,
    OwnJoining,
    PeerLine,
    StickLine,
    SyncStanding,
)
from kiosk.services.sync_needs import last_heard_s, sync_needs

WEST = PeerLine(Words("西门 1 号机", "West 1"), "kiosk", connected=False, heard_s=301, waiting=4)
STICK = PeerLine(Words("FAIR-1", "FAIR-1"), "stick", connected=False, heard_s=7000, waiting=9)
FORK = ForkLine("ab" * 16, Words("西门 1 号机", "West 1"), 813, (Words("主机", "Hub"),))


class Says(NoPeers):
    """Peers that say one standing."""

    def __init__(self, standing: SyncStanding) -> None:
        self._standing = standing

    def standing(self) -> SyncStanding:
        return self._standing


@pytest.fixture
def said(east: Any) -> Any:
    """Level and title of all needs about other machines at a standing; on the real desk, in its order."""

    def needs(standing: SyncStanding) -> list[tuple[str, str]]:
        day = replace(east.day, peers=Says(standing))
        found = [each for each in day.needs() if each.leads_to == "sync"]
        assert len(found) == len(sync_needs(standing, east.gate.fair, east.clock.now()))
        assert all(each.detail.zh and each.detail.en and each.title.en for each in found)
        return [(each.level, each.title.zh) for each in found]

    return needs


def test_all_is_well(said: Any) -> None:
    assert said(SyncStanding("off")) == []
    assert said(SyncStanding("connected", (replace(WEST, connected=True), STICK))) == []


@pytest.mark.parametrize(("minutes", "is_said"), [(10, False), (11, True)])
def test_facts_that_are_only_here_are_said_after_ten_minutes(
    east: Any, said: Any, minutes: int, is_said: bool
) -> None:
    oldest = east.clock.now() - timedelta(minutes=minutes)
    standing = SyncStanding("quiet", only_here=214, oldest_only_here=oldest)
    assert said(standing) == ([("notice", "214 条记录只有本机有")] if is_said else [])


@pytest.mark.parametrize(
    ("count", "state", "before_end_min", "level"),
    [
        (50, "quiet", 60, "refuse"),
        (50, "quiet", 61, "notice"),
        (49, "quiet", 60, "notice"),
        (50, "connected", 60, "notice"),
        (50, "alone", -30, "refuse"),
    ],
)
def test_many_of_them_near_the_end_of_the_day_with_nobody_connected_are_a_harm(
    east: Any, said: Any, count: int, state: str, before_end_min: int, level: str
) -> None:
    east.clock.moment = east.clock.moment.replace(hour=16, minute=0) - timedelta(minutes=before_end_min)
    oldest = east.clock.now() - timedelta(hours=1)
    assert said(SyncStanding(state, only_here=count, oldest_only_here=oldest))[0][0] == level


def test_who_was_not_heard_for_five_minutes_is_named_and_who_left_long_ago_is_not(said: Any) -> None:
    assert said(SyncStanding("quiet", (WEST, STICK))) == [("notice", "5 分钟没听到西门 1 号机")]
    for heard_s in (300, 12 * 3600 + 1, None):
        assert said(SyncStanding("quiet", (replace(WEST, heard_s=heard_s),))) == []
    hub = replace(WEST, name=Words("hall-hub", "hall-hub"), kind="hub", heard_s=7300)
    assert said(SyncStanding("quiet", (WEST, hub))) == [("notice", "2 台机器没有消息")]
    assert said(SyncStanding("quiet", (hub,))) == [("notice", "2 小时没听到 hall-hub")]
    assert said(SyncStanding("failed", (WEST,))) == [("refuse", "同步没有运行")], "its cause is enough"


def test_forks_restores_and_machines_that_ask(east: Any, said: Any) -> None:
    asks = JoiningLine("r1", "482913", Words("西门 6 号机", "West 6"), east.clock.now())
    standing = SyncStanding(
        "connected",
        forks=(FORK,),
        own_ahead=True,
        joining=(asks,),
        sticks=(StickLine("A", "/media/A", FORK.kiosk),),
    )
    assert said(standing) == [
        ("refuse", "两台机器用了同一份数据：西门 1 号机"),
        ("notice", "本机的磁盘是从前的"),
        ("notice", "1 台机器要加入"),
        ("notice", "U 盘已插入"),
    ]
    for state, is_said in (("alone", False), ("asking", True), ("refused", True), ("accepted", False)):
        assert bool(said(SyncStanding("alone", own=OwnJoining(state)))) is is_said
    assert said(SyncStanding("off", left_over=(Words("春季双选会", "Spring fair"),))) == [
        ("notice", "别处已清除：春季双选会")
    ]


@pytest.mark.parametrize(
    ("only_here", "holds", "problem", "is_said"),
    [
        (0, None, None, False),
        (1, None, None, True),
        (0, FORK.kiosk, None, True),
        (0, None, FORK.kiosk, True),
    ],
)
def test_a_stick_is_said_where_it_is_good_for_something(
    said: Any, only_here: int, holds: Words | None, problem: Words | None, is_said: bool
) -> None:
    stick = StickLine("KEYS", "/media/KEYS", holds, problem)
    assert bool(said(SyncStanding("alone", only_here=only_here, sticks=(stick,)))) is is_said
    assert said(SyncStanding("alone", only_here=only_here)) == []


def test_when_anybody_was_last_heard() -> None:
    assert last_heard_s(SyncStanding("alone", (STICK,))) is None, "a stick is nobody"
    both = (WEST, replace(WEST, heard_s=14), replace(WEST, heard_s=None))
    assert last_heard_s(SyncStanding("quiet", both)) == 14
