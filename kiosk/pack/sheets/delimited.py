"""Texts with separators: csv and tsv in the encodings that Excel, WPS and Windows write."""

from __future__ import annotations

import codecs
import csv
import io
import re

from kiosk.pack.faults import PackFault
from kiosk.pack.sheets.places import MAX_CELLS, MAX_COLUMNS, MAX_ROWS

MAX_CELL_CHARACTERS = 32_767
"""Excel's own limit."""
_GB18030_2022 = dict(
    zip(
        (0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864, 0xE7C7, 0xE7C8),
        (0x9FB4, 0x9FB5, 0x9FB6, 0x9FB7, 0x9FB8, 0x9FB9, 0x9FBA, 0x9FBB, 0x1E3F, 0x01F9),
        strict=True,
    )
)
"""Python's gb18030 is the older map, which sends these to private code points that no font draws."""
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_SEPARATORS = ",\t;；"
_SAMPLE_CHARACTERS = 20_000


def delimited_grid(file: str, data: bytes) -> list[list[str]]:
    """The rows of a csv or tsv file. Raises PackFault where it is none, or too large."""
    text = decode(file, data)
    if "\0" in text:
        raise PackFault(f"{file} 不是文本文件，请重新保存。", f"{file} is no text file: save it again.")
    grid: list[list[str]] = []
    cells = 0
    quoted = "'" in text
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator(text), strict=True):
            grid.append([unguarded(cell) for cell in row] if quoted else row)
            cells += len(row)
            if len(grid) > MAX_ROWS:
                raise PackFault(
                    f"{file} 超过 20 万行，请拆分。", f"{file} has more than 200,000 rows: split it."
                )
            if len(row) > MAX_COLUMNS or cells > MAX_CELLS:
                raise PackFault(
                    f"{file} 第 {len(grid)} 行的列太多，请检查。",
                    f"{file} has too many columns by row {len(grid)}: look at it.",
                )
    except csv.Error as fault:
        at = len(grid) + 1
        if "field larger" in str(fault):
            raise PackFault(
                f"{file} 第 {at} 行有一格超过 13 万字，可能少了一个引号，请检查。",
                f"{file} row {at} has a cell of more than 130,000 characters: is a quote missing?",
            ) from fault
        raise PackFault(
            f"{file} 第 {at} 行不是完整的 CSV，可能少了一个引号，请检查。",
            f"{file} row {at} is no well-formed CSV, perhaps a quote is missing: {fault}.",
        ) from fault
    return grid


def guarded(text: str) -> str:
    """A cell for a csv file that no spreadsheet takes for a formula: a quote before what begins like one.

    >>> guarded("=1+1"), guarded("'=1"), guarded("北京'")
    ("'=1+1", "''=1", "北京'")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def separator(text: str) -> str:
    """The separator that most evenly parts the first lines: a comma, tab or semicolon of either width.

    >>> separator("姓名;电话" + chr(10) + "林远;1,2")
    ';'
    """
    lines = [line for line in text[:_SAMPLE_CHARACTERS].splitlines()[:20] if line.strip()]
    return max(_SEPARATORS, key=lambda each: (sum(each in line for line in lines), -_SEPARATORS.index(each)))


def decode(file: str, data: bytes) -> str:
    """By its mark, then UTF-8 strictly, then GB18030 strictly: the other order corrupts UTF-8 silently."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif _looks_like_utf16(data):
        encodings = ["utf-16-le" if data[1:2] == b"\0" else "utf-16-be"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text.translate(_GB18030_2022) if encoding == "gb18030" else text
    raise PackFault(
        f"{file} 既不是 UTF-8 也不是 GB18030，请在 Excel 里另存为 CSV UTF-8。",
        f"{file} is neither UTF-8 nor GB18030: save it from Excel as CSV UTF-8.",
    )


def _looks_like_utf16(data: bytes) -> bool:
    """Whether it is UTF-16 without a mark: every separator and line end has a zero beside it."""
    sample = data[:4000]
    return len(sample) >= 4 and sample.count(0) >= 2 and (b"\0\n" in sample or b"\n\0" in sample)
