"""Regions and classes of majors, against the public lists."""

from __future__ import annotations

import csv
from pathlib import Path

from kiosk.domain.major_classes import MAJOR_CLASSES, major_class_words, names_class, takes_any
from kiosk.domain.regions import PROVINCES, place_words, region_path, region_words

LISTS = Path(__file__).parents[2] / "resources" / "lists"
NO_PLACES = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}


def rows(name: str) -> list[dict[str, str]]:
    with (LISTS / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_province_city_and_district_of_a_municipality_has_its_words() -> None:
    provinces = {each["code"]: each["name"] for each in rows("divisions_provinces.csv")}
    assert tuple(PROVINCES) == tuple(provinces.values())
    municipalities = {code for code, name in provinces.items() if name.endswith("市")}
    below = [each for each in rows("divisions_cities.csv") if each["name"] not in NO_PLACES]
    below += [each for each in rows("divisions_areas.csv") if each["provinceCode"] in municipalities]
    assert len(below) > 400
    for each in below:
        province = provinces[each["provinceCode"]]
        place = province + each["name"]
        assert region_path(place) == (province, place)
        assert region_words(place).zh == each["name"]
        assert region_words(place).en, each["name"]


def test_a_place_without_a_province_is_no_region() -> None:
    assert region_path("示例镇") == region_path("") == ()
    assert place_words("示例镇").en == ""
    assert region_words("北京市").en == "Beijing"


def test_classes_are_those_of_the_ministrys_list_in_its_order() -> None:
    assert tuple(MAJOR_CLASSES) == tuple(each["专业类"] for each in rows("moe_major_classes_92.csv"))
    assert all(MAJOR_CLASSES.values())
    assert len(set(MAJOR_CLASSES.values())) == 92
    assert major_class_words("不限").en == "Any major"


def test_an_open_major_is_told_from_an_unknown_one() -> None:
    assert all(
        takes_any(each) for each in ("", "不限", "专业不限，计算机类优先", "无要求", "无", "各专业均可")
    )
    assert not any(takes_any(each) for each in ("会飞", "计算机类", "无机化学"))
    assert names_class("计算机、软件等", "计算机类")
    assert not names_class("会计", "法学类")
