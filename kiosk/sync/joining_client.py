"""A machine that asks a hub to be let in: over the network, until there is a verdict."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.domain.fair import Words
from kiosk.sync import joining
from kiosk.sync.identity import joining_context
from kiosk.sync.joining import JoinFault
from kiosk.sync.joining_machine import Accepted, Applicant, Joiner, Refused
from kiosk.sync.settings import PORT
from kiosk.sync.status import JoiningStatus

if TYPE_CHECKING:
    from aiohttp import ClientSession

INQUIRY_S = 2.0
FIRST_WAIT_S = 5.0
LAST_WAIT_S = 60.0
TIMEOUT_S = 15.0

Told = Callable[[JoiningStatus], None]
"""Called whenever there is something else to show."""


async def join(address: str, applicant: Applicant, told: Told, *, inquiry_s: float = INQUIRY_S) -> Accepted:
    """Ask the hub at an address (`192.0.2.7`, `hub.local:47615`) until it says yes.

    JoinFault: it said no for good, it is no hub for this machine, or its answer was tampered with. Where it
    cannot be reached, or asks for patience, this waits and goes on: each time longer, up to a minute, so that
    nobody in between may try out many codes.
    """
    from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector  # noqa: PLC0415  (100 ms)

    wait_s = FIRST_WAIT_S
    connector = TCPConnector(ssl=joining_context())
    async with ClientSession(connector=connector, timeout=ClientTimeout(total=TIMEOUT_S)) as session:
        while True:
            try:
                return await _ask(session, url(address), applicant, told, inquiry_s)
            except Refused as refusal:
                if not refusal.again:
                    told(JoiningStatus("refused", hub=address))
                    raise
            except (ClientError, TimeoutError, OSError):
                told(JoiningStatus("alone", hub=address))
            await asyncio.sleep(wait_s)
            wait_s = min(2 * wait_s, LAST_WAIT_S)


async def _ask(
    session: ClientSession, where: str, applicant: Applicant, told: Told, inquiry_s: float
) -> Accepted:
    """One request, from ask to verdict. While it waits, a hub that goes away for a moment does not end it."""
    from aiohttp import ClientError  # noqa: PLC0415

    joiner = Joiner(applicant)
    reveal = joiner.offered(await _post(session, where, joiner.ask()))
    say = reveal
    told(JoiningStatus("asking", joiner.code, joiner.qr, joiner.hub))
    while True:
        try:
            accepted = joiner.told(await _post(session, where, say))
        except (ClientError, TimeoutError, OSError):
            pass  # the request stands there; a reveal that came twice does no harm
        else:
            say = joiner.inquiry()
            if accepted is not None:
                told(JoiningStatus("accepted", joiner.code, joiner.qr, joiner.hub))
                return accepted
        await asyncio.sleep(inquiry_s)


async def _post(session: ClientSession, where: str, data: bytes) -> bytes:
    """What the hub answers. JoinFault where it is nothing of ours."""
    async with session.post(where, data=data) as response:
        if response.status != 200:
            raise JoinFault(NO_HUB_THERE)
        try:
            await response.content.readexactly(joining.MAX_MESSAGE_BYTES + 1)
        except asyncio.IncompleteReadError as whole:
            return whole.partial
    raise joining.not_understood()


NO_HUB_THERE = Words(
    "那个地址上没有主机。请核对主机地址。",
    "There is no hub at that address. Check the hub's address.",
)


def url(address: str) -> str:
    """Where to say it: `host`, `host:port`, `[address]:port` of IPv6."""
    host, colon, port = address.rpartition(":")
    if not colon or not port.isdigit() or (":" in host and not host.startswith("[")):
        host, port = address, str(PORT)
    if ":" in host and not host.startswith("["):
        host = f"[{host}]"
    return f"https://{host}:{port}{joining.PATH}"
