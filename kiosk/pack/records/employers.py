"""Employers and their openings: 参会单位汇总表 and 岗位需求表."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind, Opening
from kiosk.domain.fair import Words
from kiosk.domain.search import natural_key
from kiosk.pack.cleaning import classing, spans, texts
from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.records.reading import clean
from kiosk.pack.sheets.tables import Row, Table, records

DECORATION = re.compile(r"\s*[(（](示例|样例|sample|example)[)）]\s*$", re.IGNORECASE)


class Booked(NamedTuple):
    """Who has a stall: the row that named it first."""

    row: int
    name: str


@dataclass(frozen=True, slots=True)
class EmployerSheet:
    """What 参会单位汇总表 holds; `by_name` finds an employer's place in `exhibitors`."""

    exhibitors: tuple[Exhibitor, ...]
    by_name: dict[str, int]


def plain_name(name: str) -> str:
    """A name without the mark that it is a sample's."""
    return DECORATION.sub("", name)


def read_employers(table: Table, lists: Lists, ledger: Ledger) -> EmployerSheet:
    """Employers in the order of their stalls, those without one last."""
    found: list[Exhibitor] = []
    first_rows: dict[str, int] = {}
    stalls: dict[str, Booked] = {}
    for row in records(table, ledger):
        employer = _employer(row, lists, ledger, first_rows, stalls)
        if employer is not None:
            ledger.take(row.file, row.number)
            found.append(employer)
    ordered = tuple(replace(each, id=number) for number, each in enumerate(sorted(found, key=rank), start=1))
    return EmployerSheet(ordered, {texts.name_key(each.name.zh): at for at, each in enumerate(ordered)})


def rank(exhibitor: Exhibitor) -> tuple[bool, tuple[str, int, str], str]:
    """Sort key: by stall, A2 before A10, then those without one by name."""
    first = exhibitor.stalls[0] if exhibitor.stalls else ""
    return not first, natural_key(first), exhibitor.name.zh


def _employer(
    row: Row, lists: Lists, ledger: Ledger, first_rows: dict[str, int], stalls: dict[str, Booked]
) -> Exhibitor | None:
    name = clean(ledger, row, "单位名称", texts.organisation_name)
    if not name:
        ledger.refuse(row.file, row.number, "单位名称", "", Words("没有单位名称", "no employer's name"))
        return None
    earlier = first_rows.setdefault(texts.name_key(name), row.number)
    if earlier != row.number:
        reason = Words(f"与第 {earlier} 行是同一单位", f"the same employer as row {earlier}")
        ledger.refuse(row.file, row.number, "单位名称", row["单位名称"], reason)
        return None
    numbers = read_stalls(row, ledger, name, stalls)
    _check_contact(row, ledger)
    return Exhibitor(
        id=0,
        kind=ExhibitorKind.EMPLOYER,
        name=Words(name, clean(ledger, row, "英文名称", texts.line)),
        stalls=numbers,
        zone=numbers[0][0] if numbers else "",
        nature=clean(ledger, row, "单位性质", classing.nature(lists)),
        industry=clean(ledger, row, "所属行业", classing.industry(lists)),
        scale=clean(ledger, row, "单位规模", classing.scale(lists)),
        region=clean(ledger, row, "所在地", classing.region(lists)),
        aliases=_aliases(name),
    )


def _aliases(name: str) -> tuple[str, ...]:
    """Shorter spellings by which a whole name is typed."""
    plain = plain_name(name)
    short = re.sub(r"(股份有限公司|有限责任公司|有限公司|集团)$", "", plain)
    return tuple(dict.fromkeys(each for each in (plain, short) if len(each) >= 2 and each != name))


def _check_contact(row: Row, ledger: Ledger) -> None:
    """Who answers for the employer is not shown at the kiosk, so it is checked and not kept (PIPL 6)."""
    for column, rule in (
        ("联系电话", texts.phone),
        ("参会联系人", texts.line),
    ):
        clean(ledger, row, column, rule)
    for column in ("参会人数", "岗位数", "需求人数"):
        clean(ledger, row, column, texts.headcount)


def read_stalls(row: Row, ledger: Ledger, name: str, booked: dict[str, Booked]) -> tuple[str, ...]:
    """The row's stalls. A stall that an earlier row has stays with that row, and this is listed."""
    found = texts.stalls(row["展位号"])
    if found is None:
        ledger.mend(row.file, row.number, "展位号", row["展位号"], "", "no stall number")
        return ()
    free = tuple(each for each in found.value if each not in booked)
    taken = [each for each in found.value if each in booked]
    if taken:
        first = booked[taken[0]]
        rule = f"stall {taken[0]} is already row {first.row}'s"
        ledger.mend(row.file, row.number, "展位号", row["展位号"], "/".join(free), rule)
        ledger.find(
            row.file,
            row.number,
            taken[0],
            f"展位 {taken[0]} 同时给了“{first.name}”（第 {first.row} 行）和“{name}”，请确定一家。",
            f'stall {taken[0]} is given to "{first.name}" (row {first.row}) and to "{name}": settle it.',
        )
    elif found.rule:
        ledger.mend(row.file, row.number, "展位号", row["展位号"], "/".join(free), found.rule)
    for each in free:
        booked[each] = Booked(row.number, name)
    return free


def read_openings(table: Table, employers: EmployerSheet, ledger: Ledger) -> tuple[Exhibitor, ...]:
    """The employers with their openings, in the sheet's order."""
    openings: dict[int, list[Opening]] = {}
    above = ""
    is_csv = table.file.lower().endswith(".csv")
    for row in records(table, ledger):
        name = _employer_of(row, ledger, above if is_csv else "")
        above = name or above
        opening = _opening(row, name, employers, ledger)
        if opening is not None:
            ledger.take(row.file, row.number)
            openings.setdefault(employers.by_name[texts.name_key(name)], []).append(opening)
    return tuple(
        replace(each, openings=tuple(openings.get(at, ()))) for at, each in enumerate(employers.exhibitors)
    )


def _employer_of(row: Row, ledger: Ledger, above: str) -> str:
    """The employer's name; a merged cell's stands in all its rows. A csv shows no merging, only blanks."""
    if not row["单位名称"].strip() and above:
        ledger.mend(row.file, row.number, "单位名称", "", above, "blank of a merged cell")
        return above
    name = texts.organisation_name(row["单位名称"])
    if "单位名称" in row.merged:
        ledger.mend(row.file, row.number, "单位名称", "", name.value, "blank of a merged cell")
    elif name.rule:
        ledger.mend(row.file, row.number, "单位名称", row["单位名称"], name.value, name.rule)
    return name.value


def _opening(row: Row, name: str, employers: EmployerSheet, ledger: Ledger) -> Opening | None:
    if texts.name_key(name) not in employers.by_name:
        reason = (
            Words("参会单位汇总表里没有这家单位", "no such employer in 参会单位汇总表")
            if name
            else Words("没有单位名称", "no employer's name")
        )
        ledger.refuse(row.file, row.number, "单位名称", row["单位名称"], reason)
        return None
    title = clean(ledger, row, "岗位名称", texts.line)
    if not title:
        ledger.refuse(row.file, row.number, "岗位名称", "", Words("没有岗位名称", "no title of the post"))
        return None
    _flag_unlawful(row, ledger)
    clean(ledger, row, "简历投递邮箱", texts.mail)
    clean(ledger, row, "截止日期", spans.day)
    return Opening(
        title=title,
        majors=clean(ledger, row, "需求专业", texts.line),
        degree=clean(ledger, row, "学历要求", classing.demanded_degree),
        headcount=clean(ledger, row, "需求人数", texts.headcount),
        pay=clean(ledger, row, "薪资待遇", texts.pay),
        place=clean(ledger, row, "工作地点", texts.line),
        apply_url=clean(ledger, row, "网申链接", texts.link),
        title_en=clean(ledger, row, "英文名称", texts.line),
    )


def _flag_unlawful(row: Row, ledger: Ledger) -> None:
    """Job notices that ask for sex, age or ethnicity: the law forbids them, the organiser decides."""
    for column in ("岗位名称", "需求专业", "学历要求", "备注"):
        words = texts.unlawful_demand(row[column])
        if words:
            ledger.find(
                row.file,
                row.number,
                column,
                f"招聘要求涉及性别、年龄或民族（“{words}”），法律不允许，请与单位核对。",
                f'"{words}" asks for sex, age or ethnicity, which the law forbids: ask the employer.',
            )
