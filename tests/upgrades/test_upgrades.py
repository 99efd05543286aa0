"""A store of every release is kept here, and every later version opens it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain import facts
from kiosk.domain.fair import Gate
from kiosk.domain.words import Words
from kiosk.store import attendance, bodies, driver, presence, projections
from kiosk.store.migrations import SCHEMA_VERSION, Store, open_store

HERE = Path(__file__).parent
KEY = bytes(range(32))
OTHER = b"another kiosk 01"


@dataclass(frozen=True)
class Kept:
    """What make_store.py printed when the store was made, and how much it holds."""

    origin: str
    digest: str
    """Of what this version adds the facts up to: with a table more it is another one."""
    facts: tuple[int, int]
    """Its own, and another kiosk's."""
    kinds: int


STORES = {
    "store_v1.db": Kept(
        "4af4491a1d751aa3b3717f28d8a10778",
        "796586a2bc36bce0a44636fc34f2e1ad226388cc64ce8c1b1eaa890625798ed9",
        (27, 26),
        11,
    ),
    "store_v2.db": Kept(
        "f719d5046f443485e3f941256beae432",
        "3c51cb957ef1c43c90047b8508a4a0a429b3729efa2bcfb429b4d9aedc5d70a3",
        (45, 44),
        19,
    ),
    "store_v3.db": Kept(
        "2f6c94d324ccf40b8e78cb37ce76a86b",
        "bd0248a81904e587c3c0d1c1ddfe2adca41de768c006f5e38f5865fa8a0e0c98",
        (55, 54),
        24,
    ),
    "store_v4.db": Kept(
        "931df9ddb2fb5098637f9b0e2384c919",
        "3c679a6101ee3b4a7f680bce5fb505cf8b1064e575879708dce4fdd0ece5e1ac",
        (63, 62),
        27,
    ),
    "store_v5.db": Kept(
        "ed1716af441d1ab2539ae50176a199f8",
        "00ebc65d01a276c1c0b40dd50fbb2431190053046d3d9d3001029c95efaef082",
        (73, 72),
        32,
    ),
}


@pytest.fixture(params=sorted(STORES))
def kept(request: pytest.FixtureRequest) -> Kept:
    return STORES[request.param]


@pytest.fixture
def store(request: pytest.FixtureRequest, kept: Kept, tmp_path: Path) -> Iterator[Store]:
    name = next(name for name, each in STORES.items() if each is kept)
    copy = tmp_path / "store.db"
    shutil.copy(HERE / name, copy)
    opened = open_store(copy, KEY)
    yield opened
    opened.close()


def test_it_opens_and_verifies(store: Store, kept: Kept) -> None:
    assert driver.rows(store.db, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert store.origin.hex() == kept.origin
    assert store.journal.origins() == dict(zip((store.origin, OTHER), kept.facts, strict=True))
    assert store.journal.verify() == ()


def test_it_adds_up_to_the_same(store: Store, kept: Kept) -> None:
    digest = projections.digest(store.db)
    with store.transaction():
        projections.rebuild(store.db)
    assert projections.digest(store.db) == digest == kept.digest


def test_every_kind_of_its_facts_is_still_read(store: Store, kept: Kept) -> None:
    read = {fact.kind: bodies.decode(fact.kind, fact.body) for fact in store.journal.facts()}
    assert len(read) == kept.kinds
    assert None not in read.values()


def test_its_people_are_still_known(store: Store) -> None:
    names = {
        attendance.walk_up(store.db, 2**63 + number, fair="bj-2026-winter").person.name
        for number in (1, 2, 3, 4)
    }
    assert names == {"林示远", "阿卜杜·示例", "䶮示例", "Anna Sample"}
    assert (
        presence.history(
            store.db,
            fair="bj-2026-winter",
            attendee=2**63 + 1,
            badge=2**64 - 2,
            gate=Gate("east", Words("东门", "")),
            day=date(2026, 11, 28),
        ).badge_status
        == "revoked"
    )


def test_the_journal_goes_on(store: Store, kept: Kept) -> None:
    with store.transaction():
        fact = store.journal.append(facts.StaffSignedIn("f", "s1"), now_ms=0)
    assert fact.seq == kept.facts[0] + 1
    assert store.journal.verify() == ()


def test_the_kept_files_are_small() -> None:
    for name in STORES:
        assert (HERE / name).stat().st_size < 300_000  # a table takes a page or two
