"""Machines find each other by real multicast on this machine; without a network nothing fails."""

from __future__ import annotations

import asyncio

import pytest

from kiosk.sync.network import discovery
from kiosk.sync.network.addresses import Address
from kiosk.sync.network.circle import Found
from kiosk.sync.network.discovery import Discovery, venue_hash

VENUE = venue_hash(b"a" * 32)
FIRST = Found(b"1" * 8, "hub", VENUE, (Address("", 4001),))
SECOND = Found(b"2" * 8, "kiosk", VENUE, (Address("", 4002),))


async def _multicast() -> bool:
    """Whether this machine's network carries any."""
    from zeroconf.asyncio import AsyncZeroconf  # noqa: PLC0415

    try:
        await AsyncZeroconf().async_close()
    except OSError:
        return False
    return True


def test_two_find_each_other_and_see_one_go() -> None:
    async def day() -> None:
        if not await _multicast():
            pytest.skip("no multicast on this machine")
        came = asyncio.Event()
        one, other = Discovery(came.set), Discovery(came.set)
        tasks = [asyncio.create_task(one.run(FIRST)), asyncio.create_task(other.run(SECOND))]
        try:
            async with asyncio.timeout(30):
                while not (_kinds(one, SECOND) and _kinds(other, FIRST)):
                    came.clear()
                    await came.wait()
                tasks[0].cancel()
                while _kinds(other, FIRST):
                    came.clear()
                    await came.wait()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(day())


def _kinds(finder: Discovery, whom: Found) -> bool:
    """Whether it has found exactly what was announced, and not itself."""
    found = [each for each in finder.machines.values() if each.key_prefix == whom.key_prefix]
    for each in found:
        assert (each.role, each.venue) == (whom.role, whom.venue)
        assert each.addresses
        assert {address.port for address in each.addresses} == {whom.addresses[0].port}
    return bool(found)


def test_without_a_network_it_waits_and_looks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    enough = asyncio.Event()

    def nothing() -> frozenset[str]:
        looks.append(1)
        if len(looks) == 3:
            loop.call_soon_threadsafe(enough.set)
        return frozenset()

    async def day() -> None:
        nonlocal loop
        loop = asyncio.get_running_loop()
        finder = asyncio.create_task(Discovery(lambda: None).run(FIRST))
        async with asyncio.timeout(20):
            await enough.wait()
        assert not finder.done()
        finder.cancel()
        await asyncio.gather(finder, return_exceptions=True)

    loop: asyncio.AbstractEventLoop
    monkeypatch.setattr(discovery, "network_stamp", lambda: None)
    monkeypatch.setattr(discovery, "own_addresses", nothing)
    monkeypatch.setattr(discovery, "LOOK_AGAIN_S", 0.01)
    asyncio.run(day())


def test_multicast_that_is_refused_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    import zeroconf.asyncio  # noqa: PLC0415

    tried = asyncio.Event()

    class Refusing:
        def __init__(self, **_options: object) -> None:
            tried.set()
            raise OSError(19, "no such device")

    async def day() -> None:
        finder = asyncio.create_task(Discovery(lambda: None).run(None))
        async with asyncio.timeout(20):
            await tried.wait()
        assert not finder.done()
        finder.cancel()
        await asyncio.gather(finder, return_exceptions=True)

    monkeypatch.setattr(zeroconf.asyncio, "AsyncZeroconf", Refusing)
    asyncio.run(day())
