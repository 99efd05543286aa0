"""Sorts what employers and graduates say of themselves into the codes' classes. Pure, given the lists.

单位性质 by its code list, 所属行业 by GB/T 4754 门类, 单位规模 by its bins, 所在地 by GB/T 2260,
学历 by GB/T 4658, 专业 by 专业类 (domain.md section 3).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.cleaning.texts import UNDECIDED, Cleaned, folded

NATURE_SYNONYMS = {
    "国企": "国有企业",
    "央企": "国有企业",
    "中央企业": "国有企业",
    "省属国企": "国有企业",
    "市属国企": "国有企业",
    "国有": "国有企业",
    "国有控股": "国有企业",
    "国有控股企业": "国有企业",
    "民营": "其他企业",
    "民企": "其他企业",
    "民营企业": "其他企业",
    "私企": "其他企业",
    "私营": "其他企业",
    "私营企业": "其他企业",
    "上市公司": "其他企业",
    "股份制": "其他企业",
    "股份制企业": "其他企业",
    "有限责任公司": "其他企业",
    "企业": "其他企业",
    "外资": "三资企业",
    "外企": "三资企业",
    "外资企业": "三资企业",
    "合资": "三资企业",
    "合资企业": "三资企业",
    "中外合资": "三资企业",
    "事业": "其他事业单位",
    "事业单位": "其他事业单位",
    "机关单位": "机关",
    "党政机关": "机关",
    "政府机关": "机关",
    "医院": "医疗卫生单位",
    "医疗": "医疗卫生单位",
    "医疗卫生": "医疗卫生单位",
    "科研院所": "科研设计单位",
    "科研": "科研设计单位",
    "科研单位": "科研设计单位",
    "高校": "高等教育单位",
    "高等学校": "高等教育单位",
    "学校": "中初等教育单位",
    "中小学": "中初等教育单位",
    "社会组织": "其他",
}
INDUSTRY_SYNONYMS = {
    "信息技术": "I",
    "IT": "I",
    "互联网": "I",
    "软件": "I",
    "计算机": "I",
    "食品": "C",
    "制造": "C",
    "医疗": "Q",
    "医药": "C",
    "卫生": "Q",
    "文化": "R",
    "物流": "G",
    "交通": "G",
    "建筑": "E",
    "地产": "K",
    "金融": "J",
    "银行": "J",
    "教育": "P",
    "能源": "D",
    "电力": "D",
    "农业": "A",
    "科研": "M",
    "零售": "F",
    "贸易": "F",
    "餐饮": "H",
    "环保": "N",
    "政府": "S",
}
_DEMANDS = (
    ("博士", "博士"),
    ("硕士", "硕士起"),
    ("研究生", "硕士起"),
    ("本科", "本科起"),
    ("学士", "本科起"),
    ("大专", "专科起"),
    ("专科", "专科起"),
    ("高职", "专科起"),
)
_REGULAR_DEMANDS = frozenset({"博士", "硕士", "本科", "专科", "大专", "硕士起", "本科起", "专科起"})
_DEGREES = {
    "专科": "专科",
    "本科": "本科",
    "硕士": "硕士",
    "博士": "博士",
    "硕士研究生": "硕士",
    "博士研究生": "博士",
    "大专": "专科",
    "高职": "专科",
    "专科生": "专科",
    "本科生": "本科",
    "学士": "本科",
    "大学本科": "本科",
    "研究生": "硕士",
    "硕士生": "硕士",
    "博士生": "博士",
}
_DEGREE_ORDER = ("专科", "本科", "硕士", "博士")


def nature(lists: Lists) -> Callable[[str], Cleaned[str]]:
    """单位性质, by its list of 13."""

    def rule(raw: str) -> Cleaned[str]:
        text = folded(raw)
        if not text or text.casefold() in UNDECIDED:
            return Cleaned("")
        bare = re.sub(r"^\d{2}\s*", "", text)
        if bare in lists.natures:
            return Cleaned(bare, "" if bare == raw else "nature by the code list")
        found = NATURE_SYNONYMS.get(bare) or next((each for each in lists.natures if bare in each), "")
        if not found and bare.endswith("国企"):
            found = "国有企业"
        return Cleaned(found or "其他", "nature by the code list" if found else "unknown nature")

    return rule


def industry(lists: Lists) -> Callable[[str], Cleaned[str]]:
    """所属行业 as a 门类 of GB/T 4754."""
    names = {folded(name): name for name in lists.sections.values()}

    def rule(raw: str) -> Cleaned[str]:
        text = folded(raw)
        if not text or text.casefold() in UNDECIDED:
            return Cleaned("")
        if text in names:
            return Cleaned(names[text], "")
        bare = re.sub(r"^[A-T]\d{0,4}\s*", "", text)
        letter = _section_letter(lists, bare)
        if letter:
            return Cleaned(lists.sections[letter], "industry by GB/T 4754")
        return Cleaned("", "unknown industry")

    return rule


def _section_letter(lists: Lists, bare: str) -> str:
    if not bare:
        return ""
    for letter, name in lists.sections.items():
        plain = folded(name)
        if bare == plain or plain.startswith(bare) or bare in re.split(r"[、,和]", plain):
            return letter
    for name, letter in lists.divisions.items():
        if bare in folded(name):
            return letter
    return next((letter for word, letter in INDUSTRY_SYNONYMS.items() if word in bare), "")


def scale(lists: Lists) -> Callable[[str], Cleaned[str]]:
    """单位规模 by its six bins; a foreign bin goes by its lower end."""
    bins = {folded(each): each for each in lists.scales}

    def rule(raw: str) -> Cleaned[str]:
        text = folded(raw)
        if not text or text.casefold() in UNDECIDED:
            return Cleaned("")
        if text in bins:
            return Cleaned(bins[text], "")
        numbers = [int(each) for each in re.findall(r"\d+", text)]
        if not numbers:
            return Cleaned("", "unknown scale")
        below = len(numbers) == 1 and ("以下" in text or "不足" in text or "<" in text)
        return Cleaned(_bin(lists, numbers[0] - 1 if below else numbers[0]), "scale by its bins")

    return rule


def _bin(lists: Lists, people: int) -> str:
    for each in lists.scales:
        bounds = [int(number) for number in re.findall(r"\d+", each)]
        if len(bounds) == 2 and bounds[0] <= people < bounds[1]:
            return each
        if (
            len(bounds) == 1
            and ("以下" in each) == (people < bounds[0])
            and ("以下" in each or people >= bounds[0])
        ):
            return each
    return lists.scales[-1]


def region(lists: Lists) -> Callable[[str], Cleaned[str]]:
    """所在地 as a province of GB/T 2260 where one is named; else the place as written."""
    short = {re.sub(r"(壮族|回族|维吾尔)?自治区$|省$|市$", "", each): each for each in lists.provinces}

    def rule(raw: str) -> Cleaned[str]:
        text = folded(raw).replace(" ", "")
        if not text or text.casefold() in UNDECIDED:
            return Cleaned("")
        found = next((full for stem, full in short.items() if text.startswith(stem)), "")
        if not found:
            return Cleaned(text, "a place with no province")
        regular = text.startswith(found) and "-" not in text
        return Cleaned(found, "" if regular else "province by GB/T 2260")

    return rule


def demanded_degree(raw: str) -> Cleaned[str]:
    """学历要求 as shown: 不限, 专科起, 本科起, 硕士起, 博士. Of two degrees the lower is the condition."""
    text = folded(raw)
    if not text or text.casefold() in UNDECIDED:
        return Cleaned("")
    if "不限" in text:
        return Cleaned("不限", "" if text == raw == "不限" else "degree")
    found = [became for word, became in _DEMANDS if word in text]
    if not found:
        return Cleaned("", "unknown degree")
    return Cleaned(found[-1], "" if raw in _REGULAR_DEMANDS else "degree")


def degree(raw: str) -> Cleaned[str]:
    """A graduate's 学历层次: 专科, 本科, 硕士, 博士."""
    text = folded(raw)
    if not text or text.casefold() in UNDECIDED:
        return Cleaned("")
    if text in _DEGREE_ORDER:
        return Cleaned(text, "" if text == raw else "degree")
    found = _DEGREES.get(text) or next((each for each in reversed(_DEGREE_ORDER) if each in text), "")
    return Cleaned(found, "degree" if found else "unknown degree")


CLASS_STEMS = {
    "软件": "计算机类",
    "大数据": "计算机类",
    "网络与新媒体": "新闻传播学类",
    "计算机": "计算机类",
    "网络工程": "计算机类",
    "信息安全": "计算机类",
    "物联网": "计算机类",
    "数据科学": "计算机类",
    "网络空间安全": "计算机类",
    "人工智能": "电子信息类",
    "电气": "电气类",
    "机械设计": "机械类",
    "机电": "机械类",
    "数控": "机械类",
    "工业设计": "机械类",
    "车辆": "机械类",
    "汽车": "机械类",
    "智能制造": "机械类",
    "机器人": "自动化类",
    "飞行器": "航空航天类",
    "冶金": "材料类",
    "能源与动力": "能源动力类",
    "化学工程": "化工与制药类",
    "通信": "电子信息类",
    "电子商务": "电子商务类",
    "电子": "电子信息类",
    "集成电路": "电子信息类",
    "给排水": "土木类",
    "建筑工程": "土木类",
    "采矿": "矿业类",
    "数学": "数学类",
    "会计": "工商管理类",
    "财务管理": "工商管理类",
    "市场营销": "工商管理类",
    "人力资源": "工商管理类",
    "审计": "工商管理类",
    "物流": "物流管理与工程类",
    "酒店": "旅游管理类",
    "轨道交通": "交通运输类",
    "行政管理": "公共管理类",
    "农林经济": "农业经济管理类",
    "金融": "金融学类",
    "英语": "外国语言文学类",
    "日语": "外国语言文学类",
    "翻译": "外国语言文学类",
    "汉语言": "中国语言文学类",
    "国际中文教育": "中国语言文学类",
    "体育": "体育学类",
    "运动": "体育学类",
    "新闻": "新闻传播学类",
    "广告": "新闻传播学类",
    "传播": "新闻传播学类",
    "治安": "公安学类",
    "预防医学": "公共卫生与预防医学类",
    "医学检验": "医学技术类",
    "康复治疗": "医学技术类",
    "临床": "临床医学类",
    "护理": "护理学类",
    "农学": "植物生产类",
    "园艺": "植物生产类",
    "动物科学": "动物生产类",
    "园林": "建筑类",
    "音乐": "音乐与舞蹈学类",
    "舞蹈": "音乐与舞蹈学类",
    "播音": "戏剧与影视学类",
    "动画": "戏剧与影视学类",
}


def major_class(lists: Lists) -> Callable[[str], str]:
    """The 专业类 that a major's name points to; nothing where it points to none."""
    stems = {re.sub(r"(科学|学)?(与工程|与技术)?类$", "", each): each for each in lists.classes}
    ordered = sorted(stems.items(), key=lambda item: -len(item[0]))

    def rule(major: str) -> str:
        for whole in (major, major + "类"):
            if whole in lists.classes:
                return whole
        for stem, found in CLASS_STEMS.items():
            if stem in major and found in lists.classes:
                return found
        return next((found for stem, found in ordered if len(stem) >= 2 and stem in major), "")

    return rule
