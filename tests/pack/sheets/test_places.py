"""No cell far out is overlooked, however its XML is written: checked against what the reader itself finds."""

from __future__ import annotations

from pathlib import Path

import pytest
import python_calamine
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.pack.faults import PackFault
from kiosk.pack.sheets import places
from kiosk.pack.sheets.opening import read_pages
from kiosk.pack.sheets.places import NoSheetError, TooFarOutError, check_places, filled, letters
from tests.pack.sheets.workbooks import cell, sheet, xlsx

VALUE = "<v>1</v></c>"
FAR = [
    f'<row r="1"><c r="XFD1048576">{VALUE}</row>',
    f'<row r="1"><c r = "XFD1048576">{VALUE}</row>',
    f"<row r=\"1\"><c r='XFD1048576'>{VALUE}</row>",
    f'<row r="1"><c\n\tr="XFD1048576">{VALUE}</row>',
    f'<row r="1"><c r="xfd1048576">{VALUE}</row>',
    f'<row r="1"><c r="XFD0001048576">{VALUE}</row>',
    f'<row r="1"><c r="A1" r="XFD1048576">{VALUE}</row>',
    f'<row r="1"><c r="A1" t="n" r = "XFD1048576">{VALUE}</row>',
    f'<row r="1"><c s=">" r="XFD1048576">{VALUE}</row>',
    f'<row r="1"><c r="A1" s=">" r="XFD1048576">{VALUE}</row>',
    '<row r="1"><x:c r="XFD1048576"><v>1</v></x:c></row>',
    f'<row r="1"><c r="A1">{VALUE}<x:c r="XFD1048576"><v>1</v></x:c></row>',
    f'<row r="1048576"><c>{VALUE}</row>',
    f'<row r="1048575"/><row><c>{VALUE}</row>',
    f'<x:row r="1048576"><c>{VALUE}</x:row>',
    f"<row r='1048576'><c>{VALUE}</row>",
    f'<row r="1">{f"<c>{VALUE}" * 600}</row>',
    f'<row r="199998"/>{f"<row><c>{VALUE}</row>" * 3}',
    f'<row r="1"><c r="SS1">{VALUE}</row>',
    f'<row r="1"><c r="A200001">{VALUE}</row>',
    f'<row r="1"><c r="CZ1">{VALUE}<c r="A199999">{VALUE}</row>',
]


@pytest.mark.parametrize("rows", FAR, ids=[each[:60] for each in FAR])
def test_a_far_cell_is_found_however_it_is_written(rows: str) -> None:
    with pytest.raises(TooFarOutError):
        check_places(sheet(rows).encode())


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="1"><c x="<c " r="A1">{VALUE}<c r="XFD1048576">{VALUE}</row>',
        f'<row r="1"><!-- <c " --><c r="XFD1048576">{VALUE}</row>',
        f'<row r="1"><c r="AAAAAAAA1">{VALUE}</row>',
        f'<row r="1"><c r="&#88;1">{VALUE}</row>',
        f'<row r="99999999999999999999"><c>{VALUE}</row>',
        '<row r="1"><c ',
        f'<row r="1"><c {" " * 5000}>{VALUE}</row>',
    ],
)
def test_what_might_hide_a_cell_is_refused(rows: str) -> None:
    with pytest.raises(NoSheetError):
        check_places(sheet(rows).encode())


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="1"><c r="XFD1048576" s="1"/><c r="A1">{VALUE}</row>',
        f'<row r="1"><c r="XFD1048576" s="1"></c><c r="A1">{VALUE}</row>',
        f'<row r="1"><c r="SR1">{VALUE}</row><row r="9999"><c r="B9999" s="3" t="s">{VALUE}</row>',
        f'<row r="199999"><c r="AZ199999" t="n" />{cell("A1", "&lt;c r=:c")}</row>',
        '<cols><col min="1" max="2"/></cols>',
    ],
)
def test_what_is_not_far_is_let_through(rows: str) -> None:
    check_places(sheet(rows).encode())


SPACE = st.sampled_from(["", " ", "\n"])
PLACE = st.builds(lambda column, row: f"{column}{row}", st.sampled_from("ABCDEFabc"), st.integers(1, 9))


@st.composite
def tags(draw: st.DrawFn, name: str, values: st.SearchStrategy[str]) -> str:
    """An opening tag with none, one or two places, oddly spaced and quoted."""
    text = f"<{draw(st.sampled_from(['', 'x:']))}{name}"
    for value in draw(st.lists(values, max_size=2)):
        quote = draw(st.sampled_from("\"'"))
        text += f" {draw(SPACE)}r{draw(SPACE)}={draw(SPACE)}{quote}{value}{quote}{draw(SPACE)}"
    other = draw(st.sampled_from(["", ' s="1"', ' s=">"', " spans='1:2'", ' x:r="Z99"']))
    return f"{text}{other}>"


def _closed(tag: str, inside: str) -> str:
    name = "x:" if tag.startswith("<x:") else ""
    return f"{tag}{inside}</{name}{'row' if 'row' in tag[:6] else 'c'}>"


CELLS = st.builds(_closed, tags("c", PLACE), st.sampled_from(["<v>1</v>", "", "<v></v>"])) | st.sampled_from(
    ["<c/>", '<c r="F1"/>']
)
ROWS = st.builds(
    lambda tag, cells: _closed(tag, "".join(cells)),
    tags("row", st.integers(1, 9).map(str)),
    st.lists(CELLS, max_size=5),
) | st.just('<row r="8"/>')


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(ROWS, max_size=5))
def test_cells_are_counted_as_far_out_as_the_reader_counts_them(
    tmp_path_factory: pytest.TempPathFactory, rows: list[str]
) -> None:
    page = sheet("".join(rows))
    path = xlsx(tmp_path_factory.getbasetemp() / "places.xlsx", page)
    try:
        found = list(filled(page.encode()))
    except NoSheetError:
        return
    try:
        with python_calamine.load_workbook(path) as workbook:
            end = workbook.get_sheet_by_index(0).end
    except python_calamine.CalamineError:
        return
    if end is not None:
        assert max(row for row, _column, _place in found) >= end[0] + 1
        assert max(column for _row, column, _place in found) >= end[1] + 1


def test_more_tags_than_a_program_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "MAX_WALKED", 100)
    check_places(sheet(f"<row>{'<c/>' * 90}</row>").encode())
    with pytest.raises(NoSheetError):
        check_places(sheet("<row><c></c></row>" * 40).encode())


def test_letters() -> None:
    assert [letters(each) for each in (1, 26, 27, 702, 703, 16384)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


def test_the_sheet_is_named_in_the_fault(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", sheet(FAR[0]))
    with pytest.raises(PackFault, match=r"^a\.xlsx has a cell at 名单!XFD1048576, too far out: clear it"):
        list(read_pages(path))
