"""What the search index holds: keys of all that can be found, and of texts that lead to exhibitors.

A key matches by its beginning, so every suffix of a Chinese name is one (there are no spaces to break at),
with its full pinyin and its initials: so parts of names are found, in pinyin from any syllable on.
A text that many exhibitors share (an opening's title, a major, a region) stands in the index once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from kiosk.domain.exhibitor import Exhibitor
from kiosk.domain.fair import Session
from kiosk.domain.floorplan import Facility, FacilityKind, FloorPlan, Stall
from kiosk.domain.search import (
    LONGEST_KEY,
    HitKind,
    SearchEntry,
    exact_key,
    key_words,
    natural_key,
    search_key,
)
from kiosk.domain.words import Words
from kiosk.pack.cleaning.texts import has_han
from kiosk.pack.pinyin import Pinyin, Syllables
from kiosk.pack.records.employers import plain_name

_LEGAL_FORM = re.compile(r"(股份有限公司|有限责任公司|有限公司|集团公司|公司)$")
_RUN = re.compile(r"[a-z0-9+#]+|[^a-z0-9+#]")
_MANY = re.compile(r"[、,，;；/|\s]+")
_STALL = re.compile(r"([a-z]{1,2})0*(\d{1,4})")
_ANY = "不限"
_SMALL_WORDS = frozenset({"of", "and", "the", "for", "in", "at", "&"})
_ACRONYM_LEAST = 3

FACILITY_WORDS: dict[FacilityKind, tuple[str, ...]] = {
    FacilityKind.TOILET: ("洗手间", "厕所", "卫生间", "toilet", "restroom", "wc"),
    FacilityKind.ACCESSIBLE_TOILET: ("无障碍洗手间", "无障碍厕所", "accessible", "toilet", "wheelchair"),
    FacilityKind.LIFT: ("电梯", "直梯", "无障碍", "lift", "elevator", "accessible"),
    FacilityKind.STAIRS: ("楼梯", "stairs"),
    FacilityKind.REST: ("休息区", "座位", "rest", "seats"),
    FacilityKind.INFORMATION: ("问询台", "咨询", "服务台", "information", "help"),
    FacilityKind.COFFEE: ("咖啡", "饮水", "coffee", "water", "cafe"),
    FacilityKind.EXIT: ("出口", "出入口", "exit", "entrance"),
    FacilityKind.DESK: ("服务台", "换证", "补证", "desk", "help"),
    FacilityKind.ROOM: (),
    FacilityKind.RAMP: ("坡道", "无障碍", "ramp", "accessible", "wheelchair"),
    FacilityKind.ESCALATOR: ("扶梯", "自动扶梯", "escalator"),
}


_SHORT_NATURES = {"国有企业": "国企", "三资企业": "外企", "其他企业": "民企 私企"}
"""What people say for 单位性质."""

Read = Callable[[str], tuple[Syllables, ...]]


class Keys(NamedTuple):
    """Keys of a text: of all of it, with what it begins, and with what a later part of it begins."""

    exact: tuple[str, ...]
    begins: tuple[str, ...]
    within: tuple[str, ...]


def search_entries(
    exhibitors: Iterable[Exhibitor], sessions: Iterable[Session], plan: FloorPlan
) -> tuple[SearchEntry, ...]:
    """Entries in rank order: exhibitors as given, openings and majors by how many offer them, what is said of
    exhibitors, stalls that have no host by number, sessions by time, facilities as drawn.
    """
    pinyin = Pinyin()
    hosts = tuple(exhibitors)
    places = _Places(plan)
    texts = _Texts()
    for position, each in enumerate(hosts):
        texts.gather(position, each, places.of(each))
    taken = {number for each in hosts for number in each.stalls}
    empty = sorted(
        (each for each in plan.stalls if each.number not in taken), key=lambda each: natural_key(each.number)
    )
    return (
        *(_exhibitor(each, pinyin) for each in hosts),
        *texts.entries(HitKind.OPENING, pinyin.reading),
        *texts.entries(HitKind.MAJOR, pinyin.reading),
        *texts.entries(None, pinyin.readings),
        *(_stall(each) for each in empty),
        *(_session(each, pinyin) for each in sessions),
        *(_facility(each, places.levels.get(each.level), pinyin) for each in plan.facilities),
    )


class _Places:
    """How people say where somebody stands."""

    def __init__(self, plan: FloorPlan) -> None:
        self.levels = {level.id: level.name for level in plan.levels}
        self._zones = {zone.letter: zone.name for zone in plan.zones}
        self._stalls = {stall.number: self.levels.get(stall.level) for stall in plan.stalls}

    def of(self, exhibitor: Exhibitor) -> tuple[Words, ...]:
        """Zone and level, in words."""
        letter = exhibitor.zone
        zone = self._zones.get(letter)
        zones = (zone, Words(f"{letter} 区", f"Zone {letter}")) if zone is not None else ()
        levels = dict.fromkeys(level for each in exhibitor.stalls if (level := self._stalls.get(each)))
        return (*zones, *levels)


class _Texts:
    """Texts that lead to exhibitors, each once: whose, and how it is said besides."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._whose: dict[tuple[HitKind | None, str], dict[int, None]] = {}
        self._written: dict[tuple[HitKind | None, str], str] = {}
        self._besides: dict[tuple[HitKind | None, str], dict[str, None]] = {}

    def gather(self, position: int, exhibitor: Exhibitor, places: Iterable[Words]) -> None:
        """Take the texts of the exhibitor at that position of the pack."""
        for opening in exhibitor.openings:
            self._add(HitKind.OPENING, opening.title, position, opening.title_en)
            self._add_all(HitKind.MAJOR, _MANY.split(opening.majors), position)
            self._add_all(None, (opening.place, opening.degree), position)
        self._add_all(HitKind.MAJOR, (entry.major for entry in exhibitor.pool), position)
        self._add_all(HitKind.MAJOR, _MANY.split(exhibitor.strengths), position)
        self._add_all(None, (entry.degree for entry in exhibitor.pool), position)
        self._add_all(None, (exhibitor.industry, exhibitor.region, exhibitor.nature), position)
        self._add_all(None, _SHORT_NATURES.get(exhibitor.nature, "").split(), position)
        for place in places:
            self._add(None, place.zh, position, place.en)

    def entries(self, kind: HitKind | None, read: Read) -> Iterator[SearchEntry]:
        """The entries of one kind: what most offer first, then by the text."""
        mine = [key for key in self._whose if key[0] is kind]
        for key in sorted(mine, key=lambda each: (-len(self._whose[each]), each[1])):
            names = (self._written[key], *self._besides[key])
            found = _joined(keys_of(name, read) for name in names)
            yield _entry(kind, self._written[key], found, exhibitors=tuple(self._whose[key]))

    def _add_all(self, kind: HitKind | None, texts: Iterable[str], position: int) -> None:
        for text in dict.fromkeys(texts):
            self._add(kind, text, position)

    def _add(self, kind: HitKind | None, text: str, position: int, besides: str = "") -> None:
        if text not in self._keys:
            self._keys[text] = search_key(text)
        key = (kind, self._keys[text])
        if not key[1] or (kind is HitKind.MAJOR and _ANY in text):
            return
        self._whose.setdefault(key, {})[position] = None
        self._written.setdefault(key, text)
        others = self._besides.setdefault(key, {})
        if besides:
            others[besides] = None


def _exhibitor(exhibitor: Exhibitor, pinyin: Pinyin) -> SearchEntry:
    codes = (exhibitor.school_code, exhibitor.school_code[-5:]) if exhibitor.school_code else ()
    names = (exhibitor.name.zh, exhibitor.name.en, acronym(exhibitor.name.en), *exhibitor.aliases)
    named = _joined(keys_of(name, pinyin.readings) for name in names)
    found = _joined((named, *(_stall_keys(number) for number in exhibitor.stalls)))
    marked = (search_key(exhibitor.name.zh), search_key(exhibitor.name.en))
    exact = (*found.exact, *marked, *codes)
    return _entry(HitKind.EXHIBITOR, str(exhibitor.id), found._replace(exact=exact))


def _stall(stall: Stall) -> SearchEntry:
    return _entry(HitKind.STALL, stall.number, _stall_keys(stall.number))


def _session(session: Session, pinyin: Pinyin) -> SearchEntry:
    names = _joined(
        keys_of(name, pinyin.reading) for name in (session.title.zh, session.title.en, session.id)
    )
    speaker = keys_of(session.speaker, pinyin.readings)
    found = Keys(names.exact, names.begins, (*names.within, *speaker.begins, *speaker.within))
    return _entry(HitKind.SESSION, session.id, found)


def _facility(facility: Facility, level: Words | None, pinyin: Pinyin) -> SearchEntry:
    """By its level too, so that one may ask for the lift of hall 2."""
    names = (facility.name.zh, facility.name.en, *FACILITY_WORDS[facility.kind])
    found = _joined(keys_of(name, pinyin.reading) for name in names)
    where = _joined(keys_of(name, pinyin.reading) for name in ((level.zh, level.en) if level else ()))
    within = (*found.within, *where.begins, *where.within)
    return _entry(HitKind.FACILITY, facility.id, found._replace(within=within))


def _entry(kind: HitKind | None, ref: str, keys: Keys, *, exhibitors: tuple[int, ...] = ()) -> SearchEntry:
    begins = dict.fromkeys(key for key in keys.begins if key)
    within = dict.fromkeys(key for key in keys.within if key and key not in begins)
    exact = dict.fromkeys(key for key in keys.exact if key)
    return SearchEntry(kind, ref, tuple(exact), tuple(within), tuple(begins), exhibitors)


def _joined(many: Iterable[Keys]) -> Keys:
    found: tuple[dict[str, None], dict[str, None], dict[str, None]] = ({}, {}, {})
    for keys in many:
        for all_of_it, its in zip(found, keys, strict=True):
            all_of_it.update(dict.fromkeys(its))
    return Keys(*map(tuple, found))


def _stall_keys(number: str) -> Keys:
    """A stall's number as it may be begun (A3, A003), or without its letter."""
    key = exact_key(number)
    match = _STALL.fullmatch(key)
    if match is None:
        return Keys((key,), (key,), ())
    letters, digits = match[1], match[2]
    padded = digits.rjust(3, "0")
    return Keys((key,), (letters + digits, letters + padded), (digits, padded))


def acronym(english: str) -> str:
    """The initials of an English name of three words or more, as many schools go by them; else nothing.

    >>> acronym("Beijing Institute of Technology (sample)")
    'bit'
    """
    words = [word for word in key_words(plain_name(english)) if word not in _SMALL_WORDS]
    return "".join(word[0] for word in words) if len(words) >= _ACRONYM_LEAST else ""


def keys_of(text: str, read: Read) -> Keys:
    """Keys of a text, whose hanzi are read by `read`.

    What begins in a legal form (有限公司) is found only as it is written: its pinyin would find everybody.

    >>> keys_of("软件", Pinyin().reading)
    Keys(exact=('软件', 'ruanjian', 'rj'), begins=('软件', 'ruanjian', 'rj'), within=('件', 'jian', 'j'))
    """
    tokens = key_words(plain_name(text))
    runs = [run for token in tokens for run in _RUN.findall(token)]
    if not runs:
        return Keys((), (), ())
    readings = _readings(runs, read)
    end = _plain_end(tokens)
    begins = _spellings(runs, readings, 0, len(runs))
    exact = (*begins, *_spellings(runs, readings, 0, end)) if end < len(runs) else begins
    within: list[str] = []
    for at in range(1, len(runs)):
        within += _spellings(runs, readings if at < end else (), at, len(runs))
    return Keys(tuple(dict.fromkeys(exact)), tuple(begins), tuple(dict.fromkeys(within)))


def _plain_end(tokens: tuple[str, ...]) -> int:
    """Runs before the legal form with which a text ends; all of them where there is none, or nothing else."""
    last = len(_RUN.findall(tokens[-1]))
    plain = len(_RUN.findall(_LEGAL_FORM.sub("", tokens[-1])))
    before = sum(len(_RUN.findall(token)) for token in tokens[:-1])
    return before + plain or before + last


def _spellings(runs: list[str], readings: tuple[Syllables, ...], at: int, end: int) -> list[str]:
    """Runs `at` to `end` as they are written, and in pinyin and initials by every reading."""
    found = ["".join(runs[at:end])[:LONGEST_KEY]]
    for syllables in readings:
        said = syllables[at:end]
        if all(said):
            found.append("".join(said)[:LONGEST_KEY])
            pairs = zip(runs[at:end], said, strict=True)
            found.append("".join(run if run == each else each[0] for run, each in pairs)[:LONGEST_KEY])
    return list(dict.fromkeys(found))


def _readings(runs: list[str], read: Read) -> tuple[Syllables, ...]:
    """A syllable a run; Latin runs read as they are written. Nothing where there are no hanzi to be read."""
    han = "".join(run for run in runs if has_han(run))
    found: list[Syllables] = []
    for reading in read(han) if han else ():
        syllables = iter(reading)
        found.append(tuple(next(syllables) if has_han(run) else run for run in runs))
    return tuple(found)
