"""What a stick brought too early is taken in by the courier, when what it follows on comes by LAN."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.store import parked
from kiosk.sync.conversation import Reply
from kiosk.sync.network.clerk import Clerk
from kiosk.sync.stick.parking import unpark
from tests.sync.stick.fake_disk import FakeDisk
from tests.sync.stick.scene import CarryingKiosk, Shelf

if TYPE_CHECKING:
    from kiosk.sync.conversation import Ledger


@dataclass
class Books:
    """`sync.network.clerk.Books`; the store may be used by the clerk's thread, as the kiosk rests
    meanwhile."""

    kiosk: CarryingKiosk
    ledger: Ledger
    own_ahead = False

    @property
    def holds_parked(self) -> bool:
        return not parked.is_empty(self.kiosk.store.db)

    def unpark(self) -> int:
        return sum(unpark(self.kiosk.store, self.ledger).values())

    def beat(self) -> bool:
        return False

    def stale(self) -> bool:
        return False

    def close(self) -> None:
        self.kiosk.store.close()


def test_the_courier_takes_in_what_waits(shelf: Shelf) -> None:
    west, east = shelf.kiosk("k1"), shelf.kiosk("k2")
    stick = FakeDisk()
    west.records(40)
    west.out(stick)
    early = next(name for name in stick.now if name.endswith(".facts"))
    west.records(500)
    west.out(stick)
    del stick.now[early]
    assert [each.facts for each in east.reads(stick).waiting] == [500]
    shelf.close_but(west)
    parcel = west.carrier.ledger.segments_beyond({}, most_facts=40)

    def opened() -> Books:
        kiosk = shelf.kiosk("k2")
        return Books(kiosk, kiosk.carrier.ledger)

    async def talk() -> tuple[Reply, dict[bytes, int]]:
        clerk = Clerk(opened)
        await clerk.open()
        reply = await clerk.take_in(lambda books: Reply(stored=books.ledger.take(parcel).stored))
        vector = await clerk.do(lambda books: {each.origin: each.seq for each in books.ledger.vector()})
        await clerk.close()
        return reply, vector

    reply, vector = asyncio.run(talk())
    assert reply.stored == 540
    assert vector == west.vector
    shelf.opened = [west.store]
