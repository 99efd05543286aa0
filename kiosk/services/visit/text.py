"""A plan as plain text, short enough for a QR that a phone reads from the screen at arm's length."""

from __future__ import annotations

import re
from datetime import datetime

from kiosk.domain.counted import counted, noun
from kiosk.domain.fair import BEIJING, Fair, clock_text, minute_of_day
from kiosk.domain.words import Words
from kiosk.services.visit.values import PlanStop, StopKind, VisitPlan

BYTES_MOST = 412
"""UTF-8 bytes of a version 15 symbol at level M, 85 modules with the quiet zone.

Photographs were made up (tilted up to 10 degrees, in perspective, blurred, noisy, unevenly lit; 10 each) and
read with zxing-cpp: it wants 2.6 pixels of the photograph a module. A phone's 1080p preview at 40 cm has 3.4
a millimetre, so version 15 is read from 80 mm of screen (10 of 10 at 3.0), version 20 is not (4 of 10).
"""
_NAME_LENGTHS = (14, 11, 9, 8, 7, 6, 5, 4, 3)
"""Hanzi that a name may have, tried in this order; letters may be twice as many."""
_FAIR_LENGTH = 16
_LEGAL_FORM = re.compile(r"(集团)?(股份|控股)?(有限)?(责任)?公司(?=\W*$)")
_TOWN = re.compile(r"^(北京市?|天津市?|上海市?|中国)(?=.{2})")
_BRACKETS = re.compile(r"[（(][^（()）]{0,20}[)）]")


def plan_text(plan: VisitPlan, fair: Fair, language: str) -> str:
    """Fair, day, stops in order with number, host and time. No more than BYTES_MOST bytes; nobody's data.

    Names are shortened before a stop is left out; how many were left out stands there.
    """
    for length in _NAME_LENGTHS:
        text = _text(plan, fair, language, length, len(plan.stops))
        if len(text.encode()) <= BYTES_MOST:
            return text
    for count in range(len(plan.stops) - 1, 0, -1):
        text = _text(plan, fair, language, _NAME_LENGTHS[-1], count)
        if len(text.encode()) <= BYTES_MOST:
            return text
    return _text(plan, fair, language, _NAME_LENGTHS[-1], 0)


def short_name(name: Words, language: str, length: int) -> str:
    """A name without brackets, legal form and town, cut to `length` hanzi or twice the letters."""
    text = " ".join(_BRACKETS.sub("", name.of(language)).split()) or name.zh
    stem = _LEGAL_FORM.sub("", text)
    if len(stem) < len(text) and len(stem) >= 2:
        text = _TOWN.sub("", stem)
    if not text.isascii():
        return text[:length]
    if len(text) <= 2 * length:
        return text
    cut = text[: 2 * length + 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut[:-1]).rstrip(" ,&-")


def _text(plan: VisitPlan, fair: Fair, language: str, length: int, count: int) -> str:
    day = plan.made.astimezone(BEIJING)
    title = Words("我的计划", "My plan").of(language)
    lines = [short_name(fair.name, language, _FAIR_LENGTH), f"{title} {day.month}-{day.day}"]
    lines += [_line(stop, language, length) for stop in plan.stops[:count]]
    if count < len(plan.stops):
        more = len(plan.stops) - count
        lines.append(
            Words(f"另有 {more} 站写不下", f"{more} more {noun(more, 'does', 'do')} not fit here").of(
                language
            )
        )
    total = Words(
        f"共 {len(plan.stops)} 站，约 {plan.length_m} 米",
        f"{counted(len(plan.stops), 'stop')}, about {plan.length_m} m",
    )
    return "\n".join([*lines, total.of(language)])


def _line(stop: PlanStop, language: str, length: int) -> str:
    name = short_name(stop.name, language, length)
    if stop.kind is StopKind.SESSION and stop.starts is not None:
        room = short_name(stop.place, language, length)
        return f"{stop.number}. {clock(stop.starts)} {name} {room}"
    return f"{stop.number}. {stop.mark} {name} {clock(stop.arrives)}"


def clock(moment: datetime) -> str:
    """A moment as people write a time: 9:05."""
    return clock_text(minute_of_day(moment))
