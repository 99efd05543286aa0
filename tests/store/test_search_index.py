"""What is typed finds what it means, in the stated order, and an index that is not whole says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind
from kiosk.domain.fairpack import PackContent
from kiosk.domain.search import OTHERS_MOST, Hit, HitKind, Matches, SearchEntry, Tier, Why
from kiosk.domain.words import Words
from kiosk.store import driver, search_rows
from kiosk.store.catalogue import Catalogue
from kiosk.store.catalogue_writer import write
from kiosk.store.faults import StoreFault, StoreFaultKind

Written = Callable[[Sequence[SearchEntry]], Catalogue]


def found(catalogue: Catalogue, text: str) -> list[tuple[Why, set[int]]]:
    """Tiers with the positions of their exhibitors."""
    return [(tier.why, positions(tier.exhibitors)) for tier in catalogue.search(text).tiers]


def positions(bits: int) -> set[int]:
    return {at for at in range(bits.bit_length()) if bits >> at & 1}


@pytest.fixture
def written(tmp_path: Path, key: bytes, content: PackContent) -> Iterator[Written]:
    """Writes a pack of so many exhibitors as there are entries of them, and opens it."""
    opened = []

    def of(entries: Sequence[SearchEntry]) -> Catalogue:
        count = sum(each.kind is HitKind.EXHIBITOR for each in entries)
        hosts = tuple(
            Exhibitor(at + 1, ExhibitorKind.EMPLOYER, Words(f"单位 {at + 1}", "")) for at in range(count)
        )
        path = tmp_path / f"{len(opened)}.db"
        write(path, key, replace(content, exhibitors=hosts, search=tuple(entries)))
        opened.append(Catalogue.open(path, key))
        return opened[-1]

    yield of
    for each in opened:
        each.close()


def host(
    at: int, begins: Sequence[str] = (), within: Sequence[str] = (), exact: Sequence[str] = ()
) -> SearchEntry:
    return SearchEntry(HitKind.EXHIBITOR, str(at + 1), tuple(exact), tuple(within), tuple(begins))


def text(kind: HitKind | None, ref: str, keys: Sequence[str], whose: Sequence[int] = ()) -> SearchEntry:
    return SearchEntry(kind, ref, (keys[0],), tuple(keys[1:]), (keys[0],), tuple(whose))


FAIR = (
    host(0, ("京华软件", "jinghuaruanjian", "jhrj"), ("软件", "ruanjian", "rj"), ("a001", "京华软件")),
    host(1, ("山东重工", "shandongzhonggong", "sdzg"), ("重工", "zhonggong", "zg"), ("a002",)),
    host(2, ("南瑞", "nanrui", "nr"), (), ("b001", "京华")),
    host(3, ("三江", "sanjiang", "sj"), (), ("b002",)),
    text(HitKind.OPENING, "软件工程师", ("软件工程师", "ruanjiangongchengshi", "rjgcs"), (1, 3)),
    text(HitKind.OPENING, "软件测试", ("软件测试", "ruanjianceshi"), (3,)),
    text(HitKind.MAJOR, "山地农学", ("山地农学", "shandinongxue"), (0,)),
    text(None, "山东省", ("山东省", "shandongsheng"), (2,)),
    text(HitKind.STALL, "F010", ("f010", "f10"), ()),
    text(HitKind.SESSION, "P01", ("山东专场", "shandongzhuanchang"), ()),
    text(HitKind.FACILITY, "wc", ("卫生间", "weishengjian", "toilet", "wc"), ()),
)


@pytest.fixture
def fair(written: Written) -> Catalogue:
    return written(FAIR)


@pytest.mark.parametrize(
    ("typed", "tiers"),
    [
        ("京华软件", [(Why.EXACT, {0})]),
        ("京华", [(Why.EXACT, {2}), (Why.NAME_BEGINS, {0})]),
        ("软件", [(Why.NAME, {0}), (Why.OFFER, {1, 3})]),
        ("山", [(Why.NAME_BEGINS, {1}), (Why.OFFER, {0}), (Why.ABOUT, {2})]),
        ("山东", [(Why.NAME_BEGINS, {1}), (Why.ABOUT, {2})]),
        ("shan", [(Why.NAME_BEGINS, {1}), (Why.OFFER, {0}), (Why.ABOUT, {2}), (Why.SOUNDS, {3})]),
        ("San", [(Why.NAME_BEGINS, {3}), (Why.SOUNDS, {1}), (Why.SOUNDS, {0, 2})]),
        ("lanrui", [(Why.SOUNDS, {2})]),
        ("n", [(Why.NAME_BEGINS, {2})]),
        ("l", []),
        ("ＪＨＲＪ", [(Why.NAME_BEGINS, {0})]),
        ("jinghau", [(Why.SLIP, {0})]),
        ("jnghua", [(Why.SLIP, {0})]),
        ("jjinghua", [(Why.SLIP, {0})]),
        ("jingfua", [(Why.SLIP, {0})]),
        ("jingfuo", []),
        ("jhrk", []),
        ("a-1", [(Why.EXACT, {0})]),
        ("ruanjian gongcheng", [(Why.OFFER, {1, 3})]),
        ("山东 软件", [(Why.OFFER, {1})]),
        ("软件 山东", [(Why.OFFER, {1})]),
        ("京 华", [(Why.EXACT, {2}), (Why.NAME_BEGINS, {0})]),
        ("京华 没有", []),
        ("shandong软件", [(Why.OFFER, {1})]),
        ("shangdong ruanjian", [(Why.SLIP, {1})]),
        ("没有的东西", []),
        ("OR", []),
    ],
)
def test_what_is_found_in_what(fair: Catalogue, typed: str, tiers: list[tuple[Why, set[int]]]) -> None:
    assert found(fair, typed) == tiers


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ("软件工程师", [("软件工程师", Why.EXACT)]),
        ("软件", [("软件工程师", Why.NAME_BEGINS), ("软件测试", Why.NAME_BEGINS)]),
        ("山东", [("P01", Why.NAME_BEGINS)]),
        ("shan", [("山地农学", Why.NAME), ("P01", Why.NAME)]),
        ("f10", [("F010", Why.EXACT)]),
        ("F-0", [("F010", Why.NAME_BEGINS)]),
        ("toilet", [("wc", Why.NAME)]),
        ("tolet", [("wc", Why.SLIP)]),
        ("ruanjian ceshi", [("软件测试", Why.NAME)]),
        ("软件 测试", [("软件测试", Why.EXACT)]),
    ],
)
def test_what_else_is_found(fair: Catalogue, typed: str, others: list[tuple[str, Why]]) -> None:
    assert [(hit.ref, hit.why) for hit in fair.search(typed).others] == others


@pytest.mark.parametrize("typed", ["", "  ", "\n", "——", "\x00", "()"])
def test_nothing_typed_finds_nothing(fair: Catalogue, typed: str) -> None:
    assert fair.search(typed) == Matches()


@pytest.mark.parametrize(
    ("keys", "tiers"),
    [
        ("5475", [(Why.NAME_BEGINS, {0})]),  # jhrj
        ("75", [(Why.NAME_BEGINS, {3}), (Why.NAME, {0}), (Why.OFFER, {1})]),  # sj, rj
        ("2001", [(Why.EXACT, {0, 2})]),  # A001, B001
        ("1", []),
        ("12a", []),
        ("", []),
        ("\u0662", []),
        ("9" * 10_000, []),
    ],
)
def test_keys_of_a_telephone(fair: Catalogue, keys: str, tiers: list[tuple[Why, set[int]]]) -> None:
    matches = fair.search(keys, nine_keys=True)
    assert [(tier.why, positions(tier.exhibitors)) for tier in matches.tiers] == tiers


def test_words_together_come_before_each_by_itself(written: Written) -> None:
    """Within what they are found in: a zone's name before texts of which one has zone and another has b."""
    catalogue = written(
        [
            host(0, ("beihai",), ("zonewide",)),
            host(1, ("x",), ("zonebright",)),
            host(2, ("y",)),
            text(None, "zone b", ("zoneb",), (2,)),
            text(None, "b", ("b",), (0, 1)),
            text(None, "zone", ("zone",), (0, 1)),
        ]
    )
    assert found(catalogue, "zone b") == [(Why.NAME, {1}), (Why.NAME, {0}), (Why.ABOUT, {2})]


def test_no_page_gets_more_of_a_kind_than_it_can_show(written: Written) -> None:
    many = [text(HitKind.OPENING, f"职位{at}", (f"职位{at}",)) for at in range(3 * OTHERS_MOST)]
    majors = [text(HitKind.MAJOR, f"职{at}", (f"职{at}",)) for at in range(3)]
    others = written([host(0, ("x",)), *many, *majors]).search("职").others
    assert [hit.ref for hit in others] == [each.ref for each in (*many[:OTHERS_MOST], *majors)]


def test_ready_sets_find_what_rows_find(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of beginnings that many share; read one by one, they come to the same."""
    begins = [f"gong{'abc'[at % 3]}{at:03d}" for at in range(400)]
    entries = [host(at, (key,), (f"cheng{at % 7}{at:03d}",)) for at, key in enumerate(begins)]
    entries += [
        text(HitKind.OPENING, f"t{at}", (f"gongt{at:03d}", f"zhi{at:03d}"), (at, at + 1)) for at in range(350)
    ]
    entries += [text(None, f"s{at}", (f"gongs{at:03d}",), (at,)) for at in range(30)]
    ready = written(entries)
    monkeypatch.setattr(search_rows, "COMMON", 10**9)
    plain = written(entries)
    counts = [driver.rows(each.db, "SELECT count(*) FROM search_common")[0][0] for each in (ready, plain)]
    assert counts[0] > 10
    assert counts[1] == 0
    for typed in (
        "g",
        "go",
        "gong",
        "gonga",
        "gongt",
        "gongt1",
        "c",
        "cheng1",
        "z",
        "zi",
        "zhi",
        "gong cheng",
        "4",
    ):
        for nine in (False, True):
            assert ready.search(typed, nine_keys=nine) == plain.search(typed, nine_keys=nine), typed
    assert ready.search("gong").exhibitors == (1 << 400) - 1


def test_a_key_that_many_share_alone(written: Written) -> None:
    catalogue = written([host(at, ("x",)) for at in range(500)])
    assert catalogue.search("x").tiers == (Tier(Why.NAME_BEGINS, (1 << 500) - 1),)
    assert catalogue.search("xy").tiers == ()


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 15, 16, 17])
def test_sets_of_any_size(written: Written, count: int) -> None:
    catalogue = written([host(at, ("甲",), ("乙",)) for at in range(count)])
    assert catalogue.search("甲").exhibitors == catalogue.search("乙").exhibitors == (1 << count) - 1


@pytest.mark.parametrize(
    "spoilt",
    [
        "DROP TABLE search_key",
        "DROP TABLE search_common",
        "DROP TABLE exact_key",
        "DROP TABLE search_entry",
        "DELETE FROM search_key",
        "DELETE FROM search_entry WHERE number = 0",
    ],
)
def test_an_index_that_is_not_whole_says_so(
    tmp_path: Path, key: bytes, content: PackContent, spoilt: str
) -> None:
    """Never "nothing found"."""
    path = tmp_path / "catalogue.db"
    write(path, key, content)
    db = driver.connect(path, key, journal=False)
    db.conn.execute(spoilt)
    db.close()
    catalogue = Catalogue.open(path, key)
    for _ in range(2):
        with pytest.raises(StoreFault) as caught:
            catalogue.search("云")
        assert caught.value.kind is StoreFaultKind.DAMAGED
    catalogue.close()


@pytest.mark.parametrize(
    "typed",
    [
        '"', "a*", "^a", "terms:云", "NEAR(a b)", "-a", "'; DROP TABLE search_key; --", "%", "_", "\ud800",
        "a\x00b", "\x00", "\x01a", "\x02" * 5, "\ufffe", "\U000e0001", "\U0010ffff", "𬭎䶮", "\U00031350",
        "e\u0301", "\u0301", "\u200d", "a\u180eb", "x" * 100_000, "云 " * 5000, "\u3000云", "ａ" * 60, "ǖ",
    ],
)  # fmt: skip
def test_no_text_breaks_the_search(fair: Catalogue, typed: str) -> None:
    fair.search(typed)
    fair.search(typed, nine_keys=True)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters() | st.sampled_from('"*^:(){}+-\x00\x01\x02 \ud800云a示软件jinghua')))
def test_any_text_is_allowed(catalogue: Catalogue, typed: str) -> None:
    matches = catalogue.search(typed)
    assert matches.exhibitors < 1 << 3
    assert sum(tier.exhibitors for tier in matches.tiers) == matches.exhibitors, "tiers are disjoint"
    catalogue.search(typed, nine_keys=True)
    catalogue.search_attendees(typed, 3)
    catalogue.attendees_by_student_number(typed)


def test_the_kind_is_told(catalogue: Catalogue) -> None:
    assert catalogue.search("卫生间").others == (Hit(HitKind.FACILITY, "wc", Why.EXACT),)
    assert catalogue.search("宣讲").others == (Hit(HitKind.SESSION, "t1", Why.NAME),)
