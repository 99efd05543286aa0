"""Search entries: what finds what."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.search import NINE_KEYS, HitKind
from kiosk.pack.build import BuildReport
from kiosk.pack.install import content_key
from kiosk.pack.organiser import OrganiserKeys
from kiosk.pack.pinyin import Pinyin
from kiosk.pack.search_terms import terms_of
from kiosk.store.catalogue import Catalogue
from kiosk.store.search_index_v3 import MOST_READINGS, _readings


def test_terms_of_a_name() -> None:
    assert list(terms_of("软件", Pinyin().reading)) == [
        "软件",
        "ruanjian",
        "rj",
        "件",
        "jian",
        "j",
    ]


def test_a_legal_form_finds_nobody() -> None:
    found = set(terms_of("京华软件有限公司", Pinyin().reading))
    assert "软件有限公司" in found
    assert not {"有限公司", "限公司", "公司"} & found


def test_the_mark_of_a_sample_is_no_source() -> None:
    assert not any(
        "示例" in each or "shili" in each for each in terms_of("京华软件（示例）", Pinyin().reading)
    )


def test_letters_among_hanzi() -> None:
    found = set(terms_of("Java开发（C++）", Pinyin().reading))
    assert {"java开发", "javakaifa", "javakf", "开发", "kaifa", "kf", "c++"} <= found


def test_all_readings_of_a_polyphone() -> None:
    found = set(terms_of("单县", Pinyin().readings))
    assert {"danxian", "shanxian", "chanxian", "dx", "sx", "cx"} <= found
    assert "shanxian" not in set(terms_of("单县", Pinyin().reading))


def test_readings_are_bounded() -> None:
    assert len(Pinyin().readings("单重长行乐朝都还没得了着")) <= 7


def test_a_character_without_a_reading() -> None:
    assert list(terms_of("㐂", Pinyin().readings)) == ["㐂"]
    found = set(terms_of("京㐂软件", Pinyin().readings))
    assert {"京㐂软件", "㐂软件", "软件", "ruanjian", "rj"} <= found
    assert not any(each.startswith("jing") for each in found)


@pytest.mark.parametrize(
    ("typed", "kind", "what"),
    [
        ("A012", HitKind.EXHIBITOR, "A012"),
        ("a12", HitKind.EXHIBITOR, "A012"),
        ("Ａ－12", HitKind.EXHIBITOR, "A012"),
        ("国企", HitKind.EXHIBITOR, "B001"),
        ("女大学生", HitKind.EXHIBITOR, "F001"),
        ("women", HitKind.EXHIBITOR, "F001"),
        ("海淀", HitKind.EXHIBITOR, "A006"),
        ("machine vision", HitKind.EXHIBITOR, "A001"),
        ("洗手间", HitKind.FACILITY, "toilet"),
        ("厕所", HitKind.FACILITY, "toilet"),
        ("xsj", HitKind.FACILITY, "toilet"),
        ("toilet", HitKind.FACILITY, "toilet"),
        ("elevator", HitKind.FACILITY, "lift"),
        ("P01", HitKind.SESSION, "P01"),
        ("就业政策", HitKind.SESSION, "P01"),
        ("jyzc", HitKind.SESSION, "P01"),
        ("档案", HitKind.SESSION, "P01"),
    ],
)
def test_what_is_typed_finds_it(
    double: BuildReport, organiser: OrganiserKeys, typed: str, kind: HitKind, what: str
) -> None:
    catalogue = Catalogue.open(
        double.pack / "catalogue.db", content_key(double.manifest, organiser.venue_private)
    )
    try:
        hits = [ref for each, ref in catalogue.search_old(typed, 20).hits if each is kind]
        if kind is HitKind.EXHIBITOR:
            names = [catalogue.exhibitor(int(ref)) for ref in hits]
            assert names[0] is not None
            assert what in names[0].stalls
        else:
            assert any(what in ref for ref in hits)
    finally:
        catalogue.close()


def test_every_exhibitor_is_found_by_name_pinyin_initials_and_any_suffix(
    double: BuildReport, organiser: OrganiserKeys
) -> None:
    catalogue = Catalogue.open(
        double.pack / "catalogue.db", content_key(double.manifest, organiser.venue_private)
    )
    pinyin = Pinyin()
    try:
        for exhibitor in double.content.exhibitors[::10]:
            name = exhibitor.name.zh.removesuffix("（示例）")
            syllables = pinyin.reading(name)[0]
            ways = [name, name[1:], "".join(syllables), "".join(each[0] for each in syllables)]
            ways += [f"{syllables[0]} {syllables[1]}", exhibitor.name.en, exhibitor.openings[0].title]
            for typed in ways:
                refs = [ref for _kind, ref in catalogue.search_old(typed, 200).hits]
                assert str(exhibitor.id) in refs, typed
    finally:
        catalogue.close()


def test_every_exhibitor_is_found_by_the_nine_keys(double: BuildReport, organiser: OrganiserKeys) -> None:
    """Its initials and its pinyin by the keys they stand on; its stall's number first of all."""
    key_of = {letter: key for key, letters in NINE_KEYS.items() for letter in letters}
    catalogue = Catalogue.open(
        double.pack / "catalogue.db", content_key(double.manifest, organiser.venue_private)
    )
    pinyin = Pinyin()
    try:
        for exhibitor in double.content.exhibitors[::5]:
            syllables = pinyin.reading(exhibitor.name.zh.removesuffix("（示例）"))[0]
            for typed in ("".join(each[0] for each in syllables), "".join(syllables)):
                keys = "".join(key_of[letter] for letter in typed)
                assert str(exhibitor.id) in [
                    ref for _kind, ref in catalogue.search_keys_old(keys, 200).hits
                ], typed
            if exhibitor.stalls:
                keys = "".join(key_of[letter] for letter in exhibitor.stalls[0].casefold())
                first = [ref for _kind, ref in catalogue.search_keys_old(keys, 3).hits]  # three letters a key
                assert str(exhibitor.id) in first, exhibitor.stalls
        most = max(len(_readings(catalogue.db, key * 3)) for key in "23456789")
        assert most <= MOST_READINGS / 10
    finally:
        catalogue.close()


def test_entries_stand_in_rank_order(double: BuildReport) -> None:
    entries = double.content.search
    stalls = {str(each.id): each.stalls for each in double.content.exhibitors}
    first = [stalls[each.ref][0] for each in entries if each.kind is HitKind.EXHIBITOR and stalls[each.ref]]
    assert first == sorted(first), "numbers have three digits here, so natural order is plain order"
    kinds = [each.kind for each in entries]
    assert kinds == sorted(kinds, key=list(HitKind).index)


def test_the_index_is_no_larger_than_it_need_be(double: BuildReport) -> None:
    size = (double.pack / "catalogue.db").stat().st_size
    assert size < 12_000_000, "8 MB when this was written, 3 of them to look people up by pinyin"
    assert isinstance(double.pack, Path)
