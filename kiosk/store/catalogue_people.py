"""Staff's search for people: the index of a pack, and what is asked of it.

`person_key` holds each key of a name (domain.person_search.name_keys) behind a sign that says where in the
name it begins, and who has it, in the order of their names. So what is typed is a range of the table, and its
first rows are the best: nothing is merged or sorted, however many people fit.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from kiosk.domain.attendee import Attendee
from kiosk.domain.person_search import (
    FIRST_HAN,
    FROM_WITHIN,
    Query,
    Readings,
    fit,
    query_of,
    ranked,
)
from kiosk.store import driver
from kiosk.store.catalogue_values import ATTENDEE_COLUMNS, attendee_of
from kiosk.store.ids import as_signed
from kiosk.store.person_index import FROM, SPOKEN, WITHIN, PersonIndex

if TYPE_CHECKING:
    from kiosk.store.driver import Database

_LAST = "\U0010ffff"
_BY_ID = f"SELECT {ATTENDEE_COLUMNS} FROM attendee WHERE id = ?"  # noqa: S608
_PART = 200
FEW = 200
"""People whom one word fits and who are all looked at for the others."""
MANY = 100_000
"""Ids of one word that are gathered to be compared with another's; a word that fits more narrows nothing."""
LOOKED_AT = 2_000
"""People who are looked at where no comparison of ids settles it; who fits more must say more."""
_CHOICE = 2
"""Times the limit: enough to choose the best from."""

_Ids = Sequence[int]


def fill(db: Database, index: PersonIndex) -> None:
    """Write the index of a new catalogue, inside a transaction."""
    db.conn.executemany("INSERT INTO organisation (number, key) VALUES (?, ?)", index.organisations)
    db.conn.executemany("INSERT INTO person_key (key, attendees) VALUES (?, ?)", index.keys)


def search(db: Database, text: str, limit: int, readings: Readings) -> tuple[Attendee, ...]:
    """Who fits what was typed, the best first (domain.person_search.Fit), then by name; at most `limit`.

    Who is named so by the whole text, or has the stall or number that it is, is always among them.
    """
    query = query_of(text)
    if limit <= 0:
        return ()
    found = dict.fromkeys(_first(_whole_text(db, query), limit))
    if len(query.words) == 1:
        found |= dict.fromkeys(_first(chain((list(found),), _one_word(db, query.words[0])), limit))
    elif query.words:
        found |= dict.fromkeys(_narrowed(db, query, limit, readings))
    return tuple(ranked(query, _people(db, found), readings)[:limit])


def _whole_text(db: Database, query: Query) -> Iterator[_Ids]:
    """Whom the whole text names: by name, stall, or a student number with signs in it."""
    if query.name:
        yield from _ids(db, "SELECT id FROM attendee WHERE name_key = ? ORDER BY id", (query.name,))
    if query.stall is not None:
        by_stall = "SELECT id FROM attendee WHERE stall = ? AND stall <> '' ORDER BY position"
        yield from _ids(db, by_stall, (query.stall,))
    if len(query.words) > 1 and query.number:
        yield from _begun(db, "number_key", query.number)


def _one_word(db: Database, word: str) -> Iterator[_Ids]:
    """Whom a word fits, the best first; some may come twice."""
    yield from _by_name(db, word)
    if word.isascii():
        yield from _begun(db, "stall", word.upper())
        yield from _begun(db, "number_key", word.upper())
        yield from _begun(db, "phone_tail", word)
    if len(word) >= FROM_WITHIN:
        rows = driver.rows(db, "SELECT number FROM organisation WHERE instr(key, ?) ORDER BY number", (word,))
        for (number,) in rows:
            yield from _keyed(db, f"{FROM}{number}", "")


def _by_name(db: Database, word: str) -> Iterator[_Ids]:
    yield from _begun(db, "name_key", word)
    if word < FIRST_HAN:
        yield from _keyed(db, SPOKEN + word)
    yield from _keyed(db, WITHIN + word)


def _begun(db: Database, column: str, text: str) -> Iterator[_Ids]:
    sql = f"SELECT id FROM attendee WHERE {column} >= ? AND {column} < ? AND {column} <> '' ORDER BY {column}"  # noqa: S608
    return _ids(db, sql, (text, text + _LAST))


def _ids(db: Database, sql: str, values: tuple[Any, ...]) -> Iterator[_Ids]:
    """A query's ids in parts: whoever has enough asks for no more."""
    with driver.mapped():
        rows = db.conn.execute(sql, values)
        while part := rows.fetchmany(_PART):
            yield [row[0] for row in part]


def _keyed(db: Database, key: str, last: str = _LAST) -> Iterator[_Ids]:
    """The attendees of all keys that begin with `key`; with no `last`, of that key."""
    sql = "SELECT attendees FROM person_key WHERE key >= ? AND key <= ? ORDER BY key"
    with driver.mapped():
        for (attendees,) in db.conn.execute(sql, (key, key + last)):
            ids = array("q")
            ids.frombytes(attendees)
            yield ids


def _narrowed(db: Database, query: Query, limit: int, readings: Readings) -> list[int]:
    """Whom several words may fit, best first by the first word that anybody is named by."""
    leading = next((word for word in query.words if _first(_by_name(db, word), 1)), query.words[0])
    others = [_all(db, word) for word in query.words if word != leading]
    fewest = min((each for each in others if each is not None), key=len, default=None)
    if fewest is not None and len(fewest) <= FEW:
        return sorted(fewest)
    known = [each for each in others if each is not None]
    led = (each for part in _one_word(db, leading) for each in part if all(each in other for other in known))
    looked_at = islice(_once(led), LOOKED_AT)
    fitting = (each for each in _people(db, looked_at) if fit(query, each, readings) is not None)
    return [as_signed(each.id) for each in islice(fitting, limit * _CHOICE)]


def _once(ids: Iterable[int]) -> Iterator[int]:
    seen: set[int] = set()
    for each in ids:
        if each not in seen:
            seen.add(each)
            yield each


def _all(db: Database, word: str) -> set[int] | None:
    """Everybody whom a word fits; None where they are more than MANY."""
    found: set[int] = set()
    for part in _one_word(db, word):
        found.update(part)
        if len(found) > MANY:
            return None
    return found


def _first(parts: Iterable[_Ids], most: int) -> list[int]:
    """The first `most`, each once."""
    found: dict[int, None] = {}
    for part in parts:
        found.update(dict.fromkeys(part[:most]))
        if len(found) >= most:
            break
    return list(found)[:most]


def _people(db: Database, ids: Iterable[int]) -> Iterator[Attendee]:
    for each in ids:
        row = driver.row(db, _BY_ID, (each,))
        assert row is not None, "the index names an attendee"
        yield attendee_of(row)
