"""The fair packs of a kiosk: the one that is opened, and what is said of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.app.state import StartFault, State
from kiosk.config import Settings
from kiosk.domain.fair import BEIJING
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from kiosk.domain.fair import Fair
    from kiosk.keys.providers import Secrets
    from kiosk.pack.installed import Installed
    from kiosk.pack.stick import Sticks
    from kiosk.services.clock import Clock
    from kiosk.services.fair_choice import Trial
    from kiosk.services.values import PackLine
    from kiosk.store.catalogue import Catalogue
    from kiosk.store.migrations import Store


def open_pack(settings: Settings, state: State, secrets: Secrets) -> tuple[Catalogue, Installed]:
    """The installed pack of the configured fair; of several fairs the one that was installed last."""
    from kiosk.pack.installed import content_key, installed  # noqa: PLC0415
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


def try_fair(settings: Settings, state: State, secrets: Secrets, fair: str) -> Trial:
    """Whether the pack of another fair could be opened at this kiosk."""
    from msgspec.structs import replace  # noqa: PLC0415

    from kiosk.domain import keeper_words  # noqa: PLC0415
    from kiosk.keys.fault import KeyFault  # noqa: PLC0415
    from kiosk.pack.faults import PackFault  # noqa: PLC0415
    from kiosk.services.fair_choice import Trial  # noqa: PLC0415
    from kiosk.store.faults import StoreFault  # noqa: PLC0415

    try:
        catalogue, _ = open_pack(replace(settings, fair=fair), state, secrets)
    except StartFault as fault:
        return Trial(fault.words)
    except (StoreFault, PackFault, KeyFault):
        return Trial(keeper_words.FAIR_GONE)
    try:
        has_place = not settings.place or catalogue.plan().kiosk(settings.place) is not None
        return Trial(has_place=has_place)
    except StoreFault:
        return Trial(keeper_words.FAIR_GONE)
    finally:
        catalogue.close()


def other_fairs(state: State, opened: Installed, secrets: Secrets) -> tuple[Fair | None, ...]:
    """The fair of every other installed pack, None for one that cannot be read."""
    from kiosk.keys.fault import KeyFault  # noqa: PLC0415
    from kiosk.pack.faults import PackFault  # noqa: PLC0415
    from kiosk.pack.installed import content_key, installed  # noqa: PLC0415
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


def pack_lines(state: State, current: Installed) -> tuple[PackLine, ...]:
    """Every installed pack, the open one first."""
    from datetime import datetime  # noqa: PLC0415

    from kiosk.pack.installed import installed  # noqa: PLC0415
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


def sticks(settings: Settings, state: State, secrets: Secrets, open_fair: str) -> Sticks:
    """Where fair packs are brought from."""
    from kiosk.pack.stick import Sticks  # noqa: PLC0415

    authority = bytes.fromhex(settings.authority) or None
    fixed = bool(settings.fair)
    return Sticks(state.folder, secrets.venue_private, authority, open_fair, fixed=fixed)


def fault_of(pack: Installed) -> Words | None:
    """What is wrong with an installed pack's file, or nothing."""
    from kiosk.pack.faults import PackFault  # noqa: PLC0415
    from kiosk.pack.install import verify  # noqa: PLC0415

    try:
        verify(pack)
    except PackFault as fault:
        return fault.words
    return None


def record_pack(store: Store, installed: Installed, clock: Clock) -> None:
    """A fact for each pack that this kiosk has opened, once."""
    from kiosk.domain import facts  # noqa: PLC0415

    manifest = installed.manifest
    body = facts.PackInstalled(manifest.fair, manifest.version, manifest.content_sha256)
    if store.journal.latest(facts.PackInstalled) != body:
        with store.transaction():
            store.journal.append(body, now_ms=clock.now_ms())
