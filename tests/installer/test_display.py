"""Where the window appears."""

from __future__ import annotations

import pytest

from installer import display


@pytest.mark.parametrize(
    ("environment", "chosen", "expected"),
    [
        ({}, "", display.VNC),
        ({"DISPLAY": ":0"}, "", "xcb"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "", "wayland"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "", "wayland;xcb"),
        ({"DISPLAY": ""}, "", display.VNC),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "", "offscreen"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "xcb", "xcb"),
        ({"DISPLAY": ":0"}, "vnc", display.VNC),
        ({"DISPLAY": ":0"}, "vnc:size=1920x1080", "vnc:size=1920x1080"),
    ],
)
def test_asked_for_comes_before_set_and_set_before_found(
    environment: dict[str, str], chosen: str, expected: str
) -> None:
    assert display.qt_platform(environment, chosen, "linux") == expected


def test_windows_needs_no_choice() -> None:
    assert display.qt_platform({}, "", "win32") == ""


def test_how_to_see_it_names_the_port_and_the_risk() -> None:
    said = display.how_to_see("vnc:size=1080x1920:port=5907")
    assert "localhost:5907" in said
    assert "no password" in said
    assert "5900" in display.how_to_see(display.VNC)
