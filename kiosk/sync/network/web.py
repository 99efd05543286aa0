"""Connections from outside: TLS, bounded in number, in what they send and in how long they may take over it.

Nobody is known before TLS has shown a certificate of the venue; until then a connection gets little of
anything.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections import Counter
from collections.abc import Callable
from typing import Any

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from kiosk.domain.words import Words
from kiosk.sync.joining.identity import PeerIdentity, peer_of
from kiosk.sync.network.addresses import Address

MOST_CONNECTIONS = 300
MOST_AN_ADDRESS = 60
"""Forty kiosks behind one address (a bench, network address translation) still come through."""
FIRST_REQUEST_S = 10.0
KEEP_ALIVE_S = 20.0
ITSELF = 409
"""What a machine answers that has called its own address."""
MAX_LINE_BYTES = 2048
MAX_HEADER_BYTES = 4096
MAX_HEADERS = 40
HANDSHAKE_S = 10.0
MOST_GREETING = 96
MOST_GREETING_AN_ADDRESS = 48
"""Connections in their TLS handshake; the kiosks of a hall that start at once still come through."""
BACKLOG = 64
ACCEPT_AGAIN_S = 0.5
LAST_WORDS_S = 3.0
"""For talks to say that they end, when this machine does."""


NOT_LET_IN = Words(
    "这台机器还没有本场的证书。请先在主机上让它加入。",
    "This machine has no certificate of the venue yet. Let it in at the hub first.",
)
NOT_OURS = Words(
    "这台机器的证书不是本程序的。请重新让它加入。",
    "This machine's certificate is none of this program's. Let it in again.",
)


class Door:
    """Listens, and hands what comes in to an aiohttp application."""

    def __init__(self, app: web.Application, context: ssl.SSLContext, refused: Callable[[], None]) -> None:
        """`refused`: somebody showed a certificate of another venue."""
        self._runner = web.AppRunner(
            app, access_log=None, handle_signals=False, shutdown_timeout=LAST_WORDS_S
        )
        self._context = context
        self._context.sslobject_class = _telling(refused)
        self._accepting: asyncio.Task[None] | None = None
        self._greeting: dict[asyncio.Task[None], str] = {}
        """Connections in their TLS handshake, and their hosts."""
        self._connections: Counter[str] = Counter()

    async def open(self, address: str, port: int) -> int:
        """Listen; gives the port. OSError where it is taken or the address is not this machine's."""
        await self._runner.setup()
        manager = self._runner.server
        assert manager is not None, "set up"
        listener = _bound(address, port)
        listener.setblocking(False)
        self._accepting = asyncio.create_task(self._accept(listener, manager))
        listening: int = listener.getsockname()[1]
        return listening

    async def close(self) -> None:
        """Listen no more, and end what is going on."""
        tasks = [*self._greeting, *([self._accepting] if self._accepting else [])]
        for each in tasks:
            each.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._runner.cleanup()

    async def _accept(self, listener: socket.socket, manager: Any) -> None:
        """A handshake costs 400 kB, so their number is bounded too; asyncio's own server counts none."""
        loop = asyncio.get_running_loop()
        with listener:
            listener.listen(BACKLOG)
            while True:
                try:
                    connection, peer = await loop.sock_accept(listener)
                except OSError:  # this process may open no more files; or who called has gone
                    await asyncio.sleep(ACCEPT_AGAIN_S)
                    continue
                host = str(peer[0])
                greeting = list(self._greeting.values())
                if len(greeting) >= MOST_GREETING or greeting.count(host) >= MOST_GREETING_AN_ADDRESS:
                    connection.close()
                    continue
                task = asyncio.create_task(self._greet(connection, manager))
                self._greeting[task] = host
                task.add_done_callback(self._greeting.pop)

    async def _greet(self, connection: socket.socket, manager: Any) -> None:
        loop = asyncio.get_running_loop()
        try:
            await loop.connect_accepted_socket(
                lambda: _Connection(manager, loop=loop, door=self._connections),
                connection,
                ssl=self._context,
                ssl_handshake_timeout=HANDSHAKE_S,
            )
        except OSError:  # ssl.SSLError is one: no TLS, too slow, or a foreign certificate
            connection.close()
        except asyncio.CancelledError:
            connection.close()
            raise


class _Connection(RequestHandler):
    """One connection, within bounds."""

    __slots__ = ("_deadline", "_door", "_host", "asked")

    def __init__(self, manager: Any, *, loop: asyncio.AbstractEventLoop, door: Counter[str]) -> None:
        super().__init__(
            manager,
            loop=loop,
            access_log=None,  # type: ignore[arg-type]  # aiohttp's own way to switch it off
            keepalive_timeout=KEEP_ALIVE_S,
            max_line_size=MAX_LINE_BYTES,
            max_field_size=MAX_HEADER_BYTES,
            max_headers=MAX_HEADERS,
            auto_decompress=False,
        )
        self._door = door
        self._host = ""
        self._deadline: asyncio.TimerHandle | None = None
        self.asked = False
        """Whether a whole request has come."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        peer = transport.get_extra_info("peername")
        self._host = str(peer[0]) if peer else ""
        self._door[self._host] += 1
        self._deadline = asyncio.get_running_loop().call_later(FIRST_REQUEST_S, self._late)
        if self._door.total() > MOST_CONNECTIONS or self._door[self._host] > MOST_AN_ADDRESS:
            self._abort()

    def connection_lost(self, exc: BaseException | None) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        self._door[self._host] -= 1
        if not self._door[self._host]:
            del self._door[self._host]
        super().connection_lost(exc)

    def _late(self) -> None:
        if not self.asked:
            self._abort()

    def _abort(self) -> None:
        if isinstance(self.transport, asyncio.Transport):
            self.transport.abort()


@web.middleware
async def asked(request: web.Request, handler: Any) -> web.StreamResponse:
    """A whole request has come: the connection may stay longer. Others' connections end with the answer."""
    if isinstance(request.protocol, _Connection):
        request.protocol.asked = True
    response: web.StreamResponse = await handler(request)
    if certificate(request) is None and not response.prepared:
        response.force_close()
    return response


def words_response(words: Words, status: int) -> web.Response:
    """A refusal in words."""
    return web.json_response({"zh": words.zh, "en": words.en}, status=status)


def known_peer(request: web.Request) -> PeerIdentity | Words:
    """Who asks, as the certificate says; or why nobody of ours does."""
    der = certificate(request)
    if der is None:
        return NOT_LET_IN
    try:
        return peer_of(der)
    except ValueError:
        return NOT_OURS


def certificate(request: web.Request) -> bytes | None:
    """The client's certificate, DER; TLS has checked that it is of one of the venue's authorities."""
    return certificate_of(request.get_extra_info("ssl_object"))


def certificate_of(tls: Any) -> bytes | None:
    """The other side's certificate, DER."""
    der: bytes | None = tls.getpeercert(binary_form=True) if tls is not None else None
    return der


def at_itself(connection: Any) -> bool:
    """Whether both ends of a connection are at one address: a machine has called itself."""
    own, other = connection.get_extra_info("sockname"), connection.get_extra_info("peername")
    return bool(own and other and own[0] == other[0])


def remote(request: web.Request) -> Address:
    """Where a request comes from."""
    peer = request.get_extra_info("peername")
    if not peer:
        return Address("", 0)
    zone = f"%{peer[3]}" if len(peer) > 3 and peer[3] else ""
    return Address(str(peer[0]).removeprefix("::ffff:") + zone, int(peer[1]))


def _bound(address: str, port: int) -> socket.socket:
    """A socket at one address, or for all of this machine's, IPv6 too where there is any."""
    if address:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        return socket.create_server((address, port), family=family)
    if socket.has_dualstack_ipv6():
        try:
            return socket.create_server(("::", port), family=socket.AF_INET6, dualstack_ipv6=True)
        except OSError as refusal:
            if refusal.errno is not None and _taken(refusal):
                raise
    return socket.create_server(("0.0.0.0", port))  # noqa: S104  (others are to connect)


def _taken(refusal: OSError) -> bool:
    import errno  # noqa: PLC0415

    return refusal.errno == errno.EADDRINUSE


def _telling(refused: Callable[[], None]) -> type[ssl.SSLObject]:
    """asyncio keeps a failed handshake to itself; whoever set this machine up wants to know of it."""

    class Telling(ssl.SSLObject):
        def do_handshake(self) -> None:
            try:
                super().do_handshake()
            except ssl.SSLCertVerificationError:
                refused()
                raise

    return Telling
