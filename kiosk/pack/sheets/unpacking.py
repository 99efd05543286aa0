"""A workbook's zip, unpacked within bounds and packed again plainly, before the reader sees any of it.

The reader is given our own archive: stored, not compressed, of the members that were looked at, each once. So
nothing that a crafted archive says of itself (sizes, doubled names, other formats inside) reaches the reader.
"""

from __future__ import annotations

import errno
import io
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kiosk.pack.faults import PackFault

MAX_UNPACKED_BYTES = 256 * 1024 * 1024
MAX_MEMBERS = 4_000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
"""What zipfile raises at a damaged archive."""

Check = Callable[[str, bytes], None]
"""(name, data) of a member; raises PackFault at what must not be read."""


@contextmanager
def plainly_packed(path: Path, wanted: Callable[[str], bool], check: Check) -> Iterator[str | IO[bytes]]:
    """The archive's wanted members in a plain archive, each after `check`: a path or an open file in memory.

    Raises PackFault where it is damaged, encrypted or unpacks to too much; OSError where it cannot be read.
    """
    with _memory() as (file, place):
        try:
            with zipfile.ZipFile(path) as archive, zipfile.ZipFile(file, "w") as plain:
                for member in _members(path, archive, wanted):
                    data = archive.read(member)
                    check(member.filename, data)
                    plain.writestr(zipfile.ZipInfo(member.filename), data)
                    del data
        except BROKEN as fault:
            raise damaged(path) from fault
        except OSError as fault:
            if fault.errno == errno.EINVAL:  # an offset before the file's start
                raise damaged(path) from fault
            raise
        file.seek(0)
        yield place or file


def _members(path: Path, archive: zipfile.ZipFile, wanted: Callable[[str], bool]) -> list[zipfile.ZipInfo]:
    listed = archive.infolist()
    if len(listed) > MAX_MEMBERS or sum(each.file_size for each in listed) > MAX_UNPACKED_BYTES:
        raise PackFault(
            f"{path.name} 解开后太大，请拆分。",
            f"{path.name} unpacks to more than {MAX_UNPACKED_BYTES >> 20} MB: split it.",
        )
    chosen = {each.filename: each for each in listed if wanted(each.filename)}
    for each in chosen.values():
        if each.flag_bits & _ENCRYPTED:
            raise encrypted(path)
        if each.compress_type not in _METHODS:
            raise damaged(path)
    return list(chosen.values())


@contextmanager
def _memory() -> Iterator[tuple[IO[bytes], str]]:
    """An unnamed file that never touches a disk, and a path to it where the system has one.

    Linux's is given to the reader by path, since reading through Python's file costs a tenth more.
    """
    if not hasattr(os, "memfd_create"):
        yield io.BytesIO(), ""
        return
    with os.fdopen(os.memfd_create("workbook"), "w+b") as file:
        yield file, f"/proc/self/fd/{file.fileno()}"


def member_names(path: Path) -> list[str]:
    """What the archive lists, or nothing where it is none; reads the list only. Raises OSError."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.namelist()
    except BROKEN:
        return []
    except OSError as fault:
        if fault.errno == errno.EINVAL:
            return []
        raise


def read_member(path: Path, name: str, most_bytes: int) -> bytes:
    """One small member; nothing where it is absent, larger or damaged. Raises OSError."""
    try:
        with zipfile.ZipFile(path) as archive:
            member = archive.getinfo(name)
            small = member.file_size <= most_bytes and member.compress_type in _METHODS
            return archive.read(member) if small else b""
    except (KeyError, *BROKEN):
        return b""


def damaged(path: Path) -> PackFault:
    """The file is no whole workbook."""
    return PackFault(
        f"{path.name} 不是完整的 Excel 文件，请重新保存。",
        f"{path.name} is no whole Excel workbook: save it again.",
    )


def encrypted(path: Path) -> PackFault:
    """The file asks for a password."""
    return PackFault(
        f"{path.name} 有密码，请去掉密码再保存。",
        f"{path.name} has a password: remove it and save again.",
    )
