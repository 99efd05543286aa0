"""What facts say of a kiosk's batches: what was ordered, how far it has come, what nobody knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain import facts
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.batch import Order, sheet_of, sheet_word
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.domain.staff_duties import Act
from kiosk.domain.words import Words
from kiosk.services.duty import require
from kiosk.services.printing.batch_values import BatchLine, BatchState, BatchWish
from kiosk.services.printing.batch_work import Handed, Packed, Papers
from kiosk.store import batches
from kiosk.store.ids import random_id

if TYPE_CHECKING:
    from kiosk.badges.imposition import SheetLayout
    from kiosk.services.gate import Gate


@dataclass(frozen=True, slots=True)
class BatchBook:
    """Orders batches and reads how they stand. All calls come from the one thread that owns the store."""

    gate: Gate
    sheets: Mapping[str, SheetLayout]
    printers: Mapping[str, Words]
    """What staff call each printer, by its id."""

    def papers(self, batch: int = 0, desk: str = "", row: int = 0) -> Papers:
        """What facts say of a batch, or of one that is not ordered yet."""
        db, fair = self.gate.store.db, self.gate.fair.id
        rows = batches.rows_of(db, fair, batch)
        if rows and row:
            before = max(rows.values()) - ((len(rows) - 1) // row + 1)
        else:
            before = batches.last_row(db, fair, desk, batch) if desk and row else 0
        record = self.record(batch)
        return Papers(
            batch=batch,
            held=batches.held(db, fair),
            printed=frozenset(rows),
            last_sheet=record.last_sheet if record is not None else 0,
            row_before=max(0, before),
        )

    def order(self, wish: BatchWish, staff: str) -> int | None:
        """Order a batch; None where another one is not at its end: it goes on or is given up first."""
        require(self.gate.fair, staff, Act.BATCH)
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
        record = self.record(batch)
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
        require(self.gate.fair, staff, Act.BATCH)
        with self.gate.store.transaction():
            self._append(facts.BatchEnded(self.gate.fair.id, batch, whole=False, by=staff))

    def packed(self, batch: int) -> Packed | None:
        """What facts say of a batch's badges and where they lie; None for one that is unknown."""
        record = self.record(batch)
        if record is None:
            return None
        rows = batches.rows_of(self.gate.store.db, self.gate.fair.id, batch)
        return Packed(batch, wish_of(record), record.at, record.last_sheet, rows)

    def record(self, batch: int) -> batches.BatchRecord | None:
        """A batch as facts have it, or None."""
        found = batches.batches(self.gate.store.db, self.gate.fair.id)
        return next((each for each in found if each.batch == batch), None)

    def _line(self, record: batches.BatchRecord) -> BatchLine:
        sheet, _back = sheet_of(record.sheet)
        known = self.sheets.get(sheet)
        asked = self.unsettled(record.batch) if record.ended is None else None
        state = BatchState.ASKED if asked is not None else BatchState.OPEN
        if record.ended is not None:
            state = BatchState.WHOLE if record.ended == "whole" else BatchState.GIVEN_UP
        return BatchLine(
            batch=record.batch,
            wish=wish_of(record),
            sheet=known.words if known is not None else Words(sheet, sheet),
            at=record.at,
            by=record.by,
            state=state,
            printed=record.printed,
            sheets=record.last_sheet,
            here=record.origin == self.gate.store.journal.origin,
            first=asked.fact.first if asked is not None else 0,
            last=asked.fact.last if asked is not None else 0,
            printer=self.printers.get(asked.fact.printer) if asked is not None else None,
        )

    def _append(self, body: facts.Body) -> None:
        self.gate.store.journal.append(body, now_ms=self.gate.clock.now_ms())


def wish_of(record: batches.BatchRecord) -> BatchWish:
    """What was wished for, as far as this version of the program knows its words."""
    sheet, back = sheet_of(record.sheet)
    known = {each.name.lower(): each for each in BadgeType}
    order = next((each for each in Order if each == record.order), Order.NAMES)
    whom = tuple(known[each] for each in record.whom if each in known)
    return BatchWish(whom, order, sheet, back, record.desk, record.row)


def _trouble(code: str) -> Trouble | None:
    return next((each for each in Trouble if each == code), None)
