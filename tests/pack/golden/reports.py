"""Golden reports: what is said of the sample fairs and of four organisers' sheets, byte for byte.

When a rule changes on purpose, write them again and look at the difference:

    python -m tests.pack.golden.reports
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk.domain.fair import Fair, FairDay, FairKind, Policy, Slot
from kiosk.domain.words import Words
from kiosk.pack.cleaning.lists import read_lists
from kiosk.pack.folder import read_folder
from kiosk.pack.records.attendees import Roll, read_students
from kiosk.pack.records.employers import read_employers, read_openings
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.records.schools import read_schools
from kiosk.pack.returns.preview import as_json, preview_of
from kiosk.pack.sheets import kinds
from kiosk.pack.sheets.tables import read_table

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = Path(__file__).parent
LISTS = ROOT / "resources" / "lists"
SAMPLE_FAIRS = ROOT / "resources" / "sample_fairs"
ORGANISER_SAMPLES = ROOT / "tests" / "pack" / "data" / "organiser_samples"
_WORDS = Words("示例", "sample")
_FAIR = Fair(
    "samples",
    FairKind.DOUBLE_SELECTION,
    _WORDS,
    _WORDS,
    True,
    (FairDay(date(2022, 10, 15), 510, 960),),
    tuple(Slot(start * 60, start * 60 + 60) for start in (9, 10, 11)),
    Policy(10, 60, 0, _WORDS, 30, "1", _WORDS),
    (),
    (),
)


def sample_fair(name: str) -> Ledger:
    """The ledger of a sample fair."""
    _content, ledger = read_folder(
        SAMPLE_FAIRS / name, LISTS, lambda _staff, _pin: "", lambda _stage, _done, _total: None
    )
    return ledger


def organiser_samples() -> Ledger:
    """The ledger of the four sheets, which belong to two fairs."""
    ledger, lists, folder = Ledger(), read_lists(LISTS), ORGANISER_SAMPLES
    employers = read_employers(
        [read_table(folder / "参会单位汇总表_GBK.csv", kinds.EMPLOYERS)], lists, ledger
    )
    read_openings([read_table(folder / "岗位需求表_UTF8BOM.csv", kinds.OPENINGS)], employers, ledger)
    read_students(
        [read_table(folder / "学生预约名单_UTF8.csv", kinds.STUDENTS)], _FAIR, lists, Roll(), ledger
    )
    read_schools([read_table(folder / "校方展位表_反向洽谈会_GB18030.csv", kinds.SCHOOLS)], lists, ledger)
    return ledger


LEDGERS: dict[str, Callable[[], Ledger]] = {
    "double_selection": lambda: sample_fair("double_selection"),
    "reverse": lambda: sample_fair("reverse"),
    "organiser_samples": organiser_samples,
}


def report(name: str, ledger: Ledger) -> bytes:
    """The preview, and every mend; all persons are invented, so that none is masked."""
    preview = preview_of(ledger, name, people=True)
    mends = [
        f"{each.file} {each.row} {each.column}: {each.was!r} -> {each.became!r} ({each.rule})"
        for file in preview.files
        for each in file.mends
    ]
    text = json.dumps(as_json(preview) | {"mends": mends}, ensure_ascii=False, indent=1)
    return (text + "\n").encode()


def main() -> None:
    """Write all reports."""
    for name, read in LEDGERS.items():
        (GOLDEN / f"{name}.json").write_bytes(report(name, read()))


if __name__ == "__main__":
    main()
