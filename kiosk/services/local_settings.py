"""What staff may change at this kiosk, kept in its kiosk.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from kiosk.domain import facts
from kiosk.domain.counted import counted, number_text
from kiosk.domain.staff_duties import Act
from kiosk.domain.words import Words
from kiosk.services.duty import require
from kiosk.services.values import LocalStanding, LocalValues

if TYPE_CHECKING:
    from kiosk.domain.floorplan import KioskPlace
    from kiosk.services.fair_day import Standing
    from kiosk.services.gate import Gate

TABLE = "window"
"""Where kiosk.toml has LocalValues, under the same names."""

Keep = Callable[[str, Mapping[str, str | bool | int | float]], None]
"""Writes settings into a table of kiosk.toml, or above all of them (""); raises a fault with words where that
cannot be done. As kiosk.config.keep."""


@dataclass(slots=True)
class LocalSettings:
    """Reads and changes this kiosk's own settings. All calls come from the store's thread."""

    gate: Gate
    place: KioskPlace
    standing: Standing
    version: str
    values: LocalValues
    keep: Keep

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

    def change(self, values: LocalValues, by: str) -> LocalStanding:
        """Keep other values, and a fact for each that is another; what could not be written is not taken
        over."""
        require(self.gate.fair, by, Act.SETTINGS)
        before, wanted = asdict(self.values), asdict(values)
        changed = {name: value for name, value in wanted.items() if value != before[name]}
        self.keep(TABLE, changed)
        self.values = values
        record(self.gate, {f"{TABLE}.{name}": value for name, value in changed.items()}, by)
        return self.now()

    def turned(self, what: str, percent: int, by: str) -> None:
        """The machine was made louder or brighter (volume, brightness); it keeps that itself."""
        record(self.gate, {f"machine.{what}": percent}, by)


def record(gate: Gate, changed: Mapping[str, object], by: str) -> None:
    """A fact for each setting that was changed, by its name in kiosk.toml with its table."""
    with gate.store.transaction():
        for setting, value in changed.items():
            text = str(value).lower() if isinstance(value, bool) else str(value)
            gate.store.journal.append(facts.SettingChanged(setting, text, by), now_ms=gate.clock.now_ms())
