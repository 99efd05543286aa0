"""Who is asked to agree first: the text, agreeing, a second question, and saying no."""

import pytest

from kiosk.ui.agreement import pages


@pytest.fixture
def asked(window, kiosk, settle):
    """Somebody is asked to agree to the notice."""
    window.models.scan("CONSENT0001")
    settle(window)
    assert window.models.navigation.page == "agreement"
    yield window.models.agreement
    window.models.end_visit()


def test_the_fairs_own_words_and_version_are_shown(asked, fakes):
    assert asked.texts == [fakes.FAIR.policy.consent.zh]
    assert (asked.version, asked.retentionDays, asked.to) == ("2026-1", 30, "consent")


def test_who_agrees_goes_in(window, kiosk, settle, fakes, asked):
    asked.agree()
    asked.agree()  # a second touch
    assert asked.state == "busy"
    settle(window)
    assert kiosk.calls.of("agree") == [(fakes.CLAIM, "consent")]
    assert window.models.verdict.shown
    assert window.models.verdict.verdict == "admit"


def test_there_may_be_a_second_question(window, kiosk, settle, fakes, asked):
    kiosk.change_policy(declaration=fakes.DECLARATION)
    kiosk.gate.also_declare = True
    asked.agree()
    settle(window)
    assert not window.models.verdict.shown
    assert (asked.to, asked.texts) == ("declaration", [fakes.DECLARATION.zh])
    assert (asked.version, asked.retentionDays) == ("", 0)
    asked.agree()
    settle(window)
    assert kiosk.calls.of("agree") == [(fakes.CLAIM, "consent"), (fakes.CLAIM, "declaration")]
    assert window.models.verdict.shown


def test_who_says_no_is_told_where_help_is_and_may_read_again(window, kiosk, settle, asked):
    asked.decline()
    assert asked.state == "declined"
    asked.agree()
    settle(window)
    assert kiosk.calls.of("agree") == []
    window.models.end_visit()
    assert window.models.navigation.page == "home"


def test_reading_again(asked, kiosk):
    asked.decline()
    asked.read_again()
    assert asked.state == "text"
    assert kiosk.calls.of("agree") == []


def test_nothing_is_left_of_who_was_asked(window, kiosk, settle, asked):
    kiosk.hold("agree")
    asked.agree()
    window.models.end_visit()
    kiosk.mend()
    settle(window)
    assert not window.models.verdict.shown
    assert (asked.to, asked.state, asked.texts) == ("", "text", [""])
    asked.agree()
    settle(window)
    assert len(kiosk.calls.of("agree")) == 1


@pytest.mark.parametrize(
    ("text", "most", "parts"), [("短。", 10, 1), ("一句话。" * 10, 10, 5), ("字" * 25, 10, 3)]
)
def test_a_long_text_is_parted_where_a_sentence_ends(text, most, parts):
    found = pages(text, most)
    assert len(found) == parts
    assert "".join(found) == text
    assert all(len(each) <= most for each in found)
