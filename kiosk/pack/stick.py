"""Finds fair packs on mounted sticks, checks one against what is installed, and installs it.

A stick is somebody else's disk: it is searched no deeper and no further than these bounds, links are not
followed, and every step is told to `progress`, which may raise to end the work where a stick is too slow.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from kiosk.devices.clock import SystemClock
from kiosk.domain.fair import Fair
from kiosk.domain.fairpack_changes_words import words
from kiosk.domain.manifest import Manifest
from kiosk.domain.pack_offer import OfferStanding, PackLook, PackOffer, PackOffers, PackOutcome
from kiosk.domain.words import Words
from kiosk.pack import install as installing
from kiosk.pack import manifest as manifests
from kiosk.pack.comparing import compared
from kiosk.pack.copying import Progress
from kiosk.pack.faults import PackFault
from kiosk.pack.files import is_plain
from kiosk.pack.installed import PACKS, Installed, content_key, whole
from kiosk.store.catalogue import Catalogue
from kiosk.store.faults import StoreFault

ROOTS = (Path("/media"), Path("/run/media"))
"""Where Debian and udisks mount removable disks: STICK or USER/STICK below one of them."""
_DEPTH = 5
"""Folders below a root: user, stick, and three of the stick's own."""
_MOST_FOLDERS = 400
_MOST_ENTRIES = 5000
"""Of one folder."""
_MOST_PACKS = 24

_UNREADABLE = Words(
    "装着的资料包读不出来，没法比较。", "The installed pack cannot be read: nothing to compare with."
)


class Sticks:
    """The sticks that are mounted at this kiosk now."""

    def __init__(
        self,
        state: Path,
        venue_private: bytes,
        authority: bytes | None,
        open_fair: str,
        *,
        fixed: bool = False,
        roots: tuple[Path, ...] | None = None,
        today: date | None = None,
    ) -> None:
        """`authority`: the one organiser whose packs are taken, None for that of each installed pack.

        `open_fair`: the id of the fair that is open. `fixed`: kiosk.toml names it, so another fair's pack
        does not take its place. `roots`: where disks are mounted, ROOTS unless given.
        """
        self._state = state
        self._venue_private = venue_private
        self._authority = authority
        self._open_fair = open_fair
        self._fixed = fixed
        self._roots = ROOTS if roots is None else roots
        self._today = today

    def find(self, progress: Progress) -> PackOffers:
        """All packs on all sticks, those that may be installed first."""
        walk = _Walk(progress)
        folders = [each for root in self._roots for each in walk.packs(root)]
        installed = {each.fair: each for each in whole(self._state / PACKS)}
        offers: list[PackOffer] = []
        for folder in folders[:_MOST_PACKS]:
            progress(len(offers), len(folders))
            offers.append(self._offer(folder, installed))
        offers.sort(
            key=lambda each: (not each.standing.installable, each.fair.zh, -each.version, each.folder)
        )
        numbered = tuple(replace(each, number=at) for at, each in enumerate(offers))
        return PackOffers(numbered, len(walk.sticks), more=walk.cut or len(folders) > _MOST_PACKS)

    def look(self, offer: PackOffer, progress: Progress) -> PackLook:
        """Read a pack whole, check it, and compare it with the one installed."""
        pack = Path(offer.folder)
        try:
            manifest = manifests.read(pack)
            current = self._current(manifest.fair)
            checked = installing.check(
                pack, self._venue_private, self._trusted(current), self._today, progress
            )
        except PackFault as fault:
            return PackLook(problem=fault.words)
        opens = not self._fixed or checked.manifest.fair == self._open_fair
        if current is None:
            return PackLook(first=True, opens=opens)
        try:
            changes = words(compared(current.folder, pack, self._venue_private))
        except PackFault:
            changes = (_UNREADABLE,)
        return PackLook(changes, opens=opens)

    def install(self, offer: PackOffer, progress: Progress) -> PackOutcome:
        """Check it once more and install it; what was installed stays until the new one stands whole."""
        try:
            installed = installing.install(
                Path(offer.folder),
                self._state,
                self._venue_private,
                self._today,
                trusted_authority=self._authority,
                progress=progress,
            )
        except PackFault as fault:
            return PackOutcome(problem=fault.words)
        return PackOutcome(installed.version)

    def _current(self, fair: str) -> Installed | None:
        packs = whole(self._state / PACKS)
        return next((each for each in packs if each.fair == fair), None)

    def _trusted(self, current: Installed | None) -> bytes | None:
        return self._authority or (current.authority if current is not None else None)

    def _offer(self, folder: Path, installed: dict[str, Installed]) -> PackOffer:
        offer = PackOffer(0, str(folder), _stick_of(folder, self._roots), OfferStanding.DAMAGED)
        try:
            manifest = manifests.read(folder)
            size = (folder / manifests.CATALOGUE).lstat().st_size
        except (PackFault, OSError):
            return offer
        current = installed.get(manifest.fair)
        version = current.version if current is not None else 0
        offer = replace(offer, version=manifest.version, installed_version=version, size_bytes=size)
        trusted = self._trusted(current)
        if trusted is not None and manifest.authority != trusted.hex():
            return replace(offer, standing=OfferStanding.OTHER_ORGANISER)
        try:
            key = content_key(manifest, self._venue_private)
        except PackFault:
            return replace(offer, standing=OfferStanding.OTHER_VENUE)
        fair = _fair(folder, key)
        if fair is None or fair.id != manifest.fair:
            return offer
        offer = replace(offer, fair=fair.name, first_day=min(each.day for each in fair.days))
        expired = (self._today or SystemClock().now().date()) > date.fromisoformat(manifest.expires)
        return replace(offer, standing=self._standing(manifest, version, expired=expired))

    def _standing(self, manifest: Manifest, installed: int, *, expired: bool) -> OfferStanding:
        """Of a pack that opens here, beside the installed version of its fair (0: none)."""
        if expired:
            return OfferStanding.EXPIRED
        if manifest.version <= installed:
            return OfferStanding.SAME if manifest.version == installed else OfferStanding.OLDER
        other = manifest.fair != self._open_fair
        return OfferStanding.OTHER_FAIR if other else OfferStanding.NEWER


def _fair(folder: Path, key: bytes) -> Fair | None:
    """The fair in a pack whose file was not read whole yet; None where it does not open."""
    path = folder / manifests.CATALOGUE
    try:
        if not is_plain(path):
            return None
        catalogue = Catalogue.open(path, key)
        try:
            return catalogue.fair()
        finally:
            catalogue.close()
    except (StoreFault, OSError):
        return None


def _stick_of(folder: Path, roots: tuple[Path, ...]) -> str:
    """The name of the disk that a folder lies on: the mount point above it, or the folder below the root."""
    root = next(each for each in roots if each in folder.parents)
    below = folder.relative_to(root).parts
    mounted = next((each for each in folder.parents if root in each.parents and each.is_mount()), None)
    return mounted.name if mounted is not None else below[min(1, len(below) - 1)]


class _Walk:
    """One search through folders, within bounds."""

    def __init__(self, progress: Callable[[int, int], None]) -> None:
        self.cut = False
        self.sticks: set[Path] = set()
        self._progress = progress
        self._seen = 0

    def packs(self, root: Path) -> Iterator[Path]:
        """Folders below `root` that hold a manifest, in the order of their names."""
        if root.is_dir() and not root.is_symlink():
            yield from self._below(root, 0)

    def _below(self, folder: Path, depth: int) -> Iterator[Path]:
        self._seen += 1
        self._progress(self._seen, _MOST_FOLDERS)
        if self._seen > _MOST_FOLDERS:
            self.cut = True
            return
        found = self._entries(folder)
        if depth and manifests.MANIFEST in found and not found[manifests.MANIFEST]:
            yield folder
            return
        for name, is_folder in sorted(found.items()):
            if self._seen > _MOST_FOLDERS:
                return
            if is_folder and not name.startswith("."):
                if depth == 0 or (folder / name).is_mount():
                    self.sticks.add(folder / name)
                if depth < _DEPTH:
                    yield from self._below(folder / name, depth + 1)

    def _entries(self, folder: Path) -> dict[str, bool]:
        """Names in a folder, and whether each is a folder itself; links are left out."""
        found: dict[str, bool] = {}
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if len(found) >= _MOST_ENTRIES:
                        self.cut = True
                        break
                    if not entry.is_symlink():
                        found[entry.name] = entry.is_dir(follow_symlinks=False)
        except OSError:
            return {}  # gone meanwhile, or not ours to read: there is nothing to be found
        return found
