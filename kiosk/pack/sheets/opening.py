"""A file of rows, opened by what it holds and not by what it is called, as pages of texts."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kiosk.pack.faults import PackFault
from kiosk.pack.sheets.apart import read_apart
from kiosk.pack.sheets.delimited import delimited_grid
from kiosk.pack.sheets.ods_merges import ods_merges
from kiosk.pack.sheets.unpacking import damaged, encrypted, member_names, plainly_packed
from kiosk.pack.sheets.workbook import Page, texts_of, xlsx_pages

MAX_FILE_BYTES = 20 * 1024 * 1024
TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".et", ".ods")
_ZIP = b"PK"
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Excel keeps a workbook that has a password."""
_ODS_MEMBERS = ("mimetype", "content.xml", "META-INF/manifest.xml")


def read_pages(path: Path) -> Iterator[Page]:
    """The file's sheets as grids; a csv file is one. Raises PackFault where it cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a link within the folder is one that a person made
            raise PackFault(f"{path.name} 不是文件，请移走。", f"{path.name} is no file: move it away.")
        if path.stat().st_size > MAX_FILE_BYTES:
            raise PackFault(
                f"{path.name} 超过 20 MB，请拆分后再试。",
                f"{path.name} is larger than 20 MB: split it and try again.",
            )
        with path.open("rb") as file:
            start = file.read(len(_OLE2))
        yield from _pages(path, start)
    except OSError as fault:
        raise PackFault(
            f"{path.name} 读不出来：{fault.strerror}。", f"{path.name} cannot be read: {fault.strerror}."
        ) from fault


def _pages(path: Path, start: bytes) -> Iterator[Page]:
    if start.startswith(_ZIP):
        if "content.xml" in member_names(path):
            yield from _ods_pages(path)
        else:
            yield from xlsx_pages(path)
    elif start == _OLE2:
        data = path.read_bytes()
        if _LOCKED in data:
            raise encrypted(path)
        yield from read_apart(path.name, data)
    else:
        yield _text_page(path)


def _ods_pages(path: Path) -> Iterator[Page]:
    merges: dict[str, list[tuple[tuple[int, int], tuple[int, int]]]] = {}

    def look(name: str, data: bytes) -> None:
        if name == "content.xml":
            if data.count(b"<table:table ") != data.count(b"</table:table>"):
                raise damaged(path)
            merges.update(ods_merges(data))

    with plainly_packed(path, lambda name: name in _ODS_MEMBERS, look) as plain:
        data = Path(plain).read_bytes() if isinstance(plain, str) else plain.read()
    for page in read_apart(path.name, data):
        yield replace(page, merges=merges.get(page.name, ()))


def _text_page(path: Path) -> Page:
    """A text file; old systems give these an Excel name too, and then it is a table only if it has tabs."""
    data = path.read_bytes()
    if (
        data[:500]
        .lstrip(b"\xef\xbb\xbf \r\n\t")
        .lower()
        .startswith((b"<html", b"<!doctype", b"<table", b"<?xml"))
    ):
        raise PackFault(
            f"{path.name} 其实是网页，请在 Excel 里打开后另存为 xlsx。",
            f"{path.name} is really a web page: open it in Excel and save it as xlsx.",
        )
    if path.suffix.lower() not in TEXT_SUFFIXES and b"\t" not in data[:2000]:
        raise damaged(path)
    grid, long = texts_of(delimited_grid(path.name, data))
    return Page("", grid, (), long)
