"""What kiosk.toml says of other kiosks."""

from __future__ import annotations

from typing import Annotated

import msgspec

PORT = 47615


class SyncSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who this kiosk talks to: `[sync]` of kiosk.toml."""

    on: bool = True
    """Whether a courier runs beside the kiosk."""
    peers: tuple[str, ...] = ()
    """Addresses of hub and kiosks that are not found by themselves: `192.0.2.7` or `hub.local:47615`."""
    discover: bool = True
    """Whether others are looked for, and this machine announced, by zeroconf (mDNS)."""
    listen: bool = True
    """Whether others may connect to this machine."""
    address: str = ""
    """The address to listen at; all of this machine's if empty."""
    port: Annotated[int, msgspec.Meta(ge=0, le=65535)] = PORT
    """0: any free one, for tests."""
