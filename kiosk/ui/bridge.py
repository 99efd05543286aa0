"""The one bridge between worker threads and the GUI thread.

Work runs in order on a worker (one of WORKERS); its result comes back by a queued signal, so that
the GUI thread never waits. What a worker or a slot raises is a fault: its type is logged, never its text
(which may name a person), and `faulted` leads to the "please call staff" page.
"""

import logging
import sys
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

WORKERS = ("store", "printing", "upkeep", "drawing", "pin")

_log = logging.getLogger("kiosk.ui")


class Bridge(QObject):
    """Runs work off the GUI thread.

    `faulted` carries the name of an unexpected exception's type, `struck` the exception itself.
    """

    faulted = Signal(str)
    struck = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = {name: ThreadPoolExecutor(max_workers=1, thread_name_prefix=name) for name in WORKERS}
        self._open = True
        self._waiting = 0
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        *,
        worker: str = "store",
    ) -> None:
        """Run `work` on a worker, in order; then `done(result)` on the GUI thread.

        If it raises, `failed(exception)` is called there instead; without `failed` the fault page shows.
        """
        if not self._open:
            return
        self._waiting += 1
        future = self._workers[worker].submit(work)
        future.add_done_callback(lambda finished: self._announce(finished, done, failed))

    @property
    def busy(self) -> bool:
        """Whether work is waiting, running, or not yet delivered."""
        return self._waiting > 0

    def fault(self, exception: BaseException) -> None:
        """Log an unexpected exception by its type and lead to the fault page."""
        name = type(exception).__name__
        _log.error("unexpected %s at %s", name, _place(exception))
        self.faulted.emit(name)
        self.struck.emit(exception)

    def finish(self, work: Callable[[], Any], *, worker: str = "store") -> None:
        """Run a last piece of work on a worker, behind all that waits, and wait for it."""
        self._workers[worker].submit(work).result()

    def stop(self) -> None:
        """Let the running work end, drop what waits, and join the workers."""
        self._open = False
        for worker in self._workers.values():
            worker.shutdown(wait=True, cancel_futures=True)

    def _announce(self, future: Future, done: Any, failed: Any) -> None:  # runs on the worker
        if self._open:
            self._finished.emit((future, done, failed))

    @Slot(object)
    def _deliver(self, finished) -> None:
        future, done, failed = finished
        self._waiting -= 1
        if not self._open or future.cancelled():
            return
        exception = future.exception()
        if exception is None:
            if done is not None:
                done(future.result())
        elif isinstance(exception, CancelledError):
            return
        else:
            if failed is None:
                self.fault(exception)
                return
            _log.warning("%s at %s", type(exception).__name__, _place(exception))
            failed(exception)


def catch_slots(bridge: Bridge) -> None:
    """Send what a slot raises to the bridge: PySide hands it to sys.excepthook and goes on."""

    def hook(kind, exception, traceback) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, exception, traceback)
        else:
            bridge.fault(exception)

    sys.excepthook = hook


def _place(exception: BaseException) -> str:
    """File and line of the innermost frame: no personal data, and enough to find it."""
    traceback = exception.__traceback__
    if traceback is None:
        return "unknown place"
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    code = traceback.tb_frame.f_code
    return f"{code.co_filename}:{traceback.tb_lineno}"
