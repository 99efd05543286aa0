"""Keeps the print queue going: a task at a time, taken and recorded on the store's thread, run on its own."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal, Slot

POLL_MS = 250
"""So long a badge that was just asked for waits at most; asking costs the store's thread 50 us."""


class Printing(QObject):
    """Drives a services.printing.queue.PrintQueue.

    `printed` carries the id of a job that has ended, and how (a domain.printing.PrintState): CONFIRMED, or
    SENT to a printer that cannot say more, is out; FAILED, UNKNOWN and CANCELLED are not, as far as anybody
    knows.
    `changed` says that printers or jobs stand otherwise than before.
    """

    printed = Signal(object, object)
    changed = Signal()

    def __init__(self, bridge, queue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._queue = queue
        self._at_work = False
        self._rests = False
        self._settles = None
        """How the task that was run is to be recorded, until that is on disk: it may not be run again."""
        self._waits = None
        """The task that was taken and has not begun to run."""
        self._fault_said = False
        self._stopped = False
        self.last_token = ""
        """Of the badge that was drawn last; the tour scans it again."""
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.nudge)
        self._timer.start()
        self.nudge()

    @property
    def at_work(self) -> bool:
        """Whether something is being taken, printed or recorded, or waits for that and can be printed now."""
        return self._at_work or not self._rests

    @Slot()
    def nudge(self) -> None:
        """Something may have been requested."""
        if self._at_work or self._stopped:
            return
        self._at_work = True
        if self._settles is not None:
            self._settle()
        else:
            self._bridge.submit(self._next, self._taken, self._failed)

    def stop(self) -> None:
        """Take no more tasks, at once; what became of one that runs is found out after the next start."""
        self._stopped = True
        self._timer.stop()

    def finish(self) -> None:
        """The same; but what is being printed just now ends, within the time that a send may take, and is
        recorded."""
        self.stop()
        self._bridge.finish(lambda: None, worker="printing")
        from kiosk.store.faults import StoreFault  # noqa: PLC0415  (the window stands before the store is there)

        with suppress(StoreFault):  # then it is found out after the next start too
            self._bridge.finish(self.give_up)

    def give_up(self) -> None:
        """Record what was run, and that what was taken was not; store's thread."""
        settles, self._settles = self._settles, None
        waits, self._waits = self._waits, None
        if settles is not None:
            settles()
        if waits is not None:
            self._queue.not_run(waits)

    def _next(self):
        """The next task, and whether there is nothing that can be done; store's thread."""
        task = self._waits = None if self._stopped else self._queue.next_task()
        return task, task is None and self._queue.rests

    def _taken(self, taken) -> None:
        task, self._rests = taken
        self._fault_said = False
        if task is None:
            self._at_work = False
            return
        face = getattr(task, "face", None)
        if face is not None:
            self.last_token = face.token
        if not self._stopped:
            self._bridge.submit(lambda: self._run(task), self._ran, self._ran, worker="printing")

    def _run(self, task) -> None:
        """Run a task; printing thread. What it raises is a fault of ours, and the job's end."""
        self._waits = None
        self._settles = lambda: self._queue.broken(task)
        outcome = task.run()
        self._settles = lambda: self._queue.settle(task, outcome)

    def _ran(self, _nothing) -> None:
        if not self._stopped:
            self._settle()

    def _settle(self) -> None:
        self._bridge.submit(self._settles, self._settled, self._failed)

    def _settled(self, settled) -> None:
        self._settles = None
        self._fault_said = False
        self._at_work = False
        for job, state in settled.ended:
            self.printed.emit(job, state)
        if settled.changed:
            self.changed.emit()
        self.nudge()

    def _failed(self, exception) -> None:
        """The store's fault: said once, then tried again at every poll until it is over."""
        self._at_work = False
        if not self._fault_said:
            self._fault_said = True
            self._bridge.fault(exception)
