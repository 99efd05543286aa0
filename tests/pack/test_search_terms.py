"""Search entries: what finds what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind, Opening, PoolEntry
from kiosk.domain.fairpack import PackContent
from kiosk.domain.floorplan import FacilityKind
from kiosk.domain.search import HitKind, SearchEntry, Why, nine_keys, search_key, sounds
from kiosk.domain.words import Words
from kiosk.pack.build import BuildReport
from kiosk.pack.installed import content_key
from kiosk.pack.organiser import OrganiserKeys
from kiosk.pack.pinyin import Pinyin
from kiosk.pack.search_terms import FACILITY_WORDS, Keys, acronym, keys_of, search_entries
from kiosk.store.catalogue import Catalogue
from kiosk.store.catalogue_writer import write

PINYIN = Pinyin()
HANZI = "京华软件单县重庆银行乐器长沙厦门绿化朝阳北航空科大曾解会计调度东山西中国女藏角"


@pytest.fixture(scope="module")
def catalogue(double: BuildReport, organiser: OrganiserKeys) -> Iterator[Catalogue]:
    opened = Catalogue.open(
        double.pack / "catalogue.db", content_key(double.manifest, organiser.venue_private)
    )
    yield opened
    opened.close()


def whys(catalogue: Catalogue, typed: str, *, nine: bool = False) -> dict[int, Why]:
    """How each exhibitor is found, by its position."""
    tiers = catalogue.search(typed, nine_keys=nine).tiers
    return {
        at: tier.why
        for tier in tiers
        for at in range(tier.exhibitors.bit_length())
        if tier.exhibitors >> at & 1
    }


def test_keys_of_a_name() -> None:
    assert keys_of("软件", PINYIN.reading) == Keys(
        ("软件", "ruanjian", "rj"), ("软件", "ruanjian", "rj"), ("件", "jian", "j")
    )


def test_a_legal_form_is_found_only_as_it_is_written() -> None:
    found = keys_of("京华软件有限公司", PINYIN.reading)
    assert {"有限公司", "公司", "软件有限公司", "ruanjianyouxiangongsi"} <= set(found.within)
    assert not {"youxiangongsi", "gongsi", "gs", "yxgs", "si"} & set(found.within)
    assert {"京华软件", "jinghuaruanjian", "jhrj"} <= set(found.exact)


def test_the_mark_of_a_sample_is_no_source() -> None:
    found = keys_of("京华软件（示例）", PINYIN.reading)
    assert not any("示例" in each or "shili" in each for each in (*found.begins, *found.within))


def test_letters_among_hanzi() -> None:
    found = keys_of("Java开发（C++）", PINYIN.reading)
    assert {"java开发c++", "javakaifac++", "javakfc++"} <= set(found.begins)
    assert {"开发c++", "kaifac++", "kfc++", "c++"} <= set(found.within)


def test_english_words() -> None:
    assert keys_of("Jinghua E-Commerce Co.", PINYIN.reading) == Keys(
        ("jinghuaecommerceco",), ("jinghuaecommerceco",), ("ecommerceco", "commerceco", "co")
    )


def test_all_readings_of_a_polyphone() -> None:
    assert {"danxian", "shanxian", "dx", "sx"} <= set(keys_of("单县", PINYIN.readings).begins)
    assert "shanxian" not in keys_of("单县", PINYIN.reading).begins


def test_a_character_without_a_reading() -> None:
    assert keys_of("㐂", PINYIN.readings) == Keys(("㐂",), ("㐂",), ())
    found = keys_of("京㐂软件", PINYIN.readings)
    assert {"㐂软件", "软件", "ruanjian", "rj"} <= set(found.within)
    assert not any(each.startswith("jing") for each in (*found.begins, *found.within))
    assert keys_of("——", PINYIN.readings) == Keys((), (), ())


@pytest.mark.parametrize(
    ("typed", "stall", "why"),
    [
        ("A012", "A012", Why.EXACT),
        ("a12", "A012", Why.EXACT),
        ("Ａ－12", "A012", Why.EXACT),
        ("A0", "A001", Why.NAME_BEGINS),
        ("国企", "B001", Why.ABOUT),
        ("女大学生", "F001", Why.ABOUT),
        ("women", "F001", Why.ABOUT),
        ("海淀", "A006", Why.ABOUT),
        ("B区", "B001", Why.ABOUT),
        ("zone b", "B001", Why.ABOUT),
        ("2 号馆", "D001", Why.ABOUT),
        ("machine vision", "A001", Why.OFFER),
        ("京华软件", "B012", Why.EXACT),
        ("jinghuaruanjian", "B012", Why.EXACT),
        ("jinghua-software", "B012", Why.EXACT),
    ],
)
def test_what_is_typed_finds_them(catalogue: Catalogue, typed: str, stall: str, why: Why) -> None:
    best = catalogue.search(typed).tiers[0]
    first = (best.exhibitors & -best.exhibitors).bit_length() - 1
    assert (catalogue.exhibitors()[first].stalls[0], best.why) == (stall, why)


@pytest.mark.parametrize(
    ("typed", "kind", "what"),
    [
        ("洗手间", HitKind.FACILITY, "toilet"),
        ("厕所", HitKind.FACILITY, "toilet"),
        ("cesuo", HitKind.FACILITY, "toilet"),
        ("xsj", HitKind.FACILITY, "toilet"),
        ("toilet", HitKind.FACILITY, "toilet"),
        ("elevator", HitKind.FACILITY, "lift"),
        ("无障碍", HitKind.FACILITY, "lift"),
        ("饮水", HitKind.FACILITY, "coffee"),
        ("P01", HitKind.SESSION, "P01"),
        ("就业政策", HitKind.SESSION, "P01"),
        ("jyzc", HitKind.SESSION, "P01"),
        ("档案", HitKind.SESSION, "P01"),
        ("F010", HitKind.STALL, "F010"),
        ("f-10", HitKind.STALL, "F010"),
        ("suanfa", HitKind.OPENING, "算法工程师"),
        ("Algorithm", HitKind.OPENING, "算法工程师"),
        ("机械类", HitKind.MAJOR, "机械类"),
    ],
)
def test_what_is_typed_finds_it(catalogue: Catalogue, typed: str, kind: HitKind, what: str) -> None:
    assert any(what in hit.ref for hit in catalogue.search(typed).others if hit.kind is kind)


def test_a_facility_is_found_on_its_level(catalogue: Catalogue) -> None:
    found = [hit.ref for hit in catalogue.search("2号馆 洗手间").others if hit.kind is HitKind.FACILITY]
    assert found == ["2-toilet-1", "2-accessible_toilet-1"]


@pytest.mark.parametrize(
    ("english", "short"),
    [
        ("Beijing Institute of Technology", "bit"),
        ("University of International Business and Economics", "uibe"),
        ("Peking University", ""),
        ("Yanqi Smart Robotics (sample)", "ysr"),
        ("", ""),
    ],
)
def test_acronyms(english: str, short: str) -> None:
    assert acronym(english) == short


def test_every_facility_has_its_words() -> None:
    assert set(FACILITY_WORDS) == set(FacilityKind)


def test_every_exhibitor_is_found_by_its_name_in_every_way(catalogue: Catalogue, double: BuildReport) -> None:
    for at, exhibitor in list(enumerate(double.content.exhibitors))[::10]:
        name = exhibitor.name.zh.removesuffix("（示例）")
        syllables = PINYIN.reading(name)[0]
        full, initials = "".join(syllables), "".join(each[0] for each in syllables)
        for typed in (name, full, initials, exhibitor.name.en):
            assert whys(catalogue, typed)[at] is Why.EXACT, typed
        for typed in (name[:-1], full[:-1], f"{syllables[0]} {syllables[1]}", initials[:-1]):
            assert whys(catalogue, typed)[at] in (Why.NAME_BEGINS, Why.EXACT), typed
        assert whys(catalogue, name[1:])[at] is Why.NAME
        assert whys(catalogue, exhibitor.openings[0].title)[at] in (Why.OFFER, Why.NAME)
        for typed in (full, initials):
            assert whys(catalogue, nine_keys(typed), nine=True)[at] is Why.EXACT, typed
        if exhibitor.stalls:
            assert whys(catalogue, nine_keys(exhibitor.stalls[0].casefold()), nine=True)[at] is Why.EXACT


def test_entries_stand_in_rank_order(double: BuildReport) -> None:
    entries = double.content.search
    stalls = {str(each.id): each.stalls for each in double.content.exhibitors}
    first = [stalls[each.ref][0] for each in entries if each.kind is HitKind.EXHIBITOR and stalls[each.ref]]
    assert first == sorted(first), "numbers have three digits here, so natural order is plain order"
    order = [HitKind.EXHIBITOR, HitKind.OPENING, HitKind.MAJOR, None, *list(HitKind)[3:]]
    kinds = [order.index(each.kind) for each in entries]
    assert kinds == sorted(kinds)
    offered = [len(each.exhibitors) for each in entries if each.kind is HitKind.OPENING]
    assert offered == sorted(offered, reverse=True)


def test_a_text_stands_in_the_index_once(double: BuildReport) -> None:
    hosts = [
        Exhibitor(
            1, ExhibitorKind.EMPLOYER, Words("甲", ""), openings=(Opening("Java 开发", title_en="Coder"),)
        ),
        Exhibitor(
            2,
            ExhibitorKind.EMPLOYER,
            Words("乙", ""),
            openings=(
                Opening("JAVA开发", "专业不限", title_en="Developer"),
                Opening("Java开发", "法学、法学"),
            ),
        ),
        Exhibitor(3, ExhibitorKind.SCHOOL, Words("丙", ""), pool=(PoolEntry("本科", "法学", 3),)),
    ]
    entries = search_entries(hosts, (), replace(double.content.plan, stalls=(), facilities=()))
    texts = {(each.kind, each.ref): each for each in entries if each.kind is not HitKind.EXHIBITOR}
    assert set(texts) == {(HitKind.OPENING, "Java 开发"), (HitKind.MAJOR, "法学"), (None, "本科")}
    post = texts[HitKind.OPENING, "Java 开发"]
    assert post.exhibitors == (0, 1)
    assert {"java开发", "coder", "developer"} <= set(post.exact)
    assert texts[HitKind.MAJOR, "法学"].exhibitors == (1, 2)


def test_the_index_is_no_larger_than_it_need_be(double: BuildReport) -> None:
    size = (double.pack / "catalogue.db").stat().st_size
    assert size < 12_000_000, "8 MB when this was written, 3 of them to look people up by pinyin"


Asked = Callable[[str], Why | None]


@pytest.fixture(scope="module")
def named(
    tmp_path_factory: pytest.TempPathFactory, double: BuildReport
) -> Iterator[Callable[[str, str], Asked]]:
    """Writes a pack of one exhibitor of that name and English name, and says how it is found."""
    folder = tmp_path_factory.mktemp("named")
    bare: PackContent = replace(
        double.content,
        attendees=(),
        issues=(),
        readings=(),
        sessions=(),
        plan=replace(double.content.plan, stalls=(), facilities=()),
    )
    opened: list[Catalogue] = []

    def write_one(name: str, english: str) -> Asked:
        hosts = (Exhibitor(1, ExhibitorKind.EMPLOYER, Words(name, english)),)
        for each in opened:
            each.close()
        opened.clear()
        write(
            folder / "one.db",
            bytes(32),
            replace(bare, exhibitors=hosts, search=search_entries(hosts, (), bare.plan)),
        )
        opened.append(Catalogue.open(folder / "one.db", bytes(32)))
        return lambda typed: whys(opened[0], typed).get(0)

    yield write_one
    for each in opened:
        each.close()


@settings(deadline=None, max_examples=25)
@given(
    st.text(HANZI, min_size=1, max_size=9), st.sampled_from(("", "有限公司", "集团", "（北京）")), st.data()
)
def test_every_part_of_a_name_finds_it(
    named: Callable[[str, str], Asked], stem: str, ending: str, data: st.DataObject
) -> None:
    name = stem + ending
    ask = named(name, "")
    assert ask(name) is ask(stem + ending.strip("（）")) is Why.EXACT
    start = data.draw(st.integers(0, len(name) - 1))
    part = name[start : data.draw(st.integers(start + 1, len(name)))]
    if search_key(part):
        assert ask(part) in (Why.EXACT, Why.NAME_BEGINS, Why.NAME)
    for syllables in PINYIN.readings(stem):
        at = data.draw(st.integers(0, len(stem) - 1))
        for spelt in ("".join(syllables[at:]), "".join(each[0] for each in syllables[at:])):
            assert ask(spelt) in (Why.EXACT, Why.NAME_BEGINS, Why.NAME), (name, spelt)
            if len(spelt) > 1:
                assert ask(sounds(spelt)) is not None, (name, spelt)


@settings(deadline=None, max_examples=15)
@given(st.lists(st.text("abcdefgh", min_size=5, max_size=9), min_size=1, max_size=3, unique=True), st.data())
def test_english_is_found_by_words_and_with_a_slip(
    named: Callable[[str, str], Asked], words: list[str], data: st.DataObject
) -> None:
    ask = named("甲", "-".join(words).title())
    assert ask(" ".join(words).upper()) is Why.EXACT
    word = data.draw(st.sampled_from(words))
    assert ask(word[: data.draw(st.integers(1, len(word)))]) is not None
    at = data.draw(st.integers(0, len(word) - 2))
    slipped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if set(slipped) & set("ae"):
        assert ask(slipped) is not None, slipped


def test_entries_are_values() -> None:
    entry = SearchEntry(HitKind.EXHIBITOR, "1", ("a",))
    assert (entry.terms, entry.begins, entry.exhibitors) == ((), (), ())
