"""The programme, with days and times as people write them."""

from __future__ import annotations

from datetime import date

from kiosk.domain.fair import FairDay, Slot
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.records.programme import read_programme
from tests.pack.cleaning.rule_examples import table

DAY = date(2026, 11, 28)
DAYS = (FairDay(DAY, 510, 960), FairDay(date(2026, 11, 29), 510, 960))


def _session(**cells: str) -> dict[str, str]:
    return {"活动名称": "讲座", "日期": "2026-11-28", "开始时间": "9:00", "结束时间": "10:00"} | cells


def test_days_without_a_year_are_the_fairs_own() -> None:
    ledger = Ledger()
    sheet = table(_session(日期="11/28"), _session(日期="11月29日", 活动名称="宣讲"), _session(日期="12/31"))
    found = read_programme((sheet,), DAYS, ledger)
    assert [each.day for each in found] == [DAY, DAYS[1].day]
    assert [(each.row, each.reason.en) for each in ledger.refusals] == [(4, "not a day of this fair")]


def test_times_are_listed_as_people_read_them() -> None:
    ledger = Ledger()
    (found,) = read_programme((table(_session(开始时间="下午2：00", 结束时间="15点半")),), DAYS, ledger)
    assert found.slot == Slot(840, 930)
    assert [(each.column, each.became) for each in ledger.mends] == [
        ("开始时间", "14:00"),
        ("结束时间", "15:30"),
    ]


def test_a_session_that_ends_before_it_begins_is_refused() -> None:
    ledger = Ledger()
    assert read_programme((table(_session(开始时间="11:00")),), DAYS, ledger) == ()
    assert [(each.row, each.column) for each in ledger.refusals] == [(2, "开始时间")]
