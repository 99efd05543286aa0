"""What a job notice must not ask for: the words are found, the organiser decides. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.domain.words import Words
from kiosk.pack.cleaning.texts import folded


@dataclass(frozen=True, slots=True)
class Demand:
    """The words of a notice that the law forbids, what they ask for, and where the law says so."""

    words: str
    ground: Words
    law: Words


_PROMOTION = "《就业促进法》第{}条"
_SEX = re.compile(
    r"(?<!不)限(?:招|定)?[男女](?![女男、/]{0,2}不限)|(?:仅|只)(?:限|招|要|收|考虑)[男女]|[男女](?:性|士|生)?优先"
    r"|性别(?:要求)?[:\s]*[男女](?![、/或]?[男女]|[女男]?(?:均可|不限|皆可))|(?:招|要求|须为|限)[男女](?:性|士|生|员)"
)
_MARRIAGE = re.compile(
    r"(?<!不限)(?<!不问)(?:已婚|未婚|已育|未育|单身)|婚育(?:状况)?(?:[:：]|要求|稳定)|(?:不得|不能|暂不)(?:怀孕|生育)"
)
_AGE = re.compile(
    r"(?:[1-6][0-9]|[一二三四五]十[一二三四五六七八九]?)\s*(?:周)?岁(?:\([^)]{0,4}\))?(?:以[下内]|及以下|为宜)|年龄[^,;。、\d]{0,6}[1-6][0-9]"
    r"(?!\s*(?:周)?岁以上)|不超过\s*[1-6][0-9]\s*(?:周)?岁|[1-6][0-9]\s*(?:周)?岁?\s*[-~—至到]\s*[1-6][0-9]\s*(?:周)?岁|(?<![0-9])(?:[6-9][05]|0[05])后"
)
_ETHNICITY = re.compile(r"汉族|民族(?:要求)?\s*:(?!不限)|(?:限|仅招|只招|不招)[^,;。、\s]{1,4}族|种族")
_RELIGION = re.compile(r"(?:不|无|限)[^,;。、\s]{0,2}宗教信仰|宗教(?:信仰)?\s*:(?!不限)|(?:不招|仅招|限)信教")
_HOUSEHOLD = re.compile(
    r"(?:限|须|需|要求|仅招?|只招)[^,;。、\s]{0,6}户[口籍]|户[口籍][^,;。、\s]{0,3}优先|京籍优先|[限须]京籍"
    r"|(?<!解决)(?<!提供)(?<!办理)(?<!可落)(?:本地|本市|本省|城镇|非农业?)户[口籍]"
)
_HEALTH = re.compile(r"乙肝|两对半|(?:不|无)[^,;。、\s]{0,3}传染病|艾滋|(?:不招|不收|谢绝)残疾")
_GROUNDS: tuple[tuple[re.Pattern[str], Words, Words], ...] = (
    (
        _SEX,
        Words("性别", "sex"),
        Words(
            _PROMOTION.format("二十七") + "、《妇女权益保障法》第四十三条",
            "Employment Promotion Law, article 27",
        ),
    ),
    (
        _MARRIAGE,
        Words("婚育", "marriage or children"),
        Words(
            _PROMOTION.format("二十七") + "、《妇女权益保障法》第四十三条",
            "Employment Promotion Law, article 27",
        ),
    ),
    (
        _ETHNICITY,
        Words("民族", "ethnicity"),
        Words(_PROMOTION.format("二十八"), "Employment Promotion Law, article 28"),
    ),
    (
        _RELIGION,
        Words("宗教信仰", "religion"),
        Words("《劳动法》第十二条", "Labour Law, article 12"),
    ),
    (
        _HEALTH,
        Words("病史或残疾", "illness or disability"),
        Words(_PROMOTION.format("二十九、三十"), "Employment Promotion Law, articles 29 and 30"),
    ),
    (
        _HOUSEHOLD,
        Words("户籍", "place of household registration"),
        Words(_PROMOTION.format("二十六"), "Employment Promotion Law, article 26"),
    ),
    (_AGE, Words("年龄", "age"), Words(_PROMOTION.format("二十六"), "Employment Promotion Law, article 26")),
)


def unlawful_demands(text: str) -> tuple[Demand, ...]:
    """What a notice asks for that the law forbids: sex, marriage, ethnicity, belief, illness, origin, age."""
    whole = folded(text).replace(" ", "")
    return tuple(
        Demand(match[0], ground, law) for pattern, ground, law in _GROUNDS if (match := pattern.search(whole))
    )
