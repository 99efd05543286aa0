"""The geometry sheet 展位坐标: where each stall lies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.search import natural_key, stall_number
from kiosk.domain.words import Words
from kiosk.pack.cleaning.texts import Cleaned, folded, tidy
from kiosk.pack.plans.drawing import Box, Drawing
from kiosk.pack.plans.layers import side_of
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.records.reading import clean
from kiosk.pack.sheets.tables import Row, Table, records

MAX_SIDE_M = 2_000.0


@dataclass(frozen=True, slots=True)
class StallPlace:
    """A stall's place; `facing` is the side that it is served from."""

    number: str
    level: str
    box: Box
    facing: str
    row: int


def read_geometry(
    table: Table, levels: frozenset[str], ledger: Ledger, units_m: Mapping[str, float] | None = None
) -> tuple[StallPlace, ...]:
    """Stalls in natural order of their numbers.

    `units_m`: metres of the sheet's unit by level (`Drawing.sheet_unit_m`), where it is not the metre.
    """
    found: dict[str, StallPlace] = {}
    for row in records(table, ledger):
        number = stall_number(row["展位号"])
        if number is None:
            _refuse(ledger, row, "展位号", "不是展位号", "no stall number")
            continue
        if number in found:
            first = found[number].row
            _refuse(
                ledger, row, "展位号", f"第 {first} 行已有这个展位", f"row {first} has this stall already"
            )
            continue
        if number != row["展位号"]:
            ledger.mend(row.file, row.number, "展位号", row["展位号"], number, "stall number")
        place = _place(row, number, levels, ledger, units_m or {})
        if place is not None:
            ledger.take(row.file, row.number)
            found[number] = place
    return tuple(sorted(found.values(), key=lambda each: natural_key(each.number)))


def drawn_places(drawings: Sequence[Drawing], places: Sequence[StallPlace]) -> tuple[StallPlace, ...]:
    """The sheet's stalls, and those that only drawings show with the side they are served from (row 0).

    The sheet has the last word on a stall; of one drawn twice the first counts, and the linter says so. A
    stall that is drawn without its side is left to `unsided`.
    """
    found = {each.number: each for each in places}
    for drawing in drawings:
        for stall in drawing.stalls:
            if stall.facing:
                place = StallPlace(stall.number, drawing.level, stall.box, stall.facing, 0)
                found.setdefault(stall.number, place)
    return tuple(sorted(found.values(), key=lambda each: natural_key(each.number)))


def unsided(drawings: Sequence[Drawing], places: Sequence[StallPlace]) -> tuple[str, ...]:
    """Stalls that a drawing shows, and nothing says which side they are served from. In natural order."""
    known = {each.number for each in drawn_places(drawings, places)}
    drawn = {stall.number for drawing in drawings for stall in drawing.stalls}
    return tuple(sorted(drawn - known, key=natural_key))


def _place(
    row: Row, number: str, levels: frozenset[str], ledger: Ledger, units_m: Mapping[str, float]
) -> StallPlace | None:
    level = clean(ledger, row, "楼层", lambda raw: _level(raw, levels))
    if not level:
        _refuse(ledger, row, "楼层", "fair.toml 里没有这个楼层", "no such level in fair.toml")
        return None
    facing = side_of(tidy(row["朝向"]))
    if not facing:
        _refuse(ledger, row, "朝向", "朝向应为东、南、西、北之一", "the side must be 东, 南, 西 or 北")
        return None
    lengths: list[float] = []
    for column in ("X", "Y", "宽", "高"):
        metres = _length_m(row[column], units_m.get(level, 1.0))
        if metres is None or (column in "宽高" and metres <= 0):
            _refuse(ledger, row, column, "不是米数", "no length in metres")
            return None
        lengths.append(metres)
    return StallPlace(number, level, Box(*lengths), facing, row.number)


def _length_m(raw: str, unit_m: float) -> float | None:
    """A length in metres; what says 米 or m is in metres already."""
    text = folded(raw)
    bare = re.sub(r"\s*(米|m)$", "", text)
    unit_m = unit_m if bare == text else 1.0
    if not re.match(r"^-?\d{1,5}(\.\d+)?$", bare) or abs(float(bare) * unit_m) > MAX_SIDE_M:
        return None
    return round(float(bare) * unit_m, 4)


def _level(raw: str, levels: frozenset[str]) -> Cleaned[str]:
    text = folded(raw)
    if text in levels:
        return Cleaned(text, "" if text == raw else "level")
    bare = re.sub(r"\s*(号馆|层|楼|馆|F|f)$", "", text)
    return Cleaned(bare, "level") if bare in levels else Cleaned("")


def _refuse(ledger: Ledger, row: Row, column: str, zh: str, en: str) -> None:
    ledger.refuse(row.file, row.number, column, row[column], Words(zh, en))
