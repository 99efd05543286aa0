"""Label printers of both languages, over TCP and a device file, well and under every fault."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest

from kiosk.devices.printers import tspl, zpl
from kiosk.devices.printers.label_jobs import QUIET_S
from kiosk.devices.printers.label_printer import BUSY_S, MUTE_S, LabelPrinter
from kiosk.devices.printers.port import Handover, Printer
from kiosk.devices.settings import PrinterSettings
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Page, PrintState, Raster, Takes
from tests.devices.printers.label_listener import Fault, LabelDevice, LabelListener

JOB = 0xFEDC_BA98_7654_3210
LANGUAGES = ("zpl", "tspl")
TROUBLES = {
    Fault.PAPER_OUT: Trouble.PAPER_OUT,
    Fault.HEAD_OPEN: Trouble.DOOR_OPEN,
    Fault.RIBBON_OUT: Trouble.RIBBON_OUT,
    Fault.PAUSED: Trouble.PAUSED,
    Fault.HOT: Trouble.HOT,
    Fault.JAM: Trouble.JAM,
}


class Clock:
    """A clock that tests turn."""

    now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


def printer_of(
    address: str, language: str, clock: Clock | None = None, *, answer_s: float | None = None
) -> LabelPrinter:
    """`answer_s` where a test has a printer that does not answer: it waits for nothing."""
    make = {"zpl": zpl.make, "tspl": tspl.make}[language]
    printer = make(PrinterSettings(kind=language, id="desk", address=address))
    if answer_s is not None:
        printer.language.answer_s = answer_s  # type: ignore[attr-defined]
    if clock is not None:
        printer.clock = printer.jobs.clock = clock
    return printer


def page(job: int = JOB, *, width_px: int = 495, height_px: int = 300, seed: int = 7) -> Page:
    """Noise: it does not compress, so it fills every buffer on its way."""
    data = random.Random(seed).randbytes((width_px + 7) // 8 * height_px)
    raster = Raster(width_px, height_px, 203, 1, data)
    return Page(job, Media(width_px / 203 * 25.4, height_px / 203 * 25.4), raster=raster)


def dots(width_px: int, data: bytes) -> list[str]:
    step = (width_px + 7) // 8
    rows = [data[start : start + step] for start in range(0, len(data), step)]
    return ["".join(f"{each:08b}" for each in row)[:width_px] for row in rows]


def printed(listener: LabelListener | LabelDevice, *pages: Page) -> None:
    """These labels came out, in this order, and nothing else."""
    labels = listener.labels()
    assert len(labels) == len(pages)
    for label, each in zip(labels, pages, strict=True):
        assert each.raster is not None
        assert dots(label.width_px, label.data) == dots(each.raster.width_px, each.raster.data)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def listener(language: str) -> Iterator[LabelListener]:
    with LabelListener(language) as each:
        yield each


Way = Callable[..., LabelListener | LabelDevice]


@pytest.fixture(params=[LabelListener, LabelDevice])
def way(request: pytest.FixtureRequest) -> Way:
    """A network printer, or one on a device file."""
    return request.param  # type: ignore[no-any-return]


# A printer that is well


def test_a_label_comes_out_as_it_was_drawn_and_its_counter_proves_it(language: str, way: Way) -> None:
    with way(language) as box:
        printer: Printer = printer_of(box.address, language)
        assert printer.id == "desk"
        look = printer.look()
        assert (look.trouble, look.warning, look.waiting) == (None, None, 0)
        assert look.abilities is not None
        assert (look.abilities.takes, look.abilities.dpi, look.abilities.confirms) == (Takes.MONO, 203, True)
        sent = printer.send(page())
        assert (sent.state, sent.trouble) == (PrintState.SENT, None)
        box.wait_printed(1)
        printed(box, page())
        assert printer.follow(sent.reference) == Handover(PrintState.CONFIRMED, None, sent.reference)
        assert printer.empty() == 0
        assert printer.find(JOB) is None


def test_ten_labels_in_a_row_are_ten_confirmations(language: str, way: Way) -> None:
    with way(language) as box:
        printer = printer_of(box.address, language)
        for each in range(10):
            sent = printer.send(page(JOB + each, seed=each, height_px=40))
            box.wait_printed(each + 1)
            assert printer.follow(sent.reference).state is PrintState.CONFIRMED
        printed(box, *(page(JOB + each, seed=each, height_px=40) for each in range(10)))


def test_a_reference_names_a_job_and_nothing_personal_and_outlives_the_kiosk(
    language: str, listener: LabelListener
) -> None:
    listener.counter = 41
    sent = printer_of(listener.address, language).send(page())
    assert sent.reference.startswith("fedcba9876543210-41-")
    assert len(sent.reference) < 64
    listener.wait_printed(1)
    after_a_crash = printer_of(listener.address, language)
    assert after_a_crash.follow(sent.reference).state is PrintState.CONFIRMED


def test_a_job_is_not_confirmed_while_the_label_is_still_coming(
    language: str, listener: LabelListener
) -> None:
    printer = printer_of(listener.address, language, clock := Clock())
    listener.slow()
    sent = printer.send(page())
    for _ in range(3):
        assert printer.follow(sent.reference) == Handover(PrintState.SENT, None, sent.reference)
        clock.now_s += QUIET_S
    listener.release()
    assert printer.follow(sent.reference).state is PrintState.CONFIRMED


def test_the_labels_that_it_holds_already_do_not_prove_the_next_one(
    language: str, listener: LabelListener
) -> None:
    printer = printer_of(listener.address, language, clock := Clock())
    listener.slow()
    first = printer.send(page(JOB, height_px=9))
    second = printer.send(page(JOB + 1, height_px=9, seed=8))
    listener.come_out()
    listener.forget_jobs()  # its cancel button
    listener.release()
    assert printer.follow(first.reference).state in {PrintState.CONFIRMED, PrintState.SENT}
    clock.now_s += QUIET_S
    if language == "zpl":  # TSPL does not say how many it holds, and at rest it is believed
        assert printer.follow(second.reference).state is PrintState.SENT
        clock.now_s += QUIET_S
        assert printer.follow(second.reference).state is PrintState.SENT


def test_in_a_rush_a_label_is_confirmed_while_the_next_one_is_printed() -> None:
    with LabelListener("zpl") as box:
        printer = printer_of(box.address, "zpl")
        box.slow()
        first, second = printer.send(page()), printer.send(page(JOB + 1, seed=8))
        box.come_out()
        assert printer.follow(first.reference).state is PrintState.CONFIRMED
        assert printer.follow(second.reference).state is PrintState.SENT
        third = printer.send(page(JOB + 2, seed=9))
        box.come_out()
        assert printer.follow(second.reference).state is PrintState.CONFIRMED
        assert printer.follow(third.reference).state is PrintState.SENT
        box.release()
        assert printer.follow(third.reference).state is PrintState.CONFIRMED
        printed(box, page(), page(JOB + 1, seed=8), page(JOB + 2, seed=9))


def test_a_printer_that_says_nothing_while_it_prints_is_not_in_trouble_and_counts_all_the_same(
    language: str,
) -> None:
    with LabelListener(language) as box:
        printer = printer_of(box.address, language, clock := Clock())
        assert printer.look().trouble is None
        printer.language.answer_s = 0.1  # type: ignore[attr-defined]
        box.mumbles = True
        box.slow()
        first = printer.send(page())
        assert (first.state, first.trouble) == (PrintState.SENT, None)
        assert printer.look().trouble is None
        second = printer.send(page(JOB + 1, seed=8))  # it waits in the printer, behind the first
        assert (second.state, second.trouble) == (PrintState.SENT, None)
        assert printer.follow(first.reference) == Handover(PrintState.SENT, None, first.reference)
        clock.now_s += BUSY_S
        assert printer.look().trouble is Trouble.STOPPED  # no label takes so long
        box.release()
        box.wait_printed(2)
        printer.language.answer_s = 1.0  # type: ignore[attr-defined]
        assert printer.follow(first.reference).state is PrintState.CONFIRMED
        assert printer.follow(second.reference).state is PrintState.CONFIRMED
        printed(box, page(), page(JOB + 1, seed=8))


def test_where_no_proof_can_come_there_is_no_reference(language: str) -> None:
    with LabelListener(language, counts=False) as box:
        printer = printer_of(box.address, language, answer_s=0.2)
        assert printer.look().trouble is None
        box.mumbles = True
        box.slow()
        assert printer.send(page()) == Handover(PrintState.SENT)


# Without a counter


def test_without_a_counter_rest_must_last_before_it_is_believed(language: str) -> None:
    with LabelListener(language, counts=False) as box:
        printer = printer_of(box.address, language, clock := Clock())
        sent = printer.send(page())
        assert "-x-" in sent.reference
        box.wait_printed(1)
        assert printer.follow(sent.reference).state is PrintState.SENT
        clock.now_s += QUIET_S
        assert printer.follow(sent.reference).state is PrintState.CONFIRMED


def test_without_a_counter_a_job_of_before_the_crash_cannot_be_told(language: str) -> None:
    with LabelListener(language, counts=False) as box:
        sent = printer_of(box.address, language).send(page())
        box.wait_printed(1)
        printer = printer_of(box.address, language, clock := Clock())
        assert printer.follow(sent.reference).state is PrintState.SENT
        clock.now_s += QUIET_S
        assert printer.follow(sent.reference) == Handover(
            PrintState.UNKNOWN, Trouble.INTERRUPTED, sent.reference
        )


def test_without_a_counter_a_job_thrown_away_after_a_trouble_is_not_confirmed(language: str) -> None:
    with LabelListener(language, counts=False) as box:
        printer = printer_of(box.address, language, clock := Clock())
        box.slow()
        sent = printer.send(page())
        box.fault(Fault.PAPER_OUT)
        assert printer.follow(sent.reference).holds
        box.forget()  # its cancel button
        box.mend()
        for _ in range(3):
            assert printer.follow(sent.reference).state is PrintState.SENT
            clock.now_s += QUIET_S


def test_a_printer_that_never_answers_never_confirms(language: str, way: Way) -> None:
    with way(language, answers=False) as box:
        printer = printer_of(box.address, language, clock := Clock(), answer_s=0.05)
        look = printer.look()
        assert look.trouble is None
        assert look.abilities is not None
        assert not look.abilities.confirms
        assert printer.send(page()) == Handover(PrintState.SENT)  # nothing to follow
        box.wait_printed(1)
        printed(box, page())
        assert printer.follow("") == Handover(PrintState.SENT)
        asked = len(box.received)
        assert printer.look().trouble is None
        assert len(box.received) == asked  # nobody waits for its answer each time
        clock.now_s += MUTE_S
        box.answers = True
        printer.language.answer_s = 1.0  # type: ignore[attr-defined]
        look = printer.look()
        assert look.abilities is not None
        assert look.abilities.confirms


# Troubles


@pytest.mark.parametrize("fault", list(Fault))
def test_each_trouble_is_seen_and_nothing_is_sent_into_it(
    language: str, listener: LabelListener, fault: Fault
) -> None:
    if fault is Fault.JAM and language == "zpl":
        listener.rich = False  # ~HS has no word for it; ~HQES has
    listener.fault(fault)
    printer = printer_of(listener.address, language)
    assert printer.look().trouble is TROUBLES[fault]
    assert printer.send(page()) == Handover(PrintState.FAILED, TROUBLES[fault])
    listener.mend()
    assert printer.look().trouble is None
    sent = printer.send(page())
    listener.wait_printed(1)
    printed(listener, page())
    assert printer.follow(sent.reference).state is PrintState.CONFIRMED


@pytest.mark.parametrize("fault", list(Fault))
@pytest.mark.parametrize("rich", [True, False])
def test_a_trouble_in_between_holds_the_job_and_it_comes_out_when_mended(
    language: str, fault: Fault, rich: bool
) -> None:
    rich = rich and (language, fault) != ("zpl", Fault.JAM)  # ~HS has no word for it
    with LabelListener(language, rich=rich) as box:
        printer = printer_of(box.address, language, answer_s=None if rich else 0.25)
        box.slow()
        sent = printer.send(page())
        box.fault(fault)
        held = printer.follow(sent.reference)
        hot = Trouble.STOPPED if language == "tspl" and not rich else Trouble.HOT  # ESC!? says 80: other
        expected = hot if fault is Fault.HOT else TROUBLES[fault]
        assert held == Handover(PrintState.SENT, expected, sent.reference, holds=True)
        box.release()
        assert not box.printed
        box.mend()
        box.wait_printed(1)
        assert printer.follow(sent.reference).state is PrintState.CONFIRMED
        printed(box, page())


def test_the_first_thing_to_mend_comes_first(language: str, listener: LabelListener) -> None:
    listener.fault(Fault.PAUSED, Fault.RIBBON_OUT, Fault.PAPER_OUT, Fault.HEAD_OPEN)
    printer = printer_of(listener.address, language)
    assert printer.look().trouble is Trouble.DOOR_OPEN
    listener.faults.discard(Fault.HEAD_OPEN)
    assert printer.look().trouble is Trouble.PAPER_OUT
    listener.faults.discard(Fault.PAPER_OUT)
    assert printer.look().trouble is Trouble.RIBBON_OUT


def test_paper_that_ends_with_the_third_of_ten_stops_the_fourth_and_no_other(language: str) -> None:
    with LabelListener(language, labels_left=3) as box:
        printer = printer_of(box.address, language)
        handed = []
        for each in range(5):
            sent = printer.send(page(JOB + each, height_px=20, seed=each))
            handed.append(sent)
            if each < 3:
                box.wait_printed(each + 1)
        assert [each.state for each in handed] == [PrintState.SENT] * 3 + [PrintState.FAILED] * 2
        assert {each.trouble for each in handed[3:]} == {Trouble.PAPER_OUT}
        last = printer.follow(handed[2].reference)
        # ZPL counts while it stands; TSPL says so as soon as it is mended
        assert last.state is (PrintState.CONFIRMED if language == "zpl" else PrintState.SENT)
        box.mend()
        assert printer.follow(handed[2].reference).state is PrintState.CONFIRMED
        printed(box, *(page(JOB + each, height_px=20, seed=each) for each in range(3)))


def test_a_printer_that_answered_once_and_is_silent_now_gets_nothing(
    language: str, listener: LabelListener
) -> None:
    printer = printer_of(listener.address, language)
    assert printer.look().trouble is None
    printer.language.answer_s = 0.05  # type: ignore[attr-defined]
    listener.answers = False
    assert printer.look().trouble is Trouble.STOPPED
    assert printer.send(page()) == Handover(PrintState.FAILED, Trouble.STOPPED)
    assert b"^XA" not in listener.received
    assert b"BITMAP" not in listener.received


def test_an_answer_that_comes_too_late_is_none_to_the_next_question() -> None:
    out_of_paper = {"zpl": b"\x02030,1,0", "tspl": b"\x04"}
    for language, late in out_of_paper.items():
        with LabelDevice(language) as box:
            printer = printer_of(box.address, language)
            assert printer.look().trouble is None
            asked = len(box.received)
            box.mutter(late)
            assert printer.look().trouble is None
            said = bytes(box.received[asked:])
            assert said.startswith(b"~HS" if language == "zpl" else b"\x1b!S")
            assert b"\x1b!?" not in said  # the first answer was understood
            assert b"~HQES" not in said


# Gone


def test_nobody_there_is_gone_and_nothing_has_left(language: str, listener: LabelListener) -> None:
    printer = printer_of(listener.address, language)
    listener.refuse()
    assert printer.look().trouble is Trouble.GONE
    assert printer.send(page()) == Handover(PrintState.FAILED, Trouble.GONE)
    listener.power_on()
    assert printer.look().trouble is None


def test_a_job_is_followed_across_a_cable_that_was_out(language: str, listener: LabelListener) -> None:
    printer = printer_of(listener.address, language)
    sent = printer.send(page())
    listener.wait_printed(1)
    listener.refuse()
    assert printer.follow(sent.reference) == Handover(PrintState.SENT, Trouble.GONE, sent.reference)
    listener.power_on()
    assert printer.follow(sent.reference).state is PrintState.CONFIRMED  # the counter has gone on


@pytest.mark.parametrize("counts", [True, False])
def test_a_printer_that_was_switched_off_with_the_job_is_not_believed(language: str, counts: bool) -> None:
    with LabelListener(language, counts=counts, counter=5) as box:
        printer = printer_of(box.address, language, clock := Clock())
        assert printer.look().trouble is None
        box.slow()
        sent = printer.send(page())
        box.power_off()
        assert printer.follow(sent.reference).trouble is Trouble.GONE
        box.power_on()
        box.release()
        assert printer.follow(sent.reference).state is PrintState.SENT
        clock.now_s += QUIET_S
        assert printer.follow(sent.reference) == Handover(PrintState.UNKNOWN, Trouble.GONE, sent.reference)
        assert not box.printed


def test_a_counter_that_began_anew_tells_of_a_printer_that_was_off_unseen() -> None:
    with LabelListener("tspl", counter=5) as box:
        printer = printer_of(box.address, "tspl", clock := Clock())
        box.slow()
        sent = printer.send(page())
        box.forget()
        box.release()
        assert printer.follow(sent.reference).state is PrintState.SENT
        clock.now_s += QUIET_S
        assert printer.follow(sent.reference) == Handover(PrintState.UNKNOWN, Trouble.GONE, sent.reference)


def test_a_device_that_is_pulled_out_is_gone(language: str) -> None:
    with LabelDevice(language) as box:
        printer = printer_of(box.address, language)
        assert printer.look().trouble is None
        box.slow()
        sent = printer.send(page())
        box.unplug()
        assert printer.look().trouble is Trouble.GONE
        assert printer.send(page()) == Handover(PrintState.FAILED, Trouble.GONE)
        assert printer.follow(sent.reference) == Handover(PrintState.SENT, Trouble.GONE, sent.reference)


# Breaks in the middle


@pytest.mark.parametrize("at", [700, 5_000, 15_000])
def test_a_connection_that_breaks_in_the_middle_is_unknown_and_the_next_label_is_clean(
    language: str, listener: LabelListener, at: int
) -> None:
    printer = printer_of(listener.address, language)
    assert printer.look().trouble is None
    listener.close_at(at)
    broken = printer.send(page())
    assert broken.state is PrintState.UNKNOWN
    assert broken.trouble is Trouble.GONE
    listener.well()
    assert printer.look().trouble is None
    sent = printer.send(page(JOB + 1, seed=9))
    listener.wait_printed(1)
    printed(listener, page(JOB + 1, seed=9))  # with nothing of the first one in it
    assert printer.follow(sent.reference).state is PrintState.CONFIRMED


def test_a_kiosk_that_was_killed_in_the_middle_leaves_no_trace_on_the_next_label(language: str) -> None:
    # a device goes on where the bytes ended, whoever sends the next
    with LabelDevice(language) as box:
        killed = printer_of(box.address, language)
        assert killed.link.open() is None
        raster = page().raster
        assert raster is not None
        half = killed.language.write(raster, Media(62, 37), None)[:9_000]
        assert killed.link.write(half).trouble is None
        killed.link.close()
        printer = printer_of(box.address, language)
        sent = printer.send(page(JOB + 1, seed=9))
        assert sent.state is PrintState.SENT
        box.wait_printed(1)
        printed(box, page(JOB + 1, seed=9))


def test_a_printer_that_hangs_in_the_middle_runs_into_our_own_clock(language: str, way: Way) -> None:
    with way(language, model="GP-1324D") as box:
        printer = printer_of(box.address, language, answer_s=0.1)
        printer.stall_s = 0.3
        assert printer.look().trouble is None
        box.hang_at(2_000)
        hung = printer.send(page(width_px=1200, height_px=4_000))  # more than any buffer on its way
        assert (hung.state, hung.trouble) == (PrintState.UNKNOWN, Trouble.SILENT)
        assert printer.look().trouble is Trouble.STOPPED
        box.well()
        sent = printer.send(page(JOB + 1, seed=9))
        if sent.state is PrintState.FAILED:  # what ends the half label was still on its way
            sent = printer.send(page(JOB + 1, seed=9))
        assert sent.state is PrintState.SENT
        box.wait_printed(1)
        printed(box, page(JOB + 1, seed=9))


def test_a_printer_that_dribbles_gets_its_label(language: str, way: Way) -> None:
    with way(language) as box:
        printer = printer_of(box.address, language)
        assert printer.look().trouble is None
        box.dribble(2_000, 0.002)
        sent = printer.send(page(height_px=600))
        assert sent.state is PrintState.SENT
        box.wait_printed(1)
        printed(box, page(height_px=600))


# Taking back


def test_a_zebra_that_stands_still_gives_the_job_back() -> None:
    with LabelListener("zpl") as box:
        printer = printer_of(box.address, "zpl")
        box.slow()
        sent = printer.send(page())
        assert printer.cancel(sent.reference).state is PrintState.SENT  # it is being printed
        box.fault(Fault.PAPER_OUT)
        assert printer.cancel(sent.reference) == Handover(PrintState.CANCELLED, None, sent.reference)
        box.release()
        box.mend()
        assert printer.look().waiting == 0
        assert not box.printed


@pytest.mark.parametrize("counts", [True, False])
def test_two_that_wait_are_taken_back_together_and_the_other_learns_of_it(counts: bool) -> None:
    with LabelListener("zpl", counts=counts) as box:
        printer = printer_of(box.address, "zpl", clock := Clock())
        box.slow()
        first, second = printer.send(page()), printer.send(page(JOB + 1, seed=8))
        box.fault(Fault.PAPER_OUT)
        assert printer.cancel(first.reference) == Handover(PrintState.CANCELLED, None, first.reference)
        # it did not come out and waits again: its printer is out of paper
        taken_back = Handover(PrintState.CANCELLED, Trouble.PAPER_OUT, second.reference)
        assert printer.follow(second.reference) == taken_back
        box.release()
        box.mend()
        assert not box.printed
        third = printer.send(page(JOB + 2, seed=9))
        box.wait_printed(1)
        handed = printer.follow(third.reference)
        clock.now_s += QUIET_S
        assert (handed if counts else printer.follow(third.reference)).state is PrintState.CONFIRMED


def test_of_two_the_one_that_came_out_stays_and_the_other_is_taken_back() -> None:
    with LabelListener("zpl") as box:
        printer = printer_of(box.address, "zpl")
        box.slow()
        first, second = printer.send(page()), printer.send(page(JOB + 1, seed=8))
        box.come_out()
        box.fault(Fault.PAPER_OUT)
        assert printer.cancel(second.reference).state is PrintState.CANCELLED
        assert printer.follow(first.reference).state is PrintState.CONFIRMED
        printed(box, page())


def test_a_printer_that_does_not_give_it_back_keeps_it() -> None:
    with LabelListener("zpl", gives_back=False) as box:
        printer = printer_of(box.address, "zpl")
        box.slow()
        sent = printer.send(page())
        box.fault(Fault.PAPER_OUT)
        held = Handover(PrintState.SENT, Trouble.PAPER_OUT, sent.reference, holds=True)
        assert printer.cancel(sent.reference) == held
        box.release()
        box.mend()
        printed(box, page())


@pytest.mark.parametrize("counts", [True, False])
def test_what_others_may_have_sent_is_not_taken_back(counts: bool) -> None:
    with LabelListener("zpl", counts=counts) as box:
        printer, other = printer_of(box.address, "zpl"), printer_of(box.address, "zpl")
        box.slow()
        sent = printer.send(page())
        assert other.send(page(JOB + 1, seed=9)).state is PrintState.SENT
        box.fault(Fault.PAUSED)
        held = printer.cancel(sent.reference)
        assert (held.state, held.trouble, held.holds) == (PrintState.SENT, Trouble.PAUSED, True)
        box.release()
        box.mend()
        printed(box, page(), page(JOB + 1, seed=9))


def test_tspl_cannot_say_that_a_job_is_gone_so_it_stays() -> None:
    with LabelListener("tspl") as box:
        printer = printer_of(box.address, "tspl")
        box.slow()
        sent = printer.send(page())
        box.fault(Fault.PAPER_OUT)
        held = printer.cancel(sent.reference)
        assert (held.state, held.trouble, held.holds) == (PrintState.SENT, Trouble.PAPER_OUT, True)
        box.release()
        box.mend()
        printed(box, page())


# What it cannot print


def test_a_label_wider_than_the_head_is_refused_where_the_head_is_known() -> None:
    wide = page(width_px=833, height_px=9)
    for language, model in (("zpl", "ZD421-203dpi"), ("tspl", "TE200")):
        with LabelListener(language, model=model) as box:
            printer = printer_of(box.address, language)
            too_wide = page(width_px=880, height_px=9)
            assert printer.send(too_wide) == Handover(PrintState.FAILED, Trouble.WRONG_MEDIA)
            state = printer.send(wide).state
            assert state is (PrintState.FAILED if language == "zpl" else PrintState.SENT)
    with LabelListener("zpl", model="GP-1324D") as box:
        assert printer_of(box.address, "zpl").send(wide).state is PrintState.SENT


def test_a_page_without_a_raster_of_one_bit_is_not_drawn(language: str, listener: LabelListener) -> None:
    printer = printer_of(listener.address, language)
    for raster in (None, Raster(8, 2, 203, 24, bytes(48)), Raster(8, 2, 203, 1, b"x")):
        bad = Page(JOB, Media(50, 30), pdf=b"%PDF", raster=raster)
        assert printer.send(bad) == Handover(PrintState.FAILED, Trouble.NOT_DRAWN)
    assert not listener.received


def test_a_reference_that_is_not_ours_says_nothing(language: str, listener: LabelListener) -> None:
    printer = printer_of(listener.address, language)
    for reference in ("", "17", "fedcba9876543210-x", "../../etc", "é" * 40):
        assert printer.follow(reference) == Handover(PrintState.SENT, None, reference)
        assert printer.cancel(reference) == Handover(PrintState.SENT, None, reference)
