"""What the composition root decides by itself: printer, clock, keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk import config
from kiosk.app import (
    StartFault,
    State,
    clock_for,
    is_untouched,
    open_kiosk,
    outlets_for,
    prepare_sample,
    provider,
)
from kiosk.app.packs import sticks
from kiosk.badges.renderer import Renderer
from kiosk.config import Settings
from kiosk.devices.clock import FairClock, SystemClock
from kiosk.devices.printers.folder import FolderPrinter
from kiosk.devices.settings import PrinterSettings
from kiosk.domain.fair import Fair, FairDay, FairKind, Policy
from kiosk.domain.pack_offer import OfferStanding, PackOutcome
from kiosk.domain.words import Words
from kiosk.keys.providers import KeyFile, create_key_file
from kiosk.keys.settings import KeySettings
from kiosk.pack.build import build
from kiosk.pack.organiser import load
from kiosk.services.fair_pack import FairPack
from kiosk.services.local_settings import LocalSettings
from kiosk.services.pack_stick import PackStick
from kiosk.services.printing.outlet import Outlet
from kiosk.ui import resources

SAMPLE = Fair(
    id="sample",
    kind=FairKind.DOUBLE_SELECTION,
    name=Words("示例", "Sample"),
    venue=Words("馆", "Hall"),
    sample=True,
    days=(FairDay(date(2026, 11, 28), 510, 960),),
    slots=(),
    policy=Policy(10, 60, 100, Words("4 号服务台", "desk 4"), 30, "1", Words("说明", "Notice")),
    gates=(),
    staff=(),
)
REAL = replace(SAMPLE, sample=False)


RENDERER = Renderer(resources.root() / "fonts", resources.root() / "badge_layouts")


def outlets(settings: Settings, folder: Path, fair: Fair = REAL) -> tuple[Outlet, ...]:
    return outlets_for(settings, State(folder), fair, RENDERER)


def test_a_sample_fair_prints_into_a_folder_and_a_real_one_must_choose(tmp_path: Path) -> None:
    (sample,) = outlets(Settings(), tmp_path, SAMPLE)
    assert isinstance(sample.printer, FolderPrinter)
    assert sample.printer.look().trouble is None
    assert (sample.name.zh, sample.layout, sample.paper) == ("PDF 文件夹", "a6", True)
    assert outlets(Settings(), tmp_path) == ()
    assert outlets(Settings(printer=PrinterSettings(kind="folder")), tmp_path) == ()


def test_a_chosen_folder_is_used_on_a_real_fair_too(tmp_path: Path) -> None:
    settings = Settings(printer=PrinterSettings(kind="folder", folder=str(tmp_path / "mine")))
    (outlet,) = outlets(settings, tmp_path)
    assert isinstance(outlet.printer, FolderPrinter)
    assert outlet.printer.folder == tmp_path / "mine"


def test_several_printers_stand_in_their_order(tmp_path: Path) -> None:
    label = PrinterSettings(
        kind="zpl", id="right", address="tcp://192.0.2.1", name="右手标签机", place="右手边", layout="tape_62"
    )
    folder = PrinterSettings(kind="folder", folder=str(tmp_path))
    right, last = outlets(Settings(printers=(label, folder)), tmp_path)
    assert (right.id, right.layout, right.name.en, right.place.zh) == (
        "right",
        "tape_62",
        "右手标签机",
        "右手边",
    )
    assert (right.paper, last.id, last.place.en) == (False, "folder", "the slot below")


@pytest.mark.parametrize(
    ("chosen", "says"),
    [
        ((PrinterSettings(kind="telex"),), "Unknown kind of printer telex"),
        ((PrinterSettings(),), "Unknown kind of printer"),
        ((PrinterSettings(kind="folder", id="x"),) * 2, "A folder printer needs"),
        ((PrinterSettings(kind="folder", folder="x"),) * 2, "Two printers have the id folder"),
        ((PrinterSettings(kind="folder", folder="x", layout="a5"),), "no badge layout a5"),
    ],
)
def test_printers_that_are_none_are_said(
    tmp_path: Path, chosen: tuple[PrinterSettings, ...], says: str
) -> None:
    with pytest.raises(StartFault, match=says):
        outlets(Settings(printers=chosen), tmp_path)


def test_what_is_not_known_is_said(tmp_path: Path) -> None:
    with pytest.raises(StartFault, match="Unknown key provider pocket"):
        provider(Settings(keys=KeySettings(provider="pocket")), State(tmp_path), str)


def test_a_real_fair_has_the_systems_clock_and_a_sample_its_own() -> None:
    assert isinstance(clock_for(REAL), SystemClock)
    clock = clock_for(SAMPLE)
    assert isinstance(clock, FairClock)
    assert clock.now().date() == date(2026, 11, 28)
    assert (clock.now().hour, clock.now().minute) == (9, 24)
    today = SystemClock().now().date()
    assert isinstance(clock_for(replace(SAMPLE, days=(FairDay(today, 0, 1440),))), SystemClock)


def test_a_sample_is_built_only_where_nobody_has_set_the_kiosk_up(tmp_path: Path) -> None:
    state = State(tmp_path)
    assert is_untouched(Settings(), state)
    assert not is_untouched(Settings(keys=KeySettings(provider="systemd")), state)
    create_key_file(state.keys)
    assert not is_untouched(Settings(), state)  # provisioned: its pack is still to be installed
    state.built.mkdir()
    assert is_untouched(Settings(), state)  # a sample's set-up was interrupted
    (state.folder / "packs").mkdir()
    (state.folder / "packs" / "real-fair.json").write_text("{}")
    assert not is_untouched(Settings(), state)  # installed, and about to be opened for the first time


def test_of_two_fairs_the_one_installed_last_is_opened(tmp_path: Path) -> None:
    state, samples = State(tmp_path), Path(__file__).parents[1] / "resources" / "sample_fairs"
    for sample, fair in (("double_selection", "bj-2026-winter"), ("reverse", "bj-2026-reverse")):
        prepare_sample(state, samples / sample, "", lambda _stage, _done, _total: None)
        kiosk = open_kiosk(Settings(), state, KeyFile(state.keys))
        assert kiosk.services.fair.id == fair
        kiosk.close()
    kiosk = open_kiosk(
        Settings(fair="bj-2026-winter"), state, KeyFile(state.keys), lambda _fair: SystemClock()
    )
    assert kiosk.services.fair.id == "bj-2026-winter"
    assert kiosk.services.fair_day.standing.clock.en == "System clock"
    see_pack(kiosk.services.fair_pack, state)
    change_settings(kiosk.services.local_settings, state)
    kiosk.close()


def see_pack(pack: FairPack, state: State) -> None:
    """Staff see both packs, the open one first, and whether its file is still what was signed."""
    packs = pack.standing().packs
    assert [(each.fair, each.current) for each in packs] == [
        ("bj-2026-winter", True),
        ("bj-2026-reverse", False),
    ]
    assert pack.standing().attendees > 0
    assert pack.check() is None
    (file,) = (state.folder / "packs").glob("bj-2026-winter-v*/catalogue.db")
    with file.open("r+b") as opened:
        opened.seek(5000)
        opened.write(b"\0" * 16)
    found = pack.check()
    assert found is not None
    assert "damaged" in found.en


def change_settings(local: LocalSettings, state: State) -> None:
    """What staff change stands in the kiosk.toml of the state folder."""
    assert not state.config.exists()
    local.change(replace(local.values, language="en", mount_bottom_mm=760.0), "s1")
    window = config.read(state.config).window
    assert (window.language, window.mount_bottom_mm, window.sounds) == ("en", 760.0, True)


def test_packs_on_a_stick_are_told_beside_what_is_installed_and_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole way: found, looked at, installed, and open from the next start on."""
    state = State(tmp_path / "state")
    folder = Path(__file__).parents[1] / "resources" / "sample_fairs" / "reverse"
    prepare_sample(state, folder, "", lambda _stage, _done, _total: None)
    media = tmp_path / "media"
    monkeypatch.setattr("kiosk.pack.stick.ROOTS", (media,))
    keys = load(state.organiser)
    lists = resources.root() / "lists"
    new = build(folder, media / "staff" / "stick", keys, lists, version=8, pictures=False)
    kiosk = open_kiosk(Settings(), state, KeyFile(state.keys))
    stick = kiosk.services.pack_stick
    (offer,) = stick.find().offers
    assert (offer.stick, offer.standing, offer.installed_version) == ("stick", OfferStanding.NEWER, 1)
    assert stick.look(offer).changes == (Words("两版内容一样。", "Both versions hold the same."),)
    assert stick.install(offer) == PackOutcome(8)
    assert stick.share == 1.0
    assert kiosk.services.fair_pack.standing().attendees > 0, "what is open stays open"
    kiosk.close()
    kiosk = open_kiosk(Settings(), state, KeyFile(state.keys))
    assert kiosk.services.fair_pack.packs[0].version == new.manifest.version
    assert kiosk.services.pack_stick.find().offers[0].standing is OfferStanding.SAME
    kiosk.close()
    other = Settings(authority="ab" * 32)
    of_another = sticks(other, state, KeyFile(state.keys).load(), "bj-2026-reverse")
    assert PackStick(of_another).find().offers[0].standing is OfferStanding.OTHER_ORGANISER


def test_the_season_holds_the_fairs_of_all_packs(tmp_path: Path) -> None:
    state, samples = State(tmp_path), Path(__file__).parents[1] / "resources" / "sample_fairs"
    for sample in ("double_selection", "reverse"):
        prepare_sample(state, samples / sample, "", lambda _stage, _done, _total: None)
    kiosk = open_kiosk(Settings(fair="bj-2026-winter"), state, KeyFile(state.keys))
    season = kiosk.services.season.fairs()
    assert [(each.id, each.here) for each in season.fairs] == [
        ("bj-2026-winter", True),
        ("bj-2026-reverse", False),
    ]
    assert season.unread == 0
    kiosk.close()
    next((tmp_path / "packs").glob("bj-2026-reverse-v*/catalogue.db")).write_bytes(b"spoilt" * 4096)
    kiosk = open_kiosk(Settings(fair="bj-2026-winter"), state, KeyFile(state.keys))
    season = kiosk.services.season.fairs()
    assert [each.id for each in season.fairs] == ["bj-2026-winter"]
    assert season.unread == 1
    kiosk.close()
