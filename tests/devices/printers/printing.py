"""A page to print, and waiting for what becomes of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from kiosk.devices.printers.ipp import IppPrinter, make
from kiosk.devices.printers.port import Handover
from kiosk.devices.settings import PrinterSettings
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Page, PrintState
from tests.devices.printers.waiting import BUSY_S, until

A6_MEDIA = Media(105, 148)
JOB = 0xFEED_0000_0000_0001
PDF = Path("/usr/share/cups/data/secret.pdf")


Result = TypeVar("Result")


def ours(address: str) -> IppPrinter:
    return make(PrinterSettings(kind="ipp", id="right", address=address))


def page(job: int = JOB, media: Media = A6_MEDIA, **options: object) -> Page:
    return Page(job, media, pdf=PDF.read_bytes(), **options)  # type: ignore[arg-type]


def ended(printer: IppPrinter, reference: str) -> Handover:
    """The handover that is no longer SENT."""
    told: list[Handover] = []

    def over() -> bool:
        told.append(printer.follow(reference))
        return told[-1].state is not PrintState.SENT

    until(over, f"the job {reference} ends: {told}")
    return told[-1]


def held(printer: IppPrinter, reference: str, trouble: Trouble) -> Handover:
    """The handover that says so."""
    told: list[Handover] = []

    def says() -> bool:
        told.append(printer.follow(reference))
        return told[-1].trouble is trouble

    until(says, f"{trouble} is told: {told}")
    return told[-1]


def each_within(timeout_s: float, *calls: Callable[[], Result]) -> list[Result]:
    """What the calls return, made side by side; each in its time, and some more for a busy machine."""

    def timed(call: Callable[[], Result]) -> Result:
        began = time.monotonic()
        result = call()
        assert time.monotonic() - began < timeout_s + BUSY_S
        return result

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(timed, calls))
