"""Fair packs with any number of invented attendees, and stores in the middle of a day, for the benchmarks.

A pack of a million takes a minute or two to write, so packs are kept in the machine's cache, outside of the
checkout. A pack's name says of what it was made: where tables or content change, another one is written.
"""

from __future__ import annotations

import hashlib
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.domain import badge
from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Slot, at
from kiosk.domain.fairpack import Issue, PackContent
from kiosk.keys.signing import KeyRing, SigningKey
from kiosk.services.gate import Gate
from kiosk.services.issuing import Issuing
from kiosk.store import catalogue as catalogues
from kiosk.store import catalogue_schema, catalogue_writer, driver
from kiosk.store.migrations import Store, open_store
from tests.services.conftest import DAY, FAIR_ID, KIOSKS, content

KEY = b"k" * 32
PAGE_SIZE = driver.PAGE_SIZE
"""Of packs, whatever page size is tried for stores."""
NUMBER = badge.fair_number(FAIR_ID)
HERE, THERE = KIOSKS["east-1"], KIOSKS["west-1"]
NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华玉文建国志永红春梅海燕雪晨浩宇"
STRANGERS = 10**12
"""Numbers from here on are people whom the pack does not know: they registered at another kiosk."""
KEPT_S = 24 * 3600
"""Packs of another make that were not used for so long are removed."""


@dataclass
class Clock:
    """The fair's first morning; the benchmark moves it on, 200 ms a decision."""

    moment: datetime = field(default_factory=lambda: at(DAY, 9 * 60))

    def now(self) -> datetime:
        """The moment of this decision."""
        return self.moment

    def now_ms(self) -> int:
        """The same in milliseconds since 1970."""
        return int(self.moment.timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class Shown:
    """A badge under the scanner: its text, and what a verification takes."""

    text: str
    key: SigningKey
    signed: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A gate over its own store and its own opening of the pack."""

    store: Store
    catalogue: catalogues.Catalogue
    gate: Gate
    clock: Clock

    def close(self) -> None:
        """Close both databases."""
        self.store.close()
        self.catalogue.close()


def ids(number: int) -> tuple[int, int]:
    """Attendee and badge of a number, spread over 64 bits as drawn ones are."""
    chance = random.Random(number)
    return chance.getrandbits(64), chance.getrandbits(64)


def person(number: int) -> Attendee:
    """The attendee of a number."""
    chance = random.Random(number + 10**9)
    name = "".join(chance.choices(NAMES, k=chance.choice((2, 3, 3))))
    return Attendee(
        ids(number)[0],
        BadgeType.GRADUATE,
        Registration.CONFIRMED,
        Person(name, "北京科技大学", "软件工程・硕士", f"2019{number:08d}", f"13{number:09d}"),
        DAY,
        Slot(540, 630),
        "4111010008",
        "硕士",
    )


def badge_of(number: int) -> Shown:
    """The badge that number comes with, by turns of four.

    Two were issued by this kiosk, which knows so; one by another kiosk, of which nothing was heard yet; one
    by another kiosk to a stranger. All are signed by keys that the pack certifies.
    """
    key = HERE if number % 4 < 2 else THERE
    attendee, badge_id = ids(number if number % 4 < 3 else STRANGERS + number)
    named = badge.Token(key.kid, NUMBER, DAY, BadgeType.GRADUATE, badge_id, attendee)
    signed = badge.SIGNED_TAG + named.payload()
    return Shown(badge.encode(named, key.sign), key, signed, key.sign(signed))


def base() -> PackContent:
    """A small fair whose hall is never full."""
    small = content()
    open_hall = replace(small.fair.policy, hall_capacity=0)
    return replace(small, fair=replace(small.fair, policy=open_hall, staff=()))


def make() -> str:
    """What packs here are made of, as a name."""
    made_of = (
        *("people-1", catalogue_schema.SCHEMA, catalogue_schema.INDEXES, str(PAGE_SIZE)),
        catalogue_writer.content_hash(base()),
    )
    return hashlib.sha256("\0".join(made_of).encode()).hexdigest()[:12]


def cache() -> Path:
    """Where packs are kept between runs."""
    folder = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "fair-kiosk-bench"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def pack(folder: Path, attendees: int) -> Path:
    """The pack with so many attendees, written at its first use."""
    path = folder / f"{make()}-{attendees}.db"
    if not path.exists():
        people = tuple(person(number) for number in range(attendees))
        issues = tuple(Issue(*ids(number), number.to_bytes(32, "big")) for number in range(attendees))
        catalogue_writer.write(path, KEY, replace(base(), attendees=people, issues=issues))
    _used(path)
    return path


def plain_copy(source: Path, target: Path) -> Path:
    """The same database without its cipher, written at its first use."""
    if not target.exists():
        fresh = target.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        copy_database(source, fresh, "")
        fresh.replace(target)
    _used(target)
    return target


def copy_database(source: Path, target: Path, key: str, page_size: int = 0) -> None:
    """A database's content in another file: under `key` (SQL text, "" for none), with another page size."""
    connection = driver.driver().connect(str(source), isolation_level=None)
    driver._unlock(connection, KEY)
    connection.execute("ATTACH DATABASE ? AS other KEY ?", (str(target), key))
    if page_size:
        connection.execute(f"PRAGMA other.cipher_page_size = {page_size}")
    connection.execute("SELECT sqlcipher_export('other')").fetchall()
    version = connection.execute("PRAGMA main.user_version").fetchone()[0]
    connection.execute(f"PRAGMA other.user_version = {version}")
    connection.close()


def _used(path: Path) -> None:
    """Note that a pack is in use, and remove those of another make that nobody used for a day."""
    os.utime(path)
    for other in path.parent.glob("*.db"):
        foreign = other.name.split("-")[0] != path.name.split("-")[0]
        if foreign and time.time() - other.stat().st_mtime > KEPT_S:
            other.unlink()


@contextmanager
def pages(size: int) -> Iterator[None]:
    """Databases that are opened inside have pages of `size` bytes."""
    before, driver.PAGE_SIZE = driver.PAGE_SIZE, size
    try:
        yield
    finally:
        driver.PAGE_SIZE = before


def open_kiosk(
    store_path: Path, pack_path: Path, page_size: int = PAGE_SIZE, pack_page_size: int = PAGE_SIZE
) -> Kiosk:
    """The gate at the east entrance over these two databases; the store is made where there is none."""
    with pages(pack_page_size):
        catalogue = catalogues.Catalogue.open(pack_path, KEY)
    with pages(page_size):
        store = open_store(store_path, KEY)
    clock = Clock()
    fair = catalogue.fair()
    issuing = Issuing(store, catalogue, HERE, fair, clock)
    ring = KeyRing(catalogue.authority(), catalogue.certificates())
    return Kiosk(store, catalogue, Gate(store, catalogue, ring, issuing, fair, "east", clock), clock)


@contextmanager
def without_cipher() -> Iterator[None]:
    """Databases that are opened inside are plain SQLite's, by the same library with the same settings."""
    unlock = driver._unlock
    driver._unlock = lambda _connection, _key: None
    try:
        yield
    finally:
        driver._unlock = unlock


def fill(kiosk: Kiosk, decided: int, badges: range) -> None:
    """The middle of a day: so many decisions made, and those of `badges` issued that this kiosk issues."""
    with kiosk.store.transaction():
        for number in badges:
            if number % 4 < 2:
                attendee, badge_id = ids(number)
                kiosk.gate.issuing.issue(replace(person(number), id=attendee), badge_id, replaces=(), by="")
        for number in range(badges.stop, badges.stop + decided):
            kiosk.clock.moment += timedelta(milliseconds=200)
            kiosk.gate.admit_within(kiosk.gate.claim(badge_of(number).text))


def bare(kiosk: Kiosk) -> tuple[Any, Any]:
    """The driver's own connections of store and pack."""
    return kiosk.store.db.conn, kiosk.catalogue.db.conn
