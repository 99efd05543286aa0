"""The manifest's bytes, which may not change later."""

from __future__ import annotations

import json

from kiosk.domain.manifest import Manifest
from kiosk.keys.signing import SigningKey
from kiosk.pack import manifest as manifests

KEY = SigningKey.from_seed(b"a" * 32)
MANIFEST = Manifest("bj-2026-winter", 3, "1" * 64, "2" * 64, KEY.public.hex(), "2027-01-01", "4" * 96)


def test_what_is_signed_is_what_a_second_program_would_sign() -> None:
    fields = {
        "fair": "bj-2026-winter",
        "version": 3,
        "file_sha256": "1" * 64,
        "content_sha256": "2" * 64,
        "authority": KEY.public.hex(),
        "expires": "2027-01-01",
        "sealed_key": "4" * 96,
    }
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"))
    assert manifests.signed_bytes(MANIFEST) == b"fair-pack-v1\0" + text.encode()
    file = json.loads(manifests.encode(MANIFEST, KEY))
    signature = KEY.sign(b"fair-pack-v1\0" + text.encode()).hex()
    assert file == {"format": "fair-pack-1", "manifest": fields, "signature": signature}


def test_the_content_key_is_sealed_for_one_version_of_one_fair() -> None:
    assert manifests.seal_context("bj-2026-winter", 3) == b"fair-pack-key-v1/bj-2026-winter/3"
