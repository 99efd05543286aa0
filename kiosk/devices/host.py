"""The machine's clock, loudness, brightness and power, by the commands that a Linux desktop brings.

Every command is an argument list with a time limit, never a shell's line. What a machine lacks, or may not
do, is an answer and no fault. PipeWire, PulseAudio and ALSA are asked in this order; where the window's user
may not set the clock or the power (polkit, CAP_SYS_TIME), nobody is asked for a password.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

TIMEOUT_S = 4.0
_SHOWN_MOST = 200


class Snag(StrEnum):
    """Why the machine would not."""

    ABSENT = "absent"
    """There is nothing to do it with."""
    REFUSED = "refused"
    """It may not, or could not."""
    LATE = "late"
    """It did not answer in time."""
    BY_NETWORK = "by_network"
    """Of the clock: the machine sets it by itself."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a command: why not, if not, and what it printed (its last words, where it failed)."""

    snag: Snag | None
    printed: str = ""


Run = Callable[[Sequence[str]], Ran]
SetTime = Callable[[int, int], None]


def run(command: Sequence[str], timeout_s: float = TIMEOUT_S) -> Ran:
    """Run a command to its end, or for so long. Its output is read as UTF-8, in plain English."""
    environment: Mapping[str, str] = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout_s,
            env=environment,
            check=False,
        )
    except FileNotFoundError:
        return Ran(Snag.ABSENT)
    except subprocess.TimeoutExpired:
        return Ran(Snag.LATE)
    except OSError as problem:
        return Ran(Snag.REFUSED, str(problem.strerror))
    if done.returncode != 0:
        return Ran(Snag.REFUSED, done.stderr.decode("utf-8", "replace").strip()[-_SHOWN_MOST:])
    return Ran(None, done.stdout.decode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class Mixer:
    """A command that tells and sets how loud the default output is. `{percent}` stands for a number."""

    tell: tuple[str, ...]
    told: re.Pattern[str]
    """Finds `percent` (0 to 100), or `share` (0 to 1), and `muted` where it is."""
    put: tuple[tuple[str, ...], ...]
    tell_muted: tuple[str, ...] = ()
    """Where that is a question of its own."""


MIXERS = (
    Mixer(
        ("wpctl", "get-volume", "@DEFAULT_AUDIO_SINK@"),
        re.compile(r"Volume:\s*(?P<share>\d+(?:\.\d+)?)(?P<muted>\s*\[MUTED\])?"),
        (
            ("wpctl", "set-mute", "@DEFAULT_AUDIO_SINK@", "0"),
            ("wpctl", "set-volume", "@DEFAULT_AUDIO_SINK@", "{percent}%"),
        ),
    ),
    Mixer(
        ("pactl", "get-sink-volume", "@DEFAULT_SINK@"),
        re.compile(r"/\s*(?P<percent>\d+)%\s*/(?P<muted>(?!))?"),
        (
            ("pactl", "set-sink-mute", "@DEFAULT_SINK@", "0"),
            ("pactl", "set-sink-volume", "@DEFAULT_SINK@", "{percent}%"),
        ),
        tell_muted=("pactl", "get-sink-mute", "@DEFAULT_SINK@"),
    ),
    Mixer(
        ("amixer", "-M", "sget", "Master"),
        re.compile(r"\[(?P<percent>\d+)%\][^\n]*?(?P<muted>\[off\])?\s*$", re.MULTILINE),
        (("amixer", "-M", "-q", "sset", "Master", "{percent}%", "unmute"),),
    ),
)

BACKLIGHTS = Path("/sys/class/backlight")


def _settime(seconds: int, nanoseconds: int) -> None:
    """Set the machine's clock; PermissionError without CAP_SYS_TIME, OSError where there is no such call."""
    if not hasattr(time, "clock_settime_ns"):
        raise OSError("no clock_settime")
    time.clock_settime_ns(time.CLOCK_REALTIME, seconds * 1_000_000_000 + nanoseconds)


@dataclass(frozen=True, slots=True)
class Host:
    """This machine. Every call may take some seconds; none raises for what a machine lacks."""

    run: Run = run
    settime: SetTime = _settime
    backlights: Path = field(default=BACKLIGHTS)

    # ---- clock

    def set_clock(self, moment: datetime) -> Snag | None:
        """Set the system's clock to an aware moment, and with it the one that runs on a battery."""
        if moment.tzinfo is None:
            raise ValueError("the moment must say its time zone")
        local = moment.astimezone()  # timedatectl reads it in the machine's own time zone
        said = self.run(
            ("timedatectl", "--no-ask-password", "set-time", f"{local:%Y-%m-%d %H:%M:%S}"),
        )
        if said.snag is None:
            return None
        if "synchronization is enabled" in said.printed:
            return Snag.BY_NETWORK
        try:
            self.settime(int(moment.timestamp()), moment.microsecond * 1000)
        except OSError:
            return said.snag
        self.run(("hwclock", "--systohc"))  # as well as it can: without, the time is lost with the power
        return None

    # ---- loudness

    def volume(self) -> int | None:
        """How loud it is, 0 to 100, 0 where it is muted; None where nothing can say."""
        for mixer in MIXERS:
            said = self.run(mixer.tell)
            found = mixer.told.search(said.printed) if said.snag is None else None
            if found is not None:
                return 0 if found["muted"] or self._muted(mixer) else min(100, _percent(found.groupdict()))
        return None

    def _muted(self, mixer: Mixer) -> bool:
        return bool(mixer.tell_muted) and "yes" in self.run(mixer.tell_muted).printed

    def set_volume(self, percent: int) -> Snag | None:
        """Make it so loud (0 to 100), no longer muted; by the first mixer that does it."""
        snag = Snag.ABSENT
        for mixer in MIXERS:
            said = [
                self.run([part.replace("{percent}", str(percent)) for part in command])
                for command in mixer.put
            ]
            if said[-1].snag is None:
                return None
            snag = said[-1].snag if said[-1].snag is not Snag.ABSENT else snag
        return snag

    # ---- brightness

    def brightness(self) -> int | None:
        """How bright the screen is, 0 to 100; None where the machine cannot set it."""
        light = self._backlight()
        if light is None:
            return None
        most = _number(light / "max_brightness")
        now = _number(light / "brightness")
        return None if not most or now is None else round(100 * now / most)

    def set_brightness(self, percent: int) -> Snag | None:
        """Make the screen so bright (1 to 100)."""
        light = self._backlight()
        most = _number(light / "max_brightness") if light is not None else None
        if light is None or not most:
            return Snag.ABSENT
        try:
            (light / "brightness").write_text(str(max(1, round(most * percent / 100))), encoding="ascii")
        except OSError:
            return Snag.REFUSED
        return None

    def _backlight(self) -> Path | None:
        """The first light that may be set."""
        if not self.backlights.is_dir():
            return None
        lights = sorted(self.backlights.iterdir())
        return next((each for each in lights if os.access(each / "brightness", os.W_OK)), None)

    # ---- power

    def power_off(self) -> Snag | None:
        """Ask for the machine's end; it comes some seconds later."""
        return self.run(("systemctl", "--no-ask-password", "poweroff")).snag


def _percent(found: Mapping[str, str]) -> int:
    return round(100 * float(found["share"])) if "share" in found else int(found["percent"])


def _number(path: Path) -> int | None:
    try:
        return int(path.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
