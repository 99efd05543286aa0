"""A printer that answers before it has read all of a document leaves no socket open."""

from __future__ import annotations

import gc
import socket
import threading
from pathlib import Path

from pyipp.enums import IppOperation

from kiosk.devices.printers.ipp import _within
from kiosk.devices.printers.ipp_wire import Address, Answer, Line

CHARSET = b"\x01\x47\x00\x12attributes-charset\x00\x05utf-8"
BUSY = b"\x02\x00\x05\x07\x00\x00\x00\x01" + CHARSET + b"\x03"
"""server-error-busy (RFC 8011, appendix B)."""
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: %d\r\n\r\n"


def _sockets() -> int:
    links = list(Path("/proc/self/fd").iterdir())
    return sum(each.is_symlink() and str(each.readlink()).startswith("socket:") for each in links)


def test_an_answer_before_the_document_was_read_leaves_no_socket_behind() -> None:
    taken: list[socket.socket] = []

    def refuse(listener: socket.socket) -> None:
        for _ in range(3):
            connection, _ = listener.accept()
            taken.append(connection)
            connection.recv(100)
            connection.sendall(HEAD % len(BUSY) + BUSY)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = Line(Address.parse(f"ipp://127.0.0.1:{listener.getsockname()[1]}/"))
        printer = threading.Thread(target=refuse, args=(listener,), daemon=True)
        printer.start()
        before = _sockets()
        for _ in range(3):
            asked = line.ask(IppOperation.PRINT_JOB, document=bytes(8_000_000), timeout_s=10.0)
            answer = _within(20.0, asked, None)
            assert isinstance(answer, Answer)
            assert answer.status == 0x507
        printer.join()
        gc.collect()  # what asyncio has forgotten to close is a warning, and so an error, here
        assert _sockets() == before + len(taken), "the printer's own ends"
    for each in taken:
        each.close()
