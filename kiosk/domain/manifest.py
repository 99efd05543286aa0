"""What the organiser signs about a fair pack."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the organiser signs about a pack."""

    fair: str
    version: int
    file_sha256: str
    content_sha256: str
    authority: str
    """Hex of the authority's Ed25519 public key."""
    expires: str
    """ISO date; after it no kiosk installs the pack."""
    sealed_key: str
    """Hex of the database's raw key, sealed to the venue."""
