"""A label printer behind a real CUPS: bytes pass it as they are, and what it says of a queue is believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.devices.printers.kinds import printer_of
from kiosk.devices.printers.port import Handover
from kiosk.devices.settings import PrinterSettings
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Page, PrintState, Raster
from tests.devices.printers.cups_here import Cups
from tests.devices.printers.label_listener import LabelListener


def _page(job: int) -> Page:
    data = bytes(range(256)) * 50  # every byte that a filter could take for its own
    return Page(job, Media(32.03, 12.51), raster=Raster(256, 100, 203, 1, data[:3200]))


@pytest.mark.parametrize("language", ["zpl", "tspl"])
def test_a_label_passes_the_spooler_as_it_is_and_is_never_called_confirmed(
    cups: Cups, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    for name, value in cups.environment.items():
        monkeypatch.setenv(name, value)
    with LabelListener(language) as box:
        cups.add("desk", f"socket://127.0.0.1:{box.port}", model="raw")
        printer = printer_of(PrinterSettings(kind=language, address="cups:desk"))
        look = printer.look()
        assert look.trouble is None
        assert look.abilities is not None
        assert not look.abilities.confirms
        assert printer.send(_page(7)) == Handover(PrintState.SENT)
        box.wait_printed(1, 20)
        raster = _page(7).raster
        assert raster is not None
        assert [each.data for each in box.labels()] == [raster.data]


def test_a_queue_that_is_not_well_says_so(cups: Cups, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in cups.environment.items():
        monkeypatch.setenv(name, value)
    printer = printer_of(PrinterSettings(kind="zpl", address="cups:desk"))
    assert printer.look().trouble is Trouble.NO_PRINTER
    assert printer.send(_page(1)) == Handover(PrintState.FAILED, Trouble.NO_PRINTER)
    with LabelListener("zpl") as box:
        cups.add("desk", f"socket://127.0.0.1:{box.port}", model="raw")
        assert printer.look().trouble is None
        cups.pause("desk")
        assert printer.look().trouble is Trouble.PAUSED
        assert printer.send(_page(2)) == Handover(PrintState.FAILED, Trouble.PAUSED)
        cups.reject("desk")
        assert printer.look().trouble is Trouble.REJECTING
        cups.resume("desk")
        cups.accept("desk")
        assert printer.look().trouble is None
        assert printer.send(_page(3)).state is PrintState.SENT
        box.wait_printed(1, 20)
        assert len(box.printed) == 1
    cups.stop()
    assert printer.look().trouble is Trouble.GONE
    assert printer.send(_page(4)) == Handover(PrintState.FAILED, Trouble.GONE)


def test_the_spooler_knows_a_job_by_its_number(cups: Cups, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in cups.environment.items():
        monkeypatch.setenv(name, value)
    with LabelListener("zpl") as box:
        cups.add("desk", f"socket://127.0.0.1:{box.port}", model="raw")
        assert printer_of(PrinterSettings(kind="zpl", address="cups:desk")).send(_page(0xAB)).state
        box.wait_printed(1, 20)
    log = Path(cups.folder / "log" / "error").read_text(errors="replace")
    assert "00000000000000ab" in log
