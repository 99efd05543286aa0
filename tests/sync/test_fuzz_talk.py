"""Whatever a certified peer says, in whatever order: a conversation answers or ends, and does not grow."""

from __future__ import annotations

import os
import random
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.domain import facts
from kiosk.domain.facts import Fact
from kiosk.domain.signed_head import NONCE_LENGTH, origin_for
from kiosk.store import driver, projections
from kiosk.store.migrations import Store, open_store
from kiosk.sync import messages
from kiosk.sync.conversation import Conversation, Reply
from kiosk.sync.ledger import StoreLedger
from kiosk.sync.messages import (
    MAX_ORIGINS,
    Hello,
    Message,
    PackHeld,
    Packs,
    Parcel,
    Refusal,
    Sorry,
    Standing,
    Taken,
    Vector,
)
from tests.fakes.venue import Machine, make_venue
from tests.sync.net.lab import TIME_MS, journal
from tests.sync.net.rogue import segment
from tests.sync.test_fuzz_sync import mutated

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
SAID = int(os.environ.get("FAIR_KIOSK_FUZZED", "40000" if LONG else "1200"))
SLOWEST_S = 5.0
MOST_ANSWERS = 8
"""Four parcels, a vector, a hello, an answer."""
GROWTH_BYTES = 24 * 2**20
_SEQS = (0, 1, 2, 5, 40, 41, 2**32, 2**63 - 1)
VENUE = make_venue(3)


@dataclass
class Talk:
    """A conversation of kiosk 1 with kiosk 2, over a real store; by hand time goes on."""

    store: Store
    ledger: StoreLedger
    clock: list[float]
    conversation: Conversation = field(init=False)

    @property
    def now_s(self) -> float:
        """The monotonic clock."""
        return self.clock[0]

    def wait(self, wait_s: float) -> None:
        """Time goes on."""
        self.clock[0] += wait_s

    def again(self) -> None:
        """A new conversation over the same store."""
        me, peer = VENUE.kiosks[0], VENUE.kiosks[1]
        hello = Hello(1, 1, "0.1.0", me.name, self.ledger.origin)
        self.conversation = Conversation(
            self.ledger, hello, peer_key=peer.key, peer_name=peer.name, peer_role="kiosk", now_s=self.now_s
        )
        self.conversation.start()

    def hear(self, data: bytes) -> Reply:
        """A message comes; what is said to it is bounded, and so is the time that it takes."""
        began = time.monotonic()
        reply = self.conversation.hear(data, self.now_s)
        assert time.monotonic() - began < SLOWEST_S
        assert len(reply.messages) <= MOST_ANSWERS
        for each in reply.messages:
            messages.encode(each)
        if reply.ends is not None:
            self.again()
        return reply


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    me = VENUE.kiosks[0]
    store = open_store(tmp_path / "store.db", me.secrets.store_key)
    store.begin_incarnation(me.key)
    for number in range(40):
        with store.transaction():
            store.journal.append(facts.AttendeeBarred("f", number, True, "s1"), now_ms=TIME_MS)
    clock = [100.0]
    made = Talk(
        store, StoreLedger(store, me.signing, VENUE.trust(), lambda: TIME_MS, lambda: clock[0]), clock
    )
    made.again()
    yield made
    store.close()


def origin_of(machine: Machine, number: int) -> bytes:
    """One of a machine's origins."""
    return origin_for(machine.key, number.to_bytes(NONCE_LENGTH, "big"))


class Sayings:
    """Messages that decode, of a peer that has lost its mind, and its bytes damaged on the way."""

    def __init__(self, talk: Talk, chance: random.Random) -> None:
        self.talk, self.chance = talk, chance
        self.made = [
            (machine, journal(origin_of(machine, number), *_bodies(number)))
            for machine in VENUE.kiosks[1:]
            for number in (1, 2)
        ]
        self.known = [talk.ledger.origin, *(made[0].origin for _, made in self.made), bytes(16), b"o" * 16]

    def next(self) -> bytes:
        """One more."""
        data = messages.encode(self.chance.choice(self.makers)(self))
        return mutated(self.chance, data) if self.chance.random() < 0.3 else data

    def standing(self) -> Standing:
        chance = self.chance
        origin = chance.choice(self.known) if chance.random() < 0.8 else chance.randbytes(16)
        if chance.random() < 0.5:
            facts_ = [fact for _, made in self.made for fact in made if fact.origin == origin]
            if facts_:
                fact = chance.choice(facts_)
                return Standing(origin, fact.seq, fact.hash, chance.choice((-1, 0, 7, 2**40)))
        return Standing(
            origin, chance.choice(_SEQS), chance.choice((bytes(32), b"h" * 32)), chance.choice((-5, 0))
        )

    def hello(self) -> Message:
        number = self.chance.choice((1, 1, 1, 1, 0, 9, -1, 2**60))
        origin = self.chance.choice(self.known[1:])
        return Hello(
            number,
            min(number, 1),
            "x" * 200,
            "k2",
            origin,
            "kiosk",
            1,
            self.chance.choice((0, 1, 2**40)),
            (self.pack(),),
        )

    def pack(self) -> PackHeld:
        return PackHeld(
            self.chance.choice(("f", "../..", "")), self.chance.choice(_SEQS), "a", "b", 2**63 - 1
        )

    def vector(self) -> Message:
        return Vector(tuple(self.standing() for _ in range(self.chance.randrange(6))))

    def taken(self) -> Message:
        refusals = tuple(
            Refusal(
                self.chance.choice(self.known),
                self.chance.choice(_SEQS),
                self.chance.choice(("gap", "", "fork")),
            )
            for _ in range(self.chance.randrange(3))
        )
        standings = tuple(self.standing() for _ in range(self.chance.randrange(4)))
        return Taken(self.chance.choice((0, 1, 2, 3, 2**63 - 1)), standings, refusals)

    def parcel(self) -> Message:
        segments = tuple(self.segment() for _ in range(self.chance.randrange(4)))
        return Parcel(self.chance.choice((0, 1, 2, 2**63 - 1)), segments)

    def segment(self) -> bytes:
        chance = self.chance
        machine, made = chance.choice(self.made)
        first = chance.randrange(len(made))
        last = chance.randrange(first, len(made))
        key = machine.signing if chance.random() < 0.8 else chance.choice(VENUE.machines).signing
        data = segment(made[first : last + 1], key)
        if chance.random() < 0.1:
            other = journal(made[0].origin, *_bodies(99))
            data = segment(other[:3], machine.signing)  # a fork
        return mutated(chance, data) if chance.random() < 0.2 else data

    def sorry(self) -> Message:
        return Sorry("x" * 200, "字" * 200, "")

    def packs(self) -> Message:
        return Packs((self.pack(),))

    makers = (hello, vector, vector, taken, taken, parcel, parcel, parcel, packs, sorry)


def _bodies(number: int) -> list[facts.Body]:
    return [facts.AttendeeBarred("f", number * 100 + each, each % 2 == 0, "s1") for each in range(12)]


def test_whatever_is_said_is_answered_or_ends_it(talk: Talk) -> None:
    chance = random.Random(SEED)
    sayings = Sayings(talk, chance)
    for _ in range(SAID):
        talk.wait(chance.choice((0.0, 0.01, 0.5, 20.0)))
        talk.hear(sayings.next())
        if chance.random() < 0.2:
            assert len(talk.conversation.news(talk.now_s)) <= MOST_ANSWERS
        if chance.random() < 0.1:
            reply = talk.conversation.tick(talk.now_s)
            assert len(reply.messages) <= MOST_ANSWERS
            if reply.ends is not None:
                talk.again()
        assert talk.conversation.waiting >= 0
    findings = talk.store.journal.verify()
    assert {each.kind.value for each in findings} <= {"fork"}
    before = projections.digest(talk.store.db)
    with talk.store.transaction():
        projections.rebuild(talk.store.db)
    assert projections.digest(talk.store.db) == before
    assert len(talk.store.journal.origins()) > 1, "what was right was taken"


def test_journals_that_are_nowhere_fill_neither_memory_nor_disk(talk: Talk) -> None:
    chance = random.Random(SEED)
    peer = VENUE.kiosks[1]
    talk.hear(messages.encode(Hello(1, 1, "x", "k2", origin_of(peer, 1))))
    rounds = 30 if LONG else 6
    tracemalloc.start()
    try:
        for number in range(rounds):
            made_up = tuple(Standing(chance.randbytes(16), 5, b"h" * 32, 1) for _ in range(MAX_ORIGINS - 96))
            talk.wait(5)
            said: Message = Vector(made_up) if number % 2 else Taken(1, made_up)
            talk.hear(messages.encode(said))
            talk.conversation.tick(talk.now_s)
        held = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    talk.ledger.flush()
    rows = driver.rows(talk.store.db, "SELECT count(*) FROM held")[0][0]
    assert rows <= MAX_ORIGINS
    assert held < GROWTH_BYTES, f"{held} bytes held"


def test_a_parcel_of_the_smallest_segments_is_answered_in_bounded_size(talk: Talk) -> None:
    peer = VENUE.kiosks[1]
    talk.hear(messages.encode(Hello(1, 1, "x", "k2", origin_of(peer, 1))))
    for each in (b"", b"x", bytes(300)):
        count = min(100_000, 1_900_000 // (len(each) + 3))
        reply = talk.hear(messages.encode(Parcel(1, (each,) * count)))
        assert sum(len(messages.encode(said)) for said in reply.messages) < 256 * 1024


def test_what_was_right_is_taken_all_the_same(talk: Talk) -> None:
    peer = VENUE.kiosks[1]
    made: list[Fact] = journal(origin_of(peer, 7), *_bodies(7))
    talk.hear(messages.encode(Hello(1, 1, "x", "k2", made[0].origin)))
    reply = talk.hear(messages.encode(Parcel(1, (b"", segment(made, peer.signing), b"x" * 400))))
    (taken,) = (each for each in reply.messages if isinstance(each, Taken))
    assert reply.stored == len(made)
    assert Standing(made[0].origin, len(made), made[-1].hash, -1) in taken.standings
    assert talk.store.journal.origins()[made[0].origin] == len(made)
