"""Facts out of a damaged store: what proves itself, in the order of its chain, and what is left over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from kiosk.domain.facts import (
    GENESIS,
    SALT_LENGTH,
    AttendeeRegistered,
    Fact,
    Personal,
    PersonsErased,
    personal_digest,
)
from kiosk.domain.signed_head import SignedHead
from kiosk.store import bodies
from kiosk.store.journal import Position, sound
from kiosk.store.journal_schema import EARLIER
from kiosk.store.pages import Row, Value

ORIGIN_LENGTH = 16
_HASH_LENGTH = 32
_FACT = (bytes, int, int, str, bytes, bytes, bytes)
_BESIDE = (bytes, int, bytes, bytes)
_HEAD = (bytes, int, bytes, bytes, bytes)
_SIGNATURE_LENGTH = 64


@dataclass(frozen=True, slots=True)
class Chains:
    """Facts as a journal keeps them, and those that do not follow."""

    kept: tuple[Fact, ...]
    """Of each origin the facts from its first one on, as far as they are there and chain."""
    strays: tuple[Fact, ...]
    """Facts with their own right hash, behind a gap."""

    def ends(self) -> dict[bytes, int]:
        """The last sequence that is kept of each origin."""
        return {fact.origin: fact.seq for fact in self.kept}


@dataclass(slots=True)
class Salvage:
    """What was found. A row counts where it proves itself: nothing else of a damaged file is believed."""

    facts: dict[Position, dict[bytes, Fact]] = field(default_factory=dict)
    """By position, then by hash: two only where a transaction was given up and its page remained."""
    personals: dict[Position, list[Personal]] = field(default_factory=dict)
    forks: set[tuple[bytes, int, bytes, bytes]] = field(default_factory=set)
    """(origin, seq, kept, other)."""
    heads: dict[Position, SignedHead] = field(default_factory=dict)
    """What lets facts travel on; whoever receives them checks the signatures."""
    earlier: set[bytes] = field(default_factory=set)
    """This kiosk's origins before the one that the store had."""
    origin: bytes = b""
    """The incarnation whose store it was, as far as the file still says."""

    def add(self, row: Row) -> None:
        """Keep a row if it is one of the journal's."""
        if _is(row, _FACT):
            fact = Fact(*cast(Any, row))
            if sound(fact):
                self.facts.setdefault((fact.origin, fact.seq), {}).setdefault(fact.hash, fact)
        elif _is(row, _BESIDE):
            origin, seq, first, second = cast(tuple[bytes, int, bytes, bytes], row)
            if len(first) == SALT_LENGTH:
                self.personals.setdefault((origin, seq), []).append(Personal(first, second))
            elif len(first) == len(second) == _HASH_LENGTH:
                self.forks.add((origin, seq, second, first))  # SQLite keeps the key's columns first
        elif _is(row, _HEAD):
            head = SignedHead(*cast(Any, row))
            if (len(head.hash), len(head.key)) == (_HASH_LENGTH, _HASH_LENGTH) and (
                len(head.signature) == _SIGNATURE_LENGTH
            ):
                self.heads[head.origin, head.seq] = head
        elif len(row) == 2 and isinstance(row[0], str) and _is_origin(row[1]):
            self._add_origin(row[0], cast(bytes, row[1]))

    def _add_origin(self, name: str, origin: bytes) -> None:
        if name == "origin" and not self.origin:
            self.origin = origin
        elif name.startswith(EARLIER):
            self.earlier.add(origin)

    def chains(self) -> Chains:
        """Sort the facts. Of two at one position that one counts whose successor is known, else the newer."""
        kept: list[Fact] = []
        taken: set[bytes] = set()
        for origin in sorted({position[0] for position in self.facts}):
            seq, previous = 1, GENESIS
            while (fact := self._next(origin, seq, previous)) is not None:
                kept.append(fact)
                taken.add(fact.hash)
                seq, previous = seq + 1, fact.hash
        strays = [
            fact
            for _, found in sorted(self.facts.items())
            for fact in found.values()
            if fact.hash not in taken
        ]
        return Chains(tuple(kept), tuple(strays))

    def personals_of(self, facts: Iterable[Fact]) -> dict[Position, Personal]:
        """The personal fields that are these facts', but for those of a fair that was erased later."""
        facts = tuple(facts)
        erased = _erasures(facts)
        found = {}
        for fact in facts:
            body = bodies.decode(fact.kind, fact.body)
            if isinstance(body, AttendeeRegistered) and fact.time > erased.get(body.fair, -1):
                for personal in self.personals.get((fact.origin, fact.seq), ()):
                    if personal_digest(personal) == body.personal:
                        found[fact.origin, fact.seq] = personal
        return found

    def _next(self, origin: bytes, seq: int, previous: bytes) -> Fact | None:
        fitting = [fact for fact in self.facts.get((origin, seq), {}).values() if fact.previous == previous]
        followed = {fact.previous for fact in self.facts.get((origin, seq + 1), {}).values()}
        return next((fact for fact in fitting if fact.hash in followed), next(iter(fitting), None))


def _erasures(facts: Iterable[Fact]) -> Mapping[str, int]:
    """When each fair's personal fields were erased last."""
    erased: dict[str, int] = {}
    for fact in facts:
        if fact.kind == PersonsErased.kind:
            body = bodies.decode(fact.kind, fact.body)
            if isinstance(body, PersonsErased):
                erased[body.fair] = max(fact.time, erased.get(body.fair, -1))
    return erased


def _is(row: Row, types: tuple[type, ...]) -> bool:
    return (
        len(row) == len(types)
        and all(type(value) is kind for value, kind in zip(row, types, strict=True))
        and _is_origin(row[0])
    )


def _is_origin(value: Value) -> bool:
    return isinstance(value, bytes) and len(value) == ORIGIN_LENGTH
