"""Why an exhibitor is found by its names, where its title does not show it: an alias, its sound, a slip."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.domain.exhibitor import Exhibitor
from kiosk.domain.person_search import Readings, name_keys
from kiosk.domain.search import exact_key, is_latin, normalise
from kiosk.domain.words import Words
from kiosk.services.find.values import NO_WORDS

SOUNDS = Words("发音相近", "Sounds alike")
SPELT = Words("拼写相近", "Spelt alike")
WORD_LEAST = 3
"""Letters of a word that a typing error is looked for in."""


def name_words(exhibitor: Exhibitor, key: str, readings: Readings) -> Words:
    """By which other name or code: nothing where the title holds what was typed, or is read so.

    `key` is what was typed, an `exact_key`; `readings` say how hanzi are read.
    """
    names = exact_key(exhibitor.name.zh), exact_key(exhibitor.name.en)
    if not key or any(key in name for name in names):
        return NO_WORDS
    alias = next((each for each in exhibitor.aliases if key in exact_key(each)), "")
    if exhibitor.school_code.endswith(key) and not alias:
        return Words(f"学校代码 {exhibitor.school_code}", f"School code {exhibitor.school_code}")
    if not alias and is_latin(key) and not _read(exhibitor.name.zh, key, readings):
        alias = next((each for each in exhibitor.aliases if _read(each, key, readings)), "")
    return Words(f"又名 {alias}", f"Also known as {alias}") if alias else NO_WORDS


def meant_words(
    exhibitor: Exhibitor,
    english: Sequence[str],
    chinese: Sequence[str],
    slipped: frozenset[str],
    readings: Readings,
) -> Words:
    """The word that was meant by what was typed wrong: English or pinyin of its names and of its offers.

    `slipped` is all that one slip makes of what was typed; a word that begins with one of these was meant.
    """
    lengths = sorted({len(each) for each in slipped}, reverse=True)
    for word in normalise(" ".join((exhibitor.name.en, *exhibitor.aliases, *english))):
        if any(word[:length] in slipped for length in lengths):
            return Words(f"也许是 {word}", f"Perhaps {word}")
    for name in (exhibitor.name.zh, *exhibitor.aliases, *chinese):
        keys = name_keys(name, readings)
        for each in (*keys.spoken, *keys.within):
            meant = next((each[:length] for length in lengths if each[:length] in slipped), "")
            if meant:
                return Words(f"也许是 {meant}", f"Perhaps {meant}")
    return SPELT


def _read(name: str, key: str, readings: Readings) -> bool:
    """Whether a name, or what follows in it, begins so in pinyin or initials."""
    keys = name_keys(name, readings)
    return any(each.startswith(key) for each in (*keys.spoken, *keys.within))


def nearest_word(typed: str, words: Iterable[str]) -> str:
    """The Latin word with the fewest slips from what was typed, at most one in three letters; or nothing."""
    near, fewest = "", len(typed) // 3 + 1
    for word in words:
        if len(word) < WORD_LEAST or not word.isascii() or abs(len(word) - len(typed)) >= fewest:
            continue
        wrong = slips(typed, word, fewest)
        if wrong < fewest:
            near, fewest = word, wrong
    return near


def slips(typed: str, word: str, most: int) -> int:
    """Letters to put in, take out, change or swap with the next one; `most` where it is as many or more."""
    before: list[int] = []
    row = list(range(len(word) + 1))
    for i, letter in enumerate(typed, start=1):
        older, before, row = before, row, [i]
        for j, other in enumerate(word, start=1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == word[j - 2] and typed[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) >= most:
            return most
    return min(row[-1], most)
