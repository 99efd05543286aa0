"""What others may ask of this machine: a talk, its fair packs, and (at a hub) to be let in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from aiohttp import web

from kiosk.domain.words import Words
from kiosk.store.faults import StoreFault
from kiosk.sync import messages
from kiosk.sync.joining.identity import PeerIdentity
from kiosk.sync.messages import MAX_MESSAGE_BYTES, Sorry
from kiosk.sync.network.addresses import Address
from kiosk.sync.network.clerk import Clerk, NoBooks
from kiosk.sync.network.edge import at_edge
from kiosk.sync.network.pack_serving import PackServing
from kiosk.sync.network.talk import OPENED_ANEW, OVER, Talk
from kiosk.sync.network.talks import WITHDRAWN, Talks
from kiosk.sync.network.web import ITSELF, asked, at_itself, known_peer, remote, words_response

MAX_BODY_BYTES = 64 * 1024
MakeTalk = Callable[[Any, Callable[[], None], PeerIdentity, Address], Talk]


def application(
    clerk: Clerk,
    talks: Talks,
    make_talk: MakeTalk,
    packs: PackServing,
    add_routes: Callable[[web.Application], None] = lambda _app: None,
) -> web.Application:
    """The routes. `add_routes` adds what a hub answers to machines without a certificate: `/join`."""
    serving = _Serving(clerk, talks, make_talk)
    app = web.Application(middlewares=[asked], client_max_size=MAX_BODY_BYTES)
    app.router.add_get("/talk", serving.talk)
    app.router.add_get("/packs/{fair}/{version}/{part}", packs.answer)
    add_routes(app)
    return app


class _Serving:
    """The answers."""

    def __init__(self, clerk: Clerk, talks: Talks, make_talk: MakeTalk) -> None:
        self._clerk = clerk
        self._talks = talks
        self._make_talk = make_talk

    async def talk(self, request: web.Request) -> web.StreamResponse:
        """One side of a talk, as long as it lasts."""
        peer = known_peer(request)
        if isinstance(peer, Words):
            return words_response(peer, 403)
        transport = request.transport
        if peer.key == self._talks.own_key and at_itself(request):
            return web.Response(status=ITSELF)
        if transport is None:  # gone already
            return web.Response(status=503)
        sockets = web.WebSocketResponse(
            timeout=2.0, autoping=False, compress=False, max_msg_size=MAX_MESSAGE_BYTES
        )
        await sockets.prepare(request)
        try:
            withdrawn = await self._clerk.do(lambda books: any(map(books.ledger.is_withdrawn, peer.keys)))
        except (NoBooks, StoreFault):
            await sockets.close(code=OPENED_ANEW)
            return sockets
        if withdrawn:
            self._talks.refuse(peer, WITHDRAWN)
            await say_sorry(sockets, WITHDRAWN)
            return sockets
        talk = self._make_talk(sockets, transport.abort, peer, remote(request))
        problem = await at_edge(self._talks.hold(talk))
        if problem is not None:
            self._talks.broke(peer, problem)
        return sockets


async def say_sorry(sockets: Any, sorry: Sorry) -> None:
    """End a WebSocket that never became a talk, saying why."""
    try:
        async with asyncio.timeout(2.0):
            await sockets.send_bytes(messages.encode(sorry))
            await sockets.close(code=OVER)
    except (ConnectionError, TimeoutError):
        return
