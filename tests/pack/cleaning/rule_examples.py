"""How each rule's examples are run: from what a cell held to what became of it, and the rule that did it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Slot
from kiosk.pack.cleaning import classing, counts, spans, stalls, texts
from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.cleaning.majors import wanted_majors
from kiosk.pack.cleaning.offices import office
from kiosk.pack.cleaning.pay import pay
from kiosk.pack.cleaning.places import place
from kiosk.pack.plans.geometry import read_geometry
from kiosk.pack.records.attendees import badge_type, registration
from kiosk.pack.records.employers import read_employers, read_openings
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.records.reading import shown, without_private
from kiosk.pack.records.schools import read_school
from kiosk.pack.sheets.tables import Row, Rows, Table

DAYS = (date(2026, 11, 28), date(2026, 11, 29))
SLOTS = (Slot(540, 630), Slot(780, 870))
Example = Callable[[str, Lists], tuple[str, str]]


def _by(clean: Callable[[str], texts.Cleaned[object]], show: Callable[..., str] = shown) -> Example:
    def run(was: str, _lists: Lists) -> tuple[str, str]:
        found = clean(was)
        return show(found.value), found.rule

    return run


def _with(
    clean: Callable[[Lists], Callable[[str], texts.Cleaned[object]]], show: Callable[..., str] = shown
) -> Example:
    return lambda was, lists: _by(clean(lists), show)(was, lists)


def table(*rows: dict[str, str], file: str = "表.csv") -> Table:
    """A sheet of these rows, the first in row 2."""
    columns = tuple(rows[0])
    grid = [list(columns), *([row.get(column, "") for column in columns] for row in rows)]
    places = {column: at for at, column in enumerate(columns)}
    return Table(
        file, columns, Rows(file, grid, 1, places, {}), header=columns, header_row=1, grid=grid, places=places
    )


def _mend(ledger: Ledger, column: str) -> tuple[str, str]:
    (found,) = [each for each in ledger.mends if each.column == column]
    return found.became, found.rule


def _stalls(was: str, _lists: Lists) -> tuple[str, str]:
    found = stalls.stalls(was)
    assert found is not None
    return shown(found.value), found.rule


def _booking(was: str, _lists: Lists) -> tuple[str, str]:
    found = spans.booking(was, SLOTS, DAYS)
    return (found.value.slot.text() if found.value.slot else ""), found.rule


def _employers_stall(was: str, lists: Lists) -> tuple[str, str]:
    ledger = Ledger()
    rows = {"展位号": "A001", "单位名称": "京华软件"}, {"展位号": was, "单位名称": "燕山重工"}
    read_employers((table(*rows),), lists, ledger)
    return _mend(ledger, "展位号")


def _employers_code(was: str, lists: Lists) -> tuple[str, str]:
    ledger = Ledger()
    read_employers((table({"单位名称": "京华软件", "统一社会信用代码": was}),), lists, ledger)
    return _mend(ledger, "统一社会信用代码")


def _opening_below(was: str, lists: Lists) -> tuple[str, str]:
    ledger = Ledger()
    employers = read_employers((table({"单位名称": "示例医院"}, file="单位.csv"),), lists, ledger)
    rows = {"单位名称": "示例医院", "岗位名称": "医师"}, {"单位名称": was, "岗位名称": "护士"}
    read_openings((table(*rows),), employers, ledger)
    return _mend(ledger, "单位名称")


def _school_of(code: str) -> Example:
    def run(was: str, lists: Lists) -> tuple[str, str]:
        ledger = Ledger()
        read_school(Row("表.csv", 2, {"学校": was, "学校标识码": code}), "学校", lists, ledger)
        return _mend(ledger, "学校")

    return run


def _school_code(was: str, lists: Lists) -> tuple[str, str]:
    ledger = Ledger()
    read_school(Row("表.csv", 2, {"学校": "北京科技大学", "学校标识码": was}), "学校", lists, ledger)
    return _mend(ledger, "学校标识码")


def _private(was: str, _lists: Lists) -> tuple[str, str]:
    ledger = Ledger()
    cleaned = without_private(table({"备注": was}), ledger)
    assert was[:6] not in str(ledger), "the number is written nowhere"
    (mend,) = ledger.mends
    assert mend.became == cleaned.rows[0]["备注"]
    return mend.became, mend.rule


def _badge_type(was: str, _lists: Lists) -> tuple[str, str]:
    found = badge_type(was)
    assert found is not None
    return {BadgeType.EMPLOYER: "用人单位"}[found.value], found.rule


def _level(was: str, _lists: Lists) -> tuple[str, str]:
    ledger = Ledger()
    cells = {"展位号": "A001", "楼层": was, "X": "1", "Y": "1", "宽": "3", "高": "3", "朝向": "南"}
    read_geometry(table(cells), frozenset({"1"}), ledger)
    return _mend(ledger, "楼层")


def _text(value: object) -> str:
    return str(getattr(value, "text", ""))


_PLACE = _with(place, _text)
_CLOCK = _by(spans.minute, spans.clock)

EXAMPLES: dict[str, Example] = {
    "needless white space": _by(texts.line),
    "full-width letters or digits": _by(texts.line),
    "invisible characters": _by(texts.person_name),
    "space inside a name": _by(texts.person_name),
    "middle dot": _by(texts.person_name),
    "the name is cut off: look it up": _by(texts.person_name),
    "brackets or spaces of a name": _by(texts.organisation_name),
    "stall number": _stalls,
    "range of stalls": _stalls,
    "phone written with spaces or signs": _by(texts.phone),
    "two phones: the first": _by(texts.phone),
    "digits lost to scientific notation": _by(texts.phone),
    "no phone number": _by(texts.phone),
    "no mobile number": _by(texts.mobile),
    "student number": _by(texts.student_number),
    "no student number": _by(texts.student_number),
    "year": _by(texts.year),
    "no year": _by(texts.year),
    "unit left out": _by(counts.headcount),
    "of a range the smaller": _by(counts.headcount),
    "no number": _by(counts.headcount),
    "pay in one width": _by(pay, _text),
    "unlikely pay": _by(pay, _text),
    "e-mail": _by(texts.mail),
    "no e-mail": _by(texts.mail),
    "link": _by(texts.link),
    "no link": _by(texts.link),
    "nature by the code list": _with(classing.nature),
    "unknown nature": _with(classing.nature),
    "industry by GB/T 4754": _with(classing.industry),
    "unknown industry": _with(classing.industry),
    "scale by its bins": _with(classing.scale),
    "unknown scale": _with(classing.scale),
    "province by GB/T 2260": _PLACE,
    "a place with no province": _PLACE,
    "several places have that name": _PLACE,
    "several places: the first": _PLACE,
    "degree": _by(classing.demanded_degree),
    "unknown degree": _by(classing.demanded_degree),
    "majors by code only": _by(wanted_majors),
    "date's spelling": _by(spans.day),
    "Excel's day number": _by(spans.day),
    "no such day": _by(spans.day),
    "no date": _by(spans.day),
    "no year given": _by(spans.day),
    "of several days the last": _by(spans.day),
    "time's spelling": _CLOCK,
    "Excel's fraction of a day": _CLOCK,
    "no such time": _CLOCK,
    "no time": _CLOCK,
    "slot's spelling": _booking,
    "slot by the half of the day": _booking,
    "no slot given: any time": _booking,
    "no such slot: any time": _booking,
    "no day of the fair": _booking,
    "blank of a merged cell": _opening_below,
    "no stall number": _employers_stall,
    "stall of an earlier row": _employers_stall,
    "the school of this code": _school_of("4111010858"),
    "a school's short or former name": _school_of(""),
    "a code of another school": _school_code,
    "code by the name": _school_code,
    "people left out of an office": _by(office),
    "no careers office": _by(office),
    "badge type": _badge_type,
    "state": _by(registration),
    "unknown state: waits for confirmation": _by(registration),
    "level": _level,
    "identity number": _private,
    "credit code": _employers_code,
    "no credit code": _employers_code,
    "credit code's check digit": _employers_code,
}
