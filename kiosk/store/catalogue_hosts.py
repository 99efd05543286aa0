"""Who hosts which stall, out of a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind
from kiosk.domain.words import Words
from kiosk.store import driver
from kiosk.store.faults import StoreFault, StoreFaultKind

if TYPE_CHECKING:
    from kiosk.store.driver import Database


class _Host(msgspec.Struct, frozen=True):
    """What is read of an exhibitor where its offers do not matter: most of its text is passed over."""

    id: int
    kind: ExhibitorKind
    name: Words
    stalls: tuple[str, ...] = ()
    zone: str = ""


def hosts(db: Database) -> tuple[Exhibitor, ...]:
    """All exhibitors in the pack's order: id, kind, name, stalls, zone."""
    values = driver.rows(db, "SELECT value FROM exhibitor ORDER BY position")
    decoder = msgspec.json.Decoder(_Host)
    try:
        found = [decoder.decode(value) for (value,) in values]
    except msgspec.MsgspecError as error:
        raise StoreFault(StoreFaultKind.DAMAGED, "exhibitor") from error
    return tuple(Exhibitor(each.id, each.kind, each.name, each.stalls, each.zone) for each in found)
