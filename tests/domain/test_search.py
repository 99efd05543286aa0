"""What is typed, made comparable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.search import (
    LONGEST_KEY,
    MOST_WORDS,
    Matches,
    Tier,
    Typed,
    Why,
    exact_key,
    key_words,
    natural_key,
    nine_keys,
    normalise,
    search_key,
    slips,
    sounds,
    stall_number,
    typed,
)


@pytest.mark.parametrize("text", ["A3", "a3", "A-03", "A003", "Ａ００３", " A 3 ", "A_3"])
def test_one_stall_has_one_number(text: str) -> None:
    assert stall_number(text) == "A003"


@pytest.mark.parametrize("text", ["", "待定", "A", "3", "ABC3", "A12345", "A006/A007"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert stall_number(text) is None


def test_stalls_stand_in_natural_order() -> None:
    assert sorted(["A10", "A2", "B1", "A2b"], key=natural_key) == ["A2", "A2b", "A10", "B1"]


def test_a_text_is_broken_at_punctuation() -> None:
    assert normalise("山东示例（青岛）Ｌｔｄ．") == ("山东示例", "青岛", "ltd")
    assert exact_key("a-3") == "a003"
    assert exact_key("北京 大学") == "北京大学"


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(" ".join(once)) == once


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Běi-jīng  Ｌǚ", "beijinglv"),
        ("LÜYOU", "lvyou"),
        ("Café (R&D)", "cafer&d"),
        ("C++ / C#", "c++c#"),
        ("北京·大学\u200b", "北京大学"),
        ("\ud800\x00\x01", ""),
        ("х" * 60, "х" * LONGEST_KEY),
    ],
)
def test_keys(text: str, key: str) -> None:
    assert search_key(text) == key


@given(st.text(st.characters(max_codepoint=0xFFFF)))
def test_a_key_holds_nothing_that_parts_words(text: str) -> None:
    key = search_key(text)
    assert key == "".join(key_words(text))[:LONGEST_KEY]
    assert not set(key) & set(" \t\n\x00\x01\x02-_.,()（）·、，。")
    key.encode()


@given(st.text("北京大学abcABC123 -（）", max_size=LONGEST_KEY))
def test_a_key_is_its_own_key(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


def test_what_was_typed() -> None:
    assert typed("Ａ－03") == Typed("a003", "a03", ("a", "03"))
    assert typed("北hang 大学 大学") == Typed("北hang大学大学", "北hang大学大学", ("北", "hang", "大学"))
    assert typed("——") == Typed("", "", ())
    assert len(typed("a 云 " * 100).words) == 2
    assert len(typed(" ".join(map(str, range(100)))).words) == MOST_WORDS


@given(st.text())
def test_any_text_may_be_typed(text: str) -> None:
    asked = typed(text)
    assert all(asked.words)
    assert bool(asked.words) == bool(asked.whole)
    assert max(map(len, (asked.whole, *asked.words))) <= LONGEST_KEY


@pytest.mark.parametrize(
    ("one", "other"),
    [("zhong", "zong"), ("chang", "cang"), ("shan", "san"), ("lanjing", "nanjing"), ("zhuangshi", "zuangsi")],
)
def test_what_sounds_alike(one: str, other: str) -> None:
    assert sounds(one) == sounds(other)


def test_what_does_not_sound_alike() -> None:
    assert sounds("beijing") != sounds("peijing")
    assert sounds("zan") != sounds("can")


def test_nine_keys() -> None:
    assert nine_keys("abcdefghijklmnopqrstuvwxyz0189") == "222333444555666777788899990189"


def test_slips_of_the_hand() -> None:
    found = slips("huawei")
    assert {"huwei", "huawwei", "huzwei", "hauwei", "uawei", "huawe", "ahuawei", "huaweia"} <= set(found)
    assert "huawei" not in found
    assert "hweuai" not in found
    assert len(found) == len(set(found)) < 26 * 13 + 11


@given(st.text("abcz", min_size=1, max_size=6), st.data())
def test_a_slip_can_be_mended(word: str, data: st.DataObject) -> None:
    """And from no further on than where it begins to differ."""
    slipped = data.draw(st.sampled_from(slips(word)))
    same = next((at for at, (a, b) in enumerate(zip(word, slipped, strict=False)) if a != b), len(slipped))
    assert word in slips(slipped)
    assert word in slips(slipped, same)
    assert set(slips(slipped, same)) <= set(slips(slipped))


def test_all_that_was_found() -> None:
    assert Matches((Tier(Why.NAME, 0b101), Tier(Why.SLIP, 0b010))).exhibitors == 0b111
    assert Matches().exhibitors == 0
