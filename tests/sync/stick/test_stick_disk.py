"""A real folder as a stick: links, pipes, rights, room, and who else is at work on it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.sync.stick.disk import StickDisk
from kiosk.sync.stick.faults import StickFault, StickProblem, said_of
from tests.sync.stick.scene import CarryingKiosk, PackShelfHere, Shelf, pack


@pytest.fixture
def stick(memory: Path) -> StickDisk:
    (memory / "BLUE").mkdir()
    return StickDisk(memory / "BLUE")


@pytest.fixture
def west(shelf: Shelf) -> CarryingKiosk:
    kiosk = shelf.kiosk("k1")
    kiosk.records(250)
    return kiosk


def problem(work: object) -> StickProblem:
    with pytest.raises(StickFault) as refusal:
        work()  # type: ignore[operator]
    assert refusal.value.words.zh
    return refusal.value.problem


def test_a_round_on_a_real_folder(shelf: Shelf, west: CarryingKiosk, stick: StickDisk) -> None:
    west.packs = PackShelfHere((pack(),))
    assert west.out(stick).held == 250
    east = shelf.kiosk("k2")
    east.packs = offers = PackShelfHere()
    assert east.reads(stick).facts == 250
    ((folder, fair, version),) = offers.offered
    assert (fair, version) == ("small-2026", 3)
    assert (stick.root / folder / "catalogue.db").read_bytes() == bytes([3]) * 3000
    names = [each.name for each in stick.root.rglob("*")]
    assert len(names) == 8, names
    assert all(name.isascii() and not set(name) & set('<>:"\\|?*') for name in names)
    assert stick.name == "BLUE"


def test_links_pipes_and_folders_in_the_way_are_not_followed(
    shelf: Shelf, west: CarryingKiosk, stick: StickDisk, memory: Path
) -> None:
    elsewhere = memory / "elsewhere"
    elsewhere.mkdir()
    (stick.root / "fair-kiosk").symlink_to(elsewhere)
    assert problem(lambda: west.out(stick)) is StickProblem.IN_THE_WAY
    assert problem(lambda: west.reads(stick)) is StickProblem.IN_THE_WAY
    assert not list(elsewhere.iterdir())
    (stick.root / "fair-kiosk").unlink()
    (stick.root / "fair-kiosk").write_bytes(b"")
    assert problem(lambda: west.out(stick)) is StickProblem.IN_THE_WAY
    (stick.root / "fair-kiosk").unlink()
    west.out(stick)
    folder = next(each for each in (stick.root / "fair-kiosk").iterdir() if each.is_dir())
    (bundle,) = folder.glob("*.facts")
    (manifest,) = folder.glob("*.manifest")
    moved = bundle.rename(memory / "bundle")
    bundle.symlink_to(moved)
    manifest.with_name(manifest.name.replace("-1.", "-2.")).symlink_to(manifest)
    os.mkfifo(folder / "0123456789abcdef-1.manifest")
    read = shelf.kiosk("k2").reads(stick)
    assert (read.facts, [each.facts for each in read.lost]) == (0, [250])


def test_a_stick_that_cannot_be_written_can_be_read(
    shelf: Shelf, west: CarryingKiosk, stick: StickDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    west.out(stick)
    west.records(1)

    def refused(*_words: object, **_more: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    for call in ("make_folder", "create", "rename", "remove"):
        monkeypatch.setattr(stick, call, refused)
    assert problem(lambda: west.out(stick)) is StickProblem.READ_ONLY
    assert shelf.kiosk("k2").reads(stick).facts == 250
    assert west.only_here == 1


def test_a_stick_that_gives_back_something_else_is_no_second_copy(
    west: CarryingKiosk, stick: StickDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = stick.read

    def lying(name: str) -> Iterator[bytes]:
        for chunk in real(name):
            yield chunk[:-1] + b"?" if name.endswith(".facts") else chunk

    monkeypatch.setattr(stick, "read", lying)
    assert problem(lambda: west.out(stick)) is StickProblem.UNRELIABLE
    assert west.only_here == 250


def test_one_file_that_cannot_be_read_is_not_the_whole_stick(
    shelf: Shelf, west: CarryingKiosk, stick: StickDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    west.out(stick)
    west.records(5)
    west.out(stick)
    (worst,) = stick.root.rglob("*-1-250-*")
    real, bad = stick.read, {worst.name}

    def worn(name: str) -> Iterator[bytes]:
        if any(each in name for each in bad):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(name)

    monkeypatch.setattr(stick, "read", worn)
    read = shelf.kiosk("k2").reads(stick)
    assert ([each.facts for each in read.lost], [each.facts for each in read.waiting]) == ([250], [5])
    assert west.out(stick).held == 255  # what cannot be read there is written once more
    assert shelf.kiosk("k2").reads(stick).facts == 255
    bad.add("fair-kiosk")
    assert problem(lambda: shelf.kiosk("k3").reads(stick)) is StickProblem.GONE


def test_two_do_not_work_on_one_stick(stick: StickDisk) -> None:
    with stick.alone() as first:
        assert first
        with StickDisk(stick.root).alone() as second:
            assert not second
    with StickDisk(stick.root).alone() as third:
        assert third


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, StickProblem.FULL),
        (errno.EROFS, StickProblem.READ_ONLY),
        (errno.EACCES, StickProblem.READ_ONLY),
        (errno.EIO, StickProblem.GONE),
        (errno.ENODEV, StickProblem.GONE),
        (errno.ENOENT, StickProblem.GONE),
        (errno.EFBIG, StickProblem.TOO_LARGE),
    ],
)
def test_what_a_disk_says(number: int, expected: StickProblem) -> None:
    with pytest.raises(StickFault) as refusal, said_of("BLUE"):
        raise OSError(number, "")
    assert refusal.value.problem is expected
    assert "BLUE" in refusal.value.words.en


def test_a_folder_that_the_file_system_cannot_sync_is_synced_with_all_others(
    stick: StickDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []

    def refuse(_handle: int) -> None:
        raise OSError(errno.EINVAL, "")

    monkeypatch.setattr(os, "fsync", refuse)
    monkeypatch.setattr(os, "sync", lambda: synced.append("all"))
    stick.sync_folder("")
    assert synced == ["all"]
