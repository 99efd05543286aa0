"""Pay: the numbers that a text means, and its one spelling."""

from __future__ import annotations

import pytest

from kiosk.pack.cleaning.pay import Period, pay

YEAR, DAY, HOUR = Period.YEAR, Period.DAY, Period.HOUR


@pytest.mark.parametrize(
    ("raw", "text", "low", "high"),
    [
        ("8-12K", "8-12K", 8_000, 12_000),
        ("8k-12k", "8-12K", 8_000, 12_000),
        ("８Ｋ－１２Ｋ", "8-12K", 8_000, 12_000),
        ("8-12k", "8-12K", 8_000, 12_000),
        ("8000-12000元/月", "8-12K", 8_000, 12_000),
        ("8000—12000", "8-12K", 8_000, 12_000),
        ("月薪8千至1.2万", "8-12K", 8_000, 12_000),
        ("1.5-2万/月", "15-20K", 15_000, 20_000),
        ("8500元", "8.5K", 8_500, 8_500),
        ("1万-1.5万", "10-15K", 10_000, 15_000),
        ("0.8-1.2万", "8-12K", 8_000, 12_000),
        ("￥8,000-12,000", "8-12K", 8_000, 12_000),
        ("4550元/月", "4550元/月", 4_550, 4_550),
        ("8K以上", "8K以上", 8_000, 8_000),
        ("8000元起", "8K以上", 8_000, 8_000),
    ],
)
def test_pay_of_a_month(raw: str, text: str, low: int, high: int) -> None:
    found = pay(raw).value
    assert (found.text, found.low_yuan, found.high_yuan, found.period) == (text, low, high, Period.MONTH)
    assert found.monthly_yuan == (low, high)
    assert bool(pay(raw).rule) == (raw != text)


@pytest.mark.parametrize(
    ("raw", "text", "period", "monthly"),
    [
        ("年薪10-15万", "年薪10-15万", YEAR, (8_333, 12_500)),
        ("20-30万/年", "年薪20-30万", YEAR, (16_667, 25_000)),
        ("年薪12万以上", "年薪12万以上", YEAR, (10_000, 10_000)),
        ("150/天", "150元/天", DAY, (3_262, 3_262)),
        ("150-200元/天", "150-200元/天", DAY, (3_262, 4_350)),
        ("日薪200元", "200元/天", DAY, (4_350, 4_350)),
        ("25元/小时", "25元/小时", HOUR, (4_350, 4_350)),
    ],
)
def test_pay_of_a_year_a_day_an_hour(raw: str, text: str, period: Period, monthly: tuple[int, int]) -> None:
    found = pay(raw).value
    assert (found.text, found.period, found.monthly_yuan) == (text, period, monthly)


@pytest.mark.parametrize(
    ("raw", "text", "months"),
    [
        ("15K*14薪", "15K*14薪", 14),
        ("15k·14薪", "15K*14薪", 14),
        ("12-15K×13薪", "12-15K*13薪", 13),
        ("12-15K", "12-15K", 12),
    ],
)
def test_pay_of_more_than_twelve_months(raw: str, text: str, months: int) -> None:
    found = pay(raw).value
    assert (found.text, found.months) == (text, months)


@pytest.mark.parametrize(
    "raw",
    ["面议", "面议（8-12K）", "按国家标准", "8000+提成", "8-12", "10-15万", "10-15w", "年薪10万/月", ""],
)
def test_what_is_no_sure_number_stays_as_written(raw: str) -> None:
    found = pay(raw)
    assert (found.value.text, found.value.monthly_yuan, found.rule) == (raw, None, "")


@pytest.mark.parametrize("raw", ["8000K-12000K", "12-8K", "1元", "年薪100元"])
def test_a_slip_is_shown_and_found(raw: str) -> None:
    found = pay(raw)
    assert (found.value.text, found.value.low_yuan, found.rule) == (raw, None, "unlikely pay")
