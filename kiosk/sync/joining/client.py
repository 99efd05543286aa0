"""A machine that asks hubs to be let in: over the network, until there is a verdict."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.words import Words
from kiosk.sync.joining import joining
from kiosk.sync.joining.identity import joining_context
from kiosk.sync.joining.joining import JoinFault
from kiosk.sync.joining.machine import Accepted, Applicant, Joiner, Refused
from kiosk.sync.network.addresses import Address
from kiosk.sync.network.status import JoiningStatus

if TYPE_CHECKING:
    from aiohttp import ClientSession

TIMEOUT_S = 15.0
MOST_OFFERS_A_ROUND = 3
"""Whoever announces a hundred hubs gets no hundred tries."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How often is asked. A machine that must begin again waits each time longer: who stands in between gets
    few tries (joining.py)."""

    inquiry_s: float = 2.0
    first_wait_s: float = 2.0
    last_wait_s: float = 60.0
    gone_s: float = 60.0
    """A hub that does not answer for so long is given up, and others are asked."""


Hubs = Callable[[], tuple[Address, ...]]
"""Where hubs may be, as far as is known now."""
Told = Callable[[JoiningStatus], None]
"""Called whenever there is something else to show."""


class NoHubThere(JoinFault):
    """Whoever listens at an address lets nobody in."""


class HubGone(JoinFault):
    """A hub that had made its offer does not answer any more."""


async def join(
    hubs: Hubs, applicant: Applicant, told: Told, *, patient: bool, pace: Pace | None = None
) -> Accepted:
    """Ask the hubs until one says yes.

    Where none can be reached, or it asks for patience, this waits and goes on. JoinFault where one said no,
    is none for this machine, or its answer was tampered with; one that is `patient` asks again after all of
    them.
    """
    from aiohttp import ClientSession, ClientTimeout, TCPConnector  # noqa: PLC0415  (100 ms)

    pace = pace or Pace()
    wait_s, rounds = pace.first_wait_s, 0
    connector = TCPConnector(ssl=joining_context())
    async with ClientSession(connector=connector, timeout=ClientTimeout(total=TIMEOUT_S)) as session:
        while True:
            outcome = await _round(session, _turned(hubs(), rounds), applicant, told, pace)
            if isinstance(outcome, Accepted):
                return outcome
            fault, rounds = outcome, rounds + 1
            if fault is None:  # nobody was there, so nobody had a try
                told(JoiningStatus("alone"))
                await asyncio.sleep(pace.first_wait_s)
                continue
            if not patient and not _passes(fault):
                raise fault
            told(JoiningStatus("alone" if isinstance(fault, HubGone) else "refused"))
            await asyncio.sleep(wait_s)
            wait_s = min(2 * wait_s, pace.last_wait_s)


def _passes(fault: JoinFault) -> bool:
    """Whether asking again makes sense at once."""
    return isinstance(fault, HubGone) or (isinstance(fault, Refused) and fault.again)


def _turned(addresses: tuple[Address, ...], rounds: int) -> tuple[Address, ...]:
    """Another one first in each round, so that each has its turn."""
    first = rounds * MOST_OFFERS_A_ROUND % max(len(addresses), 1)
    return addresses[first:] + addresses[:first]


async def _round(
    session: ClientSession, addresses: tuple[Address, ...], applicant: Applicant, told: Told, pace: Pace
) -> Accepted | JoinFault | None:
    """Ask one after the other: what the first says that lets us in, otherwise the last that does not."""
    fault: JoinFault | None = None
    offers = 0
    for address in addresses:
        outcome = await _try(session, address, applicant, told, pace)
        if isinstance(outcome, Accepted):
            return outcome
        if outcome is not None and not isinstance(outcome, NoHubThere):
            fault, offers = outcome, offers + 1
            if offers == MOST_OFFERS_A_ROUND:
                break
    return fault


async def _try(
    session: ClientSession, address: Address, applicant: Applicant, told: Told, pace: Pace
) -> Accepted | JoinFault | None:
    """What one hub says in the end; None where it is not there."""
    from aiohttp import ClientError  # noqa: PLC0415

    try:
        return await _ask(session, address.url(joining.PATH), applicant, told, pace)
    except JoinFault as fault:
        return fault
    except (ClientError, TimeoutError, OSError):
        return None


async def _ask(session: ClientSession, where: str, applicant: Applicant, told: Told, pace: Pace) -> Accepted:
    """One request, from ask to verdict. While it waits, a hub that goes away for a moment does not end it."""
    from aiohttp import ClientError  # noqa: PLC0415

    joiner = Joiner(applicant)
    say = joiner.offered(await _post(session, where, joiner.ask()))
    loop = asyncio.get_running_loop()
    heard_s = loop.time()
    while True:
        try:
            accepted = joiner.told(await _post(session, where, say))
        except (ClientError, TimeoutError, OSError):
            if loop.time() - heard_s > pace.gone_s:
                raise HubGone(HUB_GONE) from None
        else:
            heard_s, say = loop.time(), joiner.inquiry()
            if accepted is not None:
                told(JoiningStatus("accepted", joiner.code, joiner.qr, joiner.hub))
                return accepted
            # Only now: a certified machine is let in by itself, and nobody need look for its code.
            told(JoiningStatus("asking", joiner.code, joiner.qr, joiner.hub))
        await asyncio.sleep(pace.inquiry_s)


async def _post(session: ClientSession, where: str, data: bytes) -> bytes:
    """What the hub answers. JoinFault where it is nothing of ours."""
    async with session.post(where, data=data, allow_redirects=False) as response:
        if response.status != 200:
            raise NoHubThere(NO_HUB_THERE)
        try:
            await response.content.readexactly(joining.MAX_MESSAGE_BYTES + 1)
        except asyncio.IncompleteReadError as whole:
            return whole.partial
    raise joining.not_understood()


HUB_GONE = Words(
    "主机没有回应了。本机会继续寻找。", "The hub does not answer any more. This machine looks on."
)
NO_HUB_THERE = Words(
    "那个地址上没有主机。请核对主机地址。",
    "There is no hub at that address. Check the hub's address.",
)
