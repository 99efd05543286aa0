"""How a machine asks to be let in, and what it is given: the words of it (design.md section 4).

    ask     ->             machine: who I am, which keys are mine, and SHA-256 of a nonce that I keep for now
            <-  offer      hub: who I am, who certified me, and my nonce
    reveal  ->             machine: my nonce, and all this signed by my key
            <-  verdict    wait; no; or: the answer, sealed to the machine, signed by the hub
    inquiry ->             is there a verdict now?

The connection proves nothing yet, so somebody in between may speak to both. What stands on both screens is
six digits of a hash of all that was said. The machine is bound to its nonce before it sees the hub's, and the
hub has chosen its own before it sees the machine's: so nobody can try out nonces until the digits agree. One
try of somebody in between succeeds once in a million. A hub makes at most MOST_OFFERS offers in ten minutes
to machines that nobody certified, and a machine that has to ask again waits longer each time, up to a minute.
Who keeps at it for ten minutes has 20 codes at the hub and about 14 times 3 at the machine: some two of them
agree once in 1,200 such attacks, and all the while strangers wait at the hub and the machine's code keeps
changing. The QR says all of the hash.

By stick there is one way there and one back, so nobody can be bound first; the digits are twice as many then,
and each try costs a scrypt (see joining_files).
"""

from __future__ import annotations

import base64
import hashlib
import os
from dataclasses import dataclass
from typing import Annotated

import msgspec

from kiosk.domain.words import Words
from kiosk.keys.fault import KeyFault
from kiosk.keys.secrecy import seal, unseal
from kiosk.keys.signing import SigningKey, verify
from kiosk.sync.joining.identity_file import KeyWords
from kiosk.sync.wire import Bytes32

PROTOCOL = 1
PATH = "/join"
MAX_MESSAGE_BYTES = 64 * 1024
NONCE_LENGTH = 32
CODE_DIGITS = 6
QR_PREFIX = "FAIRJOIN1:"
WAITING, ACCEPTED, REFUSED, UNKNOWN, BUSY = "waiting", "accepted", "refused", "unknown", "busy"
_COMMIT_TAG = b"fair-join-nonce-v1\0"
_SPOKEN_TAG = b"fair-join-v1\0"
_MACHINE_TAG = b"fair-join-machine-v1\0"
_HUB_TAG = b"fair-join-hub-v1\0"
_SEAL_CONTEXT = b"joining\0"

Name = Annotated[str, msgspec.Meta(max_length=64)]
Request = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
Signature = Annotated[bytes, msgspec.Meta(min_length=64, max_length=64)]
Point = Annotated[bytes, msgspec.Meta(min_length=33, max_length=33)]
Pem = Annotated[str, msgspec.Meta(max_length=4096)]


class Ask(msgspec.Struct, frozen=True, tag="ask"):
    """A machine's first words."""

    protocol: int
    name: Name
    """What it calls itself: its id in the plan, or what somebody typed."""
    key: Bytes32
    """Its Ed25519 public key."""
    device: Point
    """Its public TLS key."""
    seal_to: Bytes32
    """An X25519 public key: the venue's, where it has that already; its own otherwise."""
    commitment: Bytes32
    """Of the nonce that it will reveal; all zero by stick."""


class Offer(msgspec.Struct, frozen=True, tag="offer"):
    """A hub's first words."""

    request: Request
    hub: Bytes32
    """The hub's Ed25519 public key."""
    authority: Bytes32
    """The organiser's, who certified it."""
    certificates: Annotated[tuple[KeyWords, ...], msgspec.Meta(max_length=64)]
    """That say so."""
    nonce: Bytes32
    """All zero by stick."""


class Reveal(msgspec.Struct, frozen=True, tag="reveal"):
    """A machine's second words."""

    request: Request
    nonce: Bytes32
    signature: Signature
    """By its Ed25519 key, over all that was said."""


class Inquiry(msgspec.Struct, frozen=True, tag="inquiry"):
    """Is there a verdict?"""

    request: Request


class Verdict(msgspec.Struct, frozen=True, tag="verdict"):
    """What a hub says to a request."""

    state: Name
    """waiting, accepted, refused, unknown (ask again) or busy (ask later)."""
    answer: bytes = b""
    """Where it is accepted: `sealed_answer`'s."""
    zh: Annotated[str, msgspec.Meta(max_length=500)] = ""
    en: Annotated[str, msgspec.Meta(max_length=500)] = ""

    @property
    def words(self) -> Words | None:
        """Why, for people."""
        return Words(self.zh, self.en) if self.zh or self.en else None


class Answer(msgspec.Struct, frozen=True, tag="answer"):
    """What a machine is given."""

    certificate: Pem
    """Its device certificate."""
    authorities: Annotated[tuple[Pem, ...], msgspec.Meta(max_length=16)]
    """TLS authorities of the venue, the one that signed it first."""
    certificates: Annotated[tuple[KeyWords, ...], msgspec.Meta(max_length=256)]
    """Of the hubs, and the machine's own where a hub certified it."""
    place: Name = ""
    """The id in the plan that staff gave it."""
    venue_private: bytes = b""
    """The venue's X25519 key, for a machine that has it not."""


class _Sealed(msgspec.Struct, frozen=True, tag="sealed"):
    sealed: bytes
    signature: Signature


Message = Ask | Offer | Reveal | Inquiry | Verdict
_DECODER = msgspec.msgpack.Decoder(Message)


class JoinFault(Exception):
    """A machine cannot be let in, or must not; `words` say why and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True, slots=True)
class Spoken:
    """All that was said before a verdict, byte for byte; both sides must have heard the same."""

    ask: bytes
    offer: bytes
    nonce: bytes
    """The machine's, revealed; nothing by stick."""

    @property
    def fingerprint(self) -> bytes:
        """SHA-256 of it, 32 bytes."""
        parts = (self.ask, self.offer, self.nonce)
        joined = b"".join(len(each).to_bytes(4, "big") + each for each in parts)
        return hashlib.sha256(_SPOKEN_TAG + joined).digest()

    @property
    def code(self) -> str:
        """Six digits that people compare."""
        return digits(self.fingerprint, CODE_DIGITS)

    @property
    def qr(self) -> str:
        """The whole fingerprint, for a QR."""
        return qr_of(self.fingerprint)


def digits(fingerprint: bytes, count: int) -> str:
    """The first decimal digits of a fingerprint. The last 2**64 of them are no likelier than others, all but
    for a part in 10**7."""
    return f"{int.from_bytes(fingerprint[:8], 'big') % 10**count:0{count}d}"


def spaced(code: str) -> str:
    """A code as people read it out: three and three digits, or four and four and four."""
    step = 3 if len(code) == CODE_DIGITS else 4
    return " ".join(code[at : at + step] for at in range(0, len(code), step))


def qr_of(fingerprint: bytes) -> str:
    """A fingerprint as the text of a QR, all of it in QR's alphanumeric mode."""
    return QR_PREFIX + base64.b32encode(fingerprint).decode().rstrip("=")


def new_nonce() -> bytes:
    """32 random bytes."""
    return os.urandom(NONCE_LENGTH)


def commitment(nonce: bytes) -> bytes:
    """What binds a machine to its nonce before it says it."""
    return hashlib.sha256(_COMMIT_TAG + nonce).digest()


def encode(message: Message) -> bytes:
    """A message as it travels."""
    return msgspec.msgpack.encode(message)


def decode(data: bytes) -> Message:
    """A message. JoinFault for anything else."""
    if len(data) > MAX_MESSAGE_BYTES:
        raise not_understood()
    try:
        message: Message = _DECODER.decode(data)
        return message
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise not_understood() from fault


def vouch(machine: SigningKey, spoken: Spoken) -> bytes:
    """A machine's signature over all that was said: it holds its key."""
    return machine.sign(_MACHINE_TAG + spoken.fingerprint)


def is_vouched(key: bytes, spoken: Spoken, signature: bytes) -> bool:
    """Whether who speaks holds `key`."""
    return verify(key, _MACHINE_TAG + spoken.fingerprint, signature)


def sealed_answer(hub: SigningKey, spoken: Spoken, seal_to: bytes, answer: Answer) -> bytes:
    """The answer for the machine that was spoken with, and nobody else. ValueError: `seal_to` is no key."""
    fingerprint = spoken.fingerprint
    sealed = seal(seal_to, msgspec.msgpack.encode(answer), _SEAL_CONTEXT + fingerprint)
    return msgspec.msgpack.encode(_Sealed(sealed, hub.sign(_HUB_TAG + fingerprint + sealed)))


def open_answer(data: bytes, hub: bytes, spoken: Spoken, venue_private: bytes) -> Answer:
    """What the hub with that key answered to what was said. JoinFault where it is not that."""
    try:
        outer = msgspec.msgpack.decode(data, type=_Sealed)
        fingerprint = spoken.fingerprint
        if not verify(hub, _HUB_TAG + fingerprint + outer.sealed, outer.signature):
            raise tampered()
        plain = unseal(venue_private, outer.sealed, _SEAL_CONTEXT + fingerprint)
        return msgspec.msgpack.decode(plain, type=Answer)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, KeyFault) as fault:
        raise tampered() from fault


def not_understood() -> JoinFault:
    """What came is none of ours, or of a newer version."""
    return JoinFault(
        Words(
            "对方的话听不懂。请确认两台机器装的是同一版本。",
            "What the other machine says is not understood. Make sure that both run the same version.",
        )
    )


def tampered() -> JoinFault:
    """The answer is not what the hub wrote for this machine."""
    return JoinFault(
        Words(
            "收到的答复不是主机写给本机的，没有采用。请重新申请。",
            "The answer is not what the hub wrote for this machine; it was not taken. Ask again.",
        )
    )
