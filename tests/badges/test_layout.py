"""The layout file is read strictly."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kiosk.badges.layout import Layout, LayoutFault, read_layout, read_layouts
from kiosk.domain.badge_type import BadgeType

FOLDER = Path(__file__).parents[2] / "resources" / "badge_layouts"


def test_there_are_five_layouts() -> None:
    layouts = read_layouts(FOLDER)
    assert list(layouts) == ["a6", "a7", "card", "label_4x3", "tape_62"]
    assert all(layout.id == name for name, layout in layouts.items())


@pytest.mark.parametrize("layout", read_layouts(FOLDER).values(), ids=lambda each: each.id)
def test_types_differ_in_shape(layout: Layout) -> None:
    looks = [layout.look(each) for each in BadgeType]
    assert len({each.shape for each in looks}) == len(BadgeType)
    fills = {(each.fill, each.border_mm > 0) for each in looks}
    assert len(fills) == (2 if layout.mono else len(BadgeType))


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
        ('id = "a6"', 'id = "a7"'),
        ("width_mm = 105", "width_mm = 104"),
        ('["date"]', '["telephone"]'),
        ('title.zh = "A6 胸卡"', 'title.zh = ""'),
        ("most_lines = 5", "most_lines = 0"),
        ("hair_mm = 0.25", "hair_mm = 0.25\nmono = true"),
        ("hair_mm = 0.25", 'hair_mm = "wide"'),
        ("capitals = true", "capitals = 1"),
    ],
)
def test_mistakes_are_one_line_that_names_the_file(
    old: str, new: str, layout_path: Path, tmp_path: Path
) -> None:
    text = layout_path.read_text(encoding="utf-8")
    assert old in text
    wrong = tmp_path / layout_path.name
    wrong.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LayoutFault) as refusal:
        read_layout(wrong)
    assert str(wrong) in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("weight = 500", "weight = 900", "$.band.english.weight"),
        ('shape = "ring"', 'shape = "star"', "$.types[...].shape"),
        ('["date"]', '["telephone"]', "$.foot.rows[1][0]"),
        ("width_mm = 105", "width_mm = 104", "$.paper"),
        ("[types.press]", "[types.media]", "$.types"),
        ("x_mm = 7\ny_mm = 105", "x_mm = 3\ny_mm = 105", "$.qr"),
        ("x_mm = 85.5", "x_mm = 93", "$.logo"),
    ],
)
def test_a_mistake_names_its_place(old: str, new: str, place: str, layout_path: Path, tmp_path: Path) -> None:
    wrong = tmp_path / layout_path.name
    wrong.write_text(layout_path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LayoutFault) as refusal:
        read_layout(wrong)
    assert f"`{place}`" in str(refusal.value)


def test_a_layout_as_it_is_has_no_fault(layout_path: Path, tmp_path: Path) -> None:
    """The other tests' mistakes are the only ones."""
    copy = tmp_path / layout_path.name
    copy.write_bytes(layout_path.read_bytes())
    assert read_layout(copy).id == "a6"


def test_missing_layout(tmp_path: Path) -> None:
    with pytest.raises(LayoutFault):
        read_layout(tmp_path / "none.toml")


def test_the_file_says_nothing_twice(layout_path: Path) -> None:
    assert set(tomllib.loads(layout_path.read_text(encoding="utf-8"))["types"]) == {
        each.name.lower() for each in BadgeType
    }
