"""A disk that loses its power: what may be left of what was written.

The model is as bad as ext4 on a drive with a volatile cache, and worse where that costs nothing:

- What was synced stands (fsync or fdatasync of the file, after the write or the change of length).
- Of what was done to a file since its last sync any part may have arrived, in any order: each write whole,
  torn at sectors of 512 bytes, or not at all; each change of length or none. Where a later write arrived and
  an earlier one did not, zeros stand between.
- A sector is written whole or not at all, and never other than as it was given (SQLite's own assumption,
  "powersafe overwrite"; drives promise it for 512 bytes).
- A name that was made, linked or removed lasts once its folder was synced; before that each change of names
  may have arrived or not, whatever became of the others. That is worse than ext4, which keeps their order
  and gives a new file its name when the file is synced. A rename is one change, which lasts once both
  folders were synced: the file is never under no name, and never under both.
- A new folder's own name lasts once it or anything in it was synced, as ext4, XFS and Btrfs all keep it.
- What a failed sync was to write may be gone for good, though the running system goes on reading it from its
  cache, and a later sync that succeeds says nothing about it (as Linux does: "fsyncgate", 2018).

SQLite's shared memory (-shm) does not count: it is made anew by whoever opens the database first.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path, PurePosixPath

from tests.simulation.power.trace import APPENDED, Operation

SECTOR = 512
FOLDER = -1
"""What a folder's name stands for."""
Image = Mapping[str, bytes | None]
"""Files by name, with what is in them; None is a folder."""
PLAIN_WAYS = ("nothing", "everything", "the log alone", "all but the log")
CHANCE_WAYS = ("in order", "one missing", "some")
WAYS = PLAIN_WAYS + CHANCE_WAYS
_KEPT, _TORN = 0.7, 0.3


@dataclass
class _File:
    durable: bytearray = field(default_factory=bytearray)
    pending: list[Operation] = field(default_factory=list)
    size: int = 0
    """As the running system sees it."""


@dataclass
class _Renaming:
    """Changes of names that arrive together or not at all, and the folders that must still be synced."""

    changes: tuple[tuple[str, int | None], ...]
    folders: set[str]


@dataclass
class Disk:
    """Files by inode, names that last and names that may not."""

    forgets: random.Random | None = None
    """Chance by which a failed sync loses what it was to write; all of it where there is none."""
    files: list[_File] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    """As the running system sees them."""
    lasting: dict[str, int] = field(default_factory=dict)
    """As they stand after a power cut, whatever else is lost."""
    unsure: list[_Renaming] = field(default_factory=list)

    @classmethod
    def of(cls, image: Image) -> Disk:
        """A disk on which everything lasts."""
        disk = cls()
        for name, content in image.items():
            disk.lasting[name] = FOLDER if content is None else len(disk.files)
            if content is not None:
                disk.files.append(_File(bytearray(content), size=len(content)))
        disk.names = dict(disk.lasting)
        return disk

    def settle(self) -> None:
        """Everything that was done so far lasts."""
        for file in self.files:
            file.pending = _synced(file)
        self.unsure.clear()
        self.lasting = dict(self.names)

    def do(self, step: Operation) -> None:
        """One operation of a recording."""
        if step.name.endswith("-shm"):
            return
        if step.what in {"create", "mkdir"}:
            self._create(step)
        elif step.what in {"write", "truncate", "allocate"}:
            self._change(step)
        elif step.what == "link":
            self._rename((step.other, self.names[step.name]))
        elif step.what == "rename":
            self._rename((step.name, None), (step.other, self.names[step.name]))
        elif step.what == "unlink":
            self._rename((step.name, None))
        elif step.what in {"sync", "sync_failed"}:
            self._sync(step)
        else:
            raise ValueError(step.what)

    def _create(self, step: Operation) -> None:
        if step.name in self.names:
            return
        if step.what == "mkdir":
            self._rename((step.name, FOLDER))
        else:
            self.files.append(_File())
            self._rename((step.name, len(self.files) - 1))

    def _change(self, step: Operation) -> None:
        file = self.files[self.names[step.name]]
        if step.what == "write":
            step = replace(step, offset=file.size if step.offset == APPENDED else step.offset)
            file.size = max(file.size, step.offset + len(step.data))
        else:
            file.size = max(file.size, step.offset) if step.what == "allocate" else step.offset
        file.pending.append(step)

    def _rename(self, *changes: tuple[str, int | None]) -> None:
        self.unsure.append(_Renaming(changes, {_folder(name) for name, _ in changes}))
        _settle(self.names, changes)

    def _sync(self, step: Operation) -> None:
        if step.name != "." and self.names[step.name] != FOLDER:
            file = self.files[self.names[step.name]]
            if step.what == "sync":
                file.pending = _synced(file)
                self._sync_names_of(_folder(step.name))
            else:
                chance = self.forgets
                file.pending = [each for each in file.pending if chance is not None and chance.random() < 0.5]
            return
        if step.what == "sync":
            self._sync_names_of(step.name)
            self._sync_folder(step.name)

    def _sync_names_of(self, folder: str) -> None:
        """Something in a folder was synced: with it the folder's own name, if it is new."""
        while folder != ".":
            for each in self.unsure:
                if each.changes == ((folder, FOLDER),):
                    each.folders.clear()
            folder = _folder(folder)
        self._sync_folder("")

    def _sync_folder(self, folder: str) -> None:
        kept: list[_Renaming] = []
        waiting: set[str] = set()
        for each in self.unsure:
            each.folders.discard(folder)
            names = {name for name, _ in each.changes}
            if each.folders or names & waiting:  # a later change of a name does not overtake an earlier one
                kept.append(each)
                waiting |= names
            else:
                _settle(self.lasting, each.changes)
        self.unsure = kept

    def after_cut(self, way: str, chance: random.Random) -> Image:
        """What is left where the power is cut now, in one of WAYS."""
        names = dict(self.lasting)
        likely = {"nothing": 0.0, "everything": 1.0}.get(way, 0.5)
        for each in self.unsure:
            if chance.random() < likely:
                _settle(names, each.changes)
        contents: dict[int, bytes] = {}
        image: dict[str, bytes | None] = {}
        for name in sorted(names):  # a folder before what lies in it
            if _folder(name) != "." and _folder(name) not in image:
                continue
            inode = names[name]
            if inode == FOLDER:
                image[name] = None
                continue
            if inode not in contents:
                contents[inode] = _left(self.files[inode], name, way, chance)
            image[name] = contents[inode]
        return image


def write_image(image: Image, folder: Path) -> None:
    """Make the files in an empty folder."""
    for name, content in image.items():
        if content is None:
            (folder / name).mkdir()
        else:
            (folder / name).write_bytes(content)


def read_image(folder: Path) -> Image:
    """The files in a folder, but for SQLite's shared memory."""
    found = sorted(each for each in folder.rglob("*") if not each.name.endswith("-shm"))
    return {
        each.relative_to(folder).as_posix(): None if each.is_dir() else each.read_bytes() for each in found
    }


def _folder(name: str) -> str:
    return str(PurePosixPath(name).parent)


def _settle(names: dict[str, int], changes: Iterable[tuple[str, int | None]]) -> None:
    for name, inode in changes:
        if inode is None:
            names.pop(name, None)
        else:
            names[name] = inode


def _synced(file: _File) -> list[Operation]:
    for step in file.pending:
        _apply(file.durable, step)
    return []


def _left(file: _File, name: str, way: str, chance: random.Random) -> bytes:
    content = bytearray(file.durable)
    for step in _arrived(file.pending, name, way, chance):
        _apply(content, step)
    return bytes(content)


def _arrived(pending: list[Operation], name: str, way: str, chance: random.Random) -> list[Operation]:
    """Which of a file's operations have arrived, in the order in which they did."""
    if not pending or way == "nothing":
        return []
    if way == "everything":
        return pending
    if way in PLAIN_WAYS:
        return pending if name.endswith("-wal") == (way == "the log alone") else []
    if way == "in order":
        first = chance.randrange(len(pending))
        return [*pending[:first], *_torn(pending[first], chance)]
    if way == "one missing":
        missing = chance.randrange(len(pending))
        return pending[:missing] + pending[missing + 1 :]
    steps = [each for each in pending if chance.random() < _KEPT]
    chance.shuffle(steps)
    return [part for each in steps for part in (_torn(each, chance) if chance.random() < _TORN else [each])]


def _apply(content: bytearray, step: Operation) -> None:
    if step.what == "truncate":
        del content[step.offset :]
    end = step.offset + len(step.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    content[step.offset : end] = step.data


def _torn(step: Operation, chance: random.Random) -> list[Operation]:
    """Some sectors of a write: those before a border, those behind it, or any."""
    if step.what != "write":
        return [step]
    end = step.offset + len(step.data)
    borders = [step.offset, *range(step.offset // SECTOR * SECTOR + SECTOR, end, SECTOR), end]
    sectors = [
        replace(step, offset=start, data=step.data[start - step.offset : stop - step.offset])
        for start, stop in pairwise(borders)
    ]
    how, border = chance.randrange(3), chance.randrange(len(sectors) + 1)
    if how == 0:
        return sectors[:border]
    return sectors[border:] if how == 1 else [each for each in sectors if chance.random() < 0.5]
