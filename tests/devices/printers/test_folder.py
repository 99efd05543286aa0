"""Printers that write files, on a real disk."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.devices.printers.folder import FolderPrinter, make
from kiosk.devices.printers.kinds import KINDS, layout_of, printer_of
from kiosk.devices.printers.port import Handover, WrongSettings
from kiosk.devices.settings import PrinterSettings
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Page, PrintState

JOB = 0xFEDC_BA98_7654_3210
PDF = b"%PDF-1.4 " + b"x" * 30_000


MEDIA = Media(105, 148)
CONFIRMED = Handover(PrintState.CONFIRMED)


def put(folder: Path, job: int = JOB, pdf: bytes = PDF) -> Handover:
    return FolderPrinter(folder).send(Page(job, MEDIA, pdf=pdf))


def failed(trouble: Trouble) -> Handover:
    return Handover(PrintState.FAILED, trouble)


def test_a_badge_is_whole_under_its_job_and_nobody_elses_to_read(tmp_path: Path) -> None:
    assert put(tmp_path) == CONFIRMED
    assert [each.name for each in tmp_path.iterdir()] == ["fedcba9876543210.pdf"]
    file = tmp_path / "fedcba9876543210.pdf"
    assert file.read_bytes() == PDF
    assert file.stat().st_mode & 0o077 == 0


def test_a_job_printed_again_replaces_itself(tmp_path: Path) -> None:
    put(tmp_path, 1, b"first, and longer")
    put(tmp_path, 1, b"second")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [
        ("0" * 15 + "1.pdf", b"second")
    ]


def test_what_a_crash_left_behind_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / f".{JOB:016x}.part").write_bytes(b"half" * 90_000)
    put(tmp_path)
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [PDF]


@pytest.mark.parametrize("folder", ["none", "file/inside"])
def test_missing_folder(folder: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert put(tmp_path / folder) == failed(Trouble.FOLDER_MISSING)
    assert FolderPrinter(tmp_path / folder).look().trouble is Trouble.FOLDER_MISSING


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert put(tmp_path) == failed(Trouble.NOT_WRITABLE)
    assert FolderPrinter(tmp_path).look().trouble is Trouble.NOT_WRITABLE


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder that even root cannot write")
def test_folder_that_nobody_can_write() -> None:
    assert put(Path("/sys/kernel")) == failed(Trouble.NOT_WRITABLE)


@contextmanager
def small_disk() -> Iterator[None]:
    """Files of this process end at 10 kB, as on a disk that fills up in the middle of a file.

    No fixture: what pytest writes of a test's outcome may go to a file too.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_full_disk_leaves_the_older_badge_and_nothing_else(tmp_path: Path) -> None:
    with small_disk():
        small, large = put(tmp_path, pdf=b"small"), put(tmp_path)
    assert (small, large) == (CONFIRMED, failed(Trouble.DISK_FULL))
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"small"]


def test_a_part_that_cannot_be_opened_is_a_failing_disk(tmp_path: Path) -> None:
    (tmp_path / f".{JOB:016x}.part").mkdir()
    assert put(tmp_path) == failed(Trouble.DISK)


def test_empty_removes_badges_and_nothing_else(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path)
    for job in range(3):
        put(tmp_path, job)
    (tmp_path / f".{JOB:016x}.part").write_bytes(b"half")
    others = ["report.pdf", "0.pdf", "00000000000000AA.pdf"]
    for each in others:
        (tmp_path / each).write_bytes(b"")
    assert printer.empty() == 4
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(others)
    assert printer.empty() == 0
    assert FolderPrinter(tmp_path / "none").empty() == 0


def test_after_a_crash_a_folder_tells_what_it_can(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path)
    assert printer.find(JOB) is None, "not begun, or taken away since: it cannot be told"
    (tmp_path / f".{JOB:016x}.part").write_bytes(b"half")
    assert printer.find(JOB) == failed(Trouble.INTERRUPTED)
    put(tmp_path)
    assert printer.find(JOB) == CONFIRMED
    assert printer.follow(f"{JOB:016x}") == printer.cancel(f"{JOB:016x}") == CONFIRMED


def test_a_folder_that_is_well_says_what_it_takes(tmp_path: Path) -> None:
    look = FolderPrinter(tmp_path).look()
    assert (look.trouble, look.abilities.takes, look.abilities.confirms) == (None, "pdf", True)


def test_kiosk_toml_names_the_folder() -> None:
    assert make(PrinterSettings(kind="folder", folder="/prints", id="desk")) == FolderPrinter(
        Path("/prints"), "desk"
    )
    with pytest.raises(WrongSettings) as wrong:
        printer_of(PrinterSettings(kind="folder"))
    assert "folder" in wrong.value.words.zh


@pytest.mark.parametrize("kind", ["zpl", "tspl"])
def test_each_kind_is_made_by_its_module(kind: str) -> None:
    assert kind in KINDS
    assert printer_of(PrinterSettings(kind=kind, address="tcp://192.0.2.1")).id == kind


def test_a_kind_that_is_none_is_said_with_those_there_are() -> None:
    with pytest.raises(WrongSettings, match="Unknown kind of printer fax: write one of folder, ipp"):
        printer_of(PrinterSettings(kind="fax"))


def test_what_is_printed_where_no_layout_is_named() -> None:
    kinds = {kind: layout_of(PrinterSettings(kind=kind)) for kind in ("folder", "ipp", "zpl", "tspl")}
    assert kinds == {"folder": "a6", "ipp": "a6", "zpl": "label_4x3", "tspl": "tape_62"}
    assert layout_of(PrinterSettings(kind="zpl", layout="card")) == "card"
