"""What lies on a stick, under which names, and how a file gets there: whole, or not at all.

    fair-kiosk/
      stick.json                        the stick's own id
      joining/ID.request, ID.answer     of machines that have no key of the venue yet
      VENUE/                            a keyed hash: sticks of two venues do not meddle
        ORIGIN-FIRST-LAST-HASH.facts    a bundle of segments, sealed to the venue
        WRITER-NUMBER.manifest          what one kiosk vouches for, sealed and signed; its newest counts
        FAIR-vVERSION-HASH/             a fair pack, as its organiser signed it

Every file is written under a temporary name, synced, renamed to a name that is free, and its folder synced;
a manifest comes last, and what no manifest lists does not count. No name is ever taken over: on FAT a rename
onto an existing file may lose both.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

import msgspec

from kiosk.keys.secrecy import derive
from kiosk.sync.stick_disk import MOST_ENTRIES, Disk, Entry
from kiosk.sync.stick_faults import StickFault, StickProblem, said_of

TOP = "fair-kiosk"
JOINING = f"{TOP}/joining"
_ABOUT = f"{TOP}/stick.json"
_ABOUT_MAX_BYTES = 4096
_NO_FILE = {errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP, errno.EINVAL}
ID_LENGTH = 32
BUNDLE = re.compile(r"[0-9a-f]{16}-[0-9]{1,19}-[0-9]{1,19}-[0-9a-f]{8}\.facts")
MANIFEST = re.compile(r"([0-9a-f]{16})-([0-9]{1,10})\.manifest")
PACK = re.compile(r"[a-z0-9-]{1,64}-v[0-9]{1,10}-[0-9a-f]{8}")
VENUE = re.compile(r"[0-9a-f]{16}")
_PART = re.compile(r"\..{1,120}\.part")
JOINING_FILE = re.compile(r"[0-9a-z-]{1,64}\.(request|answer)")
MOST_JOINING = 64
MAX_JOINING_BYTES = 64 * 1024


class _About(msgspec.Struct, frozen=True, tag="fair-stick-1", tag_field="format"):
    id: str


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written and given back as it was."""

    name: str
    size_bytes: int
    sha256: bytes


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick, as one venue sees it."""

    disk: Disk
    name: str
    """What staff know it by."""
    venue: str
    """The venue's folder on it."""

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """What lies in a folder; nothing where there is none."""
        with said_of(self.name):
            try:
                return self.disk.entries(folder)
            except (FileNotFoundError, NotADirectoryError):
                return ()

    def read(self, name: str, most_bytes: int) -> bytes | None:
        """A file; None where it is not there, too large, no plain file, or cannot be read."""
        data = bytearray()
        with said_of(self.name):
            try:
                for chunk in self.disk.read(name):
                    data += chunk
                    if len(data) > most_bytes:
                        return None
            except OSError as fault:
                self._refuse_gone(fault)
                return None
        return bytes(data)

    def need_folder(self, name: str) -> None:
        """Make a folder, and those above it, where they are not; they last."""
        above, _, _ = name.rpartition("/")
        if above:
            self.need_folder(above)
        with said_of(self.name):
            with suppress(FileExistsError):
                self.disk.make_folder(name)
            self.disk.sync_folder(above)

    def put(self, folder: str, name: str, chunks: Iterable[bytes]) -> Written:
        """Write a file whole, and read it back. The name is free: it bears a hash, or a number."""
        temporary, target = f"{folder}/.{name}.part", f"{folder}/{name}"
        with said_of(self.name), self._cleaning(temporary):
            written = self._write(temporary, chunks)
            self.disk.rename(temporary, target)
            self.disk.sync_folder(folder)
        self._compare(target, written)
        return Written(name, written.size_bytes, written.sha256)

    def put_folder(
        self, folder: str, name: str, files: Iterable[tuple[str, Iterable[bytes]]]
    ) -> tuple[Written, ...]:
        """Write a folder of files whole, and read them back."""
        temporary, target = f"{folder}/.{name}.part", f"{folder}/{name}"
        written: list[Written] = []
        with said_of(self.name), self._cleaning(temporary):
            self.disk.make_folder(temporary)
            for each, chunks in files:
                written.append(self._write(f"{temporary}/{each}", chunks, each))
            self.disk.sync_folder(temporary)
            self.disk.rename(temporary, target)
            self.disk.sync_folder(folder)
        for file in written:
            self._compare(f"{target}/{file.name}", file)
        return tuple(written)

    def sweep(self, folder: str) -> None:
        """Remove what an interrupted writing left under temporary names."""
        for entry in self.entries(folder):
            if _PART.fullmatch(entry.name):
                with said_of(self.name):
                    self._remove(f"{folder}/{entry.name}")

    def remove(self, name: str) -> None:
        """Remove a file."""
        with said_of(self.name):
            self.disk.remove(name)

    def give_up(self, folder: str, name: str) -> None:
        """Remove a file or folder whatever its name says: first the name goes, then what bears it."""
        temporary = f"{folder}/.{name}.part"
        with said_of(self.name):
            self._remove(temporary)
            self.disk.rename(f"{folder}/{name}", temporary)
            self.disk.sync_folder(folder)
            self._remove(temporary)

    def is_crowded(self) -> bool:
        """Whether so many files lie in the venue's folder that some might not be seen."""
        return len(self.entries(self.venue)) > MOST_ENTRIES - 1000

    def _write(self, path: str, chunks: Iterable[bytes], name: str = "") -> Written:
        digest, size = hashlib.sha256(), 0
        handle = self.disk.create(path)
        try:
            for chunk in chunks:
                self.disk.write(handle, chunk)
                digest.update(chunk)
                size += len(chunk)
            self.disk.sync(handle)
        finally:
            self.disk.close(handle)
        return Written(name, size, digest.digest())

    def _compare(self, path: str, written: Written) -> None:
        if self.digest(path, written.size_bytes) != written.sha256:
            raise StickFault(StickProblem.UNRELIABLE, self.name, "read back")

    def digest(self, path: str, size_bytes: int) -> bytes | None:
        """SHA-256 of a file with exactly that size; None for any other."""
        digest, size = hashlib.sha256(), 0
        with said_of(self.name):
            try:
                for chunk in self.disk.read(path):
                    digest.update(chunk)
                    size += len(chunk)
                    if size > size_bytes:
                        return None
            except OSError as fault:
                self._refuse_gone(fault)
                return None
        return digest.digest() if size == size_bytes else None

    def _refuse_gone(self, fault: OSError) -> None:
        """One file cannot be read. That is not the whole stick, unless nothing else can be either."""
        if fault.errno in _NO_FILE:
            return
        if fault.errno != errno.EIO:
            raise fault
        with suppress(FileNotFoundError):
            for _ in self.disk.read(_ABOUT):
                pass

    def _cleaning(self, temporary: str) -> _Cleaning:
        return _Cleaning(self, temporary)

    def _remove(self, path: str) -> None:
        """A file, or a folder with the files in it."""
        try:
            self.disk.remove(path)
        except FileNotFoundError:
            return
        except OSError:
            for entry in self.disk.entries(path):
                self.disk.remove(f"{path}/{entry.name}")
            self.disk.remove_folder(path)


class _Cleaning:
    """What stays under a temporary name when writing fails is removed, as far as the stick still answers."""

    def __init__(self, stick: Stick, temporary: str) -> None:
        self._stick, self._temporary = stick, temporary

    def __enter__(self) -> None:
        self._clean()

    def __exit__(self, kind: type[BaseException] | None, *_more: object) -> None:
        if kind is not None:
            with suppress(OSError):
                self._clean()

    def _clean(self) -> None:
        self._stick._remove(self._temporary)


def venue_folder(venue_private: bytes) -> str:
    """Where a venue's files lie on every stick."""
    return f"{TOP}/{derive(venue_private, 'stick-venue')[:8].hex()}"


def other_venues(stick: Stick) -> int:
    """How many other venues have files on it."""
    folders = [each.name for each in stick.entries(TOP) if each.is_folder and VENUE.fullmatch(each.name)]
    return sum(f"{TOP}/{each}" != stick.venue for each in folders)


def id_of(stick: Stick) -> bytes | None:
    """The stick's own id, 32 bytes; None where it has none yet."""
    data = stick.read(_ABOUT, _ABOUT_MAX_BYTES)
    if data is None:
        return None
    try:
        found = bytes.fromhex(msgspec.json.decode(data, type=_About).id)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError):
        return None
    return found if len(found) == ID_LENGTH else None


def need_id(stick: Stick) -> bytes:
    """The stick's own id, made at its first use; a damaged one is made anew."""
    found = id_of(stick)
    if found is not None:
        return found
    stick.need_folder(TOP)
    if any(each.name == "stick.json" for each in stick.entries(TOP)):
        stick.remove(_ABOUT)
    made = os.urandom(ID_LENGTH)
    stick.put(TOP, "stick.json", [msgspec.json.encode(_About(made.hex())) + b"\n"])
    return made


def held_key(stick_id: bytes) -> bytes:
    """Under which key the store keeps what lies on a stick: nobody's public key, whatever the stick says."""
    return hashlib.sha256(b"fair-stick-v1\0" + stick_id).digest()


def joining_files(stick: Stick) -> Iterator[tuple[str, bytes]]:
    """Requests and answers of joining machines, opaque here: (name, bytes)."""
    names = [each.name for each in stick.entries(JOINING) if JOINING_FILE.fullmatch(each.name)]
    for name in names[:MOST_JOINING]:
        data = stick.read(f"{JOINING}/{name}", MAX_JOINING_BYTES)
        if data is not None:
            yield name, data


def put_joining(stick: Stick, name: str, data: bytes) -> None:
    """Write a request or an answer; an older one of that name goes first. ValueError for another name."""
    if JOINING_FILE.fullmatch(name) is None or len(data) > MAX_JOINING_BYTES:
        raise ValueError("no file of a joining machine")
    stick.need_folder(JOINING)
    stick.sweep(JOINING)
    path = f"{JOINING}/{name}"
    there = stick.read(path, MAX_JOINING_BYTES)
    if there == data:
        return
    if any(each.name == name for each in stick.entries(JOINING)):
        stick.remove(path)
    stick.put(JOINING, name, [data])
