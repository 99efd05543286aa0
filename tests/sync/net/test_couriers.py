"""Couriers talk over real TLS on loopback, each with a real store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.sync import conversation
from kiosk.sync.conversation import TakenIn
from kiosk.sync.network import clerk, client, courier, talks
from tests.sync.net.lines import Line
from tests.sync.net.venue import Machine, Names, identity


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits that a test sits through."""
    monkeypatch.setattr(client, "FIRST_WAIT_S", 0.05)
    monkeypatch.setattr(client, "REFUSED_WAIT_S", 0.2)
    monkeypatch.setattr(clerk, "FIRST_WAIT_S", 0.05)
    monkeypatch.setattr(courier, "BEAT_S", 0.1)
    monkeypatch.setattr(courier, "TAKEN_S", 0.01)
    monkeypatch.setattr(courier, "IDENTITY_S", 0.05)
    monkeypatch.setattr(courier, "OTHER_IDENTITY_S", 0.05)
    monkeypatch.setattr(courier, "QUIET_BEAT_S", 0.3)


def test_facts_go_both_ways_and_on_through_a_hub(hub: Machine, east: Machine, west: Machine) -> None:
    async def day() -> None:
        east.record(450)
        hub.record(3)
        async with hub.running(), east.running(hub.address), west.running(hub.address) as beside:
            await west.until(lambda: west.facts() == 453)
            west.record(2)
            beside.nudge()
            await east.until(lambda: east.facts() == 455)
            await hub.until(lambda: hub.connected_to("east") and hub.connected_to("west"))
            assert (hub.status.name, hub.status.role) == ("hub", "hub")
            await hub.until(lambda: [each.waiting for each in hub.status.peers] == [0, 0])

    asyncio.run(day())
    assert east.digest() == west.digest() == hub.digest()


def test_what_another_process_records_is_found_without_a_nudge(hub: Machine, east: Machine) -> None:
    async def day() -> None:
        async with hub.running(), east.running(hub.address):
            await east.until(lambda: east.connected_to("hub"))
            east.record()
            await hub.until(lambda: hub.facts() == 1)

    asyncio.run(day())


def test_of_two_that_call_each_other_one_talk_stays(east: Machine, west: Machine) -> None:
    smaller, larger = sorted((east, west), key=lambda each: each.key)

    def talking(machine: Machine) -> list[bool]:
        assert machine.courier is not None
        assert machine.courier._talks is not None
        return [each.began for each in machine.courier._talks if not each.over]

    async def day() -> None:
        async with smaller.running():
            pass  # it has a port now
        async with larger.running():
            pass
        one = larger.running(smaller.address, port=larger.port)
        other = smaller.running(larger.address, port=smaller.port)
        async with one, other as beside:
            await larger.until(lambda: talking(larger) == [False] and talking(smaller) == [True])
            smaller.record(3)
            beside.nudge()
            await larger.until(lambda: larger.facts() == 3)
            await asyncio.sleep(0.3)  # in which the larger one would call again
            assert (talking(larger), talking(smaller)) == ([False], [True])

    asyncio.run(day())


def test_a_cut_line_is_called_again_and_nothing_is_lost(hub: Machine, east: Machine) -> None:
    async def day() -> None:
        async with hub.running(), Line(hub.port).laid() as line, east.running(line.address) as beside:
            for number in range(1, 5):
                await east.until(lambda: east.connected_to("hub"))
                east.record(50)
                beside.nudge()
                line.reset()
                await hub.until(lambda number=number: hub.facts() == 50 * number)
            assert line.connections >= 4

    asyncio.run(day())
    assert hub.digest() == east.digest()


def test_a_peer_that_falls_silent_is_given_up(
    hub: Machine, east: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversation, "SILENT_S", 1.5)
    monkeypatch.setattr(conversation, "VECTOR_S", 0.5)

    async def day() -> None:
        async with hub.running(), Line(hub.port).laid() as line, east.running(line.address):
            await east.until(lambda: east.connected_to("hub"))
            line.stall()
            await east.until(lambda: not east.connected_to("hub"))
            await hub.until(lambda: not hub.connected_to("east"))
            peer = east.peer("hub")
            assert peer is not None
            assert peer.heard_s >= 0
            line.flow()
            line.reset()
            east.record()
            await hub.until(lambda: hub.facts() == 1)

    asyncio.run(day())


def test_a_withdrawn_machine_is_told_so_and_left_alone(hub: Machine, east: Machine, trust: Names) -> None:
    async def day() -> None:
        async with hub.running(), east.running(hub.address) as beside:
            await east.until(lambda: east.connected_to("hub"))
            hub.trust = Names(trust.names, {east.key})
            hub.opened[-1].ledger._trust = hub.trust
            await east.until(lambda: (peer := east.peer("hub")) is not None and bool(peer.problem_en))
            peer = east.peer("hub")
            assert peer is not None
            assert "withdrawn" in peer.problem_en
            east.record()
            beside.nudge()
            await hub.until(lambda: not hub.connected_to("east"))
            there = hub.peer("east")
            assert there is not None
            assert "withdrawn" in there.problem_en
            await asyncio.sleep(0.5)  # it asks again, and is refused at the door
            assert hub.facts() == 0
            peer = east.peer("hub")
            assert peer is not None
            assert not peer.connected
            assert "withdrawn" in peer.problem_en

    asyncio.run(day())


def test_a_machine_of_another_venue_is_refused_and_both_say_so(
    hub: Machine, make: Callable[..., Machine]
) -> None:
    stranger = make("stranger", venue="elsewhere")

    async def day() -> None:
        async with hub.running(), stranger.running(hub.address):
            await stranger.until(
                lambda: any("another venue" in each.problem_en for each in stranger.status.peers)
            )
            assert not any(each.connected for each in stranger.status.peers)
        # A server of another venue's, and a client that would take any: only the server's word counts then.
        stranger.identity = _believing(stranger)
        async with hub.running(port=0), stranger.running(hub.address):
            await hub.until(lambda: any("another venue" in each.problem_en for each in hub.status.peers))
            await stranger.until(lambda: any(each.problem_en for each in stranger.status.peers))
            assert any("may not know" in each.problem_en for each in stranger.status.peers)

    asyncio.run(day())


def _believing(machine: Machine) -> object:
    """An identity of another venue that knows our hub's authority as well."""
    from dataclasses import replace  # noqa: PLC0415

    own = machine.identity
    assert own is not None
    return replace(own, authorities_pem=own.authorities_pem + identity("hub").authorities_pem)


def test_a_new_incarnation_is_followed(hub: Machine, east: Machine) -> None:
    async def day() -> None:
        async with hub.running(), east.running(hub.address) as beside:
            east.record(2)
            beside.nudge()
            await hub.until(lambda: hub.facts() == 2)
            east.store.begin_incarnation(east.key)
            east.record(3)
            beside.nudge()
            await hub.until(lambda: hub.facts() == 5)
            await east.until(lambda: len(east.opened) == 2 and east.connected_to("hub"))
            assert east.opened[-1].origin == east.store.origin

    asyncio.run(day())
    assert hub.digest() == east.digest()


def test_a_full_disk_is_waited_out_and_said(hub: Machine, east: Machine) -> None:
    async def day() -> None:
        async with hub.running(), east.running(hub.address) as beside:
            await east.until(lambda: east.connected_to("hub"))
            ledger = hub.opened[-1].ledger
            take, full = ledger.take, [True]

            def failing(segments: object) -> TakenIn:
                if full[0]:
                    raise StoreFault(StoreFaultKind.DISK_FULL)
                return take(segments)  # type: ignore[arg-type]

            ledger.take = failing  # type: ignore[method-assign, assignment]
            east.record(5)
            beside.nudge()
            await hub.until(lambda: "disk" in hub.status.fault_en)
            full[0] = False
            await hub.until(lambda: hub.facts() == 5)
            await hub.until(lambda: not hub.status.fault_en)

    asyncio.run(day())


def test_a_store_that_is_damaged_is_opened_anew(hub: Machine, east: Machine) -> None:
    async def day() -> None:
        async with hub.running(), east.running(hub.address) as beside:
            await east.until(lambda: east.connected_to("hub"))
            ledger = hub.opened[-1].ledger

            def failing(_segments: object) -> TakenIn:
                raise StoreFault(StoreFaultKind.DAMAGED)

            ledger.take = failing  # type: ignore[method-assign, assignment]
            east.record(5)
            beside.nudge()
            await hub.until(lambda: hub.facts() == 5)
            assert len(hub.opened) == 2

    asyncio.run(day())


def test_a_machine_without_identity_waits_for_one(hub: Machine, east: Machine) -> None:
    known, east.identity = east.identity, None

    async def day() -> None:
        async with hub.running(), east.running(hub.address):
            east.record(1)
            await east.until(lambda: east.status.joining is not None)
            assert east.status.joining is not None
            assert east.status.joining.state == "alone"
            east.identity = known
            await hub.until(lambda: hub.facts() == 1)
            assert east.status.joining is None

    asyncio.run(day())


def test_a_machine_that_becomes_another_one_goes_on_as_that(hub: Machine, east: Machine) -> None:
    async def day() -> None:
        async with hub.running(), east.running(hub.address):
            await hub.until(lambda: hub.connected_to("east"))
            east.identity = identity("west")
            await hub.until(lambda: hub.connected_to("west") and not hub.connected_to("east"))
            assert east.status.name == "west"

    asyncio.run(day())


def test_its_own_address_among_the_peers_does_no_harm(hub: Machine, east: Machine) -> None:
    async def day() -> None:
        async with east.running():
            pass
        async with hub.running(), east.running(east.address, hub.address, port=east.port):
            await east.until(lambda: east.connected_to("hub"))
            assert [each.name for each in east.status.peers] == ["hub"]

    asyncio.run(day())


def test_a_port_that_is_taken_is_said_and_another_one_found(east: Machine, west: Machine) -> None:
    async def day() -> None:
        async with east.running(), west.running(east.address, port=east.port):
            assert west.port != east.port
            await west.until(lambda: west.connected_to("east"))

    asyncio.run(day())


def test_talks_are_bounded(hub: Machine, east: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talks, "MOST", 0)

    async def day() -> None:
        async with hub.running(), east.running(hub.address):
            await asyncio.sleep(0.4)
            assert not any(each.connected for each in (*hub.status.peers, *east.status.peers))

    asyncio.run(day())
