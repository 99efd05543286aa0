"""Installing a fair pack from a stick: what there is, what it would change, and doing it.

A stick may stop answering in the middle of any read, and nothing can interrupt that. So each job runs on a
thread of its own, which is waited for only as long as it gets on, and is left behind if it does not: whatever
it still does ends at its next step, before anything is swapped in.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from kiosk.domain.pack_offer import STICK_SILENT, PackLook, PackOffer, PackOffers, PackOutcome

Progress = Callable[[int, int], None]
"""(done, in all)."""

PATIENCE_S = 20.0
"""Without any step forward; a worn stick pauses for some seconds."""
_LOOK_S = 0.2

_Result = TypeVar("_Result")


class Source(Protocol):
    """What is done with sticks: pack.stick.Sticks. Each step is told to `progress`, whose fault ends it."""

    def find(self, progress: Progress) -> PackOffers:
        """All packs on all sticks."""

    def look(self, offer: PackOffer, progress: Progress) -> PackLook:
        """One of them, checked whole and compared."""

    def install(self, offer: PackOffer, progress: Progress) -> PackOutcome:
        """Install it."""


class PackStick:
    """Packs on sticks. Its calls take long: any thread but the window's and the store's. One at a time."""

    def __init__(self, source: Source, patience_s: float = PATIENCE_S) -> None:
        self._source = source
        self._patience_s = patience_s
        self._share = 0.0

    @property
    def share(self) -> float:
        """How much of what is being done is done, 0 to 1; any thread."""
        return self._share

    def find(self) -> PackOffers:
        """All packs on all sticks that answer in time."""
        return self._patiently(self._source.find, PackOffers(answered=False))

    def look(self, offer: PackOffer) -> PackLook:
        """Check one of them whole; what it would change, or what is wrong with it."""
        return self._patiently(
            lambda progress: self._source.look(offer, progress), PackLook(problem=STICK_SILENT)
        )

    def install(self, offer: PackOffer) -> PackOutcome:
        """Install one of them. The kiosk works with it once it is opened anew."""
        return self._patiently(
            lambda progress: self._source.install(offer, progress), PackOutcome(problem=STICK_SILENT)
        )

    def _patiently(self, work: Callable[[Progress], _Result], silent: _Result) -> _Result:
        self._share = 0.0
        attempt = _Attempt(work, self._advance)
        attempt.start()
        while not attempt.ended.wait(min(_LOOK_S, self._patience_s)):
            if time.monotonic() - attempt.moved_s > self._patience_s and attempt.leave():
                return silent
        return attempt.result()

    def _advance(self, done: int, total: int) -> None:
        self._share = done / total if total else 0.0


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
