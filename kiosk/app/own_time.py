"""A time of the kiosk's own: how it is kept, and how staff set it."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.app.state import StartFault
from kiosk.devices.clock import FairClock, KioskClock, OwnTime, Runs
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from kiosk.services.clock import Clock


class OwnTimeFile:
    """Where a time of the kiosk's own is kept: `clock.json` in its state folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> OwnTime | None:
        """What was kept; None where there is nothing, or nothing that can be read."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=OwnTime)
        except (OSError, msgspec.DecodeError):
            return None

    def write(self, own: OwnTime | None) -> None:
        """Keep it, or nothing any more. StartFault where the folder cannot be written."""
        try:
            if own is None:
                self._path.unlink(missing_ok=True)
                return
            temporary = self._path.with_suffix(".new")
            with temporary.open("wb") as file:
                file.write(msgspec.json.encode(own))
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(self._path)
        except OSError as problem:
            raise StartFault(
                Words(
                    "时间没有存下来，请检查磁盘空间和权限。",
                    "The time could not be kept: check the disk's space and permissions.",
                )
            ) from problem


class ClockInUse:
    """Implements services.clock_setting.SettableClock over the clock that the kiosk's services have."""

    def __init__(self, clock: Clock, file: OwnTimeFile) -> None:
        self._clock = clock
        self._file = file

    @property
    def runs(self) -> str:
        """After what it runs."""
        if isinstance(self._clock, FairClock):
            return Runs.SAMPLE
        return self._clock.runs if isinstance(self._clock, KioskClock) else Runs.MACHINE

    def set_own(self, moment: datetime) -> None:
        """Run by itself from that moment on; a sample fair's is not kept."""
        if isinstance(self._clock, KioskClock):
            self._clock.set_to(moment)
            self._file.write(self._clock.own)
        elif isinstance(self._clock, FairClock):
            self._clock.set_to(moment)

    def follow_machine(self) -> None:
        """Run after the machine's clock again."""
        if isinstance(self._clock, KioskClock):
            self._clock.follow_machine()
            self._file.write(None)
