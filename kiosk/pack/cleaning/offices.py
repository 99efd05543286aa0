"""A school's careers office as a public screen may show it: what it is called, where it is, its landline.

Who stands at the screen needs no person for it (PIPL article 6; ../shared domain.md section 5), so names of
people, mobile numbers, mail and chat addresses are left out. What is kept is named rather than what is left
out: a part of the cell that is an office's or a place's name, and a landline.
"""

from __future__ import annotations

import re

from kiosk.pack.cleaning.texts import UNDECIDED, Cleaned, folded, line

_LONGEST = 80
_LANDLINE = re.compile(
    r"(?<![0-9])(?:\(?0[0-9]{2,3}\)?[- ]?)?[2-8][0-9]{3}[ -]?[0-9]{3,4}(?:(?:转|-)[0-9]{1,5})?(?![0-9])"
)
_MOBILE = re.compile(r"(?<![0-9])(?:\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}(?![0-9])")
_ADDRESS = re.compile(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9_.-]+|(?:https?://|www\.)\S+")
_CHAT = re.compile(r"(?:QQ|微信|公众号|VX|wechat)[^,;、]*", re.IGNORECASE)
_NAMED = "处科室楼层馆部院区厅座号栋校门侧心办公"
"""Characters that names of offices and places end in or hold."""
_OTHER = rf"(?:(?![{_NAMED}])[\u4e00-\u9fff·])"
_PERSON = re.compile(
    rf"(?:联系人|负责人)[::]?\s*{_OTHER}*"
    rf"|{_OTHER}{{0,12}}(?:老师|主任|书记|处长|科长|院长|先生|女士|同志){_OTHER}{{0,3}}"
    r"|\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.?\s+[A-Za-z-]+(?:\s+[A-Za-z-]+)?|\bcontact(?: person)?:\s*[A-Za-z -]*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:联系)?(?:电话|座机|固话|地址|办公地点|办公电话|TEL)[::]?", re.IGNORECASE)
_PARTS = re.compile(r"[,;、\n]+")
_PLACE = re.compile(
    rf"[{_NAMED}]|office|centre|center|room|building|hall|floor|career|service", re.IGNORECASE
)
_NAME_ALONE = re.compile(rf"^{_OTHER}{{2,4}}$")
_NAME_BEHIND = re.compile(rf"(?<=[{_NAMED}]){_OTHER}{{2,4}}$")


def office(raw: str) -> Cleaned[str]:
    """Office, room and landline: 就业指导中心 行政楼 205 室，010-62332244. Nothing of a person."""
    written = line(raw)
    text = folded(raw)
    if not text or text.casefold() in UNDECIDED:
        return Cleaned("")
    bare = text
    for pattern in (_MOBILE, _ADDRESS, _CHAT):
        bare = pattern.sub(",", bare)
    numbers = [re.sub(r"(?<=[0-9]{4}) ", "", match[0].strip()) for match in _LANDLINE.finditer(bare)]
    words = [_words(part) for part in _PARTS.split(_LABEL.sub(" ", _LANDLINE.sub(",", bare)))]
    found = ", ".join([*(each for each in words if each), *dict.fromkeys(numbers)])
    found = found.replace(", ", "，") if re.search(r"[\u4e00-\u9fff]", found) else found
    if len(found) > _LONGEST:
        return Cleaned("", "no careers office")
    if found == written.value:
        return written
    return Cleaned(found, "people left out of an office" if found else "no careers office")


def _words(part: str) -> str:
    """A part without its people; nothing where it names neither an office nor a place."""
    tokens = [_NAME_BEHIND.sub("", each) for each in _PERSON.sub(" ", part).split()]
    kept = " ".join(each for each in tokens if not _NAME_ALONE.match(each)).strip(" :-()")
    return kept if _PLACE.search(kept) else ""
