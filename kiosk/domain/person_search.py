"""How staff look somebody up: by the name or any part of it, pinyin, initials, numbers, stall, school.

One rule for the pack's attendees, whose keys stand in an index, and for walk-ups, who are few and are looked
through: a word fits where it begins a name, or what follows from one of its characters or words on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from kiosk.domain.attendee import Attendee
from kiosk.domain.search import normalise, stall_number

Readings = Mapping[str, tuple[str, ...]]
"""How characters are read: pinyin without tones, the likeliest first."""

NO_READINGS: Readings = {}

WORDS_MOST = 6
LONGEST = 48
"""Characters of a key or a word: nobody types more."""
SPELLINGS_MOST = 24
"""Of one name, from one character on: polyphones multiply."""
FROM_WITHIN = 2
"""Characters by which a school or employer is found from any place in its name."""

FIRST_HAN = "\u2e80"
_DOTS = str.maketrans(dict.fromkeys("・･•‧∙⋅●’‘", " "))
"""Between the parts of a name, beside those that `normalise` knows; people type any of them, or none."""
_UNIT = re.compile("[\u2e80-\U0010ffff]|[^\u2e80-\U0010ffff]+")
"""A hanzi, or a run of what is none."""
_RUN = re.compile("[\u2e80-\U0010ffff]+|[^\u2e80-\U0010ffff]+")


_PLAIN_HAN = re.compile("[\u3400-\u9fff]+")
"""Most names: there is nothing to make comparable."""


_Spelling = tuple[str, str]
"""One way to say a name, or what follows in it: its syllables, and their initials."""


class Fit(IntEnum):
    """How well somebody fits what was typed: the order of a list."""

    EXACT = 0
    """It is the whole name, or the whole name's pinyin or initials."""
    BEGINS = 1
    WITHIN = 2
    """It begins a later part of the name."""
    ELSEWHERE = 3
    """Stall, student number, phone, school or employer."""


class NameKeys(NamedTuple):
    """What a name is found by: what is typed fits a key of which it is the beginning."""

    written: str
    """The whole name."""
    spoken: list[str]
    """Its pinyin and initials."""
    within: list[str]
    """What follows from a later hanzi or word on, written and spoken. Some may stand twice."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed. Several words narrow: each must fit."""

    words: tuple[str, ...]
    name: str
    """All of it as one name's key."""
    stall: str | None
    """All of it as a stall's number, where it is one."""
    number: str
    """All of it as a student number's key."""


def query_of(text: str) -> Query:
    """What was typed, made comparable. Any text is allowed."""
    words = tuple(run[:LONGEST] for word in _name_words(text) for run in _RUN.findall(word))
    return Query(words[:WORDS_MOST], name_key(text), stall_number(text), number_key(text))


def name_key(text: str) -> str:
    """A name made comparable: half width, no case, spaces, dots or hyphens."""
    return "".join(_name_words(text))


def number_key(text: str) -> str:
    """A student number made comparable: half width, upper case, no spaces.

    >>> number_key(" ｓ2023 01")
    'S202301'
    """
    return "".join(unicodedata.normalize("NFKC", storable(text)).upper().split())


def readings_of(rows: Iterable[tuple[str, str]]) -> Readings:
    """Rows of character and readings, parted by spaces, as a pack holds them."""
    return {character: tuple(readings.split()) for character, readings in rows}


def storable(text: str) -> str:
    """The text without half surrogates, which no database takes."""
    return text.encode("utf-8", "ignore").decode()


def organisation_key(text: str) -> str:
    """A school's or employer's name made comparable."""
    return "".join(normalise(storable(text)))


def name_keys(name: str, readings: Readings, ends: dict[str, NameEnd] | None = None) -> NameKeys:
    """Every key of a name: as it is written, and in pinyin and initials by every usual reading.

    From each hanzi or word on. What has a character that nobody knows how to read is found from behind it.
    `ends` remembers given names, which come again and again, for who makes the keys of many people.
    """
    units = _units(name)
    if not units:
        return NameKeys("", [], [])
    end = ends.get(name[1:]) if ends is not None and len(units) == len(name) else None
    if end is None:
        end = _end(units[1:], readings)
        if ends is not None and len(units) == len(name):
            ends[name[1:]] = end
    ways = _longer(_said(units[0], readings), end.ways)
    return NameKeys((units[0] + end.written)[:LONGEST], _spoken(ways), end.within)


class NameEnd(NamedTuple):
    """What follows a name's first hanzi or word: written, how it is said, and its own keys."""

    written: str
    ways: list[_Spelling]
    within: list[str]


def _end(units: list[str], readings: Readings) -> NameEnd:
    within: list[str] = []
    written = ""
    ways: list[_Spelling] = [("", "")]
    for unit in reversed(units):
        written = (unit + written)[:LONGEST]
        ways = _longer(_said(unit, readings), ways)
        within += _spoken(ways)
        within.append(written)
    return NameEnd(written, ways, within)


def _said(unit: str, readings: Readings) -> tuple[str, ...]:
    return readings.get(unit, ()) if unit >= FIRST_HAN else (_plain(unit),)


def _spoken(ways: list[_Spelling]) -> list[str]:
    found: list[str] = []
    for syllables, initials in ways:
        found.append(syllables)
        if len(initials) > 1:
            found.append(initials)
    return found


def _units(name: str) -> list[str]:
    """Each hanzi, and each run of what is none."""
    if _PLAIN_HAN.fullmatch(name):
        return list(name)
    return [unit for word in _name_words(name) for unit in _UNIT.findall(word)]


def _longer(readings: tuple[str, ...], ways: list[_Spelling]) -> list[_Spelling]:
    """The ways to say what follows, with a unit before them; none where it cannot be read."""
    if len(readings) == 1 == len(ways):
        (syllable,), ((syllables, initials),) = readings, ways
        return [((syllable + syllables)[:LONGEST], (syllable[0] + initials)[:LONGEST])]
    if len(readings) * len(ways) > SPELLINGS_MOST:  # then one other reading at a time
        pairs = [(each, ways[0]) for each in readings] + [(readings[0], way) for way in ways[1:]]
    else:
        pairs = [(each, way) for each in readings for way in ways]
    return [
        ((syllable + syllables)[:LONGEST], (syllable[0] + initials)[:LONGEST])
        for syllable, (syllables, initials) in pairs[:SPELLINGS_MOST]
    ]


def fit(query: Query, attendee: Attendee, readings: Readings) -> Fit | None:
    """How well somebody fits a query; None where a word does not fit."""
    name = attendee.person.name
    if query.name and query.name == name_key(name):
        return Fit.EXACT
    if query.stall is not None and query.stall == attendee.stall:
        return Fit.ELSEWHERE
    if not query.words:
        return None
    keys = name_keys(name, readings)
    fits = [_word_fit(word, keys, attendee) for word in query.words]
    known = [each for each in fits if each is not None]
    if len(known) == len(fits):
        return min(known)
    if len(fits) > 1 and number_key(attendee.person.student_number).startswith(query.number or "?"):
        return Fit.ELSEWHERE  # a number with signs in it
    return None


def ranked(query: Query, people: Iterable[Attendee], readings: Readings) -> list[Attendee]:
    """Those whom the query fits, the best first, then by name."""
    found = [(how, each) for each in people if (how := fit(query, each, readings)) is not None]
    found.sort(key=lambda row: (row[0], row[1].person.name, row[1].id))
    return [each for _how, each in found]


def _word_fit(word: str, keys: NameKeys, attendee: Attendee) -> Fit | None:
    if word == keys.written or word in keys.spoken:
        return Fit.EXACT
    if keys.written.startswith(word) or any(key.startswith(word) for key in keys.spoken):
        return Fit.BEGINS
    if any(key.startswith(word) for key in keys.within):
        return Fit.WITHIN
    return Fit.ELSEWHERE if _fits_elsewhere(word, attendee) else None


def _fits_elsewhere(word: str, attendee: Attendee) -> bool:
    person = attendee.person
    upper = word.upper()
    return (
        attendee.stall.startswith(upper)
        or number_key(person.student_number).startswith(upper)
        or person.phone_tail.startswith(word)
        or (len(word) >= FROM_WITHIN and word in organisation_key(person.organisation))
    )


def _name_words(text: str) -> tuple[str, ...]:
    if _PLAIN_HAN.fullmatch(text):
        return (text,)
    return normalise(storable(text).translate(_DOTS))


def _plain(word: str) -> str:
    """Without accents, as most keyboards type it."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    return "".join(each for each in parts if not unicodedata.combining(each)) or word
