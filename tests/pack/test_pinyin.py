"""How people's names are read, for staff who type pinyin."""

from __future__ import annotations

import pytest

from kiosk.domain.person_search import Fit, fit, query_of, readings_of
from kiosk.pack.build import BuildReport
from kiosk.pack.pinyin import MAX_READINGS, Pinyin, name_readings


@pytest.fixture(scope="module")
def readings() -> dict[str, tuple[str, ...]]:
    return dict(readings_of(name_readings(("李䶮", "刘𬭎"))))


def test_they_are_pypinyins_without_tones(readings: dict[str, tuple[str, ...]]) -> None:
    pinyin = Pinyin()
    for character in list(readings)[::29]:
        expected = {way for (each,) in pinyin.readings(character) for way in (each, each.replace("v", "u"))}
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
