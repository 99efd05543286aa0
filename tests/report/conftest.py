"""The services' kiosks, as their own tests have them."""

from tests.services.conftest import codes, east, kiosk_at, pack

__all__ = ["codes", "east", "kiosk_at", "pack"]
