"""A file that holds room on the disk, to be given up when nothing else is left: a full disk can still say
what it must.

It lies beside the store and is really allocated. It is given up before a transaction that finds the disk
nearly full, or when one fails because it is; from then on staff are told, and what is decided is still
recorded. When somebody has freed some space, it is made again.

Why 8 MB: until SQLite folds its write-ahead log in, at 1,000 pages, a decision adds up to 33 kB to it, 4.1 MB
in all; after that the log is written over from its start, and a decision costs the 0.7 kB by which the store
grows. Measured on a tmpfs that was full to the last byte, every third decision with a badge: after the
ballast was given up 5,900 more were recorded where the log had just been begun, 10,600 where it had its full
size already. A crush of 3,000 in 15 minutes is through by then, and a day has 12,000.
"""

from __future__ import annotations

import os
import shutil
from enum import StrEnum
from pathlib import Path

BALLAST_BYTES = 8 * 1024 * 1024
LOW_BYTES = 2 * 1024 * 1024
"""Less free room than this is nearly full."""
ROOM_BYTES = 3 * BALLAST_BYTES
"""The ballast is made where this much is free before: what was freed should not be taken at once."""


_HAS_STATVFS = hasattr(os, "statvfs")


class BallastState(StrEnum):
    """Whether there still is something to give up."""

    WHOLE = "whole"
    GIVEN_UP = "given_up"


def ballast_path(store: Path) -> Path:
    """The ballast of the store at `store`."""
    return store.with_name("ballast")


def state(store: Path) -> BallastState:
    """Whether the ballast of the store at `store` is there in its whole size."""
    try:
        size = ballast_path(store).stat().st_size
    except OSError:
        return BallastState.GIVEN_UP
    return BallastState.WHOLE if size == BALLAST_BYTES else BallastState.GIVEN_UP


def free_bytes(store: Path) -> int:
    """Room that is left for this user on the disk where the store lies."""
    return free_in(str(store.parent))


def free_in(folder: str) -> int:
    """Room that is left for this user on a folder's disk."""
    if _HAS_STATVFS:
        disk = os.statvfs(folder)
        return disk.f_bavail * disk.f_frsize
    return shutil.disk_usage(folder).free


def make(store: Path) -> BallastState:
    """Make the ballast where there is none and room enough. Says whether there is one now.

    It is allocated, not only long: where the file system cannot promise that, it is written.
    """
    if state(store) is BallastState.WHOLE:
        return BallastState.WHOLE
    path = ballast_path(store)
    try:
        if free_bytes(store) < ROOM_BYTES:
            return BallastState.GIVEN_UP
        handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            _allocate(handle)
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError:
        give_up(store)
        return BallastState.GIVEN_UP
    return BallastState.WHOLE


def give_up(store: Path) -> bool:
    """Free the ballast's room. Says whether there was any."""
    try:
        ballast_path(store).unlink()
    except OSError:
        return False
    return True


def is_low(folder: str) -> bool:
    """Before a transaction: whether the disk of a store's folder is nearly full. One system call, 2 us."""
    try:
        return free_in(folder) < LOW_BYTES
    except OSError:
        return False  # the transaction itself will say what is wrong with this disk


def _allocate(handle: int) -> None:
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(handle, 0, BALLAST_BYTES)
        return
    block = os.urandom(65536)  # what compresses would hold no room
    for _ in range(BALLAST_BYTES // len(block)):
        os.write(handle, block)
