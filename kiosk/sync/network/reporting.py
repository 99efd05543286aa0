"""Puts the courier's status together, and says it when it has changed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

import msgspec

from kiosk.domain.words import Words
from kiosk.sync.joining.identity import PeerIdentity
from kiosk.sync.network.clerk import Clerk
from kiosk.sync.network.client import Call
from kiosk.sync.network.packs import PackFetching
from kiosk.sync.network.status import CourierStatus, JoiningStatus, PeerStatus
from kiosk.sync.network.talks import Talks, problem_of

LEAST_S = 1.0
"""Between two lines."""
STILL_S = 10.0
"""Between two lines that differ only in when somebody was heard."""
STRANGER_SHOWN_S = 600.0
STRANGER = Words(
    "有另一场地的机器想连接，已拒绝。若它属于本场，请让它重新加入。",
    "A machine of another venue tried to connect and was refused. If it is ours, let it in again.",
)
_NOBODY = Words("", "")


class Reporter:
    """What the courier looks like from outside."""

    def __init__(self, clerk: Clerk, say: Callable[[CourierStatus], None]) -> None:
        self._clerk = clerk
        self._say = say
        self._more = asyncio.Event()
        self._own: PeerIdentity | None = None
        self._talks: Talks | None = None
        self._joining: JoiningStatus | None = None
        self._stranger_s = float("-inf")
        self.listening = 0
        self.port_fault: Words | None = None
        self.packs: tuple[str, ...] = ()
        self.fetching: PackFetching | None = None
        self.calls: Callable[[], Iterable[Call]] = tuple

    def changed(self) -> None:
        """Something may have."""
        self._more.set()

    def joining(self, status: JoiningStatus | None) -> None:
        """How it stands with being let in."""
        self._joining = status
        self.changed()

    def works_as(self, own: PeerIdentity, talks: Talks) -> None:
        """This machine has an identity."""
        self._own, self._talks = own, talks
        self.changed()

    def stranger(self) -> None:
        """Somebody showed another venue's certificate."""
        self._stranger_s = asyncio.get_running_loop().time()
        self.changed()

    async def run(self) -> None:
        """Until cancelled."""
        last, said_s = None, 0.0
        loop = asyncio.get_running_loop()
        while True:
            now = self.status()
            if last is None or _still(now) != _still(last) or loop.time() - said_s >= STILL_S:
                self._say(now)
                last, said_s = now, loop.time()
            self._more.clear()
            await asyncio.sleep(LEAST_S)
            await self._more.wait()

    def status(self) -> CourierStatus:
        """As it is now."""
        fault = self._clerk.fault or self.port_fault or _NOBODY
        own = self._own or PeerIdentity("", "", b"")
        return CourierStatus(
            name=own.name,
            role=own.role,
            listening=self.listening,
            peers=self._peers(),
            joining=self._joining,
            own_ahead=self._talks is not None and self._talks.own_ahead,
            packs=self.packs,
            fetching=tuple(self.fetching.status.values()) if self.fetching else (),
            fault_zh=fault.zh,
            fault_en=fault.en,
        )

    def _peers(self) -> tuple[PeerStatus, ...]:
        if self._talks is None:
            return ()
        now_s = asyncio.get_running_loop().time()
        peers = {each.key: each for each in self._talking(self._talks, now_s)}
        for call in self.calls():
            if call.peer is not None and call.peer.key.hex() in peers:
                continue
            if call.peer is not None:
                peers[call.peer.key.hex()] = self._absent(
                    call.peer, now_s, str(call.addresses[0]), call.problem
                )
            elif call.problem is not None and call.addresses:
                address = str(call.addresses[0])
                peers[address] = _with(PeerStatus("", "", "", address, False), call.problem)
        for key, peer in self._talks.met.items():
            if key.hex() not in peers:
                peers[key.hex()] = self._absent(peer, now_s, "", self._talks.refused.get(key))
        if now_s - self._stranger_s < STRANGER_SHOWN_S:
            peers["?"] = _with(PeerStatus("", "", "", "", False), STRANGER)
        return tuple(peers[key] for key in sorted(peers))

    def _talking(self, talks: Talks, now_s: float) -> Iterable[PeerStatus]:
        for talk in talks:
            if talk.over or not talk.introduced:
                continue
            peer = talk.peer
            seen = PeerStatus(peer.key.hex(), peer.name, peer.role, str(talk.address), True)
            heard_s = max(0, int(now_s - talk.heard_s))
            seen = msgspec.structs.replace(seen, heard_s=heard_s, waiting=talk.waiting)
            yield _with(seen, problem_of(talk))

    def _absent(self, peer: PeerIdentity, now_s: float, address: str, problem: Words | None) -> PeerStatus:
        heard_s = self._talks.last_heard_s.get(peer.key) if self._talks else None
        seen = PeerStatus(peer.key.hex(), peer.name, peer.role, address, False)
        if heard_s is not None:
            seen = msgspec.structs.replace(seen, heard_s=max(0, int(now_s - heard_s)))
        return _with(seen, problem)


def _with(peer: PeerStatus, words: Words | None) -> PeerStatus:
    if words is None:
        return peer
    return msgspec.structs.replace(peer, problem_zh=words.zh, problem_en=words.en)


def _still(status: CourierStatus) -> CourierStatus:
    """Without what counts seconds."""
    return msgspec.structs.replace(
        status, peers=tuple(msgspec.structs.replace(each, heard_s=0) for each in status.peers)
    )
