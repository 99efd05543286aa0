"""All services of one kiosk at one fair, as the window gets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
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
    from kiosk.services.machine import Machine
    from kiosk.services.pack_stick import PackStick
    from kiosk.services.peers import Peers
    from kiosk.services.printing.batches import Batches
    from kiosk.services.printing.queue import PrintQueue
    from kiosk.services.programme import Programme
    from kiosk.services.scanner_choice import ScannerChoice
    from kiosk.services.season import Season
    from kiosk.services.staff_door import StaffDoor
    from kiosk.services.staff_log import StaffLog
    from kiosk.services.stalls import Stalls
    from kiosk.services.station import Station
    from kiosk.services.visit.plan import VisitPlans
    from kiosk.services.visit.visitors import Visitors
    from kiosk.services.wayfinding import Wayfinding


class Kiosk(Protocol):
    """One module a job, wired by the app.

    Fair, place, clock and gate are there from the first. Every other one is made when it is first asked for,
    on the thread that owns the store; a scan can be decided before. `prepare` makes the next one that is
    still missing.
    """

    fair: Fair
    place: KioskPlace
    clock: Clock
    gate: Gate

    def prepare(self) -> bool:
        """Make one more service ready; whether there may be more of them."""
        ...

    @property
    def badge_desk(self) -> BadgeDesk: ...
    @property
    def corrections(self) -> Corrections: ...
    @property
    def doubles(self) -> Doubles: ...
    @property
    def stalls(self) -> Stalls: ...
    @property
    def floor(self) -> Floor: ...
    @property
    def delegations(self) -> Delegations: ...
    @property
    def directory(self) -> Directory: ...
    @property
    def wayfinding(self) -> Wayfinding: ...
    @property
    def fair_day(self) -> FairDay: ...
    @property
    def staff_door(self) -> StaffDoor: ...
    @property
    def staff_log(self) -> StaffLog: ...
    @property
    def print_queue(self) -> PrintQueue: ...
    @property
    def batches(self) -> Batches: ...
    @property
    def fair_pack(self) -> FairPack: ...
    @property
    def pack_stick(self) -> PackStick: ...
    @property
    def local_settings(self) -> LocalSettings: ...
    @property
    def scanner_choice(self) -> ScannerChoice: ...
    @property
    def season(self) -> Season: ...
    @property
    def visitors(self) -> Visitors: ...
    @property
    def lookups(self) -> Lookups: ...
    @property
    def visit_plans(self) -> VisitPlans: ...
    @property
    def programme(self) -> Programme: ...
    def station(self) -> Station: ...
    @property
    def peers(self) -> Peers: ...
    @property
    def machine(self) -> Machine: ...
