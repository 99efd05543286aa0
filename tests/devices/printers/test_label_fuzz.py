"""Printers that say anything, connections that break anywhere: values only, in time, and no false yes."""

from __future__ import annotations

import os
import random
import time
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.printers import tspl, zpl
from kiosk.devices.printers.label_jobs import QUIET_S, Status
from kiosk.devices.printers.label_printer import LabelPrinter
from kiosk.devices.printers.links import ANSWER_BYTES
from kiosk.devices.printers.port import LOOK_TIMEOUT_S, Handover, Look
from kiosk.devices.settings import PrinterSettings
from kiosk.domain.printing import Media, Page, PrintState, Raster
from tests.devices.printers.label_listener import Fault, LabelListener
from tests.devices.printers.waiting import BUSY_S

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))

READERS: tuple[Callable[[bytes], object], ...] = (
    zpl.status_of,
    zpl.errors_of,
    zpl.model_of,
    zpl.count_of,
    tspl.byte_of,
    tspl.letters_of,
    tspl.count_of,
)
TRUE_ANSWERS = (
    b"\x02030,0,0,1218,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,1,2,6,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n",
    b"\x02\r\n  PRINTER STATUS\r\n   ERRORS:         1 00000000 00000005\r\n"
    b"   WARNINGS:       1 00000000 00000008\r\n\x03",
    b"\x02ZD421-203dpi,V84.20.21Z,8,8176KB\x03\r\n",
    b'"1234"\r\n',
    b"\x02@@@@\x03\r\n",
    b"1234\r\n",
    b"\x00",
)
WORST = (
    b"\x02",
    b"0",
    b",",
    b'"',
    b"1\n",
    b"ERRORS: ",
    b" ",
    b"\r\n",
    b"\x020,\x03",
    b"\xff",
    b"\n1 ",
    b"ZPL,",
)


@given(st.binary(max_size=300))
def test_no_answer_is_too_strange(answer: bytes) -> None:
    for each in READERS:
        each(answer)


@given(st.sampled_from(TRUE_ANSWERS), st.randoms(use_true_random=False))
def test_no_broken_answer_is_too_strange(answer: bytes, draw: random.Random) -> None:
    broken = bytearray(answer)
    for _ in range(draw.randrange(4)):
        broken[draw.randrange(len(broken))] = draw.randrange(256)
    cut = bytes(broken[draw.randrange(len(broken)) :] + broken[: draw.randrange(len(broken))])
    for each in READERS:
        each(cut)
        each(bytes(broken))


def test_half_an_answer_is_no_answer() -> None:
    whole = TRUE_ANSWERS[0]
    for cut in range(len(whole)):
        status = zpl.status_of(whole[:cut])
        assert status is None or cut > whole.index(b"\x03", whole.index(b"\x03") + 1)
    assert zpl.status_of(whole) == Status()
    letters = TRUE_ANSWERS[4]
    assert all(tspl.letters_of(letters[:cut]) is None for cut in range(len(letters)))
    assert tspl.letters_of(letters) == Status()


@pytest.mark.parametrize("worst", WORST)
def test_every_reader_is_quick_with_as_much_as_it_can_get(worst: bytes) -> None:
    answer = (worst * ANSWER_BYTES)[:ANSWER_BYTES]
    began = time.process_time()
    for each in READERS:
        each(answer)
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("language", ["zpl", "tspl"])
@pytest.mark.parametrize("noise", [b"\x02", b"1\r\n", b"\xff\x00", b'"9"', b"@"])
def test_a_megabyte_of_noise_costs_neither_time_nor_memory(language: str, noise: bytes) -> None:
    with LabelListener(language) as box:
        printer = _printer(box, language)
        box.says(noise * (1_000_000 // len(noise)))
        tracemalloc.start()
        began = time.monotonic()
        look = printer.look()
        took_s = time.monotonic() - began
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert isinstance(look, Look)
        assert took_s < LOOK_TIMEOUT_S + BUSY_S
        assert peak < 8_000_000  # the noise itself is a part of it


@pytest.mark.parametrize("language", ["zpl", "tspl"])
def test_a_printer_that_says_anything_gets_values_back(language: str) -> None:
    with LabelListener(language) as box:
        draw = random.Random(7)
        for turn in range(300 if LONG else 12):
            printer = _printer(box, language)
            printer.language.answer_s = 0.03  # type: ignore[attr-defined]
            true = draw.choice(TRUE_ANSWERS)
            said = (
                draw.randbytes(draw.randrange(200)) if turn % 2 else true[: draw.randrange(len(true))] + true
            )
            box.says(said)
            assert isinstance(printer.look(), Look)
            sent = printer.send(_page(turn))
            assert isinstance(sent, Handover)
            assert isinstance(printer.follow(sent.reference), Handover)
            assert isinstance(printer.cancel(sent.reference), Handover)


@pytest.mark.parametrize("language", ["zpl", "tspl"])
@pytest.mark.parametrize("seed", range(40 if LONG else 2))
def test_no_job_is_printed_twice_nor_called_what_it_is_not(language: str, seed: int) -> None:
    """A day of breaks: what is confirmed came out, what failed did not, and no label is a mixture of two."""
    draw = random.Random(f"{language}{seed}")
    with LabelListener(language, counts=seed % 2 == 0) as box:
        printer = _printer(box, language)
        now = [1000.0]
        printer.clock = printer.jobs.clock = lambda: now[0]
        ended: dict[int, PrintState] = {}
        for job in range(15):
            ended[job] = _one_job(box, printer, job, draw, now)
        came_out = [_number(each.data) for each in box.labels()]
        assert len(came_out) == len(set(came_out))
        for job, state in ended.items():
            if state is PrintState.CONFIRMED:
                assert job in came_out
            if state in {PrintState.FAILED, PrintState.CANCELLED}:
                assert job not in came_out
        assert PrintState.CONFIRMED in ended.values()


def _one_job(
    box: LabelListener, printer: LabelPrinter, job: int, draw: random.Random, now: list[float]
) -> PrintState:
    fault = draw.choice(("", "", "close", "hang", "slow", "paper", "power", "refuse"))
    if fault == "close":
        box.close_at(draw.randrange(1, 4_000))
    elif fault == "hang":
        box.hang_at(draw.randrange(1, 4_000))
    elif fault in {"slow", "paper", "power", "refuse"}:
        box.slow()
    handed = printer.send(_page(job))
    if fault == "paper":
        box.fault(Fault.PAPER_OUT)
    elif fault == "power":
        box.power_off()
    elif fault == "refuse":
        box.refuse()
    states = [handed.state]
    for turn in range(4):
        if states[-1] is not PrintState.SENT:
            break
        states.append(printer.follow(handed.reference).state)
        now[0] += QUIET_S
        if turn == 0:
            box.power_on()
            box.release()
            box.mend()
            box.well()
    box.power_on()
    box.release()
    box.mend()
    box.well()
    return states[-1]


def _printer(box: LabelListener, language: str) -> LabelPrinter:
    make = {"zpl": zpl.make, "tspl": tspl.make}[language]
    printer = make(PrinterSettings(kind=language, address=box.address))
    printer.stall_s = 0.2
    printer.language.answer_s = 0.15  # type: ignore[attr-defined]
    return printer


def _page(job: int) -> Page:
    """Noise below its number, so that a label tells whose it is and whether it is whole."""
    rows = random.Random(job).randbytes(30 * 100)
    return Page(job, Media(30.03, 12.76), raster=Raster(240, 102, 203, 1, job.to_bytes(60, "big") + rows))


def _number(data: bytes) -> int:
    job = int.from_bytes(data[:60], "big")
    assert data[60:] == random.Random(job).randbytes(30 * 100)
    return job
