"""A file's rows one after the other, each with all that the ledger says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from kiosk.pack.records.ledger import Fate, Finding, Gravity, Ledger, Mend, Refusal, Skip, Written
from kiosk.pack.returns.wording import Mark


class _Entry(Protocol):
    @property
    def file(self) -> str: ...
    @property
    def row(self) -> int: ...


E = TypeVar("E", bound=_Entry)


@dataclass(frozen=True, slots=True)
class RowNotes:
    """A row and what happened to it."""

    number: int
    fate: Fate
    mends: Sequence[Mend] = ()
    refusals: Sequence[Refusal] = ()
    skips: Sequence[Skip] = ()
    findings: Sequence[Finding] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The row's signs, the gravest first; TAKEN or SKIPPED where there is nothing else."""
        gravities = {each.gravity for each in self.findings}
        found = [
            mark
            for mark, there in (
                (Mark.ERROR, Gravity.ERROR in gravities),
                (Mark.REFUSED, self.fate is Fate.REFUSED),
                (Mark.MENDED, self.fate is Fate.TAKEN and bool(self.mends)),
                (Mark.LOOK, Gravity.LOOK in gravities),
            )
            if there
        ]
        return tuple(found) or (Mark.SKIPPED if self.fate is Fate.SKIPPED else Mark.TAKEN,)

    @property
    def outcome(self) -> Mark:
        """REFUSED, MENDED, TAKEN or SKIPPED."""
        if self.fate is Fate.TAKEN:
            return Mark.MENDED if self.mends else Mark.TAKEN
        return Mark.REFUSED if self.fate is Fate.REFUSED else Mark.SKIPPED

    @property
    def worth_showing(self) -> bool:
        """Whether the organiser should see the row."""
        return self.fate is Fate.REFUSED or bool(self.mends) or bool(self.findings)


class _Pile(Generic[E]):
    """Entries of one file by row, taken off from the top: no table of all rows is made."""

    def __init__(self, entries: Iterable[E], file: str) -> None:
        self._entries = sorted((each for each in entries if each.file == file), key=lambda each: each.row)
        self._at = 0

    def of(self, row: int) -> Sequence[E]:
        """The entries of `row`; rows are asked for in ascending order."""
        entries, first = self._entries, self._at
        while first < len(entries) and entries[first].row < row:
            first += 1
        last = first
        while last < len(entries) and entries[last].row == row:
            last += 1
        self._at = last
        return entries[first:last]


def notes_of(ledger: Ledger, file: str) -> Iterator[RowNotes]:
    """All rows below the file's header, by number."""
    mends = _Pile(ledger.mends, file)
    refusals = _Pile(ledger.refusals, file)
    skips = _Pile(ledger.skips, file)
    findings = _Pile(ledger.findings, file)
    for row, fate in ledger.fates(file):
        yield RowNotes(row, fate, mends.of(row), refusals.of(row), skips.of(row), findings.of(row))


def general_findings(ledger: Ledger) -> list[Finding]:
    """Findings that belong to no row: of a file as a whole, or of a drawing."""
    return [each for each in ledger.findings if ledger.fate(each.file, each.row) is None]


class Quoted:
    """Stands for a sheet that the ledger was not given: of each row only the cells that it quotes."""

    def __init__(self, ledger: Ledger, file: str) -> None:
        self.file = file
        self.rows: Sequence[int] = tuple(row for row, _fate in ledger.fates(file))
        self.header_row = 1
        self.unknown: tuple[str, ...] = ()
        self._cells: dict[int, dict[str, str]] = {}
        columns: dict[str, None] = {}
        for row, column, text in (
            *((each.row, each.column, each.was) for each in ledger.mends if each.file == file),
            *((each.row, each.column, each.value) for each in ledger.refusals if each.file == file),
        ):
            columns[column] = None
            self._cells.setdefault(row, {})[column] = text
        self.columns = tuple(columns)
        self.header = self.columns

    def cells_of(self, number: int) -> Sequence[str]:
        """The quoted cells, by column."""
        cells = self._cells.get(number, {})
        return [cells.get(column, "") for column in self.columns]

    def letter(self, column: str) -> str:
        """Where the columns really stand is not known."""
        del column
        return ""


def written(ledger: Ledger, file: str) -> Written:
    """The sheet as the organiser wrote it, as far as the ledger has it."""
    table = ledger.tables.get(file)
    return Quoted(ledger, file) if table is None else table


def place_of(table: Written, column: str) -> int | None:
    """A canonical column's place in the sheet, counted from 0."""
    letters = table.letter(column)
    if not letters:
        return table.header.index(column) if column and column in table.header else None
    place = 0
    for each in letters:
        place = place * 26 + ord(each) - ord("A") + 1
    return place - 1


def column_of(finding: Finding, table: Written) -> str:
    """The canonical column that a finding is about; empty where none is known."""
    if finding.column:
        return finding.column
    return finding.subject if place_of(table, finding.subject) is not None else ""
