"""All services of one kiosk at one fair, as the window gets them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.domain.fair import Fair
from kiosk.domain.floorplan import KioskPlace
from kiosk.services.badge_desk import BadgeDesk
from kiosk.services.clock import Clock
from kiosk.services.corrections import Corrections
from kiosk.services.delegations import Delegations
from kiosk.services.doubles import Doubles
from kiosk.services.fair_day import FairDay
from kiosk.services.fair_pack import FairPack
from kiosk.services.find.directory import Directory
from kiosk.services.find.lookups import Lookups
from kiosk.services.floor import Floor
from kiosk.services.gate import Gate
from kiosk.services.local_settings import LocalSettings
from kiosk.services.machine import Machine, NoMachine
from kiosk.services.pack_stick import PackStick
from kiosk.services.peers import NoPeers, Peers
from kiosk.services.printing.batches import Batches
from kiosk.services.printing.queue import PrintQueue
from kiosk.services.programme import Programme
from kiosk.services.scanner_choice import ScannerChoice
from kiosk.services.season import Season
from kiosk.services.staff_door import StaffDoor
from kiosk.services.stalls import Stalls
from kiosk.services.visit.plan import VisitPlans
from kiosk.services.visit.visitors import Visitors
from kiosk.services.wayfinding import Wayfinding

if TYPE_CHECKING:
    from kiosk.services.station import Station


@dataclass(frozen=True, slots=True)
class Kiosk:
    """One module a job, wired by the app."""

    fair: Fair
    place: KioskPlace
    clock: Clock
    gate: Gate
    badge_desk: BadgeDesk
    corrections: Corrections
    doubles: Doubles
    stalls: Stalls
    floor: Floor
    delegations: Delegations
    directory: Directory
    wayfinding: Wayfinding
    fair_day: FairDay
    staff_door: StaffDoor
    print_queue: PrintQueue
    batches: Batches
    fair_pack: FairPack
    pack_stick: PackStick
    local_settings: LocalSettings
    scanner_choice: ScannerChoice
    season: Season
    visitors: Visitors
    lookups: Lookups
    visit_plans: VisitPlans
    programme: Programme
    station: Callable[[], Station]
    """Made when staff first ask for it; store's thread."""
    peers: Peers = field(default_factory=NoPeers)
    machine: Machine = field(default_factory=NoMachine)
