"""A backup, and its restore onto a spare kiosk, rehearsed as staff do it."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.app import State, open_kiosk, provider
from kiosk.config import read
from kiosk.domain import facts
from kiosk.domain.reasons import Reason
from kiosk.services.values import WalkUpForm
from kiosk.store import projections, rescue
from kiosk.store.pages import Pages, read_pages
from kiosk.store.salvage import Salvage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.app import OpenKiosk


def opened(state: Path) -> OpenKiosk:
    settings = read(state / "kiosk.toml")
    return open_kiosk(settings, State(state), provider(settings, State(state), str))


@pytest.fixture
def codes(made: Any) -> list[str]:
    """Codes of people who are let in."""
    with made.codes.open(encoding="utf-8-sig", newline="") as file:
        return [row["登记码"] for row in csv.DictReader(file) if row["状态"] == "已确认"][:120]


def travel(source: OpenKiosk, target: OpenKiosk) -> Any:
    """All facts of one journal into another, as a courier brings them."""
    journal = source.store.journal
    facts = tuple(journal.facts())
    personals = {}
    for origin, last in journal.origins().items():
        personals |= journal.personals(origin, 1, last)
    with target.store.transaction():
        return target.store.journal.receive(facts, personals, now_ms=target.services.clock.now_ms())


def test_a_spare_kiosk_goes_on_where_another_stopped(
    run_kiosk: Callable[..., Any], provisioned: Callable[[str], Path], codes: list[str], tmp_path: Path
) -> None:
    east_state, spare_state = provisioned("east-1"), provisioned("west-1")
    east = opened(east_state)
    east.services.badge_desk.register(WalkUpForm("赵走", "", "某校", "本科", "", consent=True))
    (late, *expected) = codes
    admitted = [code for code in expected if east.services.gate.scan(code).decision.reason is Reason.WELCOME]

    stick = tmp_path / "stick"
    ran = run_kiosk("backup", stick, "--state", east_state, "--json")  # while the kiosk is at work
    assert ran.status == 0, ran.err
    said = json.loads(ran.out)
    origins = east.store.journal.origins()
    assert (said["kiosk"], said["origin"]) == ("east-1", east.store.origin.hex())
    assert said["seq"] == said["facts"] == origins[east.store.origin]

    ran = run_kiosk("restore", said["file"], "--state", spare_state, "--json")
    assert ran.status == 0, ran.err
    restored = json.loads(ran.out)
    assert restored["origin"] != said["origin"]
    ran = run_kiosk("journal", "verify", "--state", spare_state, "--json")
    assert (ran.status, json.loads(ran.out)["facts"]) == (0, said["facts"])

    spare = opened(spare_state)
    try:
        assert spare.rescue is None
        assert spare.store.origin.hex() == restored["origin"]
        assert [hit.name for hit in spare.services.badge_desk.find("赵走")] == ["赵走"]
        scan = spare.services.gate.scan
        inside = spare.services.gate.occupancy().inside
        again = scan(admitted[0]).decision.reason  # on a quick machine it is the same scan, seconds later
        assert again in {Reason.ALREADY_INSIDE, Reason.REPEATED}
        assert spare.services.gate.occupancy().inside == inside
        assert scan(late).decision.reason is Reason.WELCOME
        assert travel(spare, east).findings == travel(east, spare).findings == ()
        for each in (east, spare):
            assert each.store.journal.verify() == ()
            assert set(each.store.journal.origins()) == {east.store.origin, spare.store.origin}
        assert projections.digest(east.store.db) == projections.digest(spare.store.db)
    finally:
        spare.close()
        east.close()


def test_what_cannot_be_restored_changes_nothing(
    run_kiosk: Callable[..., Any], provisioned: Callable[[str], Path], made: Any, tmp_path: Path
) -> None:
    state = provisioned("east-1")
    ran = run_kiosk("backup", "--state", state)
    assert ran.status == 2
    assert ran.err.startswith("kiosk: There is no journal")

    opened(state).close()
    ran = run_kiosk("backup", "--state", state)
    assert ran.status == 0, ran.err
    (file,) = (state / "backups").iterdir()
    assert str(file) in ran.out

    before = (state / "store.db").read_bytes()
    ran = run_kiosk("restore", file, "--state", state)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == (
        "kiosk: This kiosk has data of its own, which was left as it is. "
        "Take a spare kiosk, or choose another --state folder.\n"
    )
    assert (state / "store.db").read_bytes() == before

    spare = provisioned("west-1")
    half = tmp_path / "half.fairbackup"
    half.write_bytes(file.read_bytes()[:-100])
    ran = run_kiosk("restore", half, "--state", spare)
    assert (ran.status, ran.err) == (
        1,
        "kiosk: This is no backup, or only half of one. Copy it again.\n",
    )
    assert not (spare / "store.db").exists()

    ran = run_kiosk("erase", "--second-copy-confirmed", "--state", state, "--json")
    assert (ran.status, json.loads(ran.out)["copies"]) == (0, 1)
    assert list((state / "backups").iterdir()) == []


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_help_has_an_example(run_kiosk: Callable[..., Any], command: str) -> None:
    ran = run_kiosk(command, "--help")
    assert ran.status == 0
    assert f"Example: kiosk {command} " in ran.out


def zero_a_page(state: Path, until: int) -> None:
    """One that holds nothing later than the fact `until`."""
    path = state / "store.db"
    key = provider(read(state / "kiosk.toml"), State(state), str).load().store_key
    for version in read_pages(path, path.with_name("store.db-wal"), key).versions[1:]:
        alone, salvage = Pages(key), Salvage()
        alone.add(version)
        for row in alone.rows():
            salvage.add(row)
        if salvage.facts and max(seq for _, seq in salvage.facts) <= until:
            raw = bytearray(path.read_bytes())
            raw[(version.number - 1) * 4096 : version.number * 4096] = bytes(4096)
            path.write_bytes(raw)
            return
    pytest.fail("no such page")


def test_a_damaged_kiosk_opens_again_with_all_that_was_said(
    run_kiosk: Callable[..., Any], provisioned: Callable[[str], Path], codes: list[str]
) -> None:
    """The hourly backup has what the broken pages held; what came later is still in the file."""
    state = provisioned("east-1")
    kiosk = opened(state)
    half = len(codes) // 2
    for code in codes[:half]:
        kiosk.services.gate.scan(code)
    kiosk.upkeep.tick()
    assert kiosk.upkeep.standing().backup_fault is None
    backed_up = sum(kiosk.store.journal.origins().values())
    for code in codes[half:]:
        kiosk.services.gate.scan(code)
    origin, there = kiosk.store.origin, list(kiosk.store.journal.facts())
    inside = kiosk.services.gate.occupancy().inside
    kiosk.close()
    zero_a_page(state, until=backed_up)

    ran = run_kiosk("journal", "verify", "--state", state)
    assert ran.status == 2, "only the kiosk itself rebuilds"
    ran = run_kiosk("doctor", "--state", state)
    assert ran.status == 0, ran.out
    assert f"Records kept: {len(there)}, set apart: 0, missing: 0." in ran.err
    kiosk = opened(state)
    try:
        rescued = kiosk.store.journal.latest(facts.StoreRescued)
        assert rescued == facts.StoreRescued(origin.hex(), len(there), 0), "said by a fact"
        assert rescue.unacknowledged(state / "store.db") == ()
        assert any(need.leads_to == "rescue" for need in kiosk.services.fair_day.needs())
        assert list(kiosk.store.journal.facts(origin)) == there
        assert kiosk.services.gate.occupancy().inside == inside
    finally:
        kiosk.close()
    ran = run_kiosk("journal", "verify", "--state", state)
    assert ran.status == 0, ran.out
