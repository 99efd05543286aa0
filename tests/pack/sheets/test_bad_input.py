"""Files made to harm, or spoilt on their way: one line that says where, in bounded time and memory."""

from __future__ import annotations

import io
import os
import random
import struct
import time
import zipfile
from pathlib import Path

import pytest

from kiosk.pack.faults import PackFault
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.sheets import apart, places, unpacking
from kiosk.pack.sheets.kinds import STUDENTS
from kiosk.pack.sheets.opening import MAX_FILE_BYTES
from kiosk.pack.sheets.tables import Table, read_table, records
from tests.pack.sheets.workbooks import HEADER, cell, ods, ods_row, sheet, xlsx

DATA = Path(__file__).parent / "data"
LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
NAME = "学生预约名单.xlsx"


def _row(*texts: str) -> str:
    return f'<row r="2">{"".join(cell(f"{chr(65 + at)}2", text) for at, text in enumerate(texts))}</row>'


def _refused(path: Path, words: str) -> None:
    with pytest.raises(PackFault, match=words) as caught:
        read_table(path, STUDENTS)
    for line in (caught.value.words.zh, caught.value.words.en):
        assert path.name in line
        assert "\n" not in line


LAUGHS = "<!DOCTYPE x [" + "".join(
    f'<!ENTITY e{at} "{f"&e{at - 1};" * 10 if at else "哈哈"}">' for at in range(30)
) + "]>"  # fmt: skip
EXTERNAL = '<!DOCTYPE x [<!ENTITY e29 SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [LAUGHS, EXTERNAL], ids=["laughs", "external"])
def test_entities_of_a_sheet(tmp_path: Path, doctype: str) -> None:
    path = xlsx(tmp_path / NAME, sheet(HEADER + _row("&e29;", "北京大学"), doctype))
    _refused(path, "no whole Excel workbook")


@pytest.mark.parametrize("doctype", [LAUGHS, EXTERNAL], ids=["laughs", "external"])
def test_entities_of_shared_texts(tmp_path: Path, doctype: str) -> None:
    row = '<row r="2"><c r="A2" t="s"><v>0</v></c></row>'
    path = xlsx(tmp_path / NAME, sheet(HEADER + row), f"{doctype}<sst><si><t>&e29;</t></si></sst>")
    _refused(path, "no whole Excel workbook")


@pytest.mark.parametrize("doctype", [LAUGHS, EXTERNAL], ids=["laughs", "external"])
def test_entities_of_an_ods(tmp_path: Path, doctype: str) -> None:
    path = ods(tmp_path / "学生预约名单.ods", ods_row("姓名", "学校") + ods_row("&e29;", "北京大学"))
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml")
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("content.xml", doctype.encode() + content)
    _refused(path, "damaged or far too large")


def _claim(path: Path, member: str, size: int) -> None:
    """Let the archive say that a member unpacks to `size` bytes, in its list and before the member."""
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        header = archive.getinfo(member).header_offset
    data[header + 22 : header + 26] = struct.pack("<I", size)
    entry = data.rindex(member.encode()) - 46
    data[entry + 24 : entry + 28] = struct.pack("<I", size)
    path.write_bytes(data)


@pytest.mark.parametrize("size", [0, 100, 2**31, 2**32 - 2])
def test_an_archive_that_lies_about_sizes(tmp_path: Path, size: int) -> None:
    path = xlsx(tmp_path / NAME, sheet(HEADER + _row("林远", "北京大学")))
    _claim(path, "xl/worksheets/sheet1.xml", size)
    _refused(path, "no whole Excel workbook|unpacks to more than 256 MB")


def test_a_bomb_that_says_it_is_small(tmp_path: Path) -> None:
    path = xlsx(tmp_path / NAME, b"<x>" + bytes(100 * 2**20))
    assert path.stat().st_size < MAX_FILE_BYTES
    _claim(path, "xl/worksheets/sheet1.xml", 1000)
    start = time.process_time()
    _refused(path, "no whole Excel workbook")
    assert time.process_time() - start < 10, "0.4 s where this was written"


def test_an_archive_of_too_many_members(tmp_path: Path) -> None:
    path = xlsx(tmp_path / NAME, sheet(HEADER))
    with zipfile.ZipFile(path, "a") as archive:
        for at in range(unpacking.MAX_MEMBERS):
            archive.writestr(f"xl/worksheets/x{at}.xml", "")
    _refused(path, "unpacks to more than")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_compression_that_no_workbook_uses(tmp_path: Path, method: int) -> None:
    _refused(xlsx(tmp_path / NAME, sheet(HEADER), method=method), "no whole Excel workbook")


def test_a_second_sheet_of_the_same_name_hides_nothing(tmp_path: Path) -> None:
    path = xlsx(tmp_path / NAME, sheet(HEADER + _row("林远", "北京大学")))
    far = '<row r="9"><c r="XFD1048576"><v>1</v></c></row>'
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/worksheets/sheet1.xml", sheet(far))
    _refused(path, r"has a cell at 名单!XFD1048576")


def test_a_sheet_outside_of_its_folder_is_looked_at_too(tmp_path: Path) -> None:
    path = xlsx(tmp_path / NAME, sheet('<row r="9"><c r="XFD1048576"><v>1</v></c></row>'))
    moved = tmp_path / "moved.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(moved, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(b"worksheets/sheet1.xml", b"worksheets/../odd/a.xml")
            new.writestr(name.replace("xl/worksheets/sheet1.xml", "xl/worksheets/../odd/a.xml"), data)
    _refused(moved, "XFD1048576|no whole")


@pytest.mark.parametrize("size", [32_768, 3_500_000], ids=["long", "10 MB"])
def test_a_cell_that_is_too_long_is_named(tmp_path: Path, size: int) -> None:
    path = xlsx(tmp_path / NAME, sheet(HEADER + _row("林远", "北" * size)))
    _refused(path, r"more than 32,767 characters in the cell 名单!B2: shorten it")
    csv = tmp_path / "学生预约名单.csv"
    csv.write_text(f"姓名,学校\n林远,{'北' * size}\n", "utf-8")
    _refused(csv, "in the cell B2: shorten it" if size < 131_072 else "row 2 has a cell of more than 130,000")


def test_a_long_cell_is_cut_and_reported(tmp_path: Path) -> None:
    path = xlsx(tmp_path / NAME, sheet(HEADER + _row("林远", "北" * 4_001, "未知列" * 2_000)))
    table, ledger = read_table(path, STUDENTS), Ledger()
    (row,) = records(table, ledger)
    assert (len(row["学校"]), len(table.cells_of(2)[1])) == (4_000, 4_001)
    assert [(each.row, each.subject) for each in ledger.findings] == [(2, "学校")]


ODD = [
    "=1+1", "+86 130", "-5", "@SUM(A1)", "\u202e远林", "林\u200b远", "\ufeff林", "\x07", "a\tb",
    "\ud7ff\ue000", "𬭎", "_x0041_", "1e400", "TRUE", " 林 ", "\u2028",
]  # fmt: skip


def test_odd_texts_of_a_csv_come_through_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "学生预约名单.csv"
    path.write_text("姓名,学校\n" + "".join(f'"{text}",x\n' for text in ODD), "utf-8", newline="")
    assert [row["姓名"] for row in read_table(path, STUDENTS).rows] == ODD


def test_a_quote_that_is_never_closed_swallows_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "学生预约名单.csv"
    path.write_text('姓名,学校\n林远,北大\n"李远,北大\n周一,北大\n', "utf-8")
    _refused(path, r"row 3 is no well-formed CSV, perhaps a quote is missing")


def test_a_csv_of_too_many_columns_or_cells(tmp_path: Path) -> None:
    path = tmp_path / "学生预约名单.csv"
    path.write_text("姓名,学校\n" + "," * 600, "utf-8")
    _refused(path, "too many columns by row 2")
    path.write_bytes(("," * 511 + "\n").encode() * (places.MAX_CELLS // 512 + 1))
    _refused(path, "too many columns by row")


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "学生预约名单.csv"
    path.write_bytes("姓名,学校\n林\0远,x\n".encode())
    _refused(path, "is no text file")
    path.write_bytes(b"\xff\xfe\x00\xd8\x00")
    _refused(path, "neither UTF-8 nor GB18030")


def test_a_workbook_with_a_password(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    )
    _refused(path, "has a password: remove it")
    data = bytearray(xlsx(path, sheet(HEADER)).read_bytes())
    for at in range(len(data) - 4):
        if data[at : at + 4] in (b"PK\1\2", b"PK\3\4"):
            data[at + (8 if data[at + 2] == 1 else 6)] |= 1
    path.write_bytes(data)
    _refused(path, "has a password: remove it")


def test_an_old_workbook_of_garbage(tmp_path: Path) -> None:
    path = tmp_path / "学生预约名单.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(1).randbytes(20_000))
    _refused(path, "is damaged or far too large to be read: save it from Excel as xlsx")


def test_an_old_workbook_with_a_cell_far_out(tmp_path: Path) -> None:
    """The last row's number of every cell record is set as far out as the format can say."""
    data = bytearray((DATA / "libreoffice.xls").read_bytes())
    for at in range(len(data) - 8):
        if data[at : at + 8] in (b"\xfd\0\x0a\0\6\0\0\0", b"\xfd\0\x0a\0\4\0\0\0"):
            data[at + 4 : at + 8] = b"\xff\xff\xff\xff"
    path = tmp_path / "学生预约名单.xls"
    path.write_bytes(data)
    _refused(path, "far too large|too far out")


def test_an_ods_that_repeats_itself_for_ever(tmp_path: Path) -> None:
    head = ods_row("姓名", "学校")
    for row in (
        ods_row("林", repeated=2_000_000_000),
        ods_row("林", cell_repeated=2_000_000_000),
        ods_row("林", repeated=3_000_000),
    ):
        path = ods(tmp_path / "学生预约名单.ods", head + row)
        _refused(path, "far too large|too far out")
    # So much would fit into the machine's memory, but not into what that process may have.
    row = ods_row("林", repeated=1_048_576, cell_repeated=60)
    _refused(ods(tmp_path / "学生预约名单.ods", head + row), "far too large")


def test_an_ods_that_ends_too_early(tmp_path: Path) -> None:
    path = ods(tmp_path / "学生预约名单.ods", ods_row("姓名", "学校"))
    data = (tmp_path / "x.ods", ods(tmp_path / "x.ods", ods_row("姓名", "学校"), whole=False))[1].read_bytes()
    start = time.monotonic()
    with pytest.raises(PackFault, match="damaged"):
        apart.read_apart(path.name, data, time_s=0.6)
    assert time.monotonic() - start < 60, "it never ends by itself"


def test_many_sheets_that_are_too_large_together(tmp_path: Path) -> None:
    row = '<row r="199999"><c r="AZ199999"><v>1</v></c></row>'
    path = xlsx(tmp_path / "x.xlsx", sheet(HEADER.replace("姓名", "名") + row))
    book = tmp_path / NAME
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name).decode()
            data = data.replace("</sheets>", '<sheet name="二" sheetId="2" r:id="rId1"/></sheets>')
            new.writestr(name, data)
    _refused(book, "has a cell at 二!AZ199999, too far out")


def test_rows_of_an_ods_keep_their_numbers(tmp_path: Path) -> None:
    blank = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
    rows = blank + ods_row("姓名", "学校") + blank + ods_row("林远", "北大", repeated=2)
    table = read_table(ods(tmp_path / "学生预约名单.ods", rows), STUDENTS)
    assert table.header_row == 4
    assert [row.number for row in table.rows if row["姓名"]] == [8, 9]


def test_merged_ranges_that_lie_over_each_other(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{at}"><c r="A{at}"><v>1</v></c><c r="B{at}"><v>1</v></c></row>' for at in range(2, 15_000)
    )
    merges = "".join(f'<mergeCell ref="A{at}:A1048576"/>' for at in range(2, 20_000))
    page = sheet(HEADER + rows).replace("</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>")
    start = time.process_time()
    read_table(xlsx(tmp_path / NAME, page), STUDENTS)
    assert time.process_time() - start < 20, "0.4 s where this was written; minutes when each was filled"


@pytest.mark.parametrize("strange", ["pipe", "folder"])
def test_what_is_no_file(tmp_path: Path, strange: str) -> None:
    path = tmp_path / NAME
    if strange == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    _refused(path, "is no file: move it away")


TOKENS = (
    b"<", b">", b'"', b"/", b' r="XFD1048576"', b' r="B9999999"', b"&a;", b"<c>", b"</c>", b"\0", b"\xff",
    b'<row r="99999999">', b"99999999999999999999", b"<v>", b't="s"', b't="d"', b"1e400", b"nan", b"<!--",
    b"<![CDATA[", b'<mergeCell ref="A1:XFD1048576"/>', b'<mergeCell ref="B"/>', b'ref="A5:A2"', b'state="x"',
    b"-1", b",", b"\n", b";", b"\t",
)  # fmt: skip


def spoilt(rng: random.Random, whole: bytes) -> bytes:
    """Some bytes replaced, doubled, put in or cut off."""
    data = bytearray(whole)
    for _ in range(rng.randint(1, 4)):
        start = rng.randrange(len(data) + 1)
        end = min(len(data), start + rng.choice((0, 0, 1, 3, 20, 200)))
        way = rng.random()
        if way < 0.5:
            data[start:end] = rng.choice(TOKENS)
        elif way < 0.7:
            data[start:end] = data[end : end + rng.randint(0, 50)]
        elif way < 0.9:
            data[start:end] = rng.randbytes(rng.randint(1, 4))
        else:
            del data[start:]
    return bytes(data)


def spoilt_archive(rng: random.Random, whole: bytes) -> bytes:
    """An archive with one member spoilt, in order otherwise."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        likely = [
            name for name in names if "sheet1" in name or name in ("xl/sharedStrings.xml", "content.xml")
        ]
        chosen = rng.choice(names if rng.random() < 0.3 else likely)
        for name in names:
            new.writestr(name, spoilt(rng, old.read(name)) if name == chosen else old.read(name))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("suffix", "count"),
    [
        ("xlsx", 20_000 if LONG else 250),
        ("csv", 20_000 if LONG else 200),
        ("xls", 500 if LONG else 10),
        ("ods", 500 if LONG else 10),
    ],
)
def test_spoilt_files_give_a_table_or_one_line(tmp_path: Path, suffix: str, count: int) -> None:
    path = tmp_path / f"学生预约名单.{suffix}"
    if suffix == "csv":
        whole = "姓名,学校,手机号\n".encode() + '林远,"北京大学",13000000001\n'.encode() * 20
    else:
        whole = (DATA / f"libreoffice.{suffix}").read_bytes()
    for seed in range(count):
        rng = random.Random(seed)
        zipped = suffix in ("xlsx", "ods") and seed % 5
        path.write_bytes(spoilt_archive(rng, whole) if zipped else spoilt(rng, whole))
        start = time.process_time()
        try:
            table: Table | None = read_table(path, STUDENTS)
            lines = [path.name]
        except PackFault as fault:
            table, lines = None, [fault.words.zh, fault.words.en]
        assert all(path.name in line and "\n" not in line for line in lines), seed
        assert time.process_time() - start < 10, seed
        assert table is None or len(list(table.rows)) == len(table.rows), seed


def test_a_workbook_cut_off_anywhere(tmp_path: Path) -> None:
    whole = (DATA / "libreoffice.xlsx").read_bytes()
    path = tmp_path / NAME
    for end in range(0, len(whole), 1 if LONG else 40):
        path.write_bytes(whole[:end])
        _refused(path, "no whole Excel workbook")
