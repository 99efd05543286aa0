"""What staff do to this kiosk itself, wired when they first do: its place, clock, fair, and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.app.own_time import ClockInUse, OwnTimeFile
from kiosk.app.packs import try_fair
from kiosk.config import Settings
from kiosk.devices.clock import SystemClock
from kiosk.services.clock_setting import ClockSetting
from kiosk.services.fair_choice import FairChoice
from kiosk.services.places import Places
from kiosk.services.shut_down import ShutDown
from kiosk.services.station import Station

if TYPE_CHECKING:
    from kiosk.app.state import State
    from kiosk.domain.floorplan import FloorPlan, KioskPlace
    from kiosk.keys.providers import Secrets
    from kiosk.services.gate import Gate
    from kiosk.services.local_settings import Keep
    from kiosk.services.machine import Machine
    from kiosk.services.peers import Peers
    from kiosk.services.printing.queue import PrintQueue
    from kiosk.services.season import Season
    from kiosk.services.upkeep import Upkeep


def station_of(
    settings: Settings,
    state: State,
    secrets: Secrets,
    *,
    write: Keep,
    gate: Gate,
    plan: FloorPlan,
    place: KioskPlace,
    season: Season,
    queue: PrintQueue,
    peers: Peers,
    upkeep: Upkeep,
    machine: Machine,
) -> Station:
    """All of it."""
    clock = ClockInUse(gate.clock, OwnTimeFile(state.clock))
    return Station(
        places=Places(gate, plan, place, peers, write),
        clock=ClockSetting(gate, clock, machine, SystemClock().now_ms),
        fair=FairChoice(gate, season, write, lambda other: try_fair(settings, state, secrets, other)),
        shut_down=ShutDown(gate, queue, peers, upkeep.standing),
    )
