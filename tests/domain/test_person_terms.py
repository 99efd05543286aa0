"""How staff look somebody up."""

from __future__ import annotations

import pytest

from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.person_terms import READINGS_MOST, begins_with, person_terms

READINGS = {"曾": "zeng ceng", "国": "guo", "强": "qiang jiang", "吕": "lv lu", "一": "yi"}


def person(name: str, **more: str) -> Attendee:
    return Attendee(1, BadgeType.GRADUATE, Registration.CONFIRMED, Person(name, **more), stall="A001")


@pytest.mark.parametrize(
    "typed",
    ["曾", "国强", "强", "zengguoqiang", "ceng", "zengguojiang", "guoq", "zgq", "cgq", "gq", "0011", "a001"],
)
def test_by_any_part_any_reading_and_numbers(typed: str) -> None:
    terms = person_terms(person("曾国强", phone="13000000011"), READINGS)
    assert any(term.startswith(typed) for term in terms)


@pytest.mark.parametrize("typed", ["engguo", "uoqiang", "zq", "国曾", "1100"])
def test_not_from_within_a_syllable(typed: str) -> None:
    terms = person_terms(person("曾国强", phone="13000000011"), READINGS)
    assert not any(term.startswith(typed) for term in terms)


def test_latin_names_by_any_word_and_u_for_v() -> None:
    assert {"anna", "sample"} <= set(person_terms(person("Anna SAMPLE"), {}))
    assert {"lv", "lu"} <= set(person_terms(person("吕"), READINGS))


def test_polyphones_do_not_multiply_without_end() -> None:
    assert len(person_terms(person("曾" * 20), READINGS)) <= 20 + READINGS_MOST * 40 + 3


@pytest.mark.parametrize(
    ("typed", "begins"),
    [("曾国", True), ("zeng", True), ("cgj", True), ("国强", False), ("guo", False), ("gq", False)],
)
def test_what_begins_the_whole_name_comes_first(typed: str, begins: bool) -> None:
    assert begins_with("曾国强", typed, READINGS) is begins
