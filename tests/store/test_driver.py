from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3

import kiosk
from kiosk.store import driver
from kiosk.store.faults import StoreFault, StoreFaultKind

ROOT = Path(kiosk.__file__).parents[1]


@pytest.fixture
def path(tmp_path: Path, key: bytes) -> Path:
    """A closed database of 60 pages and more."""
    path = tmp_path / "some.db"
    db = driver.connect(path, key)
    with driver.transaction(db):
        driver.script(db, "CREATE TABLE t (a TEXT) STRICT;\nCREATE TABLE u (a TEXT) STRICT;\n")
        db.conn.executemany("INSERT INTO t VALUES (?)", [("林示远" * 100,)] * 200)
    db.close()
    return path


def damage(path: Path, offset: int, count: int = 1) -> None:
    raw = bytearray(path.read_bytes())
    for index in range(offset, offset + count):
        raw[index] ^= 0xFF
    path.write_bytes(raw)


@pytest.mark.parametrize("version", ["3.7.0", "3.40.1", "3.51.2", "3.6.23", "3.51.2.1"])
def test_an_sqlite_that_can_lose_pages_is_refused(version: str) -> None:
    with pytest.raises(StoreFault) as caught:
        driver.check_version(version)
    assert caught.value.kind is StoreFaultKind.OLD_SQLITE


@pytest.mark.parametrize("version", ["3.51.3", "3.53.4", "3.100.0", "4.0.0"])
def test_an_sqlite_without_the_bug_passes(version: str) -> None:
    driver.check_version(version)


def test_sqlite_utils_raises_the_drivers_own_exceptions(path: Path, key: bytes) -> None:
    db = driver.connect(path, key)
    tools = db.tools
    from sqlite_utils import utils  # noqa: PLC0415 - only the driver may import it first

    assert utils.sqlite3.OperationalError is sqlcipher3.OperationalError
    assert utils.OperationalError is sqlcipher3.OperationalError
    with pytest.raises(utils.sqlite3.OperationalError, match="no such table"):
        tools.execute("SELECT * FROM nowhere")
    db.close()


def test_importing_the_store_loads_no_driver() -> None:
    code = (
        "import sys, kiosk.store.catalogue, kiosk.store.migrations, kiosk.store.attendance;"
        "print([m for m in ('sqlite_utils', 'sqlcipher3', 'sqlite3', 'pysqlite3') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_writer_keeps_what_it_acknowledges(path: Path, key: bytes) -> None:
    db = driver.connect(path, key)
    pragmas = {name: driver.rows(db, f"PRAGMA {name}")[0][0] for name in _PROMISED}
    db.close()
    assert pragmas == _PROMISED


_PROMISED = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "cipher_page_size": "4096",
    "recursive_triggers": 1,
    "secure_delete": 1,
}


@pytest.mark.parametrize("read_only", [True, False])
def test_a_wrong_key(path: Path, key: bytes, read_only: bool, capfd: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    with pytest.raises(StoreFault) as caught:
        driver.connect(path, bytes(32), read_only=read_only)
    assert caught.value.kind is StoreFaultKind.WRONG_KEY
    assert path.read_bytes() == before
    assert capfd.readouterr().err == ""


def test_a_key_of_another_length(path: Path) -> None:
    with pytest.raises(StoreFault) as caught:
        driver.connect(path, b"short")
    assert caught.value.kind is StoreFaultKind.WRONG_KEY


@pytest.mark.parametrize("offset", [20, 100, 4000])
def test_a_damaged_first_page_is_told_from_a_wrong_key(path: Path, key: bytes, offset: int) -> None:
    damage(path, offset)
    before = path.read_bytes()
    with pytest.raises(StoreFault) as caught:
        driver.connect(path, key)
    assert caught.value.kind is StoreFaultKind.DAMAGED
    assert path.read_bytes() == before


def test_a_damaged_page_is_found_when_it_is_read(path: Path, key: bytes) -> None:
    damage(path, 4096 * 30 + 7)
    db = driver.connect(path, key, read_only=True)
    with pytest.raises(StoreFault) as caught:
        driver.rows(db, "SELECT sum(length(a)) FROM t")
    db.close()
    assert caught.value.kind is StoreFaultKind.DAMAGED


@pytest.mark.parametrize("raw", [b"", b"garbage" * 50, b"x" * 5000])
def test_what_is_no_database(tmp_path: Path, key: bytes, raw: bytes) -> None:
    path = tmp_path / "foreign.db"
    path.write_bytes(raw)
    if raw:
        with pytest.raises(StoreFault) as caught:
            driver.connect(path, key, read_only=True)
        assert caught.value.kind is StoreFaultKind.DAMAGED
    assert path.read_bytes() == raw


def test_a_reader_makes_no_file(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(StoreFault) as caught:
        driver.connect(tmp_path / "nowhere.db", key, read_only=True)
    assert caught.value.kind is StoreFaultKind.MISSING
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(StoreFault) as caught:
        driver.connect(tmp_path / "no" / "where.db", key)
    assert caught.value.kind is StoreFaultKind.MISSING


def test_a_reader_cannot_write(path: Path, key: bytes) -> None:
    db = driver.connect(path, key, read_only=True)
    with pytest.raises(StoreFault) as caught, driver.mapped():
        db.conn.execute("DELETE FROM t")
    db.close()
    assert caught.value.kind is StoreFaultKind.NOT_WRITABLE


def test_a_transaction_is_all_or_nothing(path: Path, key: bytes) -> None:
    db = driver.connect(path, key)
    with driver.transaction(db):
        db.conn.execute("INSERT INTO u VALUES ('kept')")

    def stop_half_way() -> None:
        with driver.transaction(db):
            db.conn.execute("INSERT INTO u VALUES ('lost')")
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        stop_half_way()
    assert not driver.in_transaction(db)
    assert driver.rows(db, "SELECT a FROM u") == [("kept",)]
    db.close()


def test_transactions_do_not_nest(path: Path, key: bytes) -> None:
    db = driver.connect(path, key)
    with (
        pytest.raises(AssertionError, match="do not nest"),
        driver.transaction(db),
        driver.transaction(db),
    ):
        raise NotImplementedError
    db.close()


def test_another_writer_holds_the_file(path: Path, key: bytes) -> None:
    first, second = driver.connect(path, key), driver.connect(path, key)
    second.conn.execute("PRAGMA busy_timeout = 1")
    with driver.transaction(first):
        with pytest.raises(StoreFault) as caught, driver.transaction(second):
            raise NotImplementedError
        assert caught.value.kind is StoreFaultKind.BUSY
    first.close()
    second.close()


def test_a_bug_is_no_known_fault(path: Path, key: bytes) -> None:
    db = driver.connect(path, key)
    with pytest.raises(sqlcipher3.IntegrityError), driver.transaction(db):
        db.conn.execute("CREATE UNIQUE INDEX once ON t (a)")
    with pytest.raises(sqlcipher3.OperationalError, match="syntax"):
        driver.rows(db, "SELEKT")
    db.close()


def test_a_script_stays_in_its_transaction(path: Path, key: bytes) -> None:
    db = driver.connect(path, key)
    trigger = "CREATE TRIGGER x BEFORE DELETE ON u\nBEGIN\n    SELECT RAISE(ABORT, 'no; never');\nEND;\n"
    db.conn.execute("BEGIN")
    driver.script(db, "CREATE TABLE v (a);\n" + trigger)
    assert driver.in_transaction(db)
    db.conn.execute("ROLLBACK")
    assert driver.row(db, "SELECT 1 FROM sqlite_master WHERE name IN ('v', 'x')") is None
    with pytest.raises(AssertionError, match="not complete"), driver.transaction(db):
        driver.script(db, "CREATE TABLE v (a)")
    db.close()


def test_names_are_in_no_raw_byte(path: Path) -> None:
    raw = path.read_bytes()
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        assert "林示远".encode(encoding) not in raw


# --- damage -----------------------------------------------------------------------------------------------


def test_damage_that_a_writer_meets_is_marked_beside_it(path: Path, key: bytes) -> None:
    damage(path, 4096 * 30 + 7)
    db = driver.connect(path, key)
    assert not driver.check_mark(path).exists()
    with pytest.raises(StoreFault) as caught:
        driver.rows(db, "SELECT sum(length(a)) FROM t")
    assert caught.value.kind is StoreFaultKind.DAMAGED
    assert driver.check_mark(path).exists()
    with pytest.raises(StoreFault) as caught, driver.transaction(db):
        db.conn.execute("INSERT INTO u VALUES ('next')")
    assert caught.value.kind is StoreFaultKind.DAMAGED, "SQLCipher says read-only; it is not the rights"
    db.close()


def test_damage_that_a_writer_meets_in_a_transaction_is_marked_too(path: Path, key: bytes) -> None:
    damage(path, 4096 * 30 + 7)
    db = driver.connect(path, key)
    with pytest.raises(StoreFault) as caught, driver.transaction(db):
        db.conn.execute("UPDATE t SET a = 'x'")
    assert caught.value.kind is StoreFaultKind.DAMAGED
    assert driver.check_mark(path).exists()
    db.close()


def test_a_reader_marks_nothing(path: Path, key: bytes) -> None:
    damage(path, 4096 * 30 + 7)
    db = driver.connect(path, key, read_only=True)
    with pytest.raises(StoreFault):
        driver.rows(db, "SELECT sum(length(a)) FROM t")
    db.close()
    assert not driver.check_mark(path).exists()


def test_rights_alone_are_no_damage(path: Path, key: bytes) -> None:
    db = driver.connect(path, key)
    db.conn.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreFault) as caught, driver.transaction(db):
        db.conn.execute("DELETE FROM t")
    assert caught.value.kind is StoreFaultKind.NOT_WRITABLE
    db.close()


def test_an_error_of_a_disk_without_room_is_a_full_disk(
    path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no room for the index of the log: SQLite calls that an I/O error, at opening already."""

    def refuse(free: int) -> StoreFaultKind:
        monkeypatch.setattr(driver, "free_bytes", lambda _: free)
        error = sqlcipher3.OperationalError("disk I/O error")
        error.sqlite_errorcode, error.sqlite_errorname = 10, "SQLITE_IOERR"
        with pytest.raises(StoreFault) as caught, driver.mapped(path):
            raise error
        return caught.value.kind

    assert refuse(0) is StoreFaultKind.DISK_FULL
    assert refuse(1 << 30) is StoreFaultKind.DAMAGED


def test_to_look_changes_nothing(path: Path, key: bytes, tmp_path: Path) -> None:
    """A log that was left is read, and is neither folded in nor removed."""
    db = driver.connect(path, key)
    with driver.transaction(db):
        db.conn.execute("INSERT INTO u VALUES ('in the log')")
    copy = tmp_path / "copy"
    copy.mkdir()
    files = ("some.db", "some.db-wal")
    for name in files:
        (copy / name).write_bytes((tmp_path / name).read_bytes())
    db.close()
    before = [(copy / name).read_bytes() for name in files]
    looking = driver.look(copy / "some.db", key)
    assert driver.rows(looking, "SELECT a FROM u") == [("in the log",)]
    with pytest.raises(StoreFault) as caught, driver.transaction(looking):
        looking.conn.execute("DELETE FROM u")
    assert caught.value.kind is StoreFaultKind.NOT_WRITABLE
    looking.close()
    assert [(copy / name).read_bytes() for name in files] == before


@pytest.mark.parametrize(
    ("offset", "fits"), [(None, True), (20, True), (4096 * 30, True), (3, False)], ids=str
)
def test_whether_a_key_fits(path: Path, key: bytes, offset: int | None, fits: bool) -> None:
    """Any page proves it. Without the salt, which lies in front of the first one, none can."""
    if offset is not None:
        damage(path, offset)
    assert driver.key_fits(path, key) is fits
    assert not driver.key_fits(path, bytes(32))


@pytest.mark.parametrize("raw", [b"", b"x" * 100, b"x" * 9000, bytes(8192)])
def test_a_key_fits_no_file_that_is_none(tmp_path: Path, key: bytes, raw: bytes) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(raw)
    assert not driver.key_fits(path, key)
    assert not driver.key_fits(tmp_path / "nowhere.db", key)
