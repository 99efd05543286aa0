"""SVG's lengths with their units, and the scales that texts of a drawing say."""

from __future__ import annotations

import re
from math import isfinite

MM = {
    "mm": 1.0,
    "cm": 10.0,
    "m": 1000.0,
    "q": 0.25,
    "in": 25.4,
    "pt": 25.4 / 72,
    "pc": 25.4 / 6,
    "px": 25.4 / 96,
}
PX_MM = MM["px"]
"""A user unit where no viewBox says otherwise: CSS has 96 in an inch."""
LONGEST = 40
"""Characters of a length."""
LEAST_RATIO = 60
"""A bare 1:30 is a time of day, or a detail's scale; smaller ones count only beside the word."""
_LENGTH = re.compile(r"([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?)\s*(%|[a-z]*)")
_RATIO = re.compile(r"(?<![0-9])1\s{0,3}[:：∶]\s{0,3}([0-9]{1,5})(?![0-9:：∶])")
_SAID = re.compile(r"比例|scale", re.IGNORECASE)


def split_length(text: str) -> tuple[float, str]:
    """A number and its unit, which may be nothing or %. Raises ValueError for anything else.

    >>> split_length(" 29.7cm "), split_length("100%")
    ((29.7, 'cm'), (100.0, '%'))
    """
    match = _LENGTH.fullmatch(text.strip().lower()) if len(text) <= LONGEST else None
    if match is None or not isfinite(value := float(match[1])):
        raise ValueError("length")
    return value, match[2]


def user_units(text: str, whole: float) -> float:
    """A length in user units; `whole` is what 100% is. Raises ValueError.

    >>> user_units("5%", 300), user_units("25.4mm", 300)
    (15.0, 96.0)
    """
    value, unit = split_length(text)
    if unit == "%":
        return value / 100 * whole
    if unit and unit not in MM:
        raise ValueError("unit")
    return value * MM[unit] / PX_MM if unit else value


def page_mm(text: str) -> float | None:
    """Millimetres of a page's side, or None where it says nothing that has a length."""
    try:
        value, unit = split_length(text)
    except ValueError:
        return None
    return value * MM.get(unit or "px", 0.0) or None


def ratios_in(text: str) -> tuple[set[int], set[int]]:
    """The scales that a text says (200 of 1:200): with the word beside it, and without.

    >>> ratios_in("比例 1：200"), ratios_in("开放 1:30"), ratios_in("A3 1:100")
    (({200}, set()), (set(), set()), (set(), {100}))
    """
    found = {int(each) for each in _RATIO.findall(text)} - {0}
    if _SAID.search(text):
        return found, set()
    return set(), {each for each in found if each >= LEAST_RATIO}
