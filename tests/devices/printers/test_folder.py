"""Printers that write files, on a real disk."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.devices.printers import FolderPrinter, NoPrinter, PrintOutcome, PrintState

JOB = 0xFEDC_BA98_7654_3210
PDF = b"%PDF-1.4 " + b"x" * 30_000


def _code(outcome: PrintOutcome) -> str:
    assert outcome.state is PrintState.FAILED
    assert outcome.problem is not None
    assert outcome.problem.zh
    assert outcome.problem.en
    return outcome.code


def test_a_badge_is_whole_under_its_job_and_nobody_elses_to_read(tmp_path: Path) -> None:
    assert FolderPrinter(tmp_path).print_pdf(JOB, PDF) == PrintOutcome(PrintState.CONFIRMED)
    assert [each.name for each in tmp_path.iterdir()] == ["fedcba9876543210.pdf"]
    file = tmp_path / "fedcba9876543210.pdf"
    assert file.read_bytes() == PDF
    assert file.stat().st_mode & 0o077 == 0


def test_a_job_printed_again_replaces_itself(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path)
    printer.print_pdf(1, b"first, and longer")
    printer.print_pdf(1, b"second")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [
        ("0" * 15 + "1.pdf", b"second")
    ]


def test_what_a_crash_left_behind_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / f".{JOB:016x}.part").write_bytes(b"half" * 90_000)
    FolderPrinter(tmp_path).print_pdf(JOB, PDF)
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [PDF]


@pytest.mark.parametrize("folder", ["none", "file/inside"])
def test_missing_folder(folder: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert _code(FolderPrinter(tmp_path / folder).print_pdf(JOB, PDF)) == "folder_missing"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert _code(FolderPrinter(tmp_path).print_pdf(JOB, PDF)) == "not_writable"


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder that even root cannot write")
def test_folder_that_nobody_can_write() -> None:
    assert _code(FolderPrinter(Path("/sys/kernel")).print_pdf(JOB, PDF)) == "not_writable"


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
    printer = FolderPrinter(tmp_path)
    with small_disk():
        small, large = printer.print_pdf(JOB, b"small"), printer.print_pdf(JOB, PDF)
    assert small.state is PrintState.CONFIRMED
    assert _code(large) == "disk_full"
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"small"]


def test_a_part_that_cannot_be_opened_is_a_failing_disk(tmp_path: Path) -> None:
    (tmp_path / f".{JOB:016x}.part").mkdir()
    assert _code(FolderPrinter(tmp_path).print_pdf(JOB, PDF)) == "disk"


def test_empty_removes_badges_and_nothing_else(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path)
    for job in range(3):
        printer.print_pdf(job, PDF)
    (tmp_path / f".{JOB:016x}.part").write_bytes(b"half")
    others = ["report.pdf", "0.pdf", "00000000000000AA.pdf"]
    for each in others:
        (tmp_path / each).write_bytes(b"")
    assert printer.empty() == 4
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(others)
    assert printer.empty() == 0
    assert FolderPrinter(tmp_path / "none").empty() == 0


def test_no_printer_says_so() -> None:
    assert _code(NoPrinter().print_pdf(JOB, PDF)) == "no_printer"
    assert {NoPrinter().name, FolderPrinter(Path()).name} == {"none", "folder"}
