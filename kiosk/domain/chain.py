"""Consecutive facts whose hashes were computed here, of their own bytes: nobody is believed."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.facts import Fact, fact_hash

LARGEST = (1 << 63) - 1
"""SQLite's largest integer."""
ORIGIN_LENGTH, HASH_LENGTH = 16, 32


class Chain(tuple[Fact, ...]):
    """Consecutive facts of one origin, each naming the hash of the one before. Made by `chained` alone.

    So whoever is given one need not compute its hashes again. A slice of it is a plain tuple.
    """

    __slots__ = ()


def chained(origin: bytes, first: int, previous: bytes, rows: Iterable[tuple[int, str, bytes]]) -> Chain:
    """The facts from `first` on that follow on the hash `previous`, made of (time, kind, body) rows.

    ValueError where a number or a length is none that a fact could have.
    """
    if len(origin) != ORIGIN_LENGTH or len(previous) != HASH_LENGTH or first < 1:
        raise ValueError("no journal's facts")
    made: list[Fact] = []
    for seq, (time, kind, body) in enumerate(rows, first):
        own = fact_hash(origin=origin, seq=seq, time=time, kind=kind, body=body, previous=previous)
        made.append(Fact(origin, seq, time, kind, body, previous, own))
        previous = own
    if made and (made[-1].seq > LARGEST or any(not 0 <= fact.time <= LARGEST for fact in made)):
        raise ValueError("no place or time that a fact could have")
    return Chain(made)
