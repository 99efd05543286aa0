"""The organiser's `fair.toml`: the fair, its days, rules, levels, zones, gates, kiosks and staff."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

import msgspec

from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import (
    Direction,
    EntryWindow,
    Fair,
    FairDay,
    FairKind,
    Gate,
    Hall,
    Policy,
    Session,
    Slot,
    StaffMember,
    StaffRole,
    day_number,
)
from kiosk.domain.floorplan import Zone
from kiosk.domain.words import Words
from kiosk.pack import weak_pins
from kiosk.pack.faults import PackFault
from kiosk.pack.files import FAIR_ID

FILE = "fair.toml"
MAX_FILE_BYTES = 1024 * 1024
PART_ID = re.compile(r"^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$")

PIN = re.compile(r"^[0-9]{4,8}$")
_LAST_DAY_NUMBER = 0xFFFF
"""A badge token has 16 bits for its last valid day."""
_LONGEST_RETENTION_DAYS = 3650


class _Part(msgspec.Struct, forbid_unknown_fields=True): ...


class _Fair(_Part):
    id: str
    kind: FairKind
    name_zh: str
    venue_zh: str
    name_en: str = ""
    venue_en: str = ""
    sample: bool = False


class _Day(_Part):
    date: date
    opens: str
    closes: str


class _Slot(_Part):
    start: str
    end: str


class _Policy(_Part):
    desk_zh: str
    consent_version: str
    consent_zh: str
    desk_en: str = ""
    consent_en: str = ""
    declaration_zh: str = ""
    declaration_en: str = ""
    early_grace_min: int | None = None
    late_grace_min: int | None = None
    hall_capacity: int | None = None
    retention_days: int | None = None
    re_entry: bool | None = None
    employer_limit: int | None = None
    consent_types: tuple[str, ...] = ()
    undo_window_min: int | None = None
    session_early_min: int | None = None


class _Window(_Part):
    types: tuple[str, ...]
    opens: str
    closes: str


class _Hall(_Part):
    id: str
    name_zh: str
    capacity: int
    name_en: str = ""


class _Level(_Part):
    id: str
    name_zh: str
    name_en: str = ""


class _Zone(_Part):
    letter: str
    name_zh: str
    level: str
    name_en: str = ""


class _Gate(_Part):
    id: str
    name_zh: str
    name_en: str = ""
    direction: Direction = Direction.IN
    hall: str = ""
    session: str = ""
    types: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()


class _Kiosk(_Part):
    id: str
    gate: str
    name_zh: str
    name_en: str = ""
    issues: tuple[str, ...] = ()
    hub: bool = False


class _Staff(_Part):
    id: str
    name: str
    pin: str
    roles: tuple[StaffRole, ...] = (StaffRole.MANAGE,)


class _File(_Part):
    fair: _Fair
    day: tuple[_Day, ...]
    policy: _Policy
    level: tuple[_Level, ...]
    gate: tuple[_Gate, ...]
    kiosk: tuple[_Kiosk, ...]
    slot: tuple[_Slot, ...] = ()
    zone: tuple[_Zone, ...] = ()
    staff: tuple[_Staff, ...] = ()
    window: tuple[_Window, ...] = ()
    hall: tuple[_Hall, ...] = ()


@dataclass(frozen=True, slots=True)
class KioskEntry:
    """A kiosk as fair.toml names it; its place comes from the drawing."""

    id: str
    gate: str
    name: Words
    issues: tuple[BadgeType, ...] = ()
    """Badge types that its key may issue; all of them where none is named."""
    hub: bool = False
    """Whether it lets other machines in, and certifies them."""


@dataclass(frozen=True, slots=True)
class FairFile:
    """What fair.toml says."""

    fair: Fair
    levels: tuple[tuple[str, Words], ...]
    zones: tuple[Zone, ...]
    kiosks: tuple[KioskEntry, ...]
    staff_findings: tuple[tuple[str, Words], ...] = ()
    """PINs that are soon guessed and the like: a member's id (or nothing), and words. A sample's stand in its
    documentation anyway."""


def read_fair_file(folder: Path, hash_pin: Callable[[str, str], str]) -> FairFile:
    """Read `fair.toml`. `hash_pin(staff id, PIN)` gives what the pack keeps of a PIN.

    Raises PackFault that names the field which is missing or wrong.
    """
    path = folder / FILE
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise _wrong("fair.toml 太大", "it is larger than 1 MB")
        raw = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
        file = msgspec.convert(raw, _File)
    except FileNotFoundError as fault:
        raise PackFault(
            f"{folder} 里没有 fair.toml，请先写好它。",
            f"no {FILE} in {folder}: write one first (see the sample fairs).",
        ) from fault
    except OSError as fault:
        raise _wrong(f"读不出来：{fault.strerror}", f"it cannot be read: {fault.strerror}") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as fault:
        raise _wrong(f"写法不对：{fault}", str(fault)) from fault
    _check(file)
    fair = _fair(file, hash_pin)
    return FairFile(
        fair,
        tuple((each.id, Words(each.name_zh, each.name_en)) for each in file.level),
        tuple(Zone(each.letter.upper(), Words(each.name_zh, each.name_en), each.level) for each in file.zone),
        tuple(_kiosk(each) for each in file.kiosk),
        () if fair.sample else weak_pins.findings([(each.id, each.pin) for each in file.staff], fair.staff),
    )


def _fair(file: _File, hash_pin: Callable[[str, str], str]) -> Fair:
    days = tuple(FairDay(each.date, _minutes(each.opens), _minutes(each.closes)) for each in file.day)
    slots = tuple(Slot(_minutes(each.start), _minutes(each.end)) for each in file.slot)
    if any(day.closes_min <= day.opens_min for day in days) or any(s.end_min <= s.start_min for s in slots):
        raise _wrong("有一天或一个时段的结束不晚于开始", "a day or slot ends before it begins")
    return Fair(
        id=file.fair.id,
        kind=file.fair.kind,
        name=Words(file.fair.name_zh, file.fair.name_en),
        venue=Words(file.fair.venue_zh, file.fair.venue_en),
        sample=file.fair.sample,
        days=tuple(sorted(days, key=lambda day: day.day)),
        slots=tuple(sorted(slots, key=lambda slot: (slot.start_min, slot.end_min))),
        policy=_policy(file),
        gates=tuple(_gate(each) for each in file.gate),
        staff=tuple(
            StaffMember(each.id, each.name, hash_pin(each.id, each.pin), each.roles) for each in file.staff
        ),
    )


_NUMBERS = tuple(each.name for each in fields(Policy) if type(each.default) is int)


def _policy(file: _File) -> Policy:
    """The rules; what the file does not give is as the domain has it."""
    given = file.policy
    numbers = {name: getattr(given, name) for name in (*_NUMBERS, "re_entry")}
    return replace(
        Policy(),
        **{name: value for name, value in numbers.items() if value is not None},
        desk=Words(given.desk_zh, given.desk_en),
        consent_version=given.consent_version,
        consent=Words(given.consent_zh, given.consent_en),
        windows=tuple(
            EntryWindow(_types("window", each.types), _minutes(each.opens), _minutes(each.closes))
            for each in file.window
        ),
        halls=tuple(Hall(each.id, Words(each.name_zh, each.name_en), each.capacity) for each in file.hall),
        consent_types=_types("policy.consent_types", given.consent_types),
        declaration=Words(given.declaration_zh, given.declaration_en),
    )


def _gate(gate: _Gate) -> Gate:
    return Gate(
        gate.id,
        Words(gate.name_zh, gate.name_en),
        gate.direction,
        gate.hall,
        gate.session,
        _types(f"gate {gate.id}", gate.types),
        tuple(each.upper() for each in gate.zones),
    )


def _kiosk(kiosk: _Kiosk) -> KioskEntry:
    names, types = Words(kiosk.name_zh, kiosk.name_en), _types(f"kiosk {kiosk.id}", kiosk.issues)
    return KioskEntry(kiosk.id, kiosk.gate, names, types, kiosk.hub)


def _types(where: str, names: tuple[str, ...]) -> tuple[BadgeType, ...]:
    known = {each.name.lower(): each for each in BadgeType}
    for name in names:
        if name not in known:
            raise _wrong(
                f"{where} 不认识证件类型 {name}，有：{'、'.join(known)}",
                f"{where}: no badge type {name}. There are: {', '.join(known)}",
            )
    return tuple(known[name] for name in names)


def _check(file: _File) -> None:
    if not FAIR_ID.match(file.fair.id):
        raise _wrong(
            "fair.id 只能用小写字母、数字和连字符", "fair.id takes small letters, digits and hyphens"
        )
    if not file.day or not file.level or not file.gate or not file.kiosk:
        raise _wrong("day、level、gate、kiosk 各要有一个以上", "it needs a day, a level, a gate and a kiosk")
    for what, ids in (
        ("day", [each.date.isoformat() for each in file.day]),
        ("level", [each.id for each in file.level]),
        ("zone", [each.letter.upper() for each in file.zone]),
        ("gate", [each.id for each in file.gate]),
        ("kiosk", [each.id for each in file.kiosk]),
        ("hall", [each.id for each in file.hall]),
        ("staff", [each.id for each in file.staff]),
    ):
        if twice := sorted({each for each in ids if ids.count(each) > 1}):
            raise _wrong(f"{what} {twice[0]} 写了两次", f"{what} {twice[0]} stands twice")
        if what != "day" and not all(PART_ID.match(each) for each in ids):
            raise _wrong(
                f"{what} 的 id 只能用字母、数字、- 和 _", f"a {what} id takes letters, digits, - and _"
            )
    levels = {each.id for each in file.level}
    gates = {each.id for each in file.gate}
    for zone in file.zone:
        if zone.level not in levels:
            raise _wrong(
                f"专区 {zone.letter} 的楼层 {zone.level} 没有写", f"zone {zone.letter}: no level {zone.level}"
            )
    for kiosk in file.kiosk:
        if kiosk.gate not in gates:
            raise _wrong(
                f"终端 {kiosk.id} 的门 {kiosk.gate} 没有写", f"kiosk {kiosk.id}: no gate {kiosk.gate}"
            )
    _check_rules(file)
    _check_gates(file)
    _check_limits(file)


def _check_rules(file: _File) -> None:
    """Numbers and texts under [policy], hours under [[window]]."""
    numbers = [(f"policy.{name}", getattr(file.policy, name) or 0) for name in _NUMBERS]
    numbers += [(f"hall {each.id}: capacity", each.capacity) for each in file.hall]
    for name, number in numbers:
        if number < 0:
            raise _wrong(f"{name} 是负数", f"{name} is negative")
    if file.policy.declaration_en and not file.policy.declaration_zh:
        raise _wrong(
            "有 declaration_en 而没有 declaration_zh", "there is a declaration_en and no declaration_zh"
        )
    for window in file.window:
        named = "、".join(window.types), ", ".join(window.types)
        if not window.types:
            raise _wrong("有一个 window 没有写 types", "a window names no types")
        if _minutes(window.closes) <= _minutes(window.opens):
            raise _wrong(
                f"{named[0]} 的 window 结束不晚于开始", f"the window of {named[1]} ends before it begins"
            )
    types = [each for window in file.window for each in window.types]
    if twice := sorted({each for each in types if types.count(each) > 1}):
        raise _wrong(f"{twice[0]} 有两个 window", f"{twice[0]} has two windows")


def _check_gates(file: _File) -> None:
    """What a gate names must be there. The programme's sessions: see check_sessions."""
    halls = {each.id for each in file.hall}
    zones = {each.letter.upper() for each in file.zone}
    for gate in file.gate:
        if gate.hall and gate.hall not in halls:
            raise _wrong(f"门 {gate.id} 的馆 {gate.hall} 没有写", f"gate {gate.id}: no hall {gate.hall}")
        if strange := sorted({each.upper() for each in gate.zones} - zones):
            raise _wrong(f"门 {gate.id} 的专区 {strange[0]} 没有写", f"gate {gate.id}: no zone {strange[0]}")
        if gate.session and gate.hall:
            raise _wrong(
                f"门 {gate.id} 不能既是会场门又通向一个馆",
                f"gate {gate.id} is a session's door or leads into a hall, not both",
            )
        if gate.session and gate.direction is Direction.NONE:
            raise _wrong(
                f"门 {gate.id} 是会场门，direction 只能是 in 或 out",
                f"gate {gate.id} is a session's door: its direction is in or out",
            )
    for hall in sorted(halls - {gate.hall for gate in file.gate}):
        raise _wrong(
            f"没有门通向馆 {hall}，它的人数数不了", f"no gate leads into hall {hall}: nobody is counted there"
        )


def check_sessions(fair: Fair, sessions: Iterable[Session]) -> None:
    """Every session door is a door of a session in the programme. Raises PackFault."""
    known = {each.id for each in sessions}
    for gate in fair.gates:
        if gate.session and gate.session not in known:
            raise _wrong(
                f"门 {gate.id} 的活动 {gate.session} 不在活动日程里",
                f"gate {gate.id}: the programme has no session {gate.session}",
            )


def _check_limits(file: _File) -> None:
    """What a kiosk could not work with: a day that no badge can name, a PIN that nobody can type."""
    for each in file.day:
        if not 0 <= day_number(each.date) <= _LAST_DAY_NUMBER:
            raise _wrong(f"日期 {each.date} 不可用", f"the date {each.date} is out of range")
    if (file.policy.retention_days or 0) > _LONGEST_RETENTION_DAYS:
        raise _wrong("retention_days 太长", f"retention_days is over {_LONGEST_RETENTION_DAYS}")
    for staff in file.staff:
        if not PIN.match(staff.pin):
            raise _wrong(f"{staff.id} 的 pin 要四到八位数字", f"the pin of {staff.id} takes 4 to 8 digits")
        if not staff.roles:
            raise _wrong(f"{staff.id} 的 roles 是空的", f"the roles of {staff.id} are empty")
    pins = [staff.pin for staff in file.staff]
    for staff in file.staff:
        if pins.count(staff.pin) > 1:
            raise _wrong(f"{staff.id} 的 pin 与别人相同", f"the pin of {staff.id} is another's too")


def _minutes(text: str) -> int:
    match = re.match(r"^(\d{1,2}):(\d{2})$", text)
    if match is None or int(match[1]) * 60 + int(match[2]) > 24 * 60 or int(match[2]) > 59:
        raise _wrong(f"“{text}”不是时间，请写成 09:00", f'"{text}" is no time: write 09:00')
    return int(match[1]) * 60 + int(match[2])


def _wrong(zh: str, en: str) -> PackFault:
    return PackFault(f"fair.toml：{zh}。", f"{FILE}: {en}.")
