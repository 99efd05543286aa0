"""What kiosk.toml says of devices."""

from __future__ import annotations

import msgspec


class PrinterSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which printer. On a sample fair nothing chosen means the folder `prints` beside the store."""

    kind: str = ""
    """"folder", or nothing."""
    folder: str = ""
