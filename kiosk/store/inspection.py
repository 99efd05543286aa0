"""Is a store whole? A little at every opening, all of it where damage was met.

On a day's store (12,000 visitors, 25,200 facts, 10.9 MB) an opening checks what it can in 50 ms: every page's
HMAC (27 ms), that no origin has a gap (20 ms, which reads every fact), and the last facts of each. Above
`SMALL_BYTES` only the last facts, unless the last run did not end cleanly; the hourly backup then reads every
page. What is found is StoreFault(damaged), and nothing is changed here.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.facts import GENESIS
from kiosk.store import driver
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.store.journal import FindingKind, Journal, sound

if TYPE_CHECKING:
    from kiosk.store.driver import Database
    from kiosk.store.head_mark import Head

SMALL_BYTES = 16 * 1024 * 1024
_TAIL = 64
_LOG_HEADER = struct.Struct(">8I")
_FRAME_HEADER = struct.Struct(">6I")
_PAGE = re.compile(r"page (\d+)")
_BROKEN = {FindingKind.GAP, FindingKind.BROKEN_CHAIN, FindingKind.WRONG_HASH, FindingKind.PERSONAL_MISMATCH}


@dataclass(frozen=True, slots=True)
class Log:
    """The write-ahead log as it lay there before the store was opened."""

    salts: tuple[int, int]
    pages: tuple[int, ...]
    """The page that each frame holds; 0 where the frame is of an earlier round."""
    commits: tuple[int, ...]
    """Numbers (from 1) of the frames that end a transaction."""


def read_log(store: Path) -> Log | None:
    """The write-ahead log that the last run left; None where it ended cleanly.

    Opened as a file of its own: SQLite's locks lie on the store and on the index of the log, not on the log.
    """
    try:
        with store.with_name(store.name + "-wal").open("rb") as file:
            header = file.read(_LOG_HEADER.size)
            if len(header) < _LOG_HEADER.size:
                return None
            salts = _LOG_HEADER.unpack(header)[4:6]
            pages: list[int] = []
            commits: list[int] = []
            while len(frame := file.read(_FRAME_HEADER.size)) == _FRAME_HEADER.size:
                page, size, *rest = _FRAME_HEADER.unpack(frame)
                pages.append(page if tuple(rest[:2]) == salts else 0)
                if pages[-1] and size:
                    commits.append(len(pages))
                file.seek(driver.PAGE_SIZE, 1)
    except OSError:
        return None
    return Log(salts, tuple(pages), tuple(commits))


def at_opening(
    db: Database, journal: Journal, store: Path, head: Head | None, log: Log | None, *, unclean: bool
) -> None:
    """What can be checked quickly, and a little more where the last run did not end cleanly.

    `head` is what was acknowledged. StoreFault(damaged).
    """
    small = store.stat().st_size <= SMALL_BYTES
    if small:
        check_pages(db, held(db, store, log))
    with _one_moment(db):
        origins = journal.origins()
        if small or unclean:
            facts = driver.rows(db, "SELECT count(*) FROM fact")[0][0]
            if facts != sum(origins.values()):
                raise _damaged("a gap in the journal")
        for origin, last in origins.items():
            _check_tail(journal, origin, last)
    if head is not None and origins.get(head.origin, 0) < head.seq:
        raise _damaged("facts that were acknowledged are not there")


def all_of_it(db: Database, journal: Journal) -> None:
    """Every row and every fact; pages: check_pages. StoreFault(damaged). About 0.6 s on a day's store."""
    with _one_moment(db):
        if driver.rows(db, "PRAGMA integrity_check(1)") != [("ok",)]:
            raise _damaged("a broken table")
        if driver.rows(db, "PRAGMA foreign_key_check"):
            raise _damaged("a row that belongs to no fact")
        if any(finding.kind in _BROKEN for finding in journal.verify()):
            raise _damaged("a broken journal")


@contextmanager
def _one_moment(db: Database) -> Iterator[None]:
    """Read everything as it stood at one moment: another process may be recording meanwhile."""
    driver.rows(db, "BEGIN")
    try:
        yield
    finally:
        if driver.in_transaction(db):  # what could not be read may have ended it already
            driver.rows(db, "COMMIT")


def check_pages(db: Database, held: frozenset[int] = frozenset()) -> None:
    """Every page of the file, but for those that the log holds. StoreFault(damaged).

    A power cut while the log was being folded in leaves torn pages in the file, and whole ones in the log.
    Twice where something is wrong: another process may just have been writing a page while it was read.
    """
    if _broken_pages(db) - held and _broken_pages(db) - held:
        raise _damaged("a page")


def _broken_pages(db: Database) -> set[int]:
    said = driver.rows(db, "PRAGMA cipher_integrity_check")
    return {int(number) for (text,) in said for number in _PAGE.findall(text)}


def held(db: Database, store: Path, log: Log | None) -> frozenset[int]:
    """The pages that SQLite takes from the log, whatever the file says."""
    if log is None:
        return frozenset()
    _, frames, _ = driver.rows(db, "PRAGMA wal_checkpoint(NOOP)")[0]
    now = read_log(store)
    return frozenset(now.pages[: max(frames, 0)]) if now is not None else frozenset()


def _check_tail(journal: Journal, origin: bytes, last: int) -> None:
    before = None
    for fact in journal.facts(origin, max(1, last - _TAIL)):
        previous = before.hash if before is not None else GENESIS if fact.seq == 1 else fact.previous
        if fact.previous != previous or not sound(fact):
            raise _damaged("the journal's last facts")
        before = fact


def check_log(db: Database, store: Path, log: Log) -> None:
    """Right after opening: does SQLite pass over more than the one transaction that a power cut may tear?

    Each transaction is synced before the next one begins, and every opening after an unclean end folds the
    log in. So two that end behind what SQLite takes were there once, and something in front of them broke.
    """
    _, frames, _ = driver.rows(db, "PRAGMA wal_checkpoint(NOOP)")[0]
    now = read_log(store)
    if now is None or now.salts != log.salts:
        return  # another process has begun the log anew meanwhile
    if sum(number > frames for number in log.commits) > 1:
        raise _damaged("the write-ahead log")


def _damaged(detail: str) -> StoreFault:
    return StoreFault(StoreFaultKind.DAMAGED, detail)
