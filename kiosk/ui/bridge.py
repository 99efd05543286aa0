"""The one bridge between worker threads and the GUI thread.

Work runs in order on a worker (one of WORKERS); its result comes back by a queued signal, so that
the GUI thread never waits. What a worker or a slot raises is a fault: its type is logged, never its text
(which may name a person), and `faulted` leads to the "please call staff" page.
"""

import logging
import re
import sys
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

WORKERS = ("store", "printing", "upkeep", "drawing", "pin")

STORM = 20
STORM_S = 10.0
"""So many faults within so many seconds are more than going home can mend."""

_log = logging.getLogger("kiosk.ui")
_QML_FAULT = re.compile(
    r"\b(TypeError|ReferenceError|RangeError|SyntaxError|EvalError|URIError|Error)\b"
    r"|(unavailable|is not a type|is not installed|No such file|Cannot assign|Unable to assign)"
)
"""What of QML's warnings is an exception, or a page that cannot be shown; all else is a blemish."""


class QmlFault(Exception):
    """An exception in QML, or a page of it that cannot be loaded. Its text is its kind and place."""


class Bridge(QObject):
    """Runs work off the GUI thread.

    `faulted` carries the name of an unexpected exception's type, `struck` the exception itself. `hopeless`:
    what was to mend a fault has one itself, or they come too fast, and only a new start of the kiosk helps.
    """

    faulted = Signal(str)
    struck = Signal(object)
    hopeless = Signal()
    _elsewhere = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = {name: ThreadPoolExecutor(max_workers=1, thread_name_prefix=name) for name in WORKERS}
        self._open = True
        self._waiting = 0
        self._mending = False
        self._faults_s: deque[float] = deque(maxlen=STORM)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._elsewhere.connect(self.fault, Qt.ConnectionType.QueuedConnection)

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

    @Slot(object)
    def fault(self, exception: BaseException) -> None:
        """Log an unexpected exception by its type and lead to the fault page. Any thread may call this."""
        if threading.current_thread() is not threading.main_thread():
            self._elsewhere.emit(exception)
            return
        _log.error("unexpected %s", named(exception))
        now_s = monotonic()
        storms = len(self._faults_s) == STORM and now_s - self._faults_s[0] < STORM_S
        self._faults_s.append(now_s)
        if self._mending or storms:
            self.hopeless.emit()
            return
        self._mending = True
        try:
            self.faulted.emit(type(exception).__name__)
            self.struck.emit(exception)
        finally:
            self._mending = False

    def give_up(self, exception: BaseException) -> None:
        """Something that had to be wiped could not be: only a new start is sure to forget it."""
        _log.error("unexpected %s, which a new start mends", named(exception))
        self.hopeless.emit()

    @Slot(list)
    def hear_qml(self, warnings) -> None:
        """QQmlEngine.warnings: exceptions in QML are faults as any other. Their texts may quote a value."""
        for each in warnings:
            found = _QML_FAULT.search(each.description())
            place = f"{each.url().fileName()}:{each.line()}"
            if found is None:
                _log.warning("QML warns at %s", place)
            else:
                self.fault(QmlFault(f"{found[0]} at {place}"))

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
            _log.warning("%s", named(exception))
            failed(exception)


def catch_slots(bridge: Bridge) -> None:
    """Send to the bridge what a slot, a property's getter, an override, a thread or a destructor raises.

    PySide hands the first three to sys.excepthook and goes on.
    """

    def hook(kind, exception, _traceback) -> None:
        for name in ("last_type", "last_value", "last_traceback"):  # they would keep every frame's values
            vars(sys).pop(name, None)
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, exception, None)
        else:
            bridge.fault(exception)

    def elsewhere(told) -> None:
        if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
            bridge.fault(told.exc_value)

    sys.excepthook = hook
    threading.excepthook = elsewhere
    sys.unraisablehook = elsewhere


def let_slots_go() -> None:
    """The window has ended: exceptions are Python's own affair again."""
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__
    sys.unraisablehook = sys.__unraisablehook__


def named(exception: BaseException) -> str:
    """Type, file and line of an exception: no personal data, and enough to find it."""
    if isinstance(exception, QmlFault):
        return f"QML {exception}"
    return f"{type(exception).__name__} at {_place(exception)}"


def _place(exception: BaseException) -> str:
    """File and line of the innermost frame."""
    traceback = exception.__traceback__
    if traceback is None:
        return "unknown place"
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    return f"{traceback.tb_frame.f_code.co_filename}:{traceback.tb_lineno}"
