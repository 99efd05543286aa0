"""A number and what is counted, as English says it: 1 stall, 2,000 stalls. Pure."""

from __future__ import annotations


def number_text(count: int) -> str:
    """A number as it is read in both languages: 12,000."""
    return f"{count:,}"


def counted(count: int, one: str, many: str = "") -> str:
    """The number with its noun: 1 stall, 2,000 stalls. `many` where more than one is not `one` and an s."""
    return f"{number_text(count)} {noun(count, one, many)}"


def noun(count: int, one: str, many: str = "") -> str:
    """The noun that stands behind a number: stall, stalls."""
    return one if count == 1 else many or f"{one}s"
