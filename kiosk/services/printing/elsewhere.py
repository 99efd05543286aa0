"""Other kiosks' printers: what they offer, how long ago they were heard; and what this kiosk offers them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.domain import facts
from kiosk.domain.known_words import span_words
from kiosk.domain.words import Words
from kiosk.services.printing.values import PrintPlace
from kiosk.store import printer_offers

if TYPE_CHECKING:
    from kiosk.services.gate import Gate
    from kiosk.services.printing.outlet import Outlet

UNNAMED = Words("另一台机器", "another kiosk")
GONE = timedelta(hours=2)
"""A kiosk that was not heard for so long is not offered."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """All calls come from the one thread that owns the store."""

    gate: Gate
    names: Mapping[str, Words]
    """Of the kiosks, by their ids in the plan."""

    def offer(self, kiosk: str, outlets: Sequence[Outlet]) -> None:
        """Say at which printers others may print here, where that is not what was said last."""
        printers = tuple(
            (each.id, each.name.zh, each.name.en, each.place.zh, each.place.en, each.layout)
            for each in outlets
        )
        store = self.gate.store
        said = store.journal.latest(facts.PrintersOffered)
        body = facts.PrintersOffered(self.gate.fair.id, kiosk, printers)
        if said == body or (said is None and not printers):
            return
        with store.transaction():
            store.journal.append(body, now_ms=self.gate.clock.now_ms())

    def places(self) -> tuple[PrintPlace, ...]:
        """The other kiosks at which can be printed now, by their ids; those that were heard today."""
        store = self.gate.store
        found = printer_offers.offers(store.db, self.gate.fair.id, origin=store.origin)
        places = (
            PrintPlace(
                each.origin,
                self.names.get(each.kiosk, Words(each.kiosk, each.kiosk)),
                tuple(Words(zh, en) for _, _, _, zh, en, _ in each.printers),
                self._since(each.heard_ms),
            )
            for each in found
        )
        return tuple(each for each in places if each.heard < GONE)

    def name_of(self, origin: bytes) -> Words:
        """What the kiosk with that origin is called."""
        kiosk = printer_offers.kiosk_of(self.gate.store.db, origin)
        return self.names.get(kiosk, Words(kiosk, kiosk)) if kiosk else UNNAMED

    def heard(self, origin: bytes) -> timedelta | None:
        """How long ago there was word of it; None where there never was."""
        at_ms = printer_offers.heard_ms(self.gate.store.db, origin)
        return self._since(at_ms) if at_ms is not None else None

    def sent_words(self, origin: bytes) -> Words:
        """That a badge was sent there, and how fresh what is known of that kiosk is."""
        name, heard = self.name_of(origin), self.heard(origin)
        if heard is None:
            return Words(f"已交给{name.zh}打印", f"Sent to {name.of('en')} to be printed.")
        span = span_words(heard)
        return Words(
            f"已交给{name.zh}打印（{span.zh}前有消息）",
            f"Sent to {name.of('en')} to be printed (last heard {span.en} ago).",
        )

    def _since(self, at_ms: int) -> timedelta:
        return timedelta(milliseconds=max(0, self.gate.clock.now_ms() - at_ms))
