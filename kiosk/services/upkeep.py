"""What a running kiosk does by itself for its store: a backup every hour, and the ballast when there is room.

On a thread of its own, which nobody waits for.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.words import Words
from kiosk.store import backup, ballast
from kiosk.store.faults import FAULT_WORDS, StoreFault, StoreFaultKind

if TYPE_CHECKING:
    from kiosk.store.ballast import BallastState

EVERY_S = 3600
AGAIN_S = 600
"""After one that failed."""


@dataclass(frozen=True, slots=True)
class StorageStanding:
    """The disk and the backups, as staff should know them."""

    ballast: BallastState
    """`given_up`: the disk is nearly full, and what is left is for scans. Free some space."""
    free_bytes: int
    last_backup_ms: int | None
    """When the last backup was made, milliseconds since 1970."""
    backup_fault: Words | None
    """Why the last one failed, until one succeeds."""
    now_ms: int = 0
    """By the same clock as that."""


@dataclass(slots=True)
class Upkeep:
    """Keeps backups of one store. `tick` belongs to one thread; `standing` may be asked from any."""

    store: Path
    key: bytes = field(repr=False)
    folder: Path
    kiosk: str
    seal: backup.Seal
    now_ms: Callable[[], int]
    sign: Callable[[], None] = lambda: None
    """Signs the journal up to here, before each backup. StoreFault where the store fails."""
    monotonic_s: Callable[[], float] = time.monotonic
    _last_ms: int | None = None
    _fault: Words | None = None
    _next_s: float | None = None

    def tick(self) -> None:
        """Do what is due. Cheap where nothing is; call it once a minute."""
        ballast.make(self.store)
        try:
            if self._next_s is None:
                self._begin()
            if self._next_s is not None and self.monotonic_s() >= self._next_s:
                self._back_up()
        except (StoreFault, OSError) as fault:
            words = fault.words if isinstance(fault, StoreFault) else FAULT_WORDS[StoreFaultKind.NOT_WRITABLE]
            self._fault, self._next_s = words, self.monotonic_s() + AGAIN_S

    def standing(self) -> StorageStanding:
        """How it stands; reads no more than the disk's free room."""
        return StorageStanding(
            ballast=ballast.state(self.store),
            free_bytes=ballast.free_bytes(self.store),
            last_backup_ms=self._last_ms,
            backup_fault=self._fault,
            now_ms=self.now_ms(),
        )

    def finish(self) -> None:
        """A last backup before the kiosk is shut down, whatever the hour; why it failed stands in
        `standing`."""
        self._next_s = self.monotonic_s()
        self.tick()

    def _begin(self) -> None:
        """Due an hour after the last one of an earlier run; one that is dated in the future is no guide."""
        made = [each.manifest.made_ms for each in backup.backups(self.folder)]
        self._last_ms = max(made, default=None)
        age_s = (self.now_ms() - self._last_ms) / 1000 if self._last_ms is not None else EVERY_S
        self._next_s = self.monotonic_s() + (EVERY_S - age_s if 0 <= age_s < EVERY_S else 0)

    def _back_up(self) -> None:
        self.sign()
        made = backup.make(
            self.store,
            self.key,
            self.folder,
            kiosk=self.kiosk,
            seal=self.seal,
            now_ms=self.now_ms(),
        )
        self._last_ms, self._fault = made.manifest.made_ms, None
        self._next_s = self.monotonic_s() + EVERY_S
