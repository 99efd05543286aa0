"""A sheet as somebody wrote it, without a reader: what the ledger is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Laid:
    """Cells below a header that stands in `header_row`; all its columns are known but those in `unknown`."""

    file: str
    header: tuple[str, ...]
    grid: tuple[tuple[str, ...], ...]
    header_row: int = 1
    unknown: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(each for each in self.header if each not in self.unknown)

    @property
    def rows(self) -> Sequence[tuple[str, ...]]:
        return self.grid

    def cells_of(self, number: int) -> Sequence[str]:
        return self.grid[number - self.header_row - 1]

    def letter(self, column: str) -> str:
        """Of the first 702 columns."""
        if column not in self.header:
            return ""
        more, at = divmod(self.header.index(column), 26)
        return (chr(64 + more) if more else "") + chr(65 + at)
