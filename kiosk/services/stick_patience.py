"""Work with a stick, waited for only as long as it gets on.

A stick may stop answering in the middle of any read, and nothing can interrupt that. So each job runs on a
thread of its own, which is left behind if it does not get on: whatever it still does ends at its next step.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

Progress = Callable[[int, int], None]
"""(done, in all)."""
_LOOK_S = 0.2

_Result = TypeVar("_Result")


class Patience:
    """One job at a time; `share` of the latest is read by any thread."""

    def __init__(self, patience_s: float) -> None:
        """`patience_s`: so long a job may go without any step forward."""
        self.patience_s = patience_s
        self.share = 0.0

    def wait_for(self, work: Callable[[Progress], _Result], silent: _Result) -> _Result:
        """What came of the work; `silent` where it did not get on. Its fault is raised here.

        Each step is told to the work's `progress`, whose fault ends it.
        """
        self.share = 0.0
        attempt = _Attempt(work, self._advance)
        attempt.start()
        while not attempt.ended.wait(min(_LOOK_S, self.patience_s)):
            if time.monotonic() - attempt.moved_s > self.patience_s and attempt.leave():
                return silent
        return attempt.result()

    def _advance(self, done: int, total: int) -> None:
        self.share = done / total if total else 0.0


class _Left(Exception):
    """Nobody waits for this work any more."""


class _Attempt(Generic[_Result]):
    """Work on a thread of its own, which does not keep the program from ending."""

    def __init__(self, work: Callable[[Progress], _Result], advance: Progress) -> None:
        self.ended = threading.Event()
        self.moved_s = time.monotonic()
        self._work = work
        self._advance = advance
        self._lock = threading.Lock()
        self._left = False
        self._result: list[_Result] = []
        self._fault: BaseException | None = None

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._run, name="stick", daemon=True).start()

    def leave(self) -> bool:
        """Wait no longer; False where it has ended meanwhile."""
        with self._lock:
            self._left = not self.ended.is_set()
            return self._left

    def result(self) -> _Result:
        """What came of it; its fault is raised here."""
        if self._fault is not None:
            raise self._fault
        return self._result[0]

    def _run(self) -> None:
        try:
            self._result.append(self._work(self._step))
        except _Left:
            pass
        except BaseException as fault:  # noqa: BLE001  (handed to who waits)
            self._fault = fault
        finally:
            with self._lock:
                self.ended.set()

    def _step(self, done: int, total: int) -> None:
        self.moved_s = time.monotonic()
        with self._lock:
            if self._left:
                raise _Left
            self._advance(done, total)
