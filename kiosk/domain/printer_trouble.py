"""What can be wrong with a printer or a print, in words for staff, each with a picture and what to do.

The values stand in facts (facts.PrintReported.problem) and never change.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.fair import Words


class Trouble(StrEnum):
    """Why a printer does not print, or a badge did not come out."""

    NO_PRINTER = "no_printer"
    GONE = "gone"
    """Not to be reached: switched off, unplugged, another address."""
    PAPER_OUT = "paper_out"
    RIBBON_OUT = "ribbon_out"
    """Ribbon, ink or toner."""
    DOOR_OPEN = "door_open"
    JAM = "jam"
    PAUSED = "paused"
    REJECTING = "rejecting"
    """The spooler takes no jobs."""
    HOT = "hot"
    """The head cools down; it goes on by itself."""
    WRONG_MEDIA = "wrong_media"
    STOPPED = "stopped"
    """It says that it stopped, and not why."""
    SILENT = "silent"
    """It took the job and says nothing more: our own clock ran out."""
    INTERRUPTED = "interrupted"
    """The kiosk stopped while the job was on its way."""
    NOT_COME_OUT = "not_come_out"
    """Staff looked: nothing came out."""
    WITHDRAWN = "withdrawn"
    """Staff took the job back."""
    MOVED = "moved"
    """Taken back from this printer, and given to the next."""
    DISK_FULL = "disk_full"
    NOT_WRITABLE = "not_writable"
    FOLDER_MISSING = "folder_missing"
    DISK = "disk"
    NOT_DRAWN = "not_drawn"
    CODE_UNREADABLE = "code_unreadable"
    """The drawn QR did not read back as its token."""
    CHARACTER_MISSING = "character_missing"
    """The fonts lack a character."""
    ATTENDEE_UNKNOWN = "attendee_unknown"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class TroubleWords:
    """A trouble as staff read it."""

    title: Words
    """What is wrong: 缺纸."""
    action: Words
    """What to do next."""
    icon: str
    """A drawing of resources/icons."""
