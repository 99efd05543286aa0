"""Tokens that somebody has tampered with: none is admitted, and nothing unexpected is raised."""

from __future__ import annotations

import base64
import os
import random
from collections import Counter
from collections.abc import Callable
from datetime import date

from kiosk.domain import badge
from kiosk.domain.admission import BadgeStatus, Door, History, decide
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import at
from kiosk.domain.fairpack import KeyRole
from kiosk.domain.reasons import Verdict
from kiosk.keys.signing import KeyRing, SigningKey, certify
from tests.services.conftest import content

TOKENS = int(os.environ.get("FAIR_KIOSK_TOKENS", "1000000" if os.environ.get("FAIR_KIOSK_LONG") else "30000"))
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
DAY = date(2026, 11, 28)
AUTHORITY = SigningKey.from_seed(b"a" * 32)
OURS, OTHER = SigningKey.from_seed(b"1" * 32), SigningKey.from_seed(b"2" * 32)
FOREIGN = SigningKey.from_seed(b"f" * 32)
FAIR = content().fair
NUMBER = badge.fair_number(FAIR.id)
ORDER = 2**252 + 27742317777372353535851937790883648493
RING = KeyRing(
    AUTHORITY.public,
    [certify(AUTHORITY, each.public, KeyRole.KIOSK, "k", NUMBER) for each in (OURS, OTHER)],
)
DOOR = Door(FAIR, FAIR.gates[0])
NOW = at(DAY, 9 * 60 + 24)
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
STRANGE = "0189 -=+/\\\0\x1b\n\t,.aſıKＡ０Аα一€𐀀"
Chance = random.Random


def fresh(chance: Chance, key: SigningKey = OURS, **changes: int) -> badge.Token:
    """A token of our fair, of a person and a badge drawn at random."""
    fields = {
        "kid": key.kid,
        "fair": NUMBER,
        "badge": chance.getrandbits(64),
        "attendee": chance.getrandbits(64),
    }
    fields |= changes
    return badge.Token(last_valid_day=DAY, type=chance.choice(list(BadgeType)), **fields)


def raw_of(text: str) -> bytearray:
    """The 92 bytes of a token's text."""
    return bytearray(base64.b32decode(text[2:] + "===="))


def text_of(raw: bytes) -> str:
    """A token's text of any bytes."""
    return badge.PREFIX + base64.b32encode(raw).decode().rstrip("=")


def flipped(text: str, chance: Chance) -> str:
    raw = raw_of(text)
    for _ in range(chance.choice((1, 1, 1, 2, 8))):
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    return text_of(raw)


def replaced(text: str, chance: Chance) -> str:
    at_ = chance.randrange(len(text))
    return text[:at_] + chance.choice(ALPHABET + STRANGE) + text[at_ + 1 :]


def inserted(text: str, chance: Chance) -> str:
    at_ = chance.randrange(len(text) + 1)
    return text[:at_] + chance.choice(ALPHABET + STRANGE) + text[at_:]


def cut(text: str, chance: Chance) -> str:
    at_ = chance.randrange(len(text))
    return chance.choice((text[:at_], text[at_ + 1 :], text[:at_] + text[at_ + 1 :], text + text[:at_]))


def swapped(text: str, chance: Chance) -> str:
    one, other = sorted(chance.sample(range(len(text)), 2))
    return text[:one] + text[other] + text[one + 1 : other] + text[one] + text[other + 1 :]


def spliced(text: str, chance: Chance) -> str:
    """The front of one valid token and the back of another."""
    other = badge.encode(fresh(chance, chance.choice((OURS, OTHER))), OURS.sign)
    at_ = chance.randrange(45, len(text))  # behind the person's id, in which they differ
    return text[:at_] + other[at_:]


def signed_by_another(_text: str, chance: Chance) -> str:
    """Well formed, signed by a key that nobody certified, or by one for another's kid."""
    named, signer = chance.choice(((FOREIGN, FOREIGN), (OURS, FOREIGN), (OURS, OTHER), (OTHER, OURS)))
    return badge.encode(fresh(chance, named), signer.sign)


def of_another_fair(_text: str, chance: Chance) -> str:
    return badge.encode(fresh(chance, fair=chance.getrandbits(32)), OURS.sign)


def malleable(text: str, _chance: Chance) -> str:
    raw = raw_of(text)
    number = int.from_bytes(raw[60:], "little") + ORDER
    raw[60:] = number.to_bytes(32, "little")
    return text_of(raw)


def of_small_order(text: str, chance: Chance) -> str:
    """R and S that verify any message under a key of small order."""
    raw = raw_of(text)
    raw[28:60] = chance.choice((bytes(32), b"\1" + bytes(31), b"\xec" + b"\xff" * 30 + b"\x7f"))
    raw[60:] = bytes(32)
    return text_of(raw)


def loose_end(text: str, chance: Chance) -> str:
    """Another last character for the same bytes: 148 characters hold four bits more than 92 bytes."""
    last = ALPHABET.index(text[-1])
    return text[:-1] + ALPHABET[last ^ chance.randrange(1, 16)]


def spelt_otherwise(text: str, chance: Chance) -> str:
    """What a scanner or CapsLock makes of it; not tampering."""
    return chance.choice((text.lower(), text.swapcase(), f" {text}", f"{text}\r\n", text.title()))


MUTATIONS: tuple[Callable[[str, Chance], str], ...] = (
    flipped,
    flipped,
    flipped,
    replaced,
    inserted,
    cut,
    swapped,
    spliced,
    signed_by_another,
    of_another_fair,
    malleable,
    of_small_order,
    loose_end,
    spelt_otherwise,
)


def admitted(claim: badge.Claim) -> bool:
    """Whether the gate would let its holder in, who is not known and was never here."""
    return decide(claim, None, History(badge_status=BadgeStatus.UNHEARD), DOOR, NOW).verdict is Verdict.ADMIT


def test_no_mutated_token_is_admitted() -> None:
    chance = random.Random(SEED)
    counted: Counter[str] = Counter()
    text, original = "", None
    for number in range(TOKENS):
        if number % 50 == 0:
            token = fresh(chance)
            text = badge.encode(token, OURS.sign)
            original = badge.parse(text, RING.check)
            assert original == badge.BadgeClaim(token, badge.Trust.VALID)
            assert admitted(original)
        mutate = MUTATIONS[number % len(MUTATIONS)]
        mutated = mutate(text, chance)
        claim = badge.parse(mutated, RING.check)
        if mutated.strip().upper() == text and mutated.isascii():
            counted["the same token in another spelling"] += 1
            assert claim == original
            continue
        assert not admitted(claim), (mutate.__name__, mutated)
        counted[claim.trust.value if isinstance(claim, badge.BadgeClaim) else type(claim).__name__] += 1
    assert counted["forged"] > TOKENS // 10, "many are well formed, and only the signature is wrong"
    assert counted["unknown_key"] > 0
    print(dict(counted))
