"""The organiser's workbook: their own cells come back, marked, and nothing in them comes alive."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.pack.records.ledger import Ledger
from kiosk.pack.returns import rows_page
from kiosk.pack.returns.page import LONGEST_NAME, crossed, filled, marked, sheet_name
from kiosk.pack.returns.report import WORKBOOK, write_report
from kiosk.pack.returns.rows_page import LEADING
from kiosk.pack.returns.wording import Mark, both, visible, words_of
from kiosk.pack.returns.workbook import FINDINGS, SUMMARY, write_workbook
from tests.pack.returns.laid import Laid
from tests.pack.returns.ledgers import FILE, LOST, NO_NAME, dirty, everything
from tests.pack.returns.readback import ReadBack, read_back, sheet_of

OURS = len(LEADING)


def _written(tmp_path: Path, ledger: Ledger, *, all_rows: bool = False) -> Path:
    path = tmp_path / WORKBOOK
    write_workbook(path, ledger, "双选会 v1", all_rows=all_rows)
    return path


def _line(back: ReadBack, sheet: str, start: str) -> list[str]:
    return next(cells for cells in back.rows(sheet) if cells[0].startswith(start))


TEXTS = st.text(max_size=12) | st.sampled_from(
    [
        "=1+1",
        "+86 13000000001",
        "-1",
        "@SUM(A1)",
        "0013",
        "1.3E+10",
        "2026-11-28",
        "<r>不是富文本</r>",
        "<r><t>&amp;</r>",
        "]]>",
        "_x0041_",
        "_x000D_",
        " 前后 ",
        "两\n行",
        "两\r\n行",
        "\u202e倒",
        "李䶮𬭎",
        "http://example.com/",
        "TRUE",
        "\ufffe",
        "#REF!",
    ]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(grid=st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=6))
@example(grid=[("<r>不是富文本</r>", "<r></x></r>", "_x0041_")])
@example(grid=[("\x00\x1f\x7f\u200b", "\u2028\u2066", "字" * 40_000)])
def test_the_organisers_cells_come_back_as_they_were(tmp_path: Path, grid: list[tuple[str, ...]]) -> None:
    path = _written(tmp_path, everything(tuple(grid), ("甲", "乙", "丙")), all_rows=True)
    rows = read_back(path).rows("名单")
    assert [cells[0] for cells in rows[1:]] == [str(number) for number in range(2, len(grid) + 2)]
    for cells, own in zip(rows[1:], grid, strict=True):
        assert [each[:30_000] for each in cells[OURS:]] == [visible(each)[:30_000] for each in own]


def test_rows_worth_showing_are_shown_and_no_others(tmp_path: Path) -> None:
    back = read_back(_written(tmp_path, dirty()))
    rows = back.rows("名单")
    assert rows[0] == [*LEADING, "姓名", "手机号", "星座"]
    assert [cells[0] for cells in rows[1:]] == ["3", "4", "7", "8"]
    assert [cells[1] for cells in rows[1:]] == [
        "△ 已修正 mended",
        "× 未采用 refused",
        "※ 请核对 please look",
        "★ 须先解决 settle first",
    ]
    mended, refused, looked_at, error = (cells[2:4] for cells in rows[1:])
    assert mended == [
        f"手机号：“1.3E+10” {both(words_of(LOST))}",
        "手机号：留空 left blank",
    ]
    assert refused == ["姓名：（空） 没有姓名 no name", "这一行没有采用。 This row was left out."]
    assert looked_at == ["手机号：这是公式。 this is a formula.", "没有改动。 Nothing was changed."]
    assert error[1] == "请在开馆前解决。 Settle it before the fair."
    assert rows[3][OURS:] == ["王五", "=1+1", "d"]


def test_with_all_rows_blank_ones_and_sums_are_there_too(tmp_path: Path) -> None:
    rows = read_back(_written(tmp_path, dirty(), all_rows=True)).rows("名单")
    assert [cells[0] for cells in rows[1:]] == ["2", "3", "4", "5", "6", "7", "8"]
    assert [cells[2] for cells in rows[4:6]] == ["空行 a blank row", "合计行，不是记录 a sum, no record"]


def test_a_mark_is_a_colour_and_a_sign(tmp_path: Path) -> None:
    sheet = sheet_of(_written(tmp_path, dirty()), "名单")
    looks = {
        "B2": filled(Mark.MENDED),
        "F2": marked(Mark.MENDED),
        "E3": crossed(Mark.REFUSED),
        "F4": marked(Mark.LOOK),
        "E5": marked(Mark.ERROR),
    }
    for place, look in looks.items():
        cell = sheet[place]
        assert cell.fill.fgColor.rgb == "FF" + look.fill[1:], place
        assert cell.number_format == (f'"{look.sign}"@' if look.sign else "@"), place
        assert bool(cell.border.diagonal and cell.border.diagonal.style) == look.crossed, place
    unmarked = sheet["E2"]
    assert unmarked.fill.fill_type is None
    assert unmarked.number_format == "@"
    assert sheet["G1"].number_format == '"？ "@'
    assert len({look.fill for look in map(marked, Mark)}) == len(Mark)
    assert len({look.sign for look in map(marked, Mark)}) == len(Mark)


def test_nothing_is_a_formula(tmp_path: Path) -> None:
    texts = ("=1+1", "+1", "-1", "@SUM(A1)", "＝1", '=HYPERLINK("http://example.com","x")')
    ledger = everything(tuple((each, each) for each in texts))
    ledger.find("=a.svg", 0, "=1", "=1+1", "=1+1")
    path = _written(tmp_path, ledger, all_rows=True)
    sheet = sheet_of(path, "名单")
    for row, text in enumerate(texts, start=2):
        cell = sheet.cell(row, OURS + 1)
        assert (cell.value, cell.data_type) == (text, "s")
        assert cell.quotePrefix
    with zipfile.ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        assert sheets
        assert not [name for name in sheets if b"<f>" in archive.read(name)]


def test_a_sheet_is_fit_for_screen_and_paper(tmp_path: Path) -> None:
    path = _written(tmp_path, dirty())
    for name, freeze, area in (("名单", "C2", "A1:G5"), (FINDINGS, "B2", "A1:F2")):
        sheet = sheet_of(path, name)
        assert sheet.freeze_panes == freeze
        assert sheet.auto_filter.ref == area
        assert sheet.print_title_rows == "$1:$1"
    wide = everything((("字" * 30,) * 12,), tuple(f"列{at}" for at in range(12)))
    assert sheet_of(_written(tmp_path, wide, all_rows=True), "名单").page_setup.fitToWidth == 2
    path = _written(tmp_path, dirty())
    for name in (SUMMARY, FINDINGS, "名单"):
        sheet = sheet_of(path, name)
        assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        widths = [each.width for each in sheet.column_dimensions.values()]
        assert widths
        assert all(5 < width < 70 for width in widths)


def test_long_texts_get_high_rows(tmp_path: Path) -> None:
    ledger = everything((("短", "1"), ("很长" * 60, "1"), ("很长" * 2000, "1")))
    sheet = sheet_of(_written(tmp_path, ledger, all_rows=True), "名单")
    heights = [sheet.row_dimensions[row].height for row in (2, 3, 4)]
    assert heights[0] is None or heights[0] <= 15
    assert 120 <= heights[1] < heights[2] <= 409


def test_the_summary_proves_that_no_row_vanished(tmp_path: Path) -> None:
    ledger = dirty()
    back = read_back(_written(tmp_path, ledger))
    assert list(back.openpyxl) == [SUMMARY, FINDINGS, "名单"]
    line = _line(back, SUMMARY, FILE)
    assert line[:9] == [FILE, "7", "1", "1", "5", "3", "1", "1", "3 + 1 + 1 = 5 √\n5 + 1 + 1 = 7 √"]
    texts = {text for cells in back.rows(SUMMARY) for text in cells}
    assert "不认识的列 Unknown columns：星座" in texts
    assert "空行 Blank rows：5" in texts
    assert "合计行 Sums：6" in texts
    assert "没有姓名 no name；4" in texts


def test_a_row_that_vanished_is_seen(tmp_path: Path) -> None:
    ledger = Ledger()
    ledger.open_table(Laid(FILE, ("姓名",), (("林远",), ("李远",))))
    ledger.take(FILE, 2)
    line = _line(read_back(_written(tmp_path, ledger)), SUMMARY, FILE)
    assert line[8] == "1 + 0 + 0 ≠ 2 ×\n2 + 0 + 0 = 2 √"


def test_findings_of_no_row_have_a_sheet_of_their_own(tmp_path: Path) -> None:
    rows = read_back(_written(tmp_path, dirty())).rows(FINDINGS)
    assert rows[1:] == [
        ["★ 须先解决 settle first", "平面图_1.svg", "", "A001", "展位重叠。", "stalls overlap."]
    ]


def test_remarks_stand_at_marked_cells_up_to_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remarks = [
        (cell.coordinate, cell.comment.text)
        for cells in sheet_of(_written(tmp_path, dirty()), "名单").iter_rows()
        for cell in cells
        if cell.comment
    ]
    assert [place for place, _text in remarks] == ["F2", "E3"]
    assert "手机号：留空 left blank" in remarks[0][1]
    monkeypatch.setattr(rows_page, "MOST_COMMENTS", 1)
    sheet = sheet_of(_written(tmp_path, dirty()), "名单")
    assert [cell.coordinate for cells in sheet.iter_rows() for cell in cells if cell.comment] == ["F2"]


def test_a_sheet_that_the_ledger_was_not_given_shows_the_cells_that_it_quotes(tmp_path: Path) -> None:
    ledger = Ledger()
    ledger.open(FILE, 2)
    ledger.mend(FILE, 2, "手机号", "1.3E+10", "", "digits lost to scientific notation")
    ledger.take(FILE, 2)
    ledger.refuse(FILE, 3, "姓名", "x", NO_NAME)
    rows = read_back(_written(tmp_path, ledger)).rows("名单")
    assert [cells[OURS:] for cells in rows] == [["手机号", "姓名"], ["1.3E+10", ""], ["", "x"]]


@settings(max_examples=60)
@given(
    names=st.lists(st.text(max_size=40) | st.sampled_from(["a", "A", "[]:*?/\\", "History", "'", "𬭎" * 31]))
)
def test_sheet_names_are_valid_and_no_two_alike(names: list[str]) -> None:
    used: set[str] = {SUMMARY.casefold()}
    found = [sheet_name(each, used) for each in names]
    assert len({each.casefold() for each in found}) == len(found)
    for each in found:
        assert 0 < len(each.encode("utf-16-le")) // 2 <= LONGEST_NAME
        assert not set(each) & set("[]:*?/\\")
        assert not each.startswith("'")
        assert not each.endswith("'")
        assert each.casefold() not in {"history", SUMMARY.casefold()}


def test_files_of_one_name_get_sheets_of_their_own(tmp_path: Path) -> None:
    ledger = Ledger()
    for file in ("名单.csv", "名单.xlsx", "总表 Summary.csv"):
        ledger.open_table(Laid(file, ("姓名",), (("",),)))
        ledger.refuse(file, 2, "姓名", "", NO_NAME)
    back = read_back(_written(tmp_path, ledger))
    assert list(back.openpyxl) == [SUMMARY, "名单", "名单 (2)", "总表 Summary (2)"]


def test_only_the_organiser_may_read_it_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "f-v1.report"
    path = write_report(folder, dirty(), "双选会")
    assert path == folder / WORKBOOK
    assert {each.name for each in folder.iterdir()} == {
        WORKBOOK,
        "mended.csv",
        "refused.csv",
        "skipped.csv",
        "findings.csv",
        "rows.csv",
    }
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}
    first = path.read_bytes()
    write_report(folder, dirty(), "双选会")
    assert path.read_bytes() == first


def test_a_folder_that_cannot_be_written_to_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        write_workbook(tmp_path / "missing" / WORKBOOK, dirty(), "双选会")


def test_what_was_done_does_not_contradict_itself(tmp_path: Path) -> None:
    ledger = Ledger()
    ledger.open_table(Laid(FILE, ("姓名", "手机号"), (("林远", "1.3E+10"), ("", "x"))))
    ledger.mend(FILE, 2, "手机号", "1.3E+10", "", LOST)
    name = words_of(LOST)
    ledger.find(FILE, 2, "手机号", f"手机号：{name.zh}。请重填。", f"手机号: {name.en}. Write it again.")
    ledger.take(FILE, 2)
    ledger.find(FILE, 3, "手机号", "请核对。", "please look.")
    ledger.refuse(FILE, 3, "姓名", "", NO_NAME)
    rows = read_back(_written(tmp_path, ledger)).rows("名单")
    assert rows[1][2:4] == [
        f"手机号：{name.zh}。请重填。 手机号: {name.en}. Write it again.\n手机号：“1.3E+10”",
        "手机号：留空 left blank",
    ]
    assert rows[2][3] == "这一行没有采用。 This row was left out."
