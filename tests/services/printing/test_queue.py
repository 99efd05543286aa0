"""The print queue: facts before and after, one print for one request, and never silently nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.badges.renderer import UnreadableCode
from kiosk.devices.printers.port import Handover
from kiosk.domain import badge, facts
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.services.printing.flights import CONFIRM_TIMEOUT_S, HOLD_S, SETTLE_S
from kiosk.services.printing.queue import PrintQueue
from kiosk.services.printing.values import Stage
from kiosk.services.values import WalkUpForm
from kiosk.store.erasure import erase_persons
from tests.fakes.printers import CANCELLED, CONFIRMED, FAILED, SENT, UNKNOWN, SimulatedPrinter
from tests.services.conftest import RENDERER


def test_a_job_is_a_fact_at_each_step_and_comes_out_once(desk: Any, sim: SimulatedPrinter) -> None:
    job = desk.ask(1)
    desk.work()
    desk.wait(2)
    assert desk.states(job) == ["rendered", "sent", "confirmed"]
    assert sim.came_out == {job: 1}
    assert desk.ended == [(job, CONFIRMED)]
    assert desk.queue.whereabouts(job).stage is Stage.OUT
    assert desk.tasks[:2] == ["Prepare", "Send"], "a look before it, and no other"


def test_nothing_leaves_before_a_fact_says_that_it_may(desk: Any, sim: SimulatedPrinter) -> None:
    job = desk.ask(1)
    desk.step()
    assert desk.states(job) == ["rendered"]
    assert sim.pages == []


def test_a_badge_in_a_folder_is_a_pdf_that_names_nobody(east: Any, codes: Callable[[int], str]) -> None:
    job = east.gate.scan(codes(1)).job
    while (task := east.queue.next_task()) is not None:
        east.queue.settle(task, task.run())
    (pdf,) = east.prints.iterdir()
    assert pdf.read_bytes().startswith(b"%PDF")
    assert pdf.name == f"{job:016x}.pdf"
    assert east.queue.whereabouts(job).stage is Stage.OUT
    assert east.queue.rests


def test_whose_badge_it_is_and_how_many_come_before_it(desk: Any) -> None:
    first = desk.ask(1)
    second = desk.bench.desk.register(
        WalkUpForm("林示远", "", "某校", "硕士", "", consent=True)
    ).admission.job
    third = desk.ask(4)
    assert [desk.queue.before(each) for each in (first, second, third)] == [0, 1, 2]
    where = desk.queue.whereabouts(second)
    assert (where.stage, where.before, where.place.zh) == (Stage.WAITING, 1, "sim口")
    desk.work()
    desk.wait(3)
    assert [each for each, _ in desk.ended] == [first, second, third]
    assert desk.queue.before(first) is None


# ---- troubles of a printer


def test_a_printer_in_trouble_gets_nothing_and_nothing_is_lost(desk: Any, sim: SimulatedPrinter) -> None:
    sim.trouble = Trouble.PAPER_OUT
    job = desk.ask(1)
    desk.wait(30)
    assert sim.pages == []
    assert desk.states(job) == []
    where = desk.queue.whereabouts(job)
    assert where.stage is Stage.HELD
    assert badge.decode(where.token) is not None, "the last resort: to be photographed"
    (line,) = desk.queue.standing().printers
    assert (line.trouble, line.since) == (Trouble.PAPER_OUT, desk.bench.clock.now())
    sim.trouble = None
    desk.wait(7)
    assert sim.came_out == {job: 1}
    assert desk.queue.standing().printers[0].since is None


def test_the_oldest_goes_first_when_a_printer_is_well_again(desk: Any, sim: SimulatedPrinter) -> None:
    sim.trouble = Trouble.JAM
    jobs = [desk.ask(each) for each in (1, 4, 10)]
    desk.wait(10)
    sim.trouble = None
    desk.wait(10)
    assert [page.job for page in sim.pages] == jobs


def test_the_next_printer_takes_what_the_first_cannot(desk_of: Any) -> None:
    first, second = SimulatedPrinter("first", trouble=Trouble.GONE), SimulatedPrinter("second")
    desk = desk_of(first, second)
    job = desk.ask(1)
    desk.work()
    desk.wait(2)
    assert (first.pages, second.came_out) == ([], {job: 1})
    assert desk.queue.whereabouts(job).place.zh == "second口"
    first.trouble = None
    desk.wait(6)
    other = desk.ask(4)
    desk.wait(3)
    assert first.came_out == {other: 1}, "the first again, as soon as it is well"
    desk.queue.print_first_on("second")
    third = desk.ask(10)
    desk.wait(3)
    assert second.came_out == {job: 1, third: 1}


def test_a_printer_that_refuses_a_job_rests_and_the_next_takes_it(desk_of: Any) -> None:
    first, second = SimulatedPrinter("first"), SimulatedPrinter("second")
    desk = desk_of(first, second)
    first.sends.append(Handover(FAILED, Trouble.DOOR_OPEN))
    job = desk.ask(1)
    desk.work()
    desk.wait(2)
    assert desk.states(job) == ["rendered", "requested:door_open", "rendered", "sent", "confirmed"]
    assert second.came_out == {job: 1}
    assert desk.queue.standing().printers[0].trouble is Trouble.DOOR_OPEN
    desk.wait(6)
    assert desk.queue.standing().printers[0].trouble is None


def test_a_printer_that_takes_one_job_at_a_time_gets_one_at_a_time(desk: Any, sim: SimulatedPrinter) -> None:
    jobs = [desk.ask(each) for each in (1, 4, 10)]
    taken = sim.send

    def one_at_a_time(page: Any) -> Handover:
        return Handover(FAILED, Trouble.REJECTING) if sim.holds else taken(page)

    sim.send = one_at_a_time
    desk.work(feed=False)
    assert desk.states(jobs[1]) == ["rendered", "requested:rejecting"]
    assert desk.queue.standing().printers[0].trouble is None, "it works"
    desk.wait(6)
    assert sim.came_out == dict.fromkeys(jobs, 1)
    assert [desk.states(each) for each in (jobs[0], jobs[2])] == [["rendered", "sent", "confirmed"]] * 2


def test_a_job_that_only_fails_itself_lets_others_through_and_fails(desk: Any, sim: SimulatedPrinter) -> None:
    poison = desk.ask(1)
    taken = sim.send

    def refuse(page: Any) -> Handover:
        return Handover(FAILED, Trouble.STOPPED) if page.job == poison else taken(page)

    sim.send = refuse
    desk.wait(20)
    other = desk.ask(4)
    desk.wait(120)
    assert sim.came_out == {other: 1}
    assert desk.states(poison)[-1] == "failed:stopped"
    assert (poison, FAILED) in desk.ended


@pytest.mark.parametrize("slowly", [False, True])
def test_a_job_that_a_trouble_holds_goes_to_the_next_printer_once_it_is_given_back(
    desk_of: Any, slowly: bool
) -> None:
    first, second = SimulatedPrinter("first", slowly=slowly), SimulatedPrinter("second")
    desk = desk_of(first, second)
    job = desk.ask(1)
    desk.work(feed=False)
    first.trouble = Trouble.PAPER_OUT
    desk.wait(2, feed=False)
    assert desk.queue.whereabouts(job).stage is Stage.HELD
    desk.wait(HOLD_S + 5)
    assert desk.states(job) == ["rendered", "sent", "requested:moved", "rendered", "sent", "confirmed"]
    first.trouble = None
    desk.wait(10)
    assert first.came_out + second.came_out == {job: 1}


def test_a_job_that_is_not_given_back_for_sure_stays_with_its_printer(desk_of: Any) -> None:
    first, second = SimulatedPrinter("first", gives_back=False), SimulatedPrinter("second")
    desk = desk_of(first, second)
    job = desk.ask(1)
    desk.work(feed=False)
    first.trouble = Trouble.PAPER_OUT
    desk.wait(200)
    assert second.pages == []
    assert desk.states(job) == ["rendered", "sent"]
    assert desk.queue.standing().waiting[0].trouble is Trouble.PAPER_OUT
    first.trouble = None
    desk.wait(2)
    assert first.came_out == {job: 1}


def test_a_jam_that_ends_as_cancelled_is_printed_again(desk: Any, sim: SimulatedPrinter) -> None:
    job = desk.ask(1)
    desk.work(feed=False)
    sim.ends(job, CANCELLED, Trouble.JAM)
    desk.wait(20)
    assert desk.states(job) == ["rendered", "sent", "requested:jam", "rendered", "sent", "confirmed"]
    assert sim.came_out == {job: 1}


def test_a_job_that_somebody_took_back_at_the_printer_has_failed(desk: Any, sim: SimulatedPrinter) -> None:
    job = desk.ask(1)
    desk.work(feed=False)
    sim.ends(job, CANCELLED)
    desk.wait(2)
    assert desk.states(job)[-1] == "failed:withdrawn"
    assert desk.queue.standing().failed[0].trouble is Trouble.WITHDRAWN


def test_a_printer_that_is_gone_keeps_no_other_waiting(desk_of: Any) -> None:
    first, second = SimulatedPrinter("first"), SimulatedPrinter("second")
    desk = desk_of(first, second)
    lost = desk.ask(1)
    desk.work(feed=False)
    first.trouble = Trouble.GONE

    def slow(*_: Any) -> Handover:
        desk.now_s += 3  # what it takes to find that nobody is there
        return Handover(SENT, Trouble.GONE, f"first-{lost:016x}")

    first.follow = slow
    desk.wait(6)
    assert desk.queue.whereabouts(lost).stage is Stage.HELD
    jobs, began_s = [desk.ask(4), desk.ask(10)], desk.now_s
    desk.wait(4)
    assert second.came_out == dict.fromkeys(jobs, 1)
    assert desk.now_s - began_s < 10
    first.cancel = slow
    desk.wait(60)
    assert desk.states(lost)[-1] == "unknown:gone"


# ---- our own clocks


def test_a_printer_that_says_nothing_more_is_asked_for_the_job_then_staff_are(
    desk: Any, sim: SimulatedPrinter
) -> None:
    job = desk.ask(1)
    sim.tells, sim.gives_back = False, False
    desk.work(feed=False)
    desk.wait(CONFIRM_TIMEOUT_S - 2, feed=False)
    assert desk.states(job) == ["rendered", "sent"]
    desk.wait(3, feed=False)
    assert desk.states(job) == ["rendered", "sent", "unknown:silent"]
    assert desk.ended == [(job, UNKNOWN)]
    where = desk.queue.whereabouts(job)
    assert (where.stage, where.token != "") == (Stage.STOPPED, True)
    (line,) = desk.queue.standing().unknown
    assert (line.job, line.who, line.trouble) == (job, "林＊远", Trouble.SILENT)


def test_a_silent_printer_that_gives_the_job_back_for_sure_leaves_nothing_unknown(desk_of: Any) -> None:
    first, second = SimulatedPrinter("first", tells=False), SimulatedPrinter("second")
    desk = desk_of(first, second)
    job = desk.ask(1)
    desk.work(feed=False)
    desk.wait(CONFIRM_TIMEOUT_S + 3, feed=False)
    desk.wait(3)
    assert desk.states(job)[2:] == ["requested:silent", "rendered", "sent", "confirmed"]
    assert first.came_out + second.came_out == {job: 1}


def test_what_a_printer_that_cannot_confirm_has_taken_is_as_far_as_can_be_known(desk_of: Any) -> None:
    desk = desk_of(SimulatedPrinter(confirms=False))
    job = desk.ask(1)
    desk.work()
    assert desk.queue.whereabouts(job).stage is Stage.PRINTING
    desk.wait(SETTLE_S + 3)
    assert desk.states(job) == ["rendered", "sent"]
    assert desk.ended == [(job, SENT)]
    assert desk.queue.whereabouts(job).stage is Stage.OUT
    assert desk.queue.rests
    desk.queue.close()
    desk.start()
    desk.wait(3)
    assert desk.states(job) == ["rendered", "sent"], "nor after a start"


def test_a_trouble_just_after_makes_staff_look(desk_of: Any) -> None:
    printer = SimulatedPrinter(confirms=False)
    desk = desk_of(printer)
    job = desk.ask(1)
    desk.work()
    printer.trouble = Trouble.PAPER_OUT
    desk.wait(3)
    assert desk.states(job) == ["rendered", "sent", "unknown:paper_out"]


# ---- troubles of a badge


def test_what_no_printer_can_print_fails_before_any(desk: Any, sim: SimulatedPrinter) -> None:
    desk.renderer.fails = {"林知远": UnreadableCode(), "阿依古丽·买买提": ValueError("no such glyph")}
    unreadable, undrawn = desk.ask(1), desk.ask(4)
    form = WalkUpForm("林\U0001f600", "", "某校", "硕士", "", consent=True)
    missing = desk.bench.desk.register(form).admission.job
    desk.work()
    assert desk.states(unreadable) == ["failed:code_unreadable"]
    assert desk.states(undrawn) == ["failed:not_drawn"]
    assert desk.states(missing) == ["failed:character_missing"]
    assert sim.pages == []
    assert len(desk.queue.standing().failed) == 3


def test_who_was_erased_gets_no_nameless_badge(desk: Any, sim: SimulatedPrinter) -> None:
    form = WalkUpForm("赵走", "", "某校", "硕士", "0011", consent=True)
    job = desk.bench.desk.register(form).admission.job
    erase_persons(desk.bench.gate.store, fair="test-fair", now_ms=desk.bench.clock.now_ms())
    desk.work()
    assert desk.states(job) == ["failed:erased"]
    assert sim.pages == []


def test_without_a_printer_a_badge_fails_at_once_and_says_so(desk_of: Any) -> None:
    desk = desk_of()
    job = desk.ask(1)
    desk.work()
    assert desk.states(job) == ["failed:no_printer"]
    assert desk.queue.whereabouts(job).stage is Stage.STOPPED
    assert not desk.queue.standing().chosen


def test_a_job_of_another_fair_gets_no_badge_of_this_one(desk: Any) -> None:
    store = desk.bench.gate.store
    with store.transaction():
        body = facts.PrintRequested("last-fair", 7, 1001, 1, "first")
        store.journal.append(body, now_ms=desk.bench.clock.now_ms())
    desk.work()
    assert desk.states(7) == []
    assert desk.queue.rests


# ---- after a crash


@pytest.mark.parametrize(
    ("found", "then", "prints"),
    [
        (None, ["unknown:interrupted"], 0),
        (Handover(CONFIRMED), ["confirmed"], 0),
        (Handover(UNKNOWN, Trouble.GONE), ["unknown:gone"], 0),
        (Handover(FAILED), ["requested:interrupted", "rendered", "sent", "confirmed"], 1),
    ],
)
def test_a_job_that_may_have_left_is_asked_of_its_printer(
    desk: Any, sim: SimulatedPrinter, found: Handover | None, then: list[str], prints: int
) -> None:
    job = desk.ask(1)
    desk.step()
    desk.crash()
    sim.found[job] = found
    desk.wait(3)
    assert desk.states(job) == ["rendered", *then]
    assert sim.came_out[job] == prints


def test_a_kiosk_that_stops_asks_nobody_about_what_has_not_left(desk: Any, sim: SimulatedPrinter) -> None:
    first = desk.ask(1)
    desk.step()
    desk.queue.close()
    assert desk.states(first) == ["rendered", "requested:interrupted"], "it was drawn, and not taken"
    desk.start()
    desk.step()
    send = desk.queue.next_task()
    desk.queue.not_run(send)
    assert desk.states(first)[-2:] == ["rendered", "requested:interrupted"]
    desk.queue.close()
    desk.start()
    desk.wait(3)
    assert sim.came_out == {first: 1}


def test_a_job_that_was_sent_is_followed_by_its_reference(desk: Any, sim: SimulatedPrinter) -> None:
    job = desk.ask(1)
    desk.work(feed=False)
    desk.crash()
    desk.wait(2)
    assert desk.states(job) == ["rendered", "sent", "confirmed"]
    assert len(sim.pages) == 1


def test_a_printer_that_starts_with_the_kiosk_is_waited_for(desk: Any, sim: SimulatedPrinter) -> None:
    job = desk.ask(1)
    desk.step()
    desk.crash()
    sim.trouble, sim.found[job] = Trouble.GONE, Handover(CONFIRMED)
    desk.wait(20)
    assert desk.states(job) == ["rendered"]
    sim.trouble = None
    desk.wait(7)
    assert desk.states(job) == ["rendered", "confirmed"]


def test_a_printer_that_is_named_no_more_cannot_be_asked(desk_of: Any) -> None:
    desk = desk_of(SimulatedPrinter("old"))
    job = desk.ask(1)
    desk.step()
    desk.printers = (SimulatedPrinter("new"),)
    desk.crash()
    desk.work()
    assert desk.states(job) == ["rendered", "unknown:interrupted"]


# ---- staff


def unknown(desk: Any, sim: SimulatedPrinter) -> int:
    job = desk.ask(1)
    sim.sends.append(Handover(UNKNOWN, Trouble.SILENT))
    desk.work()
    return job


def test_staff_who_saw_it_come_out_end_it(desk: Any, sim: SimulatedPrinter) -> None:
    job = unknown(desk, sim)
    assert desk.queue.answer(job, True, "s1") is None
    assert desk.states(job)[-1] == "confirmed"
    assert desk.queue.standing().unknown == ()
    assert desk.queue.answer(job, False, "s1") is None, "only once"
    desk.wait(3)
    assert len(sim.pages) == 1


def test_staff_who_saw_nothing_get_another_for_that_reason(desk: Any, sim: SimulatedPrinter) -> None:
    job = unknown(desk, sim)
    again = desk.queue.answer(job, False, "s1")
    assert desk.queue.answer(job, False, "s1") is None, "two touches, one badge"
    desk.wait(3)
    assert desk.states(job)[-1] == "failed:not_come_out"
    assert sim.came_out == {again: 1}
    record = desk.queue.jobs.record(again)
    assert (record.reason, record.by) == ("not_come_out", "s1")
    assert desk.queue.standing().failed == ()


def test_staff_who_saw_nothing_get_no_third_one(desk: Any, sim: SimulatedPrinter) -> None:
    job = unknown(desk, sim)
    record = desk.queue.jobs.record(job)
    with desk.bench.gate.store.transaction():
        desk.bench.issuing.request_print(record.badge, record.attendee, reason="lost", by="s2")
    assert desk.queue.answer(job, False, "s1") is None, "one waits already"
    assert len(desk.queue.jobs.requested()) == 1


def test_a_badge_that_is_valid_no_more_is_not_printed_again(desk: Any, sim: SimulatedPrinter) -> None:
    job = unknown(desk, sim)
    new = desk.bench.desk.reissue(1, "lost", "s1").job
    assert desk.queue.answer(job, False, "s1") is None
    assert [each.job for each in desk.queue.jobs.requested()] == [new]


def test_a_job_that_waits_is_taken_back_at_once(desk: Any, sim: SimulatedPrinter) -> None:
    sim.trouble = Trouble.PAPER_OUT
    job = desk.ask(1)
    desk.wait(1)
    assert desk.queue.cancel(job, "s1")
    sim.trouble = None
    desk.wait(10)
    assert desk.states(job) == ["cancelled:withdrawn"]
    assert sim.pages == []


@pytest.mark.parametrize("slowly", [False, True])
def test_a_job_that_a_printer_has_is_asked_back(desk: Any, sim: SimulatedPrinter, slowly: bool) -> None:
    job = desk.ask(1)
    sim.slowly = slowly
    desk.work(feed=False)
    assert not desk.queue.cancel(job, "s1")
    desk.wait(2, feed=False)
    assert desk.states(job)[-1] == "cancelled:withdrawn"
    assert sim.holds == {}
    assert desk.ended == [(job, CANCELLED)]


def test_labels_are_counted_down_and_said_in_time(desk: Any) -> None:
    desk.queue.labels_loaded("sim", 22)
    for number in (1, 4):
        desk.ask(number)
        desk.wait(3)
    (line,) = desk.queue.standing().printers
    assert (line.labels_left, line.warning, line.trouble) == (20, Trouble.PAPER_OUT, None)
    desk.queue.labels_loaded("sim", 0)
    assert desk.queue.standing().printers[0].labels_left is None


def test_what_is_done_to_the_queue_by_a_printer_is_told_only_when_it_is_new(
    desk: Any, sim: SimulatedPrinter
) -> None:
    desk.work()
    changes = []
    for at in range(1, 21):
        desk.now_s += 1
        if at == 11:
            sim.trouble = Trouble.DOOR_OPEN
        while (task := desk.queue.next_task()) is not None:
            changes.append((at, desk.queue.settle(task, task.run()).changed))
    assert [at for at, changed in changes if changed] == [15]
    assert len(changes) == 4, "an idle printer is looked at every 5 s"


def test_a_test_page_names_nobody_admits_nobody_and_is_no_fact(east: Any) -> None:
    before = len(list(east.gate.store.journal.facts()))
    assert east.queue.test_page("folder").state is PrintState.CONFIRMED
    (pdf,) = east.prints.iterdir()
    assert pdf.read_bytes().startswith(b"%PDF")
    assert len(list(east.gate.store.journal.facts())) == before
    assert badge.decode(badge.PREFIX + "A" * 148) is None
    east.prints.joinpath(pdf.name).unlink()
    east.prints.rmdir()
    assert east.queue.test_page().trouble is Trouble.FOLDER_MISSING
    nothing = PrintQueue(east.gate, east.issuing, (), RENDERER)
    assert nothing.test_page().trouble is Trouble.NO_PRINTER
