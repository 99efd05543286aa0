"""Scanners without any: a terminal's other end as a serial scanner, and ports as they are plugged in."""

from __future__ import annotations

import os
import threading
import tty
from pathlib import Path

from kiosk.devices.serial_ports import Port


class PtyScanner:
    """A serial scanner at a pseudo-terminal; its port's path is a link, as /dev/serial/by-id has them."""

    def __init__(self, link: Path) -> None:
        self.link = link
        self._ours = -1

    @property
    def path(self) -> str:
        """The path that stays."""
        return str(self.link)

    def plug(self) -> str:
        """Plug it in; the system's own path for it, another each time."""
        self._ours, theirs = os.openpty()
        tty.setraw(theirs)
        name = os.ttyname(theirs)
        self.link.unlink(missing_ok=True)
        self.link.symlink_to(name)
        os.close(theirs)
        return name

    def unplug(self) -> None:
        """Pull it out."""
        self.link.unlink(missing_ok=True)
        os.close(self._ours)
        self._ours = -1

    def send(self, data: bytes) -> None:
        """Bytes from the scanner; more than a terminal holds goes from a thread."""
        if len(data) < 1_024:
            os.write(self._ours, data)
        else:
            threading.Thread(target=self._pour, args=(data,), daemon=True).start()

    def _pour(self, data: bytes) -> None:
        at = 0
        while at < len(data):
            try:
                at += os.write(self._ours, data[at : at + 1_024])
            except OSError:
                return


class Ports:
    """What is plugged in, for SerialScanner's `look`; answers at once."""

    def __init__(self, *present: Port) -> None:
        self.present = present
        self.looks = 0

    def __call__(self, found) -> None:
        self.looks += 1
        found(self.present)
