from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.store import driver, pages
from kiosk.store.driver import PAGE_SIZE

VALUES: list[tuple[Any, ...]] = [
    (1, None, b"", ""),
    (2, 0, b"\0" * 16, "林示远"),
    (3, 1, b"x" * 5000, "long: an overflow page"),
    (4, -1, b"y" * 100_000, "many of them"),
    (5, 2**63 - 1, b"z" * 981, "just fits into a cell"),
    (6, -(2**63), b"z" * 977, ""),
    (7, 1.5, b"z" * 1000, ""),
    *((number, number**5, b"many" * (number % 90), str(number)) for number in range(8, 1200)),
]


@pytest.fixture
def path(tmp_path: Path, key: bytes) -> Path:
    """A table of many pages, half of it in the write-ahead log, still open."""
    path = tmp_path / "some.db"
    db = driver.connect(path, key)
    with driver.transaction(db):
        driver.script(db, "CREATE TABLE t (a INTEGER PRIMARY KEY, b, c BLOB, d TEXT) WITHOUT ROWID;\n")
        db.conn.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", VALUES[::2])
    driver.rows(db, "PRAGMA wal_checkpoint(TRUNCATE)")
    with driver.transaction(db):
        db.conn.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", VALUES[1::2])
    copy = tmp_path / "copy"
    copy.mkdir()
    for each in ("some.db", "some.db-wal"):
        (copy / each).write_bytes((tmp_path / each).read_bytes())
    db.close()
    return copy / "some.db"


def read(path: Path, key: bytes) -> list[pages.Row]:
    return list(pages.read_pages(path, path.with_name(path.name + "-wal"), key).rows())


def test_every_row_is_read_without_sqlite(path: Path, key: bytes) -> None:
    found = [row for row in read(path, key) if len(row) == 4]
    assert sorted(found, key=lambda row: int(row[0] or 0)) == VALUES


def test_without_the_first_page_too(path: Path, key: bytes) -> None:
    """No schema, no root, no salt."""
    raw = bytearray(path.read_bytes())
    raw[: 2 * PAGE_SIZE] = bytes(2 * PAGE_SIZE)
    path.write_bytes(raw)
    found = [row for row in read(path, key) if len(row) == 4]
    assert len(found) == len(VALUES), "the log has what the second page held"


def test_another_key_reads_nothing(path: Path) -> None:
    rows = read(path, bytes(32))
    assert not set(rows) & set(VALUES)


def test_a_damaged_page_costs_its_rows_only(path: Path, key: bytes) -> None:
    path.with_name("some.db-wal").unlink()
    whole = {row for row in read(path, key) if len(row) == 4}
    raw = bytearray(path.read_bytes())
    raw[-PAGE_SIZE:] = bytes(PAGE_SIZE)
    path.write_bytes(raw)
    left = {row for row in read(path, key) if len(row) == 4}
    assert left < whole
    assert len(whole - left) < 60


@pytest.mark.parametrize("raw", [b"", b"x", b"x" * 32, b"x" * 100_000, bytes(100_000)])
def test_what_is_no_store(tmp_path: Path, key: bytes, raw: bytes) -> None:
    path = tmp_path / "no.db"
    path.write_bytes(raw)
    path.with_name("no.db-wal").write_bytes(raw)
    assert all(isinstance(row, tuple) for row in read(path, key))


def test_what_is_not_there(tmp_path: Path, key: bytes) -> None:
    assert read(tmp_path / "nowhere.db", key) == []


def _page(body: bytes) -> bytes:
    return body.ljust(PAGE_SIZE, b"\0")[:PAGE_SIZE]


_BYTES = st.binary(max_size=400)


@given(body=_BYTES, kind=st.sampled_from((2, 10)), count=st.integers(0, 2**16 - 1), number=st.integers(1, 3))
def test_no_page_makes_it_stumble(body: bytes, kind: int, count: int, number: int) -> None:
    """Whatever a page holds after decryption: rows or none, never an exception."""
    start = 100 if number == 1 else 0
    page = _page(bytes(start) + bytes((kind, 0, 0)) + count.to_bytes(2, "big") + body)

    class Plain(pages.Pages):
        def _plain(self, version: pages.Version) -> bytes:
            return page

    read = Plain(b"k" * 32)
    for each in (number, 2, 3):
        read.add(pages.Version(each, page))
    for row in read.rows():
        assert isinstance(row, tuple)
