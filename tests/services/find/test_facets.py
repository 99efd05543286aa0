"""Facets: counts equal to counting by hand, and no choice that leads to an empty list."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator

import pytest

from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind
from kiosk.domain.regions import PROVINCES
from kiosk.domain.search import HitKind
from kiosk.domain.words import Words
from kiosk.services.find.facets import DEGREES, Gatherer, band_of, counted, open_to, zone_table
from kiosk.services.find.values import Facet, FacetKind, Found, Question
from tests.services.directories import SAMPLES, Opened, open_directory, sample

WALKS = 400 if os.environ.get("FAIR_KIOSK_LONG") else 30
TEXTS = ("", "工程", "软件", "北京", "j", "a", "教育", "本科", "山东", "电")


@pytest.fixture(scope="module", params=SAMPLES)
def fair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    name = str(request.param)
    opened = open_directory(sample(name), tmp_path_factory.mktemp("facets") / f"{name}.db")
    yield opened
    opened.catalogue.close()


def shown(found: Found) -> list[str]:
    """Exhibitors listed."""
    return [row.ref for row in found.rows if row.kind is HitKind.EXHIBITOR]


# ---- the traits again, by hand


def _degrees(each: Exhibitor) -> set[str]:
    if each.kind is ExhibitorKind.SCHOOL:
        return {entry.degree for entry in each.pool}
    least = {"专科起": 0, "本科起": 1, "硕士起": 2, "博士": 3}
    return {degree for opening in each.openings for degree in DEGREES[least[opening.degree] :]}


def _majors(each: Exhibitor) -> set[str]:
    found = {entry.major_class for entry in each.pool} | {c for o in each.openings for c in o.major_classes}
    return found | ({"不限"} if any("不限" in opening.majors for opening in each.openings) else set())


def _people(each: Exhibitor) -> int:
    return sum(entry.count for entry in each.pool) + sum(opening.headcount or 0 for opening in each.openings)


def _band(each: Exhibitor) -> set[str]:
    return {band_of(_people(each))}


def _regions(each: Exhibitor) -> set[str]:
    """The sample fairs' places are provinces, their cities, and districts of Beijing."""
    places = {each.region, *(opening.place for opening in each.openings)} - {""}
    places = {"北京市" if place == "北京市亦庄" else place for place in places}  # a town, and no district
    return places | {
        next(province for province in PROVINCES if place.startswith(province)) for place in places
    }


HAVE: dict[FacetKind, Callable[[Exhibitor], set[str]]] = {
    FacetKind.KIND: lambda each: {each.kind.value},
    FacetKind.ZONE: lambda each: {number[0] for number in each.stalls},
    FacetKind.INDUSTRY: lambda each: {each.industry},
    FacetKind.NATURE: lambda each: {each.nature},
    FacetKind.REGION: _regions,
    FacetKind.DEGREE: _degrees,
    FacetKind.MAJOR: _majors,
    FacetKind.HEADCOUNT: _band,
}


def by_hand(fair: Opened, refs: list[str], facet: Facet) -> dict[str, int]:
    hosts = [fair.named(ref) for ref in refs]
    have = HAVE[facet.kind]
    return {each.value: sum(each.value in have(host) for host in hosts) for each in facet.choices}


# ---- the properties


def test_counts_equal_counting_by_hand(fair: Opened) -> None:
    for text in TEXTS:
        for level in (None, "1"):
            found = fair.directory.find(Question(text, level=level))
            refs = shown(found)
            for facet in found.facets:
                counts = {each.value: each.count for each in facet.choices}
                assert counts == by_hand(fair, refs, facet), (text, level, facet.kind)
                assert min(counts.values()) > 0
                every = {value for ref in refs for value in HAVE[facet.kind](fair.named(ref))} - {""}
                assert set(counts) == every, (text, facet.kind)


def test_no_choice_leads_to_an_empty_list(fair: Opened) -> None:
    """Whatever is chosen, one after the other: each choice leaves as many as it said."""
    chance = random.Random(6)
    for _ in range(WALKS):
        question = Question(
            chance.choice(TEXTS),
            level=chance.choice((None, None, "1", "2")),
            major_class=chance.choice(("", "", "计算机类", "机械类")),
        )
        found = fair.directory.find(question)
        for _step in range(6):
            offered = [
                (facet.kind, choice)
                for facet in found.facets
                for choice in facet.choices
                if not choice.on and not any(each.on for each in facet.choices)
            ]
            if not offered:
                break
            kind, choice = chance.choice(offered)
            question = Question(
                question.text,
                level=question.level,
                major_class=question.major_class,
                chosen=(*question.chosen, (kind, choice.value)),
            )
            found = fair.directory.find(question)
            refs = shown(found)
            assert len(refs) == choice.count > 0, question
            assert all(choice.value in HAVE[kind](fair.named(ref)) for ref in refs), question


def test_of_one_facet_any_choice_will_do_and_stays_to_be_undone(fair: Opened) -> None:
    facet = next(each for each in fair.directory.find(Question()).facets if each.kind is FacetKind.ZONE)
    first, second = facet.choices[:2]
    found = fair.directory.find(Question(chosen=((facet.kind, first.value), (facet.kind, second.value))))
    assert len(shown(found)) == first.count + second.count
    again = next(each for each in found.facets if each.kind is FacetKind.ZONE)
    assert [each.value for each in again.choices if each.on] == [first.value, second.value]
    assert {each.value: each.count for each in again.choices} == {e.value: e.count for e in facet.choices}
    nobody = fair.directory.find(Question("xxq9", chosen=((facet.kind, first.value),)))
    assert nobody.total == 0
    missed = fair.directory.find(Question("山东", chosen=((facet.kind, "?"),)))
    assert shown(missed) == []


def test_a_chosen_value_without_results_is_still_there(fair: Opened) -> None:
    zones = next(each for each in fair.directory.find(Question()).facets if each.kind is FacetKind.ZONE)
    for choice in zones.choices:
        found = fair.directory.find(Question("软件", chosen=((FacetKind.ZONE, choice.value),)))
        again = next(each for each in found.facets if each.kind is FacetKind.ZONE)
        assert [each.value for each in again.choices if each.on] == [choice.value]
        assert len(shown(found)) == next(each.count for each in again.choices if each.on)


def test_facets_that_part_nothing_are_not_there(fair: Opened) -> None:
    one = next(each for each in fair.exhibitors if each.stalls)
    found = fair.directory.find(Question(one.stalls[0]))
    assert len(shown(found)) == 1
    assert found.facets == ()


def test_every_facet_and_value_has_words_in_both_languages(fair: Opened) -> None:
    for facet in fair.directory.find(Question("北京")).facets:
        assert facet.words.zh
        assert facet.words.en
        assert all(each.words.zh and each.words.en for each in facet.choices), facet


def test_the_region_is_a_tree() -> None:
    gatherer = Gatherer()
    for region in ("浙江省杭州市余杭区", "北京市海淀区", "浙江省宁波市", "浙江省", "北京市", "示例镇"):
        gatherer.take(Exhibitor(1, ExhibitorKind.EMPLOYER, Words("例", ""), region=region))
    (facet,) = counted({**gatherer.tables(), FacetKind.ZONE: zone_table((), {})}, 0b111111, {})
    assert [(each.words.zh, each.words.en, each.depth, each.count) for each in facet.choices] == [
        ("北京市", "Beijing", 0, 2),
        ("海淀区", "Haidian", 1, 1),
        ("浙江省", "Zhejiang", 0, 3),
        ("宁波市", "Ningbo", 1, 1),
        ("杭州市", "Hangzhou", 1, 1),
    ]


def test_who_has_more_may_apply_for_what_asks_for_less() -> None:
    assert open_to("本科起") == ("本科", "硕士", "博士")
    assert open_to("博士") == ("博士",)
    assert open_to("不限") == open_to("") == DEGREES
    assert [band_of(each) for each in (0, 1, 10, 11, 200, 1000, 5000)] == [
        *("", "1-10", "1-10", "11-50", "51-200", "201-1000", "1001-"),
    ]
