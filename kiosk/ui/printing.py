"""Keeps the print queue going: takes a job, prints it on a thread of its own, records the outcome."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

POLL_MS = 1000


class Printing(QObject):
    """Prints what is requested, one job after the other. `printed` carries the job's id and its outcome."""

    printed = Signal(object, object)

    def __init__(self, bridge, queue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._queue = queue
        self._at_work = False
        self._unrecorded = None
        """The job that was sent and its outcome, until that is on disk: it may not be sent again."""
        self._fault_said = False
        self.last_token = ""
        """Of the badge that was sent last; the tour scans it again."""
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.nudge)
        self._timer.start()
        self.nudge()

    @property
    def at_work(self) -> bool:
        """Whether a job is being taken, printed or recorded."""
        return self._at_work

    @Slot()
    def nudge(self) -> None:
        """Something may have been requested."""
        if not self._at_work:
            self._at_work = True
            if self._unrecorded is not None:
                self._record()
            else:
                self._bridge.submit(self._queue.take, self._taken, self._failed)

    def stop(self) -> None:
        """Take no more jobs."""
        self._timer.stop()

    def _taken(self, job) -> None:
        self._fault_said = False
        if job is None:
            self._at_work = False
            return
        self.last_token = job.face.token
        self._bridge.submit(
            lambda: self._queue.send(job),
            lambda outcome: self._sent(job, outcome),
            lambda _exception: self._sent(job, self._queue.not_drawn()),
            worker="printing",
        )

    def _sent(self, job, outcome) -> None:
        self._unrecorded = (job, outcome)
        self._record()

    def _record(self) -> None:
        job, outcome = self._unrecorded
        self._bridge.submit(
            lambda: self._queue.report(job, outcome), lambda _: self._recorded(job, outcome), self._failed
        )

    def _recorded(self, job, outcome) -> None:
        self._unrecorded = None
        self._fault_said = False
        self._at_work = False
        self.printed.emit(job.id, outcome)
        self.nudge()

    def _failed(self, exception) -> None:
        """The store's fault: said once, then tried again at every poll until it is over."""
        self._at_work = False
        if not self._fault_said:
            self._fault_said = True
            self._bridge.fault(exception)
