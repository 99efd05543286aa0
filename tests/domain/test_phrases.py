"""Sentences found by their shape: whole, filled in, part by part; names stay as they are."""

import pytest

from kiosk.domain.phrases import Phrase, Phrases
from kiosk.domain.plurals import plural_of

RUSSIAN = plural_of("ru")
SAID = Phrases(
    [
        Phrase("Please go straight in.", ("Проходите.",)),
        Phrase("turn left", ("налево",)),
        Phrase("the lift", ("лифт",)),
        Phrase("%1 at %2", ("%2: %1",)),
        Phrase("%1, about %2 m", ("%1, около %2 м",)),
        Phrase("about %1 m", ("около %1 м",)),
        Phrase("%1 to %2", ("%1 – %2",)),
        Phrase("Closed: %1.", ("Закрыто: %1.",)),
        Phrase("%n stalls", ("%n стенд", "%n стенда", "%n стендов"), one="%n stall"),
        Phrase("Majors: %1", ("Специальности: %1",)),
        Phrase("Bachelor", ("бакалавр",)),
        Phrase("; ", (" — ",)),
    ],
    RUSSIAN,
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Please go straight in.", "Проходите."),
        ("about 40 m", "около 40 м"),
        ("Turn left", "Налево"),  # at the beginning of a sentence
        ("turn left at A012", "A012: налево"),
        ("Turn left at A012, about 40 m", "A012: Налево, около 40 м"),
        ("Closed: the lift.", "Закрыто: лифт."),
        ("1 stall", "1 стенд"),
        ("2 stalls", "2 стенда"),
        ("11 stalls", "11 стендов"),
        ("2,021 stalls", "2,021 стенд"),
        ("turn left; 5 stalls", "налево — 5 стендов"),
        ("Turn left.", "Налево."),
        ("Engineer, 3 stalls, Bachelor", "Engineer, 3 стенда, бакалавр"),
        ("turn left (2 stalls)", "налево (2 стенда)"),
        ("Bachelor 12, Doctor 3", "бакалавр 12, Doctor 3"),
    ],
)
def test_a_sentence_is_said(text, said):
    assert SAID.say(text) == said
    assert SAID.say(text) == said  # kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Peking University",
        "Goods lift to Hall B",  # `%1 to %2` fits, and neither part is ours
        "Ask a technician to free some space",
        "Only your name, Bachelor, school and last digits, for entry today",  # of the fair's notice
    ],
)
def test_what_is_nobodys_sentence_stays(text):
    assert SAID.say(text) == text


def test_chinese_shapes_bear_the_gaps_beside_latin_letters():
    said = Phrases([Phrase("到%1", ("%1へ",)), Phrase("电梯", ("エレベーター",))], plural_of("ja"))
    assert said.say("到 A012") == "A012へ"
    assert said.say("到电梯") == "エレベーターへ"


def test_days_and_large_numbers_are_said_by_whoever_knows_them():
    known = {"28 Nov": "28. Nov.", "2,000": "2.000"}
    phrases = [
        Phrase("Valid on %1", ("Gültig am %1",)),
        Phrase("%n facts", ("%n Eintrag", "%n Einträge"), one="%n fact"),
    ]
    said = Phrases(phrases, plural_of("de"), known.get)
    assert said.say("Valid on 28 Nov") == "Gültig am 28. Nov."
    assert said.say("2,000 facts") == "2.000 Einträge"
