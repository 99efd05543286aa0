"""Public lists that cleaning rules look things up in: schools, natures, industries, scales, divisions.

They lie in resources/lists (origins in SOURCES.md there); the folder comes as a parameter.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.pack.cleaning.school_aliases import SCHOOL_ALIASES
from kiosk.pack.cleaning.texts import name_key
from kiosk.pack.faults import PackFault

_NO_CITIES = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
"""Stand in the list between a province and its districts, and are no places."""


@dataclass(frozen=True, slots=True)
class School:
    """A school of the ministry's list."""

    code: str
    name: str
    english: str = ""
    aliases: tuple[str, ...] = ()
    province: str = "北京市"
    current: bool = True
    """Whether the name is of today's list; the list for all of China is some years old."""


@dataclass(frozen=True, slots=True)
class Division:
    """A province, city or district of GB/T 2260: two, four or six digits."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists, with what they are looked up by."""

    schools: tuple[School, ...]
    """Beijing's first, then all others."""
    school_by_code: dict[str, School]
    """Ten digits, or the last five (院校代码)."""
    school_by_name: dict[str, School]
    """Names and aliases by `name_key`; an alias that two schools go by stands for neither."""
    natures: tuple[str, ...]
    nature_codes: dict[str, str]
    """Two digits to name."""
    sections: dict[str, str]
    """GB/T 4754 门类: letter to name."""
    divisions: dict[str, str]
    """GB/T 4754 大类: name to its section's letter."""
    division_codes: dict[str, str]
    """GB/T 4754 大类: two digits to its section's letter."""
    scales: tuple[str, ...]
    provinces: tuple[str, ...]
    province_divisions: tuple[Division, ...]
    cities: tuple[Division, ...]
    districts: tuple[Division, ...]
    classes: tuple[str, ...]
    """专业类, as 计算机类."""


def read_lists(folder: Path) -> Lists:
    """Read the lists. Raises PackFault where one is missing."""
    schools = _schools(folder)
    industries = _rows(folder, "gbt4754_2017_sections_divisions_117.csv")
    natures = {each["代码"]: each["单位性质"] for each in _rows(folder, "unit_nature_codes_13.csv")}
    provinces = _divisions(folder, "divisions_provinces.csv")
    cities = _divisions(folder, "divisions_cities.csv")
    return Lists(
        schools,
        {code: school for school in schools for code in (school.code, school.code[-5:])},
        _by_name(schools),
        tuple(natures.values()),
        natures,
        {each["代码"]: each["名称"] for each in industries if each["级别"] == "门类"},
        {each["名称"]: each["门类"] for each in industries if each["级别"] == "大类"},
        {each["代码"][1:]: each["门类"] for each in industries if each["级别"] == "大类"},
        tuple(each["规模"] for each in _rows(folder, "unit_scale_bins_6.csv")),
        tuple(each.name for each in provinces),
        provinces,
        cities,
        _districts(folder, cities),
        tuple(each["专业类"] for each in _rows(folder, "moe_major_classes_92.csv")),
    )


def _divisions(folder: Path, file: str) -> tuple[Division, ...]:
    rows = _rows(folder, file)
    return tuple(Division(each["code"], each["name"]) for each in rows if each["name"] not in _NO_CITIES)


def _districts(folder: Path, cities: Iterable[Division]) -> tuple[Division, ...]:
    """Without those that are their city once more: 东莞市 and 嘉峪关市 have no districts."""
    names = {each.code: each.name for each in cities}
    found = _divisions(folder, "divisions_areas.csv")
    return tuple(each for each in found if names.get(each.code[:4]) != each.name)


def _schools(folder: Path) -> tuple[School, ...]:
    """Beijing's by the list of 2025, all others by the older one, whose names of Beijing's are former."""
    other_names = {each["学校标识码"]: each for each in _rows(folder, "school_names.csv")}
    nation = {each["学校标识码"]: each for each in _rows(folder, "universities_cn_2021_2756.csv")}
    beijing = tuple(
        _school(each, other_names.get(each["学校标识码"], {}), nation.get(each["学校标识码"], {}))
        for each in _rows(folder, "beijing_universities_2025_92.csv")
    )
    known = {each.code for each in beijing}
    others = (
        School(code, each["学校名称"], province=each["省份"], current=False)
        for code, each in nation.items()
        if code not in known
    )
    return (*beijing, *others)


def _rows(folder: Path, file: str) -> list[dict[str, str]]:
    try:
        with (folder / file).open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))
    except OSError as fault:
        raise PackFault(
            f"缺少代码表 {file}，请重新安装本程序。",
            f"the list {file} is missing in {folder}: install this program again.",
        ) from fault


def _school(row: dict[str, str], other: dict[str, str], older: dict[str, str]) -> School:
    code, name = row["学校标识码"], row["学校名称"]
    former = older.get("学校名称", name)
    aliases = dict.fromkeys((other.get("简称", ""), former, *SCHOOL_ALIASES.get(code[-5:], ())))
    return School(
        code, name, other.get("英文名称", ""), tuple(each for each in aliases if each not in {"", name})
    )


_key = name_key.__wrapped__
"""Without its memory, which is for the names in sheets."""


def _by_name(schools: tuple[School, ...]) -> dict[str, School]:
    """Whole names before short ones: 中国矿业大学 is the one in 徐州, though Beijing's is called so too."""
    found: dict[str, School] = {}
    shared: set[str] = set()
    for school in schools:
        for alias in school.aliases:
            key = _key(alias)
            if key in found and found[key] is not school:
                shared.add(key)
            found[key] = school
    for key in shared:
        del found[key]
    return found | {_key(school.name): school for school in reversed(schools)}
