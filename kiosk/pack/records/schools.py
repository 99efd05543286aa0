"""Schools: who a cell means, and the stalls and graduate pools of a reverse fair."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind, PoolEntry
from kiosk.domain.words import Words
from kiosk.pack.cleaning import classing, texts
from kiosk.pack.cleaning.counts import count
from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.cleaning.majors import major_class
from kiosk.pack.cleaning.offices import office
from kiosk.pack.cleaning.texts import Cleaned, name_key
from kiosk.pack.records.employers import Booked, rank, read_stalls
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.records.reading import Origin, clean, note, origin, rows_of
from kiosk.pack.sheets.tables import Row, Table


@dataclass(frozen=True, slots=True)
class SchoolName:
    """A school as a row means it; `code` is empty for one that no list holds."""

    name: str
    code: str


def find_school(lists: Lists, name: str, code: str) -> Cleaned[SchoolName]:
    """The school that a name and a code mean.

    A known name decides; a short name or a former one is put right; a code alone is enough.
    Of 中国矿业大学 with the code of 中国矿业大学（北京） the code decides.
    A name of no list becomes that of its code, if that is of today's Beijing list; the list for the other
    provinces is old, so there the name stays.
    """
    exact = lists.school_by_code.get(code)
    if exact is not None and exact.name == name:
        return Cleaned(SchoolName(name, exact.code))
    return _meant_school(lists, name, code)


def _meant_school(lists: Lists, name: str, code: str) -> Cleaned[SchoolName]:
    """The same, where name and code are not those of the list."""
    digits = re.sub(r"\D", "", texts.narrow(code))
    by_name = lists.school_by_name.get(name_key(name)) if name else None
    by_code = lists.school_by_code.get(digits)
    if by_code and name and by_name is not by_code and name_key(by_code.name).startswith(name_key(name)):
        return Cleaned(SchoolName(by_code.name, by_code.code), "the school of this code")
    if by_name is None and by_code and name and not by_code.current:
        return Cleaned(SchoolName(name, by_code.code))
    school = by_name or by_code
    if school is None:
        return Cleaned(SchoolName(name, digits if len(digits) == 10 else ""))
    meant = SchoolName(school.name, school.code)
    if by_name is None:
        return Cleaned(meant, "the school of this code")
    if name_key(name) != name_key(school.name):
        return Cleaned(meant, "a school's short or former name")
    return Cleaned(meant, "a code of another school" if digits and by_code is not school else "")


def read_school(row: Row, column: str, lists: Lists, ledger: Ledger) -> SchoolName:
    """The school of a row; what was put right is listed."""
    written = texts.organisation_name(row[column])
    code = row["学校标识码"]
    found = find_school(lists, written.value, code)
    rule = found.rule if found.value.name != written.value else written.rule
    if rule:
        note(ledger, row, column, row[column], found.value.name, rule)
    if found.value.code and found.value.code != code and "学校标识码" in row.cells:
        other = found.rule == "a code of another school"
        note(
            ledger,
            row,
            "学校标识码",
            code,
            found.value.code,
            "a code of another school" if other else "code by the name",
        )
    return found.value


@dataclass(frozen=True, slots=True)
class SchoolSheet:
    """What 校方展位表 holds; `by_code` finds a school's place in `exhibitors` by code, else by name key."""

    exhibitors: tuple[Exhibitor, ...]
    by_code: dict[str, int]


def read_schools(tables: Sequence[Table], lists: Lists, ledger: Ledger) -> SchoolSheet:
    """Schools in the order of their stalls."""
    found: list[Exhibitor] = []
    first_rows: dict[str, Origin] = {}
    booked: dict[str, Booked] = {}
    for row in rows_of(tables, ledger):
        school = read_school(row, "学校名称", lists, ledger)
        if not school.name:
            ledger.refuse(row.file, row.number, "学校名称", "", Words("没有学校名称", "no school's name"))
            continue
        earlier = first_rows.setdefault(_key(school), origin(row))
        if earlier != origin(row):
            first = earlier.seen_from(row.file)
            reason = Words(f"与{first.zh}是同一学校", f"the same school as {first.en}")
            ledger.refuse(row.file, row.number, "学校名称", row["学校名称"], reason)
            continue
        found.append(_school(row, school, lists, ledger, booked))
        ledger.take(row.file, row.number)
    ordered = tuple(replace(each, id=number) for number, each in enumerate(sorted(found, key=rank), start=1))
    return SchoolSheet(
        ordered, {each.school_code or name_key(each.name.zh): at for at, each in enumerate(ordered)}
    )


def _key(school: SchoolName) -> str:
    return school.code or name_key(school.name)


def _school(
    row: Row, school: SchoolName, lists: Lists, ledger: Ledger, booked: dict[str, Booked]
) -> Exhibitor:
    numbers = read_stalls(row, ledger, school.name, booked)
    clean(ledger, row, "联系电话", texts.phone)
    clean(ledger, row, "参会教师", texts.line)
    total = clean(ledger, row, "生源总数", count)
    parts = sum(clean(ledger, row, degree, count) for degree in ("专科", "本科", "硕士", "博士"))
    if total and parts and total != parts:
        ledger.find(
            row.file,
            row.number,
            "生源总数",
            f"生源总数 {total} 与各学历之和 {parts} 不符。",
            f"生源总数 {total} is not the sum of its degrees, {parts}.",
        )
    known = lists.school_by_code.get(school.code)
    english = clean(ledger, row, "英文名称", texts.line) or (known.english if known else "")
    return Exhibitor(
        id=0,
        kind=ExhibitorKind.SCHOOL,
        name=Words(school.name, english),
        stalls=numbers,
        zone=numbers[0][0] if numbers else "",
        region=known.province if known else "",
        school_code=school.code,
        aliases=known.aliases if known else (),
        strengths=clean(ledger, row, "优势专业", texts.line),
        office=clean(ledger, row, "就业指导中心", office),
    )


def read_pools(
    tables: Sequence[Table], schools: SchoolSheet, lists: Lists, ledger: Ledger
) -> tuple[Exhibitor, ...]:
    """The schools with their graduate pools."""
    pools: dict[int, list[PoolEntry]] = {}
    class_of = cache(major_class(lists))
    for row in rows_of(tables, ledger):
        school = read_school(row, "学校名称", lists, ledger)
        at = schools.by_code.get(_key(school))
        if at is None:
            reason = Words("这所学校没有展位", "a school that has no stall")
            ledger.refuse(row.file, row.number, "学校名称", row["学校名称"], reason)
            continue
        major = clean(ledger, row, "专业", texts.line)
        if not major:
            ledger.refuse(row.file, row.number, "专业", "", Words("没有专业", "no major"))
            continue
        entry = PoolEntry(
            clean(ledger, row, "学历", classing.degree),
            major,
            clean(ledger, row, "人数", count),
            class_of(major),
        )
        pools.setdefault(at, []).append(entry)
        ledger.take(row.file, row.number)
    return tuple(replace(each, pool=tuple(pools.get(at, ()))) for at, each in enumerate(schools.exhibitors))
