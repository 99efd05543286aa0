"""A pack's manifest: what the organiser signs about it (design.md section 5)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec

from kiosk.domain.manifest import Manifest
from kiosk.keys.signing import SigningKey, verify
from kiosk.pack.faults import PackFault
from kiosk.pack.files import FAIR_ID, is_plain, write_whole

MANIFEST = "manifest.json"
CATALOGUE = "catalogue.db"
MAX_FILE_BYTES = 64 * 1024
MAX_VERSION = 1_000_000_000
_TAG = b"fair-pack-v1\0"
_HEX_32 = re.compile(r"[0-9a-f]{64}")
_HEX_64 = re.compile(r"[0-9a-f]{128}")
_HEX = re.compile(r"(?:[0-9a-f]{2}){48,512}")


class _File(msgspec.Struct, forbid_unknown_fields=True, tag="fair-pack-1", tag_field="format"):
    manifest: Manifest
    signature: str


def signed_bytes(manifest: Manifest) -> bytes:
    """What the organiser signs: a tag, then the manifest as JSON with sorted keys."""
    return _TAG + msgspec.json.encode(manifest, order="sorted")


def encode(manifest: Manifest, authority: SigningKey) -> bytes:
    """The manifest's file, signed."""
    return _encode(_File(manifest, authority.sign(signed_bytes(manifest)).hex()))


def _encode(file: _File) -> bytes:
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def read(pack: Path) -> Manifest:
    """The manifest of a pack's folder, its signature checked against the authority that it names itself.

    Whether that authority is the right one is the installer's to check. What was signed has one spelling:
    a file with any other byte is damaged. Raises PackFault: no pack or half a copy, damaged, forged.
    """
    path = pack / MANIFEST
    try:
        if not is_plain(path) or path.stat().st_size > MAX_FILE_BYTES:
            raise _damaged(pack)
        data = path.read_bytes()
        file = msgspec.json.decode(data, type=_File)
    except (FileNotFoundError, NotADirectoryError) as fault:
        raise PackFault(
            f"{pack.name} 不是完整的数据包：没有 {MANIFEST}。请重新拷贝整个文件夹。",
            f"{pack.name} is no whole pack: it has no {MANIFEST}. Copy the whole folder again.",
        ) from fault
    except OSError as fault:
        raise PackFault(
            f"{pack.name} 读不出来：{fault.strerror}。", f"{pack.name} cannot be read: {fault.strerror}."
        ) from fault
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise _damaged(pack) from fault
    manifest = file.manifest
    if not _well_formed(manifest) or not _HEX_64.fullmatch(file.signature) or data != _encode(file):
        raise _damaged(pack)
    signature = bytes.fromhex(file.signature)
    if not verify(bytes.fromhex(manifest.authority), signed_bytes(manifest), signature):
        raise PackFault(
            f"{pack.name} 的签名不对，内容被改动过。请向主办方重新领取。",
            f"{pack.name} bears a wrong signature: it was changed. Ask the organiser for a new copy.",
        )
    return manifest


def renew(pack: Path, authority: SigningKey, expires: date) -> Manifest:
    """Sign a pack's manifest again with another last day of installation; the content stays as it is.

    Raises PackFault where the pack is not whole, or was signed by another authority.
    """
    manifest = read(pack)
    if manifest.authority != authority.public.hex():
        raise PackFault(
            f"{pack.name} 不是用这把密钥签的，没有改动。",
            f"{pack.name} was signed with another key; it was left as it is.",
        )
    renewed = replace(manifest, expires=expires.isoformat())
    write_whole(pack / MANIFEST, encode(renewed, authority))
    return renewed


def _well_formed(manifest: Manifest) -> bool:
    hashes = (manifest.file_sha256, manifest.content_sha256, manifest.authority)
    if not all(_HEX_32.fullmatch(each) for each in hashes) or not _HEX.fullmatch(manifest.sealed_key):
        return False
    if not FAIR_ID.fullmatch(manifest.fair) or not 0 < manifest.version <= MAX_VERSION:
        return False
    try:
        return date.fromisoformat(manifest.expires).isoformat() == manifest.expires
    except ValueError:
        return False


def seal_context(fair: str, version: int) -> bytes:
    """What a content key is sealed for: it opens no other fair's pack and no other version."""
    return f"fair-pack-key-v1/{fair}/{version}".encode()


def _damaged(pack: Path) -> PackFault:
    return PackFault(
        f"{pack.name} 的 {MANIFEST} 已损坏。请重新拷贝整个文件夹。",
        f"{MANIFEST} of {pack.name} is damaged. Copy the whole folder again.",
    )
