"""What came by stick before its turn: parked, and taken in as soon as what it follows on has come."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.store import parked
from kiosk.store.parked import Parked
from kiosk.sync.conversation import Ledger
from kiosk.sync.messages import Reasons

if TYPE_CHECKING:
    from kiosk.store.migrations import Store

_MOST = 64
PARCEL_FACTS = 50
"""Of a commit; there may be a gate beside, whose scans wait for it."""
_STAYS = frozenset({Reasons.GAP, Reasons.UNKNOWN_KEY})
"""Why a segment may be taken later that is refused now."""


def park(store: Store, segments: tuple[Parked, ...]) -> bool:
    """Keep segments until their turn; False where they do not all fit. One commit."""
    with store.transaction():
        kept = [parked.park(store.db, each) for each in segments]  # each of them, whatever became of others
    return all(kept)


def unpark(store: Store, ledger: Ledger) -> dict[bytes, int]:
    """Take in what is parked and follows on what is here, a few facts of one origin: new facts, by it.

    To be called after each commit of received facts, with a pause before, until nothing comes of it. Costs
    one look-up where nothing is parked.
    """
    if parked.is_empty(store.db):
        return {}
    for some in _parcels(parked.following(store.db, _MOST)):
        taken = ledger.take([each.segment for each in some])
        origin = some[0].origin
        whys = {each.why for each in taken.refusals}
        with store.transaction():
            if Reasons.FORK in whys:  # another history is no use to anybody here; that there is one, is noted
                parked.drop_origin(store.db, origin)
            elif not whys & _STAYS:
                for each in some:
                    parked.drop(store.db, each.origin, each.first, each.last)
        if taken.stored:
            return {origin: taken.stored}
    return {}


def take_parked(store: Store, ledger: Ledger, pause: Callable[[], None]) -> dict[bytes, int]:
    """Take in all that is parked and follows now: new facts, by origin. `pause` is called after each
    commit.
    """
    came: dict[bytes, int] = {}
    while now := unpark(store, ledger):
        pause()
        for origin, facts in now.items():
            came[origin] = came.get(origin, 0) + facts
    return came


def _parcels(segments: tuple[Parked, ...]) -> list[list[Parked]]:
    """Of one origin each, at most 200 facts."""
    parcels: list[list[Parked]] = []
    facts = 0
    for each in segments:
        count = each.last - each.first + 1
        if not parcels or parcels[-1][0].origin != each.origin or facts + count > PARCEL_FACTS:
            parcels.append([])
            facts = 0
        parcels[-1].append(each)
        facts += count
    return parcels
