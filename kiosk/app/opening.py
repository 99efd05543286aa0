"""Opens store and pack and wires the services: the one place that knows them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.keys import key_certificates, seal_for, unseal_for
from kiosk.app.packs import fault_of, open_pack, other_fairs, pack_lines, record_pack, sticks
from kiosk.app.printers import badge_desk_of, batches_of, print_queue
from kiosk.app.samples import clock_for, clock_words
from kiosk.app.state import StartFault, State
from kiosk.config import Settings, keep
from kiosk.domain.fair import Words

if TYPE_CHECKING:
    from kiosk.app.joining import HubStaff
    from kiosk.domain.fair import Fair
    from kiosk.domain.floorplan import FloorPlan, KioskPlace
    from kiosk.keys.providers import Provider, Secrets
    from kiosk.pack.install import Installed
    from kiosk.services.clock import Clock
    from kiosk.services.fair_day import Standing
    from kiosk.services.gate import Gate
    from kiosk.services.kiosk import Kiosk
    from kiosk.services.peers import Peers
    from kiosk.services.station import Station
    from kiosk.services.upkeep import Upkeep
    from kiosk.services.values import LocalValues
    from kiosk.store.catalogue import Catalogue
    from kiosk.store.migrations import Store
    from kiosk.store.pages import Row
    from kiosk.store.rescue import Rescue
    from kiosk.sync.network.beside import CourierBeside


@dataclass(slots=True)
class OpenKiosk:
    """A kiosk at work: the services, and what has to be closed. Belongs to the thread that opened it."""

    services: Kiosk
    store: Store
    catalogue: Catalogue
    upkeep: Upkeep
    rescue: Rescue | None = None
    """What became of the store if it was found damaged just now."""
    courier: CourierBeside | None = None
    """The process that talks with other kiosks, where one was started."""

    def close(self) -> None:
        """Close pack and store; what was looked up on a day that is over becomes a fact before."""
        from kiosk.store.faults import StoreFault  # noqa: PLC0415

        with suppress(StoreFault):
            self.services.lookups.count_due()
        if self.courier is not None:
            self.courier.close()
        self.services.print_queue.close()
        self.services.batches.hold.leave()
        self.catalogue.close()
        self.store.close()


def open_kiosk(
    settings: Settings,
    state: State,
    keys: Provider,
    clock_of: Callable[[Fair], Clock] | None = None,
    *,
    config_path: Path | None = None,
    with_courier: bool = False,
) -> OpenKiosk:
    """Open store and pack and wire the services. Runs on the thread that will own the store.

    What staff change is written to `config_path`, or to the kiosk.toml of the state folder. `with_courier`
    starts the process that talks with other kiosks, a moment later.

    Known faults come as StoreFault, KeyFault, PackFault or StartFault, each with words for people.
    """
    secrets = keys.load()
    catalogue, installed = open_pack(settings, state, secrets)
    try:
        store, rescued = _open_store(state, secrets)
    except BaseException:
        catalogue.close()
        raise
    try:
        _settle(store, state, secrets)
        path = config_path or state.config
        upkeep = upkeep_of(settings, state, secrets)
        courier = _courier(settings, state, secrets, config_path) if with_courier else None
        try:
            services = _wire(
                settings, state, path, keys, secrets, store, catalogue, installed, clock_of, courier, upkeep
            )
            _say_rescues(state, store, services.clock)
        except BaseException:
            if courier is not None:
                courier.close()
            raise
    except BaseException:
        catalogue.close()
        store.close()
        raise
    if courier is not None:
        store.on_append = courier.nudge
    return OpenKiosk(services, store, catalogue, upkeep, rescued, courier)


def _courier(
    settings: Settings, state: State, secrets: Secrets, config_path: Path | None
) -> CourierBeside | None:
    from kiosk.app.courier import courier_beside  # noqa: PLC0415

    return courier_beside(settings, state, secrets, config_path=config_path)


def _say_rescues(state: State, store: Store, clock: Clock) -> None:
    """A fact for each rescue of this store, once: staff are told until one of them has read it."""
    from kiosk.domain import facts  # noqa: PLC0415
    from kiosk.store import rescue  # noqa: PLC0415

    for each in rescue.unacknowledged(state.store):
        with store.transaction():
            body = facts.StoreRescued(each.origin, each.kept, each.strays)
            store.journal.append(body, now_ms=clock.now_ms())
        rescue.acknowledge(state.store, each)


def _open_store(state: State, secrets: Secrets) -> tuple[Store, Rescue | None]:
    """The store, rescued where it is damaged, with a ballast beside it."""
    from kiosk.devices.clock import SystemClock  # noqa: PLC0415
    from kiosk.keys.signing import SigningKey  # noqa: PLC0415
    from kiosk.store import ballast, rescue  # noqa: PLC0415

    store, rescued = rescue.open_or_rescue(
        state.store,
        secrets.store_key,
        now_ms=SystemClock().now_ms(),
        backup=lambda: _backed_up(state, secrets),
        public_key=SigningKey.from_seed(secrets.issuing_seed).public,
    )
    ballast.make(state.store)
    return store, rescued


def _settle(store: Store, state: State, secrets: Secrets) -> None:
    """Go on under an origin of this kiosk's own key, on this machine."""
    from kiosk.app.incarnation import settle  # noqa: PLC0415
    from kiosk.devices.clock import SystemClock  # noqa: PLC0415
    from kiosk.keys.signing import SigningKey  # noqa: PLC0415

    settle(store, state.store, SigningKey.from_seed(secrets.issuing_seed).public, SystemClock().now_ms())


def _backed_up(state: State, secrets: Secrets) -> Iterable[Row]:
    """The journal's rows in the newest backup that can be read."""
    from kiosk.keys.fault import KeyFault  # noqa: PLC0415
    from kiosk.store import backup  # noqa: PLC0415
    from kiosk.store.faults import StoreFault  # noqa: PLC0415

    for each in backup.backups(state.backups):
        try:
            return list(backup.rows(each.file, unseal_for(secrets)))
        except (backup.BackupFault, StoreFault, KeyFault, OSError):
            continue
    return ()


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


def _wire(
    settings: Settings,
    state: State,
    config_path: Path,
    keys: Provider,
    secrets: Secrets,
    store: Store,
    catalogue: Catalogue,
    installed: Installed,
    clock_of: Callable[[Fair], Clock] | None,
    courier: CourierBeside | None,
    upkeep: Upkeep,
) -> Kiosk:
    from kiosk.app.machine import machine_for  # noqa: PLC0415
    from kiosk.app.own_time import OwnTimeFile  # noqa: PLC0415
    from kiosk.domain.exhibitor import ExhibitorKind  # noqa: PLC0415
    from kiosk.domain.search import natural_key  # noqa: PLC0415
    from kiosk.services.corrections import Corrections  # noqa: PLC0415
    from kiosk.services.delegations import Delegations  # noqa: PLC0415
    from kiosk.services.doubles import Doubles  # noqa: PLC0415
    from kiosk.services.fair_day import FairDay  # noqa: PLC0415
    from kiosk.services.fair_pack import FairPack  # noqa: PLC0415
    from kiosk.services.find.directory import Directory  # noqa: PLC0415
    from kiosk.services.find.lookups import Lookups  # noqa: PLC0415
    from kiosk.services.floor import Floor  # noqa: PLC0415
    from kiosk.services.kiosk import Kiosk  # noqa: PLC0415
    from kiosk.services.local_settings import LocalSettings  # noqa: PLC0415
    from kiosk.services.pack_stick import PackStick  # noqa: PLC0415
    from kiosk.services.programme import Programme  # noqa: PLC0415
    from kiosk.services.scanner_choice import ScannerChoice  # noqa: PLC0415
    from kiosk.services.season import Season  # noqa: PLC0415
    from kiosk.services.staff_door import StaffDoor  # noqa: PLC0415
    from kiosk.services.stalls import Stalls  # noqa: PLC0415
    from kiosk.services.visit.plan import VisitPlans  # noqa: PLC0415
    from kiosk.services.visit.visitors import Visitors  # noqa: PLC0415
    from kiosk.services.wayfinding import Wayfinding  # noqa: PLC0415

    fair = _fair(catalogue, settings)
    plan = catalogue.plan()
    place = _place(settings, plan)
    clock = clock_of(fair) if clock_of else clock_for(fair, OwnTimeFile(state.clock).read())
    machine = machine_for(fair)
    write = partial(keep, config_path)
    record_pack(store, installed, clock)
    gate = _gate(secrets, store, catalogue, fair, plan, place, clock)
    exhibitors = catalogue.hosts()
    hosts = {number: each.name for each in exhibitors for number in each.stalls}
    corrections = Corrections(gate)
    stalls = Stalls(gate, dict(sorted(hosts.items(), key=lambda each: natural_key(each[0]))))
    wayfinding = Wayfinding(plan, place, hosts)
    floor = Floor(gate, plan, stalls.hosts, wayfinding)
    floor.standing()  # every way honours from the first on what was closed before this start
    lookups = Lookups(gate)
    lookups.count_due()  # what an earlier day left waiting
    queue = print_queue(settings, state, gate, plan, exhibitors)
    queue.offer(place.id)
    directory = Directory(catalogue, wayfinding, floor.standing)
    peers = _peers(settings, state, secrets, gate, plan, place, courier)
    standing = _standing(fair, clock, keys)
    desk = badge_desk_of(gate, queue)
    season = Season(lambda: other_fairs(state, installed, secrets), fair)

    @cache
    def station() -> Station:
        from kiosk.app.station import station_of  # noqa: PLC0415  (nothing that a start has to wait for)

        return station_of(
            settings,
            state,
            secrets,
            write=write,
            gate=gate,
            plan=plan,
            place=place,
            season=season,
            queue=queue,
            peers=peers,
            upkeep=upkeep,
            machine=machine,
        )

    return Kiosk(
        fair=fair,
        place=place,
        clock=clock,
        gate=gate,
        badge_desk=desk,
        directory=directory,
        wayfinding=wayfinding,
        corrections=corrections,
        doubles=Doubles(gate, desk, corrections),
        stalls=stalls,
        floor=floor,
        delegations=Delegations(gate),
        fair_day=FairDay(gate, queue, standing, corrections, stalls, floor, peers=peers, station=station),
        staff_door=StaffDoor(gate),
        print_queue=queue,
        batches=batches_of(gate, queue, plan),
        fair_pack=FairPack(
            catalogue,
            fair,
            schools=sum(each.kind is ExhibitorKind.SCHOOL for each in exhibitors),
            packs=pack_lines(state, installed),
            verify=lambda: fault_of(installed),
        ),
        pack_stick=PackStick(sticks(settings, state, secrets, installed.fair)),
        local_settings=LocalSettings(gate, place, standing, version(), _local(settings), write),
        scanner_choice=ScannerChoice(gate, write),
        season=season,
        visitors=Visitors(gate),
        lookups=lookups,
        visit_plans=VisitPlans(gate, directory, wayfinding, floor.standing, exhibitors, queue),
        programme=Programme(gate),
        station=station,
        peers=peers,
        machine=machine,
    )


def _gate(
    secrets: Secrets,
    store: Store,
    catalogue: Catalogue,
    fair: Fair,
    plan: FloorPlan,
    place: KioskPlace,
    clock: Clock,
) -> Gate:
    from kiosk.devices.clock import SystemClock  # noqa: PLC0415
    from kiosk.keys.signing import SigningKey  # noqa: PLC0415
    from kiosk.services.gate import Gate  # noqa: PLC0415
    from kiosk.services.issuing import Issuing  # noqa: PLC0415

    key = SigningKey.from_seed(secrets.issuing_seed)
    certificates = key_certificates(catalogue, store, key, fair)
    return Gate(
        store,
        catalogue,
        certificates.ring,
        Issuing(store, catalogue, key, fair, clock, certificates),
        fair,
        place.gate,
        clock,
        {stall.number: stall.zone for stall in plan.stalls},
        machine_ms=SystemClock().now_ms,
        certificates=certificates,
    )


def _peers(
    settings: Settings,
    state: State,
    secrets: Secrets,
    gate: Gate,
    plan: FloorPlan,
    place: KioskPlace,
    courier: CourierBeside | None,
) -> Peers:
    from kiosk.app.peers import peers_of  # noqa: PLC0415

    joining = _hub_staff(settings, state, secrets, gate)
    return peers_of(settings, state, secrets, gate, plan, place, courier=courier, joining=joining)


def _hub_staff(settings: Settings, state: State, secrets: Secrets, gate: Gate) -> HubStaff | None:
    """What a hub's own staff do about machines that ask; the pack says which kiosk is one, and all others are
    spared the keys' machinery at their start.
    """
    from kiosk.domain.fairpack import KeyRole  # noqa: PLC0415
    from kiosk.keys.signing import SigningKey  # noqa: PLC0415

    own = SigningKey.from_seed(secrets.issuing_seed).public
    certificates = gate.catalogue.certificates()
    if not any(each.public_key == own and each.role is KeyRole.HUB for each in certificates):
        return None
    from kiosk.app.joining import HubStaff, desk_of  # noqa: PLC0415
    from kiosk.app.keys import VenueTrust  # noqa: PLC0415
    from kiosk.devices.clock import SystemClock  # noqa: PLC0415

    trust = VenueTrust(settings, state, secrets, gate.store)
    desk = desk_of(state, secrets, gate.store, trust, SystemClock().now_ms)
    return HubStaff(desk) if desk is not None else None


def _standing(fair: Fair, clock: Clock, keys: Provider) -> Standing:
    """What was found at the start, said on the staff page."""
    from kiosk.services.fair_day import Standing  # noqa: PLC0415

    return Standing(
        clock=clock_words(fair, clock),
        keys=Words("示例密钥文件", "Sample key file")
        if keys.for_samples_only
        else Words("密钥已加锁", "Keys locked"),
        keys_for_samples_only=keys.for_samples_only,
    )


def _local(settings: Settings) -> LocalValues:
    from kiosk.services.values import LocalValues  # noqa: PLC0415

    window = settings.window
    return LocalValues(
        window.language, window.reduced_motion, window.sounds, window.mount_bottom_mm, window.screen_in
    )


def version() -> str:
    """This program's version; a checkout that was never installed has none."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("fair-kiosk")
    except PackageNotFoundError:
        return ""


def _place(settings: Settings, plan: FloorPlan) -> KioskPlace:
    if not settings.place:
        return plan.kiosks[0]
    place = plan.kiosk(settings.place)
    if place is None:
        names = ", ".join(kiosk.id for kiosk in plan.kiosks)
        raise StartFault(
            Words(
                f"平面图上没有机位 {settings.place}，有：{names}。",
                f"The plan has no kiosk {settings.place}. It has: {names}.",
            )
        )
    return place


def _fair(catalogue: Catalogue, settings: Settings) -> Fair:
    """The pack's fair; at a rehearsal under the id that counts nowhere."""
    from kiosk.domain.fair import REHEARSAL  # noqa: PLC0415

    fair = catalogue.fair()
    return replace(fair, id=fair.id + REHEARSAL) if settings.rehearsal else fair
