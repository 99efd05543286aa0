"""The codes file that the organiser sends out: without it nobody has anything to scan.

It is personal data, so it is written only where that is asked for: sealed with a passphrase, or plain (mode
0600). Every line of output that names it says so.
"""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from kiosk.badges.code_qr import CodePictures
from kiosk.domain.attendee import TYPE_WORDS
from kiosk.keys.sealed_file import seal, unseal
from kiosk.pack.faults import PackFault
from kiosk.pack.files import write_whole
from kiosk.pack.folder import Progress
from kiosk.pack.issuing import Issued
from kiosk.pack.records.attendees import STATE_WORDS

CODES = "codes.csv"
SEALED = "codes.sealed"
MAX_FILE_BYTES = 1024**3
PICTURES = "qr"
HEADER = ("姓名", "手机尾号", "登记码", "二维码文件", "证件", "状态")
_NAME_LENGTH = 8
_TOLD_EVERY = 200
_MEMBER = re.compile(r"codes\.csv|qr/[A-Z2-7]{8}\.png")


class CodesMode(StrEnum):
    """Whether the codes are written, and how."""

    NONE = "none"
    SEALED = "sealed"
    PLAIN = "plain"


def picture_name(code: str) -> str:
    """A picture's file name: the code's first eight characters, nothing personal."""
    return f"{code[:_NAME_LENGTH]}.png"


def write_codes(
    folder: Path,
    issued: Sequence[Issued],
    *,
    mode: CodesMode,
    passphrase: str = "",
    pictures: bool,
    progress: Progress,
) -> Path | None:
    """Write everybody's codes as `mode` says, and if wished a QR picture a code. Gives the file's path.

    PLAIN: `codes.csv`, pictures under `qr/`; those that are there already stay, and those whose code is no
    longer issued are removed. SEALED: `codes.sealed`, which open_codes opens. NONE: nothing is written.
    """
    if mode is CodesMode.NONE:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    if os.name == "posix":
        folder.chmod(0o700)
    table = _table(issued, pictures=pictures)
    if mode is CodesMode.SEALED:
        path = folder / SEALED
        write_whole(path, seal(passphrase, _archive(table, issued, progress, pictures=pictures)), 0o600)
        return path
    path = folder / CODES
    write_whole(path, table, 0o600)
    if pictures:
        _write_pictures(folder / PICTURES, [each.code for each in issued], progress)
    return path


def open_codes(path: Path, passphrase: str, out: Path) -> Path:
    """Open a `codes.sealed` into the folder `out`, which is made. Gives codes.csv's path.

    KeyFault for another passphrase or a changed file; PackFault where it cannot be read or written.
    """
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise PackFault(f"{path.name} 太大。", f"{path.name} is too large for a codes file.")
        data = unseal(passphrase, path.read_bytes())
        out.mkdir(parents=True, exist_ok=True)
        if os.name == "posix":
            out.chmod(0o700)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if not _MEMBER.fullmatch(name):
                    raise PackFault(f"{path.name} 里有不该有的文件。", f"{path.name} holds a strange file.")
                (out / name).parent.mkdir(exist_ok=True)
                write_whole(out / name, archive.read(name), 0o600)
    except OSError as fault:
        raise PackFault(
            f"{path.name} 打不开：{fault.strerror}。", f"{path.name} cannot be opened: {fault.strerror}."
        ) from fault
    return out / CODES


def _table(issued: Sequence[Issued], *, pictures: bool) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADER)
    for each in issued:
        person = each.attendee.person
        writer.writerow(
            (
                _plain_cell(person.name),
                person.phone_tail,
                each.code,
                f"{PICTURES}/{picture_name(each.code)}" if pictures else "",
                TYPE_WORDS[each.attendee.type].zh,
                STATE_WORDS[each.attendee.registration],
            )
        )
    return text.getvalue().encode("utf-8-sig")


def _archive(table: bytes, issued: Sequence[Issued], progress: Progress, *, pictures: bool) -> bytes:
    """A zip of codes.csv and the pictures, which are compressed already."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as archive:
        archive.writestr(zipfile.ZipInfo(CODES), table, zipfile.ZIP_DEFLATED)
        if pictures:
            drawn = CodePictures()
            for done, each in enumerate(issued, start=1):
                name = f"{PICTURES}/{picture_name(each.code)}"
                archive.writestr(zipfile.ZipInfo(name), drawn.png(each.code))
                _tell(progress, done, len(issued))
    return found.getvalue()


def _plain_cell(text: str) -> str:
    """A name that a spreadsheet does not take for a formula."""
    return "'" + text if text.startswith(("=", "+", "-", "@")) else text


def _write_pictures(folder: Path, codes: Sequence[str], progress: Progress) -> None:
    folder.mkdir(exist_ok=True)
    wanted = {picture_name(code) for code in codes}
    assert len(wanted) == len(codes), "two codes begin alike"
    present = {each.name for each in folder.glob("*.png")}
    for name in present - wanted:
        (folder / name).unlink()
    drawn = CodePictures()
    for done, code in enumerate(codes, start=1):
        name = picture_name(code)
        if name not in present:
            temporary = folder / (name + ".new")
            temporary.write_bytes(drawn.png(code))
            temporary.replace(folder / name)
        _tell(progress, done, len(codes))


def _tell(progress: Progress, done: int, total: int) -> None:
    if done % _TOLD_EVERY == 0 or done == total:
        progress("二维码 QR pictures", done, total)
