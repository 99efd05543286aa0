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

    @property
    def unknown(self) -> tuple[str, ...]:
        """Header texts that mean no column, one line each."""
        return tuple(
            " ".join(text.split())
            for index, text in enumerate(self.texts)
            if index not in self.columns and text.strip()
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
    return re.sub(r"[\s*:_.'`?#\-\u200b-\u200f\u2060\ufeff]+", "", folded).casefold()


def find_header(grid: Sequence[Sequence[str]], names: Mapping[str, str]) -> Header:
    """The row among the first twenty that names most columns. `names`: header key to canonical column."""
    best = Header(0, {}, ())
    for number, cells in enumerate(grid[:SEARCH_ROWS], start=1):
        found: dict[int, str] = {}
        taken: set[str] = set()
        for index, text in enumerate(cells):
            name = names.get(header_key(text)) if text else None
            if name and name not in taken:
                found[index] = name
                taken.add(name)
        if len(found) > len(best.columns):
            best = Header(number, found, tuple(cells))
    return best
