"""TSPL and TSPL2, of TSC and of most label printers sold in China: a label is one bitmap, and no text.

Rules: TSC's TSPL/TSPL2 programming manual (SIZE, GAP, CLS, BITMAP, PRINT; ESC!?, ESC!S, ~!T, @LABEL).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kiosk.devices.printers.heads import head_px_of
from kiosk.devices.printers.label_jobs import Status
from kiosk.devices.printers.label_printer import LabelPrinter, Model, Talk, clean_rows
from kiosk.devices.printers.links import link_of
from kiosk.devices.settings import PrinterSettings
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Raster

_SETTLED = 2
"""So often is asked in vain for what a printer does not know."""
_WHITE = bytes(each ^ 0xFF for each in range(256))
"""A 0 is a black dot in a BITMAP."""


def make(settings: PrinterSettings) -> LabelPrinter:
    """The printer of one entry of kiosk.toml. WrongSettings for an address that is none."""
    return LabelPrinter(settings.id or settings.kind, link_of(settings.address), Tspl(), settings.dpi)


@dataclass(slots=True)
class Tspl:
    """See label_printer.Language."""

    clears: bytes = b""
    """It does not say what it holds, so nobody could be sure that a job is gone."""
    answer_s: float = 0.5
    """So long is waited for an answer."""
    _unlettered: int = 0
    _uncounted: int = 0

    def write(self, raster: Raster, media: Media, model: Model | None) -> bytes:  # noqa: ARG002
        """One label. The gap is the usual one of die-cut labels; a printer finds the real one by itself."""
        height_mm = media.height_mm or raster.height_px / raster.dpi * 25.4
        lines = (
            f"SIZE {_mm(media.width_mm)} mm,{_mm(height_mm)} mm",
            "GAP 0 mm,0 mm" if media.continuous else "GAP 2 mm,0 mm",
            "DIRECTION 0",
            "REFERENCE 0,0",
            "CLS",
        )
        head = "\r\n" + "".join(f"{each}\r\n" for each in lines)
        bitmap = f"BITMAP 0,0,{raster.row_bytes},{raster.height_px},0,"
        picture = clean_rows(raster).translate(_WHITE)
        return head.encode("ascii") + bitmap.encode("ascii") + picture + b"\r\nPRINT 1,1\r\n"

    def mend(self, raster: Raster, *, broken: bool) -> bytes:
        """A BITMAP that broke off takes whatever comes next as its dots: more than it can lack, then CLS.

        Zeros mean nothing where no BITMAP waits for them; the marks spoil a PRINT that broke off in its line,
        which would print a label now that nobody counts on any more.
        """
        return b"?" * 16 + bytes(2 * len(raster.data) + 4096) + b"\r\nCLS\r\n" if broken else b""

    def identify(self, talk: Talk) -> Model | None:
        """~!T: the model's name and nothing else."""
        said = talk(b"~!T\r\n", lambda answer: b"\n" in answer, self.answer_s)
        found = re.fullmatch(rb"\s*([A-Za-z][\x21-\x7e][\x20-\x7e]{0,38})\s*\0?", said)
        if found is None:
            return None
        name = found[1].decode("ascii").strip()
        head_px = head_px_of(name, 203)  # the models that we know are all of 203 dpi
        return Model(name, 203 if head_px else 0, head_px)

    def ask(self, talk: Talk) -> Status | None:
        """ESC!? at any time; ESC!S, which says more, where it is known; the counter when nothing is wrong."""
        status = None
        if self._unlettered < _SETTLED:
            status = letters_of(talk(b"\x1b!S", lambda answer: len(answer) >= 8, self.answer_s))
            self._unlettered = 0 if status is not None else self._unlettered + 1
        if status is None:
            status = byte_of(talk(b"\x1b!?", bool, self.answer_s))
        # the counter is asked in the order of jobs: a printer that stands still would answer much later
        if status is None or status.trouble is not None or status.busy or self._uncounted >= _SETTLED:
            return status
        counter = count_of(talk(b"OUT @LABEL\r\n", lambda answer: b"\n" in answer, self.answer_s))
        self._uncounted = 0 if counter is not None else self._uncounted + 1
        return replace(status, printed=counter)


def _mm(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".")


def count_of(answer: bytes) -> int | None:
    """What OUT @LABEL says: a number in a line."""
    found = re.findall(rb"(?<![^\r\n\0])(\d{1,12}) {0,4}\r?\n", answer)
    return int(found[-1]) if found else None


_BITS = (
    (0x41, Trouble.DOOR_OPEN),  # head, or cover
    (0x02, Trouble.JAM),
    (0x04, Trouble.PAPER_OUT),
    (0x08, Trouble.RIBBON_OUT),
    (0x10, Trouble.PAUSED),
    (0x80, Trouble.STOPPED),
)


def byte_of(answer: bytes) -> Status | None:
    """What ESC!? says in one byte; None where it is not one byte."""
    if len(answer) != 1:
        return None
    trouble = next((each for bits, each in _BITS if answer[0] & bits), None)
    return Status(trouble, None, busy=bool(answer[0] & 0x20))


_LAST = (
    (0x20, Trouble.DOOR_OPEN),
    (0x0A, Trouble.JAM),  # of paper, or of ribbon
    (0x01, Trouble.PAPER_OUT),
    (0x04, Trouble.RIBBON_OUT),
)
_AT_WORK = frozenset(b"BCFPW")
"""Backing, cutting, feeding, printing, imaging."""


def letters_of(answer: bytes) -> Status | None:
    """What ESC!S says: <STX>, message, warning and two letters of errors, <ETX><CR><LF>."""
    found = re.fullmatch(rb"\x02([\x40-\x7f])([\x40-\x7f])([\x40-\x7f])([\x40-\x7f])\x03\r\n", answer)
    if found is None:
        return None
    message, warned, third, fourth = (each[0] for each in found.groups())
    trouble = next((each for bits, each in _LAST if fourth & bits), None)
    if trouble is None and third & 0x3F:
        trouble = Trouble.HOT if third & 0x03 else Trouble.JAM if third & 0x08 else Trouble.STOPPED
    if trouble is None:
        trouble = {ord("`"): Trouble.PAUSED, ord("E"): Trouble.STOPPED}.get(message)
    low = {0x41: Trouble.PAPER_OUT, 0x42: Trouble.RIBBON_OUT}
    return Status(trouble, low.get(warned), busy=message in _AT_WORK)
