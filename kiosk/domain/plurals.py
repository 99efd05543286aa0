"""Which of a text's forms a number takes, in the order in which Qt Linguist asks for them. Pure.

Only languages that the shipped fonts can write (ui.languages.SCRIPTS). tests/ui/test_plurals.py holds these
rules against those that Qt itself compiles.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plural:
    """How many forms there are, and which one a number takes, from 0."""

    forms: int
    of: Callable[[int], int]


def _few(count: int) -> bool:
    """2 to 4, 22 to 24, ..., but not 12 to 14."""
    return 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14


def _one(count: int) -> bool:
    """1, 21, 31, ..., but not 11."""
    return count % 10 == 1 and count % 100 != 11


def _russian(count: int) -> int:
    return 0 if _one(count) else 1 if _few(count) else 2


def _polish(count: int) -> int:
    return 0 if count == 1 else 1 if _few(count) else 2


def _czech(count: int) -> int:
    return 0 if count == 1 else 1 if 2 <= count <= 4 else 2


def _lithuanian(count: int) -> int:
    return 0 if _one(count) else 1 if count % 10 and not 10 <= count % 100 <= 19 else 2


def _latvian(count: int) -> int:
    return 0 if _one(count) else 1 if count else 2


def _romanian(count: int) -> int:
    return 0 if count == 1 else 1 if count == 0 or 1 <= count % 100 <= 19 else 2


def _slovenian(count: int) -> int:
    return {1: 0, 2: 1, 3: 2, 4: 2}.get(count % 100, 3)


def _irish(count: int) -> int:
    return 0 if count == 1 else 1 if count == 2 else 2


ALIKE = Plural(1, lambda _count: 0)
ENGLISH = Plural(2, lambda count: int(count != 1))
_FRENCH = Plural(2, lambda count: int(count > 1))

_OTHERS = {
    **dict.fromkeys(("zh", "ja", "vi", "id", "ms", "tr", "hu", "tt", "jv", "su"), ALIKE),
    **dict.fromkeys(("fr", "br", "pt"), _FRENCH),
    **dict.fromkeys(("ru", "uk", "be", "sr", "hr", "bs"), Plural(3, _russian)),
    **dict.fromkeys(("cs", "sk"), Plural(3, _czech)),
    "pt_PT": ENGLISH,
    "pl": Plural(3, _polish),
    "lt": Plural(3, _lithuanian),
    "lv": Plural(3, _latvian),
    "ro": Plural(3, _romanian),
    "sl": Plural(4, _slovenian),
    "ga": Plural(3, _irish),
    "is": Plural(2, lambda count: int(not _one(count))),
}
"""Languages whose numbers are not said as in English."""


def plural_of(code: str) -> Plural:
    """The rule of a language ("ja", "pt_BR"); English's for one that has none here."""
    return _OTHERS.get(code) or _OTHERS.get(code.partition("_")[0], ENGLISH)
