"""Pay as employers write it, into numbers and one spelling. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kiosk.pack.cleaning.texts import Cleaned, folded, line

PAID_DAYS_A_MONTH = 21.75
"""By the labour ministry's notice on working hours; 8 hours a day."""


class Period(StrEnum):
    """What the pay is for."""

    MONTH = "month"
    YEAR = "year"
    DAY = "day"
    HOUR = "hour"


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay as shown, and in yuan a period, before tax; None where the text gives no number (面议)."""

    text: str = ""
    low_yuan: int | None = None
    high_yuan: int | None = None
    """The same as `low_yuan` where one number is given."""
    period: Period = Period.MONTH
    months: int = 12
    """Of 15K*14薪: 14."""

    @property
    def monthly_yuan(self) -> tuple[int, int] | None:
        """Lowest and highest in yuan a month, a thirteenth month not counted; None without a number."""
        if self.low_yuan is None or self.high_yuan is None:
            return None
        factor = {
            Period.MONTH: 1.0,
            Period.YEAR: 1 / 12,
            Period.DAY: PAID_DAYS_A_MONTH,
            Period.HOUR: PAID_DAYS_A_MONTH * 8,
        }[self.period]
        return round(self.low_yuan * factor), round(self.high_yuan * factor)


_LONGEST = 60
_LIKELY_YUAN = {
    Period.MONTH: (500, 500_000),
    Period.YEAR: (6_000, 6_000_000),
    Period.DAY: (20, 10_000),
    Period.HOUR: (5, 2_000),
}
_UNITS = {"k": 1_000, "千": 1_000, "千元": 1_000, "万": 10_000, "万元": 10_000, "w": 10_000, "元": 1, "": 1}
_PERIODS = {
    "月": Period.MONTH,
    "month": Period.MONTH,
    "年": Period.YEAR,
    "year": Period.YEAR,
    "天": Period.DAY,
    "日": Period.DAY,
    "day": Period.DAY,
    "小时": Period.HOUR,
    "时": Period.HOUR,
    "h": Period.HOUR,
    "hour": Period.HOUR,
}
_TEN_THOUSAND = frozenset({"万", "万元", "w"})
_MOST_A_MONTH = 2
"""Of 万: 1-1.5万 is surely a month's, of 10-15万 nobody knows."""
_NUMBER = r"([0-9]{1,7}(?:\.[0-9]{1,3})?)"
_UNIT = r"(千元|万元|k|千|万|w|元)?"
_PAY = re.compile(
    rf"^(?:税前)?(年薪|月薪|日薪|时薪)?:?{_NUMBER}{_UNIT}(?:(?:[-~—–]+|至|到){_NUMBER}{_UNIT})?"
    r"(?:[/每一](?:人/?)?(月|年|天|日|小时|时|month|year|day|hour|h))?(以上|起|\+|左右|以下|以内)?"
    r"(?:[*x×·]?([0-9]{2})(?:薪|个月))?$",
    re.IGNORECASE,
)


def pay(raw: str) -> Cleaned[Pay]:
    """Pay in one spelling: 8-12K, 15K*14薪, 年薪10-15万, 150元/天. What is no such thing stays as written."""
    text = line(raw).value
    match = _PAY.match(_plain(text)) if len(text) <= _LONGEST else None
    found = _read(match) if match else None
    if found is None:
        return Cleaned(Pay(text), "" if text == raw else "pay in one width")
    low, high = _LIKELY_YUAN[found.period]
    if not low <= (found.low_yuan or 0) <= (found.high_yuan or 0) <= high:
        return Cleaned(Pay(text), "unlikely pay")
    return Cleaned(found, "" if found.text == raw else "pay in one width")


def _plain(text: str) -> str:
    """In half width, with no spaces, no ¥ and no commas between thousands."""
    return re.sub(r"[ ¥]|(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "", folded(text))


def _read(match: re.Match[str]) -> Pay | None:
    lead, low, low_unit, high, high_unit, per, more, months = match.groups()
    unit = (low_unit or high_unit or "").casefold()
    last_unit = (high_unit or low_unit or "").casefold()
    if lead:
        period = _PERIODS[lead[0]]
        if per and _PERIODS[per.casefold()] is not period:
            return None
    elif per:
        period = _PERIODS[per.casefold()]
    elif (unit in _TEN_THOUSAND and float(high or low) > _MOST_A_MONTH) or (
        not unit and float(low) < _LIKELY_YUAN[Period.MONTH][0]
    ):
        return None  # 10-15万 of a month or of a year, 8-12 of nobody knows what
    else:
        period = Period.MONTH
    low_yuan = round(float(low) * _UNITS[unit])
    high_yuan = round(float(high or low) * _UNITS[last_unit])
    found = Pay("", low_yuan, high_yuan, period, int(months) if months else 12)
    tail = {"起": "以上", "+": "以上", "以内": "以下"}.get(more or "", more or "")
    return Pay(_text(found, tail, months or ""), low_yuan, high_yuan, period, found.months)


def _text(found: Pay, tail: str, months: str) -> str:
    low, high = found.low_yuan or 0, found.high_yuan or 0
    if found.period is Period.MONTH:
        in_thousands = low % 100 == 0 and high % 100 == 0 and low >= 1_000
        body = f"{_span(low, high, 1_000)}K{tail}" if in_thousands else f"{_span(low, high, 1)}元/月{tail}"
    elif found.period is Period.YEAR:
        in_ten_thousands = low % 100 == 0 and high % 100 == 0
        body = (
            f"年薪{_span(low, high, 10_000)}万{tail}"
            if in_ten_thousands
            else f"年薪{_span(low, high, 1)}元{tail}"
        )
    else:
        body = f"{_span(low, high, 1)}元/{'天' if found.period is Period.DAY else '小时'}{tail}"
    return f"{body}*{months}薪" if months else body


def _span(low: int, high: int, unit: int) -> str:
    first, last = (f"{each / unit:.2f}".rstrip("0").rstrip(".") for each in (low, high))
    return first if low == high else f"{first}-{last}"
