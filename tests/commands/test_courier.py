"""`kiosk courier`, as processes: two machines of one venue that nobody has introduced to each other."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.app import State, provider
from kiosk.app.courier import KEYS_FROM_STDIN, courier_beside
from kiosk.config import Settings, read
from kiosk.domain import facts
from kiosk.keys.providers import encode_secrets, new_secrets
from kiosk.keys.signing import SigningKey
from kiosk.store import projections
from kiosk.store.migrations import Store, open_store
from kiosk.sync.network.status import CourierStatus, decode
from kiosk.sync.settings import SyncSettings

CHECKOUT = Path(__file__).parents[2]
SOON_S = 60.0


class Process:
    """A courier as a supervisor sees it."""

    def __init__(self, state: Path, *words: str, first_line: bytes = b"") -> None:
        command = [sys.executable, "-m", "kiosk", "courier", "--state", str(state), *words]
        environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, cwd="/", bufsize=0
        )
        assert self.process.stdin is not None
        self.process.stdin.write(first_line)
        self.status = CourierStatus()
        self._more = threading.Condition()
        threading.Thread(target=self._hear, daemon=True).start()

    def _hear(self) -> None:
        assert self.process.stdout is not None
        for line in iter(self.process.stdout.readline, b""):
            said = decode(line)
            assert said is not None, line
            with self._more:
                self.status = said
                self._more.notify_all()

    def until(self, right: Callable[[CourierStatus], bool]) -> CourierStatus:
        with self._more:
            assert self._more.wait_for(lambda: right(self.status), SOON_S), self.status
            return self.status

    def nudge(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(b"n")

    def end(self) -> int:
        """Close its standard input; its exit status."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(SOON_S)

    def close(self) -> None:
        self.process.kill()
        self.process.wait(SOON_S)
        for each in (self.process.stdin, self.process.stdout):
            assert each is not None
            each.close()


Start = Callable[..., Process]


@pytest.fixture
def start() -> Iterator[Start]:
    made: list[Process] = []

    def begin(state: Path, *words: str, **more: Any) -> Process:
        made.append(Process(state, *words, **more))
        return made[-1]

    yield begin
    for each in made:
        each.close()


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number: int = taken.getsockname()[1]
    return number


@pytest.fixture
def venue(provisioned: Callable[[str], Path], port: int) -> tuple[Path, Path]:
    """State folders of a hub and of a kiosk that knows its address."""
    hub, kiosk = provisioned("west-1"), provisioned("east-1")
    for state, sync in (
        (hub, f'address = "127.0.0.1"\nport = {port}'),
        (kiosk, f'listen = false\npeers = ["127.0.0.1:{port}"]'),
    ):
        with (state / "kiosk.toml").open("a", encoding="utf-8") as file:
            file.write(f"\n[sync]\ndiscover = false\n{sync}\n")
    return hub, kiosk


def opened(state: Path) -> Store:
    """The store, as a kiosk beside the courier has it."""
    secrets = provider(read(state / "kiosk.toml"), State(state), str).load()
    store = open_store(State(state).store, secrets.store_key)
    if not store.journal.origins():
        store.begin_incarnation(SigningKey.from_seed(secrets.issuing_seed).public)
    return store


def record(store: Store, count: int) -> None:
    now_ms = int(time.time() * 1000)
    with store.transaction():
        for number in range(count):
            store.journal.append(facts.BadgeRevoked("f", number + 1, "lost", "s1"), now_ms=now_ms)


def held(store: Store) -> int:
    found: int = store.db.conn.execute("SELECT count(*) FROM fact").fetchone()[0]
    return found


def until(right: Callable[[], bool]) -> None:
    until_s = time.monotonic() + SOON_S
    while not right():
        assert time.monotonic() < until_s
        time.sleep(0.01)


def connected(status: CourierStatus) -> bool:
    return any(each.connected for each in status.peers)


def test_a_certified_kiosk_is_let_in_and_loses_nothing_though_both_are_killed(
    venue: tuple[Path, Path], start: Start
) -> None:
    hub_state, kiosk_state = venue
    kiosk_store = opened(kiosk_state)
    record(kiosk_store, 3000)
    hub = start(hub_state)
    hub.until(lambda said: said.listening > 0)
    kiosk = start(kiosk_state)
    hub_store = opened(hub_state)
    try:
        for process, state in ((kiosk, kiosk_state), (hub, hub_state)):
            before = held(hub_store)
            until(lambda: held(hub_store) > before)  # noqa: B023
            process.process.send_signal(signal.SIGKILL)  # in the middle of it
            process.process.wait(SOON_S)
            if state == hub_state:
                hub = start(state)
            else:
                kiosk = start(state)
        record(kiosk_store, 1)
        kiosk.nudge()
        until(lambda: held(hub_store) == 3001)
        assert projections.digest(hub_store.db) == projections.digest(kiosk_store.db)
        assert hub_store.journal.verify() == ()
        assert hub.until(connected).role == "hub"
        assert [each.name for each in kiosk.until(connected).peers] == ["west-1"]
        assert kiosk.end() == 0
        hub.process.send_signal(signal.SIGTERM)
        assert hub.process.wait(SOON_S) == 0
    finally:
        kiosk_store.close()
        hub_store.close()


def test_keys_come_by_a_pipe_where_a_passphrase_keeps_them(
    venue: tuple[Path, Path], start: Start, tmp_path: Path
) -> None:
    """Nothing asks for the passphrase, and it is in no argument."""
    hub_state, _ = venue
    toml = hub_state / "kiosk.toml"
    secrets = provider(read(toml), State(hub_state), str).load()
    (hub_state / "keys.json").unlink()
    toml.write_text(toml.read_text().replace('provider = "file"', 'provider = "passphrase"'))
    hub = start(hub_state, KEYS_FROM_STDIN, first_line=encode_secrets(secrets) + b"\n")
    assert hub.until(lambda said: said.listening > 0).name == "west-1"
    assert hub.end() == 0
    beside = courier_beside(read(toml), State(hub_state), secrets, delay_s=0)
    assert beside is not None
    try:
        until(lambda: (said := beside.status()) is not None and said.listening > 0)
        arguments = Path(f"/proc/{beside._process.pid}/cmdline").read_bytes()  # type: ignore[union-attr]
        assert secrets.store_key.hex().encode() not in arguments
        assert KEYS_FROM_STDIN.encode() in arguments
    finally:
        beside.close()
        beside.join(SOON_S)


def test_no_courier_where_it_is_switched_off(tmp_path: Path) -> None:
    off = Settings(sync=SyncSettings(on=False))
    assert courier_beside(off, State(tmp_path), new_secrets()) is None
