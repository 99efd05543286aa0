"""The gallery shows every control of ours, in pictures that need no screen."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

QML = Path(__file__).parents[2] / "kiosk" / "ui" / "qml"
NO_CONTROLS = {
    "ColourSet",  # the colours' section shows them
    "TypeStyle",
    "Theme",
    "StyledText",
    "Tap",  # what other controls are made of
    "Icon",
    "Drawing",
    "KioskPage",
    "KioskLayer",
    "Head",  # stand round the gallery's page itself
    "Foot",
    "ModeSwitches",
    "LanguageSwitch",
    "StepRow",  # the rows of Choices
    "RowList",  # shows a page's own rows; the scenes of find have it in every state
    "SchoolEntry",  # a part of one page
    "Qr",  # works with the window's models; the scenes of listings have it
    "BadgeFace",  # shows a composition that a model made; the scenes of printing have it
}
STAFF = re.compile(r"Staff|NeedRow|PersonRow|RecentLine")
"""Parts of staff's page."""


def test_every_control_is_in_the_gallery() -> None:
    shown = " ".join(path.read_text("utf-8") for path in (QML / "gallery").glob("*.qml"))
    controls = {path.stem for path in (QML / "Kiosk").glob("*.qml")}
    ours = {name for name in controls - NO_CONTROLS if not STAFF.match(name)}
    assert [name for name in sorted(ours) if f"{name} {{" not in shown] == []


def test_pictures_of_a_section_need_no_screen(run_kiosk: Callable[..., Any], tmp_path: Path) -> None:
    ran = run_kiosk("gallery", "--out", tmp_path, "--section", "signs", "--json")
    assert ran.status == 0, ran.err
    assert ran.err == ""
    pictures = [Path(each) for each in json.loads(ran.out)["pictures"]]
    looks = {path.stem.rsplit("-", 1)[0] for path in pictures}
    assert looks == {
        f"signs-{language}-{orientation}-{mode}"
        for language in ("zh", "en")
        for orientation in ("portrait", "landscape")
        for mode in ("plain", "large", "contrast")
    }
    assert len({path.read_bytes() for path in pictures}) == len(pictures)


def test_an_unknown_section_is_said(run_kiosk: Callable[..., Any], tmp_path: Path) -> None:
    ran = run_kiosk("gallery", "--out", tmp_path, "--section", "nothing")
    assert ran.status == 2
    assert "buttons" in ran.err
