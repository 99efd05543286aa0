"""Tokens that somebody has tampered with: none is believed or admitted, and nothing unexpected is raised.

A seeded generator, because a signature takes too long for hypothesis to come far. A text that the gate reads
as the very token that it was made of (lower case, blanks around it) is no tampering: such texts are counted
apart, and give the very same claim.
"""

from __future__ import annotations

import base64
import dataclasses
import os
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.domain import badge
from kiosk.domain.admission import BadgeStatus, Door, History, decide
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import at
from kiosk.domain.key_certificate import KeyRole
from kiosk.domain.reasons import Verdict
from kiosk.keys.signing import KeyRing, SigningKey, certify
from tests.services.conftest import content

TOKENS = int(os.environ.get("FAIR_KIOSK_TOKENS", "1000000" if os.environ.get("FAIR_KIOSK_LONG") else "30000"))
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
DAY = date(2026, 11, 28)
AUTHORITY = SigningKey.from_seed(b"a" * 32)
OURS, OTHER = SigningKey.from_seed(b"1" * 32), SigningKey.from_seed(b"2" * 32)
ELSEWHERE = SigningKey.from_seed(b"e" * 32)
"""Certified by our authority, for another fair."""
FOREIGN = SigningKey.from_seed(b"f" * 32)
FAIR = content().fair
NUMBER = badge.fair_number(FAIR.id)
OTHER_NUMBER = badge.fair_number("another-fair")
RING = KeyRing(
    AUTHORITY.public,
    [certify(AUTHORITY, each.public, KeyRole.KIOSK, "k", NUMBER) for each in (OURS, OTHER)]
    + [certify(AUTHORITY, ELSEWHERE.public, KeyRole.KIOSK, "k", OTHER_NUMBER)],
)
NOW = at(DAY, 9 * 60 + 24)
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
STRANGE = "0189 -=+/\\\0\x1b\n\t,.aſıKＡ０Аα一€𐀀"
LOOK_ALIKES = {
    "A": "АΑＡ𝐀", "B": "ВΒＢ8", "C": "СϹＣ", "E": "ЕΕＥ", "F": "ϜＦ", "H": "НΗＨ", "I": "ІΙＩı1l",
    "J": "ЈＪ", "K": "К\u212aＫ", "L": "Ｌ", "M": "МΜＭ", "N": "ΝＮ", "O": "ОΟＯ0", "P": "РΡＰ",
    "S": "Ѕſ５Ｓ", "T": "ТΤＴ", "X": "ХΧＸ", "Y": "ҮΥＹ", "Z": "ΖＺ", "2": "２", "3": "З３", "5": "５",
    "7": "７",
}  # fmt: skip
"""Letters that look like one, and some whose capital is one."""

PRIME, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
_OF_EIGHT = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
SMALL_ORDER = tuple(
    (sign << 255 | y).to_bytes(32, "little")
    for y in (1, PRIME - 1, 0, _OF_EIGHT, PRIME - _OF_EIGHT, PRIME, PRIME + 1)
    for sign in (0, 1)
)
"""Encodings of the points of order 1, 2, 4 and 8; those of y >= PRIME are not canonical."""


@dataclass(frozen=True, slots=True)
class Genuine:
    """Two valid tokens, of two people, and what they claim."""

    token: badge.Token
    text: str
    other: str
    claims: dict[str, badge.Claim]


def fresh(chance: random.Random, key: SigningKey = OURS, **changes: int) -> badge.Token:
    """A token of our fair, of a person and a badge drawn at random."""
    fields = {
        "kid": key.kid,
        "fair": NUMBER,
        "badge": chance.getrandbits(64),
        "attendee": chance.getrandbits(64),
    }
    fields |= changes
    return badge.Token(last_valid_day=DAY, type=chance.choice(list(BadgeType)), **fields)


def genuine(chance: random.Random) -> Genuine:
    """Two badges that the gate believes and admits."""
    tokens = fresh(chance), fresh(chance, chance.choice((OURS, OTHER)))
    keys = {OURS.kid: OURS, OTHER.kid: OTHER}
    texts = [badge.encode(each, keys[each.kid].sign) for each in tokens]
    claims = {text: badge.parse(text, RING.check) for text in texts}
    for token, text in zip(tokens, texts, strict=True):
        assert claims[text] == badge.BadgeClaim(token, badge.Trust.VALID)
        assert lets_in(claims[text])
    return Genuine(tokens[0], *texts, claims)


def raw_of(text: str) -> bytearray:
    """The 92 bytes of a token's text."""
    return bytearray(base64.b32decode(text[2:] + "===="))


def text_of(raw: bytes) -> str:
    """A token's text of any bytes."""
    return badge.PREFIX + base64.b32encode(raw).decode().rstrip("=")


def with_signature(text: str, r: bytes, s: int) -> str:
    """The token with another signature."""
    return text_of(bytes(raw_of(text)[:28]) + r + s.to_bytes(32, "little"))


def bits_flipped(of: Genuine, chance: random.Random) -> str:
    raw = raw_of(of.text)
    for _ in range(chance.choice((1, 1, 1, 2, 8))):
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    return text_of(raw)


def field_changed(of: Genuine, chance: random.Random) -> str:
    """Something to gain by it, under the signature of before."""
    token = of.token
    change: dict[str, object] = chance.choice(
        (
            {"type": chance.choice([each for each in BadgeType if each is not token.type])},
            {"last_valid_day": DAY + timedelta(chance.randrange(1, 1000))},
            {"badge": (token.badge + chance.choice((1, -1))) % 2**64},
            {"attendee": (token.attendee + chance.choice((1, -1))) % 2**64},
            {"kid": OTHER.kid},
            {"fair": OTHER_NUMBER},
        )
    )
    changed = dataclasses.replace(token, **change)  # type: ignore[arg-type]
    return badge.encode(changed, lambda _: bytes(raw_of(of.text)[28:]))


def character_replaced(of: Genuine, chance: random.Random) -> str:
    at_ = chance.randrange(len(of.text))
    return of.text[:at_] + chance.choice(ALPHABET + STRANGE) + of.text[at_ + 1 :]


def looking_alike(of: Genuine, chance: random.Random) -> str:
    """One letter, or every one, by another that looks like it or whose capital it is."""
    places = [place for place, letter in enumerate(of.text) if letter in LOOK_ALIKES]
    changed = set(places if chance.random() < 0.1 else chance.sample(places, chance.choice((1, 1, 2))))
    return "".join(
        chance.choice(LOOK_ALIKES[letter]) if place in changed else letter
        for place, letter in enumerate(of.text)
    )


def inserted(of: Genuine, chance: random.Random) -> str:
    at_ = chance.randrange(len(of.text) + 1)
    return of.text[:at_] + chance.choice(ALPHABET + STRANGE) + of.text[at_:]


def cut(of: Genuine, chance: random.Random) -> str:
    """Without its end, its beginning or one character; too long; repeated."""
    text, at_ = of.text, chance.randrange(len(of.text))
    return chance.choice(
        (text[:at_], text[at_ + 1 :], text[:at_] + text[at_ + 1 :], text + text[:at_], text + of.other)
    )


def swapped(of: Genuine, chance: random.Random) -> str:
    one, other = sorted(chance.sample(range(len(of.text)), 2))
    if chance.random() < 0.5:
        one = other - 1
    text = of.text
    return text[:one] + text[other] + text[one + 1 : other] + text[one] + text[other + 1 :]


def spliced(of: Genuine, chance: random.Random) -> str:
    """The front of one valid token and the back of another."""
    at_ = chance.randrange(len(of.text) + 1)
    return of.text[:at_] + of.other[at_:]


def signed_by_another(_of: Genuine, chance: random.Random) -> str:
    """Well formed, signed by a key that nobody certified, or by one for another's kid."""
    named, signer = chance.choice(
        ((FOREIGN, FOREIGN), (OURS, FOREIGN), (OURS, OTHER), (OTHER, OURS), (OURS, AUTHORITY))
    )
    return badge.encode(fresh(chance, named), signer.sign)


def of_another_fair(_of: Genuine, chance: random.Random) -> str:
    """A fair's number that is not ours, under a key of ours; ours, under a key of another fair."""
    named, number = chance.choice(
        ((OURS, chance.getrandbits(32)), (OURS, OTHER_NUMBER), (ELSEWHERE, NUMBER), (OURS, 0))
    )
    return badge.encode(fresh(chance, named, fair=number), named.sign)


def malleable(of: Genuine, chance: random.Random) -> str:
    """S + n L is the same number modulo the order L: RFC 8032, section 5.1.7, asks for S below L."""
    raw = bytes(raw_of(of.text))
    number = int.from_bytes(raw[60:], "little")
    return with_signature(of.text, raw[28:60], number + ORDER * chance.randrange(1, 15))


def of_small_order(of: Genuine, chance: random.Random) -> str:
    """R of small order, and S that would fit under a key of small order; or only one of the two."""
    raw = bytes(raw_of(of.text))
    r = chance.choice((*SMALL_ORDER, raw[28:60]))
    return with_signature(of.text, r, chance.choice((0, 1, ORDER, ORDER - 1)))


def loose_end(of: Genuine, chance: random.Random) -> str:
    """Another last character for the same bytes: 148 characters hold four bits more than 92 bytes."""
    return of.text[:-1] + ALPHABET[ALPHABET.index(of.text[-1]) ^ chance.randrange(1, 16)]


def spelt_otherwise(of: Genuine, chance: random.Random) -> str:
    """What a scanner or CapsLock makes of it; not tampering."""
    text = of.text
    return chance.choice((text.lower(), text.swapcase(), f" {text}", f"{text}\r\n", text.title()))


Mutation = Callable[[Genuine, random.Random], str]
MUTATIONS: tuple[Mutation, ...] = (
    *(bits_flipped, bits_flipped, field_changed, character_replaced, looking_alike, inserted, cut, swapped),
    *(spliced, signed_by_another, of_another_fair, malleable, of_small_order, loose_end, spelt_otherwise),
)


def lets_in(claim: badge.Claim) -> bool:
    """Whether the gate would let its holder in, who is not known here and was never here."""
    door = Door(FAIR, FAIR.gates[0])
    history = History(badge_status=BadgeStatus.UNHEARD)
    return decide(claim, None, history, door, NOW).verdict in {Verdict.ADMIT, Verdict.NOTICE}


def test_no_mutated_token_is_admitted() -> None:
    chance = random.Random(SEED)
    outcomes: Counter[str] = Counter()
    mutated: Counter[Mutation] = Counter()
    of = genuine(chance)
    while sum(mutated.values()) < TOKENS:
        if sum(outcomes.values()) % 50 == 0:
            of = genuine(chance)
        mutate = MUTATIONS[sum(outcomes.values()) % len(MUTATIONS)]
        text = mutate(of, chance)
        claim = badge.parse(text, RING.check)
        same = of.claims.get(text.strip().upper()) if text.isascii() else None
        if same is not None:
            outcomes["the same token in another spelling"] += 1
            assert claim == same
            continue
        believed = isinstance(claim, badge.BadgeClaim) and claim.trust is badge.Trust.VALID
        assert not believed, (mutate.__name__, text)
        assert not lets_in(claim), (mutate.__name__, text)
        mutated[mutate] += 1
        outcomes[claim.trust.value if isinstance(claim, badge.BadgeClaim) else type(claim).__name__] += 1
    assert set(mutated) == set(MUTATIONS) - {spelt_otherwise}
    assert outcomes["forged"] > TOKENS // 10, "many are well formed, and only the signature is wrong"
    assert outcomes["unknown_key"] > 0
    print(f"{sum(mutated.values())} mutated tokens, none admitted: {dict(outcomes)}")
