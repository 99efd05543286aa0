"""How a kiosk stands with the others: out of the store's tables, and of what the courier said last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from kiosk.domain import facts, sync_words
from kiosk.domain.fair import BEIJING
from kiosk.domain.search import natural_key
from kiosk.domain.staff_duties import Act
from kiosk.domain.words import Words
from kiosk.services.duty import require
from kiosk.services.peers import (
    FetchLine,
    ForkLine,
    JoiningLine,
    OwnJoining,
    PeerLine,
    StickLine,
    StickOutcome,
    Sticks,
    SyncStanding,
)
from kiosk.services.stick_patience import Patience
from kiosk.services.sync_needs import UNHEARD_LONG_S
from kiosk.store import erasure, forks, heads, parked, peers

if TYPE_CHECKING:
    from kiosk.app.state import State
    from kiosk.config import Settings
    from kiosk.domain.fair import Fair
    from kiosk.domain.floorplan import FloorPlan, KioskPlace
    from kiosk.keys.providers import Secrets
    from kiosk.services.clock import Clock
    from kiosk.services.gate import Gate
    from kiosk.store.migrations import Store
    from kiosk.sync.network.status import CourierStatus, PackStatus, PeerStatus

FIND_PATIENCE_S = 3.0
"""Looking what is on a stick is done every few seconds."""
COPY_PATIENCE_S = 20.0
"""Without any step forward; a worn stick pauses for some seconds."""

THROUGH_S = 60
"""So fresh is what a hub hands on, which says every 15 s how far it knows each journal."""


class Courier(Protocol):
    """The courier's process, as the kiosk beside it sees it: sync.network.beside.CourierBeside."""

    @property
    def running(self) -> bool:
        """Whether the process is there; False while it waits to be started, or started again."""
        ...

    restarts: int
    """How often it was started again."""

    def status(self) -> CourierStatus | None:
        """What it said last, with seconds brought up to date; None where it has not said anything yet."""
        ...


class Joining(Protocol):
    """At a hub: who asks to be let in. app.joining; on the store's thread."""

    def asking(self) -> tuple[JoiningLine, ...]:
        """All that wait for an answer, the first one first."""
        ...

    def accept(self, request: str, staff: str) -> Words | None:
        """Let it in; words where that could not be done."""
        ...

    def refuse(self, request: str, staff: str) -> None:
        """Do not."""
        ...


@dataclass(slots=True)
class VenuePeers:
    """Implements services.peers.Peers. Belongs to the store's thread, but for the sticks' calls."""

    fair: Fair
    """Whose staff may let machines in, and have read of forks."""
    store: Store
    clock: Clock
    """The fair's."""
    system_ms: Callable[[], int]
    """This machine's own time, by which the courier notes when it heard whom."""
    key: bytes
    """This kiosk's public key: a new incarnation is bound to it."""
    name_of: Callable[[bytes], str | None]
    """The name of a key's certificate; asked where a fork, or what waits, is of a machine never met."""
    place: Words
    """What this kiosk is called."""
    place_names: dict[str, Words]
    """What the plan calls the places of its kiosks, by id."""
    courier: Courier | None = None
    """None where it is switched off."""
    joining: Joining | None = None
    """Where this machine may let others in."""
    stick: Sticks | None = None
    fairs: dict[str, Words] = field(default_factory=dict)
    """What fairs are called, by id, as far as is known."""
    packs: frozenset[str] = frozenset()
    """Fair packs that were there when this was made, as the courier names them: `FAIR vN`."""
    left_over: Callable[[], tuple[Words, ...]] = tuple
    """Fairs that were erased elsewhere and of which something is left here."""
    _certified: dict[bytes, str] = field(default_factory=dict)
    """Names of keys that were asked for: it takes a look into the packs."""
    _renewed: bool = False
    """A new incarnation was begun because others hold facts of this kiosk that are not here."""
    _restore_unread: bool = False
    _sticks: tuple[StickLine, ...] = ()
    _finding: bool = False
    _find: Patience = field(default_factory=lambda: Patience(FIND_PATIENCE_S))
    _copy: Patience = field(default_factory=lambda: Patience(COPY_PATIENCE_S))

    # ---- what the courier asks of the kiosk

    def heed(self) -> bool:
        """Begin a new incarnation where others hold more of this journal; say forks that were found here.

        True where a fair pack came from a peer since this was last asked.
        """
        status = self.courier.status() if self.courier is not None else None
        self._say_forks()
        if self.stick is not None and self.stick.own_ahead():
            self._renew()
        if status is None:
            return False
        if status.own_ahead and not self._renewed:
            self._renew()
        self._renewed = status.own_ahead  # said of the new one as well, it is another time
        came = frozenset(status.packs) - self.packs
        self.packs |= came
        return bool(came)

    def _renew(self) -> None:
        ended = self.store.origin
        self.store.begin_incarnation(self.key)
        self._restore_unread = True
        for body in forks.unheard(self.store.db, ended):
            self._record(body)

    def _say_forks(self) -> None:
        for body in forks.unsaid(self.store.db):
            self._record(body)

    def _record(self, body: facts.Body) -> None:
        with self.store.transaction():
            self.store.journal.append(body, now_ms=self.clock.now_ms())

    # ---- how it stands

    def standing(self) -> SyncStanding:
        """How it stands now."""
        db = self.store.db
        status = self.courier.status() if self.courier is not None else None
        only = peers.only_here(db)
        waiting = parked.waiting(db)
        met = peers.peers(db)
        lines = self._lines(met, status)
        names = {each.key: self._name(each.name) for each in met}
        return SyncStanding(
            state=self._state(status, lines),
            peers=lines,
            only_here=only.facts,
            oldest_only_here=_moment(only.oldest_ms),
            parked=sum(each.facts for each in waiting),
            parked_words=self._parked(waiting, names) if waiting else None,
            forks=tuple(self._fork(each, names) for each in forks.unseen(db)),
            joining=self._asking(),
            own=_own(status),
            own_ahead=self._restore_unread,
            hub=self.joining is not None,
            problem=_problem(status),
            sticks=self._sticks,
            fetching=tuple(self._fetch(each) for each in status.fetching) if status is not None else (),
            left_over=self.left_over(),
        )

    def _state(self, status: CourierStatus | None, lines: tuple[PeerLine, ...]) -> str:
        if self.courier is None:
            return "off"
        if status is None:
            return "failed" if self.courier.restarts and not self.courier.running else "starting"
        if status.fault_en or status.fault_zh:
            return "failed"
        machines = [each for each in lines if each.kind != "stick"]
        if any(each.connected for each in machines):
            return "connected"
        return "quiet" if any(each.heard_s is not None for each in machines) else "alone"

    def _lines(self, met: tuple[peers.PeerRecord, ...], status: CourierStatus | None) -> tuple[PeerLine, ...]:
        """Machines first, those that want looking at before the others; then sticks, the latest one first."""
        said = {each.key: each for each in status.peers if each.key} if status is not None else {}
        word = {key: self._ago_s(at_ms) for key, at_ms in peers.word_of(self.store.db).items()}
        lines = [self._met(each, said.pop(each.key.hex(), None)) for each in met]
        lines += [self._said(each) for each in said.values()]
        if status is not None:
            lines += [self._said(each) for each in status.peers if not each.key]
        keys = [each.key for each in met]
        lines[: len(keys)] = [_through(line, word.get(key)) for key, line in zip(keys, lines, strict=False)]
        lines += self._never_met(word, {*keys, *(bytes.fromhex(each) for each in said)})
        relayed = min((each.waiting for each in lines if each.connected), default=0)
        lines = [replace(each, waiting=relayed) if each.through else each for each in lines]
        machines = sorted((each for each in lines if each.kind != "stick"), key=_rank)
        return (*machines, *(each for each in lines if each.kind == "stick"))

    def _never_met(self, word: dict[bytes, int], known: set[bytes]) -> list[PeerLine]:
        """Machines that are only heard through others: who has a hub talks to nobody else."""
        lines = []
        for key, ago_s in sorted(word.items()):
            if key == self.key or key in known:
                continue
            if key not in self._certified:
                self._certified[key] = self.name_of(key) or ""
            if name := self._certified[key]:
                lines.append(_through(PeerLine(self._name(name), "kiosk", False, ago_s, 0), ago_s))
        return lines

    def _ago_s(self, at_ms: int) -> int:
        return max(0, self.system_ms() - at_ms) // 1000

    def _met(self, record: peers.PeerRecord, said: PeerStatus | None) -> PeerLine:
        heard_s = self._ago_s(record.heard_ms)
        if said is not None and said.heard_s >= 0:
            heard_s = min(heard_s, said.heard_s)
        connected = said is not None and said.connected
        waiting = said.waiting if said is not None and connected else record.waiting
        return PeerLine(
            self._name(record.name), record.role, connected, heard_s, waiting, _said_problem(said)
        )

    def _said(self, said: PeerStatus) -> PeerLine:
        """A machine that the store knows nothing of yet: an address, or one that was refused."""
        return PeerLine(
            self._name(said.name or said.address),
            said.role or "kiosk",
            said.connected,
            said.heard_s if said.heard_s >= 0 else None,
            said.waiting,
            _said_problem(said),
        )

    def _name(self, name: str) -> Words:
        return self.place_names.get(name) or Words(name, name)

    def _asking(self) -> tuple[JoiningLine, ...]:
        if self.joining is None:
            return ()
        return tuple(replace(each, name=self._name(each.name.zh)) for each in self.joining.asking())

    def _fetch(self, pack: PackStatus) -> FetchLine:
        problem = Words(pack.problem_zh, pack.problem_en) if pack.problem_zh else None
        name = self.fairs.get(pack.fair) or Words(pack.fair, pack.fair)
        return FetchLine(name, pack.version, pack.done_bytes / max(pack.size_bytes, 1), problem)

    def _parked(self, waiting: tuple[parked.Waiting, ...], names: dict[bytes, Words]) -> Words:
        from kiosk.sync.wire import outline  # noqa: PLC0415  (rarely does anything wait)

        def whose(each: parked.Waiting) -> Words:
            return self._holder(outline(each.segment).head.key, each.origin, names)

        return sync_words.parked_for(tuple((whose(each), each.facts, each.missing) for each in waiting))

    def _fork(self, record: forks.ForkRecord, names: dict[bytes, Words]) -> ForkLine:
        finders = {self._whose(each, names): None for each in record.found_by}
        return ForkLine(
            record.origin.hex(),
            self._whose(record.origin, names),
            record.seq,
            tuple(finders),
            own=self._is_own(record.origin),
        )

    def _whose(self, origin: bytes, names: dict[bytes, Words]) -> Words:
        """Whose journal it is, as far as is known."""
        if self._is_own(origin):
            return self.place
        key = heads.key_of(self.store.db, origin)
        return self._holder(key, origin, names)

    def _holder(self, key: bytes | None, origin: bytes, names: dict[bytes, Words]) -> Words:
        """Who holds a key: somebody who was met, or whom the venue has certified."""
        if key is None:
            return sync_words.unknown_machine(origin.hex())
        certified = None if key in names else self.name_of(key)
        found = names.get(key) or (self._name(certified) if certified else None)
        return found or sync_words.unknown_machine(origin.hex())

    def _is_own(self, origin: bytes) -> bool:
        return origin == self.store.origin or origin in self.store.earlier_origins()

    def called(self, origin: bytes) -> Words:
        """What the kiosk is called whose journal it is."""
        return self._whose(origin, {})

    # ---- what staff do

    def accept(self, request: str, staff: str) -> Words | None:
        """Let a machine in that asks."""
        require(self.fair, staff, Act.JOIN)
        return self.joining.accept(request, staff) if self.joining is not None else None

    def refuse(self, request: str, staff: str) -> None:
        """Do not."""
        require(self.fair, staff, Act.JOIN)
        if self.joining is not None:
            self.joining.refuse(request, staff)

    def see_fork(self, origin: str, seq: int, staff: str) -> None:
        """A fact: staff have read of a fork."""
        require(self.fair, staff, Act.UPKEEP)
        self._record(facts.ForkSeen(origin, seq, staff))

    def see_restore(self) -> None:
        """Staff have read that this kiosk's disk was an older state."""
        self._restore_unread = False

    # ---- sticks, on a thread of their own

    @property
    def share(self) -> float:
        """How much of what is being copied is done."""
        return self._copy.share

    def sticks(self) -> tuple[StickLine, ...]:
        """The sticks that are in this machine; one that does not answer is asked again only once it has."""
        if self.stick is None or self._finding:
            return self._sticks
        stick = self.stick
        self._finding = True

        def find(progress: Callable[[int, int], None]) -> tuple[StickLine, ...]:
            try:
                return stick.find(progress)
            finally:
                self._finding = False

        silent = tuple(
            StickLine(each.name, each.folder, problem=sync_words.STICK_SILENT) for each in self._sticks
        )
        self._sticks = self._find.wait_for(find, silent)
        return self._sticks

    def stick_out(self, folder: str) -> StickOutcome:
        """Copy what is here onto a stick."""
        if self.stick is None:
            return _SILENT
        stick = self.stick
        return self._copy.wait_for(lambda progress: stick.copy_out(folder, progress), _SILENT)

    def stick_in(self, folder: str) -> StickOutcome:
        """Take in what lies on a stick."""
        if self.stick is None:
            return _SILENT
        stick = self.stick
        return self._copy.wait_for(lambda progress: stick.take_in(folder, progress), _SILENT)


_SILENT = StickOutcome(False, sync_words.STICK_SILENT)


def _through(line: PeerLine, word_s: int | None) -> PeerLine:
    """A machine that is not connected, and of which another one has just brought word."""
    if line.connected or line.problem is not None or word_s is None:
        return line
    heard_s = word_s if line.heard_s is None else min(line.heard_s, word_s)
    return replace(line, heard_s=heard_s, through=word_s <= THROUGH_S)


def _moment(time_ms: int | None) -> datetime | None:
    return None if time_ms is None else datetime.fromtimestamp(time_ms / 1000, BEIJING)


def _rank(line: PeerLine) -> tuple[bool, bool, bool, tuple[object, ...]]:
    silent = not line.connected and (line.heard_s is None or line.heard_s > UNHEARD_LONG_S)
    return line.problem is None, not silent, line.kind != "hub", natural_key(line.name.zh)


def _said_problem(said: PeerStatus | None) -> Words | None:
    if said is None or not said.problem_zh:
        return None
    return Words(said.problem_zh, said.problem_en)


def _problem(status: CourierStatus | None) -> Words | None:
    if status is None or not (status.fault_zh or status.fault_en):
        return None
    return Words(status.fault_zh or status.fault_en, status.fault_en)


def _own(status: CourierStatus | None) -> OwnJoining | None:
    if status is None or status.joining is None:
        return None
    asked = status.joining
    return OwnJoining(asked.state, asked.code, asked.qr, asked.hub)


def peers_of(
    settings: Settings,
    state: State,
    secrets: Secrets,
    gate: Gate,
    plan: FloorPlan,
    place: KioskPlace,
    *,
    courier: Courier | None = None,
    joining: Joining | None = None,
) -> VenuePeers:
    """How the kiosk at a place stands with the others."""
    from kiosk.app.keys import VenueTrust  # noqa: PLC0415
    from kiosk.app.sticks import VenueSticks  # noqa: PLC0415
    from kiosk.devices.clock import SystemClock  # noqa: PLC0415
    from kiosk.keys.signing import SigningKey  # noqa: PLC0415
    from kiosk.pack.installed import installed  # noqa: PLC0415

    packs = installed(state.folder)
    here = {each.fair for each in packs}
    fairs = {gate.pack_fair: gate.fair.name}

    def left_over() -> tuple[Words, ...]:
        erased = here & erasure.erased_elsewhere(gate.store)
        return tuple(fairs.get(each) or Words(each, each) for each in sorted(erased))

    return VenuePeers(
        fair=gate.fair,
        store=gate.store,
        clock=gate.clock,
        system_ms=SystemClock().now_ms,
        key=SigningKey.from_seed(secrets.issuing_seed).public,
        name_of=lambda key: VenueTrust(settings, state, secrets, gate.store).name_of(key),
        place=place.name,
        place_names={each.id: each.name for each in plan.kiosks},
        courier=courier,
        joining=joining,
        stick=VenueSticks(settings, state, secrets),
        fairs=fairs,
        packs=frozenset(f"{each.fair} v{each.version}" for each in packs),
        left_over=left_over,
    )
