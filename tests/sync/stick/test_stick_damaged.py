"""Sticks that are torn, flipped, incomplete, mixed up or made by somebody else: what is whole is taken in,
the rest is said, and nothing comes in that no kiosk recorded.

    FAIR_KIOSK_LONG=1: every offset
"""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Iterator

import msgspec
import pytest

from kiosk.sync.stick.manifest import (
    BundleEntry,
    Manifest,
    decode_bundle,
    decode_manifest,
    encode_bundle,
    encode_manifest,
    writer_name,
)
from kiosk.sync.stick.stick import StickRead
from kiosk.sync.stick.words import read_words
from tests.simulation.power.disk import Image
from tests.sync.stick.fake_disk import FakeDisk
from tests.sync.stick.scene import NOW_MS, CarryingKiosk, PackShelfHere, Shelf, pack

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
OFFSETS = 1000
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))


class Round:
    """A stick that two kiosks have written to, one of them twice, and what each fact's hash must be."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.kiosks = [shelf.kiosk(name) for name in ("k1", "k2")]
        stick = FakeDisk()
        for number in (0, 1, 0):
            kiosk = self.kiosks[number]
            kiosk.records(4 + number)
            kiosk.packs = PackShelfHere((pack(size=300),))
            kiosk.reads(stick)
            kiosk.out(stick)
        self.image: Image = dict(stick.plain())
        self.files = [name for name, data in self.image.items() if data is not None]
        self.full = self.kiosks[0].vector
        self.hashes = {(fact.origin, fact.seq): fact.hash for fact in self.kiosks[0].store.journal.facts()}
        self._count = 0
        self._without: tuple[str, CarryingKiosk, dict[bytes, int]] | None = None

    def reader(self) -> CarryingKiosk:
        """A kiosk that knows nothing."""
        self.shelf.close_but(*self.kiosks)
        self._count += 1
        self._without = None
        return self.shelf.kiosk("k3", fresh=str(self._count))

    def spoilt(self, name: str, data: bytes, where: str) -> None:
        """A kiosk that has read the stick without one file meets that file, spoilt: nothing of it comes in.

        It may be met by the next spoilt one, as nothing has changed.
        """
        image = dict(self.image)
        if self._without is None or self._without[0] != name:
            east = self.reader()
            del image[name]
            east.reads(FakeDisk(image))
            self._without = name, east, east.vector
        _, east, before = self._without
        image[name] = data
        read = east.reads(FakeDisk(image))
        assert (read.facts, east.vector) == (0, before), where
        assert before == self.full or not read.clean, where

    def reads(self, image: Image, where: str) -> tuple[StickRead, CarryingKiosk]:
        """What a kiosk that knows nothing makes of a stick; only what was recorded comes in."""
        east = self.reader()
        read = east.reads(FakeDisk(image))
        assert sum(east.vector.values()) == read.facts, where
        for fact in east.store.journal.facts():
            assert self.hashes[fact.origin, fact.seq] == fact.hash, where
        assert all(seq <= self.full[origin] for origin, seq in east.vector.items()), where
        return read, east

    def check(self, image: Image, where: str) -> None:
        """All of it came, or something is said."""
        read, east = self.reads(image, where)
        if east.vector != self.full:
            said = read.lost or read.waiting or read.spoilt or read.unfinished or not read.ours
            assert said, where
            assert not read.clean, where


@pytest.fixture
def round_trip(shelf: Shelf) -> Round:
    return Round(shelf)


def spread(image: Image, files: list[str], count: int) -> Iterator[tuple[str, int]]:
    """So many different offsets, spread over all files; the longer ones have what the shorter have not."""
    left = count
    by_length = sorted(files, key=lambda name: len(image[name] or b""))
    for number, name in enumerate(by_length):
        length = len(image[name] or b"")
        share = min(length, left // (len(files) - number))
        left -= share
        yield from ((name, each * length // share) for each in range(share))


def test_a_stick_truncated_at_every_one_of_1000_offsets(round_trip: Round) -> None:
    seen: dict[str, set[int]] = {}
    offsets = sum(len(round_trip.image[name] or b"") for name in round_trip.files) if LONG else OFFSETS
    for name, at in spread(round_trip.image, round_trip.files, offsets):
        round_trip.spoilt(name, (round_trip.image[name] or b"")[:at], f"{name} cut at {at}")
        seen.setdefault(name, set()).add(at)
    assert len(seen) == len(round_trip.files)
    assert sum(map(len, seen.values())) == offsets


def test_each_file_missing_or_half(round_trip: Round) -> None:
    for name in round_trip.files:
        image = dict(round_trip.image)
        half = (image.pop(name) or b"")[: len(image)]
        round_trip.check(image, f"without {name}")
        round_trip.check(image | {name: half}, f"half of {name}")


def test_flipped_bytes(round_trip: Round) -> None:
    chance = random.Random(SEED)
    for name, at in spread(round_trip.image, round_trip.files, 3000 if LONG else 150):
        data = bytearray(round_trip.image[name] or b"")
        data[at] ^= 1 << chance.randrange(8)
        round_trip.spoilt(name, bytes(data), f"{name} flipped at {at}")


def test_contents_that_changed_places(round_trip: Round) -> None:
    bundles = [name for name in round_trip.files if name.endswith((".facts", ".manifest"))]
    for one, other in zip(bundles, bundles[1:] + bundles[:1], strict=True):
        image = dict(round_trip.image)
        image[one], image[other] = image[other], image[one]
        round_trip.check(image, f"{one} and {other}")


def test_names_that_are_not_ours_are_passed_over(round_trip: Round) -> None:
    image = dict(round_trip.image)
    folder = next(name for name in round_trip.files if name.endswith(".facts")).rpartition("/")[0]
    for name in ("readme.txt", "x" * 200 + ".facts", "DESKTOP.INI", "0-1-2-3.facts", ".Trash-1000"):
        image[f"{folder}/{name}"] = b"x" * 100
        image[name] = b"y"
    read, east = round_trip.reads(image, "names")
    assert (read.clean, east.vector) == (True, round_trip.full)


def test_a_stale_stick_takes_nothing_back_and_says_so(round_trip: Round) -> None:
    read, east = round_trip.reads(round_trip.image, "whole")
    assert (read.clean, read.facts) == (True, sum(round_trip.full.values()))
    assert "30 new facts were taken in" in read_words(read).en.replace(str(read.facts), "30")
    again = east.reads(FakeDisk(round_trip.image))
    assert (again.facts, again.clean, east.vector) == (0, True, round_trip.full)
    assert read_words(again).en.startswith("No new facts")


def forged(kiosk: CarryingKiosk, image: Image, change: object) -> tuple[str, bytes]:
    """A manifest of `kiosk` in which something is changed; rightly signed by it."""
    name = next(each for each in image if each.rpartition("/")[2].startswith(writer_name(kiosk.machine.key)))
    carrier = kiosk.carrier
    manifest = decode_manifest(image[name] or b"", carrier.unseal)
    assert manifest is not None
    changed: Manifest = change(manifest)  # type: ignore[operator]
    folder = name.rpartition("/")[0]
    path = f"{folder}/{writer_name(kiosk.machine.key)}-9.manifest"
    return path, encode_manifest(changed, carrier.sign, carrier.seal)


def test_a_manifest_with_wild_numbers_is_bounded(round_trip: Round) -> None:
    """Written by a certified kiosk that has gone mad, or by who has its key."""
    west = round_trip.kiosks[0]
    known = next(name.rpartition("/")[2] for name in round_trip.files if name.endswith(".facts"))
    for entry in (
        BundleEntry("../../etc/passwd", 1, bytes(32), west.store.origin, 1, 2),
        BundleEntry(known, 1 << 40, bytes(32), west.store.origin, 1, 2),
        BundleEntry(known, 10, bytes(32), west.store.origin, 5, 2),
        BundleEntry(known, 10, bytes(32), bytes(16), 1, 1 << 62),
    ):
        image = dict(round_trip.image)
        path, data = forged(
            west, image, lambda each, entry=entry: msgspec.structs.replace(each, number=9, bundles=(entry,))
        )
        image[path] = data
        round_trip.check(image, entry.name)


def test_a_bundle_with_segments_that_are_none_is_refused(round_trip: Round) -> None:
    west = round_trip.kiosks[0]
    carrier = west.carrier
    name = next(each for each in round_trip.files if f"{west.store.origin[:8].hex()}-1-" in each)
    segments = decode_bundle(round_trip.image[name] or b"", carrier.unseal)
    assert segments is not None
    for bad in (
        (b"",),
        (b"x" * 5000,),
        (segments[0][:-1],),
        (segments[0], segments[0]),
        (segments[0][:60] + bytes([segments[0][60] ^ 1]) + segments[0][61:],),
        (segments[0][:150] + bytes([segments[0][150] ^ 1]) + segments[0][151:],),
    ):
        data = encode_bundle(bad, carrier.seal)
        entry = BundleEntry(
            name.rpartition("/")[2], len(data), hashlib.sha256(data).digest(), west.store.origin, 1, 4
        )
        image = dict(round_trip.image)
        path, manifest = forged(
            west, image, lambda each, entry=entry: msgspec.structs.replace(each, number=9, bundles=(entry,))
        )
        image |= {name: data, path: manifest}
        read, _ = round_trip.reads(image, "bad segments")
        assert not read.clean


def test_a_manifest_under_anothers_name_or_by_anothers_key_does_not_count(round_trip: Round) -> None:
    west, east = round_trip.kiosks[:2]
    image = {name: data for name, data in round_trip.image.items() if not name.endswith(".manifest")}
    manifest = Manifest(west.machine.key, 1, NOW_MS, ())
    folder = next(name for name in image if name.endswith(".facts")).rpartition("/")[0]
    forged_by_east = encode_manifest(manifest, east.carrier.sign, east.carrier.seal)
    image[f"{folder}/{writer_name(west.machine.key)}-1.manifest"] = forged_by_east
    right = encode_manifest(manifest, west.carrier.sign, west.carrier.seal)
    image[f"{folder}/{writer_name(east.machine.key)}-1.manifest"] = right
    image[f"{folder}/{writer_name(west.machine.key)}-2.manifest"] = right
    read, _ = round_trip.reads(image, "forged")
    assert (read.writers, read.facts, read.spoilt) == ((), 0, 3)
