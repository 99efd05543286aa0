"""Rules that put right what organisers' spreadsheets hold (domain.md section 3). Pure.

Each rule gives a `Cleaned`: the value, and the name of the rule where something was put right.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from kiosk.pack.cleaning.private import without_identity_numbers

T = TypeVar("T")

UNDECIDED = frozenset({"待定", "未定", "未知", "无", "/", "-", "--", "—", "n/a", "暂无", "待安排"})
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Control, bidi and zero-width characters, fillers and tags: they hide in a text, and turn it about."""
_FILLERS = r"\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
_ODD = re.compile(rf"[０-９Ａ-Ｚａ-ｚ＠{_FILLERS}]")
"""What is not to stay as it is though Python holds it to be printable."""
_SPACES = re.compile(r"[\s\u00a0\u3000]+")
_FULL_WIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ＠]")
_HAN = r"\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_IS_HAN = re.compile(rf"[{_HAN}]")
_HAN_GAP = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")
_DOTS = re.compile(rf"(?<=[{_HAN}])\s*[.．•・‧･∙⋅●。·]\s*(?=[{_HAN}])")
_MOBILES = re.compile(r"(?<![0-9])1[3-9][0-9][\s\-]?[0-9]{4}[\s\-]?[0-9]{4}(?![0-9])")
_LANDLINE = re.compile(r"^(?:86(?=0))?(010|02[0-9]|0[3-9][0-9]{2})?([1-9][0-9]{6,7})$")
_SERVICE = re.compile(r"^[48]00[0-9]{7}$")
_SIGNS = re.compile(r"[\s\-—–()+.]")
_EXTENSION = re.compile(r"^(.*?)(?:转|ext\.?|分机|x|#|-)\s*([0-9]{1,6})$", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"^[0-9]+(\.[0-9]+)?[eE]\+?[0-9]{1,3}$")
_MANY = re.compile(r"[/、,;]|和|或")
_LONGEST_AT_HOME = 11
"""Digits: 86 before more is China's code, where areas go without their 0."""
_LONGEST_PHONES = 120
_LONGEST_MAIL = 254
_LONGEST_LINK = 2_000

_FEW = 4096
"""Schools and employers of a list: each is looked at once."""


@dataclass(frozen=True, slots=True)
class Cleaned(Generic[T]):
    """A value, and the rule that put it right; no rule where it stood right."""

    value: T
    rule: str = ""


_BLANK = Cleaned("")


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
    if (
        raw.isprintable()
        and "  " not in raw
        and raw.strip() == raw
        and (raw.isascii() or not _ODD.search(raw))
    ):
        return raw  # of white space and what is invisible only the plain space and fillers are printable
    unbroken = _HAN_GAP.sub(_unbroken, _INVISIBLE.sub("", raw))
    return _SPACES.sub(" ", unbroken).strip()


def _unbroken(gap: re.Match[str]) -> str:
    return "" if "\n" in gap[0] or "\r" in gap[0] else gap[0]


def folded(raw: str) -> str:
    """In half width, tidied. Folding makes spaces of some signs, and tidying may join what folds again."""
    if raw.isascii():
        return tidy(raw)
    return unicodedata.normalize("NFKC", tidy(unicodedata.normalize("NFKC", raw)))


def line(raw: str) -> Cleaned[str]:
    """Any text on one line."""
    if not raw:
        return _BLANK
    if raw.isprintable() and not _ODD.search(raw) and "  " not in raw and raw.strip() == raw:
        return Cleaned(raw)
    spaced = tidy(raw)
    text = narrow(spaced)
    if text == raw:
        return Cleaned(text)
    if _INVISIBLE.search(raw):
        return Cleaned(text, "invisible characters")
    return Cleaned(text, "full-width letters or digits" if text != spaced else "needless white space")


def person_name(raw: str) -> Cleaned[str]:
    """A person's name: no spaces between hanzi, a middle dot between the parts of 买买提's.

    >>> person_name("阿依古丽.买买提").value
    '阿依古丽·买买提'
    """
    if (raw.isalpha() or raw.replace("·", "").isalpha()) and not _ODD.search(raw):
        return Cleaned(raw)
    whole = line(raw)
    joined = _HAN_GAP.sub("", whole.value)
    dotted = _DOTS.sub("·", joined)
    cut = dotted.rstrip(".…")
    if cut != dotted and (len(dotted) - len(cut) > 1 or dotted.endswith("…")):
        return Cleaned(cut.strip(), "the name is cut off: look it up")
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
    text = _HAN_GAP.sub("", whole.value)
    text = re.sub(r"\s*[(（]\s*", "（", text)
    text = re.sub(r"\s*[)）]\s*", "）", text)
    if text != whole.value:
        return Cleaned(text, "brackets or spaces of a name")
    return whole


@lru_cache(_FEW)
def name_key(name: str) -> str:
    """A name made comparable: width, case and spaces do not part two spellings of one name."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", name)).casefold()


def phone(raw: str) -> Cleaned[str]:
    """One phone number in digits. What cannot be dialled is left out, never guessed.

    A number that Excel rounded (1.3E+10) is lost. A landline keeps its area and extension.
    """
    if _is_mobile(raw):
        return Cleaned(raw)
    text = folded(raw)
    if not text or text.casefold() in UNDECIDED:
        return Cleaned("")
    if _SCIENTIFIC.match(text):
        return Cleaned("", "digits lost to scientific notation")
    if len(text) > _LONGEST_PHONES:
        return Cleaned("", "no phone number")
    first = next((part for part in _MANY.split(text) if part.strip()), "")
    number = _dialled(first)
    rule = "two phones: the first" if first.strip() != text else "phone written with spaces or signs"
    if not number:
        mobiles = _mobiles_in(first)
        number = mobiles[0] if mobiles else ""
        more = len(mobiles) > 1 or re.search(r"[0-9]{7}", _MOBILES.sub("", first))
        rule = "two phones: the first" if more else rule
    if not number:
        return Cleaned("", "no phone number")
    return Cleaned(number, "" if number == raw else rule)


def mobile(raw: str) -> Cleaned[str]:
    """A person's own mobile number; a shared landline tells nobody apart, so it is left out."""
    if _is_mobile(raw):
        return Cleaned(raw)
    found = phone(raw)
    if not found.value or _is_mobile(found.value):
        return found
    mobiles = _mobiles_in(folded(raw))
    return Cleaned(mobiles[0], "two phones: the first") if mobiles else Cleaned("", "no mobile number")


def _is_mobile(text: str) -> bool:
    return len(text) == 11 and text[0] == "1" and text[1] in "3456789" and text.isascii() and text.isdecimal()


def _mobiles_in(text: str) -> list[str]:
    return [re.sub(r"[\s\-]", "", each) for each in _MOBILES.findall(text)]


def _dialled(text: str) -> str:
    """A mobile, landline or service number in one spelling; nothing where it is none, or more than one."""
    digits = _SIGNS.sub("", text)
    at_home = re.sub(r"^(00)?86(?=[1-9])", "", digits) if len(digits) > _LONGEST_AT_HOME else digits
    if _is_mobile(at_home):
        return at_home
    if at_home != digits:
        digits = "0" + at_home
    if _SERVICE.match(digits):
        return digits
    extension = ""
    match = _LANDLINE.match(digits)
    if match is None and (split := _EXTENSION.match(text)):
        extension = f"转{split[2]}"
        match = _LANDLINE.match(_SIGNS.sub("", split[1]))
    if match is None:
        return ""
    return f"{match[1]}-{match[2]}{extension}" if match[1] else match[2] + extension


def year(raw: str) -> Cleaned[str]:
    """A year of graduation: 2027, of 2027届."""
    text = folded(raw)
    match = re.match(r"^(20\d{2})\s*[届年]?$", text)
    if match is None:
        return Cleaned("", "no year" if text else "")
    return Cleaned(match[1], "" if match[1] == raw else "year")


def link(raw: str) -> Cleaned[str]:
    """A web address; anything else is left out."""
    text = folded(raw).replace(" ", "")
    if not text or text.casefold() in UNDECIDED:
        return Cleaned("")
    if len(text) > _LONGEST_LINK:
        return Cleaned("", "no link")
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
    if len(first) > _LONGEST_MAIL or not re.match(r"^[^@\s]+@[^@\s]+\.[^@\s]+$", first):
        return Cleaned("", "no e-mail")
    return Cleaned(first, "" if first == raw else "e-mail")


def student_number(raw: str) -> Cleaned[str]:
    """A student number; leading zeros stay, what Excel rounded is lost."""
    if 4 <= len(raw) <= 17 and raw.isascii() and raw.isdecimal():
        return Cleaned(raw)
    text = folded(raw).replace(" ", "").upper()
    if _SCIENTIFIC.match(text):
        return Cleaned("", "digits lost to scientific notation")
    if without_identity_numbers(text) is not text:
        return Cleaned("", "identity number")
    if text and not re.match(r"^[A-Z0-9\-]{4,20}$", text):
        return Cleaned("", "no student number")
    return Cleaned(text, "" if text == raw else "student number")
