"""The layout file is read strictly."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kiosk.badges.layout import Layout, LayoutFault, read_layout
from kiosk.badges.qr import QUIET_MODULES
from kiosk.domain.badge_type import BadgeType


def test_the_sample_layout_knows_every_type(layout: Layout) -> None:
    assert layout.id == "a6"
    assert {layout.look(each).shape for each in BadgeType}


def test_the_quiet_zone_is_free(layout: Layout) -> None:
    quiet_mm = QUIET_MODULES * layout.qr.size_mm / 41
    right_mm = layout.qr.x_mm + layout.qr.size_mm + quiet_mm
    assert min(layout.stall.x_mm, layout.foot.x_mm) >= right_mm
    assert layout.qr.x_mm >= quiet_mm
    assert layout.qr.y_mm + layout.qr.size_mm + quiet_mm <= layout.height_mm


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("height_mm = 35", "height_cm = 35"),
        ("height_mm = 35", "height_mm = -1"),
        ("weight = 500", "weight = 900"),
        ('shape = "ring"', 'shape = "star"'),
        ('"#AFDDFB"', '"blue"'),
        ("[types.press]", "[types.media]"),
        ("[qr]", "[qr"),
    ],
)
def test_mistakes_are_one_line_that_names_the_file(
    old: str, new: str, layout_path: Path, tmp_path: Path
) -> None:
    text = layout_path.read_text(encoding="utf-8")
    assert old in text
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(LayoutFault) as refusal:
        read_layout(wrong)
    assert str(wrong) in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_missing_layout(tmp_path: Path) -> None:
    with pytest.raises(LayoutFault):
        read_layout(tmp_path / "none.toml")


def test_the_file_says_nothing_twice(layout_path: Path) -> None:
    assert set(tomllib.loads(layout_path.read_text(encoding="utf-8"))["types"]) == {
        each.name.lower() for each in BadgeType
    }
