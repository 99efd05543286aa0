"""A peer made by hand: it says what a test wants, over the real wire."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import aiohttp
from aiohttp import WSMsgType, web

from kiosk.domain.facts import Fact, Personal
from kiosk.domain.signed_head import SignedHead, head_bytes
from kiosk.keys.device_certificate import Holder, TlsAuthority, device_private_pem, device_public
from kiosk.keys.signing import SigningKey
from kiosk.sync import messages, wire
from kiosk.sync.joining.identity import Identity, PeerIdentity
from kiosk.sync.messages import Hello, Message, Sorry, Vector

HEARD_S = 10.0
_Said = TypeVar("_Said", bound=Message)


def identity_of(hub_seed: bytes, seed: bytes, name: str, role: str = "kiosk") -> Identity:
    """What a hub's TLS authority gives a machine, made from the seeds of both."""
    tls = TlsAuthority(hub_seed)
    public = SigningKey.from_seed(seed).public
    return Identity(
        PeerIdentity(name, role, public),
        tls.issue(Holder(name, role, public), device_public(seed)),
        device_private_pem(seed),
        tls.certificate_pem,
    )


def signed(fact: Fact, key: SigningKey) -> SignedHead:
    """A key's word on how far a journal goes."""
    signature = key.sign(head_bytes(fact.origin, fact.seq, fact.hash))
    return SignedHead(fact.origin, fact.seq, fact.hash, key.public, signature)


def segment(facts: Sequence[Fact], key: SigningKey, personals: dict[int, Personal] | None = None) -> bytes:
    """Facts that a key vouches for."""
    return wire.encode_segment(facts, personals or {}, signed(facts[-1], key))


@dataclass
class Rogue:
    """One side of a talk. Everything that it hears stays in `heard`, decoded, and in `raw`."""

    socket: Any
    heard: list[Message] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    closed_with: int = 0
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    _more: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def say(self, *said: Message | bytes) -> None:
        """Send messages, or bytes as they are."""
        for each in said:
            await self.socket.send_bytes(each if isinstance(each, bytes) else messages.encode(each))

    async def greet(self, identity: Identity, origin: bytes, **hello: Any) -> None:
        """Say hello and an empty vector."""
        fields = {"protocol": 1, "oldest_protocol": 1, "program": "rogue", "name": identity.peer.name}
        await self.say(Hello(**{**fields, "origin": origin, **hello}), Vector(()))

    async def hear(self, kind: type[_Said], matching: Callable[[_Said], bool] = lambda _said: True) -> _Said:
        """The first message of a kind that matches, heard already or within HEARD_S."""

        def found() -> _Said | None:
            return next((each for each in self.heard if isinstance(each, kind) and matching(each)), None)

        async with asyncio.timeout(HEARD_S), self._more:
            await self._more.wait_for(lambda: found() is not None or self.ended.is_set())
        said = found()
        assert said is not None, f"no {kind.__name__}; closed with {self.closed_with}; heard {self.heard}"
        return said

    async def sorry(self) -> Sorry:
        """Why the other side ends it."""
        return await self.hear(Sorry)

    async def listen(self) -> None:
        """Hear until the socket is closed."""
        async for message in self.socket:
            if message.type is not WSMsgType.BINARY:
                continue
            async with self._more:
                self.raw.append(message.data)
                said = messages.decode(message.data)
                if said is not None:
                    self.heard.append(said)
                self._more.notify_all()
        self.closed_with = self.socket.close_code or 0
        async with self._more:
            self.ended.set()
            self._more.notify_all()


def run(work: Coroutine[Any, Any, None], most_s: float = 60.0) -> None:
    """Run it, and wait until the loop's last socket is closed: TLS says goodbye a little later."""

    async def bounded() -> None:
        async with asyncio.timeout(most_s):
            await work
            loop: Any = asyncio.get_running_loop()
            while len(loop._selector.get_map()) > 1:  # its own wake-up pipe stays
                await asyncio.sleep(0.01)
            for _ in range(3):  # what a transport that was cut off has still to do
                await asyncio.sleep(0)

    asyncio.run(bounded())


@asynccontextmanager
async def calling(port: int, context: ssl.SSLContext, path: str = "/talk") -> AsyncIterator[Rogue]:
    """A rogue that has connected; aiohttp.ClientError or OSError where it is not let in."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(
            f"https://127.0.0.1:{port}{path}", ssl=context, max_msg_size=0, autoping=True
        ) as socket,
    ):
        rogue = Rogue(socket)
        listening = asyncio.create_task(rogue.listen())
        try:
            yield rogue
        finally:
            await socket.close()
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)


@asynccontextmanager
async def serving(
    port: int, context: ssl.SSLContext, talk: Callable[[Rogue], Awaitable[None]]
) -> AsyncIterator[list[bytes | None]]:
    """A rogue that others connect to: `talk` with each. Gives who came: their certificates, in DER."""
    came: list[bytes | None] = []

    async def talked(request: web.Request) -> web.WebSocketResponse:
        assert request.transport is not None
        came.append(request.transport.get_extra_info("ssl_object").getpeercert(binary_form=True))
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        rogue = Rogue(socket)
        listening = asyncio.create_task(rogue.listen())
        try:
            await talk(rogue)
        finally:
            await socket.close()
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
        return socket

    app = web.Application()
    app.router.add_get("/talk", talked)
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port, ssl_context=context).start()
        yield came
    finally:
        await runner.cleanup()
