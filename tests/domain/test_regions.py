"""Regions and classes of majors, against the public lists."""

from __future__ import annotations

import csv
from pathlib import Path

from kiosk.domain.major_classes import MAJOR_CLASSES, major_class_words, names_class, takes_any
from kiosk.domain.regions import PROVINCES, place_words, region_paths, region_words

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
        assert region_paths(place) == (province, place)
        assert region_words(place).zh == each["name"]
        assert region_words(place).en, each["name"]


def test_places_are_read_as_people_write_them() -> None:
    for text, paths in (
        ("北京", ("北京市",)),
        ("上海/杭州", ("上海市", "浙江省", "浙江省杭州市")),
        ("广东深圳", ("广东省", "广东省深圳市")),
        ("呼和浩特", ("内蒙古自治区", "内蒙古自治区呼和浩特市")),
        ("延边", ("吉林省", "吉林省延边朝鲜族自治州")),
        ("吉林", ("吉林省",)),
        ("吉林市", ("吉林省", "吉林省吉林市")),
        ("海南", ("海南省",)),
        ("重庆渝北区", ("重庆市", "重庆市渝北区")),
        ("江苏苏州工业园区", ("江苏省", "江苏省苏州市")),
        ("北京市海淀区、北京市", ("北京市", "北京市海淀区")),
    ):
        assert region_paths(text) == paths, text
    assert place_words("杭州").en == "Hangzhou, Zhejiang"


def test_a_name_of_several_places_or_none_is_no_region() -> None:
    for text in ("", "示例镇", "全国", "朝阳", "朝阳区", "鼓楼区"):
        assert region_paths(text) == (), text
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
