"""Every trouble has words, a picture and steps, in both languages."""

import re

import pytest

from kiosk.domain.printer_trouble import LOW_WORDS, MENDS_ITSELF, WORDS, Trouble, visitor_words

TITLE_MOST, STEP_MOST = 12, 32
"""Hanzi: a title is read at a glance, a step fits two lines."""


def test_every_trouble_has_words():
    assert set(WORDS) == set(Trouble)
    assert set(LOW_WORDS) | MENDS_ITSELF <= set(Trouble)


@pytest.mark.parametrize("trouble", Trouble)
def test_words_are_short_kind_and_say_what_to_do(trouble):
    words = WORDS[trouble]
    assert len(words.title.zh) <= TITLE_MOST
    assert words.icon
    assert 1 <= len(words.steps) <= 3
    for step in words.steps:
        assert len(step.zh) <= STEP_MOST
    assert "。".join(step.zh for step in words.steps) + "。" == words.action.zh
    assert ". ".join(step.en for step in words.steps) + "." == words.action.en
    for text in (words.title, words.action, visitor_words(trouble)):
        assert text.zh
        assert text.en
        assert not re.search(r"[!！你]|\b(error|invalid)\b|错误|无效", text.zh + text.en, re.IGNORECASE)


def test_a_visitor_hears_no_technicalities():
    heard = {visitor_words(each).zh for each in (None, *Trouble)}
    assert len(heard) == 6
    assert all(each.startswith("打印机") for each in heard)
