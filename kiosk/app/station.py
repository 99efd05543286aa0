"""What staff do to this kiosk itself, wired: its settings, place, clock, fair, and end."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.machine import ClockInUse, OwnTimeFile
from kiosk.app.packs import try_fair
from kiosk.config import Settings, keep
from kiosk.devices.clock import SystemClock
from kiosk.services.clock_setting import ClockSetting
from kiosk.services.fair_choice import FairChoice
from kiosk.services.local_settings import Keep, LocalSettings
from kiosk.services.places import Places
from kiosk.services.shut_down import ShutDown
from kiosk.services.station import Station
from kiosk.services.values import LocalValues

if TYPE_CHECKING:
    from kiosk.app.state import State
    from kiosk.domain.floorplan import FloorPlan, KioskPlace
    from kiosk.keys.providers import Secrets
    from kiosk.services.fair_day import Standing
    from kiosk.services.gate import Gate
    from kiosk.services.machine import Machine
    from kiosk.services.peers import Peers
    from kiosk.services.printing.queue import PrintQueue
    from kiosk.services.season import Season
    from kiosk.services.upkeep import Upkeep


def station_of(
    settings: Settings,
    state: State,
    secrets: Secrets,
    config_path: Path,
    *,
    gate: Gate,
    plan: FloorPlan,
    place: KioskPlace,
    season: Season,
    queue: PrintQueue,
    peers: Peers,
    upkeep: Upkeep,
    machine: Machine,
) -> Station:
    """All of it but the settings."""
    write = _writer(config_path)
    clock = ClockInUse(gate.clock, OwnTimeFile(state.clock))
    return Station(
        places=Places(gate, plan, place, peers, write),
        clock=ClockSetting(gate, clock, machine, SystemClock().now_ms),
        fair=FairChoice(gate, season, write, lambda other: try_fair(settings, state, secrets, other)),
        shut_down=ShutDown(gate, queue, peers, upkeep.standing),
    )


def local_settings_of(
    settings: Settings,
    config_path: Path,
    gate: Gate,
    place: KioskPlace,
    standing: Standing,
    version: str,
) -> LocalSettings:
    """The settings that staff change on the spot."""
    window = settings.window
    values = LocalValues(
        window.language, window.reduced_motion, window.sounds, window.mount_bottom_mm, window.screen_in
    )
    return LocalSettings(gate, place, standing, version, values, _writer(config_path))


def _writer(config_path: Path) -> Keep:
    def write(table: str, values: Mapping[str, str | bool | int | float]) -> None:
        keep(config_path, table, values)

    return write
