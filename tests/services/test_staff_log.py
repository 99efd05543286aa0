"""The log in words: who did what, the latest first, at all kiosks, and only what the viewer may see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.domain import facts
from kiosk.domain.fair import StaffMember, StaffRole
from kiosk.domain.staff_log_words import Topic
from kiosk.domain.words import Words
from kiosk.services import staff_log
from kiosk.services.staff_door import StaffDoor
from kiosk.services.staff_log import LogLine, StaffLog
from tests.services.exchanging import exchange

STAFF = (
    StaffMember("s1", "陈示例", "1", (StaffRole.MANAGE,)),
    StaffMember("s2", "林示例", "2", (StaffRole.GATE, StaffRole.PRINT)),
)
WEST = Words("西门 1 号机", "West 1")


def staffed(bench: Any) -> Any:
    object.__setattr__(bench.gate, "fair", replace(bench.gate.fair, staff=STAFF))
    return bench


@pytest.fixture
def log(east: Any) -> StaffLog:
    staffed(east)
    return StaffLog(east.gate, east.floor, lambda _origin: WEST)


def all_of(log: StaffLog, viewer: str = "s1", **narrowed: Any) -> list[LogLine]:
    """Every line, page by page."""
    lines, before = [], None
    for _ in range(500):
        page = log.page(viewer, before, **narrowed)
        lines += page.lines
        if page.before is None:
            return lines
        before = page.before
    raise AssertionError("it comes to no end")


def zh(lines: list[LogLine]) -> list[str]:
    return [f"{line.at:%H:%M} {line.who.zh} {line.words.zh}" for line in lines]


def tick(bench: Any, minutes: int = 1) -> None:
    bench.clock.moment += timedelta(minutes=minutes)


def test_a_morning_in_words(east: Any, log: StaffLog, codes: Callable[[int], str]) -> None:
    door = StaffDoor(east.gate, checks=lambda pin, text: pin == text)
    door.sign_in("9")
    tick(east)
    door.sign_in("2")
    east.gate.scan(codes(1))  # nobody of staff did that
    tick(east)
    east.corrections.override(2, "known", "s2")
    tick(east)
    east.corrections.bar(4, True, "s2")
    tick(east)
    east.desk.reissue(1, "lost", "s2")
    tick(east)
    east.desk.revoke(10, "damaged", "s2")
    tick(east)
    east.gate.set_paused(True, "s1")
    tick(east)
    east.floor.move("A001", "A009", "s1")
    east.stalls.restore(("A001",), "s1")
    with east.gate.store.transaction():
        for body in (
            facts.SettingChanged("machine.volume", "40", "s1"),
            facts.KioskShutDown(again=False, by="s1"),
        ):
            east.gate.store.journal.append(body, now_ms=east.clock.now_ms())
    assert zh(all_of(log)) == [
        "09:31 陈示例 关闭了这台机器",
        "09:31 陈示例 改了音量：40",
        "09:31 陈示例 还回了 1 个展位",
        "09:30 陈示例 暂停了所有入口",
        "09:29 林示例 停用了 郑＊言 的证（损坏）",
        "09:28 林示例 给 林＊远 换了新证",
        "09:27 林示例 禁止了 阿＊＊提 入场",
        "09:26 林示例 放行了 欧＊＊澈：早于时段（本人认识）",
        "09:25 林示例 登录了",
        "09:24 有人 输错了 PIN",
    ]


def test_it_is_english_too_and_names_nobody_in_full(east: Any, log: StaffLog) -> None:
    east.corrections.override(2, "guest", "s2")
    (line,) = all_of(log)
    assert line.words.en == "let in 欧＊＊澈: before the booked slot (guest)"
    assert "欧阳明澈" not in repr(line)


def test_an_undo_names_whom_it_was(east: Any, log: StaffLog) -> None:
    east.corrections.admit(1, "s2")
    east.corrections.undo(east.gate.store.origin.hex(), 1, "s2")
    assert "撤销了 林＊远 的入场" in zh(all_of(log))[0]


def test_who_does_not_manage_sees_what_they_did_themselves(east: Any, log: StaffLog) -> None:
    StaffDoor(east.gate, checks=lambda pin, text: pin == text).sign_in("9")
    east.gate.set_paused(True, "s1")
    east.gate.set_paused(False, "s2")
    assert [line.by for line in all_of(log, "s1")] == ["s2", "s1", ""]
    assert [line.by for line in all_of(log, "s2")] == ["s2"]
    assert [line.by for line in all_of(log, "s2", by="s1")] == ["s2"]
    assert all_of(log, "nobody") == []


def test_it_is_narrowed_to_a_person_or_to_a_topic(east: Any, log: StaffLog) -> None:
    east.gate.set_paused(True, "s1")
    east.desk.reprint(1, "first", "s2")
    east.gate.set_paused(False, "s2")
    assert [line.by for line in all_of(log, by="s2")] == ["s2", "s2"]
    assert [line.topic for line in all_of(log, topic=Topic.ENTRY)] == [Topic.ENTRY, Topic.ENTRY]
    assert [line.words.zh for line in all_of(log, topic=Topic.BADGES)] == ["打印了 林＊远 的胸卡（第一张）"]


def test_a_right_pin_is_one_line_and_of_another_fair_is_nothing(east: Any, log: StaffLog) -> None:
    door = StaffDoor(east.gate, checks=lambda pin, text: pin == text)
    for pin in ("1", "8", "9", "2"):
        door.sign_in(pin)
    assert [line.words.zh for line in all_of(log)] == ["登录了", "输错了 PIN", "输错了 PIN", "登录了"]
    object.__setattr__(east.gate, "fair", replace(east.gate.fair, id="another"))
    assert [line.by for line in all_of(log)] == ["", ""]


@pytest.mark.parametrize("looked_at", [16, 1000])
def test_journals_of_several_kiosks_are_one_log_however_little_is_read_at_a_time(
    east: Any, log: StaffLog, kiosk_at: Any, monkeypatch: pytest.MonkeyPatch, looked_at: int
) -> None:
    west = staffed(kiosk_at("west-1"))
    for at in range(30):
        bench = (east, west)[at % 3 == 0]
        bench.clock.moment = east.clock.moment
        bench.gate.set_paused(at % 2 == 0, ("s1", "s2")[at % 2])
        if at % 5 == 0:
            for _ in range(20):
                bench.gate.scan("NOBODY")
        tick(east)
    exchange(west, east)
    monkeypatch.setattr(staff_log, "LOOKED_AT_MOST", looked_at)
    lines = all_of(log)
    assert len(lines) == 30
    assert [line.at for line in lines] == sorted((line.at for line in lines), reverse=True)
    assert {line.kiosk for line in lines} == {None, WEST}
    assert len({(line.origin, line.seq) for line in lines}) == 30


def test_nothing_was_done_yet(log: StaffLog) -> None:
    assert log.page("s1").lines == ()
    assert log.page("s1").before is None


def test_what_another_kiosk_made_up_harms_nothing(east: Any, log: StaffLog) -> None:
    with east.gate.store.transaction():
        for body in (
            facts.CheckInUndone(east.gate.fair.id, "no origin", 3, "s1"),
            facts.DoubleResolved(east.gate.fair.id, (), "strange", "s9"),
            facts.BadgeRevoked(east.gate.fair.id, 5, "strange", "s9"),
            facts.BatchOrdered(east.gate.fair.id, 1, ("strange",), "x", "y", "", 0, "s9"),
        ):
            east.gate.store.journal.append(body, now_ms=east.clock.now_ms())
    assert len(all_of(log)) == 4
