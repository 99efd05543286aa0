"""A recorded talk, played again in any order, and twice, to another kiosk: harmless."""

from __future__ import annotations

import asyncio
import os
import random

import pytest

from kiosk.domain import facts
from kiosk.store.journal import FindingKind
from kiosk.sync import messages
from kiosk.sync.joining.identity import Identity, client_context
from kiosk.sync.messages import Hello, Parcel, Sorry, Taken, Vector
from tests.sync.net.lab import Lab, wait
from tests.sync.net.rogue import Rogue, calling, run

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
ORDERS = int(os.environ.get("FAIR_KIOSK_ORDERS", "40" if LONG else "3"))
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
RECORDED = 450
"""Facts: several parcels."""


@pytest.fixture(scope="module")
def busy(lab: Lab) -> Lab:
    """Hub and kiosk have recorded several parcels of facts, and agree."""
    bodies = [facts.AttendeeBarred("f", number, number % 3 == 0, "s1") for number in range(RECORDED)]
    lab.record(lab.hub, *bodies)
    lab.record(lab.kiosk, *bodies[:20])
    wait(lambda: lab.hub.vector() == lab.kiosk.vector(), "hub and kiosk agree")
    return lab


async def recorded(lab: Lab, identity: Identity) -> list[bytes]:
    """All that the hub says to a kiosk that knows nothing, as a machine of the venue may write it down."""
    async with calling(lab.port, client_context(identity)) as rogue:
        await rogue.greet(identity, lab.origin(identity.peer.name))
        answered = 0
        while True:
            await rogue.hear(Parcel, lambda said, after=answered: said.number > after)
            parcels = [each for each in rogue.heard if isinstance(each, Parcel)]
            for parcel in parcels[answered:]:
                # as a receiver that has committed it, so that the next ones come
                last = [wire_standing(each) for each in parcel.segments]
                await rogue.say(Taken(parcel.number, tuple(last)))
            answered = len(parcels)
            if sum(_facts(each) for parcel in parcels for each in parcel.segments) >= RECORDED + 20:
                return rogue.raw


def wire_standing(data: bytes) -> messages.Standing:
    """How far whoever takes a segment knows its journal."""
    from kiosk.sync.wire import outline  # noqa: PLC0415

    head = outline(data).head
    return messages.Standing(head.origin, head.seq, head.hash)


def _facts(data: bytes) -> int:
    from kiosk.sync.wire import outline  # noqa: PLC0415

    return outline(data).count


async def played(lab: Lab, port: int, name: str, said: list[bytes], *, greeted: bool) -> Rogue:
    """Say all of it, whatever the other side makes of it; until it ends the talk or has answered."""
    identity = lab.identity(name)
    async with calling(port, client_context(identity)) as rogue:
        if greeted:
            await rogue.greet(identity, lab.origin(name))
        for each in said:
            if rogue.ended.is_set():
                break
            await rogue.say(each)
        await rogue.say(Parcel(10**6, ()))
        async with asyncio.timeout(20):
            while not rogue.ended.is_set() and not _answered(rogue):
                await asyncio.sleep(0.02)
        return rogue


def _answered(rogue: Rogue) -> bool:
    return any(
        isinstance(each, Sorry) or (isinstance(each, Taken) and each.number == 10**6) for each in rogue.heard
    )


def test_a_recorded_talk_played_again_changes_nothing(busy: Lab) -> None:
    lab = busy
    before = (lab.hub.vector(), lab.kiosk.vector())

    async def work() -> None:
        said = await recorded(lab, lab.identity("k-2"))
        parcels = [each for each in said if isinstance(messages.decode(each), Parcel)]
        assert len(parcels) >= 3
        await played(lab, lab.kiosk_port, "k-3", said, greeted=False)
        for order in range(ORDERS):
            mixed = parcels * 2
            random.Random(SEED + order).shuffle(mixed)
            for port in (lab.kiosk_port, lab.port):
                rogue = await played(lab, port, "k-3", mixed, greeted=True)
                assert not any(isinstance(each, Sorry) for each in rogue.heard)
        rest = [each for each in said if not isinstance(messages.decode(each), Hello)]
        random.Random(SEED).shuffle(rest)
        await played(
            lab, lab.kiosk_port, "k-4", rest + [each for each in said if each not in rest], greeted=True
        )

    run(work())
    assert (lab.hub.vector(), lab.kiosk.vector()) == before


def test_recorded_bytes_of_tls_played_again_are_no_talk(lab: Lab) -> None:
    async def work() -> None:
        identity = lab.identity("k-5")
        spoken: list[bytes] = []

        async def tap(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            there, to_there = await asyncio.open_connection("127.0.0.1", lab.port)

            async def copy(source: asyncio.StreamReader, to: asyncio.StreamWriter, kept: list[bytes]) -> None:
                while data := await source.read(65536):
                    kept.append(data)
                    to.write(data)
                    await to.drain()
                to.close()

            await asyncio.gather(
                copy(reader, to_there, spoken), copy(there, writer, []), return_exceptions=True
            )

        server = await asyncio.start_server(tap, "127.0.0.1", 0)
        async with server:
            async with calling(server.sockets[0].getsockname()[1], client_context(identity)) as rogue:
                await rogue.greet(identity, lab.origin("k-5"))
                await rogue.hear(Vector)
            reader, writer = await asyncio.open_connection("127.0.0.1", lab.port)
            writer.write(b"".join(spoken))
            await writer.drain()
            async with asyncio.timeout(20):
                heard = await reader.read()
            writer.close()
            assert len(heard) < 8192, "a TLS hello and an alert, and no vector"
            server.close()

    before = lab.hub.vector()
    run(work())
    assert lab.hub.vector() == before


def test_in_the_end_both_have_the_same(busy: Lab) -> None:
    (digest, findings, count), (other, others_findings, others_count) = (
        each.judged() for each in (busy.hub, busy.kiosk)
    )
    assert (digest, count) == (other, others_count)
    kinds = {each.kind for each in (*findings, *others_findings)}
    assert kinds <= {FindingKind.FORK}, "what test_refusals has tried is all"
