"""What stands under a plan's picture: the key to its signs, and all findings in both languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.domain.floorplan import Flow
from kiosk.pack.plans.findings import PlanFinding
from kiosk.pack.plans.strokes import (
    FACILITY,
    INK,
    PAPER,
    SERVED,
    SOFT,
    STALL_EDGE,
    STALLS,
    Frame,
    Strokes,
)
from kiosk.pack.records.ledger import Gravity

Load = Callable[[int, int], Any]
"""A font by its size in pixels and its weight."""

SIDE_PX = 32
KEY_ROW_PX = 52
BADGE_PX = 34
ZH_PX, EN_PX = 24, 20
LINE_PX = 1.35
GAP_PX = 16
HEADING_PX = 64
WIDEST_COLUMN_PX = 1_000
KEY = (
    ("stall", "展位（粗边一侧接待）", "stall, served from its thick side"),
    ("facility", "设施（粗边是门）", "facility, its door thick"),
    ("kiosk", "终端与朝向", "kiosk, the way one looks"),
    ("gate", "门", "gate"),
    (Flow.BOTH, "通道", "passage"),
    (Flow.ONE_WAY, "单行通道", "one-way passage"),
    (Flow.CLOSED, "封闭通道", "closed passage"),
    (Gravity.ERROR, "必须改", "to be settled"),
    (Gravity.LOOK, "请看一下", "please look"),
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding and its number on all pictures of a plan."""

    number: int
    finding: PlanFinding

    def on(self, level: str) -> bool:
        """Whether it lies on a level."""
        return any(spot.level == level for spot in self.finding.spots)


def key_height(width: int, load: Load) -> int:
    """Pixels that the key needs."""
    return KEY_ROW_PX * (1 + max(row for row, _x, _w in _key_places(width, load))) + GAP_PX


def _key_places(width: int, load: Load) -> list[tuple[int, float, float]]:
    """Row, left and width of each sign's words."""
    row, x = 0, float(SIDE_PX)
    places: list[tuple[int, float, float]] = []
    for _sign, zh, en in KEY:
        needed = 60 + load(ZH_PX, 400).getlength(zh) + 8 + load(EN_PX, 400).getlength(en) + 36
        if x + needed > width - SIDE_PX and x > SIDE_PX:
            row, x = row + 1, float(SIDE_PX)
        places.append((row, x, needed))
        x += needed
    return places


def draw_key(draw: Any, width: int, top: int, load: Load) -> None:
    """The signs in a row or more."""
    strokes = Strokes(draw, Frame(0, 0, 1, width, KEY_ROW_PX), 1)
    for (sign, zh, en), (row, x, _needed) in zip(KEY, _key_places(width, load), strict=True):
        y = top + GAP_PX / 2 + (row + 0.5) * KEY_ROW_PX
        _draw_sign(draw, strokes, sign, x + 22, y)
        words = x + 56
        draw.text((words, y), zh, fill=INK, font=load(ZH_PX, 400), anchor="lm")
        words += load(ZH_PX, 400).getlength(zh) + 8
        draw.text((words, y), en, fill=SOFT, font=load(EN_PX, 400), anchor="lm")


def _draw_sign(draw: Any, strokes: Strokes, sign: object, x: float, y: float) -> None:
    if isinstance(sign, Flow):
        strokes.passage_px((x, y + 18), (x, y - 18), sign, 11)
    elif isinstance(sign, Gravity):
        strokes.ring((x - 17, y - 15, x + 17, y + 15), sign)
        strokes.badge((x - 9, y - 9, x + 9, y + 9), sign)
    elif sign == "kiosk":
        strokes.kiosk_px((x - 5, y), 90, 11)
    elif sign == "gate":
        strokes.gate_px((x, y), 13)
    else:
        fill, edge = (STALLS[0], STALL_EDGE) if sign == "stall" else (FACILITY, SOFT)
        draw.rectangle((x - 16, y - 14, x + 16, y + 14), fill=fill, outline=edge)
        draw.line((x - 12, y + 12, x + 12, y + 12), fill=SERVED if sign == "stall" else SOFT, width=5)


def wrapped(text: str, width: float, font: Any) -> list[str]:
    """The text in lines that fit: broken between words, and anywhere between hanzi."""
    lines: list[str] = []
    line = ""
    for part in _parts(text):
        if line and font.getlength((line + part).rstrip()) > width:
            lines.append(line.rstrip())
            line = part.lstrip()
        else:
            line += part
    return [*lines, line.rstrip()] if line.strip() else lines


_NEVER_FIRST = frozenset("，。、：；！？”）)")


def _parts(text: str) -> list[str]:
    """What a line may end after."""
    parts: list[str] = []
    for character in text:
        joins = character in _NEVER_FIRST or (
            parts
            and character.isascii()
            and character != " "
            and parts[-1][-1].isascii()
            and parts[-1][-1] != " "
        )
        if parts and (joins or character == " "):
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def _sentence(text: str) -> str:
    """In lists a finding follows its file's name; here it begins a line, unless with a file's name."""
    first = text.split(" ", 1)[0]
    return text if "." in first else text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class _Entry:
    numbered: Numbered
    zh: list[str]
    en: list[str]

    @property
    def height(self) -> float:
        return max(BADGE_PX, (len(self.zh) * ZH_PX + len(self.en) * EN_PX) * LINE_PX) + GAP_PX


def _columns(numbered: Sequence[Numbered], width: int, load: Load) -> tuple[float, list[list[_Entry]]]:
    """A column's width, and the entries in as many columns as there is room for, all about as long."""
    count = max(1, min(int((width - SIDE_PX) // WIDEST_COLUMN_PX) + 1, 3))
    column = (width - SIDE_PX * (count + 1)) / count
    room = column - BADGE_PX * 1.4 - GAP_PX
    entries = [
        _Entry(
            each,
            wrapped(each.finding.words.zh, room, load(ZH_PX, 400)),
            wrapped(_sentence(each.finding.words.en), room, load(EN_PX, 400)),
        )
        for each in numbered
    ]
    total = sum(entry.height for entry in entries)
    columns: list[list[_Entry]] = [[]]
    height = 0.0
    for entry in entries:
        if height >= total / count and len(columns) < count:
            columns.append([])
            height = 0.0
        columns[-1].append(entry)
        height += entry.height
    return column, columns


def legend_height(numbered: Sequence[Numbered], width: int, load: Load) -> int:
    """Pixels that the findings need."""
    _width, columns = _columns(numbered, width, load)
    return int(HEADING_PX + max(sum(entry.height for entry in column) for column in columns) + GAP_PX)


def draw_legend(draw: Any, numbered: Sequence[Numbered], width: int, top: int, load: Load) -> None:
    """A heading, and each finding under its number."""
    draw.line((SIDE_PX, top, width - SIDE_PX, top), fill=SOFT, width=1)
    heading = (
        f"发现 {len(numbered)} 处  ·  {len(numbered)} found"
        if numbered
        else "没有发现问题  ·  nothing wrong was found"
    )
    draw.text((SIDE_PX, top + HEADING_PX / 2), heading, fill=INK, font=load(28, 700), anchor="lm")
    column_width, columns = _columns(numbered, width, load)
    strokes = Strokes(draw, Frame(0, 0, 1, width, 0), 1)
    for index, column in enumerate(columns):
        x = SIDE_PX + index * (column_width + SIDE_PX)
        y = float(top + HEADING_PX)
        for entry in column:
            _draw_entry(draw, strokes, entry, (x, y), load)
            y += entry.height


def _draw_entry(draw: Any, strokes: Strokes, entry: _Entry, corner: tuple[float, float], load: Load) -> None:
    x, y = corner
    number, gravity = str(entry.numbered.number), entry.numbered.finding.gravity
    wide = BADGE_PX * (1.0 if len(number) < 3 else 1.4)
    strokes.badge((x, y, x + wide, y + BADGE_PX), gravity)
    middle = (x + wide / 2, y + BADGE_PX / 2)
    draw.text(middle, number, fill=PAPER, font=load(int(BADGE_PX * 0.62), 700), anchor="mm")
    words = x + BADGE_PX * 1.4 + GAP_PX
    for line in entry.zh:
        draw.text((words, y), line, fill=INK, font=load(ZH_PX, 400), anchor="la")
        y += ZH_PX * LINE_PX
    for line in entry.en:
        draw.text((words, y), line, fill=SOFT, font=load(EN_PX, 400), anchor="la")
        y += EN_PX * LINE_PX
