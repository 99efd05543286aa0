"""What is typed, made comparable, what the index holds, and by what rule it is found and ranked."""

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
    """The whole number, name, alias or code; or the whole of its English, pinyin or initials."""
    NAME_BEGINS = "name_begins"
    """A name, alias, or its English, pinyin or initials begins so."""
    NAME = "name"
    """It stands within one of these."""
    OFFER = "offer"
    """Openings' titles and majors, a school's graduates."""
    ABOUT = "about"
    """Industry, nature, region, places and degrees of what it offers, zone, level."""
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
    exhibitors: int = 0
    """Of an opening or a major: who offers it or wants it, as bits."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What a search found: exhibitors in disjoint tiers, best first; and all else, best first.

    Several tiers may have one `why`: all words together come before each by itself, and of what only
    sounds or looks alike, names before all else.
    """

    tiers: tuple[Tier, ...] = ()
    others: tuple[Hit, ...] = ()

    @property
    def exhibitors(self) -> int:
        """All exhibitors that were found, as bits."""
        found = 0
        for tier in self.tiers:
            found |= tier.exhibitors
        return found


RANK_RULE = """\
1. In what the text was found, best first: the whole of a name, number, alias or code (or of its English,
   pinyin or initials); the beginning of one; within one; openings and majors; industry, nature, region,
   place, degree, zone, level; what sounds alike (zh z, ch c, sh s, n l), from two letters on; what is one
   slip of the hand away, from four letters with a vowel on, where nothing else was found. Of these two,
   names first.
2. Of several words, each must be found, and the worst one counts; before them stands in each of these what
   has all of them run together.
3. Then exhibitors in the pack's order, which is that of their stalls; openings and majors by how many offer
   them; stalls by number, sessions by time, facilities as drawn.
"""
"""How results are ranked; what is named so exactly is always first."""

OTHERS_MOST = 20
"""Hits of one kind beside the exhibitors: no page shows more."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing that can be found, or one text that leads to exhibitors.

    All keys are `search_key`s. Exhibitors come first among the entries, each at its position in the pack;
    then, of each kind, the first is shown first.
    """

    kind: HitKind | None
    """None: it is shown by nothing of its own (an industry, a region) and leads to exhibitors only."""
    ref: str
    """Exhibitor's id as text, session's or facility's id, stall's number; of all else the text itself."""
    exact: tuple[str, ...]
    """Keys that name it by themselves."""
    terms: tuple[str, ...] = ()
    """Keys with which a later part of its names begins; what is typed is the beginning of one."""
    begins: tuple[str, ...] = ()
    """Keys with which its names begin."""
    exhibitors: tuple[int, ...] = ()
    """Positions of those who offer it, or of whom it is said."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, as keys."""

    exact: str
    """All of it, a stall's number as the pack writes it."""
    whole: str
    """All of it run together."""
    words: tuple[str, ...]
    """Its words, parted at spaces, punctuation, and where letters meet hanzi."""


LONGEST_KEY = 48
"""Characters of a key: nobody types more. What is typed is cut as the keys are."""
MOST_WORDS = 8

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

_ON_NINE_KEYS = str.maketrans({letter: key for key, letters in NINE_KEYS.items() for letter in letters})
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"})
"""Separators, control and format characters (U+180E is a space to older tables), half surrogates."""
_ACCENTED = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")
_TONES = re.compile("(?:^|(?<=[a-z]))[\u0300-\u036f]+")
_SCRIPTS = re.compile("[a-z0-9+#&]+|[^a-z0-9+#&]+")

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


def key_words(text: str) -> tuple[str, ...]:
    """Words of a text as keys have them: normalised, without what cannot be seen, Latin without tones.

    >>> key_words("Běi-jīng  Ｌǚ")
    ('bei', 'jing', 'lv')
    """
    return tuple(word for token in normalise(text) if (word := _comparable(token)))


def search_key(text: str) -> str:
    """A text as a key: its words run together."""
    return "".join(key_words(text))[:LONGEST_KEY]


def typed(text: str) -> Typed:
    """What was typed, as keys. Any text is allowed."""
    tokens = key_words(text)
    words = dict.fromkeys(run[:LONGEST_KEY] for token in tokens for run in _SCRIPTS.findall(token))
    whole = "".join(tokens)[:LONGEST_KEY]
    number = stall_number(text)
    return Typed(number.casefold() if number else whole, whole, tuple(words)[:MOST_WORDS])


def is_latin(key: str) -> bool:
    """Whether a key has Latin letters and digits only, as English, pinyin and initials do."""
    return key.isascii() and key.isalnum()


def sounds(key: str) -> str:
    """A Latin key with zh as z, ch as c, sh as s and l as n: keys that sound alike are equal.

    In pinyin no syllable ends with c, s, z or l, so this may be done without knowing the syllables.
    """
    return key.replace("zh", "z").replace("ch", "c").replace("sh", "s").replace("l", "n")


def nine_keys(key: str) -> str:
    """The keys of a telephone on which a Latin key stands.

    >>> nine_keys("bj2")
    '252'
    """
    return key.translate(_ON_NINE_KEYS)


def slips(word: str, last: int | None = None) -> tuple[str, ...]:
    """Everything that one slip of the hand makes into `word`, with letters a-z.

    A letter too few, too many, another one, or two neighbours in the other order (Damerau's distance 1).
    `last`: the slip is no further on than there.
    """
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)][: None if last is None else last + 1]
    found = [head + tail[1:] for head, tail in parts if tail]
    found += [head + tail[1] + tail[0] + tail[2:] for head, tail in parts if len(tail) > 1]
    found += [head + letter + tail[1:] for head, tail in parts if tail for letter in _LETTERS]
    found += [head + letter + tail for head, tail in parts for letter in _LETTERS]
    once = dict.fromkeys(found)
    once.pop(word, None)
    return tuple(once)


def _comparable(token: str) -> str:
    if token.isascii():
        return token if token.isprintable() else "".join(filter(str.isprintable, token))
    if _ACCENTED.search(token):
        parts = unicodedata.normalize("NFD", token).replace("u\u0308", "v")
        token = unicodedata.normalize("NFC", _TONES.sub("", parts))
    return "".join(each for each in token if unicodedata.category(each) not in _UNSEEN)


def natural_key(number: str) -> tuple[str, int, str]:
    """Sort key that puts A2 before A10."""
    match = re.match(r"^(\D*)(\d*)(.*)$", number)
    assert match is not None
    return match[1], int(match[2] or 0), match[3]
