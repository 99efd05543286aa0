"""The first fair pack of a machine that was just let in: its hub hands it out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from kiosk.app.courier import courier_parts
from kiosk.app.state import State
from kiosk.config import Settings

if TYPE_CHECKING:
    from kiosk.keys.providers import Secrets
    from kiosk.sync.network.addresses import Address
    from kiosk.sync.network.status import CourierStatus

PATIENCE_S = 20.0
"""Without anything new: the hub has no pack to hand out, or is gone."""
_LOOK_S = 0.2
CLOSING_S = 0.25
"""Connections say goodbye (TLS) before the loop ends."""

Progress = Callable[[str, int, int], None]
"""(fair, bytes, of how many)."""


def has_pack(state: State) -> bool:
    """Whether a fair pack is installed."""
    from kiosk.pack.installed import installed  # noqa: PLC0415

    return bool(installed(state.folder))


def fetch_pack(
    settings: Settings, state: State, secrets: Secrets, hub: Address | None, progress: Progress
) -> bool:
    """Run a courier until a pack is installed; False where none came. The store is made on the way."""
    peers = (*settings.sync.peers, *([str(hub)] if hub else []))
    sync = msgspec.structs.replace(settings.sync, listen=False, peers=tuple(dict.fromkeys(peers)))
    settings = msgspec.structs.replace(settings, sync=sync)
    return asyncio.run(_fetch(settings, state, secrets, progress))


async def _fetch(settings: Settings, state: State, secrets: Secrets, progress: Progress) -> bool:
    from kiosk.sync.network.courier import Courier  # noqa: PLC0415

    loop = asyncio.get_running_loop()
    moved_s = loop.time()

    def say(status: CourierStatus) -> None:
        nonlocal moved_s
        for each in status.fetching:
            moved_s = loop.time()
            progress(each.fair, each.done_bytes, each.size_bytes)

    work = asyncio.create_task(Courier(courier_parts(settings, state, secrets, say, alone=True)).run())
    try:
        while not work.done() and loop.time() - moved_s < PATIENCE_S:
            if await asyncio.to_thread(has_pack, state):
                return True
            await asyncio.sleep(_LOOK_S)
        return await asyncio.to_thread(has_pack, state)
    finally:
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
        await asyncio.sleep(CLOSING_S)
