"""Whose word counts: the machines that the venue's authority has certified, less those that were
withdrawn."""

from __future__ import annotations

from typing import Protocol


class Trust(Protocol):
    """Asked before anything is taken in; keys.venue.VenueKeys with what the store knows is the real one."""

    def name_of(self, key: bytes) -> str | None:
        """Who holds this Ed25519 key, as its certificate says; None where the authority has not certified
        it."""
        ...

    def role_of(self, key: bytes) -> str:
        """kiosk, hub or organiser; nothing for an unknown key."""
        ...

    def is_withdrawn(self, key: bytes) -> bool:
        """Whether staff have withdrawn it: its machine is not talked to any more."""
        ...

    def refresh(self) -> None:
        """Certificates or withdrawals have come: read them again."""
        ...
