"""Installing a fair pack from a stick: what there is, what it would change, and doing it.

A job that does not get on is left behind (services.stick_patience): whatever it still does ends at its next
step, before anything is swapped in.
"""

from __future__ import annotations

from typing import Protocol

from kiosk.domain.pack_offer import STICK_SILENT, PackLook, PackOffer, PackOffers, PackOutcome
from kiosk.services.stick_patience import Patience, Progress

PATIENCE_S = 20.0
"""Without any step forward; a worn stick pauses for some seconds."""


class Source(Protocol):
    """What is done with sticks: pack.stick.Sticks. Each step is told to `progress`, whose fault ends it."""

    def find(self, progress: Progress) -> PackOffers:
        """All packs on all sticks."""

    def look(self, offer: PackOffer, progress: Progress) -> PackLook:
        """One of them, checked whole and compared."""

    def install(self, offer: PackOffer, progress: Progress) -> PackOutcome:
        """Install it."""


class PackStick:
    """Packs on sticks. Its calls take long: any thread but the window's and the store's. One at a time."""

    def __init__(self, source: Source, patience_s: float = PATIENCE_S) -> None:
        self._source = source
        self._patience = Patience(patience_s)

    @property
    def share(self) -> float:
        """How much of what is being done is done, 0 to 1; any thread."""
        return self._patience.share

    def find(self) -> PackOffers:
        """All packs on all sticks that answer in time."""
        return self._patience.wait_for(self._source.find, PackOffers(answered=False))

    def look(self, offer: PackOffer) -> PackLook:
        """Check one of them whole; what it would change, or what is wrong with it."""
        return self._patience.wait_for(
            lambda progress: self._source.look(offer, progress), PackLook(problem=STICK_SILENT)
        )

    def install(self, offer: PackOffer) -> PackOutcome:
        """Install one of them. The kiosk works with it once it is opened anew."""
        return self._patience.wait_for(
            lambda progress: self._source.install(offer, progress), PackOutcome(problem=STICK_SILENT)
        )
