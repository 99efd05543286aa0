"""The journeys through the window, with fake services behind it."""

import pytest

from kiosk.ui.idle import IDLE_S, WARNING_S
from kiosk.ui.models import STAFF_LOCK_S


def sign_in(window, settle, pin="2468"):
    window.models.navigation.go("staff")
    for digit in pin:
        window.models.staff.digit(digit)
    window.models.staff.sign_in()
    settle(window)


def fill_in(form, name="林示远"):
    form.type_name(name)
    form.next()
    form.choose_degree("硕士")
    form.choose_school("4111010008", "北京科技大学")
    form.skip_phone()


def test_verdict_holds_then_home(window, settle):
    window.models.scan("WELCOME0001")
    settle(window)
    shares = []
    for _ in range(16):  # 4 s in steps of a quarter
        assert window.models.verdict.shown
        shares.append(window.models.verdict.share)
        window.models.verdict.step()
    assert shares[0] == 1.0
    assert shares == sorted(shares, reverse=True)
    assert not window.models.verdict.shown
    assert window.models.verdict.who == ""


def test_verdict_speaks_both_languages(window, settle):
    window.models.scan("EARLY000001")
    settle(window)
    verdict = window.models.verdict
    assert verdict.word == "未到时段"
    assert verdict.otherSentence == "You booked 13:00–15:00.\nPlease scan again from 12:50."
    window.models.modes.toggle_language()
    assert verdict.word == "Too early"
    assert verdict.otherSentence == "您约的是 13:00–15:00，\n请 12:50 起再来扫码。"
    window.models.end_visit()


def test_register_step_opens_the_walk_up(window, settle):
    window.models.scan("NOBODY KNOWS")
    settle(window)
    step = window.models.verdict.steps[0]
    assert step["action"] == "walk_up"
    window.models.verdict.act(step["action"])
    assert window.models.navigation.page == "walk_up"
    window.models.end_visit()


def test_student_number_asks_for_the_phone_tail(window, kiosk, settle, fakes):
    window.models.scan(fakes.STUDENT_NUMBER)
    settle(window)
    check_in = window.models.checkIn
    assert window.models.navigation.page == "check_in"
    assert check_in.state == "tail"
    for digit in "0000":
        check_in.digit(digit)
    check_in.next()
    settle(window)
    assert check_in.problem == "mismatch"
    for digit in fakes.PHONE_TAIL:
        check_in.digit(digit)
    check_in.next()
    settle(window)
    assert kiosk.calls.of("check_in_student")[-1] == (fakes.STUDENT_NUMBER, fakes.PHONE_TAIL)
    assert window.models.verdict.verdict == "admit"
    assert check_in.typed == ""
    window.models.end_visit()


def test_walk_up_registers_once_and_keeps_nothing(window, kiosk, settle):
    form = window.models.walkUp
    window.models.navigation.go("walk_up")
    fill_in(form)
    assert form.question == "consent"
    assert [each["value"] for each in form.summary] == ["林＊远", "硕士", "北京科技大学", ""]
    form.agree()
    form.agree()  # a second touch
    settle(window)
    (registered,) = kiosk.calls.of("register")
    assert registered[0].name == "林示远"
    assert registered[0].consent is True
    assert window.models.verdict.verdict == "admit"
    assert window.models.verdict.steps[0]["icon"] == "badge"
    assert form.question == "name"
    assert form.name == ""
    window.models.end_visit()


def test_walk_up_problem_leads_back_to_the_name(window, settle):
    form = window.models.walkUp
    window.models.navigation.go("walk_up")
    fill_in(form, "林𰻞")
    form.agree()
    settle(window)
    assert form.question == "name"
    assert "𰻞" in form.problem
    assert not window.models.verdict.shown
    window.models.end_visit()


def test_older_school_answer_does_not_cover_a_newer(window, settle):
    form = window.models.walkUp
    window.models.navigation.go("walk_up")
    form.type_school("bkd")
    form.type_school("没有这所")
    settle(window)
    assert form.schools == []
    window.models.end_visit()


def test_staff_pin_then_reprint_and_reissue(window, kiosk, settle):
    staff = window.models.staff
    sign_in(window, settle, "9999")
    assert staff.view == "pin"
    assert staff.refused
    sign_in(window, settle)
    assert staff.view == "desk"
    assert [need["level"] for need in staff.desk.needs] == ["refuse", "notice", "notice"]
    staff.open_search()
    staff.search("张")
    settle(window)
    assert len(staff.people.hits) == 2
    staff.choose("11")
    staff.people.choose_reason("damaged")
    staff.people.reprint()
    settle(window)
    assert kiosk.calls.of("reprint") == [(11, "damaged", "s1")]
    staff.people.reissue()
    settle(window)
    assert kiosk.calls.of("reissue") == [(11, "damaged", "s1")]
    assert staff.people.said != ""
    staff.sign_out()
    assert window.models.navigation.page == "home"
    assert staff.people.hits == []
    assert staff.member == ""


def test_pause_asks_once(window, kiosk, settle):
    staff = window.models.staff
    sign_in(window, settle)
    staff.ask_pause()
    assert staff.askingPause
    assert kiosk.calls.of("set_paused") == []
    staff.pause()
    settle(window)
    assert kiosk.calls.of("set_paused") == [(True, "s1", "")]
    assert staff.paused
    staff.resume()
    settle(window)
    assert not staff.paused
    window.models.end_visit()


def test_nothing_is_paused_by_who_is_not_signed_in(window, kiosk, settle):
    window.models.navigation.go("staff")
    window.models.staff.pause()
    window.models.staff.people.reprint()
    settle(window)
    assert kiosk.calls.of("set_paused") == []
    assert kiosk.calls.of("reprint") == []
    window.models.end_visit()


def test_idle_asks_then_wipes_everything(window, settle):
    form = window.models.walkUp
    window.models.modes.toggle_language()
    window.models.navigation.go("walk_up")
    form.type_name("林示远")
    for _ in range(IDLE_S - WARNING_S):
        window.models.idle.step()
    assert window.models.idle.warning
    window.models.idle.touch()
    assert not window.models.idle.warning
    for _ in range(IDLE_S):
        window.models.idle.step()
    settle(window)
    assert window.models.navigation.page == "home"
    assert form.name == ""
    assert form.summary[0]["value"] == ""
    assert window.models.modes.language == "zh"


def test_idle_signs_staff_out(window, settle):
    sign_in(window, settle)
    for _ in range(STAFF_LOCK_S - 1):
        window.models.idle.step()
    assert window.models.staff.signed_in, "who loads paper has three minutes"
    window.models.idle.step()
    assert not window.models.staff.signed_in
    assert window.models.navigation.page == "home"


def test_answer_for_an_earlier_visitor_is_dropped(window, settle):
    sign_in(window, settle)
    window.models.staff.open_search()
    window.models.staff.search("张")
    window.models.end_visit()
    settle(window)
    assert window.models.staff.people.hits == []


def test_language_switches_every_text_at_once(window, settle):
    window.models.navigation.go("help")
    settle(window)
    assert window.quick.property("pageTitle") == "求助"
    window.models.modes.toggle_language()
    assert window.quick.property("pageTitle") == "Help"
    window.models.end_visit()


@pytest.mark.parametrize("call", ["scan", "register", "sign_in"])
def test_service_fault_calls_staff_and_goes_home_by_itself(window, kiosk, settle, call, caplog):
    kiosk.fail(call)
    if call == "scan":
        window.models.scan("WELCOME0001")
    elif call == "register":
        window.models.navigation.go("walk_up")
        fill_in(window.models.walkUp)
        window.models.walkUp.agree()
    else:
        sign_in(window, settle)
    settle(window)
    assert window.models.navigation.page == "out_of_service"
    assert "FakeFault" in caplog.text
    assert "林示远" not in caplog.text
    assert "2468" not in caplog.text
    assert window.models.walkUp.name == ""
    kiosk.mend()
    window.models.out_of_service_ends()
    assert window.models.navigation.page == "home"
    window.models.scan("WELCOME0001")
    settle(window)
    assert window.models.verdict.verdict == "admit"
    window.models.end_visit()


def test_fault_in_a_slot_calls_staff(window, settle):
    window.models.clock.changed.connect(lambda: 1 // 0)
    window.models.clock.changed.emit()
    settle(window)
    assert window.models.navigation.page == "out_of_service"
    window.models.end_visit()


def test_kiosk_without_services_says_why_and_stays_so(bare_window, settle, fakes):
    bare_window.models.close_service(
        fakes.KnownFault(fakes.Words("资料包读不出来", "The pack could not be read"))
    )
    assert bare_window.models.navigation.page == "out_of_service"
    assert bare_window.models.fault.staff == "资料包读不出来"
    bare_window.models.end_visit()
    settle(bare_window)
    assert bare_window.models.navigation.page == "out_of_service"


def test_stopped_printer_sends_to_the_desk_and_keeps_the_admission(window, kiosk, settle, fakes):
    window.models.scan("WELCOME0001")
    settle(window)
    verdict = window.models.verdict
    verdict.step()
    assert verdict.steps[0]["icon"] == "badge"
    kiosk.print_queue.at("stopped")
    window.models.printed(fakes.JOB)
    settle(window)
    assert verdict.verdict == "admit"
    assert verdict.steps[0]["icon"] == "desk"
    assert verdict.steps[0]["own"] == "stopped"
    assert verdict.share == 1.0
    window.models.end_visit()
