"""What a process says of itself on standard error while it serves visitors: where and what, never a value.

A library's message, an exception's text, a warning may name a person; a log outlives the fair's data.
"""

from __future__ import annotations

import logging
import warnings

OURS = "kiosk"
"""Loggers whose messages are ours: they are written so that they name nobody."""


class DiscreetFormatter(logging.Formatter):
    """Our own messages; of all others only where they come from. Of exceptions type and place."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        ours = record.name.partition(".")[0] == OURS
        said = record.getMessage() if ours else f"{record.filename}:{record.lineno}"
        fault = record.exc_info[1] if record.exc_info else None
        more = f" ({type(fault).__name__} at {place_of(fault)})" if fault is not None else ""
        return f"{OURS}: {record.levelname.lower()} {record.name}: {said}{more}"


def place_of(fault: BaseException) -> str:
    """File and line of the innermost frame."""
    traceback = fault.__traceback__
    if traceback is None:
        return "unknown place"
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    return f"{traceback.tb_frame.f_code.co_filename}:{traceback.tb_lineno}"


def log_discreetly() -> None:
    """From now on, for this process: its own log, other libraries', and Python's warnings."""
    handler = logging.StreamHandler()
    handler.setFormatter(DiscreetFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    warnings.showwarning = _warned


def _warned(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: object = None,
    line: str | None = None,
) -> None:
    del message, file, line
    logging.getLogger(OURS).warning("%s at %s:%d", category.__name__, filename, lineno)
