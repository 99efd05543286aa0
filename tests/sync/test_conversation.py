"""Two conversations over a wire that loses, repeats and delays."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterable, Iterator

import msgspec
import pytest

from kiosk.domain import facts
from kiosk.store import peers
from kiosk.sync.conversation import PAUSE_S, SILENT_S, VECTOR_S, Conversation, Reply
from kiosk.sync.messages import (
    Hello,
    Message,
    PackHeld,
    Packs,
    Parcel,
    Reasons,
    Sorry,
    Taken,
    Vector,
    decode,
    encode,
)
from kiosk.sync.shipping import MOST_PARCELS, RESEND_S
from kiosk.sync.wire import outline
from tests.sync.machine import Clock, Machine, MakeMachine, trust_in


class Talk:
    """Two machines that talk. Messages wait in `wire` until they are carried."""

    def __init__(self, one: Machine, other: Machine, clock: Clock) -> None:
        self.machines, self.clock = (one, other), clock
        self.sides = tuple(self._side(a, b) for a, b in ((one, other), (other, one)))
        self.wire: deque[tuple[int, bytes]] = deque()
        self.said: list[Message] = []
        self.ended: list[Sorry] = []
        for side, conversation in enumerate(self.sides):
            self.say(side, conversation.start())

    def _side(self, machine: Machine, peer: Machine) -> Conversation:
        return Conversation(
            machine.ledger,
            machine.hello(),
            peer_key=peer.key.public,
            peer_name=peer.name,
            peer_role="kiosk",
            now_s=self.clock.s,
        )

    def say(self, side: int, messages: Iterable[Message]) -> None:
        for message in messages:
            self.said.append(message)
            self.wire.append((1 - side, encode(message)))

    def reply(self, side: int, reply: Reply) -> None:
        self.say(side, reply.messages)
        if reply.ends:
            self.ended.append(reply.ends)

    def deliver(self, side: int, data: bytes) -> None:
        self.reply(side, self.sides[side].hear(data, self.clock.s))

    def carry(self) -> None:
        """Deliver everything, and what is said about it."""
        for _ in range(10_000):
            if not self.wire:
                return
            self.deliver(*self.wire.popleft())
        pytest.fail("they talk for ever")

    def tick(self, seconds: float) -> None:
        self.clock.s += seconds
        for side, conversation in enumerate(self.sides):
            self.reply(side, conversation.tick(self.clock.s))

    def news(self, side: int) -> None:
        self.say(side, self.sides[side].news(self.clock.s))

    def kinds(self) -> list[str]:
        names = [type(message).__name__ for message in self.said]
        self.said.clear()
        return names

    @property
    def same(self) -> bool:
        one, other = self.machines
        return one.seqs() == other.seqs() and one.digest() == other.digest()


@pytest.fixture
def talk(east: Machine, west: Machine, clock: Clock) -> Iterator[Talk]:
    return Talk(east, west, clock)


def test_both_end_with_the_same(east: Machine, west: Machine, clock: Clock) -> None:
    east.record(1700)
    west.record(450)
    talk = Talk(east, west, clock)
    assert talk.sides[0].waiting == 1700
    assert not any(side.settled for side in talk.sides)
    talk.carry()
    assert talk.same
    assert [side.waiting for side in talk.sides] == [0, 0]
    assert all(side.settled for side in talk.sides)
    parcels = [each for each in talk.said if isinstance(each, Parcel)]
    assert len(parcels) == 9 + 3
    assert all(sum(outline(each).count for each in parcel.segments) <= 200 for parcel in parcels)


def test_what_the_peer_has_brought_is_not_sent_back(talk: Talk, east: Machine, clock: Clock) -> None:
    talk.carry()
    east.record(300)
    clock.s += 1
    talk.news(0)
    talk.carry()
    assert talk.same
    talk.kinds()
    clock.s += 1
    talk.news(1)  # its courier was nudged by what came in
    assert talk.kinds() == []
    assert talk.sides[1].waiting == 0


def test_who_brings_facts_has_them(talk: Talk, east: Machine, west: Machine, clock: Clock) -> None:
    """Or else the receiver could not be switched off before the next vector."""
    talk.carry()
    east.record(30)
    clock.s += 1
    talk.news(0)
    talk.carry()
    west.ledger.flush()
    assert peers.only_here(west.store.db).facts == 0


def test_at_most_four_parcels_are_on_their_way(east: Machine, west: Machine, clock: Clock) -> None:
    east.record(1700)
    talk = Talk(east, west, clock)
    for _ in range(4):
        talk.deliver(*talk.wire.popleft())
    assert talk.kinds()[4:] == ["Parcel"] * MOST_PARCELS
    talk.news(0)
    assert talk.kinds() == []
    talk.deliver(*talk.wire.popleft())
    talk.deliver(*talk.wire.pop())  # the answer
    assert talk.kinds() == ["Taken", "Parcel"]


def test_news_go_at_once_and_then_in_rounds(talk: Talk, east: Machine, clock: Clock) -> None:
    talk.carry()
    clock.s += PAUSE_S
    talk.kinds()
    east.record()
    talk.news(0)
    assert talk.kinds() == ["Parcel"]
    talk.carry()
    for _ in range(5):
        east.record()
        talk.news(0)
        talk.carry()
    assert talk.kinds() == ["Taken"]
    assert talk.sides[0].waiting == 5
    assert talk.sides[0].due_s == clock.s + PAUSE_S
    talk.tick(PAUSE_S)
    talk.carry()
    assert talk.kinds() == ["Parcel", "Taken"]
    assert talk.same


def test_the_idle_say_a_vector_now_and_then(talk: Talk, clock: Clock) -> None:
    talk.carry()
    talk.kinds()
    talk.tick(VECTOR_S - 1)
    assert talk.kinds() == []
    assert talk.sides[0].due_s == clock.s + 1
    talk.tick(1)
    talk.carry()
    assert talk.kinds() == ["Vector", "Vector"]


def test_a_silent_peer_is_given_up(talk: Talk) -> None:
    talk.carry()
    talk.tick(SILENT_S - 1)
    assert talk.ended == []
    talk.wire.clear()
    talk.tick(1)
    assert [each.why for each in talk.ended] == [Reasons.SILENT] * 2


def test_a_lost_parcel_goes_again_and_the_wait_doubles(talk: Talk, east: Machine, clock: Clock) -> None:
    talk.carry()
    clock.s += PAUSE_S
    talk.kinds()
    east.record(300)
    talk.news(0)
    assert talk.kinds() == ["Parcel", "Parcel"]
    talk.wire.popleft()
    talk.carry()
    assert talk.kinds() == ["Taken"]  # a gap: the second is not sent again and again while the first is out
    talk.news(0)
    assert talk.kinds() == []
    talk.tick(RESEND_S)
    assert talk.kinds() == ["Parcel"]
    talk.wire.clear()
    talk.tick(RESEND_S)
    assert "Parcel" not in talk.kinds()
    talk.wire.clear()
    talk.tick(RESEND_S)
    assert talk.kinds().count("Parcel") == 1
    talk.carry()
    talk.tick(PAUSE_S)
    talk.carry()
    assert talk.same


def test_hello_and_vector_may_be_lost(talk: Talk, east: Machine) -> None:
    east.record(3)
    talk.wire.clear()
    talk.tick(RESEND_S)
    talk.wire.clear()
    talk.tick(RESEND_S)
    talk.carry()
    assert talk.same


@pytest.mark.parametrize("lost", range(4))
def test_any_one_of_the_first_messages_may_be_lost(
    talk: Talk, east: Machine, west: Machine, lost: int
) -> None:
    east.record(3)
    west.record(2)
    del talk.wire[lost]
    talk.carry()
    for _ in range(3):
        talk.tick(RESEND_S)
        talk.carry()
    assert talk.same


@pytest.mark.parametrize("seed", range(4))
def test_any_weather(east: Machine, west: Machine, clock: Clock, seed: int) -> None:
    weather = random.Random(seed)
    talk = Talk(east, west, clock)
    for _ in range(80):
        side = weather.randrange(2)
        if weather.random() < 0.4:
            talk.machines[side].record(weather.choice((1, 1, 3, 60)))
            talk.news(side)
        for _ in range(weather.randrange(4)):
            if talk.wire:
                place = weather.randrange(len(talk.wire))
                if weather.random() < 0.75:
                    talk.deliver(*talk.wire[place])
                if weather.random() < 0.8:
                    del talk.wire[place]
        talk.tick(weather.choice((0.05, 0.3, 3)))
        assert not talk.ended
    for _ in range(30):
        talk.carry()
        talk.tick(RESEND_S)
    assert talk.same
    assert all(side.settled for side in talk.sides)
    talk.carry()
    talk.kinds()
    for _ in range(4):
        talk.tick(VECTOR_S)
        talk.carry()
    assert set(talk.kinds()) == {"Vector"}


def test_a_recorded_session_played_again_does_no_harm(east: Machine, west: Machine, clock: Clock) -> None:
    east.record(300)
    talk = Talk(east, west, clock)
    heard: list[bytes] = []
    while talk.wire:
        side, data = talk.wire.popleft()
        if side == 1:
            heard.append(data)
        talk.deliver(side, data)
    east.record(5)
    talk.tick(PAUSE_S)
    talk.news(0)
    talk.carry()
    before = west.digest()
    for data in heard:
        reply = talk.sides[1].hear(data, clock.s)
        assert reply.stored == 0
        assert reply.ends is None
    assert west.digest() == before
    fresh = Talk(east, west, clock)
    for data in heard:
        assert fresh.sides[1].hear(data, clock.s).stored == 0
    assert west.digest() == before


def test_what_is_refused_goes_again_once_its_key_is_certified(
    east: Machine, hub: Machine, make_machine: MakeMachine, clock: Clock
) -> None:
    west = make_machine("west", trust_in("hub"))
    east.record(3)
    Talk(east, hub, clock).carry()
    talk = Talk(hub, west, clock)
    talk.carry()
    assert talk.kinds().count("Parcel") == 1
    assert not west.seqs()
    assert talk.sides[0].settled  # as far as it can be
    for _ in range(10):
        talk.tick(1)
        talk.news(0)
        talk.carry()
    assert "Parcel" not in talk.kinds()
    talk.tick(VECTOR_S - 10)
    talk.carry()
    assert talk.kinds().count("Parcel") == 1
    west.trust.names |= trust_in("east").names
    hub.record(1, facts.KeyCertified(1, east.key.public.hex(), "kiosk", "east", 1, "00"))
    clock.s += PAUSE_S
    talk.news(0)
    talk.carry()
    assert talk.kinds() == ["Parcel", "Taken", "Vector", "Parcel", "Taken"]
    assert talk.same


def test_a_certificate_that_the_machine_has_by_itself_asks_again(
    east: Machine, make_machine: MakeMachine, clock: Clock
) -> None:
    west = make_machine("west", trust_in())
    east.record(3)
    talk = Talk(east, west, clock)
    talk.carry()
    west.trust.names |= trust_in("east").names
    west.record(1, facts.KeyCertified(1, east.key.public.hex(), "kiosk", "east", 1, "00"))
    talk.news(1)
    talk.carry()
    talk.tick(PAUSE_S)
    talk.carry()
    assert talk.same


def test_a_withdrawn_machine_is_left(talk: Talk, east: Machine, west: Machine, clock: Clock) -> None:
    talk.carry()
    east.trust.withdrawn.add(west.key.public)
    assert east.trust is not west.trust
    west.record()
    clock.s += 1
    talk.news(1)
    talk.carry()
    assert [each.why for each in talk.ended] == [Reasons.WITHDRAWN] * 2
    assert not east.seqs()
    assert (talk.ended[0].zh, talk.ended[0].en) != ("", "")
    talk.ended.clear()
    talk.tick(1)
    assert talk.ended[0].why == Reasons.WITHDRAWN


def test_a_copy_is_left(east: Machine, make_machine: MakeMachine, clock: Clock) -> None:
    other = make_machine("east")
    talk = Talk(east, other, clock)
    talk.wire[2] = (0, encode(other.hello(origin=east.ledger.origin)))
    talk.carry()
    assert talk.ended[0].why == Reasons.SAME_ORIGIN
    assert east.ledger.own_ahead


@pytest.mark.parametrize(
    ("protocol", "oldest", "ends"), [(1, 1, False), (9, 1, False), (9, 2, True), (0, 0, True)]
)
def test_another_protocol(talk: Talk, west: Machine, protocol: int, oldest: int, *, ends: bool) -> None:
    hello = west.hello(protocol=protocol, oldest_protocol=oldest)
    reply = talk.sides[0].hear(encode(hello), talk.clock.s)
    assert bool(reply.ends) == ends
    if reply.ends:
        assert reply.ends.why == Reasons.PROTOCOL
        assert reply.messages == (reply.ends,)


def test_a_newer_peer_is_understood(talk: Talk, east: Machine, west: Machine) -> None:
    east.record(2)
    newer = msgspec.msgpack.decode(encode(west.hello())) | {"colour": "blue", "program": "9.0"}
    assert talk.sides[0].hear(msgspec.msgpack.encode(newer), talk.clock.s).ends is None
    assert talk.sides[0].hear(msgspec.msgpack.encode({"type": "weather", "rain": 1}), talk.clock.s) == Reply()
    talk.carry()
    assert talk.same


def test_packs_that_the_peer_hands_out(talk: Talk, west: Machine) -> None:
    held = PackHeld("f", 3, "aa", "bb", 7)
    talk.sides[0].hear(encode(west.hello(packs=(held,))), talk.clock.s)
    assert talk.sides[0].peer_packs == (held,)
    talk.sides[0].hear(encode(Packs(())), talk.clock.s)
    assert talk.sides[0].peer_packs == ()


def test_nonsense_ends_it(talk: Talk) -> None:
    for data in (b"", b"\x93", b"x" * 100, msgspec.msgpack.encode({"type": "vector", "standings": 7})):
        reply = talk.sides[0].hear(data, talk.clock.s)
        assert reply.ends
        assert reply.ends.why == Reasons.MALFORMED


def test_a_parcel_of_too_many_facts_ends_it(talk: Talk, west: Machine) -> None:
    talk.carry()
    west.record(150)
    segments = west.segments() * 2
    reply = talk.sides[0].hear(encode(Parcel(1, segments)), talk.clock.s)
    assert reply.ends
    assert reply.ends.why == Reasons.MALFORMED
    assert reply.stored == 0


def test_sorry_ends_it(talk: Talk) -> None:
    reply = talk.sides[0].hear(encode(Sorry("newer reason")), talk.clock.s)
    assert reply == Reply(ends=Sorry("newer reason"))


def test_what_comes_before_hello_waits(talk: Talk, west: Machine) -> None:
    west.record(2)
    parcel = encode(Parcel(1, west.segments()))
    assert talk.sides[0].hear(parcel, talk.clock.s) == Reply()
    assert talk.sides[0].news(talk.clock.s) == ()


def test_a_late_answer_says_how_far_the_peer_is(
    talk: Talk, east: Machine, west: Machine, clock: Clock
) -> None:
    talk.carry()
    clock.s += PAUSE_S
    east.record(2)
    talk.news(0)
    side, parcel = talk.wire.popleft()
    answer = talk.sides[side].hear(parcel, clock.s)
    talk.tick(RESEND_S)
    talk.wire.clear()
    assert talk.sides[0].waiting == 2
    (taken,) = answer.messages
    assert isinstance(taken, Taken)
    talk.sides[0].hear(encode(taken), clock.s)
    assert talk.sides[0].waiting == 0


def test_a_peer_that_holds_less_than_it_has_sent_gets_it(
    talk: Talk, east: Machine, west: Machine, hub: Machine, clock: Clock
) -> None:
    hub.record(5)
    segments = hub.segments()
    talk.carry()
    talk.sides[0].hear(encode(Parcel(1, segments)), clock.s)  # as from west, that has forgotten it since
    hub.record(1)
    east.ledger.take(hub.segments({hub.ledger.origin: 5}))
    clock.s += PAUSE_S
    talk.news(0)
    talk.carry()
    talk.tick(1)
    talk.news(0)
    talk.carry()
    assert west.seqs() == east.seqs()


def test_forked_journals_are_left_out_and_the_rest_goes_on(
    east: Machine, west: Machine, clock: Clock
) -> None:
    talk = Talk(east, west, clock)
    east.record(3)
    west.record(2)
    talk.tick(PAUSE_S)
    talk.carry()
    vector = decode(encode(Vector(west.ledger.vector())))
    assert isinstance(vector, Vector)
    forged = tuple(
        msgspec.structs.replace(each, seq=2, hash=b"h" * 32) if each.origin == east.ledger.origin else each
        for each in vector.standings
    )
    reply = talk.sides[0].hear(encode(Vector(forged)), clock.s)
    assert reply.messages == ()
    assert talk.sides[0].waiting == 0
    assert len(east.store.journal.forks()) == 1
    west.record(1)
    talk.tick(PAUSE_S)
    talk.news(1)
    talk.carry()
    assert east.seqs()[west.ledger.origin] == 3


def test_hello_is_the_first_word(east: Machine, west: Machine, clock: Clock) -> None:
    first, second = Talk(east, west, clock).sides[0].start()
    assert isinstance(first, Hello)
    assert isinstance(second, Vector)
