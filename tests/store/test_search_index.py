from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.fairpack import PackContent
from kiosk.domain.search import HitKind, SearchEntry
from kiosk.store.catalogue import Catalogue, SearchResult, write

EVERYBODY = [str(number) for number in (1, 2, 3)]


def refs(catalogue: Catalogue, text: str, limit: int = 10) -> list[str]:
    return [ref for _, ref in catalogue.search_old(text, limit).hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云计算", ["1"]),
        ("yun", ["1"]),
        ("YJS", ["1"]),
        ("ｙｊｓ", ["1"]),
        ("示例", ["1", "2", "3"]),
        ("示例 大学", ["3"]),
        ("大学，示例", ["3"]),
        ("示例 云", ["1", "2"]),
        ("c+", ["2"]),
        ("卫生间", ["wc"]),
        ("xuan", ["t1"]),
        ("xuanx", []),
        ("没有的东西", []),
        ("OR", []),
        ("AND NOT", []),
    ],
)
def test_prefixes_of_all_tokens(catalogue: Catalogue, text: str, expected: list[str]) -> None:
    assert refs(catalogue, text) == expected


@pytest.mark.parametrize("text", ["A001", "a-1", "Ａ００１", " a 001 "])
def test_a_stall_number_however_it_is_written(catalogue: Catalogue, text: str) -> None:
    assert refs(catalogue, text) == ["1"]


def test_what_is_named_so_exactly_comes_first(catalogue: Catalogue) -> None:
    assert refs(catalogue, "云") == ["3", "1", "2"]
    assert refs(catalogue, "云", limit=1) == ["3"]


def test_the_kind_is_told(catalogue: Catalogue) -> None:
    assert catalogue.search_old("卫生间", 5).hits == ((HitKind.FACILITY, "wc"),)
    assert catalogue.search_old("宣讲", 5).hits == ((HitKind.SESSION, "t1"),)


@pytest.mark.parametrize("text", ["", "  ", "\n", "——", "\x00", "()"])
def test_with_nothing_typed_every_exhibitor(catalogue: Catalogue, text: str) -> None:
    assert refs(catalogue, text) == EVERYBODY
    assert catalogue.search_old(text, 2) == SearchResult(
        ((HitKind.EXHIBITOR, "1"), (HitKind.EXHIBITOR, "2")), 3
    )


def test_the_total_knows_no_limit(catalogue: Catalogue) -> None:
    hits, total = catalogue.search_old("示例", 1)
    assert (len(hits), total) == (1, 3)
    assert catalogue.search_old("示例", 0) == SearchResult((), 3)
    assert catalogue.search_old("示例", -1) == SearchResult((), 3)


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '""',
        '"a',
        "a*",
        "* *",
        "^a",
        "a:b",
        "terms:云",
        "{a b}:c",
        "NEAR(a b)",
        "a + b",
        "-a",
        "'; DROP TABLE term; --",
        "\ud800",
        "a\x00b",
        "\x00",
        "\ufffe",
        "\U000e0001",
        "\U0010ffff",
        "𬭎䶮",
        "\U00031350",
        "e\u0301",
        "\u0301",
        "\u200d",
        "a\u180eb",
        "x" * 100_000,
        "云 " * 5000,
        "\u3000云",
    ],
)
def test_no_text_breaks_the_search(catalogue: Catalogue, text: str) -> None:
    hits, total = catalogue.search_old(text, 3)
    assert len(hits) <= min(3, total)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters() | st.sampled_from('"*^:(){}+-\x00 \ud800云a示')))
def test_any_text_is_allowed(catalogue: Catalogue, text: str) -> None:
    hits, total = catalogue.search_old(text, 3)
    assert len(hits) <= min(3, total)
    catalogue.search_attendees(text, 3)
    catalogue.attendees_by_student_number(text)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("957", ["1"]),  # yjs
        ("986547", ["1"]),  # yunjis(uan): a part of the pinyin
        ("3", ["2", "3"]),  # f(engdian), d(axue)
        ("2001", ["1"]),  # A001
        ("200", []),  # stalls are keys here, not words, and a key is named whole
        ("93", []),
        ("1", []),
        ("0", []),
        ("12a", []),
        ("", []),
        ("\u0662", []),
    ],
)
def test_keys_of_a_telephone(catalogue: Catalogue, keys: str, expected: list[str]) -> None:
    hits, total = catalogue.search_keys_old(keys, 10)
    assert [ref for _, ref in hits] == expected
    assert total == len(expected)


def test_what_keys_name_exactly_comes_first(tmp_path: Path, key: bytes, content: PackContent) -> None:
    """A whole word before one that only begins so, whatever its rank; a stall's number before both."""
    search = tuple(
        SearchEntry(HitKind.EXHIBITOR, str(rank + 1), exact, (term,))
        for rank, (exact, term) in enumerate((((), "bjkjdx"), ((), "bjk"), (("alj",), "zz")))
    )
    write(tmp_path / "catalogue.db", key, replace(content, search=search))
    catalogue = Catalogue.open(tmp_path / "catalogue.db", key)
    try:
        assert [ref for _, ref in catalogue.search_keys_old("255", 10).hits] == ["3", "2", "1"]
        assert catalogue.search_keys_old("255", 1).total == 3
    finally:
        catalogue.close()


def test_many_readings_are_bounded(catalogue: Catalogue) -> None:
    assert catalogue.search_keys_old("9" * 10_000, 10).total == 0
