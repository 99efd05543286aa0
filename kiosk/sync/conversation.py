"""One side of a talk with one peer, without a byte of network: what is heard goes in, what to say comes out.

    hello, vector  ->            both sides at once
    parcel 1       ->            what the other lacks, at most 200 facts: one commit of the receiver
                   <-  taken 1   committed; how far it knows those journals now, and what it refused
    vector         ->            every 15 s, so that both know how fresh they are

Every message may be lost, repeated or late. What was in a parcel that nobody answers is sent again; one that
comes twice is taken twice and changes nothing the second time. What was refused is tried again after the
peer's next vector, which it says at once where certificates have come. What is known of the peer is only what
it has said itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.sync.messages import (
    MAX_PARCEL_FACTS,
    OLDEST_PROTOCOL,
    PROTOCOL,
    Hello,
    Message,
    MessageFault,
    PackHeld,
    Packs,
    Parcel,
    Reasons,
    Refusal,
    Sorry,
    Standing,
    Taken,
    Vector,
    decode,
)
from kiosk.sync.shipping import RESEND_S, Shipping
from kiosk.sync.wire import WireFault, outline

PAUSE_S = 0.2
"""Facts that come one by one are gathered for so long, and go in one parcel."""
MOST_PAUSE_S = 1.0
PAUSE_A_SEGMENT_S = 0.02
"""Where many machines have news they are gathered for longer, as each segment has a signature to be checked:
at forty couriers of a hub that takes a third of their work away."""
VECTOR_S = 15.0
SILENT_S = 60.0


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of received segments, once they are committed."""

    stored: int
    """New facts."""
    standings: tuple[Standing, ...]
    """How far the journals in them are known now."""
    refusals: tuple[Refusal, ...] = ()


class Ledger(Protocol):
    """What a conversation needs of a store; `sync.ledger.StoreLedger` is the real one. Any thread, one at a
    time."""

    @property
    def origin(self) -> bytes:
        """This kiosk's incarnation."""
        ...

    @property
    def certified(self) -> int:
        """Another number whenever certificates or withdrawals have come: what was refused may be taken."""
        ...

    def is_withdrawn(self, key: bytes) -> bool:
        """Whether staff have withdrawn this key: nothing is exchanged with its machine."""
        ...

    def met_a_copy(self, peer: bytes) -> None:
        """The peer with this key says that it has this kiosk's origin."""
        ...

    def vector(self) -> tuple[Standing, ...]:
        """How far every journal is known here."""
        ...

    def segments_beyond(
        self, theirs: Mapping[bytes, int], *, most_facts: int, skip: frozenset[bytes] = frozenset()
    ) -> tuple[bytes, ...]:
        """Segments that follow on what somebody has, together at most `most_facts` facts, none of `skip`."""
        ...

    def take(self, segments: Sequence[bytes]) -> TakenIn:
        """Check segments and keep what is right of them, in one commit."""
        ...

    def compare(self, theirs: Sequence[Standing]) -> tuple[Refusal, ...]:
        """Forks, and facts of our own that are only there, as a peer's vector shows them; each is
        recorded."""
        ...

    def heard(self, peer: bytes, name: str, role: str, theirs: Sequence[Standing]) -> None:
        """Note that the peer with this key was in touch, and what it holds; committed now and then."""
        ...

    def told(self, peer: bytes, theirs: Sequence[Standing], age_s: float) -> None:
        """Note what a peer said so many seconds ago of how fresh it was: a stick brings it."""
        ...

    def tick(self) -> None:
        """Commit what was heard, where it is time."""
        ...

    def flush(self) -> None:
        """Commit what was heard."""
        ...


@dataclass(frozen=True, slots=True)
class Reply:
    """What to do after something was heard."""

    messages: tuple[Message, ...] = ()
    """To be sent, in order."""
    stored: int = 0
    """Facts that were committed: pause 5 ms before anything else is taken in, and tell other
    conversations."""
    ends: Sorry | None = None
    """The conversation is over: send `messages`, close."""


class Conversation:
    """One side of it. All calls from one thread at a time; those that are given a parcel commit to the
    store."""

    def __init__(
        self,
        ledger: Ledger,
        hello: Hello,
        *,
        peer_key: bytes,
        peer_name: str,
        peer_role: str,
        now_s: float,
        peer_by: bytes = b"",
    ) -> None:
        """`peer_key`, `peer_name`, `peer_role`: as the peer's certificate says; `peer_by`: the key of the hub
        that let it in. `now_s`: a monotonic clock."""
        self._ledger, self._hello = ledger, hello
        self._peer = (peer_key, peer_name, peer_role)
        self._peer_keys = (peer_key, peer_by) if peer_by else (peer_key,)
        self._pause_s = PAUSE_S
        self._greeted: Hello | None = None
        self._packs: tuple[PackHeld, ...] = ()
        self._shipping = Shipping()
        self._oriented = False
        """Whether the peer's vector was heard; before that nothing is sent."""
        self._heard_s = now_s
        self._hello_s = now_s
        self._vector_s = now_s
        self._round_s = now_s - PAUSE_S
        self._round_due = False
        self._more = False
        """Whether there was more to send than may be on its way."""
        self._refused_key = False
        self._certified = ledger.certified
        self.refused_theirs = ""
        """Why something that the peer brought was not taken in, where staff should look into it: a reason."""
        self.refused_ours = ""
        """Why the peer did not take in something that went from here."""

    def start(self) -> tuple[Message, ...]:
        """What to say first."""
        return self._hello, Vector(self._ledger.vector())

    def hear(self, data: bytes, now_s: float) -> Reply:
        """A message has come."""
        try:
            message = decode(data)
        except MessageFault:
            return self._end(Reasons.MALFORMED)
        if any(self._ledger.is_withdrawn(each) for each in self._peer_keys):
            return self._end(Reasons.WITHDRAWN)
        self._heard_s = now_s
        if isinstance(message, Sorry):
            return Reply(ends=message)
        if isinstance(message, Hello):
            return self._hear_hello(message, now_s)
        if message is None or self._greeted is None:
            return Reply()  # a newer peer's; or the hello before it was lost, and will be said again
        return self._hear_more(message, now_s)

    def news(self, now_s: float) -> tuple[Message, ...]:
        """The ledger may hold facts that the peer lacks: parcels, if it is ready for them."""
        said = self._vector_if_certified(now_s)
        if now_s - self._round_s < self._pause_s:
            self._round_due = True
            return said
        return *said, *self._round(now_s)

    def tick(self, now_s: float) -> Reply:
        """Time has passed: say again what was not answered, say the vector, or give up on a silent peer."""
        if any(self._ledger.is_withdrawn(each) for each in self._peer_keys):
            return self._end(Reasons.WITHDRAWN)
        if now_s - self._heard_s >= SILENT_S:
            return self._end(Reasons.SILENT)
        self._ledger.tick()
        messages: list[Message] = []
        if self._greeted is None and now_s - self._hello_s >= RESEND_S:
            self._hello_s = now_s
            messages += [self._hello, self._say_vector(now_s)]
        elif now_s - self._vector_s >= VECTOR_S:
            messages.append(self._say_vector(now_s))
        else:
            messages += self._vector_if_certified(now_s)
        if self._shipping.expire(now_s) or (self._round_due and now_s - self._round_s >= self._pause_s):
            messages += self._round(now_s)
        return Reply(tuple(messages))

    @property
    def due_s(self) -> float:
        """When `tick` has something to do at the latest, by the monotonic clock."""
        times = [self._heard_s + SILENT_S, self._vector_s + VECTOR_S, self._shipping.expires_s]
        if self._greeted is None:
            times.append(self._hello_s + RESEND_S)
        if self._round_due:
            times.append(self._round_s + self._pause_s)
        return min(times)

    @property
    def peer_packs(self) -> tuple[PackHeld, ...]:
        """Fair packs that the peer hands out."""
        return self._packs

    @property
    def waiting(self) -> int:
        """Facts that are here and not there, as far as is known; behind a fork nothing waits."""
        theirs, stuck = self._shipping.theirs, self._shipping.stuck
        return sum(
            max(0, standing.seq - theirs.get(standing.origin, 0))
            for standing in self._ledger.vector()
            if standing.origin not in stuck
        )

    @property
    def settled(self) -> bool:
        """Whether both sides know that they know the same, but for what one of them cannot take."""
        stuck = self._shipping.stuck
        ours = {each.origin: each.seq for each in self._ledger.vector() if each.origin not in stuck}
        theirs = {origin: seq for origin, seq in self._shipping.theirs.items() if seq and origin not in stuck}
        return self._oriented and self._shipping.is_empty and ours == theirs

    def _hear_hello(self, hello: Hello, now_s: float) -> Reply:
        if hello.oldest_protocol > PROTOCOL or hello.protocol < OLDEST_PROTOCOL:
            return self._end(Reasons.PROTOCOL)
        if hello.origin == self._ledger.origin:
            self._ledger.met_a_copy(self._peer[0])
            return self._end(Reasons.SAME_ORIGIN)
        again = self._greeted is not None and now_s - self._hello_s >= RESEND_S / 2
        self._greeted, self._packs = hello, hello.packs
        if not again:
            return Reply()
        self._hello_s = now_s
        return Reply((self._hello, self._say_vector(now_s)))  # who says hello again has not heard ours

    def _hear_more(self, message: Vector | Parcel | Taken | Packs, now_s: float) -> Reply:
        if isinstance(message, Parcel):
            return self._hear_parcel(message, now_s)
        if isinstance(message, Packs):
            self._packs = message.packs
            return Reply()
        forked = self._ledger.compare(message.standings)
        self._ledger.heard(*self._peer, message.standings)
        if isinstance(message, Vector):
            self._oriented = True
            self._shipping.vector(message.standings, forked)
            return Reply(self._round(now_s))
        self._shipping.taken(message, forked)
        self.refused_ours = _suspicious(message.refusals, self.refused_ours)
        if self._more or (self._round_due and now_s - self._round_s >= self._pause_s):
            return Reply(self._round(now_s))
        return Reply()

    def _hear_parcel(self, parcel: Parcel, now_s: float) -> Reply:
        if sum(map(_facts_in, parcel.segments)) > MAX_PARCEL_FACTS:
            return self._end(Reasons.MALFORMED)
        result = self._ledger.take(parcel.segments)
        if any(each.why == Reasons.UNKNOWN_KEY for each in result.refusals):
            self._refused_key = True
        self.refused_theirs = _suspicious(result.refusals, self.refused_theirs)
        refused = {each.origin for each in result.refusals}
        said = [outline(each) for each in parcel.segments if _facts_in(each)]
        brought = [each for each in said if each.origin not in refused]
        self._shipping.holds({each.origin: each.last for each in brought})
        self._ledger.heard(
            *self._peer, [Standing(each.origin, each.last, each.head.hash) for each in brought]
        )
        taken = Taken(parcel.number, result.standings, result.refusals)
        return Reply((taken, *self._vector_if_certified(now_s)), result.stored)

    def _round(self, now_s: float) -> tuple[Message, ...]:
        """Parcels of what the peer lacks, as many as may be on their way."""
        if self._greeted is None or not self._oriented:
            return ()
        self._round_s, self._round_due, self._more = now_s, False, False
        found: list[Parcel] = []
        while self._shipping.is_open:
            segments = self._segments(self._greeted.parcel_facts)
            if not segments:
                break
            found.append(Parcel(self._shipping.send(segments, now_s), segments))
        else:
            self._more = True
        pause_s = PAUSE_A_SEGMENT_S * sum(len(parcel.segments) for parcel in found)
        self._pause_s = min(max(PAUSE_S, pause_s), MOST_PAUSE_S)
        return tuple(found)

    def _segments(self, wanted_facts: int) -> tuple[bytes, ...]:
        """What goes into the next parcel. A journal whose heads are further apart than the peer wants comes
        in larger ones, once there is nothing else."""
        assumed, skip = self._shipping.assumed(), self._shipping.skip
        for most in sorted({min(wanted_facts, MAX_PARCEL_FACTS), MAX_PARCEL_FACTS}):
            segments = self._ledger.segments_beyond(assumed, most_facts=most, skip=skip)
            if segments:
                return segments
        return ()

    def _say_vector(self, now_s: float) -> Vector:
        self._vector_s, self._refused_key = now_s, False
        self._certified = self._ledger.certified
        return Vector(self._ledger.vector())

    def _vector_if_certified(self, now_s: float) -> tuple[Message, ...]:
        """What was refused for an unknown key may be taken now: a vector asks for it again."""
        if self._refused_key and self._ledger.certified != self._certified:
            return (self._say_vector(now_s),)
        return ()

    def _end(self, why: str) -> Reply:
        zh, en = _SORRY[why]
        sorry = Sorry(why, zh, en)
        return Reply((sorry,), ends=sorry)


def _suspicious(refusals: Sequence[Refusal], before: str) -> str:
    """Why of refusals that nothing but a person can mend. A key that was unknown may be known by now."""
    why = next((each.why for each in refusals if each.why in _SUSPICIOUS), "")
    return why or ("" if before == Reasons.UNKNOWN_KEY and not refusals else before)


_SUSPICIOUS = {Reasons.DAMAGED, Reasons.NOT_ITS_ORIGIN, Reasons.UNKNOWN_KEY}


def _facts_in(segment: bytes) -> int:
    try:
        return outline(segment).count
    except WireFault:
        return 0  # the ledger says so


_SORRY = {
    Reasons.MALFORMED: (
        "对方说的话不合规矩，已断开。",
        "What the other machine said is no message of ours; the connection was closed.",
    ),
    Reasons.WITHDRAWN: (
        "这台机器已被工作人员停用，不再与它同步。",
        "Staff have withdrawn this machine; nothing is exchanged with it any more.",
    ),
    Reasons.SILENT: (
        "对方一分钟没有回音，已断开，稍后再连。",
        "Nothing was heard for a minute; the connection was closed and will be tried again.",
    ),
    Reasons.PROTOCOL: (
        "两台机器的程序版本相差太多，无法同步。请更新较旧的一台。",
        "The programs of the two machines are too far apart to exchange anything. Update the older one.",
    ),
    Reasons.SAME_ORIGIN: (
        "两台机器中有一台是另一台的硬盘拷贝，现已断开；稍后各自另起一份记录，再行同步。",
        "One of the two machines is a copy of the other. Each begins a journal of its own; then they talk.",
    ),
}
