"""The ledger of a build: every row that was read is taken, refused or skipped, and every change is listed.

No row vanishes (domain.md section 3): `Tally.balanced` says so for each file, and the build refuses to go on
where it does not hold.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.fair import Words


class Fate(StrEnum):
    """What became of a row."""

    TAKEN = "taken"
    REFUSED = "refused"
    SKIPPED = "skipped"


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


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one file's rows below its header."""

    file: str
    read: int
    taken: int
    refused: int
    skipped: int

    @property
    def balanced(self) -> bool:
        """Read = taken + refused + skipped."""
        return self.read == self.taken + self.refused + self.skipped


@dataclass(slots=True)
class Ledger:
    """Collects what happens to the rows while sheets are read."""

    mends: list[Mend] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    skips: list[Skip] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _read: dict[str, int] = field(default_factory=dict)
    _fates: dict[str, dict[int, Fate]] = field(default_factory=dict)

    def open(self, file: str, rows: int) -> None:
        """Begin a file of `rows` rows below its header."""
        self._read[file] = rows
        self._fates[file] = {}

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

    def find(self, file: str, row: int, subject: str, zh: str, en: str) -> None:
        """Something to look at."""
        self.findings.append(Finding(file, row, subject, Words(zh, en)))

    def fate(self, file: str, row: int) -> Fate | None:
        """What became of a row, if it is settled."""
        return self._fates.get(file, {}).get(row)

    def tallies(self) -> tuple[Tally, ...]:
        """Counts of each file, in the order in which the files were read."""
        return tuple(self._tally(file) for file in self._read)

    def _tally(self, file: str) -> Tally:
        fates = list(self._fates[file].values())
        return Tally(
            file,
            self._read[file],
            fates.count(Fate.TAKEN),
            fates.count(Fate.REFUSED),
            fates.count(Fate.SKIPPED),
        )

    def _settle(self, file: str, row: int, fate: Fate) -> None:
        fates = self._fates[file]
        assert row not in fates, f"{file} row {row} is settled twice"
        fates[row] = fate
