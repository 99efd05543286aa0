"""What kiosk.toml says of keys."""

from __future__ import annotations

import msgspec


class KeySettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where this kiosk's keys are kept."""

    provider: str = "file"
    """file (samples only), passphrase or systemd."""
    path: str = ""
    """The key file; `keys.json` beside the store if empty."""
    credential: str = "kiosk-keys"
    """Name of the systemd credential."""
