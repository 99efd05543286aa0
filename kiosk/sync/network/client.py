"""Calls one other machine, again and again, and talks with it."""

from __future__ import annotations

import asyncio
import random
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from socket import SHUT_RDWR
from typing import TYPE_CHECKING, Any

from kiosk.domain.words import Words
from kiosk.sync.joining.identity import Identity, PeerIdentity, client_context, peer_of
from kiosk.sync.messages import MAX_MESSAGE_BYTES
from kiosk.sync.network.addresses import Address
from kiosk.sync.network.talk import ONE_IS_ENOUGH, Talk
from kiosk.sync.network.talks import Talks, sorry_words

if TYPE_CHECKING:
    from aiohttp import ClientSession

FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 30.0
REFUSED_WAIT_S = 30.0
CONNECT_S = 5.0
ITSELF_WAIT_S = 600.0
LASTED_S = 10.0
"""A talk that lasted so long shows that all is well: after it one waits from the beginning again."""
FOREIGN = Words(
    "那台机器的证书属于另一场地，没有与它同步。请核对地址。",
    "That machine's certificate is another venue's: nothing was exchanged. Check the address.",
)
FOREIGN_TO_THEM = Words(
    "对方一接通就挂断：可能不认本机的证书，两台机器或属不同场地。请让本机重新加入。",
    "It hung up at once: it may not know this machine's certificate. "
    "If both are of one venue, let this one in again.",
)
UNREACHABLE = Words("连不上，稍后再试。", "It cannot be reached; it is tried again.")
NOT_OURS = Words("那里没有活动服务机。", "No kiosk answers there.")

MakeTalk = Callable[[Any, Callable[[], None], PeerIdentity, Address], Talk]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call ended."""

    problem: Words | None = None
    lasted_s: float = 0.0
    refused: bool = False
    """The other side does not want to talk: it is asked seldom."""
    itself: bool = False
    """It was this machine's own address."""


def open_session(identity: Identity) -> ClientSession:
    """What all calls of a machine go through."""
    from aiohttp import ClientSession, DummyCookieJar, TCPConnector  # noqa: PLC0415

    connector = TCPConnector(ssl=client_context(identity), limit=64, ttl_dns_cache=30, force_close=True)
    return ClientSession(connector=connector, cookie_jar=DummyCookieJar(), auto_decompress=False)


class Call:
    """One machine to be called, until `run` is cancelled."""

    def __init__(
        self,
        addresses: tuple[Address, ...],
        session: ClientSession,
        talks: Talks,
        make_talk: MakeTalk,
        changed: Callable[[], None],
        *,
        key_prefix: bytes = b"",
    ) -> None:
        """`addresses`: where it may be reached, tried in turn. `key_prefix`: of whom it is, where that is
        known."""
        self.addresses = addresses
        self.key_prefix = key_prefix
        self.peer: PeerIdentity | None = None
        """Who answered there last."""
        self.problem: Words | None = None
        self.failing = False
        """Whether it could not be reached when it was called last."""
        self._session = session
        self._talks = talks
        self._make_talk = make_talk
        self._changed = changed
        self._sooner = asyncio.Event()
        self._talk: Talk | None = None

    @property
    def talking(self) -> bool:
        """Whether there is a talk with that machine, whoever began it."""
        return any(self._is_it(each.peer.key) and not each.over for each in self._talks)

    def sooner(self) -> None:
        """It has just appeared: call it now."""
        self._sooner.set()

    def move(self, addresses: tuple[Address, ...]) -> None:
        """It is somewhere else now."""
        if addresses != self.addresses:
            self.addresses = addresses
            self.sooner()

    async def run(self) -> None:
        """Until cancelled."""
        failed = 0
        while True:
            await self._until_free()
            outcome = Outcome()
            for address in self.addresses:
                outcome = await self._once(address)
                if outcome.lasted_s or outcome.refused or outcome.itself:
                    break
            self.failing = not outcome.lasted_s
            self._note(outcome.problem)
            if outcome.itself:
                await self._wait(ITSELF_WAIT_S)
                continue
            failed = 0 if outcome.lasted_s > LASTED_S else failed + 1
            wait_s = min(FIRST_WAIT_S * 2 ** min(failed - 1, 10), LONGEST_WAIT_S) if failed else FIRST_WAIT_S
            await self._wait(REFUSED_WAIT_S if outcome.refused else wait_s)

    def _note(self, problem: Words | None) -> None:
        if problem != self.problem:
            self.problem = problem
            self._changed()

    async def _until_free(self) -> None:
        """While the other has called us, there is nothing to do."""
        for talk in self._talks:
            if self._is_it(talk.peer.key) and not talk.over:
                self.failing = False
                self._note(None)
                await self._talks.wait_gone(talk.peer.key)

    def _is_it(self, key: bytes) -> bool:
        if self.key_prefix:
            return key.startswith(self.key_prefix)
        return self.peer is not None and self.peer.key == key

    async def _wait(self, wait_s: float) -> None:
        self._sooner.clear()
        try:
            async with asyncio.timeout(wait_s * random.uniform(0.5, 1.0)):  # noqa: S311  (jitter)
                await self._sooner.wait()
        except TimeoutError:
            return

    async def _once(self, address: Address) -> Outcome:
        """Call one address; returns when the talk is over."""
        from aiohttp import ClientError, WSServerHandshakeError  # noqa: PLC0415

        from kiosk.sync.network.web import ITSELF, certificate_of  # noqa: PLC0415

        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(CONNECT_S):
                socket = await self._connect(address)
        except WSServerHandshakeError as refusal:
            if refusal.status == ITSELF:
                return Outcome(itself=True)
            return Outcome(NOT_OURS, refused=refusal.status != 503)
        except (ClientError, OSError, ValueError, TimeoutError) as fault:
            return _outcome(fault)

        try:
            der = certificate_of(socket.get_extra_info("ssl_object"))
            if der is None:  # gone already
                return Outcome(UNREACHABLE)
            peer = peer_of(der)
            self.peer, self.failing = peer, False
            self._changed()
            began_s = loop.time()
            talk = self._make_talk(socket, _aborting(socket), peer, address)
            held = await self._talks.hold(talk)
        except ValueError:
            return Outcome(NOT_OURS, refused=True)
        finally:
            await socket.close()
        return _ended(talk, held=held, lasted_s=loop.time() - began_s)

    async def _connect(self, address: Address) -> Any:
        from aiohttp import ClientWSTimeout  # noqa: PLC0415
        from yarl import URL  # noqa: PLC0415

        return await self._session.ws_connect(
            URL(address.url("/talk"), encoded=True),
            autoping=False,
            max_msg_size=MAX_MESSAGE_BYTES,
            timeout=ClientWSTimeout(ws_close=2.0),
        )


def _ended(talk: Talk, *, held: bool, lasted_s: float) -> Outcome:
    if not held or talk.closed_with == ONE_IS_ENOUGH:
        return Outcome(lasted_s=lasted_s)
    if talk.sorry is None:
        return Outcome(lasted_s=lasted_s)
    return Outcome(sorry_words(talk.sorry), lasted_s, refused=True)


def _outcome(fault: BaseException) -> Outcome:
    """Why nobody answered. With TLS 1.3 a server refuses our certificate when for us the handshake is over:
    it hangs up, with an alert or without one."""
    from aiohttp import ServerDisconnectedError  # noqa: PLC0415

    seen: BaseException | None = fault
    while seen is not None:
        if isinstance(seen, ssl.SSLCertVerificationError):
            return Outcome(FOREIGN, refused=True)
        if isinstance(seen, ssl.SSLError) and "ALERT" in (seen.reason or ""):
            return Outcome(FOREIGN_TO_THEM, refused=True)
        if isinstance(seen, ServerDisconnectedError):
            return Outcome(FOREIGN_TO_THEM)
        seen = getattr(seen, "os_error", None) or seen.__cause__ or seen.__context__
    return Outcome(UNREACHABLE)


def _aborting(socket: Any) -> Callable[[], None]:
    """Cuts the connection, whatever still waits to be sent."""
    plain = socket.get_extra_info("socket")

    def abort() -> None:
        with suppress(OSError):
            plain.shutdown(SHUT_RDWR)

    return abort
