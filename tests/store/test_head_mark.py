from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from kiosk.domain import facts
from kiosk.store import head_mark
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.store.head_mark import Head, HeadMark, mark_path
from kiosk.store.migrations import Store, open_store

SIGNED_IN = facts.StaffSignedIn("f", "s1")
HEAD = Head(b"o" * 16, 2**40)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store would lie."""
    return tmp_path / "store.db"


def said(path: Path, key: bytes) -> Head | None:
    mark = HeadMark(path, key)
    head = mark.read()
    mark.close()
    return head


def test_it_says_what_was_written(path: Path, key: bytes) -> None:
    mark = HeadMark(path, key)
    assert mark.read() is None
    assert not mark_path(path).exists(), "reading makes no file"
    mark.write(Head(b"o" * 16, 1))
    mark.write(HEAD)
    assert mark.read() == HEAD
    mark.close()
    assert said(path, key) == HEAD


@pytest.mark.parametrize("offset", [0, 7, 8, 24, 31, 32, 35, 36, 67])
def test_a_damaged_mark_says_nothing(path: Path, key: bytes, offset: int) -> None:
    mark = HeadMark(path, key)
    mark.write(HEAD)
    mark.close()
    raw = bytearray(mark_path(path).read_bytes())
    assert len(raw) == 68
    raw[offset] ^= 1
    mark_path(path).write_bytes(raw)
    assert said(path, key) is None


@pytest.mark.parametrize("length", [0, 1, 32, 36, 67])
def test_half_a_mark_says_nothing(path: Path, key: bytes, length: int) -> None:
    mark = HeadMark(path, key)
    mark.write(HEAD)
    mark.close()
    mark_path(path).write_bytes(mark_path(path).read_bytes()[:length])
    assert said(path, key) is None


def test_another_key_neither_reads_nor_changes_it(path: Path, key: bytes) -> None:
    store = open_store(path, key)
    with store.transaction():
        store.journal.append(SIGNED_IN, now_ms=1)
    store.close()
    before = mark_path(path).read_bytes()
    assert said(path, bytes(32)) is None
    with pytest.raises(StoreFault):
        open_store(path, bytes(32))
    assert mark_path(path).read_bytes() == before


def test_every_commit_moves_it_and_nothing_else_does(store: Store, key: bytes) -> None:
    for seq in (1, 2):
        with store.transaction():
            store.journal.append(SIGNED_IN, now_ms=1)
            assert said(store.path, key) == Head(store.origin, seq - 1)
        assert said(store.path, key) == Head(store.origin, seq)

    def give_up() -> None:
        with store.transaction():
            store.journal.append(SIGNED_IN, now_ms=1)
            raise RuntimeError("given up")

    with pytest.raises(RuntimeError):
        give_up()
    with store.transaction():
        pass  # nothing is appended: what was given up is not acknowledged now
    assert said(store.path, key) == Head(store.origin, 2)


def test_what_it_names_must_be_there(store: Store, key: bytes) -> None:
    with store.transaction():
        store.journal.append(SIGNED_IN, now_ms=1)
    store.close()
    for head, opens in ((Head(store.origin, 1), True), (Head(store.origin, 2), False), (HEAD, False)):
        mark = HeadMark(store.path, key)
        mark.write(head)
        mark.close()
        if opens:
            open_store(store.path, key).close()
            continue
        with pytest.raises(StoreFault) as caught:
            open_store(store.path, key)
        assert caught.value.kind is StoreFaultKind.DAMAGED
        assert said(store.path, key) == head


def test_a_store_that_is_gone_is_not_silently_begun_anew(store: Store, key: bytes) -> None:
    with store.transaction():
        store.journal.append(SIGNED_IN, now_ms=1)
    store.close()
    store.path.unlink()
    with pytest.raises(StoreFault) as caught:
        open_store(store.path, key)
    assert caught.value.kind is StoreFaultKind.DAMAGED
    assert not store.path.exists()


def test_a_new_incarnation_begins_a_new_mark(store: Store, key: bytes) -> None:
    with store.transaction():
        store.journal.append(SIGNED_IN, now_ms=1)
    store.begin_incarnation(bytes(range(32)))
    assert said(store.path, key) == Head(store.origin, 0)


def test_a_disk_that_takes_no_mark_stops_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError("read-only")

    monkeypatch.setattr(head_mark.os, "write", refuse)
    with store.transaction():
        store.journal.append(SIGNED_IN, now_ms=1)
    assert store.journal.origins() == {store.origin: 1}


def test_users_share_it_and_who_puts_aside_has_it_alone(
    path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(head_mark, "_PATIENCE_S", 0)
    first, second = open_store(path, key), open_store(path, key)
    with pytest.raises(StoreFault) as caught:
        HeadMark(path, key, alone=True)
    assert caught.value.kind is StoreFaultKind.BUSY
    first.close()
    second.close()
    alone = HeadMark(path, key, alone=True)
    with pytest.raises(StoreFault) as caught:
        open_store(path, key)
    assert caught.value.kind is StoreFaultKind.BUSY
    alone.close()
    open_store(path, key).close()


def test_it_knows_whether_others_are_at_work(path: Path, key: bytes) -> None:
    store = open_store(path, key)
    mark = HeadMark(path, key)
    assert not mark.sole()
    store.close()
    assert mark.sole()
    mark.close()


def _open_and_close(path: Path, key: bytes, times: int) -> None:
    for _ in range(times):
        open_store(path, key).close()


def test_many_may_open_at_once(path: Path, key: bytes) -> None:
    """Nobody is turned away because another one has just asked whether it is alone."""
    open_store(path, key).close()
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=_open_and_close, args=(path, key, 20)) for _ in range(4)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    assert [each.exitcode for each in workers] == [0, 0, 0, 0]
