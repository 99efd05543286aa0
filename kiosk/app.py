"""The one place that wires objects together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.config import Settings, keep_window
from kiosk.domain.fair import BEIJING, Words, at
from kiosk.ui import resources

if TYPE_CHECKING:
    from kiosk.badges.renderer import Renderer
    from kiosk.devices.settings import PrinterSettings
    from kiosk.domain.badge_type import BadgeType
    from kiosk.domain.exhibitor import Exhibitor
    from kiosk.domain.fair import Fair
    from kiosk.domain.floorplan import FloorPlan, KioskPlace
    from kiosk.keys.providers import Provider, Secrets
    from kiosk.keys.signing import KeyRing, SigningKey
    from kiosk.pack.install import Installed
    from kiosk.pack.stick import Sticks
    from kiosk.services.clock import Clock
    from kiosk.services.gate import Gate
    from kiosk.services.kiosk import Kiosk
    from kiosk.services.printing.batches import Batches
    from kiosk.services.printing.outlet import Outlet
    from kiosk.services.printing.queue import PrintQueue
    from kiosk.services.upkeep import Upkeep
    from kiosk.services.values import LocalValues, PackLine
    from kiosk.store.catalogue import Catalogue
    from kiosk.store.migrations import Store
    from kiosk.store.pages import Row
    from kiosk.store.rescue import Rescue

SAMPLE_CLOCK_MIN = 9 * 60 + 24
"""Sample fairs are dated; at a sample the clock shows 9:24 of its first day and runs on from there."""


class StartFault(Exception):
    """The kiosk cannot start; `words` say why and what to do.

    `kind` tells what is wrong, as domain.fault_codes lists it: start, pack.missing or pack.damaged.
    """

    def __init__(self, words: Words, kind: str = "start") -> None:
        super().__init__(words.en)
        self.words = words
        self.kind = kind


@dataclass(frozen=True, slots=True)
class State:
    """Where one kiosk keeps what is its own."""

    folder: Path

    @property
    def store(self) -> Path:
        """The encrypted store."""
        return self.folder / "store.db"

    @property
    def config(self) -> Path:
        """Its settings, where no other file was named."""
        return self.folder / "kiosk.toml"

    @property
    def keys(self) -> Path:
        """The key file, where keys are kept in one."""
        return self.folder / "keys.json"

    @property
    def prints(self) -> Path:
        """Where the folder printer of the samples writes its PDFs."""
        return self.folder / "prints"

    @property
    def backups(self) -> Path:
        """Where the running kiosk puts a backup every hour."""
        return self.folder / "backups"

    @property
    def organiser(self) -> Path:
        """The sample organiser's keys; on a real fair the organiser keeps them elsewhere."""
        return self.folder / "organiser"

    @property
    def built(self) -> Path:
        """Packs and reports of the sample fairs that were built here."""
        return self.folder / "built"


@dataclass(slots=True)
class OpenKiosk:
    """A kiosk at work: the services, and what has to be closed. Belongs to the thread that opened it."""

    services: Kiosk
    store: Store
    catalogue: Catalogue
    upkeep: Upkeep
    rescue: Rescue | None = None
    """What became of the store if it was found damaged just now."""

    def close(self) -> None:
        """Close pack and store; what was looked up on a day that is over becomes a fact before."""
        from kiosk.store.faults import StoreFault  # noqa: PLC0415

        with suppress(StoreFault):
            self.services.lookups.count_due()
        self.services.print_queue.close()
        self.services.batches.hold.leave()
        self.catalogue.close()
        self.store.close()


def provider(settings: Settings, state: State, ask_passphrase: Callable[[], str]) -> Provider:
    """Where this kiosk's keys are kept, as kiosk.toml says."""
    from kiosk.keys import providers  # noqa: PLC0415

    keys = settings.keys
    path = Path(keys.path) if keys.path else state.keys
    if keys.provider == "file":
        return providers.KeyFile(path)
    if keys.provider == "passphrase":
        return providers.Passphrase(path, ask_passphrase())
    if keys.provider == "systemd":
        return providers.SystemdCredentials(keys.credential)
    raise StartFault(
        Words(
            f"不认识的密钥来源 {keys.provider}：请写 file、passphrase 或 systemd。",
            f"Unknown key provider {keys.provider}: write file, passphrase or systemd.",
        )
    )


def open_kiosk(
    settings: Settings,
    state: State,
    keys: Provider,
    clock_of: Callable[[Fair], Clock] | None = None,
    *,
    config_path: Path | None = None,
) -> OpenKiosk:
    """Open store and pack and wire the services. Runs on the thread that will own the store.

    What staff change is written to `config_path`, or to the kiosk.toml of the state folder.

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
        path = config_path or state.config
        services = _wire(settings, state, path, keys, secrets, store, catalogue, installed, clock_of)
    except BaseException:
        catalogue.close()
        store.close()
        raise
    _say_rescues(state, store, services.clock)
    return OpenKiosk(services, store, catalogue, upkeep_of(settings, state, secrets), rescued)


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
    from kiosk.store import ballast, rescue  # noqa: PLC0415

    store, rescued = rescue.open_or_rescue(
        state.store,
        secrets.store_key,
        now_ms=SystemClock().now_ms(),
        backup=lambda: _backed_up(state, secrets),
    )
    ballast.make(state.store)
    return store, rescued


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


def seal_for(secrets: Secrets) -> Callable[[bytes, bytes], bytes]:
    """Seals to this kiosk's venue: (what, context) -> sealed."""
    from kiosk.keys.secrecy import seal, venue_public  # noqa: PLC0415

    return lambda plain, context: seal(venue_public(secrets.venue_private), plain, context)


def unseal_for(secrets: Secrets) -> Callable[[bytes, bytes], bytes]:
    """Opens what was sealed to this kiosk's venue; KeyFault where it was not."""
    from kiosk.keys.secrecy import unseal  # noqa: PLC0415

    return lambda sealed, context: unseal(secrets.venue_private, sealed, context)


def upkeep_of(settings: Settings, state: State, secrets: Secrets) -> Upkeep:
    """What the running kiosk does by itself for its store."""
    from kiosk.devices.clock import SystemClock  # noqa: PLC0415
    from kiosk.services.upkeep import Upkeep  # noqa: PLC0415

    return Upkeep(
        store=state.store,
        key=secrets.store_key,
        folder=state.backups,
        kiosk=settings.place,
        seal=seal_for(secrets),
        now_ms=SystemClock().now_ms,
    )


def open_pack(settings: Settings, state: State, secrets: Secrets) -> tuple[Catalogue, Installed]:
    """The installed pack of the configured fair; of several fairs the one that was installed last."""
    from kiosk.pack.install import content_key, installed  # noqa: PLC0415
    from kiosk.store.catalogue import Catalogue  # noqa: PLC0415
    from kiosk.store.faults import StoreFault, StoreFaultKind  # noqa: PLC0415

    packs = [each for each in installed(state.folder) if settings.fair in {"", each.manifest.fair}]
    if not packs:
        raise StartFault(
            Words(
                "还没有安装活动数据包，请运行 kiosk pack install。",
                "No fair pack is installed. Run: kiosk pack install PACK.",
            ),
            "pack.missing",
        )
    pack = max(packs, key=lambda each: each.folder.stat().st_mtime_ns)
    if settings.authority and pack.manifest.authority != settings.authority:
        raise StartFault(
            Words(
                "装着的数据包不是本机所属主办方签发的，请重新安装。",
                "Another organiser than kiosk.toml names signed the installed pack. Install the right one.",
            )
        )
    try:
        return Catalogue.open(pack.database, content_key(pack.manifest, secrets.venue_private)), pack
    except StoreFault as fault:
        if fault.kind not in {StoreFaultKind.DAMAGED, StoreFaultKind.WRONG_KEY, StoreFaultKind.MISSING}:
            raise
        raise StartFault(
            Words(
                "数据包打不开：损坏，或没有拷贝完整。请重新拷贝、安装。",
                "The fair pack cannot be opened: damaged or half copied. Copy and install it again.",
            ),
            "pack.damaged",
        ) from fault


def _read_fairs(state: State, opened: Installed, secrets: Secrets) -> tuple[Fair | None, ...]:
    """The fair of every other installed pack, None for one that cannot be read."""
    from kiosk.keys.fault import KeyFault  # noqa: PLC0415
    from kiosk.pack.faults import PackFault  # noqa: PLC0415
    from kiosk.pack.install import content_key, installed  # noqa: PLC0415
    from kiosk.store.catalogue import Catalogue  # noqa: PLC0415
    from kiosk.store.faults import StoreFault  # noqa: PLC0415

    def fair_of(pack: Installed) -> Fair | None:
        try:
            catalogue = Catalogue.open(pack.database, content_key(pack.manifest, secrets.venue_private))
            try:
                return catalogue.fair()
            finally:
                catalogue.close()
        except (StoreFault, PackFault, KeyFault):
            return None

    return tuple(fair_of(pack) for pack in installed(state.folder) if pack.fair != opened.fair)


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
) -> Kiosk:
    from kiosk.badges.metrics import missing_characters  # noqa: PLC0415
    from kiosk.domain.exhibitor import ExhibitorKind  # noqa: PLC0415
    from kiosk.domain.search import natural_key  # noqa: PLC0415
    from kiosk.keys.signing import SigningKey  # noqa: PLC0415
    from kiosk.services.badge_desk import BadgeDesk  # noqa: PLC0415
    from kiosk.services.corrections import Corrections  # noqa: PLC0415
    from kiosk.services.delegations import Delegations  # noqa: PLC0415
    from kiosk.services.fair_day import FairDay, Standing  # noqa: PLC0415
    from kiosk.services.fair_pack import FairPack  # noqa: PLC0415
    from kiosk.services.find.directory import Directory  # noqa: PLC0415
    from kiosk.services.find.lookups import Lookups  # noqa: PLC0415
    from kiosk.services.floor import Floor  # noqa: PLC0415
    from kiosk.services.gate import Gate  # noqa: PLC0415
    from kiosk.services.issuing import Issuing  # noqa: PLC0415
    from kiosk.services.kiosk import Kiosk  # noqa: PLC0415
    from kiosk.services.local_settings import LocalSettings  # noqa: PLC0415
    from kiosk.services.pack_stick import PackStick  # noqa: PLC0415
    from kiosk.services.printing.reprints import Reprints  # noqa: PLC0415
    from kiosk.services.programme import Programme  # noqa: PLC0415
    from kiosk.services.schools import read_schools  # noqa: PLC0415
    from kiosk.services.season import Season  # noqa: PLC0415
    from kiosk.services.stalls import Stalls  # noqa: PLC0415
    from kiosk.services.visit.plan import VisitPlans  # noqa: PLC0415
    from kiosk.services.visit.visitors import Visitors  # noqa: PLC0415
    from kiosk.services.wayfinding import Wayfinding  # noqa: PLC0415

    root = resources.root()
    fonts = root / "fonts"
    fair = _fair(catalogue, settings)
    plan = catalogue.plan()
    place = _place(settings, plan)
    clock = clock_of(fair) if clock_of else clock_for(fair)
    key = SigningKey.from_seed(secrets.issuing_seed)
    ring = _ring(catalogue, store, fair)
    _record_pack(store, installed, clock)
    issuing = Issuing(store, catalogue, key, fair, clock, _issues(ring, key, fair))
    zones = {stall.number: stall.zone for stall in plan.stalls}
    gate = Gate(store, catalogue, ring, issuing, fair, place.gate, clock, zones)
    exhibitors = catalogue.hosts()
    hosts = {number: each.name for each in exhibitors for number in each.stalls}
    corrections = Corrections(gate)
    stalls = Stalls(gate, dict(sorted(hosts.items(), key=lambda each: natural_key(each[0]))))
    wayfinding = Wayfinding(plan, place, hosts)
    floor = Floor(gate, plan, stalls.hosts, wayfinding)
    floor.standing()  # every way honours from the first on what was closed before this start
    lookups = Lookups(gate)
    lookups.count_due()  # what an earlier day left waiting
    queue = _print_queue(settings, state, gate, plan, exhibitors)
    directory = Directory(catalogue, wayfinding, floor.standing)
    standing = Standing(
        clock=_clock_words(fair, clock),
        keys=Words("示例密钥文件", "Sample key file")
        if keys.for_samples_only
        else Words("密钥已加锁", "Keys locked"),
        keys_for_samples_only=keys.for_samples_only,
        key_unknown=not _knows(ring, key, fair),
    )
    return Kiosk(
        fair=fair,
        place=place,
        clock=clock,
        gate=gate,
        badge_desk=BadgeDesk(
            gate,
            issuing,
            read_schools(root / "lists"),
            lambda text: missing_characters(text, fonts),
            Reprints(queue, issuing),
        ),
        directory=directory,
        wayfinding=wayfinding,
        corrections=corrections,
        stalls=stalls,
        floor=floor,
        delegations=Delegations(gate),
        fair_day=FairDay(gate, queue, standing, corrections, stalls, floor),
        print_queue=queue,
        batches=_batches(gate, queue, plan),
        fair_pack=FairPack(
            catalogue,
            fair,
            schools=sum(each.kind is ExhibitorKind.SCHOOL for each in exhibitors),
            packs=_pack_lines(state, installed),
            verify=lambda: _fault_of(installed),
        ),
        pack_stick=PackStick(_sticks(settings, state, secrets, installed.fair)),
        local_settings=LocalSettings(
            gate,
            place,
            standing,
            _version(),
            _local(settings),
            lambda values: keep_window(config_path, asdict(values)),
        ),
        season=Season(lambda: _read_fairs(state, installed, secrets), fair),
        visitors=Visitors(gate),
        lookups=lookups,
        visit_plans=VisitPlans(gate, directory, wayfinding, floor.standing, exhibitors, queue),
        programme=Programme(gate),
    )


def _local(settings: Settings) -> LocalValues:
    from kiosk.services.values import LocalValues  # noqa: PLC0415

    window = settings.window
    return LocalValues(window.language, window.reduced_motion, window.sounds, window.mount_bottom_mm)


def _version() -> str:
    """This program's version; a checkout that was never installed has none."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("fair-kiosk")
    except PackageNotFoundError:
        return ""


def _pack_lines(state: State, current: Installed) -> tuple[PackLine, ...]:
    """Every installed pack, the open one first."""
    from datetime import datetime  # noqa: PLC0415

    from kiosk.pack.install import installed  # noqa: PLC0415
    from kiosk.services.values import PackLine  # noqa: PLC0415

    lines = [
        PackLine(
            each.fair,
            each.version,
            each.manifest.authority,
            datetime.fromtimestamp(each.folder.stat().st_mtime, BEIJING),
            current=each.folder == current.folder,
        )
        for each in installed(state.folder)
    ]
    return tuple(sorted(lines, key=lambda line: not line.current))


def _sticks(settings: Settings, state: State, secrets: Secrets, open_fair: str) -> Sticks:
    """Where fair packs are brought from."""
    from kiosk.pack.stick import Sticks  # noqa: PLC0415

    authority = bytes.fromhex(settings.authority) or None
    fixed = bool(settings.fair)
    return Sticks(state.folder, secrets.venue_private, authority, open_fair, fixed=fixed)


def _fault_of(pack: Installed) -> Words | None:
    """What is wrong with an installed pack's file, or nothing."""
    from kiosk.pack.faults import PackFault  # noqa: PLC0415
    from kiosk.pack.install import verify  # noqa: PLC0415

    try:
        verify(pack)
    except PackFault as fault:
        return fault.words
    return None


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


def _ring(catalogue: Catalogue, store: Store, fair: Fair) -> KeyRing:
    """The keys that the authority certified; at a rehearsal they sign for it as they do for its fair."""
    from kiosk.domain.badge import fair_number  # noqa: PLC0415
    from kiosk.domain.fair import REHEARSAL  # noqa: PLC0415
    from kiosk.keys.signing import KeyRing  # noqa: PLC0415
    from kiosk.store import attendance  # noqa: PLC0415

    stands_for = {}
    if fair.rehearsing:
        stands_for[fair_number(fair.id)] = fair_number(fair.id.removesuffix(REHEARSAL))
    return KeyRing(
        catalogue.authority(),
        (*catalogue.certificates(), *attendance.certificates(store.db)),
        stands_for=stands_for,
    )


def _knows(ring: KeyRing, key: SigningKey, fair: Fair) -> bool:
    """Would other kiosks take what this key signs: is it certified for this fair?"""
    from kiosk.domain.badge import fair_number  # noqa: PLC0415

    return bool(ring.grants(key.public, fair_number(fair.id)))


def _issues(ring: KeyRing, key: SigningKey, fair: Fair) -> frozenset[BadgeType]:
    """The badge types that this kiosk's key may issue; none where it is not limited."""
    from kiosk.domain.badge import fair_number  # noqa: PLC0415

    granted = [each.types for each in ring.grants(key.public, fair_number(fair.id))]
    return frozenset() if not all(granted) else frozenset().union(*granted)


def _record_pack(store: Store, installed: Installed, clock: Clock) -> None:
    """A fact for each pack that this kiosk has opened, once."""
    from kiosk.domain import facts  # noqa: PLC0415

    manifest = installed.manifest
    body = facts.PackInstalled(manifest.fair, manifest.version, manifest.content_sha256)
    if store.journal.latest(facts.PackInstalled) != body:
        with store.transaction():
            store.journal.append(body, now_ms=clock.now_ms())


def clock_for(fair: Fair) -> Clock:
    """The system's clock; at a sample fair one that stands at 9:24 of its first day when the kiosk starts."""
    from kiosk.devices.clock import FairClock, SystemClock  # noqa: PLC0415

    if not fair.sample:
        return SystemClock()
    if fair.day(SystemClock().now().astimezone(BEIJING).date()):
        return SystemClock()
    return FairClock(at(fair.days[0].day, SAMPLE_CLOCK_MIN))


def _clock_words(fair: Fair, clock: Clock) -> Words:
    from kiosk.devices.clock import SystemClock  # noqa: PLC0415

    if fair.sample and not isinstance(clock, SystemClock):
        return Words("示例时钟，从活动当天 9:24 走起", "Sample clock, running from 9:24 of the fair's day")
    return Words("系统时钟", "System clock")


def _print_queue(
    settings: Settings, state: State, gate: Gate, plan: FloorPlan, exhibitors: tuple[Exhibitor, ...]
) -> PrintQueue:
    from kiosk.badges.face import signposts_of  # noqa: PLC0415
    from kiosk.badges.renderer import Renderer  # noqa: PLC0415
    from kiosk.services.printing.queue import PrintQueue  # noqa: PLC0415

    root = resources.root()
    catalogue = gate.catalogue
    signposts = signposts_of(plan, catalogue.delegations(), catalogue.sessions(), exhibitors)
    renderer = Renderer(root / "fonts", root / "badge_layouts", catalogue.logo(), signposts)
    return PrintQueue(gate, gate.issuing, outlets_for(settings, state, gate.fair, renderer), renderer)


def _batches(gate: Gate, queue: PrintQueue, plan: FloorPlan) -> Batches:
    from kiosk.badges.imposition import read_sheets  # noqa: PLC0415
    from kiosk.services.printing.batches import Batches  # noqa: PLC0415

    sheets = read_sheets(resources.root() / "sheet_layouts")
    return Batches(gate, gate.issuing, queue.renderer, sheets, queue.outlets, plan.zones)


def outlets_for(settings: Settings, state: State, fair: Fair, renderer: Renderer) -> tuple[Outlet, ...]:
    """The printers that were chosen, in order; on a sample fair a folder by default, on a real one none."""
    from kiosk.devices.settings import PrinterSettings  # noqa: PLC0415

    chosen = settings.printers
    if settings.printer.kind:
        chosen = (settings.printer, *chosen)
    if not chosen and fair.sample:
        state.prints.mkdir(parents=True, exist_ok=True)
        chosen = (PrinterSettings(kind="folder", folder=str(state.prints)),)
    elif chosen == (settings.printer,) and settings.printer.kind == "folder" and not settings.printer.folder:
        chosen = ()  # as kiosk.toml could always say it: none was chosen yet
    layouts = [each.id for each in renderer.layouts()]
    outlets = tuple(_outlet(each, layouts) for each in chosen)
    ids = [each.id for each in outlets]
    twice = next((each for each in ids if ids.count(each) > 1), None)
    if twice is not None:
        raise StartFault(
            Words(
                f"有两台打印机都叫 {twice}：请给每台写一个不同的 id。",
                f"Two printers have the id {twice}: give each an id of its own.",
            )
        )
    return outlets


def _outlet(settings: PrinterSettings, layouts: list[str]) -> Outlet:
    from kiosk.devices.printers.kinds import LABELS, layout_of, printer_of  # noqa: PLC0415
    from kiosk.devices.printers.port import WrongSettings  # noqa: PLC0415
    from kiosk.services.printing.outlet import BELOW, FOLDER, Outlet  # noqa: PLC0415

    try:
        printer = printer_of(settings)
    except WrongSettings as wrong:
        raise StartFault(wrong.words) from wrong
    layout = layout_of(settings)
    if layout not in layouts:
        there = ", ".join(layouts)
        raise StartFault(
            Words(
                f"没有胸卡版式 {layout}，有：{there}。",
                f"There is no badge layout {layout}. There are: {there}.",
            )
        )
    named = Words(settings.name, settings.name_en or settings.name)
    unnamed = FOLDER if settings.kind == "folder" else Words(printer.id, printer.id)
    return Outlet(
        printer,
        named if settings.name else unnamed,
        layout,
        Words(settings.place, settings.place_en or settings.place) if settings.place else BELOW,
        paper=settings.kind not in LABELS,
    )


def kiosk_secrets(organiser: Path, kiosk_id: str) -> Secrets:
    """What the organiser made for a kiosk, with a store key of its own."""
    from kiosk.pack.organiser import load  # noqa: PLC0415

    return load(organiser).secrets_of(kiosk_id)


def is_untouched(settings: Settings, state: State) -> bool:
    """Whether nobody has set this kiosk up, so that a sample fair may be built in its folder.

    A kiosk that was given its keys or a pack is somebody's. What a sample's own set-up left when it was
    interrupted counts as nothing: it builds its pack before it makes keys.
    """
    if settings.fair or settings.keys.provider != "file" or state.store.exists():
        return False
    from kiosk.pack.install import PACKS  # noqa: PLC0415  (at a first start only)

    if any((state.folder / PACKS).glob("*.json")):
        return False
    return state.built.exists() or not state.keys.exists()


def organiser_authority(organiser: Path) -> str:
    """Hex of the public key that the organiser's packs are signed by."""
    from kiosk.pack.organiser import load  # noqa: PLC0415

    return load(organiser).authority.public.hex()


def prepare_sample(state: State, folder: Path, place: str, progress: Callable[[str, int, int], None]) -> Path:
    """Build a sample fair, install it, and give this kiosk its keys. Returns the codes file.

    What is there already stays: keys, store and newer packs.
    """
    from kiosk.devices.clock import SystemClock  # noqa: PLC0415
    from kiosk.keys.providers import KeyFile, create_key_file  # noqa: PLC0415
    from kiosk.pack.build import build  # noqa: PLC0415
    from kiosk.pack.codes import CodesMode  # noqa: PLC0415
    from kiosk.pack.fair_file import read_fair_file  # noqa: PLC0415
    from kiosk.pack.install import install  # noqa: PLC0415
    from kiosk.pack.organiser import load_or_create  # noqa: PLC0415

    ids = [each.id for each in read_fair_file(folder, lambda _staff, _pin: "").kiosks]
    organiser = load_or_create(state.organiser, ids)
    lists = resources.root() / "lists"
    built = build(
        folder, state.built, organiser, lists, progress, pictures=False, plans=False, codes=CodesMode.PLAIN
    )
    if not state.keys.exists():
        create_key_file(state.keys, organiser.secrets_of(place or ids[0]))
    private = KeyFile(state.keys).load().venue_private
    install(built.pack, state.folder, private, SystemClock().now().date())
    assert built.codes is not None, "a sample's people are invented: their codes are written in plain"
    return built.codes
