"""The fair pack as staff see it: which fair, how much of it, and whether its file is still right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.services.values import PackLine, PackStanding

if TYPE_CHECKING:
    from kiosk.domain.fair import Fair
    from kiosk.domain.words import Words
    from kiosk.store.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class FairPack:
    """The open pack."""

    catalogue: Catalogue
    fair: Fair
    schools: int
    """Of the pack's exhibitors."""
    packs: tuple[PackLine, ...]
    verify: Callable[[], Words | None]
    """Reads the whole file again; says what is wrong with it, or nothing."""

    def standing(self) -> PackStanding:
        """What is installed; store's thread."""
        counts = self.catalogue.counts()
        return PackStanding(
            fair=self.fair.name,
            last_day=self.fair.last_day,
            employers=counts.exhibitors - self.schools,
            schools=self.schools,
            stalls=counts.stalls,
            attendees=counts.attendees,
            sessions=counts.sessions,
            openings=counts.openings,
            packs=self.packs,
        )

    def check(self) -> Words | None:
        """What is wrong with the pack's file, or nothing. Touches no store: any thread but the window's."""
        return self.verify()
