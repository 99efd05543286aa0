"""No core file: what the kiosk has in memory (names, keys) never goes to a disk unencrypted."""

from __future__ import annotations

import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def forbid_core_files() -> None:
    """For this process and all that it starts. Where there are no limits (Windows), no core is written."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415  (not on Windows)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def forbid_dumps() -> None:
    """For this process and those forked from it, until they run another program.

    The limit is not enough: core_pattern (core(5)) may hand the dump to a program, which the limit does not
    bind. A process that is not dumpable has none, and no other of the same user may look into it.
    """
    forbid_core_files()
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415  (2 ms, not before the first frame)

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
