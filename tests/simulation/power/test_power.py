"""The power is cut at every operation of every kind of transaction: nothing that was acknowledged is lost.

By hand, at every operation: FAIR_KIOSK_LONG=1 python -m pytest -s tests/simulation/power/test_power.py
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from kiosk.domain import facts
from tests.simulation.power.disk import Disk, Image, read_image, write_image
from tests.simulation.power.judging import Found, Judge, Promises, Seen, cut_everywhere, steps_of
from tests.simulation.power.trace import Operation, record
from tests.simulation.power.transactions import IN_WHOLE, ONE_FACT

PROGRAM = Path(__file__).with_name("recorded.py")
LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
CUTS = int(os.environ.get("FAIR_KIOSK_CUTS", "1000000" if LONG else "60"))
"""Steps of each scenario at which the power is cut; all there are by hand, evenly spread ones in CI."""
IMAGES = int(os.environ.get("FAIR_KIOSK_IMAGES", "12" if LONG else "3"))
"""Disks that may be left of each cut."""
AGAIN = int(os.environ.get("FAIR_KIOSK_CUT_AGAIN", "60" if LONG else "8"))
"""Of those so many are opened by a process that loses its power again."""
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
RECORDED = ("everything", "not_synced", "folded_often", "moved_on", "copied", "rescued")
FAILING = {
    "syncs fail": ("fsync:error=EIO:when=15..45+2",),
    "syncs fail later": ("fsync:error=EIO:when=3..99+4",),
    "the disk is full": ("pwrite64:error=ENOSPC:when=140..450+13",),
    "the disk is full, syncs fail": (
        "pwrite64:error=ENOSPC:when=20..1200+61",
        "fsync:error=EIO:when=5..80+5",
    ),
}
"""They end, or what takes many calls would never go through. Making a store takes 13 syncs, a decision 1."""


@pytest.fixture(scope="module")
def recorded(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Operation, ...]:
    """All scenarios, recorded once."""
    folder = shelf / "recorded"
    folder.mkdir()
    return record(PROGRAM, folder, *RECORDED, log=tmp_path_factory.mktemp("log") / "trace")


def test_every_kind_of_fact_is_recorded() -> None:
    assert {body.kind for body in ONE_FACT} | IN_WHOLE == set(facts.KINDS)


@pytest.mark.parametrize("scenario", [each for each in RECORDED if each != "not_synced"])
def test_no_acknowledged_fact_is_lost_and_nothing_is_damaged(
    scenario: str, recorded: tuple[Operation, ...], shelf: Path
) -> None:
    steps = steps_of(recorded, scenario)
    judge = Judge(shelf, rescuing=scenario == "rescued")
    found = cut_everywhere(steps, judge, cuts=CUTS, images=IMAGES, seed=SEED)
    print(f"{scenario}: {len(steps)} steps, {found}")
    assert found.lost == []
    assert found.damaged == []
    assert found.different >= 20


def test_the_same_harness_catches_what_is_not_synced(recorded: tuple[Operation, ...], shelf: Path) -> None:
    """synchronous=NORMAL loses acknowledged facts; if this finds none, the tests above prove nothing."""
    steps = steps_of(recorded, "not_synced")
    found = cut_everywhere(steps, Judge(shelf), cuts=CUTS, images=IMAGES, seed=SEED)
    print(f"NORMAL: {len(steps)} steps, {found}")
    assert len(found.lost) > 20


@pytest.mark.parametrize("fault", FAILING)
def test_after_calls_that_failed_nothing_acknowledged_is_lost(
    fault: str, shelf: Path, tmp_path: Path
) -> None:
    """A full disk and syncs that fail, and then the power: what a failed sync had to write may be gone."""
    folder = tmp_path / "recorded"
    folder.mkdir()
    steps = steps_of(
        record(PROGRAM, folder, "failing", log=tmp_path / "trace", inject=FAILING[fault]), "failing"
    )
    found = Found()
    for forgets in (None, random.Random(SEED)):
        found.add(
            cut_everywhere(
                steps,
                Judge(shelf),
                cuts=CUTS // 2,
                images=min(IMAGES, 4),
                seed=SEED,
                disk=Disk(forgets=forgets),
            )
        )
    print(f"{fault}: {len(steps)} steps, {found}")
    assert found.lost == []
    assert found.damaged == []
    assert found.different >= 20


def test_the_power_may_be_cut_again_while_what_was_left_is_opened(
    recorded: tuple[Operation, ...], shelf: Path, tmp_path: Path
) -> None:
    kept: list[tuple[Image, Promises]] = []
    for scenario in ("everything", "folded_often"):
        cut_everywhere(
            steps_of(recorded, scenario),
            NobodyLooks(shelf),
            cuts=min(CUTS, 200),
            images=min(IMAGES, 3),
            seed=SEED + 1,
            keep=kept,
        )
    again = random.Random(SEED).sample(kept, AGAIN)
    folder = shelf / "again"
    folder.mkdir()
    for number, (image, _) in enumerate(again):
        (folder / str(number)).mkdir()
        write_image(image, folder / str(number))
        assert read_image(folder / str(number)) == image
    names = [str(number) for number in range(len(again))]
    steps = record(PROGRAM, folder, *names, log=tmp_path / "trace")
    found, judge = Found(), Judge(shelf)
    for name, (image, promises) in zip(names, again, strict=True):
        found.add(
            cut_everywhere(
                steps_of(steps, name),
                judge,
                cuts=CUTS // 6,
                images=min(IMAGES, 4),
                seed=SEED,
                disk=Disk.of(image),
                promises=promises,
            )
        )
    print(f"cut again: {found}")
    assert found.lost == []
    assert found.damaged == []


class NobodyLooks(Judge):
    """Images are wanted, not their contents."""

    def see(self, image: Image) -> Seen:
        return Seen()
