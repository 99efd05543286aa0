"""A preview: what was understood, by rule and reason, people masked unless asked."""

from __future__ import annotations

import json

from kiosk.domain.words import Words
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.returns.preview import as_json, preview_of
from tests.pack.returns.laid import Laid
from tests.pack.returns.ledgers import FILE, LOST, dirty, everything


def test_first_rows_are_shown_as_understood() -> None:
    file = preview_of(dirty(), "双选会", people=True, first=3).files[0]
    assert [each.number for each in file.first] == [2, 3, 7]
    assert file.first[0].cells == (("姓名", "林知远"), ("手机号", "13000000001"))
    assert file.first[1].cells == (("姓名", "李　远"),), "a mended cell is shown mended: here, left blank"


def test_people_are_masked_unless_asked() -> None:
    shown = json.dumps(as_json(preview_of(dirty(), "双选会")), ensure_ascii=False)
    for hidden in ("林知远", "13000000001", "1.3E+10"):
        assert hidden not in shown
    assert "林＊远" in shown
    whole = json.dumps(as_json(preview_of(dirty(), "双选会", people=True)), ensure_ascii=False)
    assert "林知远" in whole
    assert "1.3E+10" in whole


def test_mends_are_grouped_by_rule_the_most_used_first() -> None:
    ledger = Ledger()
    ledger.open(FILE, 3)
    for row, rule in ((2, "time's spelling"), (3, "degree"), (4, "time's spelling")):
        ledger.mend(FILE, row, "专业", f"x{row}", "x", rule)
        ledger.take(FILE, row)
    rules = preview_of(ledger, "").files[0].rules
    assert [(each.rule, each.cells, each.example.row) for each in rules] == [
        ("time's spelling", 2, 2),
        ("degree", 1, 3),
    ]


def test_refusals_are_grouped_by_reason_though_each_names_another_row() -> None:
    ledger = Ledger()
    ledger.open(FILE, 3)
    for row in (4, 3):
        reason = Words(f"与第 {row - 2} 行是同一人", f"the same person as row {row - 2}")
        ledger.refuse(FILE, row, "学号", "1", reason)
    ledger.refuse(FILE, 2, "姓名", "", Words("没有姓名", "no name"))
    found = preview_of(ledger, "").files[0].refused
    assert [(each.column, each.reason.zh, each.rows) for each in found] == [
        ("学号", "与第 … 行是同一人", (3, 4)),
        ("姓名", "没有姓名", (2,)),
    ]


def test_what_must_be_settled_comes_first() -> None:
    found = preview_of(dirty(), "").findings
    assert [(each.file, each.row) for each in found] == [(FILE, 8), ("平面图_1.svg", 0), (FILE, 7)]


def test_sums_and_what_was_not_used() -> None:
    preview = preview_of(dirty(), "双选会")
    file = preview.files[0]
    assert (file.unknown, file.blank, file.totals) == (("星座",), (5,), (6,))
    assert preview.balanced
    assert not preview.clean
    said = as_json(preview)
    assert said["balanced"] is True
    assert json.loads(json.dumps(said))["files"][0]["mended"] == 1


def test_a_row_that_vanished_unbalances_the_preview() -> None:
    ledger = Ledger()
    ledger.open_table(Laid(FILE, ("姓名",), (("林远",),)))
    assert not preview_of(ledger, "").balanced


def test_a_clean_sheet() -> None:
    preview = preview_of(everything((("林远", "13000000001"),)), "")
    assert preview.clean
    assert preview.balanced


def test_rule_ids_stand_for_themselves_in_json() -> None:
    files = json.loads(json.dumps(as_json(preview_of(dirty(), ""))))["files"]
    assert files[0]["rules"][0]["rule"] == LOST
    assert files[0]["refusals"] == [{"row": 4, "column": "姓名", "zh": "没有姓名", "en": "no name"}]
