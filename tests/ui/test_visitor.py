"""A badge that is shown for something other than going in."""

from __future__ import annotations

BADGE = "F1" + "A" * 148


def test_while_it_listens_a_badge_says_who_stands_here_and_no_gate_decides(window, kiosk, settle, scan):
    heard = []
    visitor = window.models.visitor
    visitor.identified.connect(heard.append)
    window.models.navigation.go("find")
    visitor.listen()
    assert visitor.listening
    scan(window, BADGE)
    settle(window)
    assert [each.attendee for each in heard] == [7]
    assert (visitor.known, visitor.majorClass, visitor.listening) == (True, "计算机类", False)
    assert kiosk.calls.of("scan") == []
    assert not window.models.verdict.shown
    window.scanners.forget()  # 1.5 s later
    scan(window, BADGE)
    settle(window)
    assert len(kiosk.calls.of("scan")) == 1
    window.models.end_visit()


def test_an_unknown_badge_is_said_and_it_listens_on(window, kiosk, settle, scan):
    visitor = window.models.visitor
    window.models.navigation.go("find")
    visitor.listen()
    scan(window, "SOMETHING ELSE")
    settle(window)
    assert (visitor.unknown, visitor.known, visitor.listening) == (True, False, True)
    scan(window, BADGE)
    settle(window)
    assert (visitor.unknown, visitor.known) == (False, True)
    window.models.end_visit()


def test_another_page_and_the_end_of_the_visit_stop_it(window, kiosk, settle, scan):
    visitor = window.models.visitor
    window.models.navigation.go("find")
    visitor.listen()
    window.models.navigation.go("plan")
    assert not visitor.listening
    visitor.listen()
    scan(window, BADGE)
    settle(window)
    assert visitor.known
    window.models.end_visit()
    settle(window)
    assert not visitor.known
    scan(window, "WELCOME0001")
    settle(window)
    assert kiosk.calls.of("scan") == [("WELCOME0001",)]
    window.models.end_visit()


def test_a_store_that_does_not_answer_is_said(window, kiosk, settle, scan):
    visitor = window.models.visitor
    window.models.navigation.go("find")
    kiosk.fail("identify")
    visitor.listen()
    scan(window, BADGE)
    settle(window)
    assert (visitor.unknown, visitor.known) == (True, False)
    window.models.end_visit()
