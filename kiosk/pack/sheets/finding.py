"""Which files of an organiser's folder are which kind of sheet: by a part of the name, or else by the header.

One kind's rows may be spread over several files, and over the sheets of a workbook, and one workbook may hold
several kinds. Every spreadsheet of the folder is some kind's, or is listed in `unclaimed`.
"""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.pack.faults import PackFault
from kiosk.pack.sheets.headers import Header, find_header
from kiosk.pack.sheets.kinds import KINDS
from kiosk.pack.sheets.mapping import ColumnMap, read_columns
from kiosk.pack.sheets.opening import TEXT_SUFFIXES, WORKBOOK_SUFFIXES, read_pages
from kiosk.pack.sheets.tables import Sheet, Table, no_column, read_table, table_of
from kiosk.pack.sheets.unpacking import member_names
from kiosk.pack.sheets.workbook import Page

MAX_FILES = 200
_COPY = re.compile(r"副本|备份|copy|backup|bak$|旧", re.IGNORECASE)


@dataclass(slots=True)
class FolderSheets:
    """The spreadsheets of one folder. Made by `survey`; a table is read when it is asked for."""

    folder: Path
    mapping: ColumnMap
    named: Mapping[Path, Sheet]
    """Files with one sheet whose name says what they are."""
    read: list[tuple[Sheet, Table]] = field(default_factory=list)
    """Tables of the other files, which had to be read to know what they are."""
    unclaimed: tuple[Path, ...] = ()
    """Spreadsheets that are no kind of sheet that we know."""

    def files(self, sheet: Sheet) -> tuple[Path, ...]:
        """The files that hold rows of this kind, in order of their names."""
        found = {path for path, kind in self.named.items() if kind is sheet}
        found |= {self.folder / table.workbook for kind, table in self.read if kind is sheet}
        return tuple(sorted(found, key=_in_order))

    def tables(self, sheet: Sheet) -> tuple[Table, ...]:
        """All tables of this kind, each under its own name, in order of the files' names."""
        tables = [table for kind, table in self.read if kind is sheet]
        tables += [
            read_table(path, sheet, self.mapping.of(sheet))
            for path, kind in self.named.items()
            if kind is sheet
        ]
        return tuple(sorted(tables, key=lambda table: _in_order(self.folder / table.workbook)))


def survey(folder: Path) -> FolderSheets:
    """Look at every spreadsheet of the folder (not below it).

    Raises PackFault where a file may be two kinds, is a copy of another, lies outside of the folder or cannot
    be read.
    """
    mapping = read_columns(folder, KINDS)
    sheets = FolderSheets(folder, mapping, named={})
    named: dict[Path, Sheet] = {}
    unclaimed: list[Path] = []
    paths = _spreadsheets(folder)
    for path in paths:
        kind = kind_by_name(path.stem)
        if kind is not None and _has_one_sheet(path):
            named[path] = kind
            continue
        tables = _tables_in(path, kind, mapping)
        sheets.read += tables
        if not tables:
            unclaimed.append(path)
    sheets.named = named
    sheets.unclaimed = tuple(unclaimed)
    _refuse_copies([path for path in paths if path not in unclaimed])
    return sheets


def kind_by_name(stem: str) -> Sheet | None:
    """The kind of sheet that a file's or sheet's name names: the longest name, and of equals the last.

    >>> kind_by_name("2026春季 学生预约名单（第二批）").name
    '学生预约名单'
    """
    key = _name_key(stem)
    found = [
        (len(part), key.rfind(part) + len(part), at)
        for at, kind in enumerate(KINDS)
        for part in map(_name_key, (kind.name, *kind.aliases))
        if part in key
    ]
    return KINDS[max(found)[2]] if found else None


def _name_key(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s_\-.]+", "", folded)


def _spreadsheets(folder: Path) -> list[Path]:
    """The folder's spreadsheets by name; what Excel leaves while a file is open (~$) is none."""
    try:
        paths = [
            path
            for path in folder.iterdir()
            if path.suffix.lower() in TEXT_SUFFIXES[:2] + WORKBOOK_SUFFIXES
            and not path.name.startswith(("~$", ".", "._"))
        ]
        for path in paths:
            _refuse_strange(folder, path)
    except OSError as fault:
        raise PackFault(
            f"{folder.name} 读不出来：{fault.strerror}。", f"{folder.name} cannot be read: {fault.strerror}."
        ) from fault
    if len(paths) > MAX_FILES:
        raise PackFault(
            f"{folder.name} 里有 {len(paths)} 个表格，太多了，请只留这场活动的。",
            f"{folder.name} has {len(paths)} spreadsheets: keep only those of this fair.",
        )
    return sorted(paths, key=_in_order)


def _refuse_strange(folder: Path, path: Path) -> None:
    """No pipe, device or folder under a spreadsheet's name, and no link that leads out of the folder."""
    name = path.name
    try:
        mode = path.stat().st_mode
    except OSError as fault:  # a link to nothing, or to itself
        raise PackFault(
            f"{name} 读不出来：{fault.strerror}。", f"{name} cannot be read: {fault.strerror}."
        ) from fault
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        raise PackFault(
            f"{name} 是指向文件夹外面的链接，请放原文件。",
            f"{name} is a link that leads out of the folder: put the file itself there.",
        )
    if not stat.S_ISREG(mode):
        raise PackFault(f"{name} 不是文件，请移走。", f"{name} is no file: move it away.")


def _in_order(path: Path) -> tuple[list[tuple[int, str]], str]:
    """Names as people sort them: 名单2 before 名单10."""
    parts = re.split(r"([0-9]+)", path.name)
    return [(int(part[:18]) if part[:1].isdecimal() else -1, part) for part in parts], path.name


def _refuse_copies(paths: Sequence[Path]) -> None:
    """One list twice would make every person a double: the same name in two formats, or a named copy."""
    by_stem: dict[str, Path] = {}
    for path in paths:
        stem = _name_key(re.sub(r"\([0-9]\)$", "", unicodedata.normalize("NFKC", path.stem).strip()))
        stem = _COPY.sub("", stem).replace("的", "").replace("of", "")
        first = by_stem.setdefault(stem, path)
        if first is not path:
            raise PackFault(
                f"{first.name} 和 {path.name} 像是同一份表，请只留一份，或改名区分。",
                f"{first.name} and {path.name} look like one list twice: keep one, or rename one.",
            )


def _has_one_sheet(path: Path) -> bool:
    """Whether a look at its contents can be put off: a csv file, or a workbook with a single sheet."""
    if path.suffix.lower() in TEXT_SUFFIXES:
        return True
    try:
        names = [name for name in member_names(path) if name.lower().startswith("xl/worksheets/")]
    except OSError:
        return False  # reading it says why
    return sum(name.count("/") == 2 for name in names) == 1


def _tables_in(path: Path, named: Sheet | None, mapping: ColumnMap) -> list[tuple[Sheet, Table]]:
    """The tables of a file: of `named` if its name says so, and of what its other sheets are."""
    pages = [page for page in read_pages(path) if any(any(map(str.strip, cells)) for cells in page.grid)]
    tables: list[tuple[Sheet, Table]] = []
    for page in pages:
        kind = _kind_of(path, page, named, mapping, alone=len(pages) == 1)
        if kind is not None:
            name = path.name if len(pages) == 1 else f"{path.name}[{page.name}]"
            header = find_header(page.grid, kind.names(mapping.of(kind)))
            tables.append((kind, table_of(name, page, header, path.name)))
    if named is not None and all(kind is not named for kind, _table in tables):
        raise no_column(path.name, named.required)
    return tables


def _kind_of(path: Path, page: Page, named: Sheet | None, mapping: ColumnMap, *, alone: bool) -> Sheet | None:
    """What a page is: what its own name says, or the kind with most of its columns, or the file's."""
    headers = {kind.name: find_header(page.grid, kind.names(mapping.of(kind))) for kind in KINDS}
    able = [kind for kind in KINDS if _complete(kind, headers[kind.name])]
    said = kind_by_name(page.name)
    if said in able:
        return said
    if named in able and alone:
        return named
    if not able:
        return None
    most = max(len(headers[kind.name].columns) for kind in able)
    best = [kind for kind in able if len(headers[kind.name].columns) == most]
    if named in best:
        return named
    if len(best) > 1:
        raise _ambiguous(path, page, best)
    return best[0]


def _complete(kind: Sheet, header: Header) -> bool:
    return set(kind.required) <= set(header.columns.values())


def _ambiguous(path: Path, page: Page, kinds: Iterable[Sheet]) -> PackFault:
    where = f"{path.name}[{page.name}]" if page.name else path.name
    names = [kind.name for kind in kinds]
    return PackFault(
        f"{where} 可能是{' 或 '.join(names)}，请把其中一个名字写进文件名。",
        f"{where} may be {' or '.join(names)}: put one of these into the file's name.",
    )
