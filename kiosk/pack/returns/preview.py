"""A preview of what a build would take: counts, the first rows as understood, what was mended and refused.

Values only; `terminal` writes them on a screen, `workbook` into a spreadsheet. People are masked unless
asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kiosk.domain.words import Words
from kiosk.pack.records.ledger import TOTAL, Fate, Finding, Gravity, Ledger, Mend, Refusal, Tally, Written
from kiosk.pack.returns.notes import RowNotes, notes_of, place_of, written
from kiosk.pack.returns.wording import masked, reason_kind, words_of

FIRST_ROWS = 5
_ORDER = {Gravity.ERROR: 0, Gravity.LOOK: 1}


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row that was taken, as understood: canonical column to cleaned text, in the sheet's order."""

    number: int
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RuleUse:
    """A rule that put cells right, how many, and one of them."""

    rule: str
    name: Words
    cells: int
    example: Mend


@dataclass(frozen=True, slots=True)
class RefusalGroup:
    """Rows that were left out for one reason."""

    column: str
    reason: Words
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FilePreview:
    """One sheet."""

    tally: Tally
    unknown: tuple[str, ...]
    """Headers of columns that were not recognised, and so not used."""
    first: tuple[ShownRow, ...]
    rules: tuple[RuleUse, ...]
    """The most used first."""
    refused: tuple[RefusalGroup, ...]
    """The most frequent first."""
    mends: tuple[Mend, ...]
    """Every one, by row."""
    refusals: tuple[Refusal, ...]
    """Every one, by row."""
    blank: tuple[int, ...]
    totals: tuple[int, ...]
    """Row numbers of sums."""


@dataclass(frozen=True, slots=True)
class Preview:
    """All sheets of a folder in the order in which they were read."""

    title: str
    files: tuple[FilePreview, ...]
    findings: tuple[Finding, ...]
    """What must be settled first, then what should be looked at; by file and row."""

    @property
    def balanced(self) -> bool:
        """Whether no row of any sheet vanished."""
        return all(each.tally.balanced for each in self.files)

    @property
    def clean(self) -> bool:
        """Whether there is nothing that the organiser must correct or look at."""
        return not self.findings and not any(each.refusals for each in self.files)


def preview_of(ledger: Ledger, title: str, *, people: bool = False, first: int = FIRST_ROWS) -> Preview:
    """The ledger as a preview of `first` rows a sheet. With `people` nobody is masked."""
    mask = _as_written if people else masked
    tallies = ledger.tallies()
    order = {tally.file: at for at, tally in enumerate(tallies)}
    findings = sorted(
        ledger.findings,
        key=lambda each: (_ORDER[each.gravity], order.get(each.file, len(order)), each.file, each.row),
    )
    return Preview(title, tuple(_file(ledger, each, mask, first) for each in tallies), tuple(findings))


def _as_written(_column: str, text: str) -> str:
    return text


def _file(ledger: Ledger, tally: Tally, mask: Callable[[str, str], str], first: int) -> FilePreview:
    file = tally.file
    mends = [_masked_mend(each, mask) for each in ledger.mends if each.file == file]
    refusals = [
        replace(each, value=mask(each.column, each.value)) for each in ledger.refusals if each.file == file
    ]
    mends.sort(key=lambda each: each.row)
    refusals.sort(key=lambda each: each.row)
    skips = [each for each in ledger.skips if each.file == file]
    table = written(ledger, file)
    return FilePreview(
        tally=tally,
        unknown=table.unknown,
        first=_first_rows(ledger, table, mask, first),
        rules=_rules(mends),
        refused=_groups(refusals),
        mends=tuple(mends),
        refusals=tuple(refusals),
        blank=tuple(each.row for each in skips if each.why != TOTAL),
        totals=tuple(each.row for each in skips if each.why == TOTAL),
    )


def _masked_mend(mend: Mend, mask: Callable[[str, str], str]) -> Mend:
    return replace(mend, was=mask(mend.column, mend.was), became=mask(mend.column, mend.became))


def _first_rows(
    ledger: Ledger, table: Written, mask: Callable[[str, str], str], first: int
) -> tuple[ShownRow, ...]:
    if table.file not in ledger.tables:
        return ()
    found: list[ShownRow] = []
    for notes in notes_of(ledger, table.file):
        if len(found) >= first:
            break
        if notes.fate is Fate.TAKEN:
            found.append(ShownRow(notes.number, tuple(_understood(notes, table, mask))))
    return tuple(found)


def _understood(
    notes: RowNotes, table: Written, mask: Callable[[str, str], str]
) -> Iterable[tuple[str, str]]:
    cells = table.cells_of(notes.number)
    mended = {each.column: each.became for each in notes.mends}
    for column in table.columns:
        place = place_of(table, column)
        raw = cells[place] if place is not None and place < len(cells) else ""
        text = mended.get(column, raw)
        if text.strip():
            yield column, mask(column, text)


def _rules(mends: Iterable[Mend]) -> tuple[RuleUse, ...]:
    counts: dict[str, int] = {}
    examples: dict[str, Mend] = {}
    for mend in mends:
        counts[mend.rule] = counts.get(mend.rule, 0) + 1
        examples.setdefault(mend.rule, mend)
    ordered = sorted(counts, key=lambda rule: (-counts[rule], rule))
    return tuple(RuleUse(rule, words_of(rule), counts[rule], examples[rule]) for rule in ordered)


def _groups(refusals: Iterable[Refusal]) -> tuple[RefusalGroup, ...]:
    rows: dict[tuple[str, Words], list[int]] = {}
    for each in refusals:
        reason = Words(reason_kind(each.reason.zh), reason_kind(each.reason.en))
        rows.setdefault((each.column, reason), []).append(each.row)
    groups = [RefusalGroup(column, reason, tuple(numbers)) for (column, reason), numbers in rows.items()]
    return tuple(sorted(groups, key=lambda each: (-len(each.rows), each.rows)))


def as_json(preview: Preview) -> dict[str, object]:
    """The preview for programs, ready for `json.dumps`. It quotes no cell beyond first rows and examples."""
    return {
        "title": preview.title,
        "balanced": preview.balanced,
        "files": [_file_json(each) for each in preview.files],
        "findings": [
            {
                "gravity": each.gravity.value,
                "file": each.file,
                "row": each.row,
                "column": each.column,
                "subject": each.subject,
                "zh": each.words.zh,
                "en": each.words.en,
            }
            for each in preview.findings
        ],
    }


def _file_json(file: FilePreview) -> dict[str, object]:
    tally = file.tally
    return {
        "file": tally.file,
        "rows": tally.rows,
        "read": tally.read,
        "taken": tally.taken,
        "mended": tally.mended,
        "refused": tally.refused,
        "blank": tally.blank,
        "totals": tally.totals,
        "blank_rows": list(file.blank),
        "total_rows": list(file.totals),
        "unknown_columns": list(file.unknown),
        "first_rows": [{"row": each.number, "cells": dict(each.cells)} for each in file.first],
        "rules": [
            {
                "rule": each.rule,
                "zh": each.name.zh,
                "en": each.name.en,
                "cells": each.cells,
                "example": {
                    "row": each.example.row,
                    "column": each.example.column,
                    "was": each.example.was,
                    "became": each.example.became,
                },
            }
            for each in file.rules
        ],
        "refusals": [
            {"row": each.row, "column": each.column, "zh": each.reason.zh, "en": each.reason.en}
            for each in file.refusals
        ],
    }
