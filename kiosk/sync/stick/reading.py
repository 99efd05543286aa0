"""What a stick's manifests say, and whether a file is what they say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.sync.messages import Reasons
from kiosk.sync.stick.disk import Entry
from kiosk.sync.stick.files import BUNDLE, MANIFEST, Stick
from kiosk.sync.stick.manifest import (
    MAX_BUNDLE_BYTES,
    MAX_MANIFEST_BYTES,
    BundleEntry,
    Manifest,
    decode_bundle,
    decode_manifest,
    writer_name,
)
from kiosk.sync.stick.stick import Carrier, Refused
from kiosk.sync.wire import Outline, WireFault, decode_segment, outline

_MOST_WRITERS = 128
_MOST_LISTED = 100_000
"""Bundles in all manifests together: more are not kept in memory."""
_MOST_TRIES = 3
"""Manifests of one writer that are tried: its newest, and those before where that one is damaged."""


@dataclass(frozen=True, slots=True)
class Manifests:
    """The newest whole manifest of every writer, and how many newer ones were damaged."""

    whole: tuple[Manifest, ...]
    damaged: int

    def trusted(self, carrier: Carrier) -> tuple[Manifest, ...]:
        """Of writers whose word counts, this kiosk's own among them."""
        return tuple(each for each in self.whole if distrust(carrier, each.writer) is None)

    def refused(self, carrier: Carrier) -> tuple[Refused, ...]:
        """The other writers."""
        found = [(each.writer, distrust(carrier, each.writer)) for each in self.whole]
        return tuple(Refused(_name(carrier, key), why) for key, why in found if why is not None)


def distrust(carrier: Carrier, key: bytes) -> str | None:
    """Why a writer's word does not count; None where it does."""
    if key == carrier.public:
        return None
    if carrier.trust.is_withdrawn(key):
        return Reasons.WITHDRAWN
    return Reasons.UNKNOWN_KEY if carrier.trust.name_of(key) is None else None


def _name(carrier: Carrier, key: bytes) -> str:
    return carrier.trust.name_of(key) or f"{key.hex()[:8]}…"


def manifests_on(carrier: Carrier, stick: Stick) -> Manifests:
    """The manifests on a stick."""
    whole: list[Manifest] = []
    damaged, listing = 0, 0
    for writer, names in list(_by_writer(stick).items())[:_MOST_WRITERS]:
        for number, name in sorted(names, reverse=True)[:_MOST_TRIES]:
            data = stick.read(f"{stick.venue}/{name}", MAX_MANIFEST_BYTES)
            found = decode_manifest(data, carrier.unseal) if data is not None else None
            if found is not None and (writer_name(found.writer), found.number) == (writer, number):
                listing += len(found.bundles)
                if listing > _MOST_LISTED:
                    return Manifests(tuple(whole), damaged + 1)
                whole.append(found)
                break
            damaged += 1
    return Manifests(tuple(whole), damaged)


def own_manifests(carrier: Carrier, stick: Stick) -> tuple[tuple[int, str], ...]:
    """This kiosk's manifests on a stick, whole or not: number and file name, the oldest first."""
    return tuple(sorted(_by_writer(stick).get(writer_name(carrier.public), ())))


def _by_writer(stick: Stick) -> dict[str, list[tuple[int, str]]]:
    found: dict[str, list[tuple[int, str]]] = {}
    for entry in stick.entries(stick.venue):
        match = MANIFEST.fullmatch(entry.name)
        if match and not entry.is_folder:
            found.setdefault(match[1], []).append((int(match[2]), entry.name))
    return found


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment out of a bundle, as its header describes it; that proves nothing."""

    about: Outline
    data: bytes


def pieces(carrier: Carrier, stick: Stick, entry: BundleEntry) -> tuple[Piece, ...] | None:
    """The segments in a bundle; None unless every byte is as its writer listed it."""
    data = stick.read(f"{stick.venue}/{entry.name}", entry.size_bytes)
    if data is None or len(data) != entry.size_bytes or hashlib.sha256(data).digest() != entry.sha256:
        return None
    segments = decode_bundle(data, carrier.unseal)
    if segments is None:
        return None
    try:
        found = tuple(Piece(outline(each), each) for each in segments)
    except WireFault:
        return None
    return found if _follows(found, entry) else None


def _follows(found: tuple[Piece, ...], entry: BundleEntry) -> bool:
    """Whether they are consecutive, and all that the manifest says."""
    wanted = entry.first
    for each in found:
        if (each.about.origin, each.about.first) != (entry.origin, wanted):
            return False
        wanted = each.about.last + 1
    return wanted == entry.last + 1


def listed(manifests: tuple[Manifest, ...]) -> Iterator[BundleEntry]:
    """Every bundle that they list, each once."""
    yield from dict.fromkeys(each for manifest in manifests for each in manifest.bundles)


def hash_in(found: tuple[Piece, ...], seq: int) -> bytes | None:
    """The hash of a fact in a bundle's segments."""
    for each in found:
        if each.about.last == seq:
            return each.about.head.hash
        if each.about.first <= seq < each.about.last:
            try:
                return decode_segment(each.data).facts[seq - each.about.first].hash
            except WireFault:
                return None
    return None


def adopted(carrier: Carrier, stick: Stick, file: Entry, origins: Mapping[str, bytes]) -> BundleEntry | None:
    """A bundle that no manifest lists, as one would list it; None unless it is whole and signed throughout.

    `origins`: the known ones, by how their files' names begin.
    """
    if BUNDLE.fullmatch(file.name) is None or file.is_folder or file.size_bytes > MAX_BUNDLE_BYTES:
        return None
    begins, first, last, _ = file.name.split("-")
    data = stick.read(f"{stick.venue}/{file.name}", MAX_BUNDLE_BYTES) if begins in origins else None
    if data is None:
        return None
    digest = hashlib.sha256(data).digest()
    entry = BundleEntry(file.name, len(data), digest, origins[begins], int(first), int(last))
    found = pieces(carrier, stick, entry)
    try:
        for each in found or ():
            decode_segment(each.data)
    except WireFault:
        return None
    return entry if found else None
