"""What lies between two machines of a simulated hall: messages that wait, get lost, come twice, overtake."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

import msgspec

from kiosk.store import certificates
from kiosk.sync.conversation import Conversation
from kiosk.sync.messages import Message, encode
from tests.simulation.sync.node import Node

RECONNECT_S = 5.0
MOST_WAITING = 400
"""Then a link is broken, and made anew."""


@dataclass
class Link:
    """One pair of machines. `up`: whether there is a wire at all; over a slow one most messages wait."""

    ends: tuple[Node, Node]
    up: bool = True
    slow: bool = False
    sides: tuple[Conversation, Conversation] | None = None
    waiting: list[tuple[int, bytes]] = field(default_factory=list)
    """(receiving side, message)."""
    retry_s: float = 0.0
    said: int = 0

    def connect(self) -> None:
        one, other = self.ends
        with one.awake():
            first = one.conversation(other)
            opening = first.start()
        with other.awake():
            second = other.conversation(one)
            answer = second.start()
        self.sides = (first, second)
        self.say(0, opening)
        self.say(1, answer)

    def drop(self, now_s: float) -> None:
        self.sides = None
        self.waiting.clear()
        self.retry_s = now_s + RECONNECT_S

    def say(self, side: int, messages: tuple[Message, ...]) -> None:
        for message in messages:
            data = encode(message)
            if self.ends[side].version == "newer":
                data = _of_tomorrow(data)
                self.said += 1
                if self.said % 5 == 0:
                    self.waiting.append((1 - side, _UNHEARD_OF))
            self.waiting.append((1 - side, data))

    def deliver(self, place: int, now_s: float, *, keep: bool = False) -> tuple[Node, int]:
        """One message arrives; who heard it, and how many facts that brought."""
        assert self.sides is not None, "nobody is there"
        side, data = self.waiting[place]
        if not keep:
            del self.waiting[place]
        node, peer = self.ends[side], self.ends[1 - side]
        refused = peer.key.kid in certificates.withdrawals(node.kiosk.db)
        with node.awake():
            reply = self.sides[side].hear(data, now_s)
        assert not (refused and reply.stored), f"{node.name} listens to {peer.name}, which is withdrawn"
        self._heed(side, reply.messages, now_s, over=reply.ends is not None)
        return node, reply.stored

    def tick(self, now_s: float) -> None:
        for side in (0, 1):
            if self.sides is None:
                return
            with self.ends[side].awake():
                reply = self.sides[side].tick(now_s)
            self._heed(side, reply.messages, now_s, over=reply.ends is not None)

    def news(self, node: Node, now_s: float) -> None:
        if self.sides is not None and node in self.ends:
            side = self.ends.index(node)
            with node.awake():
                self.say(side, self.sides[side].news(now_s))

    def _heed(self, side: int, messages: tuple[Message, ...], now_s: float, *, over: bool) -> None:
        self.say(side, messages)
        if over:
            if messages and self.sides is not None:  # its last word arrives
                with self.ends[1 - side].awake():
                    last = self.sides[1 - side].hear(self.waiting[-1][1], now_s)
                assert last.ends is not None, "sorry ends it for both"
            self.drop(now_s)


@dataclass(frozen=True, slots=True)
class Weather:
    """How a link treats messages."""

    lost: float
    repeated: float
    overtaken: float

    def carry(self, link: Link, chance: random.Random, now_s: float) -> tuple[Node, int] | None:
        """The next message, in this weather."""
        place = chance.randrange(len(link.waiting)) if chance.random() < self.overtaken else 0
        if chance.random() < self.lost:
            del link.waiting[place]
            return None
        return link.deliver(place, now_s, keep=chance.random() < self.repeated)


CALM = Weather(0, 0, 0)
WEATHERS = (CALM, CALM, Weather(0.1, 0.05, 0.1), Weather(0.3, 0.2, 0.5))


_UNHEARD_OF = msgspec.msgpack.encode({"type": "song", "verses": 3})


def _of_tomorrow(data: bytes) -> bytes:
    """As a newer version would say it: with a field more in every map."""
    said: dict[str, Any] = msgspec.msgpack.decode(data)
    return msgspec.msgpack.encode(said | {"mood": "fair"})
