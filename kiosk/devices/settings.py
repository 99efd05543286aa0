"""What kiosk.toml says of devices."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    """Which printer. On a sample fair nothing chosen means the folder `prints` beside the store."""

    kind: str = ""
    """"folder", or nothing."""
    folder: str = ""
