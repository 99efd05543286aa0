"""The test printer itself: its faults are seen from outside, and what came out is what was sent."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.devices.printers.cups_here import Cups
from tests.devices.printers.ippeve_here import IppEve
from tests.devices.printers.waiting import until

PDF = Path("/usr/share/cups/data/secret.pdf")


def _print(address: str) -> str:
    words = ["ipptool", "-tv", "-f", str(PDF), address, "print-job.test"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=20)
    return done.stdout


def test_it_prints(ippeve: Callable[..., IppEve]) -> None:
    printer = ippeve()
    _print(printer.address)
    until(lambda: printer.printed, "it came out")
    assert printer.printed[0].document == PDF.read_bytes()


def test_faults(ippeve: Callable[..., IppEve]) -> None:
    printer = ippeve()
    printer.fault("media-empty")
    _print(printer.address)
    printer.fault("media-empty", "cover-open")
    assert not printer.printed
    printer.clear()
    until(lambda: printer.printed, "it came out")


def test_cups(ippeve: Callable[..., IppEve], cups: Cups) -> None:
    printer = ippeve()
    address = cups.add("badges", printer.address)
    _print(address)
    until(lambda: printer.printed, "it came out")
    assert len(printer.printed) == 1
