"""Majors, by the classes of the ministry's catalogue (专业类). Pure, given the lists."""

from __future__ import annotations

import re
from collections.abc import Callable

from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.cleaning.synonyms import CLASS_STEMS
from kiosk.pack.cleaning.texts import Cleaned, folded, line

_CODE = re.compile(r"^[0-9]{4,6}[TK]{0,2}$", re.IGNORECASE)
_PARTS = re.compile(r"[、,;/\s]+")


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


def wanted_majors(raw: str) -> Cleaned[str]:
    """需求专业 on one line. Codes stay as written: one code means two things for 本科 and 研究生."""
    found = line(raw)
    parts = [each for each in _PARTS.split(folded(raw)) if each]
    if any(_CODE.match(each) for each in parts):
        return Cleaned(found.value, "majors by code only")
    return found


def wanted_classes(majors: str, class_of: Callable[[str], str]) -> tuple[str, ...]:
    """The classes that a 需求专业 names, each once, in its order; `class_of` is major_class's rule."""
    return tuple(dict.fromkeys(found for part in _PARTS.split(folded(majors)) if (found := class_of(part))))
