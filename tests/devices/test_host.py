"""The machine, by stand-ins for its commands on PATH: they record what they were asked."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.devices import host
from kiosk.devices.host import Host, Snag
from kiosk.domain.fair import BEIJING

MOMENT = datetime(2026, 11, 28, 9, 24, 30, tzinfo=BEIJING)


class Shelf:
    """A folder that is all of PATH."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "asked"

    def put(self, name: str, script: str = "") -> None:
        """A command that notes its words, then does what the script says."""
        path = self.folder / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> "{self.log}"\n{script}\n')
        path.chmod(0o755)

    @property
    def asked(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return Shelf(folder)


def denied(_seconds: int, _nanoseconds: int) -> None:
    raise PermissionError


# ---- commands


def test_a_command_that_hangs_is_given_up(shelf: Shelf) -> None:
    shelf.put("wpctl", "exec /bin/sleep 60")
    began = time.monotonic()
    assert host.run(("wpctl", "get-volume"), timeout_s=0.2).snag is Snag.LATE
    assert time.monotonic() - began < 5


def test_no_word_of_a_command_reaches_a_shell(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put("wpctl")
    host.run(("wpctl", f"$(/bin/touch {tmp_path}/was_here); `id`"))
    assert not (tmp_path / "was_here").exists()
    assert len(shelf.asked) == 1


def test_what_is_not_there_and_what_fails_are_told_apart(shelf: Shelf) -> None:
    assert host.run(("wpctl",)).snag is Snag.ABSENT
    shelf.put("wpctl", "echo no >&2; exit 1")
    assert host.run(("wpctl",)) == host.Ran(Snag.REFUSED, "no")
    (shelf.folder / "wpctl").write_bytes(b"\x00not a program")
    assert host.run(("wpctl",)).snag is Snag.REFUSED


# ---- loudness

WPCTL = 'case "$1" in get-volume) echo "Volume: 0.45";; esac'
PACTL = """case "$1" in
get-sink-volume) echo "Volume: front-left: 26214 /  40% / -23.88 dB,   front-right: 26214 /  40% / -23 dB";;
get-sink-mute) echo "Mute: {mute}";;
esac"""
AMIXER = """case "$*" in *sget*)
echo "Simple mixer control 'Master',0"
echo "  Limits: Playback 0 - 65536"
echo "  Front Left: Playback 22937 [35%] [{on}]"
;; esac"""


@pytest.mark.parametrize(
    ("name", "script", "percent", "put"),
    [
        ("wpctl", WPCTL, 45, ["set-mute @DEFAULT_AUDIO_SINK@ 0", "set-volume @DEFAULT_AUDIO_SINK@ 70%"]),
        ("wpctl", 'echo "Volume: 0.45 [MUTED]"', 0, None),
        ("wpctl", 'echo "Volume: 1.50"', 100, None),
        (
            "pactl",
            PACTL.format(mute="no"),
            40,
            ["set-sink-mute @DEFAULT_SINK@ 0", "set-sink-volume @DEFAULT_SINK@ 70%"],
        ),
        ("pactl", PACTL.format(mute="yes"), 0, None),
        ("amixer", AMIXER.format(on="on"), 35, ["-M -q sset Master 70% unmute"]),
        ("amixer", AMIXER.format(on="off"), 0, None),
    ],
)
def test_whichever_mixer_is_there_tells_and_sets(
    shelf: Shelf, name: str, script: str, percent: int, put: list[str] | None
) -> None:
    shelf.put(name, script)
    assert Host().volume() == percent
    shelf.log.unlink()
    assert Host().set_volume(70) is None
    if put is not None:
        assert shelf.asked == [f"{name} {words}" for words in put]


def test_one_that_fails_leaves_it_to_the_next(shelf: Shelf) -> None:
    shelf.put("wpctl", "exit 1")  # PipeWire does not run
    assert Host().set_volume(70) is Snag.REFUSED
    assert Host().volume() is None
    shelf.put("pactl", PACTL.format(mute="no"))
    assert Host().volume() == 40
    assert Host().set_volume(70) is None


def test_without_any_it_says_so(shelf: Shelf) -> None:
    assert Host().volume() is None
    assert Host().set_volume(70) is Snag.ABSENT
    shelf.put("amixer", "echo nothing that anybody expects")
    assert Host().volume() is None


# ---- clock


def test_the_clock_is_set_in_the_machines_own_time_zone(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.put("timedatectl")
    for zone, text in (("UTC", "2026-11-28 01:24:30"), ("CST-8", "2026-11-28 09:24:30")):
        with monkeypatch.context() as there:
            there.setenv("TZ", zone)
            time.tzset()
            assert Host(settime=denied).set_clock(MOMENT) is None
        time.tzset()
        assert shelf.asked[-1] == f"timedatectl --no-ask-password set-time {text}"


def test_a_machine_that_sets_it_by_network_says_so(shelf: Shelf) -> None:
    words = "Failed to set time: Automatic time synchronization is enabled"
    shelf.put("timedatectl", f'echo "{words}" >&2; exit 1')
    set_to: list[int] = []
    assert Host(settime=lambda at, _ns: set_to.append(at)).set_clock(MOMENT) is Snag.BY_NETWORK
    assert set_to == []


def test_without_the_right_to_it_is_refused(shelf: Shelf) -> None:
    assert Host(settime=denied).set_clock(MOMENT) is Snag.ABSENT
    shelf.put("timedatectl", 'echo "Failed to set time: Access denied" >&2; exit 1')
    assert Host(settime=denied).set_clock(MOMENT) is Snag.REFUSED


def test_with_the_right_the_system_call_does_it(shelf: Shelf) -> None:
    shelf.put("timedatectl", "exit 1")
    shelf.put("hwclock")
    set_to: list[tuple[int, int]] = []
    assert Host(settime=lambda *at: set_to.append(at)).set_clock(MOMENT) is None
    assert set_to == [(int(MOMENT.timestamp()), 0)]
    assert shelf.asked[-1] == "hwclock --systohc"


def test_a_moment_without_a_time_zone_is_no_moment() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Host().set_clock(datetime(2026, 11, 28))  # noqa: DTZ001


# ---- brightness and power


def light(folder: Path, now: str = "300", most: str = "1200") -> Path:
    place = folder / "backlight" / "intel"
    place.mkdir(parents=True)
    (place / "max_brightness").write_text(most)
    (place / "brightness").write_text(now)
    return folder / "backlight"


def test_a_screen_whose_light_may_be_set(tmp_path: Path) -> None:
    machine = Host(backlights=light(tmp_path))
    assert machine.brightness() == 25
    assert machine.set_brightness(50) is None
    assert (tmp_path / "backlight" / "intel" / "brightness").read_text() == "600"
    assert machine.set_brightness(0) is None  # never quite dark
    assert (tmp_path / "backlight" / "intel" / "brightness").read_text() == "1"


@pytest.mark.parametrize("prepare", [lambda _folder: None, lambda folder: light(folder, "?", "?")])
def test_a_screen_that_is_not_the_machines(tmp_path: Path, prepare: Callable[[Path], object]) -> None:
    prepare(tmp_path)
    machine = Host(backlights=tmp_path / "backlight")
    assert machine.brightness() is None
    assert machine.set_brightness(50) is Snag.ABSENT


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_light_that_may_not_be_set(tmp_path: Path) -> None:
    folder = light(tmp_path)
    (folder / "intel" / "brightness").chmod(0o444)
    assert Host(backlights=folder).brightness() is None


def test_the_power_is_logind_s_to_turn_off(shelf: Shelf) -> None:
    assert Host().power_off() is Snag.ABSENT
    shelf.put("systemctl", 'echo "Interactive authentication required." >&2; exit 1')
    assert Host().power_off() is Snag.REFUSED
    shelf.put("systemctl")
    assert Host().power_off() is None
    assert shelf.asked[-1] == "systemctl --no-ask-password poweroff"
