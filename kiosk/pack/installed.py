"""Which packs are installed: what a start needs of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kiosk.domain.manifest import Manifest
from kiosk.keys.fault import KeyFault
from kiosk.keys.secrecy import unseal
from kiosk.pack import manifest as manifests
from kiosk.pack.faults import PackFault
from kiosk.pack.files import FAIR_ID

PACKS = "packs"
POINTER_SUFFIX = ".json"
_POINTER_MAX_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack that a kiosk may open: the newest of its fair."""

    fair: str
    version: int
    folder: Path
    manifest: Manifest

    @property
    def database(self) -> Path:
        """The catalogue's file; its key is `content_key(manifest, venue_private)`."""
        return self.folder / manifests.CATALOGUE

    @property
    def authority(self) -> bytes:
        """Public key that this fair's packs and badge keys are signed by."""
        return bytes.fromhex(self.manifest.authority)


class Pointer(msgspec.Struct, forbid_unknown_fields=True, tag="fair-pack-pointer-1", tag_field="format"):
    """The file that says which pack of a fair is the current one."""

    fair: str
    version: int
    folder: str
    authority: str
    file_sha256: str


def content_key(manifest: Manifest, venue_private: bytes) -> bytes:
    """The raw key of a pack's database. Raises PackFault where it was sealed to another venue."""
    context = manifests.seal_context(manifest.fair, manifest.version)
    try:
        return unseal(venue_private, bytes.fromhex(manifest.sealed_key), context)
    except KeyFault as fault:
        raise PackFault(
            "这个数据包不是给本场地的，打不开。请向主办方领取本场地的数据包。",
            "this pack was made for another venue and does not open here. Ask for this venue's.",
        ) from fault


def fair_of(folder_name: str) -> str:
    """Whose pack a folder's name says that it is."""
    return folder_name.rsplit("-v", 1)[0]


def installed(state: Path) -> tuple[Installed, ...]:
    """The packs that are installed, by fair. Raises PackFault where a pointer or its pack is damaged.

    The database is hashed at install, not here: a start must not read megabytes (design.md section 5).
    """
    packs = state / PACKS
    if not packs.is_dir():
        return ()
    return tuple(_installed(path) for path in sorted(packs.glob("*" + POINTER_SUFFIX)))


def _installed(path: Path) -> Installed:
    try:
        if path.stat().st_size > _POINTER_MAX_BYTES:
            raise _damaged_pointer(path)
        pointer = msgspec.json.decode(path.read_bytes(), type=Pointer)
    except OSError as fault:
        raise unreadable(path, fault) from fault
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise _damaged_pointer(path) from fault
    plain = FAIR_ID.match(pointer.fair) and pointer.fair == fair_of(pointer.folder)
    if not plain or os.sep in pointer.folder or pointer.folder != Path(pointer.folder).name:
        raise _damaged_pointer(path)
    folder = path.parent / pointer.folder
    manifest = manifests.read(folder)
    if (manifest.fair, manifest.version, manifest.authority, manifest.file_sha256) != (
        pointer.fair,
        pointer.version,
        pointer.authority,
        pointer.file_sha256,
    ):
        raise _damaged_pointer(path)
    return Installed(pointer.fair, pointer.version, folder, manifest)


def whole(packs: Path) -> Iterator[Installed]:
    """The packs of `<state>/packs` that are whole. A damaged one is mended by installing it again."""
    for path in sorted(packs.glob("*" + POINTER_SUFFIX)):
        try:
            yield _installed(path)
        except PackFault:
            continue


def unreadable(path: Path, fault: OSError) -> PackFault:
    """The disk would not give it."""
    return PackFault(
        f"{path.name} 读不出来：{fault.strerror}。", f"{path.name} cannot be read: {fault.strerror}."
    )


def _damaged_pointer(path: Path) -> PackFault:
    return PackFault(
        f"已安装的数据包记录 {path.name} 损坏，请重新安装数据包。",
        f"{path.name}, which names the installed pack, is damaged: install the pack again.",
    )
