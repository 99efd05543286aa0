"""Whatever comes back over the network is a value: truncated, random, endless or silent."""

from __future__ import annotations

import contextlib
import http.server
import itertools
import os
import random
import socket
import struct
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyipp.enums import IppOperation

from kiosk.devices.printers.ipp import IppPrinter
from kiosk.devices.printers.ipp_wire import Answer, Unanswered, read, sift
from kiosk.devices.printers.port import LOOK_TIMEOUT_S, Handover
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from tests.devices.printers.ippeve_here import IppEve
from tests.devices.printers.printing import JOB, each_within, ended, ours, page

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
REFERENCE = f"{JOB:016x}.1"
WANTED = frozenset({"printer-state", "printer-state-reasons", "job-id", "job-name"})


def attribute(tag: int, name: bytes, value: bytes) -> bytes:
    return struct.pack(">BH", tag, len(name)) + name + struct.pack(">H", len(value)) + value


HEAD = b"\2\0" + struct.pack(">HI", 0, 1) + b"\1" + attribute(0x47, b"attributes-charset", b"utf-8")
STATE = attribute(0x23, b"printer-state", struct.pack(">I", 3))
REASON = attribute(0x44, b"printer-state-reasons", b"none")
JOB_NAME = attribute(0x42, b"job-name", f"{JOB:016x}".encode())
WHOLE = HEAD + b"\4" + STATE + REASON + b"\3"


class Says(threading.Thread):
    """A server that answers a request, of which it is given the body, with pieces of bytes."""

    def __init__(self, reply: Callable[[bytes], Iterable[bytes]]) -> None:
        super().__init__(daemon=True)

        class Answers(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                request = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                with contextlib.suppress(OSError):
                    for piece in reply(request):
                        self.wfile.write(piece)

            def log_message(self, *words: object) -> None:
                """Nothing."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.printer = ours(f"ipp://127.0.0.1:{self.server.server_port}/ipp/print")

    def run(self) -> None:
        self.server.serve_forever(0.02)


@contextlib.contextmanager
def saying(reply: Callable[[bytes], Iterable[bytes]]) -> Iterator[IppPrinter]:
    says = Says(reply)
    says.start()
    yield says.printer
    says.server.shutdown()
    says.join(5)
    says.server.server_close()


def http_of(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: %d\r\n\r\n%s" % (
        len(body),
        body,
    )


def all_calls(printer: IppPrinter) -> list[Handover]:
    """None raises, and nothing is claimed."""
    assert printer.look().trouble is not None
    assert printer.find(JOB) is None
    told = [printer.send(page()), printer.follow(REFERENCE), printer.cancel(REFERENCE)]
    assert all(each.state not in {PrintState.CONFIRMED, PrintState.CANCELLED} for each in told)
    return told


def test_a_whole_answer_is_read() -> None:
    answer = read(WHOLE, WANTED)
    assert answer == Answer(0, ({"printer-state": 3, "printer-state-reasons": "none"},))


@given(st.integers(0, len(WHOLE) - 1))
def test_a_truncated_answer_is_none(length: int) -> None:
    assert read(WHOLE[:length], WANTED) is Unanswered.MALFORMED


@given(st.binary(max_size=200))
def test_random_bytes_are_no_answer(body: bytes) -> None:
    assert isinstance(read(body, WANTED), Answer | Unanswered)


@given(st.integers(8, len(WHOLE) - 1), st.binary(min_size=1, max_size=4))
def test_an_answer_with_changed_bytes_ends(at: int, put: bytes) -> None:
    told = read(WHOLE[:at] + put + WHOLE[at + len(put) :], WANTED)
    assert isinstance(told, Answer | Unanswered)


@pytest.mark.parametrize("length", [-9, -200, -1])
def test_a_negative_length_does_not_run_for_ever(length: int) -> None:
    backwards = struct.pack(">BH", 0x42, 8) + b"job-name" + struct.pack(">h", length)
    assert read(HEAD + b"\2" + backwards + bytes(70_000) + b"\3", WANTED) is Unanswered.MALFORMED
    backwards = struct.pack(">Bh", 0x42, length) + b"job-name"
    assert read(HEAD + b"\2" + backwards + bytes(70_000) + b"\3", WANTED) is Unanswered.MALFORMED


@pytest.mark.parametrize(
    "value",
    [(0x21, b""), (0x23, bytes(5)), (0x22, b"ab"), (0x32, bytes(8)), (0x36, b"\0\2en\0\7kiosk"), (0x35, b"")],
)
def test_a_value_has_the_length_of_its_kind(value: tuple[int, bytes]) -> None:
    """The parser goes on by what the kind takes, not by what the message says."""
    body = HEAD + b"\2" + attribute(value[0], b"job-id", value[1]) + b"\3"
    with pytest.raises(ValueError, match="length"):
        sift(body, WANTED)
    assert read(body, WANTED) is Unanswered.MALFORMED


def test_what_was_not_asked_for_does_no_harm() -> None:
    vendors = attribute(0x23, b"operations-supported", struct.pack(">I", 0x4FFF))
    nested = attribute(0x34, b"media-col-ready", b"") * 50
    answer = read(HEAD + b"\5\4" + vendors + STATE + nested + b"\3", WANTED)
    assert isinstance(answer, Answer)
    assert answer.printers == ({"printer-state": 3},)


@pytest.mark.parametrize(
    "reply",
    [
        http_of(b""),
        http_of(b"<html>welcome</html>"),
        http_of(WHOLE[:-3]),
        http_of(HEAD + b"\3"),
        http_of(b"\xff" * 1000),
        http_of(WHOLE)[:-5],
        b"",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\n\xff\xfe\xfd\xfc",
        b"HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd",
    ],
    ids=str,
)
def test_no_answer_is_taken_for_one(reply: bytes) -> None:
    with saying(lambda _: [reply]) as printer:
        told = all_calls(printer)
    assert told[0].state is PrintState.FAILED


def test_random_answers() -> None:
    luck = random.Random(7)

    def reply() -> bytes:
        return luck.choice(
            [lambda: http_of(luck.randbytes(luck.randrange(300))), lambda: luck.randbytes(40)]
        )()

    with saying(reply) as printer:
        for _ in range(200 if LONG else 5):
            all_calls(printer)


def test_an_endless_answer_is_cut_off() -> None:
    def reply(request: bytes) -> Iterable[bytes]:
        return itertools.chain([b"HTTP/1.1 200 OK\r\n\r\n" + HEAD + b"\4"], itertools.repeat(STATE * 1_000))

    with saying(reply) as printer:
        assert printer.look().trouble is Trouble.STOPPED  # and not GONE, as if its time had run out


@pytest.fixture
def mute() -> Iterator[IppPrinter]:
    """Takes every connection and never says a word."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(50)
        yield ours(f"ipp://127.0.0.1:{server.getsockname()[1]}/ipp/print")


@pytest.fixture
def slow() -> Iterator[IppPrinter]:
    """Answers what it is asked, each time just before its time is up."""
    done = threading.Event()

    def reply(request: bytes) -> Iterable[bytes]:
        done.wait(2.0)
        return [http_of(HEAD + b"\4" + STATE + b"\2" + JOB_NAME + b"\3")]

    with saying(reply) as printer:
        yield printer
        done.set()


def test_what_never_answers(mute: IppPrinter, slow: IppPrinter, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, answer = threading.Event(), threading.Event()

    def look_up(*words: object, **more: object) -> None:
        asked.set()
        answer.wait(30)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    unknown = ours("ipp://printer.example/ipp/print")
    sent, *told = each_within(
        LOOK_TIMEOUT_S,
        lambda: mute.send(page()),
        mute.look,
        unknown.look,
        lambda: slow.follow(REFERENCE),
    )
    assert sent == Handover(PrintState.FAILED, Trouble.GONE)
    assert [each.trouble for each in told] == [Trouble.GONE] * 3
    assert asked.is_set()
    answer.set()


def test_what_rises_again_is_not_called_failed() -> None:
    """ippeveprinter was seen to print a job that was cancelled while it still arrived."""
    cancelled = threading.Event()

    def reply(request: bytes) -> Iterable[bytes]:
        operation = struct.unpack_from(">H", request, 2)[0]
        if operation == IppOperation.SEND_DOCUMENT:
            return []
        if operation == IppOperation.CANCEL_JOB:
            cancelled.set()
        state, reason = (7, b"job-canceled-by-user") if cancelled.is_set() else (4, b"job-incoming")
        knows = attribute(0x23, b"operations-supported", struct.pack(">I", IppOperation.CREATE_JOB))
        knows += attribute(0x23, b"", struct.pack(">I", IppOperation.SEND_DOCUMENT))
        job = b"\2" + JOB_NAME + attribute(0x21, b"job-id", struct.pack(">I", 1))
        job += attribute(0x23, b"job-state", struct.pack(">I", state))
        job += attribute(0x44, b"job-state-reasons", reason)
        job += attribute(0x21, b"job-impressions-completed", bytes(4))
        return [http_of(HEAD + b"\4" + STATE + knows + job + b"\3")]

    with saying(reply) as printer:
        handed = printer.send(page())
    assert cancelled.is_set()
    assert handed == Handover(PrintState.UNKNOWN, Trouble.GONE, REFERENCE)


CREATE_JOB = struct.pack(">BHHI", 0x23, 0, 4, 5)
"""As one of operations-supported."""
OTHER = struct.pack(">BHHI", 0x23, 0, 4, 0x4000)


class Between:
    """A wire to a printer that is cut at a document: in its `half`, or when it has gone over.

    `one_step` hides from the client that the printer knows Create-Job.
    """

    def __init__(self, port: int, *, half: bool, one_step: bool) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._port, self._half, self._one_step = port, half, one_step
        self.cuts = 0
        self.printer = ours(f"ipp://127.0.0.1:{self._server.getsockname()[1]}/ipp/print")
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._server.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._server.accept()
                threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        with client, socket.create_connection(("localhost", self._port)) as printer:
            cut = threading.Event()
            threading.Thread(target=self._back, args=(printer, client, cut), daemon=True).start()
            with contextlib.suppress(OSError):
                while data := client.recv(1 << 16):
                    hit = b"%PDF" in data
                    if hit:
                        self.cuts += 1
                        cut.set()
                    printer.sendall(data[: len(data) // 2] if hit and self._half else data)
                    if hit:
                        break
                for end in (client, printer):
                    end.shutdown(socket.SHUT_RDWR)

    def _back(self, printer: socket.socket, client: socket.socket, cut: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while (data := printer.recv(1 << 16)) and not cut.is_set():
                client.sendall(data.replace(CREATE_JOB, OTHER) if self._one_step else data)


@pytest.fixture
def cut(ippeve: Callable[..., IppEve], half: bool, one_step: bool) -> Iterator[tuple[IppEve, Between]]:
    eve = ippeve()
    wire = Between(eve.port, half=half, one_step=one_step)
    yield eve, wire
    wire.close()


@pytest.mark.parametrize("half", [False])
@pytest.mark.parametrize("one_step", [False, True], ids=["two steps", "one step"])
def test_cut_and_taken_back_in_time(cut: tuple[IppEve, Between]) -> None:
    eve, wire = cut
    eve.hold()
    assert wire.printer.send(page()) == Handover(PrintState.FAILED, Trouble.GONE)
    assert wire.cuts == 1
    eve.release()
    again = ours(eve.address).send(page(JOB + 1))
    assert ended(ours(eve.address), again.reference).state is PrintState.CONFIRMED
    assert [each.name for each in eve.printed] == [page(JOB + 1).name]


@pytest.mark.parametrize("half", [False, True], ids=["whole", "half"])
@pytest.mark.parametrize("one_step", [False, True], ids=["two steps", "one step"])
def test_cut_and_it_may_have_come_out(cut: tuple[IppEve, Between]) -> None:
    eve, wire = cut
    handed = wire.printer.send(page())
    assert wire.cuts == 1
    assert (handed.state, handed.trouble) in {
        (PrintState.FAILED, Trouble.GONE),
        (PrintState.UNKNOWN, Trouble.GONE),
    }
    assert handed.state is PrintState.UNKNOWN or not eve.printed


def test_a_printer_of_one_step(ippeve: Callable[..., IppEve]) -> None:
    eve = ippeve()
    wire = Between(eve.port, half=False, one_step=True)
    document = replace(page(), pdf=page().pdf.replace(b"%PDF", b"%pdf"))
    handed = wire.printer.send(document)
    assert ended(wire.printer, handed.reference).state is PrintState.CONFIRMED
    assert "operation-id=Create-Job" not in eve.log()
    wire.close()
