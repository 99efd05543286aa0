"""A printer behind a device file of Linux: /dev/usb/lp0."""

from __future__ import annotations

import errno
import os
import select
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.devices.printers.links import ANSWER_BYTES, STALL_S, Written
from kiosk.devices.printers.port import SEND_TIMEOUT_S
from kiosk.domain.printer_trouble import Trouble

_CHUNK_BYTES = 4096
_STEP_S = 0.005
_BROKEN = select.POLLERR | select.POLLHUP | select.POLLNVAL


@dataclass(slots=True)
class DeviceLink:
    """Never blocks in the driver: a printer without paper may take no byte for hours."""

    path: str
    answers: bool = True
    _handle: int | None = field(default=None, repr=False)

    def open(self, name: str = "") -> Trouble | None:  # noqa: ARG002
        """GONE where the device is not there or another program holds it; NOT_WRITABLE without the right."""
        self.close()
        try:
            mode = os.stat(self.path).st_mode  # noqa: PTH116  # a device, not a file
            if not (stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)):
                return Trouble.NO_PRINTER  # a file is never written over
            both = os.O_RDWR if stat.S_ISCHR(mode) else os.O_WRONLY
            self._handle = os.open(self.path, both | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        except OSError as refusal:
            return Trouble.NOT_WRITABLE if refusal.errno in {errno.EACCES, errno.EPERM} else Trouble.GONE
        self.answers = stat.S_ISCHR(mode)
        return None

    def write(self, data: bytes, *, stall_s: float = STALL_S, within_s: float = SEND_TIMEOUT_S) -> Written:
        """Write all, and wait until the driver has handed over the last of it: closing would drop it."""
        handle = self._handle
        if handle is None:
            return Written(0, Trouble.GONE)
        moved = time.monotonic()
        end, left, rest = moved + within_s, 0, memoryview(data)
        while True:
            now = time.monotonic()
            clock = min(end, moved + stall_s) - now
            if clock <= 0:
                return Written(left, Trouble.SILENT if left else Trouble.STOPPED)
            try:
                happened = _wait(handle, select.POLLOUT, clock)
                if not happened:
                    continue
                if not happened & select.POLLOUT:
                    return Written(left, Trouble.GONE)
                if left == len(data):
                    return Written(left)
                left += os.write(handle, rest[left : left + _CHUNK_BYTES])
                moved = now
            except BlockingIOError:
                time.sleep(_STEP_S)
            except OSError as refusal:
                # the driver's word for paper out (drivers/usb/class/usblp.c); anything else: unplugged
                out = refusal.errno == errno.ENOSPC
                return Written(left, Trouble.PAPER_OUT if out else Trouble.GONE)

    def read(self, whole: Callable[[bytes], bool], within_s: float) -> bytes:
        """See Link."""
        handle, answer = self._handle, bytearray()
        if handle is None or not self.answers:
            return b""
        end = time.monotonic() + within_s
        while len(answer) < ANSWER_BYTES and not (answer and whole(bytes(answer))):
            rest_s = max(0.0, end - time.monotonic())
            try:
                happened = _wait(handle, select.POLLIN, rest_s)
                if not happened & select.POLLIN:
                    break
                data = os.read(handle, 4096)
            except BlockingIOError:
                data = b""
            except OSError:  # unplugged: what came is what is known
                break
            answer += data
            if not data:  # a device says nothing yet with no bytes
                if rest_s <= _STEP_S or happened & _BROKEN:
                    break
                time.sleep(_STEP_S)
        return bytes(answer)

    def close(self) -> None:
        """See Link."""
        handle, self._handle = self._handle, None
        if handle is not None:
            try:
                os.close(handle)
            except OSError:
                return


def _wait(handle: int, event: int, within_s: float) -> int:
    """What happened, as poll says it; 0 where nothing did in time."""
    poll = select.poll()
    poll.register(handle, event)
    found = poll.poll(within_s * 1000)
    return found[0][1] if found else 0
