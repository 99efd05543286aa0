"""What is to be printed, one badge or many, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class PrintRequested:
    """A badge is to be printed; `job` is random, unsigned 64 bits, and printed once."""

    kind: ClassVar[str] = "print_requested"
    fair: str
    job: int
    badge: int
    attendee: int
    reason: str
    by: str = ""
    at: str = ""
    """Hex of the origin whose printer is to print it; nothing: the one that asks."""


@dataclass(frozen=True, slots=True)
class PrintRecalled:
    """Who asked for a print at another kiosk's printer wants it no more; that kiosk says whether it came
    out."""

    kind: ClassVar[str] = "print_recalled"
    job: int
    by: str


@dataclass(frozen=True, slots=True)
class PrintersOffered:
    """The printers of one kiosk, at which others may print; the latest fact of a kiosk counts."""

    kind: ClassVar[str] = "printers_offered"
    fair: str
    kiosk: str
    """The kiosk's id in the plan."""
    printers: tuple[tuple[str, str, str, str, str, str], ...]
    """Id, name and place (Chinese, English each), layout."""


@dataclass(frozen=True, slots=True)
class PrintReported:
    """What became of a print job."""

    kind: ClassVar[str] = "print_reported"
    job: int
    state: str
    """A printing.PrintState; requested where it waits again."""
    printer: str
    problem: str = ""
    """A printer_trouble.Trouble, or nothing."""
    reference: str = ""
    """The printer's own name for the job."""
    by: str = ""
    """Staff who looked and said so, or took it back; nothing where the kiosk reports."""


@dataclass(frozen=True, slots=True)
class BatchOrdered:
    """Badges of many are to be printed on sheets; whom they are of is decided by the pack and these words."""

    kind: ClassVar[str] = "batch_ordered"
    fair: str
    batch: int
    """Random, unsigned 64 bits."""
    whom: tuple[str, ...]
    """Names of badge types, lower case."""
    order: str
    """stalls, coaches or names."""
    sheet: str
    """Id of a sheet layout."""
    desk: str
    """Where the badges will lie; nothing where they are handed out at once."""
    row: int
    """Badges in a row of that desk; 0 where there are no rows."""
    by: str


@dataclass(frozen=True, slots=True)
class SheetsHanded:
    """A run of a batch's sheets goes to a printer: bytes may leave from here on, and it is printed again only
    once it is known that it did not come out."""

    kind: ClassVar[str] = "sheets_handed"
    fair: str
    batch: int
    job: int
    """Random, unsigned 64 bits; what becomes of it is reported under it (PrintReported)."""
    first: int
    """Number of its first sheet, counted from 1."""
    last: int
    badges: tuple[tuple[int, int, int], ...]
    """Attendee, badge, and the row in which it will lie (0: none)."""
    printer: str


@dataclass(frozen=True, slots=True)
class SheetsPrinted:
    """A run of a batch's sheets is whole: on disk, or out of a printer."""

    kind: ClassVar[str] = "sheets_printed"
    fair: str
    batch: int
    first: int
    """Number of its first sheet, counted from 1."""
    last: int
    badges: tuple[tuple[int, int, int], ...]
    """Attendee, badge, and the row in which it lies (0: none)."""
    desk: str
    printer: str


@dataclass(frozen=True, slots=True)
class BatchEnded:
    """A batch is whole, or staff gave it up; what is printed stays printed."""

    kind: ClassVar[str] = "batch_ended"
    fair: str
    batch: int
    whole: bool
    by: str
