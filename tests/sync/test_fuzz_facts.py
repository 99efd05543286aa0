"""Facts that chain right and say nonsense, as a certified kiosk gone wrong may record them.

They are kept and passed on; in whatever order they come, all kiosks read the same in them, and what is read
from them is what a rebuild reads.
"""

from __future__ import annotations

import json
import os
import random
import types
import typing
from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.domain import facts
from kiosk.domain.facts import GENESIS, KINDS, Fact, Personal, fact_hash, personal_digest
from kiosk.store import bodies, projections
from kiosk.store.journal import FindingKind
from kiosk.store.migrations import Store, open_store

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
FACTS = int(os.environ.get("FAIR_KIOSK_FACTS", "30000" if LONG else "900"))
NOW_MS = 1_795_838_400_000
ORIGINS = tuple(bytes([each]) * 16 for each in (1, 2, 3))
_NUMBERS = (0, 1, 2, 5, 2523, 2524, 65535, 65536, 2**31, 2**32, 2**63 - 1, 2**63, 2**64 - 1, 2**64, -1, 2**80)
_TEXTS = (
    *("", "f", "bj", "east", "west", "in", "out", "admit", "refuse", "kiosk", "s1", "A001", "welcome"),
    *("x" * 5000, "\0", "a\0b", "林", "\U0001f600", "'; DROP TABLE fact; --", "\u202e", "同\n步"),
)
_SURROGATE = '"\\ud800"'


def value(chance: random.Random, kind: object) -> object:
    """Something that a field of that type may hold, or, seldom, that it may not."""
    if chance.random() < 0.03:
        return chance.choice((None, 1.5, [], {}, "1", -1, [[[]]], True))
    inner = typing.get_args(kind)
    if typing.get_origin(kind) in {typing.Union, types.UnionType}:
        return value(chance, chance.choice(inner))
    if typing.get_origin(kind) is tuple:
        several = len(inner) == 2 and inner[1] is Ellipsis
        kinds = [inner[0]] * chance.choice((0, 1, 2, 5)) if several else inner
        return [value(chance, each) for each in kinds]
    return simple(chance, kind)


def simple(chance: random.Random, kind: object) -> object:
    """A truth, a number or a text."""
    if kind is bool:
        return chance.random() < 0.5
    if kind is int:
        return chance.choice(_NUMBERS) if chance.random() < 0.4 else chance.randrange(1, 9)
    if kind is str:
        return chance.choice(ORIGINS).hex() if chance.random() < 0.2 else chance.choice(_TEXTS)
    return None


def body_of(chance: random.Random, kind: str) -> bytes:
    """The bytes of a body: mostly of the kind's shape, with anything in it."""
    hints = typing.get_type_hints(KINDS[kind])
    made = {name: value(chance, each) for name, each in hints.items() if name != "kind"}
    if chance.random() < 0.05:
        made.pop(chance.choice(list(made)))
    if chance.random() < 0.05:
        made["newer"] = chance.choice(_TEXTS)
    text = json.dumps(made, ensure_ascii=chance.random() < 0.5)
    if chance.random() < 0.02:
        text = text.replace('"f"', _SURROGATE)
    data = text.encode()
    if chance.random() < 0.03:
        at = chance.randrange(len(data))
        data = data[:at] + chance.randbytes(3) + data[at:]
    return data


def nonsense(seed: int, count: int) -> tuple[list[Fact], dict[tuple[bytes, int], Personal]]:
    """So many facts of three journals, chained right, with personal fields at some."""
    chance = random.Random(seed)
    kinds = [*sorted(KINDS), "kind_of_a_newer_version"]
    ends = dict.fromkeys(ORIGINS, (0, GENESIS, NOW_MS << 16))
    made, personals = [], {}
    for _ in range(count):
        origin = chance.choice(ORIGINS)
        seq, previous, time = ends[origin]
        kind = chance.choice(kinds)
        body = body_of(chance, kind) if kind in KINDS else chance.randbytes(20)
        if kind == facts.AttendeeRegistered.kind and chance.random() < 0.7:
            fields = chance.choice((json.dumps({"name": "林"}).encode(), chance.randbytes(9), b"{}", b""))
            personal = Personal(chance.randbytes(16), fields)
            walk_up = facts.AttendeeRegistered(
                "f", chance.randrange(9), 1, "1", "", "", personal_digest(personal)
            )
            body, personals[origin, seq + 1] = bodies.encode(walk_up), personal
        # far future too: kept, never adopted
        time = max(time + 1, chance.choice((0, (NOW_MS + seq) << 16, (NOW_MS * 3) << 16, 2**63 - 1 - 10**6)))
        own = fact_hash(origin=origin, seq=seq + 1, time=time, kind=kind, body=body, previous=previous)
        made.append(Fact(origin, seq + 1, time, kind, body, previous, own))
        ends[origin] = (seq + 1, own, time)
    return made, personals


def take(store: Store, made: Sequence[Fact], personals: dict[tuple[bytes, int], Personal]) -> None:
    """Receive them as they come, at most 200 a commit."""
    for start in range(0, len(made), 200):
        with store.transaction():
            received = store.journal.receive(made[start : start + 200], personals, now_ms=NOW_MS)
        assert received.findings == ()


@pytest.mark.parametrize("seed", range(SEED, SEED + (20 if LONG else 1)))
def test_nonsense_is_read_the_same_everywhere(tmp_path: Path, seed: int) -> None:
    made, personals = nonsense(seed, FACTS)
    by_origin = sorted(made, key=lambda fact: (fact.origin, fact.seq))
    backwards = [fact for origin in reversed(ORIGINS) for fact in by_origin if fact.origin == origin]
    digests = set()
    for at, order in enumerate((made, by_origin, backwards)):
        store = open_store(tmp_path / f"{at}.db", bytes(32))
        take(store, order, personals)
        take(store, order[:50], personals)
        digests.add(projections.digest(store.db))
        with store.transaction():
            projections.rebuild(store.db)
        digests.add(projections.digest(store.db))
        kinds = {each.kind for each in store.journal.verify()}
        assert kinds <= {FindingKind.UNREADABLE_BODY}
        assert sum(store.journal.origins().values()) == len(made)
        store.close()
    assert len(digests) == 1
