"""A season: a folder with a folder a fair in it, built one after the other.

Memory holds one fair at a time. Interrupted, it goes on where it was: a fair whose files, lists and program
have not changed since its newest pack was built is left as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version as installed_version
from pathlib import Path

from kiosk.domain.badge import fair_number
from kiosk.domain.words import Words
from kiosk.pack.build import BuildReport, newest_pack
from kiosk.pack.codes import CodesMode
from kiosk.pack.fair_file import FILE, read_fair_file
from kiosk.pack.faults import PackFault
from kiosk.pack.files import sha256, write_whole
from kiosk.store.catalogue_schema import CATALOGUE_VERSION

SOURCE = "source.sha256"
"""In a build's report folder: what it was built from."""
MOST_FAIRS = 2_000


@dataclass(frozen=True, slots=True)
class SeasonFair:
    """A fair of a season: its folder and id."""

    folder: Path
    id: str


@dataclass(frozen=True, slots=True)
class SeasonLine:
    """What became of one fair: built, left as it is (both None), or a fault that stopped it."""

    fair: SeasonFair
    report: BuildReport | None = None
    fault: Words | None = None

    @property
    def unchanged(self) -> bool:
        """Whether its newest pack stands for the same files."""
        return self.report is None and self.fault is None


def fairs_in(folder: Path) -> tuple[SeasonFair, ...]:
    """The fairs of a season's folder by folder name, or the one fair whose folder it is.

    Raises PackFault: no such folder, no fair in it, two of one id, or two of one number.
    """
    if not folder.is_dir():
        raise PackFault(f"没有文件夹 {folder}。", f"there is no folder {folder}.")
    if (folder / FILE).is_file():
        return (SeasonFair(folder, _id_of(folder)),)
    folders = sorted(each.parent for each in folder.glob(f"*/{FILE}") if not each.parent.name.startswith("."))
    if not folders:
        raise PackFault(
            f"{folder} 里没有 {FILE}，它的子文件夹里也没有。", f"no {FILE} in {folder} nor in a folder of it."
        )
    if len(folders) > MOST_FAIRS:
        raise PackFault(
            f"{folder} 里超过 {MOST_FAIRS} 场，请分开。", f"{folder} has over {MOST_FAIRS} fairs: part it."
        )
    found = tuple(SeasonFair(each, _id_of(each)) for each in folders)
    _check_ids(found)
    return found


def _id_of(folder: Path) -> str:
    return read_fair_file(folder, lambda _staff, _pin: "").fair.id


def _check_ids(fairs: Sequence[SeasonFair]) -> None:
    """Badge tokens name a fair by 32 bits (design.md section 5)."""
    seen: dict[int, SeasonFair] = {}
    for fair in fairs:
        other = seen.setdefault(fair_number(fair.id), fair)
        if other is not fair:
            raise PackFault(
                f"{other.folder.name} 和 {fair.folder.name} 的 fair.id 相同或编号相同，请改一个。",
                f"{other.folder.name} and {fair.folder.name} have the same fair.id or number: change one.",
            )


def build_season(
    fairs: Sequence[SeasonFair],
    out: Path,
    lists: Path,
    build: Callable[[Path], BuildReport],
    codes: CodesMode = CodesMode.NONE,
) -> Iterator[SeasonLine]:
    """Build each fair that changed, with `build(its folder)`. A fault of one does not stop the others.

    Where codes are wanted that the newest build did not write, it is built again.
    """
    for fair in fairs:
        try:
            source = source_sha256(fair.folder, lists)
            newest = newest_pack(out, fair.id)
            if newest is not None and _stands(newest, source, codes):
                yield SeasonLine(fair)
                continue
            report = build(fair.folder)
            note_source(report, source, codes)
            yield SeasonLine(fair, report)
            del report  # or the next fair would be read beside this one
        except PackFault as fault:
            yield SeasonLine(fair, fault=fault.words)


def note_source(report: BuildReport, source: str, codes: CodesMode) -> None:
    """Write into a build's report what it was built from (source_sha256), so that it need not be again."""
    write_whole(report.lists / SOURCE, f"{source} {codes.value}\n".encode())


def _stands(pack: Path, source: str, codes: CodesMode) -> bool:
    """Whether a pack was built from just this, with the codes that are wanted, as its report says."""
    try:
        noted = (pack.with_suffix(".report") / SOURCE).read_text(encoding="ascii").split()
    except (OSError, UnicodeDecodeError):
        return False
    return noted[:1] == [source] and (codes is CodesMode.NONE or noted[1:] == [codes.value])


def source_sha256(folder: Path, lists: Path) -> str:
    """Hex SHA-256 of all that a pack is made of: the folder's files, the lists, this program's version."""
    hashed = hashlib.sha256(f"{installed_version('fair-kiosk')} {CATALOGUE_VERSION}\0".encode())
    try:
        for root in (folder, lists):
            for path in sorted(each for each in root.iterdir() if each.is_file()):
                hashed.update(f"{path.name}\0{sha256(path)}\0".encode())
    except OSError as fault:
        raise PackFault(
            f"{folder} 读不出来：{fault.strerror}。", f"{folder} cannot be read: {fault.strerror}."
        ) from fault
    return hashed.hexdigest()
