"""What openings say of pay, place and majors, for a card in either language.

Pay comes in the importer's one spelling (8-12K, 15K*14薪, 年薪10-15万, 150元/天, with 以上 or 以下; 面议),
and the few spellings near it that are read as well; whatever else it says stays as the organiser wrote it.
"""

from __future__ import annotations

import re

from kiosk.domain.exhibitor import Opening
from kiosk.domain.major_classes import ANY, major_class_words, takes_any
from kiosk.domain.regions import place_words
from kiosk.domain.words import Words

_NEGOTIABLE = re.compile(r"^(薪资|薪酬|待遇|工资)?(面议|面谈|可议|详谈|面洽)$")
_GOOD = re.compile(r"^(薪资|薪酬|待遇|工资)?(从优|优厚)$")
_PAY = re.compile(
    r"^(?P<year>年薪)?(?P<low>\d+(?:\.\d+)?)(?:[-–~](?P<high>\d+(?:\.\d+)?))?(?P<unit>K|k|万|元)"
    r"(?:/(?P<per>月|年|天|日|小时))?(?P<tail>以上|以下)?(?:[*×·](?P<months>\d+) ?薪)?$"
)
_PER = {
    "月": "a\u00a0month",
    "年": "a\u00a0year",
    "天": "a\u00a0day",
    "日": "a\u00a0day",
    "小时": "an\u00a0hour",
}
_TAIL = {"以上": "from ", "以下": "up to "}
_K_IN_TEN_THOUSAND = 10

_ANYWHERE = {
    "全国": "All of China",
    "全国各地": "All of China",
    "不限": "Anywhere",
    "海外": "Abroad",
    "境外": "Abroad",
    "远程": "Remote",
    "居家": "Remote",
    "待定": "To be settled",
}
_LIST = re.compile(r"[、,，;；/]\s*")
_BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff])[\s\-–—·]+(?=[\u4e00-\u9fff])")
"""Of the parts of one place, as people write them: 江苏-南通市-如皋市."""


def pay(text: str) -> Words:
    """薪资待遇, to be read at a glance: 8–12K ×13 薪; 8–12K × 13 months. It breaks where one breathes."""
    if _NEGOTIABLE.match(text):
        return Words(text, "negotiable")
    if _GOOD.match(text):
        return Words(text, "competitive")
    match = _PAY.match(text)
    if match is None:
        return Words(text, "")
    return Words(_pay_zh(match), _pay_en(match))


def _pay_zh(match: re.Match[str]) -> str:
    span = f"{match['low']}–{match['high']}" if match["high"] else match["low"]
    year = "年薪" if match["year"] else ""
    per = f"/{match['per']}" if match["per"] else ""
    months = f" ×{match['months']}\u00a0薪" if match["months"] else ""
    return f"{year}{span}{match['unit']}{per}{match['tail'] or ''}{months}"


def _pay_en(match: re.Match[str]) -> str:
    low, high, unit = match["low"], match["high"], match["unit"]
    per = match["per"] or ("年" if match["year"] else "月")
    if unit == "万":
        low, high = (_times_ten(each) if each else each for each in (low, high))
    span = f"{low}–{high}" if high else low
    amount = f"{span} yuan" if unit == "元" else f"{span}K"
    tail = _TAIL.get(match["tail"] or "", "")
    months = f" ×\u00a0{match['months']}\u00a0months" if match["months"] else ""
    # A bare 8-12K is a month's everywhere; with the number of months it need not be said either.
    said = "" if per == "月" and unit != "元" else f" {_PER[per]}"
    return f"{tail}{amount}{said}{months}"


def _times_ten(number: str) -> str:
    return f"{float(number) * _K_IN_TEN_THOUSAND:.2f}".rstrip("0").rstrip(".")


def place(text: str) -> Words:
    """工作地点, as given; in English its city and province, or what it says instead of a place."""
    if text in _ANYWHERE:
        return Words(text, _ANYWHERE[text])
    return Words(text, place_words(_BETWEEN.sub("", text)).en)


def majors(opening: Opening) -> Words:
    """需求专业, as given; in English the classes of majors, where the pack or the text names them."""
    if opening.majors and takes_any(opening.majors):
        return Words(opening.majors, major_class_words(ANY).en)
    named = opening.major_classes or _LIST.split(opening.majors)
    classes = [major_class_words(each).en for each in named]
    return Words(opening.majors, ", ".join(classes) if all(classes) else "")
