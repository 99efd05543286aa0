"""Writes the pinyin and initials columns of school_names.csv, so that the kiosk needs no pinyin library.

Run: python resources/lists/add_pinyin.py
"""

from __future__ import annotations

import csv
from pathlib import Path

from pypinyin import Style, lazy_pinyin

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Read both lists, write school_names.csv in place."""
    with (HERE / "beijing_universities_2025_92.csv").open(encoding="utf-8-sig", newline="") as file:
        names = {row["学校标识码"]: row["学校名称"] for row in csv.DictReader(file)}
    path = HERE / "school_names.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        columns = ["学校标识码", "简称", "英文名称", "拼音", "首字母", "简称拼音", "简称首字母"]
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        for row in rows:
            name = "".join(each for each in names[row["学校标识码"]] if each not in "（）()")
            row["拼音"] = "".join(lazy_pinyin(name))
            row["首字母"] = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
            row["简称拼音"] = "".join(lazy_pinyin(row["简称"]))
            row["简称首字母"] = "".join(lazy_pinyin(row["简称"], style=Style.FIRST_LETTER))
            writer.writerow(row)


if __name__ == "__main__":
    main()
