"""A copied, restored or older store goes on under a new origin of this kiosk's key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.app.incarnation import settle, sign_journal
from kiosk.domain import facts
from kiosk.domain.signed_head import is_of
from kiosk.keys.providers import Secrets
from kiosk.keys.signing import SigningKey
from kiosk.store import driver
from kiosk.store.migrations import Store, open_store
from kiosk.sync.cutting import Cutter
from kiosk.sync.wire import decode_segment

STORE_KEY, PUBLIC = bytes(range(32)), bytes(range(1, 33))
NOW_MS = 1_795_838_400_000


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "store.db", STORE_KEY)


def ask_for_print(store: Store) -> None:
    with store.transaction():
        store.journal.append(facts.PrintRequested("f", 5, 2, 1, "first"), now_ms=NOW_MS)


def requests(store: Store) -> dict[bytes, int]:
    return dict(driver.rows(store.db, "SELECT origin, count(*) FROM print_job GROUP BY origin"))


def test_a_store_settles_once(store: Store) -> None:
    assert settle(store, store.path, PUBLIC, NOW_MS)
    origin = store.origin
    assert is_of(origin, PUBLIC)
    assert not settle(store, store.path, PUBLIC, NOW_MS)
    assert store.origin == origin
    store.close()


def test_what_waited_for_the_printer_is_asked_for_again(store: Store) -> None:
    before = store.origin
    ask_for_print(store)
    assert settle(store, store.path, PUBLIC, NOW_MS)
    assert requests(store) == {before: 1, store.origin: 1}
    store.close()


def test_a_copy_begins_a_new_incarnation_and_prints_nothing(store: Store) -> None:
    settle(store, store.path, PUBLIC, NOW_MS)
    ask_for_print(store)
    store.close()
    copied = store.path.with_name("copy.db")
    shutil.copy(store.path, copied)
    shutil.copy(store.path.with_name("store.db-head"), copied.with_name("copy.db-head"))
    copy = open_store(copied, STORE_KEY)
    assert settle(copy, copied, PUBLIC, NOW_MS)
    assert copy.origin != store.origin
    assert requests(copy) == {store.origin: 1}
    assert copy.earlier_origins() == {store.origin}
    copy.close()


def test_another_keys_store_is_not_gone_on_with(store: Store) -> None:
    settle(store, store.path, PUBLIC, NOW_MS)
    ask_for_print(store)
    ended = store.origin
    assert settle(store, store.path, bytes(32), NOW_MS)
    assert is_of(store.origin, bytes(32))
    assert requests(store) == {ended: 1}, "the kiosk of that key prints it"
    store.close()


def test_a_signed_journal_travels_under_any_key(store: Store) -> None:
    secrets = Secrets(STORE_KEY, b"i" * 32, b"v" * 32)
    key = SigningKey.from_seed(secrets.issuing_seed).public
    settle(store, store.path, key, NOW_MS)
    signed = store.origin
    with store.transaction():
        for number in range(450):
            store.journal.append(facts.StaffSignedIn("f", str(number)), now_ms=NOW_MS)
    sign_journal(store, secrets)
    settle(store, store.path, PUBLIC, NOW_MS)  # as after a restore on a spare kiosk with keys of its own
    spare = Cutter(store, SigningKey.from_seed(b"s" * 32))
    after = 0
    while cut := spare.cut(signed, after, 200, own=False):
        segment = decode_segment(cut)
        assert segment.head.key == key
        after = segment.facts[-1].seq
    assert after == 450
    store.close()
