"""A stick that is pulled out at every call of a writing: what was on it before stays, what is new is whole or
absent, and writing it again puts everything right.

    FAIR_KIOSK_LONG=1: every way that the disk may be left, at every call
"""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Iterator

import pytest

from kiosk.sync.stick.faults import StickFault, StickProblem
from tests.simulation.power.disk import WAYS, Image
from tests.sync.stick.fake_disk import LAST_NAME, FakeDisk
from tests.sync.stick.scene import CarryingKiosk, PackShelfHere, Shelf, pack

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
IMAGES = 40 if LONG else 2
FIRST = ("nothing", LAST_NAME)
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))


@pytest.fixture
def written(shelf: Shelf) -> tuple[CarryingKiosk, CarryingKiosk, Image]:
    """A kiosk whose stick has been round: its own 30 facts and the hub's are on it, and 30 more are not."""
    west, hub = shelf.kiosk("k1"), shelf.kiosk("hub")
    west.records(10)
    hub.records(7)
    stick = FakeDisk()
    west.out(stick)
    west.records(20)
    west.out(stick)
    hub.reads(stick)
    hub.out(stick)
    west.reads(stick)
    west.records(30)
    west.packs = PackShelfHere((pack(),))
    return west, hub, dict(stick.plain())


def test_pulled_out_at_any_reading(shelf: Shelf, written: tuple[CarryingKiosk, CarryingKiosk, Image]) -> None:
    west, hub, before = written
    stick = FakeDisk(dict(before))
    west.out(stick)
    image, full = stick.plain(), {west.store.origin: 60, hub.store.origin: 7}
    found, at = set(), 0
    while True:
        east = shelf.kiosk("k2", fresh=str(at))
        pulled = FakeDisk(dict(image), stops_reading_at=at)
        try:
            east.reads(pulled)
        except StickFault as fault:
            found.add(fault.problem)
        found.add(sum(east.vector.values()))
        assert not pulled.calls  # reading changes nothing on the stick
        assert east.reads(FakeDisk(dict(image))).clean
        assert east.vector == full
        shelf.close_but(west, hub)
        if not pulled.pulled:
            break
        at += 1
    assert {StickProblem.GONE, 0, 67} < found
    assert len(found) > 3  # some had come by then, and stay


def cuts(west: CarryingKiosk, before: Image) -> Iterator[FakeDisk]:
    """The stick, pulled out at one call after the other; the last one only when all was said to be done."""
    at, problems = 0, set[StickProblem]()
    while True:
        stick = FakeDisk(dict(before), stops_at=at, says=(errno.EIO, errno.ENODEV, errno.EROFS)[at % 3])
        try:
            west.out(stick)
        except StickFault as fault:
            problems.add(fault.problem)
            yield stick
        else:
            assert not stick.pulled
            assert problems == {StickProblem.GONE, StickProblem.READ_ONLY}
            yield stick
            return
        at += 1


def test_pulled_out_at_any_call(shelf: Shelf, written: tuple[CarryingKiosk, CarryingKiosk, Image]) -> None:
    west, hub, before = written
    chance = random.Random(SEED)
    old = {west.store.origin: 30, hub.store.origin: 7}
    new = old | {west.store.origin: 60}
    calls, seen = 0, {"old": 0, "new": 0}
    for calls, stick in enumerate(cuts(west, before), 1):
        assert west.only_here == (30 if stick.pulled else 0)  # nothing counts that was not read back
        for number in range(IMAGES):
            image = stick.left(FIRST[number] if number < 2 else chance.choice(WAYS), chance)
            where = f"call {calls}, image {number}"
            east = shelf.kiosk("k2", fresh=where)
            east.packs = offers = PackShelfHere()
            read = east.reads(FakeDisk(image))
            assert east.vector in (old, new), where
            assert (read.lost, read.spoilt, read.refusals, read.waiting) == ((), 0, (), ()), where
            assert stick.pulled or east.vector == new, where
            seen["new" if east.vector == new else "old"] += 1
            for folder, _fair, _version in offers.offered:
                assert image[f"{folder}/catalogue.db"] == bytes([3]) * 3000, where
                assert image[f"{folder}/manifest.json"] == b"{}\n", where
            again = FakeDisk(image)
            west.out(again, counts=False)
            last = shelf.kiosk("k3", fresh=where)
            read = last.reads(again)
            assert (last.vector, read.clean) == (new, True), where
            assert not [name for name in again.plain() if name.endswith(".part")], where
            shelf.close_but(west, hub)
    assert calls > 25
    assert min(seen.values()) > 0
