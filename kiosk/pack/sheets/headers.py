"""Which row is a sheet's header, and which column means what."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SEARCH_ROWS = 20
LONGEST_HEADER = 200
"""Characters of a header cell that are looked at; what is longer is a remark."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header row. `row` is Excel's number, 0 where there is none; `columns` is by index from 0."""

    row: int
    columns: Mapping[int, str]
    texts: tuple[str, ...]
    left: frozenset[int] = frozenset()
    """Indexes of the columns that the organiser said are not read."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """Header texts that mean no column, one line each."""
        return tuple(
            " ".join(text.split())
            for index, text in enumerate(self.texts)
            if index not in self.columns and index not in self.left and text.strip()
        )


def header_key(text: str) -> str:
    """A header cell made comparable: no width, space, remark in brackets, star or year of graduation.

    >>> header_key(" ２０２３届生源总数（人）* ")
    '生源总数'
    >>> header_key("Mobile No.")
    'mobileno'
    """
    folded = unicodedata.normalize("NFKC", text[:LONGEST_HEADER])
    folded = re.sub(r"\([^()]*\)|【[^【】]*】|\[[^\[\]]*\]", "", folded)
    folded = re.sub(r"^\d{4}届", "", folded.strip())
    return re.sub(r"[\s*:_.'`?\-\u200b-\u200f\u2060\ufeff]+", "", folded).casefold()


def find_header(grid: Sequence[Sequence[str]], names: Mapping[str, str]) -> Header:
    """The row among the first twenty that names most columns.

    `names` gives header key to canonical column, or to an empty text for a column that is not read.
    """
    best = Header(0, {}, ())
    for number, cells in enumerate(grid[:SEARCH_ROWS], start=1):
        meant = [column_of(text, names) if text else None for text in cells]
        found: dict[int, str] = {}
        for index, name in enumerate(meant):
            if name and (name not in found.values() or header_key(cells[index]) == header_key(name)):
                # The column's own name goes before a synonym that stands left of it.
                found = {at: each for at, each in found.items() if each != name} | {index: name}
        if len(found) > len(best.columns):
            left = frozenset(index for index, name in enumerate(meant) if name == "")
            best = Header(number, dict(sorted(found.items())), tuple(cells), left)
    return best


def column_of(text: str, names: Mapping[str, str]) -> str | None:
    """The column that a header text names, in one language or in two with the same meaning; None for none.

    >>> column_of("姓名 Name", {"姓名": "姓名", "name": "姓名"})
    '姓名'
    """
    key = header_key(text)
    if key in names or not key:
        return names.get(key)
    pieces = re.findall(r"[\u3400-\u9fff]+|[a-z0-9]+", key)
    meant = {names.get(piece) for piece in pieces}
    return meant.pop() if len(pieces) > 1 and len(meant) == 1 else None
