"""A copied machine or a copied file has another mark."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.devices import machine


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    card = tmp_path / "net" / "eth0"
    (card / "device").mkdir(parents=True)
    (card / "address").write_text("02:00:00:00:00:01\n")
    (tmp_path / "machine-id").write_text("one\n")
    monkeypatch.setattr(machine, "_NETWORK", tmp_path / "net")
    monkeypatch.setattr(machine, "_MACHINE_ID", tmp_path / "machine-id")
    store = tmp_path / "store.db"
    store.write_text("facts")
    return store


def test_the_same_machine_and_file_have_the_same_mark(file: Path) -> None:
    before = machine.machine_mark(file)
    file.write_text("more facts")
    assert machine.machine_mark(file) == before
    assert len(before) == 64


def test_a_copied_file_has_another(file: Path) -> None:
    copy = file.with_name("copy.db")
    shutil.copy(file, copy)
    assert machine.machine_mark(copy) != machine.machine_mark(file)


def test_a_copied_disk_has_another(file: Path) -> None:
    before = machine.machine_mark(file)
    (file.parent / "net" / "eth0" / "address").write_text("02:00:00:00:00:02\n")
    assert machine.machine_mark(file) != before


def test_a_card_without_a_device_does_not_count(file: Path) -> None:
    before = machine.machine_mark(file)
    bridge = file.parent / "net" / "br0"
    bridge.mkdir()
    (bridge / "address").write_text("02:00:00:00:00:03\n")
    assert machine.machine_mark(file) == before


def test_a_machine_that_says_nothing_has_a_mark(file: Path) -> None:
    shutil.rmtree(file.parent / "net")
    (file.parent / "machine-id").unlink()
    assert len(machine.machine_mark(file)) == 64
