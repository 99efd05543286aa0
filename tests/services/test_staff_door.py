"""Signing in at a kiosk: tries are facts, waits grow, and no clock, plug or restart shortens them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain import facts
from kiosk.domain.staff_duties import Act
from kiosk.services.duty import NotTheirs, require
from kiosk.services.staff_door import FREE_TRIES, WAITS_S, StaffDoor, wait_s
from kiosk.store.migrations import open_store

ROOT = Path(__file__).parents[2]


@dataclass
class Seconds:
    """A monotonic clock that a test moves on."""

    at: float = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


def door_of(bench: Any, seconds: Seconds) -> StaffDoor:
    """As after a start of the kiosk."""
    return StaffDoor(bench.gate, seconds)


def miss(door: StaffDoor, times: int = 1) -> int:
    """So many wrong PINs, each behind the wait of the one before; how long the last made everybody wait."""
    left = 0
    for _ in range(times):
        door.monotonic_s.at += left
        left = door.sign_in("1111").paused_s
    return left


def kinds(bench: Any) -> list[str]:
    return [fact.kind for fact in bench.gate.store.journal.facts(bench.gate.store.journal.origin)]


def test_the_wait_grows_to_five_minutes_and_ends_with_the_right_pin(east: Any, seconds: Seconds) -> None:
    door = door_of(east, seconds)
    assert miss(door, FREE_TRIES - 1) == 0
    for wait in (*WAITS_S, WAITS_S[-1]):
        assert miss(door) == wait
        seconds.at += wait - 0.5
        assert door.sign_in("2468").paused_s == 1  # it would be right, and does not count
        seconds.at += 0.5
    assert door.sign_in("2468").member.id == "s1"
    assert miss(door, FREE_TRIES - 1) == 0


def test_every_try_is_a_fact_before_it_is_looked_at(east: Any, seconds: Seconds) -> None:
    door = door_of(east, seconds)
    assert door.try_pin() == 0
    assert kinds(east)[-1] == "pin_tried"
    member = door.find("2468")
    assert kinds(east)[-1] == "pin_tried"
    door.answer(member)
    assert kinds(east)[-1] == "staff_signed_in"


def test_what_does_not_count_is_no_fact(east: Any, seconds: Seconds) -> None:
    door = door_of(east, seconds)
    miss(door, FREE_TRIES)
    before = len(kinds(east))
    assert door.sign_in("1111").paused_s == door.sign_in("2468").paused_s == WAITS_S[0]
    assert len(kinds(east)) == before


def test_a_start_gives_no_try_back_and_the_wait_begins_anew(east: Any, seconds: Seconds) -> None:
    miss(door_of(east, seconds), FREE_TRIES + 1)
    seconds.at += 59
    again = door_of(east, seconds)
    assert again.wait_s() == WAITS_S[1]
    seconds.at += WAITS_S[1]
    assert again.wait_s() == 0
    assert miss(again) == WAITS_S[2]


@pytest.mark.parametrize("turned", [timedelta(days=-9), timedelta(days=9)])
@pytest.mark.parametrize("restarted", [False, True])
def test_a_turned_clock_neither_shortens_nor_lengthens_it(
    east: Any, seconds: Seconds, turned: timedelta, restarted: bool
) -> None:
    door = door_of(east, seconds)
    miss(door, FREE_TRIES)
    east.clock.moment += turned
    if restarted:
        door = door_of(east, seconds)
    assert door.wait_s() == WAITS_S[0]
    seconds.at += WAITS_S[0]
    assert door.sign_in("2468").member.id == "s1"


def test_other_facts_between_do_not_count(east: Any, seconds: Seconds, codes: Callable[[int], str]) -> None:
    door = door_of(east, seconds)
    for number in (1, 2, 4):
        assert miss(door) == 0
        east.gate.scan(codes(number))
    assert door_of(east, seconds)._wrong() == door._wrong() == 3


def test_everybodys_hash_is_checked_whoever_it_is(east: Any, seconds: Seconds) -> None:
    first = east.gate.fair.staff[0]
    staff = (first, *(replace(first, id=f"s{at}", pin_hash=str(at)) for at in range(2, 6)))
    checked: list[str] = []

    def checks(pin: str, text: str) -> bool:
        checked.append(text)
        return text == first.pin_hash

    gate = replace(east.gate, fair=replace(east.gate.fair, staff=staff))
    assert StaffDoor(gate, seconds, checks).find("2468") is first
    assert checked == [each.pin_hash for each in staff]


def test_what_is_not_theirs_is_said_with_whom_to_ask(east: Any) -> None:
    require(east.gate.fair, "s1", Act.SHUT_DOWN)
    with pytest.raises(NotTheirs) as refused:
        require(east.gate.fair, "somebody", Act.SHUT_DOWN)
    assert "值班名单" in refused.value.words.zh


CRASHES = """
import os, signal, sys
from pathlib import Path
from kiosk.domain import facts
from kiosk.store.migrations import open_store

store = open_store(Path(sys.argv[1]), b"s" * 32)
with store.transaction():
    store.journal.append(facts.PinTried("f"), now_ms=1)
os.kill(os.getpid(), signal.SIGKILL)  # the plug, before anything is checked
"""


def test_a_pulled_plug_gives_no_try_back(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    for _ in range(2):
        ran = subprocess.run(
            [sys.executable, "-c", CRASHES, str(path)], cwd=ROOT, env=os.environ, check=False, timeout=60
        )
        assert ran.returncode == -9
    store = open_store(path, b"s" * 32)
    try:
        assert store.journal.count(facts.PinTried, beyond=0) == 2
    finally:
        store.close()


@pytest.mark.parametrize(
    ("wrong", "waits_s"), [(0, 0), (4, 0), (5, 30), (6, 60), (8, 240), (9, 300), (99, 300)]
)
def test_how_long(wrong: int, waits_s: int) -> None:
    assert wait_s(wrong) == waits_s
