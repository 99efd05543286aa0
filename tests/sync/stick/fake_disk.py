"""A stick in memory that may be pulled out, or lose its power, at any call.

What is left then is what tests/simulation/power says a bad disk may leave: what was not synced may have
arrived
or not, in part, in any order; a name that was made or changed lasts once its folder was synced.
"""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.sync.stick.disk import CHUNK_BYTES, Entry
from tests.simulation.power.disk import FOLDER, Disk, Image, _Renaming
from tests.simulation.power.trace import APPENDED, Operation

LAST_NAME = "the last name alone"
"""Of all that was not synced."""


@dataclass
class FakeDisk:
    """`kiosk.sync.stick.disk.Disk`. `stops_at` is the number of the changing call at which it is pulled out:
    before it does anything."""

    image: Image = field(default_factory=dict)
    stops_at: int = -1
    stops_reading_at: int = -1
    says: int = errno.EIO
    room_bytes: int = 1 << 40
    calls: int = 0
    reads: int = 0

    def __post_init__(self) -> None:
        self.disk = Disk.of(dict(self.image))
        self.now: dict[str, bytearray | None] = {
            name: None if content is None else bytearray(content) for name, content in self.image.items()
        }
        self.handles: dict[int, str] = {}
        self.pulled = False

    # --- what a test does with it

    def left(self, way: str, chance: random.Random) -> Image:
        """What is on it after it was pulled out; LAST_NAME is the worst for what is to come last."""
        if way != LAST_NAME:
            return self.disk.after_cut(way, chance)
        lasting = self.disk.lasting
        self.disk.lasting = dict(lasting)
        for each in self.disk.unsure[-1:]:
            for name, inode in each.changes:
                if inode is None:
                    self.disk.lasting.pop(name, None)
                else:
                    self.disk.lasting[name] = inode
        image = self.disk.after_cut("nothing", chance)
        self.disk.lasting = lasting
        return image

    def plain(self) -> dict[str, bytes | None]:
        """All of it, as the running system sees it."""
        return {name: None if data is None else bytes(data) for name, data in self.now.items()}

    # --- Disk

    def entries(self, folder: str) -> tuple[Entry, ...]:
        self._read()
        if folder and self.now.get(folder, b"") is not None:
            raise self._fault(errno.ENOENT if folder not in self.now else errno.ENOTDIR)
        begins = f"{folder}/" if folder else ""
        names = [each for each in self.now if each.startswith(begins) and "/" not in each[len(begins) :]]
        return tuple(
            Entry(each[len(begins) :], self.now[each] is None, len(self.now[each] or b""))
            for each in sorted(names)
        )

    def read(self, name: str) -> Iterator[bytes]:
        self._read()
        data = self.now.get(name, b"")
        if name not in self.now:
            raise self._fault(errno.ENOENT)
        if data is None:
            raise self._fault(errno.EISDIR)
        for at in range(0, len(data), CHUNK_BYTES):
            yield bytes(data[at : at + CHUNK_BYTES])

    def free_bytes(self) -> int:
        return self.room_bytes

    def make_folder(self, name: str) -> None:
        self._step()
        if name in self.now:
            raise self._fault(errno.EEXIST)
        self._need_parent(name)
        self.now[name] = None
        self.disk.do(Operation("mkdir", name))

    def create(self, name: str) -> int:
        self._step()
        if name in self.now:
            raise self._fault(errno.EEXIST)
        self._need_parent(name)
        self.now[name] = bytearray()
        self.disk.do(Operation("create", name))
        handle = len(self.handles) + 3
        self.handles[handle] = name
        return handle

    def write(self, handle: int, data: bytes) -> None:
        self._step()
        name = self.handles[handle]
        if len(data) > self.room_bytes:
            raise self._fault(errno.ENOSPC)
        self.room_bytes -= len(data)
        content = self.now[name]
        assert content is not None
        content += data
        self.disk.do(Operation("write", name, APPENDED, data))

    def sync(self, handle: int) -> None:
        self._step()
        self.disk.do(Operation("sync", self.handles[handle]))

    def close(self, handle: int) -> None:
        self.handles[handle] = ""

    def rename(self, old: str, new: str) -> None:
        self._step()
        assert new not in self.now, "on FAT a rename onto an existing name may lose both"
        if old not in self.now:
            raise self._fault(errno.ENOENT)
        moved = [each for each in self.now if each == old or each.startswith(f"{old}/")]
        for each in moved:
            self.now[new + each[len(old) :]] = self.now.pop(each)
        above = old.rpartition("/")[0] or "."
        changes: list[tuple[str, int | None]] = []
        for each in moved:
            changes += [(each, None), (new + each[len(old) :], self.disk.names[each])]
        self.disk.unsure.append(_Renaming(tuple(changes), {above}))
        for name, inode in changes:
            if inode is None:
                self.disk.names.pop(name, None)
            else:
                self.disk.names[name] = inode

    def sync_folder(self, name: str) -> None:
        self._step()
        assert not name or self.now.get(name, b"") is None
        self.disk.do(Operation("sync", name or "."))

    def remove(self, name: str) -> None:
        self._step()
        if name not in self.now:
            raise self._fault(errno.ENOENT)
        if self.now[name] is None:
            raise self._fault(errno.EISDIR)
        del self.now[name]
        self.disk.do(Operation("unlink", name))

    def _need_parent(self, name: str) -> None:
        above = name.rpartition("/")[0]
        if above and self.now.get(above, b"") is not None:
            raise self._fault(errno.ENOENT if above not in self.now else errno.ENOTDIR)

    def _step(self) -> None:
        """One call that changes something."""
        if self.calls == self.stops_at:
            self.pulled = True
        if self.pulled:
            raise self._fault(self.says)
        self.calls += 1

    def _read(self) -> None:
        if self.reads == self.stops_reading_at:
            self.pulled = True
        if self.pulled:
            raise self._fault(self.says)
        self.reads += 1

    def _fault(self, number: int) -> OSError:
        return OSError(number, os.strerror(number))


assert FOLDER == -1
