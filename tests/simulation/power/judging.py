"""Is what a power cut has left as good as what was said? Opened with the product's own doors."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.store import backup, driver, projections, rescue
from kiosk.store.faults import StoreFault
from kiosk.store.migrations import Store, open_store
from tests.simulation.power.disk import PLAIN_WAYS, WAYS, Disk, Image, write_image
from tests.simulation.power.recorded import sealed
from tests.simulation.power.trace import Operation
from tests.simulation.power.transactions import KEY, NOW_MS, check_in


@dataclass
class Promises:
    """What has been said, so what must be there."""

    facts: dict[bytes, tuple[int, bytes]] = field(default_factory=dict)
    """By origin the last acknowledged sequence and its hash, which stands for all that came before."""
    copies: list[str] = field(default_factory=list)
    restored: bytes = b""
    rescued: bool = False

    def hear(self, words: list[str]) -> None:
        """A line of a scenario, without its name."""
        if words[0] == "ack":
            self.facts[bytes.fromhex(words[1])] = int(words[2]), bytes.fromhex(words[3])
        elif words[0] == "copied":
            self.copies.append(words[1])
        elif words[0] == "restored":
            self.restored = bytes.fromhex(words[1])
        elif words[0] == "rescued":
            self.rescued = True

    def copy(self) -> Promises:
        """As they stand now."""
        return Promises(dict(self.facts), list(self.copies), self.restored, self.rescued)


@dataclass
class Seen:
    """What an image turned out to hold."""

    problems: list[str] = field(default_factory=list)
    hashes: dict[bytes, list[bytes]] = field(default_factory=dict)
    """By origin, of every fact in order."""
    copies: set[str] = field(default_factory=set)
    spare: bytes = b""
    told_staff: bool = False

    def broken(self, promises: Promises) -> list[str]:
        """Promises that it does not keep."""
        lost = [
            f"{seq} facts acknowledged, {len(self.hashes.get(origin, []))} there"
            for origin, (seq, last) in promises.facts.items()
            if seq and self.hashes.get(origin, [])[seq - 1 : seq] != [last]
        ]
        lost += [f"backup {each}" for each in promises.copies if each not in self.copies]
        if promises.restored and self.spare != promises.restored:
            lost.append("the restored store")
        if promises.rescued and not self.told_staff:
            lost.append("what staff are told of a rescue")
        return lost


@dataclass
class Found:
    """What was seen over all images."""

    cuts: int = 0
    images: int = 0
    different: int = 0
    """Images that were opened; the others were like one of them, byte for byte."""
    lost: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)

    def add(self, other: Found) -> None:
        """Sum them up."""
        self.cuts, self.images = self.cuts + other.cuts, self.images + other.images
        self.different += other.different
        self.lost += other.lost
        self.damaged += other.damaged

    def __str__(self) -> str:
        said = f"{self.cuts} cuts, {self.images} images, {self.different} different: "
        return f"{said}{len(self.lost)} lost, {len(self.damaged)} damaged"


@dataclass
class Judge:
    """Opens images on a shelf, each different one once."""

    shelf: Path
    rescuing: bool = False
    """Whether a damaged store is to be expected; elsewhere a power cut must never look like damage."""
    known: dict[bytes, Seen] = field(default_factory=dict)

    def see(self, image: Image) -> Seen:
        """What an image holds."""
        digest = hashlib.blake2b(digest_size=20)
        for name, content in image.items():
            digest.update(b"%d %b %d " % (len(name), name.encode(), -1 if content is None else len(content)))
            digest.update(content or b"")
        key = digest.digest()
        if key not in self.known:
            self.known[key] = self._look(image)
        return self.known[key]

    def _look(self, image: Image) -> Seen:
        folder = self.shelf / "image"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        write_image(image, folder)
        seen = Seen()
        try:
            with ExitStack() as closing:
                store = self._opened(folder, seen)
                closing.callback(store.close)
                seen.hashes = look_through(store, seen.problems)
            if "backups" in image:
                _look_at_copies(folder, seen)
        except (StoreFault, backup.BackupFault) as fault:
            seen.problems.append(str(fault))
        return seen

    def _opened(self, folder: Path, seen: Seen) -> Store:
        path = folder / "store.db"
        if not self.rescuing:
            return open_store(path, KEY)
        store, _ = rescue.open_or_rescue(path, KEY, now_ms=NOW_MS + 1000)
        seen.told_staff = len(rescue.unacknowledged(path)) == 1
        if rescue.unfinished(path) is not None:
            seen.problems.append("the rescue is not finished")
        return store


def look_through(store: Store, problems: list[str]) -> dict[bytes, list[bytes]]:
    """Everything that can be wrong with an open store; the hashes of its facts. It also goes on."""
    if driver.rows(store.db, "PRAGMA cipher_integrity_check"):
        problems.append("a page")
    if driver.rows(store.db, "PRAGMA integrity_check") != [("ok",)]:
        problems.append("a table")
    if store.journal.verify() != ():
        problems.append("the journal")
    hashes: dict[bytes, list[bytes]] = {}
    for fact in store.journal.facts():
        hashes.setdefault(fact.origin, []).append(fact.hash)
    digest = projections.digest(store.db)
    with store.transaction():
        projections.rebuild(store.db)
    if projections.digest(store.db) != digest:
        problems.append("the projections")
    with store.transaction():
        store.journal.append(check_in(6), now_ms=NOW_MS)
    return hashes


def _look_at_copies(folder: Path, seen: Seen) -> None:
    """Every backup under its own name is whole; a spare kiosk's store is there whole, or can be made."""
    for each in (folder / "backups").glob(f"*{backup.ENDING}"):
        assert list(backup.rows(each, sealed)), "a backup holds facts"
        seen.copies.add(each.name)
    spare = folder / "spare" / "store.db"
    if seen.copies and not spare.exists():
        backup.restore(folder / "backups" / max(seen.copies), spare, KEY, unseal=sealed)
    elif spare.exists():
        store = open_store(spare, KEY)
        seen.spare = store.origin
        look_through(store, seen.problems)
        store.close()


def steps_of(steps: Iterable[Operation], scenario: str) -> tuple[Operation, ...]:
    """One scenario's operations, its folder's name taken away."""
    mine = []
    for step in steps:
        if step.what == "said":
            name, _, text = step.data.decode().partition(" ")
            if name == scenario:
                mine.append(Operation("said", data=text.encode()))
        elif _in(step.name, scenario) is not None:
            other = _in(step.other, scenario) if step.other else ""
            assert other is not None, "nothing is moved from one scenario to another"
            mine.append(Operation(step.what, _in(step.name, scenario) or "", step.offset, step.data, other))
    return tuple(mine)


def _in(name: str, scenario: str) -> str | None:
    if name == scenario:
        return "."
    return name[len(scenario) + 1 :] if name.startswith(f"{scenario}/") else None


def chosen(steps: tuple[Operation, ...], most: int) -> set[int]:
    """After which steps the power is cut: evenly in every transaction, and always at the end of each.

    What was done before all was `settled` is no part of it.
    """
    said = [step.data if step.what == "said" else b"" for step in steps]
    first = said.index(b"settled\n") if b"settled\n" in said else 0
    parts: list[list[int]] = [[]]
    for at, step in enumerate(steps[first:], first):
        parts[-1].append(at)
        if step.what == "said" and step.data.startswith(b"did "):
            parts.append([])
    parts = [part for part in parts if part]
    each = max(1, most // len(parts))
    return {at for part in parts for at in part[:: -max(1, len(part) // each)][:each]}


def cut_everywhere(
    steps: tuple[Operation, ...],
    judge: Judge,
    *,
    cuts: int,
    images: int,
    seed: int,
    disk: Disk | None = None,
    promises: Promises | None = None,
    keep: list[tuple[Image, Promises]] | None = None,
) -> Found:
    """Cut the power after steps of one scenario, and look at what is left of each cut in so many ways.

    `keep` takes the images and what was promised by then, to be cut again while they are opened.
    """
    chance, found = random.Random(seed), Found()
    disk, promises = disk or Disk(), (promises or Promises()).copy()
    at_these, before = chosen(steps, cuts), len(judge.known)
    for at, step in enumerate(steps):
        if step.what != "said":
            if step.name == "." and step.what == "mkdir":
                continue
            disk.do(step)
        elif step.data.split()[0] == b"settled":
            disk.settle()
        else:
            promises.hear(step.data.decode().split())
        if at not in at_these:
            continue
        found.cuts += 1
        for number in range(images):
            way = _way(number, images, chance)
            image = disk.after_cut(way, chance)
            seen = judge.see(image)
            where = f"step {at}, {step.what} {step.name}, {way}: "
            found.images += 1
            found.lost += [where + each for each in seen.broken(promises)]
            found.damaged += [where + each for each in seen.problems]
            if keep is not None:
                keep.append((image, promises.copy()))
    found.different = len(judge.known) - before
    return found


def _way(number: int, images: int, chance: random.Random) -> str:
    """First nothing of what is unsure; where there are many images each plain way once, then by chance."""
    if number == 0 or images > len(PLAIN_WAYS):
        return WAYS[number] if number < len(WAYS) else chance.choice(WAYS[len(PLAIN_WAYS) :])
    return chance.choice(WAYS[1:])
