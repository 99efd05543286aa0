"""What can go wrong with a stick, in words that say what to do next."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from kiosk.domain.words import Words


class StickProblem(StrEnum):
    """Why a stick could not be worked on."""

    MISSING = "missing"
    READ_ONLY = "read_only"
    FULL = "full"
    GONE = "gone"
    BUSY = "busy"
    TOO_LARGE = "too_large"
    UNRELIABLE = "unreliable"
    CROWDED = "crowded"
    IN_THE_WAY = "in_the_way"


_WORDS = {
    StickProblem.MISSING: Words(
        "这里没有 U 盘：{name}。请插好 U 盘再试。", "There is no stick at {name}. Put it in, then try again."
    ),
    StickProblem.READ_ONLY: Words(
        "U 盘 {name} 不能写入。请拨开写保护开关，或换一个 U 盘。",
        "The stick {name} cannot be written. Move its write-protect switch, or take another stick.",
    ),
    StickProblem.FULL: Words(
        "U 盘 {name} 空间不够。请腾出空间，或换一个 U 盘。",
        "The stick {name} has no room left. Free some, or take another stick.",
    ),
    StickProblem.GONE: Words(
        "U 盘 {name} 中途读写不了了。已写完的仍然完好。请重新插好再试一次。",
        "The stick {name} stopped answering midway. What was finished is whole. "
        "Put it in again, then try once more.",
    ),
    StickProblem.BUSY: Words(
        "本机正在读写 U 盘 {name}。请等它完成再试。",
        "This kiosk is at work on the stick {name} already. Wait until it is done.",
    ),
    StickProblem.TOO_LARGE: Words(
        "有一个文件太大，U 盘 {name} 的格式存不下。请换成 exFAT 格式的 U 盘。",
        "A file is too large for the format of the stick {name}. Take a stick that is formatted as exFAT.",
    ),
    StickProblem.UNRELIABLE: Words(
        "U 盘 {name} 读出的内容和写入的不一样，不能用来存数据。请换一个 U 盘。",
        "The stick {name} does not give back what was written to it. Take another stick.",
    ),
    StickProblem.IN_THE_WAY: Words(
        "U 盘 {name} 上名为 fair-kiosk 的不是我们的文件夹。请把它改名或移走，再试一次。",
        "What is called fair-kiosk on the stick {name} is no folder of ours. "
        "Rename or remove it, then try again.",
    ),
    StickProblem.CROWDED: Words(
        "U 盘 {name} 里的文件太多了。请换一个 U 盘。",
        "Too many files lie on the stick {name}. Take another stick.",
    ),
}
_PROBLEMS = {
    errno.ENOSPC: StickProblem.FULL,
    errno.EDQUOT: StickProblem.FULL,
    errno.EROFS: StickProblem.READ_ONLY,
    errno.EACCES: StickProblem.READ_ONLY,
    errno.EPERM: StickProblem.READ_ONLY,
    errno.EFBIG: StickProblem.TOO_LARGE,
    errno.ELOOP: StickProblem.IN_THE_WAY,
    errno.ENOTDIR: StickProblem.IN_THE_WAY,
}
"""Everything else that a disk may say in the middle (EIO, ENODEV, ENOENT, ...) is the same to staff."""


class StickFault(Exception):
    """A stick could not be worked on; `words` say why, and `detail` is for the log."""

    def __init__(self, problem: StickProblem, name: str, detail: str = "") -> None:
        words = _WORDS[problem]
        self.problem = problem
        self.words = Words(words.zh.format(name=name), words.en.format(name=name))
        super().__init__(f"{problem}: {detail}" if detail else str(problem))


@contextmanager
def said_of(name: str) -> Iterator[None]:
    """What the disk refuses is said of the stick with this name."""
    try:
        yield
    except OSError as fault:
        problem = _PROBLEMS.get(fault.errno or 0, StickProblem.GONE)
        raise StickFault(problem, name, errno.errorcode.get(fault.errno or 0, "")) from fault
