"""The codes file that the organiser sends out: without it nobody has anything to scan.

It is personal data: mode 0600, and every line of output that names it says so.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path

from kiosk.domain.attendee import TYPE_WORDS
from kiosk.pack.files import write_whole
from kiosk.pack.folder import Progress
from kiosk.pack.issuing import Issued
from kiosk.pack.records.attendees import STATE_WORDS

CODES = "codes.csv"
PICTURES = "qr"
HEADER = ("姓名", "手机尾号", "登记码", "二维码文件", "证件", "状态")
_NAME_LENGTH = 8


def picture_name(code: str) -> str:
    """A picture's file name: the code's first eight characters, nothing personal."""
    return f"{code[:_NAME_LENGTH]}.png"


def write_codes(folder: Path, issued: Sequence[Issued], *, pictures: bool, progress: Progress) -> Path:
    """Write `codes.csv` and, if wished, a QR picture a code under `qr/`. Gives the csv's path.

    Pictures that are there already stay; those whose code is no longer issued are removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if os.name == "posix":
        folder.chmod(0o700)
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
    path = folder / CODES
    write_whole(path, text.getvalue().encode("utf-8-sig"), 0o600)
    if pictures:
        _write_pictures(folder / PICTURES, [each.code for each in issued], progress)
    return path


def _plain_cell(text: str) -> str:
    """A name that a spreadsheet does not take for a formula."""
    return "'" + text if text.startswith(("=", "+", "-", "@")) else text


def _write_pictures(folder: Path, codes: Sequence[str], progress: Progress) -> None:
    from kiosk.badges.qr import png  # noqa: PLC0415  qrcode and Pillow, 60 ms

    folder.mkdir(exist_ok=True)
    wanted = {picture_name(code) for code in codes}
    assert len(wanted) == len(codes), "two codes begin alike"
    present = {each.name for each in folder.glob("*.png")}
    for name in present - wanted:
        (folder / name).unlink()
    for done, code in enumerate(codes, start=1):
        name = picture_name(code)
        if name not in present:
            temporary = folder / (name + ".new")
            temporary.write_bytes(png(code))
            temporary.replace(folder / name)
        if done % 50 == 0 or done == len(codes):
            progress("二维码 QR pictures", done, len(codes))
