"""What every printer is to the rest of the program. A new kind of printer is one small module beside this.

All calls block, each for a bounded time, and run on the printing thread; none raises for what a printer, a
cable or a network can do: that comes back as a value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kiosk.domain.printer_trouble import Trouble
    from kiosk.domain.printing import Media, Page, PrintState, Takes
    from kiosk.domain.words import Words

LOOK_TIMEOUT_S = 3.0
"""The longest a look may take; who waits for a badge does not wait longer for bad news."""
SEND_TIMEOUT_S = 20.0
"""The longest that handing over a badge may take; of a run of sheets, without a byte going on."""


class WrongSettings(ValueError):
    """What kiosk.toml says of a printer makes none; `words` say what to write."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a printer can do, as far as it says; defaults come from kiosk.toml."""

    takes: Takes
    dpi: int
    media: Media | None = None
    """What is loaded, where it can tell."""
    duplex: bool = False
    confirms: bool = False
    """Whether it can tell that a job came out."""


@dataclass(frozen=True, slots=True)
class Look:
    """A printer at one moment."""

    trouble: Trouble | None = None
    """What keeps it from printing now; the first thing to mend where there are several."""
    warning: Trouble | None = None
    """What will soon: PAPER_OUT or RIBBON_OUT, as a warning that it is low."""
    waiting: int = 0
    """Jobs that the printer or its spooler holds, where it can tell."""
    abilities: Abilities | None = None
    """What it can do, where it could be asked."""


@dataclass(frozen=True, slots=True)
class Handover:
    """What became of a page.

    SENT: taken; `reference` follows it. CONFIRMED: it came out. FAILED and CANCELLED: it did not and will
    not, for sure. UNKNOWN: nobody can say. A printer never claims more than it knows.
    """

    state: PrintState
    trouble: Trouble | None = None
    reference: str = ""
    """The printer's own name for the job, kept in the fact: it outlives a crash of the kiosk."""
    holds: bool = False
    """With SENT and a trouble: the printer keeps the job and prints it once the trouble is over."""


class Printer(Protocol):
    """One printer."""

    @property
    def id(self) -> str:
        """Its id in kiosk.toml; stands in facts."""
        ...

    def look(self) -> Look:
        """How it is now, within LOOK_TIMEOUT_S."""
        ...

    def send(self, page: Page) -> Handover:
        """Hand over a page, once. Where the connection breaks in between, UNKNOWN, never a second try."""
        ...

    def follow(self, reference: str) -> Handover:
        """Where a job stands that was SENT. SENT where nothing new is known."""
        ...

    def find(self, job: int) -> Handover | None:
        """After a crash: what became of a job that may have been handed over; None where it cannot be told.

        FAILED where the printer is sure that it never got it.
        """
        ...

    def cancel(self, reference: str) -> Handover:
        """Take a SENT job back: CANCELLED only where it is sure that nothing comes out any more."""
        ...

    def empty(self) -> int:
        """Remove what this printer keeps of badges that were printed; the number of files."""
        ...
