"""IPP against a real printer: what is sent comes out once, and each fault is told as what it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.devices.printers.port import LOOK_TIMEOUT_S, Handover, WrongSettings
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, PrintState, Takes
from tests.devices.printers.ippeve_here import A4, A6, IppEve
from tests.devices.printers.printing import A6_MEDIA, JOB, PDF, each_within, ended, held, ours, page
from tests.devices.printers.waiting import until

Eve = Callable[..., IppEve]


def test_a_badge_comes_out(ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(eve.address)
    handed = printer.send(page())
    assert handed.state is PrintState.SENT
    assert ended(printer, handed.reference) == Handover(PrintState.CONFIRMED, None, handed.reference)
    (came_out,) = eve.printed
    assert came_out.document == PDF.read_bytes()
    assert came_out.name == "feed000000000001"
    assert came_out.format == "application/pdf"
    assert came_out.asked["media"] == A6
    assert came_out.asked["print-scaling"] == "none"
    assert came_out.asked["sides"] == "one-sided"


def test_a_look(ippeve: Eve) -> None:
    look = ours(ippeve(dpi=600, duplex=True).address).look()
    assert (look.trouble, look.warning, look.waiting) == (None, None, 0)
    assert look.abilities is not None
    assert look.abilities.takes is Takes.PDF
    assert look.abilities.dpi == 600
    assert look.abilities.media == A6_MEDIA
    assert look.abilities.duplex
    assert look.abilities.confirms


FAULTS = {
    "media-empty": Trouble.PAPER_OUT,
    "media-jam": Trouble.JAM,
    "cover-open": Trouble.DOOR_OPEN,
    "paused": Trouble.PAUSED,
    "input-tray-missing": Trouble.PAPER_OUT,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_before_the_job_and_mended(ippeve: Eve, fault: str) -> None:
    eve = ippeve()
    printer = ours(eve.address)
    eve.fault(fault)
    assert printer.look().trouble is FAULTS[fault]
    handed = printer.send(page())
    assert held(printer, handed.reference, FAULTS[fault]).holds
    assert not eve.printed
    eve.clear()
    assert ended(printer, handed.reference).state is PrintState.CONFIRMED
    assert printer.look().trouble is None
    assert len(eve.printed) == 1


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_middle(ippeve: Eve, fault: str) -> None:
    eve = ippeve()
    printer = ours(eve.address)
    eve.hold()
    handed = printer.send(page())
    assert printer.follow(handed.reference) == Handover(PrintState.SENT, None, handed.reference)
    eve.fault(fault)
    told = held(printer, handed.reference, FAULTS[fault])
    assert told == Handover(PrintState.SENT, FAULTS[fault], handed.reference, holds=True)
    eve.release()
    assert not eve.printed
    eve.clear()
    assert ended(printer, handed.reference).state is PrintState.CONFIRMED
    assert len(eve.printed) == 1


def test_low_is_a_warning(ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(eve.address)
    for fault, warning in (("toner-low", Trouble.RIBBON_OUT), ("media-low", Trouble.PAPER_OUT)):
        eve.fault(fault)
        look = printer.look()
        assert (look.trouble, look.warning) == (None, warning)


def test_a_lost_job_failed(ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(eve.address)
    eve.hold()
    handed = printer.send(page())
    eve.fault("media-jam")
    eve.lose()
    told = ended(printer, handed.reference)
    assert told == Handover(PrintState.FAILED, Trouble.JAM, handed.reference)
    assert not eve.printed


def test_take_back_what_is_held(ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(eve.address)
    eve.hold()
    handed = printer.send(page())
    eve.fault("media-empty")
    held(printer, handed.reference, Trouble.PAPER_OUT)
    assert printer.cancel(handed.reference) == Handover(PrintState.CANCELLED, None, handed.reference)
    eve.clear()
    eve.release()
    again = printer.send(page(JOB + 1))
    assert ended(printer, again.reference).state is PrintState.CONFIRMED
    assert [each.name for each in eve.printed] == ["feed000000000002"]


def test_what_came_out_is_not_taken_back(ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(eve.address)
    handed = printer.send(page())
    until(lambda: eve.printed, "it came out")
    # completed, or ended before it could say so: it is not claimed that nothing comes out
    assert printer.cancel(handed.reference).state in {PrintState.CONFIRMED, PrintState.UNKNOWN}


def test_a_printer_that_is_off(ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(eve.address)
    eve.kill()
    assert printer.look().trouble is Trouble.GONE
    assert printer.send(page()) == Handover(PrintState.FAILED, Trouble.GONE)
    assert printer.find(JOB) is None


def test_killed_in_the_middle(ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(eve.address)
    eve.hold()
    handed = printer.send(page())
    eve.kill()
    gone = Handover(PrintState.SENT, Trouble.GONE, handed.reference)
    assert printer.follow(handed.reference) == gone
    assert printer.cancel(handed.reference) == gone
    eve.release()
    eve.start_again()
    assert printer.follow(handed.reference) == Handover(PrintState.UNKNOWN, Trouble.SILENT, handed.reference)
    # the next job gets the number that the lost one had, and is not taken for it
    other = printer.send(page(JOB + 1))
    assert ended(printer, other.reference).state is PrintState.CONFIRMED
    assert other.reference.rpartition(".")[2] == handed.reference.rpartition(".")[2]
    assert printer.follow(handed.reference).state is PrintState.UNKNOWN


def test_found_after_a_crash(ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(eve.address)
    eve.hold()
    handed = printer.send(page())
    found = ours(eve.address).find(JOB)
    assert found == Handover(PrintState.SENT, None, handed.reference)
    eve.release()
    ended(printer, handed.reference)
    assert ours(eve.address).find(JOB) == Handover(PrintState.CONFIRMED, None, handed.reference)
    assert ours(eve.address).find(JOB + 1) is None


def test_a_silent_printer_does_not_hold_us_up(ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(eve.address)
    printer.look()
    eve.hang()
    looked, handed = each_within(LOOK_TIMEOUT_S, printer.look, lambda: printer.send(page()))
    assert looked.trouble is Trouble.GONE
    assert handed == Handover(PrintState.FAILED, Trouble.GONE)


def test_a_larger_sheet_is_asked_for_by_its_own_name(ippeve: Eve) -> None:
    eve = ippeve(media=(A4,))
    printer = ours(eve.address)
    ended(printer, printer.send(page()).reference)
    assert eve.printed[0].asked["media"] == A4


def test_what_does_not_fit_is_not_sent(ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(eve.address)
    assert printer.send(page(media=Media(210, 297))) == Handover(PrintState.FAILED, Trouble.WRONG_MEDIA)
    assert not eve.printed


@pytest.mark.parametrize("address", ["", "printer", "http://host/x", "ipp://", "ipp://host:99999/x"])
def test_no_address(address: str) -> None:
    with pytest.raises(WrongSettings):
        ours(address)


def test_encrypted(ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(eve.address.replace("ipp://", "ipps://"))
    handed = printer.send(page())
    assert ended(printer, handed.reference).state is PrintState.CONFIRMED
    assert eve.printed[0].document == PDF.read_bytes()


def test_a_busy_printer_takes_it_when_it_is_free(ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(eve.address)
    eve.hold()
    first = printer.send(page())
    until(lambda: eve.busy, "it prints")

    def release() -> Handover:
        until(lambda: "server-error-busy" in eve.log(), "it refuses the second")
        eve.release()
        return first

    second, _ = each_within(10.0, lambda: printer.send(page(JOB + 1)), release)
    assert ended(printer, second.reference).state is PrintState.CONFIRMED
    assert [each.name for each in eve.printed] == [page().name, page(JOB + 1).name]


def test_a_printer_that_its_first_job_keeps_busy(ippeve: Eve) -> None:
    eve = ippeve()
    printer = ours(eve.address)
    eve.hold()
    first = printer.send(page())
    until(lambda: eve.busy, "it prints")
    eve.fault("media-jam")
    assert printer.send(page(JOB + 1)) == Handover(PrintState.FAILED, Trouble.JAM)
    eve.clear()
    eve.release()
    assert ended(printer, first.reference).state is PrintState.CONFIRMED
    assert [each.name for each in eve.printed] == [page().name]
