"""Drives one Conversation over one WebSocket, the same way whichever side began it.

Three tasks do not wait for each other: one hears (and commits), one speaks, and the store's own thread works.
So two peers that both send much never stand each with a full pipe, waiting for the other to read.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.store.faults import StoreFault
from kiosk.sync import messages
from kiosk.sync.conversation import Conversation, Reply
from kiosk.sync.messages import Hello, Message, MessageFault, PackHeld, Packs, Reasons, Sorry
from kiosk.sync.network.clerk import Books, Clerk, NoBooks

if TYPE_CHECKING:
    from kiosk.sync.joining.identity import PeerIdentity
    from kiosk.sync.network.addresses import Address

ROUND_S = 0.2
"""At most one round of news in that time: what happens meanwhile goes together."""
ROUND_A_PEER_S = 0.026
"""With many peers the rounds are further apart: a hub has something to say to all of them all the time."""
SILENT_S = 75.0
"""The conversation gives up on a silent peer before; this is for one whose store does not answer."""
SEND_S = 30.0
"""A peer that reads nothing for so long is gone."""
PROBE_S = 3.0
CLOSE_S = 2.0
MOST_OUT = 64
"""Messages that wait to be sent. A peer that asks for more than it reads is let go."""
GOING_AWAY = 1001
"""WebSocket close codes: RFC 6455's own for a machine that ends,"""
ONE_IS_ENOUGH = 4000
"""and ours: another talk of this pair stays,"""
OPENED_ANEW = 4001
"""the store is opened anew: come again,"""
OVER = 4002
"""it was said why."""


class Socket(Protocol):
    """What server's and client's WebSockets of aiohttp have in common."""

    @property
    def closed(self) -> bool:
        """Whether it is over."""
        ...

    async def send_bytes(self, data: bytes) -> None:
        """Send one message; waits while the other side does not read."""
        ...

    async def receive(self) -> Any:
        """The next aiohttp.WSMessage."""
        ...

    async def ping(self, message: bytes = b"") -> None:
        """Ask whether anybody is there."""
        ...

    async def close(self, *, code: int, message: bytes = b"") -> Any:
        """End it."""
        ...


Begin = Callable[[Books, "PeerIdentity", float], Conversation]
"""Makes a conversation with a peer, on the clerk's thread, at that monotonic time."""


class Talk:
    """One talk with one peer. `run` until it is over; then `sorry` and `sent_away` say why."""

    def __init__(
        self,
        socket: Socket,
        abort: Callable[[], None],
        peer: PeerIdentity,
        address: Address,
        *,
        began: bool,
        clerk: Clerk,
        begin: Begin,
        heard: Callable[[Talk, int], None],
        round_s: Callable[[], float] = lambda: ROUND_S,
    ) -> None:
        """`began`: whether this side did. `abort` cuts the connection at once.

        `heard(talk, stored)` is called after each message.
        """
        self.peer = peer
        self.address = address
        self.began = began
        self.sorry: Sorry | None = None
        """What this side or the other said at the end."""
        self.by_peer = False
        """Whether `sorry` is the peer's word."""
        self.closed_with = 0
        """The WebSocket's code at the end."""
        self.heard_s = 0.0
        """When the peer was last heard, by the loop's clock."""
        self.waiting = 0
        """Facts that are here and not there, as of the last tick."""
        self.refused_theirs = self.refused_ours = ""
        """Why facts that came from there, or went there, were not taken in; nothing where all were."""
        self.introduced = False
        """Whether the peer has said hello, and not only sorry."""
        self.peer_port = 0
        """Where the peer listens, as it says; 0 nowhere."""
        self.peer_packs: tuple[PackHeld, ...] = ()
        self._socket = socket
        self._abort = abort
        self._clerk = clerk
        self._begin = begin
        self._heard = heard
        self._round_s = round_s
        self._conversation: Conversation | None = None
        self._out: deque[bytes] = deque()
        self._wake = asyncio.Event()
        self._news = False
        self._last_round_s = float("-inf")
        self._code = 1000
        self._opened = asyncio.Event()
        self._ended = asyncio.Event()
        self._greeted = False

    @property
    def over(self) -> bool:
        """Whether it has ended, or is about to."""
        return self._ended.is_set()

    async def run(self) -> None:
        """Talk until either side ends it. Cancel it to end it without a word."""
        loop = asyncio.get_running_loop()
        self.heard_s = loop.time()
        speaker = asyncio.create_task(self._speak())
        hearer = asyncio.create_task(self._hear_all())
        ended = asyncio.create_task(self._ended.wait())
        tasks = (speaker, hearer, ended)
        try:
            self._say(await self._clerk.do(self._open))
            self._opened.set()
            self.nudge()
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        except (StoreFault, NoBooks):
            self._code = OPENED_ANEW
        finally:
            self._ended.set()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self._close()
        for task in (speaker, hearer):
            fault = None if task.cancelled() else task.exception()
            if fault is not None and not isinstance(fault, ConnectionError | TimeoutError):
                raise fault

    async def run_out(self) -> None:
        """Close a talk that was never held."""
        await self._close()

    def nudge(self) -> None:
        """The store may hold facts that the peer lacks."""
        self._news = True
        self._wake.set()

    def tell_packs(self, packs: tuple[PackHeld, ...]) -> None:
        """This side's packs have changed."""
        if self._greeted:
            self._say([Packs(packs)])

    def end(self, code: int = 1000, sorry: Sorry | None = None) -> None:
        """End it, saying why."""
        if sorry is not None and self.sorry is None:
            self.sorry = sorry
            self._out.append(messages.encode(sorry))
            code = OVER
        self._code = code
        self._ended.set()

    def tick(self, now_s: float) -> None:
        """Give up on a peer that says nothing."""
        if now_s - self.heard_s > SILENT_S:
            self._abort()
            self._ended.set()

    def tick_on_books(self, now_s: float) -> Reply:
        """Time has passed, on the clerk's thread."""
        if self._conversation is None:
            return Reply()
        reply = self._conversation.tick(now_s)
        self.waiting = self._conversation.waiting
        self._look()
        return reply

    def follow(self, reply: Reply) -> None:
        """Do what a reply says."""
        self._say(reply.messages)
        if reply.ends is not None:
            self.sorry = self.sorry or reply.ends
            if not any(isinstance(each, Sorry) for each in reply.messages):
                self.by_peer = True
            self._code = OVER
            self._ended.set()

    async def probe(self) -> bool:
        """Whether the peer is still there; a talk whose peer is not is ended."""
        before_s = self.heard_s
        loop = asyncio.get_running_loop()
        with suppress(ConnectionError, TimeoutError, RuntimeError):
            async with asyncio.timeout(PROBE_S):
                await self._socket.ping(b"there?")
                while self.heard_s == before_s and not self.over:
                    await asyncio.sleep(0.05)
        if self.heard_s == before_s and not self.over and loop.time() > before_s:
            self._abort()
            self._ended.set()
        return not self.over

    def _open(self, books: Books) -> list[Message]:
        self._conversation = self._begin(books, self.peer, _now_s())
        return list(self._conversation.start())

    def _look(self) -> None:
        """On the clerk's thread: how it stands, for the status."""
        if self._conversation is not None:
            self.peer_packs = self._conversation.peer_packs
            self.refused_theirs = self._conversation.refused_theirs
            self.refused_ours = self._conversation.refused_ours

    def _say(self, said: tuple[Message, ...] | list[Message]) -> None:
        if not said:
            return
        self._greeted = True
        self._out.extend(messages.encode(each) for each in said)
        self._wake.set()
        if len(self._out) > MOST_OUT:
            self._abort()
            self._ended.set()

    async def _hear_all(self) -> None:
        """Until the socket is closed."""
        from aiohttp import WSMsgType  # noqa: PLC0415  (a window's start loads no aiohttp)

        loop = asyncio.get_running_loop()
        while True:
            message = await self._socket.receive()
            self.heard_s = loop.time()
            if message.type is WSMsgType.BINARY:
                await self._hear(message.data)
            elif message.type is WSMsgType.PING:
                await self._pong(message.data)
            elif message.type is WSMsgType.CLOSE:
                self.closed_with = message.data or 0
                return
            elif message.type is not WSMsgType.PONG:
                if message.type is WSMsgType.TEXT:
                    self.end(sorry=Sorry(Reasons.MALFORMED))
                return

    async def _hear(self, data: bytes) -> None:
        if not self.introduced:
            self._note_hello(data)
        await self._opened.wait()
        conversation = self._conversation
        assert conversation is not None, "opened"

        def work(_books: Books) -> Reply:
            reply = conversation.hear(data, _now_s())
            self._look()
            return reply

        takes = b"parcel" in data[:16]
        while not self.over:
            try:
                reply = await (self._clerk.take_in(work) if takes else self._clerk.do(work))
            except StoreFault:
                if takes and self._clerk.ready:
                    continue  # it was waited for
                return  # as if it had been lost: it will be said again
            except NoBooks:
                self.end(OPENED_ANEW)
                return
            self.follow(reply)
            self._heard(self, reply.stored)
            return

    def _note_hello(self, data: bytes) -> None:
        with suppress(MessageFault):
            said = messages.decode(data)
            if isinstance(said, Hello):
                self.introduced, self.peer_port = True, said.port

    async def _pong(self, data: bytes) -> None:
        pong = getattr(self._socket, "pong", None)
        if pong is not None:
            with suppress(ConnectionError):
                await pong(data)

    async def _speak(self) -> None:
        """Send what is to be said; ask for news when nudged, at most once in ROUND_S."""
        loop = asyncio.get_running_loop()
        while True:
            await self._wake.wait()
            self._wake.clear()
            await self._send_all()
            if not self._news or self._conversation is None:
                continue
            wait_s = self._last_round_s + self._round_s() - loop.time()
            if wait_s > 0:
                loop.call_later(wait_s, self._wake.set)
                continue
            self._news = False
            self._last_round_s = loop.time()
            await self._tell_news(self._conversation)

    async def _tell_news(self, conversation: Conversation) -> None:
        def work(_books: Books) -> tuple[tuple[Message, ...], float]:
            news = conversation.news(_now_s())
            self._look()
            return news, conversation.due_s - _now_s()

        try:
            news, due_s = await self._clerk.do(work)
            self._say(news)
            if due_s < ROUND_S:  # it has put a round off, or something has to be said again
                asyncio.get_running_loop().call_later(max(due_s, 0.0) + 0.001, self.nudge)
        except StoreFault:
            return  # with the next nudge, or tick
        except NoBooks:
            self.end(OPENED_ANEW)

    async def _send_all(self) -> None:
        while self._out:
            async with asyncio.timeout(SEND_S):
                await self._socket.send_bytes(self._out[0])
            self._out.popleft()

    async def _close(self) -> None:
        """Say the last words and close; a peer that does not answer is cut off."""
        with suppress(ConnectionError, TimeoutError, RuntimeError):
            async with asyncio.timeout(CLOSE_S):
                if not self._socket.closed:
                    await self._send_all()
                    await self._socket.close(code=self._code)
        self._abort()


def _now_s() -> float:
    """The monotonic clock that conversations count by."""
    import time  # noqa: PLC0415

    return time.monotonic()
