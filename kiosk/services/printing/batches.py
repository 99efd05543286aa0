"""Many badges at once: thousands on sheets the night before, each once, whatever happens in between.

A batch is a fact when it is ordered, and goes run by run of sheets: issue the badges (facts), draw and read
back, say that the run is handed over (a fact), hand it over, say that it is printed (a fact). After kill -9 at
any point the facts tell where to go on; a run of which nobody can say whether it came out is asked about.
One batch at a time at one kiosk. What reads or writes the store runs on its thread, drawing and printing do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.badges.face import face_of
from kiosk.domain import facts
from kiosk.domain.attendee import Attendee
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.batch import Layers, Order, printable, sheet_of, sheet_word
from kiosk.domain.fair import Words
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Page, PrintState, Takes
from kiosk.services.printing.batch_values import (
    BatchLine,
    BatchProgress,
    BatchState,
    BatchWish,
    PrinterChoice,
    SheetChoice,
    StepState,
    TypeChoice,
    Unprintable,
)
from kiosk.services.printing.batch_work import BatchWork, Papers, Run
from kiosk.store import attendance, batches
from kiosk.store.ids import random_id

if TYPE_CHECKING:
    from kiosk.badges.imposition import SheetLayout
    from kiosk.badges.renderer import Renderer
    from kiosk.devices.printers.port import Handover, Printer
    from kiosk.domain.floorplan import Zone
    from kiosk.services.gate import Gate
    from kiosk.services.issuing import Issuing

RUN_MOST = 200
"""Badges of a run: what one transaction issues, so that no scan waits for more."""


@dataclass(frozen=True, slots=True)
class BatchPrinter:
    """A printer that sheets can go to, and what staff call it."""

    printer: Printer
    name: Words


@dataclass(frozen=True, slots=True)
class Handed:
    """A run that was handed over, or is just about to be."""

    fact: facts.SheetsHanded
    reference: str = ""
    """The printer's own name for it, once it has said one."""
    state: str = ""
    """A printing.PrintState that was reported; nothing where none was."""
    trouble: Trouble | None = None


@dataclass(frozen=True)
class Batches:
    """Orders and prints batches at this kiosk."""

    gate: Gate
    issuing: Issuing
    renderer: Renderer
    sheets: Mapping[str, SheetLayout]
    printers: tuple[BatchPrinter, ...]
    zones: tuple[Zone, ...]

    # ---- what there is to choose; any thread but where the store is named

    def types(self, held: frozenset[int]) -> tuple[TypeChoice, ...]:
        """Badge types that this kiosk may issue, with how many people wait for one. Not the store's thread."""
        waiting: Counter[BadgeType] = Counter()
        having: Counter[BadgeType] = Counter()
        for each in self.gate.catalogue.attendees():
            if printable(each) and self.issuing.may_issue(each.type):
                (having if each.id in held else waiting)[each.type] += 1
        return tuple(
            TypeChoice(each, waiting[each], having[each]) for each in BadgeType if waiting[each] + having[each]
        )

    def sheet_choices(self) -> tuple[SheetChoice, ...]:
        """All sheets."""
        return tuple(
            SheetChoice(each.id, each.words, each.slots, each.paper, each.duplex)
            for each in self.sheets.values()
        )

    def look(self) -> tuple[PrinterChoice, ...]:
        """The printers as they are now; blocks for a few seconds each at most: the printing thread."""
        return tuple(self._look(each) for each in self.printers)

    def _look(self, each: BatchPrinter) -> PrinterChoice:
        seen = each.printer.look()
        able = seen.abilities
        return PrinterChoice(
            each.printer.id,
            each.name,
            seen.trouble,
            takes_sheets=able is None or able.takes is Takes.PDF,
            duplex=able is not None and able.duplex,
        )

    # ---- ordering, and how batches stand; the store's thread

    def papers(self, batch: int = 0, desk: str = "", row: int = 0) -> Papers:
        """What facts say of a batch, or of one that is not ordered yet."""
        db, fair = self.gate.store.db, self.gate.fair.id
        rows = batches.rows_of(db, fair, batch)
        if rows and row:
            before = max(rows.values()) - ((len(rows) - 1) // row + 1)
        else:
            before = batches.last_row(db, fair, desk, batch) if desk and row else 0
        record = self._record(batch)
        return Papers(
            batch=batch,
            held=batches.held(db, fair),
            printed=frozenset(rows),
            last_sheet=record.last_sheet if record is not None else 0,
            row_before=max(0, before),
        )

    def order(self, wish: BatchWish, staff: str) -> int | None:
        """Order a batch; None where another one is not at its end: it goes on or is given up first."""
        with self.gate.store.transaction():
            if self.open_batch() is not None:
                return None
            batch = random_id()
            self._append(
                facts.BatchOrdered(
                    fair=self.gate.fair.id,
                    batch=batch,
                    whom=tuple(each.name.lower() for each in wish.whom),
                    order=wish.order.value,
                    sheet=sheet_word(wish.sheet, wish.back),
                    desk=wish.desk,
                    row=wish.row,
                    by=staff,
                )
            )
        return batch

    def open_batch(self) -> BatchLine | None:
        """This kiosk's batch that is not at its end."""
        return next(
            (
                each
                for each in self.lines()
                if each.here and each.state not in {BatchState.WHOLE, BatchState.GIVEN_UP}
            ),
            None,
        )

    def lines(self) -> tuple[BatchLine, ...]:
        """All batches of the fair, the latest first."""
        found = batches.batches(self.gate.store.db, self.gate.fair.id)
        return tuple(self._line(each) for each in reversed(found))

    def unsettled(self, batch: int) -> Handed | None:
        """The run of a batch of which nobody knows whether it came out."""
        store = self.gate.store
        fact = store.journal.latest(facts.SheetsHanded)
        record = self._record(batch)
        if fact is None or record is None or (fact.fair, fact.batch) != (self.gate.fair.id, batch):
            return None
        if record.last_sheet >= fact.last or record.ended is not None:
            return None
        report = batches.reported(store.db, fact.job)
        if report is None:
            return Handed(fact)
        if report.state in {PrintState.FAILED, PrintState.CANCELLED}:
            return None
        return Handed(fact, report.reference, report.state, _trouble(report.problem))

    def end(self, batch: int, staff: str) -> None:
        """Give a batch up; what is printed stays printed and lies where it lies."""
        with self.gate.store.transaction():
            self._append(facts.BatchEnded(self.gate.fair.id, batch, whole=False, by=staff))

    # ---- one run of sheets after the other

    def lay_out(self, wish: BatchWish, papers: Papers) -> BatchWork:
        """Everybody of the wish on sheets; KeyError for a sheet that there is not. Not the store's thread."""
        people = [
            each
            for each in self.gate.catalogue.attendees()
            if each.type in wish.whom and printable(each) and self.issuing.may_issue(each.type)
        ]
        left_out = tuple(
            found
            for each in people
            if each.id not in papers.held and (found := self._unprintable(each)) is not None
        )
        return BatchWork(papers, wish, self.sheets[wish.sheet], people, left_out, self.layers())

    def layers(self) -> Layers:
        """What orders and headings are made of."""
        catalogue = self.gate.catalogue
        return Layers(
            self.gate.zones,
            {each.letter: each for each in self.zones},
            {each.id: each for each in catalogue.delegations()},
            catalogue.readings(),
        )

    def next_run(self, work: BatchWork, most: int = RUN_MOST) -> Run | None:
        """Issue the badges of the next run of sheets; None where all are printed. The store's thread."""
        db, fair = self.gate.store.db, self.gate.fair.id
        with self.gate.store.transaction():
            held, revoked = batches.held(db, fair), batches.revoked(db, fair)
            while sheets := work.run(min(most, RUN_MOST)):
                cards = tuple(card for sheet in sheets for card in sheet.cards)
                people = [card.attendee for card in cards if card.attendee is not None]
                gone = {each.id for each in people if each.id in held}
                reserved = {each.id: self._reserved(each) for each in people if each.id not in gone}
                gone |= {attendee for attendee, badge in reserved.items() if badge in revoked}
                if gone:
                    work.leave_out(frozenset(gone))
                    continue
                badges = {each.id: self._issue(each, reserved[each.id], held_by=work) for each in people}
                return Run(
                    work.batch,
                    sheets[0].number,
                    sheets[-1].number,
                    cards,
                    badges,
                    work.headings,
                    work.counts,
                    work.wish,
                )
        return None
