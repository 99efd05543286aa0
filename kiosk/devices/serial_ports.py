"""The serial ports that are there, and the one that a kiosk's scanner is at."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class Port:
    """One port. A USB device's says who made it; it keeps its serial number whichever path it gets."""

    path: str
    name: str = ""
    serial_number: str = ""
    usb: str = ""
    """vid:pid, hexadecimal; nothing where it is no USB device's."""

    @property
    def id(self) -> str:
        """By what it is found again after it was unplugged: serial number, else vid:pid, else path."""
        return self.serial_number or self.usb or self.path


def present() -> tuple[Port, ...]:
    """All ports; takes 10 ms and more, so call it on a worker."""
    from PySide6.QtSerialPort import QSerialPortInfo  # noqa: PLC0415, only where a serial scanner is wanted

    return tuple(
        Port(
            each.systemLocation(),
            " ".join(part for part in (each.manufacturer(), each.description()) if part) or each.portName(),
            each.serialNumber(),
            f"{each.vendorIdentifier():04x}:{each.productIdentifier():04x}"
            if each.hasVendorIdentifier()
            else "",
        )
        for each in QSerialPortInfo.availablePorts()
    )


def is_path(wanted: str) -> bool:
    """Whether an id is a port's path, which needs no list to be found."""
    return wanted.startswith(("/", "\\\\")) or wanted.upper().startswith("COM")


def pick(ports: Iterable[Port], wanted: str) -> Port | None:
    """The port of that id (path, USB serial number or vid:pid); without one the first USB device's."""
    if not wanted:
        return next((each for each in ports if each.usb), None)
    return next((each for each in ports if wanted in (each.path, each.serial_number, each.usb)), None)


def refusal(path: str) -> Words:
    """Why a port that is there cannot be opened, and what to do."""
    if sys.platform == "win32" or os.access(path, os.R_OK | os.W_OK):
        return Words(
            f"{path} 正被别的程序占用，请关掉它；本机会自己再试。",
            f"Another program is using {path}: close it. The kiosk tries again by itself.",
        )
    group = _group(path)
    if not group:
        return Words(
            f"没有权限使用 {path}，请检查系统权限。", f"No permission to use {path}: check its permissions."
        )
    return Words(
        f"没有权限使用 {path}：请把本机用户加入 {group} 组，再重新登录。",
        f"No permission to use {path}: add this user to the group {group} and log in again.",
    )


def _group(path: str) -> str:
    """Whose members may use it; nothing where nobody's."""
    import grp  # noqa: PLC0415, there is none on Windows

    try:
        status = Path(path).stat()
        return grp.getgrgid(status.st_gid).gr_name if status.st_mode & stat.S_IRGRP else ""
    except (OSError, KeyError):
        return ""
