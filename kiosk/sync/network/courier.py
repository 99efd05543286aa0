"""The courier: talks with the other machines of the venue for the kiosk that it stands beside.

    clerk      the store, on one thread          talks     one a pair of peers
    door       who connects to us                calling   whom we connect to
    discovery  who is there                      fetching  their fair packs

The app hands in what sync may not know (`Parts`); what the courier does is seen in its status alone.
"""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.domain.words import Words
from kiosk.sync.conversation import Conversation
from kiosk.sync.joining.identity import Identity, PeerIdentity
from kiosk.sync.messages import MAX_PARCEL_FACTS, OLDEST_PROTOCOL, PROTOCOL, Hello, PackHeld
from kiosk.sync.network.addresses import Address, parse
from kiosk.sync.network.circle import PREFIX_LENGTH, Found
from kiosk.sync.network.clerk import Books, Clerk
from kiosk.sync.network.discovery import Discovery
from kiosk.sync.network.packs import PackFetching, PackShelf, Source
from kiosk.sync.network.reporting import Reporter
from kiosk.sync.network.status import CourierStatus, JoiningStatus
from kiosk.sync.network.talk import GOING_AWAY, Talk
from kiosk.sync.network.talks import Talks
from kiosk.sync.settings import SyncSettings

if TYPE_CHECKING:
    from aiohttp import web

BEAT_S = 1.0
QUIET_BEAT_S = 4.0
"""Where nothing was recorded, said or heard: an idle courier costs next to nothing."""
OFFERS_EVERY = 8
"""Beats between two looks at what packs are installed, where the store has not changed."""
LISTEN_AGAIN_S = 10.0
IDENTITY_S = 2.0
OTHER_IDENTITY_S = 15.0
"""Between two looks at whether this machine is somebody, and at whether it is somebody else now."""
TAKEN_TRIES = 4
TAKEN_S = 1.0
"""A port that is taken may be held by the courier before this one, which is just ending."""
_TAKEN = {errno.EADDRINUSE, errno.EACCES}

Join = Callable[[Callable[[], tuple[Address, ...]], Callable[[JoiningStatus], None]], Awaitable[Identity]]
"""Asks for an identity until there is one: (hubs that are known now, say how it stands) -> identity."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a courier is made of."""

    settings: SyncSettings
    open_books: Callable[[], Books]
    """On the clerk's thread."""
    identity: Callable[[], Identity | None]
    """This machine's, as it stands on disk now; cheap while nothing changes there. Any thread."""
    venue: Callable[[], str]
    """`discovery.venue_hash` of the venue's authority; empty while it is not known."""
    shelf: PackShelf
    fetched: Path
    """Folder for half-fetched packs."""
    program: str
    """Version of the program."""
    say: Callable[[CourierStatus], None]
    """Gets the status when it has changed, about once a second at most. Must not block."""
    join: Join | None = None
    add_routes: Callable[[web.Application, Clerk], None] | None = None
    """What a hub answers besides."""
    parcel_facts: int = MAX_PARCEL_FACTS
    """Most facts that it wants to commit at once."""


class Courier:
    """One courier at work."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._clerk = Clerk(parts.open_books)
        self._reporter = Reporter(self._clerk, parts.say)
        self._discovery = Discovery(self._found)
        self._look_again: Callable[[], None] = lambda: None
        self._talks: Talks | None = None
        self._stirred = asyncio.Event()
        """Something has happened since the last beat."""
        self._listens = asyncio.Event()
        """It listens, or has found that it cannot just now."""
        self._packs: tuple[PackHeld, ...] = ()

    def _found(self) -> None:
        self._look_again()

    def nudge(self) -> None:
        """The kiosk has recorded something. On the loop's thread."""
        self._stirred.set()
        if self._talks is not None:
            self._talks.nudge()

    def status(self) -> CourierStatus:
        """How it stands now."""
        return self._reporter.status()

    async def run(self) -> None:
        """Until cancelled; what it holds is closed then."""
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._reporter.run())
                await self._clerk.open()
                identity = await self._be_somebody()
                while True:
                    identity = await self._work_as(identity)
        finally:
            await asyncio.shield(self._clerk.close())

    async def _be_somebody(self) -> Identity:
        """This machine's identity; where it has none, it asks for one, until a hub or a stick brings it."""
        identity = await asyncio.to_thread(self._parts.identity)
        if identity is not None:
            return identity
        self._reporter.joining(JoiningStatus("alone"))
        ways = [asyncio.ensure_future(self._brought(None))]
        if self._parts.join is not None:
            ways.append(asyncio.ensure_future(self._parts.join(self._hubs, self._reporter.joining)))
        looking = asyncio.create_task(self._look_around(None))
        try:
            done, _ = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            return next(iter(done)).result()
        finally:
            self._reporter.joining(None)
            for task in (*ways, looking):
                task.cancel()
            await asyncio.gather(*ways, looking, return_exceptions=True)

    async def _brought(self, than: Identity | None) -> Identity:
        """Another identity than that: a stick, a command or a new pack has brought it."""
        while (identity := await asyncio.to_thread(self._parts.identity)) in (None, than):
            await asyncio.sleep(IDENTITY_S if than is None else OTHER_IDENTITY_S)
        assert identity is not None, "as the loop says"
        return identity

    async def _work_as(self, identity: Identity) -> Identity:
        """Talk with the others until this machine is somebody else: then, who."""
        work = asyncio.create_task(self._work(identity))
        other = asyncio.create_task(self._brought(identity))
        try:
            await asyncio.wait((work, other), return_when=asyncio.FIRST_COMPLETED)
            if work.done():
                work.result()
            return other.result()
        finally:
            for task in (work, other):
                task.cancel()
            await asyncio.gather(work, other, return_exceptions=True)

    async def _look_around(self, announced: Found | None) -> None:
        if self._parts.settings.discover:
            await self._discovery.run(announced)

    def _hubs(self) -> tuple[Address, ...]:
        """Where a hub may be: those that announce themselves, then what kiosk.toml names."""
        venue = self._parts.venue()
        found = [
            address
            for each in self._discovery.machines.values()
            if each.role == "hub" and venue in {"", each.venue}
            for address in each.addresses
        ]
        return (*found, *self._static())

    def _static(self) -> list[Address]:
        return [address for each in self._parts.settings.peers if (address := parse(each)) is not None]

    async def _work(self, identity: Identity) -> None:
        """Talk with the others, as this identity."""
        from kiosk.sync.network.calling import Calling  # noqa: PLC0415  (aiohttp, only once there is an identity)
        from kiosk.sync.network.client import open_session  # noqa: PLC0415

        parts, reporter = self._parts, self._reporter
        self._listens.clear()
        talks = self._talks = Talks(self._clerk, identity.peer.key, reporter.changed)
        reporter.works_as(identity.peer, talks)
        async with open_session(identity) as session:
            fetching = PackFetching(parts.shelf, parts.fetched, session, reporter.changed, self._installed)
            calling = Calling(
                session,
                talks,
                lambda *found: self._make_talk(talks, identity.peer, fetching, *found, began=True),
                identity.peer,
                reporter.changed,
            )
            reporter.fetching, reporter.calls = fetching, lambda: calling.calls
            self._look_again = calling.look_again
            async with asyncio.TaskGroup() as group:
                group.create_task(self._listen_and_announce(identity, talks, fetching))
                group.create_task(fetching.run())
                group.create_task(self._beat(talks, calling, fetching))
                group.create_task(self._keep_books(talks))
                await self._listens.wait()  # so that hellos say where
                group.create_task(calling.run(self._static(), self._discovery.machines, parts.venue))

    def _make_talk(
        self,
        talks: Talks,
        own: PeerIdentity,
        fetching: PackFetching,
        socket: Any,
        abort: Callable[[], None],
        peer: PeerIdentity,
        address: Address,
        *,
        began: bool,
    ) -> Talk:
        def begin(books: Books, whom: PeerIdentity, now_s: float) -> Conversation:
            return Conversation(
                books.ledger,
                self._hello(books, own),
                peer_key=whom.key,
                peer_name=whom.name,
                peer_role=whom.role,
                peer_by=whom.by,
                now_s=now_s,
            )

        def heard(talk: Talk, stored: int) -> None:
            talks.heard(talk, stored)
            self._stirred.set()
            port = talk.address.port if talk.began else talk.peer_port
            if port and talk.peer_packs:
                fetching.offered(Source(talk.peer.key, Address(talk.address.host, port)), talk.peer_packs)

        return Talk(
            socket,
            abort,
            peer,
            address,
            began=began,
            clerk=self._clerk,
            begin=begin,
            heard=heard,
            round_s=talks.round_s,
        )

    def _hello(self, books: Books, own: PeerIdentity) -> Hello:
        return Hello(
            PROTOCOL,
            OLDEST_PROTOCOL,
            self._parts.program,
            own.name,
            books.ledger.origin,
            own.role,
            self._reporter.listening,
            self._parts.parcel_facts,
            self._packs,
        )

    async def _listen_and_announce(self, identity: Identity, talks: Talks, fetching: PackFetching) -> None:
        """Listen, if others may connect, and look around."""
        from kiosk.sync.joining.identity import server_context  # noqa: PLC0415
        from kiosk.sync.network.pack_serving import PackServing  # noqa: PLC0415  (aiohttp)
        from kiosk.sync.network.server import application  # noqa: PLC0415
        from kiosk.sync.network.web import Door  # noqa: PLC0415

        if not self._parts.settings.listen:
            self._listens.set()
            await self._look_around(None)
            await asyncio.Event().wait()
        app = application(
            self._clerk,
            talks,
            lambda *found: self._make_talk(talks, identity.peer, fetching, *found, began=False),
            PackServing(self._parts.shelf, self._clerk),
            lambda made: self._parts.add_routes(made, self._clerk) if self._parts.add_routes else None,
        )
        door = Door(app, server_context(identity), self._reporter.stranger)
        try:
            port = await self._open(door)
            self._reporter.changed()
            own = Found(
                identity.peer.key[:PREFIX_LENGTH],
                identity.peer.role,
                self._parts.venue(),
                (Address("", port),),
            )
            await self._look_around(own)
            await asyncio.Event().wait()
        finally:
            talks.end_all(GOING_AWAY)
            await asyncio.shield(door.close())

    async def _open(self, door: Any) -> int:
        """Listen at the port of kiosk.toml; where another program has it, at any: mDNS says which."""
        settings = self._parts.settings
        tries = 0
        while True:
            tries += 1
            try:
                port = settings.port if tries <= TAKEN_TRIES else 0
                listening: int = await door.open(settings.address, port)
            except OSError as refusal:
                self._reporter.port_fault = _port_words(settings.port, refusal)
                self._reporter.changed()
                if refusal.errno in _TAKEN and tries <= TAKEN_TRIES:
                    await asyncio.sleep(TAKEN_S)
                    continue
                self._listens.set()
                await asyncio.sleep(LISTEN_AGAIN_S)
            else:
                self._reporter.port_fault = None
                self._reporter.listening = listening
                self._listens.set()
                return listening

    async def _beat(self, talks: Talks, calling: Any, fetching: PackFetching) -> None:
        """What is done about once a second."""
        beats, had_hub = 0, False
        while True:
            changed = await talks.tick()
            if changed:
                talks.nudge()
            fetching.only({each.peer.key for each in talks})
            if talks.hub() != had_hub:
                had_hub = not had_hub
                calling.look_again()
            if changed or beats % OFFERS_EVERY == 0:
                await self._look_at_packs(talks)
            beats += 1
            await self._until_next_beat()

    async def _until_next_beat(self) -> None:
        self._stirred.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(QUIET_BEAT_S):
                await self._stirred.wait()
                await asyncio.sleep(BEAT_S)

    async def _look_at_packs(self, talks: Talks) -> None:
        packs = await asyncio.to_thread(self._parts.shelf.offers)
        if packs != self._packs:
            self._packs = packs
            talks.tell_packs(packs)

    def _installed(self, pack: PackHeld) -> None:
        self._reporter.packs = (*self._reporter.packs, f"{pack.fair} v{pack.version}")[-16:]
        self._reporter.changed()

    async def _keep_books(self, talks: Talks) -> None:
        """Open the books anew when they are not the kiosk's any more, or were damaged."""
        while True:
            await self._clerk.broken.wait()
            talks.end_all()
            self._reporter.changed()
            await self._clerk.open()
            self._reporter.changed()


def _port_words(port: int, refusal: OSError) -> Words:
    why = os.strerror(refusal.errno) if refusal.errno else refusal.strerror
    return Words(
        f"端口 {port} 用不了（{why}），其他机器连不进来。",
        f"Port {port} cannot be used ({why}): others cannot connect to this machine.",
    )
