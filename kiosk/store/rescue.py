"""A damaged store: noticed, put aside, rebuilt from what is left, said until staff have read it.

`open_or_rescue` opens a store like `open_store`. Where that finds damage, and the key is proven to be the
store's own, the store's files are moved to `damaged/<time>-<n>/` beside it, never deleted and never written
over. A new store is made of every fact that can still be read (`kiosk.store.pages`) and proves itself: of
each origin those from its first fact on, with the latest backup's where the file has a gap. A journal has no
gap, so what comes behind one is kept apart, in `strays.db` with the damaged files, and counted. This kiosk
goes on under a new incarnation, because others may hold facts of the old one that are lost here. The
projections come out of the facts.

What was begun is finished at the next opening, wherever the power was cut: the folder holds `unfinished`
until the new store stands in its place. A wrong key proves nothing and moves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.domain.facts import Fact, PrintReported, PrintRequested
from kiosk.domain.fair import BEIJING
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.domain.words import Words
from kiosk.store import ballast, bodies, driver, heads, migrations
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.store.head_mark import Head, HeadMark
from kiosk.store.ids import random_id
from kiosk.store.journal import Journal
from kiosk.store.pages import Row, read_pages
from kiosk.store.salvage import Chains, Salvage

if TYPE_CHECKING:
    from kiosk.store.driver import Database
    from kiosk.store.migrations import Store

FOLDER = "damaged"
STRAYS = "strays.db"
_UNFINISHED = "unfinished"
_REPORT = "rescue.json"
_READ = "acknowledged"
_STRAYS_SCHEMA = """
CREATE TABLE fact (
    origin BLOB, seq INTEGER, time INTEGER, kind TEXT, body BLOB, previous BLOB, hash BLOB
) STRICT;
CREATE TABLE personal (origin BLOB, seq INTEGER, salt BLOB, fields BLOB) STRICT;
"""


@dataclass(frozen=True, slots=True)
class Rescue:
    """What became of a damaged store."""

    aside: str
    """Name of the folder in `damaged/` that holds its files."""
    at_ms: int
    origin: str
    """Hex of the incarnation that ended; nothing where not even that could be read."""
    kept: int
    """Facts in the new store."""
    strays: int
    """Facts that could be read and do not follow: they lie in `strays.db`, encrypted with the store's key."""
    lost: int
    """Facts that this kiosk had acknowledged and that could not be read, as far as that is known."""
    lost_from: tuple[tuple[str, int], ...] = ()
    """(hex of origin, sequence) of the first missing fact, for each origin that is known to lack one."""

    @property
    def title(self) -> Words:
        """For the staff page."""
        return Words("数据文件曾损坏，已自动重建", "The data file was damaged and has been rebuilt")

    @property
    def detail(self) -> Words:
        """How much was kept, what follows from it, and what to do next."""
        again = self.strays + self.lost > 0
        return Words(
            f"保住 {self.kept} 条记录，另存 {self.strays} 条，缺 {self.lost} 条。"
            f"{'缺的和另存的那些人，可能会再次放行。' if again else ''}"
            f"坏文件没有删，在 damaged/{self.aside}。请检查这台机器的硬盘",
            f"Records kept: {self.kept}, set apart: {self.strays}, missing: {self.lost}. "
            f"{'People of those set apart or missing may be admitted again. ' if again else ''}"
            f"The damaged file was not deleted: damaged/{self.aside}. Have this machine's disk checked.",
        )


def open_or_rescue(
    path: Path,
    key: bytes,
    *,
    now_ms: int,
    backup: Callable[[], Iterable[Row]] = tuple,
    public_key: bytes | None = None,
) -> tuple[Store, Rescue | None]:
    """Open the store at `path`; rescue it first if it is damaged, or if a rescue was begun and not finished.

    A rescued one begins an incarnation of `public_key` (raw Ed25519), this kiosk's. `backup` gives the rows
    of
    the latest backup, asked for only when something is rescued: they fill gaps.

    StoreFault as from `open_store`; also busy where another process uses the damaged store, and disk_full
    where there is no room for the new one: then the damaged files stay, and the next opening goes on.
    """
    if unfinished(path) is None:
        try:
            return migrations.open_store(path, key), None
        except StoreFault as fault:
            if not _is_damage(fault) or not _is_ours(path, key):
                raise
    mark = HeadMark(path, key, alone=True)
    try:
        rescued = _rescue(path, key, mark, now_ms, backup, public_key)
    finally:
        mark.close()
    return migrations.open_store(path, key), rescued


def unacknowledged(path: Path) -> tuple[Rescue, ...]:
    """Every rescue of the store at `path` that staff have not yet said to have read, the oldest first."""
    waiting = (each for each in _asides(path) if not (each / _READ).exists())
    return tuple(report for each in waiting if (report := _report(each)) is not None)


def acknowledge(path: Path, rescue: Rescue) -> None:
    """Staff have read it: it is said no more. The folder stays."""
    (path.parent / FOLDER / rescue.aside / _READ).touch()


def forget(path: Path) -> int:
    """Delete what was put aside, as an erasure must: personal fields lie in it. Returns how many files.

    What is said of each rescue stays.
    """
    gone = 0
    for aside in _asides(path):
        for file in aside.iterdir():
            if file.name not in {_REPORT, _READ}:
                file.unlink()
                gone += 1
    return gone


def _is_damage(fault: StoreFault) -> bool:
    """Whether something was read and found wrong. An "I/O error" alone moves nothing: it may pass."""
    if fault.kind is StoreFaultKind.WRONG_KEY:
        return True  # what a broken first page looks like; whether it is one is asked next
    return fault.kind is StoreFaultKind.DAMAGED and "IOERR" not in fault.detail


def _is_ours(path: Path, key: bytes) -> bool:
    """Whether `key` is proven to be the store's, by a page or a fact in it.

    Where there is not a whole page left to ask, the mark beside it proves that the key is this kiosk's.
    """
    if driver.key_fits(path, key) or _read(path, key).facts:
        return True
    try:
        mark = HeadMark(path, key)
        known = mark.read() is not None
        mark.close()
    except StoreFault:
        return False
    return known and _is_nothing(path)


def _is_nothing(path: Path) -> bool:
    """Whether less than a page is there, or only zeros: no key could open anything in it."""
    try:
        with path.open("rb") as file:
            block = file.read(driver.PAGE_SIZE)
            short = len(block) < driver.PAGE_SIZE
            while block and not any(block):
                block = file.read(1 << 20)
            return short or not block
    except FileNotFoundError:
        return True


def _rescue(
    path: Path,
    key: bytes,
    mark: HeadMark,
    now_ms: int,
    backup: Callable[[], Iterable[Row]],
    public_key: bytes | None,
) -> Rescue:
    aside = unfinished(path) or _new_aside(path, now_ms)
    done = _report(aside)
    if done is None or not path.exists():
        _move(path, aside)
        salvage = _read(aside / path.name, key)
        for row in backup():
            salvage.add(row)
        head = mark.read()
        done = _with_room(path, lambda: _rebuild(path, key, aside, salvage, head, now_ms, public_key))
    mark.clear()
    (aside / _UNFINISHED).unlink()
    driver.sync_directory(aside / _UNFINISHED)
    return done


def _with_room(path: Path, build: Callable[[], Rescue]) -> Rescue:
    """A new store on a disk that is full takes the ballast's place."""
    try:
        return build()
    except StoreFault as fault:
        if fault.kind is not StoreFaultKind.DISK_FULL or not ballast.give_up(path):
            raise
    return build()


# --- putting aside ----------------------------------------------------------------------------------------


def _new_aside(path: Path, now_ms: int) -> Path:
    """A folder of its own, or one that an earlier rescue had come no further than to make."""
    at = datetime.fromtimestamp(now_ms / 1000, BEIJING)
    number = 1
    with _writing(path):
        (path.parent / FOLDER).mkdir(mode=0o700, exist_ok=True)
        while (aside := path.parent / FOLDER / f"{at:%Y%m%d-%H%M%S}-{number}").exists():
            number += 1
        aside = next((each for each in _asides(path) if not any(each.iterdir())), aside)
        aside.mkdir(mode=0o700, exist_ok=True)
        (aside / _UNFINISHED).touch()
        for each in (aside / _UNFINISHED, aside, aside.parent):
            driver.sync_directory(each)
    return aside


def _move(path: Path, aside: Path) -> None:
    """What an earlier try has moved stays as it is."""
    with _writing(path):
        driver.check_mark(path).unlink(missing_ok=True)
        for end in ("-shm", "-wal", ""):
            source, target = path.with_name(path.name + end), aside / (path.name + end)
            if source.exists() and not target.exists():
                source.rename(target)
        for folder in (path, aside / _REPORT):
            driver.sync_directory(folder)


def _asides(path: Path) -> list[Path]:
    folder = path.parent / FOLDER
    return sorted(each for each in folder.iterdir() if each.is_dir()) if folder.is_dir() else []


def unfinished(path: Path) -> Path | None:
    """The folder of a rescue that was begun and has to be finished."""
    return next((each for each in _asides(path) if (each / _UNFINISHED).exists()), None)


def _report(aside: Path) -> Rescue | None:
    try:
        return msgspec.json.decode((aside / _REPORT).read_bytes(), type=Rescue)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as refusal:
        raise StoreFault(StoreFaultKind.NOT_WRITABLE, f"{path.name}: {refusal.errno}") from refusal


# --- rebuilding -------------------------------------------------------------------------------------------


def _read(path: Path, key: bytes) -> Salvage:
    salvage = Salvage()
    for row in read_pages(path, path.with_name(path.name + "-wal"), key).rows():
        salvage.add(row)
    return salvage


def _rebuild(
    path: Path,
    key: bytes,
    aside: Path,
    salvage: Salvage,
    head: Head | None,
    now_ms: int,
    public_key: bytes | None,
) -> Rescue:
    chains = salvage.chains()
    ended = salvage.origin or (head.origin if head is not None else b"")
    _keep_strays(aside / STRAYS, key, salvage, chains.strays)
    with migrations.fresh_name(path) as fresh:
        db = driver.connect(fresh, key, journal=False)
        try:
            migrations.create(db, public_key)
            with driver.transaction(db):
                _fill(db, salvage, chains, ended, now_ms)
        finally:
            db.close()
        driver.sync_file(fresh)
        rescue = _said(aside.name, now_ms, ended, chains, head)
        with _writing(path):
            _write_report(aside / _REPORT, rescue)
            if not migrations.take_place(fresh, path):
                raise StoreFault(StoreFaultKind.BUSY, "another store took the place")
    return rescue


def _fill(db: Database, salvage: Salvage, chains: Chains, ended: bytes, now_ms: int) -> None:
    """The facts as they would come from another kiosk, and what lies beside them."""
    journal = Journal(db, migrations.origin_of(db))
    received = journal.receive(chains.kept, {}, now_ms=now_ms)
    assert not received.findings, "chains hold only what follows"
    for (origin, seq), personal in salvage.personals_of(chains.kept).items():
        db.conn.execute(
            "INSERT INTO personal VALUES (?, ?, ?, ?)", (origin, seq, personal.salt, personal.fields)
        )
    for origin in sorted({ended, *salvage.earlier} - {b""}):
        migrations.remember(db, origin)
    hashes = {(fact.origin, fact.seq): fact.hash for fact in chains.kept}
    for place, signed in sorted(salvage.heads.items()):
        if hashes.get(place) == signed.hash:
            heads.keep(db, signed)
    ends = chains.ends()
    for origin, seq, kept, other in sorted(salvage.forks):
        if seq <= ends.get(origin, 0):
            db.conn.execute("INSERT OR IGNORE INTO fork VALUES (?, ?, ?, ?)", (origin, seq, kept, other))
    journal.adopt(
        max((fact.time for fact in (*chains.kept, *chains.strays) if fact.origin == ended), default=0)
    )
    _print_again(db, journal, ended, now_ms)


def print_again(store: Store, ended: bytes, now_ms: int) -> None:
    """Ask anew for the badges that waited under an incarnation that has ended: a kiosk prints its own
    only."""
    with store.transaction():
        _print_again(store.db, store.journal, ended, now_ms)


def _print_again(db: Database, journal: Journal, ended: bytes, now_ms: int) -> None:
    """Badges that waited for the printer are asked for by the new incarnation: a kiosk prints its own only.

    Of one that was on its way nobody knows: staff are asked. One that left and of which even that is lost is
    printed twice; one that was promised is printed.
    """
    waiting = driver.rows(
        db,
        "SELECT fact.kind, fact.body, state, printer FROM print_job JOIN fact USING (origin, seq) "
        "WHERE origin = ? AND (state IN ('requested', 'rendered', 'unknown') "
        "OR (state = 'sent' AND reference <> '')) ORDER BY seq",
        (ended,),
    )
    for kind, encoded, state, printer in waiting:
        body = bodies.decode(kind, encoded)
        if isinstance(body, PrintRequested):
            again = replace(body, job=random_id())
            journal.append(again, now_ms=now_ms)
            if state != PrintState.REQUESTED:
                lost = PrintReported(again.job, PrintState.UNKNOWN, printer, Trouble.INTERRUPTED)
                journal.append(lost, now_ms=now_ms)


def _keep_strays(file: Path, key: bytes, salvage: Salvage, strays: tuple[Fact, ...]) -> None:
    """A database of their own, under the store's key, for whoever mends the journal by hand."""
    file.unlink(missing_ok=True)
    if not strays:
        return
    db = driver.connect(file, key, journal=False)
    try:
        with driver.transaction(db):
            driver.script(db, _STRAYS_SCHEMA)
            db.conn.executemany(
                "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (each.origin, each.seq, each.time, each.kind, each.body, each.previous, each.hash)
                    for each in strays
                ],
            )
            db.conn.executemany(
                "INSERT INTO personal VALUES (?, ?, ?, ?)",
                [
                    (*position, personal.salt, personal.fields)
                    for position, personal in salvage.personals_of(strays).items()
                ],
            )
    finally:
        db.close()
    driver.sync_file(file)


def _said(aside: str, now_ms: int, ended: bytes, chains: Chains, head: Head | None) -> Rescue:
    ends = chains.ends()
    missing = {each.origin for each in chains.strays}
    lost = 0
    if head is not None:
        stray = {each.seq for each in chains.strays if each.origin == head.origin}
        lost = max(0, head.seq - ends.get(head.origin, 0) - len(stray))
        if head.seq > ends.get(head.origin, 0):
            missing.add(head.origin)
    return Rescue(
        aside=aside,
        at_ms=now_ms,
        origin=ended.hex(),
        kept=len(chains.kept),
        strays=len(chains.strays),
        lost=lost,
        lost_from=tuple((origin.hex(), ends.get(origin, 0) + 1) for origin in sorted(missing)),
    )


def _write_report(file: Path, rescue: Rescue) -> None:
    unfinished = file.with_name(file.name + ".new")
    unfinished.write_bytes(msgspec.json.encode(rescue))
    driver.sync_file(unfinished)
    unfinished.replace(file)
    driver.sync_directory(file)
