"""Checking and installing packs: what is swapped in, and every refusal, after which the old one stands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.keys.signing import SigningKey
from kiosk.pack import manifest as manifests
from kiosk.pack.build import BuildReport, build
from kiosk.pack.faults import PackFault
from kiosk.pack.install import check, install
from kiosk.pack.installed import content_key, installed
from kiosk.pack.organiser import OrganiserKeys
from kiosk.store.catalogue import Catalogue

Build = Callable[..., BuildReport]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def _refused(says: str, pack: Path, state: Path, keys: OrganiserKeys, today: date) -> None:
    before = _files(state)
    with pytest.raises(PackFault, match=says) as caught:
        install(pack, state, keys.venue_private, today)
    words = caught.value.words
    assert words.zh
    assert "\n" not in words.zh + words.en
    assert _files(state) == before, "what was installed stays"


def _files(state: Path) -> dict[str, bytes]:
    if not state.is_dir():
        return {}
    return {str(each.relative_to(state)): each.read_bytes() for each in state.rglob("*") if each.is_file()}


def test_a_pack_is_installed(build_small: Build, state: Path, organiser: OrganiserKeys, today: date) -> None:
    report = build_small()
    assert installed(state) == ()
    found = install(report.pack, state, organiser.venue_private, today)
    assert installed(state) == (found,)
    assert (found.fair, found.version, found.manifest) == ("small-2026", 1, report.manifest)
    assert found.authority == organiser.authority.public
    catalogue = Catalogue.open(found.database, content_key(found.manifest, organiser.venue_private))
    assert catalogue.fair().id == "small-2026"
    catalogue.close()


def test_again_changes_nothing(
    build_small: Build, state: Path, organiser: OrganiserKeys, today: date
) -> None:
    report = build_small()
    install(report.pack, state, organiser.venue_private, today)
    before = _files(state)
    install(report.pack, state, organiser.venue_private, today)
    assert _files(state) == before


def test_a_newer_version_takes_over_and_the_last_but_one_goes(
    build_small: Build, state: Path, organiser: OrganiserKeys, today: date
) -> None:
    for version in (1, 2, 3):
        install(build_small().pack, state, organiser.venue_private, today)
        assert [each.version for each in installed(state)] == [version]
    kept = sorted(path.name.split("-")[2] for path in (state / "packs").iterdir() if path.is_dir())
    assert kept == ["v2", "v3"]


def test_two_fairs_side_by_side(
    build_small: Build, reverse: BuildReport, state: Path, organiser: OrganiserKeys, today: date
) -> None:
    for report in (build_small(), reverse):
        install(report.pack, state, organiser.venue_private, today)
    assert [each.fair for each in installed(state)] == ["bj-2026-reverse", "small-2026"]


def test_check_says_which_fair(build_small: Build, organiser: OrganiserKeys, today: date) -> None:
    report = build_small()
    checked = check(report.pack, organiser.venue_private, organiser.authority.public, today)
    assert checked.fair == report.content.fair
    assert checked.manifest == report.manifest


def test_an_older_version(build_small: Build, state: Path, organiser: OrganiserKeys, today: date) -> None:
    old, new = build_small(), build_small()
    install(new.pack, state, organiser.venue_private, today)
    _refused("version 2 is installed, which is newer", old.pack, state, organiser, today)


def test_another_content_under_one_version(
    build_small: Build, state: Path, organiser: OrganiserKeys, today: date
) -> None:
    one = build_small()
    install(one.pack, state, organiser.venue_private, today)
    shutil.rmtree(one.pack)
    other = build_small()
    assert other.manifest.version == 1
    _refused("another version 1 is installed", other.pack, state, organiser, today)


def test_a_damaged_database(build_small: Build, state: Path, organiser: OrganiserKeys, today: date) -> None:
    pack = build_small().pack
    path = pack / manifests.CATALOGUE
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    _refused("damaged or half copied", pack, state, organiser, today)


def test_a_database_that_was_cut_off(
    build_small: Build, state: Path, organiser: OrganiserKeys, today: date
) -> None:
    pack = build_small().pack
    path = pack / manifests.CATALOGUE
    os.truncate(path, path.stat().st_size - 4096)
    _refused("damaged or half copied", pack, state, organiser, today)


@pytest.mark.parametrize("missing", [manifests.MANIFEST, manifests.CATALOGUE])
def test_half_a_copy(
    build_small: Build, state: Path, organiser: OrganiserKeys, today: date, missing: str
) -> None:
    pack = build_small().pack
    (pack / missing).unlink()
    _refused("Copy the whole folder again", pack, state, organiser, today)


@pytest.mark.parametrize("part", [manifests.MANIFEST, manifests.CATALOGUE])
@pytest.mark.skipif(os.name != "posix", reason="has no pipes or devices among files")
def test_a_part_that_never_ends(
    build_small: Build, state: Path, organiser: OrganiserKeys, today: date, part: str
) -> None:
    pack = build_small().pack
    (pack / part).unlink()
    (pack / part).symlink_to("/dev/zero")
    _refused("damaged", pack, state, organiser, today)
    (pack / part).unlink()
    os.mkfifo(pack / part)
    _refused("damaged", pack, state, organiser, today)


def test_no_pack_at_all(tmp_path: Path, state: Path, organiser: OrganiserKeys, today: date) -> None:
    _refused("is no whole pack", tmp_path / "none", state, organiser, today)


def test_expired(build_small: Build, state: Path, organiser: OrganiserKeys) -> None:
    pack = build_small().pack
    _refused("expired on 2026-12-28", pack, state, organiser, date(2026, 12, 29))
    install(pack, state, organiser.venue_private, date(2026, 12, 28))


def test_another_venues(build_small: Build, state: Path, organiser: OrganiserKeys, today: date) -> None:
    stranger = replace(organiser, venue_private=b"w" * 32)
    _refused("made for another venue", build_small().pack, state, stranger, today)


def test_a_foreign_authority(
    build_small: Build,
    small: Path,
    tmp_path: Path,
    state: Path,
    organiser: OrganiserKeys,
    lists_folder: Path,
    today: date,
) -> None:
    install(build_small().pack, state, organiser.venue_private, today)
    foreign = replace(organiser, authority_seed=b"x" * 32)
    pack = build(small, tmp_path / "foreign", foreign, lists_folder, version=9, pictures=False).pack
    _refused("signed by another authority", pack, state, organiser, today)
    with pytest.raises(PackFault, match="another authority"):
        check(pack, organiser.venue_private, organiser.authority.public, today)


def _resigned(pack: Path, manifest: object, key: SigningKey) -> None:
    assert isinstance(manifest, manifests.Manifest)
    (pack / manifests.MANIFEST).write_bytes(manifests.encode(manifest, key))


def test_a_forged_manifest(build_small: Build, state: Path, organiser: OrganiserKeys, today: date) -> None:
    report = build_small()
    _resigned(report.pack, replace(report.manifest, version=99), SigningKey.from_seed(b"x" * 32))
    _refused("wrong signature", report.pack, state, organiser, today)


def test_a_manifest_of_another_fairs_database(
    build_small: Build, reverse: BuildReport, state: Path, organiser: OrganiserKeys, today: date
) -> None:
    report = build_small()
    shutil.copyfile(reverse.pack / manifests.CATALOGUE, report.pack / manifests.CATALOGUE)
    lying = replace(report.manifest, file_sha256=reverse.manifest.file_sha256)
    _resigned(report.pack, lying, organiser.authority)
    _refused("holds another fair than it says", report.pack, state, organiser, today)


@pytest.mark.parametrize("fair", ["../../etc", "A", "", "a/b", "a\nb"])
def test_a_fair_that_would_name_another_folder(
    build_small: Build, state: Path, organiser: OrganiserKeys, today: date, fair: str
) -> None:
    report = build_small()
    _resigned(report.pack, replace(report.manifest, fair=fair), organiser.authority)
    _refused("is damaged", report.pack, state, organiser, today)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_no_changed_byte_of_a_manifest_passes(
    reverse: BuildReport, tmp_path: Path, data: st.DataObject
) -> None:
    whole = (reverse.pack / manifests.MANIFEST).read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda each: each != whole[at]))
    pack = tmp_path / "pack"
    pack.mkdir(exist_ok=True)
    (pack / manifests.MANIFEST).write_bytes(whole[:at] + bytes([byte]) + whole[at + 1 :])
    with pytest.raises(PackFault, match=r"is damaged|wrong signature"):
        manifests.read(pack)


def test_a_damaged_pointer_is_said_and_mended_by_installing_again(
    build_small: Build, state: Path, organiser: OrganiserKeys, today: date
) -> None:
    report = build_small()
    install(report.pack, state, organiser.venue_private, today)
    pointer = state / "packs" / "small-2026.json"
    pointer.write_text("{")
    with pytest.raises(PackFault, match="install the pack again"):
        installed(state)
    install(report.pack, state, organiser.venue_private, today)
    assert [each.version for each in installed(state)] == [1]


@pytest.mark.parametrize("folder", ["../small-2026-v1-x", "other-v1-x", "small-2026-v1/../x"])
def test_a_pointer_leads_nowhere_else(
    build_small: Build, state: Path, organiser: OrganiserKeys, today: date, folder: str
) -> None:
    install(build_small().pack, state, organiser.venue_private, today)
    pointer = state / "packs" / "small-2026.json"
    content = msgspec.json.decode(pointer.read_bytes())
    pointer.write_bytes(msgspec.json.encode(content | {"folder": folder}))
    with pytest.raises(PackFault, match="install the pack again"):
        installed(state)


FULL_DISK = """
import resource, sys
from datetime import date
from pathlib import Path
from kiosk.pack.faults import PackFault
from kiosk.pack.install import install
pack, state = Path(sys.argv[1]), Path(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    install(pack, state, b"v" * 32, date(2026, 11, 27))
except PackFault as fault:
    print(fault.words.en)
    sys.exit(3)
"""


def test_a_full_disk_leaves_the_old_one(
    build_small: Build, state: Path, organiser: OrganiserKeys, today: date
) -> None:
    install(build_small().pack, state, organiser.venue_private, today)
    before = _files(state)
    command = [sys.executable, "-c", FULL_DISK, str(build_small().pack), str(state)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (3, "")
    assert "cannot be written" in done.stdout
    assert _files(state) == before


def test_an_installation_that_was_killed_leaves_the_old_one_and_can_be_done_again(
    build_small: Build, state: Path, organiser: OrganiserKeys, today: date
) -> None:
    old = install(build_small().pack, state, organiser.venue_private, today)
    new = build_small()
    # What a power cut leaves: half a copy under the temporary name, and a whole one without its pointer.
    name = f"small-2026-v2-{new.manifest.file_sha256[:8]}"
    half = state / "packs" / f"{name}.installing"
    half.mkdir()
    (half / manifests.CATALOGUE).write_bytes(b"half")
    shutil.copytree(new.pack, state / "packs" / name)
    assert installed(state) == (old,)
    found = install(new.pack, state, organiser.venue_private, today)
    assert installed(state) == (found,)
    assert not half.exists()


def test_renewing_a_manifest(build_small: Build, state: Path, organiser: OrganiserKeys) -> None:
    report = build_small()
    later = date(2027, 1, 31)
    renewed = manifests.renew(report.pack, organiser.authority, later)
    assert renewed == replace(report.manifest, expires="2027-01-31")
    install(report.pack, state, organiser.venue_private, later)
    with pytest.raises(PackFault, match="another key"):
        manifests.renew(report.pack, SigningKey.from_seed(b"x" * 32), later)
