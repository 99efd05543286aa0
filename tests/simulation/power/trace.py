"""What a process did to the files of one folder, and what it said, from a recording of its system calls."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CALLS = (
    "openat,write,writev,pwrite64,pwritev,ftruncate,truncate,fallocate,fdatasync,fsync,sync_file_range,"
    "unlink,unlinkat,rename,renameat,renameat2,link,linkat"
)
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\)\s+= (-?\d+)")
_FD = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
CHECKOUT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Operation:
    """One step. `what`: create, write, truncate, sync, link, unlink or said; names are the folder's."""

    what: str
    name: str = ""
    offset: int = 0
    data: bytes = b""
    other: str = ""
    """The new name of a link."""


def record(program: Path, folder: Path, *words: str, log: Path) -> tuple[Operation, ...]:
    """Run a program on `folder` and read what it did there; whatever is not understood is an error."""
    assert shutil.which("strace"), "strace records the writes: apt-get install strace"
    subprocess.run(
        ["strace", "-f", "-y", "-xx", "-s", "100000000", "-e", f"trace={CALLS}", "-o", str(log),
         sys.executable, str(program), str(folder / "store.db"), *words],
        cwd=CHECKOUT,
        env={"PYTHONPATH": str(CHECKOUT), "PATH": "/usr/bin:/bin"},
        stdout=subprocess.PIPE,
        check=True,
        timeout=300,
    )  # fmt: skip
    with log.open() as lines:
        return tuple(each for line in lines if (each := _operation(line, folder)) is not None)


def _operation(line: str, folder: Path) -> Operation | None:
    found = _LINE.match(line)
    if found is None or int(found[3]) < 0:
        return None
    call, arguments = found[1], found[2]
    strings = [bytes.fromhex(each.replace("\\x", "")) for each in _STRING.findall(arguments)]
    descriptor = _FD.match(arguments)
    if call == "write" and descriptor is not None and descriptor[1] == "1":
        return Operation("said", data=strings[0])
    if call in {"openat", "link", "unlink"}:
        return _of_names(call, arguments, [_inside(each.decode(), folder) for each in strings])
    name = _inside(bytes.fromhex(descriptor[2].replace("\\x", "")).decode(), folder) if descriptor else ""
    return _of_file(call, name, arguments, strings) if name else None


def _of_names(call: str, arguments: str, names: list[str]) -> Operation | None:
    if not names[0]:
        return None
    if call == "openat":
        return Operation("create", names[0]) if "O_CREAT" in arguments else None
    return Operation(call, names[0], other=names[-1])


def _of_file(call: str, name: str, arguments: str, strings: list[bytes]) -> Operation:
    if call == "pwrite64":
        return Operation("write", name, int(arguments.rsplit(", ", 1)[1]), strings[0])
    if call == "ftruncate":
        return Operation("truncate", name, int(arguments.rsplit(", ", 1)[1]))
    assert call in {"fsync", "fdatasync"}, f"{call} on {name} is not understood"
    return Operation("sync", name)


def _inside(path: str, folder: Path) -> str:
    """The name in the folder; "." for the folder itself, nothing for what lies elsewhere."""
    if path == str(folder):
        return "."
    return path[len(str(folder)) + 1 :] if path.startswith(f"{folder}/") else ""
