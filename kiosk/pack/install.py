"""Checks a pack and swaps it in.

A pack is refused where it is damaged, forged, another authority's, sealed to another venue, expired, older
than the one installed, or only half copied. What is installed stays until the new one stands whole on disk.
"""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from kiosk.devices.clock import SystemClock
from kiosk.domain.badge import fair_number
from kiosk.domain.fair import Fair
from kiosk.domain.manifest import Manifest
from kiosk.pack import manifest as manifests
from kiosk.pack.copying import Progress, copy, gone, read_manifest
from kiosk.pack.faults import PackFault
from kiosk.pack.files import is_plain, sha256, sync_folder, write_whole
from kiosk.pack.installed import (
    PACKS,
    POINTER_SUFFIX,
    Installed,
    Pointer,
    content_key,
    fair_of,
    unreadable,
    whole,
)
from kiosk.store.catalogue import Catalogue
from kiosk.store.faults import StoreFault, StoreFaultKind

_TEMPORARY = ".installing"
_MAX_CATALOGUE_BYTES = 4 * 1024**3


@dataclass(frozen=True, slots=True)
class Checked:
    """A pack that is whole, rightly signed, in date, and opens with this venue's key."""

    folder: Path
    manifest: Manifest
    content_key: bytes
    fair: Fair


def check(
    pack: Path,
    venue_private: bytes,
    trusted_authority: bytes | None,
    today: date | None = None,
    progress: Progress = lambda _done, _total: None,
) -> Checked:
    """Check a pack's folder. `trusted_authority` None trusts the one that signed it (a first installation).

    `today` is the machine's day in Beijing unless given. Raises PackFault with one line in each language.
    """
    return _checked(pack, manifests.read(pack), venue_private, trusted_authority, today, progress)


def _checked(
    pack: Path,
    manifest: Manifest,
    venue_private: bytes,
    trusted_authority: bytes | None,
    today: date | None,
    progress: Progress,
) -> Checked:
    today = today or SystemClock().now().date()
    if trusted_authority is not None and manifest.authority != trusted_authority.hex():
        raise PackFault(
            f"{pack.name} 不是本场主办方签发的，没有安装。请向主办方核对。",
            f"{pack.name} was signed by another authority; it was not installed. Ask the organiser.",
        )
    if today > date.fromisoformat(manifest.expires):
        raise PackFault(
            f"{pack.name} 已于 {manifest.expires} 过期，没有安装。",
            f"{pack.name} expired on {manifest.expires}; it was not installed.",
        )
    key = content_key(manifest, venue_private)
    check_file(pack, manifest, progress)
    return Checked(pack, manifest, key, _fair(pack, manifest, key))


def verify(pack: Installed) -> None:
    """Read an installed pack's file again. PackFault where it is no longer what the organiser signed."""
    check_file(pack.folder, manifests.read(pack.folder), lambda _done, _total: None)


def check_file(pack: Path, manifest: Manifest, progress: Progress) -> None:
    """Read a pack's database whole. PackFault where it is not the one that the manifest names."""
    path = pack / manifests.CATALOGUE
    try:
        size = path.lstat().st_size
        right = is_plain(path) and size <= _MAX_CATALOGUE_BYTES
        right = right and sha256(path, lambda done: progress(done, size)) == manifest.file_sha256
    except FileNotFoundError as fault:
        raise PackFault(
            f"{pack.name} 没有拷贝完整，缺少 {path.name}。请重新拷贝整个文件夹。",
            f"{pack.name} is half copied: {path.name} is missing. Copy the whole folder again.",
        ) from fault
    except OSError as fault:
        raise unreadable(pack, fault) from fault
    if not right:
        raise PackFault(
            f"{pack.name} 已损坏或没有拷贝完整。请重新拷贝整个文件夹。",
            f"{pack.name} is damaged or half copied. Copy the whole folder again.",
        )


def _fair(pack: Path, manifest: Manifest, key: bytes) -> Fair:
    """The fair in the database, which must be the one that the manifest names."""
    try:
        catalogue = Catalogue.open(pack / manifests.CATALOGUE, key)
        try:
            fair, authority = catalogue.fair(), catalogue.authority()
        finally:
            catalogue.close()
    except StoreFault as fault:
        if fault.kind in {StoreFaultKind.WRONG_KEY, StoreFaultKind.DAMAGED}:  # of what the organiser signed
            raise _not_as_said(pack) from fault
        if fault.kind is StoreFaultKind.MISSING:
            raise gone(pack, os.strerror(errno.ENOENT)) from fault
        raise PackFault(f"{pack.name}：{fault.words.zh}", f"{pack.name}: {fault.words.en}") from fault
    if fair.id != manifest.fair or authority.hex() != manifest.authority:
        raise _not_as_said(pack)
    return fair


def _not_as_said(pack: Path) -> PackFault:
    return PackFault(
        f"{pack.name} 的内容与清单不符，没有安装。请向主办方重新领取。",
        f"{pack.name} holds another fair than it says; it was not installed. Ask the organiser.",
    )


def install(
    pack: Path,
    state: Path,
    venue_private: bytes,
    today: date | None = None,
    *,
    trusted_authority: bytes | None = None,
    progress: Progress = lambda _done, _total: None,
) -> Installed:
    """Check a pack, copy it under `<state>/packs` and make it its fair's current one.

    The authority of a fair that is installed stays the trusted one. Installing the same pack again changes
    nothing. Raises PackFault as `check` does, and for an older version, another content under a version
    that is installed, or a disk that cannot be written; then what was installed stays.
    """
    present = {each.fair: each for each in whole(state / PACKS)}
    manifest = manifests.read(pack)
    current = present.get(manifest.fair)
    trusted = trusted_authority or (current.authority if current else None)
    checked = _checked(
        pack, manifest, venue_private, trusted, today, lambda done, total: progress(done, 2 * total)
    )
    _refuse_collision(manifest.fair, present)
    if current is not None and not _newer(checked, current):
        return current
    try:
        return _swap_in(
            checked, state / PACKS, current, lambda done, total: progress(total + done, 2 * total)
        )
    except OSError as fault:
        raise PackFault(
            f"数据包没有装上，写不进 {state}：{fault.strerror}。原来的仍在使用。",
            f"the pack was not installed, {state} cannot be written: {fault.strerror}. The old one stays.",
        ) from fault


def _newer(checked: Checked, current: Installed) -> bool:
    """False for the very pack that is installed. PackFault for an older one or another of its version."""
    if checked.manifest.version > current.version:
        return True
    if checked.manifest.version < current.version:
        raise PackFault(
            f"已装有更新的第 {current.version} 版，第 {checked.manifest.version} 版没有安装。",
            f"version {current.version} is installed, which is newer; "
            f"version {checked.manifest.version} was not installed.",
        )
    if checked.manifest.file_sha256 != current.manifest.file_sha256:
        raise PackFault(
            f"已装有内容不同的第 {current.version} 版，没有安装。请主办方换一个版本号。",
            f"another version {current.version} is installed; this was not. Ask for a new version.",
        )
    return False


def _refuse_collision(fair_id: str, present: dict[str, Installed]) -> None:
    for other in present:
        if other != fair_id and fair_number(other) == fair_number(fair_id):
            raise PackFault(
                f"{fair_id} 与已安装的 {other} 编号相同，没有安装。",
                f"{fair_id} has the same number as {other}, which is installed; it was not installed.",
            )


def _swap_in(checked: Checked, packs: Path, current: Installed | None, progress: Progress) -> Installed:
    manifest = checked.manifest
    packs.mkdir(parents=True, exist_ok=True)
    name = f"{manifest.fair}-v{manifest.version}-{manifest.file_sha256[:8]}"
    target, temporary = packs / name, packs / (name + _TEMPORARY)
    shutil.rmtree(temporary, ignore_errors=True)
    try:
        temporary.mkdir()
        copied = temporary / manifests.CATALOGUE
        copy(checked.folder / manifests.CATALOGUE, copied, progress)
        size = copied.stat().st_size
        if sha256(copied, lambda _done: progress(size, size)) != manifest.file_sha256:
            raise _changed(checked.folder)
        write_whole(temporary / manifests.MANIFEST, read_manifest(checked.folder / manifests.MANIFEST))
        if manifests.read(temporary) != manifest:
            raise _changed(checked.folder)
        if target.exists():  # left by an installation that stopped before the pointer was written
            shutil.rmtree(target)
        temporary.replace(target)
        sync_folder(packs)
        progress(size, size)  # the last word of who may still stop it
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    pointer = Pointer(manifest.fair, manifest.version, name, manifest.authority, manifest.file_sha256)
    write_whole(packs / (manifest.fair + POINTER_SUFFIX), msgspec.json.encode(pointer) + b"\n")
    _clear_old(packs, manifest.fair, {name, current.folder.name if current else name})
    return Installed(manifest.fair, manifest.version, target, manifest)


def _changed(pack: Path) -> PackFault:
    return PackFault(
        f"{pack.name} 在拷贝中变了，没有安装。请重新拷贝。",
        f"{pack.name} changed while it was copied; it was not installed. Copy it again.",
    )


def _clear_old(packs: Path, fair: str, keep: set[str]) -> None:
    """Remove this fair's versions before the last; a window that still reads the last one goes on."""
    for folder in packs.glob(f"{fair}-v*"):
        if folder.is_dir() and folder.name not in keep and fair_of(folder.name) == fair:
            shutil.rmtree(folder, ignore_errors=True)


def remove(state: Path, fair: str) -> int:
    """Remove every pack of a fair, with all the people in it; gives how many. PackFault where one stays.

    The pointer goes first, so that no half-removed pack is ever opened.
    """
    packs = state / PACKS
    folders = [each for each in packs.glob(f"{fair}-v*") if each.is_dir() and fair_of(each.name) == fair]
    try:
        (packs / (fair + POINTER_SUFFIX)).unlink(missing_ok=True)
        sync_folder(packs)
        for folder in folders:
            shutil.rmtree(folder)
        sync_folder(packs)
    except OSError as fault:
        raise PackFault(
            f"数据包没有删净：{fault.strerror}。请检查 {packs} 后再试。",
            f"the fair's packs could not be removed: {fault.strerror}. Check {packs}, then try again.",
        ) from fault
    return len(folders)
