"""What is typed, made comparable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.search import exact_key, natural_key, normalise, stall_number


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
