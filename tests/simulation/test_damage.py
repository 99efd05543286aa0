"""Damaged images of a real store: noticed, put aside, rebuilt from what is left, and said.

Each image must come out as one of three: opened with everything that was acknowledged; rescued, with nothing
in the journal that was not there before; or, where no page is left that could prove the key, refused and
untouched.

    FAIR_KIOSK_DAMAGED_IMAGES=2000 python -m pytest -s tests/simulation/test_damage.py
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.domain.facts import Fact
from kiosk.store import projections, rescue
from kiosk.store.driver import PAGE_SIZE
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.store.migrations import open_store

IMAGES = int(
    os.environ.get("FAIR_KIOSK_DAMAGED_IMAGES", "2000" if os.environ.get("FAIR_KIOSK_LONG") else "50")
)
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
CHECKOUT = Path(__file__).parents[2]
MAKER = Path(__file__).with_name("lived_in.py")
KEY = bytes(range(32))
NOW_MS = 1_795_838_400_000
FRAME = PAGE_SIZE + 24
LOG_HEADER = 32


@dataclass(frozen=True)
class Original:
    """A store as a killed kiosk left it, as a closed one did, and older states of it."""

    killed: Path
    closed: Path
    older: Path
    """A hundred facts earlier, killed as well."""
    other: Path
    """Another kiosk's, killed; under another key."""
    facts: dict[tuple[bytes, int], Fact]
    origin: bytes
    digest: str


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Original:
    """Made once, by a process that was killed."""
    folder = tmp_path_factory.mktemp("lived_in")
    subprocess.run(
        [sys.executable, str(MAKER), str(folder)],
        check=True,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        timeout=120,
    )
    shutil.copytree(folder / "killed", folder / "closed")
    store = open_store(folder / "closed" / "store.db", KEY)
    try:
        assert store.journal.verify() == ()
        facts = {(fact.origin, fact.seq): fact for fact in store.journal.facts()}
        origin, digest = store.origin, projections.digest(store.db)
    finally:
        store.close()
    assert not (folder / "closed" / "store.db-wal").exists()
    return Original(
        folder / "killed", folder / "closed", folder / "older", folder / "other", facts, origin, digest
    )


# --- kinds of damage: each changes the files in a folder ---------------------------------------------------

Damage = Callable[[Path, Original, random.Random], None]


def _changed(path: Path, change: Callable[[bytearray], bytes | bytearray | None]) -> None:
    raw = bytearray(path.read_bytes())
    if len(raw) >= LOG_HEADER + FRAME:  # an earlier damage may have left too little
        path.write_bytes(change(raw) or raw)


def _flip(raw: bytearray, chance: random.Random, first: int = 0, last: int | None = None) -> None:
    for _ in range(chance.choice((1, 1, 1, 3, 40))):
        raw[chance.randrange(first, last or len(raw))] ^= 1 << chance.randrange(8)


def _page(raw: bytearray, chance: random.Random) -> slice:
    number = chance.randrange(len(raw) // PAGE_SIZE)
    return slice(number * PAGE_SIZE, (number + 1) * PAGE_SIZE)


def bits_flipped(folder: Path, original: Original, chance: random.Random) -> None:
    _changed(folder / "store.db", lambda raw: _flip(raw, chance))


def first_page_flipped(folder: Path, original: Original, chance: random.Random) -> None:
    _changed(folder / "store.db", lambda raw: _flip(raw, chance, 0, PAGE_SIZE))


def salt_lost(folder: Path, original: Original, chance: random.Random) -> None:
    def change(raw: bytearray) -> None:
        raw[:16] = chance.randbytes(16)

    _changed(folder / "store.db", change)


def header_garbage(folder: Path, original: Original, chance: random.Random) -> None:
    def change(raw: bytearray) -> None:
        length = chance.choice((100, PAGE_SIZE, 4 * PAGE_SIZE))
        raw[:length] = chance.randbytes(length)

    _changed(folder / "store.db", change)


def pages_zeroed(folder: Path, original: Original, chance: random.Random) -> None:
    def change(raw: bytearray) -> None:
        for _ in range(chance.choice((1, 1, 2, 10, 60))):
            raw[_page(raw, chance)] = bytes(PAGE_SIZE)

    _changed(folder / "store.db", change)


def pages_garbage(folder: Path, original: Original, chance: random.Random) -> None:
    def change(raw: bytearray) -> None:
        for _ in range(chance.choice((1, 1, 2, 10, 60))):
            raw[_page(raw, chance)] = chance.randbytes(PAGE_SIZE)

    _changed(folder / "store.db", change)


def pages_swapped(folder: Path, original: Original, chance: random.Random) -> None:
    def change(raw: bytearray) -> None:
        one, other = _page(raw, chance), _page(raw, chance)
        raw[one], raw[other] = raw[other], raw[one]

    _changed(folder / "store.db", change)


def page_copied_over(folder: Path, original: Original, chance: random.Random) -> None:
    def change(raw: bytearray) -> None:
        raw[_page(raw, chance)] = raw[_page(raw, chance)]

    _changed(folder / "store.db", change)


def cut_off(folder: Path, original: Original, chance: random.Random) -> None:
    path = folder / "store.db"
    size = path.stat().st_size
    os.truncate(path, chance.choice((0, 77, PAGE_SIZE, size - PAGE_SIZE, size - 1, chance.randrange(size))))


def store_zeroed(folder: Path, original: Original, chance: random.Random) -> None:
    _changed(folder / "store.db", lambda raw: bytes(len(raw)))


def store_garbage(folder: Path, original: Original, chance: random.Random) -> None:
    _changed(folder / "store.db", lambda raw: chance.randbytes(len(raw)))


def store_gone(folder: Path, original: Original, chance: random.Random) -> None:
    (folder / "store.db").unlink()


def store_older(folder: Path, original: Original, chance: random.Random) -> None:
    """Somebody copied yesterday's file back, with its log or without."""
    shutil.copy(original.older / "store.db", folder)
    if chance.random() < 0.5:
        shutil.copy(original.older / "store.db-wal", folder)


def log_flipped(folder: Path, original: Original, chance: random.Random) -> None:
    _changed(folder / "store.db-wal", lambda raw: _flip(raw, chance))


def log_header_flipped(folder: Path, original: Original, chance: random.Random) -> None:
    _changed(folder / "store.db-wal", lambda raw: _flip(raw, chance, 0, LOG_HEADER))


def log_frame_header_flipped(folder: Path, original: Original, chance: random.Random) -> None:
    def change(raw: bytearray) -> None:
        start = LOG_HEADER + FRAME * chance.randrange((len(raw) - LOG_HEADER) // FRAME)
        _flip(raw, chance, start, start + 24)

    _changed(folder / "store.db-wal", change)


def log_cut_off(folder: Path, original: Original, chance: random.Random) -> None:
    path = folder / "store.db-wal"
    os.truncate(path, chance.randrange(path.stat().st_size))


def log_zeroed(folder: Path, original: Original, chance: random.Random) -> None:
    def change(raw: bytearray) -> None:
        start = chance.randrange(len(raw))
        raw[start:] = bytes(len(raw) - start)

    _changed(folder / "store.db-wal", change)


def log_gone(folder: Path, original: Original, chance: random.Random) -> None:
    (folder / "store.db-wal").unlink()


def log_of_another_store(folder: Path, original: Original, chance: random.Random) -> None:
    shutil.copy(original.other / "store.db-wal", folder)


def log_of_another_day(folder: Path, original: Original, chance: random.Random) -> None:
    shutil.copy(original.older / "store.db-wal", folder)


def log_index_garbage(folder: Path, original: Original, chance: random.Random) -> None:
    (folder / "store.db-shm").write_bytes(chance.randbytes(chance.choice((1, 136, 32768, 65536))))


def mark_garbage(folder: Path, original: Original, chance: random.Random) -> None:
    (folder / "store.db-head").write_bytes(chance.randbytes(chance.choice((0, 3, 88, 4096))))


def mark_gone_and_page_lost(folder: Path, original: Original, chance: random.Random) -> None:
    (folder / "store.db-head").unlink()
    pages_garbage(folder, original, chance)


def two_at_once(folder: Path, original: Original, chance: random.Random) -> None:
    """Of the file, of the log, or of both."""
    logged = (folder / "store.db-wal").exists()
    first, second = chance.sample((*ON_FILE, *ON_LOG) if logged else ON_FILE, 2)
    first(folder, original, chance)
    if second in ON_FILE or (folder / "store.db-wal").exists():
        second(folder, original, chance)


ON_FILE: tuple[Damage, ...] = (
    bits_flipped,
    first_page_flipped,
    salt_lost,
    header_garbage,
    pages_zeroed,
    pages_garbage,
    pages_swapped,
    page_copied_over,
    cut_off,
    store_older,
)
ON_LOG: tuple[Damage, ...] = (
    log_flipped,
    log_header_flipped,
    log_frame_header_flipped,
    log_cut_off,
    log_zeroed,
    log_gone,
    log_of_another_store,
    log_of_another_day,
    log_index_garbage,
)
KINDS: tuple[Damage, ...] = (
    *ON_FILE,
    *ON_LOG,
    store_zeroed,
    store_garbage,
    store_gone,
    mark_garbage,
    mark_gone_and_page_lost,
    two_at_once,
)
NO_PROOF = {store_garbage, cut_off, store_zeroed, two_at_once}
"""Only these may leave no page and no fact that proves the key."""


def images(original: Original, folder: Path) -> Iterator[tuple[int, Damage, Path]]:
    chance = random.Random(SEED)
    for number in range(IMAGES):
        damage = KINDS[number % len(KINDS)]
        closed = damage not in ON_LOG and chance.random() < 0.5
        image = folder / str(number)
        shutil.copytree(original.closed if closed else original.killed, image)
        damage(image, original, chance)
        yield number, damage, image
        shutil.rmtree(image)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        each.name: each.read_bytes() for each in folder.iterdir() if each.name in {"store.db", "store.db-wal"}
    }


@dataclass
class Tally:
    """What became of the images."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    facts: int = 0
    """In the images that were rescued."""
    kept: int = 0
    strays: int = 0


def test_every_damaged_image_is_opened_whole_or_rescued(original: Original, tmp_path: Path) -> None:
    tally = Tally()
    for number, damage, image in images(original, tmp_path):
        outcome = come_out(f"image {number} of seed {SEED}: {damage.__name__}", original, image, tally)
        assert outcome != "refused" or damage in NO_PROOF, damage.__name__
        tally.outcomes[outcome, damage.__name__] += 1
    for (outcome, name), count in sorted(tally.outcomes.items()):
        print(f"{count:5} {outcome:8} {name}")
    kept, strays = (100 * count / max(tally.facts, 1) for count in (tally.kept, tally.strays))
    print(f"{IMAGES} images; of the facts of those rescued {kept:.1f} % kept, {strays:.1f} % set apart")
    assert tally.outcomes.total() == IMAGES
    assert {outcome for outcome, _ in tally.outcomes} >= {"whole", "rescued"}


def come_out(where: str, original: Original, image: Path, tally: Tally) -> str:
    """Open an image; says how it came out."""
    before = contents(image)
    try:
        store, rescued = rescue.open_or_rescue(image / "store.db", KEY, now_ms=NOW_MS)
    except StoreFault as fault:
        assert fault.kind in _REFUSALS, where  # noqa: PT017
        assert contents(image) == before, where
        return "refused"
    try:
        facts = {(fact.origin, fact.seq): fact for fact in store.journal.facts()}
        digest = projections.digest(store.db)
        assert store.journal.verify() == (), where
        if rescued is None:
            assert facts == original.facts, where
            assert digest == original.digest, where
            return "whole"
        assert contents(image / "damaged" / rescued.aside) == before, where
        assert rescue.unacknowledged(image / "store.db") == (rescued,), where
        old = {at: fact for at, fact in facts.items() if fact.origin != store.origin}
        check_rescued(where, original, old, rescued, store.origin)
        with store.transaction():
            projections.rebuild(store.db)
        assert projections.digest(store.db) == digest, where
    finally:
        store.close()
    again, more = rescue.open_or_rescue(image / "store.db", KEY, now_ms=NOW_MS)
    again.close()
    assert more is None, where
    tally.facts, tally.kept, tally.strays = (
        tally.facts + len(original.facts),
        tally.kept + rescued.kept,
        tally.strays + rescued.strays,
    )
    return "rescued"


def check_rescued(
    where: str,
    original: Original,
    old: dict[tuple[bytes, int], Fact],
    rescued: rescue.Rescue,
    origin: bytes,
) -> None:
    """Nothing is there that was not, nothing twice, no gap, and what is missing is said."""
    assert origin not in {each for each, _ in original.facts}, where
    assert old.items() <= original.facts.items(), where
    assert rescued.kept == len(old), where
    ends = dict(sorted(old))
    assert len(old) == sum(ends.values()), where
    assert rescued.kept + rescued.strays <= len(original.facts), where
    own = max(seq for each, seq in original.facts if each == original.origin)
    reached = ends.get(original.origin, 0)
    if reached < own and "mark_gone" not in where:
        missing = {bytes.fromhex(each): seq for each, seq in rescued.lost_from}
        assert missing[original.origin] == reached + 1, where


_REFUSALS = {StoreFaultKind.WRONG_KEY, StoreFaultKind.DAMAGED}
