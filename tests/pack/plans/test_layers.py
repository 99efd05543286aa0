"""Names of layers and what they mean: the examples, and the names that CAD offices use."""

from __future__ import annotations

import doctest

import pytest

from kiosk.domain.floorplan import FacilityKind
from kiosk.pack.plans import layers
from kiosk.pack.plans.layers import Role, facility_kind, heading_of, role_of


def test_examples() -> None:
    result = doctest.testmod(layers)
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("墙", Role.WALL),
        ("A-WALL-EXT", Role.WALL),
        ("墙体图层", Role.WALL),
        ("01_展位", Role.STALL),
        ("Booths", Role.STALL),
        ("１号馆 展位线", Role.STALL),
        ("one-way", Role.ONE_WAY),
        ("单行通道", Role.ONE_WAY),
        ("楼层轮廓", Role.FLOOR),
        ("卫生间", Role.FACILITY),
        ("安全出口", Role.FACILITY),
        ("入口", Role.GATE),
        ("DIM", Role.IGNORED),
        ("A001", None),
        ("图层 1", None),
        ("", None),
    ],
)
def test_roles(name: str, role: Role | None) -> None:
    assert role_of(name) is role


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("无障碍卫生间", FacilityKind.ACCESSIBLE_TOILET),
        ("Accessible toilet", FacilityKind.ACCESSIBLE_TOILET),
        ("西侧卫生间", FacilityKind.TOILET),
        ("自动扶梯 2", FacilityKind.ESCALATOR),
        ("无障碍电梯", FacilityKind.LIFT),
        ("无障碍坡道", FacilityKind.RAMP),
        ("总服务台", FacilityKind.INFORMATION),
        ("1 号服务台", FacilityKind.DESK),
        ("报告厅 A", FacilityKind.ROOM),
        ("restoration", None),
        ("", None),
    ],
)
def test_kinds_of_facilities(name: str, kind: FacilityKind | None) -> None:
    assert facility_kind(name) is kind


def test_headings() -> None:
    assert [heading_of(each) for each in ("90°", "heading=270", "朝南", "-90", "？", "")] == [
        90.0,
        270.0,
        180.0,
        270.0,
        None,
        None,
    ]
