"""Pinyin of names, at pack time only: pypinyin takes 200 ms to import.

Every character's readings are tabulated once. A name gets its reading in context first, then one other
reading at a time, so that 单县 is found as danxian and as shanxian (pypinyin knows only the first).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

MAX_READINGS = 3
"""Of one character."""
MAX_VARIANTS = 6
"""Of one name, besides the first."""

Syllables = tuple[str, ...]
_HAN_ROWS = range(0xB0, 0xF8)
"""Of GB 2312: its 6,763 hanzi, by which walk-ups' names are found too."""
_NO_TONES = dict.fromkeys((0x300, 0x301, 0x302, 0x304, 0x30C))
_SURNAMES = {"黑": ("he",), "谌": ("shen",), "费": ("bi",)}
"""Readings of surnames that pypinyin lacks (现代汉语词典); it has those of 单, 解, 曾, 乐 and others."""


class Pinyin:
    """Readings, tabulated by character and by name."""

    def __init__(self) -> None:
        self._characters: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, tuple[Syllables, ...]] = {}

    def reading(self, han: str) -> tuple[Syllables, ...]:
        """The likeliest way to read a run of hanzi, as a sequence of one; empty if none is known."""
        return self.readings(han)[:1]

    def readings(self, han: str) -> tuple[Syllables, ...]:
        """Ways to read a run of hanzi, the likeliest first; a syllable each, "" if unknown."""
        if han not in self._names:
            self._names[han] = self._read(han)
        return self._names[han]

    def _read(self, han: str) -> tuple[Syllables, ...]:
        from pypinyin import lazy_pinyin  # noqa: PLC0415  200 ms

        first: Syllables = ()
        for part in lazy_pinyin(han):
            first += (part,) if part.isascii() else ("",) * len(part)
        if len(first) != len(han) or not any(first):
            return ()
        found = [first]
        for at, character in enumerate(han):
            for other in self._of(character):
                if other != first[at] and len(found) <= MAX_VARIANTS:
                    found.append((*first[:at], other, *first[at + 1 :]))
        return tuple(found)

    def _of(self, character: str) -> tuple[str, ...]:
        if character not in self._characters:
            from pypinyin import Style, pinyin  # noqa: PLC0415

            rows = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
            plain = dict.fromkeys(each for row in rows for each in row if each.isascii() and each)
            self._characters[character] = tuple(plain)[:MAX_READINGS]
        return self._characters[character]


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
