from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from kiosk.domain.fair import Fair, FairDay
from kiosk.services.season import Season


def other(fair: Fair, fair_id: str, day: date) -> Fair:
    return replace(fair, id=fair_id, days=(FairDay(day, 540, 960),))


def test_fairs_by_day_and_the_one_that_is_here(east: Any) -> None:
    fair = east.gate.catalogue.fair()
    later, earlier = other(fair, "z", date(2026, 12, 5)), other(fair, "a", date(2026, 11, 7))
    found = Season(lambda: (later, None, earlier), fair).fairs()
    assert [(each.id, each.here) for each in found.fairs] == [("a", False), (fair.id, True), ("z", False)]
    assert found.unread == 1


def test_the_packs_are_read_once_when_asked(east: Any) -> None:
    asked: list[int] = []
    season = Season(lambda: asked.append(1) or (), east.gate.catalogue.fair())
    assert asked == []
    assert [each.id for each in season.fairs().fairs] == [east.gate.catalogue.fair().id]
    season.fairs()
    assert asked == [1]
