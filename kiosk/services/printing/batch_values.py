"""What batches tell whoever orders, drives or watches one: frozen values, texts in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.badge_type import BadgeType
from kiosk.domain.batch import Back, Order
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class TypeChoice:
    """A badge type of which there is somebody to print for."""

    type: BadgeType
    waiting: int
    """People who have no badge on paper yet."""
    held: int
    """People who have one, or are kept out."""


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """A sheet that badges can be printed on."""

    id: str
    name: Words
    badge: str
    """Id of the badge layout that it is for, and its name."""
    badge_name: Words
    slots: int
    duplex: bool


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """A printer that sheets can go to, as it was when it was looked at."""

    id: str
    name: Words
    trouble: Trouble | None = None
    takes_sheets: bool = True
    """Whether it takes a PDF."""
    duplex: bool = False


@dataclass(frozen=True, slots=True)
class BatchWish:
    """What staff chose."""

    whom: tuple[BadgeType, ...]
    order: Order
    sheet: str
    back: Back = Back.NONE
    desk: str = ""
    """Where the badges will lie: A, B ...; nothing where they are handed out at once."""
    row: int = 0
    """Badges in a row of the desk; 0 where there are no rows."""


@dataclass(frozen=True, slots=True)
class Unprintable:
    """Somebody whose badge the fonts cannot print: it is written by hand, and the batch goes on without."""

    attendee: int
    name: str
    organisation: str
    characters: str
    """Those that are missing."""


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group of a batch, and how many badges it has."""

    heading: Words
    badges: int


@dataclass(frozen=True, slots=True)
class BatchDraft:
    """What a wish comes to, before anything is printed."""

    badges: int
    sheets: int
    rows: int
    """Rows on the desk; 0 where there are none."""
    groups: tuple[GroupLine, ...]
    left_out: tuple[Unprintable, ...]


class BatchState(StrEnum):
    """How a batch stands."""

    OPEN = "open"
    """Its next run of sheets can be printed."""
    ASKED = "asked"
    """Nobody can say whether the last run came out: staff are asked."""
    WHOLE = "whole"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A batch as staff see it in the list."""

    batch: int
    wish: BatchWish
    sheet: Words
    at: datetime
    by: str
    state: BatchState
    printed: int
    sheets: int
    """Whole ones."""
    here: bool
    """This kiosk prints it."""
    first: int = 0
    """With ASKED: the sheets that staff are asked about, and the printer to which they went."""
    last: int = 0
    printer: Words | None = None


class StepState(StrEnum):
    """What became of one run of sheets."""

    DONE = "done"
    SENT = "sent"
    """On its way; `follow` tells more."""
    ASKED = "asked"
    STOPPED = "stopped"
    """It did not come out, for sure: mend what is wrong, then go on."""
    WHOLE = "whole"
    """Every badge of the batch is printed."""


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """How far a batch has come."""

    state: StepState
    badges: int
    """Of the whole batch, as far as it is known now."""
    badges_done: int
    sheets: int
    sheets_done: int
    first: int = 0
    """The run that the state is of."""
    last: int = 0
    trouble: Trouble | None = None
    """With STOPPED and ASKED: why, where that is known."""


def seconds_left(progress: BatchProgress, done_before: int, elapsed_s: float) -> int | None:
    """How long the rest takes at the pace since `done_before` badges; None as long as nothing is known."""
    done = progress.badges_done - done_before
    if done <= 0 or elapsed_s <= 0:
        return None
    return round((progress.badges - progress.badges_done) * elapsed_s / done)
