"""Pinyin of names, at pack time only: pypinyin takes 200 ms to import.

Every character's readings are tabulated once. A name gets its reading in context first, then one other
reading at a time, so that 单县 is found as danxian and as shanxian (pypinyin knows only the first).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

MAX_READINGS = 3
"""Of one character."""
MAX_VARIANTS = 24
"""Of one name, besides the first."""

Syllables = tuple[str, ...]
_HAN_ROWS = range(0xB0, 0xF8)
"""Of GB 2312: its 6,763 hanzi, by which walk-ups' names are found too."""
_NO_TONES = dict.fromkeys((0x300, 0x301, 0x302, 0x304, 0x30C))
_SURNAMES = {"黑": ("he",), "谌": ("shen",), "费": ("bi",)}
"""Readings of surnames that pypinyin lacks (现代汉语词典); it has those of 单, 解, 曾, 乐 and others."""
_USUAL = 0.015
"""Least share of the words with a character that have it in a reading."""
_ENOUGH_WORDS = 4
_IN_PLACES = {"单": "shan", "洞": "tong", "盖": "ge"}
"""Readings of 单县, 洪洞 and 盖州 (现代汉语词典), which next to no other word has."""


class Pinyin:
    """Readings, tabulated by character and by name."""

    def __init__(self) -> None:
        self._characters: dict[str, tuple[str, ...]] = {}
        self._firsts: dict[str, Syllables] = {}
        self._names: dict[str, tuple[Syllables, ...]] = {}

    def reading(self, han: str) -> tuple[Syllables, ...]:
        """The likeliest way to read a run of hanzi, with ü also as u, as many type it. Empty if unknown."""
        first = self._first(han)
        return tuple(dict.fromkeys((first, _with_u(first)))) if first else ()

    def readings(self, han: str) -> tuple[Syllables, ...]:
        """Ways to read a run of hanzi, the likeliest first; a syllable each, "" if unknown."""
        if han not in self._names:
            self._names[han] = self._read(han)
        return self._names[han]

    def _first(self, han: str) -> Syllables:
        """In context; empty if no character's reading is known."""
        if han not in self._firsts:
            from pypinyin import lazy_pinyin  # noqa: PLC0415  200 ms

            found: Syllables = ()
            for part in lazy_pinyin(han):
                found += (part,) if part.isascii() else ("",) * len(part)
            self._firsts[han] = found if len(found) == len(han) and any(found) else ()
        return self._firsts[han]

    def _read(self, han: str) -> tuple[Syllables, ...]:
        first = self._first(han)
        if not first:
            return ()
        found = [first]
        for at, character in enumerate(han):
            for other in self._of(character):
                if other != first[at] and len(found) <= MAX_VARIANTS:
                    found.append((*first[:at], other, *first[at + 1 :]))
        return tuple(dict.fromkeys((*found, *map(_with_u, found))))

    def _of(self, character: str) -> tuple[str, ...]:
        if character not in self._characters:
            self._characters[character] = usual_readings(character)
        return self._characters[character]


def usual_readings(character: str) -> tuple[str, ...]:
    """Those in which words have a character, the commonest first; and those in which places alone have it.

    The dictionary's others (有 as wei, 大 as tai) would find half of all names by what nobody means.
    """
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415

    known = _plain(pinyin_dict.get(ord(character), ""))
    used = _uses().get(character, {})
    total = sum(used.values())
    usual = sorted(used, key=lambda each: -used[each]) if total >= _ENOUGH_WORDS else known
    often = [each for each in usual if total < _ENOUGH_WORDS or used[each] >= total * _USUAL]
    return tuple(dict.fromkeys((*often[:MAX_READINGS], *_IN_PLACES.get(character, "").split())))


@cache
def _uses() -> dict[str, dict[str, int]]:
    """Of each character that words have, how many have it in which reading."""
    from pypinyin.phrases_dict import phrases_dict  # noqa: PLC0415

    found: dict[str, dict[str, int]] = {}
    plain: dict[str, str] = {}
    for word, syllables in phrases_dict.items():
        for character, (syllable, *_) in zip(word, syllables, strict=False):
            if syllable not in plain:
                plain[syllable] = next(iter(_plain(syllable)), "")
            if plain[syllable]:
                of = found.setdefault(character, {})
                of[plain[syllable]] = of.get(plain[syllable], 0) + 1
    return found


def _with_u(syllables: Syllables) -> Syllables:
    return tuple(each.replace("v", "u") for each in syllables)


def name_readings(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Readings of every character in the names and of GB 2312's others, sorted by character.

    The others are for walk-ups. ü is written v, as it is typed; who types u finds it too.
    """
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415

    characters = {each for name in names for each in name} | set(_common())
    found = []
    for character in sorted(characters):
        readings = _plain(pinyin_dict.get(ord(character), ""))[:MAX_READINGS]
        readings += _SURNAMES.get(character, ())
        typed = dict.fromkeys(way for each in readings for way in (each, each.replace("v", "u")))
        if typed:
            found.append((character, " ".join(typed)))
    return tuple(found)


def _plain(readings: str) -> tuple[str, ...]:
    """Readings parted by commas without their tones, as pypinyin's own plain style has them; ü as v."""
    letters = unicodedata.normalize("NFD", readings).translate(_NO_TONES)
    plain = unicodedata.normalize("NFC", letters).replace("ü", "v").split(",")
    return tuple(dict.fromkeys(each for each in plain if each.isascii() and each))


def _common() -> Iterator[str]:
    for row in _HAN_ROWS:
        yield from bytes(byte for cell in range(0xA1, 0xFF) for byte in (row, cell)).decode(
            "gb2312", "ignore"
        )
