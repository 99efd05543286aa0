"""Puts on a stick what it lacks of what this kiosk knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk.store import heads, peers
from kiosk.sync.messages import MAX_PARCEL_FACTS, Standing
from kiosk.sync.stick.faults import StickFault, StickProblem
from kiosk.sync.stick.files import Stick, held_key, need_id
from kiosk.sync.stick.manifest import (
    BUNDLE_BYTES,
    MOST_PACKS,
    MOST_SEGMENTS,
    BundleEntry,
    FileEntry,
    Manifest,
    PackEntry,
    encode_bundle,
    encode_manifest,
    manifest_name,
)
from kiosk.sync.stick.reading import adopted, hash_in, listed, manifests_on, own_manifests, pieces
from kiosk.sync.stick.stick import Carrier, Progress, ShelfPack, StickWritten
from kiosk.sync.wire import outline

_FACT_BYTES = 100
"""What a fact takes on a stick, sealed; a day's facts were measured to take 42."""
PIECE_FACTS = 50
"""A segment has no more where it can be cut so small: its reader may have to commit little at once."""
_SLACK_BYTES = 4 * 1024 * 1024
"""For manifests, folders, and the clusters that small files do not fill."""


def write(carrier: Carrier, stick: Stick, progress: Progress, *, counts: bool) -> StickWritten:
    """Write what the stick lacks, read it back, and note that it is held there. StickFault.

    `counts` says whether the stick is a second copy; a folder on this kiosk's own disk is none.
    """
    return _Writing(carrier, stick, progress, counts=counts).run()


class _Writing:
    def __init__(self, carrier: Carrier, stick: Stick, progress: Progress, *, counts: bool) -> None:
        self._carrier, self._progress, self._counts = carrier, progress, counts
        self._stick = replace(stick, step=lambda: self._advance(0))
        self._standings = carrier.ledger.vector()
        self._trusted: tuple[Manifest, ...] = ()
        self._offered: tuple[BundleEntry, ...] = ()
        self._done = 0
        self._total = sum(each.seq for each in self._standings)
        self._written = 0

    def run(self) -> StickWritten:
        carrier, stick = self._carrier, self._stick
        self._advance(0)
        stick_id = need_id(stick)
        stick.need_folder(stick.venue)
        stick.sweep(stick.venue)
        if stick.is_crowded():
            raise StickFault(StickProblem.CROWDED, stick.name)
        self._trusted = manifests_on(carrier, stick).trusted(carrier)
        self._offered = (*listed(self._trusted), *self._left())
        chains = {each.origin: self._found(each) for each in self._standings}
        self._need_room(chains)
        reached, bundles = self._bundles(chains)
        packs, new_packs = self._packs()
        self._say(bundles, packs)
        if self._counts:
            with carrier.store.transaction():
                there = {origin: seq for origin, seq in reached.items() if seq}
                peers.met(carrier.store.db, held_key(stick_id), stick.name, "stick", there, carrier.now_ms())
        held = sum(reached.values())
        return StickWritten(stick.name, self._written, held, self._total, new_packs, self._counts)

    # --- facts --------------------------------------------------------------------------------------------

    def _found(self, standing: Standing) -> tuple[BundleEntry, ...]:
        """Whole bundles on the stick that together hold as much of a journal as there is, without need."""
        offered = [each for each in self._offered if each.origin == standing.origin]
        offered.sort(key=lambda each: (each.first, -each.last))
        chain: list[BundleEntry] = []
        reached = 0
        for entry in offered:
            if min(entry.last, standing.seq) > reached and self._is_ours(entry, standing):
                chain.append(entry)
                reached = entry.last
        return tuple(chain)

    def _is_ours(self, entry: BundleEntry, standing: Standing) -> bool:
        """Whether a bundle is whole, and the same history as here."""
        found = pieces(self._carrier, self._stick, entry)
        until = min(entry.last, standing.seq)
        kept = heads.hash_at(self._carrier.store.db, entry.origin, until)
        return found is not None and kept is not None and kept == hash_in(found, until)

    def _left(self) -> tuple[BundleEntry, ...]:
        """Whole bundles that nobody has listed: what an earlier writing left that was broken off."""
        known = {each.name for each in listed(self._trusted)}
        origins = {each.origin[:8].hex(): each.origin for each in self._standings}
        found = (
            adopted(self._carrier, self._stick, entry, origins)
            for entry in self._stick.entries(self._stick.venue)
            if entry.name not in known
        )
        return tuple(each for each in found if each is not None)

    def _need_room(self, chains: dict[bytes, tuple[BundleEntry, ...]]) -> None:
        """StickFault(full) where what is missing will not fit."""
        there = sum(each.last - each.first + 1 for chain in chains.values() for each in chain)
        facts = max(0, self._total - there)
        packs = sum(file.size_bytes for pack in self._missing_packs() for file in pack.files)
        try:
            free = self._stick.disk.free_bytes()
        except OSError as fault:
            raise StickFault(StickProblem.GONE, self._stick.name) from fault
        if facts * _FACT_BYTES + packs + _SLACK_BYTES > free:
            raise StickFault(StickProblem.FULL, self._stick.name, f"{free} bytes free")

    def _bundles(
        self, chains: dict[bytes, tuple[BundleEntry, ...]]
    ) -> tuple[dict[bytes, int], tuple[BundleEntry, ...]]:
        """Fill the holes; how far every journal is on the stick now without a hole, and in which bundles."""
        reached: dict[bytes, int] = {}
        bundles: list[BundleEntry] = []
        for standing in self._standings:
            at = 0
            for entry in (*chains[standing.origin], None):
                until = entry.first - 1 if entry else standing.seq
                for made in self._filled(standing.origin, at, until):
                    bundles.append(made)
                    at = made.last
                if at < until:
                    break  # nobody has signed for what follows
                if entry:
                    bundles.append(entry)
                    at = max(at, entry.last)
                    self._advance(entry.last - entry.first + 1)
            reached[standing.origin] = min(at, standing.seq)
        return reached, tuple(bundles)

    def _filled(self, origin: bytes, after: int, until: int) -> Iterator[BundleEntry]:
        """Write facts of one origin, from the one after `after` at least to `until`."""
        while after < until:
            some: list[bytes] = []
            first, size = after + 1, 0
            while after < until and size < BUNDLE_BYTES and len(some) < MOST_SEGMENTS:
                cut = self._cut(origin, after)
                if not cut:
                    break
                some += cut
                size += sum(map(len, cut))
                after = outline(cut[-1]).last
            if not some:
                return
            yield self._put(origin, first, after, tuple(some))

    def _cut(self, origin: bytes, after: int) -> tuple[bytes, ...]:
        others = frozenset(each.origin for each in self._standings if each.origin != origin)
        theirs = {each.origin: each.seq for each in self._standings} | {origin: after}
        for most in (PIECE_FACTS, MAX_PARCEL_FACTS):  # others' journals can be cut at their heads only
            cut = self._carrier.ledger.segments_beyond(theirs, most_facts=most, skip=others)
            if cut:
                return cut
        return ()

    def _put(self, origin: bytes, first: int, last: int, segments: tuple[bytes, ...]) -> BundleEntry:
        data = encode_bundle(segments, self._carrier.seal)
        name = f"{origin[:8].hex()}-{first}-{last}-{data[:4].hex()}.facts"
        written = self._stick.put(self._stick.venue, name, [data])
        self._written += last - first + 1
        self._advance(last - first + 1)
        return BundleEntry(name, written.size_bytes, written.sha256, origin, first, last)

    # --- packs and manifest -------------------------------------------------------------------------------

    def _missing_packs(self) -> tuple[ShelfPack, ...]:
        there = {each.folder for manifest in self._trusted for each in manifest.packs}
        return tuple(each for each in self._carrier.packs.held()[:MOST_PACKS] if _folder(each) not in there)

    def _packs(self) -> tuple[tuple[PackEntry, ...], tuple[str, ...]]:
        """The packs that are on the stick in the end, and which of them were written now."""
        there = {each.folder: each for manifest in self._trusted for each in manifest.packs}
        entries: list[PackEntry] = []
        new: list[str] = []
        for pack in self._carrier.packs.held()[:MOST_PACKS]:
            entry = there.get(_folder(pack))
            if entry is None or not self._has_pack(entry):
                entry = self._put_pack(pack)
                new.append(f"{pack.fair} v{pack.version}")
            entries.append(entry)
        return tuple(entries), tuple(new)

    def _has_pack(self, entry: PackEntry) -> bool:
        """Whether a pack's files are there with the right sizes; who installs it checks every byte."""
        folder = f"{self._stick.venue}/{entry.folder}"
        sizes = {each.name: each.size_bytes for each in self._stick.entries(folder) if not each.is_folder}
        return all(sizes.get(each.name) == each.size_bytes for each in entry.files)

    def _put_pack(self, pack: ShelfPack) -> PackEntry:
        name = _folder(pack)
        files = ((each.name, each.chunks()) for each in pack.files)
        written = self._stick.put_pack(f"{self._stick.venue}/{name}", files)
        entries = tuple(FileEntry(each.name, each.size_bytes, each.sha256) for each in written)
        return PackEntry(name, pack.fair, pack.version, entries)

    def _say(self, bundles: tuple[BundleEntry, ...], packs: tuple[PackEntry, ...]) -> None:
        """The manifest, last of all; of the older ones the last stays.

        It is written even where nothing else is new: it says how fresh this kiosk's knowledge was.
        """
        carrier, stick = self._carrier, self._stick
        names = own_manifests(carrier, stick)
        own = next((each for each in self._trusted if each.writer == carrier.public), None)
        number = max((number for number, _ in names), default=0) + 1
        manifest = Manifest(carrier.public, number, carrier.now_ms(), self._standings, bundles, packs)
        data = encode_manifest(manifest, carrier.sign, carrier.seal)
        stick.put(stick.venue, manifest_name(carrier.public, number), [data])
        kept = manifest_name(carrier.public, own.number) if own is not None else ""
        for _, name in names:
            if name != kept:
                stick.remove(f"{stick.venue}/{name}")

    def _advance(self, facts: int) -> None:
        self._done += facts
        self._progress(min(self._done, self._total), self._total)


def _folder(pack: ShelfPack) -> str:
    return f"{pack.fair}-v{pack.version}-{pack.file_sha256[:8]}"
