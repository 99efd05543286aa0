"""Keeps a call for each machine that is to be called: those of kiosk.toml always, those found as
`circle` says."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from kiosk.sync.joining.identity import PeerIdentity
from kiosk.sync.network.addresses import Address
from kiosk.sync.network.circle import PREFIX_LENGTH, Found, whom_to_call
from kiosk.sync.network.client import Call, MakeTalk
from kiosk.sync.network.edge import at_edge
from kiosk.sync.network.talks import Talks

if TYPE_CHECKING:
    from aiohttp import ClientSession

HUB_LASTS_S = 5.0
"""A hub that has been talked to for so long is relied upon: kiosks are not called any more."""
AFTER_FAULT_S = 30.0


class Calling:
    """All calls of a machine."""

    def __init__(
        self,
        session: ClientSession,
        talks: Talks,
        make_talk: MakeTalk,
        own: PeerIdentity,
        changed: Callable[[], None],
    ) -> None:
        self._session = session
        self._talks = talks
        self._make_talk = make_talk
        self._own = own
        self._changed = changed
        self._look = asyncio.Event()
        self._calls: dict[bytes, Call] = {}
        """Of found machines, by key prefix."""
        self._fixed: list[Call] = []
        self._tasks: dict[Call, asyncio.Task[None]] = {}
        self._hub_since_s: float | None = None

    @property
    def calls(self) -> Iterable[Call]:
        """All of them, for the status."""
        return (*self._fixed, *self._calls.values())

    def look_again(self) -> None:
        """Somebody came or went."""
        self._look.set()

    async def run(
        self, fixed: Iterable[Address], machines: Mapping[str, Found], venue: Callable[[], str]
    ) -> None:
        """Until cancelled."""
        for address in dict.fromkeys(fixed):
            call = self._call((address,), b"")
            self._fixed.append(call)
            self._begin(call)
        try:
            while True:
                self._look.clear()
                self._choose([each for each in machines.values() if each.venue == venue()])
                try:
                    async with asyncio.timeout(self._soon_s()):
                        await self._look.wait()
                except TimeoutError:
                    continue
        finally:
            for task in self._tasks.values():
                task.cancel()
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _choose(self, found: list[Found]) -> None:
        """Call whom to call, and end the calls of the others."""
        own = self._own.key[:PREFIX_LENGTH]
        failing = [prefix for prefix, call in self._calls.items() if call.failing]
        wanted = whom_to_call(own, self._own.role, found, hub_is_there=self._relies_on_hub(), failing=failing)
        for each in found:
            if each.key_prefix not in wanted:
                continue
            call = self._calls.get(each.key_prefix)
            if call is not None:
                call.move(each.addresses)
                continue
            call = self._calls[each.key_prefix] = self._call(each.addresses, each.key_prefix)
            self._begin(call)
        there = {each.key_prefix for each in found}
        for prefix in self._calls.keys() - wanted:
            if prefix in there or not self._calls[prefix].talking:  # who talks is there, whatever mDNS says
                self._end(self._calls.pop(prefix))

    def _relies_on_hub(self) -> bool:
        now_s = asyncio.get_running_loop().time()
        if not self._talks.hub():
            self._hub_since_s = None
        elif self._hub_since_s is None:
            self._hub_since_s = now_s
        return self._hub_since_s is not None and now_s - self._hub_since_s >= HUB_LASTS_S

    def _soon_s(self) -> float | None:
        """When to look again though nobody came or went."""
        return HUB_LASTS_S if self._hub_since_s is not None and not self._relies_on_hub() else None

    def _call(self, addresses: tuple[Address, ...], prefix: bytes) -> Call:
        return Call(
            addresses,
            self._session,
            self._talks,
            self._make_talk,
            self._call_changed,
            key_prefix=prefix,
        )

    def _call_changed(self) -> None:
        self._look.set()
        self._changed()

    def _begin(self, call: Call) -> None:
        self._tasks[call] = asyncio.create_task(self._keep(call))

    def _end(self, call: Call) -> None:
        task = self._tasks.pop(call, None)
        if task is not None:
            task.cancel()

    async def _keep(self, call: Call) -> None:
        while (problem := await at_edge(call.run())) is not None:
            call.problem = problem
            self._changed()
            await asyncio.sleep(AFTER_FAULT_S)
