"""A directory over a list of exhibitors that answers as the real one does, the floor, and what was looked up.

Small and plain: every question walks the whole list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from kiosk.domain import terms
from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind
from kiosk.domain.fair import Session
from kiosk.domain.floorplan import LINKING, Facility, FloorPlan
from kiosk.domain.search import HitKind, natural_key
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.services.find.values import (
    NO_WORDS,
    Choice,
    Facet,
    FacetKind,
    FloorStanding,
    Found,
    Group,
    Question,
    Row,
)

GROUP_WORDS = {
    HitKind.EXHIBITOR: Words("单位", "Exhibitors"),
    HitKind.OPENING: Words("岗位", "Openings"),
    HitKind.MAJOR: Words("专业", "Majors"),
    HitKind.STALL: Words("展位", "Stalls"),
    HitKind.SESSION: Words("活动", "Sessions"),
    HitKind.FACILITY: Words("设施", "Facilities"),
}
FACET_WORDS = {
    FacetKind.KIND: Words("类别", "Kind"),
    FacetKind.ZONE: Words("展区", "Zone"),
    FacetKind.INDUSTRY: Words("行业", "Industry"),
    FacetKind.NATURE: Words("单位性质", "Nature"),
    FacetKind.REGION: Words("工作地点", "Place"),
    FacetKind.DEGREE: Words("学历", "Degree"),
    FacetKind.MAJOR: Words("专业类", "Majors"),
    FacetKind.HEADCOUNT: Words("招聘人数", "Posts"),
}
KINDS = {
    ExhibitorKind.EMPLOYER: Words("用人单位", "Employers"),
    ExhibitorKind.SCHOOL: Words("学校", "Schools"),
}
MAJORS = {
    "计算机类": Words("计算机类", "Computer science"),
    "电子信息类": Words("电子信息类", "Electronics"),
    "数学类": Words("数学类", "Mathematics"),
    "机械类": Words("机械类", "Mechanical engineering"),
}
CITIES = {
    "保定市": Words("保定市", "Baoding"),
    "石家庄市": Words("石家庄市", "Shijiazhuang"),
    "济南市": Words("济南市", "Jinan"),
    "青岛市": Words("青岛市", "Qingdao"),
}
HEADCOUNTS = {
    "20": Words("20 人以下", "under 20"),
    "100": Words("20–100 人", "20 to 100"),
    "more": Words("100 人以上", "over 100"),
}
NAMED = ("厕所", "卫生间")
"""What people call toilets, besides the plan's word."""
Value = tuple[str, Words, int]
"""A value of a facet, its words, and how deep it stands in a tree."""


def _values(each: Exhibitor, kind: FacetKind, plan: FloorPlan) -> Iterator[Value]:
    match kind:
        case FacetKind.KIND:
            yield each.kind.value, KINDS[each.kind], 0
        case FacetKind.ZONE:
            yield from ((zone.letter, zone.name, 0) for zone in plan.zones if zone.letter == each.zone)
        case FacetKind.INDUSTRY if each.industry:
            yield each.industry, terms.industry(each.industry), 0
        case FacetKind.NATURE if each.nature:
            yield each.nature, terms.nature(each.nature), 0
        case FacetKind.REGION if each.region:
            province, _, city = each.region.partition("省")
            yield province, terms.region(province), 0
            if city:
                yield f"{province}/{city}", CITIES.get(city, Words(city, city)), 1
        case FacetKind.DEGREE:
            degrees = {opening.degree for opening in each.openings if opening.degree}
            yield from ((degree, terms.degree(degree), 0) for degree in degrees)
        case FacetKind.MAJOR:
            yield from ((major, MAJORS[major], 0) for major in _majors(each) if major in MAJORS)
        case FacetKind.HEADCOUNT if each.headcount:
            bucket = "20" if each.headcount < 20 else "100" if each.headcount <= 100 else "more"
            yield bucket, HEADCOUNTS[bucket], 0


def _majors(each: Exhibitor) -> set[str]:
    return {major for opening in each.openings for major in opening.majors.split("、") if major}


def _fits(each: Exhibitor, question: Question, plan: FloorPlan, but: FacetKind | None = None) -> bool:
    """Whether the facets of a question let an exhibitor through, all but one of them."""
    if question.major_class and question.major_class not in _majors(each):
        return False
    for kind in {kind for kind, _value in question.chosen if kind is not but}:
        wanted = {value for chosen, value in question.chosen if chosen is kind}
        if not wanted & {value for value, _words, _depth in _values(each, kind, plan)}:
            return False
    return True


def _facets(matching: list[Exhibitor], question: Question, plan: FloorPlan) -> Iterator[Facet]:
    zones = {zone.letter for zone in plan.zones if question.level in (None, zone.level)}
    matching = [each for each in matching if each.zone in zones]
    for kind in FacetKind:
        counts: Counter[Value] = Counter()
        for each in matching:
            if _fits(each, question, plan, but=kind):
                counts.update(set(_values(each, kind, plan)))
        on = {value for chosen, value in question.chosen if chosen is kind}
        choices = tuple(
            Choice(value, words, count, value in on, depth)
            for (value, words, depth), count in sorted(counts.items(), key=lambda each: each[0][0])
        )
        if len(choices) > 1 or on:
            yield Facet(kind, FACET_WORDS[kind], choices)


@dataclass
class Answers:
    """What a directory knows."""

    plan: FloorPlan
    exhibitors: tuple[Exhibitor, ...]
    sessions: tuple[Session, ...] = ()
    standing: FloorStanding = field(default_factory=FloorStanding)
    keys: Callable[[str, Exhibitor], bool] = lambda digits, _each: digits.startswith("2")
    """Whether digits of the nine keys mean an exhibitor."""

    def find(self, question: Question) -> Found:
        """As Directory.find."""
        text = question.text.strip().casefold()
        matching = [each for each in self.exhibitors if each.stalls and self._matches(each, question, text)]
        fitting = [each for each in matching if _fits(each, question, self.plan)]
        rows = [self._row(each, text) for each in sorted(fitting, key=lambda one: natural_key(one.stalls[0]))]
        rows.sort(key=lambda row: text not in (row.title.zh.casefold(), *map(str.casefold, row.stalls)))
        others = list(self._others(text)) if text and not question.nine_keys and not question.chosen else []
        everything = [*rows, *others]
        by_level = Counter(row.level for row in everything if row.level)
        stalls = frozenset(number for row in rows for number in row.stalls)
        here = [row for row in everything if question.level in (None, row.level) or not row.level]
        if not everything:
            near = [self._row(each, "") for each in self.exhibitors if each.stalls][:3]
            return Found(tuple(near), nearest=True, facets=tuple(_facets(matching, question, self.plan)))
        return Found(
            tuple(here),
            tuple(_groups(here)),
            dict(by_level),
            tuple(_facets(matching, question, self.plan)),
            stalls,
            index_of=lambda stall: next((at for at, row in enumerate(here) if stall in row.stalls), None),
        )

    def _matches(self, each: Exhibitor, question: Question, text: str) -> bool:
        if question.nine_keys:
            return self.keys(text, each)
        titles = (f"{opening.title}{opening.majors}" for opening in each.openings)
        pool = (entry.major for entry in each.pool)
        said = (each.name.zh, each.name.en, *each.stalls, each.region, *titles, *pool)
        return not text or any(text in one.casefold() for one in said)

    def _row(self, each: Exhibitor, text: str) -> Row:
        stall = each.stalls[0]
        stalls = tuple(self.standing.moved.get(number, number) for number in each.stalls)
        state = StallState.MOVED if stall in self.standing.moved else self.standing.states.get(stall)
        found = self.plan.stall(stalls[0])
        opening = next((one for one in each.openings if text and text in one.title), None)
        return Row(
            HitKind.EXHIBITOR,
            str(each.id),
            each.name,
            line=Words("软件开发工程师・12 人・本科起", "Software developer, 12 posts, Bachelor+"),
            why=Words(f"岗位：{opening.title}", f"Opening: {opening.title_en or opening.title}")
            if opening
            else NO_WORDS,
            stalls=stalls,
            zone=each.zone,
            level=found.level if found else "",
            distance_m=10 + each.id,
            state=state,
        )

    def _others(self, text: str) -> Iterator[Row]:
        titles = Counter(one.title for each in self.exhibitors for one in each.openings if text in one.title)
        for title, count in sorted(titles.items()):
            if title != text:
                line = Words(f"{count} 家单位在招", f"{count} employers")
                yield Row(HitKind.OPENING, title, Words(title, title), line)
        majors = Counter(one for each in self.exhibitors for one in _majors(each) if text in one)
        for major, count in sorted(majors.items()):
            if major != text:
                line = Words(f"{count} 家单位在招", f"{count} employers")
                yield Row(HitKind.MAJOR, major, MAJORS.get(major, Words(major, "")), line)
        hosted = {number for each in self.exhibitors for number in each.stalls}
        for stall in self.plan.stalls:
            if stall.number not in hosted and text in stall.number.casefold():
                line = Words("没有单位", "No exhibitor")
                yield Row(
                    HitKind.STALL,
                    stall.number,
                    Words("空展位", "Empty stall"),
                    line,
                    stalls=(stall.number,),
                    zone=stall.zone,
                    level=stall.level,
                    distance_m=40,
                )
        for session in self.sessions:
            if text in f"{session.title.zh}{session.title.en}".casefold():
                line = Words(f"9:00・{session.place}", f"9:00, {session.place}")
                yield Row(HitKind.SESSION, session.id, session.title, line)
        yield from self._facilities(text)

    def _facilities(self, text: str) -> Iterator[Row]:
        for each in self.plan.facilities:
            said = (each.name.zh, each.name.en.casefold(), *(NAMED if each.kind.value == "toilet" else ()))
            if any(text in one for one in said):
                yield self._facility(each)

    def _facility(self, each: Facility) -> Row:
        level = next(one for one in self.plan.levels if one.id == each.level)
        leads = each.kind in LINKING
        other = next((one for one in self.plan.levels if one.id != each.level), level)
        line = Words(f"通往 {other.name.zh}", f"To {other.name.en}") if leads else level.name
        return Row(
            HitKind.FACILITY,
            each.id,
            each.name,
            line,
            level=each.level,
            distance_m=30,
            state=StallState.CLOSED if each.id in self.standing.closed else None,
            icon=each.kind.value,
        )


def _groups(rows: Iterable[Row]) -> Iterator[Group]:
    kinds = [row.kind for row in rows]
    for kind in dict.fromkeys(kinds):
        yield Group(kind, GROUP_WORDS[kind], kinds.index(kind), kinds.count(kind))


class FakeLookups:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[dict[str, bool]] = []

    def tell(self, looked_up: dict[str, bool]) -> None:
        """What was looked up in a visit, and whether each was found."""
        self.told.append(looked_up)
