"""Places by GB/T 2260: province, city and district out of what people write. Pure, given the lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kiosk.pack.cleaning.lists import Division, Lists
from kiosk.pack.cleaning.texts import UNDECIDED, Cleaned, folded, line

_LONGEST = 200
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇"
    "|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|各"
)
_STEMS = re.compile(
    rf"(?:(?:(?:{_PEOPLES})族?)+自治(?:区|州|县|旗)|自治区|特别行政区|省|地区|市|盟|林区|特区|新区|区|县|旗)$"
)
_ENDING = re.compile(r"^(?:自治区|自治州|自治县|自治旗|特别行政区|地区|新区|省|市|区|县|州|盟|旗)")
_SEPARATORS = re.compile(r"[\s\-_·.>—–→|()]+")
_MANY = re.compile(r"[/、,;]")
_SHORT_NAMES = {"内蒙": "内蒙古自治区"}
"""Shorter than the name without its kind."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place as far as it is known. Where no province is, `written` says what stood there."""

    province: str = ""
    city: str = ""
    """Empty for the districts of 北京市, 天津市, 上海市 and 重庆市."""
    district: str = ""
    code: str = ""
    """GB/T 2260, of the smallest that is known: two, four or six digits."""
    written: str = ""

    @property
    def text(self) -> str:
        """The whole name, or what was written."""
        return self.province + self.city + self.district or self.written

    @property
    def region(self) -> str:
        """The province, by which visitors filter, or what was written."""
        return self.province or self.written


Names = Mapping[str, tuple[Division, ...]]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Divisions by name and by stem (海淀区, 海淀), one table a level."""

    provinces: Names
    cities: Names
    districts: Names
    by_code: Mapping[str, Division]


def stem_of(name: str) -> str:
    """A division's name without its kind; the name itself where only one character would be left.

    >>> stem_of("延边朝鲜族自治州"), stem_of("浦东新区"), stem_of("忠县"), stem_of("西藏自治区")
    ('延边', '浦东', '忠县', '西藏')
    """
    stems = (_STEMS.sub("", name), re.sub(r"自治区$", "", name), name)
    return next((stem for stem in stems if len(stem) >= 2), name)


def gazetteer(lists: Lists) -> Gazetteer:
    """The lists' divisions, by what they are called."""
    return Gazetteer(
        _named(lists.province_divisions),
        _named(lists.cities),
        _named(lists.districts),
        {each.code: each for each in (*lists.province_divisions, *lists.cities, *lists.districts)},
    )


def _named(divisions: Iterable[Division]) -> Names:
    found: dict[str, dict[Division, None]] = defaultdict(dict)
    for each in divisions:
        names = [short for short, whole in _SHORT_NAMES.items() if whole == each.name]
        for name in (each.name, stem_of(each.name), *names):
            found[name][each] = None
    return {name: tuple(each) for name, each in found.items()}


def place(lists: Lists) -> Callable[[str], Cleaned[Place]]:
    """所在地: province, city and district, of any of 北京市海淀区, 山东-青岛市, 呼和浩特, 浙江杭州余杭."""
    names = gazetteer(lists)

    def rule(raw: str) -> Cleaned[Place]:
        text = line(raw).value
        if not text or folded(raw).casefold() in UNDECIDED:
            return Cleaned(Place())
        if len(text) > _LONGEST:
            return Cleaned(Place(), "a place with no province")
        plain = re.sub(r"^中国", "", _SEPARATORS.sub("", folded(raw)))
        found, rest = _parse(names, _MANY.sub("", plain))
        if found.rule:
            return Cleaned(Place(written=text), found.rule)
        if rest and _several(names, rest, plain):
            return Cleaned(found.value, "several places: the first")
        return Cleaned(found.value, "" if raw.startswith(found.value.text) else "province by GB/T 2260")

    return rule


def _several(names: Gazetteer, rest: str, plain: str) -> bool:
    return bool(_MANY.search(plain)) and any(_head(table, rest) for table in (names.provinces, names.cities))


def province_in(names: Gazetteer, text: str) -> str:
    """The province that a text begins with, or whose city (青岛市) it begins with; else nothing."""
    found = _head(names.provinces, text)
    if found:
        return found[1][0].name
    city = _head({name: each for name, each in names.cities.items() if name.endswith("市")}, text)
    return names.by_code[city[1][0].code[:2]].name if city else ""


def _head(table: Names, text: str) -> tuple[str, tuple[Division, ...]] | None:
    """The longest name of the table that the text begins with."""
    for length in range(min(len(text), 15), 1, -1):
        if text[:length] in table:
            return text[:length], table[text[:length]]
    return None


def _after(text: str, name: str) -> str:
    """What follows a name; 市 of 青岛市 goes with its stem 青岛, and so does 区 of 浦东区."""
    rest = text[len(name) :]
    return rest if _STEMS.search(name) else _ENDING.sub("", rest, count=1)


def _parse(names: Gazetteer, text: str) -> tuple[Cleaned[Place], str]:
    """The place and what is left of the text. With a rule there is no place, and the rule says why."""
    province, city = _head(names.provinces, text), _head(names.cities, text)
    if province and not (city and len(city[0]) > len(province[0])):
        return _within(names, province[1][0], _after(text, province[0]))
    district = _head(names.districts, text)
    if district and (city is None or len(district[0]) > len(city[0])):
        return _of_one(names, district, text)
    if city and district and len(city[0]) == len(district[0]) and not _STEMS.search(city[0]):
        owners = {each.code[:4] for each in (*city[1], *district[1])}
        if len(owners) > 1:
            return Cleaned(Place(), "several places have that name"), text
    if city:
        owner = city[1][0]
        return _within_city(names, owner, _after(text, city[0]))
    return Cleaned(Place(), "a place with no province"), text


def _of_one(
    names: Gazetteer, named: tuple[str, tuple[Division, ...]], text: str
) -> tuple[Cleaned[Place], str]:
    name, owners = named
    if len(owners) > 1:
        return Cleaned(Place(), "several places have that name"), text
    return _place(names, owners[0]), _after(text, name)


def _within(names: Gazetteer, province: Division, rest: str) -> tuple[Cleaned[Place], str]:
    city = _head(_inside(names.cities, province.code, rest), rest)
    district = _head(_inside(names.districts, province.code, rest), rest)
    if city and not (district and len(district[0]) > len(city[0])):
        return _within_city(names, city[1][0], _after(rest, city[0]))
    if district and len(district[1]) == 1:
        return _place(names, district[1][0]), _after(rest, district[0])
    return _place(names, province), rest


def _within_city(names: Gazetteer, city: Division, rest: str) -> tuple[Cleaned[Place], str]:
    district = _head(_inside(names.districts, city.code, rest), rest)
    if district and len(district[1]) == 1:
        return _place(names, district[1][0]), _after(rest, district[0])
    return _place(names, city), rest


def _inside(table: Names, code: str, text: str) -> Names:
    """The names that the text begins with, of divisions inside that of `code`."""
    found: dict[str, tuple[Division, ...]] = {}
    for length in range(2, min(len(text), 15) + 1):
        owners = tuple(each for each in table.get(text[:length], ()) if each.code.startswith(code))
        if owners:
            found[text[:length]] = owners
    return found


def _place(names: Gazetteer, division: Division) -> Cleaned[Place]:
    code = division.code
    province = names.by_code[code[:2]].name
    city = names.by_code[code[:4]].name if len(code) >= 4 and code[:4] in names.by_code else ""
    return Cleaned(Place(province, city, division.name if len(code) == 6 else "", code))
