"""What employers and graduates say of themselves, by the codes' classes."""

from __future__ import annotations

import pytest

from kiosk.pack.cleaning import classing
from kiosk.pack.cleaning.lists import Lists


@pytest.mark.parametrize(
    ("raw", "value", "mended"),
    [
        ("国有企业", "国有企业", False),
        ("国企", "国有企业", True),
        ("省属国企", "国有企业", True),
        ("民营", "其他企业", True),
        ("事业单位", "其他事业单位", True),
        ("医疗卫生单位", "医疗卫生单位", False),
        ("31国有企业", "国有企业", True),
        ("国有企业（央企）", "国有企业", True),
        ("民营上市公司", "其他企业", True),
        ("中外合资企业", "三资企业", True),
        ("有限责任公司（国有独资）", "国有企业", True),
        ("设计", "科研设计单位", True),
        ("31", "国有企业", True),
        ("31 国有企业", "国有企业", True),
        ("77", "其他", True),
        ("其他", "其他", False),
        ("单位", "其他", True),
        ("集体企业", "其他企业", True),
        ("公办小学", "中初等教育单位", True),
        ("外星单位", "其他", True),
        ("", "", False),
    ],
)
def test_nature(lists: Lists, raw: str, value: str, mended: bool) -> None:
    found = classing.nature(lists)(raw)
    assert (found.value, bool(found.rule)) == (value, mended)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("制造业", "制造业"),
        ("C制造业", "制造业"),
        ("交通运输", "交通运输、仓储和邮政业"),
        ("卫生和社会工作", "卫生和社会工作"),
        ("信息技术", "信息传输、软件和信息技术服务业"),
        ("I", "信息传输、软件和信息技术服务业"),
        ("I65", "信息传输、软件和信息技术服务业"),
        ("65", "信息传输、软件和信息技术服务业"),
        ("C13农副食品加工业", "制造业"),
        ("6513", "信息传输、软件和信息技术服务业"),
        ("汽车制造业", "制造业"),
        ("互联网", "信息传输、软件和信息技术服务业"),
        ("IT", "信息传输、软件和信息技术服务业"),
        ("IT/互联网", "信息传输、软件和信息技术服务业"),
        ("金融", "金融业"),
        ("互联网金融", "金融业"),
        ("食品", "制造业"),
        ("教育", "教育"),
        ("教育培训", "教育"),
        ("房地产", "房地产业"),
        ("农林牧渔", "农、林、牧、渔业"),
        ("租赁商务", "租赁和商务服务业"),
        ("医疗器械", "制造业"),
        ("文化", "文化、体育和娱乐业"),
        ("X99", ""),
        ("业", ""),
        ("未知", ""),
        ("占星", ""),
    ],
)
def test_industry(lists: Lists, raw: str, value: str) -> None:
    assert classing.industry(lists)(raw).value == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("1000人以上", "1000人以上"),
        ("1000-5000人", "1000人以上"),
        ("500-999", "500人-1000人"),
        ("100-499人", "100人-300人"),
        ("50人以下", "50人以下"),
        ("20", "50人以下"),
        ("不足50人", "50人以下"),
        ("1万人以上", "1000人以上"),
        ("万人以上", "1000人以上"),
        ("少于50人", "50人以下"),
        ("50-99人", "50人-100人"),
        ("５０人以下", "50人以下"),
        ("9" * 5000, "1000人以上"),
        ("很大", ""),
    ],
)
def test_scale(lists: Lists, raw: str, value: str) -> None:
    assert classing.scale(lists)(raw).value == value


@pytest.mark.parametrize(
    ("raw", "value", "mended"),
    [
        ("本科", "本科起", False),
        ("本科及以上", "本科起", True),
        ("统招本科", "本科起", True),
        ("大专以上", "专科起", True),
        ("硕士/博士", "硕士起", True),  # of two degrees the lower is the condition
        ("硕士研究生", "硕士起", True),
        ("硕博", "硕士起", True),
        ("本硕博均可", "本科起", True),
        ("学历不限", "不限", True),
        ("本 科", "本科起", True),
        ("不限", "不限", False),
        ("高中", "", True),
        ("", "", False),
    ],
)
def test_demanded_degree(raw: str, value: str, mended: bool) -> None:
    found = classing.demanded_degree(raw)
    assert (found.value, bool(found.rule)) == (value, mended)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("本科", "本科"),
        ("硕士研究生", "硕士"),
        ("大专", "专科"),
        ("博士研究生", "博士"),
        ("硕研", "硕士"),
        ("专升本", "本科"),
        ("高职高专", "专科"),
        ("无", ""),
    ],
)
def test_degree(raw: str, value: str) -> None:
    assert classing.degree(raw).value == value


@pytest.mark.parametrize(
    ("major", "value"),
    [
        ("计算机科学与技术", "计算机类"),
        ("软件工程", "计算机类"),
        ("土木工程", "土木类"),
        ("机械工程", "机械类"),
        ("法学", "法学类"),
        ("国际经济与贸易", "经济与贸易类"),
        ("临床医学", "临床医学类"),
        ("计科", "计算机类"),
        ("刑法学", "法学类"),
        ("书法学", "美术学类"),
        ("大数据管理与应用", "管理科学与工程类"),
        ("汉语国际教育", "中国语言文学类"),
        ("中药学", "中药学类"),
        ("药学", "药学类"),
        ("制药工程", "化工与制药类"),
        ("炼金术", ""),
    ],
)
def test_major_class(lists: Lists, major: str, value: str) -> None:
    assert classing.major_class(lists)(major) == value
