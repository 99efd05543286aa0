"""Writing files so that they are whole or absent."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

FAIR_ID = re.compile(r"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")
"""A fair's id names folders and files, so it is a plain word."""
_CHUNK_BYTES = 1024 * 1024


def write_whole(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write under a temporary name, flush to disk, rename."""
    temporary = path.with_name(path.name + ".new")
    temporary.unlink(missing_ok=True)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    sync_folder(path.parent)


def is_plain(path: Path) -> bool:
    """Whether `path` is a file itself: no pipe or device, whose reading need not end, and no link.

    Raises OSError where there is nothing.
    """
    return stat.S_ISREG(path.lstat().st_mode)


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder last. Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Flush a file that another library wrote."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sha256(path: Path, progress: Callable[[int], None] = lambda _done: None) -> str:
    """Hex SHA-256 of a file; `progress` is told how many bytes were read."""
    digest, done = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
            done += len(chunk)
            progress(done)
    return digest.hexdigest()
