"""Schools by what one types: hanzi, alias, pinyin or initials."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.search import exact_key
from kiosk.services.values import SchoolHit

_FOUND_MOST = 5


@dataclass(frozen=True, slots=True)
class Schools:
    """The schools of the city; read once, matched in memory (92 rows)."""

    rows: tuple[tuple[SchoolHit, tuple[str, ...]], ...]

    def find(self, typed: str) -> tuple[SchoolHit, ...]:
        """At most five: whose name or alias begins with the text, then those that contain it."""
        key = exact_key(typed)
        if not key:
            return ()
        begins = [hit for hit, keys in self.rows if any(each.startswith(key) for each in keys)]
        contains = [hit for hit, keys in self.rows if hit not in begins and any(key in each for each in keys)]
        return tuple((begins + contains)[:_FOUND_MOST])


def read_schools(path: Path) -> Schools:
    """Read resources/lists/beijing_universities: code, name, alias and pinyin are columns."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [
            (
                SchoolHit(row["学校标识码"], row["学校名称"], row.get("简称", "")),
                tuple(
                    key
                    for key in (
                        exact_key(row["学校名称"]),
                        exact_key(row.get("简称", "")),
                        row.get("拼音", ""),
                        row.get("首字母", ""),
                    )
                    if key
                ),
            )
            for row in csv.DictReader(file)
        ]
    return Schools(tuple(rows))
