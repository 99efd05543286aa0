"""Schools by what one types: hanzi, alias, pinyin or initials."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.search import exact_key
from kiosk.services.values import SchoolHit

_FOUND_MOST = 5

_SPOKEN = ("拼音", "首字母", "简称拼音", "简称首字母")
"""Columns of school_names.csv: how name and alias are typed with letters."""


@dataclass(frozen=True, slots=True)
class Schools:
    """The schools of the city and the keys of each; read once, matched in memory (92 rows)."""

    rows: tuple[tuple[SchoolHit, tuple[str, ...]], ...]

    def names(self) -> dict[str, str]:
        """Every school's name by its code."""
        return {hit.code: hit.name for hit, _ in self.rows}

    def find(self, typed: str) -> tuple[SchoolHit, ...]:
        """At most five: whose name, alias or pinyin begins with the text, then those that contain it."""
        key = exact_key(typed)
        if not key:
            return ()
        begins = [hit for hit, keys in self.rows if any(each.startswith(key) for each in keys)]
        contains = [hit for hit, keys in self.rows if hit not in begins and any(key in each for each in keys)]
        return tuple((begins + contains)[:_FOUND_MOST])


def read_schools(lists: Path) -> Schools:
    """Read resources/lists: names and codes of the ministry, aliases and pinyin beside them."""
    names = _rows(lists / "beijing_universities_2025_92.csv")
    more = {row["学校标识码"]: row for row in _rows(lists / "school_names.csv")}
    found = []
    for row in names:
        code, name = row["学校标识码"], row["学校名称"]
        other = more.get(code, {})
        alias = other.get("简称", "")
        spoken = (other.get(column, "") for column in _SPOKEN)
        keys = (exact_key(name), exact_key(alias), *spoken)
        found.append((SchoolHit(code, name, alias), tuple(key for key in keys if key)))
    return Schools(tuple(found))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
