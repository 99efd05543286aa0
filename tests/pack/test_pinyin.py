"""How people's names are read, for staff who type pinyin."""

from __future__ import annotations

import pytest
from pypinyin import Style, pinyin

from kiosk.domain.person_search import Fit, fit, query_of, readings_of
from kiosk.pack.build import BuildReport
from kiosk.pack.pinyin import MAX_READINGS, MAX_VARIANTS, Pinyin, name_readings


@pytest.fixture(scope="module")
def readings() -> dict[str, tuple[str, ...]]:
    return dict(readings_of(name_readings(("李䶮", "刘𬭎"))))


def test_they_are_pypinyins_without_tones(readings: dict[str, tuple[str, ...]]) -> None:
    for character in list(readings)[::29]:
        rows = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
        first = [each for row in rows for each in row if each.isascii()][:MAX_READINGS]
        expected = {way for each in first for way in (each, each.replace("v", "u"))}
        assert set(readings[character]) >= expected - {""}, character


SURNAMES = (
    "单shan 解xie 曾zeng 乐yue 仇qiu 区ou 查zha 朴piao 盖ge 翟zhai 缪miao 覃qin 员yun 种chong 折she "
    "万mo 俟qi 尉yu 隗wei 郗xi 黑he 谌shen 谌chen 费bi 费fei 长zhang 逄pang 召shao 繁po 任ren "
    "䶮yan 𬭎hong 吕lv 吕lu 闾lv 亓qi 佘she"
)


@pytest.mark.parametrize("surname", SURNAMES.split())
def test_surnames_are_read_as_surnames_too(readings: dict[str, tuple[str, ...]], surname: str) -> None:
    assert surname[1:] in readings[surname[0]]


def test_walk_ups_of_any_common_name_are_read(readings: dict[str, tuple[str, ...]]) -> None:
    assert 6763 <= len(readings) <= 6763 + 3
    assert all(each.isascii() and each.isalpha() for ways in readings.values() for each in ways)
    assert max(map(len, readings.values())) <= 2 * (MAX_READINGS + 1)


def test_every_hanzi_of_the_samples_names_is_read(double: BuildReport) -> None:
    readings = readings_of(double.content.readings)
    names = [each.person.name for each in double.content.attendees]
    assert {each for name in names for each in name if each >= "\u2e80"} <= set(readings)
    rare = next(each for each in double.content.attendees if each.person.name == "李䶮")
    assert fit(query_of("liyan"), rare, readings) is Fit.EXACT


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("单县", "danxian shanxian"),
        ("重庆", "chongqing zhongqing"),
        ("银行", "yinhang yinxing"),
        ("乐器", "yueqi leqi"),
        ("厦门", "xiamen shamen"),
        ("洪洞", "hongdong hongtong"),
        ("绿化", "lvhua luhua"),
        ("有限公司", "youxiangongsi"),
        ("北京大学", "beijingdaxue"),
        ("㐂", ""),
    ],
)
def test_names_are_read_as_people_read_them(word: str, ways: str) -> None:
    """By every reading that words have; not by those of the dictionary alone (有 as wei)."""
    assert ["".join(each) for each in Pinyin().readings(word)] == ways.split()


def test_the_likeliest_reading_comes_first() -> None:
    table = Pinyin()
    for word, said in (("重庆", "chongqing"), ("银行", "yinhang"), ("乐器", "yueqi"), ("会计", "kuaiji")):
        assert "".join(table.readings(word)[0]) == said
        assert ["".join(each) for each in table.reading(word)] == [said]
    assert ["".join(each) for each in table.reading("绿化")] == ["lvhua", "luhua"]
    assert Pinyin().reading("㐂") == ()


def test_readings_of_a_name_are_bounded() -> None:
    assert len(Pinyin().readings("单重长行乐朝都还没得了着绿" * 3)) <= 2 * (MAX_VARIANTS + 1)
