"""Rules that put right what organisers' spreadsheets hold (domain.md section 3). Pure.

Each rule gives a `Cleaned`: the value, and the name of the rule where something was put right.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from kiosk.domain.search import stall_number

T = TypeVar("T")

UNDECIDED = frozenset({"待定", "未定", "未知", "无", "/", "-", "--", "—", "n/a", "暂无", "待安排"})
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACES = re.compile(r"[\s\u00a0\u3000]+")
_FULL_WIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ＠]")
_HAN = r"\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_IS_HAN = re.compile(rf"[{_HAN}]")
_HAN_SPACE = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")
_HAN_BREAK = re.compile(rf"(?<=[{_HAN}])\s*[\r\n]\s*(?=[{_HAN}])")
_DOTS = re.compile(rf"(?<=[{_HAN}])\s*[.．•・‧･∙⋅●。·]\s*(?=[{_HAN}])")
_CUT_OFF = re.compile(r"(\.{2,}|…+)$")
_MOBILE = re.compile(r"^1[3-9]\d{9}$")
_LANDLINE = re.compile(r"^(0\d{2,3}-?)?\d{7,8}$")
_EXTENSION = re.compile(r"(转|ext\.?|x|#)\s*\d*$", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"^\d+(\.\d+)?[eE]\+?\d+$")
_MANY = re.compile(r"[/、,，;；]|\s+和\s+|\s+或\s+")
_RANGE = re.compile(r"^(\d+)\s*[~～\-—–至到]\s*(\d+)$")

_FEW = 4096
"""Schools and employers of a list: each is looked at once."""


@dataclass(frozen=True, slots=True)
class Cleaned(Generic[T]):
    """A value, and the rule that put it right; no rule where it stood right."""

    value: T
    rule: str = ""


def has_han(text: str) -> bool:
    """Whether the text holds a Chinese character."""
    return _IS_HAN.search(text) is not None


def narrow(text: str) -> str:
    """Letters, digits and ＠ in half width. Chinese punctuation stays as wide as it is written."""
    if text.isascii():
        return text
    return _FULL_WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def tidy(raw: str) -> str:
    """No control or invisible characters, one space for any white space, none at the ends.

    A line break between hanzi is no space: 北京市朝阳区 in a narrow column.
    """
    if raw.isprintable() and "  " not in raw and raw.strip() == raw:
        return raw  # of white space and what is invisible only the plain space is printable
    unbroken = _HAN_BREAK.sub("", _INVISIBLE.sub("", raw))
    return _SPACES.sub(" ", unbroken).strip()


def folded(raw: str) -> str:
    """In half width, tidied. Folding makes spaces of some signs, and tidying may join what folds again."""
    if raw.isascii():
        return tidy(raw)
    return unicodedata.normalize("NFKC", tidy(unicodedata.normalize("NFKC", raw)))


def line(raw: str) -> Cleaned[str]:
    """Any text on one line."""
    spaced = tidy(raw)
    text = narrow(spaced)
    if text != spaced:
        return Cleaned(text, "full-width letters or digits")
    return Cleaned(text, "needless white space" if text != raw else "")


def person_name(raw: str) -> Cleaned[str]:
    """A person's name: no spaces between hanzi, a middle dot between the parts of 买买提's.

    >>> person_name("阿依古丽.买买提").value
    '阿依古丽·买买提'
    """
    whole = line(raw)
    joined = _HAN_SPACE.sub("", whole.value)
    dotted = _DOTS.sub("·", joined)
    cut = _CUT_OFF.sub("", dotted)
    if cut != dotted:
        return Cleaned(cut, "the name is cut off: look it up")
    if dotted != joined:
        return Cleaned(dotted, "middle dot")
    if joined != whole.value:
        return Cleaned(joined, "space inside a name")
    return whole


@lru_cache(_FEW)
def organisation_name(raw: str) -> Cleaned[str]:
    """An employer's or school's name: Chinese names take full-width brackets and no spaces between hanzi."""
    whole = line(raw)
    if not has_han(whole.value):
        return whole
    text = _HAN_SPACE.sub("", whole.value)
    text = re.sub(r"\s*[(（]\s*", "（", text)
    text = re.sub(r"\s*[)）]\s*", "）", text)
    if text != whole.value:
        return Cleaned(text, "brackets or spaces of a name")
    return whole


@lru_cache(_FEW)
def name_key(name: str) -> str:
    """A name made comparable: width, case and spaces do not part two spellings of one name."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", name)).casefold()


def stalls(raw: str) -> Cleaned[tuple[str, ...]] | None:
    """Stall numbers of one cell, as the plan writes them; None where the cell holds something else.

    >>> stalls("A006/A007").value
    ('A006', 'A007')
    >>> stalls("Ａ－3").value
    ('A003',)
    """
    text = folded(raw)
    if not text or text.casefold() in UNDECIDED:
        return Cleaned(())
    found: list[str] = []
    for part in re.split(r"[/、,;+&]|(?<=\d)\s+(?=[A-Za-z])|和", text):
        letters = re.match(r"[A-Za-z]*", found[-1])[0] if found else ""  # type: ignore[index]
        number = stall_number(part) or stall_number(letters + part.strip())
        if number is None:
            return None
        if number not in found:
            found.append(number)
    plain = "/".join(found) == raw
    return Cleaned(tuple(found), "" if plain else "stall number")


def phone(raw: str) -> Cleaned[str]:
    """One phone number in digits. What cannot be dialled is left out, never guessed.

    A number that Excel rounded (1.3E+10) is lost. A landline keeps its extension (转801).
    """
    text = folded(raw)
    if not text or text.casefold() in UNDECIDED:
        return Cleaned("")
    if _SCIENTIFIC.match(text):
        return Cleaned("", "digits lost to scientific notation")
    first = next((part for part in _MANY.split(text) if part.strip()), "")
    rule = "two phones: the first" if first != text else ""
    bare = _EXTENSION.sub("", first)
    extension = bare != first
    digits = re.sub(r"[\s\-()+.]", "", bare)
    if digits.startswith("86") and _MOBILE.match(digits[2:]):
        digits = digits[2:]
    if _MOBILE.match(digits):
        return Cleaned(digits, rule or ("phone written with spaces or signs" if digits != raw else ""))
    if _LANDLINE.match(digits):
        kept = first.strip() if extension else bare.strip()
        return Cleaned(kept, rule or ("needless white space" if kept != raw else ""))
    return Cleaned("", "no phone number")


def mobile(raw: str) -> Cleaned[str]:
    """A person's own mobile number; a shared landline tells nobody apart, so it is left out."""
    found = phone(raw)
    if found.value and not _MOBILE.match(found.value):
        return Cleaned("", "no mobile number")
    return found


def year(raw: str) -> Cleaned[str]:
    """A year of graduation: 2027, of 2027届."""
    text = folded(raw)
    match = re.match(r"^(20\d{2})\s*[届年]?$", text)
    if match is None:
        return Cleaned("", "no year" if text else "")
    return Cleaned(match[1], "" if match[1] == raw else "year")


def headcount(raw: str) -> Cleaned[int | None]:
    """People wanted. 若干 is no number; of 2~4 the smaller counts, being what is surely wanted."""
    text = folded(raw)
    if not text or text.casefold() in UNDECIDED:
        return Cleaned(None)
    if text in {"若干", "不限", "多人", "若干人", "数名"}:
        return Cleaned(None)
    bare = re.sub(r"\s*[人名个位座家]$", "", text)
    span = _RANGE.match(bare)
    if span:
        return Cleaned(int(span[1]), "of a range the smaller")
    more = re.match(r"^(\d{1,5})(\+|以上|左右)?$", bare)
    if more is None:
        return Cleaned(None, "no number")
    number = int(more[1])
    return Cleaned(number, "" if str(number) == raw else "unit left out")


def count(raw: str) -> Cleaned[int]:
    """A number of people or seats; what is no number is 0."""
    found = headcount(raw)
    return Cleaned(found.value or 0, found.rule)


def pay(raw: str) -> Cleaned[str]:
    """Pay as the employer writes it, in one width: 8k-12k, 15K*14薪, 年薪10-15万, 面议."""
    text = folded(raw)
    return Cleaned(text, "" if text == raw else "pay in one width")


def link(raw: str) -> Cleaned[str]:
    """A web address; anything else is left out."""
    text = folded(raw).replace(" ", "")
    if not text or text.casefold() in UNDECIDED:
        return Cleaned("")
    if re.match(r"^https?://[^\s]+$", text, re.IGNORECASE):
        return Cleaned(text, "" if text == raw else "link")
    if re.match(r"^www\.[^\s]+$", text, re.IGNORECASE):
        return Cleaned("https://" + text, "link")
    return Cleaned("", "no link")


def mail(raw: str) -> Cleaned[str]:
    """An e-mail address, in half width; of several the first; anything else is left out."""
    text = folded(raw).replace(" ", "")
    if not text or text.casefold() in UNDECIDED:
        return Cleaned("")
    first = re.split(r"[;,、/]", text)[0]
    if not re.match(r"^[^@\s]+@[^@\s]+\.[^@\s]+$", first):
        return Cleaned("", "no e-mail")
    return Cleaned(first, "" if first == raw else "e-mail")


def student_number(raw: str) -> Cleaned[str]:
    """A student number; leading zeros stay, what Excel rounded is lost."""
    text = folded(raw).replace(" ", "").upper()
    if _SCIENTIFIC.match(text):
        return Cleaned("", "digits lost to scientific notation")
    if text and not re.match(r"^[A-Z0-9\-]{4,20}$", text):
        return Cleaned("", "no student number")
    return Cleaned(text, "" if text == raw else "student number")


_UNLAWFUL = re.compile(
    r"限男|限女|男性优先|女性优先|仅限男|仅限女|男士优先|女士优先|只招男|只招女|性别[:：]?[男女]|\d{2}\s*(周)?岁以[下内]|汉族|民族[:：]"
)


def unlawful_demand(text: str) -> str:
    """The words by which a notice asks for sex, age or ethnicity, which the law forbids; nothing if none."""
    found = _UNLAWFUL.search(text)
    return found[0] if found else ""
