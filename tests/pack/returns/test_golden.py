"""Every planted fault is found, and nothing else; what is said of them stays the same, byte for byte."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from kiosk.pack.records.ledger import Fate, Ledger
from tests.pack.golden.reports import GOLDEN, LEDGERS, ORGANISER_SAMPLES, SAMPLE_FAIRS, report

PLANTED = {
    "double_selection": SAMPLE_FAIRS / "double_selection_planted.csv",
    "reverse": SAMPLE_FAIRS / "reverse_planted.csv",
    "organiser_samples": ORGANISER_SAMPLES / "planted.csv",
}
Place = tuple[str, int, str]


@cache
def _ledger(name: str) -> Ledger:
    return LEDGERS[name]()


def _planted(path: Path) -> dict[Place, str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {
            (each["file"], int(each["row"]), each["column"]): each["expected"]
            for each in csv.DictReader(file)
        }


@pytest.mark.parametrize("name", LEDGERS)
def test_the_report_is_the_golden_one(name: str) -> None:
    assert report(name, _ledger(name)).decode() == (GOLDEN / f"{name}.json").read_text(encoding="utf-8"), (
        "if this is meant: python -m tests.pack.golden.reports, and look at the difference"
    )


@pytest.mark.parametrize("name", LEDGERS)
def test_every_planted_fault_is_found(name: str) -> None:
    ledger = _ledger(name)
    mended, found = _reported(ledger)
    wrong = []
    for (file, row, column), expected in _planted(PLANTED[name]).items():
        place, fate = (file, row, column), ledger.fate(file, row)
        became = {
            "mended": fate is Fate.TAKEN and place in mended,
            "found": place in found,
            "refused": fate is Fate.REFUSED,
            "skipped": fate is Fate.SKIPPED or row == 1,  # a title stands above the header
            "taken": fate is not Fate.REFUSED and place not in mended,
        }
        if not became[expected]:
            wrong.append((place, expected, fate))
    assert not wrong


@pytest.mark.parametrize("name", LEDGERS)
def test_nothing_is_reported_that_was_not_planted(name: str) -> None:
    ledger, planted = _ledger(name), _planted(PLANTED[name])
    mended, found = _reported(ledger)
    whole = {(file, row) for file, row, column in planted if not column}
    assert {each for each in mended | found if each not in planted and each[:2] not in whole} == set()
    # A second row of one person may differ in another cell than the one that tells that it is the second.
    refused = {(file, row) for (file, row, _column), expected in planted.items() if expected == "refused"}
    assert {(each.file, each.row) for each in ledger.refusals} == refused
    skipped = {
        (file, row) for (file, row, _c), expected in planted.items() if expected == "skipped" and row > 1
    }
    assert {(each.file, each.row) for each in ledger.skips} == skipped


def _reported(ledger: Ledger) -> tuple[set[Place], set[Place]]:
    """Cells that were mended, and that were found wanting. What concerns a whole file is in the report."""
    return (
        {(each.file, each.row, each.column) for each in ledger.mends},
        {(each.file, each.row, each.column or each.subject) for each in ledger.findings if each.row},
    )
