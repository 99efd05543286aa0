"""Kinds of printers: which module makes one. A new kind is a small module beside this, and a line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from kiosk.devices.printers.port import Printer, WrongSettings
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from kiosk.devices.settings import PrinterSettings

KINDS = {
    "folder": "kiosk.devices.printers.folder",
    "ipp": "kiosk.devices.printers.ipp",
    "zpl": "kiosk.devices.printers.zpl",
    "tspl": "kiosk.devices.printers.tspl",
    "system": "kiosk.devices.printers.system",
}
"""Each module has `make(settings: PrinterSettings) -> Printer`; it is imported for a printer of its kind."""

LAYOUTS = {"zpl": "label_4x3", "tspl": "tape_62"}
"""What a label printer prints where kiosk.toml names no layout; a6 on all others."""
LABELS = frozenset(LAYOUTS)


def printer_of(settings: PrinterSettings) -> Printer:
    """The printer that kiosk.toml describes. WrongSettings, with words, where it describes none.

    It is not asked anything: one that is switched off is a printer too.
    """
    module = KINDS.get(settings.kind)
    if module is None:
        kinds = "、".join(KINDS)
        raise WrongSettings(
            Words(
                f"不认识的打印机种类 {settings.kind}：请写 {kinds} 之一。",
                f"Unknown kind of printer {settings.kind}: write one of {', '.join(KINDS)}.",
            )
        )
    make = import_module(module).make
    return cast(Printer, make(settings))


def layout_of(settings: PrinterSettings) -> str:
    """Id of the badge layout that a printer prints."""
    return settings.layout or LAYOUTS.get(settings.kind, "a6")
