"""What people type and what they mean: relevance.csv, against the sample fairs and names that people know.

Answers were chosen before the program was asked. Several, parted by |, will do where one cannot tell.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind, Opening, PoolEntry
from kiosk.domain.fair import Session, SessionKind, Slot
from kiosk.domain.floorplan import Facility, FacilityKind, FloorPlan, Graph, Stall
from kiosk.domain.search import HitKind, Matches, Why
from kiosk.domain.words import Words
from kiosk.pack.build import BuildReport
from kiosk.pack.installed import content_key
from kiosk.pack.organiser import OrganiserKeys
from kiosk.pack.search_terms import search_entries
from kiosk.store.catalogue import Catalogue
from kiosk.store.catalogue_writer import write

TABLE = Path(__file__).with_name("relevance.csv")
LEAST_FIRST = 0.97
NAMES = """
华为技术有限公司,Huawei Technologies,
腾讯科技（深圳）有限公司,Tencent,腾讯
北京字节跳动科技有限公司,ByteDance,字节跳动
京东集团股份有限公司,JD.com,京东
小米通讯技术有限公司,Xiaomi,小米
联想（北京）有限公司,Lenovo,联想
中国石油天然气集团有限公司,CNPC,中石油
中国石油化工集团有限公司,Sinopec,中石化
国家电网有限公司,State Grid,国网
中国移动通信集团有限公司,China Mobile,中国移动
中国工商银行股份有限公司,ICBC,工行
中国建设银行股份有限公司,CCB,建行
重庆长安汽车股份有限公司,Changan Automobile,长安汽车
厦门航空有限公司,Xiamen Airlines,厦航
中关村发展集团股份有限公司,Zhongguancun Development Group,
首钢集团有限公司,Shougang,首钢
北京同仁堂股份有限公司,Tongrentang,同仁堂
北京三快在线科技有限公司,Meituan,美团
比亚迪股份有限公司,BYD,比亚迪
宁德时代新能源科技股份有限公司,CATL,宁德时代
珠海格力电器股份有限公司,Gree Electric,格力
科大讯飞股份有限公司,iFLYTEK,讯飞
中芯国际集成电路制造有限公司,SMIC,中芯国际
用友网络科技股份有限公司,Yonyou,用友
新东方教育科技集团,New Oriental,新东方
单县人民医院,Shanxian People's Hospital,
北京星海乐器有限公司,Xinghai Musical Instruments,
长沙中联重科股份有限公司,Zoomlion,中联重科
中国航天科技集团有限公司,CASC,航天科技
北京市地铁运营有限公司,Beijing Subway,北京地铁
南京南瑞集团有限公司,NARI,南瑞
中国铁路北京局集团有限公司,China Railway Beijing,北京铁路局
北京朝阳医院,Beijing Chaoyang Hospital,
中国国际航空股份有限公司,Air China,国航
北京航空航天大学,Beihang University (BUAA),北航
北京科技大学,USTB,北科大
山东大学,Shandong University,
山西大学,Shanxi University,
中国人民大学附属中学,RDFZ,人大附中
3M中国有限公司,3M China,
"""
POSTS = (
    Opening("软件开发工程师", "计算机类、软件工程", title_en="Software developer"),
    Opening("数据分析师", "统计学类、计算机科学与技术", title_en="Data analyst"),
    Opening("会计", "会计学", title_en="Accountant"),
    Opening("产品经理", "不限", title_en="Product manager"),
    Opening("Java开发工程师", "计算机科学与技术", title_en="Java developer"),
    Opening("C++开发工程师", "计算机科学与技术", title_en="C++ developer"),
    Opening("护士", "护理学", title_en="Nurse"),
)
PLACES = {
    FacilityKind.TOILET: ("洗手间", "Toilets"),
    FacilityKind.ACCESSIBLE_TOILET: ("无障碍洗手间", "Accessible toilet"),
    FacilityKind.LIFT: ("电梯", "Lift"),
    FacilityKind.STAIRS: ("东侧楼梯", "East stairs"),
    FacilityKind.REST: ("休息区", "Rest area"),
    FacilityKind.INFORMATION: ("问询台", "Information"),
    FacilityKind.COFFEE: ("咖啡角", "Coffee"),
    FacilityKind.EXIT: ("主出入口", "Main exit"),
    FacilityKind.DESK: ("4 号服务台", "Desk 4"),
    FacilityKind.ROOM: ("报告厅 A", "Lecture hall A"),
}


def employers() -> tuple[Exhibitor, ...]:
    """Five to a zone; the first two have software posts, the hospital has nurses, every school a pool."""
    found = []
    for at, line in enumerate(NAMES.split("\n")[1:-1]):
        name, english, alias = line.split(",")
        posts = POSTS if at < 2 else POSTS[at % 3 : at % 3 + 2]
        stall = f"{chr(ord('A') + at // 5)}{at % 5 + 1:03d}"
        school = name.endswith("大学")
        found.append(
            Exhibitor(
                at + 1,
                ExhibitorKind.SCHOOL if school else ExhibitorKind.EMPLOYER,
                Words(name, english),
                (stall,),
                stall[0],
                region="北京市海淀区" if at % 2 else "北京市朝阳区" if at % 4 else "",
                aliases=(alias,) if alias else (),
                openings=() if school else posts,
                pool=(PoolEntry("本科", "计算机科学与技术", 90),) if school else (),
            )
        )
    return tuple(found)


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory, double: BuildReport) -> Iterator[Catalogue]:
    """A fair of names that people know."""
    day, key = date(2026, 11, 28), bytes(32)
    talks = (
        Session(
            "T1",
            SessionKind.TALK,
            Words("华为宣讲会", "Huawei talk"),
            day,
            Slot(540, 600),
            "报告厅 A",
            "",
            80,
        ),
        Session("T2", SessionKind.TALK, Words("国家电网宣讲会", ""), day, Slot(610, 670), "报告厅 A", "", 80),
        Session(
            "T3", SessionKind.TALK, Words("简历怎么写", "CV clinic"), day, Slot(680, 700), "报告厅 A", "", 80
        ),
    )
    facilities = tuple(
        Facility(f"1-{kind}-1", kind, Words(*said), "1", 1.0, 1.0, 2.0, 2.0, 0)
        for kind, said in PLACES.items()
    )
    plan = FloorPlan(
        (),
        (),
        (Stall("Z009", "1", "Z", 1.0, 1.0, 3.0, 3.0, "south", 0),),
        facilities,
        (),
        Graph((), (), (), ()),
    )
    hosts = employers()
    content = replace(
        double.content,
        exhibitors=hosts,
        sessions=talks,
        plan=plan,
        attendees=(),
        issues=(),
        readings=(),
        search=search_entries(hosts, talks, plan),
    )
    path = tmp_path_factory.mktemp("names") / "catalogue.db"
    write(path, key, content)
    catalogue = Catalogue.open(path, key)
    yield catalogue
    catalogue.close()


@pytest.fixture(scope="module")
def fairs(
    names: Catalogue, double: BuildReport, reverse: BuildReport, organiser: OrganiserKeys
) -> Iterator[dict[str, Catalogue]]:
    """By the table's names."""
    opened = [
        Catalogue.open(each.pack / "catalogue.db", content_key(each.manifest, organiser.venue_private))
        for each in (double, reverse)
    ]
    yield dict(zip(("names", "double", "reverse"), (names, *opened), strict=True))
    for each in opened:
        each.close()


def answers(catalogue: Catalogue, matches: Matches) -> list[str]:
    """All that was found, best first: by why, then by kind, then by rank."""
    found: list[tuple[int, int, str]] = []
    order, kinds = list(Why), list(HitKind)
    hosts = catalogue.exhibitors()
    places = {each.id: each.kind.value for each in catalogue.plan().facilities}
    for tier in matches.tiers:  # sorting is stable, so tiers of one why stay in their order
        for at, host in enumerate(hosts):
            if tier.exhibitors >> at & 1:
                found.append((order.index(tier.why), 0, f"exhibitor:{host.name.zh.removesuffix('（示例）')}"))
    for hit in matches.others:
        ref = places[hit.ref] if hit.kind is HitKind.FACILITY else hit.ref
        found.append((order.index(hit.why), kinds.index(hit.kind), f"{hit.kind.value}:{ref}"))
    return [said for _why, _kind, said in sorted(found, key=lambda each: each[:2])]


def rows() -> list[dict[str, Any]]:
    """The table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_people_find_what_they_mean(fairs: dict[str, Catalogue]) -> None:
    missed, late = [], []
    table = rows()
    for row in table:
        catalogue = fairs[row["fair"]]
        matches = catalogue.search(row["query"], nine_keys=row["keys"] == "nine")
        found = answers(catalogue, matches)
        wanted = row["expected"].split("|")
        if found[:1] and found[0] in wanted:
            continue
        missed.append(f"{row['fair']} {row['query']}: {row['expected']}, not {found[:3]}")
        if not any(each in wanted for each in found[:5]):
            late.append(missed[-1])
    assert not late, "\n".join(late)
    assert len(missed) <= (1 - LEAST_FIRST) * len(table), "\n".join(missed)
    print("\n".join(missed))


def test_the_table_is_large_enough() -> None:
    assert len({(row["fair"], row["query"], row["keys"]) for row in rows()}) == len(rows()) >= 200
