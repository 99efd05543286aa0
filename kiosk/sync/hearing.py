"""When others were heard, and what they hold: remembered here, and written down now and then.

An idle courier hears from every peer each 15 s. A commit for each would be most of what it does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kiosk.store import peers
from kiosk.sync.messages import MAX_ORIGINS

if TYPE_CHECKING:
    from kiosk.store.migrations import Store
    from kiosk.sync.messages import Standing

IDLE_S = 15
"""Where nothing but time went by, it is written this often."""
BUSY_S = 2
"""What others have taken is written this soon: staff wait for it before they switch off."""


class Hearing:
    """What one process has heard. Of the store's thread."""

    def __init__(self, store: Store, now_ms: Callable[[], int], monotonic_s: Callable[[], float]) -> None:
        self._store, self._now_ms, self._monotonic_s = store, now_ms, monotonic_s
        now, clock = monotonic_s(), now_ms()
        self._at = {
            origin: now - (clock - at) / 1000
            for origin, at in peers.when_heard(store.db).items()
            if at <= clock
        }
        """Origin: when there was word of all that it had, by the monotonic clock."""
        self._claims: dict[bytes, dict[bytes, tuple[int, float]]] = {}
        """Peer, origin: it had word of all up to this fact, then; waits until that fact is here."""
        self._held: dict[bytes, dict[bytes, int]] = {}
        """Peer, origin: how far, as it is written."""
        self._unwritten: dict[bytes, tuple[str, str, dict[bytes, int]]] = {}
        self._moved, self._fresh = False, False
        """What others hold has changed; or only when they were heard."""
        self._written_s = now

    def heard_s(self, origin: bytes) -> int:
        """Seconds since there was word of all that an origin had; -1 where there never was."""
        at = self._at.get(origin)
        return -1 if at is None else max(0, int(self._monotonic_s() - at))

    def met(
        self, peer: bytes, name: str, role: str, standings: Sequence[Standing], here: Callable[[bytes], int]
    ) -> None:
        """A peer says what it knows; `here` is how far an origin is known here."""
        written = self._held.setdefault(peer, {})
        held = self._unwritten[peer][2] if peer in self._unwritten else {}
        for standing in standings:
            if not here(standing.origin) and len(written) + len(held) >= MAX_ORIGINS:
                continue  # somebody gone wrong names journals that are nowhere
            if written.get(standing.origin) != standing.seq:
                held[standing.origin] = standing.seq
                self._moved = True
        self._unwritten[peer] = (name, role, held)
        self.told(peer, standings, 0, here)

    def told(
        self, peer: bytes, standings: Sequence[Standing], age_s: float, here: Callable[[bytes], int]
    ) -> None:
        """A peer said so many seconds ago how fresh it was; how far it is now is not known."""
        said_s = self._monotonic_s() - age_s
        claims = self._claims.setdefault(peer, {})
        for standing in standings:
            if standing.heard_s >= 0 and (here(standing.origin) or len(claims) < MAX_ORIGINS):
                claims[standing.origin] = (standing.seq, said_s - standing.heard_s)
        self._fresh = True
        self.settle(here)

    def settle(self, here: Callable[[bytes], int]) -> None:
        """Facts have come: who knows all that a peer knew, has heard what the peer had."""
        for claims in self._claims.values():
            for origin, (seq, at) in list(claims.items()):
                if here(origin) >= seq:
                    del claims[origin]
                    self._at[origin] = max(at, self._at.get(origin, at))

    @property
    def due(self) -> bool:
        """Whether it is time to write."""
        waited = self._monotonic_s() - self._written_s
        return self._fresh and waited >= (BUSY_S if self._moved else IDLE_S)

    @property
    def waiting(self) -> bool:
        """Whether anything is not written yet."""
        return self._fresh

    def write(self, own: frozenset[bytes]) -> None:
        """Write it down, inside a transaction; `own` are this kiosk's origins. Then, once that is committed,
        `written`."""
        now, clock = self._monotonic_s(), self._now_ms()
        for peer, (name, role, held) in self._unwritten.items():
            peers.met(self._store.db, peer, name, role, held, clock)
        at_ms = {
            origin: clock - int((now - at) * 1000) for origin, at in self._at.items() if origin not in own
        }
        peers.heard(self._store.db, at_ms, clock)

    def written(self) -> None:
        """What `write` wrote is committed."""
        for peer, (_, _, held) in self._unwritten.items():
            self._held[peer].update(held)
        self._unwritten.clear()
        self._moved, self._fresh, self._written_s = False, False, self._monotonic_s()
