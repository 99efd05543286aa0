"""What differs between two versions of a pack: found, counted, said in both languages, and nobody named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind, Opening, PoolEntry
from kiosk.domain.fair import (
    Delegation,
    EntryWindow,
    Fair,
    FairDay,
    FairKind,
    Gate,
    Hall,
    Policy,
    Session,
    SessionKind,
    Slot,
    StaffMember,
)
from kiosk.domain.fairpack import PackContent
from kiosk.domain.fairpack_changes import Changes, Hosts, Move, PackSide, People, Tally, changes_between
from kiosk.domain.fairpack_changes_words import MOST_LINES, differs, words
from kiosk.domain.floorplan import FloorPlan, Flow, GatePlace, Graph, KioskPlace, Level, Passage, Stall, Zone
from kiosk.domain.key_certificate import KeyCertificate, KeyRole
from kiosk.domain.words import Words

DAY = date(2026, 11, 28)
PERSONS = ("林知远", "王主讲", "赵领队", "陈值班", "李新来")


def _employer(name: str, *stalls: str, **more: Any) -> Exhibitor:
    return Exhibitor(sum(map(ord, name)), ExhibitorKind.EMPLOYER, Words(name, ""), stalls, **more)


def _graduate(number: int, **more: Any) -> Attendee:
    at_first = {"registration": Registration.CONFIRMED, "person": Person(PERSONS[0]), "slot": Slot(540, 600)}
    return Attendee(number, BadgeType.GRADUATE, **(at_first | more))


def _stall(number: str, x_m: float) -> Stall:
    return Stall(number, "1", number[0], x_m, 0.0, 3.0, 3.0, "south", int(x_m))


TALK = Session(
    "t1", SessionKind.TALK, Words("名企宣讲", "Talk"), DAY, Slot(600, 660), "报告厅", PERSONS[1], 80
)
CONTENT = PackContent(
    fair=Fair(
        id="f",
        kind=FairKind.DOUBLE_SELECTION,
        name=Words("双选会", "Fair"),
        venue=Words("国展", "Centre"),
        sample=False,
        days=(FairDay(DAY, 510, 960),),
        slots=(Slot(540, 600),),
        policy=Policy(early_grace_min=15, consent=Words("说明" * 40, "")),
        gates=(Gate("east", Words("东门", "East")),),
        staff=(StaffMember("s1", PERSONS[3], "scrypt$…"),),
    ),
    plan=FloorPlan(
        (Level("1", Words("1 号馆", ""), 40.0, 30.0, ()),),
        (Zone("A", Words("综合", ""), "1"),),
        (_stall("A017", 1.0), _stall("B003", 9.0)),
        (),
        (KioskPlace("east-1", Words("东门", ""), "east", "1", 0.5, 0.5, 90.0, 1),),
        Graph((1.0,), (1.0,), ("1",), ()),
    ),
    exhibitors=(
        _employer("京华软件有限公司", "A017", openings=(Opening("工程师", headcount=3), Opening("会计"))),
        _employer("燕山重工", "B003"),
        Exhibitor(
            3,
            ExhibitorKind.SCHOOL,
            Words("示例大学", "Sample University"),
            ("C001",),
            school_code="4111010001",
            pool=(PoolEntry("本科", "计算机", 120),),
        ),
    ),
    sessions=(TALK,),
    delegations=(Delegation(1, "河北代表团", "河北", "冀A", PERSONS[2], 12, 560),),
    attendees=(_graduate(2**64 - 5), _graduate(7), _graduate(2**63)),
    issues=(),
    search=(),
    authority=bytes(32),
    certificates=(KeyCertificate(7, bytes(32), KeyRole.KIOSK, "east-1", 9, bytes(64)),),
)


def _hosts(changes: Changes, kind: ExhibitorKind = ExhibitorKind.EMPLOYER) -> Hosts:
    return next(each for each in changes.hosts if each.kind is kind)


def _said(new: PackContent, old: PackContent = CONTENT) -> tuple[list[str], list[str]]:
    lines = words(changes_between(old, new))
    return [each.zh for each in lines], [each.en for each in lines]


def _with_policy(**rules: Any) -> PackContent:
    return replace(CONTENT, fair=replace(CONTENT.fair, policy=replace(CONTENT.fair.policy, **rules)))


def test_equal_packs_differ_in_nothing() -> None:
    changes = changes_between(CONTENT, replace(CONTENT, attendees=CONTENT.attendees[::-1]))
    assert not differs(changes)
    assert words(changes) == (Words("两版内容一样。", "Both versions hold the same."),)


def test_people_are_counted_once_each_and_never_named() -> None:
    cancelled = _graduate(7, registration=Registration.CANCELLED, slot=None)
    corrected = _graduate(2**63, person=Person(PERSONS[4]))
    new = replace(CONTENT, attendees=(cancelled, corrected, _graduate(8), _graduate(2**64 - 1)))
    assert changes_between(CONTENT, new).people == People(new=2, gone=1, cancelled=1, corrected=1)
    zh, en = _said(new)
    assert zh == ["登记的人：新增登记 2 人，名单里去掉 1 人，取消 1 人，资料更正 1 人"]
    assert en == ["Attendees: 2 new, 1 no longer listed, 1 cancelled, 1 corrected"]


@pytest.mark.parametrize(
    ("change", "count"),
    [
        ({"registration": Registration.BARRED}, "barred"),
        ({"registration": Registration.CANCELLED}, "cancelled"),
        ({"registration": Registration.WAITING}, "corrected"),
        ({"slot": Slot(600, 660)}, "rebooked"),
        ({"day": DAY}, "rebooked"),
        ({"note": "轮椅"}, "corrected"),
    ],
)
def test_what_became_of_one_person(change: dict[str, Any], count: str) -> None:
    new = replace(CONTENT, attendees=(_graduate(7, **change), *CONTENT.attendees[::2]))
    assert changes_between(CONTENT, new).people == People(**{count: 1})


def test_who_waited_is_confirmed() -> None:
    waiting = replace(CONTENT, attendees=(_graduate(7, registration=Registration.WAITING),))
    confirmed = replace(CONTENT, attendees=(_graduate(7),))
    assert changes_between(waiting, confirmed).people == People(confirmed=1)


@given(st.sets(st.integers(0, 2**64 - 1)), st.sets(st.integers(0, 2**64 - 1)))
def test_people_are_matched_by_id_however_large(old: set[int], new: set[int]) -> None:
    one = replace(CONTENT, attendees=tuple(map(_graduate, old)))
    other = replace(CONTENT, attendees=tuple(map(_graduate, new)))
    assert changes_between(one, other).people == People(new=len(new - old), gone=len(old - new))


def test_employers_come_go_move_and_are_renamed() -> None:
    moved = replace(CONTENT.exhibitors[0], stalls=("B003",))
    renamed = replace(CONTENT.exhibitors[2], name=Words("示例科技大学", ""))
    extra = _employer("新来电力", "A001", openings=(Opening("运维"),))
    changes = changes_between(CONTENT, replace(CONTENT, exhibitors=(extra, moved, renamed)))
    employers, schools = _hosts(changes), _hosts(changes, ExhibitorKind.SCHOOL)
    assert employers.new == (extra.name,)
    assert employers.gone == (Words("燕山重工", ""),)
    assert employers.moved == (Move(moved.name, ("A017",), ("B003",)),)
    assert schools.renamed == ((CONTENT.exhibitors[2].name, renamed.name),), "known by its code"
    assert changes.openings == Tally(new=1)
    zh, en = _said(replace(CONTENT, exhibitors=(extra, moved, renamed)))
    assert "用人单位新增 1 家：新来电力" in zh
    assert "A017 搬到 B003（京华软件有限公司）" in zh
    assert "1 employer gone: 燕山重工" in en
    assert "A017 moved to B003 (京华软件有限公司)" in en
    assert "改名：示例大学 → 示例科技大学" in zh


def test_an_employer_at_its_stall_under_a_longer_name_is_renamed_and_another_one_is_not() -> None:
    longer = replace(CONTENT.exhibitors[1], id=99, name=Words("燕山重工集团", ""))
    changes = changes_between(CONTENT, replace(CONTENT, exhibitors=(longer, *CONTENT.exhibitors[::2])))
    assert _hosts(changes).renamed == ((Words("燕山重工", ""), Words("燕山重工集团", "")),)
    other = replace(longer, name=Words("太行轻工", ""))
    changes = changes_between(CONTENT, replace(CONTENT, exhibitors=(other, *CONTENT.exhibitors[::2])))
    assert (_hosts(changes).renamed, len(_hosts(changes).new), len(_hosts(changes).gone)) == ((), 1, 1)


def test_two_exhibitors_of_one_name_are_two() -> None:
    twice = replace(CONTENT, exhibitors=(*CONTENT.exhibitors, _employer("燕山重工", "D001")))
    assert _hosts(changes_between(CONTENT, twice)).new == (Words("燕山重工", ""),)
    assert not differs(changes_between(twice, twice))


def test_openings_and_pools() -> None:
    first, second, school = CONTENT.exhibitors
    first = replace(first, openings=(Opening("工程师", headcount=5), Opening("出纳"), Opening("出纳")))
    school = replace(school, pool=(PoolEntry("本科", "计算机", 118), PoolEntry("硕士", "法学", 9)))
    changes = changes_between(CONTENT, replace(CONTENT, exhibitors=(first, second, school)))
    assert changes.openings == Tally(new=2, gone=1, changed=1)
    assert changes.pool == Tally(new=1, changed=1)


def test_a_session_with_another_time_and_place_and_its_speaker_is_not_named() -> None:
    later = replace(TALK, id="s8a3f", slot=Slot(840, 900), place="二楼", speaker=PERSONS[4])
    zh, en = _said(replace(CONTENT, sessions=(later,)))
    assert zh == [
        "“名企宣讲”时间：11-28 10:00–11:00 → 11-28 14:00–15:00",
        "“名企宣讲”地点：报告厅 → 二楼",
        "“名企宣讲”主讲或类型有改动",
    ]
    assert en[0] == "Time of Talk: 11-28 10:00–11:00 → 11-28 14:00–15:00"
    zh, _ = _said(replace(CONTENT, sessions=(replace(TALK, id="t2", title=Words("讲座", "")),)))
    assert zh == ["新增活动 1 场：讲座", "取消活动 1 场：名企宣讲"]


def test_a_rule_from_what_to_what() -> None:
    zh, en = _said(_with_policy(early_grace_min=10, re_entry=False))
    assert zh == ["规则“可以比预约时段早到几分钟”：15 → 10", "规则“离场后可以再进”：是 → 否"]
    assert en[0] == "Rule: minutes before a booked slot that still admit: 15 → 10"


def test_rules_that_are_more_than_a_number() -> None:
    window = EntryWindow((BadgeType.EMPLOYER,), 450, 960)
    zh, en = _said(_with_policy(windows=(window,), halls=(Hall("1", Words("1 号馆", ""), 900),)))
    assert zh[0] == "规则“某些证件类型自己的入场时间”：无 → 用人单位 7:30–16:00"
    assert en[1].endswith("none → 1 号馆 900")
    zh, _ = _said(_with_policy(consent=Words("说明" * 40 + "新", "")))
    assert zh == ["规则“收集说明”有改动"], "long texts that look alike are not quoted"


def test_days_slots_and_names_of_the_fair() -> None:
    fair = replace(
        CONTENT.fair, name=Words("秋季双选会", "Autumn fair"), days=(FairDay(DAY, 480, 960),), slots=()
    )
    zh, _ = _said(replace(CONTENT, fair=fair))
    assert zh == [
        "活动名称：双选会 → 秋季双选会",
        "日期和开放时间：11-28 8:30–16:00 → 11-28 8:00–16:00",
        "预约时段：9:00–10:00 → 无",
    ]


def test_the_plan() -> None:
    plan = replace(CONTENT.plan, stalls=(_stall("A017", 2.0), _stall("C001", 12.0)))
    changes = changes_between(CONTENT, replace(CONTENT, plan=plan))
    assert changes.plan.stalls == Tally(1, 1, 1)
    assert _said(replace(CONTENT, plan=plan))[0] == ["图上展位：新增 1 个，取消 1 个，改动 1 个"]
    nodes = tuple(replace(each, node=each.node + 5) for each in CONTENT.plan.stalls)
    graph = replace(CONTENT.plan.graph, x_m=(2.0,))
    renumbered = replace(CONTENT.plan, stalls=nodes, graph=graph)
    assert _said(replace(CONTENT, plan=renumbered))[0] == ["路线走法有改动"]
    walls = replace(
        CONTENT.plan, levels=(replace(CONTENT.plan.levels[0], walls=(((0.0, 0.0), (1.0, 0.0)),)),)
    )
    assert _said(replace(CONTENT, plan=walls))[0] == ["平面图的墙、通道或展区有改动"]


def test_passages_and_gates_of_the_plan() -> None:
    line = ((0.0, 0.0), (1.0, 0.0))
    before = Passage("p1", Words("北通道", ""), "1", line, Flow.BOTH)
    old = replace(CONTENT.plan, passages=(before,), gates=(GatePlace("east", "1", 1.0, 1.0, 0),))
    new = replace(
        old, passages=(replace(before, flow=Flow.CLOSED),), gates=(GatePlace("east", "1", 2.0, 1.0, 0),)
    )
    zh, _ = _said(replace(CONTENT, plan=new), replace(CONTENT, plan=old))
    assert zh == ["单行或封闭的通道：改动 1 处", "图上的门：改动 1 处"]


def test_no_part_of_a_pack_is_forgotten() -> None:
    """Whoever gives a pack another part decides here whether it is compared."""
    names = {part: {each.name for each in fields(part)} for part in (PackContent, Fair, FloorPlan, Exhibitor)}
    derived = {"issues", "search", "readings"}
    signed = {"authority"}
    assert names[PackContent] == {each.name for each in fields(PackSide)} | derived | signed
    said = {"name", "venue", "days", "slots", "kind", "sample", "policy", "gates", "staff"}
    assert names[Fair] == said | {"id"}
    assert names[FloorPlan] == {
        *("levels", "zones", "stalls", "facilities", "kiosks", "graph", "passages", "gates"),
    }
    assert names[Exhibitor] == {
        *("id", "kind", "name", "stalls", "zone", "nature", "industry", "scale", "region", "school_code"),
        *("aliases", "strengths", "openings", "pool", "office"),
    }


def test_another_logo_is_said() -> None:
    zh, en = _said(replace(CONTENT, logo=b"PNG"))
    assert (zh, en) == (["胸卡上的标志有改动"], ["The logo on badges changed"])
    same = replace(CONTENT, logo=b"PNG")
    assert not differs(changes_between(same, same))


def test_delegations_staff_and_keys_are_counted() -> None:
    leader = replace(CONTENT.delegations[0], id=4, leader=PERSONS[4])
    staff = (*CONTENT.fair.staff, StaffMember("s2", PERSONS[4], "scrypt$…"))
    new = replace(CONTENT, delegations=(leader,), fair=replace(CONTENT.fair, staff=staff), certificates=())
    zh, _ = _said(new)
    assert zh == ["团队：改动 1 个", "工作人员：新增 1 个", "签发钥匙：取消 1 把"]


def test_what_matters_most_comes_first_and_all_of_it_is_bounded() -> None:
    """Everything changes, 800 employers move: the lines stay few and short, and no person is in them."""
    many = tuple(_employer(f"第{at}家" + "长" * 60, f"A{at:03d}") for at in range(1000))
    moved = tuple(replace(each, stalls=("Z" + each.stalls[0],)) for each in many[:800])
    extra = tuple(_employer(f"另{at}家", f"Y{at}") for at in range(300))
    sessions = tuple(replace(TALK, id=f"x{at}", title=Words(f"场{at}", "")) for at in range(50))
    new = replace(
        _with_policy(early_grace_min=10),
        exhibitors=moved + extra,
        sessions=tuple(replace(each, slot=Slot(0, 9)) for each in sessions),
        attendees=tuple(_graduate(at, person=Person(PERSONS[4])) for at in range(500)),
        delegations=(),
    )
    zh, en = _said(new, replace(CONTENT, exhibitors=many, sessions=sessions))
    assert zh[0].startswith("规则")
    assert zh[1].startswith("登记的人：新增登记 499 人")
    assert zh[2].startswith("用人单位新增 300 家：另0家、另1家、另2家、另3家等")
    assert "and 296 more" in en[2]
    assert f"还有 {800 - MOST_LINES + 1} 处类似的改动" in zh
    assert f"还有 {50 - MOST_LINES + 1} 处类似的改动" in zh
    assert len(zh) == len(en) < 40
    assert max(map(len, zh + en)) < 240
    assert not [name for name in PERSONS for line in zh + en if name in line]


@pytest.mark.parametrize("swap", [lambda each: each, lambda each: each[::-1]])
def test_there_and_back(swap: Callable[[tuple[PackContent, ...]], tuple[PackContent, ...]]) -> None:
    """What is new one way is gone the other way."""
    old, new = swap((CONTENT, replace(CONTENT, exhibitors=CONTENT.exhibitors[:1], attendees=())))
    there, back = changes_between(old, new), changes_between(new, old)
    assert (there.people.new, there.people.gone) == (back.people.gone, back.people.new)
    assert _hosts(there).new == _hosts(back).gone
    assert (there.openings.new, there.openings.gone) == (back.openings.gone, back.openings.new)
