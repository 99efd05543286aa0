"""Words of printing that badges, printers and services share: media, pages, states of a job."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PrintState(StrEnum):
    """How far a print job has come; the values stand in facts (facts.PrintReported)."""

    REQUESTED = "requested"
    """Asked for, and nothing has been reported yet; or reported: its printer has given it back for sure, and
    it waits again."""
    RENDERED = "rendered"
    """Drawn and read back; it goes to the printer now. Bytes may have left from here on."""
    SENT = "sent"
    """The printer has taken it; nothing says yet that it came out."""
    CONFIRMED = "confirmed"
    """It came out: the printer says so, or staff."""
    UNKNOWN = "unknown"
    """Nobody can say whether it came out: staff are asked."""
    FAILED = "failed"
    """It did not come out, for sure."""
    CANCELLED = "cancelled"
    """Staff took it back before it came out, for sure."""


OPEN = frozenset({PrintState.REQUESTED, PrintState.RENDERED, PrintState.SENT})
"""States of a job on which the kiosk is still at work."""


class Takes(StrEnum):
    """What a printer takes."""

    PDF = "pdf"
    COLOUR = "colour"
    """A raster of 24 bits a pixel."""
    MONO = "mono"
    """A raster of one bit a dot."""


@dataclass(frozen=True, slots=True)
class Media:
    """A card, label or sheet in its printing direction."""

    width_mm: float
    height_mm: float
    """0 for tape that is cut where the print ends."""

    @property
    def continuous(self) -> bool:
        """Whether it is tape."""
        return self.height_mm == 0


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture in the printer's own dots, rows from the top."""

    width_px: int
    height_px: int
    dpi: int
    bits: int
    """1: a row is padded to whole bytes, the highest bit leftmost, 1 is black. 24: red, green, blue."""
    data: bytes

    @property
    def row_bytes(self) -> int:
        """Bytes of one row."""
        return (self.width_px + 7) // 8 if self.bits == 1 else 3 * self.width_px


@dataclass(frozen=True, slots=True)
class Page:
    """What is handed to a printer for one job: the form that it takes, and on what to print it."""

    job: int
    """Unsigned 64 bits. Its 16 hex digits are the name under which a printer keeps it: nothing personal."""
    media: Media
    pdf: bytes = b""
    raster: Raster | None = None
    sheets: int = 1
    """Pages of the PDF: a batch's run of sheets is one job."""
    duplex: bool = False
    """Turned over the long edge."""

    @property
    def name(self) -> str:
        """The job's name for spoolers and files."""
        return f"{self.job:016x}"
