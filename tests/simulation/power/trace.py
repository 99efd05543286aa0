"""What processes did to the files in one folder, and what they said, from a recording of their system calls.

strace stands below the shipping driver: what it does not see, no disk sees either. A line that is not
understood is an error, and so is a shared writable mapping of anything but SQLite's -shm: then the
recording would have a hole, and proofs that rest on it would prove nothing.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALLS = (
    "open,openat,creat,write,writev,pwrite64,pwritev,pwritev2,lseek,ftruncate,truncate,fallocate,fdatasync,fsync,"
    "sync_file_range,unlink,unlinkat,rename,renameat,renameat2,link,linkat,mkdir,mkdirat,rmdir,mmap,sendfile,"
    "copy_file_range,splice"
)
CHECKOUT = Path(__file__).parents[3]
APPENDED = -1
"""Offset of a write at the file's end, wherever that is."""
_LINE = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+|0x[0-9a-f]+)(?:<\S*)?(?: .*)?$")
_NOISE = re.compile(r"^\d+ +(\+\+\+ exited with|--- SIGCHLD)")
_FD = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>(\(deleted\))?")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_LONGEST = 100_000_000


class NotUnderstood(Exception):
    """The recording holds something that this reader does not know."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One step; names are relative to the folder, and the folder itself is ".".

    `what`: create, mkdir, write, truncate (to `offset`), allocate (up to `offset`), sync, sync_failed, link,
    rename, unlink or said.
    """

    what: str
    name: str = ""
    offset: int = 0
    data: bytes = b""
    other: str = ""
    """The new name of a link or rename."""


def strace(log: Path, *options: str) -> list[str]:
    """The command that records a program; it follows."""
    assert shutil.which("strace"), "strace records what reaches the disk: apt-get install strace"
    return ["strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", str(_LONGEST), "-o", str(log),
            "-e", f"trace={CALLS}", *options, sys.executable]  # fmt: skip


def record(
    program: Path, folder: Path, *words: str, log: Path, inject: Iterable[str] = ()
) -> tuple[Operation, ...]:
    """Run `program FOLDER WORDS` and read what it did. `inject` are faults as strace is told of them."""
    options = [word for each in inject for word in ("-e", f"inject={each}")]
    subprocess.run(
        [*strace(log, *options), str(program), str(folder), *words],
        cwd=CHECKOUT,
        env={"PYTHONPATH": str(CHECKOUT), "PATH": "/usr/bin:/bin"},
        stdout=subprocess.DEVNULL,
        check=True,
        timeout=300,
    )
    with log.open() as lines:
        return tuple(Reader(folder).read(lines))


@dataclass
class Reader:
    """Reads a recording; remembers what is needed to know where a plain write lands."""

    folder: Path
    offsets: dict[tuple[str, str], int] = field(default_factory=dict)
    """By process and descriptor; of descriptors that were opened for writing alone."""

    def read(self, lines: Iterable[str]) -> Iterator[Operation]:
        """The operations, in order."""
        for line in lines:
            found = _LINE.match(line)
            if found is None:
                if _NOISE.match(line) is None:
                    raise NotUnderstood(line[:300])
                continue
            yield from self._of_call(found[1], found[2], found[3], found[4])

    def _of_call(self, process: str, call: str, arguments: str, result: str) -> Iterator[Operation]:
        strings = [_text(each) for each in _STRING.findall(arguments)]
        descriptor = _FD.match(arguments)
        if call in {"open", "openat", "creat"}:
            yield from self._opened(process, arguments, strings, result)
        elif call == "mmap":
            self._mapped(arguments)
        elif descriptor is None:
            names = [self._inside(each.decode()) for each in strings[:2]]
            if any(names) and int(result) >= 0:
                yield _of_names(call, names)
        elif call == "write" and descriptor[1] == "1":
            yield Operation("said", data=strings[0])
        else:
            name = self._inside(_text(descriptor[2]).decode())
            if name and not name.endswith("-shm"):
                if descriptor[3]:
                    raise NotUnderstood(f"{call} on {name}, which was removed")
                yield from self._of_file(process, call, name, arguments, strings, int(result))

    def _opened(self, process: str, arguments: str, strings: list[bytes], result: str) -> Iterator[Operation]:
        name = self._inside(strings[0].decode())
        if not name or int(result) < 0:
            return
        if "O_CREAT" in arguments:
            yield Operation("create", name)
        if "O_TRUNC" in arguments:
            yield Operation("truncate", name, 0)
        descriptor = result.split("<", maxsplit=1)[0]
        self.offsets.pop((process, descriptor), None)
        if "O_WRONLY" in arguments:
            self.offsets[process, descriptor] = APPENDED if "O_APPEND" in arguments else 0

    def _mapped(self, arguments: str) -> None:
        if "MAP_SHARED" not in arguments or "PROT_WRITE" not in arguments:
            return
        found = re.search(r"\d+<((?:\\x[0-9a-f]{2})*)>", arguments)
        name = self._inside(_text(found[1]).decode()) if found else ""
        if name and not name.endswith("-shm"):
            raise NotUnderstood(f"{name} is mapped for writing")

    def _of_file(
        self, process: str, call: str, name: str, arguments: str, strings: list[bytes], result: int
    ) -> Iterator[Operation]:
        numbers = arguments.rsplit(", ", 2)
        if call in {"fsync", "fdatasync"}:
            yield Operation("sync" if result == 0 else "sync_failed", name)
        elif result < 0:
            return
        elif call == "pwrite64":
            yield Operation("write", name, int(numbers[-1]), strings[0][:result])
        elif call == "ftruncate":
            yield Operation("truncate", name, int(numbers[-1]))
        elif call == "fallocate" and numbers[0].endswith(", 0"):
            yield Operation("allocate", name, int(numbers[-2]) + int(numbers[-1]))
        elif call in {"write", "lseek"}:
            yield from self._of_place(process, call, name, arguments, strings, result)
        else:
            raise NotUnderstood(f"{call} on {name}")

    def _of_place(
        self, process: str, call: str, name: str, arguments: str, strings: list[bytes], result: int
    ) -> Iterator[Operation]:
        """Calls whose place is the descriptor's: known for what is only written to."""
        at = (process, arguments.split("<", maxsplit=1)[0])
        if call == "lseek":
            if self.offsets.get(at, APPENDED) != APPENDED:
                self.offsets[at] = result
        elif at in self.offsets:
            yield Operation("write", name, self.offsets[at], strings[0][:result])
            if self.offsets[at] != APPENDED:
                self.offsets[at] += result
        else:
            raise NotUnderstood(f"a plain write to {name}, which is read from as well")

    def _inside(self, path: str) -> str:
        """The name in the folder; "." for the folder itself, nothing for what lies elsewhere."""
        if path == str(self.folder):
            return "."
        return path[len(str(self.folder)) + 1 :] if path.startswith(f"{self.folder}/") else ""


def _of_names(call: str, names: list[str]) -> Operation:
    kind = call.removesuffix("2").removesuffix("at")
    if kind in {"unlink", "mkdir"}:
        return Operation(kind, names[0])
    if kind in {"link", "rename"} and all(names):
        return Operation(kind, names[0], other=names[1])
    raise NotUnderstood(f"{call} of {names}")


def _text(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))
