"""Packs on a stick: found within bounds, told what each is to this kiosk, compared, and installed."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.pack_offer import OfferStanding, PackOffer
from kiosk.pack import manifest as manifests
from kiosk.pack.build import BuildReport, build
from kiosk.pack.install import install
from kiosk.pack.installed import installed
from kiosk.pack.organiser import OrganiserKeys
from kiosk.pack.stick import Sticks

TODAY = date(2026, 11, 27)


def quiet(_done: int, _total: int) -> None:
    """Nobody looks."""


@dataclass(frozen=True, slots=True)
class Venue:
    """A kiosk with version 2 of the small fair installed and open, and what is mounted beside it."""

    media: Path
    state: Path
    keys: OrganiserKeys
    packs: dict[int, BuildReport]

    @property
    def stick(self) -> Path:
        return self.media / "staff" / "蓝色U盘"

    def sticks(self, **more: object) -> Sticks:
        about = {"authority": None, "open_fair": "small-2026", "roots": (self.media,), "today": TODAY}
        return Sticks(self.state, self.keys.venue_private, **(about | more))  # type: ignore[arg-type]

    def put(self, version: int, name: str = "") -> Path:
        target = self.stick / (name or f"v{version}.fairpack")
        shutil.copytree(self.packs[version].pack, target)
        return target

    def offers(self, **more: object) -> tuple[PackOffer, ...]:
        return self.sticks(**more).find(quiet).offers

    def only(self, **more: object) -> PackOffer:
        (offer,) = self.offers(**more)
        return offer


@pytest.fixture
def venue(tmp_path: Path, small_versions: dict[int, BuildReport], organiser: OrganiserKeys) -> Venue:
    venue = Venue(tmp_path / "media", tmp_path / "state", organiser, small_versions)
    venue.stick.mkdir(parents=True)
    install(small_versions[2].pack, venue.state, organiser.venue_private, TODAY)
    return venue


def test_a_newer_pack_is_told_with_all_that_staff_know_it_by(venue: Venue) -> None:
    pack = venue.put(3)
    offer = venue.only()
    assert offer == PackOffer(
        number=0,
        folder=str(pack),
        stick="蓝色U盘",
        standing=OfferStanding.NEWER,
        fair=venue.packs[3].content.fair.name,
        version=3,
        installed_version=2,
        first_day=date(2026, 11, 28),
        size_bytes=(pack / manifests.CATALOGUE).stat().st_size,
    )


def test_what_may_be_installed_comes_first(venue: Venue) -> None:
    for version in (1, 2, 3):
        venue.put(version)
    found = venue.sticks().find(quiet)
    assert [(each.number, each.version, each.standing.value) for each in found.offers] == [
        (0, 3, "newer"),
        (1, 2, "same"),
        (2, 1, "older"),
    ]
    assert (found.sticks, found.more) == (1, False)


def test_what_else_a_pack_may_be(venue: Venue, reverse: BuildReport) -> None:
    pack = venue.put(3)
    assert venue.only(authority=b"x" * 32).standing is OfferStanding.OTHER_ORGANISER
    assert venue.only(today=date(2026, 12, 29)).standing is OfferStanding.EXPIRED
    assert venue.only(open_fair="other").standing is OfferStanding.OTHER_FAIR
    stranger = replace(venue, keys=replace(venue.keys, venue_private=b"w" * 32)).only()
    assert (stranger.standing, stranger.fair.zh, stranger.version) == (OfferStanding.OTHER_VENUE, "", 3)
    shutil.rmtree(pack)
    shutil.copytree(reverse.pack, pack)
    assert (venue.only().standing, venue.only().installed_version) == (OfferStanding.OTHER_FAIR, 0)


def test_damage_is_told_as_far_as_it_shows_and_the_rest_is_found_when_it_is_chosen(venue: Venue) -> None:
    pack = venue.put(3)
    data = (pack / manifests.CATALOGUE).read_bytes()
    (pack / manifests.CATALOGUE).write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    offer = venue.only()
    assert offer.standing is OfferStanding.NEWER
    problem = venue.sticks().look(offer, quiet).problem
    assert problem is not None
    assert "damaged or half copied" in problem.en
    for spoil in (
        lambda: (pack / manifests.CATALOGUE).write_bytes(b"SQLite"),
        (pack / manifests.CATALOGUE).unlink,
    ):
        spoil()
        assert venue.only().standing is OfferStanding.DAMAGED
    (pack / manifests.MANIFEST).write_bytes(b"{}")
    assert venue.only().standing is OfferStanding.DAMAGED


def test_a_pack_is_looked_at_and_installed(
    venue: Venue, small: Path, lists_folder: Path, tmp_path: Path
) -> None:
    sheet = small / "参会单位汇总表.csv"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("2,A002", "2,A003"), encoding="utf-8")
    new = build(small, tmp_path / "out", venue.keys, lists_folder, version=3, pictures=False)
    shutil.copytree(new.pack, venue.stick / "new.fairpack")
    offer, steps = venue.only(), []
    look = venue.sticks().look(offer, quiet)
    assert (look.problem, look.first, look.opens) == (None, False, True)
    assert "A002 moved to A003 (燕山重工（示例）)" in [each.en for each in look.changes]
    outcome = venue.sticks().install(offer, lambda done, total: steps.append(done / total))
    assert (outcome.version, outcome.problem) == (3, None)
    assert [each.version for each in installed(venue.state)] == [3]
    assert steps == sorted(steps)
    assert steps[-1] == 1.0
    assert venue.only().standing is OfferStanding.SAME


def test_the_first_pack_of_a_fair_has_nothing_to_be_compared_with(venue: Venue, reverse: BuildReport) -> None:
    shutil.copytree(reverse.pack, venue.stick / "reverse.fairpack")
    look = venue.sticks().look(venue.only(), quiet)
    assert (look.first, look.opens, look.changes) == (True, True, ())
    assert not venue.sticks(fixed=True).look(venue.only(), quiet).opens, "kiosk.toml names the fair"


def test_a_stick_that_is_gone_is_said_and_the_old_pack_stays(venue: Venue) -> None:
    pack = venue.put(3)
    offer = venue.only()
    shutil.rmtree(pack)
    for problem in (venue.sticks().look(offer, quiet).problem, venue.sticks().install(offer, quiet).problem):
        assert problem is not None
        assert "no whole pack" in problem.en
    assert [each.version for each in installed(venue.state)] == [2]


@pytest.mark.parametrize("part", [manifests.MANIFEST, manifests.CATALOGUE])
@pytest.mark.parametrize("share", [0.5, 1.0])
def test_a_stick_that_goes_in_the_middle_is_said_and_nothing_is_left(
    venue: Venue, share: float, part: str
) -> None:
    """It goes between check and copy; what can be read no more is not said to be the kiosk's own disk."""
    pack = venue.put(3)
    offer = venue.only()

    def pulled(done: int, total: int) -> None:
        if done >= share * total:
            (pack / part).unlink(missing_ok=True)

    problem = venue.sticks().install(offer, pulled).problem
    if (part, share) == (manifests.CATALOGUE, 1.0):
        assert problem is None, "it was read whole by then"
        return
    assert problem is not None
    assert "the old one stays" in problem.en
    assert "stick" in problem.en
    assert [each.version for each in installed(venue.state)] == [2]
    assert not list((venue.state / "packs").glob("*.installing"))


class Stopped(Exception):
    """Nobody waits any more."""


@pytest.mark.parametrize("share", [0.4, 0.9, 1.0])
def test_work_that_is_left_behind_swaps_nothing_in(venue: Venue, share: float) -> None:
    venue.put(3)
    offer = venue.only()

    def stop(done: int, total: int) -> None:
        if done >= share * total:
            raise Stopped

    with pytest.raises(Stopped):
        venue.sticks().install(offer, stop)
    assert [each.version for each in installed(venue.state)] == [2]
    assert not list((venue.state / "packs").glob("*.installing"))


# ---- bounds


def test_no_stick_no_pack(venue: Venue, tmp_path: Path) -> None:
    shutil.rmtree(venue.media / "staff")
    assert venue.sticks().find(quiet).sticks == 0
    assert venue.sticks(roots=(tmp_path / "nowhere",)).find(quiet).offers == ()


@pytest.mark.skipif(os.name != "posix", reason="links are a matter of rights there")
def test_links_are_not_followed(venue: Venue, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    shutil.copytree(venue.packs[3].pack, outside / "v3.fairpack")
    (venue.stick / "link").symlink_to(outside)
    (venue.stick / "round").symlink_to(venue.media)
    linked = venue.stick / "pack"
    linked.mkdir()
    (linked / manifests.MANIFEST).symlink_to(outside / "v3.fairpack" / manifests.MANIFEST)
    assert venue.offers() == ()
    (tmp_path / "alias").symlink_to(venue.media)
    assert venue.offers(roots=(tmp_path / "alias",)) == ()


def test_deep_hidden_and_countless_folders_do_not_hold_it_up(venue: Venue) -> None:
    venue.put(3, "一/二/三")
    venue.put(3, "一/二/三/四/五")
    venue.put(3, ".Trash/v3")
    assert [Path(each.folder).name for each in venue.offers()] == ["三"], "no pack lies within a pack"
    shutil.rmtree(venue.stick)
    venue.put(3, "a/b/c/d")
    assert venue.offers() == ()
    for at in range(450):
        (venue.stick / f"f{at:03d}").mkdir()
    visited: list[int] = []
    found = venue.sticks().find(lambda done, _total: visited.append(done))
    assert found.more
    assert len(visited) < 450


def test_more_packs_than_anybody_reads(venue: Venue) -> None:
    for at in range(30):
        folder = venue.stick / f"p{at:02d}"
        folder.mkdir()
        (folder / manifests.MANIFEST).write_bytes(b"{}")
    found = venue.sticks().find(quiet)
    assert (len(found.offers), found.more) == (24, True)
