"""A label printer for tests: TCP 9100 or a device file outside, ZPL or TSPL inside, with faults at will.

    with LabelListener("zpl") as printer:        # or "tspl"
        address = printer.address                # tcp://127.0.0.1:PORT, for kiosk.toml
        printer.faults.add(Fault.PAPER_OUT)      # or `printer.fault(...)`; jobs are held from now on
        printer.mend()                           # every fault is over; held jobs come out
        printer.wait_printed(1)                  # AssertionError where it does not come out in time
        printer.labels()                         # what came out, as pictures, by an independent reader

`LabelDevice` is the same behind a pty: address usb:/dev/pts/N; `unplug()` makes it vanish.

At will, each from now on:
- `fault(*faults)`, `mend()`; `labels_left = 2` runs out of paper by itself after two labels;
- `slow()` holds jobs as being printed (busy, no fault) until `release()`; `come_out()` lets one of them out;
  `forget_jobs()` is its cancel button;
- `hang_at(n)` reads n more bytes and then no more, answers nothing; `close_at(n)` resets the connection
  after n more bytes; `dribble(n, every_s)` reads n bytes at a time; `well()` ends these three;
- `refuse()` takes no connection and keeps its jobs (its cable is out), `power_off()` forgets its jobs as
  well; `power_on()` ends both;
- `mumbles = True`: says nothing while it prints or stands still with something to print;
  `answers = False`: a cheap printer that never says anything; `counts = False`: no counter of labels;
  `rich = False`: knows the oldest questions only; `model = ""`: does not say what it is; `says(bytes)`:
  answers every question with these bytes instead.

Each job prints at once and whole unless it is held. `printed` are the jobs that came out, `received` is all
that came in. Nothing here knows how the kiosk writes: ZPL and TSPL are read as printers read them.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import socket
import struct
import threading
import tty
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from types import TracebackType
from typing import Self

from tests.devices.printers import tspl_reader, zpl_reader

STEP_S = 0.01


class Fault(StrEnum):
    """What stops a printer."""

    PAPER_OUT = "paper_out"
    HEAD_OPEN = "head_open"
    RIBBON_OUT = "ribbon_out"
    PAUSED = "paused"
    JAM = "jam"
    HOT = "hot"


Reply = Callable[[bytes], None]


@dataclass
class Works:
    """The inside of a printer, with no way in or out."""

    language: str
    answers: bool = True
    counts: bool = True
    model: str = ""
    labels_left: int | None = None
    counter: int = 0
    faults: set[Fault] = field(default_factory=set)
    printed: list[bytes] = field(default_factory=list)
    received: bytearray = field(default_factory=bytearray)
    said: bytes | None = None
    """Says this to every question."""
    rich: bool = True
    """TSPL: knows ESC!S. ZPL: answers ~HS under a fault as well; not all do."""
    gives_back: bool = True
    """ZPL: obeys ~JA."""
    mumbles: bool = False
    """Says nothing while it has something to print."""
    changed: threading.Condition = field(default_factory=threading.Condition)
    _queue: deque[bytes | Callable[[], None]] = field(default_factory=deque)
    _held: bool = False
    _zpl: bytearray = field(default_factory=bytearray)
    _format: bytearray | None = None
    _tspl: tspl_reader.Stream = field(default_factory=tspl_reader.Stream)
    _setting: dict[bytes, bytes] = field(default_factory=dict)
    _image: list[bytes] = field(default_factory=list)

    @property
    def waiting(self) -> int:
        """Jobs that it holds."""
        with self.changed:
            return sum(isinstance(each, bytes) for each in self._queue)

    def feed(self, data: bytes, reply: Reply) -> None:
        """Bytes come in; answers go out by `reply`."""
        with self.changed:
            self.received += data
            if self.language == "zpl":
                self._feed_zpl(data, reply)
            else:
                for command in self._tspl.feed(data):
                    self._obey_tspl(command, reply)
            self._run()

    def fault(self, *faults: Fault) -> None:
        """These happen now."""
        with self.changed:
            self.faults.update(faults)

    def mend(self) -> None:
        """All is well again; held jobs come out."""
        with self.changed:
            self.faults.clear()
            if self.labels_left == 0:
                self.labels_left = None
            self._run()

    def slow(self) -> None:
        """Jobs are being printed until `release`."""
        with self.changed:
            self._held = True

    def release(self) -> None:
        """They come out."""
        with self.changed:
            self._held = False
            self._run()

    def come_out(self) -> None:
        """The first of those that are held comes out; the others stay."""
        with self.changed:
            self._print(self._queue.popleft())
            self.changed.notify_all()

    def forget_jobs(self) -> None:
        """Its cancel button."""
        with self.changed:
            self._queue.clear()

    def forget(self) -> None:
        """Power is gone: jobs and half of a job are lost; a TSPL counter begins anew."""
        with self.changed:
            self._queue.clear()
            self._zpl.clear()
            self._format = None
            self._tspl = tspl_reader.Stream()
            self._setting.clear()
            self._image.clear()
            self.counter = 0 if self.language == "tspl" else self.counter

    def labels(self, dpi: int = 203) -> list[zpl_reader.Label] | list[tspl_reader.Label]:
        """What came out, as pictures."""
        if self.language == "zpl":
            return [zpl_reader.read_label(each) for each in self.printed]
        return [tspl_reader.read_label(each, dpi) for each in self.printed]

    def wait_printed(self, count: int, within_s: float = 5.0) -> list[bytes]:
        """The jobs that came out, once there are so many. AssertionError after `within_s`."""
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.printed) >= count, within_s), len(self.printed)
            return list(self.printed)

    def wait_received(self, part: bytes, within_s: float = 5.0) -> None:
        """Until these bytes have come in."""
        with self.changed:
            assert self.changed.wait_for(lambda: part in self.received, within_s)

    def _run(self) -> None:
        while self._queue and not self.faults:
            if self._held and isinstance(self._queue[0], bytes):
                break
            job = self._queue.popleft()
            if not isinstance(job, bytes):
                job()
                continue
            self._print(job)
        self.changed.notify_all()

    def _print(self, job: bytes | Callable[[], None]) -> None:
        assert isinstance(job, bytes)
        self.printed.append(job)
        self.counter += 1
        if self.labels_left is not None:
            self.labels_left -= 1
            if self.labels_left <= 0:
                self.faults.add(Fault.PAPER_OUT)

    def _say(self, answer: bytes, reply: Reply) -> None:
        if self.answers and not (self.mumbles and self.waiting):
            reply(answer if self.said is None else self.said)

    # ZPL: ~ commands are obeyed at once wherever they stand; ^XA to ^XZ is a format

    def _feed_zpl(self, data: bytes, reply: Reply) -> None:
        self._zpl += data
        while found := _ZPL.search(self._zpl):
            before, token = bytes(self._zpl[: found.start()]), bytes(found[0])
            variable = None if found[1] is None else bytes(found[1])
            del self._zpl[: found.end()]
            self._keep(before)
            if token == b"^XA":
                # a second ^XA does not throw the first away: what stood there is printed with it
                self._format = bytearray() if self._format is None else self._format
                self._format += token
            elif token == b"^XZ":
                self._keep(token)
                if self._format is not None:
                    self._queue.append(bytes(self._format))
                self._format = None
            else:
                self._obey_zpl(token, variable, reply)
        spare = len(self._zpl) - _LONGEST
        if spare > 0:
            self._keep(bytes(self._zpl[:spare]))
            del self._zpl[:spare]

    def _keep(self, data: bytes) -> None:
        if self._format is not None:
            self._format += data

    def _obey_zpl(self, token: bytes, variable: bytes | None, reply: Reply) -> None:
        if token == b"~JA":
            if self.gives_back:
                self._queue.clear()
                self._format = None
        elif token == b"~JX":
            self._format = None
        elif token == b"~HS":
            if self.rich or not self.faults:
                self._say(self._host_status(), reply)
        elif token == b"~HQES":
            self._say(self._host_errors(), reply)
        elif token == b"~HI":
            if self.model:
                self._say(b"\x02%b,V84.20.21Z,8,8176KB\x03\r\n" % self.model.encode(), reply)
        elif variable == b"odometer.total_label_count" and self.counts:
            self._say(b'"%d"\r\n' % self.counter, reply)
        elif variable is not None:
            self._say(b'"?"\r\n', reply)

    def _host_status(self) -> bytes:
        has = [str(int(each in self.faults)) for each in Fault]
        paper, head, ribbon, paused, _, hot = has
        waits = len(self._queue)
        first = f"030,{paper},{paused},1218,{waits:03},0,0,{int(self._format is not None)},000,0,0,{hot}"
        second = f"000,0,{head},{ribbon},1,2,6,0,{min(waits, 1):08},1,000"
        return "".join(f"\x02{each}\x03\r\n" for each in (first, second, "1234,0")).encode()

    def _host_errors(self) -> bytes:
        bits = {Fault.PAPER_OUT: 1, Fault.RIBBON_OUT: 2, Fault.HEAD_OPEN: 4, Fault.JAM: 8, Fault.HOT: 0x10}
        bits |= {Fault.PAUSED: 0x10000}
        flags = sum(bits[each] for each in self.faults)
        text = f"  PRINTER STATUS\r\n   ERRORS:         {int(bool(flags))} 00000000 {flags:08X}\r\n"
        return f"\x02\r\n{text}   WARNINGS:       0 00000000 00000000\r\n\x03".encode()

    # TSPL: ESC ! commands are obeyed at once, all others in their order

    def _obey_tspl(self, command: tspl_reader.Command, reply: Reply) -> None:
        word = command.text.partition(b" ")[0]
        if command.text == b"\x1b!?":
            self._say(bytes([self._status_byte()]), reply)
        elif command.text == b"\x1b!S":
            if self.rich:
                self._say(b"\x02" + self._status_letters() + b"\x03\r\n", reply)
        elif command.text == b"~!T":
            if self.model:
                self._say(self.model.encode() + b"\r\n", reply)
        elif command.text == b"OUT @LABEL":
            if self.counts:
                self._queue.append(lambda: self._say(b"%d\r\n" % self.counter, reply))
        elif word == b"CLS":
            self._image.clear()
        elif word == b"BITMAP":
            self._image.append(command.raw)
        elif re.fullmatch(rb"PRINT \d+(,\d*)?", line := command.text.partition(b"\0")[0]):
            # any other is a fault and not obeyed; to many a printer a zero ends the line
            setting = b"".join(self._setting.values())
            self._queue.append(setting + b"CLS\r\n" + b"".join(self._image) + line + b"\r\n")
        elif word in (b"SIZE", b"GAP", b"DIRECTION", b"REFERENCE"):
            self._setting[word] = command.raw

    def _status_byte(self) -> int:
        bits = {Fault.HEAD_OPEN: 1, Fault.JAM: 2, Fault.PAPER_OUT: 4, Fault.RIBBON_OUT: 8, Fault.PAUSED: 0x10}
        flags = sum(bits.get(each, 0x80) for each in self.faults)
        return flags | (0x20 if self._queue and not self.faults else 0)

    def _status_letters(self) -> bytes:
        message = 0x60 if Fault.PAUSED in self.faults else 0x50 if self._queue else 0x40
        if self.faults - {Fault.PAUSED}:
            message = 0x45
        last = {Fault.PAPER_OUT: 1, Fault.JAM: 2, Fault.RIBBON_OUT: 4, Fault.HEAD_OPEN: 0x20}
        fourth = 0x40 | sum(last.get(each, 0) for each in self.faults)
        return bytes([message, 0x40, 0x41 if Fault.HOT in self.faults else 0x40, fourth])


_ZPL = re.compile(rb'\^XA|\^XZ|~HS|~HQES|~HI|~JA|~JX|! U1 getvar "([^"\r\n]{0,60})"\r?\n')
_LONGEST = 90
"""Bytes that may be the beginning of one of these."""


class _Doors(Works):
    """The ways in and out: faults of a connection."""

    def __init__(
        self,
        language: str,
        *,
        answers: bool = True,
        counts: bool = True,
        rich: bool = True,
        model: str | None = None,
        labels_left: int | None = None,
        counter: int = 0,
        gives_back: bool = True,
    ) -> None:
        model = {"zpl": "ZD421-203dpi", "tspl": "GP-1324D"}[language] if model is None else model
        super().__init__(
            language, answers, counts, model, labels_left, counter, rich=rich, gives_back=gives_back
        )
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._hang: int | None = None
        self._close: int | None = None
        self._dribble: tuple[int, float] | None = None
        self._threads: list[threading.Thread] = []

    def hang_at(self, count: int) -> None:
        """Read so many more bytes, then none."""
        self._hang = count

    def close_at(self, count: int) -> None:
        """Reset the connection after so many more bytes."""
        self._close = count

    def dribble(self, count: int, every_s: float) -> None:
        """Read so many bytes at a time."""
        self._dribble = (count, every_s)

    def well(self) -> None:
        """Connections work again."""
        self._hang = self._close = self._dribble = None

    def says(self, answer: bytes | None) -> None:
        """Answer every question with these bytes; None: the truth again."""
        self.said = answer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End, and leave no thread."""
        self._ended.set()
        self._go()
        for each in self._threads:
            each.join(5)
            assert not each.is_alive()

    def _go(self) -> None:
        """The ways in are shut."""

    def _start(self, target: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _room(self) -> int:
        """How many bytes may be read now; 0 while it hangs."""
        if self._dribble is not None:
            self._ended.wait(self._dribble[1])
        most = 4096 if self._dribble is None else self._dribble[0]
        for limit in (self._hang, self._close):
            most = most if limit is None else min(most, limit)
        return max(0, most)

    def _took(self, count: int) -> None:
        with self._lock:
            self._hang = None if self._hang is None else self._hang - count
            self._close = None if self._close is None else self._close - count


class LabelListener(_Doors):
    """On TCP; see above."""

    def __init__(self, language: str, **kinds: object) -> None:
        super().__init__(language, **kinds)  # type: ignore[arg-type]
        self._listening: socket.socket | None = None
        self._turn = threading.Lock()
        self.port = 0
        self.power_on()

    @property
    def address(self) -> str:
        """For kiosk.toml."""
        return f"tcp://127.0.0.1:{self.port}"

    def power_on(self) -> None:
        """Connections are taken."""
        if self._listening is not None:
            return
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)  # a hanging printer is soon full
        listening.bind(("127.0.0.1", self.port))
        listening.listen(8)
        self.port = listening.getsockname()[1]
        self._listening = listening
        self._start(self._accept, listening)

    def refuse(self) -> None:
        """No connection any more; jobs are kept."""
        self._listening = None  # each thread sees it, resets its own connection and ends
        for each in self._threads:
            each.join(5)
            assert not each.is_alive()
        self._threads.clear()

    def power_off(self) -> None:
        """No connection any more; jobs are lost."""
        self.refuse()
        self.forget()

    def _go(self) -> None:
        self.refuse()

    def _accept(self, listening: socket.socket) -> None:
        with listening:
            while self._listening is listening:
                ready, _, _ = select.select([listening], [], [], STEP_S)
                if ready:
                    connection, _ = listening.accept()
                    self._start(self._serve, connection, listening)

    def _serve(self, connection: socket.socket, listening: socket.socket) -> None:
        # one connection at a time, as printers do; the others wait
        with contextlib.suppress(OSError), connection:
            while not self._turn.acquire(timeout=STEP_S):
                if self._listening is not listening:
                    _reset(connection)
                    return
            try:
                while self._serve_some(connection):
                    if self._listening is not listening:
                        _reset(connection)
                        return
            finally:
                self._turn.release()

    def _serve_some(self, connection: socket.socket) -> bool:
        if self._close is not None and self._close <= 0:
            self._close = None
            _reset(connection)
            return False
        room = self._room()
        if room == 0:
            gone = select.poll()
            gone.register(connection, select.POLLRDHUP | select.POLLHUP | select.POLLERR)
            return not gone.poll(STEP_S * 1000)
        ready, _, _ = select.select([connection], [], [], STEP_S)
        if not ready:
            return True
        data = connection.recv(room)
        if not data:
            return False
        self._took(len(data))
        self.feed(data, lambda answer: _answer(connection, answer))
        return True


class LabelDevice(_Doors):
    """Behind a device file: a pty. `path` is what /dev/usb/lp0 would be."""

    def __init__(self, language: str, **kinds: object) -> None:
        super().__init__(language, **kinds)  # type: ignore[arg-type]
        self._master, self._slave = os.openpty()
        tty.setraw(self._master)
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.path = os.ttyname(self._slave)
        self._start(self._serve)

    @property
    def address(self) -> str:
        """For kiosk.toml."""
        return f"usb:{self.path}"

    def mutter(self, data: bytes) -> None:
        """Say something that nobody waits for any more."""
        self._reply(data)

    def unplug(self) -> None:
        """The device is gone and its jobs with it."""
        self._ended.set()
        for each in self._threads:
            each.join(5)
        self.forget()

    def _go(self) -> None:
        self._ended.set()

    def _serve(self) -> None:
        try:
            while not self._ended.is_set():
                self._serve_some()
        finally:
            os.close(self._master)
            os.close(self._slave)

    def _serve_some(self) -> None:
        room = self._room()
        if room == 0:
            self._ended.wait(STEP_S)
            if self._close is not None and self._close <= 0:
                self._ended.set()
            return
        ready, _, _ = select.select([self._master], [], [], STEP_S)
        if not ready:
            return
        data = os.read(self._master, room)
        self._took(len(data))
        self.feed(data, self._reply)

    def _reply(self, answer: bytes) -> None:
        with contextlib.suppress(OSError):
            os.write(self._master, answer)


def _answer(connection: socket.socket, answer: bytes) -> None:
    """Whole if it is read, as much as goes if it is not: a printer never waits for who asked."""
    with contextlib.suppress(OSError):
        connection.settimeout(1.0)
        connection.sendall(answer)


def _reset(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
