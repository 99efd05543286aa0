"""Sticks as the staff page has them: found where they are mounted, written, read, left behind."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.app.courier import open_books
from kiosk.app.state import State
from kiosk.app.sticks import VenueSticks, mounted
from kiosk.config import Settings
from kiosk.domain.words import Words
from kiosk.keys.providers import Secrets
from kiosk.keys.signing import SigningKey
from kiosk.pack.build import build, kiosks_of
from kiosk.pack.install import install
from kiosk.pack.installed import installed
from kiosk.pack.organiser import OrganiserKeys, fresh
from kiosk.services.peers import StickOutcome
from kiosk.services.stick_patience import Patience
from kiosk.store import peers
from kiosk.store.migrations import open_store
from kiosk.sync.stick.disk import StickDisk
from tests.pack import conftest as small
from tests.sync.stick.scene import NOW_MS, check_in, quiet

TODAY = date(2026, 11, 27)
MEMORY = Path("/dev/shm")


@pytest.fixture
def media() -> Iterator[Path]:
    """Where disks are mounted: on another disk than the kiosks' own, where there is one."""
    folder = Path(tempfile.mkdtemp(prefix="media-", dir=MEMORY if MEMORY.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


class Kiosk:
    """A provisioned kiosk, as its organiser made it, without a window."""

    def __init__(self, folder: Path, secrets: Secrets, media: Path) -> None:
        self.state = State(folder)
        self.secrets = secrets
        self.settings = Settings()
        self.sticks = VenueSticks(self.settings, self.state, secrets, (media,))
        folder.mkdir(parents=True)
        open_books(self.settings, self.state, secrets, alone=True).close()

    def records(self, count: int) -> None:
        store = open_store(self.state.store, self.secrets.store_key)
        with store.transaction():
            for number in range(count):
                store.journal.append(check_in(number + 1), now_ms=NOW_MS)
        store.close()

    @property
    def facts(self) -> int:
        store = open_store(self.state.store, self.secrets.store_key)
        try:
            return sum(store.journal.origins().values())
        finally:
            store.close()

    @property
    def only_here(self) -> int:
        store = open_store(self.state.store, self.secrets.store_key)
        try:
            return peers.only_here(store.db).facts
        finally:
            store.close()


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> tuple[OrganiserKeys, dict[int, Path]]:
    """A small fair with two kiosks, built twice over."""
    folder = tmp_path_factory.mktemp("organiser") / "small"
    folder.mkdir()
    second = '[[kiosk]]\nid = "west-1"\ngate = "east"\nname_zh = "东门 2 号机"\n'
    circle = '<circle class="kiosk" data-kiosk="west-1" data-heading="0" cx="170" cy="180" r="4"/>'
    for name, text in (
        ("fair.toml", small.SMALL_FAIR.replace("[[kiosk]]", second + "[[kiosk]]", 1)),
        ("平面图_1.svg", small.SMALL_PLAN.replace("</svg>", circle + "</svg>")),
        ("展位坐标.csv", small.SMALL_GEOMETRY),
        ("参会单位汇总表.csv", small.SMALL_EMPLOYERS),
        ("学生预约名单.csv", small.SMALL_STUDENTS),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    keys = fresh(kiosks_of(folder))
    lists = Path(small.ROOT) / "resources" / "lists"
    packs = {
        version: build(folder, folder.parent / "out", keys, lists, pictures=False).pack for version in (1, 2)
    }
    return keys, packs


@pytest.fixture
def two(tmp_path: Path, fair: tuple[OrganiserKeys, dict[int, Path]], media: Path) -> tuple[Kiosk, Kiosk]:
    """East has the newer pack."""
    keys, packs = fair
    kiosks = []
    for name, version in (("east-1", 2), ("west-1", 1)):
        kiosk = Kiosk(tmp_path / name, keys.secrets_of(name), media)
        install(packs[version], kiosk.state.folder, kiosk.secrets.venue_private, TODAY)
        kiosks.append(kiosk)
    return kiosks[0], kiosks[1]


def stick_in(media: Path, name: str = "BLUE") -> Path:
    folder = media / "staff" / name
    folder.mkdir(parents=True)
    return folder


def test_a_stick_goes_from_one_kiosk_to_the_other(two: tuple[Kiosk, Kiosk], media: Path) -> None:
    east, west = two
    stick = stick_in(media)
    east.records(5)
    outcome = east.sticks.copy_out(str(stick), quiet)
    assert outcome.done
    assert outcome.words.en.startswith("5 facts were written to the stick BLUE; all 5 that are known here")
    assert "Fair packs were written too: small-2026 v2." in outcome.words.en
    if MEMORY.is_dir():
        assert east.only_here == 0
    outcome = west.sticks.take_in(str(stick), quiet)
    assert outcome.done
    assert outcome.words.en.startswith("5 new facts were taken in: 5 of east-1.")
    assert "Version 2 of the pack small-2026 is installed" in outcome.words.en
    assert outcome.words.zh.startswith("收入 5 条新记录：east-1 的 5 条。")
    assert west.facts == 5
    assert [each.version for each in installed(west.state.folder)] == [2]
    again = west.sticks.take_in(str(stick), quiet)
    assert (again.done, again.words.en) == (
        True,
        "No new facts: what could be read of it is here already.",
    )


def test_an_older_pack_is_left_and_a_damaged_one_is_said(two: tuple[Kiosk, Kiosk], media: Path) -> None:
    east, west = two
    west.records(1)
    stick = stick_in(media)
    assert west.sticks.copy_out(str(stick), quiet).done
    outcome = east.sticks.take_in(str(stick), quiet)
    assert "Version 1 of the pack small-2026 is old and was not installed." in outcome.words.en
    other = stick_in(media, "RED")
    assert east.sticks.copy_out(str(other), quiet).done
    (catalogue,) = other.rglob("catalogue.db")
    catalogue.write_bytes(catalogue.read_bytes()[:-1] + b"?")
    outcome = west.sticks.take_in(str(other), quiet)
    assert not outcome.done
    assert "is damaged or half copied" in outcome.words.en
    assert [each.version for each in installed(west.state.folder)] == [1]


def test_sticks_are_found_where_they_are_mounted(
    two: tuple[Kiosk, Kiosk], media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    east, _west = two
    east.records(1)
    blue, red = stick_in(media), stick_in(media, "RED")
    left_behind = stick_in(media, "gone")
    (media / "staff" / "link").symlink_to(red)
    monkeypatch.setattr(Path, "is_mount", lambda each: each in {blue, red})
    assert mounted((media, media / "none")) == (blue, red)
    assert left_behind not in mounted((media,))
    east.sticks.copy_out(str(blue), quiet)
    one, other = east.sticks.find(quiet)
    assert (one.name, one.folder, one.problem) == ("BLUE", str(blue), None)
    assert one.holds is not None
    assert one.holds.en == "Written by 1 machine"
    assert (other.name, other.holds) == ("RED", None)


def test_what_is_wrong_with_a_stick_is_said(two: tuple[Kiosk, Kiosk], media: Path) -> None:
    east, _west = two
    outcome = east.sticks.copy_out(str(media / "none"), quiet)
    assert not outcome.done
    assert outcome.words.en.startswith("There is no stick at ")
    stick = stick_in(media)
    with StickDisk(stick).alone():
        outcome = east.sticks.take_in(str(stick), quiet)
    assert outcome.words.en.startswith("This kiosk is at work on the stick BLUE already")


def test_a_restored_disk_takes_its_own_facts_back(
    two: tuple[Kiosk, Kiosk], media: Path, tmp_path: Path
) -> None:
    east, west = two
    east.records(2)
    shutil.copytree(east.state.folder, tmp_path / "older")
    east.records(3)
    stick = stick_in(media)
    east.sticks.copy_out(str(stick), quiet)
    west.sticks.take_in(str(stick), quiet)
    shutil.rmtree(east.state.folder)
    (tmp_path / "older").rename(east.state.folder)
    kiosk = open_store(east.state.store, east.secrets.store_key)  # it is at work meanwhile
    outcome = east.sticks.take_in(str(stick), quiet)
    assert not outcome.done
    assert "Read it once more on the sync page" in outcome.words.en
    assert east.sticks.own_ahead()
    assert not east.sticks.own_ahead()
    kiosk.begin_incarnation(_public(east))  # as app.peers does then
    kiosk.close()
    outcome = east.sticks.take_in(str(stick), quiet)
    assert (outcome.done, east.facts) == (True, 5)


def test_on_the_command_line_it_does_so_at_once(
    two: tuple[Kiosk, Kiosk], media: Path, tmp_path: Path
) -> None:
    east, _west = two
    shutil.copytree(east.state.folder, tmp_path / "older")
    east.records(3)
    stick = stick_in(media)
    east.sticks.copy_out(str(stick), quiet)
    shutil.rmtree(east.state.folder)
    (tmp_path / "older").rename(east.state.folder)
    found = east.sticks.read(stick, quiet)  # nobody else has the store open
    assert (found.facts, found.clean, east.facts) == (3, True, 3)


def test_a_stick_that_stops_answering_is_left_behind_and_nothing_is_half(
    two: tuple[Kiosk, Kiosk], media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    east, west = two
    east.records(3)
    stick = stick_in(media)
    going_on = threading.Event()
    real = StickDisk.write

    def hangs(disk: StickDisk, handle: int, data: bytes) -> None:
        going_on.wait(20)
        real(disk, handle, data)

    monkeypatch.setattr(StickDisk, "write", hangs)
    silent = StickOutcome(False, small_words())
    patience = Patience(0.2)
    assert patience.wait_for(lambda progress: east.sticks.copy_out(str(stick), progress), silent) is silent
    waiting = [each for each in threading.enumerate() if each.name == "stick"]
    going_on.set()
    for each in waiting:
        each.join(20)
    assert not list(stick.rglob("*.manifest"))
    assert not list(stick.rglob("*.part"))
    assert east.only_here == 3
    assert east.sticks.copy_out(str(stick), quiet).done
    assert west.sticks.take_in(str(stick), quiet).done


def small_words() -> Words:
    return Words("没有反应", "It does not answer.")


def _public(kiosk: Kiosk) -> bytes:
    return SigningKey.from_seed(kiosk.secrets.issuing_seed).public
