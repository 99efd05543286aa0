"""A sheet of the workbook: the organiser's own rows, what is wrong with each, and what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.domain.words import Words
from kiosk.pack.records.ledger import TOTAL, Fate, Gravity, Ledger, Mend, Skip, Written
from kiosk.pack.returns.notes import RowNotes, column_of, notes_of, place_of
from kiosk.pack.returns.page import CELL, HEADER, UNKNOWN, Look, Page, crossed, filled, marked
from kiosk.pack.returns.wording import Mark, both, quoted, words_of

LEADING = ("行 Row", "标记 Mark", "问题 What is wrong", "处理 What we did")
"""Our columns; the organiser's own follow."""
MOST_COMMENTS = 500
"""A sheet with more of them opens slowly, and the two columns say the same."""
_HEADER_ROW = 0
LEAST = (6, 18, 24, 20, 6)
MOST = (9, 20, 46, 40, 30)
_COMMENT = {"author": "Fair Kiosk", "x_scale": 2.2, "font_size": 10}
LEFT_OUT = Words("这一行没有采用。", "This row was left out.")
UNCHANGED = Words("没有改动。", "Nothing was changed.")
SETTLE = Words("请在开馆前解决。", "Settle it before the fair.")


def write_rows(page: Page, ledger: Ledger, table: Written, *, all_rows: bool) -> None:
    """The header as written, then the rows worth showing (or all), each under its own row number."""
    page.texts(LEADING, HEADER)
    for at, text in enumerate(table.header, len(LEADING)):
        page.text(at, text, UNKNOWN if text and text in table.unknown else HEADER)
    page.down()
    comments = 0
    for notes in notes_of(ledger, table.file):
        if all_rows or notes.worth_showing:
            comments = _row(page, notes, table, comments)
    page.sheet.freeze_panes(_HEADER_ROW + 1, 2)
    page.sheet.repeat_rows(_HEADER_ROW)
    page.sheet.repeat_columns(0, 1)
    page.sheet.autofilter(_HEADER_ROW, 0, page.row - 1, len(LEADING) + max(len(table.header), 1) - 1)
    page.fit()


def _row(page: Page, notes: RowNotes, table: Written, comments: int) -> int:
    """One row; gives how many comments the sheet has now."""
    page.number(0, notes.number)
    page.text(1, "\n".join(f"{each.sign} {both(each.words)}" for each in notes.marks), filled(notes.marks[0]))
    page.text(2, "\n".join(wrong(notes, table)))
    page.text(3, "\n".join(dict.fromkeys(done(notes, table))))
    cells = table.cells_of(notes.number)
    marks = _marks(notes, table)
    last = max([len(cells), len(table.header), *(at + 1 for at in marks)])
    for at in range(last):
        text = cells[at] if at < len(cells) else ""
        page.text(len(LEADING) + at, text, _look(marks.get(at), text))
    for at, text in _remarks(notes, table):
        if comments < MOST_COMMENTS:
            comments += 1
            page.sheet.write_comment(page.row, len(LEADING) + at, text, _COMMENT)
    page.down()
    return comments


def _look(mark: Mark | None, text: str) -> Look:
    if mark is None:
        return CELL
    return marked(mark) if text.strip() else crossed(mark)


def _marks(notes: RowNotes, table: Written) -> dict[int, Mark]:
    """The marked cells by their place in the sheet; of several marks the gravest is shown."""
    marks: dict[int, Mark] = {}
    for column, mark in _marked_columns(notes, table):
        place = place_of(table, column)
        if place is not None:
            marks.setdefault(place, mark)
    return marks


def _marked_columns(notes: RowNotes, table: Written) -> Iterator[tuple[str, Mark]]:
    """The gravest first."""
    errors = [each for each in notes.findings if each.gravity is Gravity.ERROR]
    yield from ((column_of(each, table), Mark.ERROR) for each in errors)
    yield from ((each.column, Mark.REFUSED) for each in notes.refusals)
    yield from ((each.column, Mark.MENDED) for each in notes.mends)
    yield from ((column_of(each, table), Mark.LOOK) for each in notes.findings)


def wrong(notes: RowNotes, table: Written) -> Iterator[str]:
    """A line for each thing that is wrong with a row, in both languages."""
    for finding in notes.findings:
        column = column_of(finding, table)
        said = column and column in finding.words.zh
        yield both(finding.words) if said else f"{_column(column)}{both(finding.words)}"
    for refusal in notes.refusals:
        yield f"{_column(refusal.column)}{quoted(refusal.value)} {both(refusal.reason)}"
    for mend in notes.mends:
        name = words_of(mend.rule)
        if any(name.zh in each.words.zh and column_of(each, table) == mend.column for each in notes.findings):
            yield f"{_column(mend.column)}{quoted(mend.was)}"  # a finding above says the rest
        else:
            yield f"{_column(mend.column)}{quoted(mend.was)} {both(name)}"
    for skip in notes.skips:
        yield _why(skip)


def done(notes: RowNotes, table: Written) -> Iterator[str]:
    """A line for each thing that was done with a row, in both languages."""
    if notes.fate is Fate.REFUSED:
        yield both(LEFT_OUT)
    yield from (_became(each) for each in notes.mends)
    mended = {each.column for each in notes.mends}
    for finding in notes.findings:
        if finding.gravity is Gravity.ERROR:
            yield both(SETTLE)
        elif notes.fate is not Fate.REFUSED and column_of(finding, table) not in mended:
            yield both(UNCHANGED)


def _became(mend: Mend) -> str:
    if not mend.became:
        return f"{_column(mend.column)}留空 left blank"
    return f"{_column(mend.column)}改为 now {quoted(mend.became)}"


def _why(skip: Skip) -> str:
    return "合计行，不是记录 a sum, no record" if skip.why == TOTAL else "空行 a blank row"


def _column(name: str) -> str:
    return f"{name}：" if name else ""


def _remarks(notes: RowNotes, table: Written) -> Sequence[tuple[int, str]]:
    """What to say beside a cell, by its place in the sheet."""
    lines: dict[int, list[str]] = {}
    for mend in notes.mends:
        place = place_of(table, mend.column)
        if place is not None:
            lines.setdefault(place, []).append(f"{both(words_of(mend.rule))}\n{_became(mend)}")
    for refusal in notes.refusals:
        place = place_of(table, refusal.column)
        if place is not None:
            lines.setdefault(place, []).append(both(refusal.reason))
    return [(place, "\n".join(texts)) for place, texts in sorted(lines.items())]
