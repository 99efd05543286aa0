"""Whose certificates count: the same, in whatever order they come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from kiosk.domain.badge import fair_number
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.key_certificate import KeyCertificate, KeyRole
from kiosk.keys.signing import Certified, KeyRing, SigningKey, certify
from kiosk.keys.venue import VenueKeys

GRADUATE, PRESS = BadgeType.GRADUATE, BadgeType.PRESS
FAIR, OTHER_FAIR = fair_number("a"), fair_number("b")
ORGANISER, FOREIGN, HUB, KIOSK, LATER, HUB2 = (
    SigningKey.from_seed(each * 32) for each in (b"o", b"f", b"h", b"k", b"l", b"2")
)

HUBS = certify(ORGANISER, HUB.public, KeyRole.HUB, "hub", FAIR)
KIOSKS = certify(ORGANISER, KIOSK.public, KeyRole.KIOSK, "k1", FAIR)
BY_HUB = certify(HUB, LATER.public, KeyRole.KIOSK, "k2", FAIR)


def test_every_order_gives_the_same() -> None:
    third = certify(HUB, SigningKey.from_seed(b"3" * 32).public, KeyRole.KIOSK, "k3", FAIR)
    forged = certify(FOREIGN, FOREIGN.public, KeyRole.KIOSK, "k4", FAIR)
    deeper = certify(LATER, FOREIGN.public, KeyRole.KIOSK, "k5", FAIR)
    for order in permutations((HUBS, KIOSKS, BY_HUB, third, forged, deeper)):
        keys = VenueKeys(ORGANISER.public, order)
        assert [each.name for each in keys.machines] == ["hub", "k1", "k2", "k3"], order
        ring = KeyRing(ORGANISER.public, order)
        assert set(ring.refused) == {forged, deeper}, order
        assert ring.grants(LATER.public, FAIR) == {BY_HUB.grant}, order


def test_what_the_authority_and_a_hub_say() -> None:
    keys = VenueKeys(ORGANISER.public, (BY_HUB, HUBS, KIOSKS))
    assert (keys.name_of(HUB.public), keys.role_of(HUB.public)) == ("hub", "hub")
    assert (keys.name_of(LATER.public), keys.role_of(LATER.public)) == ("k2", "kiosk")
    assert (keys.name_of(FOREIGN.public), keys.role_of(FOREIGN.public)) == (None, "")
    assert not keys.is_withdrawn(LATER.public)


@pytest.mark.parametrize("role", [KeyRole.HUB, KeyRole.ORGANISER])
def test_a_hub_makes_no_hubs_and_no_organisers(role: KeyRole) -> None:
    raised = certify(HUB, LATER.public, role, "k2", FAIR)
    below = certify(LATER, KIOSK.public, KeyRole.KIOSK, "k1", FAIR)
    for order in permutations((HUBS, raised, below)):
        keys = VenueKeys(ORGANISER.public, order)
        assert [each.name for each in keys.machines] == ["hub"]
        assert KeyRing(ORGANISER.public, order).grants(KIOSK.public, FAIR) == frozenset()


def test_a_hub_of_another_organiser_certifies_nobody_here() -> None:
    theirs = certify(FOREIGN, HUB.public, KeyRole.HUB, "hub", FAIR)
    assert VenueKeys(ORGANISER.public, (theirs, BY_HUB)).machines == ()
    assert [each.name for each in VenueKeys(FOREIGN.public, (theirs, BY_HUB)).machines] == ["hub", "k2"]


def test_a_kiosk_is_no_hub() -> None:
    keys = VenueKeys(ORGANISER.public, (KIOSKS, certify(KIOSK, LATER.public, KeyRole.KIOSK, "k2", FAIR)))
    assert keys.role_of(LATER.public) == ""


def test_a_hub_certifies_within_its_fair_and_limits() -> None:
    narrow = certify(
        ORGANISER,
        HUB.public,
        KeyRole.HUB,
        "hub",
        FAIR,
        types=(BadgeType.GRADUATE, BadgeType.PRESS),
        last_day=date(2026, 11, 29),
    )
    fits = certify(HUB, LATER.public, KeyRole.KIOSK, "k2", FAIR, types=(PRESS,), last_day=date(2026, 11, 28))
    for beyond in (
        BY_HUB,
        replace(fits, types=()),
        replace(fits, types=(PRESS, BadgeType.STAFF)),
        replace(fits, last_day=None),
        replace(fits, last_day=date(2026, 11, 30)),
        replace(fits, fair=OTHER_FAIR),
    ):
        signed = _signed_by(HUB, beyond)
        assert Certified(ORGANISER.public).add(signed) == ()
        ring = KeyRing(ORGANISER.public, (narrow, signed))
        assert ring.refused == (signed,), beyond
    assert KeyRing(ORGANISER.public, (narrow, fits)).refused == ()


def _signed_by(key: SigningKey, certificate: KeyCertificate) -> KeyCertificate:
    return replace(certificate, signature=key.sign(certificate.signed_bytes()))


def test_a_withdrawn_hub_certifies_nobody_but_whom_it_had_certified_before() -> None:
    everybody = (HUBS, KIOSKS, BY_HUB)
    after = VenueKeys(ORGANISER.public, everybody, withdrawn=(HUB.kid,))
    assert [each.name for each in after.machines] == ["hub", "k1"]
    assert after.is_withdrawn(HUB.public)
    before = VenueKeys(
        ORGANISER.public, everybody, (HUB.kid,), stands=lambda each, hub: (each, hub) == (BY_HUB, HUB.public)
    )
    assert [each.name for each in before.machines] == ["hub", "k1", "k2"]


def test_a_certificate_counts_if_any_of_two_hubs_signed_it() -> None:
    second = certify(ORGANISER, HUB2.public, KeyRole.HUB, "hub2", FAIR)
    again = certify(HUB2, LATER.public, KeyRole.KIOSK, "k2", FAIR)
    for order in permutations((HUBS, second, BY_HUB, again)):
        keys = VenueKeys(ORGANISER.public, order, withdrawn=(HUB.kid,))
        assert keys.name_of(LATER.public) == "k2"


def test_of_two_names_one_counts_everywhere() -> None:
    other = certify(ORGANISER, KIOSK.public, KeyRole.KIOSK, "k9", OTHER_FAIR)
    names = {
        VenueKeys(ORGANISER.public, order).name_of(KIOSK.public)
        for order in permutations((KIOSKS, other, HUBS))
    }
    assert len(names) == 1


def test_a_certificate_by_hub_may_come_before_its_hub() -> None:
    ring = KeyRing(ORGANISER.public)
    assert not ring.add(BY_HUB)
    assert ring.grants(LATER.public, FAIR) == frozenset()
    assert ring.add(HUBS)
    assert ring.grants(LATER.public, FAIR) == {BY_HUB.grant}
