"""A stick's manifests: what one kiosk vouches for on it, and how far that kiosk knew every journal.

    sealed to the venue ( MessagePack [ content, Ed25519 signature of a tag + content ] )

Every kiosk that writes to a stick has its own, which lists all files that it has written or relied upon, so
that each manifest is enough by itself for all that its writer knew. A newer version may add fields.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Annotated

import msgspec

from kiosk.keys.fault import KeyFault
from kiosk.keys.signing import verify
from kiosk.sync.messages import MAX_ORIGINS, Name, Origin, Standing
from kiosk.sync.stick.files import BUNDLE, PACK
from kiosk.sync.wire import Bytes32, Number

Sign = Callable[[bytes], bytes]
"""message -> signature, 64 bytes."""
Seal = Callable[[bytes, bytes], bytes]
"""(plain, context) -> sealed to the venue."""
Unseal = Callable[[bytes, bytes], bytes]
"""(sealed, context) -> plain; KeyFault."""
MAX_MANIFEST_BYTES = 8 * 1024 * 1024
MOST_BUNDLES = 20_000
MOST_PACKS = 24
_TAG = b"fair-stick-manifest-v1\0"
_CONTEXT = b"stick-manifest"
_BUNDLE_CONTEXT = b"stick-bundle"
BUNDLE_BYTES = 1024 * 1024
"""A bundle is full when it has so many."""
MAX_BUNDLE_BYTES = 3 * 1024 * 1024
MOST_SEGMENTS = 256


class BundleEntry(msgspec.Struct, frozen=True, array_like=True):
    """A file with consecutive segments of one origin."""

    name: Name
    size_bytes: Number
    sha256: Bytes32
    origin: Origin
    first: Number
    last: Number


class FileEntry(msgspec.Struct, frozen=True, array_like=True):
    """A file of a pack."""

    name: Name
    size_bytes: Number
    sha256: Bytes32


class PackEntry(msgspec.Struct, frozen=True, array_like=True):
    """A folder with a fair pack."""

    folder: Name
    fair: Name
    version: Number
    files: Annotated[tuple[FileEntry, ...], msgspec.Meta(max_length=8)]


class Manifest(msgspec.Struct, frozen=True):
    """What one kiosk vouches for."""

    writer: Bytes32
    """Its Ed25519 public key."""
    number: Number
    """Counts its manifests on this stick; the highest counts."""
    written_ms: Number
    """By the writer's clock; for people."""
    standings: Annotated[tuple[Standing, ...], msgspec.Meta(max_length=MAX_ORIGINS)]
    """What it knew."""
    bundles: Annotated[tuple[BundleEntry, ...], msgspec.Meta(max_length=MOST_BUNDLES)] = ()
    packs: Annotated[tuple[PackEntry, ...], msgspec.Meta(max_length=MOST_PACKS)] = ()


def writer_name(key: bytes) -> str:
    """How a writer's manifests begin."""
    return hashlib.sha256(key).hexdigest()[:16]


def manifest_name(key: bytes, number: int) -> str:
    """The file of a writer's manifest."""
    return f"{writer_name(key)}-{number}.manifest"


def encode_manifest(manifest: Manifest, sign: Sign, seal: Seal) -> bytes:
    """The file."""
    content = msgspec.msgpack.encode(manifest)
    return seal(msgspec.msgpack.encode((content, sign(_TAG + content))), _CONTEXT)


def decode_manifest(data: bytes, unseal: Unseal) -> Manifest | None:
    """The manifest, rightly signed by the writer that it names; None for anything else."""
    try:
        content, signature = msgspec.msgpack.decode(unseal(data, _CONTEXT), type=tuple[bytes, bytes])
        manifest = msgspec.msgpack.decode(content, type=Manifest)
    except (KeyFault, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    if not verify(manifest.writer, _TAG + content, signature):
        return None
    named = all(
        BUNDLE.fullmatch(each.name) and each.size_bytes <= MAX_BUNDLE_BYTES for each in manifest.bundles
    )
    named = named and all(0 < each.first <= each.last for each in manifest.bundles)
    return manifest if named and all(PACK.fullmatch(each.folder) for each in manifest.packs) else None


def encode_bundle(segments: tuple[bytes, ...], seal: Seal) -> bytes:
    """Segments as one file."""
    return seal(msgspec.msgpack.encode(segments), _BUNDLE_CONTEXT)


def decode_bundle(data: bytes, unseal: Unseal) -> tuple[bytes, ...] | None:
    """The segments in a file, none of them checked; None where it is damaged or another venue's."""
    try:
        return msgspec.msgpack.decode(unseal(data, _BUNDLE_CONTEXT), type=_Segments)
    except (KeyFault, msgspec.DecodeError, UnicodeDecodeError):
        return None


_Segments = Annotated[tuple[bytes, ...], msgspec.Meta(min_length=1, max_length=MOST_SEGMENTS)]
