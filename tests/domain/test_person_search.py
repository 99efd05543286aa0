"""How staff look somebody up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.person_search import (
    LONGEST,
    SPELLINGS_MOST,
    Fit,
    fit,
    name_key,
    name_keys,
    query_of,
    readings_of,
)

READINGS = readings_of(
    (
        ("曾", "zeng ceng"),
        ("国", "guo"),
        ("强", "qiang jiang"),
        ("吕", "lv lu"),
        ("一", "yi"),
        ("阿", "a e"),
        ("买", "mai"),
        ("提", "ti di"),
    )
)


def person(name: str, stall: str = "", **more: str) -> Attendee:
    return Attendee(1, BadgeType.GRADUATE, Registration.CONFIRMED, Person(name, **more), stall=stall)


def found(typed: str, who: Attendee) -> Fit | None:
    return fit(query_of(typed), who, READINGS)


ZENG = person("曾国强", "A001", organisation="北京科技大学", student_number="S2023-01", phone="13000000011")


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("曾国强", Fit.EXACT),
        (" 曾 国强 ", Fit.EXACT),
        ("zengguoqiang", Fit.EXACT),
        ("ZengGuoJiang", Fit.EXACT),
        ("ｚｇｑ", Fit.EXACT),
        ("cgj", Fit.EXACT),
        ("曾", Fit.BEGINS),
        ("zengguoq", Fit.BEGINS),
        ("cengguo", Fit.BEGINS),
        ("c", Fit.BEGINS),
        ("曾guo", Fit.BEGINS),
        ("国强", Fit.WITHIN),
        ("强", Fit.WITHIN),
        ("guoq", Fit.WITHIN),
        ("gj", Fit.WITHIN),
        ("0011", Fit.ELSEWHERE),
        ("a001", Fit.ELSEWHERE),
        ("a-1", Fit.ELSEWHERE),
        ("s2023", Fit.ELSEWHERE),
        ("s2023-01", Fit.ELSEWHERE),
        ("北京科技", Fit.ELSEWHERE),
        ("科技大学", Fit.ELSEWHERE),
        ("zeng 0011", Fit.BEGINS),
        ("qiang 北京科技", Fit.WITHIN),
        ("engguo", None),
        ("uoqiang", None),
        ("zq", None),
        ("国曾", None),
        ("1100", None),
        ("00112", None),
        ("京", None),  # one character of a school is in half of them
        ("zeng 0012", None),
        ("曾国 清华", None),
        ("", None),
        ("-", None),
    ],
)
def test_by_any_part_any_reading_and_numbers(typed: str, how: Fit | None) -> None:
    assert found(typed, ZENG) is how


@pytest.mark.parametrize(
    "typed", ["anna", "SAMPLE", "jae", "anna sample", "sam", "Anna Sample", "as", "josé", "jose"]
)
def test_latin_names_by_any_word(typed: str) -> None:
    assert (
        found(typed, person("José Anna SAMPLE Jae-won" if typed not in {"as"} else "Anna SAMPLE")) is not None
    )


@pytest.mark.parametrize(
    "typed", ["阿买提", "阿·买提", "阿.买提", "阿・买提", "阿 买提", "amaiti", "买提", "maidi"]
)
def test_names_of_several_parts_whatever_the_dot(typed: str) -> None:
    how = found(typed, person("阿·买提"))
    assert how is (Fit.WITHIN if typed in {"买提", "maidi"} else Fit.EXACT)


def test_u_umlaut_is_typed_as_v_or_u() -> None:
    assert found("lv", person("吕一")) is found("lu", person("吕一")) is Fit.BEGINS
    assert found("lvyi", person("吕一")) is Fit.EXACT


def test_a_character_that_nobody_reads_hides_what_is_before_it_only() -> None:
    odd = person("曾㐂国强")
    assert found("guoq", odd) is Fit.WITHIN
    assert found("zeng", odd) is None
    assert found("曾㐂", odd) is Fit.BEGINS


def test_polyphones_do_not_multiply_without_end_and_the_surname_keeps_its_readings() -> None:
    keys = name_keys("曾" + "强" * 20, READINGS)
    assert len(keys.spoken) <= 2 * SPELLINGS_MOST
    assert len(keys.within) <= 20 * (2 * SPELLINGS_MOST + 1)
    assert all(any(key.startswith(way) for key in keys.spoken) for way in ("zengqiang", "cengqiang"))


@given(st.text(max_size=30), st.text(max_size=12))
def test_any_name_and_any_text(name: str, typed: str) -> None:
    keys = name_keys(name, READINGS)
    assert keys.written == name_key(name)[:LONGEST]
    fit(query_of(typed), person(name, organisation=typed), READINGS)
    whole = query_of(name)
    if whole.name:
        assert fit(whole, person(name), READINGS) is Fit.EXACT
