"""The badge that is being printed: from its verdict to the visitor's hand, or to the desk."""

import pytest

from kiosk.domain.words import Words
from kiosk.ui.qr_item import QrItem, symbol
from tests.fakes.printing import LEFT, RIGHT, TOKEN
from tests.ui.scenes.printing import SCENES

DESK_B = Words("B 服务台第 3 排", "desk B, row 3")


@pytest.fixture
def admitted(window, kiosk, settle, fakes):
    """Somebody was admitted, a badge is being printed, and the verdict's hold has ended."""

    def admit(stage="printing", **at):
        kiosk.print_queue.at(stage, **at)
        window.models.scan("WELCOME0001")
        settle(window)
        hold_ends(window)
        settle(window)

    return admit


@pytest.fixture
def becomes(window, kiosk, settle, fakes):
    """Something has become of the badge, or of another one."""

    def became(stage, job=fakes.JOB, **at):
        kiosk.print_queue.at(stage, **at)
        window.models.printed(job)
        settle(window)

    return became


def hold_ends(window):
    while window.models.verdict.shown:
        window.models.verdict.step()


def test_how_many_come_before_then_printing_then_out_then_home(window, fakes, admitted, becomes):
    admitted("waiting", before=2)
    badge = window.models.badge
    assert window.models.navigation.page == "badge"
    assert (badge.state, badge.before, badge.who) == ("waiting", 2, "张＊雨")
    becomes("printing", fakes.JOB + 1)  # somebody else's has got on
    assert badge.state == "printing"
    becomes("out")
    assert (badge.state, badge.place) == ("out", RIGHT.zh)
    badge.ended.emit()
    assert window.models.navigation.page == "home"
    assert (badge.state, badge.who, badge.place) == ("", "", "")


def test_it_is_looked_for_without_being_told(window, kiosk, settle, admitted):
    admitted()
    kiosk.print_queue.at("out")
    window.models.badge.look()
    settle(window)
    assert window.models.badge.state == "out"
    window.models.end_visit()


def test_a_badge_that_moves_to_another_printer_comes_out_there(window, admitted, becomes):
    admitted()
    assert window.models.badge.place == RIGHT.zh
    becomes("printing", place=LEFT)
    assert window.models.badge.place == LEFT.zh
    window.models.end_visit()


def test_a_stopped_printer_sends_to_the_desk_with_the_code_to_photograph(window, admitted, becomes):
    admitted()
    becomes("stopped")
    badge = window.models.badge
    assert (badge.state, badge.code) == ("stopped", TOKEN)
    assert not badge._timer.isActive()  # only the visit's own end takes it away
    window.models.idle.finish()
    assert window.models.navigation.page == "home"
    assert badge.code == ""


def test_the_code_is_drawn_and_nothing_of_it_is_kept(stage):
    symbol.cache_clear()
    stage.play(SCENES["badge stopped"])
    codes = [each for each in stage.window.quick.findChildren(QrItem) if each.property("drawn")]
    assert len(codes) == 1
    assert symbol.cache_info().currsize == 0
    stage.clear()


def test_a_held_badge_says_why_and_goes_on(window, admitted, becomes):
    admitted("held")
    badge = window.models.badge
    assert (badge.state, badge.cause, badge.code) == ("held", "打印机缺纸", "")
    becomes("printing")
    assert (badge.state, badge.codeOffered) == ("printing", False)
    becomes("out")
    assert badge.state == "out"
    window.models.end_visit()


def test_what_is_looked_for_again_and_is_the_same_changes_nothing(window, settle, admitted):
    """The rows of the page are made anew with every change: a touch would be lost."""
    admitted("held")
    changes = []
    window.models.badge.changed.connect(lambda: changes.append(1))
    window.models.badge.look()
    settle(window)
    assert changes == []
    window.models.end_visit()


def test_who_does_not_wait_takes_the_code_along(window, admitted, becomes):
    admitted("held")
    badge = window.models.badge
    assert badge.codeOffered
    badge.show_code()
    assert (badge.code, badge.codeOffered) == (TOKEN, False)
    becomes("out")
    assert badge.code == ""
    window.models.end_visit()


def test_a_code_on_the_screen_is_not_kept_there_by_other_badges(window, fakes, admitted, becomes):
    admitted()
    becomes("stopped")
    for _ in range(50):
        window.models.idle.step()
    window.models.printed(fakes.JOB + 1)
    assert window.models.idle.warning
    for _ in range(20):
        window.models.idle.step()
    assert window.models.navigation.page == "home"
    assert window.models.badge.code == ""


def test_a_badge_that_was_printed_before_lies_somewhere(window, kiosk, settle, fakes):
    admission = fakes.Admission(fakes.decision(fakes.Reason.WELCOME), fakes.SCANS["WELCOME0001"].who, 11)
    window.models.page("verdict").show(fakes.replace(admission, lies=DESK_B))
    settle(window)
    verdict = window.models.verdict
    assert (verdict.steps[0]["own"], verdict.place) == ("lies", DESK_B.zh)
    assert DESK_B.zh in verdict.sentence
    hold_ends(window)
    badge = window.models.badge
    assert (window.models.navigation.page, badge.state, badge.place) == ("badge", "lies", DESK_B.zh)
    assert kiosk.calls.of("whereabouts") == []
    badge.ended.emit()
    assert window.models.navigation.page == "home"


def test_what_came_out_during_the_verdict_leads_straight_home(window, settle, fakes, becomes):
    window.models.scan("WELCOME0001")
    settle(window)
    becomes("out")
    assert window.models.verdict.steps[0]["own"] == "out"
    hold_ends(window)
    assert window.models.navigation.page == "home"


def test_a_verdict_looks_for_its_badge_without_being_told(window, kiosk, settle, fakes):
    window.models.scan("WELCOME0001")
    settle(window)
    kiosk.print_queue.at("out")
    for _ in range(4):
        window.models.verdict.step()
    settle(window)
    assert window.models.verdict.steps[0]["own"] == "out"
    window.models.end_visit()


@pytest.mark.parametrize("stage", ["stopped", "held"])
def test_bad_news_during_the_verdict_is_said_again_after_it(window, settle, fakes, becomes, stage):
    window.models.scan("WELCOME0001")
    settle(window)
    for _ in range(8):
        window.models.verdict.step()
    becomes(stage)
    assert window.models.verdict.share == 1.0
    hold_ends(window)
    assert window.models.navigation.page == "badge"
    assert window.models.badge.state == stage
    window.models.end_visit()


def test_another_badge_of_the_queue_does_not_stop_this_verdict(window, settle, fakes):
    window.models.scan("WELCOME0001")
    settle(window)
    window.models.printed(fakes.JOB + 1)
    settle(window)
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


def test_the_next_scan_replaces_it_at_once(window, settle, scan, fakes, admitted, becomes):
    admitted()
    scan(window, "EARLY000001")
    settle(window)
    assert window.models.verdict.verdict == "refuse"
    assert window.models.badge.who == ""
    becomes("out")
    assert window.models.verdict.shown
    hold_ends(window)
    assert window.models.navigation.page == "home"


@pytest.mark.parametrize("stage", ["stopped", "held"])
def test_who_has_gone_on_to_look_for_a_stall_is_told_bad_news(window, settle, becomes, stage):
    window.models.scan("WELCOME0001")
    settle(window)
    window.models.verdict.act("find")
    settle(window)
    assert window.models.navigation.page == "find"
    becomes(stage)
    assert window.models.navigation.page == "badge"
    assert window.models.badge.state == stage
    window.models.end_visit()


def test_the_next_visitor_hears_nothing_of_it(window, admitted, becomes):
    admitted()
    window.models.end_visit()
    window.models.navigation.go("help")
    becomes("stopped")
    assert window.models.navigation.page == "help"
    window.models.end_visit()


def test_while_the_printer_works_nobody_is_asked_whether_he_is_there(window, fakes, admitted, becomes):
    admitted("waiting", before=2)
    for _ in range(40):
        window.models.idle.step()
    becomes("waiting", fakes.JOB + 1, before=1)
    for _ in range(10):
        window.models.idle.step()
    assert not window.models.idle.warning
    window.models.end_visit()


def test_a_queue_that_cannot_be_read_calls_no_staff(window, kiosk, settle, fakes, admitted):
    kiosk.fail("whereabouts")
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
