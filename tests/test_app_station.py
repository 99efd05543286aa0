"""What the app makes of this kiosk's place, clock, fair and machine."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.app import open_kiosk, provider
from kiosk.app.machine import SampleMachine, ThisMachine, machine_for
from kiosk.app.own_time import ClockInUse, OwnTimeFile
from kiosk.app.packs import try_fair
from kiosk.app.samples import clock_for
from kiosk.app.state import StartFault, State
from kiosk.config import read
from kiosk.devices.clock import FairClock, KioskClock, Runs
from kiosk.domain.fair import BEIJING
from tests.fakes.small_venue import SmallVenue, build_venue
from tests.test_app import REAL, SAMPLE

NOON = datetime(2026, 11, 28, 12, 0, tzinfo=BEIJING)


@pytest.fixture(scope="module")
def venue(tmp_path_factory: pytest.TempPathFactory) -> SmallVenue:
    return build_venue(tmp_path_factory.mktemp("venue"))


# ---- the clock


def test_a_time_of_its_own_is_kept_for_the_next_start(tmp_path: Path) -> None:
    file = OwnTimeFile(tmp_path / "clock.json")
    assert file.read() is None
    clock = clock_for(REAL, file.read())
    in_use = ClockInUse(clock, file)
    assert in_use.runs == Runs.MACHINE
    in_use.set_own(NOON)
    again = clock_for(REAL, file.read())
    assert isinstance(again, KioskClock)
    assert again.runs is Runs.OWN  # this machine was not started anew meanwhile
    assert NOON <= again.now() < NOON + timedelta(minutes=1)
    in_use.follow_machine()
    assert file.read() is None
    assert [each.name for each in tmp_path.iterdir()] == []


def test_what_cannot_be_read_is_no_time_and_what_cannot_be_kept_is_said(tmp_path: Path) -> None:
    path = tmp_path / "clock.json"
    path.write_text("{")
    assert OwnTimeFile(path).read() is None
    (tmp_path / "clock.new").mkdir()
    with pytest.raises(StartFault) as fault:
        ClockInUse(KioskClock(), OwnTimeFile(path)).set_own(NOON)
    assert "could not be kept" in fault.value.words.en


def test_a_samples_clock_is_set_and_never_kept(tmp_path: Path) -> None:
    clock = clock_for(SAMPLE)
    assert isinstance(clock, FairClock)
    in_use = ClockInUse(clock, OwnTimeFile(tmp_path / "clock.json"))
    assert in_use.runs == Runs.SAMPLE
    in_use.set_own(NOON)
    assert NOON <= clock.now() < NOON + timedelta(minutes=1)
    assert not (tmp_path / "clock.json").exists()


# ---- the machine


def test_a_sample_fair_touches_neither_clock_nor_power(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("timedatectl", "systemctl", "wpctl"):
        (tmp_path / name).write_text(f'#!/bin/sh\necho {name} >> "{tmp_path}/asked"\necho "Volume: 0.30"\n')
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    sample, real = machine_for(SAMPLE), machine_for(REAL)
    assert isinstance(sample, SampleMachine)
    assert type(real) is ThisMachine
    for refusal in (sample.set_clock(NOON), sample.power_off()):
        assert refusal is not None
        assert "sample" in refusal.words.en
    assert (sample.volume(), sample.set_volume(40)) == (30, None)
    assert "systemctl" not in (tmp_path / "asked").read_text()
    assert real.power_off() is None
    assert "systemctl" in (tmp_path / "asked").read_text()


def test_a_machine_that_would_not_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    real = machine_for(REAL)
    for refusal, words in ((real.power_off(), "power button"), (real.set_volume(40), "speaker")):
        assert refusal is not None
        assert words in refusal.words.en


# ---- the fair


def test_another_fair_is_tried_before_it_is_chosen(venue: SmallVenue, tmp_path: Path) -> None:
    settings, state, secrets = venue.machine(tmp_path, "east-1")
    assert try_fair(settings, state, secrets, "small-2026").problem is None
    assert try_fair(settings, state, secrets, "small-2026").has_place
    assert not try_fair(replace(settings, place="north-9"), state, secrets, "small-2026").has_place
    missing = try_fair(settings, state, secrets, "other").problem
    assert missing is not None
    assert "No fair pack" in missing.en
    for file in tmp_path.glob("packs/*/catalogue.db"):
        file.write_bytes(b"broken" * 100)
    damaged = try_fair(settings, state, secrets, "small-2026").problem
    assert damaged is not None
    assert "damaged" in damaged.en


def test_what_staff_change_is_opened_with(venue: SmallVenue, tmp_path: Path) -> None:
    """Place and rehearsal, through the services and back from kiosk.toml."""
    _, state, _ = venue.machine(tmp_path, "east-1")

    def opened():  # type: ignore[no-untyped-def]
        settings = read(state.config)
        return open_kiosk(settings, state, provider(settings, state, str))

    kiosk = opened()
    assert kiosk.services.station().places.choose("west-1", "s1") is None
    kiosk.services.station().fair.rehearse(True, "s1")
    assert kiosk.services.station().fair.choose("small-2026", "s1") is None
    assert kiosk.services.station().fair.choose("other", "s1") is not None
    kiosk.close()
    kiosk = opened()
    assert kiosk.services.place.id == "west-1"
    assert kiosk.services.station().fair.rehearsing
    assert kiosk.services.fair_day.needs() is not None
    kiosk.close()
    assert read(state.config).fair == "small-2026"


_FIRST_FRAME = """
import sys
from kiosk.ui.window import build_window, prepare_environment
prepare_environment()
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
window = build_window(still=True)
wanted = ("kiosk.ui.ending", "kiosk.ui.leaving", "kiosk.ui.staff", "kiosk.app", "kiosk.devices.host",
          "kiosk.domain.keeper_words", "kiosk.services.station")
print([name for name in sys.modules if name.startswith(wanted)])
window.close()
"""


def test_nothing_of_it_is_loaded_before_the_first_frame() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_FRAME],
        capture_output=True,
        text=True,
        timeout=60,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": ""},
        cwd=Path(__file__).parents[1],
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_nor_before_staff_ask_for_it(venue: SmallVenue, tmp_path: Path) -> None:
    venue.machine(tmp_path, "east-1")
    script = f"""
import sys
from pathlib import Path
from kiosk.app import State, open_kiosk, provider
from kiosk.config import read
state = State(Path({str(tmp_path)!r}))
settings = read(state.config)
kiosk = open_kiosk(settings, state, provider(settings, state, str))
names = ("kiosk.devices.host", "kiosk.domain.keeper_words", "kiosk.services.station", "kiosk.app.station")
print([name for name in sys.modules if name.startswith(names)])
kiosk.services.station()
kiosk.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[1],
        check=True,
    )
    assert done.stdout.strip() == "[]"
    assert State(tmp_path).store.exists()
