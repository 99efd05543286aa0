"""A batch on its way: whose badges are still to be printed, and on which sheets they come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.domain.attendee import Attendee
from kiosk.domain.batch import (
    Behind,
    Card,
    Group,
    PlannedSheet,
    grouped,
    planned,
    run_of,
)
from kiosk.domain.printer_trouble import Trouble
from kiosk.services.printing.batch_values import BatchDraft, BatchWish, GroupLine, Unprintable

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.badges.imposition import SheetLayout
    from kiosk.domain import facts
    from kiosk.domain.batch import Layers
    from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class Papers:
    """What facts say of a batch that is laid out: read on the store's thread, used on any."""

    batch: int
    """0 before it is ordered."""
    held: frozenset[int]
    """Attendees who need no badge from it: they have one on paper, or are kept out."""
    printed: frozenset[int]
    """Attendees whose badges are on this batch's whole sheets."""
    last_sheet: int
    row_before: int
    """The last row of the desk that others' badges lie in."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A run that was handed over, or is just about to be."""

    fact: facts.SheetsHanded
    reference: str = ""
    """The printer's own name for it, once it has said one."""
    state: str = ""
    """A printing.PrintState that was reported; nothing where none was."""
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Packed:
    """What facts say of a batch that is packed."""

    batch: int
    wish: BatchWish
    ordered_at: datetime
    sheets: int
    rows: dict[int, int]
    """The row of each badge on whole sheets, by attendee."""


@dataclass(frozen=True, slots=True)
class Run:
    """Sheets that are printed as one job, and whose badges are issued."""

    batch: int
    first: int
    last: int
    cards: tuple[Card | None, ...]
    """Slot by slot; None for a slot that stays empty."""
    badges: dict[int, int]
    """The badge of each attendee on it."""
    headings: tuple[Words, ...]
    """Of the groups that its cards name."""
    counts: tuple[int, ...]
    """Badges of each of those groups."""
    wish: BatchWish

    @property
    def rows(self) -> tuple[tuple[int, int, int], ...]:
        """Attendee, badge and row, as facts name them."""
        return tuple(
            (card.attendee.id, self.badges[card.attendee.id], card.row)
            for card in self.cards
            if card is not None and card.attendee is not None
        )


class BatchWork:
    """Belongs to whoever drives the batch; one thread at a time.

    The same pack, facts and wish give the same sheets. Where somebody got a badge elsewhere meanwhile, the
    sheets that are not printed yet close up.
    """

    def __init__(
        self,
        papers: Papers,
        wish: BatchWish,
        sheet: SheetLayout,
        people: Iterable[Attendee],
        left_out: tuple[Unprintable, ...],
        layers: Layers,
    ) -> None:
        """`people`: everybody of the wish, whoever is printed or held included."""
        self.batch = papers.batch
        self.wish = wish
        self.sheet = sheet
        self.left_out = left_out
        unprintable = {each.attendee for each in left_out}
        wanted = [
            each
            for each in people
            if each.id in papers.printed or (each.id not in papers.held and each.id not in unprintable)
        ]
        whole = grouped(wanted, wish.order, layers)
        self.counts = tuple(len(group.people) for group in whole)
        begun = [group.key for group in whole if any(each.id in papers.printed for each in group.people)]
        self._groups = tuple(_without(group, papers.printed) for group in whole)
        self.done = len(papers.printed)
        self._behind = Behind(
            papers.last_sheet, papers.row_before * wish.row + self.done, begun[-1] if begun else ""
        )
        self._planned: tuple[PlannedSheet, ...] | None = None

    @property
    def headings(self) -> tuple[Words, ...]:
        """Of each group; cards name their group by its place here."""
        return tuple(group.heading for group in self._groups)

    @property
    def badges(self) -> int:
        """Of the whole batch: printed ones, and those to come."""
        return self.done + sum(len(group.people) for group in self._groups)

    @property
    def last_sheet(self) -> int:
        """The last whole sheet."""
        return self._behind.sheet

    @property
    def sheets(self) -> int:
        """Of the whole batch."""
        return self._behind.sheet + len(self._pending())

    def run(self, most: int) -> tuple[PlannedSheet, ...]:
        """The sheets that come next, of at most `most` badges; none where all are printed."""
        return run_of(self._pending(), most)

    def leave_out(self, attendees: frozenset[int]) -> None:
        """They need none any more."""
        self._groups = tuple(_without(group, attendees) for group in self._groups)
        self._planned = None

    def printed(self, last: int, attendees: frozenset[int]) -> None:
        """Sheets up to `last` are whole, with these people's badges on the latest run."""
        begun = [group.key for group in self._groups if any(each.id in attendees for each in group.people)]
        self._groups = tuple(_without(group, attendees) for group in self._groups)
        self._behind = Behind(
            last, self._behind.badges + len(attendees), begun[-1] if begun else self._behind.group
        )
        self.done += len(attendees)
        self._planned = None

    def draft(self) -> BatchDraft:
        """What it comes to."""
        pending = self._pending()
        rows = {card.row for sheet in pending for card in sheet.cards} - {0}
        return BatchDraft(
            badges=self.badges - self.done,
            sheets=len(pending),
            rows=len(rows),
            groups=tuple(
                GroupLine(group.heading, len(group.people)) for group in self._groups if group.people
            ),
            left_out=self.left_out,
        )

    def _pending(self) -> tuple[PlannedSheet, ...]:
        if self._planned is None:
            self._planned = planned(
                self._groups,
                slots=self.sheet.slots,
                separator=self.sheet.separator,
                row=self.wish.row,
                behind=self._behind,
            )
        return self._planned


def _without(group: Group, attendees: frozenset[int]) -> Group:
    if not any(each.id in attendees for each in group.people):
        return group
    return replace(group, people=tuple(each for each in group.people if each.id not in attendees))
