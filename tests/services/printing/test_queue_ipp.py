"""The queue over a real IPP printer, CUPS's own ippeveprinter, that fails in every way it can."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from kiosk.devices.printers.ipp import IppPrinter
from kiosk.domain.words import Words
from kiosk.services.printing.outlet import Outlet
from kiosk.services.printing.queue import PrintQueue
from tests.devices.printers.waiting import until
from tests.services.conftest import RENDERER, code

SPEED = 20
"""So much faster go the queue's own clocks."""
PEOPLE = (1, 4, 10)


class Kiosk:
    """A kiosk that prints on one printer, and can be started again."""

    def __init__(self, bench: Any, address: str) -> None:
        self.bench, self.address = bench, address
        self.jobs: list[int] = []
        self.start()

    def start(self) -> None:
        """As a process does: it knows what the store knows."""
        outlet = Outlet(IppPrinter("ipp", self.address), Words("桌面机", "Desk"), "a6")
        self.queue = PrintQueue(
            self.bench.gate,
            self.bench.issuing,
            (outlet,),
            RENDERER,
            monotonic_s=lambda: time.monotonic() * SPEED,
        )

    def restart(self) -> None:
        """It is killed, and starts again."""
        self.queue._work._sending = None  # nobody is there any more who would say what became of it
        self.queue.close()
        self.start()

    def ask(self) -> int:
        """The next visitor scans."""
        job = self.bench.gate.scan(code(PEOPLE[len(self.jobs)])).job
        self.jobs.append(job)
        return job

    def step(self) -> Any:
        """One task, if there is one."""
        task = self.queue.next_task()
        if task is not None:
            self.queue.settle(task, task.run())
        return task

    def state(self, job: int) -> str:
        return self.queue.jobs.record(job).state

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Work until it is so."""

        def worked() -> object:
            self.step()
            return condition()

        until(worked, what, timeout_s=30)

    def trouble(self) -> str:
        (line,) = self.queue.standing().printers
        return line.trouble or ""


@pytest.fixture
def start(east: Any, ippeve: Callable[..., Any]) -> Callable[[], tuple[Any, Kiosk]]:
    def both() -> tuple[Any, Kiosk]:
        printer = ippeve()
        return printer, Kiosk(east, printer.address)

    return both


def came_out(printer: Any) -> Counter[int]:
    return Counter(int(each.name, 16) for each in printer.printed)


def test_paper_out_is_seen_before_the_next_badge_leaves_and_all_come_out_in_the_end(start: Any) -> None:
    printer, kiosk = start()
    first = kiosk.ask()
    kiosk.until(lambda: kiosk.state(first) == "confirmed", "the first badge")
    printer.fault("media-empty")
    second, third = kiosk.ask(), kiosk.ask()
    kiosk.until(lambda: kiosk.trouble() == "paper_out", "the trouble is seen")
    assert kiosk.queue.whereabouts(third).stage == "held"
    assert came_out(printer) == {first: 1}
    printer.clear()
    kiosk.until(lambda: kiosk.state(third) == "confirmed", "the others")
    assert came_out(printer) == {first: 1, second: 1, third: 1}


def test_a_job_that_is_lost_in_the_printer_is_printed_again(start: Any) -> None:
    printer, kiosk = start()
    printer.hold()
    job = kiosk.ask()
    kiosk.until(lambda: kiosk.state(job) == "sent" and printer.busy, "it is at work")
    printer.lose()
    kiosk.until(lambda: kiosk.state(job) in {"requested", "unknown"}, "it is lost")
    printer.keep()
    printer.release()
    if kiosk.state(job) == "unknown":
        job = kiosk.queue.answer(job, False, "s1")
    kiosk.until(lambda: kiosk.state(job) == "confirmed", "it came out after all")
    assert sum(came_out(printer).values()) == 1


def test_a_printer_that_hangs_or_is_pulled_out_leaves_nothing_printed_twice(start: Any) -> None:
    printer, kiosk = start()
    printer.hold()
    job = kiosk.ask()
    kiosk.until(lambda: kiosk.state(job) == "sent" and printer.busy, "it is at work")
    printer.kill()
    kiosk.until(lambda: kiosk.trouble() == "gone", "it is gone")
    printer.release()
    printer.start_again()
    kiosk.until(lambda: kiosk.state(job) == "unknown", "nobody knows")
    assert came_out(printer) == {}
    again = kiosk.queue.answer(job, False, "s1")
    kiosk.until(lambda: kiosk.state(again) == "confirmed", "the other one")
    assert came_out(printer) == {again: 1}


def test_a_kiosk_that_is_killed_finds_its_badge_at_the_printer(start: Any) -> None:
    printer, kiosk = start()
    printer.hold()
    job = kiosk.ask()
    while type(send := kiosk.queue.next_task()).__name__ != "Send":
        if send is not None:
            kiosk.queue.settle(send, send.run())
    send.run()  # handed over, and killed before that is recorded
    assert kiosk.state(job) == "rendered"
    kiosk.restart()
    kiosk.until(lambda: kiosk.state(job) == "sent", "it is found by its name")
    kiosk.restart()
    printer.release()
    kiosk.until(lambda: kiosk.state(job) == "confirmed", "it is followed by its reference")
    assert came_out(printer) == {job: 1}


def test_a_printer_that_takes_one_job_at_a_time_gets_no_second_one(start: Any) -> None:
    printer, kiosk = start()
    jobs = [kiosk.ask() for _ in PEOPLE]
    kiosk.until(lambda: [kiosk.state(each) for each in jobs] == ["confirmed"] * 3, "all come out")
    assert came_out(printer) == dict.fromkeys(jobs, 1)
