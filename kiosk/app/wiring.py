"""Wires the services of a kiosk: the gate at once, every other one when it is first asked for.

What a scan needs is opened in the time of a breath; importing all the rest takes three times as long
(measured: ARCHITECTURE, "Ready to check in").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from kiosk.app.keys import seal_for
from kiosk.app.packs import fault_of, other_fairs, pack_lines, sticks
from kiosk.app.samples import clock_words
from kiosk.config import Settings, keep
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kiosk.app.joining import HubStaff
    from kiosk.app.peers import VenuePeers
    from kiosk.app.state import State
    from kiosk.domain.exhibitor import Exhibitor
    from kiosk.domain.fair import Fair
    from kiosk.domain.floorplan import FloorPlan, KioskPlace
    from kiosk.keys.providers import Provider, Secrets
    from kiosk.pack.installed import Installed
    from kiosk.services.badge_desk import BadgeDesk
    from kiosk.services.clock import Clock
    from kiosk.services.corrections import Corrections
    from kiosk.services.delegations import Delegations
    from kiosk.services.doubles import Doubles
    from kiosk.services.fair_day import FairDay, Standing
    from kiosk.services.fair_pack import FairPack
    from kiosk.services.find.directory import Directory
    from kiosk.services.find.lookups import Lookups
    from kiosk.services.floor import Floor
    from kiosk.services.gate import Gate
    from kiosk.services.local_settings import LocalSettings
    from kiosk.services.machine import Machine
    from kiosk.services.pack_stick import PackStick
    from kiosk.services.printing.batches import Batches
    from kiosk.services.printing.queue import PrintQueue
    from kiosk.services.programme import Programme
    from kiosk.services.scanner_choice import ScannerChoice
    from kiosk.services.season import Season
    from kiosk.services.staff_door import StaffDoor
    from kiosk.services.staff_log import StaffLog
    from kiosk.services.stalls import Stalls
    from kiosk.services.station import Station
    from kiosk.services.upkeep import Upkeep
    from kiosk.services.visit.plan import VisitPlans
    from kiosk.services.visit.visitors import Visitors
    from kiosk.services.wayfinding import Wayfinding
    from kiosk.sync.network.beside import CourierBeside

IN_ORDER = (
    *("wayfinding", "floor", "print_queue", "badge_desk", "directory", "peers", "lookups", "programme"),
    *(
        "visitors",
        "visit_plans",
        "season",
        "delegations",
        "stalls",
        "corrections",
        "doubles",
        "fair_day",
        "staff_door",
    ),
    *("scanner_choice", "machine", "local_settings", "fair_pack", "pack_stick", "batches"),
)
"""As `prepare` makes them: what visitors may ask for next comes first."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What is open of a kiosk, of which its services are made."""

    settings: Settings
    state: State
    config_path: Path
    keys: Provider
    secrets: Secrets
    installed: Installed
    courier: CourierBeside | None


class Wired:
    """Implements services.kiosk.Kiosk. Belongs to the thread that owns the store."""

    def __init__(self, opened: Opened, fair: Fair, place: KioskPlace, clock: Clock, gate: Gate) -> None:
        self.fair = fair
        self.place = place
        self.clock = clock
        self.gate = gate
        self._opened = opened

    def prepare(self) -> bool:
        """Make one more service ready; whether there may be more of them."""
        missing = [name for name in IN_ORDER if name not in vars(self)]
        if missing:
            getattr(self, missing[0])
        return len(missing) > 1

    def made(self, name: str) -> bool:
        """Whether a service has been asked for."""
        return name in vars(self)

    # ---- what several of them share

    @cached_property
    def _plan(self) -> FloorPlan:
        return self.gate.catalogue.plan()

    @cached_property
    def _exhibitors(self) -> tuple[Exhibitor, ...]:
        return self.gate.catalogue.hosts()

    @cached_property
    def _hosts(self) -> Mapping[str, Words]:
        return {number: each.name for each in self._exhibitors for number in each.stalls}

    @cached_property
    def _standing(self) -> Standing:
        from kiosk.services.fair_day import Standing  # noqa: PLC0415

        for_samples_only = self._opened.keys.for_samples_only
        keys = (
            Words("示例密钥文件", "Sample key file")
            if for_samples_only
            else Words("密钥已加锁", "Keys locked")
        )
        return Standing(
            clock=clock_words(self.fair, self.clock), keys=keys, keys_for_samples_only=for_samples_only
        )

    # ---- the floor, and what is on it

    @cached_property
    def wayfinding(self) -> Wayfinding:
        from kiosk.services.wayfinding import Wayfinding  # noqa: PLC0415

        return Wayfinding(self._plan, self.place, self._hosts)

    @cached_property
    def floor(self) -> Floor:
        from kiosk.services.floor import Floor  # noqa: PLC0415

        floor = Floor(self.gate, self._plan, self.stalls.hosts, self.wayfinding)
        floor.standing()  # every way honours from the first on what was closed before this start
        return floor

    @cached_property
    def stalls(self) -> Stalls:
        from kiosk.domain.search import natural_key  # noqa: PLC0415
        from kiosk.services.stalls import Stalls  # noqa: PLC0415

        in_order = sorted(self._hosts.items(), key=lambda each: natural_key(each[0]))
        return Stalls(self.gate, dict(in_order))

    @cached_property
    def directory(self) -> Directory:
        from kiosk.services.find.directory import Directory  # noqa: PLC0415

        return Directory(self.gate.catalogue, self.wayfinding, self.floor.standing)

    @cached_property
    def lookups(self) -> Lookups:
        from kiosk.services.find.lookups import Lookups  # noqa: PLC0415

        lookups = Lookups(self.gate)
        lookups.count_due()  # what an earlier day left waiting
        return lookups

    @cached_property
    def programme(self) -> Programme:
        from kiosk.services.programme import Programme  # noqa: PLC0415

        return Programme(self.gate)

    @cached_property
    def season(self) -> Season:
        from kiosk.services.season import Season  # noqa: PLC0415

        opened = self._opened
        return Season(lambda: other_fairs(opened.state, opened.installed, opened.secrets), self.fair)

    # ---- visitors

    @cached_property
    def visitors(self) -> Visitors:
        from kiosk.services.visit.visitors import Visitors  # noqa: PLC0415

        return Visitors(self.gate)

    @cached_property
    def visit_plans(self) -> VisitPlans:
        from kiosk.services.visit.plan import VisitPlans  # noqa: PLC0415

        return VisitPlans(
            self.gate,
            self.directory,
            self.wayfinding,
            self.floor.standing,
            self._exhibitors,
            self.print_queue,
        )

    @cached_property
    def delegations(self) -> Delegations:
        from kiosk.services.delegations import Delegations  # noqa: PLC0415

        return Delegations(self.gate)

    # ---- badges

    @cached_property
    def print_queue(self) -> PrintQueue:
        from kiosk.app.printers import print_queue  # noqa: PLC0415

        opened = self._opened
        queue = print_queue(opened.settings, opened.state, self.gate, self._plan, self._exhibitors)
        queue.offer(self.place.id)
        return queue

    @cached_property
    def badge_desk(self) -> BadgeDesk:
        from kiosk.app.printers import badge_desk_of  # noqa: PLC0415

        return badge_desk_of(self.gate, self.print_queue)

    @cached_property
    def batches(self) -> Batches:
        from kiosk.app.printers import batches_of  # noqa: PLC0415

        return batches_of(self.gate, self.print_queue, self._plan)

    # ---- staff

    @cached_property
    def staff_door(self) -> StaffDoor:
        from kiosk.services.staff_door import StaffDoor  # noqa: PLC0415

        return StaffDoor(self.gate)

    @cached_property
    def staff_log(self) -> StaffLog:
        from kiosk.services.staff_log import StaffLog  # noqa: PLC0415

        return StaffLog(self.gate, self.floor, self.peers.called)

    @cached_property
    def corrections(self) -> Corrections:
        from kiosk.services.corrections import Corrections  # noqa: PLC0415

        return Corrections(self.gate)

    @cached_property
    def doubles(self) -> Doubles:
        from kiosk.services.doubles import Doubles  # noqa: PLC0415

        return Doubles(self.gate, self.badge_desk, self.corrections)

    @cached_property
    def fair_day(self) -> FairDay:
        from kiosk.services.fair_day import FairDay  # noqa: PLC0415

        return FairDay(
            self.gate,
            self.print_queue,
            self._standing,
            self.corrections,
            self.stalls,
            self.floor,
            peers=self.peers,
            station=self.station,
        )

    @cached_property
    def fair_pack(self) -> FairPack:
        from kiosk.domain.exhibitor import ExhibitorKind  # noqa: PLC0415
        from kiosk.services.fair_pack import FairPack  # noqa: PLC0415

        opened = self._opened
        return FairPack(
            self.gate.catalogue,
            self.fair,
            schools=sum(each.kind is ExhibitorKind.SCHOOL for each in self._exhibitors),
            packs=pack_lines(opened.state, opened.installed),
            verify=lambda: fault_of(opened.installed),
        )

    @cached_property
    def pack_stick(self) -> PackStick:
        from kiosk.services.pack_stick import PackStick  # noqa: PLC0415

        opened = self._opened
        return PackStick(sticks(opened.settings, opened.state, opened.secrets, opened.installed.fair))

    @cached_property
    def scanner_choice(self) -> ScannerChoice:
        from kiosk.services.scanner_choice import ScannerChoice  # noqa: PLC0415

        return ScannerChoice(self.gate, partial(keep, self._opened.config_path))

    @cached_property
    def local_settings(self) -> LocalSettings:
        from kiosk.services.local_settings import LocalSettings  # noqa: PLC0415
        from kiosk.services.values import LocalValues  # noqa: PLC0415

        window = self._opened.settings.window
        return LocalSettings(
            self.gate,
            self.place,
            self._standing,
            version(),
            LocalValues(
                window.language,
                window.reduced_motion,
                window.sounds,
                window.mount_bottom_mm,
                window.screen_in,
            ),
            partial(keep, self._opened.config_path),
        )

    @cached_property
    def peers(self) -> VenuePeers:
        from kiosk.app.peers import peers_of  # noqa: PLC0415

        opened = self._opened
        return peers_of(
            opened.settings,
            opened.state,
            opened.secrets,
            self.gate,
            self._plan,
            self.place,
            courier=opened.courier,
            joining=self._hub_staff(),
        )

    def _hub_staff(self) -> HubStaff | None:
        """What a hub's own staff do about machines that ask; the pack says which kiosk is one, and all others
        are spared the keys' machinery.
        """
        from kiosk.domain.key_certificate import KeyRole  # noqa: PLC0415
        from kiosk.keys.signing import SigningKey  # noqa: PLC0415

        opened = self._opened
        own = SigningKey.from_seed(opened.secrets.issuing_seed).public
        certificates = self.gate.catalogue.certificates()
        if not any(each.public_key == own and each.role is KeyRole.HUB for each in certificates):
            return None
        from kiosk.app.joining import HubStaff, desk_of  # noqa: PLC0415
        from kiosk.app.keys import VenueTrust  # noqa: PLC0415
        from kiosk.devices.clock import SystemClock  # noqa: PLC0415

        trust = VenueTrust(opened.settings, opened.state, opened.secrets, self.gate.store)
        desk = desk_of(opened.state, opened.secrets, self.gate.store, trust, SystemClock().now_ms)
        return HubStaff(desk) if desk is not None else None

    @cached_property
    def machine(self) -> Machine:
        from kiosk.app.machine import machine_for  # noqa: PLC0415

        return machine_for(self.fair)

    @cached_property
    def upkeep(self) -> Upkeep:
        """What the running kiosk does by itself for its store."""
        return upkeep_of(self._opened.settings, self._opened.state, self._opened.secrets)

    @cached_property
    def _station(self) -> Station:
        from kiosk.app.station import station_of  # noqa: PLC0415

        opened = self._opened
        return station_of(
            opened.settings,
            opened.state,
            opened.secrets,
            write=partial(keep, opened.config_path),
            gate=self.gate,
            plan=self._plan,
            place=self.place,
            season=self.season,
            queue=self.print_queue,
            peers=self.peers,
            upkeep=self.upkeep,
            machine=self.machine,
        )

    def station(self) -> Station:
        return self._station


def upkeep_of(settings: Settings, state: State, secrets: Secrets) -> Upkeep:
    """What the running kiosk does by itself for its store."""
    from kiosk.app.incarnation import sign_apart  # noqa: PLC0415
    from kiosk.devices.clock import SystemClock  # noqa: PLC0415
    from kiosk.services.upkeep import Upkeep  # noqa: PLC0415

    return Upkeep(
        store=state.store,
        key=secrets.store_key,
        folder=state.backups,
        kiosk=settings.place,
        seal=seal_for(secrets),
        now_ms=SystemClock().now_ms,
        sign=lambda: sign_apart(state.store, secrets),
    )


def version() -> str:
    """This program's version; a checkout that was never installed has none."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("fair-kiosk")
    except PackageNotFoundError:
        return ""
