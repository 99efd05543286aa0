"""People: 学生预约名单 (graduates) and 参会人员名单 (recruiters, representatives, staff, press, guests).

A `Registrant` is a person before the pack gives out ids: it carries the identity that stays the same when
the organiser corrects a sheet and builds again, so that codes already sent stay good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from kiosk.domain.attendee import Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind
from kiosk.domain.fair import Fair, Slot
from kiosk.domain.words import Words
from kiosk.pack.cleaning import classing, spans, texts
from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.records.reading import Origin, clean, origin, read_name, rows_of
from kiosk.pack.records.schools import find_school, read_school
from kiosk.pack.sheets.tables import Row, Table

Identity = tuple[str, ...]
ANY_TIME = spans.Booking(None, None)
_TAIL = 4

STATE_WORDS = {
    Registration.CONFIRMED: "已确认",
    Registration.PENDING: "待审核",
    Registration.WAITING: "候补",
    Registration.CANCELLED: "已取消",
    Registration.BARRED: "禁止入场",
}
"""状态 as the organiser writes it, and as it goes back to the organiser."""
_STATE_SYNONYMS = {
    Registration.CONFIRMED: ("", "确认", "通过", "已通过", "审核通过", "正常", "confirmed", "approved", "ok"),
    Registration.PENDING: ("审核中", "待确认", "未审核", "pending", "in review"),
    Registration.WAITING: ("候补中", "候补名单", "排队", "waiting", "waiting list", "waitlist", "waitlisted"),
    Registration.CANCELLED: ("取消", "未通过", "撤销", "cancelled", "canceled", "rejected", "withdrawn"),
    Registration.BARRED: ("禁入", "黑名单", "不得入场", "拒绝入场", "barred", "banned", "blocked"),
}
_REGISTRATIONS = {
    word: state for state, main in STATE_WORDS.items() for word in (main, *_STATE_SYNONYMS[state])
}
_TYPES = {
    "毕业生": BadgeType.GRADUATE,
    "用人单位": BadgeType.EMPLOYER,
    "学校代表": BadgeType.SCHOOL,
    "外省市代表团": BadgeType.DELEGATION,
    "工作人员": BadgeType.STAFF,
    "志愿者": BadgeType.VOLUNTEER,
    "媒体": BadgeType.PRESS,
    "嘉宾": BadgeType.GUEST,
}
_TYPE_SYNONYMS = {
    "学生": BadgeType.GRADUATE,
    "企业": BadgeType.EMPLOYER,
    "单位": BadgeType.EMPLOYER,
    "招聘单位": BadgeType.EMPLOYER,
    "参会单位": BadgeType.EMPLOYER,
    "学校": BadgeType.SCHOOL,
    "高校": BadgeType.SCHOOL,
    "高校代表": BadgeType.SCHOOL,
    "代表团": BadgeType.DELEGATION,
    "工作": BadgeType.STAFF,
    "会务": BadgeType.STAFF,
    "志愿": BadgeType.VOLUNTEER,
    "记者": BadgeType.PRESS,
    "专家": BadgeType.GUEST,
    "领导": BadgeType.GUEST,
}


@dataclass(frozen=True, slots=True)
class Registrant:
    """A person who gets a badge; `identity` names them across builds."""

    identity: Identity
    type: BadgeType
    person: Person
    registration: Registration = Registration.CONFIRMED
    booking: spans.Booking = ANY_TIME
    school_code: str = ""
    degree: str = ""
    major_class: str = ""
    stall: str = ""
    delegation: int | None = None
    note: str = ""


@dataclass(slots=True)
class Roll:
    """Everybody read so far, over all sheets: who is listed twice is refused the second time."""

    by_number: dict[Identity, Origin] = field(default_factory=dict)
    by_phone: dict[Identity, Origin] = field(default_factory=dict)
    by_tail: dict[tuple[str, str], Origin] = field(default_factory=dict)
    same: dict[Identity, int] = field(default_factory=dict)

    def enter(self, row: Row, number: Identity | None, phone: Identity | None) -> Origin | None:
        """Enter a person by school and student number, and by name and phone; the earlier row, if any."""
        place = origin(row)
        earlier = self.by_number.get(number) if number else None
        earlier = earlier or (self.by_phone.get(phone) if phone else None)
        if earlier is not None:
            return earlier
        if number:
            self.by_number[number] = place
        if phone:
            self.by_phone[phone] = place
        return None

    def alike(self, row: Row, name: str, phone: str) -> Origin | None:
        """An earlier row of that name whose phone ends alike: perhaps one person with a slip in the phone."""
        if not phone:
            return None
        place = origin(row)
        earlier = self.by_tail.setdefault((name.casefold(), phone[-_TAIL:]), place)
        return earlier if earlier != place else None

    def identity(self, *parts: str) -> Identity:
        """The parts, with a count where nothing else parts two people of one name."""
        self.same[parts] = self.same.get(parts, 0) + 1
        return parts if self.same[parts] == 1 else (*parts, str(self.same[parts]))


def read_students(
    tables: Sequence[Table], fair: Fair, lists: Lists, roll: Roll, ledger: Ledger
) -> tuple[Registrant, ...]:
    """Graduates, in the sheet's order.

    Of two rows of one person the first stands, but not where it was cancelled and another was not: who
    cancels and books again comes. Where one of them bars the person, that one stands.
    """
    rules = _student_rules(fair, lists)
    found: dict[int, Registrant] = {}
    for at, row in _by_weight(rows_of(tables, ledger), rules.state):
        registrant = _student(row, rules, lists, roll, ledger)
        if registrant is not None:
            ledger.take(row.file, row.number)
            found[at] = registrant
    return tuple(found[at] for at in sorted(found))


class _StudentRules(NamedTuple):
    """Rules for cells that hold one of a few texts: each text is looked at once."""

    degree: Callable[[str], texts.Cleaned[str]]
    year: Callable[[str], texts.Cleaned[str]]
    booking: Callable[[str], texts.Cleaned[spans.Booking]]
    state: Callable[[str], texts.Cleaned[Registration]]
    major_class: Callable[[str], str]


def _student_rules(fair: Fair, lists: Lists) -> _StudentRules:
    days = tuple(each.day for each in fair.days)
    return _StudentRules(
        cache(classing.degree),
        cache(texts.year),
        cache(lambda raw: spans.booking(raw, fair.slots, days)),
        cache(registration),
        cache(classing.major_class(lists)),
    )


def _by_weight(
    rows: Iterable[Row], state: Callable[[str], texts.Cleaned[Registration]]
) -> list[tuple[int, Row]]:
    """The rows in the order in which they stand for a person who has several, each with its place."""
    weights = {Registration.BARRED: 0, Registration.CANCELLED: 2}
    return sorted(enumerate(rows), key=lambda each: weights.get(state(each[1]["状态"]).value, 1))


def _student(row: Row, rules: _StudentRules, lists: Lists, roll: Roll, ledger: Ledger) -> Registrant | None:
    name = read_name(ledger, row)
    if not name:
        return None
    school = read_school(row, "学校", lists, ledger)
    number = clean(ledger, row, "学号", texts.student_number)
    phone = clean(ledger, row, "手机号", texts.mobile)
    by_number = ("student", school.code or texts.name_key(school.name), number) if number else None
    if _listed_already(row, roll, by_number, ("phone", name, phone) if phone else None, ledger):
        return None
    note_alike(row, roll, name, phone, ledger)
    major = clean(ledger, row, "专业", texts.line)
    degree = clean(ledger, row, "学历层次", rules.degree)
    clean(ledger, row, "毕业年份", rules.year)
    booking = clean(ledger, row, "预约时段", rules.booking, _booking_text)
    return Registrant(
        by_number or roll.identity("name", name, phone or school.name),
        BadgeType.GRADUATE,
        Person(name, school.name, "・".join(each for each in (major, degree) if each), number, phone),
        clean(ledger, row, "状态", rules.state, str),
        booking,
        school.code,
        degree,
        rules.major_class(major),
        note=clean(ledger, row, "现场提示", texts.line),
    )


def read_participants(
    tables: Sequence[Table], exhibitors: Iterable[Exhibitor], lists: Lists, roll: Roll, ledger: Ledger
) -> tuple[Registrant, ...]:
    """Recruiters, representatives and others, in the sheet's order. They may come at any time.

    Which of two rows of one person stands: see read_students.
    """
    hosts = {texts.name_key(each.name.zh): each for each in exhibitors}
    found: dict[int, Registrant] = {}
    for at, row in _by_weight(rows_of(tables, ledger), registration):
        registrant = _participant(row, hosts, lists, roll, ledger)
        if registrant is not None:
            ledger.take(row.file, row.number)
            found[at] = registrant
    return tuple(found[at] for at in sorted(found))


def _participant(
    row: Row, hosts: Mapping[str, Exhibitor], lists: Lists, roll: Roll, ledger: Ledger
) -> Registrant | None:
    name = read_name(ledger, row)
    if not name:
        return None
    kind = badge_type(row["证件类型"])
    if kind is None:
        reason = Words("不是八种证件之一", "none of the eight badge types")
        ledger.refuse(row.file, row.number, "证件类型", row["证件类型"], reason)
        return None
    if kind.rule:
        ledger.mend(row.file, row.number, "证件类型", row["证件类型"], _type_word(kind.value), kind.rule)
    organisation = _organisation(row, kind.value, lists, ledger)
    phone = clean(ledger, row, "手机号", texts.mobile)
    if _listed_already(row, roll, None, ("phone", name, phone) if phone else None, ledger):
        return None
    note_alike(row, roll, name, phone, ledger)
    host = hosts.get(texts.name_key(organisation))
    _note_stranger(row, kind.value, organisation, host, ledger)
    return Registrant(
        roll.identity("participant", name, phone or organisation),
        kind.value,
        Person(name, organisation, clean(ledger, row, "职务", texts.line), "", phone),
        clean(ledger, row, "状态", registration, str),
        stall=host.stalls[0] if host and host.stalls else "",
        school_code=host.school_code if host and host.kind is ExhibitorKind.SCHOOL else "",
        note=clean(ledger, row, "现场提示", texts.line),
    )


def _organisation(row: Row, kind: BadgeType, lists: Lists, ledger: Ledger) -> str:
    name = clean(ledger, row, "单位名称", texts.organisation_name)
    if kind is not BadgeType.SCHOOL:
        return name
    school = find_school(lists, name, "")
    if school.value.name != name:
        ledger.mend(row.file, row.number, "单位名称", row["单位名称"], school.value.name, school.rule)
    return school.value.name


def _note_stranger(
    row: Row, kind: BadgeType, organisation: str, host: Exhibitor | None, ledger: Ledger
) -> None:
    if kind in {BadgeType.EMPLOYER, BadgeType.SCHOOL} and host is None:
        ledger.find(
            row.file,
            row.number,
            "单位名称",
            f"“{organisation}”不在参会单位或学校里，胸卡上没有展位号。",
            f'"{organisation}" is no employer or school of this fair: its badge carries no stall number.',
        )


def badge_type(raw: str) -> texts.Cleaned[BadgeType] | None:
    """证件类型 as one of the eight; None for anything else."""
    text = texts.folded(raw)
    if text in _TYPES:
        return texts.Cleaned(_TYPES[text], "" if text == raw else "badge type")
    found = _TYPE_SYNONYMS.get(text) or next((kind for word, kind in _TYPES.items() if word in text), None)
    return texts.Cleaned(found, "badge type") if found else None


def registration(raw: str) -> texts.Cleaned[Registration]:
    """状态; an unknown word waits for the organiser, so that nobody is admitted by a slip."""
    text = texts.folded(raw)
    state = _REGISTRATIONS.get(text.casefold())
    if state is not None:
        return texts.Cleaned(state, "" if text == raw else "state")
    return texts.Cleaned(Registration.PENDING, "unknown state: waits for confirmation")


def _type_word(kind: BadgeType) -> str:
    return next(word for word, each in _TYPES.items() if each is kind)


def _booking_text(booking: spans.Booking) -> str:
    slot: Slot | None = booking.slot
    return slot.text() if slot else ""


def note_alike(row: Row, roll: Roll, name: str, phone: str, ledger: Ledger) -> None:
    """List a row whose name and phone's end an earlier row has: is it one person? The organiser knows."""
    earlier = roll.alike(row, name, phone)
    if earlier is not None:
        first = earlier.seen_from(row.file)
        ledger.find(
            row.file,
            row.number,
            "手机号",
            f"与{first.zh}姓名和手机尾号相同，请核对是不是同一人。",
            f"it has the name and the phone's last four digits of {first.en}: is it one person?",
        )


def _listed_already(
    row: Row, roll: Roll, number: Identity | None, phone: Identity | None, ledger: Ledger
) -> bool:
    earlier = roll.enter(row, number, phone)
    if earlier is None:
        return False
    first = earlier.seen_from(row.file)
    reason = Words(f"与{first.zh}是同一人", f"the same person as {first.en}")
    ledger.refuse(
        row.file, row.number, "学号" if number else "手机号", row["学号" if number else "手机号"], reason
    )
    return True
