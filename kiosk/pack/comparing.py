"""Compares two packs that lie on disk, without holding their people in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.domain.fairpack_changes import Changes, PackSide, compare
from kiosk.pack import manifest as manifests
from kiosk.pack.copying import Progress
from kiosk.pack.faults import PackFault
from kiosk.pack.install import check_file
from kiosk.pack.installed import content_key
from kiosk.store.catalogue import Catalogue
from kiosk.store.faults import StoreFault


def compared(old: Path, new: Path, venue_private: bytes) -> Changes:
    """What differs between two packs of one fair. Their files are taken as checked (`check_both`).

    Raises PackFault where one of them does not open with this venue's key, or they are of two fairs.
    """
    with _opened(old, venue_private) as before, _opened(new, venue_private) as after:
        return compare(_side(before), _side(after))


def check_both(old: Path, new: Path, progress: Progress = lambda _done, _total: None) -> None:
    """Check signatures and files of two packs, and that they are of one fair. Raises PackFault."""
    manifests_of = [manifests.read(each) for each in (old, new)]
    if manifests_of[0].fair != manifests_of[1].fair:
        one, other = manifests_of[0].fair, manifests_of[1].fair
        raise PackFault(
            f"这是两场活动的数据包：{one} 和 {other}，没有可比的。",
            f"these are packs of two fairs, {one} and {other}: there is nothing to compare.",
        )
    for pack, manifest in zip((old, new), manifests_of, strict=True):
        check_file(pack, manifest, progress)


@contextmanager
def _opened(pack: Path, venue_private: bytes) -> Iterator[Catalogue]:
    manifest = manifests.read(pack)
    try:
        catalogue = Catalogue.open(pack / manifests.CATALOGUE, content_key(manifest, venue_private))
        try:
            yield catalogue
        finally:
            catalogue.close()
    except StoreFault as fault:
        raise PackFault(f"{pack.name}：{fault.words.zh}", f"{pack.name}: {fault.words.en}") from fault


def _side(catalogue: Catalogue) -> PackSide:
    return PackSide(
        catalogue.fair(),
        catalogue.plan(),
        catalogue.exhibitors(),
        catalogue.sessions(),
        catalogue.delegations(),
        catalogue.certificates(),
        catalogue.attendees(),
        catalogue.logo(),
    )
