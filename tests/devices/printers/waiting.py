"""Waiting for what other programs do: for a condition, with a deadline, never for a time."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")
_PAUSE_S = 0.01
BUSY_S = 3.0
"""What a busy machine may take on top: such bounds are against hanging, not for speed."""


def until(condition: Callable[[], Found], what: str, *, timeout_s: float = 30.0) -> Found:
    """What `condition` returns as soon as it is true; a failure that names `what` after `timeout_s`."""
    deadline = time.monotonic() + timeout_s
    while not (found := condition()):
        assert time.monotonic() < deadline, f"not within {timeout_s:g} s: {what}"
        time.sleep(_PAUSE_S)
    return found


def free_port() -> int:
    """A TCP port of loopback on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def listens(port: int) -> bool:
    """Whether something accepts connections there."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
