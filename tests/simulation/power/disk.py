"""A disk that loses its power: what may be left of what was written.

The model, as bad as ext4 and a drive with a volatile cache may be: what was synced stands. Of what was
written to a file since its last sync any part may have arrived, in any order, each write whole, torn at
sectors of 512 bytes, or not at all; so may its changes of length. A new name, a link and a removed name last
once their folder was synced; a new file's name also once the file itself was; before that each may have
arrived or not. The shared-memory file (-shm) is never needed: SQLite makes it anew.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

from tests.simulation.power.trace import Operation

SECTOR = 512


@dataclass
class _File:
    durable: bytearray = field(default_factory=bytearray)
    pending: list[Operation] = field(default_factory=list)


@dataclass
class Disk:
    """Files by inode, names that last and names that may not."""

    files: list[_File] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    """As the running system sees them."""
    lasting: dict[str, int] = field(default_factory=dict)
    """As they stand after a power cut, whatever else is lost."""
    unsure: list[tuple[str, int | None]] = field(default_factory=list)
    """Names that were made (an inode) or removed (None) since their folder was synced."""

    def do(self, step: Operation) -> None:
        """One operation of the recording."""
        if step.name.endswith("-shm"):
            return
        if step.what == "create":
            if step.name not in self.names:
                self.files.append(_File())
                self._name(step.name, len(self.files) - 1)
        elif step.what in {"write", "truncate"}:
            self.files[self.names[step.name]].pending.append(step)
        elif step.what == "link":
            self._name(step.other, self.names[step.name])
        elif step.what == "unlink":
            self.names.pop(step.name)
            self.unsure.append((step.name, None))
        elif step.what == "sync":
            self._sync(step.name)

    def _name(self, name: str, inode: int) -> None:
        self.names[name] = inode
        self.unsure.append((name, inode))

    def _sync(self, name: str) -> None:
        if name == ".":
            for changed, inode in self.unsure:
                self._settle(self.lasting, changed, inode)
            self.unsure.clear()
            return
        inode = self.names[name]
        file = self.files[inode]
        for step in file.pending:
            _apply(file.durable, step)
        file.pending.clear()
        kept = []
        for changed, other in self.unsure:  # a new file's own name lasts with it
            if other == inode and changed == name:
                self._settle(self.lasting, changed, other)
            else:
                kept.append((changed, other))
        self.unsure = kept

    @staticmethod
    def _settle(names: dict[str, int], name: str, inode: int | None) -> None:
        if inode is None:
            names.pop(name, None)
        else:
            names[name] = inode

    def after_cut(self, folder: Path, way: str, chance: random.Random) -> None:
        """Write what is left into `folder`. `way`: nothing, everything or some of what was unsure."""
        names = dict(self.lasting)
        for name, inode in self.unsure:
            if way == "everything" or (way == "some" and chance.random() < 0.5):
                self._settle(names, name, inode)
        contents: dict[int, bytearray] = {}
        for name, inode in names.items():
            if inode not in contents:
                contents[inode] = self._content(self.files[inode], way, chance)
            (folder / name).write_bytes(contents[inode])

    @staticmethod
    def _content(file: _File, way: str, chance: random.Random) -> bytearray:
        content = bytearray(file.durable)
        if way == "nothing":
            return content
        steps = list(file.pending)
        if way == "some":
            steps = [each for each in steps if chance.random() < 0.7]
            chance.shuffle(steps)
            steps = [_torn(each, chance) if chance.random() < 0.3 else each for each in steps]
        for step in steps:
            _apply(content, step)
        return content


def _apply(content: bytearray, step: Operation) -> None:
    if step.what == "truncate":
        del content[step.offset :]
        content.extend(bytes(step.offset - len(content)))
        return
    end = step.offset + len(step.data)
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    content[step.offset : end] = step.data


def _torn(step: Operation, chance: random.Random) -> Operation:
    """Some sectors of a write: those before a border, those behind it, or any."""
    if step.what != "write" or len(step.data) <= SECTOR:
        return step
    border = chance.randrange(1, (step.offset + len(step.data)) // SECTOR - step.offset // SECTOR + 1)
    cut = min(len(step.data), (step.offset // SECTOR + border) * SECTOR - step.offset)
    if chance.random() < 0.5:
        return Operation("write", step.name, step.offset, step.data[:cut])
    return Operation("write", step.name, step.offset + cut, step.data[cut:])
