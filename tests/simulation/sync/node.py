"""A machine of a simulated hall: two connections to a real store, as a kiosk and its courier have, and a disk
that can be copied, put back, and cut off in the middle of a write."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar
from unittest import mock

from kiosk.domain import facts
from kiosk.domain.key_certificate import KeyCertificate
from kiosk.domain.signed_head import is_of
from kiosk.keys.signing import SigningKey
from kiosk.keys.venue import VenueKeys
from kiosk.store import certificates, forks, heads, projections
from kiosk.store.migrations import Store, open_store
from kiosk.sync.conversation import Conversation
from kiosk.sync.ledger import StoreLedger
from kiosk.sync.messages import PROTOCOL, Hello

STORE_KEY = bytes(range(32))
NOON_MS = 1_795_838_400_000
"""2026-11-28 12:00 in Beijing."""


@dataclass(frozen=True, slots=True)
class RainNoted:
    """A kind of fact that only newer kiosks know."""

    kind: ClassVar[str] = "rain_noted"
    fair: str
    millimetres: int


NEWER = {**facts.KINDS, RainNoted.kind: RainNoted}
OLDER = {kind: body for kind, body in facts.KINDS.items() if kind not in {"stall_moved", "double_resolved"}}
KINDS: Mapping[str, Mapping[str, type]] = {"older": OLDER, "present": facts.KINDS, "newer": NEWER}


class CutOff(BaseException):
    """The power goes: nothing after this statement happens. No Exception, so nobody catches it."""


class _Failing:
    """A connection that is cut off before its n-th change from now."""

    def __init__(self, conn: Any, after: int) -> None:
        self._conn, self._left = conn, after
        self.gone = False

    def _count(self) -> None:
        if self.gone:
            raise CutOff
        self._left -= 1
        if self._left < 0:
            self.gone = True
            raise CutOff

    def execute(self, sql: str, *more: Any) -> Any:
        if not sql.lstrip().startswith(("SELECT", "WITH", "PRAGMA data_version")):
            self._count()
        return self._conn.execute(sql, *more)

    def executemany(self, sql: str, *more: Any) -> Any:
        self._count()
        return self._conn.executemany(sql, *more)

    @property
    def in_transaction(self) -> bool:
        return False if self.gone else bool(self._conn.in_transaction)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._conn, name)


class StoreTrust:
    """Certificates that every machine has from the start, and what the store knows."""

    def __init__(self, store: Store, authority: bytes, known: Iterable[KeyCertificate]) -> None:
        self._store, self._authority, self._known = store, authority, tuple(known)
        self.refresh()

    def refresh(self) -> None:
        recorded = [each.certificate for each in certificates.recorded(self._store.db)]
        withdrawn = certificates.withdrawals(self._store.db)
        self._keys = VenueKeys(self._authority, (*self._known, *recorded), withdrawn)

    def name_of(self, key: bytes) -> str | None:
        return self._keys.name_of(key)

    def role_of(self, key: bytes) -> str:
        return self._keys.role_of(key)

    def is_withdrawn(self, key: bytes) -> bool:
        return self._keys.is_withdrawn(key)


class Node:
    """One machine. `mark` is its machine's; what is copied elsewhere has another one, or should have."""

    def __init__(
        self,
        name: str,
        key: SigningKey,
        folder: Path,
        clock: Callable[[], float],
        authority: bytes,
        known: Iterable[KeyCertificate],
        *,
        mark: str,
        version: str = "present",
    ) -> None:
        self.name, self.key, self.mark, self.version = name, key, mark, version
        self.protocol = PROTOCOL
        self._folder, self._clock = folder, clock
        self._authority, self._known = authority, tuple(known)
        self._lives = 0
        self.ahead_s = 0.0
        self.ends: Mapping[bytes, tuple[int, bytes]] = {}
        """What it knew when the world looked last."""
        self.looked_at = -1
        """`total_changes` when the world looked last."""
        self.open()

    @property
    def path(self) -> Path:
        return self._folder / f"{self.name}-{self._lives}" / "store.db"

    def open(self) -> None:
        """Open what lies on the disk, as a kiosk and its courier do."""
        with self.awake():
            self.kiosk = open_store(self.path, STORE_KEY)
            copied = bool(self.kiosk.machine) and self.kiosk.machine != self.mark
            if copied or not is_of(self.kiosk.origin, self.key.public):
                self.kiosk.begin_incarnation(self.key.public)
            if self.kiosk.machine != self.mark:
                self.kiosk.settle_on(self.mark)
            self.courier = open_store(self.path, STORE_KEY)
            self.trust = StoreTrust(self.courier, self._authority, self._known)
            self.ledger = StoreLedger(self.courier, self.key, self.trust, self.now_ms, self._clock)
        self.looked_at = -1

    def close(self) -> None:
        self.courier.close()
        self.kiosk.close()

    @contextmanager
    def awake(self) -> Iterator[None]:
        """While this machine runs, the kinds of facts that exist are those that its version knows."""
        kinds = KINDS[self.version]
        if kinds is facts.KINDS:
            yield
            return
        with mock.patch.dict(facts.KINDS, kinds, clear=True):
            yield

    def now_ms(self) -> int:
        return NOON_MS + int((self._clock() + self.ahead_s) * 1000)

    def hello(self) -> Hello:
        return Hello(self.protocol, self.protocol, self.version, self.name, self.ledger.origin)

    def conversation(self, peer: Node) -> Conversation:
        return Conversation(
            self.ledger,
            self.hello(),
            peer_key=peer.key.public,
            peer_name=peer.name,
            peer_role="kiosk",
            now_s=self._clock(),
        )

    def heed(self) -> None:
        """What a kiosk does beside its courier: a new incarnation where one is due, and it says forks."""
        again: tuple[facts.Body, ...] = ()
        if self.ledger.own_ahead:
            ended = self.kiosk.origin
            self.kiosk.begin_incarnation(self.key.public)
            again = forks.unheard(self.kiosk.db, ended)
        for body in (*again, *forks.unsaid(self.kiosk.db)):
            with self.kiosk.transaction():
                self.kiosk.journal.append(body, now_ms=self.now_ms())

    def rebuild(self) -> None:
        """A newer version has come: what it knows more is added up from all facts."""
        with self.awake(), self.kiosk.transaction():
            projections.rebuild(self.kiosk.db)

    def changes(self) -> tuple[int, int]:
        return heads.changes(self.courier.db)

    # --- the disk

    def image(self, target: Path) -> Path:
        """Copy what lies on the disk, as it is at this moment."""
        shutil.copytree(self.path.parent, target, ignore=shutil.ignore_patterns("*-shm"))
        return target

    def lose_power(self) -> None:
        """Whatever was not committed is gone; then it is switched on again."""
        before = self.path.parent
        self._lives += 1
        shutil.copytree(before, self.path.parent, ignore=shutil.ignore_patterns("*-shm"))
        for store in (self.courier, self.kiosk):
            store.db.conn = getattr(store.db.conn, "_conn", store.db.conn)
            store.close()
        shutil.rmtree(before)
        self.open()

    def put_back(self, image: Path) -> None:
        """The disk is what it once was, and nothing on it says so."""
        self.close()
        shutil.rmtree(self.path.parent)
        self._lives += 1
        shutil.copytree(image, self.path.parent)
        self.open()

    @contextmanager
    def failing(self, after: int) -> Iterator[None]:
        """Both connections are cut off before so many changes from now, or else at the end."""
        for store in (self.courier, self.kiosk):
            store.db.conn = _Failing(store.db.conn, after)
        yield
        raise CutOff
