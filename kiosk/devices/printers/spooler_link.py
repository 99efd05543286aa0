"""A label printer behind CUPS: bytes pass the spooler as they are, and nothing comes back."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.devices.printers.links import CONNECT_S, STALL_S, Written
from kiosk.devices.printers.port import SEND_TIMEOUT_S
from kiosk.domain.printer_trouble import Trouble


@dataclass(slots=True)
class SpoolerLink:
    """`lp -o raw`, of the package cups-client (Apache-2.0), by its own process."""

    queue: str
    answers: bool = False
    stat_s: float = 2 * CONNECT_S
    """So long may the question how the queue stands take."""
    _name: str = ""

    def open(self, name: str = "") -> Trouble | None:
        """How the queue stands: NO_PRINTER, PAUSED, REJECTING, or GONE where the spooler does not answer."""
        self._name = name
        said = _run(["lpstat", "-p", self.queue, "-a", self.queue], b"", self.stat_s)
        if said is None:
            return Trouble.GONE
        code, text = said
        if "not accepting" in text:
            return Trouble.REJECTING
        if f"printer {self.queue} disabled" in text:
            return Trouble.PAUSED
        if code == 0:
            return None
        # a spooler that does not run knows no queue either
        runs = _run(["lpstat", "-r"], b"", self.stat_s)
        return Trouble.NO_PRINTER if runs is not None and "is running" in runs[1] else Trouble.GONE

    def write(self, data: bytes, *, stall_s: float = STALL_S, within_s: float = SEND_TIMEOUT_S) -> Written:
        """One job of the spooler. Where it does not answer in time, it may have taken the job."""
        end = time.monotonic() + min(stall_s, within_s)
        command = ["lp", "-s", "-d", self.queue, "-o", "raw", "-t", self._name or "label"]
        said = _run(command, data, max(0.1, end - time.monotonic()))
        if said is None:
            return Written(len(data), Trouble.SILENT)
        code, text = said
        if code == 0:
            return Written(len(data))
        return Written(0, Trouble.REJECTING if "not accepting" in text else Trouble.GONE)

    def read(self, whole: Callable[[bytes], bool], within_s: float) -> bytes:  # noqa: ARG002
        """Nothing comes back."""
        return b""

    def close(self) -> None:
        """Nothing to let go."""


def _run(command: list[str], given: bytes, within_s: float) -> tuple[int, str] | None:
    """Exit status and what it said, in English; None where it did not end in time."""
    try:
        ended = subprocess.run(
            command, input=given, capture_output=True, timeout=within_s, check=False, env=_english()
        )
    except subprocess.TimeoutExpired:
        return None
    except OSError:  # the program is not installed
        return 127, ""
    return ended.returncode, (ended.stdout + ended.stderr)[:4096].decode("utf-8", "replace")


def _english() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C", "LANGUAGE": "C"}
