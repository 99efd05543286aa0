"""Whether this kiosk may be switched off, and the record that it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain import facts, keeper_words
from kiosk.domain.staff_duties import Act
from kiosk.domain.words import Words
from kiosk.services.duty import require
from kiosk.store import batches

if TYPE_CHECKING:
    from kiosk.services.gate import Gate
    from kiosk.services.peers import Peers
    from kiosk.services.printing.queue import PrintQueue
    from kiosk.services.upkeep import StorageStanding


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know before switching off."""

    level: str
    """admit (all is well), notice, refuse (better not now)."""
    title: Words
    detail: Words | None = None


@dataclass(frozen=True, slots=True)
class ShutDownStanding:
    """What is to be known, the most harmful first."""

    remarks: tuple[Remark, ...]
    only_here: int
    """Facts that are nowhere else."""

    @property
    def level(self) -> str:
        """The most harmful of them."""
        return self.remarks[0].level


@dataclass(frozen=True, slots=True)
class ShutDown:
    """Store's thread."""

    gate: Gate
    queue: PrintQueue
    peers: Peers
    storage: Callable[[], StorageStanding]

    def standing(self) -> ShutDownStanding:
        """How it stands now."""
        sync = self.peers.standing()
        found = [*self._sync(sync.only_here, sync.state), *self._printing(), *self._stick(), self._backup()]
        return ShutDownStanding(
            tuple(sorted(found, key=lambda each: _HARM.index(each.level))), sync.only_here
        )

    def permit(self, by: str) -> None:
        """NotTheirs where it is not that member of staff's to do."""
        require(self.gate.fair, by, Act.SHUT_DOWN)

    def record(self, again: bool, by: str) -> None:
        """That this kiosk is shut down, or started again; before the store is closed. `by` is empty where the
        machine itself ends it (its power button, its supervisor)."""
        with self.gate.store.transaction():
            body = facts.KioskShutDown(again, by)
            self.gate.store.journal.append(body, now_ms=self.gate.clock.now_ms())

    def _sync(self, only_here: int, state: str) -> list[Remark]:
        if state == "off":
            return [Remark("notice", keeper_words.ALONE)]
        if only_here == 0:
            return [Remark("admit", keeper_words.ALL_ELSEWHERE)]
        return [Remark("refuse", keeper_words.only_here(only_here), keeper_words.ONLY_HERE_HOW)]

    def _printing(self) -> list[Remark]:
        found = []
        waiting = self.queue.standing().waiting_count
        if waiting:
            found.append(Remark("notice", keeper_words.prints_waiting(waiting), keeper_words.PRINTS_HOW))
        store = self.gate.store
        if any(
            each.ended is None and each.origin == store.journal.origin
            for each in batches.batches(store.db, self.gate.fair.id)
        ):
            found.append(Remark("notice", keeper_words.BATCH, keeper_words.BATCH_HOW))
        return found

    def _stick(self) -> list[Remark]:
        if not 0 < self.peers.share < 1:
            return []
        return [Remark("refuse", keeper_words.STICK, keeper_words.STICK_HOW)]

    def _backup(self) -> Remark:
        standing = self.storage()
        minutes = None
        if standing.last_backup_ms is not None:
            minutes = max(0, (standing.now_ms - standing.last_backup_ms) // 60_000)
        title, detail = keeper_words.backed_up(minutes, standing.backup_fault)
        return Remark("notice" if standing.backup_fault is not None else "admit", title, detail)


_HARM = ("refuse", "notice", "admit")
