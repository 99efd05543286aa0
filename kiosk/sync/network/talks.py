"""All talks of a machine: one a pair of peers, each told of what the others brought."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.domain.words import Words
from kiosk.store.faults import StoreFault
from kiosk.sync.conversation import Reply
from kiosk.sync.joining.identity import PeerIdentity
from kiosk.sync.messages import PackHeld, Reasons, Sorry
from kiosk.sync.network.clerk import Books, Clerk, NoBooks
from kiosk.sync.network.talk import ONE_IS_ENOUGH, OPENED_ANEW, ROUND_A_PEER_S, ROUND_S, Talk

MOST_A_KEY = 4
"""Talks with one key: a machine that comes again before its old connection is known to be dead, or a copied
disk."""
MOST = 256
WITHDRAWN = Sorry(
    Reasons.WITHDRAWN,
    "这台机器已被工作人员停用，不再与其他机器同步。请联系工作人员。",
    "Staff have withdrawn this machine: the others do not talk to it any more. Please ask staff.",
)


@dataclass(frozen=True, slots=True)
class _Ticked:
    """What a second brought."""

    replies: list[tuple[Talk, Reply]]
    withdrawn: list[Talk]
    changed: bool
    stale: bool
    own_ahead: bool


def sorry_words(sorry: Sorry) -> Words:
    """Why a talk was ended, for staff; a peer's own words are cut where they are long."""
    if sorry.zh or sorry.en:
        return Words(sorry.zh[:200], sorry.en[:200])
    if sorry.why == Reasons.MALFORMED:
        return Words("对方发来了不能识别的内容。", "What it said was no message of ours.")
    return Words(f"对话被拒绝（{sorry.why}）。", f"The talk was refused ({sorry.why}).")


def problem_of(talk: Talk) -> Words | None:
    """What staff should know of a talk: why it was ended, or what was not taken in."""
    if talk.sorry is not None:
        return sorry_words(talk.sorry)
    if talk.refused_theirs:
        return _REFUSED_THEIRS.get(talk.refused_theirs)
    return _REFUSED_OURS.get(talk.refused_ours)


_REFUSED_THEIRS = {
    Reasons.NOT_ITS_ORIGIN: Words(
        "它送来冒用别机名义的记录，没有收入。请查明这台机器。",
        "It brought records in another machine's name; they were not taken in. Look into that machine.",
    ),
    Reasons.DAMAGED: Words(
        "它送来的部分记录已损坏或被改动，没有收入。请查明这台机器。",
        "Some records that it brought are damaged or were changed; they were not taken in. "
        "Look into that machine.",
    ),
    Reasons.UNKNOWN_KEY: Words(
        "它送来的部分记录来自不认识的机器，暂不收入。请先让那台机器加入。",
        "Some records that it brought are of a machine that nobody let in; they wait until it is let in.",
    ),
}
_REFUSED_OURS = {
    Reasons.NOT_ITS_ORIGIN: Words(
        "它不收本机的部分记录：签名与来源不符。请联系工作人员。",
        "It refuses some of this machine's records: signed in another's name. Please ask staff.",
    ),
    Reasons.DAMAGED: Words(
        "它不收本机的部分记录：内容已损坏。请检查本机日志。",
        "It refuses some of this machine's records: damaged. Verify this machine's journal.",
    ),
    Reasons.UNKNOWN_KEY: Words(
        "它还不认识部分记录的来源机器，暂不收入。",
        "It does not know the machine of some records yet, and waits with them.",
    ),
}


class Talks:
    """Those that are open."""

    def __init__(self, clerk: Clerk, own_key: bytes, changed: Callable[[], None]) -> None:
        """`changed`: something that the status says may have changed."""
        self._clerk = clerk
        self.own_key = own_key
        self._changed = changed
        self._open: list[Talk] = []
        self._probes: set[asyncio.Task[bool]] = set()
        self._gone = asyncio.Condition()
        self.own_ahead = False
        """Whether others hold facts of this kiosk's origin that are not here."""
        self.met: dict[bytes, PeerIdentity] = {}
        """By key: those that were talked to since the start."""
        self.last_heard_s: dict[bytes, float] = {}
        """By key, by the loop's clock."""
        self.refused: dict[bytes, Words] = {}
        """By key: why the last talk with a machine was ended."""

    def __iter__(self) -> Iterator[Talk]:
        return iter(tuple(self._open))

    def of(self, key: bytes) -> list[Talk]:
        """The talks with one machine."""
        return [each for each in self._open if each.peer.key == key and not each.over]

    def round_s(self) -> float:
        """How far rounds of news are apart, in each talk."""
        return max(ROUND_S, ROUND_A_PEER_S * len(self._open))

    def hub(self) -> bool:
        """Whether a hub is being talked to."""
        return any(each.peer.role == "hub" and not each.over for each in self._open)

    async def hold(self, talk: Talk) -> bool:
        """Hold a talk from its beginning to its end, if it is one to be held; says whether it was."""
        if not self._admit(talk):
            talk.end(ONE_IS_ENOUGH)
            talk.closed_with = ONE_IS_ENOUGH
            await talk.run_out()
            return False
        self._open.append(talk)
        self.met[talk.peer.key] = talk.peer
        self._changed()
        try:
            await talk.run()
        finally:
            self._open.remove(talk)
            self.last_heard_s[talk.peer.key] = talk.heard_s
            self._note_refusal(talk)
            self._changed()
            async with self._gone:
                self._gone.notify_all()
        return True

    def refuse(self, peer: PeerIdentity, sorry: Sorry) -> None:
        """Somebody is not talked to at all."""
        self.broke(peer, sorry_words(sorry))

    def broke(self, peer: PeerIdentity, problem: Words) -> None:
        """There is no talk with somebody, and why."""
        self.met[peer.key] = peer
        self.refused[peer.key] = problem
        self._changed()

    async def wait_gone(self, key: bytes) -> None:
        """Until there is no talk with that machine."""
        async with self._gone:
            await self._gone.wait_for(lambda: not self.of(key))

    def heard(self, talk: Talk, stored: int) -> None:
        """A talk has heard something: what it brought is news for the others."""
        if stored:
            self.nudge(but=talk)
        self._changed()

    def nudge(self, *, but: Talk | None = None) -> None:
        """The store may hold facts that the peers lack."""
        for each in self._open:
            if each is not but:
                each.nudge()

    def tell_packs(self, packs: tuple[PackHeld, ...]) -> None:
        """This machine's packs have changed."""
        for each in self._open:
            each.tell_packs(packs)

    def end_all(self, code: int = OPENED_ANEW) -> None:
        """End all of them."""
        for each in self:
            each.end(code)

    async def tick(self) -> bool:
        """Time has passed: about once a second. Says whether somebody else has written to the store."""
        now_s = asyncio.get_running_loop().time()
        for each in self:
            each.tick(now_s)
        try:
            ticked = await self._clerk.do(self._tick_on_books)
        except (StoreFault, NoBooks):
            return False
        for talk, reply in ticked.replies:
            talk.follow(reply)
        for talk in ticked.withdrawn:
            talk.end(sorry=WITHDRAWN)
        if ticked.stale:
            self._clerk.broken.set()
        self.own_ahead = ticked.own_ahead
        return ticked.changed

    def _tick_on_books(self, books: Books) -> _Ticked:
        now_s = time.monotonic()
        withdrawn = [each for each in self if any(map(books.ledger.is_withdrawn, each.peer.keys))]
        replies = [(each, each.tick_on_books(now_s)) for each in self]
        return _Ticked(replies, withdrawn, books.beat(), books.stale(), books.own_ahead)

    def _note_refusal(self, talk: Talk) -> None:
        words = problem_of(talk)
        self.refused.pop(talk.peer.key, None)
        if words is not None:
            self.refused[talk.peer.key] = words

    def _admit(self, talk: Talk) -> bool:
        """Of two talks that each side began, the one that the smaller key began stays (both sides see it so).

        Of two that the same side began, the older is likely dead: it is asked, and both stay if it is not.
        """
        others = self.of(talk.peer.key)
        if len(self._open) >= MOST or len(others) >= MOST_A_KEY:
            self._ask(others)
            return False
        for other in others:
            if other.began == talk.began or self.own_key == talk.peer.key:
                self._ask([other])
            elif talk.began == (self.own_key < talk.peer.key):
                other.end(ONE_IS_ENOUGH)
            else:
                self._ask([other])
                return False
        return True

    def _ask(self, talks: list[Talk]) -> None:
        for each in talks:
            probe = asyncio.create_task(each.probe())
            self._probes.add(probe)
            probe.add_done_callback(self._probes.discard)
