"""A fair pack with a million attendees, fetched from a peer and installed, against its people row by row.

Ours is all of it: `PackServing` and `PackFetching` over loopback with TLS 1.3 and certificates on both sides,
the file hashed when it has come, then `kiosk.pack.install`, which checks the organiser's signature, hashes,
copies and hashes again. Both ends run in this process, and both count.

The floor is what a journal of attendees would do: one INSERT executed for each person and each issue, 200
people a transaction, into the pack's two tables with their indexes, in an SQLCipher store with
synchronous=FULL; its rows are made before. The people's search index, which the pack brings too, it leaves
out. It inserts the first SAMPLE people of them and is scaled up, in its own favour: a table that grows takes
longer a row. FAIR_KIOSK_LONG=1 inserts all.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from installer.measure import Row
from kiosk.domain.fairpack import Issue
from kiosk.domain.manifest import Manifest
from kiosk.domain.words import Words
from kiosk.keys.device_certificate import Holder, TlsAuthority, device_private_pem, device_public
from kiosk.keys.secrecy import seal, venue_public
from kiosk.keys.signing import SigningKey
from kiosk.pack import manifest as manifests
from kiosk.pack.install import install
from kiosk.pack.installed import Installed
from kiosk.store import catalogue_writer, driver
from kiosk.store.catalogue_schema import INDEXES, SCHEMA
from kiosk.store.ids import as_signed
from kiosk.sync.joining.identity import Identity, PeerIdentity
from kiosk.sync.messages import PackHeld
from tests.bench import million
from tests.services.conftest import AUTHORITY, DAY, FAIR_ID

ATTENDEES = 1_000_000
LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
SAMPLE = ATTENDEES if LONG else 40_000
PEOPLE_A_COMMIT = 200
GOAL = 1 / 3
VERSION = 1
HUB_SEED, KIOSK_SEED, VENUE = b"h" * 32, b"i" * 32, b"v" * 32


def rows() -> Iterator[Row]:
    """Rows: processor and clock seconds of a whole pack."""
    with tempfile.TemporaryDirectory(prefix="fair-kiosk-pack-") as folder:
        floor_cpu_s, floor_wall_s = by_row(Path(folder))
        cpu_s, wall_s = fetched(Path(folder))
    yield Row("sync.pack_of_a_million.cpu", floor_cpu_s, cpu_s, "s", GOAL)
    yield Row("sync.pack_of_a_million.clock", floor_wall_s, wall_s, "s")


def by_row(folder: Path) -> tuple[float, float]:
    """Seconds of processor and clock for all people, row by row."""
    people = [million.person(number) for number in range(SAMPLE)]
    issues = [Issue(*million.ids(number), number.to_bytes(32, "big")) for number in range(SAMPLE)]
    made = [
        (
            catalogue_writer._attendee_row(number, person),
            (as_signed(issue.attendee), as_signed(issue.badge), issue.code_hash),
        )
        for number, (person, issue) in enumerate(zip(people, issues, strict=True))
    ]
    db = driver.connect(folder / "rows.db", million.KEY)
    driver.script(db, SCHEMA)
    driver.script(db, INDEXES)
    execute = db.conn.execute
    cpu_s, wall_s = time.process_time(), time.perf_counter()
    for first in range(0, SAMPLE, PEOPLE_A_COMMIT):
        with driver.transaction(db):
            for attendee, issue in made[first : first + PEOPLE_A_COMMIT]:
                execute(catalogue_writer._INSERT_ATTENDEE, attendee)
                execute("INSERT INTO issue (attendee, badge, code_hash) VALUES (?, ?, ?)", issue)
    cpu_s, wall_s = time.process_time() - cpu_s, time.perf_counter() - wall_s
    db.close()
    return cpu_s * ATTENDEES / SAMPLE, wall_s * ATTENDEES / SAMPLE


def fetched(folder: Path) -> tuple[float, float]:
    """Seconds of processor and clock to fetch and install it."""
    shelf = Shelf(published(folder / "published"), folder / "state")
    cpu_s, wall_s = time.process_time(), time.perf_counter()
    asyncio.run(_fetch(shelf, folder / "fetching"))
    cpu_s, wall_s = time.process_time() - cpu_s, time.perf_counter() - wall_s
    assert shelf.installed is not None, shelf.refused
    return cpu_s, wall_s


def published(folder: Path) -> Path:
    """The pack as its organiser hands it out: the kept catalogue and a manifest."""
    folder.mkdir()
    catalogue = folder / manifests.CATALOGUE
    catalogue.hardlink_to(_kept(folder))
    with catalogue.open("rb") as file:
        file_sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    sealed = seal(venue_public(VENUE), million.KEY, manifests.seal_context(FAIR_ID, VERSION))
    manifest = Manifest(
        FAIR_ID,
        VERSION,
        file_sha256,
        hashlib.sha256(b"not looked at when a pack is installed").hexdigest(),
        AUTHORITY.public.hex(),
        DAY.isoformat(),
        sealed.hex(),
    )
    (folder / manifests.MANIFEST).write_bytes(manifests.encode(manifest, AUTHORITY))
    return folder


def _kept(folder: Path) -> Path:
    """The catalogue in the machine's cache, or a copy of it where that lies on another disk."""
    kept = million.pack(million.cache(), ATTENDEES)
    if kept.stat().st_dev == folder.stat().st_dev:
        return kept
    copied = folder / "copied.db"
    copied.write_bytes(kept.read_bytes())
    return copied


@dataclass
class Shelf:
    """`sync.network.packs.PackShelf`: hands out what is published, installs what is fetched."""

    published: Path
    state: Path
    installed: Installed | None = None
    refused: Words | None = None

    def offers(self) -> tuple[PackHeld, ...]:
        """The one pack."""
        manifest = manifests.read(self.published)
        size = (self.published / manifests.CATALOGUE).stat().st_size
        return (PackHeld(FAIR_ID, VERSION, manifest.authority, manifest.file_sha256, size),)

    def file(self, _fair: str, _version: int, part: str) -> tuple[Path, str] | None:
        """A file of it."""
        return self.published / part, manifests.read(self.published).file_sha256

    def takes(self, _pack: PackHeld) -> bool:
        """Until it is here."""
        return self.installed is None

    def install(self, folder: Path) -> Words | None:
        """As the app does."""
        self.installed = install(folder, self.state, VENUE, DAY, trusted_authority=AUTHORITY.public)
        return None


class _Ledger:
    def is_withdrawn(self, _key: bytes) -> bool:
        return False


class _Books:
    ledger = _Ledger()


class _Clerk:
    """Nobody is withdrawn; no store is asked."""

    async def do(self, work: Callable[[Any], Any]) -> Any:
        return work(_Books())


async def _fetch(shelf: Shelf, folder: Path) -> None:
    from aiohttp import web  # noqa: PLC0415

    from kiosk.sync.joining.identity import server_context  # noqa: PLC0415
    from kiosk.sync.network.addresses import Address  # noqa: PLC0415
    from kiosk.sync.network.client import open_session  # noqa: PLC0415
    from kiosk.sync.network.pack_serving import PackServing  # noqa: PLC0415
    from kiosk.sync.network.packs import PackFetching, Source  # noqa: PLC0415
    from kiosk.sync.network.web import Door  # noqa: PLC0415

    hub, kiosk = _identity(HUB_SEED, "hub", "hub"), _identity(KIOSK_SEED, "east-1", "kiosk")
    clerk: Any = _Clerk()
    app = web.Application()
    app.router.add_get("/packs/{fair}/{version}/{part}", PackServing(shelf, clerk).answer)
    door = Door(app, server_context(hub), lambda: None)
    port = await door.open("127.0.0.1", 0)
    there = asyncio.Event()
    async with open_session(kiosk) as session:
        fetching = PackFetching(shelf, folder, session, lambda: None, lambda _pack: there.set())
        fetching.offered(Source(hub.peer.key, Address("127.0.0.1", port)), shelf.offers())
        run = asyncio.create_task(fetching.run())
        await asyncio.wait({run, asyncio.create_task(there.wait())}, return_when=asyncio.FIRST_COMPLETED)
        run.cancel()
        await asyncio.gather(run, return_exceptions=True)
    await door.close()


def _identity(seed: bytes, name: str, role: str) -> Identity:
    tls = TlsAuthority(HUB_SEED)
    public = SigningKey.from_seed(seed).public
    certificate = tls.issue(Holder(name, role, public), device_public(seed))
    return Identity(
        PeerIdentity(name, role, public), certificate, device_private_pem(seed), tls.certificate_pem
    )
