"""Kiosks of one venue with real stores, ledgers and keys, that carry a stick between them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain import facts
from kiosk.keys.secrecy import seal, unseal, venue_public
from kiosk.store import peers
from kiosk.store.migrations import Store, open_store
from kiosk.sync.ledger import StoreLedger
from kiosk.sync.stick import inward, outward
from kiosk.sync.stick.disk import Disk
from kiosk.sync.stick.files import Stick, venue_folder
from kiosk.sync.stick.stick import (
    Carrier,
    NoPacks,
    PackFile,
    PackShelf,
    PackTaken,
    Progress,
    ShelfPack,
    StickRead,
    StickWritten,
)
from tests.fakes.venue import FixedTrust, Machine, Venue

NOW_MS = 1_795_838_400_000


def quiet(_done: int, _total: int) -> None:
    """Nobody looks."""


def check_in(number: int) -> facts.CheckIn:
    """The body of one fact."""
    return facts.CheckIn(
        fair="f", gate="east", verdict="admit", reasons=("welcome",), claim="badge", attendee=number
    )


@dataclass
class CarryingKiosk:
    """One kiosk."""

    machine: Machine
    store: Store
    trust: FixedTrust
    packs: PackShelf = field(default_factory=NoPacks)
    parcel_facts: int = 200
    pauses: int = 0

    @property
    def carrier(self) -> Carrier:
        """As it is now; a ledger of its own, as each command has."""
        key = self.machine.signing
        venue = self.machine.secrets.venue_private
        return Carrier(
            store=self.store,
            ledger=StoreLedger(
                self.store, key, self.trust, now_ms=lambda: NOW_MS, monotonic_s=lambda: NOW_MS / 1000
            ),
            trust=self.trust,
            public=key.public,
            sign=key.sign,
            seal=lambda plain, context: seal(venue_public(venue), plain, context),
            unseal=lambda sealed, context: unseal(venue, sealed, context),
            now_ms=lambda: NOW_MS,
            pause=self._pause,
            packs=self.packs,
            parcel_facts=self.parcel_facts,
        )

    def _pause(self) -> None:
        self.pauses += 1

    def stick(self, disk: Disk, name: str = "BLUE") -> Stick:
        """A stick, as this kiosk sees it."""
        return Stick(disk, name, venue_folder(self.machine.secrets.venue_private))

    def records(self, count: int) -> None:
        """So many facts more."""
        with self.store.transaction():
            for number in range(count):
                self.store.journal.append(check_in(number + 1), now_ms=NOW_MS)

    def out(self, disk: Disk, *, counts: bool = True) -> StickWritten:
        """kiosk usb out."""
        return outward.write(self.carrier, self.stick(disk), quiet, counts=counts)

    def reads(self, disk: Disk) -> StickRead:
        """kiosk usb in."""
        return inward.read(self.carrier, self.stick(disk), quiet)

    @property
    def vector(self) -> dict[bytes, int]:
        """How far it knows every journal."""
        return self.store.journal.origins()

    @property
    def only_here(self) -> int:
        """Facts that nobody else is known to have."""
        return peers.only_here(self.store.db).facts


class Shelf:
    """Opens kiosks, each on a copy of one empty store, and closes them."""

    def __init__(self, folder: Path, venue: Venue) -> None:
        self.folder, self.venue = folder, venue
        self.opened: list[Store] = []
        self._made: dict[str, Path] = {}

    def kiosk(self, name: str, *, fresh: str = "", withdrawn: tuple[int, ...] = ()) -> CarryingKiosk:
        """A kiosk of the venue. `fresh`: another store for the same machine, as it was at first."""
        machine = next(each for each in self.venue.machines if each.name == name)
        path = self.folder / f"{name}{fresh}" / "store.db"
        empty = self._made.get(name)
        if empty is None:
            empty = self.folder / f"{name}-empty" / "store.db"
            store = open_store(empty, machine.secrets.store_key)
            store.begin_incarnation(machine.key)
            store.close()
            self._made[name] = empty
        if not path.exists():
            shutil.copytree(empty.parent, path.parent)
        store = open_store(path, machine.secrets.store_key)
        self.opened.append(store)
        return CarryingKiosk(machine, store, self.venue.trust(withdrawn=withdrawn))

    def close_but(self, *stay: CarryingKiosk) -> None:
        """Close the others."""
        staying = [each.store for each in stay]
        for each in self.opened:
            if each not in staying:
                each.close()
        self.opened = staying

    def close(self) -> None:
        """Close them all."""
        for each in self.opened:
            each.close()
        self.opened.clear()


@dataclass
class PackShelfHere:
    """Fair packs without content: held is what it is given, and every pack that is offered is taken."""

    packs: tuple[ShelfPack, ...] = ()
    offered: list[tuple[str, str, int]] = field(default_factory=list)

    def held(self) -> tuple[ShelfPack, ...]:
        return self.packs

    def take(self, folder: str, fair: str, version: int, progress: Progress) -> PackTaken:
        self.offered.append((folder, fair, version))
        return PackTaken(fair, version, installed=True)


def pack(fair: str = "small-2026", version: int = 3, size: int = 3000) -> ShelfPack:
    """A pack of two files."""
    catalogue, manifest = bytes([version]) * size, b"{}\n"
    return ShelfPack(
        fair,
        version,
        "ab" * 32,
        (
            PackFile("catalogue.db", len(catalogue), lambda: [catalogue[:1000], catalogue[1000:]]),
            PackFile("manifest.json", len(manifest), lambda: [manifest]),
        ),
    )
