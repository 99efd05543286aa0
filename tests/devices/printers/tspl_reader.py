"""Reads TSPL as a printer does: a stream of commands, and the picture that they print.

Written from the language's rules alone and shares nothing with kiosk.devices.printers.tspl:
- a command is a line that ends with CR LF; BITMAP x,y,width,height,mode, is followed by width * height raw
  bytes, width in bytes, in which a 0 is a black dot; mode 0 overwrites, 1 is OR, 2 is XOR;
- an ESC ! c and its one character are obeyed at once, wherever a command could begin;
- what is drawn stays in the image until CLS.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_BITMAP = re.compile(rb"BITMAP (\d+),(\d+),(\d+),(\d+),([012]),")
_SIZE = re.compile(rb"SIZE ([\d.]+) mm,([\d.]+) mm")


@dataclass(frozen=True)
class Command:
    """One command; `data` are a BITMAP's bytes."""

    text: bytes
    data: bytes = b""

    @property
    def raw(self) -> bytes:
        """As it was sent."""
        return self.text + self.data + b"\r\n"


@dataclass
class Stream:
    """Commands out of bytes that come in pieces."""

    pending: bytearray = field(default_factory=bytearray)

    def feed(self, data: bytes) -> list[Command]:
        """Every command that is whole by now; an immediate one is ESC ! and its character."""
        self.pending += data
        commands: list[Command] = []
        while (one := self._take()) is not None:
            if one.text:
                commands.append(one)
        return commands

    def _take(self) -> Command | None:
        buffer = self.pending
        if buffer[:1] == b"\x1b":
            if len(buffer) < 3:
                return None
            return Command(self._cut(3))
        if buffer[:7] == b"BITMAP " and (head := _BITMAP.match(buffer)):
            size = int(head[3]) * int(head[4])
            if len(buffer) < head.end() + size:
                return None
            text = self._cut(head.end())
            return Command(text, self._cut(size))
        end = buffer.find(b"\n")
        escape = buffer.find(b"\x1b")
        if escape != -1 and (end == -1 or escape < end):
            return Command(self._cut(escape))
        return None if end == -1 else Command(self._cut(end + 1).strip(b"\r\n"))

    def _cut(self, count: int) -> bytes:
        taken = bytes(self.pending[:count])
        del self.pending[:count]
        return taken


@dataclass(frozen=True)
class Label:
    """What lies on the paper: rows from the top, a row padded to whole bytes with white, 1 is black."""

    width_px: int
    height_px: int
    data: bytes
    gap: str = ""


def read_label(job: bytes, dpi: int) -> Label:
    """The label that a job prints, cut to its SIZE. ValueError for a command that is not known."""
    size = gap = b""
    origin = (0, 0)
    drawn: list[Command] = []
    printed = 0
    for command in Stream().feed(job):
        word, _, rest = command.text.partition(b" ")
        if word == b"SIZE":
            size = command.text
        elif word == b"GAP":
            gap = rest
        elif word == b"REFERENCE":
            x, _, y = rest.partition(b",")
            origin = (int(x), int(y))
        elif word == b"CLS":
            drawn = []
        elif word == b"BITMAP":
            drawn.append(command)
        elif word == b"PRINT":
            printed += 1
            if rest not in (b"1", b"1,1"):
                raise ValueError(f"{rest[:20]!r} labels")
        elif word not in (b"DIRECTION", b"SET"):
            raise ValueError(f"unknown: {command.text[:20]!r}")
    found = _SIZE.fullmatch(size)
    if printed != 1 or found is None:
        raise ValueError(f"{printed} labels of {size!r}")
    width, height = (round(float(each) / 25.4 * dpi) for each in found.groups())
    return Label(width, height, _paint(width, height, origin, drawn), gap.decode())


def _paint(width: int, height: int, origin: tuple[int, int], drawn: list[Command]) -> bytes:
    paper = [0] * height  # a row as one number, the leftmost dot highest; 1 is black
    for command in drawn:
        head = _BITMAP.match(command.text)
        assert head is not None
        x, y, row_bytes, rows, mode = (int(each) for each in head.groups())
        every = (1 << 8 * row_bytes) - 1
        for row in range(rows):
            top = origin[1] + y + row
            if top >= height:
                break
            black = int.from_bytes(command.data[row * row_bytes : (row + 1) * row_bytes], "big") ^ every
            left = width - (origin[0] + x) - 8 * row_bytes
            black, there = (each << left if left >= 0 else each >> -left for each in (black, every))
            if mode == 0:
                paper[top] = paper[top] & ~there | black
            else:
                paper[top] = paper[top] | black if mode == 1 else paper[top] ^ black
    row_bytes = (width + 7) // 8
    return b"".join((each << 8 * row_bytes - width).to_bytes(row_bytes, "big") for each in paper)
