"""The workbook's first sheet, and the one of findings that belong to no row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiosk.domain.words import Words
from kiosk.pack.records.ledger import Finding, Gravity, Tally
from kiosk.pack.returns.page import CELL, HEADER, HEADING, PLAIN, TITLE, Page, crossed, filled
from kiosk.pack.returns.preview import FilePreview, Preview
from kiosk.pack.returns.wording import Mark, both, quoted, rows_text

INTRODUCTION = (
    "这是您交来的表格：后面各表是您自己的行，有行号、问题、我们的处理和原来的内容。请改正原表后再交。",
    "These are your own sheets: each that follows has row numbers, what is wrong, what we did, and "
    "what you wrote. Please correct your files and send them again.",
)
TALLY_HEADER = (
    "文件 File",
    "行数 Rows",
    "空行 Blank",
    "合计行 Sums",
    "读入 Read",
    "采用 Taken",
    "已修正 Mended",
    "未采用 Refused",
    "核对 Proof",
    "查看 See",
)
_LEGEND = (
    (Mark.ERROR, Words("开馆前必须解决", "must be settled before the fair")),
    (Mark.REFUSED, Words("这一行没有采用，请改正", "the row was left out: correct it")),
    (Mark.MENDED, Words("我们改了这一格，请看是否对", "we put this cell right: see whether it is right")),
    (Mark.LOOK, Words("没有改动，请核对", "nothing was changed: please look")),
    (Mark.TAKEN, Words("照原样采用", "taken as written")),
    (Mark.SKIPPED, Words("空行或合计行", "a blank row or a sum")),
)
LEAST = (22, 12, 12, 12, 12, 12, 16, 16, 22, 14)
MOST = (40, 14, 14, 14, 14, 14, 16, 16, 44, 28)
FINDINGS_LEAST = (12, 14, 6, 12, 30, 30)
FINDINGS_MOST = (20, 30, 9, 24, 60, 60)


def proof(tally: Tally) -> str:
    """The two sums of a file, with a sign whether they hold.

    >>> proof(Tally("a.csv", rows=8, read=6, taken=3, mended=2, refused=1, blank=1, totals=1))
    '3 + 2 + 1 = 6 √\\n6 + 1 + 1 = 8 √'
    """
    settled = f"{tally.taken} + {tally.mended} + {tally.refused}"
    holds = tally.taken + tally.mended + tally.refused == tally.read
    whole = f"{tally.read} + {tally.blank} + {tally.totals}"
    all_there = tally.read + tally.blank + tally.totals == tally.rows
    return (
        f"{settled} {'=' if holds else '≠'} {tally.read} {'√' if holds else '×'}\n"
        f"{whole} {'=' if all_there else '≠'} {tally.rows} {'√' if all_there else '×'}"
    )


def write_summary(page: Page, preview: Preview, names: Mapping[str, str]) -> None:
    """Counts, proof, legend, rules and unknown columns. `names` are the sheets of files that have one."""
    page.text(0, preview.title, TITLE)
    page.down()
    for line in INTRODUCTION:
        page.text(0, line, PLAIN)
        page.down()
    page.down()
    _heading(page, "行数 Rows")
    page.text(0, "采用 + 已修正 + 未采用 = 读入；读入 + 空行 + 合计行 = 行数", PLAIN)
    page.down()
    page.text(0, "taken + mended + refused = read; read + blank + sums = rows", PLAIN)
    page.down()
    page.texts(TALLY_HEADER, HEADER)
    page.down()
    for file in preview.files:
        _tally(page, file.tally, names.get(file.tally.file, ""))
    _legend(page)
    _rules(page, preview.files)
    _refusals(page, preview.files)
    _asides(page, preview.files)
    page.fit()


def _heading(page: Page, text: str) -> None:
    page.text(0, text, HEADING)
    page.down()


def _tally(page: Page, tally: Tally, name: str) -> None:
    page.text(0, tally.file)
    numbers = (
        tally.rows,
        tally.blank,
        tally.totals,
        tally.read,
        tally.taken,
        tally.mended,
        tally.refused,
    )
    for column, number in enumerate(numbers, 1):
        page.number(column, number)
    page.text(8, proof(tally))
    if name:
        page.link(9, name, "→")
    else:
        page.text(9, "√ 没有问题 all right")
    page.down()


def _legend(page: Page) -> None:
    page.down()
    _heading(page, "标记 Marks")
    for mark, words in _LEGEND:
        page.text(0, f"{mark.sign} {both(mark.words)}", filled(mark))
        page.text(1, f"{words.zh} {words.en}", PLAIN)
        page.down()
    page.text(0, "", crossed(Mark.REFUSED))
    page.text(1, "叉：空的格子 crossed out: a cell that is blank", PLAIN)
    page.down()


def _rules(page: Page, files: Sequence[FilePreview]) -> None:
    if not any(file.rules for file in files):
        return
    page.down()
    _heading(page, "修正了什么 What was mended")
    page.texts(("文件 File", "格 Cells", "例：行 Row", "列 Column"), HEADER)
    page.text(4, "规则；例 Rule; example", HEADER)
    page.down()
    for file in files:
        for use in file.rules:
            page.text(0, file.tally.file)
            page.number(1, use.cells)
            page.number(2, use.example.row)
            page.text(3, use.example.column)
            example = f"{quoted(use.example.was)} → {quoted(use.example.became)}"
            page.text(4, f"{both(use.name)}；{example}", PLAIN)
            page.down()


def _refusals(page: Page, files: Sequence[FilePreview]) -> None:
    if not any(file.refused for file in files):
        return
    page.down()
    _heading(page, "没有采用的行 Rows left out")
    page.texts(("文件 File", "行数 Rows", "列 Column"), HEADER)
    page.text(3, "原因；行号 Reason; row numbers", HEADER)
    page.down()
    for file in files:
        for group in file.refused:
            page.text(0, file.tally.file)
            page.number(1, len(group.rows))
            page.text(2, group.column)
            page.text(3, f"{both(group.reason)}；{rows_text(group.rows)}", PLAIN)
            page.down()


def _asides(page: Page, files: Sequence[FilePreview]) -> None:
    """What was not used: columns that nobody knows, blank rows, sums."""
    lines = [
        (file.tally.file, label, text)
        for file in files
        for label, text in (
            ("不认识的列 Unknown columns", "、".join(file.unknown)),
            ("空行 Blank rows", rows_text(file.blank)),
            ("合计行 Sums", rows_text(file.totals)),
        )
        if text
    ]
    if not lines:
        return
    page.down()
    _heading(page, "没有用到的 What was not used")
    for file_name, label, text in lines:
        page.text(0, file_name)
        page.text(1, f"{label}：{text}", PLAIN)
        page.down()


def write_findings(page: Page, findings: Sequence[Finding]) -> None:
    """Findings of drawings, of a file as a whole, or of several files together."""
    page.texts(("标记 Mark", "文件 File", "行 Row", "对象 Subject", "说明", "Finding"), HEADER)
    page.down()
    for each in findings:
        mark = Mark.ERROR if each.gravity is Gravity.ERROR else Mark.LOOK
        page.text(0, f"{mark.sign} {both(mark.words)}", filled(mark))
        page.text(1, each.file)
        if each.row:
            page.number(2, each.row)
        else:
            page.text(2, "")
        page.texts((each.subject, each.words.zh, each.words.en), CELL, start=3)
        page.down()
    page.sheet.freeze_panes(1, 1)
    page.sheet.repeat_rows(0)
    page.sheet.autofilter(0, 0, page.row - 1, 5)
    page.fit()
