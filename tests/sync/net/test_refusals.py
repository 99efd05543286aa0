"""Who may not talk, and what may not be said: refused over real TLS by real processes, and said in words."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import replace

import aiohttp
import pytest

from kiosk.domain import facts
from kiosk.domain.badge import key_id
from kiosk.domain.signed_head import NONCE_LENGTH, origin_for
from kiosk.keys.signing import SigningKey
from kiosk.sync.joining.identity import Identity, client_context, joining_context, server_context
from kiosk.sync.messages import Parcel, Reasons, Refusal, Sorry, Taken, Vector
from tests.network.venue import HUB
from tests.sync.net.lab import Lab, journal, wait
from tests.sync.net.rogue import Rogue, calling, identity_of, run, segment, serving, signed

BODIES = tuple(facts.AttendeeBarred("f", number, True, "s1") for number in range(1, 6))
REFUSED = (aiohttp.ClientError, OSError, TimeoutError)


def foreign_identity(name: str = "k-2") -> Identity:
    """Of another venue, whose machines bear the same names."""
    return identity_of(b"h" * 32, b"f" * 32, name)


def trusting_all(identity: Identity) -> ssl.SSLContext:
    """A client that shows its certificate and looks at nobody else's."""
    context = client_context(identity)
    context.verify_mode = ssl.CERT_NONE
    return context


async def refused_at_the_door(lab: Lab, context: ssl.SSLContext) -> str:
    """How a connection fails before a word is said."""
    with pytest.raises(REFUSED) as refusal:
        async with calling(lab.port, context) as rogue:
            await rogue.hear(Vector)
    return str(refusal.value)


def test_without_a_certificate_nobody_talks(lab: Lab) -> None:
    async def work() -> None:
        assert "403" in await refused_at_the_door(lab, joining_context())

    run(work())


def test_a_foreign_certificate_is_refused_by_tls(lab: Lab) -> None:
    async def work() -> None:
        said = await refused_at_the_door(lab, trusting_all(foreign_identity()))
        assert "403" not in said

    run(work())


def test_a_hub_of_another_venue_is_not_talked_to_and_the_kiosk_says_so(lab: Lab) -> None:
    async def nothing(_rogue: Rogue) -> None:
        raise AssertionError("it was talked to")

    async def work() -> None:
        async with serving(lab.rogue_ports[0], server_context(foreign_identity()), nothing):
            seen = await asyncio.to_thread(
                lab.peer_seen,
                lab.kiosk,
                lambda peer: str(lab.rogue_ports[0]) in peer.address and bool(peer.problem_en),
            )
            assert not seen.connected
            assert seen.problem_zh

    run(work())


def test_what_a_key_signs_that_nobody_certified_is_not_taken(lab: Lab) -> None:
    """The hub's TLS authority would not have vouched for it either, had it not been asked behind its back."""
    stranger = identity_of(lab.seed(HUB), b"x" * 32, "k-9")
    key = SigningKey.from_seed(b"x" * 32)
    made = journal(origin_for(key.public, bytes(NONCE_LENGTH)), *BODIES)

    async def work() -> None:
        async with calling(lab.port, client_context(stranger)) as rogue:
            await rogue.greet(stranger, made[0].origin)
            await rogue.hear(Vector)
            await rogue.say(Parcel(1, (segment(made, key),)))
            assert why(await rogue.hear(Taken), made[0].origin) == Reasons.UNKNOWN_KEY
            await asyncio.to_thread(
                lab.peer_seen, lab.hub, lambda peer: peer.name == "k-9" and bool(peer.problem_en)
            )

    run(work())
    assert made[0].origin not in lab.hub.vector()


def test_another_protocol_is_refused_politely_on_both_sides(lab: Lab) -> None:
    newer = lab.identity("k-2")

    async def work() -> None:
        async with calling(lab.port, client_context(newer)) as rogue:
            await rogue.greet(newer, lab.origin("k-2"), protocol=9, oldest_protocol=9)
            sorry = await rogue.sorry()
            assert (sorry.why, bool(sorry.zh), bool(sorry.en)) == (Reasons.PROTOCOL, True, True)
        seen = await asyncio.to_thread(
            lab.peer_seen, lab.hub, lambda peer: peer.name == "k-2" and bool(peer.problem_en)
        )
        assert seen.problem_zh

    run(work())


def test_what_a_hub_says_at_the_end_stands_on_the_kiosks_status(lab: Lab) -> None:
    async def sorry(rogue: Rogue) -> None:
        await rogue.hear(Vector)
        await rogue.say(Sorry(Reasons.PROTOCOL, "请更新这台机器。", "Update this machine."))

    async def work() -> None:
        context = server_context(lab.identity("k-3"))
        async with serving(lab.rogue_ports[1], context, sorry) as came:
            await asyncio.to_thread(
                lab.peer_seen, lab.kiosk, lambda peer: peer.problem_en == "Update this machine."
            )
            assert came[0] is not None, "it showed its certificate"

    run(work())


def test_a_copy_of_the_hub_is_refused(lab: Lab) -> None:
    async def work() -> None:
        identity = lab.identity("k-4")
        async with calling(lab.port, client_context(identity)) as rogue:
            async with calling(lab.port, client_context(identity)) as asking:
                await asking.greet(identity, lab.origin("k-4"))
                from kiosk.sync.messages import Hello  # noqa: PLC0415

                own = (await asking.hear(Hello)).origin
            await rogue.greet(identity, own)
            assert (await rogue.sorry()).why == Reasons.SAME_ORIGIN

    run(work())


def test_what_is_no_message_ends_the_talk(lab: Lab) -> None:
    async def work() -> None:
        identity = lab.identity("k-4")
        async with calling(lab.port, client_context(identity)) as rogue:
            await rogue.greet(identity, lab.origin("k-4"))
            await rogue.hear(Vector)
            await rogue.say(b"\xc1nonsense")
            assert (await rogue.sorry()).why == Reasons.MALFORMED

    run(work())


async def offered(lab: Lab, name: str, *segments: bytes) -> Taken:
    """A parcel of a certified kiosk, and what the hub makes of it."""
    identity = lab.identity(name)
    async with calling(lab.port, client_context(identity)) as rogue:
        await rogue.greet(identity, lab.origin(name))
        await rogue.hear(Vector)
        await rogue.say(Parcel(1, segments))
        return await rogue.hear(Taken)


def why(taken: Taken, origin: bytes) -> str:
    """Why an origin's segment was refused; nothing where it was not."""
    found: tuple[Refusal, ...] = tuple(each for each in taken.refusals if each.origin == origin)
    return found[0].why if found else ""


def test_a_certified_peer_cannot_speak_for_another(lab: Lab) -> None:
    """It can carry what others have signed, and nothing else."""
    theirs, own = lab.key("k-2"), lab.key("k-5")
    made_up = journal(lab.origin("k-2"), *BODIES)
    forged = segment(made_up, own)
    swapped = journal(lab.origin("k-2"), *BODIES)
    right = segment(swapped, theirs)
    signature = signed(swapped[-1], own).signature
    at = right.index(signed(swapped[-1], theirs).signature)
    replaced = right[:at] + signature + right[at + 64 :]
    carried = journal(lab.origin("k-2"), *BODIES)
    lies = journal(lab.origin("k-2"), *BODIES)
    broken = segment(lies, theirs).replace(lies[-1].hash, b"h" * 32)
    nobody = journal(lab.origin("k-2"), *BODIES)

    async def work() -> None:
        taken = await offered(
            lab,
            "k-5",
            forged,
            replaced,
            segment(carried, theirs),
            broken,
            segment(nobody, SigningKey.from_seed(b"n" * 32)),
        )
        assert why(taken, made_up[0].origin) == Reasons.NOT_ITS_ORIGIN
        assert why(taken, swapped[0].origin)
        assert why(taken, lies[0].origin)
        assert why(taken, nobody[0].origin) == Reasons.NOT_ITS_ORIGIN
        assert why(taken, carried[0].origin) == ""
        seen = await asyncio.to_thread(
            lab.peer_seen, lab.hub, lambda peer: peer.name == "k-5" and bool(peer.problem_en)
        )
        assert seen.problem_zh

    run(work())
    refused = {each[0].origin for each in (made_up, swapped, lies, nobody)}
    known = lab.hub.vector()
    assert not refused & set(known)
    assert known[carried[0].origin] == len(BODIES)


def test_another_chain_of_a_known_journal_is_a_fork_and_changes_nothing(lab: Lab) -> None:
    key, origin = lab.key("k-3"), lab.origin("k-3")
    first = journal(origin, *BODIES[:3])
    other = journal(origin, *BODIES[1:4])

    async def work() -> None:
        assert why(await offered(lab, "k-3", segment(first, key)), origin) == ""
        assert why(await offered(lab, "k-5", segment(other, key)), origin) == Reasons.FORK

    run(work())
    assert lab.hub.missing([(origin, each.seq, each.hash) for each in first]) == []


def test_a_withdrawn_machine_is_cut_off_while_connected_and_stays_out(lab: Lab) -> None:
    identity = lab.identity("k-6")
    before = journal(lab.origin("k-6"), *BODIES)

    async def work() -> None:
        async with calling(lab.port, client_context(identity)) as rogue:
            await rogue.greet(identity, before[0].origin)
            await rogue.hear(Vector)
            await rogue.say(Parcel(1, (segment(before, lab.key("k-6")),)))
            await rogue.hear(Taken)
            body = facts.KeyWithdrawn("f", key_id(identity.peer.key), 1, "s1")
            await asyncio.to_thread(lab.record, lab.kiosk, body)
            sorry = await rogue.sorry()
            assert (sorry.why, bool(sorry.zh), bool(sorry.en)) == (Reasons.WITHDRAWN, True, True)
        async with calling(lab.port, client_context(identity)) as again:
            assert (await again.sorry()).why == Reasons.WITHDRAWN
        seen = await asyncio.to_thread(
            lab.peer_seen, lab.hub, lambda peer: peer.name == "k-6" and bool(peer.problem_en)
        )
        assert not seen.connected

    run(work())
    assert lab.hub.vector()[before[0].origin] == len(BODIES), "what was taken before stays"


def test_after_all_that_the_honest_agree(lab: Lab) -> None:
    lab.record(lab.kiosk, replace(BODIES[0], attendee=77))
    wait(lambda: lab.hub.vector() == lab.kiosk.vector(), "hub and kiosk agree")
