from __future__ import annotations

import multiprocessing
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.domain.signed_head import SignedHead, is_of
from kiosk.store import ballast, driver, heads, inspection, migrations, presence, prints, rescue
from kiosk.store.bodies import personal_for
from kiosk.store.driver import PAGE_SIZE
from kiosk.store.erasure import erase_persons
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.store.head_mark import HeadMark, mark_path
from kiosk.store.journal import FindingKind
from kiosk.store.migrations import Store, open_store
from kiosk.store.pages import Pages, read_pages
from kiosk.store.salvage import Salvage
from kiosk.store.walk_ups import walk_up

NOON_MS = 1_795_838_400_000
SIGNED_IN = facts.StaffSignedIn("f", "s1")
Chain = Callable[..., list[facts.Fact]]
Facts = dict[tuple[bytes, int], facts.Fact]


def visitor(store: Store, number: int, now_ms: int = NOON_MS) -> None:
    """Registers, has a badge printed, goes in."""
    personal = personal_for(Person("林示远"))
    registered = facts.AttendeeRegistered("f", number, 1, "1", "", "", facts.personal_digest(personal))
    with store.transaction():
        store.journal.append(registered, now_ms=now_ms, personal=personal)
        store.journal.append(facts.BadgeIssued("f", number, number, 1, 5, 2523), now_ms=now_ms)
        store.journal.append(facts.PrintRequested("f", number, number, number, "first"), now_ms=now_ms)
        store.journal.append(
            facts.CheckIn("f", "east", "admit", ("welcome",), "badge", number, number, 1, 2523), now_ms=now_ms
        )
        store.journal.append(facts.PrintReported(number, "sent", "folder"), now_ms=now_ms)


def all_of(store: Store) -> Facts:
    return {(fact.origin, fact.seq): fact for fact in store.journal.facts()}


def flip(path: Path, offset: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[offset] ^= 1
    path.write_bytes(raw)


def open_rescued(path: Path, key: bytes) -> tuple[Store, rescue.Rescue]:
    store, rescued = rescue.open_or_rescue(path, key, now_ms=NOON_MS)
    assert rescued is not None
    return store, rescued


def page_of(path: Path, key: bytes, seq: int) -> int:
    """The page in which a fact lies, counted from 0."""
    for version in read_pages(path, path.with_name("no log"), key).versions:
        alone, salvage = Pages(key), Salvage()
        alone.add(version)
        for row in alone.rows():
            salvage.add(row)
        if seq in {position[1] for position in salvage.facts}:
            return version.number - 1
    raise AssertionError(f"no page holds fact {seq}")


@pytest.fixture
def lived_in(store: Store) -> tuple[Path, Facts]:
    """A closed store of 40 visitors, 200 facts, and what is in it."""
    for number in range(1, 41):
        visitor(store, number)
    there = all_of(store)
    store.close()
    return store.path, there


def test_a_damaged_store_is_put_aside_and_rebuilt(lived_in: tuple[Path, Facts], key: bytes) -> None:
    path, there = lived_in
    flip(path, 9 * PAGE_SIZE + 5)
    damaged = path.read_bytes()
    ((old_origin, _), *_) = there
    store, rescued = open_rescued(path, key)
    assert (rescued.kept, rescued.strays, rescued.lost, rescued.lost_from) == (200, 0, 0, ())
    assert (rescued.origin, rescued.at_ms) == (old_origin.hex(), NOON_MS)
    assert rescued.aside == "20261128-120000-1"
    assert (path.parent / "damaged" / rescued.aside / "store.db").read_bytes() == damaged
    assert all_of(store) == there
    assert store.origin != old_origin
    assert store.damage() == ""
    assert presence.occupancy(store.db, "f", date(2026, 11, 28)) == 40
    assert {walk_up(store.db, number, fair="f").person.name for number in range(1, 41)} == {"林示远"}  # type: ignore[union-attr]
    visitor(store, 41)
    store.close()
    again, more = rescue.open_or_rescue(path, key, now_ms=NOON_MS)
    assert more is None
    assert again.journal.origins() == {old_origin: 200, store.origin: 5}
    again.close()


def test_it_is_said_until_staff_have_read_it(lived_in: tuple[Path, Facts], key: bytes) -> None:
    path, _ = lived_in
    assert rescue.unacknowledged(path) == ()
    flip(path, 9 * PAGE_SIZE)
    store, rescued = open_rescued(path, key)
    store.close()
    assert rescue.unacknowledged(path) == (rescued,)
    flip(path, 9 * PAGE_SIZE)
    store, second = open_rescued(path, key)
    store.close()
    assert second.aside.endswith("-2"), "nothing that was put aside is written over"
    assert rescue.unacknowledged(path) == (rescued, second)
    rescue.acknowledge(path, rescued)
    assert rescue.unacknowledged(path) == (second,)
    for words in (rescued.title, rescued.detail):
        assert words.zh
        assert words.en
    assert "200" in rescued.detail.zh
    assert "再次放行" not in rescued.detail.zh, "nothing is missing"
    assert rescued.aside in rescued.detail.en


def test_what_lies_behind_a_gap_is_kept_apart(lived_in: tuple[Path, Facts], key: bytes) -> None:
    path, there = lived_in
    ((origin, _), *_) = there
    number = page_of(path, key, 100)
    raw = bytearray(path.read_bytes())
    raw[number * PAGE_SIZE : (number + 1) * PAGE_SIZE] = bytes(PAGE_SIZE)
    path.write_bytes(raw)
    store, rescued = open_rescued(path, key)
    assert 0 < rescued.kept < 100
    assert rescued.strays > 0
    assert rescued.kept + rescued.strays + rescued.lost == 200
    assert rescued.lost_from == ((origin.hex(), rescued.kept + 1),)
    assert "再次放行" in rescued.detail.zh
    kept = {place: fact for place, fact in all_of(store).items() if place[0] == origin}
    assert kept.items() < there.items()
    assert store.journal.origins()[origin] == rescued.kept
    strays = driver.connect(path.parent / "damaged" / rescued.aside / "strays.db", key, read_only=True)
    kept_apart = [
        facts.Fact(*row)
        for row in driver.rows(strays, "SELECT origin, seq, time, kind, body, previous, hash FROM fact")
    ]
    personals = driver.rows(strays, "SELECT count(*) FROM personal")[0][0]
    strays.close()
    assert len(kept_apart) == rescued.strays
    assert all(there[fact.origin, fact.seq] == fact for fact in kept_apart)
    assert personals > 0
    store.close()


def test_what_a_backup_has_fills_the_gap(lived_in: tuple[Path, Facts], key: bytes) -> None:
    path, there = lived_in
    rows = [
        (each.origin, each.seq, each.time, each.kind, each.body, each.previous, each.hash)
        for each in there.values()
        if each.seq <= 150
    ]
    number = page_of(path, key, 100)
    raw = bytearray(path.read_bytes())
    raw[number * PAGE_SIZE : (number + 1) * PAGE_SIZE] = bytes(PAGE_SIZE)
    path.write_bytes(raw)
    store, rescued = rescue.open_or_rescue(path, key, now_ms=NOON_MS, backup=lambda: rows)
    assert rescued is not None
    assert (rescued.kept, rescued.strays, rescued.lost) == (200, 0, 0)
    assert all_of(store) == there
    store.close()


def test_a_whole_store_asks_for_no_backup(lived_in: tuple[Path, Facts], key: bytes) -> None:
    path, _ = lived_in
    store, rescued = rescue.open_or_rescue(path, key, now_ms=NOON_MS, backup=lambda: pytest.fail("asked"))
    store.close()
    assert rescued is None


# --- what is not touched ----------------------------------------------------------------------------------


def files(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize("damage", ["none", "page", "odd", "short", "zeros"])
def test_a_wrong_key_moves_nothing(lived_in: tuple[Path, Facts], damage: str) -> None:
    path, _ = lived_in
    if damage == "page":
        flip(path, 9 * PAGE_SIZE)
    elif damage != "none":
        path.write_bytes({"odd": path.read_bytes()[:5000], "short": b"x" * 100, "zeros": bytes(9000)}[damage])
    before = files(path.parent)
    with pytest.raises(StoreFault) as caught:
        rescue.open_or_rescue(path, bytes(32), now_ms=NOON_MS)
    assert caught.value.kind in {StoreFaultKind.WRONG_KEY, StoreFaultKind.DAMAGED}
    assert files(path.parent) == before


def test_another_kiosks_store_beside_this_ones_mark_moves_not(
    lived_in: tuple[Path, Facts], make_store: Callable[[], Store], key: bytes, tmp_path: Path
) -> None:
    """Somebody put in the wrong disk's file: whole, and under another key."""
    path, _ = lived_in
    other = open_store(tmp_path / "other.db", bytes(32))
    other.close()
    shutil.copy(tmp_path / "other.db", path)
    before = files(path.parent)
    with pytest.raises(StoreFault) as caught:
        rescue.open_or_rescue(path, key, now_ms=NOON_MS)
    assert caught.value.kind is StoreFaultKind.WRONG_KEY
    assert files(path.parent) == before


def test_an_error_that_may_pass_moves_nothing(
    lived_in: tuple[Path, Facts], key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = lived_in

    def fail(path: Path, key: bytes) -> Store:
        raise StoreFault(StoreFaultKind.DAMAGED, "SQLITE_IOERR")

    before = files(path.parent)
    monkeypatch.setattr(migrations, "open_store", fail)
    with pytest.raises(StoreFault):
        rescue.open_or_rescue(path, key, now_ms=NOON_MS)
    assert files(path.parent) == before


def test_a_store_that_another_process_uses_is_left_to_it(lived_in: tuple[Path, Facts], key: bytes) -> None:
    path, _ = lived_in
    user = open_store(path, key)
    flip(path, 9 * PAGE_SIZE)
    with pytest.raises(StoreFault) as caught:
        rescue.open_or_rescue(path, key, now_ms=NOON_MS)
    assert caught.value.kind is StoreFaultKind.BUSY
    assert not (path.parent / "damaged").exists()
    user.close()
    store, _ = open_rescued(path, key)
    store.close()


def test_a_folder_that_cannot_be_made(lived_in: tuple[Path, Facts], key: bytes) -> None:
    path, _ = lived_in
    (path.parent / "damaged").write_text("no folder")
    flip(path, 9 * PAGE_SIZE)
    with pytest.raises(StoreFault) as caught:
        rescue.open_or_rescue(path, key, now_ms=NOON_MS)
    assert caught.value.kind is StoreFaultKind.NOT_WRITABLE
    assert path.exists()


# --- what is left of a store ------------------------------------------------------------------------------


def test_a_store_of_which_nothing_is_left(lived_in: tuple[Path, Facts], key: bytes) -> None:
    """The mark beside it proves the key, and says how much is lost."""
    path, there = lived_in
    ((origin, _), *_) = there
    path.write_bytes(b"")
    store, rescued = open_rescued(path, key)
    assert (rescued.kept, rescued.lost, rescued.origin) == (0, 200, origin.hex())
    assert rescued.lost_from == ((origin.hex(), 1),)
    assert all_of(store) == {}
    store.close()


def test_a_first_page_that_is_gone_costs_nothing_but_itself(lived_in: tuple[Path, Facts], key: bytes) -> None:
    """SQLite has no schema and no salt then; the facts prove the key."""
    path, there = lived_in
    mark_path(path).unlink()
    path.write_bytes(os.urandom(PAGE_SIZE) + path.read_bytes()[PAGE_SIZE:])
    store, rescued = open_rescued(path, key)
    assert rescued.kept == 200
    assert all_of(store) == there
    store.close()


def test_an_older_copy_that_was_put_in_place_is_noticed(store: Store, key: bytes, tmp_path: Path) -> None:
    """A clumsy restore: the sequence would be used twice, and others would see a fork."""
    visitor(store, 1)
    driver.rows(store.db, "PRAGMA wal_checkpoint(TRUNCATE)")
    older = tmp_path / "older.db"
    shutil.copy(store.path, older)
    visitor(store, 2)
    store.close()
    shutil.copy(older, store.path)
    again, rescued = open_rescued(store.path, key)
    assert (rescued.kept, rescued.lost) == (5, 5)
    assert rescued.lost_from == ((store.origin.hex(), 6),)
    with again.transaction():
        assert again.journal.append(SIGNED_IN, now_ms=NOON_MS).seq == 1, "under a new incarnation"
    again.close()


def test_an_image_of_the_whole_disk_is_noticed_when_journals_meet(
    make_store: Callable[[], Store], key: bytes, tmp_path: Path
) -> None:
    """The mark was copied back with the store: nothing here can tell. The others can."""
    kiosk, hub = make_store(), make_store()
    visitor(kiosk, 1)
    folder = kiosk.path.parent
    image = tmp_path / "image"
    driver.rows(kiosk.db, "PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copytree(folder, image)
    visitor(kiosk, 2)
    with hub.transaction():
        hub.journal.receive(kiosk.journal.facts(), {}, now_ms=NOON_MS)
    again, rescued = rescue.open_or_rescue(image / "store.db", key, now_ms=NOON_MS)
    assert rescued is None
    with again.transaction():
        found = again.journal.receive(hub.journal.facts(), {}, now_ms=NOON_MS).findings
    assert [each.kind for each in found] == [FindingKind.OWN_AHEAD]
    visitor(again, 3)
    with hub.transaction():
        found = hub.journal.receive(again.journal.facts(), {}, now_ms=NOON_MS).findings
    assert [(each.kind, each.seq) for each in found] == [(FindingKind.FORK, 6)]
    again.close()


def test_damage_that_a_running_kiosk_meets_is_rescued_at_the_next_opening(
    lived_in: tuple[Path, Facts], key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = lived_in
    monkeypatch.setattr(inspection, "SMALL_BYTES", 0)  # as a large store: an opening looks at the end only
    flip(path, page_of(path, key, 100) * PAGE_SIZE + 2000)
    store, rescued = rescue.open_or_rescue(path, key, now_ms=NOON_MS)
    assert rescued is None
    with pytest.raises(StoreFault) as caught:
        list(store.journal.facts())
    assert caught.value.kind is StoreFaultKind.DAMAGED
    with pytest.raises(StoreFault) as caught:
        visitor(store, 41)
    assert caught.value.kind is StoreFaultKind.DAMAGED, "SQLCipher calls it read-only from then on"
    store.close()
    store, rescued = open_rescued(path, key)
    assert rescued.kept + rescued.strays > 150
    store.close()


# --- what goes on -----------------------------------------------------------------------------------------


def test_time_goes_on_from_where_the_old_incarnation_was(store: Store, key: bytes) -> None:
    """Its clock was a day ahead; what comes now must not be taken for older."""
    with store.transaction():
        last = store.journal.append(SIGNED_IN, now_ms=NOON_MS + 86_400_000)
    store.close()
    flip(store.path, 9 * PAGE_SIZE)
    again, _ = open_rescued(store.path, key)
    with again.transaction():
        assert again.journal.append(SIGNED_IN, now_ms=NOON_MS).time > last.time
    again.close()


def test_a_badge_that_waited_for_the_printer_is_still_printed(store: Store, key: bytes) -> None:
    visitor(store, 1)
    waiting = facts.PrintRequested("f", 99, 7, 8, "lost", "s1")
    with store.transaction():
        store.journal.append(waiting, now_ms=NOON_MS)
    store.close()
    flip(store.path, 9 * PAGE_SIZE)
    again, _ = open_rescued(store.path, key)
    (job,) = prints.print_jobs(again.db, ("requested",), fair="f", origin=again.origin)
    assert (job.badge, job.attendee, job.reason, job.by) == (7, 8, "lost", "s1")
    assert job.job != 99
    again.close()


@pytest.mark.parametrize(
    ("state", "reference", "asked"),
    [("rendered", "", True), ("sent", "7", True), ("unknown", "", True), ("sent", "", False)],
)
def test_a_badge_that_was_on_its_way_is_asked_about(
    store: Store, key: bytes, state: str, reference: str, asked: bool
) -> None:
    visitor(store, 1)
    with store.transaction():
        store.journal.append(facts.PrintRequested("f", 99, 7, 8, "lost", "s1"), now_ms=NOON_MS)
        report = facts.PrintReported(99, state, "desk", reference=reference)
        store.journal.append(report, now_ms=NOON_MS)
    store.close()
    flip(store.path, 9 * PAGE_SIZE)
    again, _ = open_rescued(store.path, key)
    jobs = prints.print_jobs(again.db, ("unknown",), fair="f", origin=again.origin)
    assert [(each.badge, each.printer, each.problem) for each in jobs] == [(7, "desk", "interrupted")] * asked
    assert prints.print_jobs(again.db, ("requested",), fair="f", origin=again.origin) == ()
    again.close()


def test_what_was_erased_stays_erased_and_forks_stay_known(store: Store, key: bytes, chain: Chain) -> None:
    visitor(store, 1)
    one, other = (chain(b"f" * 16, [(time, SIGNED_IN)]) for time in (1, 2))
    with store.transaction():
        store.journal.receive(one, {}, now_ms=NOON_MS)
        store.journal.receive(other, {}, now_ms=NOON_MS)
    erase_persons(store, fair="f", now_ms=NOON_MS)
    visitor(store, 2)
    forks = store.journal.forks()
    assert len(forks) == 1
    store.close()
    flip(store.path, 9 * PAGE_SIZE)
    again, _ = open_rescued(store.path, key)
    assert driver.rows(again.db, "SELECT seq FROM personal") == [(7,)], "registered after the erasure"
    assert again.journal.forks() == forks
    again.close()


def test_an_erasure_takes_what_was_put_aside(lived_in: tuple[Path, Facts], key: bytes) -> None:
    path, _ = lived_in
    flip(path, 9 * PAGE_SIZE)
    store, rescued = open_rescued(path, key)
    store.close()
    assert rescue.forget(path) == 1
    assert rescue.unacknowledged(path) == (rescued,), "that it happened is still said"
    assert rescue.forget(path) == 0


def test_a_full_disk_leaves_the_damaged_file_and_the_next_opening_goes_on(
    lived_in: tuple[Path, Facts], key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, there = lived_in
    ballast.make(path)
    flip(path, 9 * PAGE_SIZE)
    damaged = path.read_bytes()
    tries = []

    def full(*_: object) -> None:
        tries.append(ballast.state(path))
        raise StoreFault(StoreFaultKind.DISK_FULL)

    with monkeypatch.context() as patched:
        patched.setattr(rescue, "_fill", full)
        with pytest.raises(StoreFault) as caught:
            rescue.open_or_rescue(path, key, now_ms=NOON_MS)
    assert caught.value.kind is StoreFaultKind.DISK_FULL
    assert tries == [ballast.BallastState.WHOLE, ballast.BallastState.GIVEN_UP]
    (aside,) = (path.parent / "damaged").iterdir()
    assert (aside / "store.db").read_bytes() == damaged
    assert rescue.unacknowledged(path) == ()
    store, rescued = open_rescued(path, key)
    assert rescued.aside == aside.name
    assert all_of(store) == there
    store.close()


# --- power cuts -------------------------------------------------------------------------------------------


STEPS = (
    (Path, "rename"),
    (Path, "unlink"),
    (Path, "touch"),
    (Path, "mkdir"),
    (Path, "replace"),
    (os, "link"),
    (driver, "sync_file"),
    (driver, "sync_directory"),
    (HeadMark, "clear"),
)


def _rescue_until(path: Path, key: bytes, last: int) -> None:
    """Runs in a process of its own, which is gone right before its `last`th step."""
    count = 0

    def counted(step: Callable[..., object]) -> Callable[..., object]:
        def call(*words: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count == last:
                os._exit(9)
            return step(*words, **named)

        return call

    for owner, name in STEPS:
        setattr(owner, name, counted(getattr(owner, name)))
    store, _ = rescue.open_or_rescue(path, key, now_ms=NOON_MS)
    store.close()
    os._exit(0)


@pytest.fixture(params=["closed", "killed"])
def damaged(request: pytest.FixtureRequest, store: Store, tmp_path: Path) -> Path:
    """A store with a damaged page, and one with a damaged log as well."""
    for number in range(1, 21):
        visitor(store, number)
    driver.rows(store.db, "PRAGMA wal_checkpoint(TRUNCATE)")
    for number in range(21, 31):
        visitor(store, number)
    if request.param == "closed":
        store.close()
    folder = tmp_path / "damaged store"
    shutil.copytree(store.path.parent, folder)
    flip(folder / "store.db", 9 * PAGE_SIZE + 5)
    if request.param == "killed":
        flip(folder / "store.db-wal", 9 * PAGE_SIZE)
    return folder


def test_a_rescue_that_is_cut_off_anywhere_is_finished(damaged: Path, key: bytes, tmp_path: Path) -> None:
    shutil.copytree(damaged, tmp_path / "uncut")
    store, rescued = open_rescued(tmp_path / "uncut" / "store.db", key)
    expected = all_of(store)
    store.close()
    assert rescued.kept > 100
    context = multiprocessing.get_context("fork")
    for last in range(1, 100):
        path = tmp_path / str(last) / "store.db"
        shutil.copytree(damaged, path.parent)
        worker = context.Process(target=_rescue_until, args=(path, key, last))
        worker.start()
        worker.join()
        store, _ = rescue.open_or_rescue(path, key, now_ms=NOON_MS)
        assert all_of(store) == expected, last
        assert store.damage() == "", last
        store.close()
        (said,) = rescue.unacknowledged(path)
        assert (said.kept, said.strays, said.lost) == (rescued.kept, rescued.strays, rescued.lost), last
        assert rescue.unfinished(path) is None, last
        (aside,) = (path.parent / "damaged").iterdir()
        for name in ("store.db", "store.db-wal"):
            if (damaged / name).exists():
                assert (aside / name).read_bytes() == (damaged / name).read_bytes(), last
        shutil.rmtree(path.parent)
        if worker.exitcode == 0:
            assert last > 10
            return
        assert worker.exitcode == 9
    pytest.fail("it never came to its end")


def test_what_lets_facts_travel_is_saved(lived_in: tuple[Path, Facts], key: bytes) -> None:
    path, there = lived_in
    ((origin, _), *_) = there
    store = open_store(path, key)
    signed = SignedHead(origin, 3, there[origin, 3].hash, bytes(32), bytes(64))
    wrong = SignedHead(origin, 70, bytes(32), bytes(32), bytes(64))
    with store.transaction():
        heads.keep(store.db, signed)
        heads.keep(store.db, wrong)
    store.begin_incarnation(bytes(range(32)))
    store.close()
    flip(path, 9 * PAGE_SIZE)
    store, _ = rescue.open_or_rescue(path, key, now_ms=NOON_MS, public_key=bytes(range(32)))
    assert heads.next_head(store.db, origin, 0, 100) == signed
    assert is_of(store.origin, bytes(range(32)))
    assert origin in store.earlier_origins()
    store.close()
