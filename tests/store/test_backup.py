from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.domain.fair import BEIJING
from kiosk.store import backup, ballast, driver, migrations, rescue
from kiosk.store.backup import Backup, BackupFault, BackupProblem
from kiosk.store.bodies import personal_for
from kiosk.store.driver import PAGE_SIZE, check_mark
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.store.migrations import Store, open_store

NOON_MS = 1_795_838_400_000
SPARE_KEY = b"spare".ljust(32)


class WrongVenue(Exception):
    """What keys raise, which the store does not know."""


def seal(plain: bytes, context: bytes) -> bytes:
    """Stands for the keys room: it holds the context to what it was sealed with."""
    return b"sealed:" + context + b":" + plain


def unseal(sealed: bytes, context: bytes) -> bytes:
    head = b"sealed:" + context + b":"
    if not sealed.startswith(head):
        raise WrongVenue
    return sealed.removeprefix(head)


def visitor(store: Store, number: int) -> None:
    personal = personal_for(Person("林示远示例"))
    registered = facts.AttendeeRegistered("f", number, 1, "1", "", "", facts.personal_digest(personal))
    with store.transaction():
        store.journal.append(registered, now_ms=NOON_MS, personal=personal)
        store.journal.append(facts.BadgeIssued("f", number, number, 1, 5, 2523), now_ms=NOON_MS)


@pytest.fixture
def make(store: Store, key: bytes, tmp_path: Path) -> Callable[..., Backup]:
    """Backs the store up: make(now_ms=…, kiosk=…, progress=…)."""

    def one(now_ms: int = NOON_MS, kiosk: str = "east-1", progress: backup.Progress | None = None) -> Backup:
        folder = tmp_path / "backups"
        return backup.make(store.path, key, folder, kiosk=kiosk, seal=seal, now_ms=now_ms, progress=progress)

    return one


@pytest.fixture
def spare(tmp_path: Path) -> Path:
    """Where a spare kiosk will have its store."""
    return tmp_path / "spare" / "store.db"


def test_a_backup_is_restored_under_another_key(
    store: Store, make: Callable[..., Backup], spare: Path
) -> None:
    for number in range(1, 60):
        visitor(store, number)
    made = make()
    assert made.file.name == f"east-1-{store.origin.hex()[:8]}-20261128-120000.fairbackup"
    assert (made.manifest.seq, made.manifest.facts) == (118, 118)
    restored = backup.restore(made.file, spare, SPARE_KEY, unseal=unseal)
    assert restored.manifest == made.manifest
    assert sorted(each.name for each in spare.parent.iterdir()) == ["store.db", "store.db-head"]
    again = open_store(spare, SPARE_KEY)
    assert again.origin.hex() == restored.origin != store.origin.hex()
    assert list(again.journal.facts()) == list(store.journal.facts())
    assert again.journal.verify() == ()
    assert again.damage() == ""
    visitor(again, 99)
    assert again.journal.origins() == {store.origin: 118, again.origin: 2}
    again.close()


def test_scans_go_on_while_it_is_made_and_are_not_in_it(
    store: Store, make: Callable[..., Backup], spare: Path
) -> None:
    """Each step of the copy lets another visitor in; nobody is refused, and the copy is of one moment."""
    for number in range(1, 200):
        visitor(store, number)
    before = list(store.journal.facts())
    store.db.conn.execute("PRAGMA busy_timeout = 0")
    store.db.conn.execute("PRAGMA wal_autocheckpoint = 5")
    seen = []

    def between(done: int, total: int) -> None:
        seen.append((done, total))
        assert len(seen) < 50, "a copy that begins anew with every scan never ends"
        visitor(store, 1000 + len(seen))

    made = make(progress=between)
    assert len(seen) >= 3
    assert seen[-1][0] == seen[-1][1]
    assert made.manifest.facts == len(before)
    backup.restore(made.file, spare, SPARE_KEY, unseal=unseal)
    again = open_store(spare, SPARE_KEY)
    assert list(again.journal.facts()) == before
    assert again.damage() == ""
    again.close()


def test_nothing_of_a_person_is_in_it(store: Store, make: Callable[..., Backup]) -> None:
    visitor(store, 1)
    raw = make().file.read_bytes()
    for text in ("林示远", "attendee_registered", "CREATE TABLE"):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
            assert text.encode(encoding) not in raw


def test_each_has_a_key_of_its_own(store: Store, make: Callable[..., Backup], key: bytes) -> None:
    sealed = [backup._read_end(make(NOON_MS + number).file) for number in range(2)]
    keys = {unseal(each, b"backup\0" + said) for _, said, each in sealed}
    assert len(keys | {key}) == 3


@pytest.mark.parametrize("closed", [True, False])
def test_of_a_store_that_nobody_uses(
    store: Store, make: Callable[..., Backup], spare: Path, closed: bool
) -> None:
    visitor(store, 1)
    if closed:
        store.close()
    made = make()
    backup.restore(made.file, spare, SPARE_KEY, unseal=unseal)
    assert made.manifest.facts == 2


# --- what is refused --------------------------------------------------------------------------------------


def problem(file: Path, spare: Path) -> BackupProblem:
    with pytest.raises(BackupFault) as caught:
        backup.restore(file, spare, SPARE_KEY, unseal=unseal)
    assert caught.value.words.zh
    assert not spare.exists()
    return caught.value.problem


@pytest.mark.parametrize("cut", [1, 15, 16, 500, 5000])
def test_half_a_file_is_none(make: Callable[..., Backup], spare: Path, cut: int) -> None:
    file = make().file
    file.write_bytes(file.read_bytes()[:-cut])
    assert problem(file, spare) is BackupProblem.NO_BACKUP


@pytest.mark.parametrize("raw", [b"", b"x", b"x" * 100_000, bytes(16), b"\xff" * 8 + b"fairbak1"])
def test_another_file_is_none(tmp_path: Path, spare: Path, raw: bytes) -> None:
    file = tmp_path / "other.fairbackup"
    file.write_bytes(raw)
    assert problem(file, spare) is BackupProblem.NO_BACKUP
    assert backup.backups(tmp_path) == ()


def test_every_damaged_part_is_noticed(make: Callable[..., Backup], spare: Path) -> None:
    file = make().file
    raw = file.read_bytes()
    for at in (5, 100, PAGE_SIZE * 3 + 7, PAGE_SIZE * 26 - 1):
        damaged = bytearray(raw)
        damaged[at] ^= 1
        file.write_bytes(damaged)
        assert problem(file, spare) is BackupProblem.DAMAGED
    said = raw.index(b'"facts":0')
    file.write_bytes(raw[:said] + b'"facts":7' + raw[said + 9 :])
    with pytest.raises(WrongVenue):
        backup.restore(file, spare, SPARE_KEY, unseal=unseal)
    assert not spare.exists()


def test_a_backup_of_a_journal_that_does_not_hold_is_refused(
    store: Store, make: Callable[..., Backup], spare: Path
) -> None:
    visitor(store, 1)
    store.db.conn.execute("DROP TRIGGER fact_stays")
    store.db.conn.execute("UPDATE fact SET body = x'7b7d' WHERE seq = 1")
    assert problem(make().file, spare) is BackupProblem.DAMAGED


def test_a_newer_version_is_refused(
    make: Callable[..., Backup], spare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = make().file
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", migrations.SCHEMA_VERSION - 1)
    with pytest.raises(StoreFault) as caught:
        backup.restore(file, spare, SPARE_KEY, unseal=unseal)
    assert caught.value.kind is StoreFaultKind.NEWER_SCHEMA


@pytest.mark.parametrize("left", ["store.db", "store.db-wal", "damaged/1/unfinished"])
def test_what_stands_there_is_not_written_over(make: Callable[..., Backup], spare: Path, left: str) -> None:
    path = spare.parent / left
    path.parent.mkdir(parents=True)
    path.write_bytes(b"somebody's")
    with pytest.raises(BackupFault) as caught:
        backup.restore(make().file, spare, SPARE_KEY, unseal=unseal)
    assert caught.value.problem is BackupProblem.STORE_EXISTS
    assert path.read_bytes() == b"somebody's"
    assert sorted(each.name for each in spare.parent.iterdir()) == [Path(left).parts[0]]


def test_onto_the_kiosk_it_came_from(store: Store, make: Callable[..., Backup], key: bytes) -> None:
    """A new disk, and the mark of the old store is still there: what it names is somewhere else now."""
    visitor(store, 1)
    made = make()
    visitor(store, 2)
    store.close()
    store.path.unlink()
    backup.restore(made.file, store.path, key, unseal=unseal)
    again, rescued = rescue.open_or_rescue(store.path, key, now_ms=NOON_MS)
    assert rescued is None
    assert again.journal.origins() == {store.origin: 2}
    again.close()


def test_a_damaged_page_makes_no_backup_and_is_remembered(
    store: Store, make: Callable[..., Backup], tmp_path: Path
) -> None:
    for number in range(1, 100):
        visitor(store, number)
    driver.rows(store.db, "PRAGMA wal_checkpoint(TRUNCATE)")
    raw = bytearray(store.path.read_bytes())
    raw[-1000] ^= 1
    store.path.write_bytes(raw)
    with pytest.raises(StoreFault) as caught:
        make()
    assert caught.value.kind is StoreFaultKind.DAMAGED
    assert check_mark(store.path).exists()
    assert list((tmp_path / "backups").iterdir()) == []


def test_it_does_not_take_the_room_that_scans_need(
    make: Callable[..., Backup], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ballast, "free_bytes", lambda _: ballast.ROOM_BYTES)
    with pytest.raises(StoreFault) as caught:
        make()
    assert caught.value.kind is StoreFaultKind.DISK_FULL
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_folder_that_cannot_be_made(make: Callable[..., Backup], tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("no folder")
    with pytest.raises(StoreFault) as caught:
        make()
    assert caught.value.kind is StoreFaultKind.NOT_WRITABLE


# --- keeping ----------------------------------------------------------------------------------------------


def test_the_newest_stay_and_the_last_of_each_day(make: Callable[..., Backup], tmp_path: Path) -> None:
    start = datetime(2026, 11, 26, 8, 30, tzinfo=BEIJING)
    first = make(int(start.timestamp() * 1000))
    for hours in range(1, 3 * 24):
        at = start + timedelta(hours=hours)
        shutil.copy(first.file, tmp_path / "backups" / f"{hours}.fairbackup")
        _dated(tmp_path / "backups" / f"{hours}.fairbackup", int(at.timestamp() * 1000))
    other = make(int(start.timestamp() * 1000), kiosk="west-1")
    kept = [
        datetime.fromtimestamp(each.manifest.made_ms / 1000, BEIJING)
        for each in backup.backups(tmp_path / "backups")
        if each.manifest.kiosk == "east-1"
    ]
    end = start + timedelta(hours=71)
    assert kept == [
        *(end - timedelta(hours=hours) for hours in range(24)),
        datetime(2026, 11, 27, 23, 30, tzinfo=BEIJING),
        datetime(2026, 11, 26, 23, 30, tzinfo=BEIJING),
    ]
    assert other.file.exists()


def _dated(file: Path, made_ms: int) -> None:
    raw = file.read_bytes()
    old = backup.read_manifest(file).made_ms
    file.write_bytes(raw.replace(f'"made_ms":{old}'.encode(), f'"made_ms":{made_ms}'.encode()))
    assert backup.read_manifest(file).made_ms == made_ms


def test_two_in_one_second_and_a_place_that_is_no_file_name(make: Callable[..., Backup]) -> None:
    names = [make(kiosk="东门/1").file.name for _ in range(2)]
    assert names[0].startswith("东门-1-")
    assert names[1] == names[0].replace(".fairbackup", "-2.fairbackup")


def test_an_erasure_takes_the_backups(make: Callable[..., Backup], tmp_path: Path) -> None:
    make()
    (tmp_path / "backups" / "backup.0011.new").write_bytes(b"cut off")
    (tmp_path / "backups" / "notes.txt").write_text("staff's own")
    assert backup.forget(tmp_path / "backups") == 2
    assert [each.name for each in (tmp_path / "backups").iterdir()] == ["notes.txt"]
    assert backup.forget(tmp_path / "nowhere") == 0


def test_rows_for_a_rescue(store: Store, make: Callable[..., Backup]) -> None:
    visitor(store, 1)
    rows = list(backup.rows(make().file, unseal))
    assert [len(row) for row in rows] == [7, 7, 4]
    assert {row[0] for row in rows} == {store.origin}
