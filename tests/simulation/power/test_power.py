"""The power is cut at every operation of every kind of transaction: nothing that was acknowledged is lost."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.domain import facts
from kiosk.store import driver, projections
from kiosk.store.faults import StoreFault
from kiosk.store.migrations import open_store
from tests.simulation.power.disk import Disk
from tests.simulation.power.recorded import IN_WHOLE, KEY, ONE_FACT
from tests.simulation.power.trace import Operation, record

PROGRAM = Path(__file__).with_name("recorded.py")
LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
CUTS = int(os.environ.get("FAIR_KIOSK_CUTS", "1000000" if LONG else "220"))
"""Operations at which the power is cut; all there are by hand, evenly spread ones in CI."""
IMAGES = int(os.environ.get("FAIR_KIOSK_IMAGES", "12" if LONG else "3"))
"""Disks that may be left of each cut: nothing that was unsure, all of it, and the rest at random."""
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in memory where there is one: thousands of small disks are written and read."""
    memory = Path("/dev/shm")
    above = memory if os.access(memory, os.W_OK) else tmp_path_factory.mktemp("shelf")
    folder = above / f"power-{os.getpid()}"
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


@dataclass
class Found:
    """What was seen over all images."""

    images: int = 0
    lost: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)


def recording(folder: Path, tmp_path: Path, *words: str) -> tuple[Operation, ...]:
    """The recorded process's operations."""
    folder.mkdir()
    return record(PROGRAM, folder, *words, log=tmp_path / "trace")


def cut_everywhere(steps: tuple[Operation, ...], shelf: Path, cuts: int, images: int) -> Found:
    """Cut after operations spread evenly over the recording, and open what is left."""
    changing = [at for at, step in enumerate(steps) if step.what != "said" and not step.name.endswith("-shm")]
    chosen = set(changing[:: max(1, len(changing) // cuts)]) | {len(steps) - 1}
    chance, disk, found = random.Random(SEED), Disk(), Found()
    acknowledged: dict[bytes, int] = {}
    for at, step in enumerate(steps):
        if step.what == "said":
            words = step.data.decode().split()
            if words[0] == "ack":
                acknowledged[bytes.fromhex(words[1])] = int(words[2])
        else:
            disk.do(step)
        if at in chosen:
            for number in range(images):
                way = ("nothing", "everything")[number] if number < 2 else "some"
                look(disk, shelf, way, chance, acknowledged, found, f"{at} {step.what} {step.name} {way}")
    return found


def look(
    disk: Disk,
    shelf: Path,
    way: str,
    chance: random.Random,
    acknowledged: dict[bytes, int],
    found: Found,
    where: str,
) -> None:
    """Write one image, open it, and say what is wrong with it."""
    folder = shelf / "image"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    disk.after_cut(folder, way, chance)
    found.images += 1
    try:
        store = open_store(folder / "store.db", KEY)
    except StoreFault as fault:
        found.damaged.append(f"{where}: {fault}")
        return
    try:
        known = store.journal.origins()
        found.lost += [
            f"{where}: {seq} acknowledged, {known.get(origin, 0)} there"
            for origin, seq in acknowledged.items()
            if known.get(origin, 0) < seq
        ]
        digest = projections.digest(store.db)
        with store.transaction():
            projections.rebuild(store.db)
        whole = (
            store.journal.verify() == ()
            and projections.digest(store.db) == digest
            and driver.rows(store.db, "PRAGMA integrity_check") == [("ok",)]
        )
        if not whole:
            found.damaged.append(where)
    except StoreFault as fault:
        found.damaged.append(f"{where}: {fault}")
    finally:
        store.close()


def test_every_kind_of_fact_is_recorded() -> None:
    assert {body.kind for body in ONE_FACT} | IN_WHOLE == set(facts.KINDS)


def test_no_acknowledged_fact_is_lost_and_nothing_is_damaged(tmp_path: Path, shelf: Path) -> None:
    steps = recording(tmp_path / "store", tmp_path)
    found = cut_everywhere(steps, shelf, CUTS, IMAGES)
    print(
        f"{len(steps)} operations, {found.images} images: "
        f"{len(found.lost)} lost, {len(found.damaged)} damaged"
    )
    assert found.lost == []
    assert found.damaged == []
    assert found.images > 100


def test_the_same_harness_catches_what_is_not_synced(tmp_path: Path, shelf: Path) -> None:
    """synchronous=NORMAL loses acknowledged facts; if this finds none, the test above proves nothing."""
    steps = recording(tmp_path / "store", tmp_path, "NORMAL")
    found = cut_everywhere(steps, shelf, CUTS // 3, 2)
    print(f"NORMAL: {found.images} images, {len(found.lost)} lost acknowledged facts")
    assert len(found.lost) > 20
    assert found.damaged == [], "it loses, and corrupts nothing"
