"""A hub's door: what machines without an identity say to it, over TLS that proves nothing yet."""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kiosk.domain.words import Words
from kiosk.store.faults import StoreFault
from kiosk.sync.joining import joining, words
from kiosk.sync.joining.joining import Ask, Inquiry, JoinFault, Message, Offer, Reveal, Spoken, Verdict
from kiosk.sync.network.clerk import NoBooks

if TYPE_CHECKING:
    from aiohttp import web

MOST_OPEN = 64
"""Offers whose machines have not revealed their nonce yet."""
MOST_OPEN_OF_ONE = 8
OPEN_S = 60.0
MOST_OFFERS = 20
"""To machines that nobody certified, in OFFERS_S: each is one try of whoever wants a certain code."""
MOST_OFFERS_OF_ONE = 10
OFFERS_S = 600.0


class Hub(Protocol):
    """What the door asks; sync.joining.desk.Desk is the real one."""

    def offer(self, request: str, nonce: bytes) -> Offer:
        """What this hub says of itself."""
        ...

    def knows(self, key: bytes) -> bool:
        """Whether a machine is certified and may be let in by itself."""
        ...

    def received(self, request: str, spoken: Spoken, code: str) -> Verdict:
        """A machine has said all, and holds its key."""
        ...

    def verdict(self, request: str) -> Verdict:
        """What is to be said to a request now."""
        ...


@dataclass(frozen=True, slots=True)
class _Open:
    ask: Ask
    ask_data: bytes
    offer_data: bytes
    address: str
    at_s: float


class Doorkeeper:
    """Hears machines that ask, one message at a time, without a byte of network. All calls from one thread.

    What it remembers is bounded: open offers, and when offers were made.
    """

    def __init__(self) -> None:
        self._open: dict[str, _Open] = {}
        self._offers: deque[tuple[float, str, str]] = deque()
        """When, to which address, and the request: offers to machines that nobody certified."""

    def hear(self, hub: Hub, data: bytes, address: str, now_s: float) -> bytes:
        """What to answer to what came from an address. `now_s`: a monotonic clock."""
        try:
            return joining.encode(self._answer(hub, joining.decode(data), data, address, now_s))
        except JoinFault as fault:
            return joining.encode(_verdict(joining.REFUSED, fault.words))

    def _answer(self, hub: Hub, message: Message, data: bytes, address: str, now_s: float) -> Message:
        if isinstance(message, Ask):
            return self._offer(hub, message, data, address, now_s)
        if isinstance(message, Reveal):
            return self._revealed(hub, message)
        if isinstance(message, Inquiry):
            return hub.verdict(message.request)
        raise joining.not_understood()

    def _offer(self, hub: Hub, ask: Ask, data: bytes, address: str, now_s: float) -> Message:
        # Whoever knows the hub's nonce knows the code, whether he goes on or not: so offers are counted.
        # A certified key needs no code; who does not hold it comes no further.
        known = hub.knows(ask.key)
        if not known and not self._has_room(hub, address, now_s):
            return _verdict(joining.BUSY, words.BUSY)
        request = secrets.token_hex(16)
        offer = hub.offer(request, joining.new_nonce())
        if not known:
            self._offers.append((now_s, address, request))
        self._make_room(address, now_s)
        self._open[request] = _Open(ask, data, joining.encode(offer), address, now_s)
        return offer

    def _has_room(self, hub: Hub, address: str, now_s: float) -> bool:
        while self._offers and now_s - self._offers[0][0] > OFFERS_S:
            self._offers.popleft()
        if len(self._offers) >= MOST_OFFERS:  # those that staff accepted were nobody's tries
            waiting = [each for each in self._offers if hub.verdict(each[2]).state != joining.ACCEPTED]
            self._offers = deque(waiting)
        of_this = sum(each[1] == address for each in self._offers)
        return len(self._offers) < MOST_OFFERS and of_this < MOST_OFFERS_OF_ONE

    def _make_room(self, address: str, now_s: float) -> None:
        """Before one is added: forget those that are old, or too many."""
        for request in [name for name, each in self._open.items() if now_s - each.at_s > OPEN_S]:
            del self._open[request]
        of_this = [name for name, each in self._open.items() if each.address == address]
        if len(of_this) >= MOST_OPEN_OF_ONE:
            del self._open[of_this[0]]
        elif len(self._open) >= MOST_OPEN:
            del self._open[next(iter(self._open))]

    def _revealed(self, hub: Hub, reveal: Reveal) -> Verdict:
        opened = self._open.pop(reveal.request, None)
        if opened is None:
            return hub.verdict(reveal.request)
        if not hmac.compare_digest(joining.commitment(reveal.nonce), opened.ask.commitment):
            return _verdict(joining.REFUSED, words.NOT_PROVEN)
        spoken = Spoken(opened.ask_data, opened.offer_data, reveal.nonce)
        if not joining.is_vouched(opened.ask.key, spoken, reveal.signature):
            return _verdict(joining.REFUSED, words.NOT_PROVEN)
        return hub.received(reveal.request, spoken, spoken.code)


def _verdict(state: str, why: Words) -> Verdict:
    return Verdict(state, b"", why.zh, why.en)


class NoHub(Exception):
    """This machine lets nobody in."""


Run = Callable[[Callable[[Hub], bytes]], Awaitable[bytes]]
"""Does something with the hub's desk, on the thread that owns it. NoHub where there is none."""


class JoiningServer:
    """`POST /join` of a hub."""

    def __init__(self, run: Run) -> None:
        self._doorkeeper = Doorkeeper()
        self._run = run

    async def handle(self, request: web.Request) -> web.Response:
        """Answer one message. 413: none, for its size alone; 404: no hub; 503: its store is busy."""
        from aiohttp import web  # noqa: PLC0415  (only where others are talked to)

        try:
            await request.content.readexactly(joining.MAX_MESSAGE_BYTES + 1)
        except asyncio.IncompleteReadError as whole:
            data = whole.partial
        else:
            raise web.HTTPRequestEntityTooLarge(
                max_size=joining.MAX_MESSAGE_BYTES, actual_size=request.content_length or 0
            )
        now_s, address = asyncio.get_running_loop().time(), request.remote or ""
        try:
            answer = await self._run(lambda hub: self._doorkeeper.hear(hub, data, address, now_s))
        except NoHub:
            raise web.HTTPNotFound from None
        except (NoBooks, StoreFault):
            raise web.HTTPServiceUnavailable from None
        return web.Response(body=answer, content_type="application/msgpack")
