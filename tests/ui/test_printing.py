"""The print queue kept going: one job that cannot be drawn, one outcome that cannot be written."""

import pytest
from kiosk.services.print_queue import PrintJob
from PySide6.QtTest import QTest

from kiosk.badges.face import BadgeFace
from kiosk.devices.printers import PrintOutcome, PrintState, failed
from kiosk.domain.badge_type import BadgeType
from kiosk.ui.bridge import Bridge
from kiosk.ui.printing import Printing

FACE = BadgeFace("T", BadgeType.GRADUATE, "林知远", "某校", "", "示例", "", "")


class Queue:
    """A queue of two jobs; the first cannot be drawn, and the disk takes nothing while it is full."""

    def __init__(self) -> None:
        self.waiting = [1, 2]
        self.sent: list[int] = []
        self.reports: list[tuple[int, str]] = []
        self.disk_full = False

    def take(self) -> PrintJob | None:
        return PrintJob(self.waiting[0], FACE) if self.waiting else None

    def send(self, job: PrintJob) -> PrintOutcome:
        self.sent.append(job.id)
        if job.id == 1:
            raise ValueError("no such glyph")
        return PrintOutcome(PrintState.CONFIRMED)

    def not_drawn(self) -> PrintOutcome:
        return failed("not_drawn")

    def report(self, job: PrintJob, outcome: PrintOutcome) -> None:
        if self.disk_full:
            raise OSError("disk full")
        self.waiting.remove(job.id)
        self.reports.append((job.id, outcome.state.value))


@pytest.fixture
def bridge(application):
    made = Bridge()
    yield made
    made.stop()


def until_rest(printing):
    for _ in range(400):
        QTest.qWait(2)
        if not printing.at_work:
            return
    raise AssertionError("still at work")


def test_a_badge_that_cannot_be_drawn_holds_up_no_other(bridge):
    faults, queue = [], Queue()
    bridge.faulted.connect(faults.append)
    printing = Printing(bridge, queue)
    until_rest(printing)
    printing.stop()
    assert queue.reports == [(1, "failed"), (2, "confirmed")]
    assert faults == []


def test_what_was_sent_is_not_sent_again_while_it_cannot_be_recorded(bridge):
    faults, queue = [], Queue()
    bridge.faulted.connect(faults.append)
    queue.waiting, queue.disk_full = [2], True
    printing = Printing(bridge, queue)
    for _ in range(3):
        until_rest(printing)
        printing.nudge()
    until_rest(printing)
    assert queue.sent == [2]
    assert faults == ["OSError"]
    queue.disk_full = False
    printing.nudge()
    until_rest(printing)
    printing.stop()
    assert queue.reports == [(2, "confirmed")]
    assert queue.sent == [2]
