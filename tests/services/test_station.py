"""What staff do to the kiosk itself: its place, clock, fair, and end; each a fact with who did it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from kiosk.domain import facts
from kiosk.domain.fair import BEIJING, REHEARSAL, FairDay, StaffRole
from kiosk.domain.reasons import Reason
from kiosk.domain.words import Words
from kiosk.services.clock_setting import ClockSet, ClockSetting, SetState
from kiosk.services.duty import NotTheirs
from kiosk.services.fair_choice import FairChoice, Trial
from kiosk.services.machine import NoMachine, Refusal
from kiosk.services.peers import NoPeers, PeerLine, SyncStanding
from kiosk.services.places import Places
from kiosk.services.season import Season
from kiosk.services.shut_down import ShutDown
from kiosk.services.upkeep import StorageStanding
from kiosk.store.ballast import BallastState
from kiosk.store.bodies import decode

WEST = Words("西门 1 号机", "West 1")


@dataclass
class Toml:
    """Stands for kiosk.toml."""

    written: list[tuple[str, Mapping[str, object]]] = field(default_factory=list)

    def __call__(self, table: str, values: Mapping[str, object]) -> None:
        self.written.append((table, values))


class Others(NoPeers):
    """Other machines, as a test says."""

    def __init__(self, **standing: Any) -> None:
        self.said = SyncStanding("connected", **standing)

    def standing(self) -> SyncStanding:
        return self.said


def bodies(bench: Any, kind: type[Any]) -> list[Any]:
    return [
        decode(each.kind, each.body) for each in bench.gate.store.journal.facts() if each.kind == kind.kind
    ]


def changed(bench: Any) -> list[tuple[str, str, str]]:
    return [(each.setting, each.value, each.by) for each in bodies(bench, facts.SettingChanged)]


# ---- place


def places(bench: Any, *peers: PeerLine) -> tuple[Places, Toml]:
    toml = Toml()
    way = bench.wayfinding
    return Places(bench.gate, way.plan, way.place, Others(peers=peers), toml), toml


def test_the_plans_places_with_their_gates(east: Any) -> None:
    lines = places(east)[0].lines()
    assert [(each.id, each.name.en, each.gate.en, each.here) for each in lines] == [
        ("east-1", "East 1", "East gate", True),
        ("west-1", "West 1", "West gate", False),
    ]
    assert (lines[0].level, lines[0].x_m, lines[0].y_m) == ("1", 11, 30)


@pytest.mark.parametrize(
    ("peer", "said"),
    [
        (PeerLine(WEST, "kiosk", connected=True, heard_s=2, waiting=0), "connected now"),
        (PeerLine(WEST, "kiosk", connected=False, heard_s=130, waiting=0), "2 min ago"),
        (PeerLine(WEST, "kiosk", connected=False, heard_s=3600, waiting=0), ""),
        (PeerLine(WEST, "kiosk", connected=False, heard_s=None, waiting=0), ""),
        (PeerLine(WEST, "stick", connected=True, heard_s=1, waiting=0), ""),
    ],
)
def test_a_place_that_another_kiosk_at_work_has_is_said(east: Any, peer: PeerLine, said: str) -> None:
    line = places(east, peer)[0].lines()[1]
    assert (line.taken.en if line.taken else "").endswith(said)
    assert (line.taken is None) == (said == "")


def test_a_place_is_kept_and_a_fact(east: Any) -> None:
    service, toml = places(east)
    assert service.choose("west-1", "s1") is None
    assert toml.written == [("", {"place": "west-1"})]
    assert changed(east) == [("place", "west-1", "s1")]


def test_a_place_that_there_is_not_changes_nothing(east: Any) -> None:
    service, toml = places(east)
    assert isinstance(service.choose("north-9", "s1"), Refusal)
    assert toml.written == []
    assert changed(east) == []


# ---- clock


@dataclass
class HandSet:
    """A clock in use over the bench's, as a test moves it."""

    clock: Any
    runs: str = "machine"

    def set_own(self, moment: datetime) -> None:
        self.clock.moment = moment
        self.runs = "sample" if self.runs == "sample" else "own"

    def follow_machine(self) -> None:
        self.runs = "machine"


@dataclass
class Settable(NoMachine):
    """A machine whose clock the kiosk may set."""

    clock: Any
    set_to: list[datetime] = field(default_factory=list)

    def set_clock(self, moment: datetime) -> Refusal | None:
        self.set_to.append(moment)
        self.clock.moment = moment
        return None


def set_to(clock: ClockSetting, moment: datetime, *, sure: bool = False) -> ClockSet:
    """As the window does, on one thread."""
    stopped = clock.look_at(moment, "s1", sure=sure)
    return stopped or clock.settle(moment, clock.set_machine(moment), "s1")


def setting(bench: Any, machine: Any = None, runs: str = "machine") -> ClockSetting:
    machine = machine or NoMachine()
    return ClockSetting(bench.gate, HandSet(bench.clock, runs), machine, bench.clock.now_ms)


def test_the_machines_clock_is_set_where_that_is_allowed(east: Any) -> None:
    machine = Settable(east.clock)
    clock = setting(east, machine)
    later = east.clock.moment + timedelta(hours=2)
    done = set_to(clock, later)
    assert (done.state, done.machine) == (SetState.SET, None)
    assert machine.set_to == [later]
    assert clock.clock.runs == "machine"
    assert changed(east) == [("clock", "2026-11-28 11:24", "s1")]
    assert bodies(east, facts.ClockConfirmed) == [facts.ClockConfirmed(east.gate.fair.id, 0, "s1")]


def test_where_it_is_not_the_kiosk_keeps_its_own_and_says_why(east: Any) -> None:
    clock = setting(east)
    later = east.clock.moment + timedelta(hours=2)
    done = set_to(clock, later)
    assert done.state is SetState.SET
    assert done.machine is not None
    assert (clock.clock.runs, east.clock.moment) == ("own", later)


def test_a_sample_fairs_clock_never_touches_the_machines(east: Any) -> None:
    machine = Settable(east.clock)
    clock = setting(east, machine, "sample")
    later = east.clock.moment + timedelta(hours=2)
    assert set_to(clock, later).state is SetState.SET
    assert machine.set_to == []
    assert east.clock.moment == later


@pytest.mark.parametrize("days", [-367, 367, -20_000])
def test_a_year_away_from_the_fair_is_no_time_of_it(east: Any, days: int) -> None:
    clock, before = setting(east), east.clock.moment
    done = set_to(clock, before + timedelta(days=days), sure=True)
    assert done.state is SetState.REFUSED
    assert "2026" in done.words.en
    assert east.clock.moment == before
    assert changed(east) == []


def test_before_the_newest_record_it_asks_and_then_people_are_let_in(east: Any, codes: Any) -> None:
    """The clock was a day ahead, and facts were recorded so: it can be put right, and their time never goes
    back."""
    right = east.clock.moment
    east.clock.moment = right + timedelta(days=1)
    east.gate.scan(codes(1))
    newest = max(each.time for each in east.gate.store.journal.facts())
    clock = setting(east, Settable(east.clock))
    asked = set_to(clock, right)
    assert asked.state is SetState.ASKS
    assert "29 Nov" in asked.words.en
    assert changed(east) == []
    assert set_to(clock, right, sure=True).state is SetState.SET
    assert clock.standing().trusted
    assert clock.standing().newest is not None
    assert east.gate.scan(codes(1)).decision.reason is Reason.WELCOME
    times = [each.time for each in east.gate.store.journal.facts()]
    assert times == sorted(times)
    assert times[-1] > newest


def test_a_time_of_its_own_is_looked_at_after_the_machine_was_off(east: Any) -> None:
    clock = setting(east, runs="own_unsure")
    assert [(need.level, need.leads_to) for need in clock.needs()] == [("notice", "time")]
    clock.confirm("s1")
    assert clock.needs() == ()
    assert clock.clock.runs == "own"
    assert len(bodies(east, facts.ClockConfirmed)) == 1


def test_how_the_clock_stands(east: Any) -> None:
    clock = replace(setting(east), machine_ms=lambda: east.clock.now_ms() - 60_000)
    standing = clock.standing()
    assert (standing.runs, standing.ahead_ms, standing.trusted, standing.newest) == (
        "machine",
        60_000,
        True,
        None,
    )


# ---- fair and rehearsal


def choice(bench: Any, *others: Any, trial: Trial | None = None) -> tuple[FairChoice, Toml]:
    toml = Toml()
    season = Season(lambda: others, bench.gate.fair)
    return FairChoice(bench.gate, season, toml, lambda _fair: trial or Trial()), toml


def other(bench: Any, fair_id: str, *days: date) -> Any:
    return replace(bench.gate.fair, id=fair_id, days=tuple(FairDay(day, 540, 960) for day in days))


def test_todays_fair_is_first_then_those_to_come_then_those_over(east: Any) -> None:
    service, _ = choice(
        east,
        other(east, "next", date(2026, 12, 5)),
        other(east, "over", date(2026, 11, 7)),
        other(east, "also-today", date(2026, 11, 27), date(2026, 11, 28)),
        None,
    )
    standing = service.standing()
    assert [(each.fair.id, each.today, each.over) for each in standing.lines] == [
        ("also-today", True, False),
        (east.gate.fair.id, True, False),
        ("next", False, False),
        ("over", False, True),
    ]
    assert (standing.unread, standing.rehearsing, standing.rehearsed) == (1, False, 0)


def test_a_fair_is_kept_and_a_fact(east: Any) -> None:
    service, toml = choice(east)
    assert service.choose("next", "s1") is None
    assert toml.written == [("", {"fair": "next"})]
    assert changed(east) == [("fair", "next", "s1")]


def test_a_place_that_the_other_fair_does_not_have_is_let_go(east: Any) -> None:
    service, toml = choice(east, trial=Trial(has_place=False))
    assert service.choose("next", "s1") is None
    assert toml.written == [("", {"fair": "next", "place": ""})]
    assert ("place", "", "s1") in changed(east)


def test_a_fair_that_does_not_open_is_not_chosen(east: Any) -> None:
    service, toml = choice(east, trial=Trial(Words("坏了", "damaged")))
    refusal = service.choose("next", "s1")
    assert refusal is not None
    assert refusal.words.en == "damaged"
    assert toml.written == []
    assert changed(east) == []


def test_a_rehearsal_begins_and_ends_and_says_whom_it_let_in(east: Any, codes: Any) -> None:
    service, toml = choice(east)
    service.rehearse(True, "s1")
    rehearsed = replace(east.gate, fair=replace(east.gate.fair, id=east.gate.fair.id + REHEARSAL))
    rehearsed.scan(codes(1))
    at_it = replace(service, gate=rehearsed)
    assert at_it.rehearsing
    assert at_it.standing().rehearsed == 1
    at_it.rehearse(False, "s1")
    assert toml.written == [("", {"rehearsal": True}), ("", {"rehearsal": False})]
    assert changed(east) == [("rehearsal", "true", "s1"), ("rehearsal", "false", "s1")]


def test_nothing_of_it_is_anybodys_but_who_manages(east: Any) -> None:
    helper = replace(east.gate.fair.staff[0], roles=(StaffRole.GATE, StaffRole.HELP))
    east.gate = replace(east.gate, fair=replace(east.gate.fair, staff=(helper,)))
    toml = Toml()
    clock = setting(east)
    for act in (
        lambda: replace(places(east)[0], keep=toml).choose("west-1", "s1"),
        lambda: replace(choice(east)[0], keep=toml).choose("next", "s1"),
        lambda: replace(choice(east)[0], keep=toml).rehearse(True, "s1"),
        lambda: set_to(clock, east.clock.moment),
        lambda: clock.confirm("s1"),
        lambda: ending(east, NoPeers()).permit("s1"),
    ):
        with pytest.raises(NotTheirs):
            act()
    assert toml.written == []
    assert changed(east) == []


# ---- the end


def ending(bench: Any, peers: Any, minutes: int | None = 5, fault: Words | None = None) -> ShutDown:
    now_ms = 10**12
    last_ms = None if minutes is None else now_ms - minutes * 60_000
    storage = StorageStanding(BallastState.WHOLE, 10**9, last_ms, fault, now_ms)
    return ShutDown(bench.gate, bench.queue, peers, lambda: storage)


def told(service: ShutDown) -> list[tuple[str, str]]:
    return [(each.level, each.title.en) for each in service.standing().remarks]


def test_what_is_elsewhere_too_may_be_switched_off(east: Any) -> None:
    service = ending(east, Others())
    assert told(service) == [
        ("admit", "Every record is elsewhere too"),
        ("admit", "Backed up 5 min ago"),
    ]
    assert service.standing().level == "admit"


def test_what_only_this_kiosk_has_is_said_first(east: Any, codes: Any) -> None:
    east.gate.scan(codes(1))  # with a badge to print
    assert east.queue.standing().waiting_count == 1
    service = ending(east, Others(only_here=214), minutes=None)
    assert told(service) == [
        ("refuse", "214 facts are only here"),
        ("notice", "Badges still to print: 1"),
        ("admit", "No backup since this start"),
    ]
    assert service.standing().only_here == 214


def test_a_stick_that_is_being_written_and_a_backup_that_failed(east: Any) -> None:
    peers = Others()
    peers.share = 0.4
    service = ending(east, peers, fault=Words("满了", "full"))
    assert told(service)[0] == ("refuse", "A stick is being written")
    assert ("notice", "The backup failed") in told(service)


def test_without_sync_the_records_are_here_alone(east: Any) -> None:
    assert told(ending(east, NoPeers()))[0] == (
        "notice",
        "Sync is off: records are here and in the backup alone",
    )


def test_the_end_is_a_fact(east: Any) -> None:
    ending(east, NoPeers()).record(again=True, by="s1")
    assert bodies(east, facts.KioskShutDown) == [facts.KioskShutDown(again=True, by="s1")]


def test_moments_are_told_in_beijing(east: Any) -> None:
    clock = setting(east)
    utc = datetime(2026, 11, 28, 3, 0, tzinfo=BEIJING) + timedelta(hours=8)
    set_to(clock, utc.astimezone(None))
    assert changed(east)[0][1] == "2026-11-28 11:00"
