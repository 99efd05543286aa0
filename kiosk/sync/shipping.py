"""What a peer holds, what is on its way to it, and so what is to be sent next. Pure: no clock, no store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.sync.messages import MAX_ORIGINS, Reasons, Refusal, Standing, Taken
from kiosk.sync.wire import outline

MOST_PARCELS = 4
"""On their way at once: enough that a receiver never waits for the next one."""
RESEND_S = 10.0
MOST_RESEND_S = 160.0
"""A link that is slow, not broken, is not flooded: the wait doubles up to here, until an answer comes."""


@dataclass(frozen=True, slots=True)
class _Flight:
    sent_s: float
    ranges: Mapping[bytes, tuple[int, int]]
    """Origin: first and last sequence."""


class Shipping:
    """One direction of a conversation."""

    def __init__(self) -> None:
        self._theirs: dict[bytes, int] = {}
        self._flights: dict[int, _Flight] = {}
        self._number = 0
        self._most, self._resend_s = MOST_PARCELS, RESEND_S
        self._forked: frozenset[bytes] = frozenset()
        self._refused: set[bytes] = set()
        self._gaps: set[bytes] = set()

    @property
    def theirs(self) -> Mapping[bytes, int]:
        """How far the peer knows every journal, as it has said itself."""
        return self._theirs

    @property
    def skip(self) -> frozenset[bytes]:
        """Journals that cannot go now: forked, refused before, or sent beyond a gap and not answered yet."""
        flying = {origin for flight in self._flights.values() for origin in flight.ranges}
        self._gaps &= flying
        return self._forked | self._refused | self._gaps

    @property
    def stuck(self) -> frozenset[bytes]:
        """Journals that cannot go until something changes."""
        return self._forked | self._refused

    @property
    def is_open(self) -> bool:
        """Whether another parcel may go."""
        return len(self._flights) < self._most

    @property
    def is_empty(self) -> bool:
        """Whether nothing is on its way."""
        return not self._flights

    @property
    def expires_s(self) -> float:
        """When the next parcel is given up that nobody answers."""
        sent = min((flight.sent_s for flight in self._flights.values()), default=float("inf"))
        return sent + self._resend_s

    def vector(self, standings: Sequence[Standing], forked: Iterable[Refusal]) -> None:
        """The peer says all that it knows. What it refused may be tried again: something may have changed.

        An old vector that comes late takes nothing back while parcels are on their way; if it does later,
        facts are sent that the peer has, which does no harm.
        """
        said = {standing.origin: standing.seq for standing in standings}
        if self._flights:
            for origin, seq in self._theirs.items():
                if origin in said or len(said) < MAX_ORIGINS:
                    said[origin] = max(seq, said.get(origin, 0))
        self._theirs = said
        self._forked = frozenset(each.origin for each in forked if each.why == Reasons.FORK)
        self._refused.clear()

    def assumed(self) -> dict[bytes, int]:
        """How far the peer will know every journal once all that is on its way is there."""
        found = dict(self._theirs)
        for number in sorted(self._flights):
            for origin, (first, last) in self._flights[number].ranges.items():
                if first <= found.get(origin, 0) + 1:
                    found[origin] = max(last, found.get(origin, 0))
        return found

    def send(self, segments: Sequence[bytes], now_s: float) -> int:
        """Segments go as one parcel; its number."""
        self._number += 1
        ranges = {said.origin: (said.first, said.last) for said in map(outline, segments)}
        self._flights[self._number] = _Flight(now_s, ranges)
        return self._number

    def taken(self, taken: Taken, forked: Iterable[Refusal]) -> None:
        """The peer says what became of a parcel. One that was given up says how far it is, all the same."""
        self._flights.pop(taken.number, None)
        self._most, self._resend_s = MOST_PARCELS, RESEND_S
        for standing in taken.standings:
            known = self._theirs.get(standing.origin, 0)
            if known or len(self._theirs) < MAX_ORIGINS:
                self._theirs[standing.origin] = max(known, standing.seq)
        for refusal in taken.refusals[: MAX_ORIGINS - len(self._refused)]:
            if refusal.why == Reasons.GAP:
                self._gaps.add(refusal.origin)
                known = self._theirs.get(refusal.origin, 0)
                self._theirs[refusal.origin] = min(known, max(0, refusal.seq - 1))  # it must know itself
            else:
                self._refused.add(refusal.origin)
        self._forked |= {each.origin for each in forked if each.why == Reasons.FORK}

    def holds(self, last: Mapping[bytes, int]) -> None:
        """The peer has sent facts up to there: so it holds them, and they need not go back."""
        for origin, seq in last.items():
            known = self._theirs.get(origin, 0)
            if known or len(self._theirs) < MAX_ORIGINS:
                self._theirs[origin] = max(known, seq)

    def expire(self, now_s: float) -> bool:
        """Give up parcels that nobody answered in time: what was in them is sent again, cut anew."""
        if now_s < self.expires_s:
            return False
        late = [n for n, flight in self._flights.items() if now_s - flight.sent_s >= self._resend_s]
        for number in late:
            del self._flights[number]
        self._most, self._resend_s = 1, min(self._resend_s * 2, MOST_RESEND_S)
        return True
