"""What came by stick before its turn: parked, and taken in as soon as what it follows on has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from kiosk.store import parked
from kiosk.store.parked import Parked
from kiosk.sync.conversation import Ledger
from kiosk.sync.messages import MAX_PARCEL_FACTS, Reasons

if TYPE_CHECKING:
    from kiosk.store.migrations import Store

_MOST = 64
_MAY_COME = frozenset({Reasons.GAP, Reasons.UNKNOWN_KEY})
"""Why a segment may be taken later that is refused now."""


def park(store: Store, segments: tuple[Parked, ...]) -> bool:
    """Keep segments until their turn; False where they do not all fit. One commit."""
    with store.transaction():
        kept = [parked.park(store.db, each) for each in segments]  # each of them, whatever became of others
    return all(kept)


def take_parked(store: Store, ledger: Ledger, pause: Callable[[], None]) -> dict[bytes, int]:
    """Take in what is parked and follows now: new facts, by origin. To be called after a commit of facts.

    Costs one look-up where nothing is parked. `pause` is called after each commit, of at most 200 facts.
    """
    came: dict[bytes, int] = {}
    tried: set[tuple[bytes, int, int]] = set()
    while not parked.is_empty(store.db):
        ready = tuple(
            each for each in parked.following(store.db, _MOST + len(tried)) if _place(each) not in tried
        )
        if not ready:
            break
        for some in _parcels(ready):
            taken = ledger.take([each.segment for each in some])
            origin = some[0].origin
            came[origin] = came.get(origin, 0) + taken.stored
            stays = any(each.why in _MAY_COME for each in taken.refusals)
            tried.update(_place(each) for each in some)
            if any(each.why == Reasons.FORK for each in taken.refusals):
                _drop_all(store, origin)
            elif not stays:
                _drop(store, some)
            pause()
    return {origin: facts for origin, facts in came.items() if facts}


def _place(segment: Parked) -> tuple[bytes, int, int]:
    return segment.origin, segment.first, segment.last


def _parcels(segments: tuple[Parked, ...]) -> Iterator[tuple[Parked, ...]]:
    """Of one origin each, at most 200 facts."""
    for _, group in groupby(segments, key=lambda each: each.origin):
        some: list[Parked] = []
        for each in group:
            if some and sum(one.last - one.first + 1 for one in [*some, each]) > MAX_PARCEL_FACTS:
                yield tuple(some)
                some = []
            some.append(each)
        if some:
            yield tuple(some)


def _drop(store: Store, segments: tuple[Parked, ...]) -> None:
    with store.transaction():
        for each in segments:
            parked.drop(store.db, each.origin, each.first, each.last)


def _drop_all(store: Store, origin: bytes) -> None:
    """Another history of a journal is no use to anybody here; that there is one, was recorded."""
    with store.transaction():
        parked.drop_origin(store.db, origin)
