"""One process at a time works a store's print queue; the system takes the hold back from one that died.

A job that is found on its way belongs to a process that is gone, or to this one: whoever has the hold may ask
the printer what became of it, and nobody prints what another is just printing.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class _Held:
    """A lock that this process has."""

    handle: int
    owner: Hold | None
    """None: it left the lock for whoever comes next in this process."""


_held: dict[Path, _Held] = {}


@dataclass(slots=True, eq=False)
class Hold:
    """The hold on one store's queue, or on its batches."""

    store: Path
    what: str = "printing"

    @property
    def path(self) -> Path:
        """The lock file: empty, beside the store."""
        return self.store.with_name(f"{self.store.name}-{self.what}")

    def take(self) -> bool:
        """Whether the hold is this one's now. OSError where the file cannot be made."""
        held = _held.get(self.path)
        if held is not None:
            held.owner = held.owner or self
            return held.owner is self
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _lock(handle):
            os.close(handle)
            return False
        _held[self.path] = _Held(handle, self)
        return True

    def let_go(self) -> None:
        """Leave it to others. Not while something is on its way to a printer."""
        held = _held.get(self.path)
        if held is not None and held.owner is self:
            os.close(_held.pop(self.path).handle)

    def leave(self) -> None:
        """Leave it to the next in this process; other processes get it when this one ends."""
        held = _held.get(self.path)
        if held is not None and held.owner is self:
            held.owner = None


def _lock(handle: int) -> bool:
    """Lock an open file alone, without waiting; the system unlocks it when the process ends or dies."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  (the system's own)

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl  # noqa: PLC0415  (the system's own)

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
