"""The machines of a hall: each with a state folder, a courier and, unless it is the hub, somebody at work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from kiosk.app import State
from kiosk.keys.providers import KeyFile
from kiosk.store import driver, projections
from kiosk.store.journal import Journal
from kiosk.store.migrations import open_store
from kiosk.sync.network import status
from kiosk.sync.network.status import CourierStatus

CHECKOUT = Path(__file__).parents[2]
RECORDER = Path(__file__).with_name("recorder.py")
NUDGE = b"\n"
END_S = 60
Acknowledged = tuple[bytes, int, bytes]
"""Origin, sequence and hash of a fact that is on disk, as its recorder said."""
Vector = dict[bytes, int]


@dataclass
class Machine:
    """Its processes; each can be killed and started again."""

    name: str
    state: State
    inside: Sequence[str] = ()
    """What stands before its commands, so that they run in its network."""
    hub: bool = False
    acknowledged: list[Acknowledged] = field(default_factory=list)
    statuses: list[CourierStatus] = field(default_factory=list)
    """What its courier said, the latest last."""
    starts: int = 0
    courier: subprocess.Popen[bytes] | None = None
    recorder: subprocess.Popen[bytes] | None = None
    _ready: threading.Event = field(default_factory=threading.Event)
    _readers: list[threading.Thread] = field(default_factory=list)

    def start_courier(self) -> None:
        """As the kiosk does: `kiosk courier`, or `kiosk hub`."""
        word = ("hub", "--json") if self.hub else ("courier",)
        stdin = subprocess.DEVNULL if self.hub else subprocess.PIPE
        self.courier = self._start("-m", "kiosk", *word, "--state", str(self.state.folder), stdin=stdin)
        self._read(self.courier.stdout, self._heard_of_courier)

    def start_recorder(self, seed: int, pace_s: float) -> None:
        """Somebody is at work, until `stop_recorder`; returns at once."""
        self.starts += 1
        self._ready.clear()
        words = (str(RECORDER), str(self.state.folder), str(seed * 1000 + self.starts), str(pace_s))
        self.recorder = self._start(*words)
        self._read(self.recorder.stdout, self._heard_of_recorder)

    def wait_ready(self) -> None:
        """Until the recorder is open."""
        assert self._ready.wait(30), f"{self.name}: the recorder does not open; see {self.log}"

    def stop_recorder(self) -> None:
        """Whoever is at work goes home, in good order."""
        _end(self.recorder)
        self.recorder = None

    def stop_courier(self) -> int | None:
        """Its standard input ends, and so it does; a hub is asked to by a signal. Its exit status."""
        if self.courier is not None and self.hub:
            self.courier.terminate()
        status_of_exit = _end(self.courier)
        self.courier = None
        return status_of_exit

    def kill_courier(self) -> None:
        """kill -9."""
        _kill(self.courier)
        self.courier = None

    def kill_recorder(self) -> None:
        """kill -9."""
        _kill(self.recorder)
        self.recorder = None

    def close(self) -> None:
        """End what still runs, and hear the end of it."""
        self.kill_recorder()
        self.kill_courier()
        for each in self._readers:
            each.join(10)

    @property
    def log(self) -> Path:
        """What its processes wrote to their standard error."""
        return self.state.folder / "errors.txt"

    def vector(self) -> Vector:
        """How far every journal is known here, as it lies on the disk."""
        if not self.state.store.exists():
            return {}
        db = driver.look(self.state.store, self._key)
        try:
            return Journal(db, b"").origins()
        finally:
            db.close()

    def missing(self, acknowledged: Sequence[Acknowledged]) -> list[Acknowledged]:
        """Of facts that were acknowledged those that are not here, or with another content."""
        db = driver.look(self.state.store, self._key)
        try:
            rows = driver.rows(db, "SELECT origin, seq, hash FROM fact")
        finally:
            db.close()
        held = {(origin, seq): own for origin, seq, own in rows}
        return [each for each in acknowledged if held.get(each[:2]) != each[2]]

    def judged(self) -> tuple[str, tuple[object, ...], int]:
        """Digest of the projections, what is wrong with the journal, and its facts. No process may run."""
        store = open_store(self.state.store, self._key)
        try:
            held = driver.rows(store.db, "SELECT count(*) FROM fact")[0][0]
            return projections.digest(store.db), store.journal.verify(), held
        finally:
            store.close()

    @property
    def _key(self) -> bytes:
        return KeyFile(self.state.keys).load().store_key

    def _start(self, *words: str, stdin: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "QT_QPA_PLATFORM": "offscreen"}
        with self.log.open("ab") as errors:
            return subprocess.Popen(
                [*self.inside, sys.executable, *words],
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=environment,
                cwd="/",
            )

    def _read(self, source: IO[bytes] | None, hear: object) -> None:
        assert source is not None
        reader = threading.Thread(target=_each_line, args=(source, hear), daemon=True)
        self._readers.append(reader)
        reader.start()

    def _heard_of_courier(self, line: bytes) -> None:
        said = status.decode(line)
        if said is not None:
            self.statuses.append(said)

    def _heard_of_recorder(self, line: bytes) -> None:
        words = line.split()
        if words == [b"ready"]:
            self._ready.set()
        elif len(words) == 4 and words[0] == b"ack" and len(words[3]) == 64 and line.endswith(b"\n"):
            origin, seq, own = words[1:]
            self.acknowledged.append((bytes.fromhex(origin.decode()), int(seq), bytes.fromhex(own.decode())))
            self.nudge()

    def nudge(self) -> None:
        """A fact is new: the kiosk tells its courier."""
        courier = self.courier
        if courier is not None and courier.stdin is not None and not self.hub:
            try:
                os.write(courier.stdin.fileno(), NUDGE)
            except (OSError, ValueError):
                return  # it was killed just now


def _each_line(source: IO[bytes], hear: object) -> None:
    assert callable(hear)
    for line in source:
        hear(line)
    source.close()


def _end(process: subprocess.Popen[bytes] | None) -> int | None:
    if process is None:
        return None
    if process.stdin is not None:
        process.stdin.close()
    try:
        return process.wait(END_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise


def _kill(process: subprocess.Popen[bytes] | None) -> None:
    if process is None:
        return
    if process.stdin is not None:
        process.stdin.close()
    process.send_signal(signal.SIGKILL)
    process.wait()
