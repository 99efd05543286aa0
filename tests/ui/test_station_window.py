"""What the window makes of the screen's size and of a shut-down."""

from __future__ import annotations

from kiosk.ui.window import build_window
from tests.ui.stage import Stage


def follow(window, screen_in, mount_bottom_mm=860.0):
    window.follow(sounds=False, mount_bottom_mm=mount_bottom_mm, screen_in=screen_in)


def test_on_a_small_screen_one_begins_with_nine_keys(window):
    pads = window.models.page("find").pads
    for screen_in, pad in ((15.6, "nine"), (27.0, "full"), (21.4, "nine"), (21.5, "full")):
        follow(window, screen_in)
        window.models.end_visit()
        assert (pads.pad, pads.up) == (pad, False)


def test_low_mode_is_measured_on_the_real_screen(window):
    theme = window._engine.singletonInstance("Kiosk", "Theme")
    for screen_in, mount_bottom_mm, low_mm in (
        *((27.0, 860.0, 258), (27.0, 800.0, 199), (21.5, 860.0, 199)),
        *((32.0, 860.0, 258), (32.0, 760.0, 226)),
    ):
        follow(window, screen_in, mount_bottom_mm)
        assert round(theme.property("lowTopMm")) == low_mm


def test_while_it_is_shut_down_nothing_leads_away(application, qt_messages, kiosk):
    window = build_window(still=True)
    stage = Stage(window, kiosk)
    models = stage.models
    window.show(1080, 1920)
    stage.clear()
    models.navigation.go("find")
    models.leave(again=False)
    stage.rest()
    assert models.navigation.page == "leaving"
    models.scan("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "serial")
    window.bridge.struck.emit(RuntimeError())
    models.end_visit()
    models.touched()
    stage.rest()
    assert (models.navigation.page, models.verdict.shown, models.idle.warning) == ("leaving", False, False)
    window.close()
