"""Staff's search for people in a pack finds whom the rule fits, the best first, and looks through nobody."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fairpack import PackContent
from kiosk.domain.person_search import Fit, fit, query_of
from kiosk.store import catalogue_people, driver
from kiosk.store.catalogue import Catalogue
from kiosk.store.catalogue_writer import write

READINGS = (
    ("乐", "le yue"),
    ("伟", "wei"),
    ("强", "qiang jiang"),
    ("张", "zhang"),
    ("曾", "zeng ceng"),
    ("章", "zhang"),
    ("薇", "wei"),
)
NAMES = "张章曾乐伟薇强㐂"
SCHOOLS = ("北京科技大学", "北京大学", "北京科技职业大学", "Sample Cloud", "")


def _people() -> tuple[Attendee, ...]:
    chance = random.Random(11)
    found = []
    for number in range(240):
        name = "".join(chance.choices(NAMES, k=chance.choice((2, 3, 3, 4))))
        if number % 40 == 0:
            name = f"Anna {'Zhang' if number % 80 else 'Weiss'}"
        person = Person(
            name,
            chance.choice(SCHOOLS),
            "",
            f"S{2023 + number % 2}-{number:04d}" if number % 7 == 0 else f"2019{number:06d}",
            f"1300000{number % 40:04d}",
        )
        found.append(
            Attendee(
                chance.getrandbits(64),
                BadgeType.EMPLOYER,
                Registration.CONFIRMED,
                person,
                stall=f"A{number % 30:03d}" if number % 3 == 0 else "",
                delegation=1 if number % 60 == 0 else None,
            )
        )
    return tuple(found)


PEOPLE = _people()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, key: bytes, content: PackContent) -> Iterator[Catalogue]:
    """A pack of 600 people whose names are much alike."""
    path = tmp_path_factory.mktemp("many") / "pack.db"
    write(path, key, replace(content, attendees=PEOPLE, issues=(), readings=READINGS))
    opened = Catalogue.open(path, key)
    yield opened
    opened.close()


def fitting(many: Catalogue, text: str) -> list[tuple[Fit, str, int]]:
    """Whom the rule fits, by looking at everybody."""
    query, readings = query_of(text), many.readings()
    fits = ((fit(query, each, readings), each) for each in PEOPLE)
    return sorted((how, each.person.name, each.id) for how, each in fits if how is not None)


TYPED = (
    "张 章伟 曾 伟强 㐂 薇㐂 张乐伟 z zh zhang zhangw zw zhangwei zhangq ceng "
    "yue jiang qiang wq q anna weiss 大 - · 0011 00 a001 A0 2019 20190000 s2023 S2023-0007 "
    "北京 科技 北京科技大学 cloud sample"
)
WORDS = st.sampled_from(TYPED.split()) | st.text(alphabet=NAMES + "zhangweiq01 ·", max_size=5)
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
SAME = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SAME
@given(text=TEXTS)
def test_the_index_finds_whom_the_rule_fits(many: Catalogue, text: str) -> None:
    found = [each.id for each in many.search_attendees(text, len(PEOPLE))]
    assert found == [each[2] for each in fitting(many, text)]


@SAME
@given(text=WORDS, limit=st.integers(-1, 25))
def test_of_more_than_are_asked_for_the_best_are_given(many: Catalogue, text: str, limit: int) -> None:
    query, readings = query_of(text), many.readings()
    found = many.search_attendees(text, limit)
    best = fitting(many, text)[: max(limit, 0)]
    assert len({each.id for each in found}) == len(found)
    if len(query.words) <= 1:
        assert [fit(query, each, readings) for each in found] == [each[0] for each in best]


@SAME
@given(text=TEXTS)
def test_words_that_fit_many_narrow_as_well(many: Catalogue, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue_people, "FEW", 2)
        patch.setattr(catalogue_people, "MANY", 40)
        found = [each.id for each in many.search_attendees(text, len(PEOPLE))]
    assert found == [each[2] for each in fitting(many, text)]


@pytest.mark.parametrize("typed", ["曾", "ceng", "zhang"])
def test_who_begins_so_comes_first(many: Catalogue, typed: str) -> None:
    found = [each for each in many.search_attendees(typed, 400) if "㐂" not in each.person.name]
    first = {"曾": "曾", "ceng": "曾", "zhang": "张章"}[typed]
    begins = [each.person.name[0] in first for each in found]
    assert begins == sorted(begins, reverse=True)
    assert {True, False} == set(begins)


def test_a_limit_of_narrowed_people_is_kept(many: Catalogue) -> None:
    everybody = fitting(many, "zhang 北京")
    assert len(everybody) > 20
    found = many.search_attendees("zhang 北京", 20)
    assert len(found) == 20
    assert {each.id for each in found} <= {each[2] for each in everybody}


@pytest.mark.parametrize("limit", [-1, 0, 1, 3])
def test_few_of_many_whom_several_words_fit(
    many: Catalogue, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue_people, "FEW", 2)
    found = many.search_attendees("wei 北京", limit)
    assert len({each.id for each in found}) == len(found) == max(limit, 0)
    whole = [each[2] for each in fitting(many, "wei 北京")]
    assert {each.id for each in found} <= set(whole)


def test_whom_two_words_fit_is_found_however_many_fit_one(
    many: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue_people, "FEW", 0)
    monkeypatch.setattr(catalogue_people, "LOOKED_AT", 8)
    whole = [each[2] for each in fitting(many, "wei 0011")]
    assert 0 < len(whole) <= 6
    assert [each.id for each in many.search_attendees("wei 0011", 20)] == whole


@pytest.mark.parametrize("limit", [1, 3, 5])
@pytest.mark.parametrize("typed", ["weizhang", "wz", "zz"])
def test_of_those_who_sound_alike_the_first_by_name_are_given(
    many: Catalogue, typed: str, limit: int
) -> None:
    whole = [each[2] for each in fitting(many, typed) if each[0] is Fit.EXACT]
    assert len(whole) > 5
    assert [each.id for each in many.search_attendees(typed, limit)] == whole[:limit]


def test_a_delegation_and_a_stall_stand_in_the_organisers_order(many: Catalogue) -> None:
    assert many.attendees_of_delegation(1) == tuple(each for each in PEOPLE if each.delegation == 1)
    assert many.attendees_of_delegation(2) == ()
    assert many.attendees_of_stall("A003") == tuple(each for each in PEOPLE if each.stall == "A003")
    assert many.attendees_of_stall("") == ()


@pytest.mark.parametrize(
    "text", ["张", "zw", "0011", "2019000001", "a001", "科技", "zhang 0011", "s2023-0007 z"]
)
def test_nobody_is_looked_through(many: Catalogue, text: str) -> None:
    asked: list[str] = []
    many.db.conn.set_trace_callback(asked.append)
    try:
        many.search_attendees(text, 20)
        many.attendees_of_delegation(1)
        many.attendees_of_stall("A003")
    finally:
        many.db.conn.set_trace_callback(None)
    selects = [sql for sql in asked if sql.startswith("SELECT")]
    assert len(selects) > 3
    for sql in selects:
        steps = [row[3] for row in driver.rows(many.db, f"EXPLAIN QUERY PLAN {sql}")]
        assert not [step for step in steps if re.search(r"SCAN (attendee|person_key)|TEMP B-TREE", step)], sql


def test_no_name_is_sorted_on_disk(many: Catalogue) -> None:
    """Ordering a new pack's rows may take room beside it: the driver keeps that in memory."""
    options = [row[0] for row in driver.rows(many.db, "PRAGMA compile_options")]
    assert "TEMP_STORE=2" in options
