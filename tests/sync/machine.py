"""A machine with a real store and a ledger over it, a trust of given names, and clocks that stand still."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.keys.signing import SigningKey
from kiosk.store import bodies, projections
from kiosk.store.migrations import Store, open_store
from kiosk.sync.ledger import StoreLedger
from kiosk.sync.messages import Hello, Standing

STORE_KEY = bytes(range(32))
NOON_MS = 1_795_838_400_000
"""2026-11-28 12:00 in Beijing."""
SIGNED_IN = facts.StaffSignedIn("f", "s1")


def key_of(name: str) -> SigningKey:
    """The key of a machine's name, always the same."""
    return SigningKey.from_seed(name.encode().ljust(32, b"."))


@dataclass
class Names:
    """Trust in the machines of these names."""

    names: dict[bytes, str]
    withdrawn: set[bytes] = field(default_factory=set)
    refreshed: int = 0

    def name_of(self, key: bytes) -> str | None:
        return self.names.get(key)

    def role_of(self, key: bytes) -> str:
        return "kiosk" if key in self.names else ""

    def is_withdrawn(self, key: bytes) -> bool:
        return key in self.withdrawn

    def refresh(self) -> None:
        self.refreshed += 1


def trust_in(*names: str) -> Names:
    return Names({key_of(name).public: name for name in names})


@dataclass
class Clock:
    """Both clocks of a machine."""

    s: float = 1000.0

    def monotonic_s(self) -> float:
        return self.s

    def now_ms(self) -> int:
        return NOON_MS + int(self.s * 1000)


class Machine:
    """One kiosk without a window."""

    def __init__(self, name: str, path: Path, trust: Names, clock: Clock, *, bound: bool = True) -> None:
        self.name, self.path, self.trust, self.clock = name, path, trust, clock
        self.key = key_of(name)
        self.store: Store = open_store(path, STORE_KEY)
        if bound:
            self.store.begin_incarnation(self.key.public)
        self.ledger = StoreLedger(self.store, self.key, trust, clock.now_ms, clock.monotonic_s)
        self._numbers = itertools.count(1)

    def record(self, count: int = 1, body: facts.Body | None = None) -> facts.Fact:
        """Append facts in one transaction; the last one."""
        with self.store.transaction():
            for _ in range(count):
                said = body or facts.BadgeRevoked("f", next(self._numbers), "lost", "s1")
                fact = self.store.journal.append(said, now_ms=self.clock.now_ms())
        return fact

    def register(self, name: str = "林示远", fair: str = "f") -> facts.Fact:
        """Append a walk-up."""
        personal = bodies.personal_for(Person(name))
        digest = facts.personal_digest(personal)
        body = facts.AttendeeRegistered(fair, next(self._numbers), 1, "1", "4111010001", "本科", digest)
        with self.store.transaction():
            return self.store.journal.append(body, now_ms=self.clock.now_ms(), personal=personal)

    def hello(self, **more: object) -> Hello:
        said: dict[str, object] = {
            "protocol": 1,
            "oldest_protocol": 1,
            "program": "test",
            "name": self.name,
            "origin": self.ledger.origin,
        }
        return Hello(**(said | more))  # type: ignore[arg-type]

    def seqs(self) -> dict[bytes, int]:
        return {standing.origin: standing.seq for standing in self.ledger.vector()}

    def standing(self, origin: bytes) -> Standing:
        return next(each for each in self.ledger.vector() if each.origin == origin)

    def segments(
        self,
        beyond: dict[bytes, int] | None = None,
        *,
        most_facts: int = 200,
        skip: Iterable[bytes] = (),
    ) -> tuple[bytes, ...]:
        return self.ledger.segments_beyond(beyond or {}, most_facts=most_facts, skip=frozenset(skip))

    def digest(self) -> str:
        return projections.digest(self.store.db)

    def personals(self) -> int:
        found: int = self.store.db.conn.execute("SELECT count(*) FROM personal").fetchone()[0]
        return found


MakeMachine = Callable[..., Machine]
