"""Scanners without any: a terminal's other end as a serial scanner, and ports as they are plugged in."""

from __future__ import annotations

import os
import threading
import tty
from dataclasses import replace
from pathlib import Path
from time import monotonic

from kiosk.devices.reading import Reading
from kiosk.devices.scanner_state import ScannerState, Standing
from kiosk.devices.serial_ports import Port
from kiosk.devices.settings import ScannerSettings
from kiosk.domain.badge import NOBODYS_TOKEN
from kiosk.domain.scanner_words import NOT_THERE, CodeKind
from kiosk.domain.words import Words

PORTS = (
    Port("/dev/ttyS0"),
    Port("/dev/ttyACM0", "Honeywell HF680", "SN17", "0c2e:0b6a"),
    Port("/dev/ttyACM1", "Zebra DS9308", "", "05e0:1701"),
)
READ = Reading(NOBODYS_TOKEN, "serial", 148.0)
MANGLED = Reading("ｆ１" + NOBODYS_TOKEN[2:].lower(), "wedge", 8_400.0, ended=False, dropped=2)
GONE = ScannerState("serial", Standing.ABSENT, "Honeywell HF680", 0.0, NOT_THERE)
THERE = ScannerState("serial", Standing.READY, "Honeywell HF680", 0.0)
BARRED = ScannerState(
    "serial",
    Standing.REFUSED,
    "/dev/ttyACM0",
    0.0,
    Words(
        "没有权限使用 /dev/ttyACM0：请把本机用户加入 dialout 组，再重新登录。",
        "No permission to use /dev/ttyACM0: add this user to the group dialout and log in again.",
    ),
)


class FakeScannerChoice:
    """Stands in for services.scanner_choice.ScannerChoice."""

    def __init__(self, calls) -> None:
        self.calls = calls
        self.kind = CodeKind.BADGE

    def change(self, chosen, by: str):
        """Kept."""
        self.calls.note("change_scanners", chosen, by)
        return tuple(chosen)

    def kind_of(self, text: str) -> CodeKind:
        """A badge of the fair, if it can be one."""
        self.calls.note("kind_of", text)
        return self.kind if text == NOBODYS_TOKEN else CodeKind.NOTHING


class StandingScanner:
    """A scanner of which nothing is there but how it stands."""

    def __init__(self, state: ScannerState) -> None:
        self.state = state

    def stop(self) -> None:
        """Nothing is open."""

    def deleteLater(self) -> None:
        """It is no Qt object."""


def stand(scanners, *states: ScannerState, ports: tuple[Port, ...] = PORTS) -> None:
    """These scanners stand so at a window's kiosk.ui.scanners.Scanners, and these ports are there."""
    scanners.use(())
    scanners._settings = tuple(ScannerSettings(each.kind, "SN17") for each in states)
    since_ms = (monotonic() - 200) * 1000
    scanners._others = [StandingScanner(replace(each, since_ms=since_ms)) for each in states]
    scanners.look = lambda found: found(ports)


class PtyScanner:
    """A serial scanner at a pseudo-terminal; its port's path is a link, as /dev/serial/by-id has them."""

    def __init__(self, link: Path) -> None:
        self.link = link
        self._ours = -1

    @property
    def path(self) -> str:
        """The path that stays."""
        return str(self.link)

    def plug(self) -> str:
        """Plug it in; the system's own path for it, another each time."""
        self._ours, theirs = os.openpty()
        tty.setraw(theirs)
        name = os.ttyname(theirs)
        self.link.unlink(missing_ok=True)
        self.link.symlink_to(name)
        os.close(theirs)
        return name

    def unplug(self) -> None:
        """Pull it out."""
        self.link.unlink(missing_ok=True)
        os.close(self._ours)
        self._ours = -1

    def send(self, data: bytes) -> None:
        """Bytes from the scanner; more than a terminal holds goes from a thread."""
        if len(data) < 1_024:
            os.write(self._ours, data)
        else:
            threading.Thread(target=self._pour, args=(data,), daemon=True).start()

    def _pour(self, data: bytes) -> None:
        at = 0
        while at < len(data):
            try:
                at += os.write(self._ours, data[at : at + 1_024])
            except OSError:
                return


class Ports:
    """What is plugged in, for SerialScanner's `look`; answers at once."""

    def __init__(self, *present: Port) -> None:
        self.present = present
        self.looks = 0

    def __call__(self, found) -> None:
        self.looks += 1
        found(self.present)
