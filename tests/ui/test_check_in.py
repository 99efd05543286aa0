"""Checking in without a scan: a typed code, a student number and its phone tail."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.domain import badge

CODE = "K7QZ4MTX2WNB5RDHJ6VYCP3SAE"


@pytest.fixture
def typing(window):
    """The page on which the code is typed."""
    window.models.navigation.go("check_in")
    window.models.checkIn.begin_code()
    return window.models.checkIn


def type_in(check_in, text=CODE):
    for letter in text:
        check_in.letter(letter)


@pytest.fixture
def known(fakes, monkeypatch):
    """The code is somebody's."""
    monkeypatch.setitem(fakes.SCANS, CODE, fakes.SCANS["WELCOME0001"])


def test_the_pads_letters_are_those_of_codes(typing):
    letters = "".join(typing.codeLetters)
    assert isinstance(badge.parse(letters[:26], None), badge.CodeClaim)
    assert isinstance(badge.parse(letters[6:], None), badge.CodeClaim)
    assert len(letters) == 32


def test_a_typed_code_is_decided_as_a_scan_is(window, kiosk, settle, typing, known):
    type_in(typing, CODE.lower())
    assert typing.complete
    typing.next()
    settle(window)
    assert kiosk.calls.of("scan") == [(CODE,)]
    assert window.models.verdict.verdict == "admit"
    assert typing.typed == ""
    window.models.end_visit()


def test_only_a_whole_code_goes_to_the_gate(window, kiosk, settle, typing):
    type_in(typing, CODE[:-1])
    typing.letter("0")  # no code has a nought
    typing.letter("")
    assert typing.typed == CODE[:-1]
    typing.next()
    settle(window)
    assert kiosk.calls.of("scan") == []
    type_in(typing, "AB")
    assert len(typing.typed) == 26
    typing.erase()
    assert typing.typed == CODE[:-1]
    window.models.end_visit()


def test_a_code_that_nobody_has_stays_to_be_looked_through(window, settle, typing):
    type_in(typing)
    typing.next()
    assert typing.busy
    assert not typing.complete
    settle(window)
    assert not window.models.verdict.shown
    assert (typing.problem, typing.typed, typing.busy) == ("unknown", CODE, False)
    typing.erase()
    assert typing.problem == ""
    window.models.end_visit()


def test_nothing_is_typed_while_the_gate_has_not_answered(window, kiosk, settle, typing):
    kiosk.hold("scan")
    type_in(typing)
    typing.next()
    typing.erase()
    typing.letter("A")
    typing.next()
    assert typing.typed == CODE
    kiosk.restore()
    settle(window)
    assert kiosk.calls.of("scan") == [(CODE,)]
    window.models.end_visit()


def test_a_keyboard_types_the_code(window, settle, typing):
    settle(window)
    for key in "k7":
        QTest.keyClick(window.quick, key)
        QTest.qWait(90)  # a person is slower than a scanner
    assert typing.typed == "K7"
    QTest.keyClick(window.quick, Qt.Key.Key_Backspace)
    assert typing.typed == "K"
    window.models.end_visit()


def test_leaving_wipes_the_code(window, settle, typing):
    type_in(typing)
    window.models.end_visit()
    assert typing.typed == ""
    assert typing.state == "start"


@pytest.mark.parametrize(("tried_out", "problem"), [(False, "mismatch"), (True, "wait")])
def test_a_tail_that_does_not_fit(window, kiosk, settle, fakes, tried_out, problem):
    check_in = window.models.checkIn
    kiosk.gate.tails_tried_out = tried_out
    window.models.navigation.go("check_in")
    check_in.begin()
    for digit in fakes.STUDENT_NUMBER:
        check_in.digit(digit)
    check_in.next()
    for digit in "9999":
        check_in.digit(digit)
    check_in.next()
    settle(window)
    assert (check_in.problem, check_in.typed) == (problem, "")
    check_in.digit("1")
    assert check_in.problem == ""
    window.models.end_visit()


def test_an_answer_for_a_tail_that_was_taken_back_is_dropped(window, kiosk, settle, fakes):
    check_in = window.models.checkIn
    window.models.navigation.go("check_in")
    check_in.begin()
    for digit in fakes.STUDENT_NUMBER:
        check_in.digit(digit)
    check_in.next()
    for digit in fakes.PHONE_TAIL:
        check_in.digit(digit)
    kiosk.hold("check_in_student")
    check_in.next()
    assert check_in.busy
    window.models.end_visit()
    kiosk.restore()
    settle(window)
    assert not window.models.verdict.shown


def test_a_student_number_may_have_letters(window, kiosk, settle):
    """S2024001 is one as well; the next visitor finds the digits again."""
    check_in = window.models.checkIn
    window.models.navigation.go("check_in")
    check_in.begin()
    assert not check_in.lettered
    check_in.toggle_letters()
    for key in "S2024001":
        assert key in check_in.numberLetters
        check_in.digit(key)
    check_in.next()
    for digit in "1108":
        check_in.digit(digit)
    check_in.next()
    settle(window)
    assert kiosk.calls.of("check_in_student")[-1][0] == "S2024001"
    window.models.end_visit()
    assert not check_in.lettered


@pytest.fixture
def by_name(window):
    """A name was typed; the phone's tail is asked for."""
    check_in = window.models.checkIn
    window.models.navigation.go("check_in")
    check_in.begin_name()
    assert not check_in.complete
    check_in.type_name(" 张示雨 ")
    check_in.next()
    yield check_in
    window.models.end_visit()


def type_tail(check_in, tail):
    for digit in tail:
        check_in.digit(digit)
    check_in.next()


def test_a_name_and_its_tail_check_in(window, kiosk, settle, fakes, by_name):
    assert (by_name.state, by_name.byName) == ("tail", True)
    type_tail(by_name, fakes.PHONE_TAIL)
    settle(window)
    assert kiosk.calls.of("check_in_name") == [("张示雨", fakes.PHONE_TAIL)]
    assert window.models.verdict.who == "张＊雨"
    assert (by_name.state, by_name.typed) == ("start", "")


@pytest.mark.parametrize(("tried_out", "problem"), [(False, "mismatch"), (True, "wait")])
def test_a_tail_that_does_not_fit_a_name(window, kiosk, settle, by_name, tried_out, problem):
    kiosk.gate.tails_tried_out = tried_out
    type_tail(by_name, "9999")
    settle(window)
    assert (by_name.problem, by_name.typed) == (problem, "")
    by_name.previous()
    assert (by_name.state, by_name.typed) == ("name", " 张示雨 ")


def test_a_number_after_a_name_is_no_name(window, kiosk, settle, fakes, by_name):
    by_name.begin()
    for digit in fakes.STUDENT_NUMBER:
        by_name.digit(digit)
    by_name.next()
    type_tail(by_name, fakes.PHONE_TAIL)
    settle(window)
    assert kiosk.calls.of("check_in_name") == []
    assert kiosk.calls.of("check_in_student") == [(fakes.STUDENT_NUMBER, fakes.PHONE_TAIL)]


def test_a_number_that_is_nobodys_goes_along_to_the_form(window, kiosk, settle, fakes):
    check_in = window.models.checkIn
    window.models.navigation.go("check_in")
    check_in.begin()
    for digit in "20239999":
        check_in.digit(digit)
    check_in.next()
    type_tail(check_in, "1234")
    settle(window)
    check_in.register()
    assert window.models.navigation.page == "walk_up"
    form = window.models.walkUp
    form.type_name("林示远")
    form.next()
    form.choose_degree("硕士")
    form.choose_school("", "北京科技大学")
    form.skip_phone()
    form.agree()
    settle(window)
    ((sent,),) = kiosk.calls.of("register")
    assert sent.student_number == "20239999"
    window.models.end_visit()
    window.models.navigation.go("walk_up")
    assert form._answers["student_number"] == ""
    window.models.end_visit()


def test_a_number_that_was_not_tried_does_not_go_along(window, settle):
    check_in = window.models.checkIn
    window.models.navigation.go("check_in")
    check_in.begin()
    check_in.digit("2")
    check_in.register()
    settle(window)
    assert window.models.walkUp._answers["student_number"] == ""
    window.models.end_visit()


def test_who_must_agree_first_is_asked(window, kiosk, settle, fakes, monkeypatch, by_name):
    asked = fakes.SCANS["CONSENT0001"]
    monkeypatch.setattr(kiosk.gate, "check_in_name", lambda _name, _tail: asked)
    type_tail(by_name, fakes.PHONE_TAIL)
    settle(window)
    assert window.models.navigation.page == "agreement"
