"""The print queue kept going: a task that raises, an outcome that cannot be written, an end in between."""

import threading

import pytest
from PySide6.QtTest import QTest

from kiosk.domain.printing import PrintState
from kiosk.services.printing.values import Settled
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.ui.bridge import Bridge
from kiosk.ui.printing import Printing


class Task:
    """Prints a job; the first cannot be drawn, the ninth takes until it is let go."""

    def __init__(self, job, queue):
        self.job, self.queue = job, queue

    def run(self):
        self.queue.ran.append((self.job, threading.current_thread().name))
        if self.job == 1:
            raise ValueError("no such glyph")
        if self.job == 9:
            self.queue.began.set()
            assert self.queue.let_go.wait(10)
        return "printed"


class Queue:
    """A queue of jobs; the disk takes nothing while it is full."""

    def __init__(self, *waiting) -> None:
        self.waiting = list(waiting)
        self.ran: list[tuple[int, str]] = []
        self.reports: list[tuple[int, str]] = []
        self.disk_full = False
        self.began, self.let_go = threading.Event(), threading.Event()

    @property
    def rests(self):
        return not self.waiting

    def next_task(self):
        return Task(self.waiting[0], self) if self.waiting else None

    def settle(self, task, outcome):
        return self._report(task, outcome, PrintState.CONFIRMED)

    def broken(self, task):
        return self._report(task, "broken", PrintState.FAILED)

    def not_run(self, task):
        self.reports.append((task.job, "not run"))

    def _report(self, task, outcome, state):
        if self.disk_full:
            raise StoreFault(StoreFaultKind.DISK_FULL)
        self.waiting.remove(task.job)
        self.reports.append((task.job, outcome))
        return Settled(((task.job, state),), changed=True)


@pytest.fixture
def bridge(application):
    made = Bridge()
    yield made
    made.stop()


def until(condition):
    for _ in range(1000):
        QTest.qWait(2)
        if condition():
            return
    raise AssertionError("still at work")


def test_a_badge_that_cannot_be_drawn_holds_up_no_other(bridge):
    faults, queue, printed, changes = [], Queue(1, 2), [], []
    bridge.faulted.connect(faults.append)
    printing = Printing(bridge, queue)
    printing.printed.connect(lambda job, state: printed.append((job, state)))
    printing.changed.connect(lambda: changes.append(1))
    until(lambda: not printing.at_work)
    printing.stop()
    assert queue.reports == [(1, "broken"), (2, "printed")]
    assert printed == [(1, PrintState.FAILED), (2, PrintState.CONFIRMED)]
    assert len(changes) == 2
    assert {name.split("_")[0] for _, name in queue.ran} == {"printing"}
    assert faults == []


def test_what_was_sent_is_not_sent_again_while_it_cannot_be_recorded(bridge):
    faults, queue = [], Queue(2)
    bridge.faulted.connect(faults.append)
    queue.disk_full = True
    printing = Printing(bridge, queue)
    until(lambda: faults)
    for _ in range(3):
        printing.nudge()
        until(lambda: not printing._at_work)
    assert [job for job, _ in queue.ran] == [2]
    assert faults == ["StoreFault"]
    assert printing.at_work, "it waits to be recorded"
    queue.disk_full = False
    printing.nudge()
    until(lambda: not printing.at_work)
    printing.stop()
    assert queue.reports == [(2, "printed")]
    assert [job for job, _ in queue.ran] == [2]


def test_a_kiosk_that_stops_lets_what_is_being_sent_end_and_records_it(bridge):
    queue = Queue(9, 2)
    printing = Printing(bridge, queue)
    until(queue.began.is_set)
    threading.Timer(0.05, queue.let_go.set).start()
    printing.finish()
    assert queue.reports == [(9, "printed")]
    QTest.qWait(20)
    assert [job for job, _ in queue.ran] == [9], "and takes no other"


def test_what_was_taken_and_has_not_begun_is_not_run(bridge):
    queue = Queue(2)
    printing = Printing(bridge, queue)
    bridge.finish(lambda: None)  # it has been taken, and this thread has not heard of it yet
    printing.finish()
    QTest.qWait(20)
    assert queue.reports == [(2, "not run")]
    assert queue.ran == []


def test_a_kiosk_that_stops_on_a_full_disk_stops_all_the_same(bridge):
    queue = Queue(9)
    printing = Printing(bridge, queue)
    until(queue.began.is_set)
    queue.disk_full = True
    queue.let_go.set()
    printing.finish()
    assert queue.reports == []
