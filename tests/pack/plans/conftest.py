"""A sound plan of two levels, which a test may spoil."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.floorplan import FacilityKind, Flow, Zone
from kiosk.domain.words import Words
from kiosk.pack.fair_file import FairFile, read_fair_file
from kiosk.pack.plans.drawing import Box, Drawing, DrawnFacility, DrawnKiosk, DrawnPassage
from kiosk.pack.plans.findings import Layout
from kiosk.pack.plans.geometry import StallPlace
from kiosk.pack.plans.plan import build_plan

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
FLOOR = ((0.0, 0.0), (30.0, 0.0), (30.0, 20.0), (0.0, 20.0))


def facility(kind: FacilityKind, zh: str, box: Box, link: str = "") -> DrawnFacility:
    return DrawnFacility(kind, Words(zh, zh), box, "south", link)


def passage(name: str, line: Any, flow: Flow) -> DrawnPassage:
    return DrawnPassage(name, Words(f"{name} 通道", f"Passage {name}"), line, flow)


def _drawings() -> tuple[Drawing, Drawing]:
    lift = facility(FacilityKind.LIFT, "电梯", Box(27, 1, 2, 2), "lift")
    room = facility(FacilityKind.ROOM, "报告厅", Box(20, 2, 4, 3))
    lower = Drawing(
        "平面图_1.svg",
        "1",
        30.0,
        20.0,
        FLOOR,
        walls=(((0.0, 12.0), (30.0, 12.0)),),
        blocks=(Box(14, 4, 1, 1),),
        facilities=(lift, room),
        gates=(("east", (15.0, 19.8)),),
        kiosks=(DrawnKiosk("east-1", (13.0, 18.0), 0.0),),
        passages=(passage("p", ((13.0, 12.0), (17.0, 12.0)), Flow.BOTH),),
        doors=(((13.0, 12.0), (17.0, 12.0)),),
    )
    upper = replace(
        lower,
        file="平面图_2.svg",
        level="2",
        walls=(),
        facilities=(lift,),
        gates=(),
        kiosks=(),
        passages=(),
        doors=(),
    )
    return lower, upper


@pytest.fixture
def fair_file(small: Path) -> FairFile:
    """Two levels, two zones."""
    file = read_fair_file(small, lambda _staff, _pin: "")
    levels = (("1", Words("1 号馆", "Hall 1")), ("2", Words("2 号馆", "Hall 2")))
    zones = (Zone("A", Words("甲", "A"), "1"), Zone("B", Words("乙", "B"), "2"))
    return replace(file, levels=levels, zones=zones)


@pytest.fixture
def lay_out(fair_file: FairFile) -> Callable[..., Layout]:
    """Lays the plan out anew with what is given instead: `lower`, `upper` (fields of the two drawings),

    `places` (by number, fields), `hosts`, `file`.
    """

    def lay(
        *,
        lower: dict[str, Any] | None = None,
        upper: dict[str, Any] | None = None,
        places: dict[str, dict[str, Any]] | None = None,
        hosts: dict[str, str] | None = None,
        file: dict[str, Any] | None = None,
    ) -> Layout:
        first, second = _drawings()
        drawings = (replace(first, **(lower or {})), replace(second, **(upper or {})))
        stalls = [
            StallPlace("A001", "1", Box(3, 5, 3, 3), "south", 2),
            StallPlace("A002", "1", Box(6, 5, 3, 3), "south", 3),
            StallPlace("B001", "2", Box(3, 5, 3, 3), "south", 4),
        ]
        stalls = [replace(each, **(places or {}).get(each.number, {})) for each in stalls]
        fair = replace(fair_file, **(file or {}))
        given = dict.fromkeys(("A001", "A002", "B001"), "示例") if hosts is None else hosts
        plan = build_plan(fair, drawings, stalls)
        return Layout(fair, drawings, stalls, plan, "展位坐标.csv", given)

    return lay
