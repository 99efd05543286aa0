"""What was looked up in vain: counted, and nothing of anybody is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from kiosk.domain.facts import LookupsCounted
from kiosk.services.find.lookups import LONGEST, TERMS_MOST, UNKEPT, Lookups, kept
from kiosk.services.values import WalkUpForm
from kiosk.store import lookups as store
from tests.services.conftest import DAY


@pytest.fixture
def lookups(east: Any) -> Lookups:
    return Lookups(east.gate)


def visits(lookups: Lookups, clock: Any, *texts: str, found: bool = False) -> None:
    """Each text in a visit of its own, six minutes apart."""
    for text in texts:
        lookups.tell({text: found})
        clock.moment += timedelta(minutes=6)


def facts_of(east: Any) -> list[LookupsCounted]:
    kind = LookupsCounted.kind
    bodies = [fact.body for fact in east.gate.store.journal.facts() if fact.kind == kind]
    return [msgspec.json.decode(body, type=LookupsCounted) for body in bodies]


def close(lookups: Lookups, clock: Any) -> None:
    """The doors close."""
    clock.moment = clock.moment.replace(hour=16, minute=0)
    lookups.count_due()


def everything_written(east: Any) -> str:
    """All that lies in the store: facts and what waits."""
    waiting = store.waiting(east.gate.store.db, east.gate.fair.id)
    return f"{[fact.body for fact in east.gate.store.journal.facts()]} {waiting}"


# ---- what may be kept


@pytest.mark.parametrize(
    "text",
    [
        *("13800138000", "138 0013 8000", "１３８００", "110101199003078888", "2019-0000-11", "A12345"),
        *("a@b.cn", "＠张三", "https://example.com", "example.com", "www example", "一三八零零一三八"),
        *("", "  ", "···", "\u202e"),
    ],
)
def test_numbers_and_addresses_are_never_kept(text: str) -> None:
    assert kept(text) == UNKEPT


def test_a_text_is_made_comparable_and_cut() -> None:
    assert kept("  Hua-Wei ") == "hua wei"
    assert kept("海上风电") == kept("海上　风电") == "海上风电"
    assert kept("A12") == "a12"
    assert len(kept("字" * 60)) == LONGEST


def test_nobodys_name_is_kept(east: Any, lookups: Lookups) -> None:
    form = WalkUpForm("赵走", "4111010008", "北京科技大学", "硕士", "0011", consent=True)
    east.desk.register(form)
    names = ["林知远", "林 知 远", "阿依古丽买买提", "阿依古丽·买买提", "赵走", "华为 林知远"]
    names += ["华为林知远", "找 林 知远", "赵 走 在哪"]
    for _ in range(4):
        visits(lookups, east.clock, *names)
    close(lookups, east.clock)
    (last,) = [each for each in facts_of(east) if each.rare][-1:]
    assert all(each.missed == () for each in facts_of(east))
    assert sum(each.rare for each in facts_of(east)) == sum(each.lookups for each in facts_of(east)) == 36
    assert last
    found = everything_written(east)
    assert not any(part in found for part in ("林知远", "林 知", "买买提", "阿依", "华为", "在哪"))


# ---- when a text becomes a fact


def test_what_several_visits_missed_becomes_a_fact(east: Any, lookups: Lookups) -> None:
    visits(lookups, east.clock, "海上风电", "火星", "海上 风电", "月球", "海上风电")
    visits(lookups, east.clock, "软件", found=True)
    close(lookups, east.clock)
    counted = facts_of(east)
    assert dict(counted[0].missed) == {}, "two visits are too few"
    assert sum(each.lookups for each in counted) == 6
    assert sum(each.found for each in counted) == 1
    assert [each.missed for each in counted if each.missed] == [(("海上风电", 3),)]
    assert sum(each.rare for each in counted) == 2
    assert "火星" not in everything_written(east)
    assert store.waiting(east.gate.store.db, east.gate.fair.id) == ()
    (day,) = store.lookups(east.gate.store.db, east.gate.fair.id)
    assert (day.day, day.lookups, day.found, day.rare) == (DAY, 6, 1, 2)


def test_a_visitor_who_types_again_is_one(east: Any, lookups: Lookups) -> None:
    for _ in range(5):
        lookups.tell({"火星": False})
        east.clock.moment += timedelta(seconds=40)
    close(lookups, east.clock)
    (counted,) = facts_of(east)
    assert (counted.lookups, counted.missed, counted.rare) == (1, (), 1)


def test_facts_are_a_quarter_of_an_hour_apart(east: Any, lookups: Lookups) -> None:
    started = east.clock.moment
    for _ in range(60):
        lookups.tell({"软件": True})
        east.clock.moment += timedelta(minutes=1)
    assert east.clock.moment - started == timedelta(hours=1)
    assert 3 <= len(facts_of(east)) <= 4
    assert sum(each.lookups for each in facts_of(east)) <= 60
    close(lookups, east.clock)
    assert sum(each.lookups for each in facts_of(east)) == 60


def test_what_was_told_once_is_told_again_though_few_came_since(east: Any, lookups: Lookups) -> None:
    visits(lookups, east.clock, "火星", "火星", "火星", "火星", "火星")
    close(lookups, east.clock)
    (day,) = store.lookups(east.gate.store.db, east.gate.fair.id)
    assert day.missed == (("火星", 5),)
    assert day.rare == 0


def test_a_day_that_was_not_closed_is_counted_at_the_next_start(east: Any, lookups: Lookups) -> None:
    visits(lookups, east.clock, "火星")
    east.clock.moment += timedelta(days=1)
    again = Lookups(east.gate)
    again.count_due()
    (counted,) = facts_of(east)
    assert (counted.lookups, counted.rare) == (1, 1)
    assert "火星" not in everything_written(east)
    again.count_due()
    assert len(facts_of(east)) == 1


def test_what_waits_is_bounded(east: Any, lookups: Lookups) -> None:
    with east.gate.store.transaction():
        many = [f"词{at}" for at in range(TERMS_MOST)]
        store.note(east.gate.store.db, east.gate.fair.id, DAY, found=0, missed=many)
    lookups.tell({"又一个": False, "词7": False})
    (waiting,) = store.waiting(east.gate.store.db, east.gate.fair.id)
    terms = dict(waiting.missed)
    assert len(terms) == TERMS_MOST + 1
    assert (terms[UNKEPT], terms["词7"]) == (1, 2)
    assert "又一个" not in terms


def test_nothing_is_recorded_where_nothing_was_looked_up(east: Any, lookups: Lookups) -> None:
    lookups.tell({})
    close(lookups, east.clock)
    assert facts_of(east) == []
