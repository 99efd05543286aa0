"""Delegations and their members: 代表团名单."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.domain.attendee import Person
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Delegation
from kiosk.domain.words import Words
from kiosk.pack.cleaning import spans, texts
from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.cleaning.places import Gazetteer, gazetteer, province_in
from kiosk.pack.records.attendees import Registrant, Roll, note_alike, registration
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.records.reading import clean, note, read_name, rows_of
from kiosk.pack.sheets.tables import Row, Table

_GROUP = ("批次", "车次", "领队", "预计到达")
"""Columns that are merged over a group's members."""


@dataclass(frozen=True, slots=True)
class DelegationSheet:
    """What 代表团名单 holds."""

    delegations: tuple[Delegation, ...]
    members: tuple[Registrant, ...]


@dataclass(slots=True)
class _Group:
    id: int
    name: str
    region: str
    coach: str
    leader: str
    arrives_min: int | None
    members: int = 0


def read_delegations(tables: Sequence[Table], lists: Lists, roll: Roll, ledger: Ledger) -> DelegationSheet:
    """Groups by 批次 and 车次, in the sheets' order, and their members. Ids count from 1 in that order."""
    groups: dict[tuple[str, str], _Group] = {}
    members: list[Registrant] = []
    above: dict[str, str] = {}
    file = ""
    names = gazetteer(lists)
    for row in rows_of(tables, ledger):
        if row.file != file:
            above, file = {}, row.file
        cells = _with_merged(row, above, ledger)
        name = read_name(ledger, row)
        if not name:
            continue
        if not cells["批次"]:
            ledger.refuse(row.file, row.number, "批次", "", Words("没有批次", "no group"))
            continue
        phone = clean(ledger, row, "手机号", texts.mobile)
        earlier = roll.enter(row, None, ("phone", name, phone) if phone else None)
        if earlier is not None:
            first = earlier.seen_from(row.file)
            reason = Words(f"与{first.zh}是同一人", f"the same person as {first.en}")
            ledger.refuse(row.file, row.number, "手机号", row["手机号"], reason)
            continue
        note_alike(row, roll, name, phone, ledger)
        organisation = clean(ledger, row, "单位", texts.organisation_name)
        key = (cells["批次"], cells["车次"])
        group = groups.get(key) or _group(len(groups) + 1, cells, row, organisation, names, ledger)
        groups[key] = group
        group.members += 1
        members.append(
            Registrant(
                roll.identity("delegation", name, phone or organisation),
                BadgeType.DELEGATION,
                Person(name, organisation, clean(ledger, row, "职务", texts.line), "", phone),
                clean(ledger, row, "状态", registration, str),
                delegation=group.id,
                note=clean(ledger, row, "现场提示", texts.line),
            )
        )
        ledger.take(row.file, row.number)
    delegations = tuple(
        Delegation(each.id, each.name, each.region, each.coach, each.leader, each.members, each.arrives_min)
        for each in groups.values()
    )
    return DelegationSheet(delegations, tuple(members))


def _with_merged(row: Row, above: dict[str, str], ledger: Ledger) -> dict[str, str]:
    """The group's cells, blanks filled from the row above while that is of the same group."""
    new_group = bool(row["批次"].strip()) and "批次" not in row.merged
    cells: dict[str, str] = {}
    for column in _GROUP:
        text = texts.line(row[column]).value
        blank = not text or column in row.merged
        if blank and not new_group and above.get(column):
            text = text or above[column]
            ledger.mend(row.file, row.number, column, "", text, "blank of a merged cell")
        cells[column] = text
    above.update(cells)
    return cells


def _group(
    number: int, cells: dict[str, str], row: Row, organisation: str, names: Gazetteer, ledger: Ledger
) -> _Group:
    name = texts.line(row["代表团"]).value or cells["批次"]
    said = (texts.line(row["省份"]).value, name, organisation)
    place = next((found for text in said if (found := province_in(names, text))), "")
    arrives = spans.minute(cells["预计到达"])
    if arrives.rule:
        note(ledger, row, "预计到达", cells["预计到达"], spans.clock(arrives.value), arrives.rule)
    leader = texts.person_name(cells["领队"]).value
    return _Group(number, name, place, cells["车次"], leader, arrives.value)
