"""Which packages a door needs, and which of them dpkg says are there."""

from __future__ import annotations

import shutil

import pytest

from installer import debian

DPKG_OUTPUT = "\n".join(
    [
        "ii \tlibgl1\t",
        "ii \tlibegl1\tlibegl-vendor",
        "rc \tlibfreetype6\t",  # removed, its configuration stays
        "iU \tlibdbus-1-3\t",  # unpacked, not configured
        "ii \tlibglib2.0-0t64\tlibglib2.0-0 (= 2.84.4-3), libglib2.0-0:any",
    ]
)


def test_only_what_is_installed_counts() -> None:
    there = debian.present(DPKG_OUTPUT)
    assert {"libgl1", "libegl1"} <= there
    assert not {"libfreetype6", "libdbus-1-3"} & there


def test_a_renamed_package_counts_under_the_name_it_provides() -> None:
    assert "libglib2.0-0" in debian.present(DPKG_OUTPUT)


def test_nothing_installed_is_nothing_there() -> None:
    assert debian.present("") == set()


@pytest.mark.parametrize(
    ("door", "qt_platform", "wanted", "unwanted"),
    [
        ("run", "vnc:size=1080x1920", {"libgl1", "libcups2"}, {"libxcb-cursor0", "xvfb", "libwayland-egl1"}),
        ("run", "xcb", {"libxcb-cursor0"}, {"xvfb", "libwayland-egl1"}),
        ("run", "wayland;xcb", {"libxcb-cursor0", "libwayland-egl1"}, {"xvfb"}),
        ("bench", "offscreen", {"libegl1"}, {"cups", "libxcb-cursor0"}),
        ("test", "offscreen", {"poppler-utils", "xvfb", "libxcb-cursor0", "libwayland-egl1"}, set()),
    ],
)
def test_a_door_asks_for_what_it_needs(
    door: str, qt_platform: str, wanted: set[str], unwanted: set[str]
) -> None:
    names = set(debian.packages_for(door, qt_platform))
    assert wanted <= names
    assert not unwanted & names


def test_no_package_is_asked_for_twice() -> None:
    names = debian.packages_for("test", "wayland;xcb")
    assert len(names) == len(set(names))


def test_installing_names_each_package_and_skips_recommendations() -> None:
    command = debian.install_command(["libgl1", "socat"])
    assert command == ["apt-get", "install", "-y", "--no-install-recommends", "libgl1", "socat"]


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="no Debian")
def test_a_package_that_nobody_has_is_missing() -> None:
    assert debian.missing(["dpkg", "no-such-package-in-debian"]) == ["no-such-package-in-debian"]
