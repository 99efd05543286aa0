"""The one thread of a courier that touches the store, and what is done when the store will not have it.

The kiosk beside it writes to the same store. So after each commit of received facts there is a pause before
the next one (design.md section 4), and whoever waits for the write lock meanwhile gets it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import Protocol, TypeVar

from kiosk.domain.words import Words
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.sync.conversation import Ledger, Reply

PAUSE_S = 0.005
FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 30.0
_PASSING = {StoreFaultKind.BUSY, StoreFaultKind.DISK_FULL, StoreFaultKind.NOT_WRITABLE}
"""Faults that go away while the store stays open; after any other it is opened anew."""

_Result = TypeVar("_Result")


class Books(Protocol):
    """An open store, as far as a courier needs it; the app makes it. Used on the clerk's thread alone."""

    @property
    def ledger(self) -> Ledger:
        """All journals."""
        ...

    @property
    def own_ahead(self) -> bool:
        """Whether others hold facts of this kiosk's origin that are not here."""
        ...

    @property
    def holds_parked(self) -> bool:
        """Whether anything waits that came by stick before its turn; costs next to nothing."""
        ...

    def unpark(self) -> int:
        """Take in some of what waits and whose turn it is, in one commit; how many facts."""
        ...

    def beat(self) -> bool:
        """About once a second: whether anybody else has committed, or installed a pack, meanwhile."""
        ...

    def stale(self) -> bool:
        """Whether these are not the kiosk's books any more: a new incarnation, or a restore."""
        ...

    def close(self) -> None:
        """Write down what waits, let go of the store."""
        ...


class NoBooks(Exception):
    """The store is not open just now; it is tried again."""


class Clerk:
    """Does one piece of work at a time on the books, on a thread of its own."""

    def __init__(self, open_books: Callable[[], Books]) -> None:
        """`open_books` is called on the clerk's thread; StoreFault and KeyFault are waited out."""
        self._open_books = open_books
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ledger")
        self._books: Books | None = None
        self._turn = asyncio.Lock()
        self._rests_until_s = 0.0
        self._waits_s = FIRST_WAIT_S
        self.fault: Words | None = None
        """Why the store cannot be used just now."""
        self.broken = asyncio.Event()
        """The books must be opened anew."""

    @property
    def ready(self) -> bool:
        """Whether the books are open."""
        return self._books is not None and not self.broken.is_set()

    async def open(self, *, again_s: Callable[[float], float] = lambda wait_s: wait_s) -> None:
        """Open the books, however long it takes. Cancel it to give up."""
        from kiosk.keys.fault import KeyFault  # noqa: PLC0415  (the keys' own machinery)

        wait_s = FIRST_WAIT_S
        while True:
            try:
                await self._on_thread(self._renew)
            except (StoreFault, KeyFault) as fault:
                self.fault = fault.words
            except OSError as fault:
                self.fault = _unusable(fault)
            else:
                self.fault = None
                self.broken.clear()
                return
            await asyncio.sleep(again_s(wait_s))
            wait_s = min(2 * wait_s, LONGEST_WAIT_S)

    async def do(self, work: Callable[[Books], _Result]) -> _Result:
        """Work on the books. NoBooks while they are closed; StoreFault, which is kept in `fault` too."""
        books = self._books
        if books is None:
            raise NoBooks
        try:
            done = await self._on_thread(lambda: work(books))
        except StoreFault as fault:
            self.fault = fault.words
            if fault.kind not in _PASSING:
                self.broken.set()
            raise
        self.fault = None
        self._waits_s = FIRST_WAIT_S
        return done

    async def take_in(self, work: Callable[[Books], Reply]) -> Reply:
        """Work that may commit received facts: in turn, and not before the pause after the last is over.

        A store that is busy, or a disk that is full, is waited for before the fault is raised: so whoever
        sends more is held up meanwhile.
        """
        loop = asyncio.get_running_loop()
        async with self._turn:
            if (rest_s := self._rests_until_s - loop.time()) > 0:
                await asyncio.sleep(rest_s)
            try:
                reply = await self.do(work)
            except StoreFault:
                await asyncio.sleep(self._waits_s)
                self._waits_s = min(2 * self._waits_s, LONGEST_WAIT_S)
                raise
            if not reply.stored:
                return reply
            self._rests_until_s = loop.time() + PAUSE_S
            return replace(reply, stored=reply.stored + await self._unpark())

    async def _unpark(self) -> int:
        """What came by stick before those facts follows on them: that many more."""
        loop, more = asyncio.get_running_loop(), 0
        with suppress(StoreFault, NoBooks):  # what has just come is taken in, whatever becomes of these
            while await self.do(lambda books: books.holds_parked):
                await asyncio.sleep(self._rests_until_s - loop.time())
                came = await self.do(lambda books: books.unpark())
                self._rests_until_s = loop.time() + PAUSE_S
                more += came
                if not came:
                    break
        return more

    async def close(self) -> None:
        """Close the books and end the thread."""
        try:
            await self._on_thread(self._put_away)
        except StoreFault as fault:
            self.fault = fault.words
        finally:
            self._thread.shutdown(wait=False)

    def _renew(self) -> None:
        self._put_away()
        self._books = self._open_books()

    def _put_away(self) -> None:
        if self._books is not None:
            books, self._books = self._books, None
            books.close()

    async def _on_thread(self, work: Callable[[], _Result]) -> _Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def _unusable(fault: OSError) -> Words:
    return Words(
        f"数据文件夹不能用：{fault.strerror}。", f"The state folder cannot be used: {fault.strerror}."
    )
