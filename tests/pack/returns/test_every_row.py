"""No row vanishes: of random sheets of every kind, taken + mended + refused = read, and each comes back."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from kiosk.domain.fair import Fair, FairDay, FairKind, Policy, Slot
from kiosk.domain.words import Words
from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.plans.geometry import read_geometry
from kiosk.pack.records.attendees import Roll, read_participants, read_students
from kiosk.pack.records.delegations import read_delegations
from kiosk.pack.records.employers import read_employers, read_openings
from kiosk.pack.records.ledger import Fate, Ledger
from kiosk.pack.records.programme import read_programme
from kiosk.pack.records.schools import read_pools, read_schools
from kiosk.pack.returns.rows_page import LEADING
from kiosk.pack.returns.wording import visible
from kiosk.pack.returns.workbook import write_workbook
from kiosk.pack.sheets import kinds
from kiosk.pack.sheets.tables import Sheet, Table, read_table
from tests.pack.returns.random_sheets import RandomSheet, sheets
from tests.pack.returns.readback import read_back

EXAMPLES = int(os.environ.get("FAIR_KIOSK_SHEETS", "300" if os.environ.get("FAIR_KIOSK_LONG") else "8"))
WORDS = Words("示例", "sample")
DAY = FairDay(date(2026, 11, 28), 510, 960)
FAIR = Fair(
    "f",
    FairKind.DOUBLE_SELECTION,
    WORDS,
    WORDS,
    True,
    (DAY,),
    (Slot(540, 600),),
    Policy(10, 60, 0, WORDS, 30, "1", WORDS),
    (),
    (),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("random")
    (found / "hosts.csv").write_text("单位名称,展位号,备注\n京华软件（示例）,A001,\n", encoding="utf-8")
    (found / "schools.csv").write_text(
        "学校名称,展位号\n北京大学,A001\n清华大学,A002\n北京科技大学,A003\n", encoding="utf-8"
    )
    return found


def _openings(table: Table, folder: Path, lists: Lists, ledger: Ledger) -> int:
    hosts = read_employers((read_table(folder / "hosts.csv", kinds.EMPLOYERS),), lists, Ledger())
    return sum(len(each.openings) for each in read_openings((table,), hosts, ledger))


def _pools(table: Table, folder: Path, lists: Lists, ledger: Ledger) -> int:
    schools = read_schools((read_table(folder / "schools.csv", kinds.SCHOOLS),), lists, Ledger())
    return sum(len(each.pool) for each in read_pools((table,), schools, lists, ledger))


Reader = Callable[[Table, Path, Lists, Ledger], int]
"""Reads a table as its kind is read; gives how many records came out of it."""
READERS: tuple[tuple[Sheet, Reader], ...] = (
    (
        kinds.EMPLOYERS,
        lambda table, _f, lists, ledger: len(read_employers((table,), lists, ledger).exhibitors),
    ),
    (kinds.OPENINGS, _openings),
    (
        kinds.STUDENTS,
        lambda table, _f, lists, ledger: len(read_students((table,), FAIR, lists, Roll(), ledger)),
    ),
    (
        kinds.PARTICIPANTS,
        lambda table, _f, lists, ledger: len(read_participants((table,), (), lists, Roll(), ledger)),
    ),
    (kinds.PROGRAMME, lambda table, _f, _lists, ledger: len(read_programme((table,), (DAY,), ledger))),
    (
        kinds.DELEGATIONS,
        lambda table, _f, lists, ledger: len(read_delegations((table,), lists, Roll(), ledger).members),
    ),
    (kinds.SCHOOLS, lambda table, _f, lists, ledger: len(read_schools((table,), lists, ledger).exhibitors)),
    (kinds.POOLS, _pools),
    (kinds.GEOMETRY, lambda table, _f, _lists, ledger: len(read_geometry(table, frozenset({"1"}), ledger))),
)


@pytest.mark.parametrize(("sheet", "reader"), READERS, ids=[sheet.name for sheet, _reader in READERS])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_no_row_vanishes(sheet: Sheet, reader: Reader, suffix: str, folder: Path, lists: Lists) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(written=sheets(sheet))
    def check(written: RandomSheet) -> None:
        path = folder / f"{sheet.name}{suffix}"
        path.write_bytes(written.as_csv() if suffix == ".csv" else written.as_xlsx())
        table = read_table(path, sheet)
        ledger = Ledger()
        records = reader(table, folder, lists, ledger)
        _check_sums(written, ledger, path.name, records)
        _check_own_cells(written, ledger, path, folder)

    check()


def _check_sums(written: RandomSheet, ledger: Ledger, file: str, records: int) -> None:
    (tally,) = ledger.tallies()
    fates = dict(ledger.fates(file))
    assert tally.balanced
    assert tally.taken + tally.mended == records
    assert tally.refused == len({each.row for each in ledger.refusals}) == len(ledger.refusals)
    assert tally.blank + tally.totals == len(ledger.skips)
    assert sorted(fates) == list(range(2, tally.rows + 2)), "each row below the header, once"
    # Blank rows at the end of a workbook are no part of it.
    left = written.grid[tally.rows + 1 :]
    assert not any(text.strip() for cells in left for text in cells)
    taken = {row for row, fate in fates.items() if fate is Fate.TAKEN}
    assert len({each.row for each in ledger.mends} & taken) == tally.mended


def _check_own_cells(written: RandomSheet, ledger: Ledger, path: Path, folder: Path) -> None:
    """The workbook with all rows has the organiser's cells, number for number."""
    out = folder / "out.xlsx"
    write_workbook(out, ledger, "双选会", all_rows=True)
    rows = read_back(out).rows(path.stem)
    tally = ledger.tallies()[0]
    assert [int(cells[0]) for cells in rows[1:]] == list(range(2, tally.rows + 2))
    width = len(rows[0]) - len(LEADING)
    own = [tuple(cells[len(LEADING) :]) for cells in rows]
    meant = [tuple(visible(text) for text in cells[:width]) for cells in written.grid]
    assert own == meant[: tally.rows + 1]
