"""A printer of sheets that a test commands, and batches for the window without a store."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.devices.printers.port import Abilities, Handover, Look
from kiosk.domain.printing import Page, PrintState, Takes


@dataclass
class SheetPrinter:
    """Keeps every page that it is given, and answers as it was told."""

    id: str = "office"
    answers: list[Handover] = field(default_factory=list)
    """To the next hand-overs, in order; then CONFIRMED."""
    followed: Handover | None = None
    found: Handover | None = None
    dies: bool = False
    """The kiosk is killed while the page is on its way: nothing of it is recorded."""
    pages: list[Page] = field(default_factory=list)
    takes: Takes = Takes.PDF

    def look(self) -> Look:
        return Look(abilities=Abilities(self.takes, 600, duplex=True))

    def send(self, page: Page) -> Handover:
        self.pages.append(page)
        if self.dies:
            self.dies = False
            raise KilledHere
        return self.answers.pop(0) if self.answers else Handover(PrintState.CONFIRMED)

    def follow(self, reference: str) -> Handover:
        return self.followed or Handover(PrintState.SENT, reference=reference)

    def find(self, job: int) -> Handover | None:
        return self.found

    def cancel(self, reference: str) -> Handover:
        return Handover(PrintState.UNKNOWN, reference=reference)

    def empty(self) -> int:
        return 0


class KilledHere(BaseException):
    """As kill -9: whoever prints gets no further."""
