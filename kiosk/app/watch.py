"""Watches the window from a small process of its own, and starts it again when it has frozen or died.

The window's process is forked before Qt, threads and heavy imports are loaded: what is paid for that is one
fork. It beats through a pipe, from its event loop, once a second. What was typed at the start (a passphrase)
stays in the watching process, so that a new start needs nobody.

Where a process cannot be forked (Windows) the window runs unwatched.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.app.supervisor import Supervisor

AGAIN = 75
"""Exit status (EX_TEMPFAIL) of a window that is to be started again at once, because staff asked for it."""
BROKEN = 70
"""Exit status (EX_SOFTWARE) of a window that gave itself up: only a new start is sure to forget all."""
COULD_NOT_RUN = 2
SLICE_S = 1.0
"""The watch looks this often; what it lost while it was stopped itself counts as one look."""
LONGEST_PAUSE_S = 30.0
LASTED_S = 60.0
"""A window that stood for so long was well: after it one does not pause."""
TRIES_AT_A_TERMINAL = 3
"""A window that has never stood once is not tried for ever where somebody sits at the terminal."""
_READY, _BEAT, _ENDING = b"r", b".", b"e"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the window may take, in seconds."""

    start_s: float = 60.0
    """To its first beat."""
    frozen_s: float = 10.0
    """Between two beats."""
    end_s: float = 60.0
    """To its end, once it was asked to or has said that it ends: what is being printed may be sent first."""
    told_s: float = 1.0
    """To say where it stood, before a frozen one is killed."""


@dataclass(frozen=True, slots=True)
class Watched:
    """The window's end of the watch."""

    handle: int = -1
    """The pipe to the watching process; -1 where nobody watches."""
    number: int = 0
    """0 for the first start, then counted."""
    age_s: float = 0.0
    cpu_s: float = 0.0
    """What the process that it was forked from had spent by then: the first frame's time includes it."""

    def ready(self) -> bool:
        """The first frame stands."""
        return self._say(_READY)

    def beat(self) -> bool:
        """The event loop turns. False where nobody watches any more: then the window ends as well."""
        return self._say(_BEAT)

    def ending(self) -> bool:
        """It ends on purpose; no beat comes from now on."""
        return self._say(_ENDING)

    def _say(self, word: bytes) -> bool:
        if self.handle < 0:
            return True
        try:
            os.write(self.handle, word)
        except BlockingIOError:
            return True  # the watch has been stopped for hours, and may go on yet
        except OSError:
            return False
        return True


def watch(window: Callable[[Watched], int], patience: Patience = Patience()) -> int:
    """Run a window until it ends on purpose, or SIGTERM or SIGINT asks for that. Exit status.

    `window` runs in a process of its own and gives its exit status: 0 ends the watch too, AGAIN starts it
    anew at once, anything else counts as a crash and starts it anew after a pause that grows.
    """
    if not hasattr(os, "fork"):
        return window(Watched())
    return _Watch(window, patience).run()


def in_own_process(work: Callable[[], object]) -> None:
    """Run work that loads much in a process of its own, and wait; its failure is this one's."""
    if not hasattr(os, "fork"):
        work()
        return
    _flush()
    pid = os.fork()
    if pid == 0:
        work()
        sys.exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if status:
        sys.exit(status if status > 0 else COULD_NOT_RUN)


def age_s() -> float:
    """Seconds since this process was started, as the kernel counts them; Linux."""
    fields = Path("/proc/self/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / os.sysconf("SC_CLK_TCK")


class _Watch:
    def __init__(self, window: Callable[[Watched], int], patience: Patience) -> None:
        self._window = window
        self._patience = patience
        self._supervisor: Supervisor | None = None
        self._pid: int | None = None
        self._beats = -1
        self._asked = False
        """Whether it is to end."""
        self._stood_once = False
        self._crashes = 0
        """In a row."""
        self._number = 0
        self._waker, self._woken = os.pipe()

    def run(self) -> int:
        os.set_blocking(self._woken, False)
        os.set_blocking(self._waker, False)
        signal.set_wakeup_fd(self._woken, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)  # it wakes us, that is all
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask)
        while True:
            self._start()
            if self._number == 1:
                self._settle()
            status = self._until_ended()
            if self._asked:
                self._tell.stopping()
                return 0 if status in (0, AGAIN, -signal.SIGTERM, -signal.SIGINT) else 1
            if status == 0:
                return 0
            if status != AGAIN:
                end = self._after_crash(status)
                if end is not None:
                    return end

    def _settle(self) -> None:
        """What the watch needs for itself is loaded while the window is on its way already."""
        from kiosk.app.no_dumps import forbid_dumps  # noqa: PLC0415
        from kiosk.app.supervisor import Supervisor  # noqa: PLC0415

        forbid_dumps()  # a passphrase may lie here
        self._supervisor = Supervisor()

    @property
    def _tell(self) -> Supervisor:
        """Whoever started us."""
        assert self._supervisor is not None, "settled"
        return self._supervisor

    def _ask(self, _number: int, _frame: object) -> None:
        """SIGTERM or SIGINT: the window ends first, then the watch."""
        self._asked = True
        if self._pid is not None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGTERM)

    def _start(self) -> None:
        """Fork a window. No signal is taken between the fork and the handlers of each of the two."""
        _flush()
        beats, handle = os.pipe()
        os.set_blocking(handle, False)
        taken = (signal.SIGTERM, signal.SIGINT)
        cpu_s = time.process_time() if self._number == 0 else 0.0
        watched = Watched(handle, self._number, _age_s() if self._number == 0 else 0.0, cpu_s)
        signal.pthread_sigmask(signal.SIG_BLOCK, taken)
        pid = os.fork()
        if pid == 0:
            os.close(beats)
            self._become_window(watched, taken)
        self._pid, self._beats = pid, beats
        self._number += 1
        signal.pthread_sigmask(signal.SIG_UNBLOCK, taken)
        os.close(handle)
        os.set_blocking(beats, False)

    def _become_window(self, watched: Watched, taken: tuple[signal.Signals, ...]) -> None:
        """The forked process, from its first to its last moment."""
        signal.set_wakeup_fd(-1)
        for handle in (self._waker, self._woken):
            os.close(handle)
        os.setpgid(0, 0)  # so that all it starts can be ended with it
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, taken)
        status = BROKEN
        try:
            status = self._window(watched)
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
        except BaseException as fault:  # noqa: BLE001  (the outermost edge of a process)
            status = _say_fault(fault)
        finally:
            _flush()
            os._exit(status)

    def _until_ended(self) -> int:
        """Watch this window until it is gone. Its exit status, negative for a signal."""
        began_s = time.monotonic()
        silent_s, allowed_s = 0.0, self._patience.start_s
        ending = False
        while True:
            status = self._reap()
            if status is not None:
                break
            before_s = time.monotonic()
            words = self._listen(min(SLICE_S, allowed_s / 4))
            silent_s += min(time.monotonic() - before_s, SLICE_S)
            if words and not ending:
                silent_s, allowed_s = 0.0, self._patience.frozen_s
            if (_ENDING in words or self._asked) and not ending:
                ending, silent_s, allowed_s = True, 0.0, self._patience.end_s
            if _READY in words:
                self._stood_once = True
                self._tell.ready()
            self._tell.alive()
            if silent_s >= allowed_s:
                _say("the window does not answer and is ended")
                status = self._end_frozen()
                break
        os.close(self._beats)
        if time.monotonic() - began_s > LASTED_S:
            self._crashes = 0
        return status

    def _listen(self, most_s: float) -> bytes:
        """What the window says within a time; a signal ends the wait."""
        readable, _, _ = select.select([self._beats, self._waker], [], [], most_s)
        if self._waker in readable:
            with suppress(BlockingIOError):
                os.read(self._waker, 4096)
        words = b""
        if self._beats in readable:
            with suppress(BlockingIOError):
                words = os.read(self._beats, 4096)
            if not words:  # its end of the pipe is closed: it is ending, or has ended
                time.sleep(0.01)
        return words

    def _reap(self) -> int | None:
        """Its exit status, negative for a signal; None while it runs."""
        assert self._pid is not None, "started"
        pid, status = os.waitpid(self._pid, os.WNOHANG)
        if pid == 0:
            return None
        code = os.waitstatus_to_exitcode(status)
        group, self._pid = self._pid, None
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(group, signal.SIGTERM)  # what it had started and is still there
        return code

    def _end_frozen(self) -> int:
        """Let it say where it stands (faulthandler), then kill it."""
        assert self._pid is not None, "it runs"
        for number, most_s in ((signal.SIGABRT, self._patience.told_s), (signal.SIGKILL, 3600.0)):
            with suppress(ProcessLookupError):
                os.kill(self._pid, number)
            until_s = time.monotonic() + most_s
            while time.monotonic() < until_s:
                status = self._reap()
                if status is not None:
                    return status
                self._tell.alive()
                select.select([self._waker], [], [], 0.05)
        return -signal.SIGKILL  # it hangs in the kernel; a new one may do better

    def _after_crash(self, status: int) -> int | None:
        """Pause, longer each time. An exit status where the watch is to end as well: it was asked to, or
        trying again is for nobody's good."""
        self._crashes += 1
        how = f"signal {-status}" if status < 0 else f"status {status}"
        if not self._stood_once and self._crashes >= TRIES_AT_A_TERMINAL and sys.stdin.isatty():
            _say(f"the window ended unexpectedly ({how}) {self._crashes} times before it stood")
            return COULD_NOT_RUN
        pause_s = min(LONGEST_PAUSE_S, 2.0 ** (self._crashes - 2)) if self._crashes > 1 else 0.0
        _say(f"the window ended unexpectedly ({how}); it is started again in {pause_s:.0f} s")
        until_s = time.monotonic() + pause_s
        while not self._asked and (left_s := until_s - time.monotonic()) > 0:
            self._tell.alive()
            if select.select([self._waker], [], [], min(SLICE_S, left_s))[0]:
                with suppress(BlockingIOError):
                    os.read(self._waker, 4096)
        return 0 if self._asked else None


def _age_s() -> float:
    try:
        return age_s()
    except (OSError, ValueError, AttributeError):
        return 0.0  # only a benchmark on Linux wants it


def _say_fault(fault: BaseException) -> int:
    """One line, without anything that may name a person: the words of a known fault, else type and place."""
    from kiosk.app.discreet_log import place_of  # noqa: PLC0415  (it is needed rarely)

    words = getattr(fault, "words", None)
    if words is not None:
        _say(words.en)
        return COULD_NOT_RUN
    _say(f"unexpected {type(fault).__name__} at {place_of(fault)}")
    return 128 + signal.SIGINT if isinstance(fault, KeyboardInterrupt) else BROKEN


def _say(line: str) -> None:
    with suppress(OSError):  # nobody may be there to hear it
        print(f"kiosk: {line}", file=sys.stderr, flush=True)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
