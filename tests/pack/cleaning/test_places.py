"""Places by GB/T 2260, out of what employers write."""

from __future__ import annotations

import doctest

import pytest

from kiosk.pack.cleaning import places
from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.cleaning.places import gazetteer, place, province_in, stem_of

AS_IS, WHOLE = "", "province by GB/T 2260"
SEVERAL, FIRST, UNKNOWN = (
    "several places have that name",
    "several places: the first",
    "a place with no province",
)


@pytest.mark.parametrize(
    ("raw", "text", "code", "rule"),
    [
        ("北京市海淀区", "北京市海淀区", "110108", AS_IS),
        ("北京市海淀区中关村大街1号", "北京市海淀区", "110108", AS_IS),
        ("北京-海淀区", "北京市海淀区", "110108", WHOLE),
        ("北京海淀", "北京市海淀区", "110108", WHOLE),
        ("海淀区", "北京市海淀区", "110108", WHOLE),
        ("北京", "北京市", "11", WHOLE),
        ("北京市", "北京市", "11", AS_IS),
        ("北京市朝阳", "北京市朝阳区", "110105", WHOLE),
        ("上海市浦东区", "上海市浦东新区", "310115", WHOLE),
        ("山东-青岛市", "山东省青岛市", "3702", WHOLE),
        ("山东省青岛市", "山东省青岛市", "3702", AS_IS),
        ("青岛", "山东省青岛市", "3702", WHOLE),
        ("江苏-南通市-如皋市", "江苏省南通市如皋市", "320682", WHOLE),
        ("江苏/南通/如皋", "江苏省南通市如皋市", "320682", WHOLE),
        ("浙江杭州余杭", "浙江省杭州市余杭区", "330110", WHOLE),
        ("中国浙江省杭州市", "浙江省杭州市", "3301", WHOLE),
        ("呼和浩特", "内蒙古自治区呼和浩特市", "1501", WHOLE),
        ("内蒙古自治区", "内蒙古自治区", "15", AS_IS),
        ("内蒙包头", "内蒙古自治区包头市", "1502", WHOLE),
        ("内蒙古呼和浩特市新城区", "内蒙古自治区呼和浩特市新城区", "150102", WHOLE),
        ("西藏拉萨", "西藏自治区拉萨市", "5401", WHOLE),
        ("武汉·东湖", "湖北省武汉市", "4201", WHOLE),
        ("新疆乌鲁木齐", "新疆维吾尔自治区乌鲁木齐市", "6501", WHOLE),
        ("广西自治区南宁市", "广西壮族自治区南宁市", "4501", WHOLE),
        ("吉林省", "吉林省", "22", AS_IS),
        ("吉林", "吉林省", "22", WHOLE),
        ("吉林市", "吉林省吉林市", "2202", WHOLE),
        ("延边", "吉林省延边朝鲜族自治州", "2224", WHOLE),
        ("苏州吴中", "江苏省苏州市吴中区", "320506", WHOLE),
        ("东莞", "广东省东莞市", "4419", WHOLE),
        ("海南三亚", "海南省三亚市", "4602", WHOLE),
        ("湖北仙桃", "湖北省仙桃市", "429004", WHOLE),
        ("香港", "香港特别行政区", "81", WHOLE),
        ("河北新华区", "河北省", "13", WHOLE),
        ("北京/苏州", "北京市", "11", FIRST),
        ("北京市、上海市", "北京市", "11", FIRST),
        ("鼓楼区", "鼓楼区", "", SEVERAL),
        ("朝阳区", "朝阳区", "", SEVERAL),
        ("朝阳", "朝阳", "", SEVERAL),
        ("西湖", "西湖", "", SEVERAL),
        ("新加坡", "新加坡", "", UNKNOWN),
        ("示例镇", "示例镇", "", UNKNOWN),
        ("未知", "", "", AS_IS),
        ("", "", "", AS_IS),
    ],
)
def test_places(lists: Lists, raw: str, text: str, code: str, rule: str) -> None:
    found = place(lists)(raw)
    assert (found.value.text, found.value.code, found.rule) == (text, code, rule)


def test_every_province_is_found_by_its_short_name(lists: Lists) -> None:
    short = (
        "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 "
        "湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门"
    )
    assert tuple(place(lists)(each).value.province for each in short.split()) == lists.provinces


def test_visitors_filter_by_province(lists: Lists) -> None:
    assert place(lists)("浙江杭州余杭").value.region == "浙江省"
    assert place(lists)("新加坡").value.region == "新加坡"


def test_every_division_is_found_by_its_whole_name(lists: Lists) -> None:
    rule = place(lists)
    names = gazetteer(lists)
    for each in (*lists.province_divisions, *lists.cities, *lists.districts):
        above = [
            names.by_code[each.code[:length]].name for length in (2, 4) if each.code[:length] in names.by_code
        ]
        whole = "".join(dict.fromkeys((*above, each.name)))
        found = rule(whole)
        assert (found.value.text, found.value.code, found.rule) == (whole, each.code, "")


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("内蒙古自治区代表团", "内蒙古自治区"),
        ("青岛市人才中心", "山东省"),
        ("青岛人才中心", ""),
        ("东方公司", ""),
        ("", ""),
    ],
)
def test_the_province_that_a_name_begins_with(lists: Lists, text: str, province: str) -> None:
    assert province_in(gazetteer(lists), text) == province


def test_stems() -> None:
    assert doctest.testmod(places).failed == 0
    assert [stem_of(each) for each in ("延边朝鲜族自治州", "海西蒙古族藏族自治州", "浦东新区", "忠县")] == [
        "延边",
        "海西",
        "浦东",
        "忠县",
    ]
