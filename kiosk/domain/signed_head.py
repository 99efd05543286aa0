"""The last word of an origin: its signature over how far its journal goes (design.md section 5).

A fact names the hash of the one before it, so one signature over the hash of fact n vouches for all facts up
to
n, in whatever pieces and through whosever hands they come. Personal fields are bound by their digest in the
body; so an erasure, which takes them away, leaves every signature right.

An origin is bound to its kiosk's key by its own bytes: two that are always the same, six random ones, eight
of
SHA-256(tag, key, the six). So nobody else can have it, and nothing has to be carried or remembered to see
that.
Origins of journals that were begun before kiosks talked to each other are random; they belong to the first
key
that vouches for them.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass

ORIGIN_LENGTH = 16
NONCE_LENGTH = 6
BOUND_MARK = b"\xfa\x15"
_BOUND_TO = slice(len(BOUND_MARK), len(BOUND_MARK) + NONCE_LENGTH)
_ORIGIN_TAG = b"fair-origin-v1\0"
_HEAD_TAG = b"fair-head-v1\0"
_HEAD = struct.Struct(">16sQ32s")


@dataclass(frozen=True, slots=True)
class SignedHead:
    """`signature` is `key`'s Ed25519 over `signed_bytes()`: fact `seq` of `origin` has `hash`."""

    origin: bytes
    seq: int
    hash: bytes
    key: bytes
    """Raw Ed25519 public key, 32 bytes."""
    signature: bytes

    def signed_bytes(self) -> bytes:
        """What the origin's kiosk signs."""
        return head_bytes(self.origin, self.seq, self.hash)

    @property
    def possible(self) -> bool:
        """Whether this key can have this origin: bound to it, or the origin is bound to none."""
        return not is_bound(self.origin) or is_of(self.origin, self.key)


def head_bytes(origin: bytes, seq: int, fact_hash: bytes) -> bytes:
    """What is signed to say that fact `seq` of `origin` has that hash."""
    return _HEAD_TAG + _HEAD.pack(origin, seq, fact_hash)


def origin_for(key: bytes, nonce: bytes) -> bytes:
    """The origin of a kiosk's key, one for each nonce of NONCE_LENGTH bytes."""
    digest = hashlib.sha256(_ORIGIN_TAG + key + nonce).digest()
    return BOUND_MARK + nonce + digest[: ORIGIN_LENGTH - len(BOUND_MARK) - NONCE_LENGTH]


def is_bound(origin: bytes) -> bool:
    """Whether an origin was made of a key."""
    return origin.startswith(BOUND_MARK)


def is_of(origin: bytes, key: bytes) -> bool:
    """Whether an origin was made of this key."""
    return is_bound(origin) and origin == origin_for(key, origin[_BOUND_TO])
