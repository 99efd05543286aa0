"""A folder as a printer: each badge is a PDF in it."""

from __future__ import annotations

import errno
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.devices.printers.port import Abilities, Handover, Look, WrongSettings
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Page, PrintState, Takes
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from kiosk.devices.settings import PrinterSettings

DPI = 600
"""What most printers have that will print such a PDF."""
ROOM_BYTES = 1_000_000
"""A disk with less is full: a badge may have some 100 kB."""
ABILITIES = Abilities(Takes.PDF, DPI, duplex=True, confirms=True)


def make(settings: PrinterSettings) -> FolderPrinter:
    """The folder that kiosk.toml names."""
    if not settings.folder:
        raise WrongSettings(
            Words("打印机 folder 没有写文件夹：请写 folder = ...", "A folder printer needs folder = ...")
        )
    return FolderPrinter(Path(settings.folder), settings.id or "folder")


@dataclass(frozen=True, slots=True)
class FolderPrinter:
    """Writes each job as a PDF into a folder, named by its job alone, so that no file name is personal."""

    folder: Path
    id: str = "folder"

    def look(self) -> Look:
        """Whether there is a folder that can be written, and room in it."""
        try:
            if not self.folder.is_dir():
                return Look(Trouble.FOLDER_MISSING, abilities=ABILITIES)
            if not os.access(self.folder, os.W_OK | os.X_OK):
                return Look(Trouble.NOT_WRITABLE, abilities=ABILITIES)
            if shutil.disk_usage(self.folder).free < ROOM_BYTES:
                return Look(Trouble.DISK_FULL, abilities=ABILITIES)
        except OSError:
            return Look(Trouble.DISK, abilities=ABILITIES)
        return Look(abilities=ABILITIES)

    def send(self, page: Page) -> Handover:
        """CONFIRMED when the file is whole and on disk under its name; FAILED where there is no such file."""
        part, target = self._part(page.name), self._file(page.name)
        try:
            _write_through(part, page.pdf)
            part.replace(target)
        except OSError as refusal:
            _discard(part)
            return Handover(PrintState.FAILED, _trouble(refusal))
        try:
            _sync_folder(self.folder)
        except OSError:
            # It stands there, and may be gone with the power.
            return Handover(PrintState.UNKNOWN, Trouble.DISK)
        return Handover(PrintState.CONFIRMED)

    def follow(self, reference: str) -> Handover:
        """A folder confirms at once; the reference is a job's name."""
        return self.find(int(reference, 16)) or Handover(PrintState.UNKNOWN, Trouble.FOLDER_MISSING)

    def find(self, job: int) -> Handover | None:
        """CONFIRMED where the file is whole, FAILED where it was begun and is not.

        With neither, it was not begun, or somebody has taken it away since: that cannot be told.
        """
        name = Page(job, _NOWHERE).name
        try:
            if self._file(name).exists():
                return Handover(PrintState.CONFIRMED)
            return Handover(PrintState.FAILED, Trouble.INTERRUPTED) if self._part(name).exists() else None
        except OSError:
            return None

    def cancel(self, reference: str) -> Handover:
        """Nothing waits in a folder."""
        return self.follow(reference)

    def empty(self) -> int:
        """Remove every badge printed here and nothing else; the number of files. OSError if one stays."""
        if not self.folder.is_dir():
            return 0
        ours = [each for each in self.folder.iterdir() if _OURS.fullmatch(each.name)]
        for each in ours:
            each.unlink()
        _sync_folder(self.folder)
        return len(ours)

    def _part(self, name: str) -> Path:
        return self.folder / f".{name}.part"

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.pdf"


_NOWHERE = Media(0, 0)
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


def _trouble(refusal: OSError) -> Trouble:
    if refusal.errno in _FULL:
        return Trouble.DISK_FULL
    if refusal.errno in _FORBIDDEN:
        return Trouble.NOT_WRITABLE
    return Trouble.FOLDER_MISSING if refusal.errno in _ABSENT else Trouble.DISK
