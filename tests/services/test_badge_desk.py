"""The badge desk: registering, finding, reprinting, reissuing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.domain.printing import PrintState
from kiosk.domain.reasons import Reason, Verdict
from kiosk.services.printing.jobs import Report
from kiosk.services.values import WalkUpForm

if TYPE_CHECKING:
    from collections.abc import Callable

FORM = WalkUpForm("赵走", "4111010008", "北京科技大学", "硕士", "0011", consent=True)


def test_a_walk_up_is_registered_admitted_and_printed_at_once(east: Any) -> None:
    registered = east.desk.register(FORM)
    assert registered.admission.decision.reason is Reason.WELCOME
    assert registered.name_masked == "赵＊"
    kinds = [fact.kind for fact in east.gate.store.journal.facts()]
    assert kinds == ["attendee_registered", "badge_issued", "check_in", "print_requested"]
    assert east.printed().face.name == "赵走"


def test_no_personal_field_is_in_a_chained_body(east: Any) -> None:
    east.desk.register(FORM)
    bodies = b"".join(fact.body for fact in east.gate.store.journal.facts())
    assert "赵走".encode() not in bodies
    assert b'"0011"' not in bodies  # as a value of its own: a random id may hold any four digits


@pytest.mark.parametrize(
    "spoilt", [{"name": "  "}, {"name": "\u200b\u202e"}, {"consent": False}, {"name": "长" * 41}]
)
def test_what_is_missing_is_said_and_nothing_recorded(east: Any, spoilt: dict[str, Any]) -> None:
    fields = {
        "name": "赵走",
        "school_code": "",
        "school": "某校",
        "degree": "",
        "phone_tail": "",
        "consent": True,
    }
    registered = east.desk.register(WalkUpForm(**{**fields, **spoilt}))
    assert registered.admission is None
    assert registered.problem.zh
    assert list(east.gate.store.journal.facts()) == []


def test_a_problem_names_the_answer_to_mend(east: Any) -> None:
    desk = replace(east.desk, missing_characters=lambda text: "𰻞" if "𰻞" in text else "")
    assert desk.register(replace(FORM, name="赵𰻞")).field == "name"
    assert desk.register(replace(FORM, school="某𰻞校")).field == "school"


def test_what_cannot_be_seen_or_stored_is_left_out_of_a_name(east: Any) -> None:
    form = replace(FORM, name="赵\u202e走\ud800\n", school="某\u200b校" + "长" * 100_000)
    assert east.desk.register(form).name_masked == "赵＊"
    (hit,) = east.desk.find("赵走")
    assert hit.name == "赵走"
    assert hit.organisation == "某校" + "长" * 58


def test_a_walk_up_on_a_day_without_a_fair_is_told_the_day_to_come(east: Any) -> None:
    east.clock.moment -= timedelta(days=2)
    decision = east.desk.register(FORM).admission.decision
    assert decision.reason is Reason.WRONG_DAY
    assert "11月28日" in decision.words.sentence.zh


@pytest.mark.parametrize("query", ["林知远", "知远", "2019000001", "0001"])
def test_staff_find_by_name_number_or_phone(east: Any, query: str) -> None:
    hits = east.desk.find(query)
    assert "林知远" in [hit.name for hit in hits]
    assert "13000000001" not in repr(hits)


def test_staff_find_walk_ups_too(east: Any) -> None:
    east.desk.register(FORM)
    (hit,) = east.desk.find("赵走")
    assert hit.inside
    assert hit.prints == 1


def test_a_reprint_is_a_fact_and_the_same_badge(east: Any, codes: Callable[[int], str]) -> None:
    east.gate.scan(codes(1))
    first = east.printed()
    east.clock.moment += timedelta(seconds=1)
    ticket = east.desk.reprint(1, "damaged", "s1")
    second = east.printed()
    assert ticket.job == second.job != first.job
    assert second.face.token == first.face.token
    assert "取卡" in ticket.words.zh
    record = east.queue.jobs.record(ticket.job)
    assert (record.reason, record.by) == ("damaged", "s1")


@pytest.mark.parametrize("reason", ["", "first", "smudged"])
def test_after_the_first_print_a_reason_is_needed(
    east: Any, codes: Callable[[int], str], reason: str
) -> None:
    east.gate.scan(codes(1))
    east.printed()
    ticket = east.desk.reprint(1, reason, "s1")
    assert ticket.job is None
    assert "原因" in ticket.words.zh
    assert east.desk.reissue(1, reason, "s1").job is None
    assert east.queue.jobs.requested() == ()


def test_the_first_print_needs_no_reason(east: Any) -> None:
    ticket = east.desk.reprint(1, "", "s1")
    assert east.queue.jobs.record(ticket.job).reason == "first"
    east.printed()


def test_a_badge_on_its_way_is_not_asked_for_again(east: Any, codes: Callable[[int], str]) -> None:
    job = east.gate.scan(codes(1)).job
    ticket = east.desk.reprint(1, "lost", "s1")
    assert (ticket.job, len(east.queue.jobs.requested())) == (job, 1)
    assert ticket.words.zh == "这张正在打，会从本机下方的出卡口出来"
    assert ticket.words.en == "It is being printed already, and comes out at the slot below."


@pytest.mark.parametrize(
    ("reason", "was"), [("damaged", "confirmed"), ("not_printed", "failed"), ("", "unknown")]
)
def test_whoever_asks_again_for_a_reason_has_seen_what_came_out(
    east: Any, codes: Callable[[int], str], reason: str, was: str
) -> None:
    job = east.gate.scan(codes(1)).job
    east.queue.jobs.report(job, Report(PrintState.UNKNOWN), only_from=("requested",))
    ticket = east.desk.reprint(1, reason, "s1")
    assert (ticket.job is None) == (was == "unknown")
    record = east.queue.jobs.record(job)
    assert (record.state, record.reported_by) == (was, "" if was == "unknown" else "s1")


def test_what_waits_of_a_badge_that_is_replaced_or_revoked_is_not_printed(
    east: Any, codes: Callable[[int], str]
) -> None:
    old = east.gate.scan(codes(1)).job
    new = east.desk.reissue(1, "lost", "s1").job
    assert [each.job for each in east.queue.jobs.requested()] == [new]
    assert east.queue.jobs.record(old).state == "cancelled"
    east.desk.revoke(1, "lost", "s1")
    assert east.queue.jobs.requested() == ()


def test_after_a_reissue_only_the_new_badge_admits(east: Any, codes: Callable[[int], str]) -> None:
    east.gate.scan(codes(1))
    old = east.printed()
    east.desk.reissue(1, "lost", "s1")
    new = east.printed()
    assert east.gate.scan(old.face.token).decision.reason is Reason.REPLACED
    assert east.gate.scan(new.face.token).decision.reason in {Reason.REPEATED, Reason.ALREADY_INSIDE}


@pytest.mark.parametrize("typed", ["北科大", "北京科", "bjkj", "beijingkeji", "科技大学", "bkd", "beike"])
def test_a_school_is_found_as_people_type_it(east: Any, typed: str) -> None:
    assert "北京科技大学" in [hit.name for hit in east.desk.schools(typed)]


def test_who_is_booked_is_not_registered_twice(east: Any) -> None:
    form = WalkUpForm("林知远", "", "北京科技大学", "硕士", "0001", consent=True)
    found = east.desk.register(form)
    assert found.known
    assert found.admission.attendee == 1
    assert found.admission.decision.reason is Reason.WELCOME
    assert found.admission.prints
    assert not [fact for fact in east.gate.store.journal.facts() if fact.kind == "attendee_registered"]


def test_who_registers_twice_is_already_inside(east: Any) -> None:
    form = WalkUpForm("赵走", "4111010008", "北京科技大学", "硕士", "0011", consent=True)
    first = east.desk.register(form).admission
    east.clock.moment += timedelta(minutes=5)
    again = east.desk.register(form)
    assert again.known
    assert again.admission.attendee == first.attendee
    assert again.admission.decision.reason is Reason.ALREADY_INSIDE


def test_the_same_name_without_the_phone_or_at_another_school_is_another_person(east: Any) -> None:
    form = WalkUpForm("赵走", "4111010008", "北京科技大学", "硕士", "0011", consent=True)
    first = east.desk.register(form).admission
    for other in (replace(form, phone_tail=""), replace(form, school_code="4111010001")):
        found = east.desk.register(other)
        assert not found.known
        assert found.admission.attendee != first.attendee


def test_a_student_number_that_is_booked_goes_to_the_desk(east: Any) -> None:
    form = WalkUpForm("李四", "", "北京科技大学", "硕士", "", consent=True, student_number="2019000001")
    found = east.desk.register(form)
    assert found.admission is None
    assert "4 号服务台" in found.problem.zh
    other = east.desk.register(replace(form, student_number="2019999999"))
    assert other.admission.decision.verdict is Verdict.ADMIT


def test_a_revoked_badge_admits_nobody_and_a_new_one_does(east: Any, codes: Callable[[int], str]) -> None:
    east.gate.scan(codes(1))
    job = east.printed()
    assert east.desk.revoke(1, "lost", "s1").job is None
    assert east.gate.scan(job.face.token).decision.reason is Reason.REVOKED
    east.desk.reissue(1, "lost", "s1")
    token = east.printed().face.token
    east.clock.moment += timedelta(minutes=5)
    assert east.gate.scan(token).decision.reason is Reason.ALREADY_INSIDE
    assert east.gate.scan(job.face.token).decision.reason is Reason.REVOKED


def test_a_badge_that_only_the_pack_knows_is_revoked_too(east: Any, kiosk_at: Callable[..., Any]) -> None:
    west = kiosk_at("west-1")
    west.gate.scan("B" * 26)
    token = west.printed().face.token
    east.desk.revoke(1, "lost", "s1")
    assert east.gate.scan(token).decision.reason is Reason.REVOKED


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("zhiyuan", ["林知远"]),
        ("lzy", ["林知远"]),
        ("lin 0001", ["林知远"]),
        ("lin 0002", []),
        ("A001", ["赵代表", "钱代表"]),
        ("买买提", ["阿依古丽·买买提"]),
        ("zou", ["赵走"]),
    ],
)
def test_staff_find_by_pinyin_and_by_more_words(east: Any, typed: str, names: list[str]) -> None:
    east.desk.register(WalkUpForm("赵走", "4111010008", "北京科技大学", "硕士", "0011", consent=True))
    assert sorted(hit.name for hit in east.desk.find(typed)) == sorted(names)


def test_who_is_named_so_stands_before_walk_ups_who_only_begin_so(east: Any) -> None:
    for given in ("远方", "远山"):
        east.desk.register(WalkUpForm(f"林知{given}", "", "北京科技大学", "硕士", "", consent=True))
    assert [hit.name for hit in east.desk.find("林知远")] == ["林知远", "林知远山", "林知远方"]
    assert [hit.name for hit in east.desk.find("林知远", most=1)] == ["林知远"]
