"""Device certificates: derived, read back, and strict about what is none of ours."""

from __future__ import annotations

import ssl
from dataclasses import replace

import pytest

from kiosk.keys import device_certificate as certificates
from kiosk.keys.device_certificate import Holder, TlsAuthority
from kiosk.keys.signing import SigningKey

HUB = b"h" * 32
KIOSK = b"k" * 32
HOLDER = Holder("west-1", "kiosk", SigningKey.from_seed(KIOSK).public)


@pytest.fixture(scope="module")
def authority() -> TlsAuthority:
    return TlsAuthority(HUB)


@pytest.fixture(scope="module")
def pem(authority: TlsAuthority) -> bytes:
    return authority.issue(HOLDER, certificates.device_public(KIOSK))


def test_a_certificate_says_who_holds_it(pem: bytes) -> None:
    said = certificates.holder_of(certificates.der_of(pem))
    assert said == replace(HOLDER, by=SigningKey.from_seed(HUB).public), "and which hub let it in"
    assert certificates.public_in(pem) == certificates.device_public(KIOSK)


def test_the_same_seed_gives_the_same_certificates(authority: TlsAuthority, pem: bytes) -> None:
    again = TlsAuthority(HUB)
    assert again.certificate_pem == authority.certificate_pem
    assert again.issue(HOLDER, certificates.device_public(KIOSK)) == pem
    assert TlsAuthority(KIOSK).certificate_pem != authority.certificate_pem


def test_device_and_authority_keys_differ_though_one_seed_gives_both(authority: TlsAuthority) -> None:
    assert certificates.public_in(authority.certificate_pem) != certificates.device_public(HUB)


def test_a_hub_vouches_for_its_authority(authority: TlsAuthority, pem: bytes) -> None:
    assert certificates.vouched_by(authority.certificate_pem) == SigningKey.from_seed(HUB).public
    assert certificates.is_issued_by(pem, authority.certificate_pem)
    assert not certificates.is_issued_by(pem, TlsAuthority(KIOSK).certificate_pem)
    with pytest.raises(ValueError, match="no TLS authority"):
        certificates.vouched_by(pem)


def test_nobody_vouches_for_an_authority_in_anothers_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who makes an authority, and says that the hub vouches for it."""
    genuine = SigningKey.from_seed(HUB)

    class Forger(SigningKey):
        def sign(self, message: bytes) -> bytes:
            return genuine.sign(b"another word of the hub")

    forger = Forger(SigningKey.from_seed(KIOSK)._private)
    forger.public = genuine.public
    monkeypatch.setattr(certificates.SigningKey, "from_seed", lambda _seed: forger)
    forged = TlsAuthority(KIOSK)
    with pytest.raises(ValueError, match="nobody vouches"):
        certificates.vouched_by(forged.certificate_pem)


def test_no_hub_signs_in_anothers_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stole a hub that is withdrawn by now might say that another one let him in."""
    theirs = TlsAuthority(KIOSK)
    theirs._hub = SigningKey.from_seed(HUB).public
    lying = theirs.issue(HOLDER, certificates.device_public(KIOSK))
    with pytest.raises(ValueError, match="another hub"):
        certificates.holder_of(certificates.der_of(lying))
    name = certificates._authority_name(SigningKey.from_seed(HUB).public)
    monkeypatch.setattr(certificates, "_authority_name", lambda _hub: name)
    posing = TlsAuthority(KIOSK).certificate_pem
    monkeypatch.undo()
    with pytest.raises(ValueError, match="another hub's name"):
        certificates.vouched_by(posing)


def test_an_authoritys_certificate_is_no_devices(authority: TlsAuthority) -> None:
    with pytest.raises(ValueError):
        certificates.holder_of(certificates.der_of(authority.certificate_pem))


@pytest.mark.parametrize("data", [b"", b"x" * 500, b"0" * 5000, b"\x30\x82"])
def test_what_is_no_certificate(data: bytes) -> None:
    with pytest.raises(ValueError):
        certificates.holder_of(data)


def test_every_single_byte_counts(pem: bytes, authority: TlsAuthority) -> None:
    """A certificate in which a byte was changed is unreadable, or not the authority's."""
    der = certificates.der_of(pem)
    for at in range(0, len(der), 7):
        spoilt = bytearray(der)
        spoilt[at] ^= 1
        try:
            text = ssl.DER_cert_to_PEM_cert(bytes(spoilt)).encode()
            right = certificates.is_issued_by(text, authority.certificate_pem)
        except ValueError:
            continue
        assert not right, at


def test_names_that_do_not_fit(authority: TlsAuthority) -> None:
    for name in ("", "x" * 65):
        with pytest.raises(ValueError):
            authority.issue(Holder(name, "kiosk", HOLDER.key), certificates.device_public(KIOSK))
    with pytest.raises(ValueError):
        authority.issue(HOLDER, b"\x02" + b"\xff" * 32)


def test_pems_are_parted(authority: TlsAuthority, pem: bytes) -> None:
    assert certificates.split_pem(pem + authority.certificate_pem) == (pem, authority.certificate_pem)
    assert certificates.split_pem(b"") == ()
    with pytest.raises(ValueError):
        certificates.der_of(pem + authority.certificate_pem)


def test_the_private_key_is_the_certificates(pem: bytes) -> None:
    plain = certificates.device_private_pem(KIOSK)
    assert b"PRIVATE KEY" in plain
    assert b"ENCRYPTED" in certificates.locked_pem(plain, b"word")
    assert plain not in pem
