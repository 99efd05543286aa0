"""A DXF file's bytes into ezdxf's document: encodings, damage, bounds. What is in it, dxf_shapes.py says."""

from __future__ import annotations

import io
import logging
import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from ezdxf import recover
from ezdxf.document import Drawing as Document
from ezdxf.filemanagement import read as read_text
from ezdxf.lldxf.const import DXFError

from kiosk.pack.faults import PackFault
from kiosk.pack.plans.drawing import read_bytes, wrong

T = TypeVar("T")
MAX_FILE_BYTES = 50 * 1024 * 1024
MAX_MENDED_BYTES = 20 * 1024 * 1024
"""Mending takes twice as long as reading, which takes a second for 1.3 MB on a small machine."""
MAX_RECORDS = 400_000
"""Of all sections: ezdxf builds about 10,000 a second. A hall's drawing has some thousands."""

BROKEN = (
    DXFError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
"""What ezdxf raises on bytes that are no sound DXF. Its readers trust the types of what they find, so a
damaged tag may show as any of these; all of them mean the file, never us."""

_RECORD = re.compile(rb"^[ \t]*0[ \t]*\r?$", re.MULTILINE)
_VERSION = re.compile(rb"\$ACADVER\s+1\s+AC(\d{4})")
_CODEPAGE = re.compile(rb"(\$DWGCODEPAGE\s+3[ \t]*\r?\n)[ \t]*([^\r\n]*)")
_FOREIGN = re.compile("[\u0080-\ud7ff\ue000-\uffff]")
_ESCAPE = re.compile(r"\\U\+([0-9A-Fa-f]{4})|\\M\+5([89A-Fa-f][0-9A-Fa-f][4-9A-Fa-f][0-9A-Fa-f])")
"""How CAD programs write what their codepage has not: Unicode, or GBK (5). ezdxf leaves them in R12."""
_UTF8_SINCE = 1021
"""AC1021 is AutoCAD 2007: from there on the text is UTF-8 and $DWGCODEPAGE says nothing."""

logging.getLogger("ezdxf").setLevel(logging.CRITICAL)
# It logs what it mends, with texts of the drawing; people get our notes instead.


def load(path: Path) -> tuple[Document, bool]:
    """The document, and whether it was damaged and had to be mended. Raises PackFault."""
    data = read_bytes(path, MAX_FILE_BYTES)
    _check_kind(path.name, data)
    if sum(1 for _ in _RECORD.finditer(data)) > MAX_RECORDS:
        raise wrong(
            path.name,
            f"内容超过 {MAX_RECORDS} 项，请删去与本层无关的内容再另存",
            f"it has more than {MAX_RECORDS} records: delete what is not of this level and save again",
        )
    encoding = encoding_of(data)
    text = _ESCAPE.sub(_character, data.decode(encoding, errors="replace").replace("\r\n", "\n"))
    try:
        return read_text(io.StringIO(text)), False
    except BROKEN:
        pass
    if len(data) > MAX_MENDED_BYTES:
        raise _broken(path.name)
    try:
        document, _audit = recover.read(io.BytesIO(_as_ascii(_ended(text))))
    except BROKEN as fault:
        raise _broken(path.name) from fault
    return document, True


def guarded(file: str, work: Callable[[], T]) -> T:
    """What `work` gives. Raises PackFault where ezdxf cannot make sense of an entity."""
    try:
        return work()
    except PackFault:
        raise
    except BROKEN as fault:
        raise _broken(file) from fault


def encoding_of(data: bytes) -> str:
    r"""What the text of a DXF is in: UTF-8 from 2007 on, else what $DWGCODEPAGE says, if that can be true.

    Programs in China write GBK bytes under any codepage, so bytes that are sound GB18030 are taken for that.

    >>> encoding_of(b"9\n$ACADVER\n1\nAC1009\n9\n$DWGCODEPAGE\n3\nANSI_1252\n8\n\xd5\xb9\xce\xbb\n")
    'gb18030'
    """
    if data.isascii() or _decodes(data, "utf-8"):
        return "utf-8"
    version = _VERSION.search(data)
    if version and int(version[1]) >= _UTF8_SINCE:
        return "utf-8"
    codepage = _CODEPAGE.search(data)
    said = codepage[2].strip().lower() if codepage else b""
    if said in (b"ansi_950", b"big5") and _decodes(data, "cp950"):
        return "cp950"
    if said in (b"ansi_936", b"gb2312", b"") or _decodes(data, "gb18030"):
        return "gb18030"
    return "cp1252"


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _character(escape: re.Match[str]) -> str:
    """The character of an escape; never a line's end or another control character, which would make tags."""
    if escape[1]:
        found = chr(int(escape[1], 16))
        return found if found.isprintable() else ""
    return bytes.fromhex(escape[2]).decode("gbk", errors="replace")


def _ended(text: str) -> str:
    """A file that was cut off, ended before the record that was cut: else its last section is passed over."""
    lines = text.split("\n")
    if "EOF" in (each.strip() for each in lines[-3:]):
        return text
    starts = (at for at in range(len(lines) // 2 * 2 - 2, 0, -2) if lines[at].strip() == "0")
    return "\n".join([*lines[: next(starts, len(lines))], "0", "ENDSEC", "0", "EOF", ""])


def _as_ascii(text: str) -> bytes:
    """For ezdxf.recover, which reads bytes and believes the header's codepage: escapes need none."""
    return _FOREIGN.sub(lambda found: f"\\U+{ord(found[0]):04X}", text).encode("ascii", errors="replace")


def _check_kind(file: str, data: bytes) -> None:
    if data.startswith(b"AC10"):
        raise wrong(
            file,
            "这是 DWG，请在 CAD 里另存为 DXF（2007 或更新）",
            "this is DWG: save it as DXF (2007 or newer) in the CAD program",
        )
    if data.startswith(b"AutoCAD Binary DXF"):
        raise wrong(
            file, "这是二进制 DXF，请另存为文本（ASCII）DXF", "this is binary DXF: save it as ASCII DXF"
        )
    if b"\0" in data:
        raise wrong(file, "不是文本 DXF，请重新导出", "it is no text DXF: export it again")


def _broken(file: str) -> PackFault:
    return wrong(
        file,
        "DXF 已损坏，补不好，请在 CAD 里打开后重新另存",
        "this DXF is damaged beyond repair: open it in a CAD program and save it again",
    )
