"""Reads the real lists (resources/lists) and the parts of invented names (sample_fairs/data)."""

import csv
import tomllib
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
DATA = HERE / "data"
LISTS = HERE.parent / "lists"


@dataclass(frozen=True)
class NameParts:
    """Parts of persons' names; the commonest `surnames` stand first."""

    surnames: str
    double_surnames: list[str]
    given: str
    uyghur_given: list[str]
    uyghur_father: list[str]
    single_names: list[str]
    latin_given: list[str]
    latin_surnames: list[str]
    rare: list[str]


@dataclass(frozen=True)
class School:
    """A real university of Beijing; `zone` is its part of the reverse fair, `weight` its graduates' share."""

    code: str
    name: str
    degree_level: str
    zone: str
    short: str
    english: str
    weight: int
    strengths: list[str]


def rows_of(path: Path) -> list[dict[str, str]]:
    """Rows of a UTF-8 csv file, by header."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def data_rows(name: str) -> list[dict[str, str]]:
    """Rows of one of the csv files under data/."""
    return rows_of(DATA / name)


def name_parts() -> NameParts:
    """The parts of persons' names, data/names.toml."""
    return NameParts(**tomllib.loads((DATA / "names.toml").read_text(encoding="utf-8")))


def schools() -> list[School]:
    """The 92 universities in the order of the ministry's list."""
    notes = {row["code"]: row for row in data_rows("schools.csv")}
    names = {row["学校标识码"]: row for row in rows_of(LISTS / "school_names.csv")}
    found = []
    for row in rows_of(LISTS / "beijing_universities_2025_92.csv"):
        note = notes.pop(row["学校标识码"])
        other_names = names[row["学校标识码"]]
        found.append(
            School(
                row["学校标识码"],
                row["学校名称"],
                row["办学层次"],
                note["zone"],
                other_names["简称"],
                other_names["英文名称"],
                int(note["weight"]),
                note["strengths"].split("、"),
            )
        )
    assert not notes, f"schools.csv names codes that are in no list: {sorted(notes)}"
    return found


def common_short_names() -> dict[str, str]:
    """Short names that everybody in Beijing knows, by the school's name."""
    return {school.name: school.short for school in schools() if school.weight >= 6}


def majors_by_zone() -> dict[str, list[str]]:
    """Majors that the schools of each zone of the reverse fair teach."""
    majors: dict[str, list[str]] = {}
    for row in data_rows("majors.csv"):
        for zone in row["zones"]:
            majors.setdefault(zone, []).append(row["major"])
    return majors


def natures() -> dict[str, str]:
    """单位性质 by its code."""
    return {row["代码"]: row["单位性质"] for row in rows_of(LISTS / "unit_nature_codes_13.csv")}


def industries() -> dict[str, str]:
    """GB/T 4754-2017 门类 by its letter."""
    rows = rows_of(LISTS / "gbt4754_2017_sections_divisions_117.csv")
    return {row["代码"]: row["名称"] for row in rows if row["级别"] == "门类"}


def scales() -> list[str]:
    """单位规模, smallest first."""
    return [row["规模"] for row in rows_of(LISTS / "unit_scale_bins_6.csv")]
