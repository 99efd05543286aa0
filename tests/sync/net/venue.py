"""A venue on loopback: machines with real stores, real certificates and real couriers, all in this process.

Each machine's kiosk is a second connection to its store, on the test's own thread, as beside a real courier.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.app.courier import StoreBooks
from kiosk.domain import facts
from kiosk.domain.words import Words
from kiosk.keys.device_certificate import Holder, TlsAuthority, device_private_pem, device_public
from kiosk.keys.signing import SigningKey
from kiosk.store import changes, projections
from kiosk.store.migrations import open_store
from kiosk.sync.joining.identity import Identity, PeerIdentity
from kiosk.sync.ledger import StoreLedger
from kiosk.sync.messages import PackHeld
from kiosk.sync.network.courier import Courier, Parts
from kiosk.sync.network.status import CourierStatus, PeerStatus
from kiosk.sync.settings import SyncSettings

STORE_KEY = bytes(range(32))
SOON_S = 20.0


def seed_of(name: str) -> bytes:
    return name.encode().ljust(32, b".")


@dataclass
class Names:
    """Trust in the machines of these names."""

    names: set[str]
    withdrawn: set[bytes] = field(default_factory=set)

    def name_of(self, key: bytes) -> str | None:
        return next((each for each in self.names if public_of(each) == key), None)

    def role_of(self, key: bytes) -> str:
        return "kiosk" if self.name_of(key) else ""

    def is_withdrawn(self, key: bytes) -> bool:
        return key in self.withdrawn

    def refresh(self) -> None:
        """Nothing to read."""


def public_of(name: str) -> bytes:
    return SigningKey.from_seed(seed_of(name)).public


def identity(name: str, role: str = "kiosk", *, venue: str = "hub") -> Identity:
    """As `venue`'s hub has let it in."""
    authority = TlsAuthority(seed_of(venue))
    seed = seed_of(name)
    holder = Holder(name, role, SigningKey.from_seed(seed).public)
    return Identity(
        PeerIdentity(name, role, holder.key),
        authority.issue(holder, device_public(seed)),
        device_private_pem(seed),
        authority.certificate_pem,
    )


class NoPacks:
    """A shelf with nothing on it."""

    def offers(self) -> tuple[PackHeld, ...]:
        return ()

    def file(self, fair: str, version: int, part: str) -> tuple[Path, str] | None:
        return None

    def takes(self, pack: PackHeld) -> bool:
        return False

    def install(self, folder: Path) -> Words | None:
        raise AssertionError("nothing is taken")


class Machine:
    """One machine: a kiosk's connection to its store, and the parts of a courier."""

    def __init__(
        self, folder: Path, name: str, trust: Names, *, role: str = "kiosk", venue: str = "hub"
    ) -> None:
        self.name = name
        self.folder = folder / name
        self.key = public_of(name)
        self.trust = trust
        self.store = open_store(self.folder / "store.db", STORE_KEY)
        self.store.begin_incarnation(self.key)
        self.identity: Identity | None = identity(name, role, venue=venue)
        self.said: list[CourierStatus] = []
        self.shelf: object = NoPacks()
        self.opened: list[StoreBooks] = []
        self.courier: Courier | None = None
        self.task: asyncio.Task[None] | None = None
        self.port = 0
        self._numbers = itertools.count(1)

    def parts(self, *peers: str, **settings: object) -> Parts:
        said = {"peers": peers, "discover": False, "address": "127.0.0.1", "port": self.port} | settings
        return Parts(
            SyncSettings(**said),  # type: ignore[arg-type]
            self._open_books,
            lambda: self.identity,
            lambda: "venue",
            self.shelf,  # type: ignore[arg-type]
            self.folder / "fetched",
            "test",
            self._say,
        )

    def _open_books(self) -> StoreBooks:
        store = open_store(self.folder / "store.db", STORE_KEY)
        key = SigningKey.from_seed(seed_of(self.name))
        ledger = StoreLedger(
            store,
            key,
            self.trust,
            now_ms=lambda: int(time.time() * 1000),
            monotonic_s=time.monotonic,
        )
        seen = changes.stamp(store.db)
        assert seen is not None
        file = store.path.stat().st_ino
        books = StoreBooks(store, ledger, self.trust, None, lambda: 0, ledger.origin, file, seen[0])  # type: ignore[arg-type]
        self.opened.append(books)
        return books

    def _say(self, status: CourierStatus) -> None:
        self.said.append(status)

    def record(self, count: int = 1) -> None:
        with self.store.transaction():
            for _ in range(count):
                body = facts.BadgeRevoked("f", next(self._numbers), "lost", "s1")
                self.store.journal.append(body, now_ms=int(time.time() * 1000))

    def facts(self) -> int:
        found: int = self.store.db.conn.execute("SELECT count(*) FROM fact").fetchone()[0]
        return found

    def digest(self) -> str:
        return projections.digest(self.store.db)

    def peer(self, name: str) -> PeerStatus | None:
        return next((each for each in self.status.peers if each.name == name), None)

    def connected_to(self, name: str) -> bool:
        peer = self.peer(name)
        return peer is not None and peer.connected

    async def until(self, right: Callable[[], bool], within_s: float = SOON_S) -> None:
        """Look again and again until something is so."""
        async with asyncio.timeout(within_s):
            while not right():
                if self.task is not None and self.task.done():
                    self.task.result()
                await asyncio.sleep(0.01)

    @property
    def status(self) -> CourierStatus:
        return self.courier.status() if self.courier is not None else CourierStatus()

    @asynccontextmanager
    async def running(self, *peers: str, **settings: object) -> AsyncIterator[Courier]:
        """A courier at work; listening, where it does."""
        courier = self.courier = Courier(self.parts(*peers, **settings))
        task = self.task = asyncio.create_task(courier.run())
        try:
            if settings.get("listen", True) and self.identity is not None:
                await self.until(lambda: self.status.listening > 0)
                self.port = self.status.listening
            yield courier
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            self.courier = self.task = None

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    def close(self) -> None:
        self.store.close()
