"""Where a sheet's cells lie, looked up in the raw XML before anything is laid out.

The reader lays a sheet out as one rectangle, so a single stray cell at XFD1048576 would ask for 400 GB and
abort the process. A quick look settles it for a sheet as programs write it; any other is walked tag by
tag, counting as the reader counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_ROWS = 200_000
MAX_COLUMNS = 512
MAX_CELLS = 10_400_000
_DATA = b"sheetData"


def _beyond(place: bytes) -> re.Pattern[bytes]:
    """A cell that is not written as usual, or is not within `place`."""
    return re.compile(
        rb'<c(?! r="' + place + rb'"(?: s="[0-9]++")?+(?: t="[a-zA-Z]++")?+(?:>| ?/?>)|[a-zA-Z])'
    )


_NOT_LONG = _beyond(rb"A?[A-Z]1?[0-9]{1,5}+")
"""Beyond column AZ (52) or row 199,999."""
_NOT_WIDE = _beyond(rb"(?:[A-Z]|[A-Q][A-Z])[0-9]{1,4}+")
"""Beyond column QZ (468) or row 9,999."""
_PREFIXED = re.compile(rb":c(?![a-zA-Z0-9:._-])")
_TAG = re.compile(
    rb"<(/?)(?:[^\s<>/:\"'=]*:)?(c(?<!/c)|row)(?=[\s/>])((?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+)(>?)(?=(</)?)"
)
"""A cell or row, or a row's end, without backtracking: end, name, attributes, closed, nothing in it."""
_PLACE = re.compile(rb"""(?:^|[\s"'])r\s*+=\s*+(?:"([^"]*)"|'([^']*)')""")
_CELL = re.compile(rb"([A-Za-z]{1,3})0{0,20}([0-9]{1,7})")
_LONGEST_TAG_BYTES = 4096
MAX_WALKED = 6_000_000
"""Tags of rows and cells, filled or blank, at 5 µs each."""


class NoSheetError(ValueError):
    """The XML is not well formed, so that no cells can be counted in it."""


class TooFarOutError(ValueError):
    """A filled cell lies where no list of an organiser has one; the text is its place."""


def check_places(data: bytes) -> None:
    """Look at a sheet's XML. Raises TooFarOutError, or NoSheetError for XML that is not well formed."""
    if _DATA not in data:
        return
    prefixed = b":c" in data and _PREFIXED.search(data) is not None
    if not prefixed and any(each.search(data) is None for each in (_NOT_LONG, _NOT_WIDE)):
        return
    rows = columns = 0
    for row, column, place in filled(data):
        rows, columns = max(rows, row), max(columns, column)
        if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
            raise TooFarOutError(place)


def filled(data: bytes) -> Iterator[tuple[int, int, str]]:
    """The sheet's filled cells as row, column (from 1) and place, counted as the reader counts them."""
    row, column = 1, 0
    for count, tag in enumerate(_TAG.finditer(data)):
        if count > MAX_WALKED:
            raise NoSheetError  # so many tags, and not as programs write them
        end, name, attributes, closed, empty = tag.groups()
        if not closed or b"<" in attributes or len(attributes) > _LONGEST_TAG_BYTES:
            raise NoSheetError  # a tag that might swallow the next one hides its place
        if end:
            row, column = (row + 1, 0) if name == b"row" else (row, column)
            continue
        blank = attributes.endswith(b"/") or bool(empty)  # a cell that only has a colour
        places = [first or second for first, second in _PLACE.findall(attributes)]
        if name == b"row":
            row = max((_number(each) for each in places), default=row)
            if attributes.endswith(b"/"):
                row, column = row + 1, 0
            continue
        cells = [_cell(each) for each in places] or [(row, column + 1)]
        column = max(across for _down, across in cells)
        if not blank:
            down = max(down for down, _across in cells)
            yield down, column, f"{letters(column)}{down}"


def _number(text: bytes) -> int:
    if not re.fullmatch(rb"[0-9]{1,19}", text):
        raise NoSheetError
    return int(text)


def _cell(text: bytes) -> tuple[int, int]:
    found = _CELL.fullmatch(text)
    if found is None:
        raise NoSheetError
    column = 0
    for each in found[1].upper():
        column = column * 26 + each - 64
    return int(found[2]), column


def letters(column: int) -> str:
    """Excel's letters of a column counted from 1.

    >>> letters(1), letters(28), letters(16384)
    ('A', 'AB', 'XFD')
    """
    text = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
