"""Facets: by what a list of exhibitors can be narrowed, and how many each choice would leave.

Exhibitors are bits of an int by their position in the pack. Each value of a facet is such a set, made once,
so that a count is one AND and one bit count whatever the size of the fair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind
from kiosk.domain.floorplan import Zone
from kiosk.domain.major_classes import ANY, MAJOR_CLASSES, major_class_words, takes_any
from kiosk.domain.regions import PROVINCES, province_of, region_paths, region_words
from kiosk.domain.terms import industries, industry, nature, natures
from kiosk.domain.words import Words
from kiosk.services.find.values import Choice, Facet, FacetKind

Chosen = Mapping[FacetKind, frozenset[str]]
"""Values chosen of each facet; a facet of which nothing is chosen is not in it."""

FACET_WORDS = {
    FacetKind.KIND: Words("单位或学校", "Employer or school"),
    FacetKind.ZONE: Words("专区", "Zone"),
    FacetKind.INDUSTRY: Words("行业", "Industry"),
    FacetKind.NATURE: Words("单位性质", "Kind of employer"),
    FacetKind.REGION: Words("地区", "Region"),
    FacetKind.DEGREE: Words("学历", "Degree"),
    FacetKind.MAJOR: Words("专业类", "Major"),
    FacetKind.HEADCOUNT: Words("人数", "People"),
}
"""In the order of the page."""

_KINDS = {
    ExhibitorKind.EMPLOYER: Words("用人单位", "Employers"),
    ExhibitorKind.SCHOOL: Words("学校", "Schools"),
}
DEGREES = ("专科", "本科", "硕士", "博士")
"""From the lowest: an opening for 本科起 is open to who has a 硕士 too."""
_DEGREE_WORDS = {
    "专科": Words("专科", "College"),
    "本科": Words("本科", "Bachelor"),
    "硕士": Words("硕士", "Master"),
    "博士": Words("博士", "Doctor"),
}
BANDS = ((1, 10), (11, 50), (51, 200), (201, 1000), (1001, None))
"""People wanted by an employer, or graduates of a school: least and most."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet, and the exhibitors that have it."""

    value: str
    words: Words
    exhibitors: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A facet with all its values, in the order of the page."""

    kind: FacetKind
    values: tuple[Value, ...]

    def union(self, chosen: Iterable[str]) -> int:
        """Exhibitors that have any of these values."""
        wanted, found = set(chosen), 0
        for each in self.values:
            if each.value in wanted:
                found |= each.exhibitors
        return found


def band_of(people: int) -> str:
    """The band of a number of people (11-50); nothing where no number is given."""
    for least, most in BANDS:
        if people >= least and (most is None or people <= most):
            return f"{least}-{most or ''}"
    return ""


def open_to(degree: str) -> tuple[str, ...]:
    """Degrees of those who may apply for an opening, by the least it asks for; all where it asks for none.

    >>> open_to("硕士起")
    ('硕士', '博士')
    """
    least = next((at for at, each in enumerate(DEGREES) if degree.startswith(each)), 0)
    return DEGREES[least:]


def degrees_of(exhibitor: Exhibitor) -> set[str]:
    """Degrees that an employer's openings are open to, or that a school's graduates have."""
    if exhibitor.kind is ExhibitorKind.SCHOOL:
        return {entry.degree for entry in exhibitor.pool} & set(DEGREES)
    return {each for opening in exhibitor.openings for each in open_to(opening.degree)}


def majors_of(exhibitor: Exhibitor) -> set[str]:
    """Classes of majors that openings name or graduates have, and ANY where an opening takes all."""
    found = {entry.major_class for entry in exhibitor.pool} - {""}
    for opening in exhibitor.openings:
        found.update(opening.major_classes)
        if takes_any(opening.majors):
            found.add(ANY)
    return found


def regions_of(exhibitor: Exhibitor) -> set[str]:
    """Where an exhibitor is, and where its openings are: provinces, and cities or districts in them."""
    found = set(region_paths(exhibitor.region))
    for opening in exhibitor.openings:
        found.update(region_paths(opening.place))
    return found


def people_of(exhibitor: Exhibitor) -> int:
    """People wanted by an employer as far as it says, or graduates of a school."""
    if exhibitor.kind is ExhibitorKind.SCHOOL:
        return sum(entry.count for entry in exhibitor.pool)
    return exhibitor.headcount


_TRAITS: dict[FacetKind, Callable[[Exhibitor], Iterable[str]]] = {
    FacetKind.KIND: lambda each: (each.kind.value,),
    FacetKind.INDUSTRY: lambda each: (each.industry,),
    FacetKind.NATURE: lambda each: (each.nature,),
    FacetKind.REGION: regions_of,
    FacetKind.DEGREE: degrees_of,
    FacetKind.MAJOR: majors_of,
    FacetKind.HEADCOUNT: lambda each: (band_of(people_of(each)),),
}


class Gatherer:
    """Takes exhibitors one by one, in the pack's order, and keeps of each only its bits."""

    def __init__(self) -> None:
        self._positions: dict[FacetKind, dict[str, list[int]]] = {kind: {} for kind in _TRAITS}
        self._count = 0

    def take(self, exhibitor: Exhibitor) -> None:
        """The next exhibitor."""
        for kind, traits in _TRAITS.items():
            positions = self._positions[kind]
            for value in traits(exhibitor):
                if value:
                    positions.setdefault(value, []).append(self._count)
        self._count += 1

    def tables(self) -> dict[FacetKind, Table]:
        """All facets but the zone, which staff can change."""
        made = {}
        for kind, positions in self._positions.items():
            sets = {value: bits(at, self._count) for value, at in positions.items()}
            made[kind] = Table(kind, tuple(_in_order(kind, sets)))
        return made


def bits(positions: Iterable[int], count: int) -> int:
    """A set of positions below `count` as an int."""
    made = bytearray(count // 8 + 1)
    for each in positions:
        made[each >> 3] |= 1 << (each & 7)
    return int.from_bytes(made, "little")


def zone_table(zones: Sequence[Zone], sets: Mapping[str, int]) -> Table:
    """Zones by letter, with who stands in each."""
    values = (Value(zone.letter, zone.name, sets.get(zone.letter, 0)) for zone in zones)
    return Table(FacetKind.ZONE, tuple(values))


def _in_order(kind: FacetKind, sets: dict[str, int]) -> Iterator[Value]:
    ordered = _ORDERS[kind]()
    place = {value: at for at, value in enumerate(ordered)}
    for value in sorted(sets, key=lambda each: (_place(kind, each, place), each)):
        depth = int(kind is FacetKind.REGION and value not in PROVINCES)
        yield Value(value, _WORDS[kind](value), sets[value], depth)


def _place(kind: FacetKind, value: str, place: Mapping[str, int]) -> int:
    if kind is FacetKind.REGION:
        value = province_of(value)
    return place.get(value, len(place))


_ORDERS: dict[FacetKind, Callable[[], Sequence[str]]] = {
    FacetKind.KIND: lambda: tuple(ExhibitorKind),
    FacetKind.INDUSTRY: industries,
    FacetKind.NATURE: natures,
    FacetKind.REGION: lambda: tuple(PROVINCES),
    FacetKind.DEGREE: lambda: DEGREES,
    FacetKind.MAJOR: lambda: (*MAJOR_CLASSES, ANY),
    FacetKind.HEADCOUNT: lambda: tuple(band_of(least) for least, _most in BANDS),
}


def _band_words(value: str) -> Words:
    least, _, most = value.partition("-")
    if most:
        return Words(f"{least}–{most} 人", f"{least} to {most}")
    return Words(f"{least} 人及以上", f"{least} or more")


_WORDS: dict[FacetKind, Callable[[str], Words]] = {
    FacetKind.KIND: lambda value: _KINDS[ExhibitorKind(value)],
    FacetKind.INDUSTRY: industry,
    FacetKind.NATURE: nature,
    FacetKind.REGION: region_words,
    FacetKind.DEGREE: lambda value: _DEGREE_WORDS[value],
    FacetKind.MAJOR: major_class_words,
    FacetKind.HEADCOUNT: _band_words,
}


def chosen_of(chosen: Iterable[tuple[FacetKind, str]]) -> Chosen:
    """Choices by facet."""
    found: dict[FacetKind, set[str]] = {}
    for kind, value in chosen:
        found.setdefault(kind, set()).add(value)
    return {kind: frozenset(values) for kind, values in found.items()}


def narrowed(tables: Mapping[FacetKind, Table], hits: int, chosen: Chosen) -> int:
    """Those of `hits` that every facet's choices leave. Of one facet any chosen value will do."""
    for kind, values in chosen.items():
        hits &= tables[kind].union(values)
    return hits


def counted(tables: Mapping[FacetKind, Table], hits: int, chosen: Chosen) -> tuple[Facet, ...]:
    """Every facet with what choosing each value by itself would leave, given the other facets' choices.

    Values that would leave nothing are not there unless they are chosen, nor are facets that part nothing.
    """
    left = narrowed(tables, hits, chosen)
    found = []
    for kind, words in FACET_WORDS.items():
        others = {other: values for other, values in chosen.items() if other is not kind}
        within = narrowed(tables, hits, others) if kind in chosen else left
        choices = tuple(_choices(tables[kind], within, chosen.get(kind, frozenset())))
        if _parts(choices, within.bit_count()):
            found.append(Facet(kind, words, choices))
    return tuple(found)


def _choices(table: Table, within: int, on: frozenset[str]) -> Iterator[Choice]:
    skipped = False
    for each in table.values:
        if skipped and each.depth:
            continue  # nobody in the province, so nobody in its cities
        count = (within & each.exhibitors).bit_count()
        if not each.depth:
            skipped = not count and not on
        if count or each.value in on:
            yield Choice(each.value, each.words, count, each.value in on, each.depth)


def _parts(choices: Sequence[Choice], within: int) -> bool:
    """Whether there is something to choose: a value that not all have, or one that is chosen."""
    return any(each.on or each.count < within for each in choices)
