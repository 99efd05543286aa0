"""Reads a store's rows without SQLite, page by page, out of files that SQLite refuses.

A scan of a table needs its root, the pages on the way down and the schema on page 1; each of them broken
takes whole tables with it. Here every page of the file and of its write-ahead log is decrypted by itself and
what looks like a row is handed out. That a row is one of ours is for the reader to prove: a fact carries its
own hash, personal fields match a fact's digest. So no checksum of a page counts, a flipped bit costs the rows
that it lies in, and pages that were swapped, or left behind in the log, still give theirs.

A row is told by its shape: our tables without row ids keep each row whole in one cell. What is read here is
fixed by two formats: https://www.sqlite.org/fileformat2.html (sections 1.5, 1.6, 2.1 and 4), and SQLCipher 4
with a raw key: AES-256-CBC, then 16 bytes of initialisation vector and 64 of HMAC-SHA512 at the end of each
page.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.store.driver import PAGE_SIZE

Value = int | float | str | bytes | None
Row = tuple[Value, ...]

_RESERVED = 80
_USABLE = PAGE_SIZE - _RESERVED
_IV = slice(_USABLE, _USABLE + 16)
_SALT_LENGTH = 16
_LOG_HEADER_LENGTH = 32
_FRAME_HEADER_LENGTH = 24
_INTERIOR, _LEAF = 2, 10
_MOST_LOCAL = (_USABLE - 12) * 64 // 255 - 23
_LEAST_LOCAL = (_USABLE - 12) * 32 // 255 - 23
_LONGEST_ROW = 1 << 20
"""No row of ours comes near; a number that was damaged is not followed for ever."""
_INTEGER_LENGTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class NoRow(Exception):
    """What was looked at is no row."""


@dataclass(frozen=True, slots=True)
class Version:
    """One page as it was written once: its number, and its bytes as they lie on the disk."""

    number: int
    raw: bytes


@dataclass(slots=True)
class Pages:
    """Every page of a store that can still be read, the newest version of each first. All of it in memory."""

    key: bytes
    versions: list[Version] = field(default_factory=list)
    _newest: dict[int, Version] = field(default_factory=dict)

    def add(self, version: Version) -> None:
        """One more version of a page, older than those before it."""
        self.versions.append(version)
        self._newest.setdefault(version.number, version)

    def rows(self) -> Iterator[Row]:
        """Whatever looks like a row of a table without row ids, once, the newest pages' first."""
        seen: set[bytes] = set()
        for version in self.versions:
            page = self._plain(version)
            for cell in _cells(page, 100 if version.number == 1 else 0):
                try:
                    payload = self._payload(page, cell)
                    if payload not in seen:
                        seen.add(payload)
                        yield _record(payload)
                except NoRow:
                    continue

    def _plain(self, version: Version) -> bytes:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # noqa: PLC0415

        begin = _SALT_LENGTH if version.number == 1 else 0
        decryptor = Cipher(algorithms.AES(self.key), modes.CBC(version.raw[_IV])).decryptor()
        return bytes(begin) + decryptor.update(version.raw[begin:_USABLE])

    def _payload(self, page: bytes, cell: int) -> bytes:
        """A cell's row, with what of it lies on pages of its own."""
        length, at = _varint(page, cell)
        if not 0 < length <= _LONGEST_ROW:
            raise NoRow
        if length <= _MOST_LOCAL:
            return _cut(page, at, length)
        local = _LEAST_LOCAL + (length - _LEAST_LOCAL) % (_USABLE - 4)
        local = local if local <= _MOST_LOCAL else _LEAST_LOCAL
        parts = [_cut(page, at, local)]
        missing = length - local
        following = int.from_bytes(_cut(page, at + local, 4), "big")
        while missing > 0:
            version = self._newest.get(following)
            if version is None:
                raise NoRow
            overflow = self._plain(version)
            following = int.from_bytes(overflow[:4], "big")
            parts.append(overflow[4 : 4 + missing])
            missing -= len(parts[-1])
        return b"".join(parts)


def read_pages(file: Path, log: Path, key: bytes) -> Pages:
    """The pages of a store's file and of its write-ahead log, whichever of them are there.

    First what the log has of its latest round, then the file, then what the log still has of earlier rounds.
    """
    pages = Pages(key)
    latest, earlier = _logged(log)
    for version in reversed(latest):
        pages.add(version)
    for number, raw in enumerate(_blocks(file, 0, PAGE_SIZE), 1):
        pages.add(Version(number, raw))
    for version in reversed(earlier):
        pages.add(version)
    return pages


def _logged(log: Path) -> tuple[list[Version], list[Version]]:
    """The log's frames of its latest round, and all others."""
    salts = next(_blocks(log, 0, _LOG_HEADER_LENGTH), bytes(_LOG_HEADER_LENGTH))[16:24]
    latest: list[Version] = []
    earlier: list[Version] = []
    for frame in _blocks(log, _LOG_HEADER_LENGTH, _FRAME_HEADER_LENGTH + PAGE_SIZE):
        version = Version(int.from_bytes(frame[:4], "big"), frame[_FRAME_HEADER_LENGTH:])
        (latest if frame[8:16] == salts else earlier).append(version)
    return latest, earlier


def _blocks(path: Path, start: int, length: int) -> Iterator[bytes]:
    """A file in blocks, also around those that the disk does not give back; a last one may be cut off."""
    try:
        file = path.open("rb", buffering=0)
    except OSError:
        return
    with file:
        offset, size = start, path.stat().st_size
        while offset < size:
            try:
                file.seek(offset)
                block = file.read(length)
            except OSError:
                block = b""
            yield block.ljust(length, b"\0")
            offset += length


def _cells(page: bytes, header: int) -> Iterator[int]:
    """Where the cells of a page begin, behind the child's number; nothing where it is no such page."""
    kind = page[header]
    if kind not in {_INTERIOR, _LEAF}:
        return
    count = int.from_bytes(page[header + 3 : header + 5], "big")
    first = header + (12 if kind == _INTERIOR else 8)
    for index in range(first, min(first + 2 * count, _USABLE - 1), 2):
        yield int.from_bytes(page[index : index + 2], "big") + (4 if kind == _INTERIOR else 0)


def _record(payload: bytes) -> Row:
    """The values of a row. NoRow where the bytes are none."""
    header_length, at = _varint(payload, 0)
    if not at <= header_length <= len(payload):
        raise NoRow
    values: list[Value] = []
    value_at = header_length
    while at < header_length:
        serial, at = _varint(payload, at)
        value, length = _value(serial, payload, value_at)
        values.append(value)
        value_at += length
    if at != header_length or value_at != len(payload):
        raise NoRow
    return tuple(values)


def _value(serial: int, payload: bytes, at: int) -> tuple[Value, int]:
    if serial == 0:
        return None, 0
    if serial in _INTEGER_LENGTHS:
        length = _INTEGER_LENGTHS[serial]
        return int.from_bytes(_cut(payload, at, length), "big", signed=True), length
    if serial == 7:
        number: Any = struct.unpack(">d", _cut(payload, at, 8))[0]
        return float(number), 8
    if serial in {8, 9}:
        return serial - 8, 0
    if serial < 12:
        raise NoRow
    length = (serial - 12) // 2
    raw = _cut(payload, at, length)
    if serial % 2 == 0:
        return raw, length
    try:
        return raw.decode(), length
    except UnicodeDecodeError as no_text:
        raise NoRow from no_text


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """SQLite's variable-length integer, and where it ends."""
    value = 0
    for index in range(at, min(at + 8, len(data))):
        value = value << 7 | data[index] & 0x7F
        if data[index] < 0x80:
            return value, index + 1
    if at + 8 < len(data):
        return value << 8 | data[at + 8], at + 9
    raise NoRow


def _cut(data: bytes, at: int, length: int) -> bytes:
    part = data[at : at + length]
    if len(part) != length:
        raise NoRow
    return part
