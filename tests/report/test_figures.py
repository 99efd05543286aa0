"""The report over a real day at two kiosks, added up by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import REHEARSAL
from kiosk.report.figures import Figures, Line, LookedUp, figures
from kiosk.report.tables import Table, csv_text, tables, write_tables
from kiosk.services.find.lookups import Lookups
from kiosk.services.values import WalkUpForm
from tests.services.conftest import ATTENDEES, FAIR_ID


def added_up(bench: Any) -> Figures:
    return figures(bench.gate.store, bench.gate.catalogue, bench.gate.fair, ATTENDEES)


@pytest.fixture
def day(east: Any, codes: Callable[[int], str]) -> Any:
    """Two graduates, an employer, a delegation of two and a walk-up came; one went out and in again."""
    exit_gate = replace(east.gate, gate="exit")
    open_policy = replace(east.gate.fair.policy, hall_capacity=0)
    fair = replace(east.gate.fair, policy=open_policy)
    gate = replace(east.gate, fair=fair)
    gate.scan(codes(1))
    gate.scan(codes(5))
    gate.scan(codes(3))  # pending: refused
    token = east.queue.next_task().face.token
    east.clock.moment += timedelta(minutes=40)
    gate.scan(codes(7))
    replace(east.delegations, gate=gate).arrive(1, absent=(9,), by="s1")
    exit_gate.scan(token)
    east.clock.moment += timedelta(minutes=10)
    gate.scan(token)
    form = WalkUpForm("赵走", "4111010008", "北京科技大学", "硕士", "0011", consent=True)
    replace(east.desk, gate=gate).register(form)
    return east


def test_people_and_passages_are_kept_apart(day: Any) -> None:
    found = added_up(day)
    confirmed = sum(each.registration.value == "confirmed" for each in ATTENDEES)
    assert found.total == Line(booked=confirmed, arrived=4, walk_ups=1, came_on_the_day=5, passages=6)
    assert found.total.no_shows == confirmed - 4
    assert found.by_type[BadgeType.GRADUATE] == Line(
        booked=4, arrived=1, walk_ups=1, came_on_the_day=2, passages=3
    )
    assert found.by_type[BadgeType.DELEGATION] == Line(booked=2, arrived=2, came_on_the_day=2, passages=2)
    assert sum(line.came_on_the_day for line in found.by_type.values()) == found.total.came_on_the_day


def test_hours_schools_stalls_and_delegations(day: Any) -> None:
    found = added_up(day)
    assert [(each.hour, each.people, each.entries, each.exits) for each in found.hours] == [
        (9, 2, 2, 0),
        (10, 3, 4, 1),
    ]
    assert found.peak[0].hour == 10
    assert found.hours[1].by_gate == {"east": 4}
    assert found.by_school["4111010008"].walk_ups == 1
    assert (found.stalls_claimed, found.stalls) == (1, 2)
    assert [(each.arrived, each.expected) for each in found.delegations] == [(2, 4)]
    assert found.reasons["staff", "not_confirmed"] == 1
    assert found.badges_issued == 5


def test_what_is_undone_is_not_counted(day: Any) -> None:
    before = added_up(day).total
    row = day.day.recent()[0]
    assert day.corrections.undo(row.origin, row.seq, "s1").done
    after = added_up(day).total
    assert after.came_on_the_day == before.came_on_the_day - 1
    assert after.walk_ups == before.walk_ups, "the person is registered still"


def test_a_session_is_counted_apart(east: Any, codes: Callable[[int], str]) -> None:
    replace(east.gate, gate="door").scan(codes(1))
    found = added_up(east)
    assert found.total.came_on_the_day == 0
    assert [(each.arrived, each.expected) for each in found.sessions] == [(1, 1)]


def test_another_kiosks_walk_up_is_counted_though_nobody_knows_who(
    day: Any, kiosk_at: Callable[..., Any]
) -> None:
    token = day.printed().face.token
    west = kiosk_at("west-1")
    west.clock.moment = day.clock.moment
    west.gate.scan(token)
    found = added_up(west)
    assert (found.total.came_on_the_day, found.unknown) == (1, 1)
    assert found.by_type[BadgeType.GRADUATE].came_on_the_day == 1


def test_the_tables_open_in_excel_and_name_nobody(day: Any, tmp_path: Path) -> None:
    written = write_tables(tmp_path, tables(added_up(day), {"4111010008": "北京科技大学"}))
    assert {path.name for path in written} == {
        f"{name}.csv"
        for name in (
            "summary",
            "by_type",
            "by_school",
            "by_degree",
            "by_hour",
            "sessions",
            "delegations",
            "outcomes",
            "lookups",
        )
    }
    texts = {path.stem: path.read_bytes().decode("utf-8-sig") for path in written}
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in written)
    assert "4111010008,北京科技大学" in texts["by_school"]
    assert "到场人数 people,5" in texts["summary"]
    assert not any(each.person.name in text for each in ATTENDEES for text in texts.values())
    assert "赵走" not in "".join(texts.values())


def test_what_was_looked_up_in_vain_is_a_table(east: Any) -> None:
    lookups = Lookups(east.gate)
    for text in ("海上风电", "火星", "海上风电", "软件", "海上风电"):
        lookups.tell({text: text == "软件"})
        east.clock.moment += timedelta(minutes=6)
    east.clock.moment += timedelta(days=1)
    lookups.tell({"海上风电": False, "核电": False})
    east.clock.moment += timedelta(days=1)
    lookups.count_due()
    made = {table.name: table for table in tables(added_up(east), {})}
    assert made["lookups"].rows == (("海上风电", 3), ("（其他，内容不保留）others, words not kept", 3))
    summary = {str(row[0]).split()[0]: row[1] for row in made["summary"].rows}
    assert (summary["查找次数"], summary["没有找到"]) == (7, 6)


def test_a_rehearsals_lookups_count_nowhere(east: Any) -> None:
    fair = replace(east.gate.fair, id=f"{FAIR_ID}{REHEARSAL}")
    lookups = Lookups(replace(east.gate, fair=fair))
    lookups.tell({"火星": False})
    east.clock.moment += timedelta(days=1)
    lookups.count_due()
    assert added_up(east).looked_up == LookedUp()


def test_nothing_is_divided_by_nothing(east: Any) -> None:
    made = {table.name: table for table in tables(added_up(east), {})}
    assert made["by_hour"].rows == ()
    assert any(row[-1] == "0.0%" for row in made["delegations"].rows)
    school = Table("x", ("a",), (("=1+1",), ("北京",), (3,)))
    assert csv_text(school).splitlines() == ["a", "'=1+1", "北京", "3"]
