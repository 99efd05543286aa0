"""What kiosk.toml says of keys."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeySettings:
    """Where this kiosk's keys are kept."""

    provider: str = "file"
    """file (samples only), passphrase or systemd."""
    path: str = ""
    """The key file; `keys.json` beside the store if empty."""
    credential: str = "kiosk-keys"
    """Name of the systemd credential."""
