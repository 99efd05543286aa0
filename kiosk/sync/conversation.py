"""One side of a talk with one peer, without a byte of network: what is heard goes in, what to say comes out.

    hello, vector  ->            both sides at once
    parcel 1       ->            what the other lacks, at most 200 facts: one commit of the receiver
                   <-  taken 1   committed; how far it knows those journals now, and what it refused
    vector         ->            now and then, so that both know how fresh they are

Every message may be lost, repeated or late: a parcel that nobody answers is sent again, one that comes twice
is
taken twice and changes nothing the second time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.sync.messages import Hello, Message, PackHeld, Refusal, Sorry, Standing


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of received segments, once they are committed."""

    stored: int
    """New facts."""
    standings: tuple[Standing, ...]
    """How far the journals in them are known now."""
    refusals: tuple[Refusal, ...] = ()
    certified: bool = False
    """Among them were certificates or withdrawals: what was refused before may be taken now."""


class Ledger(Protocol):
    """What a conversation needs of a store; `sync.ledger.StoreLedger` is the real one. Any thread, one at a
    time."""

    @property
    def origin(self) -> bytes:
        """This kiosk's incarnation."""
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
    ) -> None:
        """`peer_key`, `peer_name`, `peer_role`: as the peer's certificate says. `now_s`: a monotonic
        clock."""
        raise NotImplementedError

    def start(self) -> tuple[Message, ...]:
        """What to say first."""
        raise NotImplementedError

    def hear(self, data: bytes, now_s: float) -> Reply:
        """A message has come."""
        raise NotImplementedError

    def news(self, now_s: float) -> tuple[Message, ...]:
        """The ledger may hold facts that the peer lacks: parcels, if it is ready for them."""
        raise NotImplementedError

    def tick(self, now_s: float) -> Reply:
        """Time has passed: say again what was not answered, say the vector, or give up on a silent peer."""
        raise NotImplementedError

    @property
    def peer_packs(self) -> tuple[PackHeld, ...]:
        """Fair packs that the peer hands out."""
        raise NotImplementedError

    @property
    def waiting(self) -> int:
        """Facts that are here and not there, as far as is known."""
        raise NotImplementedError

    @property
    def settled(self) -> bool:
        """Whether both sides know that they know the same."""
        raise NotImplementedError
