"""Printing: a fact before, a fact after, and a file that tells nothing by its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.devices.printers import NoPrinter
from kiosk.domain import badge, facts
from kiosk.services.values import WalkUpForm
from kiosk.store.erasure import erase_persons

if TYPE_CHECKING:
    from collections.abc import Callable


def reported(bench: Any) -> list[dict[str, Any]]:
    facts = bench.gate.store.journal.facts()
    return [msgspec.json.decode(fact.body) for fact in facts if fact.kind == "print_reported"]


def test_a_job_is_printed_once(east: Any, codes: Callable[[int], str]) -> None:
    east.gate.scan(codes(1))
    job = east.queue.take()
    outcome = east.queue.send(job)
    east.queue.report(job, outcome)
    east.queue.report(job, east.queue.not_drawn())  # as a second process that took it too
    assert east.queue.take() is None
    assert [each["state"] for each in reported(east)] == ["confirmed"]
    (pdf,) = east.prints.iterdir()
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "林" not in pdf.name


def test_whose_job_it_is_and_how_many_come_before_it(east: Any, codes: Callable[[int], str]) -> None:
    first = east.gate.scan(codes(1)).job
    second = east.desk.register(WalkUpForm("林示远", "", "某校", "硕士", "", consent=True)).admission.job
    assert (east.queue.before(first), east.queue.before(second)) == (0, 1)
    job = east.queue.take()
    assert job.id == first
    east.queue.report(job, east.queue.send(job))
    assert (east.queue.before(first), east.queue.before(second)) == (None, 0)


def test_a_printer_that_fails_undoes_nothing_and_is_said(east: Any, codes: Callable[[int], str]) -> None:
    admission = east.gate.scan(codes(1))
    east.prints.rmdir()
    job = east.queue.take()
    east.queue.report(job, east.queue.send(job))
    assert [each["state"] for each in reported(east)] == ["failed"]
    assert admission.attendee == 1
    assert east.gate.occupancy().inside == 1
    needs = [need.title.zh for need in east.day.needs()]
    assert "1 张胸卡没有打出来" in needs
    assert reported(east)[0]["problem"] == "folder_missing"
    (need,) = (need for need in east.day.needs() if need.level == "refuse")
    assert "找不到打印文件夹" in need.detail.zh
    assert "print folder is missing" in need.detail.en


def test_a_failure_is_over_once_the_badge_was_printed(east: Any, codes: Callable[[int], str]) -> None:
    east.gate.scan(codes(1))
    job = east.queue.take()
    east.queue.report(job, east.queue.not_drawn())
    assert len(east.queue.failed()) == 1
    east.clock.moment += timedelta(seconds=1)
    east.desk.reprint(1, "misprint", "s1")
    again = east.queue.take()
    east.queue.report(again, east.queue.send(again))
    assert east.queue.failed() == ()
    assert [need.level for need in east.day.needs()] == ["notice"]


def test_who_was_erased_gets_no_nameless_badge(east: Any) -> None:
    east.desk.register(WalkUpForm("赵走", "", "某校", "硕士", "0011", consent=True))
    erase_persons(east.gate.store, fair="test-fair", now_ms=east.clock.now_ms())
    assert east.queue.take() is None
    assert [each["problem"] for each in reported(east)] == ["erased"]
    assert east.queue.waiting() == 0


def test_a_job_of_another_fair_gets_no_badge_of_this_one(east: Any, codes: Callable[[int], str]) -> None:
    store = east.gate.store
    with store.transaction():
        store.journal.append(
            facts.PrintRequested("last-fair", 7, 1001, 1, "first"), now_ms=east.clock.now_ms()
        )
    assert east.queue.take() is None
    assert east.queue.waiting() == 0
    assert reported(east) == []


def test_the_queue_is_shown_with_masked_names_and_reasons(east: Any, codes: Callable[[int], str]) -> None:
    east.gate.scan(codes(1))
    (line,) = east.queue.standing().waiting
    assert (line.who, line.at, line.problem) == ("林＊远", east.clock.now(), None)
    east.queue.report(east.queue.take(), east.queue.not_drawn())
    standing = east.queue.standing()
    assert standing.waiting == ()
    (line,) = standing.failed
    assert (line.attendee, line.who) == (1, "林＊远")
    assert "画不出来" in line.problem.zh
    assert standing.chosen
    assert not replace(east.queue, printer=NoPrinter()).standing().chosen


def test_a_failed_badge_that_is_printed_again_waits_and_fails_no_more(
    east: Any, codes: Callable[[int], str]
) -> None:
    east.gate.scan(codes(1))
    for _ in range(2):
        east.queue.report(east.queue.take(), east.queue.not_drawn())
        assert len(east.queue.standing().failed) == 1  # however often it failed
        east.clock.moment += timedelta(seconds=1)
        east.desk.reprint(1, "not_printed", "s1")
        assert east.queue.standing().failed == ()
        assert len(east.queue.standing().waiting) == 1


def test_a_test_page_names_nobody_admits_nobody_and_is_no_fact(east: Any) -> None:
    before = len(list(east.gate.store.journal.facts()))
    assert east.queue.test_page().state == "confirmed"
    (pdf,) = east.prints.iterdir()
    assert pdf.read_bytes().startswith(b"%PDF")
    assert len(list(east.gate.store.journal.facts())) == before
    assert badge.decode(badge.PREFIX + "A" * 148) is None
    assert replace(east.queue, printer=NoPrinter()).test_page().code == "no_printer"
