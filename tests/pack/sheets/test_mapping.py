"""columns.toml: read strictly, guessed, written for reuse."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.pack.faults import PackFault
from kiosk.pack.sheets.finding import survey
from kiosk.pack.sheets.kinds import EMPLOYERS, KINDS, OPENINGS, STUDENTS
from kiosk.pack.sheets.mapping import ColumnMap, propose_columns, read_columns, suggest
from kiosk.pack.sheets.tables import read_table


def _folder(folder: Path, columns: str, header: str = "姓名,学校,联系用手机,爱好,口味") -> Path:
    (folder / "columns.toml").write_text(columns, "utf-8")
    (folder / "学生预约名单.csv").write_text(f"{header}\n林远,北京大学,13000000001,棋,咸\n", "utf-8")
    return folder


def test_headers_are_mapped_left_out_or_reported(tmp_path: Path) -> None:
    sheets = survey(_folder(tmp_path, '["学生预约名单"]\n"联系用手机*" = "手机号"\n"爱好" = ""\n'))
    (table,) = sheets.tables(STUDENTS)
    assert table.columns == ("姓名", "学校", "手机号")
    assert table.rows[0]["手机号"] == "13000000001"
    assert table.unknown == ("口味",)


def test_what_the_organiser_says_goes_before_the_synonyms(tmp_path: Path) -> None:
    folder = _folder(tmp_path, '["学生预约名单"]\n"电话" = ""\n"备用" = "手机号"\n', "姓名,学校,电话,备用")
    (table,) = survey(folder).tables(STUDENTS)
    assert (table.columns, table.letter("手机号")) == (("姓名", "学校", "手机号"), "D")


def test_a_mapped_column_makes_a_required_one(tmp_path: Path) -> None:
    columns = '["学生预约名单"]\n"谁" = "姓名"\n"哪里" = "学校"\n'
    (tmp_path / "columns.toml").write_text(columns, "utf-8")
    (tmp_path / "导出.csv").write_text("谁,哪里\n林远,北京大学\n", "utf-8")
    assert [row["姓名"] for row in survey(tmp_path).tables(STUDENTS)[0].rows] == ["林远"]


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ('x = 1\n["名单"\n', r"columns\.toml is not well formed: .*line 2"),
        ('\n["名单"]\n"a" = "b"\n', r'columns\.toml line 2: there is no kind of sheet "名单"\.'),
        ('"学生预约名单" = 3\n', r'columns\.toml line 1: "学生预约名单" must be a section'),
        (
            '["学生预约名单"]\n"手机" = "电话号"\n',
            r'columns\.toml line 2: "手机" must be one of the columns 序号',
        ),
        ('["学生预约名单"]\n"手机" = 3\n', r"columns\.toml line 2"),
        ('["学生预约名单"]\n"手机" = ["手机号"]\n', r"columns\.toml line 2"),
        ("a = " + "[" * 100_000, r"columns\.toml is not well formed"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, columns: str, words: str) -> None:
    with pytest.raises(PackFault, match=words) as caught:
        survey(_folder(tmp_path, columns))
    assert "\n" not in caught.value.words.zh + caught.value.words.en


def test_what_is_no_text_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "columns.toml")
    with pytest.raises(PackFault, match="is no text file"):
        read_columns(tmp_path, KINDS)
    (tmp_path / "columns.toml").unlink()
    (tmp_path / "columns.toml").write_bytes('"手机" = ""'.encode("gb18030"))
    with pytest.raises(PackFault, match="is not UTF-8"):
        read_columns(tmp_path, KINDS)


@pytest.mark.parametrize(
    ("header", "guess"),
    [
        ("联系用手机", "手机号"),
        ("毕业的学校", "学校"),
        ("预约的时段", "预约时段"),
        ("Mobile nmber", "手机号"),
        ("Univeristy", "学校"),
        ("爱好", ""),
        ("", ""),
    ],
)
def test_near_misses_are_guessed(header: str, guess: str) -> None:
    assert suggest(header, STUDENTS) == guess


def test_a_column_that_is_there_is_not_guessed_again() -> None:
    assert suggest("联系用手机", STUDENTS, ("手机号",)) == ""


def test_the_proposal_is_read_back_and_nothing_is_unknown_then(tmp_path: Path) -> None:
    folder = _folder(tmp_path, '["岗位需求表"]\n"薪" = "薪资待遇"\n')
    sheets = survey(folder)
    proposal = propose_columns([(STUDENTS, table) for table in sheets.tables(STUDENTS)], sheets.mapping)
    assert '"联系用手机" = "手机号"  # 猜测 guess' in proposal.splitlines()
    assert '"爱好" = ""  # 不读 not read' in proposal.splitlines()
    (folder / "columns.toml").write_text(proposal, "utf-8")
    again = survey(folder)
    assert again.mapping.of(OPENINGS) == {"薪": "薪资待遇"}
    (table,) = again.tables(STUDENTS)
    assert (table.unknown, table.columns) == ((), ("姓名", "学校", "手机号"))
    assert propose_columns([(STUDENTS, table)], again.mapping).count("=") == proposal.count("=")


@given(header=st.text(min_size=1, max_size=20).filter(str.strip))
def test_any_header_is_proposed_and_read_back(tmp_path_factory: pytest.TempPathFactory, header: str) -> None:
    folder = tmp_path_factory.mktemp("fair", numbered=True)
    path = folder / "参会单位汇总表.csv"
    quoted = header.replace('"', '""')
    path.write_text(f'单位名称,"{quoted}"\n甲,x\n', "utf-8", errors="replace", newline="")
    try:
        table = read_table(path, EMPLOYERS)
    except PackFault:
        return
    (folder / "columns.toml").write_text(propose_columns([(EMPLOYERS, table)], ColumnMap()), "utf-8")
    assert read_columns(folder, KINDS).columns.get(EMPLOYERS.name, {}).keys() == set(table.unknown)
