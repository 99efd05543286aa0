"""Numbers with their nouns, and days."""

from datetime import date

from kiosk.domain.counted import counted, noun, number_text
from kiosk.domain.dates import date_words, day_words, year_words
from kiosk.domain.words import Words


def test_one_is_not_many():
    assert [counted(each, "stall") for each in (0, 1, 2, 2000)] == [
        "0 stalls",
        "1 stall",
        "2 stalls",
        "2,000 stalls",
    ]
    assert counted(3, "person", "people") == "3 people"
    assert [noun(each, "was", "were") for each in (1, 2)] == ["was", "were"]
    assert number_text(12_000) == "12,000"


def test_days_are_written_one_way():
    day = date(2026, 11, 28)
    assert date_words(day) == Words("11月28日", "28 Nov")
    assert day_words(day) == Words("11月28日 周六", "Sat 28 Nov")
    assert year_words(day) == Words("2026年11月28日 周六", "Sat 28 Nov 2026")
