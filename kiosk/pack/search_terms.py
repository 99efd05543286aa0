"""What the search index holds: for each exhibitor, session and facility its exact keys and its terms.

A term matches by its prefix, so every suffix of a Chinese name is one (there are no spaces to break at),
with its full pinyin and its initials.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from kiosk.domain.exhibitor import Exhibitor
from kiosk.domain.fair import Session, Words
from kiosk.domain.floorplan import Facility, FacilityKind, Zone
from kiosk.domain.search import HitKind, SearchEntry, exact_key, normalise
from kiosk.pack.cleaning.texts import has_han
from kiosk.pack.pinyin import Pinyin, Syllables
from kiosk.pack.records.employers import plain_name

MAX_TERMS = 2_000
"""Of one entry."""
LONGEST_TERM = 48
_LEGAL_FORM = re.compile(r"(股份有限公司|有限责任公司|有限公司|集团公司|公司)$")
_RUN = re.compile(r"[a-z0-9+#]+|[^a-z0-9+#]")
_MANY_MAJORS = re.compile(r"[、,，;；/|\s]+")

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


def search_entries(
    exhibitors: Iterable[Exhibitor],
    sessions: Iterable[Session],
    facilities: Iterable[Facility],
    zones: Iterable[Zone] = (),
) -> tuple[SearchEntry, ...]:
    """Entries in rank order: exhibitors by stall, sessions by time, facilities as drawn.

    An exhibitor is also found by its zone's name.
    """
    pinyin = Pinyin()
    names = {zone.letter: zone.name for zone in zones}
    return (
        *(_exhibitor(each, names.get(each.zone), pinyin) for each in exhibitors),
        *(_session(each, pinyin) for each in sessions),
        *(_facility(each, pinyin) for each in facilities),
    )


def _exhibitor(exhibitor: Exhibitor, zone: Words | None, pinyin: Pinyin) -> SearchEntry:
    plain = plain_name(exhibitor.name.zh)
    english = plain_name(exhibitor.name.en)
    codes = (exhibitor.school_code, exhibitor.school_code[-5:]) if exhibitor.school_code else ()
    names = (exhibitor.name.zh, plain, exhibitor.name.en, english, *exhibitor.aliases)
    texts = [english, exhibitor.strengths]
    for opening in exhibitor.openings:
        texts += [opening.title, opening.title_en, *_MANY_MAJORS.split(opening.majors)]
    texts += [exhibitor.industry, exhibitor.region]
    texts += [exhibitor.nature, _SHORT_NATURES.get(exhibitor.nature, "")]
    texts += [zone.zh, zone.en] if zone is not None else []
    texts += [opening.place for opening in exhibitor.openings]
    texts += [entry.major for entry in exhibitor.pool]
    return _entry(
        HitKind.EXHIBITOR,
        str(exhibitor.id),
        (*exhibitor.stalls, *names, *codes),
        texts,
        pinyin,
        (plain, *exhibitor.aliases),
    )


def _session(session: Session, pinyin: Pinyin) -> SearchEntry:
    names = (session.id, session.title.zh, session.title.en)
    texts = (session.title.zh, session.title.en, session.speaker)
    return _entry(HitKind.SESSION, session.id, names, texts, pinyin)


def _facility(facility: Facility, pinyin: Pinyin) -> SearchEntry:
    words = FACILITY_WORDS[facility.kind]
    names = (facility.name.zh, facility.name.en)
    return _entry(HitKind.FACILITY, facility.id, (*names, *words), (*names, *words), pinyin)


def _entry(
    kind: HitKind,
    ref: str,
    names: Iterable[str],
    texts: Iterable[str],
    pinyin: Pinyin,
    proper_names: Iterable[str] = (),
) -> SearchEntry:
    """`proper_names` are found by every reading of their characters; `texts`, being plain words, by one."""
    exact = tuple(dict.fromkeys(key for name in names if (key := exact_key(name))))
    stalls = [key for key in exact if re.fullmatch(r"[a-z]{1,2}\d{3,4}", key)]
    terms: dict[str, None] = dict.fromkeys(stalls)
    found = [terms_of(name, pinyin.readings) for name in dict.fromkeys(proper_names)]
    found += [terms_of(text, pinyin.reading) for text in dict.fromkeys(texts)]
    for term in islice(chain.from_iterable(found), MAX_TERMS):
        terms[term[:LONGEST_TERM]] = None
    return SearchEntry(kind, ref, exact, tuple(terms))


Read = Callable[[str], tuple[Syllables, ...]]


def terms_of(text: str, read: Read) -> Iterator[str]:
    """Terms of a text: each token's suffixes, with their pinyin and initials by `read`.

    >>> sorted(terms_of("软件", Pinyin().reading))
    ['j', 'jian', 'rj', 'ruanjian', '件', '软件']
    """
    for token in normalise(plain_name(text)):
        if not has_han(token):
            yield token
            continue
        runs = _RUN.findall(token)
        end = len(_RUN.findall(_LEGAL_FORM.sub("", token))) or len(runs)
        readings = _readings(runs, read)
        for at in range(len(runs)):
            if at and at >= end:
                break  # "有限公司" finds everybody, so it finds nobody
            yield "".join(runs[at:])
            for syllables in readings:
                if all(syllables[at:]):
                    yield "".join(syllables[at:])
                    yield "".join(
                        each if run == each else each[0] for run, each in _pairs(runs, syllables, at)
                    )


def _pairs(runs: list[str], syllables: tuple[str, ...], at: int) -> Iterator[tuple[str, str]]:
    return zip(runs[at:], syllables[at:], strict=True)


def _readings(runs: list[str], read: Read) -> tuple[tuple[str, ...], ...]:
    """A syllable a run; Latin runs read as they are written."""
    han = "".join(run for run in runs if has_han(run))
    found: list[tuple[str, ...]] = []
    for reading in read(han):
        syllables = iter(reading)
        found.append(tuple(next(syllables) if has_han(run) else run for run in runs))
    return tuple(found)
