"""Other kiosks and the hub, as staff see them: who was heard, what is only here, what should be looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kiosk.domain.words import Words

Progress = Callable[[int, int], None]
"""(done, in all), told at every step; its fault ends the work (nobody waits for it any more)."""


@dataclass(frozen=True, slots=True)
class PeerLine:
    """One other machine of the venue, or a stick that took a copy."""

    name: Words
    """As the plan calls the place that its certificate names; a stick's own name."""
    kind: str
    """hub, kiosk or stick."""
    connected: bool
    heard_s: int | None
    """Seconds since it was last in touch; None where it never was."""
    waiting: int
    """Facts that are here and not there, as far as is known."""
    problem: Words | None = None
    """Why it is refused, or refuses us."""
    through: bool = False
    """Not connected itself; another machine, the hub mostly, hands on what is said to and fro."""


@dataclass(frozen=True, slots=True)
class JoiningLine:
    """A machine that asks to be let in, seen by staff at the hub."""

    request: str
    """Names it."""
    code: str
    """Six digits that stand on its screen as well."""
    name: Words
    """The place that it says it stands at."""
    since: datetime


@dataclass(frozen=True, slots=True)
class OwnJoining:
    """This kiosk has no certificate of the venue yet: what it shows."""

    state: str
    """alone (no hub is known), asking, accepted, refused."""
    code: str = ""
    qr: str = ""
    """Text of a QR that says the same at full length."""
    hub: str = ""


@dataclass(frozen=True, slots=True)
class ForkLine:
    """Two contents were heard of one place in a journal: a copied or restored disk."""

    origin: str
    """Hex."""
    kiosk: Words
    """Whose journal, as far as is known."""
    seq: int
    """The first place where they differ, as far as is known."""
    found_by: tuple[Words, ...]
    """The kiosks that came upon it."""
    own: bool = False
    """It is a journal of this kiosk."""


@dataclass(frozen=True, slots=True)
class StickLine:
    """A stick that is in this machine."""

    name: str
    folder: str
    holds: Words | None = None
    """What of ours lies on it, or nothing."""
    problem: Words | None = None


@dataclass(frozen=True, slots=True)
class FetchLine:
    """A fair pack that is being fetched from a peer, or could not be."""

    fair: Words
    version: int
    share: float
    """How much of it is here, 0 to 1."""
    problem: Words | None = None


@dataclass(frozen=True, slots=True)
class SyncStanding:
    """How this kiosk stands with the others."""

    state: str
    """off (the courier is switched off), starting, alone (nobody was ever met), quiet (others known, none
    connected),
    connected, failed (the courier does not run)."""
    peers: tuple[PeerLine, ...] = ()
    only_here: int = 0
    """Facts that no other machine and no stick is known to have."""
    oldest_only_here: datetime | None = None
    parked: int = 0
    """Facts that came by stick and wait for those before them."""
    parked_words: Words | None = None
    forks: tuple[ForkLine, ...] = ()
    joining: tuple[JoiningLine, ...] = ()
    """At a hub."""
    own: OwnJoining | None = None
    """Where this kiosk has no certificate of the venue."""
    own_ahead: bool = False
    """Others hold facts of this kiosk that are not here: its disk was restored from an older state."""
    hub: bool = False
    """This machine may accept others."""
    problem: Words | None = None
    """Why the courier does not run."""
    sticks: tuple[StickLine, ...] = ()
    """The sticks that were in this machine when somebody last looked (Peers.sticks)."""
    fetching: tuple[FetchLine, ...] = ()
    left_over: tuple[Words, ...] = ()
    """Fairs whose personal data was erased elsewhere, while their packs or prints are still here."""

    @property
    def safe_to_switch_off(self) -> bool:
        """Whether everything that is here is elsewhere too."""
        return self.only_here == 0


@dataclass(frozen=True, slots=True)
class StickOutcome:
    """What became of a stick: written or read, in words, and whether it is whole."""

    done: bool
    words: Words


class Peers(Protocol):
    """What the window asks; made by the app. `heed`, `standing`, `accept`, `refuse` and `see_fork` on the
    store's thread; the stick's calls take long and have a thread of their own.
    """

    def heed(self) -> bool:
        """Do what the courier's latest word asks of this kiosk, and make facts of forks that were found.

        Every few seconds, whoever is at the screen. True where a fair pack has come and is to be opened.
        """
        ...

    def standing(self) -> SyncStanding:
        """How it stands now; cheap, and nothing is changed."""
        ...

    def accept(self, request: str, staff: str) -> Words | None:
        """Let a machine in that asks; words where it could not be done."""
        ...

    def refuse(self, request: str, staff: str) -> None:
        """Do not let it in."""
        ...

    def see_fork(self, origin: str, seq: int, staff: str) -> None:
        """Staff have read of a fork."""
        ...

    def see_restore(self) -> None:
        """Staff have read that this kiosk's disk was an older state."""
        ...

    @property
    def share(self) -> float:
        """How much of what a stick's call does is done, 0 to 1; any thread."""
        ...

    def sticks(self) -> tuple[StickLine, ...]:
        """The sticks that are in this machine now. Seconds at most, whatever the sticks do."""
        ...

    def stick_out(self, folder: str) -> StickOutcome:
        """Copy what is here onto a stick."""
        ...

    def stick_in(self, folder: str) -> StickOutcome:
        """Take in what lies on a stick."""
        ...


class Sticks(Protocol):
    """What is done with sticks: kiosk.app.sticks. Any thread, on a connection to the store of its own; known
    faults are outcomes.
    """

    def find(self, progress: Progress) -> tuple[StickLine, ...]:
        """All sticks that are mounted, and what of ours lies on each."""
        ...

    def own_ahead(self) -> bool:
        """Whether a stick was read, since this was last asked, that holds facts of this kiosk which are not
        here.
        """
        ...

    def copy_out(self, folder: str, progress: Progress) -> StickOutcome:
        """Write what is here onto a stick, whole or not at all."""
        ...

    def take_in(self, folder: str, progress: Progress) -> StickOutcome:
        """Take in what lies on a stick, as far as it is whole."""
        ...


class NoPeers:
    """A kiosk whose courier is switched off."""

    share = 0.0

    def heed(self) -> bool:
        """Nothing was said."""
        return False

    def standing(self) -> SyncStanding:
        """Off."""
        return SyncStanding("off")

    def accept(self, request: str, staff: str) -> Words | None:  # noqa: ARG002
        """Nobody asks."""
        return None

    def refuse(self, request: str, staff: str) -> None:
        """Nobody asks."""

    def see_fork(self, origin: str, seq: int, staff: str) -> None:
        """There is none."""

    def see_restore(self) -> None:
        """It was not."""

    def sticks(self) -> tuple[StickLine, ...]:
        """None."""
        return ()

    def stick_out(self, folder: str) -> StickOutcome:  # noqa: ARG002
        """No."""
        return StickOutcome(False, Words("同步已关闭", "Sync is switched off."))

    def stick_in(self, folder: str) -> StickOutcome:  # noqa: ARG002
        """No."""
        return StickOutcome(False, Words("同步已关闭", "Sync is switched off."))
