"""How what goes back is written: signs, rules' names, row numbers, texts that nobody can hide in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum

from kiosk.domain.attendee import mask_name, mask_phone
from kiosk.domain.words import Words
from kiosk.pack.cleaning import rules

MAX_QUOTED = 80
"""Characters of a cell that a sentence quotes."""
NOTHING = Words("（空）", "(blank)")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_PEOPLE = frozenset({"姓名", "领队", "参会联系人", "参会教师", "主讲"})
_PHONES = frozenset({"手机号", "联系电话"})
_NUMBERS = frozenset({"学号", "车牌号"})
_MAILS = frozenset({"简历投递邮箱"})
_ASIDES = frozenset({"备注", "现场提示"})
_STARS = "＊＊＊"
_TAIL = 4


class Mark(Enum):
    """What stands beside a row. Signs are of GB 2312, so that every Chinese font has them."""

    ERROR = ("★", Words("须先解决", "settle first"))
    REFUSED = ("×", Words("未采用", "refused"))
    MENDED = ("△", Words("已修正", "mended"))
    LOOK = ("※", Words("请核对", "please look"))
    TAKEN = ("√", Words("采用", "taken"))
    SKIPPED = ("－", Words("没有记录", "no record"))

    @property
    def sign(self) -> str:
        """One character."""
        return self.value[0]

    @property
    def words(self) -> Words:
        """What it means."""
        return self.value[1]


def words_of(rule: str) -> Words:
    """A rule's name, by its id."""
    return rules.rule(rule).name


def both(words: Words) -> str:
    """Both languages on one line, once where they are the same."""
    return words.zh if words.zh == words.en else f"{words.zh} {words.en}"


def rows_text(numbers: Iterable[int]) -> str:
    """Row numbers in order, neighbours joined.

    >>> rows_text([12, 1, 2, 3, 7])
    '1-3, 7, 12'
    """
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number <= runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def visible(text: str) -> str:
    """Control, bidi and other invisible characters as 〈U+202E〉; a line break stays one.

    What is not assigned stays, for there are rare hanzi that Python does not know yet.
    """
    if text.isprintable():
        return text
    return "".join(
        f"〈U+{ord(each):04X}〉" if _is_hidden(each) else each for each in text.replace("\r\n", "\n")
    )


def _is_hidden(character: str) -> bool:
    if character == "\n":
        return False
    return unicodedata.category(character) in _HIDDEN or ord(character) & 0xFFFE == 0xFFFE


def quoted(text: str) -> str:
    """A cell's text inside a sentence: in quotes that show spaces at its ends, cut where it is long."""
    if not text:
        return NOTHING.zh
    short = text if len(text) <= MAX_QUOTED else text[:MAX_QUOTED] + "…"
    return f"“{visible(short)}”"


def reason_kind(text: str) -> str:
    """A reason without the row that it names, so that alike ones can be counted.

    >>> reason_kind("the same person as row 4")
    'the same person as row …'
    """
    return re.sub(r"(第 |row )\d+", r"\1…", text)


def masked(column: str, text: str) -> str:
    """A cell of canonical column `column` as others may see it: people's names, phones, numbers not whole."""
    if not text.strip():
        return text
    if column in _PEOPLE:
        return mask_name(visible(text))
    if column in _PHONES:
        digits = "".join(each for each in text if each.isdigit())
        return mask_phone(digits[-_TAIL:]) or _STARS
    if column in _NUMBERS:
        return _STARS + text.strip()[-2:]
    if column in _MAILS:
        return text.strip()[0] + _STARS
    return _STARS if column in _ASIDES else text
