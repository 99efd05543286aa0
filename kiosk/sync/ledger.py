"""A store as a conversation sees it: what is known, segments of what others lack, and keeping what comes in.

The kiosk's own process appends at the same time from a connection of its own, may begin a new incarnation,
and erases: so what is remembered here holds only until the store has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.domain.facts import GENESIS
from kiosk.domain.signed_head import is_bound
from kiosk.store import heads
from kiosk.store.journal import FindingKind, Journal
from kiosk.store.migrations import origin_of
from kiosk.sync.conversation import TakenIn
from kiosk.sync.cutting import Cutter
from kiosk.sync.hearing import Hearing
from kiosk.sync.messages import MAX_PARCEL_FACTS, Reasons, Refusal, Standing
from kiosk.sync.wire import MAX_SEGMENT_BYTES, Segment, WireFault, WireProblem, decode_segment, outline

if TYPE_CHECKING:
    from kiosk.keys.signing import SigningKey
    from kiosk.store.migrations import Store
    from kiosk.sync.trust import Trust

_WHY = {
    FindingKind.GAP: Reasons.GAP,
    FindingKind.FORK: Reasons.FORK,
    FindingKind.OWN_AHEAD: Reasons.OWN_AHEAD,
}
"""Any other finding is damage."""
_NOWHERE = bytes(16)
"""Stands for the origin of what is no segment at all."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read of the store, as of one mark of its changes."""

    mark: tuple[int, int]
    origin: bytes
    own: frozenset[bytes]
    """This origin, and this kiosk's earlier ones."""
    ends: Mapping[bytes, tuple[int, bytes]]
    """Sequence and hash of the last fact of every journal."""

    def end(self, origin: bytes) -> tuple[int, bytes]:
        return self.ends.get(origin, (0, GENESIS))

    def seq(self, origin: bytes) -> int:
        return self.end(origin)[0]


class StoreLedger:
    """`conversation.Ledger` over a real store, for all conversations of one process. Of the store's thread.

    StoreFault where the store fails: a full disk, damage, another process that holds it for more than 5 s.
    """

    def __init__(
        self,
        store: Store,
        key: SigningKey,
        trust: Trust,
        now_ms: Callable[[], int],
        monotonic_s: Callable[[], float],
    ) -> None:
        """`key` is this kiosk's own, `now_ms` its clock, milliseconds since 1970."""
        self._store, self._key, self._trust, self._now_ms = store, key, trust, now_ms
        self._cutter = Cutter(store, key)
        self._hearing = Hearing(store, now_ms, monotonic_s)
        self._ahead = b""
        self._certified = 0
        self._trust_mark = heads.trust_changes(store.db)
        self._last: _Known | None = None

    @property
    def origin(self) -> bytes:
        """This kiosk's incarnation, as the store says now."""
        return self._known().origin

    @property
    def own_ahead(self) -> bool:
        """Others hold facts of this kiosk's origin that are not here: a new incarnation must begin."""
        return bool(self._ahead) and self._ahead == self.origin

    @property
    def certified(self) -> int:
        """Counts up whenever certificates or withdrawals have come, from whichever process."""
        self._known()
        return self._certified

    def trust_anew(self) -> None:
        """Other packs are installed, and so other machines may be certified: facts may be taken now."""
        self._trust.refresh()
        self._certified += 1

    def is_withdrawn(self, key: bytes) -> bool:
        """Whether staff have withdrawn this key."""
        self._known()
        return self._trust.is_withdrawn(key)

    def met_a_copy(self, peer: bytes) -> None:
        """The peer with this key says that it has this kiosk's origin: with our own key it is a copy of this
        machine, and both begin new incarnations; with another it only says so."""
        if peer == self._key.public:
            self._ahead = self.origin

    def vector(self) -> tuple[Standing, ...]:
        """How far every journal is known here."""
        known = self._known()
        return tuple(self._standing(known, origin) for origin in known.ends)

    def segments_beyond(
        self, theirs: Mapping[bytes, int], *, most_facts: int, skip: frozenset[bytes] = frozenset()
    ) -> tuple[bytes, ...]:
        """Segments that follow on what somebody has, together at most `most_facts` facts, none of `skip`.

        The long past of one journal comes last: what has just happened anywhere need not wait for it. Of the
        others that one comes first of which most is missing, so that none waits for ever.
        """
        known = self._known()
        missing = sorted(
            (
                (seq - theirs.get(origin, 0), origin)
                for origin, (seq, _) in known.ends.items()
                if seq > theirs.get(origin, 0) and origin not in skip
            ),
            key=_longest_wait_first,
        )
        found: list[bytes] = []
        room, room_bytes = min(most_facts, MAX_PARCEL_FACTS), MAX_SEGMENT_BYTES
        for count, origin in missing:
            if room <= 0:
                break
            own = origin in known.own
            cut = self._cutter.cut(origin, theirs.get(origin, 0), min(count, room), own=own)
            if cut is not None and len(cut) <= room_bytes:
                found.append(cut)
                room -= outline(cut).count
                room_bytes -= len(cut)
        return tuple(found)

    def take(self, segments: Sequence[bytes]) -> TakenIn:
        """Check segments and keep what is right of them, in one commit.

        What a withdrawn key has signed is kept as well where another brings it: staff withdraw a machine, not
        what others had taken of it before. It is the conversation with that machine itself that ends.
        """
        whole, refusals = _decoded(segments)  # before the store is held: scans wait for that
        trusted: list[Segment] = []
        known, writes = self._known(), self._hearing.due
        with self._store.transaction():
            known = self._known()
            for segment in whole:
                why = self._why_not(known, segment)
                if why:
                    refusals.append(Refusal(segment.origin, segment.facts[0].seq, why))
                else:
                    trusted.append(segment)
            stored, found = self._keep(known, trusted)
            if writes:
                self._write(known)
            after = self._after(known, trusted)
        if writes:
            self._hearing.written()
        self._last = after
        self._hearing.settle(after.seq)
        named = dict.fromkeys(segment.origin for segment in whole)
        standings = tuple(self._standing(after, origin) for origin in named)
        self._refresh_trust()
        return TakenIn(stored, standings, (*refusals, *found))

    def compare(self, theirs: Sequence[Standing]) -> tuple[Refusal, ...]:
        """Forks, and facts of our own that are only there, as a peer's vector shows them; new ones are
        recorded."""
        known = self._known()
        found: list[Refusal] = []
        forks: list[tuple[bytes, int, bytes, bytes]] = []
        for standing in theirs:
            origin, seq = standing.origin, standing.seq
            kept = self._hash_at(known, origin, seq)
            if kept is None and origin == known.origin:
                found.append(Refusal(origin, seq, Reasons.OWN_AHEAD))
            elif kept is None:
                if heads.is_forked(self._store.db, origin, seq):
                    found.append(Refusal(origin, seq, Reasons.FORK))  # as far as can be seen from here
            elif kept is not None and kept != standing.hash:
                found.append(Refusal(origin, seq, Reasons.FORK))
                forks.append((origin, seq, kept, standing.hash))
        if any(not heads.has_fork(self._store.db, origin, seq) for origin, seq, _, _ in forks):
            with self._store.transaction():
                heads.note_forks(self._store.db, forks)
        self._mark_ahead(known, found)
        return tuple(found)

    def heard(self, peer: bytes, name: str, role: str, theirs: Sequence[Standing]) -> None:
        """Note that the peer with this key was in touch, and what it holds; committed now and then.

        What it holds of a journal counts only where that fact is here too and is the same: nothing of ours is
        safe with a fork of it, and of a journal that is further there nobody knows yet whether it is one.
        """
        known = self._known()
        same: list[Standing] = []
        for standing in theirs:
            kept = self._hash_at(known, standing.origin, standing.seq)
            if standing.seq == 0 or kept == standing.hash:
                same.append(standing)
            elif kept is not None:
                same.append(Standing(standing.origin, 0, GENESIS))
        self._hearing.met(peer, name, role, same, known.seq)
        self._hearing.told(peer, [each for each in theirs if self._agrees(known, each)], 0, known.seq)

    def told(self, peer: bytes, theirs: Sequence[Standing], age_s: float) -> None:
        """What the peer with this key said so many seconds ago, and somebody brought, of how fresh it was."""
        known = self._known()
        self._hearing.told(peer, [each for each in theirs if self._agrees(known, each)], age_s, known.seq)

    def tick(self) -> None:
        """Write down what was heard, where it is time: in 2 s what others have taken, in 15 s the rest."""
        if self._hearing.due:
            self.flush()

    def flush(self) -> None:
        """Write down what was heard; before the process ends, too."""
        if self._hearing.waiting:
            with self._store.transaction():
                self._write(self._known())
            self._hearing.written()

    def _known(self) -> _Known:
        """What the store holds now; read anew only where it has changed."""
        mark = heads.changes(self._store.db)
        if self._last is None or self._last.mark != mark:
            origin = origin_of(self._store.db)
            own = self._store.earlier_origins() | {origin}
            self._last = _Known(mark, origin, own, heads.ends(self._store.db))
            self._refresh_trust()
        return self._last

    def _after(self, known: _Known, segments: Sequence[Segment]) -> _Known:
        """What the store will hold once this transaction is committed."""
        origins = {segment.origin for segment in segments}
        ends = {origin: heads.end_of(self._store.db, origin) for origin in origins}
        new = {origin: end for origin, end in ends.items() if end[0]}
        return replace(known, mark=heads.changes(self._store.db), ends={**known.ends, **new})

    def _write(self, known: _Known) -> None:
        self._cutter.keep_heads()
        self._hearing.write(known.own)

    def _refresh_trust(self) -> None:
        mark = heads.trust_changes(self._store.db)
        if mark != self._trust_mark:
            self._trust_mark = mark
            self._certified += 1
            self._trust.refresh()

    def _standing(self, known: _Known, origin: bytes) -> Standing:
        seq, last_hash = known.end(origin)
        return Standing(origin, seq, last_hash, 0 if origin in known.own else self._hearing.heard_s(origin))

    def _hash_at(self, known: _Known, origin: bytes, seq: int) -> bytes | None:
        """The hash of a fact; GENESIS of none, None where the journal does not go so far here."""
        end, last_hash = known.end(origin)
        if seq > end:
            return None
        if seq == 0:
            return GENESIS
        if seq == end:
            return last_hash
        return heads.hash_at(self._store.db, origin, seq)

    def _agrees(self, known: _Known, standing: Standing) -> bool:
        kept = self._hash_at(known, standing.origin, standing.seq)
        if kept is None:
            return not heads.is_forked(self._store.db, standing.origin, standing.seq)
        return standing.seq == 0 or kept == standing.hash

    def _mark_ahead(self, known: _Known, refusals: Sequence[Refusal]) -> None:
        """A journal of our own that goes another way elsewhere is at its end, as one that goes further is."""
        if any(
            each.origin == known.origin and each.why in {Reasons.FORK, Reasons.OWN_AHEAD} for each in refusals
        ):
            self._ahead = known.origin

    def _why_not(self, known: _Known, segment: Segment) -> str:
        """Why a segment is not taken in, or nothing."""
        key = segment.head.key
        if key != self._key.public and self._trust.name_of(key) is None:
            return Reasons.UNKNOWN_KEY
        if is_bound(segment.origin):
            return ""  # its own bytes say whose it is, and that was looked at
        first = heads.key_of(self._store.db, segment.origin)
        if first is None and segment.origin in known.own:
            first = self._key.public
        return Reasons.NOT_ITS_ORIGIN if first is not None and first != key else ""

    def _keep(self, known: _Known, segments: Sequence[Segment]) -> tuple[int, list[Refusal]]:
        """Keep facts, personal fields and heads. Inside the transaction."""
        if not segments:
            return 0, []
        personals = {
            (segment.origin, seq): personal
            for segment in segments
            for seq, personal in segment.personals.items()
        }
        received = Journal(self._store.db, known.origin).receive_chains(
            [segment.facts for segment in segments], personals, now_ms=self._now_ms()
        )
        wrong = {finding.origin for finding in received.findings}
        for segment in segments:
            head = segment.head
            if head.seq > known.seq(head.origin) and (
                head.origin not in wrong or heads.hash_at(self._store.db, head.origin, head.seq) == head.hash
            ):
                heads.keep(self._store.db, head)
        refusals = [
            Refusal(finding.origin, finding.seq, _WHY.get(finding.kind, Reasons.DAMAGED))
            for finding in received.findings
        ]
        self._mark_ahead(known, refusals)
        return received.stored, refusals


def _longest_wait_first(missing: tuple[int, bytes]) -> tuple[bool, int, bytes]:
    count, origin = missing
    long_past = count > MAX_PARCEL_FACTS
    return long_past, count if long_past else -count, origin


def _decoded(segments: Sequence[bytes]) -> tuple[list[Segment], list[Refusal]]:
    whole: list[Segment] = []
    refusals: list[Refusal] = []
    for data in segments:
        try:
            whole.append(decode_segment(data))
        except WireFault as fault:
            not_its = fault.problem is WireProblem.NOT_ITS_ORIGIN
            why = Reasons.NOT_ITS_ORIGIN if not_its else Reasons.DAMAGED
            refusals.append(Refusal(*_place(data), why))
    return whole, refusals


def _place(data: bytes) -> tuple[bytes, int]:
    try:
        said = outline(data)
    except WireFault:
        return _NOWHERE, 0
    return said.origin, said.first
