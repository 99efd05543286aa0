"""IPP through a real CUPS: its own marks, its printer's troubles, and a printer that cannot be reached."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.devices.printers.ipp import PrinterFound, discover
from kiosk.devices.printers.port import LOOK_TIMEOUT_S, Handover
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from tests.devices.printers.cups_here import Cups
from tests.devices.printers.ippeve_here import A4, IppEve
from tests.devices.printers.pictures import BADGE, DPI, differ, drawn, in_blocks
from tests.devices.printers.printing import JOB, each_within, ended, held, ours, page
from tests.devices.printers.waiting import BUSY_S, free_port, until

Eve = Callable[..., IppEve]


def test_a_badge_comes_out(cups: Cups, ippeve: Eve, tmp_path: Path) -> None:
    BADGE.save(tmp_path / "sent.pdf", resolution=DPI)
    eve = ippeve()
    printer = ours(cups.add("badges", eve.address))
    look = printer.look()
    assert look.trouble is None
    assert look.abilities is not None
    assert look.abilities.confirms
    handed = printer.send(replace(page(), pdf=(tmp_path / "sent.pdf").read_bytes()))
    assert ended(printer, handed.reference).state is PrintState.CONFIRMED
    (came_out,) = eve.printed
    assert came_out.name == page().name
    (tmp_path / "printed.pdf").write_bytes(came_out.document)
    assert differ(drawn(tmp_path / "printed.pdf", tmp_path), in_blocks(BADGE)) < 0.02


def test_a_larger_sheet_is_asked_for_where_that_is_loaded(cups: Cups, ippeve: Eve) -> None:
    eve = ippeve(media=(A4,))
    printer = ours(cups.add("badges", eve.address))
    ended(printer, printer.send(page()).reference)
    assert "x-dimension=21000 y-dimension=29700" in eve.printed[0].asked["media-col"]


def test_its_own_marks(cups: Cups, ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(cups.add("badges", eve.address))
    cups.pause("badges")
    assert printer.look().trouble is Trouble.PAUSED
    handed = printer.send(page())
    assert held(printer, handed.reference, Trouble.PAUSED).holds
    cups.reject("badges")
    assert printer.send(page(JOB + 1)) == Handover(PrintState.FAILED, Trouble.REJECTING)
    cups.resume("badges")
    assert ended(printer, handed.reference).state is PrintState.CONFIRMED
    assert printer.look().trouble is Trouble.REJECTING
    cups.accept("badges")
    assert printer.look().trouble is None
    assert len(eve.printed) == 1


def test_its_printers_troubles_before_a_job(cups: Cups, ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(cups.add("badges", eve.address))
    eve.fault("cover-open")
    assert printer.look().trouble is Trouble.DOOR_OPEN
    eve.clear()
    assert printer.look().trouble is None


def test_a_trouble_in_the_middle_and_mended(cups: Cups, ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(cups.add("badges", eve.address))
    eve.hold()
    handed = printer.send(page())
    until(lambda: eve.busy, "its printer has it")
    eve.fault("media-jam")
    assert held(printer, handed.reference, Trouble.JAM).holds
    eve.clear()
    eve.release()
    assert ended(printer, handed.reference).state is PrintState.CONFIRMED
    assert printer.look().trouble is None
    assert len(eve.printed) == 1


def test_take_back_what_its_printer_holds(cups: Cups, ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(cups.add("badges", eve.address))
    eve.hold()
    handed = printer.send(page())
    until(lambda: eve.busy, "its printer has it")
    eve.fault("media-empty")
    held(printer, handed.reference, Trouble.PAPER_OUT)
    assert printer.cancel(handed.reference) == Handover(PrintState.CANCELLED, None, handed.reference)
    eve.clear()
    eve.release()
    again = printer.send(page(JOB + 1))
    assert ended(printer, again.reference).state is PrintState.CONFIRMED
    assert [each.name for each in eve.printed] == [page(JOB + 1).name]


def test_an_unreachable_printer(cups: Cups, ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(cups.add("badges", eve.address))
    eve.kill()
    began = time.monotonic()
    assert printer.look().trouble is Trouble.GONE
    assert time.monotonic() - began < LOOK_TIMEOUT_S + BUSY_S
    handed = printer.send(page())
    told = held(printer, handed.reference, Trouble.GONE)
    assert told == Handover(PrintState.SENT, Trouble.GONE, handed.reference, holds=True)
    until(lambda: "may not exist" in cups.log(), "CUPS tries to reach it")
    assert printer.cancel(handed.reference) == Handover(PrintState.CANCELLED, None, handed.reference)
    eve.start_again()
    again = printer.send(page(JOB + 1))
    assert ended(printer, again.reference).state is PrintState.CONFIRMED
    assert [each.name for each in eve.printed] == [page(JOB + 1).name]


def test_a_printer_killed_in_the_middle(cups: Cups, ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(cups.add("badges", eve.address))
    eve.hold()
    handed = printer.send(page())
    until(lambda: eve.busy, "its printer has it")
    eve.kill()
    assert held(printer, handed.reference, Trouble.GONE).holds
    # it had reached the printer: that nothing came out is more than anybody knows
    assert printer.cancel(handed.reference).state is PrintState.UNKNOWN


def test_found_after_a_crash(cups: Cups, ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(cups.add("badges", eve.address))
    assert printer.find(JOB) is None  # it has no history yet, and may keep none
    handed = printer.send(page())
    ended(printer, handed.reference)
    assert printer.find(JOB) == Handover(PrintState.CONFIRMED, None, handed.reference)
    assert printer.find(JOB + 1) == Handover(PrintState.FAILED, Trouble.INTERRUPTED)


def test_a_spooler_forgets_our_badges(cups: Cups, ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(cups.add("badges", eve.address))
    for job in (JOB, JOB + 1):
        ended(printer, printer.send(page(job)).reference)
    eve.hold()
    waits = printer.send(page(JOB + 2))
    spooled = cups.folder / "spool"
    assert len(list(spooled.glob("d*"))) == 3
    assert printer.empty() == 2
    assert len(list(spooled.glob("d*"))) == 1
    eve.release()
    assert ended(printer, waits.reference).state is PrintState.CONFIRMED
    assert ours(eve.address).empty() == 0


def test_bytes_that_have_left_are_not_a_badge(cups: Cups) -> None:
    printer = ours(cups.add("labels", f"socket://localhost:{free_port()}", model="raw"))
    look = printer.look()
    assert look.abilities is not None
    assert not look.abilities.confirms


def test_discover(cups: Cups, ippeve: Eve) -> None:
    eve = ippeve()
    address = cups.add("badges", eve.address)
    assert discover(f"localhost:{cups.port}") == (PrinterFound("badges", address, "badges"),)
    assert discover(f"localhost:{free_port()}") == ()


def test_a_silent_printer_behind_it_does_not_hold_us_up(cups: Cups, ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(cups.add("badges", eve.address))
    eve.hold()
    handed = printer.send(page())
    until(lambda: eve.busy, "its printer has it")
    eve.hang()
    told = each_within(LOOK_TIMEOUT_S, printer.look, lambda: printer.follow(handed.reference))
    assert [each.trouble for each in told] == [Trouble.GONE, Trouble.GONE]
    eve.wake()
    eve.release()
    assert ended(printer, handed.reference).state is PrintState.CONFIRMED
