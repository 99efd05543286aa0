"""kiosk.toml: composed of each room's own settings, read once, strict on unknown keys."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import msgspec

from kiosk.devices.settings import PrinterSettings
from kiosk.domain.fair import Words
from kiosk.keys.settings import KeySettings
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
    keys: KeySettings = KeySettings()
    printer: PrinterSettings = PrinterSettings()
    window: WindowSettings = WindowSettings()


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


def default_state() -> Path:
    """Where a kiosk keeps its store, packs and keys unless told otherwise (XDG state directory)."""
    base = os.environ.get("XDG_STATE_HOME")
    return (Path(base) if base else Path.home() / ".local" / "state") / "fair-kiosk"
