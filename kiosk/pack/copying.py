"""Copies a pack from a disk that may be pulled out in the middle: what fails there is said of that disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from kiosk.pack import manifest as manifests
from kiosk.pack.faults import PackFault
from kiosk.pack.files import sync_file

Progress = Callable[[int, int], None]
"""(bytes done, bytes in all)."""
_COPY_BYTES = 1024 * 1024


def copy(source: Path, target: Path, progress: Progress) -> None:
    """Copy a file and flush it. PackFault where the source cannot be read, OSError for the target."""
    try:
        total, reading = source.stat().st_size, source.open("rb")
    except OSError as fault:
        raise gone(source.parent, fault.strerror) from fault
    done = 0
    with reading, target.open("wb") as writing:
        while chunk := _next(reading, source.parent):
            writing.write(chunk)
            done += len(chunk)
            progress(done, total)
    sync_file(target)


def _next(reading: BinaryIO, pack: Path) -> bytes:
    try:
        return reading.read(_COPY_BYTES)
    except OSError as fault:
        raise gone(pack, fault.strerror) from fault


def read_manifest(path: Path) -> bytes:
    """A manifest's bytes, as `copy` reads."""
    try:
        with path.open("rb") as file:
            return file.read(manifests.MAX_FILE_BYTES + 1)
    except OSError as fault:
        raise gone(path.parent, fault.strerror) from fault


def gone(pack: Path, why: str | None) -> PackFault:
    """A pack was there, and can be read no more."""
    return PackFault(
        f"读到一半 {pack.name} 读不到了（{why}），没有安装，原来的仍在使用。请插好 U 盘再试。",
        f"{pack.name} could no longer be read ({why}); it was not installed, the old one stays. "
        "Put the stick back and try again.",
    )
