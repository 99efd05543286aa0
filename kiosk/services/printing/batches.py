"""Many badges at once: thousands on sheets the night before, each once, whatever happens in between.

A batch is a fact when it is ordered, and goes run by run of sheets: issue the badges (facts), draw and read
back, say that the run is handed over (a fact), hand it over, say that it is printed (a fact). After kill -9
at any point the facts tell where to go on; a run of which nobody can say whether it came out is asked about.
One batch at a time at one kiosk. Whatever needs the store runs on its thread, drawing and printing do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.devices.printers.folder import FolderPrinter
from kiosk.devices.printers.port import Handover
from kiosk.domain import facts
from kiosk.domain.attendee import Attendee
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.batch import Layers, printable, slot_by_slot
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Page, PrintState, Takes
from kiosk.domain.staff_duties import Act
from kiosk.domain.words import Words
from kiosk.services.duty import require
from kiosk.services.printing.batch_book import BatchBook
from kiosk.services.printing.batch_values import (
    BatchProgress,
    BatchWish,
    PrinterChoice,
    SheetChoice,
    StepState,
    TypeChoice,
    Unprintable,
)
from kiosk.services.printing.batch_work import BatchWork, Handed, Packed, Papers, Run
from kiosk.services.printing.hold import Hold
from kiosk.services.printing.tasks import fits
from kiosk.store import attendance, batches
from kiosk.store.ids import random_id

if TYPE_CHECKING:
    from kiosk.badges.imposition import SheetLayout
    from kiosk.badges.renderer import Renderer
    from kiosk.devices.printers.port import Printer
    from kiosk.domain.floorplan import Zone
    from kiosk.services.gate import Gate
    from kiosk.services.issuing import Issuing
    from kiosk.services.printing.batch_drawing import Drawn
    from kiosk.services.printing.outlet import Outlet

RUN_MOST = 200
"""Badges of a run: what one transaction issues, so that no scan waits for more."""
PAPER_RUN_MOST = 60
"""Of a run that comes out on paper: whoever must look whether it did, looks at so many."""

A4 = Media(210, 297)


@dataclass(frozen=True)
class Batches:
    """Orders and prints batches at this kiosk."""

    gate: Gate
    issuing: Issuing
    renderer: Renderer
    sheets: Mapping[str, SheetLayout]
    outlets: tuple[Outlet, ...]
    """The kiosk's printers; sheets go to those that print on paper."""
    zones: tuple[Zone, ...]

    @cached_property
    def book(self) -> BatchBook:
        """What facts say of batches; the store's thread."""
        return BatchBook(self.gate, self.sheets, {each.id: each.name for each in self.outlets})

    @cached_property
    def hold(self) -> Hold:
        """Whoever has it prints batches of this store: take it before `next_run` or `step`, and let it go."""
        return Hold(self.gate.store.path, "batches")

    # ---- what there is to choose; any thread but where the store is named

    def types(self, held: frozenset[int]) -> tuple[TypeChoice, ...]:
        """Badge types that this kiosk may issue, and who waits for one. Not the store's thread."""
        waiting: Counter[BadgeType] = Counter()
        having: Counter[BadgeType] = Counter()
        for each in self.gate.catalogue.attendees():
            if printable(each) and self.issuing.may_issue(each.type):
                (having if each.id in held else waiting)[each.type] += 1
        return tuple(
            TypeChoice(each, waiting[each], having[each])
            for each in BadgeType
            if waiting[each] + having[each]
        )

    def sheet_choices(self) -> tuple[SheetChoice, ...]:
        """All sheets, those of one badge layout together. LayoutFault."""
        badges = {each.id: each.name for each in self.renderer.layouts()}
        return tuple(
            SheetChoice(each.id, each.words, each.badge, badges[each.badge], each.slots, each.duplex)
            for each in sorted(self.sheets.values(), key=lambda each: (each.badge, -each.slots))
        )

    def look(self) -> tuple[PrinterChoice, ...]:
        """The printers as they are now; blocks for a few seconds each at most: the printing thread."""
        return tuple(self._look(each) for each in self.outlets if each.paper)

    def _look(self, each: Outlet) -> PrinterChoice:
        seen = each.printer.look()
        able = seen.abilities
        return PrinterChoice(
            each.id,
            each.name,
            seen.trouble,
            takes_sheets=able is None or able.takes is Takes.PDF,
            duplex=able is not None and able.duplex,
        )

    # ---- one run of sheets after the other

    def lay_out(self, wish: BatchWish, papers: Papers) -> BatchWork:
        """Everybody of the wish on sheets; KeyError for a sheet that there is not. Not the store's thread."""
        people = self._people(wish)
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

    def run_most(self, printer: str) -> int:
        """How many badges go to that printer as one job."""
        found = next((each.printer for each in self.outlets if each.id == printer), None)
        return RUN_MOST if isinstance(found, FolderPrinter) else PAPER_RUN_MOST

    def next_move(self, work: BatchWork, printer: str) -> Handed | Run | None:
        """What comes next: a run that is not settled, or the next with its badges issued; None at the end.

        The store's thread.
        """
        return self.book.unsettled(work.batch) or self.next_run(work, self.run_most(printer))

    def next_run(self, work: BatchWork, most: int = RUN_MOST) -> Run | None:
        """Issue the badges of the next run of sheets; None where all are printed. The store's thread."""
        db, fair = self.gate.store.db, self.gate.fair.id
        with self.gate.store.transaction():
            held, revoked = batches.held(db, fair), batches.revoked(db, fair)
            while sheets := work.run(min(most, RUN_MOST)):
                cards = slot_by_slot(sheets, work.sheet.slots)
                people = [card.attendee for card in cards if card is not None and card.attendee is not None]
                wanted = {each.id: self._wanted(each) for each in people if each.id not in held}
                gone = {each.id for each in people if wanted.get(each.id) in revoked | {None}}
                if gone:
                    work.leave_out(frozenset(gone))
                    continue
                badges = {each.id: self._issued(each, wanted[each.id]) for each in people}
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

    def hand(self, run: Run, printer: str) -> Handed:
        """Record that a run is about to be handed over; only then may a byte leave. The store's thread."""
        body = facts.SheetsHanded(
            fair=self.gate.fair.id,
            batch=run.batch,
            job=random_id(),
            first=run.first,
            last=run.last,
            badges=run.rows,
            printer=printer,
        )
        with self.gate.store.transaction():
            self._append(body)
        return Handed(body)

    def draw(self, run: Run) -> Drawn:
        """The run's pages, each code read back. UnreadableCode, FontFault. Not the store's thread."""
        from kiosk.services.printing.batch_drawing import draw_run  # noqa: PLC0415  (reportlab, at the first)

        return draw_run(run, self.sheets[run.wish.sheet], self.renderer, self.issuing, self.gate.fair)

    def send(self, handed: Handed, drawn: Drawn) -> Handover:
        """Hand the pages over, once, to a printer that is well and has such paper. The printing thread.

        KeyError where the printer is none of ours.
        """
        printer = self._printer(handed.fact.printer)
        look = printer.look()
        if look.trouble is not None:
            return Handover(PrintState.FAILED, look.trouble)  # nothing has left
        if look.abilities is not None and not fits(drawn.media, look.abilities.media):
            return Handover(PrintState.FAILED, Trouble.WRONG_MEDIA)
        page = Page(
            job=handed.fact.job,
            media=drawn.media,
            pdf=drawn.pdf,
            sheets=drawn.pages,
            duplex=drawn.duplex,
        )
        return printer.send(page)

    def follow(self, handed: Handed) -> Handover:
        """What the printer knows of a run now, after a crash as well. The printing thread."""
        try:
            printer = self._printer(handed.fact.printer)
        except KeyError:
            return Handover(PrintState.UNKNOWN, Trouble.GONE)  # it stands in kiosk.toml no more
        if handed.reference:
            return printer.follow(handed.reference)
        return printer.find(handed.fact.job) or Handover(PrintState.UNKNOWN, Trouble.INTERRUPTED)

    def record(self, work: BatchWork, handed: Handed, handover: Handover, staff: str = "") -> BatchProgress:
        """Record what became of a run. The store's thread.

        `staff` looked and said so; else the printer did. A run that is settled already stays as it is.
        """
        with self.gate.store.transaction():
            settled = self.book.unsettled(work.batch)
            if settled is None or settled.fact.job != handed.fact.job:
                return self.progress(work, StepState.DONE)
            if handover.state is PrintState.CONFIRMED:
                return self._printed(work, handed.fact)
            self._report(handed, handover, staff)
        state = StepState.ASKED
        if handover.state in {PrintState.FAILED, PrintState.CANCELLED}:
            state = StepState.STOPPED
        elif handover.state is PrintState.SENT and (handover.reference or handed.reference):
            state = StepState.SENT
        return self.progress(work, state, handed.fact, handover.trouble)

    def progress(
        self,
        work: BatchWork,
        state: StepState,
        run: facts.SheetsHanded | None = None,
        trouble: Trouble | None = None,
    ) -> BatchProgress:
        """How far a batch has come. Any thread."""
        return BatchProgress(
            state=state,
            badges=work.badges,
            badges_done=work.done,
            sheets=work.sheets,
            sheets_done=work.last_sheet,
            first=run.first if run is not None else 0,
            last=run.last if run is not None else 0,
            trouble=trouble,
        )

    def finish(self, work: BatchWork, staff: str) -> BatchProgress:
        """Nothing is left to print: the batch is whole. The store's thread."""
        with self.gate.store.transaction():
            record = self.book.record(work.batch)
            if record is not None and record.ended is None:
                self._append(facts.BatchEnded(self.gate.fair.id, work.batch, whole=True, by=staff))
        return self.progress(work, StepState.WHOLE)

    def step(self, work: BatchWork, printer: str, staff: str) -> BatchProgress:
        """One run of sheets, all of it here and now: for whoever has a thread to spare (a command, a test).

        A run that is not settled is settled first. With SENT, call it again; with ASKED, ask somebody.
        """
        move = self.next_move(work, printer)
        if move is None:
            return self.finish(work, staff)
        if isinstance(move, Handed):
            return self.record(work, move, self.follow(move))
        drawn = self.draw(move)
        handed = self.hand(move, printer)
        return self.record(work, handed, self.send(handed, drawn))

    def answer(self, work: BatchWork, came_out: bool, staff: str) -> BatchProgress:
        """Staff looked whether the run that is asked about came out, all of it. The store's thread."""
        require(self.gate.fair, staff, Act.BATCH)
        pending = self.book.unsettled(work.batch)
        if pending is None:
            return self.progress(work, StepState.DONE)
        said = (
            Handover(PrintState.CONFIRMED)
            if came_out
            else Handover(PrintState.FAILED, Trouble.NOT_COME_OUT, pending.reference)
        )
        return self.record(work, pending, said, staff)

    # ---- what lies where

    def print_packing_list(self, packed: Packed, printer: str) -> Handover:
        """Draw a batch's packing list and hand it over; no fact. The printing thread. FontFault, KeyError."""
        pdf = self.packing_list(packed)
        return self._printer(printer).send(Page(random_id(), A4, pdf))

    def packing_list(self, packed: Packed) -> bytes:
        """A batch's packing list as a PDF. FontFault. Not the store's thread."""
        from kiosk.services.printing.batch_packing import draw_packing  # noqa: PLC0415  (reportlab)

        missing = tuple(
            found
            for each in self._people(packed.wish)
            if each.id not in packed.rows and (found := self._unprintable(each)) is not None
        )
        people = [each for each in self._people(packed.wish) if each.id in packed.rows]
        sheet = self.sheets.get(packed.wish.sheet)
        name = sheet.words if sheet is not None else Words(packed.wish.sheet, packed.wish.sheet)
        return draw_packing(packed, people, missing, name, self.layers(), self.gate.fair, self.renderer.fonts)

    # ---- inside

    def _people(self, wish: BatchWish) -> list[Attendee]:
        """Everybody of a wish for whom this kiosk may issue, in the order of their ids."""
        return [
            each
            for each in self.gate.catalogue.attendees()
            if each.type in wish.whom and printable(each) and self.issuing.may_issue(each.type)
        ]

    def _printed(self, work: BatchWork, run: facts.SheetsHanded) -> BatchProgress:
        self._append(
            facts.SheetsPrinted(
                fair=run.fair,
                batch=run.batch,
                first=run.first,
                last=run.last,
                badges=run.badges,
                desk=work.wish.desk,
                printer=run.printer,
            )
        )
        work.printed(run.last, frozenset(attendee for attendee, _badge, _row in run.badges))
        return self.progress(work, StepState.DONE, run)

    def _report(self, handed: Handed, handover: Handover, staff: str) -> None:
        trouble = handover.trouble.value if handover.trouble is not None else ""
        reference = handover.reference or handed.reference
        if (handover.state, trouble, reference) == (handed.state, _code(handed.trouble), handed.reference):
            return  # it is known already
        self._append(
            facts.PrintReported(
                job=handed.fact.job,
                state=handover.state.value,
                printer=handed.fact.printer,
                problem=trouble,
                reference=reference,
                by=staff,
            )
        )

    def _wanted(self, attendee: Attendee) -> int | None:
        """The badge that somebody gets: the valid one, the reserved one, 0 for a new one; None: no longer."""
        known = attendance.badges_of(self.gate.store.db, attendee.id, fair=self.gate.fair.id)
        active = [each.badge for each in known if each.status == "active"]
        if active or known:
            return max(active, default=None)
        return self.gate.catalogue.badge_of(attendee.id) or 0

    def _issued(self, attendee: Attendee, badge: int | None) -> int:
        known = attendance.badges_of(self.gate.store.db, attendee.id, fair=self.gate.fair.id)
        if known and badge:
            return badge
        return self.issuing.issue(attendee, badge or random_id(), replaces=(), by="")

    def _unprintable(self, attendee: Attendee) -> Unprintable | None:
        missing = self.renderer.missing(self.renderer.face("", attendee, self.gate.fair))
        if not missing:
            return None
        person = attendee.person
        return Unprintable(attendee.id, person.name, person.organisation, missing)

    def _printer(self, printer: str) -> Printer:
        found = next((each.printer for each in self.outlets if each.id == printer), None)
        if found is None:
            raise KeyError(printer)
        return found

    def _append(self, body: facts.Body) -> None:
        self.gate.store.journal.append(body, now_ms=self.gate.clock.now_ms())


def _code(trouble: Trouble | None) -> str:
    return trouble.value if trouble is not None else ""
