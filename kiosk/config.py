"""kiosk.toml: composed of each room's own settings, read once, strict on unknown keys."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec

from kiosk.devices.settings import PrinterSettings, ScannerSettings
from kiosk.domain.words import Words
from kiosk.keys.settings import KeySettings
from kiosk.sync.settings import SyncSettings
from kiosk.ui.settings import WindowSettings


class ConfigFault(Exception):
    """kiosk.toml cannot be used; `words` say why and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of kiosk.toml. An absent file is all defaults."""

    place: str = ""
    """This kiosk's id in the plan; the plan's first kiosk if empty."""
    fair: str = ""
    """Which of the installed fairs; the only one, or the one installed last, if empty."""
    authority: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{64})?$")] = ""
    """Hex of the public key of the organiser whose packs this kiosk takes; the first pack's if empty."""
    rehearsal: bool = False
    """Whether a rehearsal is held: what happens is recorded, and counts nowhere."""
    keys: KeySettings = KeySettings()
    printer: PrinterSettings = PrinterSettings()
    """The one printer, as long as there is no more than one."""
    printers: tuple[PrinterSettings, ...] = ()
    """Several, the first one first; then `printer` stays empty."""
    scanners: tuple[ScannerSettings, ...] = ()
    """Besides the keyboard wedge."""
    window: WindowSettings = WindowSettings()
    sync: SyncSettings = SyncSettings()
    """Whom this kiosk shares its facts with."""


def read(path: Path) -> Settings:
    """The settings in a kiosk.toml; ConfigFault names the key that is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as problem:
        raise ConfigFault(
            Words(f"读不出 {path}，请检查文件。", f"Cannot read {path}: check the file.")
        ) from problem
    try:
        return msgspec.toml.decode(text, type=Settings, strict=True)
    except (msgspec.ValidationError, msgspec.DecodeError) as problem:
        raise ConfigFault(Words(f"{path} 有误：{problem}", f"{path} is not right: {problem}")) from problem


Value = str | bool | int | float
"""What a line of kiosk.toml may hold here."""


def keep(path: Path, table: str, values: Mapping[str, Value] | Sequence[Mapping[str, Value]]) -> None:
    """Write settings into a kiosk.toml, in their lines; all else stays, comments too.

    `table` is the one whose names they are (window), or nothing for those above every table. A sequence is an
    array of tables ([[scanners]]): it stands for all of that array from now on, an empty one ends it.

    Written aside and renamed, so that the file is whole at every moment. ConfigFault where it cannot be, or
    where it would not be read as it was meant: then nothing is changed.
    """
    before = read(path)
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        if isinstance(values, Mapping):
            text = _with_lines(text, table, _texts(values))
        else:
            text = _with_array(text, table, values)
        wanted = msgspec.convert(_merged(msgspec.to_builtins(before), table, values), Settings, strict=True)
        if msgspec.toml.decode(text, type=Settings, strict=True) != wanted:
            raise ConfigFault(
                Words(
                    f"{path} 写法特殊，没有改动，请手工修改。",
                    f"{path} was left as it is: change it by hand.",
                )
            )
        _write_whole(path, text)
    except OSError as problem:
        raise ConfigFault(
            Words(f"写不进 {path}，请检查权限和空间。", f"Cannot write {path}: check permissions and space.")
        ) from problem
    except (msgspec.ValidationError, msgspec.DecodeError) as problem:
        raise ConfigFault(
            Words(f"{path} 没有改动：{problem}", f"{path} was not changed: {problem}")
        ) from problem


def _merged(
    settings: dict[str, Any], table: str, values: Mapping[str, Value] | Sequence[Mapping[str, Value]]
) -> dict[str, Any]:
    """All settings as they are to be."""
    if not isinstance(values, Mapping):
        return {**settings, table: [dict(each) for each in values]}
    if not table:
        return {**settings, **values}
    return {**settings, table: {**settings[table], **values}}


def _with_lines(text: str, table: str, values: Mapping[str, str]) -> str:
    """The TOML with `name = value` under [table], each in place of the line that stands there."""
    lines = text.splitlines()
    headers = [at for at, line in enumerate(lines) if _HEADER.match(line)]
    start = next((at for at in headers if _names(lines[at], table)), None) if table else -1
    if start is None:
        return "\n".join([*lines, *([""] if lines else []), f"[{table}]", *_assigned(values)]) + "\n"
    end = next((at for at in headers if at > start), len(lines))
    names = {at: match[1] for at in range(start + 1, end) if (match := _NAME.match(lines[at]))}
    lines[start + 1 : end] = [
        f"{names[at]} = {values[names[at]]}" if names.get(at) in values else lines[at]
        for at in range(start + 1, end)
    ]
    missing = {name: value for name, value in values.items() if name not in names.values()}
    place = start + 1 if table else _after_opening(lines[:end], min(names, default=None))
    lines[place:place] = _assigned(missing)
    return "\n".join(lines) + "\n"


def _after_opening(lines: Sequence[str], first_name: int | None) -> int:
    """Where names above every table are added: before the first that stands there, else behind the remarks
    that open the file."""
    if first_name is not None:
        return first_name
    remarks = 0
    while remarks < len(lines) and lines[remarks].lstrip().startswith("#"):
        remarks += 1
    return remarks


def _with_array(text: str, table: str, values: Sequence[Mapping[str, Value]]) -> str:
    """The TOML with these as [[table]], where the first of them stands now, else at the end."""
    lines = text.splitlines()
    headers = [at for at, line in enumerate(lines) if _HEADER.match(line)]
    old = [at for at in headers if _names(lines[at], table, array=True)]
    ends = {at: _end(lines, next((each for each in headers if each > at), len(lines))) for at in old}
    gone = {line for at in old for line in range(at, ends[at])}
    made = [line for each in values for line in (f"[[{table}]]", *_assigned(_texts(each)), "")]
    place = old[0] if old else len(lines)
    before = [line for at, line in enumerate(lines[:place]) if at not in gone]
    after = [line for at, line in enumerate(lines) if at >= place and at not in gone]
    if made and before and before[-1].strip():
        before.append("")
    return "\n".join([*before, *made, *after]).rstrip("\n") + "\n"


def _end(lines: Sequence[str], following: int) -> int:
    """Where a table ends: remarks and blank lines right above the next header are that one's."""
    while following < len(lines) and (
        not lines[following - 1].strip() or _REMARK.match(lines[following - 1])
    ):
        following -= 1
    return following


_HEADER = re.compile(r"\s*\[")
_REMARK = re.compile(r"\s*#")
_NAME = re.compile(r"\s*(\w+)\s*=")


def _names(header: str, table: str, *, array: bool = False) -> bool:
    """Whether it is the line [table], or [[table]]."""
    return bool(re.match(rf"\s*\[\[\s*{table}\s*\]\]" if array else rf"\s*\[\s*{table}\s*\]", header))


def _texts(values: Mapping[str, Value]) -> dict[str, str]:
    return {name: _toml(value) for name, value in values.items()}


def _assigned(values: Mapping[str, str]) -> list[str]:
    return [f"{name} = {value}" for name, value in values.items()]


def _toml(value: Value) -> str:
    """A text, truth or number as TOML; JSON writes all of them the same way."""
    return json.dumps(value, ensure_ascii=False)


def _write_whole(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".new")
    with temporary.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        temporary.chmod(path.stat().st_mode & 0o777)
    temporary.replace(path)
    if os.name == "posix":  # Windows makes a rename last by itself
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def default_state() -> Path:
    """Where a kiosk keeps its store, packs and keys unless told otherwise (XDG state directory)."""
    base = os.environ.get("XDG_STATE_HOME")
    return (Path(base) if base else Path.home() / ".local" / "state") / "fair-kiosk"
