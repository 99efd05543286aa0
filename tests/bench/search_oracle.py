"""By the rule, and without an index: the first twenty exhibitors, every text of each asked in turn.

Of the program it uses the table of readings only.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from kiosk.domain.exhibitor import Exhibitor
from kiosk.pack.pinyin import Pinyin

SHOWN = 20
NOT_AT_ALL = 9
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORT = {"国有企业": ("国企",), "三资企业": ("外企",), "其他企业": ("民企", "私企")}


class Host(NamedTuple):
    """An exhibitor's texts."""

    stall: str
    names: tuple[str, ...]
    offer: tuple[str, ...]
    about: tuple[str, ...]


class Fitting(NamedTuple):
    """The texts that a word begins, and those in which it stands further on."""

    begins: set[str]
    within: set[str]


class Oracle:
    """A fair's exhibitors, asked one after the other."""

    def __init__(self, exhibitors: tuple[Exhibitor, ...]) -> None:
        self._hosts = [_host(each) for each in exhibitors]
        pinyin = Pinyin()
        read_all = {text for host in self._hosts for text in (*host.names, *host.about)}
        every = read_all | {text for host in self._hosts for text in host.offer}
        self._keys = {
            text: _keys(text, pinyin.readings if text in read_all else pinyin.reading) for text in every
        }
        self._alike = {
            text: [(at, _sound(key)) for at, key in keys if _latin(key)] for text, keys in self._keys.items()
        }
        stalls = [host.stall.lower() for host in self._hosts]
        self._sorted = sorted({*stalls, *(key for keys in self._keys.values() for _at, key in keys)})
        self._joined = {False: _in_a_row(self._keys), True: _in_a_row(self._alike)}

    def first(self, text: str) -> list[int]:
        """Positions of the first twenty by the rule (domain.search.RANK_RULE)."""
        words = _words(text)
        if not words:
            return []
        whole = "".join(words)
        fits = {word: self._of_word(word) for word in {*words, whole}}
        levels = self._levels(words, whole, fits)
        for at, host in enumerate(self._hosts):
            if self._named(host, text, whole):
                levels[at] = -1
        if not levels:
            slipped = {
                word: dict.fromkeys(fit, 0) if fit else self._slipped(word) for word, fit in fits.items()
            }
            levels = self._levels(words, whole, slipped)
        return sorted(levels, key=lambda at: (levels[at], at))[:SHOWN]

    def _levels(self, words: list[str], whole: str, fits: dict[str, dict[int, int]]) -> dict[int, int]:
        """How well each host that fits does so: of one level, all words together before each by itself."""
        found = {}
        for at in range(len(self._hosts)):
            together = fits[whole].get(at, NOT_AT_ALL)
            each = max(fits[word].get(at, NOT_AT_ALL) for word in words)
            if min(together, each) < NOT_AT_ALL:
                found[at] = min(2 * together, 2 * each + 1)
        return found

    def _of_word(self, word: str, *, alike: bool = True) -> dict[int, int]:
        """How well a word fits each host that it fits."""
        as_written = self._fitting(word, sound=False)
        as_said = (
            self._fitting(_sound(word), sound=True) if alike and len(word) > 1 and _latin(word) else None
        )
        found = {at: _level(host, word, as_written, as_said) for at, host in enumerate(self._hosts)}
        return {at: level for at, level in found.items() if level < NOT_AT_ALL}

    def _slipped(self, word: str) -> dict[int, int]:
        """0 for those with a name that a slip turned into `word`, 1 for all others that it finds."""
        found: dict[int, int] = {}
        for meant in self._slips(word):
            for at, level in self._of_word(meant, alike=False).items():
                found[at] = min(found.get(at, 1), int(level > 1))
        return found

    def _fitting(self, word: str, *, sound: bool) -> Fitting:
        rows = self._joined[sound]
        return Fitting(
            {text for text, row in rows.items() if "^" + word in row},
            {text for text, row in rows.items() if "|" + word in row},
        )

    def _named(self, host: Host, text: str, whole: str) -> bool:
        """Whether the whole text is a host's number or name."""
        number = "".join(text.split())
        is_number = number[:1].isalpha() and number[1:].isascii() and number[1:].isdigit()
        if is_number and f"{number[0].upper()}{int(number[1:]):03d}" == host.stall:
            return True
        rows = [self._joined[False][name] for name in host.names]
        return any(f"^{whole}{end}" in row for row in rows for end in "$%")

    def _slips(self, word: str) -> set[str]:
        """What keys begin with that is a slip away from a word."""
        return {each for each in _edits(word) if self._begins_a_key(each)}

    def _begins_a_key(self, word: str) -> bool:
        at = bisect_left(self._sorted, word)
        return at < len(self._sorted) and self._sorted[at].startswith(word)


def _host(exhibitor: Exhibitor) -> Host:
    english = [
        word for word in exhibitor.name.en.lower().replace("-", " ").replace("'", " ").split() if word != "&"
    ]
    acronym = "".join(word[0] for word in english) if len(english) > 2 else ""
    names = (exhibitor.name.zh, exhibitor.name.en, acronym, *exhibitor.aliases)
    offer = [text for post in exhibitor.openings for text in (post.title, post.title_en)]
    offer += [text for post in exhibitor.openings for text in post.majors.split("、") if "不限" not in text]
    offer += [entry.major for entry in exhibitor.pool]
    about = [exhibitor.industry, exhibitor.region, exhibitor.nature, *SHORT.get(exhibitor.nature, ())]
    about += [text for post in exhibitor.openings for text in (post.place, post.degree)]
    about += [entry.degree for entry in exhibitor.pool]
    return Host(
        exhibitor.stalls[0],
        tuple(name for name in names if name),
        tuple(sorted(set(offer) - {""})),
        tuple(sorted(set(about) - {""})),
    )


def _level(host: Host, word: str, written: Fitting, alike: Fitting | None) -> int:
    """0 a name begins so, 1 within, 2 what is offered, 3 what is said of it; 4, 5 by sound; 9 not at all."""
    letter, digits, padded = host.stall[0].lower(), host.stall[1:].lstrip("0"), host.stall[1:]
    numbers = (letter + digits, letter + padded)
    ways = (
        any(each.startswith(word) for each in numbers) or not written.begins.isdisjoint(host.names),
        any(each.startswith(word) for each in (digits, padded)) or not written.within.isdisjoint(host.names),
        not written.begins.isdisjoint(host.offer) or not written.within.isdisjoint(host.offer),
        not written.begins.isdisjoint(host.about) or not written.within.isdisjoint(host.about),
    )
    if any(ways):
        return ways.index(True)
    if alike is None:
        return NOT_AT_ALL
    sounding = alike.begins | alike.within
    if any(_sound(each).startswith(_sound(word)) for each in numbers) or not sounding.isdisjoint(host.names):
        return 4
    return NOT_AT_ALL if sounding.isdisjoint((*host.offer, *host.about)) else 5


def _keys(text: str, read: object) -> list[tuple[str, str]]:
    """Each part of a text from a hanzi or word on, as written, in pinyin, in initials; and where it begins.

    ^ at the text's beginning, | later. % stands for $ where a legal form is left out.
    """
    units = _units(text)
    han = "".join(unit for unit in units if _is_han(unit))
    ways = read(han) if han else ()  # type: ignore[operator]
    plain = len(_units(text.removesuffix("有限公司"))) or len(units)
    found = []
    for at in range(len(units)):
        mark = "|" if at else "^"
        found.append((mark, "".join(units[at:]) + "$"))
        if at == 0 and plain < len(units):
            found.append((mark, "".join(units[:plain]) + "%"))
        for way in ways if at < plain else ():
            syllables = iter(way)
            said = [next(syllables) if _is_han(unit) else unit for unit in units]
            first = [unit if unit == each else each[0] for unit, each in zip(units, said, strict=True)]
            found += [(mark, "".join(said[at:]) + "$"), (mark, "".join(first[at:]) + "$")]
            if at == 0 and plain < len(units):
                found += [(mark, "".join(said[:plain]) + "%"), (mark, "".join(first[:plain]) + "%")]
    return found


def _in_a_row(keys: dict[str, list[tuple[str, str]]]) -> dict[str, str]:
    return {text: "".join(mark + key for mark, key in of_text) for text, of_text in keys.items()}


def _latin(key: str) -> bool:
    plain = key.rstrip("$%")
    return plain.isascii() and plain.isalnum()


def _is_han(unit: str) -> bool:
    return "\u4e00" <= unit <= "\u9fff"


def _words(text: str) -> list[str]:
    """Words of the bench's own texts, which have spaces, hyphens, ampersands and apostrophes at most."""
    found: list[str] = []
    for word in text.lower().replace("-", " ").replace("'", " ").split():
        start = 0
        for at in range(1, len(word) + 1):
            if at == len(word) or word[at].isascii() != word[start].isascii():
                found.append(word[start:at])
                start = at
    return list(dict.fromkeys(found))


def _units(text: str) -> list[str]:
    found: list[str] = []
    for word in text.lower().translate(str.maketrans("-'（）", "    ")).split():
        for at, each in enumerate(word):
            latin = each.isascii() and each.isalnum()
            if latin and at and word[at - 1].isascii() and word[at - 1].isalnum():
                found[-1] += each
            else:
                found.append(each)
    return found


def _sound(word: str) -> str:
    return word.replace("zh", "z").replace("ch", "c").replace("sh", "s").replace("l", "n")


def _edits(word: str) -> set[str]:
    """The word with one letter left out, put in, changed, or two neighbours changed over."""
    if len(word) < 4 or not _latin(word) or not set(word) & set("aeiouv"):
        return set()
    found = set()
    for at in range(len(word) + 1):
        found.add(word[:at] + word[at + 1 :])
        if at + 1 < len(word):
            found.add(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
        for letter in LETTERS:
            found.add(word[:at] + letter + word[at:])
            found.add(word[:at] + letter + word[at + 1 :])
    return found - {word}
