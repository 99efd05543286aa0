"""Random sheets of every kind: cells that rules know or nobody does, blank rows, sums, twins, merges."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from hypothesis import strategies as st

from kiosk.pack.sheets.tables import Sheet

_KNOWN = (
    "",
    " ",
    "林远",
    "王 伟",
    "阿依古丽.买买提",
    "北京大学",
    "北科大",
    "4111010008",
    "京华软件（示例）",
    "京华软件(示例)",
    "A001",
    "a-2",
    "A006/A007",
    "待定",
    "13000000001",
    "1.3E+10",
    "20230001",
    "本科",
    "计算机科学与技术",
    "2027届",
    "09:00-10:00",
    "2026-11-28",
    "2026-11-31",
    "9点30分",
    "若干",
    "2~4",
    "3",
    "3.5",
    "南",
    "1",
    "用人单位",
    "外星人",
    "第一批",
    "已取消",
    "=1+1",
    "@x",
    "限女",
    "合计",
)
_CELLS = st.sampled_from(_KNOWN) | st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\0\ufffe\uffff"), max_size=5
)
_GOOD = {
    "单位名称": ("京华软件（示例）", "燕山重工（示例）", "永定河能源（示例）"),
    "岗位名称": ("工程师", "会计"),
    "学校": ("北京大学", "北科大"),
    "学校名称": ("北京大学", "清华大学", "北科大"),
    "姓名": ("林远", "李䶮", "王伟", "赵六", "阿依古丽·买买提"),
    "手机号": ("13000000001", "13000000002", "13000000003", ""),
    "学号": ("20230001", "20230002", "20230003", ""),
    "证件类型": ("用人单位", "媒体"),
    "活动名称": ("宣讲会", "讲座"),
    "活动编号": ("P01", "P02", "P03", ""),
    "日期": ("2026-11-28",),
    "开始时间": ("09:00", "10:00"),
    "结束时间": ("11:00", "12:00"),
    "批次": ("第一批", "第二批", ""),
    "展位号": ("A001", "A002", "A003", "A004"),
    "楼层": ("1",),
    "X": ("1", "4"),
    "Y": ("1",),
    "宽": ("3",),
    "高": ("3",),
    "朝向": ("南", "北"),
    "学历": ("本科", "硕士"),
    "专业": ("法学", "金融学", ""),
    "人数": ("3", "20"),
}
"""What makes a record, so that not every row is refused for its first cell."""
_SLIPS = 6
"""Of so many cells one is anything."""


@dataclass(frozen=True)
class RandomSheet:
    """A sheet's texts; the first row is the header.

    `merges` are column, first and last row, counted from 0; only the first of these rows has a text there.
    """

    grid: tuple[tuple[str, ...], ...]
    merges: tuple[tuple[int, int, int], ...] = ()

    def as_csv(self) -> bytes:
        """As csv in UTF-8 with a mark, as Excel writes it; merged cells are blanks."""
        text = io.StringIO(newline="")
        csv.writer(text).writerows(self.grid)
        return text.getvalue().encode("utf-8-sig")

    def as_xlsx(self) -> bytes:
        """As a workbook, with the merges."""
        from xlsxwriter.workbook import Workbook  # noqa: PLC0415

        data = io.BytesIO()
        book = Workbook(data, {"in_memory": True})
        sheet = book.add_worksheet("表")
        for row, cells in enumerate(self.grid):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text)
        for column, first, last in self.merges:
            sheet.merge_range(first, column, last, column, "")
            sheet.write_string(first, column, self.grid[first][column])
        book.close()
        return data.getvalue()


def _cell(column: str) -> st.SearchStrategy[str]:
    good = st.sampled_from(_GOOD.get(column, ("",)))
    return st.integers(1, _SLIPS).flatmap(lambda slip: _CELLS if slip == 1 else good)


@st.composite
def sheets(draw: st.DrawFn, sheet: Sheet) -> RandomSheet:
    """A sheet that has the required columns, some others, and one that nobody knows."""
    others = [each for each in sheet.columns if each not in sheet.required]
    chosen = draw(st.lists(st.sampled_from(others), unique=True, max_size=5))
    header = tuple(draw(st.permutations([*sheet.required, *chosen, "星座"])))
    rows: list[tuple[str, ...]] = []
    for _ in range(draw(st.integers(0, 12))):
        kind = draw(st.integers(0, 9))
        if kind == 0:
            rows.append(("",) * len(header))
        elif kind == 1:
            rows.append(("合计", *draw(st.lists(_CELLS, min_size=len(header) - 1, max_size=len(header) - 1))))
        elif kind == 2 and rows:
            rows.append(draw(st.sampled_from(rows)))
        else:
            rows.append(tuple(draw(_cell(column)) for column in header))
    if len(rows) < 2 or not draw(st.booleans()):
        return RandomSheet((header, *rows))
    column, first = draw(st.integers(0, len(header) - 1)), draw(st.integers(1, len(rows) - 1))
    last = draw(st.integers(first + 1, len(rows)))
    for at in range(first, last):
        rows[at] = (*rows[at][:column], "", *rows[at][column + 1 :])
    return RandomSheet((header, *rows), ((column, first, last),))
