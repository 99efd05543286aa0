"""Badge tokens and the other codes that people hold under a scanner (design.md section 5).

A token is `F1` and base32 without padding of 92 bytes, big-endian:
version u8 | kid u32 | fair u32 | last valid day u16 | badge type u8 | badge id u64 | attendee id u64 |
Ed25519 signature 64 bytes, signed over the tag and the 28 bytes before it. 150 characters in all, which fit
a QR of version 6, level M, in alphanumeric mode.
"""

from __future__ import annotations

import base64
import hashlib
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import day_number, day_of

PREFIX = "F1"
TOKEN_LENGTH = 150
NOBODYS_TOKEN = PREFIX + "A" * (TOKEN_LENGTH - len(PREFIX))
"""Of the right shape for a test page and a preview; it decodes to nothing, so it admits nobody."""
VERSION = 1
SIGNED_TAG = b"fair-badge-v1\0"
_PAYLOAD = struct.Struct(">BIIHBQQ")
_SIGNATURE_LENGTH = 64
CODE_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
CODE_LENGTH = 26
"""Of a registration code: base32, so that it has neither 0, 1, 8 nor 9."""
_DIGITS = bytes(
    b"0123456789ABCDEFGHIJKLMNOPQRSTUV"[CODE_ALPHABET.index(chr(each))] if chr(each) in CODE_ALPHABET else 33
    for each in range(256)
)
"""Base32's letters as the interpreter's digits; all else as what is no digit."""
_LOOSE_BITS = 0xF
_TYPES = {int(each): each for each in BadgeType}
_CODE = re.compile(rf"^[{CODE_ALPHABET}]{{{CODE_LENGTH}}}$")
_STUDENT_NUMBER = re.compile(r"^[A-Z]{0,3}\d{6,14}$")


class Trust(StrEnum):
    """What is known of a token's signature."""

    VALID = "valid"
    FORGED = "forged"
    UNKNOWN_KEY = "unknown_key"


@dataclass(frozen=True, slots=True)
class Token:
    """What a badge's QR says: its type and person, and nothing about the person."""

    kid: int
    fair: int
    last_valid_day: date
    type: BadgeType
    badge: int
    attendee: int

    def payload(self) -> bytes:
        """The 28 bytes before the signature."""
        return _PAYLOAD.pack(
            VERSION,
            self.kid,
            self.fair,
            day_number(self.last_valid_day),
            self.type,
            self.badge,
            self.attendee,
        )


@dataclass(frozen=True, slots=True)
class BadgeClaim:
    """Somebody holds a badge of ours, or what looks like one."""

    token: Token
    trust: Trust


@dataclass(frozen=True, slots=True)
class CodeClaim:
    """Somebody holds the registration code that the organiser sent: 26 characters of base32."""

    code: str


@dataclass(frozen=True, slots=True)
class StudentClaim:
    """Somebody gives a student number; at self-service it counts only with the phone's last four digits."""

    number: str
    phone_tail: str = ""


@dataclass(frozen=True, slots=True)
class NameClaim:
    """Somebody gives a name; at self-service it counts only with the phone's last four digits."""

    name: str
    phone_tail: str = ""


@dataclass(frozen=True, slots=True)
class StaffClaim:
    """Staff found somebody by hand and stand for it that this is the person."""

    attendee: int
    by: str


@dataclass(frozen=True, slots=True)
class NoClaim:
    """Anything else. It is never opened as a link and never echoed."""


Claim = BadgeClaim | CodeClaim | StudentClaim | NameClaim | StaffClaim | NoClaim
Check = Callable[[int, bytes, bytes], Trust]
"""(kid, signed bytes, signature) -> Trust; the keys room offers one."""


def key_id(public_key: bytes) -> int:
    """kid: the first 4 bytes of SHA-256 of the public key."""
    return int.from_bytes(hashlib.sha256(public_key).digest()[:4], "big")


@lru_cache(maxsize=16)
def fair_number(fair_id: str) -> int:
    """The fair's number in tokens, made as a kid is. Building a pack refuses a collision."""
    return int.from_bytes(hashlib.sha256(fair_id.encode()).digest()[:4], "big")


def encode(token: Token, sign: Callable[[bytes], bytes]) -> str:
    """The token's 150 characters, signed by `sign` (Ed25519 over what it is given)."""
    payload = token.payload()
    signature = sign(SIGNED_TAG + payload)
    if len(signature) != _SIGNATURE_LENGTH:
        raise ValueError("an Ed25519 signature has 64 bytes")
    return PREFIX + base64.b32encode(payload + signature).decode().rstrip("=")


def decode(text: str) -> tuple[Token, bytes] | None:
    """The token and its signature, or None where the text is not strictly one.

    Strictly: exact length, ASCII, known version and type, and one spelling: encoding it again gives the same
    text. A number in base 32 is read by the interpreter in 2 us, where base64.b32decode takes 30.
    """
    raw = _raw(text)
    token = _token(raw) if raw is not None else None
    return (token, raw[_PAYLOAD.size :]) if raw is not None and token is not None else None


def _raw(text: str) -> bytes | None:
    """The 92 bytes that the text spells in the one right way."""
    if len(text) != TOKEN_LENGTH or not text.startswith(PREFIX) or not text.isascii():
        return None
    try:
        number = int(text[len(PREFIX) :].encode().translate(_DIGITS), 32)
    except ValueError:
        return None
    if number & _LOOSE_BITS:  # 148 characters hold four bits more than 92 bytes: another spelling
        return None
    return (number >> 4).to_bytes(_PAYLOAD.size + _SIGNATURE_LENGTH, "big")


def _token(raw: bytes) -> Token | None:
    version, kid, fair, day, kind, badge, attendee = _PAYLOAD.unpack_from(raw)
    badge_type = _TYPES.get(kind)
    if version != VERSION or badge_type is None:
        return None
    return Token(kid, fair, day_of(day), badge_type, badge, attendee)


def parse(text: str, check: Check) -> Claim:
    """What the scanned or typed text claims, by typed grammar, first match: F1, code, student number."""
    text = text.strip()
    if not text.isascii():
        return NoClaim()  # before upper(): there are letters beyond ASCII whose capital is within
    text = text.upper()
    raw = _raw(text)
    if raw is not None:
        token = _token(raw)
        if token is not None:
            signed = SIGNED_TAG + raw[: _PAYLOAD.size]
            return BadgeClaim(token, check(token.kid, signed, raw[_PAYLOAD.size :]))
    if _CODE.match(text):
        return CodeClaim(text)
    if _STUDENT_NUMBER.match(text):
        return StudentClaim(text)
    return NoClaim()
