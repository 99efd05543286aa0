"""At which printers of other kiosks badges can be printed, as those kiosks said themselves. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from kiosk.domain.badge import key_id
from kiosk.store import certificates, driver
from kiosk.store.presence import OTHERS

if TYPE_CHECKING:
    from kiosk.store.driver import Database

Offered = tuple[str, str, str, str, str, str]
"""Id, name and place (Chinese, English each), layout, as facts.PrintersOffered has them."""


@dataclass(frozen=True, slots=True)
class PrinterOffer:
    """The printers of one kiosk."""

    origin: bytes
    kiosk: str
    """Its id in the plan."""
    printers: tuple[Offered, ...]
    heard_ms: int
    """When there was word of it, by this kiosk's own clock."""


def offers(db: Database, fair: str, *, origin: bytes) -> tuple[PrinterOffer, ...]:
    """Every other kiosk of the fair that has printers, by its id; of each place the one that was heard last.

    Kiosks whose key was withdrawn are left out: what they print is taken nowhere.
    """
    withdrawn = certificates.withdrawals(db)
    latest: dict[str, PrinterOffer] = {}
    for other, kiosk, printers, heard_ms, key in driver.rows(db, _OFFERS, (origin, fair)):
        if key is not None and key_id(key) in withdrawn:
            continue
        offer = PrinterOffer(other, kiosk, msgspec.json.decode(printers, type=tuple[Offered, ...]), heard_ms)
        if kiosk not in latest or latest[kiosk].heard_ms < heard_ms:
            latest[kiosk] = offer
    return tuple(latest[kiosk] for kiosk in sorted(latest) if latest[kiosk].printers)


def kiosk_of(db: Database, origin: bytes) -> str:
    """The place of the kiosk with that origin, as it said itself; nothing where it never did."""
    found = driver.row(db, "SELECT kiosk FROM printer_offer WHERE origin = ?", (origin,))
    return found[0] if found else ""


def heard_ms(db: Database, origin: bytes) -> int | None:
    """When there was word of another kiosk; None where there never was."""
    found = driver.row(db, "SELECT at_ms FROM heard WHERE origin = ?", (origin,))
    return found[0] if found else None


_OFFERS = f"""
SELECT heard.origin, printer_offer.kiosk, printer_offer.printers, heard.at_ms,
    (SELECT key FROM signed_head WHERE signed_head.origin = heard.origin ORDER BY seq LIMIT 1)
FROM printer_offer JOIN heard ON heard.origin = printer_offer.origin
WHERE {OTHERS} AND printer_offer.fair = ?2
ORDER BY heard.origin
"""  # noqa: S608
