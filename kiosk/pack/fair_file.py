"""The organiser's `fair.toml`: the fair, its days, rules, levels, zones, gates, kiosks and staff."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from kiosk.domain.fair import Fair, FairDay, FairKind, Gate, Policy, Slot, StaffMember, Words, day_number
from kiosk.domain.floorplan import Zone
from kiosk.pack.faults import PackFault

FILE = "fair.toml"
MAX_FILE_BYTES = 1024 * 1024
FAIR_ID = re.compile(r"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")
"""A fair's id names folders and files, so it is a plain word."""
PART_ID = re.compile(r"^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$")

PIN = re.compile(r"^[0-9]{4,8}$")
_LAST_DAY_NUMBER = 0xFFFF
"""A badge token has 16 bits for its last valid day."""
_LONGEST_RETENTION_DAYS = 3650


class _Part(msgspec.Struct, forbid_unknown_fields=True):
    pass


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
    early_grace_min: int = 10
    late_grace_min: int = 60
    hall_capacity: int = 0
    retention_days: int = 30


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


class _Kiosk(_Part):
    id: str
    gate: str
    name_zh: str
    name_en: str = ""


class _Staff(_Part):
    id: str
    name: str
    pin: str


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


@dataclass(frozen=True, slots=True)
class KioskEntry:
    """A kiosk as fair.toml names it; its place comes from the drawing."""

    id: str
    gate: str
    name: Words


@dataclass(frozen=True, slots=True)
class FairFile:
    """What fair.toml says."""

    fair: Fair
    levels: tuple[tuple[str, Words], ...]
    zones: tuple[Zone, ...]
    kiosks: tuple[KioskEntry, ...]


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
    return FairFile(
        _fair(file, hash_pin),
        tuple((each.id, Words(each.name_zh, each.name_en)) for each in file.level),
        tuple(Zone(each.letter.upper(), Words(each.name_zh, each.name_en), each.level) for each in file.zone),
        tuple(KioskEntry(each.id, each.gate, Words(each.name_zh, each.name_en)) for each in file.kiosk),
    )


def _fair(file: _File, hash_pin: Callable[[str, str], str]) -> Fair:
    days = tuple(FairDay(each.date, _minutes(each.opens), _minutes(each.closes)) for each in file.day)
    slots = tuple(Slot(_minutes(each.start), _minutes(each.end)) for each in file.slot)
    if any(day.closes_min <= day.opens_min for day in days) or any(s.end_min <= s.start_min for s in slots):
        raise _wrong("有一天或一个时段的结束不晚于开始", "a day or slot ends before it begins")
    policy = file.policy
    return Fair(
        id=file.fair.id,
        kind=file.fair.kind,
        name=Words(file.fair.name_zh, file.fair.name_en),
        venue=Words(file.fair.venue_zh, file.fair.venue_en),
        sample=file.fair.sample,
        days=tuple(sorted(days, key=lambda day: day.day)),
        slots=tuple(sorted(slots, key=lambda slot: (slot.start_min, slot.end_min))),
        policy=Policy(
            policy.early_grace_min,
            policy.late_grace_min,
            policy.hall_capacity,
            Words(policy.desk_zh, policy.desk_en),
            policy.retention_days,
            policy.consent_version,
            Words(policy.consent_zh, policy.consent_en),
        ),
        gates=tuple(Gate(each.id, Words(each.name_zh, each.name_en)) for each in file.gate),
        staff=tuple(StaffMember(each.id, each.name, hash_pin(each.id, each.pin)) for each in file.staff),
    )


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
        ("staff", [each.id for each in file.staff]),
    ):
        twice = sorted({each for each in ids if ids.count(each) > 1})
        if twice:
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
    numbers = [file.policy.early_grace_min, file.policy.late_grace_min, file.policy.hall_capacity]
    if min(*numbers, file.policy.retention_days) < 0:
        raise _wrong("policy 里有负数", "a number under [policy] is negative")
    _check_limits(file)


def _check_limits(file: _File) -> None:
    """What a kiosk could not work with: a day that no badge can name, a PIN that nobody can type."""
    for each in file.day:
        if not 0 <= day_number(each.date) <= _LAST_DAY_NUMBER:
            raise _wrong(f"日期 {each.date} 不可用", f"the date {each.date} is out of range")
    if file.policy.retention_days > _LONGEST_RETENTION_DAYS:
        raise _wrong("retention_days 太长", f"retention_days is over {_LONGEST_RETENTION_DAYS}")
    for staff in file.staff:
        if not PIN.match(staff.pin):
            raise _wrong(f"{staff.id} 的 pin 要四到八位数字", f"the pin of {staff.id} takes 4 to 8 digits")
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
