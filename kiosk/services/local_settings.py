"""What staff may change at this kiosk, kept in its kiosk.toml."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.counted import counted, number_text
from kiosk.domain.fair import Words
from kiosk.services.values import LocalStanding, LocalValues

if TYPE_CHECKING:
    from kiosk.domain.floorplan import KioskPlace
    from kiosk.services.fair_day import Standing
    from kiosk.services.gate import Gate


@dataclass(slots=True)
class LocalSettings:
    """Reads and changes this kiosk's own settings. All calls come from the store's thread."""

    gate: Gate
    place: KioskPlace
    standing: Standing
    version: str
    values: LocalValues
    keep: Callable[[LocalValues], None]
    """Writes them to kiosk.toml; raises a fault with words where that cannot be done."""

    def now(self) -> LocalStanding:
        """What holds now, and what this kiosk is."""
        journal = self.gate.store.journal
        seq = journal.origins().get(journal.origin, 0)
        gates = {gate.id: gate.name for gate in self.gate.fair.gates}
        return LocalStanding(
            values=self.values,
            place=self.place.name,
            gate=gates.get(self.place.gate, Words(self.place.gate, self.place.gate)),
            kiosk=journal.origin.hex()[:8],
            keys=self.standing.keys,
            clock=self.standing.clock,
            journal=Words(f"{number_text(seq)} 条，全部在本机", f"{counted(seq, 'fact')}, all on this kiosk"),
            version=self.version,
        )

    def change(self, values: LocalValues) -> LocalStanding:
        """Keep other values; what could not be written is not taken over."""
        self.keep(values)
        self.values = values
        return self.now()
