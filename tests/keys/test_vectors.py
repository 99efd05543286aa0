"""Our verify against the vectors of the standard, and against those of the package cryptography-vectors."""

from __future__ import annotations

from importlib.resources import files

import pytest

from kiosk.keys.signing import SigningKey, verify

RFC_8032 = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
        "387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
        "4a7c15e9716ed28dc027beceea1ec40a",
    ),
    (
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd"
        "454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e030"
        "3dca179c138ac17ad9bef1177331a704",
    ),
]
"""RFC 8032, section 7.1: seed, public key, message, signature."""


@pytest.mark.parametrize(("seed", "public", "message", "signature"), RFC_8032)
def test_the_standards_vectors(seed: str, public: str, message: str, signature: str) -> None:
    key = SigningKey.from_seed(bytes.fromhex(seed))
    assert key.public == bytes.fromhex(public)
    assert key.sign(bytes.fromhex(message)) == bytes.fromhex(signature)
    assert verify(key.public, bytes.fromhex(message), bytes.fromhex(signature))
    assert not verify(key.public, bytes.fromhex(message) + b"\0", bytes.fromhex(signature))


def test_the_vectors_of_the_package() -> None:
    """1,024 of them: seed and public key, public key, message, signature and message."""
    text = (files("cryptography_vectors") / "asymmetric" / "Ed25519" / "sign.input").read_text()
    lines = [line.split(":") for line in text.splitlines() if line]
    assert len(lines) == 1024
    for seed_and_public, public, message, signature_and_message, *_ in lines:
        key = SigningKey.from_seed(bytes.fromhex(seed_and_public[:64]))
        signed, signature = bytes.fromhex(message), bytes.fromhex(signature_and_message[:128])
        assert key.public.hex() == public
        assert key.sign(signed) == signature
        assert verify(key.public, signed, signature)
        flipped = bytes((signature[0] ^ 1, *signature[1:]))
        assert not verify(key.public, signed, flipped)


ORDER = 2**252 + 27742317777372353535851937790883648493


@pytest.mark.parametrize(("seed", "public", "message", "signature"), RFC_8032)
def test_a_signature_has_one_form(seed: str, public: str, message: str, signature: str) -> None:
    """RFC 8032, section 5.1.7: S is below the group's order; S + L is the same number, and refused."""
    raw = bytes.fromhex(signature)
    other = int.from_bytes(raw[32:], "little") + ORDER
    forged = raw[:32] + other.to_bytes(32, "little")
    assert not verify(SigningKey.from_seed(bytes.fromhex(seed)).public, bytes.fromhex(message), forged)


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_keys_and_signatures_of_another_length(length: int) -> None:
    key = SigningKey.from_seed(bytes(32))
    assert not verify(bytes(length), b"m", key.sign(b"m"))
    if length != 64:
        assert not verify(key.public, b"m", bytes(length))
