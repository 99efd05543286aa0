"""`columns.toml` in an organiser's folder: what the headers mean that no list of synonyms knows.

    ["学生预约名单"]
    "联系手机" = "手机号"
    "爱好" = ""

A table a kind of sheet, a line a header; an empty text says that the column is not read and not asked about.
"""

from __future__ import annotations

import difflib
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.pack.faults import PackFault
from kiosk.pack.files import is_plain
from kiosk.pack.sheets.headers import header_key
from kiosk.pack.sheets.tables import Sheet, Table

FILE = "columns.toml"
NOT_READ = ""
_MAX_BYTES = 1024 * 1024
_ALIKE = 0.6
"""Share of characters in common from which a header is offered as a guess."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Header texts as the organiser wrote them, by kind of sheet, with the column that each means."""

    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, sheet: Sheet) -> dict[str, str]:
        """Header key to canonical column, or to `NOT_READ`."""
        return {header_key(text): name for text, name in self.columns.get(sheet.name, {}).items()}


def read_columns(folder: Path, kinds: Iterable[Sheet]) -> ColumnMap:
    """The folder's columns.toml; an empty map where there is none. Raises PackFault with the line."""
    path = folder / FILE
    try:
        if not path.exists():
            return ColumnMap()
        if not is_plain(path) or path.stat().st_size > _MAX_BYTES:
            raise PackFault(f"{FILE} 不是文本文件。", f"{FILE} is no text file of at most 1 MB.")
        text = path.read_text("utf-8-sig")
        read = tomllib.loads(text)
    except OSError as fault:
        raise PackFault(
            f"{FILE} 读不出来：{fault.strerror}。", f"{FILE} cannot be read: {fault.strerror}."
        ) from fault
    except UnicodeDecodeError as fault:
        raise PackFault(
            f"{FILE} 不是 UTF-8，请另存为 UTF-8。", f"{FILE} is not UTF-8: save it as UTF-8."
        ) from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        what = " ".join(str(fault).split())[:200]
        raise PackFault(f"{FILE} 写法有误：{what}。", f"{FILE} is not well formed: {what}.") from fault
    return _checked(read, text, {each.name: each for each in kinds})


def _checked(read: Mapping[str, object], text: str, kinds: Mapping[str, Sheet]) -> ColumnMap:
    columns: dict[str, dict[str, str]] = {}
    for kind, lines in read.items():
        if kind not in kinds:
            raise _wrong(text, kind, f"没有“{kind}”这种表", f'there is no kind of sheet "{kind}"')
        if not isinstance(lines, dict):
            raise _wrong(text, kind, f"“{kind}”应该是一节", f'"{kind}" must be a section in brackets')
        for header, column in lines.items():
            if not isinstance(column, str) or (column and column not in kinds[kind].columns):
                known = "、".join(kinds[kind].columns)
                raise _wrong(
                    text,
                    header,
                    f"“{header}”只能对应这些列：{known}，或空着",
                    f'"{header}" must be one of the columns {known}, or empty',
                )
            columns.setdefault(kind, {})[header] = column
    return ColumnMap(columns)


def _wrong(text: str, word: str, zh: str, en: str) -> PackFault:
    line = next((at for at, each in enumerate(text.splitlines(), start=1) if word in each), 1)
    zh, en = (" ".join(each.split()) for each in (zh, en))
    return PackFault(f"{FILE} 第 {line} 行：{zh}。", f"{FILE} line {line}: {en}.")


def suggest(header: str, sheet: Sheet, taken: Iterable[str] = ()) -> str:
    """The column that a header not recognised may mean: one that it contains, or a near miss; else empty.

    Columns already `taken` by other headers are not offered.
    """
    key = header_key(header)
    names = {each: name for each, name in sheet.names().items() if name not in set(taken)}
    within = [each for each in names if len(each) > 1 and (each in key or (len(key) > 1 and key in each))]
    if within:
        return names[max(within, key=lambda each: min(len(each), len(key)) / max(len(each), len(key)))]
    near = difflib.get_close_matches(key, names, n=1, cutoff=_ALIKE)
    return names[near[0]] if near else NOT_READ


def propose_columns(tables: Iterable[tuple[Sheet, Table]], known: ColumnMap) -> str:
    """A columns.toml for reuse: what is `known`, and each header not recognised, with a guess or empty.

    The organiser looks at it, corrects it and puts it into the folder.
    """
    lines: dict[str, dict[str, tuple[str, str]]] = {
        kind: {header: (column, "") for header, column in each.items()}
        for kind, each in known.columns.items()
    }
    for sheet, table in tables:
        section = lines.setdefault(sheet.name, {})
        keys = {header_key(each) for each in section}
        for header in table.unknown:
            if header_key(header) in keys:
                continue
            guess = suggest(header, sheet, table.columns)
            section[header] = (guess, "  # 猜测 guess" if guess else "  # 不读 not read")
    parts = ["# 列名对照：左边是表头，右边是含义；空着就不读。What your headers mean; empty is not read."]
    for kind, section in lines.items():
        if section:
            parts += ["", f"[{_quoted(kind)}]"]
            parts += [f"{_quoted(header)} = {_quoted(to)}{why}" for header, (to, why) in section.items()]
    return "\n".join(parts) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
