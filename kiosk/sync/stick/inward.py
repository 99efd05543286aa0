"""Takes in what is whole of what lies on a stick; what follows on facts that are not here yet is parked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk.store import heads, parked, peers
from kiosk.store.parked import Parked
from kiosk.sync.messages import Reasons, Standing
from kiosk.sync.stick.files import BUNDLE, Stick, other_venues
from kiosk.sync.stick.manifest import BundleEntry, Manifest
from kiosk.sync.stick.parking import park, take_parked
from kiosk.sync.stick.reading import Manifests, Piece, listed, manifests_on, pieces
from kiosk.sync.stick.stick import Carrier, Gap, PackTaken, Progress, Refused, Share, StickRead
from kiosk.sync.wire import WireFault, decode_segment, outline


def read(carrier: Carrier, stick: Stick, progress: Progress) -> StickRead:
    """Take in what a stick holds. StickFault where it stops answering; what was taken in by then stays."""
    return _Reading(carrier, stick, progress).run()


class _Reading:
    def __init__(self, carrier: Carrier, stick: Stick, progress: Progress) -> None:
        self._carrier, self._progress = carrier, progress
        self._stick = replace(stick, step=lambda: progress(*self._at))
        self._at = (0, 1)
        """Bundles done, and in all."""
        self._known = {each.origin: each.seq for each in carrier.ledger.vector()}
        self._keys: dict[bytes, bytes] = {}
        """Whose journals they are that were met here first."""
        self._came: dict[bytes, int] = {}
        self._tried: set[BundleEntry] = set()
        self._spoilt: set[BundleEntry] = set()
        self._refusals: dict[tuple[bytes, str], None] = {}
        self._parking_full = False

    def run(self) -> StickRead:
        carrier, stick = self._carrier, self._stick
        manifests = manifests_on(carrier, stick)
        self._facts(manifests)
        trusted = manifests.trusted(carrier)
        for each in trusted:
            self._hear(each)
        packs = tuple(self._packs(trusted))
        lost = self._lost()
        return StickRead(
            stick=stick.name,
            ours=bool(stick.entries(stick.venue)),
            writers=tuple(sorted(carrier.trust.name_of(each.writer) or "" for each in trusted)),
            came=tuple(Share(self._name(origin), facts) for origin, facts in self._came.items() if facts),
            waiting=waiting(carrier),
            lost=lost,
            spoilt=len(self._spoilt) + manifests.damaged,
            refused_writers=manifests.refused(carrier),
            refusals=tuple(Refused(self._name(origin), why) for origin, why in self._refusals),
            unfinished=self._unfinished(manifests),
            packs=packs,
            other_venues=other_venues(stick),
            parking_full=self._parking_full,
            own_ahead=any(
                origin == carrier.ledger.origin and why in {Reasons.OWN_AHEAD, Reasons.FORK}
                for origin, why in self._refusals
            ),
        )

    # --- facts --------------------------------------------------------------------------------------------

    def _facts(self, manifests: Manifests) -> None:
        """Bundles of all writers whose word counts; again where certificates were among the facts."""
        while True:
            certified = self._carrier.ledger.certified
            entries = [each for each in listed(manifests.trusted(self._carrier)) if each not in self._tried]
            entries.sort(key=lambda each: (each.origin, each.first, -each.last))
            for done, entry in enumerate(entries):
                self._at = (done, len(entries))
                self._progress(*self._at)
                self._take_bundle(entry)
            self._unpark()
            if self._carrier.ledger.certified == certified:
                return
            for origin, why in tuple(self._refusals):
                if why == Reasons.UNKNOWN_KEY:
                    del self._refusals[origin, why]

    def _take_bundle(self, entry: BundleEntry) -> None:
        self._tried.add(entry)
        if entry.last <= self._known.get(entry.origin, 0):
            return
        found = pieces(self._carrier, self._stick, entry)
        if found is None:
            self._spoilt.add(entry)
            return
        self._keys.setdefault(entry.origin, found[0].about.head.key)
        new = [each for each in found if each.about.last > self._known.get(entry.origin, 0)]
        if new[0].about.first > self._known.get(entry.origin, 0) + 1:
            self._park(entry, new)
            return
        for some in _parcels(new, self._carrier.parcel_facts):
            if not self._take(entry, some):
                return

    def _take(self, entry: BundleEntry, some: list[Piece]) -> bool:
        """One commit. Whether to go on with this bundle."""
        taken = self._carrier.ledger.take([each.data for each in some])
        self._note(entry.origin, taken.stored)
        self._known.update((each.origin, each.seq) for each in taken.standings)
        for refusal in taken.refusals:
            if refusal.why == Reasons.UNKNOWN_KEY:
                self._tried.discard(entry)
            self._refusals[entry.origin, refusal.why] = None
        self._carrier.pause()
        return not taken.refusals

    def _park(self, entry: BundleEntry, found: list[Piece]) -> None:
        """Keep what is rightly signed by a machine of the venue until what it follows on has come."""
        key = found[0].about.head.key
        if self._carrier.trust.name_of(key) is None:
            self._tried.discard(entry)
            self._refusals[entry.origin, Reasons.UNKNOWN_KEY] = None
            return
        try:
            for each in found:
                decode_segment(each.data)
        except WireFault:
            self._spoilt.add(entry)
            return
        kept = tuple(Parked(entry.origin, each.about.first, each.about.last, each.data) for each in found)
        if not park(self._carrier.store, kept):
            self._parking_full = True
        self._carrier.pause()

    def _unpark(self) -> None:
        for origin, facts in take_parked(
            self._carrier.store, self._carrier.ledger, self._carrier.pause
        ).items():
            self._note(origin, facts)
        self._known = {each.origin: each.seq for each in self._carrier.ledger.vector()}

    def _note(self, origin: bytes, facts: int) -> None:
        self._came[origin] = self._came.get(origin, 0) + facts

    # --- what is said of it -------------------------------------------------------------------------------

    def _hear(self, manifest: Manifest) -> None:
        """What a writer knew when it wrote: forks show, and what it has of ours is held there."""
        carrier = self._carrier
        for refusal in carrier.ledger.compare(manifest.standings):
            self._refusals[refusal.origin, refusal.why] = None
        if manifest.writer == carrier.public:
            return
        held = dict(self._agreed(manifest.standings))
        name, role = carrier.trust.name_of(manifest.writer) or "", carrier.trust.role_of(manifest.writer)
        now_ms = carrier.now_ms()
        at_ms = min(manifest.written_ms, now_ms)
        with carrier.store.transaction():
            peers.told(carrier.store.db, manifest.writer, name, role, held, at_ms)
        carrier.ledger.told(manifest.writer, manifest.standings, (now_ms - at_ms) / 1000)
        carrier.ledger.flush()

    def _agreed(self, standings: tuple[Standing, ...]) -> Iterator[tuple[bytes, int]]:
        """How far a writer knew the histories that are known here too."""
        for each in standings:
            db = self._carrier.store.db
            ahead = each.seq > self._known.get(each.origin, 0) and not heads.has_fork(
                db, each.origin, each.seq
            )
            if ahead or heads.hash_at(db, each.origin, each.seq) == each.hash:
                yield each.origin, each.seq

    def _lost(self) -> tuple[Share, ...]:
        """Facts in spoilt bundles that are not here; those bundles are not counted twice."""
        missing: dict[bytes, set[tuple[int, int]]] = {}
        for entry in tuple(self._spoilt):
            known = self._known.get(entry.origin, 0)
            if entry.last > known:
                missing.setdefault(entry.origin, set()).add((max(entry.first, known + 1), entry.last))
                self._spoilt.discard(entry)
        return tuple(Share(self._name(origin), _covered(spans)) for origin, spans in sorted(missing.items()))

    def _unfinished(self, manifests: Manifests) -> int:
        """Files that no manifest lists and that may hold what is not here."""
        known = {origin[:8].hex(): seq for origin, seq in self._known.items()}
        vouched = {each.name for each in listed(manifests.whole)}
        count = 0
        for entry in self._stick.entries(self._stick.venue):
            if BUNDLE.fullmatch(entry.name) and entry.name not in vouched:
                begins, _, last, _ = entry.name.split("-")
                count += int(last) > known.get(begins, 0)
        return count

    def _packs(self, trusted: tuple[Manifest, ...]) -> Iterator[PackTaken]:
        seen = {each.folder: each for manifest in trusted for each in manifest.packs}
        newest: dict[str, int] = {}
        for each in seen.values():
            newest[each.fair] = max(newest.get(each.fair, 0), each.version)
        for folder, each in sorted(seen.items()):
            if each.version == newest[each.fair]:
                path = f"{self._stick.venue}/{folder}"
                yield self._carrier.packs.take(path, each.fair, each.version, self._progress)

    def _name(self, origin: bytes) -> str:
        return self._carrier.name_of(origin, self._keys.get(origin))


def waiting(carrier: Carrier) -> tuple[Gap, ...]:
    """What is parked, and for how many facts it waits."""
    found = parked.waiting(carrier.store.db)
    return tuple(
        Gap(carrier.name_of(each.origin, outline(each.segment).head.key), each.facts, each.missing)
        for each in found
    )


def _parcels(found: list[Piece], most_facts: int) -> Iterator[list[Piece]]:
    """Segments of together at most so many facts, but for one that has more by itself."""
    some: list[Piece] = []
    facts = 0
    for each in found:
        if some and facts + each.about.count > most_facts:
            yield some
            some, facts = [], 0
        some.append(each)
        facts += each.about.count
    if some:
        yield some


def _covered(spans: set[tuple[int, int]]) -> int:
    """How many numbers lie in some spans, each counted once."""
    total, reached = 0, 0
    for first, last in sorted(spans):
        total += max(0, last - max(reached, first - 1))
        reached = max(reached, last)
    return total
