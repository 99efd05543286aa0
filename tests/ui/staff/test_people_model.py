"""Find a person, then print the same badge again or issue a new one."""

import pytest

from kiosk.domain.words import Words
from kiosk.services.duty import NotTheirs
from kiosk.services.values import PrintTicket
from kiosk.ui.staff.people_model import SHOWN_MOST


@pytest.fixture
def people(on_duty, bridge):
    on_duty.open("search")
    bridge.answer()
    return on_duty.people


def look_for(people, bridge, text):
    people.search(text)
    bridge.answer()


def test_states_of_a_search(people, bridge, kiosk):
    assert people.state == "start"
    people.search("张")
    assert people.state == "loading"
    bridge.answer()
    assert (people.state, len(people.hits), people.more) == ("ready", 2, False)
    look_for(people, bridge, "zzzz")
    assert (people.state, people.hits) == ("none", [])
    look_for(people, bridge, "")
    assert people.state == "start"
    kiosk.fail("find")
    look_for(people, bridge, "张")
    assert (people.state, people.hits) == ("failed", [])
    kiosk.mend()
    people.retry()
    bridge.answer()
    assert people.state == "ready"


def test_an_answer_to_an_earlier_text_is_dropped(people, bridge):
    people.search("张")
    people.search("zzzz")
    bridge.answer()
    assert people.state == "none"


@pytest.mark.parametrize(("there", "more"), [(SHOWN_MOST, False), (SHOWN_MOST + 1, True)])
def test_more_than_can_be_shown_is_said(people, bridge, kiosk, fakes, there, more):
    kiosk.badge_desk.crowd = fakes.people(there)
    look_for(people, bridge, "李")
    assert (len(people.hits), people.more) == (SHOWN_MOST, more)


def test_a_badge_is_printed_for_the_reason_that_was_chosen(people, bridge, kiosk):
    look_for(people, bridge, "张")
    people.reprint()
    assert bridge.waiting == []  # nobody is chosen
    people.choose("11")
    assert people.chosenName == "张示雨"
    people.choose_reason("damaged")
    people.reprint()
    people.reprint()  # a second touch
    assert people.busy
    bridge.answer()
    assert kiosk.calls.of("reprint") == [(11, "damaged", "s1")]
    assert (people.busy, people.said) == (False, "正在打印，在本机下方出卡口")
    people.reissue()
    bridge.answer()
    assert kiosk.calls.of("reissue") == [(11, "damaged", "s1")]
    people.choose("21")
    assert people.said == ""


def test_a_badge_that_could_not_be_asked_for_is_said_in_place(people, bridge, kiosk):
    kiosk.fail("reissue")
    look_for(people, bridge, "张")
    people.choose("11")
    people.reissue()
    bridge.answer()
    assert people.notDone
    assert people.said == ""
    assert not people.busy
    assert people.state == "ready"
    kiosk.mend()
    people.reissue()
    assert not people.notDone
    bridge.answer()
    assert people.said != ""


def test_another_search_forgets_who_was_chosen(people, bridge):
    look_for(people, bridge, "张")
    people.choose("11")
    look_for(people, bridge, "A015")
    assert not people.chosen
    assert people.chosenName == ""


@pytest.mark.parametrize(("listed", "count"), [("conflicts", 1)])
def test_a_need_lists_its_people(on_duty, bridge, listed, count):
    on_duty.lead(listed)
    assert on_duty.people.state == "loading"
    bridge.answer()
    assert [each["note"] != "" for each in on_duty.people.hits] == [True] * count
    assert on_duty.people.listed == listed


@pytest.fixture
def chosen(people, bridge):
    look_for(people, bridge, "张")
    people.choose("11")
    return people


def test_letting_in_says_what_was_decided(chosen, bridge, kiosk):
    chosen.admit()
    chosen.admit()  # a second touch
    bridge.answer()
    assert kiosk.calls.of("corrections.admit") == [(11, "s1")]
    assert (chosen.said, chosen.refused) == ("入场", False)


def test_letting_in_anyway_needs_a_refusal_and_a_reason(chosen, bridge, kiosk, fakes):
    kiosk.corrections.refused = fakes.Reason.EMPLOYER_LIMIT
    chosen.admit()
    bridge.answer()
    assert (chosen.said, chosen.refused) == ("展位人数已满（A015）", True)
    chosen.ask_for("override")
    assert chosen.reasons == ["known", "mistake", "guest", "urgent"]
    assert chosen.said == "展位人数已满（A015）"  # why, while one chooses
    assert not chosen.ready
    chosen.confirm()
    assert bridge.waiting == []
    chosen.choose_reason("guest")
    chosen.confirm()
    bridge.answer()
    assert kiosk.calls.of("override") == [(11, "guest", "s1")]
    assert (chosen.said, chosen.refused, chosen.asking) == ("人工放行", False, "")


def test_a_refusal_may_stand(chosen, bridge, kiosk, fakes):
    kiosk.corrections.refused = fakes.Reason.BARRED
    kiosk.corrections.stands = True
    chosen.admit()
    bridge.answer()
    chosen.ask_for("override")
    chosen.choose_reason("urgent")
    chosen.confirm()
    bridge.answer()
    assert (chosen.said, chosen.refused) == ("禁止入场", False)


@pytest.mark.parametrize(
    ("what", "call", "values"),
    [
        ("reprint", "reprint", (11, "damaged", "s1")),
        ("reissue", "reissue", (11, "damaged", "s1")),
        ("revoke", "revoke", (11, "damaged", "s1")),
        ("bar", "bar", (11, True, "s1")),
        ("lift", "bar", (11, False, "s1")),
    ],
)
def test_what_is_asked_once_is_done_when_it_is_confirmed(chosen, bridge, kiosk, what, call, values):
    chosen.confirm()  # nothing was asked
    chosen.ask_for(what)
    assert chosen.asking == what
    assert kiosk.calls.of(call) == []
    if chosen.reasons:
        chosen.choose_reason("lost")
    chosen.keep()
    assert chosen.asking == ""
    chosen.confirm()
    bridge.answer()  # at which kiosks it could be printed
    assert kiosk.calls.of(call) == []
    chosen.ask_for(what)
    bridge.answer()
    if chosen.reasons:
        assert not chosen.ready  # nobody's reason is taken over
        chosen.confirm()
        assert bridge.waiting == []
        chosen.choose_reason("damaged")
    chosen.confirm()
    bridge.answer()
    assert kiosk.calls.of(call) == [values]
    assert chosen.asking == ""
    assert chosen.said != ""


def test_who_is_barred_and_what_the_organiser_says_is_shown(people, bridge, kiosk):
    kiosk.badge_desk.barred = {11}
    kiosk.badge_desk.remarks = {11: "示例留言"}
    look_for(people, bridge, "张")
    assert [(hit["barred"], hit["remark"]) for hit in people.hits] == [(True, "示例留言"), (False, "")]
    people.choose("11")
    assert (people.chosenBarred, people.chosenRemark) == (True, "示例留言")
    people.choose("21")
    assert (people.chosenBarred, people.chosenRemark) == (False, "")


def test_another_one_is_not_asked_about(chosen):
    chosen.ask_for("bar")
    chosen.choose("21")
    assert chosen.asking == ""
    chosen.ask_for("everything")
    assert chosen.asking == ""


def test_a_first_print_needs_no_reason(on_duty, bridge, kiosk):
    on_duty.open("search")
    on_duty.search("A015")
    bridge.answer()
    people = on_duty.people
    people.choose("21")
    people.ask_for("reprint")
    assert people.firstPrint
    assert people.reasons == []
    people.confirm()
    bridge.answer()
    assert kiosk.calls.of("reprint") == [(21, "first", "s1")]


def test_a_print_that_is_refused_is_asked_for_again_with_a_reason(on_duty, bridge, kiosk, monkeypatch):
    """Another kiosk has printed it, or it lies somewhere: the desk says so."""
    refused = PrintTicket(None, Words("胸卡早已打好，在 B 服务台", "It lies at desk B."))
    monkeypatch.setattr(kiosk.badge_desk, "reprint", lambda *_asked: refused)
    on_duty.open("search")
    on_duty.search("A015")
    bridge.answer()
    people = on_duty.people
    people.choose("21")
    people.ask_for("reprint")
    people.confirm()
    bridge.answer()
    assert people.said == "胸卡早已打好，在 B 服务台"
    people.ask_for("reprint")
    assert people.reasons == ["lost", "damaged", "misprint", "not_printed"]


def test_somebodys_last_entry_is_undone_once_it_is_asked(on_duty, bridge, kiosk):
    on_duty.open("search")
    on_duty.search("张")
    bridge.answer()
    on_duty.choose("11")
    assert on_duty.people.chosenInside
    on_duty.people.ask_for("undo")
    assert (on_duty.people.asking, on_duty.people.ready) == ("undo", True)
    on_duty.people.confirm()
    bridge.answer()
    assert kiosk.calls.of("undo_last") == [(11, "s1")]
    assert on_duty.people.said == "已撤销，人数已改回"


def test_what_was_not_theirs_is_said_with_whom_to_ask(staff, bridge, kiosk):
    for digit in "8024":
        staff.digit(digit)
    staff.sign_in()
    bridge.answer()
    staff.open("search")
    staff.search("张")
    bridge.answer()
    staff.choose("11")
    refusal = NotTheirs(Words("这件事由制证岗办", "This is for badge staff."))
    kiosk.fail("reissue", refusal)
    staff.people.ask_for("reissue")
    staff.people.choose_reason("lost")
    staff.people.confirm()
    bridge.answer()
    assert (staff.people.said, staff.people.notDone) == ("这件事由制证岗办", False)
    assert staff.shift.whose["reissue"] == "制证岗"
    assert staff.shift.whose["admit"] == ""
