"""What kiosk.toml says of devices."""

from __future__ import annotations

import msgspec


class ScannerSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A scanner beside the keyboard wedge, which every window has."""

    kind: str
    """serial (USB-CDC as well) or camera."""
    id: str = ""
    """Which one: a serial port's path, its USB serial number or vid:pid; a camera's id or description. The
    first that is found where nothing is given."""
    baud: int = 9600
    """Of kind serial."""


class PrinterSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One printer. On a sample fair nothing chosen means the folder `prints` beside the store."""

    kind: str = ""
    """folder, ipp, zpl, tspl or system (devices.printers.kinds); nothing where none was chosen."""
    id: str = ""
    """Stands in facts; the kind where nothing is given."""
    folder: str = ""
    """Of kind folder."""
    address: str = ""
    """ipp://host/printers/name; tcp://host:9100, usb:/dev/usb/lp0 or cups:name; the system printer's name."""
    layout: str = ""
    """Id of a badge layout; a6 where nothing is given, tape_62 or label_4x3 for label printers."""
    dpi: int = 0
    """0: what the printer says, or what is usual for its kind."""
    name: str = ""
    """What staff call it."""
    name_en: str = ""
    place: str = ""
    """Where its badges come out; visitors are told."""
    place_en: str = ""
