"""The kiosk's end of the courier: starts it, starts it again when it dies, nudges it, hears its status.

Nothing here waits for the courier: it is a process of its own, with its own connection to the store. Its
standard
input's end is its end; so it never outlives the kiosk, however that ends.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

import kiosk
from kiosk.sync.network import status as statuses
from kiosk.sync.network.status import CourierStatus

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 60.0
LASTED_S = 60.0
"""A courier that ran for so long was well: after it one waits from the beginning again."""
END_S = 2.0
MAX_LINE_BYTES = 1024 * 1024


class CourierBeside:
    """One courier, supervised on a thread. Any thread may call any of it; nothing blocks."""

    def __init__(
        self,
        command: Sequence[str],
        first_line: Callable[[], bytes] = lambda: b"",
        heard: Callable[[CourierStatus], None] = lambda _status: None,
        *,
        delay_s: float = 0.0,
    ) -> None:
        """`command`: what to run. `first_line`: what it is told first on its standard input, each time.

        `heard` is called on this thread with each status. `delay_s`: before it is started for the first time.
        """
        self._command = list(command)
        self._first_line = first_line
        self._heard = heard
        self._delay_s = delay_s
        self._closing = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._last: tuple[float, CourierStatus] | None = None
        self.restarts = 0
        """How often it was started again."""
        self._thread = threading.Thread(target=self._supervise, name="courier", daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether it runs now."""
        process = self._process
        return process is not None and process.poll() is None

    def nudge(self) -> None:
        """The kiosk has recorded something: a byte, unless the courier has not even read the last 65,536."""
        process = self._process
        if process is not None and process.stdin is not None:
            with suppress(OSError, ValueError):  # full, gone, or closed just now: its next look finds it
                os.write(process.stdin.fileno(), b"n")

    def status(self) -> CourierStatus | None:
        """What it said last, brought up to now; None where it does not run or has said nothing."""
        last = self._last
        if last is None or not self.running:
            return None
        return statuses.aged(last[1], time.monotonic() - last[0])

    def close(self) -> None:
        """End it. It has END_S, on a thread of its own; nobody waits."""
        self._closing.set()
        process = self._process
        if process is not None:
            threading.Thread(target=_end, args=(process,), name="courier-end", daemon=True).start()

    def join(self, timeout_s: float) -> None:
        """Wait until it is gone, for tests and for who must know."""
        self._thread.join(timeout_s)

    def _supervise(self) -> None:
        wait_s = FIRST_WAIT_S
        if self._closing.wait(self._delay_s):
            return
        while True:
            began_s = time.monotonic()
            self._run_once()
            if self._closing.is_set():
                return
            if time.monotonic() - began_s > LASTED_S:
                wait_s = FIRST_WAIT_S
            if self._closing.wait(wait_s * random.uniform(0.8, 1.0)):  # noqa: S311  (jitter)
                return
            wait_s = min(2 * wait_s, LONGEST_WAIT_S)
            self.restarts += 1

    def _run_once(self) -> None:
        try:
            process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=_environment(os.environ),
                bufsize=0,
            )
        except OSError:
            return
        assert process.stdin is not None, "a pipe"
        assert process.stdout is not None, "a pipe"
        with process.stdin, process.stdout:
            with suppress(OSError):
                process.stdin.write(self._first_line())
                if os.name == "posix":
                    os.set_blocking(process.stdin.fileno(), False)
            self._process = process
            if self._closing.is_set():  # closed while it was being started
                _end(process)
            self._listen(process.stdout)
        _end(process)
        self._process = None

    def _listen(self, lines: IO[bytes]) -> None:
        waiting = b""
        while data := lines.read(65536):
            waiting += data
            *whole, waiting = waiting.split(b"\n")
            waiting = waiting[-MAX_LINE_BYTES:]
            for line in whole:
                said = statuses.decode(line)
                if said is not None:
                    self._last = (time.monotonic(), said)
                    self._heard(said)


def command_of(*words: str) -> list[str]:
    """How this very program is run with other words: a frozen one is its own interpreter."""
    return [sys.executable, *(() if getattr(sys, "frozen", False) else ("-m", "kiosk")), *words]


def _environment(inherited: Mapping[str, str]) -> dict[str, str]:
    """The child imports this very `kiosk`, from wherever this process has it."""
    root = str(Path(kiosk.__file__).parents[1])
    path = inherited.get("PYTHONPATH", "")
    return {**inherited, "PYTHONPATH": os.pathsep.join((root, path)) if path else root}


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        process.terminate()
        try:
            process.wait(END_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
