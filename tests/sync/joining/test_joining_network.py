"""Joining over real TLS on loopback: aiohttp's server with the hub's certificate, aiohttp's client without
one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, TCPConnector, web

from kiosk.sync.joining import joining
from kiosk.sync.joining.client import MOST_OFFERS_A_ROUND, NoHubThere, Pace, join
from kiosk.sync.joining.identity import client_context, joining_context, server_context
from kiosk.sync.joining.identity_file import identity_of
from kiosk.sync.joining.joining import JoinFault
from kiosk.sync.joining.machine import Accepted, Applicant
from kiosk.sync.joining.server import JoiningServer, NoHub
from kiosk.sync.network.addresses import Address
from kiosk.sync.network.clerk import NoBooks
from kiosk.sync.network.status import JoiningStatus
from tests.fakes.joining import Hub, asked, blank

Asking = asyncio.Task[Accepted]
QUICK = Pace(inquiry_s=0.01, first_wait_s=0.01, last_wait_s=0.02, gone_s=5.0)


@asynccontextmanager
async def serving(hub: Hub, fault: Exception | None = None, port: int = 0) -> AsyncIterator[Address]:
    async def run(work: Callable[..., bytes]) -> bytes:
        if fault is not None:
            raise fault
        return work(hub.desk)

    app = web.Application()
    app.router.add_post(joining.PATH, JoiningServer(run).handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port, ssl_context=server_context(hub.venue.hub.identity))
    await site.start()
    try:
        yield Address("127.0.0.1", runner.addresses[0][1])
    finally:
        await runner.cleanup()


class Screen:
    """What a machine shows; waited for without sleeping."""

    def __init__(self) -> None:
        self.shown: list[JoiningStatus] = []
        self._more = asyncio.Event()

    def told(self, status: JoiningStatus) -> None:
        self.shown.append(status)
        self._more.set()

    async def until(self, state: str) -> JoiningStatus:
        async with asyncio.timeout(10.0):
            while not any(each.state == state for each in self.shown):
                self._more.clear()
                await self._more.wait()
        return next(each for each in self.shown if each.state == state)


def asking_at(address: Address, applicant: Applicant, screen: Screen, *, patient: bool = False) -> Asking:
    return asyncio.create_task(join(lambda: (address,), applicant, screen.told, patient=patient, pace=QUICK))


def played(work: Awaitable[None]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(20.0):
            await work

    asyncio.run(bounded())


def test_a_blank_machine_joins_and_talks_as_one_of_the_venue(hub: Hub) -> None:
    async def story() -> None:
        screen, applicant = Screen(), blank()
        async with serving(hub) as address:
            asking = asyncio.create_task(
                join(lambda: (address,), applicant, screen.told, patient=False, pace=QUICK)
            )
            shown = await screen.until("asking")
            (waiting,) = hub.desk.waiting()
            assert (waiting.code, shown.hub) == (shown.code, "hub")
            assert shown.qr.startswith(joining.QR_PREFIX)
            hub.desk.accept(shown.code)
            accepted = await asking
            assert [each.state for each in screen.shown][-1] == "accepted"
            identity = identity_of(accepted.papers, applicant.secrets.issuing_seed)
            assert identity is not None
            connector = TCPConnector(ssl=client_context(identity))
            async with ClientSession(connector=connector) as session:
                inquiry = joining.encode(joining.Inquiry("0" * 32))
                async with session.post(address.url(joining.PATH), data=inquiry) as response:
                    assert response.status == 200, "its certificate is taken, and it takes the hub's"

    played(story())


def test_a_certified_machine_shows_no_code(hub: Hub) -> None:
    async def story() -> None:
        screen, kiosk = Screen(), hub.venue.kiosks[0]
        applicant = Applicant(kiosk.secrets, "k1", hub.venue.organiser.public)
        async with serving(hub) as address:
            await join(lambda: (address,), applicant, screen.told, patient=False, pace=QUICK)
        assert [each.state for each in screen.shown] == ["accepted"]

    played(story())


def test_a_refused_machine_is_told_and_a_patient_one_asks_again(hub: Hub) -> None:
    async def story() -> None:
        async with serving(hub) as address:
            screen = Screen()
            asking = asyncio.create_task(
                join(lambda: (address,), blank(), screen.told, patient=False, pace=QUICK)
            )
            hub.desk.refuse((await screen.until("asking")).code)
            with pytest.raises(JoinFault, match="did not let this machine in"):
                await asking
            patient = Screen()
            asking = asyncio.create_task(
                join(lambda: (address,), blank(), patient.told, patient=True, pace=QUICK)
            )
            first = (await patient.until("asking")).code
            hub.desk.refuse(first)
            await patient.until("refused")
            while not (again := [each.code for each in hub.desk.waiting()]):
                await asyncio.sleep(0)
            assert again != [first]
            hub.desk.accept(again[0])
            assert isinstance(await asking, Accepted)

    played(story())


def test_a_hub_that_goes_away_for_a_moment_keeps_the_request(hub: Hub) -> None:
    async def story() -> None:
        screen = Screen()
        async with serving(hub) as address:
            asking = asyncio.create_task(
                join(lambda: (address,), blank(), screen.told, patient=False, pace=QUICK)
            )
            code = (await screen.until("asking")).code
        hub.desk.accept(code)
        async with serving(hub, port=address.port):
            await asking
        assert {each.code for each in screen.shown} == {code}

    played(story())


def test_where_nobody_is_one_waits_and_looks_on(hub: Hub) -> None:
    async def story() -> None:
        screen, found = Screen(), list[Address]()
        asking = asyncio.create_task(
            join(lambda: tuple(found), blank(), screen.told, patient=False, pace=QUICK)
        )
        await screen.until("alone")
        async with serving(hub, NoHub()) as kiosk, serving(hub, NoBooks()) as busy, serving(hub) as address:
            found += [kiosk, busy, address]
            hub.desk.accept((await screen.until("asking")).code)
            await asking

    played(story())


def test_what_is_no_hub_is_said_with_its_status(hub: Hub) -> None:
    async def story() -> None:
        connector = TCPConnector(ssl=joining_context())
        async with (
            serving(hub, NoHub()) as kiosk,
            serving(hub, NoBooks()) as busy,
            serving(hub) as address,
            ClientSession(connector=connector) as session,
        ):
            for where, data, status in (
                (kiosk, b"x", 404),
                (busy, b"x", 503),
                (address, bytes(joining.MAX_MESSAGE_BYTES + 1), 413),
                (address, bytes(joining.MAX_MESSAGE_BYTES), 200),
            ):
                async with session.post(where.url(joining.PATH), data=data) as response:
                    assert response.status == status

    played(story())


def test_a_hub_of_another_venue_is_not_joined(hub: Hub, opened: Callable[..., Hub]) -> None:
    async def story() -> None:
        kiosk = hub.venue.kiosks[0]
        applicant = Applicant(kiosk.secrets, "k1", hub.venue.organiser.public)
        async with serving(opened("elsewhere")) as address:
            with pytest.raises(JoinFault, match="does not belong") as fault:
                await join(lambda: (address,), applicant, Screen().told, patient=False, pace=QUICK)
            assert not isinstance(fault.value, NoHubThere)
            async with serving(hub) as right:
                await join(lambda: (address, right), applicant, Screen().told, patient=False, pace=QUICK)

    played(story())


def test_a_withdrawn_machine_is_told_so(hub: Hub) -> None:
    async def story() -> None:
        hub.desk.accept(asked(hub, blank()).code)
        hub.desk.withdraw("west-2", "s1")
        async with serving(hub) as address:
            with pytest.raises(JoinFault, match="withdrawn"):
                await join(lambda: (address,), blank(), Screen().told, patient=False, pace=QUICK)

    played(story())


def test_whoever_announces_many_hubs_gets_few_tries(
    hub: Hub, opened: Callable[..., Hub], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The right one has its turn all the same."""

    async def story() -> None:
        theirs, kiosk = opened("elsewhere"), hub.venue.kiosks[0]
        asked_there, real = [], theirs.desk.offer
        monkeypatch.setattr(
            theirs.desk, "offer", lambda request, nonce: asked_there.append(request) or real(request, nonce)
        )
        applicant = Applicant(kiosk.secrets, "k1", hub.venue.organiser.public)
        async with serving(theirs) as false, serving(hub) as right:
            many = (*[false] * 7, right)
            with pytest.raises(JoinFault, match="does not belong"):
                await join(lambda: many, applicant, Screen().told, patient=False, pace=QUICK)
            assert len(asked_there) == MOST_OFFERS_A_ROUND
            await join(lambda: many, applicant, Screen().told, patient=True, pace=QUICK)

    played(story())


def test_a_hub_that_stays_away_is_given_up_for_another(hub: Hub) -> None:
    async def story() -> None:
        screen, addresses = Screen(), list[Address]()
        async with serving(hub) as first:
            addresses.append(first)
            asking = asyncio.create_task(
                join(
                    lambda: tuple(addresses),
                    blank(),
                    screen.told,
                    patient=False,
                    pace=Pace(inquiry_s=0.01, first_wait_s=0.01, last_wait_s=0.02, gone_s=0.05),
                )
            )
            code = (await screen.until("asking")).code
        await screen.until("alone")
        async with serving(hub) as second:
            addresses[:] = [second]
            while (again := hub.desk.waiting()[0].code) == code:
                await asyncio.sleep(0)
            hub.desk.accept(again)
            await asking

    played(story())
