"""The ledger of a build: every row that was read is taken, refused or skipped, and every change is listed.

No row vanishes (domain.md section 3): `Tally.balanced` says so for each file, and the build refuses to go on
where it does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Sized
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from kiosk.domain.words import Words

BLANK = "blank"
TOTAL = "total"
"""Why a row holds no record."""


class Fate(StrEnum):
    """What became of a row. A row that is taken may have been mended: see `Ledger.mends`."""

    TAKEN = "taken"
    REFUSED = "refused"
    SKIPPED = "skipped"


class Gravity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """To be settled before the fair: two employers on one stall."""
    LOOK = "look"


class Written(Protocol):
    """A sheet as the organiser wrote it, so that what goes back quotes their own cells."""

    @property
    def file(self) -> str:
        """Its name in the ledger."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Canonical names of the columns that were recognised."""

    @property
    def rows(self) -> Sized:
        """All rows below the header, blank ones too."""

    @property
    def header(self) -> tuple[str, ...]:
        """The header's texts as written, from column A."""

    @property
    def header_row(self) -> int:
        """Its row number, as Excel shows it."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """Header texts that were not recognised."""

    def cells_of(self, number: int) -> Sequence[str]:
        """A row's raw cells from column A, by the row's number; as many as there are."""

    def letter(self, column: str) -> str:
        """Excel's letter of a canonical column, empty where the sheet has none."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A cell that was put right. The row is taken; the organiser should look."""

    file: str
    row: int
    column: str
    was: str
    became: str
    rule: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was left out, and why."""

    file: str
    row: int
    column: str
    value: str
    reason: Words


@dataclass(frozen=True, slots=True)
class Skip:
    """A row that holds no record: blank, or a sum."""

    file: str
    row: int
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at that changed nothing. Row 0 means the file as a whole."""

    file: str
    row: int
    subject: str
    words: Words
    gravity: Gravity = Gravity.LOOK
    column: str = ""
    """The canonical column that it is about, where `subject` does not name it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one file's rows below its header.

    rows = read + blank + totals, and read = taken + mended + refused. `rows` is what the sheet has, `read`
    what is left of it without blank rows and sums. All other numbers are counted from what became of the
    rows, one by one: a row that nobody settled breaks the second equation.
    """

    file: str
    rows: int
    read: int
    """Rows that hold a record."""
    taken: int
    """Taken exactly as written."""
    mended: int
    """Taken with at least one cell put right."""
    refused: int
    blank: int
    totals: int

    @property
    def skipped(self) -> int:
        """Rows without a record."""
        return self.blank + self.totals

    @property
    def balanced(self) -> bool:
        """Whether both equations hold."""
        return (
            self.rows == self.read + self.blank + self.totals
            and self.read == self.taken + self.mended + self.refused
        )


@dataclass(slots=True)
class Ledger:
    """Collects what happens to the rows while sheets are read."""

    mends: list[Mend] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    skips: list[Skip] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    tables: dict[str, Written] = field(default_factory=dict)
    """The sheets as written, by file, as far as they were given."""
    _rows: dict[str, int] = field(default_factory=dict)
    _fates: dict[str, dict[int, Fate]] = field(default_factory=dict)

    def open(self, file: str, rows: int) -> None:
        """Begin a file of `rows` rows below its header. A file is read once."""
        assert file not in self._rows, f"{file} is read twice"
        self._rows[file] = rows
        self._fates[file] = {}

    def open_table(self, table: Written) -> None:
        """Begin a sheet, and keep it, so that its cells can be quoted."""
        self.tables[table.file] = table
        self.open(table.file, len(table.rows))

    def take(self, file: str, row: int) -> None:
        """The row became a record."""
        self._settle(file, row, Fate.TAKEN)

    def refuse(self, file: str, row: int, column: str, value: str, reason: Words) -> None:
        """The row is left out, and with it what was mended in it."""
        self._settle(file, row, Fate.REFUSED)
        while self.mends and (self.mends[-1].file, self.mends[-1].row) == (file, row):
            self.mends.pop()
        self.refusals.append(Refusal(file, row, column, value, reason))

    def skip(self, file: str, row: int, why: str) -> None:
        """The row holds no record."""
        self._settle(file, row, Fate.SKIPPED)
        self.skips.append(Skip(file, row, why))

    def mend(self, file: str, row: int, column: str, was: str, became: str, rule: str) -> None:
        """A cell was put right."""
        self.mends.append(Mend(file, row, column, was, became, rule))

    def find(
        self,
        file: str,
        row: int,
        subject: str,
        zh: str,
        en: str,
        gravity: Gravity = Gravity.LOOK,
        column: str = "",
    ) -> None:
        """Something to look at."""
        self.findings.append(Finding(file, row, subject, Words(zh, en), gravity, column))

    def fate(self, file: str, row: int) -> Fate | None:
        """What became of a row, if it is settled."""
        return self._fates.get(file, {}).get(row)

    def fates(self, file: str) -> Iterator[tuple[int, Fate]]:
        """What became of each settled row, by row number."""
        return iter(sorted(self._fates.get(file, {}).items()))

    def tallies(self) -> tuple[Tally, ...]:
        """Counts of each file, in the order in which the files were read."""
        mended: dict[str, set[int]] = {file: set() for file in self._rows}
        for mend in self.mends:
            mended.setdefault(mend.file, set()).add(mend.row)
        why: dict[tuple[str, int], str] = {(skip.file, skip.row): skip.why for skip in self.skips}
        return tuple(self._tally(file, mended[file], why) for file in self._rows)

    def _tally(self, file: str, mended: set[int], why: dict[tuple[str, int], str]) -> Tally:
        counts = dict.fromkeys(("taken", "mended", "refused", BLANK, TOTAL), 0)
        for row, fate in self._fates[file].items():
            if fate is Fate.TAKEN:
                counts["mended" if row in mended else "taken"] += 1
            elif fate is Fate.REFUSED:
                counts["refused"] += 1
            else:
                counts[TOTAL if why[file, row] == TOTAL else BLANK] += 1
        read = self._rows[file] - counts[BLANK] - counts[TOTAL]
        return Tally(
            file=file,
            rows=self._rows[file],
            read=read,
            taken=counts["taken"],
            mended=counts["mended"],
            refused=counts["refused"],
            blank=counts[BLANK],
            totals=counts[TOTAL],
        )

    def _settle(self, file: str, row: int, fate: Fate) -> None:
        fates = self._fates[file]
        assert row not in fates, f"{file} row {row} is settled twice"
        fates[row] = fate
