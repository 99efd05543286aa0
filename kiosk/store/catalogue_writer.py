"""Writing a fair pack's database, and the hash of its content."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, starmap
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.domain.attendee import Attendee
from kiosk.domain.fairpack import PackContent
from kiosk.domain.person_search import name_key, number_key, readings_of
from kiosk.store import catalogue_people, driver, search_index
from kiosk.store.catalogue_schema import CATALOGUE_VERSION, INDEXES, SCHEMA
from kiosk.store.catalogue_values import Counts
from kiosk.store.ids import as_signed
from kiosk.store.person_index import Named, PersonIndex, index_of

if TYPE_CHECKING:
    from kiosk.store.driver import Database

_INSERT_ATTENDEE = f"INSERT INTO attendee VALUES ({', '.join(21 * '?')})"  # noqa: S608
Progress = Callable[[int, int], None]
_BATCH = 2000
_FIELDS = (
    "fair",
    "plan",
    "exhibitors",
    "sessions",
    "delegations",
    "attendees",
    "issues",
    "search",
    "authority",
    "certificates",
    "readings",
)


def content_hash(content: PackContent) -> str:
    """SHA-256 (hex) over all of the content in a canonical encoding: the same input, the same hash."""
    hashed = hashlib.sha256(b"fair-pack-v1\0")
    encoder = msgspec.json.Encoder(order="deterministic")
    for name in _FIELDS:
        encoded = encoder.encode(getattr(content, name))
        hashed.update(f"{name} {len(encoded)}\0".encode() + encoded)
    if content.logo:  # packs without one keep the hash that they had before there were logos
        hashed.update(f"logo {len(content.logo)}\0".encode() + content.logo)
    return hashed.hexdigest()


def write(
    path: Path,
    key: bytes,
    content: PackContent,
    progress: Progress | None = None,
    index: Callable[[], PersonIndex] | None = None,
) -> str:
    """Write the pack's database to `path` (replaced whole if it is there) and return the content hash.

    One plain file, locked with the 32-byte `key`. `progress` is told (rows done, rows in all). `index` gives
    person_index.index_of(named(content.attendees), …) where it is being made beside.
    Raises StoreFault; then `path` is as it was.
    """
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        db = driver.connect(fresh, key, journal=False)
        try:
            with driver.transaction(db):
                driver.script(db, SCHEMA)
                told = _told(content, progress)
                _fill(db, content, told)
                driver.script(db, INDEXES)
                content_sha256 = content_hash(content)
                catalogue_people.fill(db, index() if index is not None else person_index(content))
                told(len(content.attendees))
                db.conn.execute(f"PRAGMA user_version = {CATALOGUE_VERSION}")
        finally:
            db.close()
        driver.sync_file(fresh)
        fresh.replace(path)
        driver.sync_directory(path)
    finally:
        fresh.unlink(missing_ok=True)
    return content_sha256


def _told(content: PackContent, progress: Progress | None) -> Callable[[int], None]:
    """Tells `progress` of so many rows more."""
    total = len(content.exhibitors) + 2 * len(content.attendees) + len(content.issues)
    total += len(content.search) + len(content.readings)
    done = 0

    def told(rows: int) -> None:
        nonlocal done
        done += rows
        if progress is not None:
            progress(done, total)

    return told


def _fill(db: Database, content: PackContent, told: Callable[[int], None]) -> None:
    _parts(db, content)
    for sql, rows in _row_sets(content):
        for batch in _batches(rows):
            db.conn.executemany(sql, batch)
            told(len(batch))
    search_index.fill(db, content.search)
    told(len(content.search))


def named(attendees: Iterable[Attendee]) -> list[Named]:
    """What the people's index is made of."""
    return [(each.person.name, each.id, each.person.organisation) for each in attendees]


def person_index(content: PackContent) -> PersonIndex:
    """The people's index of a pack."""
    return index_of(named(content.attendees), readings_of(content.readings))


def _parts(db: Database, content: PackContent) -> None:
    parts = {
        "fair": msgspec.json.encode(content.fair),
        "plan": msgspec.json.encode(content.plan),
        "sessions": msgspec.json.encode(content.sessions),
        "delegations": msgspec.json.encode(content.delegations),
        "certificates": msgspec.json.encode(content.certificates),
        "counts": msgspec.json.encode(_counts(content)),
        "authority": content.authority,
    }
    if content.logo:
        parts["logo"] = content.logo
    db.conn.executemany("INSERT INTO part (name, value) VALUES (?, ?)", list(parts.items()))


def _row_sets(content: PackContent) -> tuple[tuple[str, Iterable[tuple[Any, ...]]], ...]:
    return (
        (
            "INSERT INTO exhibitor (position, id, value) VALUES (?, ?, ?)",
            (
                (position, as_signed(each.id), msgspec.json.encode(each))
                for position, each in enumerate(content.exhibitors)
            ),
        ),
        (
            _INSERT_ATTENDEE,
            sorted(starmap(_attendee_row, enumerate(content.attendees)), key=itemgetter(0)),
        ),
        ("INSERT INTO reading (character, readings) VALUES (?, ?)", content.readings),
        (
            "INSERT INTO issue (attendee, badge, code_hash) VALUES (?, ?, ?)",
            ((as_signed(each.attendee), as_signed(each.badge), each.code_hash) for each in content.issues),
        ),
    )


def _attendee_row(position: int, attendee: Attendee) -> tuple[Any, ...]:
    person = attendee.person
    return (
        as_signed(attendee.id),
        int(attendee.type),
        attendee.registration.value,
        person.name,
        person.organisation,
        person.detail,
        person.student_number,
        person.phone,
        attendee.day.isoformat() if attendee.day else None,
        attendee.slot.start_min if attendee.slot else None,
        attendee.slot.end_min if attendee.slot else None,
        attendee.school_code,
        attendee.degree,
        attendee.major_class,
        attendee.stall,
        attendee.delegation,
        attendee.note,
        position,
        name_key(person.name),
        number_key(person.student_number),
        person.phone_tail,
    )


def _counts(content: PackContent) -> Counts:
    return Counts(
        exhibitors=len(content.exhibitors),
        openings=sum(len(each.openings) for each in content.exhibitors),
        headcount=sum(each.headcount for each in content.exhibitors),
        stalls=len(content.plan.stalls),
        sessions=len(content.sessions),
        delegations=len(content.delegations),
        attendees=len(content.attendees),
    )


def _batches(rows: Iterable[tuple[Any, ...]]) -> Iterator[Sequence[tuple[Any, ...]]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, _BATCH)):
        yield batch
