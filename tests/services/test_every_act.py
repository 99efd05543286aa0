"""Every act of staff, by every role: what is not theirs is refused with words, and changes nothing."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import kiosk.services
from kiosk.app.peers import VenuePeers
from kiosk.badges.imposition import read_sheets
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.batch import Order
from kiosk.domain.fair import StaffMember, StaffRole
from kiosk.domain.staff_duties import COMMAND_LINE, NEEDS, Act
from kiosk.domain.words import Words
from kiosk.services.clock_setting import ClockSetting
from kiosk.services.duty import NotTheirs
from kiosk.services.fair_choice import FairChoice, Trial
from kiosk.services.local_settings import LocalSettings
from kiosk.services.machine import NoMachine
from kiosk.services.peers import NoPeers
from kiosk.services.places import Places
from kiosk.services.printing.batch_values import BatchWish
from kiosk.services.printing.batches import Batches
from kiosk.services.scanner_choice import ScannerChoice
from kiosk.services.season import Season
from kiosk.services.shut_down import ShutDown
from kiosk.services.staff_door import StaffDoor
from kiosk.services.values import LocalValues

ROOT = Path(__file__).parents[2]
ROLES = {
    "s1": (StaffRole.MANAGE,),
    "gate": (StaffRole.GATE,),
    "print": (StaffRole.PRINT,),
    "help": (StaffRole.HELP,),
    "two": (StaffRole.HELP, StaffRole.PRINT),
}
STAFF = tuple(StaffMember(each, each, "", roles) for each, roles in ROLES.items())
WISH = BatchWish((BadgeType.GRADUATE,), Order.NAMES, "a4_4_a6")
NOTHING = Words("", "")
BADGE = b"k" * 32


class Runs:
    """A clock in use that is set as it is told."""

    runs = "own"

    def set_own(self, moment: datetime) -> None:
        """Nothing here looks at it."""

    def follow_machine(self) -> None:
        """Likewise."""


class Everything:
    """One kiosk's services, and what its staff can do with each."""

    def __init__(self, bench: Any) -> None:
        self.bench = bench
        self.store = bench.gate.store
        self.batches = Batches(
            bench.gate,
            bench.issuing,
            bench.queue.renderer,
            read_sheets(ROOT / "resources" / "sheet_layouts"),
            bench.queue.outlets,
            (),
        )
        self.door = StaffDoor(bench.gate)
        way, values = bench.wayfinding, LocalValues("zh", False, True, 860.0)
        self.settings = LocalSettings(
            bench.gate, way.place, bench.day.standing, "0", values, lambda _table, _values: None
        )
        self.places = Places(bench.gate, way.plan, way.place, NoPeers(), lambda _table, _values: None)
        self.clock = ClockSetting(bench.gate, Runs(), NoMachine(), bench.clock.now_ms)
        self.scanners = ScannerChoice(bench.gate, lambda _table, _all: None)
        season = Season(lambda: None, bench.gate.fair)
        self.fair = FairChoice(bench.gate, season, lambda _table, _values: None, lambda _fair: Trial())
        self.shut_down = ShutDown(bench.gate, bench.queue, NoPeers(), lambda: None)
        bench.corrections.admit(2, "s1")
        self.check_in = (self.store.origin.hex(), 1)
        self.peers = VenuePeers(
            bench.gate.fair,
            self.store,
            bench.clock,
            bench.clock.now_ms,
            BADGE,
            lambda _key: None,
            NOTHING,
            {},
        )

    def facts(self) -> int:
        return self.store.journal.origins().get(self.store.origin, 0)


def _answered(all_: Everything, by: str) -> None:
    batch = all_.batches.book.open_batch() or all_.batches.book.order(WISH, "s1")
    line = all_.batches.book.open_batch()
    assert batch
    assert line
    papers = all_.batches.book.papers(line.batch, line.wish.desk, line.wish.row)
    all_.batches.answer(all_.batches.lay_out(line.wish, papers), True, by)


Done = Callable[[Everything, str], Any]
PLACES = ((b"o" * 16, 1),)
ACTS: dict[str, tuple[Act, Done]] = {
    "Corrections.admit": (Act.ADMIT, lambda all_, by: all_.bench.corrections.admit(1, by)),
    "Corrections.override": (Act.OVERRIDE, lambda all_, by: all_.bench.corrections.override(3, "known", by)),
    "Corrections.undo": (Act.UNDO, lambda all_, by: all_.bench.corrections.undo(*all_.check_in, by)),
    "Corrections.undo_last": (Act.UNDO, lambda all_, by: all_.bench.corrections.undo_last(2, by)),
    "Corrections.bar": (Act.BAR, lambda all_, by: all_.bench.corrections.bar(1, True, by)),
    "Corrections.withdraw_key": (Act.KEYS, lambda all_, by: all_.bench.corrections.withdraw_key(7, 1, by)),
    "Corrections.confirm_clock": (Act.CLOCK, lambda all_, by: all_.bench.corrections.confirm_clock(by)),
    "Corrections.see_rescue": (Act.UPKEEP, lambda all_, by: all_.bench.corrections.see_rescue(by)),
    "Doubles.resolve": (Act.RESOLVE, lambda all_, by: all_.bench.doubles.resolve(PLACES, "mistake", by)),
    "Doubles.undo": (Act.UNDO, lambda all_, by: all_.bench.doubles.undo(PLACES[0], by)),
    "Doubles.revoke": (Act.REVOKE, lambda all_, by: all_.bench.doubles.revoke(PLACES, by)),
    "Doubles.bar": (Act.BAR, lambda all_, by: all_.bench.doubles.bar(PLACES, by)),
    "Stalls.release": (Act.RELEASE, lambda all_, by: all_.bench.stalls.release(by)),
    "Stalls.restore": (Act.RELEASE, lambda all_, by: all_.bench.stalls.restore(("A001",), by)),
    "Floor.close": (Act.CLOSE, lambda all_, by: all_.bench.floor.close(("x",), by)),
    "Floor.open": (Act.CLOSE, lambda all_, by: all_.bench.floor.open(("x",), by)),
    "Floor.close_stalls": (Act.CLOSE, lambda all_, by: all_.bench.floor.close_stalls(("A001",), by)),
    "Floor.open_stalls": (Act.CLOSE, lambda all_, by: all_.bench.floor.open_stalls(("A001",), by)),
    "Floor.move": (Act.MOVE, lambda all_, by: all_.bench.floor.move("A001", "A009", by)),
    "Floor.move_back": (Act.MOVE, lambda all_, by: all_.bench.floor.move_back("A001", by)),
    "BadgeDesk.reprint": (Act.PRINT, lambda all_, by: all_.bench.desk.reprint(1, "first", by)),
    "BadgeDesk.reissue": (Act.REISSUE, lambda all_, by: all_.bench.desk.reissue(1, "lost", by)),
    "BadgeDesk.revoke": (Act.REVOKE, lambda all_, by: all_.bench.desk.revoke(1, "lost", by)),
    "Gate.set_paused": (Act.PAUSE, lambda all_, by: all_.bench.gate.set_paused(True, by)),
    "Delegations.arrive": (Act.ARRIVE, lambda all_, by: all_.bench.delegations.arrive(1, (), by)),
    "PrintQueue.answer": (Act.JOBS, lambda all_, by: all_.bench.queue.answer(1, True, by)),
    "PrintQueue.cancel": (Act.JOBS, lambda all_, by: all_.bench.queue.cancel(1, by)),
    "BatchBook.order": (Act.BATCH, lambda all_, by: all_.batches.book.order(WISH, by)),
    "BatchBook.end": (Act.BATCH, lambda all_, by: all_.batches.book.end(1, by)),
    "Batches.answer": (Act.BATCH, _answered),
    "VenuePeers.accept": (Act.JOIN, lambda all_, by: all_.peers.accept("r1", by)),
    "VenuePeers.refuse": (Act.JOIN, lambda all_, by: all_.peers.refuse("r1", by)),
    "VenuePeers.see_fork": (Act.UPKEEP, lambda all_, by: all_.peers.see_fork("00" * 16, 1, by)),
    "LocalSettings.change": (Act.SETTINGS, lambda all_, by: all_.settings.change(all_.settings.values, by)),
    "Places.choose": (Act.SETTINGS, lambda all_, by: all_.places.choose("west-1", by)),
    "ScannerChoice.change": (Act.SETTINGS, lambda all_, by: all_.scanners.change((), by)),
    "ClockSetting.confirm": (Act.CLOCK, lambda all_, by: all_.clock.confirm(by)),
    "ClockSetting.look_at": (Act.CLOCK, lambda all_, by: all_.clock.look_at(all_.bench.clock.moment, by)),
    "ClockSetting.settle": (
        Act.CLOCK,
        lambda all_, by: all_.clock.settle(all_.bench.clock.moment, None, by),
    ),
    "FairChoice.choose": (Act.FAIR, lambda all_, by: all_.fair.choose("test-fair", by)),
    "FairChoice.rehearse": (Act.FAIR, lambda all_, by: all_.fair.rehearse(True, by)),
    "ShutDown.permit": (Act.SHUT_DOWN, lambda all_, by: all_.shut_down.permit(by)),
    "StaffDoor.installs": (Act.PACK, lambda all_, by: all_.door.installs(by, NOTHING, 3)),
    "StaffDoor.require": (Act.SHUT_DOWN, lambda all_, by: all_.door.require(by, Act.SHUT_DOWN)),
}
"""What staff can do, by class and method: which act it is, and how it is done."""

WITHIN = {
    "Reprints.ask": "asked by BadgeDesk, inside its transaction",
    "Reprints.withdraw": "asked by BadgeDesk, inside its transaction",
    "Jobs.recall": "asked by PrintQueue and Reprints, inside theirs",
    "LocalSettings.turned": "asked by StaffDoor before the machine is turned up or down",
    "ShutDown.record": "what ShutDown.permit has allowed is being done",
    "StaffLog.page": "read, by each as far as they may: test_staff_log",
    "Batches.record": "what became of a run that was ordered; staff say it by Batches.answer",
    "Batches.finish": "the end of a batch that was ordered",
    "Batches.step": "one run of a batch that was ordered",
}
"""What takes a member of staff and asks nothing, because what leads to it has."""


@pytest.fixture
def everything(east: Any) -> Everything:
    fair = replace(east.gate.fair, staff=STAFF)
    for service in (east.gate, east.issuing):
        object.__setattr__(service, "fair", fair)
    return Everything(east)


@pytest.mark.parametrize("name", ACTS)
def test_every_role(everything: Everything, name: str) -> None:
    act, do = ACTS[name]
    for by, roles in ROLES.items():
        if StaffRole.MANAGE in roles or NEEDS[act].intersection(roles):
            do(everything, by)
            continue
        before = everything.facts()
        with pytest.raises(NotTheirs) as refused:
            do(everything, by)
        assert everything.facts() == before
        able = [each.name for each in STAFF if NEEDS[act].intersection(each.roles)] or ["s1"]
        assert all(each in refused.value.words.zh and each in refused.value.words.en for each in able)
    with pytest.raises(NotTheirs):
        do(everything, "nobody")
    do(everything, COMMAND_LINE)


def _takes_staff() -> Iterator[str]:
    """Every public method of the services, and of what app puts in their place, that takes a member of
    staff."""
    classes = {VenuePeers}
    for info in pkgutil.walk_packages(kiosk.services.__path__, "kiosk.services."):
        module = importlib.import_module(info.name)
        own = (each for _, each in inspect.getmembers(module, inspect.isclass))
        classes |= {each for each in own if each.__module__ == module.__name__}
    for each in classes:
        protocol = getattr(each, "_is_protocol", False)
        for name, method in inspect.getmembers(each, inspect.isfunction):
            given = inspect.signature(method).parameters
            if not protocol and not name.startswith("_") and not {"staff", "by"}.isdisjoint(given):
                yield f"{each.__name__}.{name}"


def test_nothing_that_takes_a_member_of_staff_is_forgotten() -> None:
    nobody = {"NoPeers.accept", "NoPeers.refuse", "NoPeers.see_fork"}
    issuing = {"Issuing.issue", "Issuing.revoke", "Issuing.request_print", "Issuing.issue_reserved"}
    known = {*ACTS, *WITHIN, *nobody, *issuing}
    assert set(_takes_staff()) - known == set()
    assert set(WITHIN) <= set(_takes_staff())


def test_every_act_has_a_role() -> None:
    assert set(NEEDS) == set(Act)
    assert all(NEEDS.values())
