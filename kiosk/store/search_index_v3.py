"""Finding what is typed in packs of versions 2 and 3: exact keys are asked first, then prefixes of words.

Their index does not tell in what a text was found, so there are two tiers: named so exactly, and the rest.
A static rank cannot put exact matches first, and bm25 takes 80 times as long and finds less
(design.md section 4). Nothing that is typed can break the full-text syntax: each token is quoted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kiosk.domain.search import (
    NINE_KEYS,
    Hit,
    HitKind,
    Matches,
    Tier,
    Why,
    exact_key,
    normalise,
)
from kiosk.store import driver
from kiosk.store.ids import as_signed

if TYPE_CHECKING:
    from kiosk.store.driver import Database

MOST_TOKENS = 12
LONGEST_TOKEN = 64
"""Nobody types more; a scanner's garbage may."""
MOST_READINGS = 400
"""Of one row of keys; the sample fairs' have 30 at most (tests/pack/test_search_terms.py)."""


def matches(db: Database, text: str, *, nine_keys: bool = False) -> Matches:
    """What `text` finds: named so exactly, and the rest. Any text is allowed; with nothing typed, nothing."""
    found = _key_ranks(db, text) if nine_keys else _ranks(db, text)
    bits, others = {Why.EXACT: 0, Why.ABOUT: 0}, []
    for why, ranks in zip(bits, found, strict=True):
        for rank in ranks:
            kind, ref = _hit(db, rank)
            if kind is not HitKind.EXHIBITOR:
                others.append(Hit(kind, ref, why))
            elif (position := _position(db, int(ref))) is not None:
                bits[why] |= 1 << position
    return Matches(tuple(Tier(why, each) for why, each in bits.items() if each), tuple(others))


def _position(db: Database, exhibitor: int) -> int | None:
    found = driver.row(db, "SELECT position FROM exhibitor WHERE id = ?", (as_signed(exhibitor),))
    return found[0] if found else None


def _ranks(db: Database, text: str) -> tuple[list[int], list[int]]:
    query = prefix_query(text)
    if not query:
        return [], []
    exact = _exact(db, text)
    found = driver.rows(db, "SELECT rowid FROM term WHERE term MATCH ? ORDER BY rowid", (query,))
    return exact, [rank for (rank,) in found if rank not in exact]


def _key_ranks(db: Database, keys: str) -> tuple[list[int], list[int]]:
    allowed = keys and all(key in NINE_KEYS for key in keys)
    readings = _readings(db, keys[:LONGEST_TOKEN]) if allowed else []
    if not readings:
        return [], []
    named = sorted({rank for reading in readings for rank in _exact(db, reading)})
    query = " OR ".join(f'"{reading}"*' for reading in readings)
    found = driver.rows(db, "SELECT rowid FROM term WHERE term MATCH ? ORDER BY rowid", (query,))
    return named, [rank for (rank,) in found if rank not in named]


def prefix_query(text: str) -> str:
    """A full-text query for what begins with each token of a text; nothing where it has none."""
    asked = list(tokens(normalise(text)))[:MOST_TOKENS]
    return " AND ".join(f'"{_quoted(token[:LONGEST_TOKEN])}"*' for token in asked)


def _readings(db: Database, keys: str) -> list[str]:
    """Rows of letters and digits that `keys` may mean and with which a word or a key of the index begins."""
    driver.rows(db, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab(main, term, row)")
    readings = [""]
    for key in keys:
        longer = (reading + letter for reading in readings for letter in NINE_KEYS[key])
        readings = [reading for reading in longer if _begins_a_word(db, reading)][:MOST_READINGS]
    return readings


def _begins_a_word(db: Database, reading: str) -> bool:
    span = (reading, reading[:-1] + chr(ord(reading[-1]) + 1))
    return any(
        driver.row(db, query, span) is not None
        for query in (
            "SELECT 1 FROM temp.word WHERE term >= ? AND term < ? LIMIT 1",
            "SELECT 1 FROM exact_key WHERE key >= ? AND key < ? LIMIT 1",
        )
    )


def _exact(db: Database, text: str) -> list[int]:
    key = _clean(exact_key(text))
    return [
        rank for (rank,) in driver.rows(db, "SELECT rank FROM exact_key WHERE key = ? ORDER BY rank", (key,))
    ]


def _hit(db: Database, rank: int) -> tuple[HitKind, str]:
    found = driver.row(db, "SELECT kind, ref FROM search_entry WHERE rank = ?", (rank,))
    assert found is not None, "the index names an entry"
    return HitKind(found[0]), found[1]


def tokens(words: Iterable[str]) -> Iterator[str]:
    """Tokens as the full-text index keeps them: no spaces or control characters inside."""
    for token in words:
        cleaned = _clean(token)
        if cleaned:
            yield cleaned


def _clean(text: str) -> str:
    """Without what would part a token, cannot be seen, or cannot be stored."""
    return "".join(each for each in text if unicodedata.category(each) not in _PARTING)


_PARTING = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"})
"""Separators, control and format characters (U+180E is a space to SQLite's older tables), half surrogates."""


def _quoted(token: str) -> str:
    return token.replace('"', '""')
