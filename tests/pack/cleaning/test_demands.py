"""What a job notice must not ask for, and what it may."""

from __future__ import annotations

import pytest

from kiosk.pack.cleaning.demands import unlawful_demands


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("前台接待（限女生）", "sex"),
        ("仅限男性", "sex"),
        ("限女", "sex"),
        ("限 男", "sex"),
        ("只招男生", "sex"),
        ("男士优先", "sex"),
        ("女优先", "sex"),
        ("性别：男", "sex"),
        ("性别要求女", "sex"),
        ("已婚已育", "marriage or children"),
        ("未婚", "marriage or children"),
        ("三年内不得怀孕", "marriage or children"),
        ("35岁以下", "age"),
        ("３５周岁以内", "age"),
        ("三十五岁以下", "age"),
        ("年龄：18-35", "age"),
        ("年龄不超过30", "age"),
        ("22-30岁", "age"),
        ("95后", "age"),
        ("汉族", "ethnicity"),
        ("民族：回族", "ethnicity"),
        ("限汉族", "ethnicity"),
        ("无宗教信仰", "religion"),
        ("本地户口", "place of household registration"),
        ("限北京户籍", "place of household registration"),
        ("北京户口优先", "place of household registration"),
        ("京籍优先", "place of household registration"),
        ("需提供乙肝检查", "illness or disability"),
        ("谢绝残疾人", "illness or disability"),
    ],
)
def test_unlawful_demands_are_seen(text: str, ground: str) -> None:
    found = unlawful_demands(text)
    assert [each.ground.en for each in found] == [ground]
    assert all(each.words and each.law.zh.startswith("《") for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "男装设计师",
        "女大学生专场",
        "满族文化研究",
        "3年以上经验",
        "男女不限",
        "不限男女",
        "性别不限",
        "性别：男女不限",
        "性别：男/女均可",
        "年龄不限",
        "18岁以上",
        "年满18周岁以上",
        "解决北京户口",
        "提供北京户口指标",
        "可落户",
        "妇产科医生（女性健康）",
        "残疾人优先",
        "民族学",
        "民族：不限",
        "2000后勤岗",
        "30天年假",
        "不限婚育情况",
        "宗教学专业",
        "",
    ],
)
def test_lawful_notices_are_not_flagged(text: str) -> None:
    assert unlawful_demands(text) == ()


def test_every_demand_of_a_notice_is_named() -> None:
    found = unlawful_demands("限男，35岁以下，本地户口，未婚")
    assert [each.ground.en for each in found] == [
        "sex",
        "marriage or children",
        "place of household registration",
        "age",
    ]
