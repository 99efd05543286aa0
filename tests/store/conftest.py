"""A real store, a real catalogue, and facts of other kiosks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from kiosk.domain import facts
from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind, Opening, PoolEntry
from kiosk.domain.fair import (
    Delegation,
    Fair,
    FairDay,
    FairKind,
    Gate,
    Policy,
    Session,
    SessionKind,
    Slot,
    StaffMember,
)
from kiosk.domain.fairpack import Issue, PackContent
from kiosk.domain.floorplan import Facility, FacilityKind, FloorPlan, Graph, KioskPlace, Level, Stall, Zone
from kiosk.domain.key_certificate import KeyCertificate, KeyRole
from kiosk.domain.search import HitKind, SearchEntry
from kiosk.domain.words import Words
from kiosk.store import bodies
from kiosk.store.catalogue import Catalogue
from kiosk.store.catalogue_writer import write
from kiosk.store.migrations import Store, open_store

NOON_MS = 1_795_838_400_000
"""2026-11-28 12:00 in Beijing."""


@pytest.fixture(scope="session")
def key() -> bytes:
    """A store's key."""
    return bytes(range(32))


@pytest.fixture
def make_store(tmp_path_factory: pytest.TempPathFactory, key: bytes) -> Iterator[Callable[[], Store]]:
    """Opens fresh stores, each in its own folder, and closes them."""
    with ExitStack() as stack:

        def make() -> Store:
            store = open_store(tmp_path_factory.mktemp("kiosk") / "store.db", key)
            stack.callback(store.close)
            return store

        yield make


@pytest.fixture
def store(make_store: Callable[[], Store]) -> Store:
    """One fresh store."""
    return make_store()


@pytest.fixture
def record(store: Store) -> Callable[..., facts.Fact]:
    """Appends one fact to `store` in a transaction of its own: record(body, now_ms=…, person=…)."""

    def append(body: facts.Body, now_ms: int = NOON_MS, personal: facts.Personal | None = None) -> facts.Fact:
        with store.transaction():
            return store.journal.append(body, now_ms=now_ms, personal=personal)

    return append


@pytest.fixture
def register(record: Callable[..., facts.Fact]) -> Callable[..., facts.Fact]:
    """Registers a walk-up: register(attendee id, person)."""

    def register_one(attendee: int, person: Person, fair: str = "f", now_ms: int = NOON_MS) -> facts.Fact:
        personal = bodies.personal_for(person)
        body = facts.AttendeeRegistered(
            fair=fair,
            attendee=attendee,
            badge_type=1,
            consent_version="1",
            school_code="4111010001",
            degree="本科",
            personal=facts.personal_digest(personal),
        )
        return record(body, now_ms, personal)

    return register_one


@pytest.fixture(scope="session")
def chain() -> Callable[..., list[facts.Fact]]:
    """Facts of another kiosk: chain(origin, [(time_ms, body), …])."""

    def make(origin: bytes, happened: Sequence[tuple[int, facts.Body]]) -> list[facts.Fact]:
        made: list[facts.Fact] = []
        previous, last = facts.GENESIS, 0
        for seq, (time_ms, body) in enumerate(happened, 1):
            last = facts.next_time(last, time_ms)
            encoded = bodies.encode(body)
            digest = facts.fact_hash(
                origin=origin, seq=seq, time=last, kind=body.kind, body=encoded, previous=previous
            )
            made.append(facts.Fact(origin, seq, last, body.kind, encoded, previous, digest))
            previous = digest
        return made

    return make


@pytest.fixture(scope="session")
def any_body() -> st.SearchStrategy[facts.Body]:
    """Bodies of every kind, over few ids, gates and states, so that they meet."""
    return st.sampled_from(sorted(facts.KINDS)).flatmap(_bodies_of)


def _bodies_of(kind: str) -> st.SearchStrategy[facts.Body]:
    body_type = facts.KINDS[kind]
    known = _FIELDS | _SPECIAL.get(kind, {})
    return st.builds(body_type, **{field.name: known.get(field.name, _TEXTS) for field in fields(body_type)})


ORIGINS = (b"kiosk a 00000001", b"kiosk b 00000001", b"kiosk c 00000001")
"""Of the journals that the projections' tests bring together."""
_IDS = st.sampled_from((0, 1, 2, 3, 2**63, 2**64 - 1))
_TEXTS = st.sampled_from(("", "a", "林示远", "\0", "\U00020000"))
_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "fair": st.sampled_from(("f", "g")),
    "gate": st.sampled_from(("", "east", "west")),
    "verdict": st.sampled_from(("admit", "admit", "notice", "refuse")),
    "reasons": st.sampled_from((("welcome",), ("repeated",), ())),
    "attendee": _IDS,
    "badge": _IDS,
    "job": _IDS,
    "batch": _IDS,
    "row": st.integers(0, 3),
    "first": st.integers(0, 3),
    "last": st.sampled_from((0, 2, 2**63)),
    "badges": st.lists(st.tuples(_IDS, _IDS, st.integers(0, 3)), max_size=3).map(tuple),
    "whom": st.sampled_from((("employer",), ())),
    "whole": st.booleans(),
    "again": st.booleans(),
    "kid": st.integers(0, 3),
    "badge_type": st.integers(0, 9),
    "last_valid_day": st.integers(0, 2**16),
    "replaces": st.lists(_IDS, max_size=3).map(tuple),
    "paused": st.booleans(),
    "version": st.integers(0, 2**64 - 1),
    "rows": st.integers(0, 2**64 - 1),
    "role": st.sampled_from(("kiosk", "organiser", "?")),
    "public_key": st.sampled_from(("00", "no hex")),
    "signature": st.just("ff"),
    "direction": st.sampled_from(("in", "in", "out", "none")),
    "hall": st.sampled_from(("", "1")),
    "session": st.sampled_from(("", "", "t1")),
    "stall": st.sampled_from(("", "A001")),
    "group": _IDS,
    "seq": st.integers(0, 8),
    "from_seq": st.sampled_from((0, 1, 3, 2**64 - 1)),
    "passages": st.lists(st.sampled_from(("p1", "lift-1", "")), max_size=2).map(tuple),
    "sessions": st.sampled_from((("t1",), ())),
    "closed": st.booleans(),
    "lookups": _IDS,
    "found": _IDS,
    "rare": _IDS,
    "missed": st.lists(st.tuples(st.sampled_from(("华为", "a")), _IDS), max_size=2).map(tuple),
    "barred": st.booleans(),
    "released": st.booleans(),
    "stalls": st.lists(st.sampled_from(("A001", "A002")), max_size=3).map(tuple),
    "to": st.sampled_from(("consent", "declaration", "?")),
    "ahead_ms": _IDS,
    "kept": _IDS,
    "strays": _IDS,
    "unheard_s": st.sampled_from((None, 0, 840, 2**64 - 1)),
    "at": st.sampled_from(("", ORIGINS[0].hex())),
    "outcome": st.sampled_from(("same_person", "two_people", "?")),
    "printers": st.sampled_from(((), (("p1", "东门", "East", "台", "desk", "a6"),))),
}
_SPECIAL: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "lookups_counted": {"day": st.sampled_from((0, 2523, 2**16, 2**64 - 1))},
    "key_certified": {"fair": st.integers(0, 2**32)},
    "double_resolved": {
        "passages": st.lists(
            st.tuples(st.sampled_from((*(each.hex() for each in ORIGINS), "no hex")), st.integers(0, 8)),
            max_size=3,
        ).map(tuple),
    },
    "fork_found": {"kept": _TEXTS, "origin": st.sampled_from((ORIGINS[0].hex(), "no hex"))},
    "fork_seen": {"origin": st.sampled_from((ORIGINS[0].hex(), "no hex"))},
    "agreed": {"version": st.sampled_from(("1", "2"))},
    "check_in_undone": {
        "origin": st.sampled_from((*(each.hex() for each in ORIGINS), "no hex")),
    },
    "check_in": {
        "attendee": st.none() | _IDS,
        "badge": st.none() | _IDS,
        "badge_type": st.none() | st.integers(0, 9),
        "day": st.sampled_from((None, 0, 2523, 2524, 2**16, 2**64 - 1)),
    },
}


@pytest.fixture(scope="session")
def content() -> PackContent:
    """A small fair pack: 3 exhibitors, 4 attendees, a plan, a session, a delegation."""
    day = date(2026, 11, 28)
    fair = Fair(
        id="f",
        kind=FairKind.DOUBLE_SELECTION,
        name=Words("示例双选会", "Sample fair"),
        venue=Words("示例会馆", "Sample hall"),
        sample=True,
        days=(FairDay(day, 510, 960),),
        slots=(Slot(540, 630),),
        policy=Policy(10, 60, 2500, Words("4 号服务台", "desk 4"), 30, "2026-1", Words("同意", "I agree")),
        gates=(Gate("east", Words("东门", "East gate")),),
        staff=(StaffMember("s1", "陈示例", "scrypt$…"),),
    )
    return PackContent(
        fair=fair,
        plan=_plan(),
        exhibitors=_exhibitors(),
        sessions=(
            Session("t1", SessionKind.TALK, Words("宣讲", ""), day, Slot(600, 660), "报告厅", "王示例", 80),
        ),
        delegations=(Delegation(1, "示例省代表团", "示例省", "京A00000", "赵示例", 12, 560),),
        attendees=_attendees(day),
        issues=tuple(
            Issue(attendee, 2**64 - attendee % 1000, bytes([index]) * 32)
            for index, attendee in enumerate((1, 2**63, 2**64 - 1, 77))
        ),
        search=(
            SearchEntry(
                HitKind.EXHIBITOR, "1", ("a001", "示例云计算"), ("示例云计算", "云计算", "yunjisuan", "yjs")
            ),
            SearchEntry(
                HitKind.EXHIBITOR, "2", ("a002",), ("示例风电", "风电", "fengdian", "fd", "c++", "云")
            ),
            SearchEntry(HitKind.EXHIBITOR, "3", ("a003", "云"), ("示例大学", "大学", "daxue")),
            SearchEntry(HitKind.SESSION, "t1", (), ("宣讲", "xuanjiang")),
            SearchEntry(HitKind.FACILITY, "wc", ("卫生间",), ("卫生间", "toilet")),
        ),
        authority=bytes(range(32)),
        certificates=(KeyCertificate(7, bytes(32), KeyRole.ORGANISER, "示例主办", 9, bytes(64)),),
        readings=(("林", "lin"), ("示", "shi"), ("远", "yuan"), ("曾", "zeng ceng"), ("李", "li")),
    )


def _exhibitors() -> tuple[Exhibitor, ...]:
    return (
        Exhibitor(
            1,
            ExhibitorKind.EMPLOYER,
            Words("示例云计算", "Sample Cloud"),
            ("A001",),
            "A",
            openings=(Opening("工程师", "计算机", "本科起", 3), Opening("会计", headcount=None)),
        ),
        Exhibitor(2, ExhibitorKind.EMPLOYER, Words("示例风电", ""), ("A002",), "A", aliases=("风电",)),
        Exhibitor(
            3,
            ExhibitorKind.SCHOOL,
            Words("示例大学", ""),
            ("A003",),
            "A",
            school_code="4111010001",
            pool=(PoolEntry("本科", "计算机", 120),),
        ),
    )


def _attendees(day: date) -> tuple[Attendee, ...]:
    return (
        Attendee(
            1,
            BadgeType.GRADUATE,
            Registration.CONFIRMED,
            Person("林示远", "示例大学", "计算机 本科", "2022010001", "13800001234"),
            day,
            Slot(540, 630),
            "4111010001",
            "本科",
            "08",
        ),
        Attendee(
            2**63,
            BadgeType.GRADUATE,
            Registration.PENDING,
            Person("阿卜杜·示例", "示例学院", "", "2022010001", "13800005678"),
        ),
        Attendee(
            2**64 - 1,
            BadgeType.EMPLOYER,
            Registration.CONFIRMED,
            Person("李示例", "示例云计算"),
            stall="A001",
        ),
        Attendee(77, BadgeType.DELEGATION, Registration.CANCELLED, Person("Anna Sample"), delegation=1),
    )


def _plan() -> FloorPlan:
    return FloorPlan(
        levels=(Level("1", Words("1 号馆", "Hall 1"), 40.0, 30.5, ((0.0, 0.0), (40.0, 0.0), (40.0, 30.5))),),
        zones=(Zone("A", Words("专精特新", "SMEs"), "1"),),
        stalls=(Stall("A001", "1", "A", 1.0, 2.0, 3.0, 3.0, "south", 0),),
        facilities=(
            Facility("wc", FacilityKind.TOILET, Words("卫生间", "Toilet"), "1", 9.0, 9.0, 2.0, 2.0, 1),
        ),
        kiosks=(KioskPlace("east-1", Words("东门 1 号机", ""), "east", "1", 0.5, 0.5, 90.0, 1),),
        graph=Graph((2.5, 9.0), (5.1, 9.0), ("1", "1"), ((0, 1, 7.6, False),)),
    )


@pytest.fixture(scope="session")
def pack_path(tmp_path_factory: pytest.TempPathFactory, key: bytes, content: PackContent) -> Path:
    """The small pack, written once."""
    path = tmp_path_factory.mktemp("pack") / "pack.db"
    write(path, key, content)
    return path


@pytest.fixture
def catalogue(pack_path: Path, key: bytes) -> Iterator[Catalogue]:
    """The small pack, open."""
    opened = Catalogue.open(pack_path, key)
    yield opened
    opened.close()
