"""A stick as a disk: every system call that reads or changes one goes through here.

A stick is somebody else's disk, and may be pulled out between any two calls. So what is asked of it is
bounded,
links are not followed, nothing is opened that may not end, and nothing is cached. A simulation stands in for
`StickDisk` and stops at any call (tests/sync/stick).
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

MOST_ENTRIES = 20_000
"""Of one folder that are looked at."""
CHUNK_BYTES = 1024 * 1024
_PLAIN_ONLY: int = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_BINARY: int = getattr(os, "O_BINARY", 0)
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF}
"""What file systems in user space say that cannot sync a folder."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or folder in a folder of a stick."""

    name: str
    is_folder: bool
    size_bytes: int


class Disk(Protocol):
    """What is done with a stick. Names are relative to it, with slashes. Everything may raise OSError."""

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """What lies in a folder, at most MOST_ENTRIES, without links, pipes and devices, by name."""
        ...

    def read(self, name: str) -> Iterator[bytes]:
        """A plain file's bytes, at most CHUNK_BYTES at a time, from the stick itself and from no cache."""
        ...

    def free_bytes(self) -> int:
        """Room that is left."""
        ...

    def make_folder(self, name: str) -> None:
        """A new folder."""
        ...

    def create(self, name: str) -> int:
        """A new file, open for writing."""
        ...

    def write(self, handle: int, data: bytes) -> None:
        """All of it, at the end of an open file."""
        ...

    def sync(self, handle: int) -> None:
        """What was written lasts."""
        ...

    def close(self, handle: int) -> None:
        """Close an open file."""
        ...

    def rename(self, old: str, new: str) -> None:
        """Give a file or folder a name that is free."""
        ...

    def sync_folder(self, name: str) -> None:
        """The names in a folder last; "" is the stick itself."""
        ...

    def remove(self, name: str) -> None:
        """Remove a file."""
        ...


class StickDisk:
    """The stick whose file system is mounted at `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def name(self) -> str:
        """What staff know it by."""
        return "".join(each for each in self.root.resolve().name if each.isprintable())[:60] or str(self.root)

    @property
    def device(self) -> int:
        """Which disk it is on."""
        return self.root.stat().st_dev

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """As of Disk."""
        found: list[Entry] = []
        path = self._inside(folder)
        with os.scandir(path) as entries:
            for entry in entries:
                if len(found) >= MOST_ENTRIES:
                    break
                about = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode):
                    found.append(Entry(entry.name, stat.S_ISDIR(about.st_mode), about.st_size))
        return tuple(sorted(found, key=lambda each: each.name))

    def read(self, name: str) -> Iterator[bytes]:
        """As of Disk."""
        handle = os.open(self._inside(name), os.O_RDONLY | _PLAIN_ONLY | _BINARY)
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise OSError(errno.EINVAL, "not a plain file")
            if sys.platform == "linux":  # what was just written would be read from memory
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            while chunk := os.read(handle, CHUNK_BYTES):
                yield chunk
        finally:
            os.close(handle)

    def free_bytes(self) -> int:
        """As of Disk."""
        usage = shutil.disk_usage(self.root)
        return usage.free if usage.total else sys.maxsize  # a file system that does not say

    def make_folder(self, name: str) -> None:
        """As of Disk."""
        self._inside(name).mkdir()

    def create(self, name: str) -> int:
        """As of Disk."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN_ONLY | _BINARY
        return os.open(self._inside(name), flags, 0o644)

    def write(self, handle: int, data: bytes) -> None:
        """As of Disk."""
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]

    def sync(self, handle: int) -> None:
        """As of Disk."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """As of Disk."""
        os.close(handle)

    def rename(self, old: str, new: str) -> None:
        """As of Disk."""
        self._inside(old).rename(self._inside(new))

    def sync_folder(self, name: str) -> None:
        """As of Disk. Windows makes a rename last by itself."""
        if os.name != "posix":
            return
        handle = os.open(self._inside(name), os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as fault:
            if fault.errno not in _NO_FOLDER_SYNC:
                raise
            os.sync()
        finally:
            os.close(handle)

    def remove(self, name: str) -> None:
        """As of Disk."""
        self._inside(name).unlink()

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Whether nobody else on this machine works on the stick; nobody else may until it ends."""
        if sys.platform == "win32":
            yield True
            return
        import fcntl  # noqa: PLC0415

        handle = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        except OSError:  # a file system without locks
            yield True
        else:
            yield True
        finally:
            os.close(handle)

    def _inside(self, name: str) -> Path:
        """The path of a name, which leads over no link. OSError(ELOOP) where it would."""
        path = self.root
        for part in name.split("/") if name else ():
            path = path / part
            if path.is_symlink():
                raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        return path
