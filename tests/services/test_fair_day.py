"""What staff see of the day: how the hall fills, and what needs doing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.domain import facts
from kiosk.domain.fair import Policy
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.keys.signing import KeyRing
from kiosk.services.printing.jobs import Report
from kiosk.services.printing.queue import PrintQueue
from kiosk.services.staff_door import StaffDoor
from kiosk.store import ballast
from tests.services.conftest import AUTHORITY, RENDERER

Codes = Callable[[int], str]


def needs(bench: Any) -> list[tuple[str, str]]:
    return [(need.level, need.leads_to) for need in bench.day.needs()]


def test_the_flow_says_when_the_hall_will_be_full(east: Any, codes: Codes) -> None:
    assert east.day.summary().flow.full_in_min is None
    east.gate.scan(codes(1))
    east.clock.moment += timedelta(minutes=6)
    east.desk.register(_walk_up())
    flow = east.day.summary().flow
    assert flow.entries == (0, 0, 0, 0, 0, 0, 0, 0, 1, 1)
    assert flow.ends - flow.starts == timedelta(minutes=50)
    assert flow.full_in_min == 5  # two of three in ten minutes


def test_nothing_but_the_sample_keys_needs_doing(east: Any) -> None:
    assert needs(east) == [("notice", "settings")]


def test_a_pause_is_something_to_end(east: Any) -> None:
    east.gate.set_paused(True, "s1")
    assert ("notice", "resume") in needs(east)
    east.gate.set_paused(False, "s1")
    assert ("notice", "resume") not in needs(east)


def test_the_most_harmful_comes_first(east: Any, codes: Codes) -> None:
    east.gate.set_paused(True, "s1")
    uncertified = replace(east.gate.certificates, ring=KeyRing(AUTHORITY.public))
    day = replace(east.day, gate=replace(east.gate, certificates=uncertified))
    assert [need.level for need in day.needs()] == ["refuse", "notice", "notice"]


def test_a_kiosk_without_a_printer_says_so_before_a_badge_is_lost(east: Any) -> None:
    day = replace(east.day, queue=PrintQueue(east.gate, east.issuing, (), RENDERER))
    assert next((need.level, need.leads_to) for need in day.needs()) == ("refuse", "printers")


@pytest.mark.parametrize(("waited_s", "said"), [(59, False), (60, True)])
def test_badges_that_wait_long_are_said(east: Any, codes: Codes, waited_s: int, said: bool) -> None:
    east.gate.scan(codes(1))
    east.clock.moment += timedelta(seconds=waited_s)
    assert (("notice", "printers") in needs(east)) is said


def work(bench: Any) -> None:
    """What the printing thread does, until nothing is left."""
    while (task := bench.queue.next_task()) is not None:
        bench.queue.settle(task, task.run())


def test_a_printer_that_stands_still_is_said_with_what_to_do(east: Any, codes: Codes) -> None:
    east.gate.scan(codes(1))
    east.prints.rmdir()
    work(east)
    (need,) = (need for need in east.day.needs() if need.level == "refuse")
    assert need.leads_to == "printers"
    assert need.title.zh == "PDF 文件夹：找不到打印文件夹"
    assert need.detail.zh.startswith("1 张胸卡在等。")
    assert "1 badge waits." in need.detail.en


def test_a_badge_that_nobody_knows_of_is_asked_about_and_one_that_failed_is_said(
    east: Any, codes: Codes
) -> None:
    job = east.gate.scan(codes(1)).job
    report = Report(PrintState.UNKNOWN, trouble=Trouble.SILENT)
    east.queue.jobs.report(job, report, only_from=(PrintState.REQUESTED,))
    assert "1 张胸卡不知道出来没有" in [need.title.zh for need in east.day.needs()]
    east.queue.answer(job, False, "s1")
    east.clock.moment += timedelta(seconds=1)
    again = east.queue.jobs.requested()[0].job
    east.queue.jobs.report(
        again, Report(PrintState.FAILED, trouble=Trouble.NOT_DRAWN), only_from=("requested",)
    )
    titles = [need.title.zh for need in east.day.needs()]
    assert "1 张胸卡没有打出来" in titles
    assert east.day.needs()[0].detail.zh.startswith("这张胸卡画不出来。")


def test_whose_badge_was_reissued_twice_is_listed(east: Any) -> None:
    issued = [facts.BadgeIssued("test-fair", number, 1, 1, 7, 2523, (1001,)) for number in (5, 6)]
    journal = east.gate.store.journal
    with east.gate.store.transaction():
        for body in issued:
            journal.append(body, now_ms=east.clock.now_ms())
    assert ("notice", "conflicts") in needs(east)
    (hit,) = east.desk.reissued_twice()
    assert hit.attendee == 1


def _walk_up() -> Any:
    from kiosk.services.values import WalkUpForm  # noqa: PLC0415

    return WalkUpForm("赵走", "", "某校", "硕士", "0011", consent=True)


def test_a_disk_that_is_nearly_full_is_said(east: Any) -> None:
    ballast.give_up(east.gate.store.path)
    need = next(each for each in east.day.needs() if "磁盘" in each.title.zh)
    assert need.level == "refuse"
    assert "MB" in need.detail.en
    ballast.make(east.gate.store.path)
    assert not any("磁盘" in each.title.zh for each in east.day.needs())


@pytest.mark.parametrize(("capacity", "level"), [(4, None), (3, "refuse"), (0, None)])
def test_a_full_hall_is_something_to_look_at(
    kiosk_at: Any, codes: Codes, capacity: int, level: str | None
) -> None:
    east = kiosk_at("east-1", policy=Policy(10, 240, capacity))
    for number in (1, 2, 4):
        east.corrections.override(number, "known", "s1") if number == 2 else east.gate.scan(codes(number))
    assert [found for found, leads_to in needs(east) if leads_to == "pause"] == ([level] if level else [])


def test_a_nearly_full_hall_is_said_until_entry_is_paused(kiosk_at: Any, codes: Codes) -> None:
    east = kiosk_at("east-1", policy=Policy(10, 240, 10))
    with east.gate.store.transaction():
        for number in range(9):
            body = facts.CheckIn(
                east.gate.fair.id, "east", "admit", ("welcome",), "staff", 500 + number, day=2523
            )
            east.gate.store.journal.append(body, now_ms=east.clock.now_ms())
    assert east.gate.occupancy().inside == 9
    assert ("notice", "pause") in needs(east)
    east.gate.set_paused(True, "s1")
    assert ("notice", "pause") not in needs(east)


def test_many_wrong_pins_lately_are_said_and_forgotten_after_an_hour(east: Any) -> None:
    door = StaffDoor(east.gate, checks=lambda pin, text: pin == "2468")
    for pin in ("1", "2", "3", "4"):
        door.sign_in(pin)
    door.sign_in("2468")
    assert ("notice", "log") not in needs(east)
    door.sign_in("5")
    door.sign_in("2468")
    (need,) = (each for each in east.day.needs() if each.leads_to == "log")
    assert need.title.zh == "最近一小时输错 PIN 5 次"
    east.clock.moment += timedelta(hours=1, minutes=1)
    assert ("notice", "log") not in needs(east)
