"""Opening a kiosk's store: making it at first, moving it on from older versions, refusing newer ones."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kiosk.domain.signed_head import NONCE_LENGTH, is_bound, origin_for
from kiosk.store import ballast, driver, inspection, journal_schema, projection_schema, projections
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.store.head_mark import Head, HeadMark
from kiosk.store.journal import Journal

if TYPE_CHECKING:
    from kiosk.store.driver import Database

_Result = TypeVar("_Result")
SCHEMA_VERSION = 5
ORIGIN_LENGTH = 16
LEFTOVERS = ("-wal", "-shm")


class Store:
    """An open store: the database, this kiosk's journal in it, and transactions over both."""

    def __init__(self, db: Database, journal: Journal, path: Path, head: HeadMark) -> None:
        self.db = db
        self.journal = journal
        self.path = path
        self._folder = str(path.parent)
        self._head = head
        self.on_append: Callable[[], None] = _nothing
        """Called after a commit that appended facts of this kiosk: the courier is nudged so."""

    @property
    def origin(self) -> bytes:
        """This kiosk's incarnation, 16 bytes."""
        return self.journal.origin

    def transaction(self) -> driver.Transaction:
        """BEGIN IMMEDIATE ... COMMIT; ROLLBACK if anything is raised.

        The ballast is given up before a transaction on a disk that is nearly full, and after one that failed
        because it is: then the next one goes through. What was acknowledged is marked beside the store.
        """
        if ballast.is_low(self._folder):
            ballast.give_up(self.path)
        self.journal.begin()
        return driver.Transaction(self.db, self._mark, self._refused)

    def _mark(self) -> None:
        if self.journal.appended:
            self._head.write(Head(self.origin, self.journal.appended))
            self.on_append()

    def _refused(self, fault: StoreFault) -> None:
        if fault.kind is StoreFaultKind.DISK_FULL:
            ballast.give_up(self.path)

    def run(self, work: Callable[[], _Result]) -> _Result:
        """Do `work` in a transaction; where the disk is full, once more when the ballast has been given up.

        `work` may run twice, so it changes nothing but the store.
        """
        try:
            with self.transaction():
                return work()
        except StoreFault as fault:
            if fault.kind is not StoreFaultKind.DISK_FULL:
                raise
        with self.transaction():
            return work()

    def begin_incarnation(self, key: bytes) -> None:
        """Go on under a new origin of this kiosk's key (raw Ed25519, 32 bytes); the old one's facts stay.

        A restored or copied disk must not reuse its origin: others may hold facts of it that are not here.
        """
        with self.transaction():
            if self.journal.origins().get(self.origin):
                remember(self.db, self.origin)
            mint_origin(self.db, key)
        self.journal = Journal(self.db, origin_of(self.db))
        self._head.write(Head(self.origin, 0))

    @property
    def alone(self) -> bool:
        """Whether nobody else has this store open now."""
        return self._head.sole()

    def earlier_origins(self) -> frozenset[bytes]:
        """This kiosk's own, before the present one."""
        found = driver.rows(
            self.db, "SELECT value FROM state WHERE name GLOB ?", (journal_schema.EARLIER + "*",)
        )
        return frozenset(origin for (origin,) in found)

    @property
    def machine(self) -> str:
        """The mark of the machine and file that this store was last opened in; nothing at first."""
        found = driver.row(self.db, "SELECT value FROM state WHERE name = 'machine'")
        return found[0].decode() if found else ""

    def settle_on(self, mark: str) -> None:
        """Note on which machine, in which file, this store is at home."""
        with self.transaction():
            self.db.conn.execute("INSERT OR REPLACE INTO state VALUES ('machine', ?)", (mark.encode(),))

    def tables(self) -> dict[str, int]:
        """How many rows each table holds, for technicians."""
        return {table.name: table.count for table in self.db.tools.tables}

    def damage(self) -> str:
        """Read every page, row and fact: what is wrong, or nothing. The next opening then rescues it."""
        try:
            inspection.check_pages(self.db)
            inspection.all_of_it(self.db, self.journal)
        except StoreFault as fault:
            if fault.kind is not StoreFaultKind.DAMAGED:
                raise
            driver.mark_for_check(self.path)
            return fault.detail or str(fault.kind)
        return ""

    def close(self) -> None:
        """Close the database; the write-ahead log is folded in."""
        try:
            with driver.mapped():
                self.db.close()
        finally:
            self._head.close()


def open_store(path: Path, key: bytes) -> Store:
    """Open the store at `path`, made first where there is none. `key` has 32 bytes.

    Whatever stands at `path` is never overwritten: a damaged or foreign file raises StoreFault and stays
    (`kiosk.store.rescue` puts it aside). On a full disk the ballast is given up, and opening tried again.
    """
    try:
        return _open(path, key)
    except StoreFault as fault:
        if fault.kind is not StoreFaultKind.DISK_FULL or not ballast.give_up(path):
            raise
    return _open(path, key)


def _open(path: Path, key: bytes) -> Store:
    _make_folder(path)
    mark = HeadMark(path, key)
    with _closing_on_fault(mark):
        head = mark.read()
        log = inspection.read_log(path)
        if path.with_name(path.name + "-journal").exists():
            log = (
                None  # the store's very first opening was cut off: only a writer can roll back what it began
            )
        unclean = log is not None and mark.sole()
        if not path.exists():
            if head is not None and head.seq:
                raise StoreFault(StoreFaultKind.DAMAGED, "the store is gone")
            _make(path, key)
        elif path.stat().st_size == 0:
            raise StoreFault(StoreFaultKind.DAMAGED, "empty file")
        if log is not None:
            db = driver.look(path, key)
            with closing(db):
                _inspect(db, path, head, log, unclean=unclean)
        db = driver.connect(path, key)
        with _closing_on_fault(db):
            if log is None:
                _inspect(db, path, head, None, unclean=False)
            elif unclean and _fold_in(db) and path.stat().st_size <= inspection.SMALL_BYTES:
                inspection.check_pages(db)
            _migrate(db)
            store = Store(db, Journal(db, origin_of(db)), path, mark)
            with suppress(OSError):  # if it cannot go, the next opening checks all of it again
                driver.check_mark(path).unlink(missing_ok=True)
            mark.write(Head(store.origin, store.journal.origins().get(store.origin, 0)))
            return store


def _inspect(
    db: Database, path: Path, head: Head | None, log: inspection.Log | None, *, unclean: bool
) -> None:
    """StoreFault(damaged). A store of a newer version is not looked at: it will be refused as such."""
    if driver.rows(db, "PRAGMA user_version")[0][0] > SCHEMA_VERSION:
        return
    if log is not None and unclean:
        inspection.check_log(db, path, log)
    journal = Journal(db, origin_of(db))
    inspection.at_opening(db, journal, path, head, log, unclean=unclean)
    if driver.check_mark(path).exists():
        inspection.check_pages(db, inspection.held(db, path, log))
        inspection.all_of_it(db, journal)


def _fold_in(db: Database) -> bool:
    """Begin the write-ahead log anew, so that the next look at it sees one run's. A full disk may refuse."""
    try:
        with driver.mapped(writing=True):
            busy: int = db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except StoreFault as fault:
        if fault.kind not in {StoreFaultKind.DISK_FULL, StoreFaultKind.BUSY}:
            raise
        return False
    return not busy


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreFault(StoreFaultKind.NOT_WRITABLE, str(error.errno)) from error


def _make(path: Path, key: bytes) -> None:
    """Make a whole store under a temporary name, then link it to `path`: no half one is ever opened."""
    if any(path.with_name(path.name + end).exists() for end in LEFTOVERS):
        raise StoreFault(StoreFaultKind.DAMAGED, "a write-ahead log without its store")
    with fresh_name(path) as fresh:
        db = driver.connect(fresh, key)
        with _closing_on_fault(db):
            create(db)
            db.close()
        take_place(fresh, path)


@contextmanager
def fresh_name(path: Path) -> Iterator[Path]:
    """A name beside `path` for a store in the making; what still bears it at the end is removed."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        yield fresh
    finally:
        for end in ("", *LEFTOVERS):
            with suppress(
                OSError
            ):  # a name that cannot be removed is no reason not to say what was wrong before
                fresh.with_name(fresh.name + end).unlink(missing_ok=True)


def create(db: Database, public_key: bytes | None = None) -> None:
    """The tables of a new store, and its first incarnation: of the kiosk's key, or bound to none yet."""
    with driver.transaction(db):
        driver.script(db, journal_schema.SCHEMA)
        driver.script(db, projection_schema.SCHEMA)
        db.conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        mint_origin(db, public_key)


def take_place(fresh: Path, path: Path) -> bool:
    """Link a finished store to its place, unless one stands there: says whether it took it.

    StoreFault: disk_full (also where closing could not fold the log in, of which SQLite says nothing: the
    file alone is no whole store then), not_writable.
    """
    if fresh.with_name(fresh.name + "-wal").exists():
        raise StoreFault(StoreFaultKind.DISK_FULL, "its log was not folded in")
    try:
        os.link(fresh, path)  # unlike a rename, it never replaces what another process has just made
        driver.sync_directory(path)
    except FileExistsError:
        return False
    except OSError as refusal:
        full = refusal.errno in {errno.ENOSPC, errno.EDQUOT}
        kind = StoreFaultKind.DISK_FULL if full else StoreFaultKind.NOT_WRITABLE
        raise StoreFault(kind, str(refusal.errno)) from refusal
    return True


def _migrate(db: Database) -> None:
    """Bring an older schema up to date, in one transaction. A newer one is refused.

    Version 2 counts who goes out as well, version 3 knows of closed aisles, moved stalls, kept plans and
    lookups, version 4 of batches and of a printer's own names for jobs, version 5 of facts that travel. A
    peer's facts may have told of these
    before: so the projections are made anew from the journal.
    """
    found = driver.rows(db, "PRAGMA user_version")[0][0]
    if found > SCHEMA_VERSION:
        raise StoreFault(StoreFaultKind.NEWER_SCHEMA, str(found))
    if found == SCHEMA_VERSION:
        return
    if found < 1:
        raise StoreFault(StoreFaultKind.DAMAGED, "no store of ours")
    with driver.transaction(db):
        if driver.rows(db, "PRAGMA user_version")[0][0] == found:  # no other process was quicker
            if found == 1:
                driver.script(db, journal_schema.HEARD)
            if found < 3:
                driver.script(db, journal_schema.LOOKUP_WAITING)
            if found < 4:
                driver.script(db, journal_schema.PRINTER_SUPPLY)
            driver.script(db, journal_schema.TRAVELLING)
            for table in _OLD_TABLES[found]:
                db.conn.execute(f"DROP TABLE {table}")
            driver.script(db, projection_schema.SCHEMA)
            projections.rebuild(db)
            db.conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


_OLD_TABLES = {
    1: projection_schema.TABLES_V1,
    2: projection_schema.TABLES_V2,
    3: projection_schema.TABLES_V3,
    4: projection_schema.TABLES_V4,
}


def mint_origin(db: Database, key: bytes | None = None) -> None:
    """Begin a new incarnation: of a kiosk's key (raw Ed25519), or bound to none yet. Inside a transaction.

    An unbound one whose first bytes happen to be those of bound ones would be nobody's: another is drawn.
    """
    if key is not None:
        _set_origin(db, origin_for(key, secrets.token_bytes(NONCE_LENGTH)))
        return
    origin = secrets.token_bytes(ORIGIN_LENGTH)
    while is_bound(origin):
        origin = secrets.token_bytes(ORIGIN_LENGTH)
    _set_origin(db, origin)


def remember(db: Database, origin: bytes) -> None:
    """Keep in mind that this kiosk once went by that origin. Inside a transaction."""
    db.conn.execute(
        "INSERT OR REPLACE INTO state VALUES (?, ?)", (journal_schema.EARLIER + origin.hex(), origin)
    )


def _set_origin(db: Database, origin: bytes) -> None:
    db.conn.execute("INSERT OR REPLACE INTO state VALUES ('origin', ?)", (origin,))


def _nothing() -> None:
    """Nobody waits for facts."""


def origin_of(db: Database) -> bytes:
    """The incarnation whose store this is. StoreFault(damaged) where none is named."""
    found = driver.row(db, "SELECT value FROM state WHERE name = 'origin'")
    if found is None:
        raise StoreFault(StoreFaultKind.DAMAGED, "no origin")
    origin: bytes = found[0]
    return origin


@contextmanager
def _closing_on_fault(opened: Database | HeadMark) -> Iterator[None]:
    try:
        yield
    except BaseException:
        opened.close()
        raise
