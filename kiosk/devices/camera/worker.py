"""The thread that reads a camera's frames: always the newest one, and never more often than is worth it.

It asks for the newest frame instead of being handed each: QVideoSink keeps one and no more, so that what was
not read in time is never read, and no code of ours runs on the camera's own thread.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtMultimedia import QVideoFrame

from kiosk.devices.camera.aim import Room, meant
from kiosk.devices.camera.codes import codes_in
from kiosk.devices.camera.frames import brightness
from kiosk.devices.camera.light import CalmHint, Hint, hint_for, measure
from kiosk.devices.camera.motion import PROBE_EVERY_S, Pace, samples
from kiosk.devices.camera.plane import Plane, mirrored_cut

POLL_S = 0.003
IDLE_POLL_S = 0.03
"""While no frames come at all."""
SILENT_S = 0.5
FRAME_S = 1 / 30
NEXT_AFTER = 0.85
"""Of a frame's time: then it is asked for every POLL_S until it is there."""
LIGHT_EVERY_S = 0.25
PICTURE_EVERY_S = 1 / 13
PICTURE_PX = 360
REPEAT_S = 0.5
READ_LATELY_S = 1.0
"""So long after a code was read nothing is hinted."""


class Hears(Protocol):
    """Whoever is told what the camera sees. Called on the camera's reading thread."""

    def code(self, text: str) -> None:
        """A code is held out; told again twice a second as long as it is."""

    def hint(self, hint: Hint) -> None:
        """What would help has changed."""

    def picture(self, grey: bytes, side: int) -> None:
        """The picture's middle in a mirror, a byte a pixel."""

    def failed(self, exception: BaseException) -> None:
        """Reading has ended on a fault of ours."""


class Reading(threading.Thread):
    """Reads from `start` until `end`. `newest` gives the newest frame there is; safe from this thread."""

    def __init__(self, newest: Callable[[], QVideoFrame], hears: Hears) -> None:
        super().__init__(name="camera reading", daemon=True)
        self._newest = newest
        self._hears = hears
        self._ends = threading.Event()
        self._pace = Pace()
        self._calm = CalmHint()
        self._room = Room()
        self._said = ""
        self._taken_us = -1
        self._taken_s = float("-inf")
        self._frame_s = FRAME_S
        self._said_s = self._code_s = float("-inf")
        self._light_s = float("-inf")
        self._picture_s = float("-inf")
        self.watched = False
        """Whether somebody looks at the picture: only then it is made."""
        self.read = 0
        """Frames that codes were looked for in."""

    def end(self) -> None:
        """Read no more, and wait for the frame that is being read."""
        self._ends.set()
        if self.is_alive():
            self.join()

    def run(self) -> None:
        """The thread's work."""
        try:
            while not self._ends.wait(self.step(time.monotonic())):
                pass
        except Exception as fault:  # noqa: BLE001  (the thread's outermost edge: nobody else could tell)
            self._hears.failed(fault)

    def step(self, now_s: float) -> float:
        """Take the newest frame, if there is another since the last; seconds until the next look."""
        frame = self._newest()
        if not frame.isValid() or not self._is_new(frame, now_s):
            return IDLE_POLL_S if now_s - self._taken_s > SILENT_S else POLL_S
        began_s = time.perf_counter()
        with brightness(frame) as plane:
            if plane is not None:
                self._take(plane, now_s)
        return max(POLL_S, NEXT_AFTER * self._frame_s - (time.perf_counter() - began_s))

    def _is_new(self, frame: QVideoFrame, now_s: float) -> bool:
        time_us = frame.startTime()
        if time_us < 0:  # a source that does not number its frames
            if now_s - self._taken_s < self._frame_s:
                return False
        elif time_us == self._taken_us:
            return False
        apart_s = (time_us - self._taken_us) / 1e6
        if 0.005 < apart_s < 0.2:
            self._frame_s = min(apart_s, self._frame_s * 1.05)
        self._taken_us, self._taken_s = time_us, now_s
        return True

    def _take(self, plane: Plane, now_s: float) -> None:
        moves = self._pace.look(samples(plane), now_s)
        if self._pace.due(now_s):
            self._read(plane, now_s, moves=moves)
        every_s = PROBE_EVERY_S if self._pace.rests(now_s) else PICTURE_EVERY_S
        if self.watched and now_s - self._picture_s >= every_s - 0.002:
            self._picture_s = now_s
            self._hears.picture(*mirrored_cut(plane, PICTURE_PX))

    def _read(self, plane: Plane, now_s: float, *, moves: bool) -> None:
        began_s = time.thread_time()
        codes = self._room.held_out(codes_in(plane), plane.height, now_s)
        self.read += 1
        self._pace.read(now_s, time.thread_time() - began_s)
        found = meant(codes, plane.width, plane.height)
        if found.text:
            if found.text != self._said or now_s - self._said_s >= REPEAT_S:
                self._said, self._said_s = found.text, now_s
                self._hears.code(found.text)
            self._code_s = now_s
            self._say(Hint.NOTHING, now_s, at_once=True)
            return
        if now_s - self._code_s < READ_LATELY_S or self._pace.rests(now_s):
            self._say(Hint.NOTHING, now_s)
        elif now_s - self._light_s >= LIGHT_EVERY_S:
            self._light_s = now_s
            unreadable = [code for code in codes if not code.text]
            self._say(hint_for(measure(plane), unreadable, several=found.several, moves=moves), now_s)

    def _say(self, wanted: Hint, now_s: float, *, at_once: bool = False) -> None:
        before = self._calm.shown
        if at_once:
            self._calm.clear()
        if self._calm.take(wanted, now_s) is not before:
            self._hears.hint(self._calm.shown)
