"""Walk-up: back to what was answered, what is to be mended, and nothing twice while it is written."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QInputMethodEvent

from tests.ui.walk import seen


@pytest.fixture
def form(window):
    """The form, answered up to consent."""
    window.models.navigation.go("walk_up")
    return fill_in(window.models.walkUp)


def fill_in(form, name="林示远", school="北京科技大学"):
    form.type_name(name)
    form.next()
    form.choose_degree("硕士")
    form.choose_school("", school)
    form.skip_phone()
    return form


def test_an_answered_line_leads_back_and_keeps_every_answer(window, form):
    form.go_back_to("degree")
    assert form.question == "degree"
    assert [entry["state"] for entry in form.summary] == ["done", "now", "later", "later"]
    form.go_back_to("school")  # not answered from here
    assert form.question == "degree"
    form.go_back_to("name")
    assert (form.question, form.name) == ("name", "林示远")
    for _ in range(4):
        form.next()
    assert form.question == "consent"
    assert [entry["value"] for entry in form.summary] == ["林＊远", "硕士", "北京科技大学", ""]
    window.models.end_visit()


@pytest.mark.parametrize(
    ("name", "school", "question"), [("林𰻞", "北京科技大学", "name"), ("林示远", "𰻞学院", "school")]
)
def test_a_problem_leads_to_the_answer_to_mend(window, settle, name, school, question):
    window.models.navigation.go("walk_up")
    form = fill_in(window.models.walkUp, name, school)
    form.agree()
    settle(window)
    assert form.question == question
    assert "𰻞" in form.problem
    assert not form.busy
    window.models.end_visit()


def test_while_it_is_written_nothing_is_taken_back(window, kiosk, settle, form):
    kiosk.hold("register")
    form.agree()
    form.previous()
    form.go_back_to("name")
    assert form.busy
    assert form.question == "consent"
    kiosk.restore()
    settle(window)
    assert window.models.verdict.shown
    window.models.end_visit()


def test_the_consent_names_its_version(form):
    assert form.consentVersion == "2026-1"
    assert form.consent.startswith("只收姓名")


def test_who_is_booked_already_sees_that_booking(window, kiosk, settle, fakes, form):
    kiosk.badge_desk.known = fakes.Admission(fakes.decision(fakes.Reason.TOO_EARLY), None, 13)
    form.agree()
    settle(window)
    verdict = window.models.verdict
    assert (verdict.verdict, verdict.bookedBefore) == ("refuse", True)
    assert form.question == "name"
    window.models.end_visit()
    assert not verdict.bookedBefore


def test_a_number_that_is_booked_leads_to_the_desk(window, kiosk, settle, fakes, form):
    kiosk.badge_desk.numbered = True
    form.begin_with(fakes.STUDENT_NUMBER)
    form.agree()
    settle(window)
    assert form.problem == "这个学号已有预约，请到 4 号服务台核对"
    assert not window.models.verdict.shown
    window.models.end_visit()


def test_while_pinyin_waits_for_its_hanzi_the_question_says_what_to_do(window, settle):
    def said():
        return [each.said for each in seen.look(window, picture=False).texts]

    window.models.navigation.go("walk_up")
    settle(window)
    assert "请在键盘上方点选汉字" not in said()
    QCoreApplication.sendEvent(QGuiApplication.focusObject(), QInputMethodEvent("li", []))
    settle(window)
    assert "请在键盘上方点选汉字" in said()
    chosen = QInputMethodEvent()
    chosen.setCommitString("李")
    QCoreApplication.sendEvent(QGuiApplication.focusObject(), chosen)
    settle(window)
    assert "请在键盘上方点选汉字" not in said()
    window.models.end_visit()


def test_help_and_back_keeps_the_form(window, form, settle):
    form.go_back_to("school")
    window.models.navigation.go("help")
    settle(window)
    window.models.navigation.back()
    settle(window)
    assert (form.question, form.school, form.degree) == ("school", "北京科技大学", "硕士")
    window.models.navigation.home()
    window.models.navigation.go("walk_up")
    assert (form.question, form.school) == ("name", "")
