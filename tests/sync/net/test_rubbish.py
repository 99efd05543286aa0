"""Rubbish at the port of a real hub: it goes on serving an honest kiosk, and does not grow.

Sizes are small in CI and larger with FAIR_KIOSK_LONG.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import random
import ssl
import struct
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress

import pytest

from kiosk.domain import facts
from kiosk.sync import messages
from kiosk.sync.joining.identity import client_context, joining_context
from kiosk.sync.messages import MAX_MESSAGE_BYTES, Hello, Parcel, Vector
from tests.bench.sync_hall import resident_kb
from tests.sync.net.lab import Lab, wait
from tests.sync.net.rogue import calling, run, segment
from tests.sync.test_fuzz_sync import mutated, right_messages

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
CROWD = 200
PINGS = 200_000 if LONG else 20_000
FUZZED = int(os.environ.get("FAIR_KIOSK_FUZZED", "20000" if LONG else "300"))
GROWTH_KB = 60 * 1024
"""So much more memory than before the hub may have held, at any time of all this."""
SERVED_S = 10.0
ELSEWHERE = "127.0.0.2"
"""Whoever throws rubbish has another address than the honest kiosk."""
GONE = (OSError, ssl.SSLError, asyncio.IncompleteReadError, TimeoutError)
Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@pytest.fixture(scope="module")
def honest(lab: Lab) -> Callable[[], None]:
    """Something happens at the kiosk: the hub has it soon, whatever else it hears. And it has not grown."""
    numbers = itertools.count(1)
    assert lab.hub.courier is not None
    hub = lab.hub.courier
    before_kb = resident_kb(hub.pid)

    def served() -> None:
        lab.record(lab.kiosk, facts.AttendeeBarred("f", next(numbers), True, "s1"))
        wanted = lab.kiosk.vector()
        wait(lambda: lab.hub.vector() == wanted, "the honest kiosk is served")
        assert hub.poll() is None
        grown_kb = resident_kb(hub.pid) - before_kb
        assert grown_kb < GROWTH_KB, f"the hub grew by {grown_kb} kB"

    return served


def attack(work: Callable[[], Awaitable[None]], served: Callable[[], None]) -> None:
    """Do the work; meanwhile, and after it, the honest kiosk is served."""

    async def both() -> None:
        async with asyncio.timeout(120):
            busy = asyncio.ensure_future(work())
            await asyncio.sleep(0.3)
            await asyncio.to_thread(served)
            await busy
            await asyncio.to_thread(served)

    run(both(), 150)


async def plain(lab: Lab) -> Stream:
    """A TCP connection, no more."""
    return await asyncio.open_connection("127.0.0.1", lab.port, local_addr=(ELSEWHERE, 0))


async def unknown(lab: Lab) -> Stream:
    """TLS of somebody without a certificate."""
    return await asyncio.open_connection(
        "127.0.0.1", lab.port, local_addr=(ELSEWHERE, 0), ssl=joining_context(), server_hostname=""
    )


async def member(lab: Lab, name: str) -> Stream:
    """A WebSocket of a machine of the venue, after its handshake, frames by hand."""
    context = client_context(lab.identity(name))
    reader, writer = await asyncio.open_connection(
        "127.0.0.1", lab.port, local_addr=(ELSEWHERE, 0), ssl=context, server_hostname=""
    )
    writer.write(
        b"GET /talk HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
    answer = await reader.readuntil(b"\r\n\r\n")
    assert b" 101 " in answer
    return reader, writer


def frame(opcode: int, payload: bytes, *, length: int | None = None, first: int = 0x80) -> bytes:
    """A WebSocket frame of a client, masked by nothing (RFC 6455, 5.2); `length` may lie."""
    size = len(payload) if length is None else length
    if size < 126:
        head = struct.pack(">BB", first | opcode, 0x80 | size)
    elif size < 1 << 16:
        head = struct.pack(">BBH", first | opcode, 0x80 | 126, size)
    else:
        head = struct.pack(">BBQ", first | opcode, 0x80 | 127, size)
    return head + bytes(4) + payload


async def thrown(stream: Stream, data: bytes | Iterator[bytes], *, hear_s: float = 3.0) -> bytes:
    """Send it, as far as it is taken, and hear what comes back until the other side hangs up."""
    reader, writer = stream
    heard = b""
    with suppress(*GONE):
        for each in [data] if isinstance(data, bytes) else data:
            writer.write(each)
            async with asyncio.timeout(hear_s):
                await writer.drain()
    with suppress(*GONE):
        async with asyncio.timeout(hear_s):
            heard = await reader.read(1 << 20)
    writer.transport.abort()
    return heard


def client_hello() -> bytes:
    """The first bytes of a TLS connection."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = joining_context().wrap_bio(incoming, outgoing)
    with suppress(ssl.SSLWantReadError):
        tls.do_handshake()
    return outgoing.read()


def test_half_a_hello_from_a_crowd(lab: Lab, honest: Callable[[], None]) -> None:
    async def work() -> None:
        streams = [await plain(lab) for _ in range(CROWD)]
        half = client_hello()[:60]
        for _, writer in streams:
            writer.write(half)
        await asyncio.sleep(2.0)
        for _, writer in streams:
            writer.transport.abort()

    attack(work, honest)


def test_a_slow_crowd_that_never_ends_its_request(lab: Lab, honest: Callable[[], None]) -> None:
    async def slow() -> None:
        with suppress(*GONE):
            _, writer = await unknown(lab)
            for letter in b"GET /talk HTT":
                writer.write(bytes([letter]))
                await writer.drain()
                await asyncio.sleep(0.2)
            writer.transport.abort()

    async def work() -> None:
        await asyncio.gather(*(slow() for _ in range(CROWD)))

    attack(work, honest)


def test_giant_headers_lines_and_bodies(lab: Lab, honest: Callable[[], None]) -> None:
    async def work() -> None:
        a_lot = b"a" * (1 << 20)
        for request in (
            b"GET /" + a_lot + b" HTTP/1.1\r\n\r\n",
            b"GET /talk HTTP/1.1\r\nX: " + a_lot * 8 + b"\r\n\r\n",
            b"GET /talk HTTP/1.1\r\n" + b"X: y\r\n" * 200_000 + b"\r\n",
            b"POST /join HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999\r\n\r\n" + a_lot * 8,
            b"POST /join HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\na\r\n" * 300_000,
            b"POST /join HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
            b"GET /packs/../../etc/passwd/1/manifest.json HTTP/1.1\r\nHost: h\r\n\r\n",
            b"\x16\x03\x01" + a_lot,
            b"\0" * 4096,
        ):
            assert b" 200 " not in await thrown(await unknown(lab), request)

    attack(work, honest)


def test_plain_http_and_noise_instead_of_tls(lab: Lab, honest: Callable[[], None]) -> None:
    async def work() -> None:
        chance = random.Random(SEED)
        for data in (b"GET / HTTP/1.1\r\n\r\n", *(chance.randbytes(300) for _ in range(20))):
            await thrown(await plain(lab), data, hear_s=1.0)

    attack(work, honest)


def test_giant_frames_of_a_member(lab: Lab, honest: Callable[[], None]) -> None:
    hello = messages.encode(right_messages()[0])
    too_long = MAX_MESSAGE_BYTES + (1 << 20)
    pieces = [frame(2, b"", first=0), *(frame(0, bytes(65536), first=0) for _ in range(512))]
    throws: tuple[bytes | Iterator[bytes], ...] = (
        frame(2, bytes(1000), length=1 << 62),
        frame(2, bytes(1000), length=(1 << 63) + 5),
        itertools.chain([frame(2, b"", length=64 << 20)], (bytes(1 << 20) for _ in range(64))),
        frame(2, bytes(too_long)),
        iter(pieces),
        frame(2, hello, first=0xC0),
        frame(9, bytes(70_000)),
        frame(0xB, b"reserved"),
        frame(1, "文字".encode()),
        frame(8, b"\x03"),
    )

    async def work() -> None:
        for each in throws:
            await thrown(await member(lab, "k-2"), each, hear_s=2.0)

    attack(work, honest)


def test_a_flood_of_pings_whose_answers_nobody_reads(lab: Lab, honest: Callable[[], None]) -> None:
    async def work() -> None:
        reader, writer = await member(lab, "k-3")
        reader._transport.pause_reading()  # type: ignore[attr-defined]
        burst = frame(9, b"p" * 125) * 1000
        with suppress(*GONE):
            async with asyncio.timeout(20):
                for _ in range(PINGS // 1000):
                    writer.write(burst)
                    await writer.drain()
        writer.transport.abort()

    attack(work, honest)


def test_a_member_that_asks_for_everything_and_reads_nothing(lab: Lab, honest: Callable[[], None]) -> None:
    async def work() -> None:
        identity = lab.identity("k-4")
        reader, writer = await member(lab, "k-4")
        reader._transport.pause_reading()  # type: ignore[attr-defined]
        origin = lab.origin("k-4")
        said = [messages.encode(Hello(1, 1, "x", identity.peer.name, origin)), messages.encode(Vector(()))]
        with suppress(*GONE):
            async with asyncio.timeout(5):
                writer.write(frame(2, said[0]))
                for _ in range(5_000):
                    writer.write(frame(2, said[1]))
                    await writer.drain()
        writer.transport.abort()

    attack(work, honest)


def test_a_member_that_comes_a_hundred_times(lab: Lab, honest: Callable[[], None]) -> None:
    async def one() -> None:
        with suppress(*GONE, AssertionError):
            _, writer = await member(lab, "k-5")
            await asyncio.sleep(2.0)
            writer.transport.abort()

    async def work() -> None:
        await asyncio.gather(*(one() for _ in range(100)))

    attack(work, honest)


def test_fuzzed_messages_of_a_member(lab: Lab, honest: Callable[[], None]) -> None:
    """Whatever a member says, right or not, in whatever order."""
    chance = random.Random(SEED)
    identity = lab.identity("k-7")
    right = [messages.encode(each) for each in right_messages()]

    async def work() -> None:
        said = 0
        while said < FUZZED:
            with suppress(*GONE, ConnectionError):
                async with calling(lab.port, client_context(identity)) as rogue:
                    await rogue.greet(identity, lab.origin("k-7"))
                    while said < FUZZED and not rogue.ended.is_set():
                        said += 1
                        each = chance.choice(right[1:5])
                        changed = mutated(chance, each) if chance.random() < 0.7 else each
                        await rogue.say(changed)
                        if chance.random() < 0.2:
                            await asyncio.sleep(0.005)

    attack(work, honest)


def test_a_right_parcel_comes_through_after_all(lab: Lab, honest: Callable[[], None]) -> None:
    from kiosk.sync.messages import Taken  # noqa: PLC0415
    from tests.sync.net.lab import journal  # noqa: PLC0415

    identity = lab.identity("k-2")
    made = journal(lab.origin("k-2"), facts.AttendeeBarred("f", 1, True, "s1"))

    async def work() -> None:
        async with calling(lab.port, client_context(identity)) as rogue:
            await rogue.greet(identity, made[0].origin)
            await rogue.hear(Vector)
            await rogue.say(Parcel(1, (segment(made, lab.key("k-2")),)))
            assert (await rogue.hear(Taken)).refusals == ()

    run(work())
    honest()
