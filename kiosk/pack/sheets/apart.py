"""xls and ods read by a process of its own, with a bound on its time and memory.

Both formats let a small file ask for any amount of memory (cells far out, repeated rows), and the reader
never comes back from an ods that ends too early. What such a file kills is that process alone. It costs a
tenth of a second, which these formats, rare and small, can bear; xlsx is read here, after a look (`places`).
"""

from __future__ import annotations

import io
import os
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait

from kiosk.pack.faults import PackFault
from kiosk.pack.sheets.places import TooFarOutError
from kiosk.pack.sheets.workbook import Page, pages_in, too_far_out

MAX_TIME_S = 60.0
MAX_CPU_S = 30
MAX_MEMORY_BYTES = 2 * 1024**3
PASSWORD = "password"  # noqa: S105  the name of an outcome
DAMAGED = "damaged"


def read_apart(file: str, data: bytes, time_s: float = MAX_TIME_S) -> list[Page]:
    """The visible sheets of the workbook `data`. Raises PackFault where there is none within the bounds."""
    context = get_context("spawn")  # not fork: a kiosk that reads a stick has threads
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(sender, data), daemon=True)
    process.start()
    sender.close()
    try:
        wait([receiver], time_s)
        answer = receiver.recv() if receiver.poll() else DAMAGED
    except (EOFError, OSError):
        answer = DAMAGED  # it died: of too much memory or time, or of the reader's own fault
    finally:
        process.kill()
        process.join()
        receiver.close()
    if isinstance(answer, list):
        return answer
    raise _fault(file, str(answer))


def _fault(file: str, what: str) -> PackFault:
    if what == PASSWORD:
        return PackFault(
            f"{file} 有密码，请去掉密码再保存。", f"{file} has a password: remove it and save again."
        )
    if what == DAMAGED:
        return PackFault(
            f"{file} 已损坏或太大，读不出来，请在 Excel 里另存为 xlsx。",
            f"{file} is damaged or far too large to be read: save it from Excel as xlsx.",
        )
    return too_far_out(file, what)


def _answer(sender: Connection, data: bytes) -> None:
    """In the other process: send the pages, or why there are none."""
    _bound()
    import python_calamine  # noqa: PLC0415  only this process needs it

    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            answer: list[Page] | str = list(pages_in(workbook))
    except python_calamine.PasswordError:
        answer = PASSWORD
    except TooFarOutError as fault:
        answer = str(fault)
    except (python_calamine.CalamineError, ValueError, OSError, MemoryError):
        answer = DAMAGED
    sender.send(answer)


def _bound() -> None:
    """Bound this process's memory and time where the system can, and keep its last words off the terminal."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    try:
        import resource  # noqa: PLC0415  not on Windows: there the parent's clock alone bounds it
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY_BYTES, MAX_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_CPU_S, MAX_CPU_S))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
