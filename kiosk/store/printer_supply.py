"""How many labels lie in this kiosk's printers: as staff said when they loaded them, counted down since.

This kiosk's own; no fact, for nobody else needs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.store import driver

if TYPE_CHECKING:
    from kiosk.store.driver import Database


def load(db: Database, printer: str, labels: int) -> None:
    """So many labels lie in a printer now; 0 or fewer: nobody knows. Inside a transaction."""
    if labels > 0:
        db.conn.execute(
            "INSERT INTO printer_supply VALUES (?, ?) "
            "ON CONFLICT (printer) DO UPDATE SET labels = excluded.labels",
            (printer, labels),
        )
    else:
        db.conn.execute("DELETE FROM printer_supply WHERE printer = ?", (printer,))


def used(db: Database, printer: str, labels: int = 1) -> None:
    """So many came out; it never goes below none. Inside a transaction."""
    db.conn.execute(
        "UPDATE printer_supply SET labels = max(0, labels - ?) WHERE printer = ?", (labels, printer)
    )


def left(db: Database, printer: str) -> int | None:
    """Labels that are left, or None where nobody said how many were loaded."""
    found = driver.row(db, "SELECT labels FROM printer_supply WHERE printer = ?", (printer,))
    return found[0] if found else None
