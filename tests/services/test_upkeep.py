from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.services.upkeep import AGAIN_S, EVERY_S, Upkeep
from kiosk.store import backup, ballast
from kiosk.store.ballast import BallastState
from kiosk.store.migrations import Store, open_store

KEY = b"k" * 32
NOON_MS = 1_795_838_400_000


class Hours:
    """Time as the kiosk sees it: one clock that can be set, one that only goes on."""

    def __init__(self) -> None:
        self.now = NOON_MS
        self.passed_s = 100.0

    def pass_by(self, seconds: float) -> None:
        self.passed_s += seconds
        self.now += int(seconds * 1000)

    def now_ms(self) -> int:
        return self.now

    def monotonic_s(self) -> float:
        return self.passed_s


@pytest.fixture
def hours() -> Hours:
    """The clock."""
    return Hours()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A kiosk at work."""
    opened = open_store(tmp_path / "store.db", KEY)
    yield opened
    opened.close()


def keeper(store: Store, hours: Hours) -> Upkeep:
    return Upkeep(
        store=store.path,
        key=KEY,
        folder=store.path.parent / "backups",
        kiosk="east-1",
        seal=lambda plain, _: plain,
        now_ms=hours.now_ms,
        monotonic_s=hours.monotonic_s,
    )


def count(store: Store) -> int:
    return len(backup.backups(store.path.parent / "backups"))


def test_a_backup_every_hour(store: Store, hours: Hours) -> None:
    keeps = keeper(store, hours)
    assert keeps.standing().last_backup_ms is None
    made = []
    for _ in range(5 * 60):
        keeps.tick()
        made.append(count(store))
        hours.pass_by(60)
    assert made[0] == 1, "the first one at once"
    assert made[59:61] == [1, 2]
    assert made[-1] == 5
    standing = keeps.standing()
    assert (standing.last_backup_ms, standing.backup_fault) == (NOON_MS + 4 * 3600_000, None)
    assert standing.ballast is BallastState.WHOLE
    assert standing.free_bytes > 0


def test_a_restart_does_not_begin_anew(store: Store, hours: Hours) -> None:
    keeper(store, hours).tick()
    hours.pass_by(EVERY_S - 1)
    keeps = keeper(store, hours)
    keeps.tick()
    assert count(store) == 1
    assert keeps.standing().last_backup_ms == NOON_MS
    hours.pass_by(1)
    keeps.tick()
    assert count(store) == 2


def test_a_clock_that_was_set_back_stops_no_backup(store: Store, hours: Hours) -> None:
    keeper(store, hours).tick()
    hours.now -= 86_400_000
    keeps = keeper(store, hours)
    keeps.tick()
    assert count(store) == 2
    hours.now -= 86_400_000
    hours.passed_s += EVERY_S
    keeps.tick()
    assert count(store) == 3


def test_one_that_failed_is_said_and_tried_again(
    store: Store, hours: Hours, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeps = keeper(store, hours)
    with monkeypatch.context() as full:
        full.setattr(ballast, "free_bytes", lambda _: 0)
        keeps.tick()
        fault = keeps.standing().backup_fault
        assert fault is not None
        assert "Free some space" in fault.en
        assert keeps.standing().ballast is BallastState.GIVEN_UP
    keeps.tick()
    assert count(store) == 0, "not at once"
    assert keeps.standing().ballast is BallastState.WHOLE, "there is room again"
    hours.pass_by(AGAIN_S)
    keeps.tick()
    assert count(store) == 1
    assert keeps.standing().backup_fault is None


def test_a_folder_that_cannot_be_used_is_said(store: Store, hours: Hours) -> None:
    (store.path.parent / "backups").write_text("no folder")
    keeps = keeper(store, hours)
    keeps.tick()
    assert keeps.standing().backup_fault is not None
    (store.path.parent / "backups").unlink()
    hours.pass_by(AGAIN_S)
    keeps.tick()
    assert count(store) == 1


def test_it_shows_no_key(store: Store, hours: Hours) -> None:
    assert "kkkk" not in repr(keeper(store, hours))
