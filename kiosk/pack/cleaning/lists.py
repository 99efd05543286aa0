"""Public lists that cleaning rules look things up in: schools, natures, industries, scales, provinces.

They lie in resources/lists (origins in SOURCES.md there); the folder comes as a parameter.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from kiosk.pack.cleaning.school_aliases import SCHOOL_ALIASES
from kiosk.pack.cleaning.texts import name_key
from kiosk.pack.faults import PackFault


@dataclass(frozen=True, slots=True)
class School:
    """A school of the ministry's list."""

    code: str
    name: str
    english: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists, with what they are looked up by."""

    schools: tuple[School, ...]
    school_by_code: dict[str, School]
    """Ten digits, or the last five (院校代码)."""
    school_by_name: dict[str, School]
    """Names and aliases by `name_key`; an alias that two schools go by stands for neither."""
    natures: tuple[str, ...]
    sections: dict[str, str]
    """GB/T 4754 门类: letter to name."""
    divisions: dict[str, str]
    """GB/T 4754 大类: name to its section's letter."""
    scales: tuple[str, ...]
    provinces: tuple[str, ...]
    classes: tuple[str, ...]
    """专业类, as 计算机类."""


def read_lists(folder: Path) -> Lists:
    """Read the lists. Raises PackFault where one is missing."""
    other_names = {each["学校标识码"]: each for each in _rows(folder, "school_names.csv")}
    schools = tuple(
        _school(each, other_names.get(each["学校标识码"], {}))
        for each in _rows(folder, "beijing_universities_2025_92.csv")
    )
    industries = _rows(folder, "gbt4754_2017_sections_divisions_117.csv")
    return Lists(
        schools,
        {code: school for school in schools for code in (school.code, school.code[-5:])},
        _by_name(schools),
        tuple(each["单位性质"] for each in _rows(folder, "unit_nature_codes_13.csv")),
        {each["代码"]: each["名称"] for each in industries if each["级别"] == "门类"},
        {each["名称"]: each["门类"] for each in industries if each["级别"] == "大类"},
        tuple(each["规模"] for each in _rows(folder, "unit_scale_bins_6.csv")),
        tuple(each["name"] for each in _rows(folder, "divisions_provinces.csv")),
        tuple(each["专业类"] for each in _rows(folder, "moe_major_classes_92.csv")),
    )


def _rows(folder: Path, file: str) -> list[dict[str, str]]:
    try:
        with (folder / file).open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))
    except OSError as fault:
        raise PackFault(
            f"缺少代码表 {file}，请重新安装本程序。",
            f"the list {file} is missing in {folder}: install this program again.",
        ) from fault


def _school(row: dict[str, str], other: dict[str, str]) -> School:
    code = row["学校标识码"]
    aliases = dict.fromkeys((other.get("简称", ""), *SCHOOL_ALIASES.get(code[-5:], ())))
    return School(code, row["学校名称"], other.get("英文名称", ""), tuple(filter(None, aliases)))


def _by_name(schools: tuple[School, ...]) -> dict[str, School]:
    found: dict[str, School] = {}
    shared: set[str] = set()
    for school in schools:
        for alias in school.aliases:
            key = name_key(alias)
            if key in found and found[key] is not school:
                shared.add(key)
            found[key] = school
    for key in shared:
        del found[key]
    return found | {name_key(school.name): school for school in schools}
