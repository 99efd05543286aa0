"""What peers say to each other: MessagePack maps, one a WebSocket message, bounded.

A newer peer may add fields, which are passed over, and kinds of message, which `decode` gives back as None:
what is
not understood is not answered and does no harm. What must be understood raises the protocol's number.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec

from kiosk.sync.wire import MAX_SEGMENT_BYTES, Bytes32, Number

PROTOCOL = 1
OLDEST_PROTOCOL = 1
MAX_PARCEL_FACTS = 200
"""A parcel is one commit of its receiver: with more, scans would wait (design.md section 4)."""
MAX_MESSAGE_BYTES = MAX_SEGMENT_BYTES + 1024 * 1024
MAX_ORIGINS = 4096
MAX_PACKS = 256

Origin = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
Name = Annotated[str, msgspec.Meta(max_length=200)]


class Standing(msgspec.Struct, frozen=True, array_like=True):
    """How far somebody knows one journal."""

    origin: Origin
    seq: Number
    hash: Bytes32
    """Of fact `seq`: two journals that differ are seen at once."""
    heard_s: int = -1
    """Seconds since the speaker had word of all that the origin had; 0 of its own; -1 not known."""


class PackHeld(msgspec.Struct, frozen=True):
    """A fair pack that the speaker has installed and hands out whole."""

    fair: Name
    version: Number
    authority: Name
    """Hex."""
    file_sha256: Name
    size_bytes: Number


class Hello(msgspec.Struct, frozen=True, tag="hello"):
    """The first message of both sides."""

    protocol: int
    oldest_protocol: int
    program: Name
    """Version of the program, for people."""
    name: Name
    origin: Origin
    role: Name = "kiosk"
    """kiosk or hub."""
    port: Annotated[int, msgspec.Meta(ge=0, le=65535)] = 0
    """Where the speaker listens, for its packs; 0 nowhere."""
    parcel_facts: Annotated[int, msgspec.Meta(ge=1)] = MAX_PARCEL_FACTS
    """So many facts the speaker wants in a parcel at most: beside a gate a commit has to be short."""
    packs: Annotated[tuple[PackHeld, ...], msgspec.Meta(max_length=MAX_PACKS)] = ()


class Vector(msgspec.Struct, frozen=True, tag="vector"):
    """All that the speaker knows; said after Hello, when asked, and now and then."""

    standings: Annotated[tuple[Standing, ...], msgspec.Meta(max_length=MAX_ORIGINS)]


class Parcel(msgspec.Struct, frozen=True, tag="parcel"):
    """Segments that the other side lacks, together at most MAX_PARCEL_FACTS facts. Taken in by one commit."""

    number: Number
    """Counts from 1 in each direction of a conversation."""
    segments: Annotated[tuple[bytes, ...], msgspec.Meta(max_length=MAX_PARCEL_FACTS)]


class Refusal(msgspec.Struct, frozen=True):
    """A segment that was not taken in."""

    origin: Origin
    seq: Number
    """Where it failed."""
    why: Name
    """A RefusalReason, or a newer peer's."""


class Taken(msgspec.Struct, frozen=True, tag="taken"):
    """What became of a parcel: committed, and how far the speaker knows the journals in it now."""

    number: Number
    standings: Annotated[tuple[Standing, ...], msgspec.Meta(max_length=MAX_PARCEL_FACTS)]
    refusals: Annotated[tuple[Refusal, ...], msgspec.Meta(max_length=2 * MAX_PARCEL_FACTS)] = ()


class Packs(msgspec.Struct, frozen=True, tag="packs"):
    """The speaker's packs have changed."""

    packs: Annotated[tuple[PackHeld, ...], msgspec.Meta(max_length=MAX_PACKS)]


class Sorry(msgspec.Struct, frozen=True, tag="sorry"):
    """The conversation ends, and why; `zh` and `en` are for staff."""

    why: Name
    """A SorryReason, or a newer peer's."""
    zh: Name = ""
    en: Name = ""


Message = Hello | Vector | Parcel | Taken | Packs | Sorry


class Reasons:
    """Why a segment or a peer is refused."""

    DAMAGED: ClassVar[str] = "damaged"
    GAP: ClassVar[str] = "gap"
    FORK: ClassVar[str] = "fork"
    UNKNOWN_KEY: ClassVar[str] = "unknown_key"
    """No certificate of the venue is known for it; it may come later."""
    NOT_ITS_ORIGIN: ClassVar[str] = "not_its_origin"
    """Signed by another than the journal's kiosk."""
    OWN_AHEAD: ClassVar[str] = "own_ahead"
    WITHDRAWN: ClassVar[str] = "withdrawn"
    PROTOCOL: ClassVar[str] = "protocol"
    SAME_ORIGIN: ClassVar[str] = "same_origin"
    """Both sides have the same origin: one is a copy of the other."""
    MALFORMED: ClassVar[str] = "malformed"
    SILENT: ClassVar[str] = "silent"
    """Nothing was heard for a minute."""


_DECODER = msgspec.msgpack.Decoder(Message)
_ENCODER = msgspec.msgpack.Encoder()


class _Tagged(msgspec.Struct):
    type: str


_TAGS = {"hello", "vector", "parcel", "taken", "packs", "sorry"}


class MessageFault(Exception):
    """What was said is no message of ours."""


def encode(message: Message) -> bytes:
    """A message as it travels."""
    return _ENCODER.encode(message)


def decode(data: bytes) -> Message | None:
    """A message; None where it is of a kind that this version does not know. MessageFault for anything
    else."""
    if len(data) > MAX_MESSAGE_BYTES:
        raise MessageFault(f"{len(data)} bytes")
    try:
        message: Message = _DECODER.decode(data)
        return message
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        if _is_newer(data):
            return None
        raise MessageFault("no message") from fault


def _is_newer(data: bytes) -> bool:
    try:
        return msgspec.msgpack.decode(data, type=_Tagged).type not in _TAGS
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
