"""The courier's process: its loop, its standard input and output, its end."""

from __future__ import annotations

import asyncio
import os
import signal
import stat
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from kiosk.app.courier import courier_parts
from kiosk.app.state import State
from kiosk.config import Settings
from kiosk.sync.network import status as statuses
from kiosk.sync.network.status import CourierStatus

if TYPE_CHECKING:
    from kiosk.keys.providers import Secrets
    from kiosk.sync.network.courier import Courier, Parts

NICE = 5
"""Beside a kiosk, visitors come first."""


class Voice(Protocol):
    """Whoever says the status."""

    lost: Callable[[], object]
    """Called when nobody listens any more."""


def run_courier(settings: Settings, state: State, secrets: Secrets) -> int:
    """Run one until its end: SIGTERM, SIGINT, or the end of a standard input that is a pipe. Exit status."""
    beside = _is_pipe(sys.stdin.fileno())
    if beside and hasattr(os, "nice"):
        os.nice(NICE)
    voice = _Voice()
    parts = courier_parts(settings, state, secrets, voice.say, alone=not beside)
    return run_parts(parts, voice, beside=beside)


def run_parts(parts: Parts, voice: Voice, *, beside: bool) -> int:
    """The same of parts that were made already, as a hub makes them."""
    with suppress(KeyboardInterrupt):
        asyncio.run(_run(parts, voice, beside=beside))
    return 0


async def _run(parts: Parts, voice: Voice, *, beside: bool) -> None:
    from kiosk.sync.network.courier import Courier  # noqa: PLC0415

    loop = asyncio.get_running_loop()
    courier = Courier(parts)
    work = asyncio.create_task(courier.run())
    voice.lost = lambda: loop.call_soon_threadsafe(work.cancel)
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows: Ctrl-C comes as KeyboardInterrupt
            loop.add_signal_handler(number, work.cancel)
    if beside:
        threading.Thread(target=_listen, args=(loop, courier, work), name="nudges", daemon=True).start()
    with suppress(asyncio.CancelledError):
        await work


def _listen(loop: asyncio.AbstractEventLoop, courier: Courier, work: asyncio.Task[None]) -> None:
    """Each byte is a nudge; the end is the end. Many bytes at once are one nudge."""
    handle = sys.stdin.fileno()
    with suppress(OSError, RuntimeError):  # RuntimeError: the loop is closed, we are ending anyway
        while os.read(handle, 65536):
            loop.call_soon_threadsafe(courier.nudge)
        loop.call_soon_threadsafe(work.cancel)


class _Voice:
    """Says the status on standard output, on a thread: a reader that does not read holds up nobody.

    Of several that wait, the last is said.
    """

    def __init__(self) -> None:
        self._people = sys.stdout.isatty()
        self._more = threading.Condition()
        self._next: CourierStatus | None = None
        self.lost: Callable[[], object] = _nothing
        """Called when nobody listens any more."""
        threading.Thread(target=self._run, name="status", daemon=True).start()

    def say(self, status: CourierStatus) -> None:
        """This is how it stands now."""
        with self._more:
            self._next = status
            self._more.notify()

    def _run(self) -> None:
        while True:
            with self._more:
                self._more.wait_for(lambda: self._next is not None)
                status, self._next = self._next, None
            assert status is not None, "waited for"
            try:
                sys.stdout.buffer.write(self._text(status))
                sys.stdout.buffer.flush()
            except (OSError, ValueError):
                self.lost()
                return

    def _text(self, status: CourierStatus) -> bytes:
        if self._people:
            return ("\n".join(statuses.lines(status)) + "\n").encode()
        return statuses.encode(status)


def _nothing() -> None:
    pass


def _is_pipe(handle: int) -> bool:
    mode = os.fstat(handle).st_mode
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)
