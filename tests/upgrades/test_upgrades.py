"""A store of every release is kept here, and every later version opens it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.domain import facts
from kiosk.store import attendance, bodies, driver, projections
from kiosk.store.migrations import SCHEMA_VERSION, Store, open_store

HERE = Path(__file__).parent
KEY = bytes(range(32))
OTHER = b"another kiosk 01"


@dataclass(frozen=True)
class Kept:
    """What make_store.py printed when the store was made."""

    origin: str
    digest: str


STORES = {
    "store_v1.db": Kept(
        "4af4491a1d751aa3b3717f28d8a10778", "de9bf872f5f708ed64b47cb25595c9c726483451e8ae7f71fcd8c1ef7463de5e"
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
    assert store.journal.origins() == {store.origin: 27, OTHER: 26}
    assert store.journal.verify() == ()


def test_it_adds_up_to_the_same(store: Store, kept: Kept) -> None:
    assert projections.digest(store.db) == kept.digest
    with store.transaction():
        projections.rebuild(store.db)
    assert projections.digest(store.db) == kept.digest


def test_every_kind_of_its_facts_is_still_read(store: Store) -> None:
    read = {fact.kind: bodies.decode(fact.kind, fact.body) for fact in store.journal.facts()}
    assert len(read) == 11
    assert None not in read.values()


def test_its_people_are_still_known(store: Store) -> None:
    names = {
        attendance.walk_up(store.db, 2**63 + number, fair="bj-2026-winter").person.name
        for number in (1, 2, 3, 4)
    }
    assert names == {"林示远", "阿卜杜·示例", "䶮示例", "Anna Sample"}
    assert (
        attendance.history(
            store.db, fair="bj-2026-winter", attendee=2**63 + 1, badge=2**64 - 2, gate="east"
        ).badge_status
        == "revoked"
    )


def test_the_journal_goes_on(store: Store) -> None:
    with store.transaction():
        fact = store.journal.append(facts.StaffSignedIn("f", "s1"), now_ms=0)
    assert fact.seq == 28
    assert store.journal.verify() == ()


def test_the_kept_files_are_small() -> None:
    for name in STORES:
        assert (HERE / name).stat().st_size < 200_000
