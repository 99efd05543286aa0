"""Employers and their openings: 参会单位汇总表 and 岗位需求表."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind, Opening
from kiosk.domain.search import natural_key
from kiosk.domain.words import Words
from kiosk.pack.cleaning import classing, spans, texts
from kiosk.pack.cleaning.counts import headcount
from kiosk.pack.cleaning.credit_codes import credit_code
from kiosk.pack.cleaning.demands import unlawful_demands
from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.cleaning.majors import wanted_classes, wanted_majors
from kiosk.pack.cleaning.pay import pay
from kiosk.pack.cleaning.places import Place, place
from kiosk.pack.cleaning.stalls import stalls
from kiosk.pack.cleaning.texts import Cleaned
from kiosk.pack.records.ledger import Gravity, Ledger
from kiosk.pack.records.reading import Origin, clean, note, origin, rows_of
from kiosk.pack.sheets.opening import TEXT_SUFFIXES
from kiosk.pack.sheets.tables import Row, Table

_LEGAL_FORM = re.compile(r"(集团)?(股份有限公司|有限责任公司|有限公司|股份公司|公司)$|集团$")
_BRANCH = re.compile(r"(?:分公司|分行|支行|分院|分所|分部|办事处)）?$")
_LEAST_STEM = 4
"""Characters of a name that tell an employer."""
DECORATION = re.compile(r"\s*[(（](示例|样例|sample|example)[)）]\s*$", re.IGNORECASE)


class Booked(NamedTuple):
    """Who has a stall or a name: the row that named it first."""

    at: Origin
    name: str


@dataclass(frozen=True, slots=True)
class EmployerSheet:
    """What 参会单位汇总表 holds; `by_name` finds an employer's place in `exhibitors`."""

    exhibitors: tuple[Exhibitor, ...]
    by_name: dict[str, int]


def plain_name(name: str) -> str:
    """A name without the mark that it is a sample's."""
    return DECORATION.sub("", name)


def read_employers(tables: Sequence[Table], lists: Lists, ledger: Ledger) -> EmployerSheet:
    """Employers in the order of their stalls, those without one last."""
    rules = _rules(lists)
    met = _Met()
    found: list[Exhibitor] = []
    for row in rows_of(tables, ledger):
        employer = _employer(row, rules, ledger, met)
        if employer is not None:
            ledger.take(row.file, row.number)
            found.append(employer)
    note_relatives(met.names, ledger)
    ordered = tuple(replace(each, id=number) for number, each in enumerate(sorted(found, key=rank), start=1))
    return EmployerSheet(ordered, {texts.name_key(each.name.zh): at for at, each in enumerate(ordered)})


class _Rules(NamedTuple):
    """Rules that look things up in lists."""

    nature: Callable[[str], Cleaned[str]]
    industry: Callable[[str], Cleaned[str]]
    scale: Callable[[str], Cleaned[str]]
    place: Callable[[str], Cleaned[Place]]


def _rules(lists: Lists) -> _Rules:
    return _Rules(classing.nature(lists), classing.industry(lists), classing.scale(lists), place(lists))


@dataclass(slots=True)
class _Met:
    """Rows read so far, by what may not be twice."""

    names: dict[str, Booked] = field(default_factory=dict)
    stalls: dict[str, Booked] = field(default_factory=dict)
    codes: dict[str, Booked] = field(default_factory=dict)


def rank(exhibitor: Exhibitor) -> tuple[bool, tuple[str, int, str], str]:
    """Sort key: by stall, A2 before A10, then those without one by name."""
    first = exhibitor.stalls[0] if exhibitor.stalls else ""
    return not first, natural_key(first), exhibitor.name.zh


def _employer(row: Row, rules: _Rules, ledger: Ledger, met: _Met) -> Exhibitor | None:
    name = clean(ledger, row, "单位名称", texts.organisation_name)
    if not name:
        ledger.refuse(row.file, row.number, "单位名称", "", Words("没有单位名称", "no employer's name"))
        return None
    earlier = met.names.setdefault(texts.name_key(name), Booked(origin(row), name))
    if earlier.at != origin(row):
        _refuse_twin(row, earlier, met.stalls, ledger)
        return None
    numbers = read_stalls(row, ledger, name, met.stalls)
    _check_contact(row, ledger)
    _check_code(row, name, met.codes, ledger)
    return Exhibitor(
        id=0,
        kind=ExhibitorKind.EMPLOYER,
        name=Words(name, clean(ledger, row, "英文名称", texts.line)),
        stalls=numbers,
        zone=numbers[0][0] if numbers else "",
        nature=clean(ledger, row, "单位性质", rules.nature),
        industry=clean(ledger, row, "所属行业", rules.industry),
        scale=clean(ledger, row, "单位规模", rules.scale),
        region=clean(ledger, row, "所在地", rules.place, lambda found: found.text).region,
        aliases=_aliases(name),
    )


def _refuse_twin(row: Row, earlier: Booked, stalls: Mapping[str, Booked], ledger: Ledger) -> None:
    """Refuse a second row of one employer. A stall that only this row names is listed as left out."""
    first = earlier.at.seen_from(row.file)
    wanted = stalls_named_in(row)
    left_out = [each for each in wanted if each not in stalls]
    if left_out:
        both = "/".join(left_out)
        ledger.find(
            row.file,
            row.number,
            "展位号",
            f"本行与{first.zh}是同一单位，展位 {both} 没有采用。"
            f"若要两个展位，请都写在{first.zh}，用“/”分开。",
            f"the employer of {first.en} again, so stall {both} is not taken: "
            f"for two stalls write both into {first.en}, parted by a slash.",
        )
    reason = Words(f"与{first.zh}是同一单位", f"the same employer as {first.en}")
    ledger.refuse(row.file, row.number, "单位名称", row["单位名称"], reason)


def stalls_named_in(row: Row) -> tuple[str, ...]:
    """The row's stall numbers as far as they can be read; nothing is listed."""
    found = stalls(row["展位号"])
    return found.value if found else ()


def _check_code(row: Row, name: str, codes: dict[str, Booked], ledger: Ledger) -> None:
    """Two employers of one 统一社会信用代码 are one legal person. The code itself is not kept.

    Invented employers, marked （示例）, have codes that are wrong on purpose, so that they are nobody's.
    """
    if plain_name(name) != name:
        return
    code = clean(ledger, row, "统一社会信用代码", credit_code)
    earlier = codes.setdefault(code, Booked(origin(row), name)) if code else None
    if earlier is not None and earlier.at != origin(row):
        first = earlier.at.seen_from(row.file)
        ledger.find(
            row.file,
            row.number,
            "统一社会信用代码",
            f"“{name}”与{first.zh}“{earlier.name}”信用代码相同，请核对是不是同一家。",
            f'"{name}" has the credit code of {first.en}, "{earlier.name}": are they one?',
        )


def note_relatives(names: Mapping[str, Booked], ledger: Ledger) -> None:
    """List a branch whose head office takes part too, and names that differ only in 有限公司 and the like."""
    stems: dict[str, Booked] = {}
    for each in names.values():
        head = _head_office(each.name, names)
        if head is not None:
            there = head.at.seen_from(each.at.file)
            ledger.find(
                *each.at,
                "单位名称",
                f"“{each.name}”像是{there.zh}“{head.name}”的分支机构，请核对是否各要展位。",
                f'"{each.name}" looks like a branch of {there.en}, "{head.name}": do both have a stall?',
            )
        stem = texts.name_key(_LEGAL_FORM.sub("", plain_name(each.name)))
        alike = stems.setdefault(stem, each)
        if alike is not each:
            there = alike.at.seen_from(each.at.file)
            ledger.find(
                *each.at,
                "单位名称",
                f"“{each.name}”与{there.zh}“{alike.name}”只差公司类型，请核对是不是同一家。",
                f'"{each.name}" is {there.en}, "{alike.name}", but for its legal form: are they one?',
            )


def _aliases(name: str) -> tuple[str, ...]:
    """Shorter spellings by which a whole name is typed."""
    plain = plain_name(name)
    short = _LEGAL_FORM.sub("", plain)
    return tuple(dict.fromkeys(each for each in (plain, short) if len(each) >= 2 and each != name))


def _check_contact(row: Row, ledger: Ledger) -> None:
    """Who answers for the employer is not shown at the kiosk, so it is checked and not kept (PIPL 6)."""
    for column, rule in (
        ("联系电话", texts.phone),
        ("参会联系人", texts.line),
    ):
        clean(ledger, row, column, rule)
    for column in ("参会人数", "岗位数", "需求人数"):
        clean(ledger, row, column, headcount)


def read_stalls(row: Row, ledger: Ledger, name: str, booked: dict[str, Booked]) -> tuple[str, ...]:
    """The row's stalls. A stall that an earlier row has stays with that row, and this is listed."""
    found = stalls(row["展位号"])
    if found is None:
        note(ledger, row, "展位号", row["展位号"], "", "no stall number")
        return ()
    free = tuple(each for each in found.value if each not in booked)
    taken = [each for each in found.value if each in booked]
    if taken:
        note(ledger, row, "展位号", row["展位号"], "/".join(free), "stall of an earlier row")
    elif found.rule:
        note(ledger, row, "展位号", row["展位号"], "/".join(free), found.rule)
    for each in taken:
        first = booked[each]
        there = first.at.seen_from(row.file)
        ledger.find(
            row.file,
            row.number,
            each,
            f"展位 {each} 同时给了{there.zh}“{first.name}”和第 {row.number} 行“{name}”，"
            f"暂归{there.zh}，请确定一家。",
            f'stall {each} is given to {there.en}, "{first.name}", and to row {row.number}, "{name}": '
            f"{there.en} keeps it until you settle it.",
            Gravity.ERROR,
            "展位号",
        )
    for each in free:
        booked[each] = Booked(origin(row), name)
    return free


def read_openings(
    tables: Sequence[Table],
    employers: EmployerSheet,
    ledger: Ledger,
    class_of: Callable[[str], str] = lambda _major: "",
) -> tuple[Exhibitor, ...]:
    """The employers with their openings, in the sheets' order. `class_of`: classing.major_class's rule."""
    openings: dict[int, list[Opening]] = {}
    classes = cache(lambda majors: wanted_classes(majors, class_of))
    above, file = "", ""
    for row in rows_of(tables, ledger):
        if row.file != file:
            above, file = "", row.file
        name = _employer_of(row, ledger, above if file.lower().endswith(TEXT_SUFFIXES) else "")
        above = name or above
        opening = _opening(row, name, employers, ledger)
        if opening is not None:
            ledger.take(row.file, row.number)
            opening = replace(opening, major_classes=classes(opening.majors))
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
        note(ledger, row, "单位名称", row["单位名称"], name.value, name.rule)
    return name.value


def _opening(row: Row, name: str, employers: EmployerSheet, ledger: Ledger) -> Opening | None:
    if texts.name_key(name) not in employers.by_name:
        reason = _no_employer(name, employers)
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
        majors=clean(ledger, row, "需求专业", wanted_majors),
        degree=clean(ledger, row, "学历要求", classing.demanded_degree),
        headcount=clean(ledger, row, "需求人数", headcount),
        pay=clean(ledger, row, "薪资待遇", pay, lambda found: found.text).text,
        place=clean(ledger, row, "工作地点", texts.line),
        apply_url=clean(ledger, row, "网申链接", texts.link),
        title_en=clean(ledger, row, "英文名称", texts.line),
    )


def _head_office(name: str, names: Mapping[str, Booked]) -> Booked | None:
    """Who of `names` a branch's name begins with, the longest; None for what is no branch."""
    if not _BRANCH.search(name):
        return None
    heads = (names.get(texts.name_key(name[:length])) for length in range(len(name) - 1, _LEAST_STEM - 1, -1))
    return next((each for each in heads if each is not None), None)


def _no_employer(name: str, employers: EmployerSheet) -> Words:
    """Why an opening has no employer, and whose name is nearest: a branch, or the name without 有限公司."""
    if not name:
        return Words("没有单位名称", "no employer's name")
    stem = _LEGAL_FORM.sub("", plain_name(name))
    near = next((each.name.zh for each in employers.exhibitors if each.name.zh.startswith(stem)), "")
    if len(stem) >= _LEAST_STEM and near:
        return Words(
            f"参会单位汇总表里没有这家单位，但有“{near}”，如是同一家请写成一样",
            f'no such employer in 参会单位汇总表, but "{near}": write both alike if they are one',
        )
    return Words("参会单位汇总表里没有这家单位", "no such employer in 参会单位汇总表")


_NOTICE = ("岗位名称", "岗位类别", "需求专业", "学历要求", "薪资待遇", "工作地点", "备注")


def _flag_unlawful(row: Row, ledger: Ledger) -> None:
    """Job notices that ask for what the law forbids: the organiser decides."""
    for column in _NOTICE:
        for demand in unlawful_demands(row[column]) if row[column] else ():
            ledger.find(
                row.file,
                row.number,
                column,
                f"招聘条件涉及{demand.ground.zh}（“{demand.words}”），{demand.law.zh}不允许，请与单位核对后修改。",
                f'"{demand.words}" asks for {demand.ground.en}, which the law forbids ({demand.law.en}): '
                f"ask the employer to change it.",
            )
