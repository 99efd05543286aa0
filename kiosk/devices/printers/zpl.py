"""Zebra's ZPL II: a label is one bitmap, and no text at all, so no name can become a command.

Rules: ZPL II Programming Guide (^GF and its data compression, ~HS, ~HQES, ~HI, ~JA, ~JX; SGD
odometer.total_label_count).
"""

from __future__ import annotations

import binascii
import re
import zlib
from dataclasses import dataclass

from kiosk.devices.printers.heads import head_px_of
from kiosk.devices.printers.label_jobs import Status
from kiosk.devices.printers.label_printer import LabelPrinter, Model, Talk, clean_rows
from kiosk.devices.printers.links import link_of
from kiosk.devices.settings import PrinterSettings
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Raster

_DPI_OF_DOTS_A_MM = {6: 152, 8: 203, 12: 300, 24: 600}
_SETTLED = 2
"""So often is asked in vain for what a printer does not know."""


def make(settings: PrinterSettings) -> LabelPrinter:
    """The printer of one entry of kiosk.toml. WrongSettings for an address that is none."""
    return LabelPrinter(settings.id or settings.kind, link_of(settings.address), Zpl(), settings.dpi)


@dataclass(slots=True)
class Zpl:
    """See label_printer.Language."""

    clears: bytes = b"~JA"
    answer_s: float = 0.6
    """So long is waited for an answer."""
    _uncounted: int = 0

    def write(self, raster: Raster, media: Media, model: Model | None) -> bytes:
        """One format: Z64 for printers that say what they are; hex runs, which all take, for others."""
        rows = clean_rows(raster)
        graphic = z64(rows) if model is not None else hex_runs(rows, raster.row_bytes)
        total = len(rows)
        # upright, unmirrored, black on white, in dots, printed again after an error: whatever others left
        setting = "^XA^PON^PMN^LRN^MUD^JZY" + ("^MNN" if media.continuous else "")
        size = f"^PW{raster.width_px}^LL{raster.height_px}^LH0,0^PQ1,0,0,N"
        return f"{setting}{size}^FO0,0^GFA,{total},{total},{raster.row_bytes},{graphic}^FS^XZ".encode("ascii")

    def mend(self, raster: Raster, *, broken: bool) -> bytes:  # noqa: ARG002
        """Cancels a format that is only half there; without it, its picture would lie under the next one."""
        return b"~JX"

    def identify(self, talk: Talk) -> Model | None:
        """~HI: model, firmware, dots a millimetre, memory."""
        return model_of(talk(b"~HI", lambda answer: b"\x03" in answer, self.answer_s))

    def ask(self, talk: Talk) -> Status | None:
        """~HS; many printers do not answer it while something is wrong, but then answer ~HQES."""
        status = status_of(talk(b"~HS", lambda answer: answer.count(b"\x03") >= 3, self.answer_s))
        if status is None:
            return errors_of(talk(b"~HQES", lambda answer: b"\x03" in answer, self.answer_s))
        if self._uncounted >= _SETTLED:
            return status
        counter = count_of(talk(_COUNTER, lambda answer: answer.count(b'"') >= 2, self.answer_s))
        self._uncounted = 0 if counter is not None else self._uncounted + 1
        return Status(status.trouble, status.warning, status.busy, status.waiting, counter)


_COUNTER = b'! U1 getvar "odometer.total_label_count"\r\n'


def z64(rows: bytes) -> str:
    """Graphic data as :Z64: zlib, base64, CRC-16 of polynomial 0x1021 over the base64 text."""
    encoded = binascii.b2a_base64(zlib.compress(rows, 9), newline=False)
    return f":Z64:{encoded.decode('ascii')}:{binascii.crc_hqx(encoded, 0):04X}"


def hex_runs(rows: bytes, row_bytes: int) -> str:
    """Graphic data as hex, runs written as counts: G to Y are 1 to 19, g to z are 20 to 400.

    A comma fills a row with white, an exclamation mark with black, a colon repeats the row before.
    """
    out, before = [], b""
    for start in range(0, len(rows), row_bytes):
        row = rows[start : start + row_bytes]
        if row == before:
            out.append(":")
            continue
        before, digits = row, row.hex().upper()
        fill = {"0": ",", "F": "!"}.get(digits[-1], "")
        body = digits.rstrip(digits[-1]) if fill else digits
        out.append(_RUN.sub(_run, body) + fill)
    return "".join(out)


_RUN = re.compile(r"([0-9A-F])\1{2,418}")


def _run(found: re.Match[str]) -> str:
    twenties, ones = divmod(len(found[0]), 20)
    return (chr(ord("f") + twenties) if twenties else "") + (chr(ord("F") + ones) if ones else "") + found[1]


def model_of(answer: bytes) -> Model | None:
    """What ~HI says: <STX>ZD421-203dpi,V84.20.21Z,8,8176KB<ETX>."""
    found = re.search(rb"\x02([\x20-\x7e]{1,40}?),[^,\x02\x03]{1,40},(\d{1,2}),", answer)
    if found is None:
        return None
    name, dpi = found[1].decode("ascii"), _DPI_OF_DOTS_A_MM.get(int(found[2]), 0)
    return Model(name, dpi, head_px_of(name, dpi))


def count_of(answer: bytes) -> int | None:
    """What a counter says: "1234"; None for "?"."""
    found = re.findall(rb'"(\d{1,12})"', answer)
    return int(found[-1]) if found else None


def status_of(answer: bytes) -> Status | None:
    """What ~HS says in three strings; None where they are not whole."""
    strings = re.findall(rb"\x02([0-9, ]{1,80})\x03", answer)
    fields = [each.split(b",") for each in strings]
    first = next((each for each in fields if len(each) == 12), None)
    second = next((each for each in fields if len(each) == 11), None)
    if first is None or second is None or not all(each.strip().isdigit() for each in first + second):
        return None
    a, b = [int(each) for each in first], [int(each) for each in second]
    formats, remaining = a[4], b[8]
    wrong = (
        (b[2], Trouble.DOOR_OPEN),
        (a[1], Trouble.PAPER_OUT),
        (b[3], Trouble.RIBBON_OUT),
        (a[11], Trouble.HOT),
        (a[2], Trouble.PAUSED),
    )
    trouble = next((each for flag, each in wrong if flag), None)
    waiting = max(formats, remaining)
    return Status(trouble, None, bool(waiting or a[5] or a[7]), waiting)


_ERRORS = (
    (0x4, Trouble.DOOR_OPEN),
    (0x1, Trouble.PAPER_OUT),
    (0x2, Trouble.RIBBON_OUT),
    (0x5008, Trouble.JAM),  # cutter, paper feed, retract
    (0x30, Trouble.HOT),
    (0x10000, Trouble.PAUSED),
    (0xC0000, Trouble.WRONG_MEDIA),  # black mark not found, or not calibrated
)


def errors_of(answer: bytes) -> Status | None:
    """What ~HQES says: a flag and two groups of eight hex digits, for errors and for warnings."""
    said = re.findall(rb"(ERRORS|WARNINGS):\s{1,20}([01]) ([0-9A-F]{8}) ([0-9A-F]{8})", answer)
    flags = {kind: int(group, 16) if present == b"1" else 0 for kind, present, _, group in said}
    if b"ERRORS" not in flags:
        return None
    errors = flags[b"ERRORS"]
    trouble = next((each for bits, each in _ERRORS if errors & bits), Trouble.STOPPED if errors else None)
    warning = Trouble.PAPER_OUT if flags.get(b"WARNINGS", 0) & 0x8 else None
    # it does not say what it holds: at rest it is only where ~HS says so
    return Status(trouble, warning, busy=True)
