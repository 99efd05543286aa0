"""Two kiosks and a stick, as staff carry it."""

from __future__ import annotations

import csv
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.app import OpenKiosk, State, open_kiosk, provider
from kiosk.config import read
from kiosk.services.values import WalkUpForm

MEMORY = Path("/dev/shm")


def opened(state: Path) -> OpenKiosk:
    settings = read(state / "kiosk.toml")
    return open_kiosk(settings, State(state), provider(settings, State(state), str))


@pytest.fixture
def stick() -> Iterator[Path]:
    """Another disk than the kiosks' own, where there is one."""
    folder = Path(tempfile.mkdtemp(prefix="STICK-", dir=MEMORY if MEMORY.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


def test_a_stick_carries_people_and_check_ins_to_the_other_gate_and_back(
    run_kiosk: Callable[..., Any], provisioned: Callable[[str], Path], made: Any, stick: Path
) -> None:
    with made.codes.open(encoding="utf-8-sig", newline="") as file:
        codes = [row["登记码"] for row in csv.DictReader(file) if row["状态"] == "已确认"][:5]
    east_state, west_state = provisioned("east-1"), provisioned("west-1")
    east = opened(east_state)
    east.services.badge_desk.register(WalkUpForm("赵走", "", "某校", "本科", "", consent=True))
    for code in codes:
        east.services.gate.scan(code)
    ran = run_kiosk("usb", "out", stick, "--state", east_state, "--json")  # while the kiosk is at work
    assert ran.status == 0, ran.err
    said = json.loads(ran.out)
    facts = sum(east.store.journal.origins().values())
    assert (said["facts"], said["held"], said["known"], said["counts"]) == (facts, facts, facts, True)
    assert said["packs"]

    west = opened(west_state)
    west.services.gate.scan(codes[0])
    assert west.services.print_queue.standing(), "it has said which printers it offers"
    own = sum(west.store.journal.origins().values())
    ran = run_kiosk("usb", "in", stick, "--state", west_state)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == f"{facts} new facts were taken in: {facts} of east-1."
    assert [hit.name for hit in west.services.badge_desk.find("赵走")] == ["赵走"]
    ran = run_kiosk("usb", "out", stick, "--state", west_state)
    assert ran.out.startswith(f"{own} facts were written to the stick")
    ran = run_kiosk("usb", "in", stick, "--state", east_state)
    assert ran.out.splitlines()[0] == f"{own} new facts were taken in: {own} of west-1."
    assert east.store.journal.origins() == west.store.journal.origins()
    east.close()
    west.close()
    assert not any("赵走".encode() in path.read_bytes() for path in stick.rglob("*") if path.is_file())


def test_what_is_no_stick_is_said_in_a_line(
    run_kiosk: Callable[..., Any], provisioned: Callable[[str], Path], tmp_path: Path
) -> None:
    state = provisioned("east-1")
    ran = run_kiosk("usb", "out", tmp_path, "--state", state)
    assert (ran.status, ran.err) == (
        2,
        f"kiosk: There is no journal in {state} yet. Open the kiosk first.\n",
    )
    opened(state).close()
    ran = run_kiosk("usb", "in", tmp_path / "none", "--state", state)
    assert ran.status == 2
    assert ran.err.startswith("kiosk: There is no stick at ")
    empty = tmp_path / "EMPTY"
    empty.mkdir()
    ran = run_kiosk("usb", "in", empty, "--state", state)
    assert ran.status == 1
    assert ran.out.startswith("The stick EMPTY holds nothing of this venue.")
    ran = run_kiosk("usb", "out", empty, "--state", state)  # on the kiosk's own disk
    assert ran.status == 0
    assert "no second copy" in ran.out
