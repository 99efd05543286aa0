"""The organiser's keys: what packs are signed with, and what codes are derived from.

They lie in one file, `organiser.json`, that only its owner may read. Whoever loses it can still build packs,
but with other codes and another authority; whoever else gets it can forge badges. Keep a copy in a safe.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from kiosk.keys.providers import Secrets
from kiosk.keys.secrecy import venue_public
from kiosk.keys.signing import SigningKey
from kiosk.pack.faults import PackFault
from kiosk.pack.files import write_whole

FILE = "organiser.json"
KEY_BYTES = 32
MAX_FILE_BYTES = 1024 * 1024


class _File(msgspec.Struct, forbid_unknown_fields=True, tag="fair-organiser-1", tag_field="format"):
    secret: bytes
    authority_seed: bytes
    venue_private: bytes
    kiosks: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class OrganiserKeys:
    """All keys of an organiser; each 32 bytes. Shows none of them when printed."""

    secret: bytes = field(repr=False)
    """What ids and registration codes are derived from, so that a rebuild keeps those that were sent."""
    authority_seed: bytes = field(repr=False)
    venue_private: bytes = field(repr=False)
    kiosks: dict[str, bytes] = field(repr=False)
    """Seed of each kiosk's issuing key, by kiosk id."""

    @property
    def authority(self) -> SigningKey:
        """The key that signs manifests and certifies badge keys."""
        return SigningKey.from_seed(self.authority_seed)

    @property
    def venue_public(self) -> bytes:
        """The key that packs are sealed to."""
        return venue_public(self.venue_private)

    def secrets_of(self, kiosk_id: str) -> Secrets:
        """What kiosk `kiosk_id` must keep to itself, with a fresh store key. For its provisioning, once.

        Raises PackFault for a kiosk that has no key here.
        """
        if kiosk_id not in self.kiosks:
            raise PackFault(
                f"没有终端 {kiosk_id} 的密钥，请先用 pack build 制作数据包。",
                f"no key for kiosk {kiosk_id}: build a pack with it in fair.toml first.",
            )
        return Secrets(os.urandom(KEY_BYTES), self.kiosks[kiosk_id], self.venue_private)


def fresh(kiosk_ids: Iterable[str]) -> OrganiserKeys:
    """New random keys, kept nowhere."""
    return OrganiserKeys(
        os.urandom(KEY_BYTES),
        os.urandom(KEY_BYTES),
        os.urandom(KEY_BYTES),
        {each: os.urandom(KEY_BYTES) for each in sorted(kiosk_ids)},
    )


def create(folder: Path, kiosk_ids: Iterable[str]) -> OrganiserKeys:
    """Make fresh keys in `folder`. Raises PackFault where there are some already."""
    if (folder / FILE).exists():
        raise PackFault(
            f"{folder} 里已有主办方密钥，没有覆盖。",
            f"{folder} holds an organiser's keys already; they were left.",
        )
    keys = fresh(kiosk_ids)
    _write(folder, keys)
    return keys


def load(folder: Path) -> OrganiserKeys:
    """The keys in `folder`. Raises PackFault: missing, readable by others, damaged."""
    path = folder / FILE
    try:
        if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise PackFault(
                f"别的用户能读 {path}，请运行 chmod 600。", f"others may read {path}: run chmod 600 on it."
            )
        if path.stat().st_size > MAX_FILE_BYTES:
            raise _damaged(path)
        file = msgspec.json.decode(path.read_bytes(), type=_File)
    except FileNotFoundError as fault:
        raise PackFault(f"{folder} 里没有主办方密钥。", f"no organiser's keys in {folder}.") from fault
    except OSError as fault:
        raise PackFault(
            f"{path} 读不出来：{fault.strerror}。", f"{path} cannot be read: {fault.strerror}."
        ) from fault
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise _damaged(path) from fault
    keys = OrganiserKeys(file.secret, file.authority_seed, file.venue_private, file.kiosks)
    if any(len(each) != KEY_BYTES for each in (keys.secret, keys.authority_seed, keys.venue_private)):
        raise _damaged(path)
    if any(len(each) != KEY_BYTES for each in keys.kiosks.values()):
        raise _damaged(path)
    return keys


def load_or_create(folder: Path, kiosk_ids: Iterable[str]) -> OrganiserKeys:
    """The keys in `folder`, made at first use; kiosks that have no key yet get one."""
    if not (folder / FILE).exists():
        return create(folder, kiosk_ids)
    keys = load(folder)
    missing = {each: os.urandom(KEY_BYTES) for each in sorted(kiosk_ids) if each not in keys.kiosks}
    if not missing:
        return keys
    more = OrganiserKeys(keys.secret, keys.authority_seed, keys.venue_private, keys.kiosks | missing)
    _write(folder, more)
    return more


def _write(folder: Path, keys: OrganiserKeys) -> None:
    """A power cut leaves the old keys or the new; once this returns, the new."""
    folder.mkdir(parents=True, exist_ok=True)
    data = msgspec.json.encode(_File(keys.secret, keys.authority_seed, keys.venue_private, keys.kiosks))
    write_whole(folder / FILE, data, 0o600)


def _damaged(path: Path) -> PackFault:
    return PackFault(f"{path} 已损坏，请用备份恢复。", f"{path} is damaged: restore a backup.")
