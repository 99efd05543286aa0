"""A printer with full control over what it does, and what came out of it."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field

from kiosk.devices.printers.port import Abilities, Handover, Look
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Page, PrintState, Takes

SENT, CONFIRMED = PrintState.SENT, PrintState.CONFIRMED
FAILED, CANCELLED, UNKNOWN = PrintState.FAILED, PrintState.CANCELLED, PrintState.UNKNOWN


@dataclass
class SimulatedPrinter:
    """See port.Printer. Jobs that it has taken come out when `feed` is called, unless something is wrong."""

    id: str = "sim"
    confirms: bool = True
    trouble: Trouble | None = None
    warning: Trouble | None = None
    gives_back: bool = True
    """Whether it takes a job back for sure when asked."""
    slowly: bool = False
    """It gives a job back when it is followed the next time."""
    tells: bool = True
    """Whether it answers at all when a job is followed."""
    abilities: Abilities | None = None
    sends: deque[Handover] = field(default_factory=deque)
    """What becomes of the next jobs; else they are taken."""
    found: dict[int, Handover | None] = field(default_factory=dict)
    came_out: Counter[int] = field(default_factory=Counter)
    """How often each job came out on paper."""
    pages: list[Page] = field(default_factory=list)
    """Everything that was handed over."""
    holds: dict[str, int] = field(default_factory=dict)
    """Jobs that it has taken and not printed, by reference."""
    done: dict[str, Handover] = field(default_factory=dict)
    looks: int = 0
    emptied: int = 0

    def look(self) -> Look:
        self.looks += 1
        abilities = self.abilities or Abilities(Takes.PDF, 600, confirms=self.confirms)
        return Look(self.trouble, self.warning, len(self.holds), abilities)

    def send(self, page: Page) -> Handover:
        self.pages.append(page)
        if self.sends:
            return self.sends.popleft()
        reference = f"{self.id}-{page.name}"
        self.holds[reference] = page.job
        self.done.pop(reference, None)  # one that was taken back may come again under the same name
        return Handover(SENT, reference=reference)

    def follow(self, reference: str) -> Handover:
        if not self.tells:
            return Handover(SENT, reference=reference)
        if reference in self.done:
            return self.done[reference]
        return Handover(SENT, self.trouble, reference, holds=self.trouble is not None)

    def find(self, job: int) -> Handover | None:
        return self.found.get(job)

    def cancel(self, reference: str) -> Handover:
        if reference in self.done or not self.gives_back:
            return self.follow(reference)
        held = self.follow(reference)
        self.holds.pop(reference, None)
        self.done[reference] = Handover(CANCELLED, reference=reference)
        return held if self.slowly else self.done[reference]

    def empty(self) -> int:
        self.emptied += 1
        return 0

    def feed(self) -> None:
        """What it holds comes out, unless something is wrong."""
        if self.trouble is not None:
            return
        for reference, job in self.holds.items():
            self.came_out[job] += 1
            self.done[reference] = Handover(CONFIRMED, reference=reference)
        self.holds.clear()

    def ends(self, job: int, state: PrintState, trouble: Trouble | None = None) -> None:
        """A job that it has taken ends so; nothing comes out."""
        reference = next(each for each, held in self.holds.items() if held == job)
        del self.holds[reference]
        self.done[reference] = Handover(state, trouble, reference)
