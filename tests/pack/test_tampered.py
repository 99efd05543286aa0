"""Packs that were changed: at every byte, cut off anywhere, with parts swapped, or an older one played again.

Each is refused with the reason that is its own, the installed pack stays in use, and nothing is left lying.
The manifest at every byte, the catalogue at a thousand; by hand at 20,000:
FAIR_KIOSK_LONG=1 python -m pytest -s tests/pack/test_tampered.py
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.manifest import Manifest
from kiosk.keys.secrecy import seal, venue_public
from kiosk.keys.signing import SigningKey
from kiosk.pack import manifest as manifests
from kiosk.pack.build import BuildReport, build
from kiosk.pack.faults import PackFault
from kiosk.pack.install import check, install
from kiosk.pack.installed import Installed, content_key, installed
from kiosk.pack.organiser import OrganiserKeys
from kiosk.store.catalogue import Catalogue

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
OFFSETS = 20_000 if LONG else 1000
TODAY = date(2026, 11, 27)

MANIFEST_DAMAGED = r"^manifest\.json of .+ is damaged\. Copy the whole folder again\.$"
FORGED = r"bears a wrong signature: it was changed\. Ask the organiser"
FILE_DAMAGED = r"is damaged or half copied\. Copy the whole folder again\.$"
NO_PACK = r"is no whole pack: it has no manifest\.json\. Copy the whole folder again\.$"
NO_FILE = r"is half copied: catalogue\.db is missing\. Copy the whole folder again\.$"
OTHER_VENUE = r"^this pack was made for another venue"
OTHER_ORGANISER = r"was signed by another authority"
OTHER_CONTENT = r"holds another fair than it says"
OLDER = r"^version 2 is installed, which is newer; version 1 was not installed"
SAME_VERSION = r"^another version 2 is installed"
EXPIRED = r"expired on 2026-12-28"
REASONS = (MANIFEST_DAMAGED, FORGED, FILE_DAMAGED, NO_PACK, NO_FILE, OTHER_VENUE, OTHER_ORGANISER)


@dataclass(frozen=True, slots=True)
class Scene:
    """A kiosk with version 2 installed; whole packs of versions 1 to 3, and where one of them is spoilt."""

    state: Path
    packs: dict[int, Path]
    keys: OrganiserKeys
    standing: Installed
    stick: Path

    def copy(self, version: int = 3) -> Path:
        """A fresh copy of a whole pack on the stick, to be spoilt."""
        target = self.stick / f"v{version}.fairpack"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.packs[version], target)
        return target

    def manifest(self, version: int = 3) -> Manifest:
        return manifests.read(self.packs[version])

    def sign(self, pack: Path, manifest: Manifest, key: SigningKey | None = None) -> None:
        (pack / manifests.MANIFEST).write_bytes(manifests.encode(manifest, key or self.keys.authority))

    def refused(self, pack: Path, reason: str, today: date = TODAY, venue: bytes | None = None) -> None:
        """Installing says that reason in one line of each language; nothing at all changes on the disk."""
        before = _files(self.state)
        with pytest.raises(PackFault, match=reason) as caught:
            install(pack, self.state, venue or self.keys.venue_private, today)
        words = caught.value.words
        assert words.zh
        assert "\n" not in words.zh + words.en
        assert _files(self.state) == before, "what was installed stays, and nothing is left lying"
        assert installed(self.state) == (self.standing,)
        assert _opens(self.standing, self.keys), "it is still in use"


@pytest.fixture
def scene(small_versions: dict[int, BuildReport], tmp_path: Path, organiser: OrganiserKeys) -> Scene:
    packs = {version: report.pack for version, report in small_versions.items()}
    state = tmp_path / "state"
    standing = install(packs[2], state, organiser.venue_private, TODAY)
    stick = tmp_path / "stick"
    stick.mkdir()
    return Scene(state, packs, organiser, standing, stick)


def _files(folder: Path) -> dict[str, bytes | None]:
    return {
        str(each.relative_to(folder)): each.read_bytes() if each.is_file() else None
        for each in folder.rglob("*")
    }


def _opens(pack: Installed, keys: OrganiserKeys) -> bool:
    catalogue = Catalogue.open(pack.database, content_key(pack.manifest, keys.venue_private))
    try:
        return catalogue.fair().id == pack.fair
    finally:
        catalogue.close()


def _offsets(size: int, count: int) -> list[int]:
    """Spread evenly, the first and the last byte among them."""
    return sorted({round(at * (size - 1) / (count - 1)) for at in range(count)})


def _reason(pack: Path, keys: OrganiserKeys) -> str:
    """Why a pack is refused, as a text; nothing where it passes. Reads and checks only."""
    try:
        check(pack, keys.venue_private, keys.authority.public, TODAY)
    except PackFault as fault:
        return fault.words.en
    return ""


_FORM = {
    "fair": r"[a-z0-9]([a-z0-9-]*[a-z0-9])?",
    "file_sha256": "[0-9a-f]{64}",
    "content_sha256": "[0-9a-f]{64}",
    "authority": "[0-9a-f]{64}",
    "sealed_key": "[0-9a-f]+",
}


def _in_form(data: bytes) -> bool:
    """Whether a manifest that was changed still reads as one, told without our reader."""
    try:
        found = json.loads(data)
        manifest = found["manifest"]
        date.fromisoformat(manifest["expires"])
        told = all(re.fullmatch(form, manifest[name]) for name, form in _FORM.items())
        told = told and re.fullmatch("[0-9a-f]{128}", found["signature"]) is not None
    except (ValueError, KeyError, TypeError):
        return False
    names = {*_FORM, "expires", "version"}
    same_names = list(found) == ["format", "manifest", "signature"] and set(manifest) == names
    return told and same_names and found["format"] == "fair-pack-1" and manifest["version"] > 0


def _spoilt(path: Path, count: int) -> Iterator[tuple[str, int, bytes]]:
    """The file with a bit flipped at each of so many offsets, and cut off there; whole again at the end."""
    whole = path.read_bytes()
    for at in _offsets(len(whole), count):
        flipped = whole[:at] + bytes([whole[at] ^ (1 << at % 8)]) + whole[at + 1 :]
        for kind, data in (("flipped", flipped), ("cut", whole[:at])):
            path.write_bytes(data)
            yield kind, at, data
    path.write_bytes(whole)


def test_the_manifest_flipped_and_cut_off(scene: Scene) -> None:
    """At every byte. A cut anywhere is damage, a flip that still reads as a manifest is forgery."""
    pack = scene.copy()
    size = (pack / manifests.MANIFEST).stat().st_size
    told: Counter[str] = Counter()
    for kind, at, data in _spoilt(pack / manifests.MANIFEST, size):
        forged = kind == "flipped" and _in_form(data)
        said = _reason(pack, scene.keys)
        assert re.search(FORGED if forged else MANIFEST_DAMAGED, said), (kind, at, said)
        told[f"{kind} {'forged' if forged else 'damaged'}"] += 1
    assert told["cut damaged"] == size
    assert min(told.values()) > size // 10, "the offsets met both kinds"
    print(f"manifest of {size} bytes: {dict(told)}")
    assert _reason(pack, scene.keys) == ""


def test_the_catalogue_flipped_and_cut_off(scene: Scene) -> None:
    pack = scene.copy()
    size = (pack / manifests.CATALOGUE).stat().st_size
    told: Counter[str] = Counter()
    for kind, at, _data in _spoilt(pack / manifests.CATALOGUE, OFFSETS):
        said = _reason(pack, scene.keys)
        assert re.search(FILE_DAMAGED, said), (kind, at, said)
        told[kind] += 1
    assert set(told.values()) == {min(OFFSETS, size)}
    print(f"catalogue of {size} bytes: {dict(told)}")
    assert _reason(pack, scene.keys) == ""


@pytest.mark.parametrize("part", [manifests.MANIFEST, manifests.CATALOGUE])
def test_installing_what_was_flipped_or_cut_off_changes_nothing(scene: Scene, part: str) -> None:
    pack = scene.copy()
    for _ in _spoilt(pack / part, 100 if LONG else 6):
        scene.refused(pack, f"{MANIFEST_DAMAGED}|{FORGED}" if part == manifests.MANIFEST else FILE_DAMAGED)
    assert install(pack, scene.state, scene.keys.venue_private, TODAY).version == 3


def test_one_byte_too_many(scene: Scene) -> None:
    for part, reason in ((manifests.MANIFEST, MANIFEST_DAMAGED), (manifests.CATALOGUE, FILE_DAMAGED)):
        for more in (b"\n", b" ", b"\0"):
            pack = scene.copy()
            with (pack / part).open("ab") as file:
                file.write(more)
            scene.refused(pack, reason)


def test_the_same_manifest_in_another_spelling(scene: Scene) -> None:
    """What is signed has one spelling: nothing rides along in white space, order or repeated names."""
    pack = scene.copy()
    path = pack / manifests.MANIFEST
    whole = path.read_bytes()
    plain = json.loads(whole)
    spellings = (
        json.dumps(plain).encode(),
        whole.replace(b"\n", b"\r\n"),
        whole.replace(b'"version": 3', b'"version": 9, "version": 3'),
        json.dumps({"signature": plain["signature"], **plain}, indent=2).encode() + b"\n",
        whole.replace(plain["signature"].encode(), plain["signature"].encode() + b"\\n"),
        whole.replace(plain["signature"].encode(), plain["signature"].upper().encode()),
    )
    for data in spellings:
        assert data != whole
        path.write_bytes(data)
        scene.refused(pack, MANIFEST_DAMAGED)


# ---- swapped


def test_another_versions_catalogue(scene: Scene) -> None:
    pack = scene.copy(3)
    shutil.copyfile(scene.packs[1] / manifests.CATALOGUE, pack / manifests.CATALOGUE)
    scene.refused(pack, FILE_DAMAGED)
    # The organiser's own tools muddled the two: signed, but the key in the manifest is another version's.
    scene.sign(pack, replace(scene.manifest(3), file_sha256=scene.manifest(1).file_sha256))
    scene.refused(pack, OTHER_CONTENT)


def test_another_fairs_catalogue(scene: Scene, reverse: BuildReport) -> None:
    pack = scene.copy()
    shutil.copyfile(reverse.pack / manifests.CATALOGUE, pack / manifests.CATALOGUE)
    scene.refused(pack, FILE_DAMAGED)
    # Signed, and sealed anew so that it opens: the content is still not what the manifest names.
    key = content_key(reverse.manifest, scene.keys.venue_private)
    sealed = seal(venue_public(scene.keys.venue_private), key, manifests.seal_context("small-2026", 3))
    lying = replace(scene.manifest(), file_sha256=reverse.manifest.file_sha256, sealed_key=sealed.hex())
    scene.sign(pack, lying)
    scene.refused(pack, OTHER_CONTENT)


def test_another_fairs_sealed_key(scene: Scene, reverse: BuildReport) -> None:
    pack = scene.copy()
    swapped = replace(scene.manifest(), sealed_key=reverse.manifest.sealed_key)
    old = scene.manifest().sealed_key.encode()
    path = pack / manifests.MANIFEST
    path.write_bytes(path.read_bytes().replace(old, swapped.sealed_key.encode()))
    scene.refused(pack, FORGED)
    scene.sign(pack, swapped)
    scene.refused(pack, OTHER_VENUE)


def test_another_versions_sealed_key(scene: Scene) -> None:
    pack = scene.copy()
    scene.sign(pack, replace(scene.manifest(), sealed_key=scene.manifest(1).sealed_key))
    scene.refused(pack, OTHER_VENUE)


def test_another_authority(scene: Scene) -> None:
    pack = scene.copy()
    stranger = SigningKey.from_seed(b"x" * 32)
    claimed = replace(scene.manifest(), authority=stranger.public.hex())
    scene.sign(pack, claimed, scene.keys.authority)
    scene.refused(pack, FORGED)
    scene.sign(pack, claimed, stranger)
    scene.refused(pack, OTHER_ORGANISER)
    # At a kiosk that has no pack yet any organiser is trusted, but not with another one's catalogue.
    with pytest.raises(PackFault, match=OTHER_CONTENT):
        install(pack, scene.stick / "fresh", scene.keys.venue_private, TODAY)
    assert not (scene.stick / "fresh").exists()


def test_another_version_in_the_manifest(scene: Scene) -> None:
    """An older pack does not become a newer one: neither by a changed number nor by another's signature."""
    pack = scene.copy(1)
    path = pack / manifests.MANIFEST
    path.write_bytes(path.read_bytes().replace(b'"version": 1', b'"version": 4'))
    scene.refused(pack, FORGED)
    signature = json.loads((scene.packs[3] / manifests.MANIFEST).read_bytes())["signature"]
    own = json.loads(path.read_bytes())["signature"]
    path.write_bytes(path.read_bytes().replace(own.encode(), signature.encode()))
    scene.refused(pack, FORGED)


# ---- whole packs that are not for here, or not for now


def test_an_older_version_played_again(scene: Scene) -> None:
    scene.refused(scene.copy(1), OLDER)


def test_another_pack_of_the_installed_version(
    scene: Scene, small: Path, lists_folder: Path, tmp_path: Path
) -> None:
    sheet = small / "参会单位汇总表.csv"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("燕山重工", "燕山轻工"), encoding="utf-8")
    other = build(small, tmp_path / "other", scene.keys, lists_folder, version=2, pictures=False)
    scene.refused(other.pack, SAME_VERSION)


def test_another_venues_key(scene: Scene) -> None:
    scene.refused(scene.copy(), OTHER_VENUE, venue=b"w" * 32)


def test_another_organisers_pack(scene: Scene, small: Path, lists_folder: Path, tmp_path: Path) -> None:
    foreign = replace(scene.keys, authority_seed=b"x" * 32)
    other = build(small, tmp_path / "other", foreign, lists_folder, version=9, pictures=False)
    scene.refused(other.pack, OTHER_ORGANISER)


def test_expired(scene: Scene) -> None:
    scene.refused(scene.copy(), EXPIRED, today=date(2026, 12, 29))


# ---- what lies in the folder


def test_what_else_lies_in_the_folder_stays_outside(scene: Scene) -> None:
    """Sticks gather files by themselves; a log or journal beside the catalogue is not replayed either."""
    pack = scene.copy()
    for name in ("catalogue.db-wal", "catalogue.db-journal", "catalogue.db-shm", ".DS_Store", "说明.txt"):
        (pack / name).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 512)
    (pack / "more").mkdir()
    found = install(pack, scene.state, scene.keys.venue_private, TODAY)
    assert found.version == 3
    assert {each.name for each in found.folder.iterdir()} == {manifests.MANIFEST, manifests.CATALOGUE}
    assert _opens(found, scene.keys)


@pytest.mark.skipif(os.name != "posix", reason="links are a matter of rights there")
@pytest.mark.parametrize("part", [manifests.MANIFEST, manifests.CATALOGUE])
def test_a_link_in_place_of_a_part(scene: Scene, part: str) -> None:
    """Even one that leads to the right bytes: what is checked and what is copied could be two things."""
    pack = scene.copy()
    (pack / part).unlink()
    (pack / part).symlink_to(scene.packs[3] / part)
    scene.refused(pack, MANIFEST_DAMAGED if part == manifests.MANIFEST else FILE_DAMAGED)
    (pack / part).unlink()
    (pack / part).symlink_to(scene.stick / "nowhere")
    scene.refused(pack, MANIFEST_DAMAGED if part == manifests.MANIFEST else FILE_DAMAGED)


@pytest.mark.parametrize(("part", "reason"), [(manifests.MANIFEST, NO_PACK), (manifests.CATALOGUE, NO_FILE)])
def test_a_part_is_missing_or_a_folder(scene: Scene, part: str, reason: str) -> None:
    pack = scene.copy()
    (pack / part).unlink()
    scene.refused(pack, reason)
    (pack / part).mkdir()
    scene.refused(pack, MANIFEST_DAMAGED if part == manifests.MANIFEST else FILE_DAMAGED)


def test_each_reason_is_one_of_its_own(scene: Scene) -> None:
    """The patterns above tell the reasons apart: no sentence is two of them."""
    said = [_reason(scene.packs[3], replace(scene.keys, venue_private=b"w" * 32))]
    for part in (manifests.MANIFEST, manifests.CATALOGUE):
        pack = scene.copy()
        (pack / part).write_bytes(b"")
        said.append(_reason(pack, scene.keys))
        (pack / part).unlink()
        said.append(_reason(pack, scene.keys))
    for each in said:
        assert sum(re.search(reason, each) is not None for reason in REASONS) == 1, each
    assert len(set(said)) == len(said)
