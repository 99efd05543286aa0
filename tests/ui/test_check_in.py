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
