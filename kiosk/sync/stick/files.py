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
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import msgspec

from kiosk.keys.secrecy import derive
from kiosk.sync.stick.disk import MOST_ENTRIES, Disk, Entry
from kiosk.sync.stick.faults import StickFault, StickProblem, said_of

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
PACK_MANIFEST = "manifest.json"
JOINING_FILE = re.compile(r"[0-9a-z-]{1,64}\.(request|answer)")
MOST_JOINING = 64
MAX_JOINING_BYTES = 64 * 1024
SYNC_BYTES = 8 * 1024 * 1024
"""A large file is synced each time so much was written: a slow stick gets on all the while, not for minutes
at the end."""


def _nothing() -> None:
    """Nobody waits."""


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
    step: Callable[[], None] = _nothing
    """Called after each piece that was read or written: a stick that gets on is waited for."""

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
                    self.step()
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

    def put_pack(self, folder: str, files: Iterable[tuple[str, Iterable[bytes]]]) -> tuple[Written, ...]:
        """Write a fair pack's folder: its database first, its manifest last, without which it is no pack.

        What lies there already is half a pack, or damaged: it goes first, the manifest before all.
        """
        self.need_folder(folder)
        self.sweep(folder)
        with said_of(self.name):
            self._forget(f"{folder}/{PACK_MANIFEST}")
            self.disk.sync_folder(folder)
        for entry in self.entries(folder):
            self.remove(f"{folder}/{entry.name}")
        return tuple(self.put(folder, name, chunks) for name, chunks in files)

    def sweep(self, folder: str) -> None:
        """Remove what an interrupted writing left under temporary names."""
        for entry in self.entries(folder):
            if _PART.fullmatch(entry.name):
                self.remove(f"{folder}/{entry.name}")

    def remove(self, name: str) -> None:
        """Remove a file."""
        with said_of(self.name):
            self.disk.remove(name)

    def is_crowded(self) -> bool:
        """Whether so many files lie in the venue's folder that some might not be seen."""
        return len(self.entries(self.venue)) > MOST_ENTRIES - 1000

    def _write(self, path: str, chunks: Iterable[bytes]) -> Written:
        digest, size = hashlib.sha256(), 0
        handle = self.disk.create(path)
        try:
            for chunk in chunks:
                self.disk.write(handle, chunk)
                self.step()
                digest.update(chunk)
                size += len(chunk)
                if size // SYNC_BYTES > (size - len(chunk)) // SYNC_BYTES:
                    self.disk.sync(handle)
                    self.step()
            self.disk.sync(handle)
        finally:
            self.disk.close(handle)
        return Written("", size, digest.digest())

    def _compare(self, path: str, written: Written) -> None:
        if self.digest(path, written.size_bytes) != written.sha256:
            raise StickFault(StickProblem.UNRELIABLE, self.name, "read back")

    def digest(self, path: str, size_bytes: int) -> bytes | None:
        """SHA-256 of a file with exactly that size; None for any other."""
        digest, size = hashlib.sha256(), 0
        with said_of(self.name):
            try:
                for chunk in self.disk.read(path):
                    self.step()
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

    @contextmanager
    def _cleaning(self, temporary: str) -> Iterator[None]:
        """What stays under a temporary name when writing fails is removed, as far as the stick answers."""
        self._forget(temporary)
        try:
            yield
        except BaseException:
            with suppress(OSError):
                self._forget(temporary)
            raise

    def _forget(self, name: str) -> None:
        with suppress(FileNotFoundError):
            self.disk.remove(name)


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
