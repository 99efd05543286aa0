"""Opens store and pack and wires the services: the one place that knows them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.keys import key_certificates, unseal_for
from kiosk.app.packs import open_pack, record_pack
from kiosk.app.samples import clock_for
from kiosk.app.state import StartFault, State
from kiosk.app.wiring import Opened, Wired
from kiosk.config import Settings
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from kiosk.domain.fair import Fair
    from kiosk.domain.floorplan import KioskPlace
    from kiosk.keys.providers import Provider, Secrets
    from kiosk.services.clock import Clock
    from kiosk.services.upkeep import Upkeep
    from kiosk.store.catalogue import Catalogue
    from kiosk.store.migrations import Store
    from kiosk.store.pages import Row
    from kiosk.store.rescue import Rescue
    from kiosk.sync.network.beside import CourierBeside


ClockOf = Callable[["Fair"], "Clock"]


@dataclass
class OpenKiosk:
    """A kiosk at work: the services, and what has to be closed. Belongs to the thread that opened it."""

    services: Wired
    store: Store
    catalogue: Catalogue
    rescue: Rescue | None = None
    """What became of the store if it was found damaged just now."""
    courier: CourierBeside | None = None
    """The process that talks with other kiosks, where one was started."""

    @property
    def upkeep(self) -> Upkeep:
        """What the running kiosk does by itself for its store; made when it is first due."""
        return self.services.upkeep

    def close(self) -> None:
        """Close pack and store; what was looked up on a day that is over becomes a fact before."""
        from kiosk.store.faults import StoreFault  # noqa: PLC0415

        if self.services.made("lookups"):
            with suppress(StoreFault):
                self.services.lookups.count_due()
        if self.courier is not None:
            self.courier.close()
        if self.services.made("print_queue"):
            self.services.print_queue.close()
        if self.services.made("batches"):
            self.services.batches.hold.leave()
        self.catalogue.close()
        self.store.close()


def open_kiosk(
    settings: Settings,
    state: State,
    keys: Provider,
    clock_of: ClockOf | None = None,
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
        courier = _courier(settings, state, secrets, config_path) if with_courier else None
        try:
            opened = Opened(settings, state, path, keys, secrets, installed, courier)
            services = _wire(opened, store, catalogue, clock_of)
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
    return OpenKiosk(services, store, catalogue, rescued, courier)


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


def _wire(opened: Opened, store: Store, catalogue: Catalogue, clock_of: ClockOf | None) -> Wired:
    """The gate, and with it all that a scan needs."""
    from kiosk.app.own_time import OwnTimeFile  # noqa: PLC0415
    from kiosk.devices.clock import SystemClock  # noqa: PLC0415
    from kiosk.keys.signing import SigningKey  # noqa: PLC0415
    from kiosk.services.gate import Gate  # noqa: PLC0415
    from kiosk.services.issuing import Issuing  # noqa: PLC0415

    fair = _fair(catalogue, opened.settings)
    places = catalogue.places()
    place = _place(opened.settings, places.kiosks)
    clock = clock_of(fair) if clock_of else clock_for(fair, OwnTimeFile(opened.state.clock).read())
    key = SigningKey.from_seed(opened.secrets.issuing_seed)
    certificates = key_certificates(catalogue, store, key, fair)
    record_pack(store, opened.installed, clock)
    gate = Gate(
        store,
        catalogue,
        certificates.ring,
        Issuing(store, catalogue, key, fair, clock, certificates),
        fair,
        place.gate,
        clock,
        {stall.number: stall.zone for stall in places.stalls},
        machine_ms=SystemClock().now_ms,
        certificates=certificates,
    )
    return Wired(opened, fair, place, clock, gate)


def _place(settings: Settings, kiosks: tuple[KioskPlace, ...]) -> KioskPlace:
    if not settings.place:
        return kiosks[0]
    place = next((each for each in kiosks if each.id == settings.place), None)
    if place is None:
        names = ", ".join(kiosk.id for kiosk in kiosks)
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
