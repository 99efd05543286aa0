"""Ways for bytes to a printer: TCP, a device file, the spooler. They know nothing of what the bytes mean.

Nothing here raises for what a cable, a network or a printer does, nothing blocks without an end, and it is
always known whether bytes may have left.
"""

from __future__ import annotations

import os
import re
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from kiosk.devices.printers.port import SEND_TIMEOUT_S, WrongSettings
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.words import Words

CONNECT_S = 1.2
STALL_S = 8.0
"""So long may a printer take no byte: one that prints the label before takes none for some seconds."""
ANSWER_BYTES = 65_536
"""More of an answer is not read: no printer says so much."""
TCP_PORT = 9100
_CHUNK_BYTES = 16_384
_STEP_S = 0.005
_FAREWELL_S = 0.25


@dataclass(frozen=True, slots=True)
class Written:
    """What became of bytes that were to leave."""

    left: int
    """So many may have left; with 0 it is sure that none has."""
    trouble: Trouble | None = None
    """Why not all have; None: they are all with the printer or its spooler."""


class Link(Protocol):
    """One way to one printer. Open, write, read, close; then it can be opened again."""

    @property
    def answers(self) -> bool:
        """Whether anything can come back."""
        ...

    def open(self, name: str = "") -> Trouble | None:
        """Reach the printer; the trouble where it cannot be reached. `name` is a job's, for spoolers."""
        ...

    def write(self, data: bytes, *, stall_s: float = STALL_S, within_s: float = SEND_TIMEOUT_S) -> Written:
        """Write all. Ends when no byte has gone on for `stall_s`, and after `within_s` at the latest."""
        ...

    def read(self, whole: Callable[[bytes], bool], within_s: float) -> bytes:
        """What comes until it is `whole`, for `within_s` at most; with 0 what lies there already."""
        ...

    def close(self) -> None:
        """Let go; what was written stays with the printer."""
        ...


def link_of(address: str) -> Link:
    """The link of an address of kiosk.toml: tcp://host:9100, usb:/dev/usb/lp0 or cups:name.

    WrongSettings, with words, for what is none of them.
    """
    if found := _TCP.fullmatch(address):
        port = int(found["port"] or TCP_PORT)
        if 0 < port < 65_536:
            return TcpLink(found["v6"] or found["host"], port)
    if address.startswith("usb:/") and os.name == "posix":
        from kiosk.devices.printers.device_link import DeviceLink  # noqa: PLC0415  # not on Windows

        return DeviceLink(address.removeprefix("usb:"))
    if found := _CUPS.fullmatch(address):
        from kiosk.devices.printers.spooler_link import SpoolerLink  # noqa: PLC0415  # needs subprocess

        return SpoolerLink(found["name"])
    raise WrongSettings(
        Words(
            f"打印机地址不对：{address}。请写 tcp://地址:9100、usb:/dev/usb/lp0 或 cups:队列名。",
            f"Not a printer's address: {address}. Write tcp://host:9100, usb:/dev/usb/lp0 or cups:name.",
        )
    )


_TCP = re.compile(
    r"tcp://(?:\[(?P<v6>[0-9a-fA-F:.]+(?:%\w+)?)\]|(?P<host>[^\s/:\[\]]+))(?::(?P<port>\d{1,5}))?/?"
)
_CUPS = re.compile(r"cups:(?P<name>[^\s/#?'\"<>\\-][^\s/#?'\"<>\\]{0,126})")


@dataclass(slots=True)
class TcpLink:
    """A raw port of a network printer or print server."""

    host: str
    port: int = TCP_PORT
    answers: bool = True
    _socket: socket.socket | None = field(default=None, repr=False)
    _sent: int = 0

    def open(self, name: str = "") -> Trouble | None:  # noqa: ARG002
        """Connect within CONNECT_S; GONE where nobody is there."""
        self.close()
        end = time.monotonic() + CONNECT_S
        where = _resolve(self.host, self.port)
        if where is None:
            return Trouble.GONE
        family, address = where
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            # what lies in our own buffer has not gone on: a small one, so that the clocks see the printer
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _CHUNK_BYTES)
            connection.settimeout(max(0.1, end - time.monotonic()))
            connection.connect(address)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:
            connection.close()
            return Trouble.GONE
        self._socket, self._sent = connection, 0
        return None

    def write(self, data: bytes, *, stall_s: float = STALL_S, within_s: float = SEND_TIMEOUT_S) -> Written:
        """Write all, and wait until the other side has acknowledged it where the system can tell."""
        connection = self._socket
        if connection is None:
            return Written(0, Trouble.GONE)
        end = time.monotonic() + within_s
        rest, left = memoryview(data), 0
        try:
            while left < len(data):
                connection.settimeout(max(_STEP_S, min(stall_s, end - time.monotonic())))
                left += connection.send(rest[left : left + _CHUNK_BYTES])
                if time.monotonic() > end:
                    break
        except TimeoutError:
            return Written(left, Trouble.SILENT if left else Trouble.STOPPED)
        except OSError:
            return Written(left, Trouble.GONE)
        self._sent += left
        if left < len(data):
            return Written(left, Trouble.SILENT)
        return Written(left, _arrive(connection, stall_s, end))

    def read(self, whole: Callable[[bytes], bool], within_s: float) -> bytes:
        """See Link."""
        connection, answer = self._socket, bytearray()
        if connection is None:
            return b""
        end = time.monotonic() + within_s
        try:
            while len(answer) < ANSWER_BYTES and not (answer and whole(bytes(answer))):
                connection.settimeout(max(0.0, end - time.monotonic()))
                data = connection.recv(4096)
                if not data:
                    break
                answer += data
        except OSError:  # nothing more in time, or the connection broke: what came is what is known
            return bytes(answer)
        return bytes(answer)

    def close(self) -> None:
        """After a page, let the printer close first: a reset could take from it what it has not read yet."""
        connection, self._socket = self._socket, None
        if connection is None:
            return
        with connection:
            if self._sent <= 1024:
                return
            end = time.monotonic() + _FAREWELL_S
            try:
                connection.shutdown(socket.SHUT_WR)
                while (rest_s := end - time.monotonic()) > 0:
                    connection.settimeout(rest_s)
                    if not connection.recv(4096):
                        return
            except OSError:
                return


def _resolve(host: str, port: int) -> tuple[int, Any] | None:
    """Family and address. A name server that does not answer costs CONNECT_S and no more."""
    found: list[tuple[int, Any]] = []

    def ask(flags: int) -> None:
        try:
            family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)[0]
        except (OSError, UnicodeError):
            return
        found.append((family, address))

    ask(socket.AI_NUMERICHOST)
    if not found:
        asking = threading.Thread(target=ask, args=(0,), daemon=True)
        asking.start()
        asking.join(CONNECT_S)
    return found[0] if found else None


def _arrive(connection: socket.socket, stall_s: float, end: float) -> Trouble | None:
    """Wait until everything that was sent is acknowledged; the trouble where it is not."""
    waiting, moved = _unacknowledged(connection), time.monotonic()
    while not (broken := connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)) and waiting:
        now = time.monotonic()
        if now > end or now - moved > stall_s:
            return Trouble.SILENT
        time.sleep(_STEP_S)
        still = _unacknowledged(connection)
        if still < waiting:
            waiting, moved = still, now
    return Trouble.GONE if broken else None


def _unacknowledged(connection: socket.socket) -> int:
    """Bytes that the other side has not acknowledged; 0 where the system does not tell (only Linux does)."""
    try:
        import fcntl  # noqa: PLC0415  # not on Windows
        import termios  # noqa: PLC0415

        answer = fcntl.ioctl(connection.fileno(), termios.TIOCOUTQ, b"\0\0\0\0")  # SIOCOUTQ, tcp(7)
    except (ImportError, OSError):
        return 0
    return int.from_bytes(answer, "little")
