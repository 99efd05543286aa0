"""Merged cells of an ods, which the reader does not tell: looked up in its XML."""

from __future__ import annotations

import html
import re

from kiosk.pack.sheets.places import MAX_COLUMNS, MAX_ROWS

_TAG = re.compile(rb"<(/?)table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^<>]*)>")
_NAMED = re.compile(rb'\stable:(name|number-(?:rows|columns)-(?:spanned|repeated))="([^"]*)"')
MAX_MERGES = 100_000


def ods_merges(content: bytes) -> dict[str, list[tuple[tuple[int, int], tuple[int, int]]]]:
    """Merged ranges by sheet, as (row, column) of their first and last cell, counted from 0."""
    merges: dict[str, list[tuple[tuple[int, int], tuple[int, int]]]] = {}
    here: list[tuple[tuple[int, int], tuple[int, int]]] = []
    row = column = repeated = count = 0
    for tag in _TAG.finditer(content):
        end, name = tag[1], tag[2]
        says = dict(_NAMED.findall(tag[3]))
        if name == b"table":
            row = 0
            if not end:
                here = merges.setdefault(html.unescape(says.get(b"name", b"").decode("utf-8", "replace")), [])
        elif name == b"table-row":
            if end or tag[3].endswith(b"/"):
                row += repeated if end else _number(says, b"number-rows-repeated")
            else:
                column, repeated = 0, _number(says, b"number-rows-repeated")
        elif not end:
            down = _number(says, b"number-rows-spanned")
            across = _number(says, b"number-columns-spanned")
            if down * across > 1 and row < MAX_ROWS and column < MAX_COLUMNS and count < MAX_MERGES:
                here.append(((row, column), (row + down - 1, column + across - 1)))
                count += 1
            column += _number(says, b"number-columns-repeated")
    return merges


def _number(says: dict[bytes, bytes], name: bytes) -> int:
    text = says.get(name, b"1")
    return min(int(text), MAX_ROWS) if re.fullmatch(rb"[0-9]{1,9}", text) else 1
