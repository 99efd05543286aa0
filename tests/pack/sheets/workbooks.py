"""Workbooks written by hand, part by part, as no program would write them."""

from __future__ import annotations

import zipfile
from pathlib import Path

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"'
    ' Target="{}"/></Relationships>'
)
_BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def cell(place: str, text: str) -> str:
    """A cell with its text in place."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADER = f'<row r="1">{cell("A1", "姓名")}{cell("B1", "学校")}</row>'


def sheet(rows: str, before: str = "") -> str:
    """A sheet's XML around its rows."""
    return (
        f'{before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def xlsx(
    path: Path, page: str | bytes, strings: str | bytes = "", method: int = zipfile.ZIP_DEFLATED
) -> Path:
    """Write a workbook with one sheet, called 名单."""
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS.format("officeDocument", "xl/workbook.xml"))
        archive.writestr("xl/workbook.xml", _BOOK)
        archive.writestr(
            "xl/_rels/workbook.xml.rels", _RELATIONS.format("worksheet", "worksheets/sheet1.xml")
        )
        archive.writestr("xl/worksheets/sheet1.xml", page)
        if strings:
            archive.writestr("xl/sharedStrings.xml", strings)
    return path


def ods(path: Path, rows: str, whole: bool = True) -> Path:
    """Write an ods with one sheet of these rows, or one that ends in the middle of it."""
    end = "</table:table></office:spreadsheet></office:body></office:document-content>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest/>")
        archive.writestr(
            "content.xml",
            "<office:document-content><office:body><office:spreadsheet>"
            f'<table:table table:name="名单">{rows}{end if whole else "<!-- </table:table> "}',
        )
    return path


def ods_row(*texts: str, repeated: int = 1, cell_repeated: int = 1) -> str:
    """A row of an ods."""
    cells = "".join(
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{cell_repeated}">'
        f"<text:p>{text}</text:p></table:table-cell>"
        for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'
