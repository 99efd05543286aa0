"""How a kiosk stands with the others: real stores, and a courier that says what the test says."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.app.peers import VenuePeers
from kiosk.domain import facts
from kiosk.domain.fair import BEIJING
from kiosk.domain.words import Words
from kiosk.services.peers import JoiningLine, Progress, StickLine, StickOutcome
from kiosk.services.stick_patience import Patience
from kiosk.store import erasure, forks, parked, peers
from kiosk.sync.network.status import CourierStatus, JoiningStatus, PackStatus, PeerStatus
from tests.fakes.services import FAIR
from tests.sync.machine import NOON_MS, Clock, Machine, key_of, trust_in

PLACES = {"east": Words("东门 1 号机", "East 1"), "west": Words("西门 1 号机", "West 1")}
MakeMachine = Callable[[str], Machine]


@dataclass
class FakeCourier:
    """A courier's process as far as the kiosk sees it."""

    said: CourierStatus | None = field(default_factory=CourierStatus)
    running: bool = True
    restarts: int = 0

    def status(self) -> CourierStatus | None:
        return self.said


@dataclass
class FairClock:
    """The fair's clock, of the machines' time."""

    clock: Clock

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.now_ms() / 1000, BEIJING)

    def now_ms(self) -> int:
        return self.clock.now_ms()


@dataclass
class FakeSticks:
    """One stick; `stuck` until it answers."""

    lines: tuple[StickLine, ...] = (StickLine("FAIR-1", "/media/FAIR-1"),)
    stuck: threading.Event = field(default_factory=threading.Event)
    finds: int = 0
    ahead: bool = False

    def find(self, progress: Progress) -> tuple[StickLine, ...]:
        self.finds += 1
        self.stuck.wait(20)
        progress(1, 1)
        return self.lines

    def own_ahead(self) -> bool:
        was, self.ahead = self.ahead, False
        return was

    def copy_out(self, folder: str, progress: Progress) -> StickOutcome:
        progress(1, 2)
        return StickOutcome(True, Words(folder, folder))

    def take_in(self, folder: str, progress: Progress) -> StickOutcome:
        raise AssertionError(folder)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make_machine(tmp_path: Path, clock: Clock) -> Iterator[MakeMachine]:
    with ExitStack() as stack:

        def make(name: str) -> Machine:
            folder = tmp_path / name
            machine = Machine(name, folder / "store.db", trust_in("east", "west", "hub"), clock)
            stack.callback(machine.store.close)
            return machine

        yield make


@pytest.fixture
def east(make_machine: MakeMachine) -> Machine:
    return make_machine("east")


@pytest.fixture
def courier() -> FakeCourier:
    return FakeCourier()


def peers_at(machine: Machine, courier: FakeCourier | None, **more: object) -> VenuePeers:
    given: dict[str, object] = {
        "fair": FAIR,
        "store": machine.store,
        "clock": FairClock(machine.clock),
        "system_ms": machine.clock.now_ms,
        "key": machine.key.public,
        "name_of": machine.trust.name_of,
        "place": PLACES[machine.name],
        "place_names": PLACES,
        "courier": courier,
    }
    return VenuePeers(**(given | more))  # type: ignore[arg-type]


@pytest.fixture
def stands(east: Machine, courier: FakeCourier) -> VenuePeers:
    return peers_at(east, courier)


def met(machine: Machine, name: str, role: str = "kiosk", *, all_but: int = 0) -> None:
    """Another machine was in touch, and knows all but so many of this one's facts."""
    held = {each: seq - all_but for each, seq in machine.store.journal.origins().items()}
    with machine.store.transaction():
        peers.met(machine.store.db, key_of(name).public, name, role, held, machine.clock.now_ms())


def said(name: str, **more: object) -> PeerStatus:
    given = {"key": key_of(name).public.hex(), "name": name, "role": "kiosk", "address": "192.0.2.7"}
    return PeerStatus(**(given | {"connected": True} | more))  # type: ignore[arg-type]


def test_what_nobody_else_has_makes_it_unsafe_to_switch_off(
    east: Machine, stands: VenuePeers, clock: Clock
) -> None:
    assert stands.standing().safe_to_switch_off
    east.record(3)
    clock.s += 60
    east.record(2)
    standing = stands.standing()
    assert (standing.only_here, standing.safe_to_switch_off) == (5, False)
    assert standing.oldest_only_here == datetime.fromtimestamp(NOON_MS / 1000 + 1000, BEIJING)
    met(east, "west", all_but=2)
    assert stands.standing().only_here == 2
    met(east, "hub", "hub")
    assert stands.standing().safe_to_switch_off


def test_states(east: Machine, courier: FakeCourier, stands: VenuePeers) -> None:
    assert peers_at(east, None).standing().state == "off"
    assert stands.standing().state == "alone"
    courier.said, courier.running = None, False
    assert stands.standing().state == "starting", "it is given a moment"
    courier.restarts = 1
    assert stands.standing().state == "failed"
    courier.said, courier.running = CourierStatus(fault_zh="端口被占了", fault_en="Its port is taken"), True
    standing = stands.standing()
    assert (standing.state, standing.problem) == ("failed", Words("端口被占了", "Its port is taken"))
    courier.said = CourierStatus()
    met(east, "west")
    assert stands.standing().state == "quiet"
    courier.said = CourierStatus(peers=(said("west"),))
    assert stands.standing().state == "connected"


def test_peers_are_named_as_the_plan_calls_them_those_with_trouble_first(
    east: Machine, courier: FakeCourier, stands: VenuePeers, clock: Clock
) -> None:
    east.record(4)
    met(east, "west", all_but=1)
    met(east, "hub", "hub")
    with east.store.transaction():
        peers.met(east.store.db, b"s" * 32, "FAIR-1", "stick", {}, clock.now_ms())
    clock.s += 400
    courier.said = CourierStatus(
        peers=(
            said("hub", role="hub", heard_s=3, waiting=7),
            said("refused", connected=False, problem_zh="证书已撤销", problem_en="Withdrawn"),
            PeerStatus("", "", "", "192.0.2.9:47615", connected=False),
        )
    )
    lines = stands.standing().peers
    assert [each.name.zh for each in lines] == ["refused", "192.0.2.9:47615", "西门 1 号机", "hub", "FAIR-1"]
    assert [each.heard_s for each in lines] == [None, None, 400, 3, 400]
    assert [each.waiting for each in lines] == [0, 0, 1, 7, 4]
    assert [each.connected for each in lines] == [False, False, False, True, False]
    assert lines[0].problem == Words("证书已撤销", "Withdrawn")


def test_a_machine_that_is_heard_through_the_hub_is_not_silent(
    east: Machine, make_machine: MakeMachine, courier: FakeCourier, stands: VenuePeers, clock: Clock
) -> None:
    west = make_machine("west")
    west.record(2)
    assert east.ledger.take(west.segments()).stored == 2
    met(east, "hub", "hub")
    courier.said = CourierStatus(peers=(said("hub", role="hub", heard_s=3, waiting=2),))
    with east.store.transaction():
        peers.heard(east.store.db, {west.store.origin: clock.now_ms() - 9000}, clock.now_ms())
    hub, through = stands.standing().peers
    assert (hub.through, through.through) == (False, True)
    assert (through.name, through.heard_s, through.waiting) == (PLACES["west"], 9, 2)
    clock.s += 600
    silent = stands.standing().peers[0]
    assert (silent.name, silent.through, silent.heard_s) == (PLACES["west"], False, 609)
    met(east, "west", all_but=1)
    clock.s += 30
    direct = next(each for each in stands.standing().peers if each.name == PLACES["west"])
    assert (direct.through, direct.heard_s, direct.waiting) == (False, 30, 1)


def copied(machine: Machine, folder: Path) -> Machine:
    """The same disk once more."""
    machine.store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    folder.mkdir()
    for file in machine.path.parent.iterdir():
        shutil.copy(file, folder / file.name)
    return Machine(machine.name, folder / "store.db", machine.trust, machine.clock, bound=False)


def forked(source: Machine, target: Machine, folder: Path) -> None:
    """Two machines go on with one disk, and the target hears of both."""
    source.record(2)
    twin = copied(source, folder)
    source.record(body=facts.StaffSignedIn("f", "here"))
    twin.record(body=facts.StaffSignedIn("f", "there"))
    assert target.ledger.take(source.segments()).stored == 3
    target.ledger.take(twin.segments())
    twin.store.close()


def test_a_fork_becomes_a_fact_once_is_shown_and_is_read(
    east: Machine, make_machine: MakeMachine, courier: FakeCourier, tmp_path: Path
) -> None:
    west = make_machine("west")
    forked(east, west, tmp_path / "twin")
    stands = peers_at(west, courier)
    assert stands.standing().forks == (), "it is no fact yet"
    stands.heed()
    stands.heed()
    assert west.store.journal.origins()[west.store.origin] == 1, "said once"
    (line,) = stands.standing().forks
    assert (line.origin, line.seq, line.own) == (east.store.origin.hex(), 3, False)
    assert line.kiosk == PLACES["east"], "named by its certificate, though it was never met"
    assert line.found_by == (PLACES["west"],)
    assert east.ledger.take(west.segments()).stored == 1
    at_east = peers_at(east, courier)
    (seen_there,) = at_east.standing().forks
    assert (seen_there.kiosk, seen_there.own) == (PLACES["east"], True)
    at_east.see_fork(seen_there.origin, seen_there.seq, "s1")
    assert at_east.standing().forks == ()
    west.ledger.take(east.segments({east.store.origin: 3}))
    assert stands.standing().forks == (), "read at one kiosk is read at all"


def test_a_fork_that_is_found_further_back_is_shown_again(east: Machine) -> None:
    db = east.store.db
    stranger = b"o" * 16
    with east.store.transaction():
        east.store.journal.append(facts.ForkFound(stranger.hex(), 9, "aa", "bb"), now_ms=NOON_MS)
        east.store.journal.append(facts.ForkSeen(stranger.hex(), 9, "s1"), now_ms=NOON_MS)
        db.conn.execute("INSERT INTO fork VALUES (?, 12, x'01', x'02')", (stranger,))
    assert forks.unseen(db) == ()
    assert forks.unsaid(db) == (), "all that comes after the first place differs too"
    with east.store.transaction():
        db.conn.execute("INSERT INTO fork VALUES (?, 4, x'01', x'02')", (stranger,))
    (body,) = forks.unsaid(db)
    assert (body.seq, body.kept, body.other) == (4, "01", "02")
    with east.store.transaction():
        east.store.journal.append(body, now_ms=NOON_MS)
    assert [(each.origin, each.seq) for each in forks.unseen(db)] == [(stranger, 4)]


def test_a_disk_of_an_older_state_goes_on_under_a_new_origin_once(
    east: Machine, courier: FakeCourier, stands: VenuePeers
) -> None:
    east.record()
    before = east.store.origin
    courier.said = CourierStatus(own_ahead=True)
    stands.heed()
    begun = east.store.origin
    assert begun != before
    stands.heed()
    assert east.store.origin == begun, "the courier says it until it has opened the store anew"
    courier.said = CourierStatus()
    stands.heed()
    assert stands.standing().own_ahead, "until staff have read it"
    stands.see_restore()
    assert not stands.standing().own_ahead
    courier.said = CourierStatus(own_ahead=True)
    stands.heed()
    assert east.store.origin != begun, "it was restored once more"


def test_a_stick_too_says_that_the_disk_is_of_an_older_state(east: Machine, courier: FakeCourier) -> None:
    sticks = FakeSticks()
    stands = peers_at(east, courier, stick=sticks)
    east.record()
    before = east.store.origin
    sticks.ahead = True
    stands.heed()
    begun = east.store.origin
    stands.heed()
    assert before != begun == east.store.origin
    assert stands.standing().own_ahead


def test_a_pack_that_is_being_fetched_is_shown(courier: FakeCourier, stands: VenuePeers) -> None:
    courier.said = CourierStatus(
        fetching=(PackStatus("bj", 4, 30, 120), PackStatus("tj", 1, 0, 0, "没有空间", "No room"))
    )
    first, second = stands.standing().fetching
    assert (first.fair.zh, first.version, first.share, first.problem) == ("bj", 4, 0.25, None)
    assert (second.share, second.problem) == (0.0, Words("没有空间", "No room"))


def test_a_pack_that_came_is_told_once_and_one_that_was_there_is_not(
    east: Machine, courier: FakeCourier
) -> None:
    stands = peers_at(east, courier, packs=frozenset({"bj v3"}))
    courier.said = CourierStatus(packs=("bj v3",))
    assert not stands.heed()
    courier.said = CourierStatus(packs=("bj v3", "bj v4"))
    assert [stands.heed(), stands.heed()] == [True, False]
    courier.said = None
    assert not stands.heed()


def test_this_kiosk_asks_to_be_let_in(courier: FakeCourier, stands: VenuePeers) -> None:
    assert stands.standing().own is None
    courier.said = CourierStatus(joining=JoiningStatus("asking", "482913", "QR", "hall-hub"))
    own = stands.standing().own
    assert own is not None
    assert (own.state, own.code, own.qr, own.hub) == ("asking", "482913", "QR", "hall-hub")


@dataclass
class FakeJoining:
    """The desk of a hub."""

    done: list[tuple[str, ...]] = field(default_factory=list)

    def asking(self) -> tuple[JoiningLine, ...]:
        return (JoiningLine("r1", "482913", Words("西门", "West"), datetime.now(BEIJING)),)

    def accept(self, request: str, staff: str) -> Words | None:
        self.done.append(("accept", request, staff))
        return None

    def refuse(self, request: str, staff: str) -> None:
        self.done.append(("refuse", request, staff))


def test_only_a_hub_lets_others_in(east: Machine, courier: FakeCourier, stands: VenuePeers) -> None:
    assert not stands.standing().hub
    assert stands.accept("r1", "s1") is None
    desk = FakeJoining()
    hub = peers_at(east, courier, joining=desk)
    assert hub.standing().hub
    assert [each.code for each in hub.standing().joining] == ["482913"]
    hub.accept("r1", "s1")
    hub.refuse("r2", "s1")
    assert desk.done == [("accept", "r1", "s1"), ("refuse", "r2", "s1")]


def test_a_stick_that_does_not_answer_is_said_and_asked_again_when_it_has(
    east: Machine, courier: FakeCourier
) -> None:
    sticks = FakeSticks()
    stands = peers_at(east, courier, stick=sticks, _find=Patience(0.05))
    sticks.stuck.set()
    assert stands.sticks() == sticks.lines
    assert stands.standing().sticks == sticks.lines
    sticks.stuck.clear()
    (line,) = stands.sticks()
    assert line.problem is not None
    assert line.name == "FAIR-1"
    assert stands.sticks() == (line,)
    assert sticks.finds == 2, "no second look waits behind the first"
    sticks.stuck.set()
    end = time.monotonic() + 10
    while stands.sticks() != sticks.lines:
        assert time.monotonic() < end
    assert stands.stick_out("/media/FAIR-1").done


def test_a_fair_that_was_erased_elsewhere_only(east: Machine, make_machine: MakeMachine) -> None:
    west = make_machine("west")
    west.register()
    erasure.erase_persons(west.store, fair="f", now_ms=NOON_MS)
    assert erasure.erased_elsewhere(west.store) == frozenset()
    east.ledger.take(west.segments())
    assert erasure.erased_elsewhere(east.store) == {"f"}
    erasure.erase_persons(east.store, fair="f", now_ms=NOON_MS)
    assert erasure.erased_elsewhere(east.store) == frozenset()


def test_what_waits_names_whose_it_is(east: Machine, make_machine: MakeMachine, courier: FakeCourier) -> None:
    west = make_machine("west")
    west.record(3)
    west.segments()
    west.record(4)
    (late,) = west.segments({west.store.origin: 3})
    with east.store.transaction():
        parked.park(east.store.db, parked.Parked(west.store.origin, 4, 7, late))
    standing = peers_at(east, courier).standing()
    assert standing.parked == 4
    assert standing.parked_words is not None
    assert standing.parked_words.zh == "西门 1 号机的 4 条要等它前面的 3 条，请向它要 U 盘。"
