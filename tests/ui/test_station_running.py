"""A running kiosk that staff move, let rehearse, start again and switch off: real services, by touch."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.app import State, open_kiosk, provider
from kiosk.app.keys import unseal_for
from kiosk.config import read
from kiosk.domain import facts
from kiosk.domain.fair import REHEARSAL
from kiosk.services.upkeep import Upkeep
from kiosk.store import backup
from kiosk.store.bodies import decode
from kiosk.store.migrations import open_store
from kiosk.ui import ending
from kiosk.ui.hand import Hand
from kiosk.ui.running import Running
from kiosk.ui.settings import WindowSettings
from tests.fakes.small_venue import SmallVenue, build_venue

WINDOW = WindowSettings(fullscreen=False)
PIN = "2468"
ENDED: set[Running] = set()
"""Those whose event loop was run to its end, which closes them."""


@pytest.fixture(scope="module")
def venue(tmp_path_factory: pytest.TempPathFactory) -> SmallVenue:
    return build_venue(tmp_path_factory.mktemp("venue"))


@pytest.fixture
def state(venue: SmallVenue, tmp_path: Path) -> State:
    """A machine at the east gate that was never opened, all by itself."""
    _, state, _ = venue.machine(tmp_path / "east-1", "east-1")
    return state


@pytest.fixture
def run(
    application: QGuiApplication, qt_messages: list[str], tmp_path: Path
) -> Iterator[Callable[[State], tuple[Running, Hand]]]:
    """Opens a running kiosk on a state folder; kiosk.toml is read at every opening, as `kiosk run` does."""
    opened_all: list[Running] = []

    def open_on(state: State) -> tuple[Running, Hand]:
        def opening() -> Any:
            settings = read(state.config)
            return open_kiosk(settings, state, provider(settings, state, str))

        opened = Running(WINDOW, opening, still=True)
        opened.show()
        opened_all.append(opened)
        hand = Hand(opened, tmp_path / "pictures")
        hand.wait(lambda: opened.opened is not None, "the services")
        hand.rest()
        return opened, hand

    yield open_on
    for each in opened_all:
        if each not in ENDED:
            each.close()
    ENDED.clear()


def sign_in(running: Running, hand: Hand) -> None:
    running.window.models.navigation.go("staff")
    hand.rest()
    for digit in PIN:
        running.window.models.staff.digit(digit)
    running.window.models.staff.sign_in()
    hand.wait(lambda: running.window.models.staff.signed_in, "signing in")
    hand.rest()


def recorded(state: State, kind: type[Any]) -> list[Any]:
    """What the store holds, once it is closed."""
    settings = read(state.config)
    store = open_store(state.store, provider(settings, state, str).load().store_key)
    try:
        assert store.journal.verify() == ()
        return [decode(each.kind, each.body) for each in store.journal.facts() if each.kind == kind.kind]
    finally:
        store.close()


def changed(running: Running) -> list[tuple[str, str, str]]:
    journal = running.opened.store.journal
    found: list[tuple[str, str, str]] = []

    def look() -> None:
        bodies: list[Any] = [
            decode(each.kind, each.body) for each in journal.facts() if each.kind == facts.SettingChanged.kind
        ]
        found.extend((each.setting, each.value, each.by) for each in bodies)

    running.window.bridge.finish(look)
    return found


def test_a_place_is_chosen_by_touch_and_held_at_once(state: State, run: Any) -> None:
    running, hand = run(state)
    assert running.opened.services.place.id == "east-1"
    before = running.opened
    sign_in(running, hand)
    for text in ("staff.title_settings", "keeper.link_place"):
        hand.touch(text)
    hand.touch_named("西门 1 号机")
    hand.touch("keeper.stand_here")
    hand.wait(lambda: running.opened is not None and running.opened is not before, "the services anew")
    staff = running.window.models.staff
    hand.wait(lambda: staff.place.outcome == "moved", "the place")
    assert running.opened.services.place.id == "west-1"
    assert running.opened.services.wayfinding.place.id == "west-1"
    assert staff.place.floorMap.place.id == "west-1"
    assert staff.signed_in
    assert read(state.config).place == "west-1"
    assert changed(running) == [("place", "west-1", "s1")]


def test_a_rehearsal_begins_and_ends_by_touch(state: State, run: Any) -> None:
    running, hand = run(state)
    for rehearses in (True, False):
        before = running.opened
        sign_in(running, hand)
        for text in ("staff.title_settings", "keeper.link_fair"):
            hand.touch(text)
        hand.touch("keeper.rehearsal_begin" if rehearses else "keeper.rehearsal_end")  # asks
        hand.touch("keeper.rehearsal_begin" if rehearses else "keeper.rehearsal_end")
        hand.wait(
            lambda b=before: running.opened is not None and running.opened is not b, "the services anew"
        )
        hand.rest()
        assert running.opened.services.fair.id.endswith(REHEARSAL) is rehearses
        assert running.window.models.home.rehearsing is rehearses
        assert not running.window.models.staff.signed_in
        assert read(state.config).rehearsal is rehearses
    assert changed(running) == [("rehearsal", "true", "s1"), ("rehearsal", "false", "s1")]


@pytest.fixture
def handlers() -> Iterator[None]:
    """The test's own signal handlers come back."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def run_until_over(running: Running, act: Callable[[], object]) -> int:
    """Run the event loop, do that in it, and let it end. Exit status."""
    QTimer.singleShot(0, running.window, act)
    ENDED.add(running)
    return running.run()


def switch(running: Running, *, again: bool) -> None:
    power = running.window.models.staff.power
    (power.ask_again if again else power.ask_off)()
    power.sure()


def test_it_is_started_again_with_all_of_it_on_disk(
    state: State, run: Any, handlers: None, venue: SmallVenue
) -> None:
    running, hand = run(state)
    sign_in(running, hand)
    hand.touch("keeper.link_power")
    status = run_until_over(running, lambda: switch(running, again=True))
    assert status == ending.AGAIN
    assert not [each for each in state.folder.glob("store.db-wal") if each.stat().st_size]
    assert recorded(state, facts.KioskShutDown) == [facts.KioskShutDown(again=True, by="s1")]
    (made,) = backup.backups(state.backups)
    secrets = venue.machine_of(state.folder)[2]
    rows = backup.rows(made.file, unseal_for(secrets))
    assert any(facts.KioskShutDown.kind in row for row in rows), "the last backup has the last fact"


def test_a_supervisor_s_end_is_as_safe(state: State, run: Any, handlers: None) -> None:
    running, _ = run(state)
    status = run_until_over(running, lambda: os.kill(os.getpid(), signal.SIGTERM))
    assert status == 0
    assert recorded(state, facts.KioskShutDown) == [facts.KioskShutDown(again=False, by="")]
    assert len(backup.backups(state.backups)) == 1


def test_what_hangs_is_not_waited_for(
    state: State, run: Any, handlers: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    running, _ = run(state)
    release = threading.Event()
    monkeypatch.setattr(Upkeep, "finish", lambda _upkeep: release.wait(20))
    monkeypatch.setattr(ending, "LONGEST_MS", 100)

    def act() -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        watch = QTimer(running.window)
        watch.timeout.connect(
            lambda: release.set() if running.window.models.surroundings.kiosk is None else None
        )
        watch.start(10)

    assert run_until_over(running, act) == 0
    assert recorded(state, facts.KioskShutDown) == [facts.KioskShutDown(again=False, by="")]


def test_switched_off_it_says_so_and_takes_no_scan(state: State, run: Any) -> None:
    """At a sample fair the machine itself stays on: staff are told to turn it off."""
    running, hand = run(state)
    sign_in(running, hand)
    hand.touch("keeper.link_power")
    hand.touch("keeper.off")
    hand.touch("keeper.off")
    models = running.window.models
    hand.wait(lambda: models.leaving.state == "done", "the end")
    assert models.navigation.page == "leaving"
    assert not models.staff.signed_in
    hand.scan("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    models.end_visit()
    hand.rest()
    assert (models.navigation.page, models.verdict.shown) == ("leaving", False)
    assert "示例" in models.leaving.said
    assert recorded(state, facts.KioskShutDown) == [facts.KioskShutDown(again=False, by="s1")]
