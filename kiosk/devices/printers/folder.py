"""Printers: something that takes a badge's PDF and says what became of it."""

from __future__ import annotations

import errno
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.domain.fair import Words
from kiosk.domain.printing import PrintState

PROBLEMS = {
    "no_printer": Words(
        "还没有选打印机。请工作人员在设置里选一台，再补打。",
        "No printer was chosen. Staff: choose one in the settings, then reprint.",
    ),
    "disk_full": Words(
        "磁盘已满，胸卡没有存下。请腾出空间，再补打。",
        "The disk is full and the badge was not saved. Free some space, then reprint.",
    ),
    "not_writable": Words(
        "打印文件夹不能写入。请检查权限，再补打。",
        "The print folder cannot be written to. Check its permissions, then reprint.",
    ),
    "folder_missing": Words(
        "找不到打印文件夹。请检查设置或插好存储设备，再补打。",
        "The print folder is missing. Check the settings or plug its disk in, then reprint.",
    ),
    "disk": Words(
        "胸卡没有存下，磁盘可能有故障。请换一台打印机，再补打。",
        "The badge could not be saved; the disk may be failing. Choose another printer, then reprint.",
    ),
    "not_drawn": Words(
        "这张胸卡画不出来。请到服务台手写一张。",
        "This badge could not be drawn. Write one by hand at the desk.",
    ),
    "attendee_unknown": Words(
        "本机没有这个人的资料。请换一台机器补打。",
        "This kiosk does not know the attendee. Reprint at another one.",
    ),
    "erased": Words(
        "这个人的资料已清除，不再打印。",
        "This person's data was erased; the badge is not printed.",
    ),
}
"""Why a badge did not print, and what to do next; the keys stand in facts and never change."""


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """How a job ended. A failed one says why and what to do next."""

    state: PrintState
    problem: Words | None = None
    code: str = ""
    """The problem for facts and logs: a key of PROBLEMS."""


class Printer(Protocol):
    """A printer. `name` is what staff call it."""

    @property
    def name(self) -> str:
        """What staff call it."""
        ...

    def print_pdf(self, job: int, pdf: bytes) -> PrintOutcome:
        """Print one job. `job` is unsigned 64 bits; the same job again replaces itself, never doubles."""
        ...

    def empty(self) -> int:
        """Remove what this printer keeps of badges that were printed; the number of files."""
        ...


@dataclass(frozen=True, slots=True)
class NoPrinter:
    """On a real fair the printer must be chosen; until then every job fails and says so."""

    name: str = "none"

    def print_pdf(self, job: int, pdf: bytes) -> PrintOutcome:  # noqa: ARG002
        """Always a failure with words."""
        return failed("no_printer")

    def empty(self) -> int:
        """Nothing is kept."""
        return 0


@dataclass(frozen=True, slots=True)
class FolderPrinter:
    """Writes each badge as a PDF into a folder, named by its job alone, so that no file name is personal."""

    folder: Path
    name: str = "folder"

    def print_pdf(self, job: int, pdf: bytes) -> PrintOutcome:
        """Confirmed when the file is whole and on disk under its name."""
        stem = f"{job:016x}"
        part, target = self.folder / f".{stem}.part", self.folder / f"{stem}.pdf"
        try:
            _write_through(part, pdf)
            part.replace(target)
            _sync_folder(self.folder)
        except OSError as refusal:
            _discard(part)
            return _disk_outcome(refusal)
        return PrintOutcome(PrintState.CONFIRMED)

    def empty(self) -> int:
        """Remove every badge printed here and nothing else; the number of files. OSError if one stays."""
        if not self.folder.is_dir():
            return 0
        ours = [each for each in self.folder.iterdir() if _OURS.fullmatch(each.name)]
        for each in ours:
            each.unlink()
        _sync_folder(self.folder)
        return len(ours)


_OURS = re.compile(r"[0-9a-f]{16}\.pdf|\.[0-9a-f]{16}\.part")
_BINARY: int = getattr(os, "O_BINARY", 0)
"""Windows would rewrite line ends without it."""
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_ABSENT = {errno.ENOENT, errno.ENOTDIR}


def _write_through(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows does so by itself and offers no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _discard(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # what cannot be written cannot always be removed; `empty` finds it later


def _disk_outcome(refusal: OSError) -> PrintOutcome:
    if refusal.errno in _FULL:
        return failed("disk_full")
    if refusal.errno in _FORBIDDEN:
        return failed("not_writable")
    return failed("folder_missing" if refusal.errno in _ABSENT else "disk")


def failed(code: str) -> PrintOutcome:
    """The outcome of a job that failed with one of PROBLEMS."""
    return PrintOutcome(PrintState.FAILED, PROBLEMS[code], code)
