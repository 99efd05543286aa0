"""Fair packs go from machine to machine, whole, and on from where a fetch was cut off."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterable
from pathlib import Path

import pytest

from kiosk.domain.words import Words
from kiosk.sync.messages import PackHeld
from kiosk.sync.network import client, packs
from kiosk.sync.network.packs import CATALOGUE, MANIFEST, Source, is_plain, wanted
from tests.sync.net.lines import Line
from tests.sync.net.venue import Machine

AUTHORITY = "ab" * 32
FAIR = "spring-2027"


class Shelf:
    """Packs of one organiser in a folder, taken for genuine where their hash is right."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.versions: dict[int, PackHeld] = {}
        self.refuses: Words | None = None
        self.installs = 0

    def put(self, version: int, content: bytes, authority: str = AUTHORITY) -> PackHeld:
        place = self.folder / str(version)
        place.mkdir(parents=True)
        (place / CATALOGUE).write_bytes(content)
        (place / MANIFEST).write_bytes(b'{"version": %d}' % version)
        held = PackHeld(FAIR, version, authority, hashlib.sha256(content).hexdigest(), len(content))
        self.versions[version] = held
        return held

    def offers(self) -> tuple[PackHeld, ...]:
        return (self.versions[max(self.versions)],) if self.versions else ()

    def file(self, fair: str, version: int, part: str) -> tuple[Path, str] | None:
        held = self.versions.get(version)
        return (self.folder / str(version) / part, held.file_sha256) if held and fair == FAIR else None

    def takes(self, pack: PackHeld) -> bool:
        return pack.authority == AUTHORITY and pack.version > max(self.versions, default=0)

    def install(self, folder: Path) -> Words | None:
        self.installs += 1
        if self.refuses is not None:
            return self.refuses
        content = (folder / CATALOGUE).read_bytes()
        version = int((folder / MANIFEST).read_bytes().split(b":")[1].rstrip(b"}"))
        self.put(version, content)
        return None


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "FIRST_WAIT_S", 0.05)
    monkeypatch.setattr(packs, "AGAIN_S", 0.05)
    monkeypatch.setattr(packs, "CHUNK_BYTES", 16384)


@pytest.fixture
def shelves(hub: Machine, east: Machine) -> tuple[Shelf, Shelf]:
    made = Shelf(hub.folder / "shelf"), Shelf(east.folder / "shelf")
    hub.shelf, east.shelf = made
    return made


CONTENT = bytes(range(256)) * 4096
LONG = CONTENT * 4


def test_a_newer_pack_comes_by_itself_and_goes_on_to_others(
    hub: Machine, east: Machine, west: Machine, shelves: tuple[Shelf, Shelf]
) -> None:
    shelves[0].put(2, CONTENT)
    shelves[1].put(1, b"old")
    west.shelf = last = Shelf(west.folder / "shelf")

    async def day() -> None:
        async with hub.running(), east.running(hub.address), west.running(east.address):
            await east.until(lambda: 2 in shelves[1].versions)
            await east.until(lambda: east.status.packs == (f"{FAIR} v2",))
            east.record()  # which is what makes a courier look at its own shelf at once
            await west.until(lambda: 2 in last.versions)

    asyncio.run(day())
    assert (last.folder / "2" / CATALOGUE).read_bytes() == CONTENT
    assert list((east.folder / "fetched").iterdir()) == []


def test_a_kiosk_hands_its_pack_to_a_hub_that_it_has_called(
    hub: Machine, east: Machine, shelves: tuple[Shelf, Shelf]
) -> None:
    shelves[1].put(5, CONTENT)

    async def day() -> None:
        async with hub.running(), east.running(hub.address):
            await hub.until(lambda: 5 in shelves[0].versions)

    asyncio.run(day())


def test_a_fetch_that_is_cut_off_goes_on_where_it_stopped(
    hub: Machine, east: Machine, shelves: tuple[Shelf, Shelf]
) -> None:
    shelves[0].put(2, LONG)

    async def day() -> None:
        async with hub.running(), Line(hub.port).laid() as line:
            line.cut_after_bytes = 3_000_000
            async with east.running(line.address):
                await east.until(lambda: 2 in shelves[1].versions)
            # Of the 3 MB before the cut most was kept; what lay in the sockets' buffers was lost.
            assert len(LONG) < line.passed_bytes < len(LONG) + 2_000_000

    asyncio.run(day())


def test_a_fetch_goes_on_after_a_restart(hub: Machine, east: Machine, shelves: tuple[Shelf, Shelf]) -> None:
    held = shelves[0].put(2, CONTENT)
    half = east.folder / "fetched" / f"{FAIR}-v2-{held.file_sha256[:16]}"
    half.mkdir(parents=True)
    (half / CATALOGUE).write_bytes(CONTENT[:700_000])
    other = east.folder / "fetched" / f"{FAIR}-v1-{'0' * 16}"
    other.mkdir()

    async def day() -> None:
        async with hub.running(), Line(hub.port).laid() as line, east.running(line.address):
            await east.until(lambda: 2 in shelves[1].versions)
            assert line.passed_bytes < len(CONTENT) - 600_000
            await east.until(lambda: not half.exists())

    asyncio.run(day())
    assert not other.exists()


def test_what_was_half_fetched_and_is_another_content_is_fetched_anew(
    hub: Machine, east: Machine, shelves: tuple[Shelf, Shelf]
) -> None:
    held = shelves[0].put(2, CONTENT)
    half = east.folder / "fetched" / f"{FAIR}-v2-{held.file_sha256[:16]}"
    half.mkdir(parents=True)
    (half / CATALOGUE).write_bytes(b"x" * 700_000)

    async def day() -> None:
        async with hub.running(), east.running(hub.address):
            await east.until(lambda: bool(east.status.fetching) and "not what it said" in _said(east))
            assert 2 not in shelves[1].versions

    asyncio.run(day())
    assert not (half / CATALOGUE).exists()


def _said(machine: Machine) -> str:
    return " ".join(each.problem_en for each in machine.status.fetching)


def test_a_pack_that_is_refused_is_said_and_not_fetched_again_and_again(
    hub: Machine, east: Machine, shelves: tuple[Shelf, Shelf]
) -> None:
    shelves[0].put(2, CONTENT)
    shelves[1].refuses = Words("过期", "expired")

    async def day() -> None:
        async with hub.running(), east.running(hub.address):
            await east.until(lambda: _said(east) == "expired")
            await asyncio.sleep(0.3)

    asyncio.run(day())
    assert shelves[1].installs == 1


def test_a_full_disk_is_said(
    hub: Machine, east: Machine, shelves: tuple[Shelf, Shelf], monkeypatch: pytest.MonkeyPatch
) -> None:
    shelves[0].put(2, CONTENT)
    monkeypatch.setattr(packs, "SPARE_BYTES", 1 << 60)

    async def day() -> None:
        async with hub.running(), east.running(hub.address):
            await east.until(lambda: "too full" in _said(east))

    asyncio.run(day())


def _offers(*held: PackHeld) -> Iterable[tuple[Source, PackHeld]]:
    return [(Source(b"k", packs.Address("h")), each) for each in held]


def test_of_each_fair_the_newest_offer_is_wanted_and_malformed_ones_are_not() -> None:
    old = PackHeld(FAIR, 2, AUTHORITY, "cd" * 32, 10)
    new = PackHeld(FAIR, 3, AUTHORITY, "ef" * 32, 10)
    assert wanted(list(_offers(old, new, old)), lambda _pack: True) == [new]
    assert wanted(list(_offers(old, new)), lambda pack: pack.version < 3) == [old]
    for spoilt in (
        PackHeld("../x", 2, AUTHORITY, "cd" * 32, 10),
        PackHeld(FAIR, 0, AUTHORITY, "cd" * 32, 10),
        PackHeld(FAIR, 2, AUTHORITY, "../" + "c" * 61, 10),
        PackHeld(FAIR, 2, "x", "cd" * 32, 10),
        PackHeld(FAIR, 2, AUTHORITY, "cd" * 32, 5 * 1024**3),
    ):
        assert not is_plain(spoilt)
