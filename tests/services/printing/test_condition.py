"""How a printer is seen: since when, how often it is looked at, how long it rests; and what fits it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kiosk.devices.printers.port import Abilities, Look
from kiosk.domain.fair import BEIJING
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Takes
from kiosk.domain.words import Words
from kiosk.services.printing.condition import Condition, in_order, next_for_a_job
from kiosk.services.printing.outlet import Outlet
from kiosk.services.printing.tasks import fits
from tests.fakes.printers import SimulatedPrinter

AT = datetime(2026, 11, 28, 9, 24, tzinfo=BEIJING)
A6, TAPE, A4 = Media(105, 148), Media(62, 0), Media(210, 297)


def condition(name: str = "sim", media: Media = A6) -> Condition:
    return Condition(Outlet(SimulatedPrinter(name), Words(name, name), "a6"), media)


def test_a_trouble_lasts_since_it_was_seen_first() -> None:
    printer = condition()
    assert printer.seen(Look(Trouble.JAM), 10, 0, AT)
    assert not printer.seen(Look(Trouble.JAM), 15, 0, AT + timedelta(minutes=1))
    assert printer.since == AT
    assert printer.seen(Look(Trouble.DOOR_OPEN), 20, 0, AT + timedelta(minutes=2))
    assert printer.since == AT + timedelta(minutes=2)
    assert printer.seen(Look(), 25, 0, AT)
    assert printer.since is None
    assert printer.seen(Look(warning=Trouble.PAPER_OUT), 30, 0, AT), "a warning is news too"


@pytest.mark.parametrize(("took_s", "next_s"), [(0.01, 5.0), (3.0, 15.0)])
def test_a_printer_that_takes_long_to_answer_is_looked_at_less_often(took_s: float, next_s: float) -> None:
    printer = condition()
    printer.seen(Look(Trouble.GONE), 100, took_s, AT)
    assert printer.next_look_s == 100 + next_s


def test_a_printer_that_looks_well_and_does_not_print_rests_longer_each_time() -> None:
    printer = condition()
    rests = []
    for at in range(5):
        printer.refused(Trouble.STOPPED, at * 1000, AT)
        rests.append(printer.rests_until_s - at * 1000)
        printer.seen(Look(), at * 1000 + 1, 0, AT)
        assert printer.trouble is Trouble.STOPPED, "it rests"
        printer.seen(Look(), printer.rests_until_s, 0, AT)
        assert printer.trouble is None
    assert rests == [5, 10, 20, 40, 60]
    printer.printed()
    printer.refused(None, 9000, AT)
    assert printer.rests_until_s == 9005


def test_the_first_that_is_well_gets_the_next_job() -> None:
    first, second, third = (condition(name) for name in ("first", "second", "third"))
    assert next_for_a_job(in_order((first, second, third), "second")) is second
    second.seen(Look(Trouble.GONE), 0, 0, AT)
    assert next_for_a_job(in_order((first, second, third), "second")) is first
    for each in (first, third):
        each.seen(Look(Trouble.PAPER_OUT), 0, 0, AT)
    assert next_for_a_job((first, second, third)) is None


@pytest.mark.parametrize(
    ("wanted", "loaded", "does"),
    [
        (A6, None, True),
        (A6, A4, True),
        (A6, Media(148, 105), True),
        (A6, Media(104, 147), True),
        (A6, Media(85.6, 54), False),
        (TAPE, Media(62, 100), True),
        (TAPE, Media(50, 80), False),
        (Media(101.6, 76.2), TAPE, False),
    ],
)
def test_a_badge_goes_only_where_it_fits(wanted: Media, loaded: Media | None, does: bool) -> None:
    assert fits(wanted, loaded) is does
    printer = condition(media=wanted)
    printer.seen(Look(abilities=Abilities(Takes.PDF, 600, loaded)), 0, 0, AT)
    assert printer.trouble is (None if does else Trouble.WRONG_MEDIA)
