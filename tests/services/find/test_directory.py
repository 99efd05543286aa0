"""What is looked for in the directory, and what comes out, over real packs of both sample fairs."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind
from kiosk.domain.search import HitKind
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.pack.search_terms import search_entries
from kiosk.services.find.directory import READ_AT_ONCE
from kiosk.services.find.values import FacetKind, FloorStanding, Found, Question
from kiosk.store import catalogue as catalogues
from kiosk.store import catalogue_writer
from kiosk.store.faults import StoreFault, StoreFaultKind
from tests.services.directories import KEY, SAMPLES, Opened, open_directory, sample


@pytest.fixture(scope="module")
def fairs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Opened]]:
    folder = tmp_path_factory.mktemp("directories")
    opened = {name: open_directory(sample(name), folder / f"{name}.db") for name in SAMPLES}
    yield opened
    for each in opened.values():
        each.catalogue.close()


@pytest.fixture
def fair(fairs: dict[str, Opened]) -> Iterator[Opened]:
    """The double-selection fair; nobody has moved."""
    fairs["double_selection"].standing.now = FloorStanding()
    yield fairs["double_selection"]
    fairs["double_selection"].standing.now = FloorStanding()


@pytest.fixture
def schools(fairs: dict[str, Opened]) -> Opened:
    """The reverse fair: schools have the stalls, employers walk about."""
    return fairs["reverse"]


def kinds(found: Found) -> list[HitKind]:
    return [group.kind for group in found.groups]


# ---- what is found, in which order


def test_nothing_typed_shows_who_has_a_stall(fair: Opened, schools: Opened) -> None:
    for opened in (fair, schools):
        found = opened.directory.find(Question())
        hosts = [each for each in opened.exhibitors if each.stalls]
        assert [row.ref for row in found.rows] == [str(each.id) for each in hosts]
        assert found.stalls == {number for each in hosts for number in each.stalls}
        assert not found.nearest


def test_who_has_no_stall_is_found_by_name(fair: Opened) -> None:
    name = next(each.name.zh for each in fair.exhibitors if not each.stalls)
    found = fair.directory.find(Question(name, level="1"))
    assert (found.rows[0].title.zh, found.rows[0].stalls, found.rows[0].level) == (name, (), "")
    assert found.by_level == {}


def test_groups_cover_the_rows_in_order(fair: Opened, schools: Opened) -> None:
    for opened in (fair, schools):
        for text in ("", "工程", "软件", "a", "j", "山东", "厕所", "电梯", "宣讲"):
            found = opened.directory.find(Question(text))
            at = 0
            for group in found.groups:
                assert group.first == at
                at += group.count
                assert {row.kind for row in found.rows[group.first : at]} == {group.kind}
            assert at == found.total


def test_a_free_stall_is_found_as_one(fair: Opened) -> None:
    (row,) = fair.directory.find(Question("F10")).rows
    assert (row.kind, row.ref, row.stalls, row.level) == (HitKind.STALL, "F010", ("F010",), "2")
    assert fair.directory.find(Question("F10")).stalls == {"F010"}
    assert fair.directory.find(Question("F10", level="1")).total == 0
    assert row.distance_m


def test_openings_and_majors_lead_on_and_never_back(fair: Opened) -> None:
    found = fair.directory.find(Question("软件"))
    leads = [row for row in found.rows if row.kind in (HitKind.OPENING, HitKind.MAJOR)]
    assert leads
    for row in leads:
        again = fair.directory.find(Question(row.ref))
        assert again.total, row
        assert row.ref not in {each.ref for each in again.rows}, "it is what was asked"
    opening = next(row for row in leads if row.kind is HitKind.OPENING)
    hosts = [each for each in fair.exhibitors if opening.ref in {post.title for post in each.openings}]
    assert opening.line.zh == f"{len(hosts)} 家单位"
    assert opening.title.en
    zone = found.facets[0].choices[0]
    narrowed = fair.directory.find(Question("软件", chosen=((FacetKind.ZONE, zone.value),)))
    for row in narrowed.rows:
        if row.kind is HitKind.OPENING:
            here = [each for each in fair.exhibitors if row.ref in {post.title for post in each.openings}]
            assert row.line.zh == f"{sum(each.zone == zone.value for each in here)} 家单位"


@pytest.mark.parametrize("text", ["A3", "a-003", "Ａ００３"])
def test_a_stalls_number_shows_its_host_first(fair: Opened, text: str) -> None:
    found = fair.directory.find(Question(text))
    assert found.rows[0].stalls == ("A003",)
    assert found.rows[0].why.zh == ""


def test_exact_ones_are_first_whatever_their_group(fair: Opened, tmp_path: Path) -> None:
    found = fair.directory.find(Question("厕所"))
    assert found.rows[0].kind is HitKind.FACILITY
    assert found.rows[0].icon == "toilet"
    content = sample("double_selection")
    maker = replace(content.exhibitors[5], name=Words("洗手间设备（示例）", ""), aliases=())
    exhibitors = (*content.exhibitors[:5], maker, *content.exhibitors[6:])
    plan = content.plan
    entries = search_entries(exhibitors, content.sessions, plan)
    opened = open_directory(replace(content, exhibitors=exhibitors, search=entries), tmp_path / "pack.db")
    found = opened.directory.find(Question("洗手间"))
    assert kinds(found) == [HitKind.FACILITY, HitKind.EXHIBITOR], "one heading a kind"
    rows = found.rows
    assert "无障碍洗手间" in {row.title.zh for row in rows}
    exact = [row.title.zh == "洗手间" for row in rows]
    assert exact[0]
    assert not all(exact)
    assert exact == sorted(exact, reverse=True), "an exhibitor that begins so comes after the toilets"
    opened.catalogue.close()


def test_the_nine_keys_find_by_letters(schools: Opened) -> None:
    found = schools.directory.find(Question("24", nine_keys=True))
    assert "北京航空航天大学" in {row.title.zh for row in found.rows}, "24 is bh, 北航"
    assert schools.directory.find(Question("24")).total != found.total


def test_a_level_narrows_and_is_counted_before(fair: Opened) -> None:
    everywhere = fair.directory.find(Question("软件"))
    for level, count in everywhere.by_level.items():
        found = fair.directory.find(Question("软件", level=level))
        assert found.by_level == everywhere.by_level
        assert found.stalls == everywhere.stalls
        assert sum(row.level == level for row in found.rows) == count
        assert {row.level for row in found.rows} <= {level, ""}


# ---- what a row says


def test_a_row_says_why_it_was_found(fair: Opened, schools: Opened) -> None:
    said = {row.ref: row for row in fair.directory.find(Question("软件")).rows}
    with_opening = next(
        each for each in fair.exhibitors if str(each.id) in said and "软件" in each.openings[0].title
    )
    row = said[str(with_opening.id)]
    opening = with_opening.openings[0]
    assert row.why.zh.startswith(f"岗位：{opening.title} {opening.headcount} 人")
    assert row.why.en.startswith(f"Opening: {opening.title_en}, {opening.headcount} post")
    assert row.line.zh.endswith("人")
    assert schools.directory.find(Question("北航")).rows[0].why.zh == "又名 北航"
    assert schools.directory.find(Question("10006")).rows[0].why.zh == "学校代码 4111010006"
    initials = {row.title.zh: row.why.zh for row in schools.directory.find(Question("bh")).rows}
    assert initials["北京航空航天大学"] == "又名 北航"
    assert schools.directory.find(Question("beijinghangkong")).rows[0].why.zh == ""
    slipped = fair.directory.find(Question("yanqixji")).rows[0]
    assert (slipped.title.zh, slipped.why.zh) == ("雁栖机器人（示例）", "也许是 yanqiji")
    assert schools.directory.find(Question("bejinghangkong")).rows[0].why.en == "Perhaps beijinghangkong"
    about = fair.directory.find(Question("浙江省")).rows
    assert {row.why.zh for row in about if row.kind is HitKind.EXHIBITOR} == {"地区：浙江省"}
    assert {row.why.en for row in about if row.kind is HitKind.EXHIBITOR} == {"Region: Zhejiang"}
    graduates = schools.directory.find(Question("新闻学"))
    assert any(row.why.zh.startswith("毕业生：新闻学 ") for row in graduates.rows)


def test_a_reason_is_in_both_languages_wherever_there_is_one(fair: Opened, schools: Opened) -> None:
    for opened in (fair, schools):
        for text in ("软件", "ruanjian", "机械", "北京", "制造", "shandong", "engineer", "计算机类"):
            for row in opened.directory.find(Question(text)).rows:
                assert bool(row.why.zh) == bool(row.why.en), (text, row)
                assert row.title.zh
                assert row.line.zh or not opened.named(row.ref).openings


def test_rows_are_made_once_and_by_any_thread(fair: Opened) -> None:
    found = fair.directory.find(Question("工程"))
    seen: list[list[object]] = []
    threads = [threading.Thread(target=lambda: seen.append(list(found.rows))) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert all(each == seen[0] for each in seen)
    assert found.rows[0] is found.rows[0]
    assert found.rows[-1] == seen[0][-1]
    assert list(found.rows[2:5]) == seen[0][2:5]
    with pytest.raises(IndexError):
        found.rows[found.total]


def test_the_row_at_a_stall_is_known_without_making_others(fair: Opened) -> None:
    found = fair.directory.find(Question("软件"))
    for at, row in enumerate(found.rows):
        for number in row.stalls:
            assert found.index_of(number) == at
    elsewhere = next(iter(fair.directory.find(Question()).stalls - found.stalls))
    assert found.index_of(elsewhere) is None


def test_distances_are_those_of_the_way_asked_for(fair: Opened) -> None:
    ways = fair.directory._wayfinding
    lifts = frozenset(each.id for each in fair.content.plan.facilities if each.kind.value == "lift")
    ways.close(lifts)
    walking = fair.directory.find(Question(level="2")).rows[0]
    step_free = fair.directory.find(Question(level="2", step_free=True)).rows[0]
    assert walking.distance_m == ways.distance_m(walking.stalls[0])
    ways.close(frozenset())
    assert step_free.ref == walking.ref
    assert step_free.distance_m is None, "without the lift no way without steps leads there"


# ---- the floor today


def test_who_was_moved_is_found_where_it_stands(fair: Opened) -> None:
    free = next(
        stall.number
        for stall in fair.content.plan.stalls
        if not any(stall.number in each.stalls for each in fair.exhibitors)
    )
    before = fair.directory.find(Question("A3")).rows[0]
    states = {"A003": StallState.MOVED, "A004": StallState.PRESENT}
    fair.standing.now = FloorStanding(states=states, moved={"A003": free})
    for text in ("A3", free, before.title.zh):
        row = fair.directory.find(Question(text)).rows[0]
        assert (row.ref, row.stalls, row.state) == (before.ref, (free,), StallState.MOVED), text
    plan = fair.content.plan
    stall = plan.stall(free)
    assert stall is not None
    assert (row.zone, row.level) == (stall.zone, stall.level)
    assert row.distance_m != before.distance_m
    assert fair.directory.find(Question("A3")).rows[0].why.zh == "原展位 A003"
    assert fair.directory.find(Question("A4")).rows[0].state is StallState.PRESENT
    lit = fair.directory.find(Question()).stalls
    assert free in lit
    assert "A003" not in lit
    listing = fair.directory.listing(int(before.ref))
    assert listing is not None
    assert listing.level is not None
    assert listing.level.id == stall.level


def test_a_moved_host_counts_in_its_new_zone(fair: Opened) -> None:
    def zones() -> dict[str, int]:
        facets = fair.directory.find(Question()).facets
        return {
            each.value: each.count
            for facet in facets
            if facet.kind is FacetKind.ZONE
            for each in facet.choices
        }

    before = zones()
    fair.standing.now = FloorStanding(moved={"A003": "B001"})
    after = zones()
    assert (after["A"], after["B"]) == (before["A"] - 1, before["B"] + 1)
    fair.standing.now = FloorStanding(states={"A003": StallState.LATE})
    assert zones() == before


# ---- for my major


def test_for_a_major_those_come_first_who_name_it(fair: Opened) -> None:
    found = fair.directory.find(Question(major_class="计算机类"))
    named = [
        any("计算机类" in opening.major_classes for opening in fair.named(row.ref).openings)
        for row in found.rows
    ]
    assert named == sorted(named, reverse=True)
    assert any(named)
    assert not all(named)
    assert all(
        any("不限" in opening.majors for opening in fair.named(row.ref).openings)
        for row, names_it in zip(found.rows, named, strict=True)
        if not names_it
    )
    assert found.rows[0].why.zh.startswith("对口岗位：")
    assert found.rows[-1].why.zh.startswith("专业不限：")
    assert not fair.directory.majors_by_text


def test_a_major_narrows_what_is_typed(fair: Opened) -> None:
    def refs(question: Question) -> set[str]:
        return {row.ref for row in fair.directory.find(question).rows if row.stalls}

    typed, suited = refs(Question("北京")), refs(Question(major_class="护理学类"))
    assert refs(Question("北京", major_class="护理学类")) == typed & suited
    assert typed & suited < typed
    assert fair.directory.find(Question("厕所", major_class="护理学类")).total


def test_for_major_lists_ids_with_the_most_posts_first(fair: Opened, schools: Opened) -> None:
    ids = fair.directory.for_major("计算机类")
    posts = [
        sum(
            opening.headcount or 1
            for opening in fair.named(str(each)).openings
            if "计算机类" in opening.major_classes
        )
        for each in ids
    ]
    assert posts[0] == max(posts)
    assert [each for each in posts if each] == sorted((each for each in posts if each), reverse=True)
    assert all(fair.named(str(each)).stalls for each in ids)
    graduates = schools.directory.for_major("计算机类")
    assert graduates
    for each in graduates:
        assert any(entry.major_class == "计算机类" for entry in schools.named(str(each)).pool)
    assert fair.directory.for_major("没有这一类") == fair.directory.for_major("另一类")


def test_an_older_pack_is_searched_by_the_words(tmp_path: Path) -> None:
    content = sample("double_selection")
    old = tuple(
        replace(each, openings=tuple(replace(opening, major_classes=()) for opening in each.openings))
        for each in content.exhibitors
    )
    opened = open_directory(replace(content, exhibitors=old), tmp_path / "old.db")
    assert opened.directory.majors_by_text
    named = [each for each in old if any("计算机" in opening.majors for opening in each.openings)]
    ids = opened.directory.for_major("计算机类")
    assert {each.id for each in named if each.stalls} <= set(ids)
    row = opened.directory.find(Question(major_class="计算机类")).rows[0]
    assert row.why.zh.startswith("对口岗位：")
    opened.catalogue.close()


# ---- where nothing is found


@pytest.mark.parametrize(
    ("text", "first"),
    [("海上风电工程", "陕西风电（示例）"), ("ruanjiangongchengshixyz", None), ("A999", None)],
)
def test_nothing_found_gives_the_nearest(fair: Opened, text: str, first: str | None) -> None:
    found = fair.directory.find(Question(text))
    assert found.nearest
    assert found.rows
    assert found.stalls
    assert all(row.kind is HitKind.EXHIBITOR and row.why.zh and row.why.en for row in found.rows)
    if first is not None:
        assert found.rows[0].title.zh == first


def test_the_nearest_share_characters_or_are_a_slip_away(fair: Opened) -> None:
    shared = fair.directory.find(Question("雁西机器"))
    assert shared.nearest
    assert shared.rows[0].title.zh == "雁栖机器人（示例）"
    slipped = fair.directory.find(Question("robutics"))
    assert slipped.rows
    assert "Robotics" in slipped.rows[0].title.en


def test_what_is_near_to_nothing_finds_nothing(fair: Opened) -> None:
    for text in ("zzzzzz", "〇〇〇", "🙂🙂"):
        found = fair.directory.find(Question(text))
        assert (found.total, found.nearest, found.facets) == (0, False, ())


def test_near_terms_do_have_hits(fair: Opened) -> None:
    terms = fair.directory.nearest_terms("海上风电工程")
    assert terms[0] == "风电"
    assert all(fair.directory.find(Question(term)).total for term in terms)


def test_a_damaged_index_is_no_empty_list(tmp_path: Path) -> None:
    path = tmp_path / "pack.db"
    catalogue_writer.write(path, KEY, sample("double_selection"))
    opened = open_directory(sample("double_selection"), path)
    data = bytearray(path.read_bytes())
    for at in range(4096, len(data), 4096):  # every page but the first; the directory has read the rest
        data[at + 100] ^= 0xFF
    path.write_bytes(data)
    damaged = catalogues.Catalogue.open(path, KEY)
    opened.directory._catalogue = damaged
    with pytest.raises(StoreFault):
        opened.directory.find(Question("软件"))
    with pytest.raises(StoreFault):
        opened.directory.find(Question("没有这个词"))
    with pytest.raises(StoreFault):
        open_damaged(damaged, opened)
    damaged.close()
    opened.catalogue.close()


def open_damaged(catalogue: Any, opened: Opened) -> None:
    from kiosk.services.find.directory import Directory  # noqa: PLC0415

    Directory(catalogue, opened.directory._wayfinding)


def test_what_is_read_part_by_part_is_the_same_in_the_end(tmp_path: Path) -> None:
    warmed = open_directory(sample("double_selection"), tmp_path / "warmed.db")
    cold = open_directory(sample("double_selection"), tmp_path / "cold.db")
    parts = 1
    while warmed.directory.warm():
        parts += 1
    assert parts == -(-len(warmed.exhibitors) // READ_AT_ONCE)
    for text in ("", "软件", "A012"):
        one, other = (each.directory.find(Question(text)) for each in (warmed, cold))
        assert list(one.rows) == list(other.rows)
        assert one.facets == other.facets
    assert not cold.directory.warm()
    for each in (warmed, cold):
        each.catalogue.close()


def test_after_a_fault_nobody_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exhibitor that cannot be read now, because the disk is slow to come back, can be read later."""
    opened = open_directory(sample("double_selection"), tmp_path / "pack.db")
    whole = opened.catalogue.each_exhibitor

    def broken() -> Iterator[Exhibitor]:
        yield from islice(whole(), 50)
        raise StoreFault(StoreFaultKind.DAMAGED, "page")

    monkeypatch.setattr(opened.catalogue, "each_exhibitor", broken)
    for ask in (opened.directory.warm, lambda: opened.directory.find(Question("软件"))):
        with pytest.raises(StoreFault):
            ask()
    monkeypatch.undo()
    assert opened.directory.find(Question("")).total == sum(bool(each.stalls) for each in opened.exhibitors)
    opened.catalogue.close()


# ---- cards


def test_an_unknown_listing_or_session_is_none(fair: Opened) -> None:
    assert fair.directory.listing(999) is None
    assert fair.directory.session("S9") is None


def test_a_listing_has_its_openings(fair: Opened) -> None:
    listing = fair.directory.listing(1)
    assert listing is not None
    assert listing.exhibitor == fair.exhibitors[0]
    assert listing.zone is not None
    assert listing.zone.letter == "A"


def test_a_session_names_its_host_and_room(fair: Opened) -> None:
    talk = next(each for each in fair.content.sessions if "宣讲" in each.title.zh)
    card = fair.directory.session(talk.id)
    assert card is not None
    assert card.host is not None
    assert card.host.exhibitor.name.zh in talk.title.zh
    row = fair.directory.find(Question(talk.title.zh)).rows[0]
    assert (row.kind, row.ref) == (HitKind.SESSION, talk.id)
    assert talk.slot.text() in row.line.zh


def test_the_answer_is_quick(fair: Opened) -> None:
    started = time.process_time()
    for text in ("", "软", "软件", "j", "js", "jsj", "a", "a0"):
        fair.directory.find(Question(text))
    assert time.process_time() - started < 0.5


def test_employers_of_a_reverse_fair_are_found_too(schools: Opened) -> None:
    found = schools.directory.find(Question("软件"))
    rows = [row for row in found.rows if row.kind is HitKind.EXHIBITOR]
    kinds_found = {schools.named(row.ref).kind for row in rows}
    assert kinds_found == {ExhibitorKind.EMPLOYER, ExhibitorKind.SCHOOL}
    placed = [bool(row.stalls) for row in rows]
    assert placed == sorted(placed, reverse=True), "who has a stall comes first"
