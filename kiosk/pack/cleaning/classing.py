"""Sorts what employers and graduates say of themselves into the codes' classes. Pure, given the lists.

单位性质 by its code list, 所属行业 by GB/T 4754 门类, 单位规模 by its bins, 学历 by GB/T 4658,
专业 by 专业类 (domain.md section 3). Places are in places.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.cleaning.majors import major_class
from kiosk.pack.cleaning.synonyms import INDUSTRY_WORDS, NATURE_SYNONYMS, NATURE_WORDS
from kiosk.pack.cleaning.texts import UNDECIDED, Cleaned, folded

__all__ = ["degree", "demanded_degree", "industry", "major_class", "nature", "scale"]

_DEMANDS = (
    ("博士", "博士"),
    ("博研", "博士"),
    ("硕博", "硕士起"),
    ("硕士", "硕士起"),
    ("硕研", "硕士起"),
    ("研究生", "硕士起"),
    ("本硕", "本科起"),
    ("本科", "本科起"),
    ("学士", "本科起"),
    ("专本", "专科起"),
    ("大专", "专科起"),
    ("专科", "专科起"),
    ("高职", "专科起"),
)
"""The lowest degree that a demand names is the last of these."""
_REGULAR_DEMANDS = frozenset({"博士", "硕士", "本科", "专科", "大专", "硕士起", "本科起", "专科起"})
_DEGREE_WORDS = (
    ("博士", ("博士", "博研", "直博")),
    ("硕士", ("硕士", "硕研", "研究生")),
    ("本科", ("本科", "学士", "专升本")),
    ("专科", ("专科", "大专", "高职", "高专")),
)
_DEGREES = frozenset(degree for degree, _words in _DEGREE_WORDS)
_NUMBER = re.compile(r"([0-9]{1,6})\s*(万)?")
_NATURE_CODE = re.compile(r"^([1-9][0-9])(?:\s*[-.、:])?\s*")
_INDUSTRY_CODE = re.compile(r"^([A-T])?([0-9]{2})?[0-9]{0,2}(?![0-9])[\s\-.、:]*")
_JOINTS = re.compile(r"[、,和/\s]")
"""农林牧渔 is 农、林、牧、渔业."""
_LONGEST = 80
"""Characters of a cell that names a class; what is longer is a sentence."""


def nature(lists: Lists) -> Callable[[str], Cleaned[str]]:
    """单位性质, by its list of 13."""

    def rule(raw: str) -> Cleaned[str]:
        text = folded(raw)
        if not text or text.casefold() in UNDECIDED:
            return Cleaned("")
        code = _NATURE_CODE.match(text)
        bare = text[code.end() :] if code else text
        if bare in lists.natures:
            return Cleaned(bare, "" if bare == raw else "nature by the code list")
        if code and not bare and code[1] in lists.nature_codes:
            return Cleaned(lists.nature_codes[code[1]], "nature by the code list")
        found = _nature_word(lists, bare[:_LONGEST])
        return Cleaned(found or "其他", "nature by the code list" if found else "unknown nature")

    return rule


def _nature_word(lists: Lists, bare: str) -> str:
    if bare in NATURE_SYNONYMS:
        return NATURE_SYNONYMS[bare]
    inside = [each for each in lists.natures if len(bare) >= 2 and bare in each]
    if len(inside) == 1:
        return inside[0]
    return next((found for word, found in NATURE_WORDS.items() if word in bare), "")


def industry(lists: Lists) -> Callable[[str], Cleaned[str]]:
    """所属行业 as a 门类 of GB/T 4754: by letter, digits, name of 门类 or 大类, or a short word."""
    names = {folded(name): name for name in lists.sections.values()}

    def rule(raw: str) -> Cleaned[str]:
        text = folded(raw)
        if not text or text.casefold() in UNDECIDED:
            return Cleaned("")
        if text in names:
            return Cleaned(names[text], "" if raw == names[text] else "industry by GB/T 4754")
        letter = _section_letter(lists, text[:_LONGEST])
        if letter:
            return Cleaned(lists.sections[letter], "industry by GB/T 4754")
        return Cleaned("", "unknown industry")

    return rule


def _section_letter(lists: Lists, text: str) -> str:
    code = _INDUSTRY_CODE.match(text)
    bare = text[code.end() :] if code else text
    named = _section_by_name(lists, bare)
    if named or code is None:
        return named
    by_digits = lists.division_codes.get(code[2] or "", "")
    return by_digits or (code[1] if code[1] and not re.match(r"[A-Za-z]", bare) else "") or _by_word(text)


def _section_by_name(lists: Lists, bare: str) -> str:
    if len(bare) < 2:
        return ""
    plain = {letter: folded(name) for letter, name in lists.sections.items()}
    for letter, name in plain.items():
        if bare == name or bare in re.split(r"[、,和]", name):
            return letter
    if bare in INDUSTRY_WORDS:
        return INDUSTRY_WORDS[bare]
    joined = _JOINTS.sub("", bare)
    begun = [letter for letter, name in plain.items() if _JOINTS.sub("", name).startswith(joined)]
    inside = {letter for name, letter in lists.divisions.items() if bare in folded(name)}
    if len(begun) == 1 or len(inside) == 1:
        return begun[0] if len(begun) == 1 else inside.pop()
    return _by_word(bare)


def _by_word(bare: str) -> str:
    """The section of the word that stands last: 互联网金融 is finance."""
    ends = [
        (bare.rfind(word) + len(word), len(word), letter)
        for word, letter in INDUSTRY_WORDS.items()
        if word in bare
    ]
    return max(ends)[2] if ends else ""


def scale(lists: Lists) -> Callable[[str], Cleaned[str]]:
    """单位规模 by its six bins; a foreign bin goes by its lower end."""
    bins = {folded(each): each for each in lists.scales}

    def rule(raw: str) -> Cleaned[str]:
        text = folded(raw)
        if not text or text.casefold() in UNDECIDED:
            return Cleaned("")
        if text in bins:
            return Cleaned(bins[text], "" if raw == bins[text] else "scale by its bins")
        numbers = [int(each[1]) * (10_000 if each[2] else 1) for each in _NUMBER.finditer(text[:_LONGEST])]
        if "万人" in text and not numbers:
            numbers = [10_000]
        if not numbers:
            return Cleaned("", "unknown scale")
        below = len(numbers) == 1 and re.search("以下|以内|不足|不到|少于|<", text) is not None
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


def demanded_degree(raw: str) -> Cleaned[str]:
    """学历要求 as shown: 不限, 专科起, 本科起, 硕士起, 博士. Of two degrees the lower is the condition."""
    text = folded(raw).replace(" ", "")
    if not text or text.casefold() in UNDECIDED:
        return Cleaned("")
    if "不限" in text:
        return Cleaned("不限", "" if text == raw == "不限" else "degree")
    found = [became for word, became in _DEMANDS if word in text]
    if not found:
        return Cleaned("", "unknown degree")
    return Cleaned(found[-1], "" if raw in _REGULAR_DEMANDS else "degree")


def degree(raw: str) -> Cleaned[str]:
    """A graduate's 学历层次: 专科, 本科, 硕士, 博士. Of two the higher is what the graduate has."""
    if raw in _DEGREES:
        return Cleaned(raw)
    text = folded(raw).replace(" ", "")
    if not text or text.casefold() in UNDECIDED:
        return Cleaned("")
    found = next((each for each, words in _DEGREE_WORDS if any(word in text for word in words)), "")
    return Cleaned(found, "degree" if found else "unknown degree")
