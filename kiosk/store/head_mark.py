"""How far this kiosk's journal had come, kept beside the store: what was acknowledged and is not in the store
when it is opened was lost, even where SQLite opens it without a word (a write-ahead log that was damaged,
removed or belongs to another day is simply passed over; an older copy of the store is a whole store).

The mark is written after COMMIT and never synced, so it costs a decision 2 us and no wait. That is sound: a
mark that is on disk was written after its facts were, so it never names a fact that was not acknowledged;
after a power cut it may name an older one, and then notices less. It cannot notice an image of the whole disk
that was copied back, mark and all: that is found when journals meet (`FindingKind.OWN_AHEAD`, or a fork).

    magic 8 | origin 16 | seq u64 | CRC-32 u32 | HMAC-SHA256 of the origin under the store's key 32

The key's part also proves later that the key is this store's, where nothing in the store can. The file is
what openers of one store lock as well: shared by who uses it, alone by who puts it aside
(`kiosk.store.rescue`).
"""

from __future__ import annotations

import hmac
import os
import struct
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from kiosk.store.faults import StoreFault, StoreFaultKind

MAGIC = b"fairhead"
_PLAIN = struct.Struct(">8s16sQ")
_SUM = struct.Struct(">I")
_MAC_AT = _PLAIN.size + _SUM.size
_LENGTH = _MAC_AT + 32
_TAG = b"fair-head-v1\0"
_PATIENCE_S = 5
_PAUSE_S = 0.005
_BINARY: int = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Head:
    """The last fact that an incarnation of this kiosk acknowledged."""

    origin: bytes
    seq: int


class HeadMark:
    """The mark of the store at `store`, locked while it is open. `write` makes one where there is none."""

    def __init__(self, store: Path, key: bytes, *, alone: bool = False) -> None:
        """StoreFault(busy): another process puts the store aside, or with `alone` another one uses it."""
        self._path = mark_path(store)
        self._key = key
        self._alone = alone
        self._handle = -1
        self._marked, self._proof = b"", b""
        self._open(create=alone)

    def read(self) -> Head | None:
        """What it says; None where there is none, it is damaged, or it was written under another key."""
        if self._handle < 0:
            return None
        os.lseek(self._handle, 0, os.SEEK_SET)
        data = os.read(self._handle, _LENGTH + 1)
        plain = data[: _PLAIN.size]
        if len(data) != _LENGTH or data[_PLAIN.size : _MAC_AT] != _SUM.pack(crc32(plain)):
            return None
        magic, origin, seq = _PLAIN.unpack(plain)
        if magic != MAGIC or not hmac.compare_digest(data[_MAC_AT:], self._mac(origin)):
            return None
        return Head(origin, seq)

    def write(self, head: Head) -> None:
        """Say that these facts were acknowledged. A disk that cannot take it leaves the older mark."""
        if self._handle < 0:
            self._open(create=True)
        plain = _PLAIN.pack(MAGIC, head.origin, head.seq)
        if head.origin != self._marked:
            self._marked, self._proof = head.origin, self._mac(head.origin)
        try:
            _write_first(self._handle, plain + _SUM.pack(crc32(plain)) + self._proof)
        except OSError:
            return

    def clear(self) -> None:
        """Say nothing any more: the next opening says anew where the journal stands."""
        os.ftruncate(self._handle, 0)

    def sole(self) -> bool:
        """Whether no other process has this store open now."""
        if self._handle < 0:
            return True
        alone = _lock(self._handle, alone=True)
        if not self._alone:
            self._share()  # the kernel has let go of the shared lock meanwhile, whatever came of it
        return alone

    def close(self) -> None:
        """Let go of the file and its lock."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _open(self, *, create: bool) -> None:
        flags = os.O_RDWR | _BINARY | (os.O_CREAT if create else 0)
        try:
            self._handle = os.open(self._path, flags, 0o600)
        except OSError as refusal:
            if self._alone:
                raise StoreFault(StoreFaultKind.NOT_WRITABLE, self._path.name) from refusal
            return
        if not self._alone:
            self._share()
        elif not _lock(self._handle, alone=True):
            self.close()
            raise StoreFault(StoreFaultKind.BUSY, "in use")

    def _share(self) -> None:
        """Others hold the lock alone for a moment only, unless they put the store aside."""
        until_s = time.monotonic() + _PATIENCE_S
        while not _lock(self._handle, alone=False):
            if time.monotonic() > until_s:
                self.close()
                raise StoreFault(StoreFaultKind.BUSY, "being put aside")
            time.sleep(_PAUSE_S)

    def _mac(self, origin: bytes) -> bytes:
        return hmac.digest(self._key, _TAG + origin, "sha256")


def _write_first(handle: int, data: bytes) -> None:
    """At the beginning of the file, in one system call where there is one."""
    if hasattr(os, "pwrite"):
        os.pwrite(handle, data, 0)
    else:
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, data)


def mark_path(store: Path) -> Path:
    """The mark of the store at `store`."""
    return store.with_name(store.name + "-head")


def _lock(handle: int, *, alone: bool) -> bool:
    """Lock an open file without waiting. Windows keeps open files from being moved by itself."""
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415

    try:
        fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
