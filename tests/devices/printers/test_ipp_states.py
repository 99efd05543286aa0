"""What IPP's words mean: a row a word."""

from __future__ import annotations

import pytest

from kiosk.devices.printers import ipp_states
from kiosk.devices.printers.ipp_media import UNASKED, loaded, name_for, size_of
from kiosk.devices.printers.ipp_states import Read, Standing, handover_of
from kiosk.devices.printers.port import Handover
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, PrintState, Takes

ONE_TRAY, TWO_TRAYS = ["auto", "main"], ["auto", "main", "alternate"]
CUPS_TYPE = {"printer-type": 4, "device-uri": "ipp://192.0.2.1/ipp/print"}
A6, A4 = "iso_a6_105x148mm", "iso_a4_210x297mm"


def says(*reasons: str, state: int = 3, trays: list[str] = ONE_TRAY, **more: object) -> Read:
    return {
        "printer-state": state,
        "printer-state-reasons": list(reasons),
        "media-source-supported": trays,
        "printer-is-accepting-jobs": True,
        **{key.replace("_", "-"): value for key, value in more.items()},
    }


@pytest.mark.parametrize(
    ("printer", "trouble", "warning"),
    [
        (says(), None, None),
        (says("none"), None, None),
        (says("media-empty"), Trouble.PAPER_OUT, Trouble.PAPER_OUT),
        (says("media-empty-warning"), Trouble.PAPER_OUT, Trouble.PAPER_OUT),
        (says("media-empty-warning", trays=TWO_TRAYS), None, Trouble.PAPER_OUT),
        (says("media-empty-error", trays=TWO_TRAYS), Trouble.PAPER_OUT, Trouble.PAPER_OUT),
        (says("media-empty-warning", trays=TWO_TRAYS, state=5), Trouble.PAPER_OUT, Trouble.PAPER_OUT),
        (says("media-needed-error"), Trouble.PAPER_OUT, None),
        (says("media-low-report"), None, Trouble.PAPER_OUT),
        (says("media-jam-error"), Trouble.JAM, None),
        (says("cover-open-error", "media-jam-error"), Trouble.JAM, None),
        (says("media-empty-error", "door-open"), Trouble.DOOR_OPEN, Trouble.PAPER_OUT),
        (says("interlock-open-error"), Trouble.DOOR_OPEN, None),
        (says("toner-empty-error"), Trouble.RIBBON_OUT, Trouble.RIBBON_OUT),
        (says("toner-empty-warning"), None, Trouble.RIBBON_OUT),
        (says("marker-supply-low-warning"), None, Trouble.RIBBON_OUT),
        (says("marker-supply-empty-warning", state=5), Trouble.RIBBON_OUT, Trouble.RIBBON_OUT),
        (says("paused", state=5), Trouble.PAUSED, None),
        (says("moving-to-paused"), Trouble.PAUSED, None),
        (says("offline-report"), Trouble.GONE, None),
        (says("connecting-to-device"), Trouble.GONE, None),
        (says("timed-out-warning"), Trouble.GONE, None),
        (says("spool-area-full-error"), Trouble.DISK_FULL, None),
        (says("fuser-over-temp-error"), Trouble.HOT, None),
        (says("input-cannot-feed-size-selected"), Trouble.WRONG_MEDIA, None),
        (says("other-error"), Trouble.STOPPED, None),
        (says("other-report"), None, None),
        (says("com.example.word"), None, None),
        (says(state=5), Trouble.STOPPED, None),
        (says(printer_is_accepting_jobs=False), Trouble.REJECTING, None),
        (says("paused", printer_is_accepting_jobs=False, state=5), Trouble.PAUSED, None),
        ({}, None, None),
        ({"printer-state": "", "printer-state-reasons": ["", 7]}, None, None),
    ],
)
def test_troubles(printer: Read, trouble: Trouble | None, warning: Trouble | None) -> None:
    assert (ipp_states.trouble_of(printer), ipp_states.warning_of(printer)) == (trouble, warning)


def test_a_queue_forgets_its_last_jobs_troubles() -> None:
    idle = {**says("media-jam-error", "paused", "media-low-report"), **CUPS_TYPE}
    assert ipp_states.trouble_of(ipp_states.without_stale(idle)) is Trouble.PAUSED
    assert ipp_states.warning_of(ipp_states.without_stale(idle)) is Trouble.PAPER_OUT
    busy = {**says("media-jam-error", state=4), **CUPS_TYPE}
    assert ipp_states.trouble_of(ipp_states.without_stale(busy)) is Trouble.JAM
    printer = says("media-jam-error")
    assert ipp_states.trouble_of(ipp_states.without_stale(printer)) is Trouble.JAM


def test_a_queue_with_its_printer() -> None:
    queue = {**says("media-jam-error"), **CUPS_TYPE}
    assert ipp_states.trouble_of(ipp_states.joined(queue, says())) is None
    assert ipp_states.trouble_of(ipp_states.joined(queue, says("cover-open"))) is Trouble.DOOR_OPEN
    assert ipp_states.trouble_of(ipp_states.joined(queue, says(state=5))) is Trouble.STOPPED
    assert ipp_states.trouble_of(ipp_states.joined(queue, Trouble.GONE)) is Trouble.GONE


PENDING, HELD, PROCESSING, STOPPED, CANCELED, ABORTED, COMPLETED = range(3, 10)


def told(
    state: int, *reasons: str, printer: Read | None = None, came_out: bool | None = None, **job: object
) -> tuple[PrintState, Trouble | None, bool]:
    read = {"job-state": state, "job-state-reasons": list(reasons), **job}
    handover = handover_of(Standing(read, says() if printer is None else printer), "r", came_out=came_out)
    return handover.state, handover.trouble, handover.holds


def test_what_became_of_a_job() -> None:
    jam, queue = says("media-jam-error", state=5), {**says(), **CUPS_TYPE}
    assert told(PENDING) == (PrintState.SENT, None, False)
    assert told(PROCESSING, printer=jam) == (PrintState.SENT, Trouble.JAM, True)
    assert told(STOPPED) == (PrintState.SENT, Trouble.STOPPED, True)
    assert told(HELD, "job-hold-until-specified") == (PrintState.SENT, Trouble.PAUSED, True)
    assert told(PENDING, printer=says(printer_is_accepting_jobs=False)) == (PrintState.SENT, None, False)
    assert told(COMPLETED) == (PrintState.CONFIRMED, None, False)
    assert told(COMPLETED, printer=queue) == (PrintState.CONFIRMED, None, False)
    assert told(COMPLETED, "job-completed-with-errors") == (PrintState.UNKNOWN, None, False)
    # a jam ends as canceled, and leaves its mark; a hand leaves none
    assert told(CANCELED, printer=jam, came_out=False) == (PrintState.FAILED, Trouble.JAM, False)
    assert told(CANCELED, came_out=False) == (PrintState.CANCELLED, None, False)
    assert told(ABORTED, came_out=False) == (PrintState.FAILED, Trouble.STOPPED, False)
    for state in (CANCELED, ABORTED):
        assert told(state, came_out=True)[0] is PrintState.UNKNOWN
        assert told(state, came_out=None)[0] is PrintState.UNKNOWN
    assert told(99)[0] is PrintState.UNKNOWN


def test_spoolers_know_of_other_printers_only_that_bytes_left() -> None:
    usb = {**says(), **CUPS_TYPE, "device-uri": "usb://Brother/QL-820NWB"}
    assert not ipp_states.confirms(usb)
    assert handover_of(Standing({"job-state": COMPLETED}, usb), "r", came_out=None) == Handover(
        PrintState.SENT
    )


@pytest.mark.parametrize(
    ("job", "printer", "came_out"),
    [
        ({"job-impressions-completed": 0}, says(), False),
        ({"job-impressions-completed": 1}, says(), True),
        ({"job-media-sheets-completed": 0, "job-impressions-completed": 1}, says(), True),
        ({}, says(), None),
        ({"time-at-processing": ""}, says(), False),
        ({"time-at-processing": 5}, says(), None),
        ({"time-at-processing": 5, "job-impressions-completed": 0}, {**says(), **CUPS_TYPE}, None),
        ({"time-at-processing": "", "job-impressions-completed": 1}, {**says(), **CUPS_TYPE}, False),
    ],
)
def test_whether_anything_came_out(job: Read, printer: Read, came_out: bool | None) -> None:
    assert Standing(job, printer).came_out is came_out


def test_what_a_queue_has_given_on() -> None:
    queue = {**says(), **CUPS_TYPE}
    connecting = {"job-state": PROCESSING, "job-printer-state-message": "Connecting to printer."}
    assert Standing(connecting, queue).never_left
    assert not Standing({**connecting, "job-printer-state-message": "Printing."}, queue).never_left
    assert not Standing(connecting, {**queue, **says("cups-waiting-for-job-completed")}).never_left
    assert not Standing(connecting, says()).never_left


def test_a_printer_that_was_switched_on_since() -> None:
    queued = Standing({"time-at-processing": 1_000}, {"printer-up-time": 1_060})
    assert ipp_states.restarted_since({"printer-up-time": 59}, queued)
    assert not ipp_states.restarted_since({"printer-up-time": 61}, queued)
    assert ipp_states.restarted_since({}, queued)


def test_abilities() -> None:
    both = {"document-format-supported": ["image/pwg-raster", "application/pdf"]}
    assert ipp_states.takes_of(both) is Takes.PDF
    raster = {
        "document-format-supported": "image/pwg-raster",
        "pwg-raster-document-type-supported": "black_1",
    }
    assert ipp_states.takes_of(raster) is Takes.MONO
    dots = {"printer-resolution-default": (600, 600, 3), "printer-resolution-supported": [(300, 300, 3)]}
    assert ipp_states.abilities_of(dots, 0).dpi == 600
    assert ipp_states.abilities_of(dots, 203).dpi == 203
    metric = {"printer-resolution-default": (118, 118, 4)}
    assert ipp_states.abilities_of(metric, 0).dpi == 300
    assert ipp_states.abilities_of({}, 0).dpi == 300


def test_sizes_of_media() -> None:
    assert size_of(A6) == Media(105, 148)
    assert size_of("na_letter_8.5x11in") == Media(8.5 * 25.4, 11 * 25.4)
    assert size_of("custom_badge_86x54mm") == Media(86, 54)
    for nonsense in ("", "letter", "iso_a6", "iso_a6_105x148", "x_" + "9" * 400 + "x1mm"):
        assert size_of(nonsense) is None
    assert loaded((A4, A6), A6) == Media(105, 148)
    assert loaded((A4, A6), "iso_a5_148x210mm") == Media(210, 297)
    assert loaded((), A6) == Media(105, 148)
    assert loaded((), "unknown") is None


RANGE = ("custom_min_50x50mm", "custom_max_216x400mm")


@pytest.mark.parametrize(
    ("media", "ready", "supported", "name"),
    [
        (Media(105, 148), (A4, A6), (), A6),
        (Media(148, 105), (A6,), (), A6),
        (Media(105, 148), (A4,), (A4, A6), A4),
        (Media(210, 297), (A6,), (A4, A6), None),
        (Media(105, 148), (), (A4, A6), A6),
        (Media(86, 54), (), (A4, *RANGE), "custom_badge_86x54mm"),
        (Media(86.5, 54.25), (), RANGE, "custom_badge_86.5x54.25mm"),
        (Media(20, 20), (), (A4, *RANGE), None),
        (Media(105, 148), (), (), UNASKED),
        (Media(62, 0), ("custom_roll_62x3000mm",), (), "custom_roll_62x3000mm"),
        (Media(62, 0), (A4,), (A4,), UNASKED),
        (Media(50, 50), (), RANGE, "custom_badge_50x50mm"),
    ],
)
def test_names_for_media(
    media: Media, ready: tuple[str, ...], supported: tuple[str, ...], name: str | None
) -> None:
    assert name_for(media, ready, supported) == name
