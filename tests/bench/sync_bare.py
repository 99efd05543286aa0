"""What the exchange of facts is measured against: rows that are only decoded and inserted.

It decodes the same segments (zstd, MessagePack) that a store took in, but checks no hash, signature or
length, and inserts what the store ends with: the facts' rows, the personal fields, and the final rows of
every projection, made before, each once, in the transaction that brings its fact (rows that name no fact are
spread evenly). By executemany, one transaction a parcel of at most 200 facts, into the same tables with the
same indexes in an SQLCipher store with the same settings (synchronous=FULL), without triggers and foreign
keys.

So it leaves out: everything that decides what the final rows are, rows that change more than once in a day,
reading bodies, and cutting and sending segments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from zstandard import ZstdDecompressor

from kiosk.domain import facts
from kiosk.store import driver, journal_schema, projection_schema
from kiosk.sync import wire

KEY = b"k" * 32
Place = tuple[bytes, int]
Final = Mapping[Place, Sequence[tuple[str, tuple[Any, ...]]]]
"""The projections' final rows by the fact that they come with: (INSERT, row)."""


class _Row(msgspec.Struct, array_like=True):
    time: int
    kind: str
    body: bytes
    personal: tuple[bytes, bytes] | None


class _Payload(msgspec.Struct, array_like=True):
    previous: bytes
    rows: list[_Row]


_DECODER = msgspec.msgpack.Decoder(_Payload)
_FACT = "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?)"
_PERSONAL = "INSERT INTO personal VALUES (?, ?, ?, ?)"


class Bare:
    """One such store."""

    def __init__(self, path: Path, hashes: Mapping[Place, bytes], final: Final) -> None:
        self._hashes, self._final = hashes, final
        self._zstd = ZstdDecompressor()
        self.db = driver.connect(path, KEY)
        with driver.transaction(self.db):
            driver.script(self.db, journal_schema.SCHEMA)
            driver.script(self.db, projection_schema.SCHEMA)
            for (name,) in driver.rows(self.db, "SELECT name FROM sqlite_master WHERE type = 'trigger'"):
                self.db.conn.execute(f"DROP TRIGGER {name}")
        self.db.conn.execute("PRAGMA foreign_keys = OFF")

    def hold(self, known: Sequence[facts.Fact], personals: Mapping[Place, facts.Personal]) -> None:
        """What is here at the beginning."""
        with driver.transaction(self.db):
            for fact in known:
                values = (fact.origin, fact.seq, fact.time, fact.kind, fact.body, fact.previous, fact.hash)
                self.db.conn.execute(_FACT, values)
                place = (fact.origin, fact.seq)
                if personal := personals.get(place):
                    self.db.conn.execute(_PERSONAL, (*place, personal.salt, personal.fields))
                for sql, row in self._final.get(place, ()):
                    self.db.conn.execute(sql, row)

    def take(self, segments: Iterable[bytes]) -> None:
        """Decode a parcel and insert its rows, in one transaction."""
        rows: dict[str, list[tuple[Any, ...]]] = {_FACT: [], _PERSONAL: []}
        kept, personals = rows[_FACT], rows[_PERSONAL]
        for segment in segments:
            _, origin, first, _, length = wire._HEADER.unpack_from(segment)[:5]
            payload = memoryview(segment)[wire.HEADER_BYTES :]
            content = _DECODER.decode(self._zstd.decompress(payload, max_output_size=length))
            previous = content.previous
            for seq, row in enumerate(content.rows, first):
                place = (origin, seq)
                own = self._hashes[place]
                kept.append((origin, seq, row.time, row.kind, row.body, previous, own))
                previous = own
                if row.personal is not None:
                    personals.append((origin, seq, *row.personal))
                for sql, values in self._final.get(place, ()):
                    rows.setdefault(sql, []).append(values)
        with driver.transaction(self.db):
            for sql, some in rows.items():
                self.db.conn.executemany(sql, some)

    def close(self) -> None:
        """Close the database."""
        self.db.close()


def final_rows(db: Any, day: Sequence[facts.Fact]) -> Final:
    """The rows of every projection in a store that knows the whole day."""
    places = [(fact.origin, fact.seq) for fact in day]
    known = set(places)
    found: dict[Place, list[tuple[str, tuple[Any, ...]]]] = {}
    for table in projection_schema.TABLES:
        names = [name for _, name, *_ in driver.rows(db, f"PRAGMA table_info({table})")]
        sql = f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})"
        rows = driver.rows(db, f"SELECT * FROM {table}")
        for place, row in zip(_places(names, rows, places, known), rows, strict=True):
            found.setdefault(place, []).append((sql, row))
    return found


def _places(
    names: Sequence[str], rows: Sequence[tuple[Any, ...]], places: Sequence[Place], known: set[Place]
) -> Iterator[Place]:
    """The fact that each row comes with."""
    named = next(
        (each for each in (("first_origin", "first_seq"), ("origin", "seq")) if each[0] in names), None
    )
    for number, row in enumerate(rows):
        place = (row[names.index(named[0])], row[names.index(named[1])]) if named else None
        yield place if place in known else places[number * len(places) // len(rows)]
