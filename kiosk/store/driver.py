"""The only place that knows the database driver: SQLCipher, and sqlite-utils over it.

A raw 32-byte key, 4 KB pages, WAL with synchronous=FULL (simulated power cuts lost acknowledged commits with
NORMAL), and explicit transactions: sqlite-utils' own begin with a deferred BEGIN, which fails with
BUSY_SNAPSHOT where two processes write. The driver's errors become `StoreFault` here and nowhere else.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NoReturn
from weakref import WeakKeyDictionary

from kiosk.store import waiting
from kiosk.store.ballast import free_bytes
from kiosk.store.faults import StoreFault, StoreFaultKind

if TYPE_CHECKING:
    import sqlite_utils

KEY_LENGTH = 32
PAGE_SIZE = 4096
CACHE_KB = 32_000
"""Holds a day's store: the slowest of 100 decisions takes a quarter less than with 2 MB (ARCHITECTURE.md)."""
PACK_CACHE_KB = 2_000
BUSY_TIMEOUT_MS = 5000

_WAL_RESET_BUG_TO = (3, 51, 2)
"""From 3.7.0 to here the WAL could lose committed pages when one connection reset it while another wrote."""

_SQLITE_BUSY, _SQLITE_LOCKED, _SQLITE_READONLY, _SQLITE_IOERR = 5, 6, 8, 10
_SQLITE_CORRUPT, _SQLITE_FULL, _SQLITE_CANTOPEN, _SQLITE_NOTADB = 11, 13, 14, 26

_KINDS = {
    _SQLITE_BUSY: StoreFaultKind.BUSY,
    _SQLITE_LOCKED: StoreFaultKind.BUSY,
    _SQLITE_READONLY: StoreFaultKind.NOT_WRITABLE,
    _SQLITE_IOERR: StoreFaultKind.DAMAGED,
    _SQLITE_CORRUPT: StoreFaultKind.DAMAGED,
    _SQLITE_FULL: StoreFaultKind.DISK_FULL,
    _SQLITE_CANTOPEN: StoreFaultKind.MISSING,
    _SQLITE_NOTADB: StoreFaultKind.WRONG_KEY,
}


_FULL_BYTES = 65536
"""With less room than this SQLite cannot even open: the index of its log takes 32 kB."""


class Database:
    """An open database; `conn` is the driver's connection."""

    def __init__(self, conn: Any) -> None:
        self.conn = conn

    @cached_property
    def tools(self) -> sqlite_utils.Database:
        """sqlite-utils over the same connection, for who looks at a store in peace: it takes 40 ms and 5 MB
        to load, which a gate that is being opened does not spend."""
        return _tools()(self.conn, execute_plugins=False)

    def close(self) -> None:
        """Close it."""
        self.conn.close()


_written: WeakKeyDictionary[Database, Path] = WeakKeyDictionary()
"""Where the databases lie that are open for writing, so that damage in one can be marked beside it."""


def check_version(version: str) -> None:
    """Refuse an SQLite that has the WAL-reset bug (3.7.0 to 3.51.2), or no WAL: StoreFault(old_sqlite)."""
    numbers = tuple(int(part) for part in version.split(".")[:3])
    if numbers <= _WAL_RESET_BUG_TO:
        raise StoreFault(StoreFaultKind.OLD_SQLITE, version)


@cache
def driver() -> ModuleType:
    """sqlcipher3, under the name that sqlite-utils asks for, so that its exceptions are the driver's."""
    import sqlcipher3  # noqa: PLC0415 - loaded when a store is opened, not at start

    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)
    check_version(sqlcipher3.sqlite_version)
    module: ModuleType = sqlcipher3
    return module


def _tools() -> type[sqlite_utils.Database]:
    """sqlite-utils' Database, loaded when it is first asked for: 40 to 180 ms.

    It loads numpy where it finds it (the pack builder has it), only to know numpy's number types; that costs
    90 ms and 25 MB more, so for the moment of the import numpy is not to be found.
    """
    hidden = "numpy" not in sys.modules
    if hidden:
        sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        from sqlite_utils import Database  # noqa: PLC0415
    finally:
        if hidden:
            del sys.modules["numpy"]
    return Database


def connect(path: Path, key: bytes, *, read_only: bool = False, journal: bool = True) -> Database:
    """Open the database at `path` with a raw 32-byte key, and prove the key by reading.

    A writer creates the file where there is none; a reader takes it as immutable (a fair pack is swapped
    whole, never changed) and may be used by several threads. Without `journal` a new file is built in one go:
    it stays one plain file, and is thrown away if building fails. Raises StoreFault.
    """
    if read_only:
        if not path.is_file():
            raise StoreFault(StoreFaultKind.MISSING, path.name)
        return _connect(path, key, "?mode=ro&immutable=1", _keep_little, many_threads=True)
    db = _connect(path, key, "", lambda connection: _prepare_writing(connection, journal=journal))
    _written[db] = path
    return db


def look(path: Path, key: bytes) -> Database:
    """Open a database to look at it as it lies there, its write-ahead log included, and change nothing.

    The last writer that closes a database folds the log in, also where it has just found that the log is
    another day's or another store's: that would destroy what is still right in the file. Raises StoreFault.
    """
    return _connect(path, key, "?mode=ro", None)


def _connect(
    path: Path,
    key: bytes,
    options: str,
    prepare: Callable[[Any], None] | None,
    *,
    many_threads: bool = False,
) -> Database:
    if len(key) != KEY_LENGTH:
        raise StoreFault(StoreFaultKind.WRONG_KEY, f"a key of {len(key)} bytes")
    module = driver()
    with mapped(path):
        connection = module.connect(
            path.absolute().as_uri() + options,
            uri=True,
            isolation_level=None,
            timeout=BUSY_TIMEOUT_MS / 1000,
            check_same_thread=not many_threads,
        )
    try:
        with mapped(path):
            _unlock(connection, key)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if prepare is not None:
                prepare(connection)
            return Database(connection)
    except StoreFault as fault:
        elsewhere = fault.kind is StoreFaultKind.WRONG_KEY and _opens_elsewhere(connection, path)
        connection.close()
        if elsewhere:
            raise StoreFault(StoreFaultKind.DAMAGED, "first page") from fault
        if "IOERR" in fault.detail and prepare is not None and _reads_whole(path, key):
            raise StoreFault(StoreFaultKind.DISK_FULL, "no room to open it") from fault
        raise
    except BaseException:
        connection.close()
        raise


def _unlock(connection: Any, key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # SQLCipher writes to standard error by itself
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA cipher_page_size = {PAGE_SIZE}")


def _keep_little(connection: Any) -> None:
    """Of a fair pack 2 MB are kept in memory, however many people it has: this build's own choice is 8."""
    connection.execute(f"PRAGMA cache_size = -{PACK_CACHE_KB}")


def _prepare_writing(connection: Any, *, journal: bool) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    wanted = "wal" if journal else "off"
    (mode,) = connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()
    if mode != wanted:
        # Where the disk is full or a sync fails, SQLite goes on with a rollback journal and says nothing.
        # That one's removal is not synced at FULL: an acknowledged fact would be gone with the power.
        raise StoreFault(StoreFaultKind.DISK_FULL, f"journal mode {mode}")
    connection.execute(f"PRAGMA synchronous = {'FULL' if journal else 'OFF'}")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute("PRAGMA secure_delete = ON")


def _opens_elsewhere(connection: Any, path: Path) -> bool:
    """Whether the key fits pages other than the first: then the file is damaged and the key is right.

    The check reads the file alone, so where it finds nothing, what is wrong lies in the write-ahead log.
    """
    pages = path.stat().st_size // PAGE_SIZE
    if pages == 0 or path.stat().st_size % PAGE_SIZE:
        return True
    try:
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    except driver().Error:
        return False
    return len(broken) < pages


def key_fits(path: Path, key: bytes) -> bool:
    """Whether at least one whole page of the file at `path` was written under `key`. Reads all of it."""
    pages = path.stat().st_size // PAGE_SIZE if path.is_file() else 0
    if pages == 0:
        return False
    module = driver()
    address = path.absolute().as_uri() + "?mode=ro&immutable=1"
    try:
        connection = module.connect(address, uri=True, isolation_level=None)
        try:
            _unlock(connection, key)
            broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        finally:
            connection.close()
    except module.Error:
        return False
    wrong = sum(1 for (text,) in broken if text.startswith("HMAC"))
    return wrong < pages


def check_mark(path: Path) -> Path:
    """What lies beside a store in which damage was met: the next opening checks all of it."""
    return path.with_name(path.name + "-check")


def mark_for_check(path: Path) -> None:
    """Have the next opening check the whole store at `path`."""
    try:
        check_mark(path).touch()
    except OSError:
        return  # the fault that led here is said all the same


def _reads_whole(path: Path, key: bytes) -> bool:
    """Whether every page of the file is as it was written: then what failed at opening was writing.

    The driver tells no more than "I/O error" of a disk that has no room for the shared memory of the log.
    """
    module = driver()
    connection = module.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        _unlock(connection, key)
        return not connection.execute("PRAGMA cipher_integrity_check").fetchall()
    except module.Error:
        return False
    finally:
        connection.close()


@contextmanager
def mapped(path: Path | None = None, *, writing: bool = False) -> Iterator[None]:
    """Turn the driver's errors into StoreFault. What is no known fault (a constraint, wrong SQL) is a bug.

    `path` is the database's; damage in one that is open for writing is marked beside it.
    """
    module = driver()
    try:
        yield
    except module.Error as error:
        raise_fault(error, path, writing=writing)


def raise_fault(error: Exception, path: Path | None = None, *, writing: bool = False) -> NoReturn:
    """Raise a driver's error as StoreFault; what is no known fault (a constraint, wrong SQL) as it is."""
    code = getattr(error, "sqlite_errorcode", None)
    kind = _KINDS.get(code & 0xFF) if code is not None else None
    if code is None or kind is None:
        raise error
    kind = _in_full(kind, code & 0xFF, path, writing=writing)
    if kind is StoreFaultKind.DAMAGED and path is not None and path in _written.values():
        mark_for_check(path)
    raise StoreFault(kind, str(getattr(error, "sqlite_errorname", code))) from error


def _in_full(kind: StoreFaultKind, code: int, path: Path | None, *, writing: bool) -> StoreFaultKind:
    """The driver says less than it knows. "I/O error" while `writing`, or where no room is left, is a full
    disk by another name. "Read only" after a damaged page was met is what SQLCipher says to every further
    write.
    """
    if code == _SQLITE_IOERR:
        try:
            full = writing or (path is not None and free_bytes(path) < _FULL_BYTES)
        except OSError:
            full = writing
        return StoreFaultKind.DISK_FULL if full else kind
    if code == _SQLITE_READONLY and path is not None and check_mark(path).exists():
        return StoreFaultKind.DAMAGED
    return kind


class Transaction:
    """BEGIN IMMEDIATE ... COMMIT; ROLLBACK if anything is raised. Nothing is acknowledged before it ends.

    `committed` is called then; `refused` with the fault, if there is one. A class, because generators that
    stand in for one (`contextmanager`) cost every decision several microseconds.
    """

    __slots__ = ("_committed", "_conn", "_db", "_refused")

    def __init__(
        self,
        db: Database,
        committed: Callable[[], None] | None = None,
        refused: Callable[[StoreFault], None] | None = None,
    ) -> None:
        self._db, self._conn = db, db.conn
        self._committed, self._refused = committed, refused

    def __enter__(self) -> None:
        assert not self._conn.in_transaction, "transactions do not nest"
        try:
            waiting.begin(self._db, driver().Error)
        except driver().Error as error:
            self._fail(error)

    def __exit__(self, _kind: type[BaseException] | None, error: BaseException | None, _at: object) -> None:
        if error is None:
            try:
                self._conn.execute("COMMIT")
            except BaseException as refusal:
                self._fail(refusal)
                raise
            if self._committed is not None:
                self._committed()
        else:
            self._fail(error)

    def _fail(self, error: BaseException) -> None:
        """Roll back and raise the error again; the driver's as StoreFault."""
        path = _written.get(self._db)
        try:
            with mapped(path, writing=True):
                if self._conn.in_transaction:  # a full disk may have rolled it back already
                    self._conn.execute("ROLLBACK")
                raise error
        except StoreFault as fault:
            found = fault
            if fault.kind is StoreFaultKind.DISK_FULL and not os.access(path or "", os.W_OK):
                found = StoreFault(StoreFaultKind.NOT_WRITABLE, fault.detail)
                found.__cause__ = fault
            if self._refused is not None:
                self._refused(found)
            raise found  # noqa: B904


def transaction(db: Database) -> Transaction:
    """A transaction on a database."""
    return Transaction(db)


def in_transaction(db: Database) -> bool:
    """Whether the caller has a transaction open."""
    return bool(db.conn.in_transaction)


def rows(db: Database, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """All rows of a query, faults mapped while they are fetched too."""
    try:
        found: list[tuple[Any, ...]] = db.conn.execute(sql, parameters).fetchall()
    except driver().Error as error:
        raise_fault(error, _written.get(db))
    return found


def row(db: Database, sql: str, parameters: Sequence[Any] = ()) -> tuple[Any, ...] | None:
    """The first row of a query, or None."""
    try:
        found: tuple[Any, ...] | None = db.conn.execute(sql, parameters).fetchone()
    except driver().Error as error:
        raise_fault(error, _written.get(db))
    return found


def script(db: Database, sql: str) -> None:
    """Run several statements inside the caller's transaction (executescript would commit it)."""
    with mapped(_written.get(db)):
        statement = ""
        for line in sql.splitlines(keepends=True):
            statement += line
            if statement.strip() and driver().complete_statement(statement):
                db.conn.execute(statement)
                statement = ""
        assert not statement.strip(), "the script's last statement is not complete"


def sync_file(path: Path) -> None:
    """Make a finished file last through a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_directory(path: Path) -> None:
    """Make a rename or link in `path`'s folder last through a power cut. Windows does so by itself."""
    if os.name == "nt":
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
