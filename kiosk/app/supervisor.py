"""Tells systemd, if it started us, that the kiosk stands and that its watch is alive (sd_notify(3))."""

from __future__ import annotations

import os
import time
from contextlib import suppress

EVERY_S = 1.0
"""Systemd is told no oftener than this; whoever sets WatchdogSec sets more."""


class Supervisor:
    """Says nothing where NOTIFY_SOCKET is not set. Takes the variable away: no child of ours is to use it."""

    def __init__(self) -> None:
        self._address = os.environ.pop("NOTIFY_SOCKET", "")
        if self._address.startswith("@"):
            self._address = "\0" + self._address[1:]
        self._told_s = 0.0

    def ready(self) -> None:
        """The first frame stands."""
        self._tell(b"READY=1")

    def alive(self) -> None:
        """The watch is at work."""
        now_s = time.monotonic()
        if self._address and now_s - self._told_s >= EVERY_S:
            self._told_s = now_s
            self._tell(b"WATCHDOG=1")

    def stopping(self) -> None:
        """It ends because it was asked to."""
        self._tell(b"STOPPING=1")

    def _tell(self, words: bytes) -> None:
        if not self._address:
            return
        import socket  # noqa: PLC0415  (only where systemd listens)

        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.sendto(words, self._address)
