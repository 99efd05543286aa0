"""Two kiosks hear of each other, as the courier lets them: all that one knows is received by the other."""

from __future__ import annotations

from typing import Any

from kiosk.store import peers


def hear(to: Any, *of: Any) -> None:
    """A kiosk's services (a Bench) hear all that others know; nobody hears of it in turn."""
    for each in of:
        journal = each.gate.store.journal
        personals = {}
        for origin, last in journal.origins().items():
            personals |= journal.personals(origin, 1, last)
        now_ms = to.clock.now_ms()
        with to.gate.store.transaction():
            to.gate.store.journal.receive(list(journal.facts()), personals, now_ms=now_ms)
            peers.heard(to.gate.store.db, {journal.origin: now_ms}, now_ms)


def exchange(*benches: Any) -> None:
    """Every kiosk hears all that the others know."""
    for to in benches:
        hear(to, *(each for each in benches if each is not to))
