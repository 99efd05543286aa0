"""One process at a time works a store's print queue; the system takes the hold back from one that died.

A job that is found on its way belongs to a process that is gone, or to this one: whoever has the hold may ask
the printer what became of it, and nobody prints what another is just printing.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

_held: dict[Path, int] = {}
"""File handles by lock file: services that are opened anew in one process go on with its hold."""


@dataclass(slots=True)
class Hold:
    """The hold on one store's queue, or on its batches."""

    store: Path
    what: str = "printing"
    _mine: bool = field(default=False, init=False)

    @property
    def path(self) -> Path:
        """The lock file: empty, beside the store."""
        return self.store.with_name(f"{self.store.name}-{self.what}")

    def take(self) -> bool:
        """Whether this process has the hold now. OSError where the file cannot be made."""
        if self._mine:
            return True
        if self.path not in _held:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            if not _lock(handle):
                os.close(handle)
                return False
            _held[self.path] = handle
        self._mine = True
        return True

    def let_go(self) -> None:
        """Leave the queue to others. Not while something is on its way to a printer."""
        if self._mine:
            self._mine = False
            os.close(_held.pop(self.path))


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
