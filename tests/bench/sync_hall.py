"""A hall at work: a hub with forty couriers, a courier that has nothing to do, a gate while facts pour in.

Real processes on the loopback, real stores, keys and certificates. `rows` is part of the benchmark `sync`;
by itself: `python -m tests.bench.sync_hall [hub] [idle] [scan]`. FAIR_KIOSK_HALL_S is how long the hub and
its couriers are at work (300 s are asked for; 20 where nothing is said), FAIR_KIOSK_IDLE_S how long the idle
courier is watched.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from installer.measure import Row
from kiosk.app import State, open_kiosk, provider
from kiosk.config import read
from kiosk.domain import facts
from tests.network import venue as venues
from tests.network.machines import CHECKOUT, Machine

HALL_S = float(os.environ.get("FAIR_KIOSK_HALL_S", "20"))
IDLE_S = float(os.environ.get("FAIR_KIOSK_IDLE_S", "20"))
COURIERS = int(os.environ.get("FAIR_KIOSK_COURIERS", "40"))
EACH_PER_S = 2.0
ARRIVING = 100_000
SCAN_PACE_S = 0.01
QUIET_S = 8.0
DEADLINE_S = 300.0
EVERYWHERE_GOAL_S = 2.0
HUB_MEMORY_GOAL_KB = 150 * 1024
IDLE_GOAL = 0.001
SCAN_GOAL = 2.0
SCANS = Path(__file__).with_name("sync_scans.py")
COURIERS_PROGRAM = Path(__file__).with_name("sync_couriers.py")


def rows() -> Iterator[Row]:
    """All of it; part of the benchmark `sync`."""
    for part in (hub_with_couriers, idle_courier, scan_meanwhile):
        with tempfile.TemporaryDirectory(prefix="fair-kiosk-hall-") as folder:
            yield from part(Path(folder))


def hub_with_couriers(folder: Path) -> Iterator[Row]:
    """Forty couriers in one process and a hub: how soon a fact is everywhere, and the hub's memory."""
    venue = venues.make(folder / "venue", COURIERS)
    hub, port = _hub(venue, folder)
    names = [venues.kiosk_name(number) for number in range(1, COURIERS + 1)]
    states = [venue.provision(name, folder, _knows(port)) for name in names]
    hub.start_courier()
    try:
        wait_for(lambda: answers(port), "the hub")
        assert hub.courier is not None
        asked = {"states": [str(each.folder) for each in states], "span_s": HALL_S, "each_per_s": EACH_PER_S}
        done = subprocess.run(
            [sys.executable, str(COURIERS_PROGRAM), json.dumps(asked)],
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            stdout=subprocess.PIPE,
            timeout=HALL_S + DEADLINE_S,
            check=True,
        )
        found: dict[str, Any] = json.loads(done.stdout)
        peak_kb = resident_kb(hub.courier.pid)
        hub_cpu_s = cpu_s(hub.courier.pid)
    finally:
        hub.close()
    times = sorted(found["times_s"])
    print(
        f"sync_hall: {found['facts']} facts, {len(times)} arrivals, {found['missing']} missing; processor: "
        f"{hub_cpu_s:.1f} s at the hub, {found['cpu_s']:.1f} s at all couriers",
        file=sys.stderr,
    )
    if found["missing"]:
        raise subprocess.SubprocessError(f"{found['missing']} facts did not arrive everywhere")
    yield Row("sync.hall.everywhere.p50", EVERYWHERE_GOAL_S, at(times, 0.5), "s")
    yield Row("sync.hall.everywhere.p99", EVERYWHERE_GOAL_S, at(times, 0.99), "s", 1.0)
    yield Row("sync.hall.hub_memory", HUB_MEMORY_GOAL_KB, peak_kb, "kB", 1.0)


def idle_courier(folder: Path) -> Iterator[Row]:
    """A courier that is connected and has nothing to do: its share of a core."""
    venue = venues.make(folder / "venue", 1)
    hub, port = _hub(venue, folder)
    kiosk = Machine("k-1", venue.provision("k-1", folder, _knows(port)))
    try:
        _open_once(kiosk.state)
        hub.start_courier()
        kiosk.start_courier()
        wait_for(lambda: connected(kiosk), "the connection")
        time.sleep(3)  # what is said at first has been said
        assert kiosk.courier is not None
        before = cpu_s(kiosk.courier.pid)
        time.sleep(IDLE_S)
        share = (cpu_s(kiosk.courier.pid) - before) / IDLE_S
        assert connected(kiosk)
    finally:
        kiosk.close()
        hub.close()
    yield Row("sync.hall.idle_courier", IDLE_GOAL, share, "of a core", 1.0)


def scan_meanwhile(folder: Path) -> Iterator[Row]:
    """The slowest of a hundred scans while 100,000 facts arrive, beside those of a quiet kiosk."""
    venue = venues.make(folder / "venue", 1)
    hub, port = _hub(venue, folder)
    _fill(hub.state, ARRIVING)
    kiosk = Machine("k-1", venue.provision("k-1", folder, _knows(port)))
    scans = Scans(kiosk)
    try:
        kiosk.start_courier()
        scans.ready.wait(60)
        scans.file_under("quiet")
        time.sleep(QUIET_S)
        scans.file_under("between")
        hub.start_courier()
        start = sum(kiosk.vector().values())
        wait_for(lambda: sum(kiosk.vector().values()) > start + 1_000, "the first facts")
        scans.file_under("arriving")
        began = time.monotonic()
        wait_for(lambda: max(kiosk.vector().values()) >= ARRIVING * 0.98, "the last facts")
        took_s = time.monotonic() - began
        scans.file_under("between")
        time.sleep(2)
        scans.file_under("quiet")
        time.sleep(QUIET_S)
        found = scans.end()
    finally:
        scans.close()
        kiosk.close()
        hub.close()
    quiet, arriving = (sorted(found["times"][name]) for name in ("quiet", "arriving"))
    print(
        f"sync_hall: {len(quiet)} quiet scans, {len(arriving)} while {ARRIVING * 0.97 / took_s:.0f} facts/s "
        f"arrived ({took_s:.1f} s)",
        file=sys.stderr,
    )
    yield Row("sync.hall.scan.p50", at(quiet, 0.5), at(arriving, 0.5), "s")
    yield Row("sync.hall.scan.p99", at(quiet, 0.99), at(arriving, 0.99), "s", SCAN_GOAL)
    yield Row("sync.hall.scan.slowest", quiet[-1], arriving[-1], "s")


class Scans:
    """The process that scans; its courier is nudged after each commit."""

    def __init__(self, kiosk: Machine) -> None:
        self.ready = threading.Event()
        self._kiosk = kiosk
        self._last = b""
        self._process = subprocess.Popen(
            [sys.executable, str(SCANS), str(kiosk.state.folder), str(SCAN_PACE_S)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line == b"ready\n":
                self.ready.set()
            elif line == b"ack\n":
                self._kiosk.nudge()
            else:
                self._last = line

    def file_under(self, label: str) -> None:
        """The times of scans from now on are filed under this."""
        assert self._process.stdin is not None
        self._process.stdin.write(label.encode() + b"\n")
        self._process.stdin.flush()

    def end(self) -> dict[str, Any]:
        """No more scans; what was found."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(60)
        self._reader.join(10)
        found: dict[str, Any] = json.loads(self._last)
        return found

    def close(self) -> None:
        """End it if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


def at(ranked: list[float], share: float) -> float:
    """The value that `share` of them do not exceed."""
    return ranked[max(0, round(len(ranked) * share) - 1)]


def cpu_s(pid: int) -> float:
    """Processor time of a process and all its threads that live, in seconds, to the nanosecond."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def resident_kb(pid: int) -> int:
    """The most memory that a process held, in kB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1])
    raise AssertionError("a process has a high-water mark")


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answers(port: int) -> bool:
    """Whether somebody listens there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def connected(machine: Machine) -> bool:
    """Whether its courier says that it is connected to somebody."""
    return bool(machine.statuses) and any(each.connected for each in machine.statuses[-1].peers)


def wait_for(condition: Callable[[], bool], what: str, deadline_s: float = DEADLINE_S) -> None:
    """Until it holds; SubprocessError where it never does."""
    end = time.monotonic() + deadline_s
    while not condition():
        if time.monotonic() > end:
            raise subprocess.SubprocessError(f"{what}: not within {deadline_s:.0f} s")
        time.sleep(0.1)


def _hub(venue: venues.Venue, folder: Path) -> tuple[Machine, int]:
    port = free_port()
    state = venue.provision(venues.HUB, folder, f'discover = false\naddress = "127.0.0.1"\nport = {port}')
    _open_once(state)
    return Machine(venues.HUB, state, hub=True), port


def _knows(port: int) -> str:
    return f'discover = false\nlisten = false\npeers = ["127.0.0.1:{port}"]'


def _open_once(state: State) -> None:
    """The store is made, as at a kiosk's first start."""
    settings = read(state.config)
    open_kiosk(settings, state, provider(settings, state, str)).close()


def _fill(state: State, count: int) -> None:
    """Check-ins of strangers, recorded by the machine itself."""
    settings = read(state.config)
    kiosk = open_kiosk(settings, state, provider(settings, state, str))
    fair, store = kiosk.services.fair.id, kiosk.store
    for start in range(0, count, 1000):
        with store.transaction():
            for number in range(start, min(start + 1000, count)):
                body = facts.CheckIn(
                    fair, "east", "admit", ("welcome",), "code", 10**12 + number, badge_type=1, day=2523
                )
                store.journal.append(body, now_ms=kiosk.services.clock.now_ms())
    kiosk.close()


def main(wanted: list[str]) -> None:
    """Show rows as they come."""
    parts = {"hub": hub_with_couriers, "idle": idle_courier, "scan": scan_meanwhile}
    for name in wanted or list(parts):
        with tempfile.TemporaryDirectory(prefix="fair-kiosk-hall-") as folder:
            for row in parts[name](Path(folder)):
                print(json.dumps(row.columns()), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
