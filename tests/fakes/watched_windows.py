"""Windows without Qt for the watch, by name: each beats, freezes, dies or ends in its own way.

`python -m tests.fakes.watched_windows NAME FOLDER` watches one. A window writes a line into FOLDER/log for
each of its starts: its number, its process and what it does.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.app.watch import AGAIN, Patience, Watched, watch

SOON = Patience(start_s=0.5, frozen_s=0.25, end_s=0.5, told_s=0.2)
BEAT_S = 0.02


class Window:
    """What the windows can do."""

    def __init__(self, watched: Watched, folder: Path) -> None:
        self.watched = watched
        self.folder = folder
        self._ends = False
        signal.signal(signal.SIGTERM, self._end)

    def _end(self, _number: int, _frame: object) -> None:
        self._ends = True

    def say(self, what: str) -> None:
        with (self.folder / "log").open("a", encoding="utf-8") as log:
            log.write(f"{self.watched.number} {os.getpid()} {what}\n")

    def stand(self, seconds: float = 3600.0) -> int:
        """Beat for so long, or until asked to end, or until nobody watches."""
        self.watched.ready()
        self.say("stands")
        until_s = time.monotonic() + seconds
        while not self._ends and time.monotonic() < until_s:
            if not self.watched.beat():
                self.say("alone")
                return 0
            time.sleep(BEAT_S)
        self.watched.ending()
        self.say("ends")
        return 0


def well(window: Window) -> int:
    return window.stand()


def ends_by_itself(window: Window) -> int:
    return window.stand(0.05)


def ends_slowly(window: Window) -> int:
    """It prints: longer than a window may be silent, shorter than its end may take."""
    status = window.stand(0.05)
    time.sleep(0.4)
    window.say("printed")
    return status


def never_ends(window: Window) -> int:
    """It was asked to end and does not come to it."""
    status = window.stand()
    time.sleep(3600)
    return status


def busy_once(window: Window) -> int:
    """Its event loop turns no more, the first time."""
    if window.watched.number == 0:
        window.watched.ready()
        window.watched.beat()
        faulthandler.enable()
        while True:
            pass
    return window.stand()


def crashes_once(window: Window) -> int:
    if window.watched.number == 0:
        window.watched.ready()
        os.kill(os.getpid(), signal.SIGSEGV)
    return window.stand()


def raises_once(window: Window) -> int:
    if window.watched.number == 0:
        raise ValueError("林示远")
    return window.stand()


def starts_slowly(window: Window) -> int:
    """Longer than it may be silent later on."""
    time.sleep(0.35)
    return window.stand()


def never_starts(window: Window) -> int:
    """The first time it does not even come to its first beat."""
    if window.watched.number == 0:
        time.sleep(3600)
    return window.stand()


def dies_at_start(window: Window) -> int:
    window.say("dies")
    os._exit(3)


def again(window: Window) -> int:
    return AGAIN if window.watched.number < 5 else window.stand(0.05)


def has_children(window: Window) -> int:
    """It has started one that does not notice its end by itself, and dies."""
    if window.watched.number == 0:
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3600)"])
        (window.folder / "child").write_text(str(child.pid), encoding="ascii")
        window.watched.ready()
        os.kill(os.getpid(), signal.SIGKILL)
    return window.stand()


WINDOWS: dict[str, Callable[[Window], int]] = {
    each.__name__: each
    for each in (
        *(well, ends_by_itself, ends_slowly, never_ends, busy_once, crashes_once, raises_once),
        *(starts_slowly, never_starts, dies_at_start, again, has_children),
    )
}


def main(name: str, folder: Path) -> int:
    """Watch the window of that name."""
    return watch(lambda watched: WINDOWS[name](Window(watched, folder)), SOON)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
