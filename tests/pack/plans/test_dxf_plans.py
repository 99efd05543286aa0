"""The whole plan out of each real drawing: every stall is reached, and it is drawn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.floorplan import Zone
from kiosk.domain.route import shortest_ways
from kiosk.domain.words import Words
from kiosk.pack.fair_file import FairFile
from kiosk.pack.plans.drawing import read_drawing
from kiosk.pack.plans.findings import Layout
from kiosk.pack.plans.geometry import StallPlace
from kiosk.pack.plans.linter import lint
from kiosk.pack.plans.pictures import draw_findings
from kiosk.pack.plans.plan import build_plan

DATA = Path(__file__).parent / "data"
FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"


@pytest.mark.parametrize("name", ["r2010.dxf", "r12gbk.dxf", "librecad.dxf", "picture.png"])
def test_every_stall_is_reached_on_the_plan_of_a_real_drawing(
    name: str, fair_file: FairFile, tmp_path: Path
) -> None:
    drawing = replace(read_drawing(DATA / f"平面图_{name}"), level="1")
    zones = tuple(Zone(each, Words(each, each), "1") for each in "AB")
    file = replace(fair_file, levels=fair_file.levels[:1], zones=zones)
    # The geometry sheet is in metres, so it fits the picture too, whose own table has but one stall.
    stalls = read_drawing(DATA / "平面图_r2010.dxf").stalls
    places = [StallPlace(each.number, "1", each.box, each.facing, row) for row, each in enumerate(stalls, 2)]
    plan = build_plan(file, (drawing,), places)
    hosts = {each.number: "示例" for each in places}
    findings = lint(Layout(file, (drawing,), places, plan, "展位坐标.csv", hosts))
    assert findings == ()
    (picture,) = draw_findings((drawing,), places, plan, findings, tmp_path, FONTS)
    assert picture.stat().st_size > 10_000
    (kiosk,) = plan.kiosks
    lengths = shortest_ways(plan.graph, kiosk.node, step_free=True).distance_m
    reached = {each.number: lengths[each.node] for each in plan.stalls}
    # Through the door in the wall at y = 13; the nearest stall's front is 11.4 m away as the crow flies.
    assert min(reached.values()) == pytest.approx(11.41, abs=0.05)
    assert max(reached.values()) < 20
