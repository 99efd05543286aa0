"""Every scene in every language, orientation and mode: no fault of any kind.

One test a look, all scenes in it; each fault is a sentence. What is left out looks the same by construction:
low changes nothing in landscape (all of that screen is in reach); every window here stands still, so reduced
motion is the plain look (`test_reduced_motion_is_the_plain_look_standing_still`); high contrast changes
colours and no places, so a language an orientation is enough. FAIR_KIOSK_WALK=all walks them too.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.ui.languages import Languages
from kiosk.ui.navigation import PAGES
from tests.ui import pseudo
from tests.ui.scenes import SCENES
from tests.ui.stage import MODES, SIZES, Stage, until
from tests.ui.walk import checks, contrast, seen, ways_home

LANGUAGES = ("zh", "en", pseudo.LANGUAGE)
TELLING = {
    "portrait": ("plain", "large", "low", "large and low"),
    "landscape": ("plain", "large"),
}
CONTRAST = [("zh", "portrait", "contrast"), ("en", "landscape", "contrast")]
ALL = os.environ.get("FAIR_KIOSK_WALK") == "all"
LOOKS = [
    (language, orientation, mode)
    for language in LANGUAGES
    for orientation in SIZES
    for mode in (MODES if ALL else TELLING[orientation])
] + ([] if ALL else CONTRAST)


@pytest.mark.parametrize(("language", "orientation", "mode"), LOOKS)
def test_every_scene(walked: Stage, texts: Path, language: str, orientation: str, mode: str) -> None:
    checked = checks.Checks(language, mode)
    found: dict[str, list[str]] = {}
    spoken = Languages(texts if language == pseudo.LANGUAGE else pseudo.SHIPPED)
    walked.models.modes.offer(spoken)  # our own two are walked as they are shipped, without a list
    walked.models.modes.start_in(language)  # a visit that ends need not change it twice
    for name, scene in SCENES.items():
        walked.begin()
        walked.look(language=language, orientation=orientation, mode=mode)
        walked.play(scene)
        if faults := checked.faults(name, walked.window):
            found[name] = faults
    walked.models.modes.start_in("zh")
    assert not found, "\n" + checks.said(found)


def test_every_page_is_walked() -> None:
    assert set(PAGES) - {ways_home.of_page(name) for name in SCENES} == set()


@pytest.mark.parametrize("scene", {ways_home.of_page(name): name for name in reversed(SCENES)}.values())
def test_the_way_home_leads_home(walked: Stage, scene: str) -> None:
    walked.look()
    walked.play(SCENES[scene])
    models = walked.models
    if ways_home.of_page(scene) == "verdict":
        while models.page("verdict").shown:
            models.page("verdict").step()
    elif ways_home.of_page(scene) == "leaving":
        return  # the kiosk is being shut down: nothing leads anywhere
    elif scene != "home":
        way = ways_home.way_home(seen.look(walked.window, picture=False), checks.way_names("zh"))
        assert way is not None
        touch(walked, way.box.center().toPoint())
    until(lambda: models.navigation.page == "home" and not models.idle.warning)


def touch(stage: Stage, where: QPoint) -> None:
    """A finger on the screen."""
    QTest.mouseClick(stage.window.quick, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)


@pytest.mark.parametrize("scene", ["home", "find hits", "listing", "verdict welcome"])
def test_reduced_motion_is_the_plain_look_standing_still(walked: Stage, scene: str) -> None:
    def picture(mode: str) -> object:
        walked.clear()
        walked.look(mode=mode)
        walked.play(SCENES[scene])
        return walked.window.quick.grabWindow()

    assert picture("plain") == picture("reduced motion")


def test_what_is_switched_on_says_so(walked: Stage) -> None:
    """A switch says its state to those who hear the screen."""

    def state(name: str) -> tuple[bool, bool]:
        walked.rest()
        root = QAccessible.queryAccessibleInterface(walked.window.quick)
        nodes = (root.child(index) for index in range(root.childCount()))
        node = next(each for each in nodes if each.text(QAccessible.Text.Name).startswith(name))
        return bool(node.state().checkable), bool(node.state().checked)

    assert state("大字") == (True, False)
    walked.models.modes.toggle_large()
    assert state("大字") == (True, True)


@pytest.mark.parametrize("mode", ["plain", "contrast"])
def test_what_is_under_the_finger_can_be_read(walked: Stage, mode: str) -> None:
    """Contrast holds while a control is pressed, too."""
    found = []
    for scene in ("home", "check_in tail", "walk_up consent", "find", "staff desk", "staff pause", "idle"):
        walked.begin()
        walked.look(mode=mode)
        walked.play(SCENES[scene])
        for control in seen.look(walked.window, picture=False).controls:
            control.item.setProperty("held", True)
        walked.rest()
        look = seen.look(walked.window)
        found += [f"{scene}: {fault}" for fault in contrast.faults(look, high=mode == "contrast")]
    assert found == []
