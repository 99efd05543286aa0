"""This machine's fair packs, as peers see them: what it hands out, and what it takes."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.state import State
from kiosk.config import Settings
from kiosk.domain.words import Words
from kiosk.sync.messages import PackHeld

if TYPE_CHECKING:
    from kiosk.keys.providers import Secrets
    from kiosk.pack.installed import Installed


class Shelf:
    """`sync.network.packs.PackShelf` over the installed packs. Any thread."""

    def __init__(self, settings: Settings, state: State, secrets: Secrets) -> None:
        self._settings = settings
        self._state = state
        self._secrets = secrets
        self._lock = threading.Lock()
        self._read_at = -1
        self._installed: tuple[Installed, ...] = ()

    def offers(self) -> tuple[PackHeld, ...]:
        """What is installed of the organiser whose packs are taken, by fair."""
        authority = self._authority()
        return tuple(
            PackHeld(each.fair, each.version, each.manifest.authority, each.manifest.file_sha256, size)
            for each in self._packs()
            if each.manifest.authority == authority and (size := _size(each.database))
        )

    def file(self, fair: str, version: int, part: str) -> tuple[Path, str] | None:
        """A file of an installed pack, and the SHA-256 of the pack's database."""
        for each in self._packs():
            if (each.fair, each.version) == (fair, version):
                return each.folder / part, each.manifest.file_sha256
        return None

    def takes(self, pack: PackHeld) -> bool:
        """Whether it is of the organiser whose packs are taken, and newer than what is here of its fair."""
        if pack.authority != self._authority():
            return False
        here = max((each.version for each in self._packs() if each.fair == pack.fair), default=0)
        return pack.version > here

    def install(self, folder: Path) -> Words | None:
        """Check a fetched pack and install it; words where it is refused."""
        from kiosk.pack.faults import PackFault  # noqa: PLC0415
        from kiosk.pack.install import install  # noqa: PLC0415

        try:
            install(
                folder,
                self._state.folder,
                self._secrets.venue_private,
                trusted_authority=bytes.fromhex(self._authority()),
            )
        except PackFault as fault:
            return fault.words
        return None

    def _authority(self) -> str:
        from kiosk.app.keys import authority_of  # noqa: PLC0415

        return authority_of(self._settings, self._state).hex()

    def _packs(self) -> tuple[Installed, ...]:
        """Read anew when something in their folder has changed; a damaged one is not handed out."""
        from kiosk.pack.installed import PACKS, whole  # noqa: PLC0415

        folder = self._state.folder / PACKS
        with self._lock:
            try:
                changed = folder.stat().st_mtime_ns
            except OSError:
                return ()
            if changed != self._read_at:
                self._installed, self._read_at = tuple(whole(folder)), changed
            return self._installed


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
