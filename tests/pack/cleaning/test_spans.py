"""Dates, times and booked slots."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.fair import Slot
from kiosk.pack.cleaning import spans

SLOTS = (Slot(540, 630), Slot(780, 870))
DAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("raw", "value", "mended"),
    [
        ("2026-11-28", DAY, False),
        ("2026/11/28", DAY, True),
        ("2026.11.28", DAY, True),
        ("2026年11月28日", DAY, True),
        ("46354", DAY, True),
        ("46354.375", DAY, True),
        ("20261128", DAY, True),
        ("2026年11月28日（周六）", DAY, True),
        ("2026.11.1-2026.11.28", DAY, True),
        ("2026-11-28 09:00:00", DAY, True),
        ("2026-11-280", None, True),
        ("招满为止", None, False),
        ("11/28", None, True),
        ("9" * 5000, None, True),
        ("2026-11-31", None, True),
        ("长期有效", None, False),
        ("soon", None, True),
        ("", None, False),
    ],
)
def test_days(raw: str, value: date | None, mended: bool) -> None:
    found = spans.day(raw)
    assert (found.value, bool(found.rule)) == (value, mended)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("09:00", 540),
        ("9:00", 540),
        ("9：30", 570),
        ("09:00:00", 540),
        ("9点30分", 570),
        ("下午2:00", 840),
        ("2:00pm", 840),
        ("下午12:30", 750),
        ("上午9:00", 540),
        ("9点半", 570),
        ("24:00", 1440),
        ("24:30", None),
        ("0.375", 540),
        ("2026-11-28 08:40", 520),
        ("25:00", None),
        ("9:75", None),
        ("", None),
    ],
)
def test_minutes(raw: str, value: int | None) -> None:
    assert spans.minute(raw).value == value


@pytest.mark.parametrize(
    ("raw", "value", "rule"),
    [
        ("11/28", DAY, "date's spelling"),
        ("11月28日", DAY, "date's spelling"),
        ("11.28", DAY, "date's spelling"),
        ("12/31", None, "no year given"),
    ],
)
def test_a_day_without_its_year_is_one_of_the_fairs(raw: str, value: date | None, rule: str) -> None:
    found = spans.day(raw, (DAY,))
    assert (found.value, found.rule) == (value, rule)


def test_half_a_day_with_two_slots_is_no_slot() -> None:
    two = (*SLOTS, Slot(900, 990))
    assert spans.booking("下午", two, (DAY,)).value.slot is None
    assert spans.booking("上午", two, (DAY,)).value.slot == SLOTS[0]


@pytest.mark.parametrize(
    ("raw", "slot", "mended"),
    [
        ("09:00-10:30", SLOTS[0], False),
        ("9:00—10:30", SLOTS[0], True),
        ("13：00～14：30", SLOTS[1], True),
        ("2026-11-28 09:00-10:30", SLOTS[0], False),
        ("11月28日 09:00-10:30", SLOTS[0], False),
        ("11:00-12:00", None, True),
        ("上午", SLOTS[0], True),
        ("11月28日下午", SLOTS[1], True),
        ("晚上", None, True),
        ("下午1:00-2:30", SLOTS[1], True),
        ("9点到10点半", SLOTS[0], True),
        ("09：00—10：30", SLOTS[0], True),
        ("9:00-25:00", None, True),
        ("", None, False),
    ],
)
def test_slots(raw: str, slot: Slot | None, mended: bool) -> None:
    found = spans.booking(raw, SLOTS, (DAY,))
    assert (found.value.slot, bool(found.rule)) == (slot, mended)
    assert found.value.day == DAY, "a fair of one day is booked for that day"


def test_the_day_of_a_fair_of_two_days() -> None:
    days = (DAY, date(2026, 11, 29))
    assert spans.booking("11月29日 09:00-10:30", SLOTS, days).value.day == days[1]
    assert spans.booking("2026-11-28 09:00-10:30", SLOTS, days).value.day == days[0]
    assert spans.booking("09:00-10:30", SLOTS, days).value.day is None
    assert spans.booking("2026-12-05 09:00-10:30", SLOTS, days).rule
