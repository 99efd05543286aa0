"""Where nothing is found: the nearest there is.

The rule is the first of these that gives anybody:

- of a stall's number: who has the nearest numbers of its zone;
- who is found by the longest part of what was typed (海上风电 gives 风电), of two characters or more; of
  Latin text and of keys only by beginnings, of two thirds of it or more;
- of Latin text: names with a word of the same first letter that differs in at most one letter of three; then
  any beginning of three letters;
- names that share the most characters with it, two or more.

What half of all names have does not count, nor does a part that more than a quarter of all have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.domain.exhibitor import Exhibitor
from kiosk.domain.search import exact_key, natural_key, normalise, stall_number
from kiosk.domain.words import Words
from kiosk.services.find.facets import bits
from kiosk.services.find.name_words import WORD_LEAST, nearest_word

NEAREST_MOST = 20
_PARTS_MOST = 24
"""Parts that are looked up, so that a long text costs no more than a short one."""
_TYPED_MOST = 16
_COMMON = frozenset("有限公司责任股份集团示例（）()北京市中国大学学院科技术业")
"""Characters that half of all names have."""


_SIMILAR = Words("名称相近", "A similar name")
_NEAR = Words("相近", "Similar")


@dataclass(frozen=True, slots=True)
class Near:
    """Exhibitors near a text, best first, and why."""

    positions: tuple[int, ...]
    words: Words


class Nearest:
    """Names of all exhibitors, by their characters and words."""

    def __init__(self, hosts: Sequence[Exhibitor]) -> None:
        self._hosts = hosts
        characters: dict[str, list[int]] = {}
        words: dict[str, dict[str, list[int]]] = {}
        for position, host in enumerate(hosts):
            names = (host.name.zh, host.name.en, *host.aliases)
            for character in set("".join((host.name.zh, *host.aliases))) - _COMMON:
                if not character.isascii():
                    characters.setdefault(character, []).append(position)
            for word in normalise(" ".join(names)):
                if word.isascii() and len(word) >= WORD_LEAST:
                    words.setdefault(word[0], {}).setdefault(word, []).append(position)
        self._characters = {each: bits(at, len(hosts)) for each, at in characters.items()}
        self._words = words

    def find(self, text: str, find: Callable[[str], int], *, by_keys: bool = False) -> Near | None:
        """Who is nearest to a text that finds nothing; None where nobody is. `find` gives who a text finds.

        `by_keys`: each digit stands for letters, so only beginnings are of use.
        """
        typed = exact_key(text)[:_TYPED_MOST]
        if by_keys:
            return self._by_part(typed, find, 3, only_beginnings=True)
        number = stall_number(text)
        if number is not None and (beside := _beside(number, self._hosts)):
            return Near(beside, Words("附近的展位", "A stall near it"))
        if typed.isascii():
            return self._latin(text, typed, find)
        near = self._by_part(typed, find, 2, only_beginnings=False)
        if near is None and (alike := self._by_characters(typed)):
            return Near(alike, _SIMILAR)
        return near

    def _latin(self, text: str, typed: str, find: Callable[[str], int]) -> Near | None:
        most = max(3, -(-2 * len(typed) // 3))
        near = self._by_part(typed, find, most, only_beginnings=True)
        if near is None and (alike := self._by_slips(text)):
            return Near(alike, _SIMILAR)
        return near or self._by_part(typed[:most], find, 3, only_beginnings=True)

    def _by_part(
        self, typed: str, find: Callable[[str], int], least: int, *, only_beginnings: bool
    ) -> Near | None:
        most = max(NEAREST_MOST, len(self._hosts) // 4)
        for part in parts(typed, least, only_beginnings=only_beginnings):
            found = find(part)
            if found and found.bit_count() <= most:
                words = _NEAR if part.isdecimal() else Words(f"有“{part}”", f'Has "{part}"')
                return Near(_first(found), words)
        return None

    def _by_characters(self, typed: str) -> tuple[int, ...]:
        sets = [self._characters[each] for each in set(typed) if each in self._characters]
        shared = [0] * (len(sets) + 1)
        for exhibitors in sets:
            for count in range(len(sets), 0, -1):
                shared[count] |= exhibitors if count == 1 else shared[count - 1] & exhibitors
        found: list[int] = []
        for count in range(len(sets), min(2, len(sets)) - 1, -1):
            known = bits(found, len(self._hosts))
            found += _first(shared[count] & ~known) if count else ()
        return tuple(found[:NEAREST_MOST])

    def _by_slips(self, text: str) -> tuple[int, ...]:
        found: dict[int, None] = {}
        for token in [each for each in normalise(text) if len(each) >= WORD_LEAST][:2]:
            words = self._words.get(token[0], {})
            near = nearest_word(token, words)
            found.update(dict.fromkeys(words.get(near, ())))
        return tuple(found)[:NEAREST_MOST]


def parts(typed: str, least: int, *, only_beginnings: bool = False) -> Iterator[str]:
    """Parts of a text, the longest first, of `least` characters or more."""
    made = 0
    for size in range(len(typed) - 1, least - 1, -1):
        for start in range(1 if only_beginnings else len(typed) - size + 1):
            if made == _PARTS_MOST:
                return
            made += 1
            yield typed[start : start + size]


def _beside(number: str, hosts: Sequence[Exhibitor]) -> tuple[int, ...]:
    """Hosts in the zone of a stall that there is not, the nearest numbers first."""
    letter, wanted, _ = natural_key(number)
    found = []
    for position, host in enumerate(hosts):
        keys = [natural_key(each) for each in host.stalls]
        away = min((abs(each[1] - wanted) for each in keys if each[0] == letter), default=None)
        if away is not None:
            found.append((away, position))
    return tuple(position for _away, position in sorted(found)[:NEAREST_MOST])


def _first(exhibitors: int) -> tuple[int, ...]:
    found: list[int] = []
    while exhibitors and len(found) < NEAREST_MOST:
        low = exhibitors & -exhibitors
        found.append(low.bit_length() - 1)
        exhibitors ^= low
    return tuple(found)
