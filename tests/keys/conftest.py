"""Keys that are the same at every run, and badge tokens made with them."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.badge import Token, fair_number
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.key_certificate import KeyRole
from kiosk.keys.signing import KeyRing, SigningKey, certify

FAIR = fair_number("bj-2026-winter")


@pytest.fixture(scope="session")
def authority() -> SigningKey:
    return SigningKey.from_seed(b"a" * 32)


@pytest.fixture(scope="session")
def kiosk_key() -> SigningKey:
    return SigningKey.from_seed(b"k" * 32)


@pytest.fixture(scope="session")
def ring(authority: SigningKey, kiosk_key: SigningKey) -> KeyRing:
    return KeyRing(authority.public, [certify(authority, kiosk_key.public, KeyRole.KIOSK, "east-1", FAIR)])


@pytest.fixture(scope="session")
def token(kiosk_key: SigningKey) -> Token:
    return Token(kiosk_key.kid, FAIR, date(2026, 11, 29), BadgeType.GRADUATE, 2**63 + 5, 7)
