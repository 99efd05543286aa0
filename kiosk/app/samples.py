"""A sample fair, built and installed where nobody has set a kiosk up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.state import State
from kiosk.config import Settings
from kiosk.domain.fair import BEIJING, at
from kiosk.domain.words import Words
from kiosk.ui import resources

if TYPE_CHECKING:
    from kiosk.devices.clock import OwnTime
    from kiosk.domain.fair import Fair
    from kiosk.keys.providers import Secrets
    from kiosk.services.clock import Clock

SAMPLE_CLOCK_MIN = 9 * 60 + 24
"""Sample fairs are dated; at a sample the clock shows 9:24 of its first day and runs on from there."""


def clock_for(fair: Fair, own: OwnTime | None = None) -> Clock:
    """The system's clock, or the time of its `own` that a kiosk was set to; at a sample fair one that stands
    at 9:24 of its first day when the kiosk starts."""
    from kiosk.devices.clock import FairClock, KioskClock, SystemClock  # noqa: PLC0415

    if not fair.sample or fair.day(SystemClock().now().astimezone(BEIJING).date()):
        return KioskClock(own)
    return FairClock(at(fair.days[0].day, SAMPLE_CLOCK_MIN))


def clock_words(fair: Fair, clock: Clock) -> Words:
    from kiosk.devices.clock import KioskClock, Runs, SystemClock  # noqa: PLC0415

    if fair.sample and not isinstance(clock, SystemClock):
        return Words("示例时钟，从活动当天 9:24 走起", "Sample clock, running from 9:24 of the fair's day")
    if isinstance(clock, KioskClock) and clock.runs is not Runs.MACHINE:
        return Words("本机自己走的时间", "A time of the kiosk's own")
    return Words("系统时钟", "System clock")


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
    from kiosk.pack.installed import PACKS  # noqa: PLC0415  (at a first start only)

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
