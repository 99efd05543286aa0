"""Three stores that talk over TCP on loopback until all have all facts: a hub between two kiosks.

Each begins with the two journals of a third of the day, its own and another kiosk's. All is as it is between
machines but for TLS and the pauses of 5 ms between commits: `Conversation`s over `StoreLedger`s, real keys,
every segment cut, signed, sent, verified and kept, in one process and thread.
"""

from __future__ import annotations

import select
import socket
import struct
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.store import heads
from kiosk.store.journal import Journal
from kiosk.store.migrations import Store, open_store
from kiosk.sync import messages
from kiosk.sync.conversation import Conversation, TakenIn
from kiosk.sync.ledger import StoreLedger
from kiosk.sync.messages import MAX_PARCEL_FACTS, PROTOCOL, Hello, Message
from tests.bench import sync_day
from tests.bench.sync_bare import KEY

STORES = 3
STUCK_S = 60.0
_LENGTH = struct.Struct(">I")
_CHUNK_BYTES = 1 << 18
_NOBODY = bytes(16)
NOW_MS = sync_day.OPENS_MS + sync_day.LENGTH_MS


class Certified:
    """All six keys are the venue's."""

    def __init__(self) -> None:
        self._names = {key.public: name for key, name in zip(sync_day.KEYS, sync_day.KIOSKS, strict=True)}

    def name_of(self, key: bytes) -> str | None:
        """Who holds it."""
        return self._names.get(key)

    def role_of(self, key: bytes) -> str:
        """Kiosks, all."""
        return "kiosk" if key in self._names else ""

    def is_withdrawn(self, _key: bytes) -> bool:
        """None is."""
        return False

    def refresh(self) -> None:
        """Nothing changes."""


class Noted(StoreLedger):
    """A ledger that keeps what it was given, for the bare store beside it."""

    def __init__(self, store: Store, number: int) -> None:
        super().__init__(store, sync_day.KEYS[number], Certified(), lambda: NOW_MS, time.monotonic)
        self.number = number
        self.given: list[Sequence[bytes]] = []
        self.facts = 0
        self.cpu_s = 0.0
        """Processor seconds of taking in."""

    def take(self, segments: Sequence[bytes]) -> TakenIn:
        """Take, and note."""
        cpu_s = time.process_time()
        taken = super().take(segments)
        self.cpu_s += time.process_time() - cpu_s
        assert not taken.refusals, taken.refusals
        self.given.append(segments)
        self.facts += taken.stored
        return taken


@dataclass
class End:
    """One end of a line: a conversation, its socket, and what is half sent or half heard."""

    talk: Conversation
    ledger: Noted
    line: socket.socket
    out: bytearray = field(default_factory=bytearray)
    heard: bytearray = field(default_factory=bytearray)

    def say(self, said: Iterable[Message]) -> None:
        """Put messages into the line."""
        for message in said:
            data = messages.encode(message)
            self.out += _LENGTH.pack(len(data)) + data
        self.send()

    def send(self) -> None:
        """As much as the line takes."""
        while self.out:
            try:
                sent = self.line.send(memoryview(self.out)[:_CHUNK_BYTES])
            except BlockingIOError:
                return
            del self.out[:sent]

    def receive(self) -> list[bytes]:
        """The messages that have come whole."""
        try:
            self.heard += self.line.recv(_CHUNK_BYTES)
        except BlockingIOError:
            return []
        found = []
        while len(self.heard) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self.heard)
            if len(self.heard) < _LENGTH.size + length:
                break
            found.append(bytes(self.heard[_LENGTH.size : _LENGTH.size + length]))
            del self.heard[: _LENGTH.size + length]
        return found


class Three:
    """The stores, the lines between them, and the day that they hold a third each of."""

    def __init__(self, folder: Path, count: int, parcel_facts: int = MAX_PARCEL_FACTS) -> None:
        """`count` facts in the day; `parcel_facts`: most that are committed at once."""
        self._parcel_facts = parcel_facts
        self.stores = [open_store(folder / f"ours-{number}.db", KEY) for number in range(STORES)]
        for store, key in zip(self.stores, sync_day.KEYS[:STORES], strict=True):
            store.begin_incarnation(key.public)
        origins = tuple(store.origin for store in self.stores) + sync_day.ORIGINS[STORES:]
        self.day = sync_day.day(count, origins)
        self.origins = [frozenset({origins[number], origins[number + STORES]}) for number in range(STORES)]
        """Of each store at the beginning."""
        for store, own in zip(self.stores, self.origins, strict=True):
            _fill(store, self.day, own, parcel_facts)
        self.ledgers = [Noted(store, number) for number, store in enumerate(self.stores)]
        self.ends: list[End] = []

    def meet(self) -> None:
        """The first store is the hub."""
        for number in range(1, STORES):
            self._connect(self.ledgers[0], self.ledgers[number])
        for end in self.ends:
            end.say(end.talk.start())

    def talk_until(self, facts: int) -> int:
        """Go on until so many facts in all were taken in, or everybody knows all; how many there are."""
        before, moved_s = -1, time.monotonic()
        while (taken := sum(ledger.facts for ledger in self.ledgers)) < facts and not self.settled:
            if taken != before:
                before, moved_s = taken, time.monotonic()
            assert time.monotonic() - moved_s < STUCK_S, "they talk and nothing comes of it"
            self._turn()
        return taken

    @property
    def settled(self) -> bool:
        """Whether all know that they know the same."""
        return all(end.talk.settled for end in self.ends)

    def close(self) -> None:
        """Close lines and stores."""
        for end in self.ends:
            end.line.close()
        for store in self.stores:
            store.close()

    def _turn(self) -> None:
        lines = {end.line: end for end in self.ends}
        sending = [end.line for end in self.ends if end.out]
        readable, writable, _ = select.select(list(lines), sending, [], 0.05)
        for line in writable:
            lines[line].send()
        news: set[int] = set()
        for line in readable:
            end = lines[line]
            for data in end.receive():
                reply = end.talk.hear(data, time.monotonic())
                assert reply.ends is None, reply.ends
                end.say(reply.messages)
                if reply.stored:
                    news.add(end.ledger.number)
        now_s = time.monotonic()
        for end in self.ends:
            if end.ledger.number in news:
                end.say(end.talk.news(now_s))
            elif end.talk.due_s <= now_s:
                end.say(end.talk.tick(now_s).messages)

    def _connect(self, one: Noted, other: Noted) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            calling = socket.create_connection(server.getsockname())
            called, _ = server.accept()
        for line, ledger, peer in ((called, one, other), (calling, other, one)):
            line.setblocking(False)
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            name = sync_day.KIOSKS[ledger.number]
            hello = Hello(PROTOCOL, PROTOCOL, "bench", name, ledger.origin, parcel_facts=self._parcel_facts)
            talk = Conversation(
                ledger,
                hello,
                peer_key=sync_day.KEYS[peer.number].public,
                peer_name=sync_day.KIOSKS[peer.number],
                peer_role="kiosk",
                now_s=time.monotonic(),
            )
            self.ends.append(End(talk, ledger, line))


def _fill(store: Store, day: sync_day.Journals, own: frozenset[bytes], parcel_facts: int) -> None:
    """What a store knows at the beginning: its own facts, and another kiosk's with their heads."""
    journal = Journal(store.db, _NOBODY)
    known = [fact for fact in day.facts if fact.origin in own]
    for parcel in sync_day.parcels(known, parcel_facts):
        with store.transaction():
            some = [fact for run in parcel for fact in run]
            received = journal.receive(some, day.personals, now_ms=NOW_MS)
            assert received.stored == len(some)
            for run in parcel:
                if run[-1].origin != store.origin:
                    heads.keep(store.db, day.head(run[-1]))
