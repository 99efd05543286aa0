"""Facts and fair packs by USB stick: who reads and writes one, and what came of it.

`stick_out.write` puts on a stick what it lacks of what this kiosk knows; `stick_in.read` takes in what is
whole.
How a stick is laid out, and why nothing on it is ever half: `stick_files`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kiosk.domain.words import Words
from kiosk.sync.conversation import Ledger
from kiosk.sync.messages import MAX_PARCEL_FACTS
from kiosk.sync.stick.manifest import Seal, Sign, Unseal
from kiosk.sync.trust import Trust

if TYPE_CHECKING:
    from kiosk.store.migrations import Store

Progress = Callable[[int, int], None]
"""(facts or bytes done, in all). What it raises ends the work at that step, with nothing half."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of an installed fair pack."""

    name: str
    size_bytes: int
    chunks: Callable[[], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class ShelfPack:
    """A fair pack that is installed here."""

    fair: str
    version: int
    file_sha256: str
    files: tuple[PackFile, ...]
    """The manifest is the last."""


@dataclass(frozen=True, slots=True)
class PackTaken:
    """What became of a fair pack that lay on a stick."""

    fair: str
    version: int
    installed: bool
    older: bool = False
    """A newer one is installed."""
    problem: Words | None = None


class PackShelf(Protocol):
    """The fair packs of this kiosk, as a stick needs them; the app fills it."""

    def held(self) -> tuple[ShelfPack, ...]:
        """Those that are installed."""
        ...

    def take(self, folder: str, fair: str, version: int, progress: Progress) -> PackTaken:
        """Check the pack in a folder of the stick, and install it where it is newer."""
        ...


class NoPacks:
    """Fair packs stay where they are."""

    def held(self) -> tuple[ShelfPack, ...]:
        """None."""
        return ()

    def take(self, folder: str, fair: str, version: int, progress: Progress) -> PackTaken:  # noqa: ARG002
        """No."""
        return PackTaken(fair, version, installed=False)


@dataclass(frozen=True, slots=True)
class Carrier:
    """This kiosk, as one that reads and writes sticks."""

    store: Store
    ledger: Ledger
    trust: Trust
    public: bytes
    """Its Ed25519 key."""
    sign: Sign
    seal: Seal
    unseal: Unseal
    now_ms: Callable[[], int]
    pause: Callable[[], None]
    """Called after each commit of received facts: 5 ms in which scans go first."""
    packs: PackShelf
    parcel_facts: int = MAX_PARCEL_FACTS
    """Most facts that are committed at once: beside a gate a commit has to be short."""

    def name_of(self, origin: bytes, key: bytes | None = None) -> str:
        """Whose journal it is, as staff know the machine; its first bytes where nobody has said so."""
        from kiosk.store import heads  # noqa: PLC0415 - loads the database

        key = key or heads.key_of(self.store.db, origin)
        name = self.trust.name_of(key) if key is not None else None
        return name or f"{origin.hex()[:8]}…"


@dataclass(frozen=True, slots=True)
class StickWritten:
    """What was put on a stick."""

    stick: str
    facts: int
    """Written now."""
    held: int
    """On it now, of what is known here."""
    known: int
    """Here, when it was begun."""
    packs: tuple[str, ...]
    """Written now: `FAIR vN`."""
    counts: bool
    """Whether it is a second copy; not on this kiosk's own disk."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many facts of one machine."""

    name: str
    facts: int


@dataclass(frozen=True, slots=True)
class Gap:
    """So many facts of one machine wait for others before them."""

    name: str
    facts: int
    missing: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was not taken in."""

    name: str
    """The machine's."""
    why: str
    """One of messages.Reasons."""


@dataclass(frozen=True, slots=True)
class StickRead:
    """What lay on a stick, and what became of it."""

    stick: str
    ours: bool
    """Whether this venue has written to it at all."""
    writers: tuple[str, ...]
    """The machines that have written to it."""
    came: tuple[Share, ...]
    """New facts, by the machine that recorded them."""
    waiting: tuple[Gap, ...]
    """What is parked now, from this stick or an earlier one."""
    lost: tuple[Share, ...]
    """Facts whose file is damaged or missing, and that did not come otherwise."""
    spoilt: int
    """Files that are damaged or missing, but cost nothing."""
    refused_writers: tuple[Refused, ...]
    refusals: tuple[Refused, ...]
    """Journals of which something was refused."""
    unfinished: int
    """Files that no writer vouches for: writing was broken off."""
    packs: tuple[PackTaken, ...]
    other_venues: int
    parking_full: bool
    own_ahead: bool
    """It holds facts of this kiosk that are not here, or other ones: a new incarnation must begin."""

    @property
    def facts(self) -> int:
        """New facts in all."""
        return sum(each.facts for each in self.came)

    @property
    def clean(self) -> bool:
        """Whether all that lay on it is here now, and nothing is to be looked into."""
        troubles = (self.waiting, self.lost, self.refused_writers, self.refusals)
        packs_right = not any(each.problem for each in self.packs)
        return (
            self.ours and not any(troubles) and not self.unfinished and packs_right and not self.parking_full
        )
