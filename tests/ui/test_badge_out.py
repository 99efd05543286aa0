"""The badge that is being printed: from its verdict to the visitor's hand, or to the desk."""

import pytest

from kiosk.devices.printers import PrintOutcome, PrintState

CONFIRMED = PrintOutcome(PrintState.CONFIRMED)
FAILED = PrintOutcome(PrintState.FAILED)


@pytest.fixture
def admitted(window, kiosk, settle, fakes):
    """Somebody was admitted, a badge is being printed, and the verdict's hold has ended."""

    def admit(ahead=0):
        kiosk.print_queue.ahead = ahead
        window.models.scan("WELCOME0001")
        settle(window)
        hold_ends(window)
        settle(window)

    return admit


def hold_ends(window):
    while window.models.verdict.shown:
        window.models.verdict.step()


def test_how_many_come_before_then_printing_then_out_then_home(window, kiosk, settle, fakes, admitted):
    admitted(ahead=2)
    badge = window.models.badge
    assert window.models.navigation.page == "badge"
    assert (badge.state, badge.before, badge.who) == ("waiting", 2, "张＊雨")
    kiosk.print_queue.ahead = 0
    window.models.printed(fakes.JOB + 1, CONFIRMED)  # somebody else's
    settle(window)
    assert badge.state == "printing"
    window.models.printed(fakes.JOB, CONFIRMED)
    assert badge.state == "out"
    badge.ended.emit()
    assert window.models.navigation.page == "home"
    assert (badge.state, badge.who) == ("", "")


def test_a_stopped_printer_sends_to_the_desk(window, kiosk, settle, fakes, admitted):
    admitted()
    window.models.printed(fakes.JOB, FAILED)
    assert window.models.badge.state == "stopped"
    window.models.badge.ended.emit()
    assert window.models.navigation.page == "home"


def test_what_came_out_during_the_verdict_leads_straight_home(window, settle, fakes):
    window.models.scan("WELCOME0001")
    settle(window)
    window.models.printed(fakes.JOB, CONFIRMED)
    assert window.models.verdict.steps[0]["own"] == "out"
    hold_ends(window)
    assert window.models.navigation.page == "home"


def test_what_stopped_during_the_verdict_is_said_again_after_it(window, settle, fakes):
    window.models.scan("WELCOME0001")
    settle(window)
    window.models.printed(fakes.JOB, FAILED)
    hold_ends(window)
    assert window.models.navigation.page == "badge"
    assert window.models.badge.state == "stopped"
    window.models.end_visit()


def test_another_badge_of_the_queue_does_not_stop_this_verdict(window, settle, fakes):
    window.models.scan("WELCOME0001")
    settle(window)
    window.models.printed(fakes.JOB + 1, FAILED)
    assert window.models.verdict.steps[0]["icon"] == "badge"
    window.models.end_visit()


def test_no_badge_no_page(window, settle):
    window.models.scan("INSIDE00001")
    settle(window)
    hold_ends(window)
    assert window.models.navigation.page == "home"


def test_a_walk_up_waits_for_the_badge_as_well(window, settle, fakes):
    form = window.models.walkUp
    window.models.navigation.go("walk_up")
    form.type_name("林示远")
    form.next()
    form.choose_degree("硕士")
    form.choose_school("", "北京科技大学")
    form.skip_phone()
    form.agree()
    settle(window)
    hold_ends(window)
    settle(window)
    assert window.models.navigation.page == "badge"
    assert window.models.badge.who == "林＊远"
    window.models.end_visit()


def test_the_next_scan_replaces_it_at_once(window, settle, scan, fakes, admitted):
    admitted()
    scan(window, "EARLY000001")
    settle(window)
    assert window.models.verdict.verdict == "refuse"
    assert window.models.badge.who == ""
    window.models.printed(fakes.JOB, CONFIRMED)
    assert window.models.verdict.shown
    hold_ends(window)
    assert window.models.navigation.page == "home"


def test_who_has_gone_on_to_look_for_a_stall_is_told_that_it_stopped(window, settle, fakes):
    window.models.scan("WELCOME0001")
    settle(window)
    window.models.verdict.act("find")
    settle(window)
    assert window.models.navigation.page == "find"
    window.models.printed(fakes.JOB, FAILED)
    settle(window)
    assert window.models.navigation.page == "badge"
    assert window.models.badge.state == "stopped"
    window.models.end_visit()


def test_the_next_visitor_hears_nothing_of_it(window, settle, fakes, admitted):
    admitted()
    window.models.end_visit()
    window.models.navigation.go("help")
    window.models.printed(fakes.JOB, FAILED)
    settle(window)
    assert window.models.navigation.page == "help"
    window.models.end_visit()


def test_while_the_printer_works_nobody_is_asked_whether_he_is_there(window, settle, fakes, admitted):
    admitted(ahead=2)
    for _ in range(40):
        window.models.idle.step()
    window.models.printed(fakes.JOB + 1, CONFIRMED)
    for _ in range(10):
        window.models.idle.step()
    assert not window.models.idle.warning
    window.models.end_visit()


def test_a_queue_that_cannot_be_read_calls_no_staff(window, kiosk, settle, fakes, admitted):
    kiosk.fail("before")
    admitted()
    assert window.models.navigation.page == "badge"
    assert window.models.badge.state == "printing"
    window.models.end_visit()


def test_staff_stay_where_they_are(window, settle, fakes):
    window.models.navigation.go("staff")
    for digit in fakes.PIN:
        window.models.staff.digit(digit)
    window.models.staff.sign_in()
    settle(window)
    window.models.scan("WELCOME0001")
    settle(window)
    hold_ends(window)
    assert window.models.navigation.page == "staff"
    window.models.end_visit()
