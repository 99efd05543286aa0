"""Sticks at this kiosk: found where they are mounted, written, and read (services.peers.Sticks).

Every call opens the store anew, on the thread that calls: a stick may stop answering, and then the thread is
left behind with its connection, while the window and its scans go on with theirs.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.state import State
from kiosk.config import Settings
from kiosk.domain.counted import counted
from kiosk.domain.words import Words
from kiosk.services.peers import StickLine, StickOutcome

if TYPE_CHECKING:
    from kiosk.keys.providers import Secrets
    from kiosk.pack.installed import Installed
    from kiosk.store.migrations import Store
    from kiosk.sync.stick.disk import StickDisk
    from kiosk.sync.stick.files import Stick
    from kiosk.sync.stick.stick import Carrier, PackFile, PackTaken, ShelfPack, StickRead, StickWritten

Progress = Callable[[int, int], None]
PAUSE_S = 0.005
"""After each commit of received facts, so that no scan waits (design.md section 4)."""
_MOST_STICKS = 8
_MOST_USERS = 32


class VenueSticks:
    """Implements services.peers.Sticks. Any thread."""

    def __init__(
        self, settings: Settings, state: State, secrets: Secrets, roots: tuple[Path, ...] | None = None
    ) -> None:
        """`roots`: where disks are mounted; as pack.stick has them unless given."""
        self._settings, self._state, self._secrets = settings, state, secrets
        self._roots = roots
        self._own_ahead = False
        self.joined: tuple[Words, ...] = ()
        """What the last stick brought of machines that join, or took of them."""

    def own_ahead(self) -> bool:
        """Whether a stick was read, since this was last asked, that holds facts of this kiosk which are not
        here: it must begin a new incarnation, and then the stick can be read again.
        """
        found, self._own_ahead = self._own_ahead, False
        return found

    def find(self, progress: Progress) -> tuple[StickLine, ...]:
        """The sticks that are mounted, and what of this venue lies on each."""
        lines: list[StickLine] = []
        for folder in mounted(self._roots)[:_MOST_STICKS]:
            progress(len(lines), _MOST_STICKS)
            lines.append(self._line(folder))
        return tuple(lines)

    def copy_out(self, folder: str, progress: Progress) -> StickOutcome:
        """Write what is here onto a stick."""
        from kiosk.sync.stick.words import written_words  # noqa: PLC0415

        return self._outcome(lambda: _done(written_words, self.write(Path(folder), progress)))

    def take_in(self, folder: str, progress: Progress) -> StickOutcome:
        """Take in what lies on a stick, as far as it is whole."""

        def work() -> StickOutcome:
            from kiosk.sync.stick.words import read_words  # noqa: PLC0415

            read = self.read(Path(folder), progress)
            self._own_ahead = self._own_ahead or read.own_ahead
            return StickOutcome(read.clean, read_words(read))

        return self._outcome(work)

    def write(self, folder: Path, progress: Progress) -> StickWritten:
        """As `copy_out`; faults are raised: StickFault, StoreFault."""
        from kiosk.app import joining_sticks  # noqa: PLC0415
        from kiosk.sync.stick import outward  # noqa: PLC0415

        with self._working(folder) as (carrier, stick, disk):
            counts = disk.device != self._state.folder.stat().st_dev
            self._join(joining_sticks.put, carrier, stick)
            return outward.write(carrier, stick, progress, counts=counts)

    def read(self, folder: Path, progress: Progress) -> StickRead:
        """As `take_in`; faults are raised: StickFault, StoreFault."""
        from kiosk.app import joining_sticks  # noqa: PLC0415
        from kiosk.sync.stick import inward  # noqa: PLC0415

        with self._working(folder) as (carrier, stick, _disk):
            self._join(joining_sticks.take, carrier, stick)
            found = inward.read(carrier, stick, progress)
            if found.own_ahead and carrier.store.alone:
                carrier.store.begin_incarnation(carrier.public)
                found = inward.read(carrier, stick, progress)
            return found

    def _join(self, work: Callable[..., tuple[Words, ...]], carrier: Carrier, stick: Stick) -> None:
        """What a stick carries for machines that join, besides facts; an answer that is not genuine is
        said."""
        from kiosk.app.keys import VenueTrust  # noqa: PLC0415
        from kiosk.sync.joining.joining import JoinFault  # noqa: PLC0415

        trust = VenueTrust(self._settings, self._state, self._secrets, carrier.store)
        try:
            self.joined = work(self._settings, self._state, self._secrets, carrier.store, trust, stick)
        except JoinFault as fault:
            self.joined = (fault.words,)
        carrier.trust.refresh()

    @contextmanager
    def _working(self, folder: Path) -> Iterator[tuple[Carrier, Stick, StickDisk]]:
        from kiosk.store.migrations import open_store  # noqa: PLC0415
        from kiosk.sync.stick.faults import StickFault, StickProblem  # noqa: PLC0415

        stick, disk = stick_at(folder, self._secrets)
        with disk.alone() as alone:
            if not alone:
                raise StickFault(StickProblem.BUSY, disk.name)
            store = open_store(self._state.store, self._secrets.store_key)
            try:
                yield self._carrier(store, folder), stick, disk
            finally:
                store.close()

    def _carrier(self, store: Store, folder: Path) -> Carrier:
        from kiosk.app.courier import GATE_PARCEL_FACTS  # noqa: PLC0415
        from kiosk.app.keys import VenueTrust, seal_for, unseal_for  # noqa: PLC0415
        from kiosk.devices.clock import SystemClock  # noqa: PLC0415
        from kiosk.keys.signing import SigningKey  # noqa: PLC0415
        from kiosk.sync.ledger import StoreLedger  # noqa: PLC0415
        from kiosk.sync.messages import MAX_PARCEL_FACTS  # noqa: PLC0415
        from kiosk.sync.stick.stick import Carrier  # noqa: PLC0415

        key = SigningKey.from_seed(self._secrets.issuing_seed)
        trust = VenueTrust(self._settings, self._state, self._secrets, store)
        now_ms = SystemClock().now_ms
        return Carrier(
            store=store,
            ledger=StoreLedger(store, key, trust, now_ms=now_ms, monotonic_s=time.monotonic),
            trust=trust,
            public=key.public,
            sign=key.sign,
            seal=seal_for(self._secrets),
            unseal=unseal_for(self._secrets),
            now_ms=now_ms,
            pause=lambda: time.sleep(PAUSE_S),
            parcel_facts=MAX_PARCEL_FACTS if store.alone else GATE_PARCEL_FACTS,
            packs=Shelf(self._state.folder, self._secrets.venue_private, trust.authority, folder),
        )

    def _outcome(self, work: Callable[[], StickOutcome]) -> StickOutcome:
        from kiosk.pack.faults import PackFault  # noqa: PLC0415
        from kiosk.store.faults import StoreFault  # noqa: PLC0415
        from kiosk.sync.stick.faults import StickFault  # noqa: PLC0415

        self.joined = ()
        try:
            outcome = work()
            return StickOutcome(outcome.done, _together((outcome.words, *self.joined)))
        except (StickFault, StoreFault, PackFault) as fault:
            return StickOutcome(False, fault.words)

    def _line(self, folder: Path) -> StickLine:
        from kiosk.sync.stick.faults import StickFault  # noqa: PLC0415

        try:
            stick, disk = stick_at(folder, self._secrets)
            return StickLine(disk.name, str(folder), holds=_holds(stick))
        except StickFault as fault:
            return StickLine(folder.name, str(folder), problem=fault.words)


def stick_at(folder: Path, secrets: Secrets) -> tuple[Stick, StickDisk]:
    """A stick, and the disk that it is on. StickFault where there is none."""
    from kiosk.sync.stick.disk import StickDisk  # noqa: PLC0415
    from kiosk.sync.stick.faults import StickFault, StickProblem  # noqa: PLC0415
    from kiosk.sync.stick.files import Stick, venue_folder  # noqa: PLC0415

    if not folder.is_dir():
        raise StickFault(StickProblem.MISSING, str(folder))
    disk = StickDisk(folder)
    return Stick(disk, disk.name, venue_folder(secrets.venue_private)), disk


def mounted(roots: tuple[Path, ...] | None = None) -> tuple[Path, ...]:
    """The disks that are mounted below the places for removable ones: STICK or USER/STICK."""
    from kiosk.pack.stick import ROOTS  # noqa: PLC0415

    found: list[Path] = []
    for root in ROOTS if roots is None else roots:
        for above in _folders(root):
            below = [above, *(() if above.is_mount() else _folders(above))]
            found += [each for each in below if each.is_mount()]
    return tuple(found)


def _folders(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(sorted(each for each in folder.iterdir() if not each.is_symlink() and each.is_dir()))[
            :_MOST_USERS
        ]
    except OSError:
        return ()  # gone meanwhile, or not ours to read


def _holds(stick: Stick) -> Words | None:
    """Whether this venue has written to it; what exactly, is known once it is read."""
    from kiosk.sync.stick.files import MANIFEST  # noqa: PLC0415

    found = [MANIFEST.fullmatch(each.name) for each in stick.entries(stick.venue)]
    writers = {each[1] for each in found if each}
    if not writers:
        return None
    count = len(writers)
    return Words(f"有 {count} 台机器写过", f"Written by {counted(count, 'machine')}")


def _together(words: Iterable[Words]) -> Words:
    said = tuple(words)
    return Words("".join(each.zh for each in said), " ".join(each.en for each in said))


def _done(words: Callable[[StickWritten], Words], written: StickWritten) -> StickOutcome:
    return StickOutcome(written.held >= written.known, words(written))


class Shelf:
    """The installed packs as a stick needs them (sync.stick.stick.PackShelf)."""

    def __init__(self, state: Path, venue_private: bytes, authority: bytes, stick: Path) -> None:
        self._state, self._venue_private = state, venue_private
        self._authority = authority
        self._stick = stick

    def held(self) -> tuple[ShelfPack, ...]:
        """Those that are whole; what of them is damaged on disk is found by who installs them."""
        from kiosk.sync.stick.stick import ShelfPack  # noqa: PLC0415

        return tuple(
            ShelfPack(each.fair, each.version, each.manifest.file_sha256, _files(each))
            for each in self._whole()
        )

    def take(self, folder: str, fair: str, version: int, progress: Progress) -> PackTaken:
        """Check the pack in a folder of the stick, and install it where it is newer."""
        from kiosk.pack.faults import PackFault  # noqa: PLC0415
        from kiosk.pack.install import install  # noqa: PLC0415
        from kiosk.sync.stick.stick import PackTaken  # noqa: PLC0415

        current = next((each.version for each in self._whole() if each.fair == fair), 0)
        if version <= current:
            return PackTaken(fair, version, installed=False, older=version < current)
        try:
            done = install(
                self._stick / folder,
                self._state,
                self._venue_private,
                trusted_authority=self._authority or None,
                progress=progress,
            )
        except PackFault as fault:
            return PackTaken(fair, version, installed=False, problem=fault.words)
        return PackTaken(done.fair, done.version, installed=done.version > current)

    def _whole(self) -> Iterator[Installed]:
        from kiosk.pack.installed import PACKS, whole  # noqa: PLC0415

        return whole(self._state / PACKS)


def _files(pack: Installed) -> tuple[PackFile, ...]:
    from kiosk.pack.manifest import CATALOGUE, MANIFEST  # noqa: PLC0415
    from kiosk.sync.stick.stick import PackFile  # noqa: PLC0415

    return tuple(
        PackFile(name, (pack.folder / name).stat().st_size, partial(_chunks, pack.folder / name))
        for name in (CATALOGUE, MANIFEST)
    )


def _chunks(path: Path) -> Iterable[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(1024 * 1024):
            yield chunk
