"""The outermost edge of a task: what nobody foresaw ends that task, not the courier."""

from __future__ import annotations

import logging
from collections.abc import Awaitable

from kiosk.domain.words import Words

_log = logging.getLogger("kiosk.sync")


async def at_edge(work: Awaitable[object]) -> Words | None:
    """Await something; words where it failed in a way that nobody foresaw.

    Its type and place are logged, never its text: that may name a person.
    """
    try:
        await work
    except Exception as fault:  # noqa: BLE001  (another machine's bytes may find a fault of ours: only it is cut)
        name = type(fault).__name__
        _log.error("unexpected %s at %s", name, _place(fault))
        return Words(f"对话中断（{name}），稍后再试。", f"The talk broke off ({name}); it is tried again.")
    return None


def _place(fault: BaseException) -> str:
    traceback = fault.__traceback__
    if traceback is None:
        return "unknown place"
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    return f"{traceback.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{traceback.tb_lineno}"
