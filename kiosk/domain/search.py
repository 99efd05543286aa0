"""What is typed, made comparable, and what the index holds."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class HitKind(StrEnum):
    """What a search result is."""

    EXHIBITOR = "exhibitor"
    OPENING = "opening"
    """A post's title, whoever offers it."""
    MAJOR = "major"
    STALL = "stall"
    """A stall that has no host."""
    SESSION = "session"
    FACILITY = "facility"


class Why(StrEnum):
    """In what a search found its text; the order is the order of results (RANK_RULE)."""

    EXACT = "exact"
    """The whole number, name, alias or code."""
    NAME_BEGINS = "name_begins"
    """A name, alias, or its English, pinyin or initials begins so."""
    NAME = "name"
    """It stands within one of these."""
    OFFER = "offer"
    """Openings' titles and majors, a school's graduates."""
    ABOUT = "about"
    """Industry, nature, region, place, zone."""
    SOUNDS = "sounds"
    """Like one of these, with zh for z, ch for c, sh for s or n for l."""
    SLIP = "slip"
    """Like one of these with a typing error."""


@dataclass(frozen=True, slots=True)
class Tier:
    """The exhibitors that were found in one way and in none before it.

    Bit i of `exhibitors` stands for the exhibitor at position i of the pack, from the lowest bit.
    """

    why: Why
    exhibitors: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Something else that was found, and in what."""

    kind: HitKind
    ref: str
    why: Why


@dataclass(frozen=True, slots=True)
class Matches:
    """What a search found: exhibitors in disjoint tiers, best first; and all else, best first."""

    tiers: tuple[Tier, ...] = ()
    others: tuple[Hit, ...] = ()

    @property
    def exhibitors(self) -> int:
        """All exhibitors that were found, as bits."""
        found = 0
        for tier in self.tiers:
            found |= tier.exhibitors
        return found


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing that can be found. Entries stand in rank order: the first is shown first.

    `exact` are normalised keys that name the thing by themselves (stall number, full name, alias, code);
    `terms` are normalised tokens whose *prefixes* match (suffixes of names, pinyin and initials of each
    suffix, words of openings and majors).
    """

    kind: HitKind
    ref: str
    """Exhibitor's id as text, session's id, or facility's id."""
    exact: tuple[str, ...]
    terms: tuple[str, ...]


NINE_KEYS = {
    "0": "0",
    "1": "1",
    "2": "2abc",
    "3": "3def",
    "4": "4ghi",
    "5": "5jkl",
    "6": "6mno",
    "7": "7pqrs",
    "8": "8tuv",
    "9": "9wxyz",
}
"""What each key of a telephone may mean: itself, or one of its letters."""

_STALL = re.compile(r"^([A-Za-z]{1,2})[\s\-_]*0*(\d{1,4})$")
_BREAKS = re.compile(r"[\s,，、;；/|()（）【】\[\]<>《》“”\"':：·.。\-—_]+")


def stall_number(text: str) -> str | None:
    """A stall's number as the pack writes it: letter, three digits. None if the text is no stall number.

    >>> stall_number(" ａ－3 ")
    'A003'
    """
    match = _STALL.match(unicodedata.normalize("NFKC", text).strip())
    return f"{match[1].upper()}{int(match[2]):03d}" if match else None


def normalise(text: str) -> tuple[str, ...]:
    """Tokens of a text or query: NFKC, lower case, broken at punctuation."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return tuple(token for token in _BREAKS.split(folded) if token)


def exact_key(text: str) -> str:
    """One key of a whole text: its tokens run together."""
    number = stall_number(text)
    return number.casefold() if number else "".join(normalise(text))


def natural_key(number: str) -> tuple[str, int, str]:
    """Sort key that puts A2 before A10."""
    match = re.match(r"^(\D*)(\d*)(.*)$", number)
    assert match is not None
    return match[1], int(match[2] or 0), match[3]
