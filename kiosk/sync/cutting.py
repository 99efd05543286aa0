"""Cutting segments out of a store: of this kiosk's own journals anywhere, of others' at their heads."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kiosk.domain.facts import Fact, Personal
from kiosk.domain.signed_head import SignedHead, head_bytes, is_bound, is_of
from kiosk.store import heads
from kiosk.sync.wire import MAX_FACTS, MAX_RAW_BYTES, encode_segment, raw_bytes

if TYPE_CHECKING:
    from kiosk.keys.signing import SigningKey
    from kiosk.store.migrations import Store

CACHE_BYTES = 4 * 1024 * 1024
"""A hub gives the same segments to forty others within a second or two."""


class Cutter:
    """Segments of one store. Of the store's thread."""

    def __init__(self, store: Store, key: SigningKey) -> None:
        self._store, self._key = store, key
        self._cached: OrderedDict[tuple[bytes, int, int], bytes] = OrderedDict()
        self._cached_bytes = 0
        self._signed: dict[bytes, SignedHead] = {}

    def cut(self, origin: bytes, after: int, most_facts: int, *, own: bool) -> bytes | None:
        """The segment of an origin that follows on `after`, or None where none so small can be cut.

        `own`: the origin is one of this kiosk's. `most_facts`: no more than there are.
        """
        most = min(most_facts, MAX_FACTS)
        place = (origin, after, most)
        cached = self._cached.get(place)
        if cached is not None:
            self._cached.move_to_end(place)
            return cached
        found = self._own(origin, after, most) if own and self._may_sign(origin) else None
        found = found or self._received(origin, after, most)
        if found is None:
            return None
        segment, personal = found
        if not personal:  # they may be erased any time
            self._remember(place, segment)
        return segment

    def sign_up_to_here(self, origin: bytes) -> None:
        """Sign and keep heads of an own journal all along, in a transaction: then whoever holds a copy of
        this
        store, under whichever key, can pass its facts on.
        """
        if not self._may_sign(origin):
            return
        newest = heads.newest(self._store.db, origin)
        after = newest.seq if newest is not None else 0
        while facts := heads.facts_behind(self._store.db, origin, after, MAX_FACTS):
            heads.keep(self._store.db, self._sign(facts[-1]))
            after = facts[-1].seq
        self._signed.pop(origin, None)

    def keep_heads(self) -> None:
        """Keep what was signed since the last time; in a transaction. What is lost can be signed again."""
        for head in self._signed.values():
            heads.keep(self._store.db, head)
        self._signed.clear()

    def _may_sign(self, origin: bytes) -> bool:
        """Whether an origin of this kiosk is its key's: one that is bound to none goes with its first key."""
        if is_bound(origin):
            return is_of(origin, self._key.public)
        return heads.key_of(self._store.db, origin) in {None, self._key.public}

    def _own(self, origin: bytes, after: int, most: int) -> tuple[bytes, bool] | None:
        """A segment that ends wherever it is full, signed now; and whether it has personal fields."""
        facts, personals = self._read(origin, after, most)
        facts = facts[: _fitting(facts, personals)]
        return _encode(facts, personals, self._sign(facts[-1]))

    def _received(self, origin: bytes, after: int, most: int) -> tuple[bytes, bool] | None:
        """A segment that ends at a head that has come: the furthest, or a nearer one if that is too much."""
        head = heads.next_head(self._store.db, origin, after, most)
        if head is None:
            return None
        facts, personals = self._read(origin, after, head.seq - after)
        fitting = _fitting(facts, personals)
        if fitting < len(facts):
            head = heads.next_head(self._store.db, origin, after, fitting)
            if head is None:
                head = heads.first_head(self._store.db, origin, after)
        return _encode(facts[: head.seq - after], personals, head) if head else None

    def _read(self, origin: bytes, after: int, most: int) -> tuple[list[Fact], dict[int, Personal]]:
        facts = heads.facts_behind(self._store.db, origin, after, most)
        found = self._store.journal.personals(origin, after + 1, after + most)
        return facts, {seq: personal for (_, seq), personal in found.items()}

    def _sign(self, fact: Fact) -> SignedHead:
        signature = self._key.sign(head_bytes(fact.origin, fact.seq, fact.hash))
        head = SignedHead(fact.origin, fact.seq, fact.hash, self._key.public, signature)
        self._signed[fact.origin] = head
        return head

    def _remember(self, place: tuple[bytes, int, int], segment: bytes) -> None:
        self._cached[place] = segment
        self._cached_bytes += len(segment)
        while self._cached_bytes > CACHE_BYTES:
            self._cached_bytes -= len(self._cached.popitem(last=False)[1])


def _fitting(facts: list[Fact], personals: Mapping[int, Personal]) -> int:
    """How many of the facts one segment holds, at least one."""
    used = 0
    for place, fact in enumerate(facts):
        personal = personals.get(fact.seq)
        used += raw_bytes(len(fact.body), len(personal.fields) if personal else 0)
        if used > MAX_RAW_BYTES:
            return max(1, place)
    return len(facts)


def _encode(
    facts: list[Fact], personals: Mapping[int, Personal], head: SignedHead
) -> tuple[bytes, bool] | None:
    """The segment, and whether it has personal fields; without them where they would not fit. None where a
    fact is too large to travel at all."""
    carried = {seq: personal for seq, personal in personals.items() if seq <= head.seq}
    for some in (carried, {}) if carried else ({},):
        try:
            return encode_segment(facts, some, head), bool(some)
        except ValueError:
            continue
    return None
