"""A printer of labels over a byte link: everything that ZPL, TSPL and languages to come have in common.

What a job's fate rests on, the best first:
1. the printer's own counter of labels, asked before the job and after it;
2. a printer that says it is at rest, twice, some seconds apart, and was never out of reach meanwhile;
3. nothing: then the job stays SENT, and is never called confirmed.
"""

from __future__ import annotations

import re
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.devices.printers.links import Link
from kiosk.devices.printers.port import LOOK_TIMEOUT_S, Abilities, Handover, Look
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Page, PrintState, Raster, Takes

USUAL_DPI = 203
QUIET_S = 2.0
"""A printer without a counter is believed to be done when it was at rest for so long."""
_REMEMBERED = 64
_ASK = 2


@dataclass(frozen=True, slots=True)
class Model:
    """What a printer says that it is."""

    name: str
    dpi: int = 0
    """0 where it does not say."""
    head_px: int = 0
    """The widest row that it prints; 0 where that is not known."""


@dataclass(frozen=True, slots=True)
class Status:
    """What a printer says of itself at one moment."""

    trouble: Trouble | None = None
    warning: Trouble | None = None
    busy: bool = False
    """It prints, or holds something to print."""
    waiting: int = 0
    """Labels that it holds, where it can tell."""
    printed: int | None = None
    """Its counter of labels, where it has one."""


class Talk(Protocol):
    """One question and its answer: the question, whether an answer is whole, and for how long to wait."""

    def __call__(self, question: bytes, whole: Callable[[bytes], bool], within_s: float) -> bytes:
        """The answer; what came of it where it was not whole in time."""
        ...


class Language(Protocol):
    """A printer language; one object a printer, as it learns what its printer knows."""

    def write(self, raster: Raster, media: Media, model: Model | None) -> bytes:
        """One label as bytes, from a state in which nothing else is begun."""
        ...

    def mend(self, raster: Raster, *, broken: bool) -> bytes:
        """What ends a label that was begun and not finished; `broken`: our own, surely."""
        ...

    def identify(self, talk: Talk) -> Model | None:
        """What it is; None where it does not say."""
        ...

    def ask(self, talk: Talk) -> Status | None:
        """How it is; None where it does not answer."""
        ...

    @property
    def clears(self) -> bytes:
        """What throws away all that it holds, where `Status.waiting` then tells that it did."""
        ...


@dataclass(slots=True)
class _Watch:
    """What was seen of a job."""

    ours: bool = False
    """It was sent by this very object."""
    rests_since: float | None = None
    stopped: bool = False
    """It was seen with a trouble, and not at work since."""


@dataclass(slots=True)
class LabelPrinter:
    """See port.Printer. Calls may come from several threads; one at a time reaches the printer."""

    id: str
    link: Link
    language: Language
    dpi: int = 0
    """Of kiosk.toml; 0: what it says, or USUAL_DPI."""
    _model: Model | None = None
    clock: Callable[[], float] = time.monotonic
    _asked: int = 0
    """So often was it asked in vain what it is."""
    _answered: bool = False
    """It has answered once: silence is bad news from then on."""
    _begun: bool = True
    """A label may have been begun and not finished: by a kiosk that was killed, or by us."""
    _broken: bool = False
    _session: str = field(default_factory=lambda: secrets.token_hex(4))
    """Names a stretch of time in which the printer was never out of reach."""
    _watched: OrderedDict[str, _Watch] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def look(self) -> Look:
        """How it is now, within LOOK_TIMEOUT_S."""
        with self._lock:
            if (trouble := self._reach()) is not None:
                return Look(trouble)
            status = self._ask()
            self.link.close()
            abilities = Abilities(Takes.MONO, self._dpi(), confirms=self._answered)
            if status is None:
                return Look(Trouble.STOPPED if self._answered else None, abilities=abilities)
            return Look(status.trouble, status.warning, status.waiting, abilities)

    def send(self, page: Page) -> Handover:
        """Ask, then hand over. A printer in trouble gets nothing: FAILED, and the page can go elsewhere."""
        raster = page.raster
        if raster is None or raster.bits != 1 or len(raster.data) != raster.row_bytes * raster.height_px:
            return Handover(PrintState.FAILED, Trouble.NOT_DRAWN)
        with self._lock:
            if (trouble := self._reach(page.name)) is not None:
                return Handover(PrintState.FAILED, trouble)
            status = self._ask()
            trouble = self._hindrance(raster, status)
            handed = (
                self._hand(page, raster, status) if trouble is None else Handover(PrintState.FAILED, trouble)
            )
            self.link.close()
            return handed

    def follow(self, reference: str) -> Handover:
        """Where a job stands that was SENT."""
        with self._lock:
            return self._follow(reference)

    def find(self, job: int) -> Handover | None:  # noqa: ARG002
        """A label printer keeps no names of jobs: it cannot tell."""
        return None

    def cancel(self, reference: str) -> Handover:
        """Only from a printer that stands still, holds nothing else, and says afterwards that it is gone."""
        with self._lock:
            handed = self._follow(reference)
            # jobs come out in their order: if it holds one only, that is the last that was sent
            last = next(reversed(self._watched), "") == reference and _session_of(reference) == self._session
            if not (handed.holds and last and self.language.clears) or self._reach() is not None:
                return handed
            taken_back = self._take_back(reference)
            self.link.close()
            return taken_back or handed

    def _take_back(self, reference: str) -> Handover | None:
        before = self._ask()
        if before is None or before.trouble is None or before.waiting != 1:
            return None
        self.link.write(self.language.clears, stall_s=1.0, within_s=1.0)
        after = self._ask()
        if after is None:
            return Handover(PrintState.UNKNOWN, Trouble.SILENT, reference)
        if after.waiting or after.printed != before.printed:
            return None
        self._watched.pop(reference, None)
        return Handover(PrintState.CANCELLED, None, reference)

    def empty(self) -> int:
        """It keeps nothing."""
        return 0

    def _dpi(self) -> int:
        return self.dpi or (self._model.dpi if self._model else 0) or USUAL_DPI

    def _reach(self, name: str = "") -> Trouble | None:
        trouble = self.link.open(name)
        if trouble is not None:
            # whoever was out of reach may have been switched off, and may be another printer now
            self._session, self._asked = secrets.token_hex(4), 0
        return trouble

    def _ask(self) -> Status | None:
        end = time.monotonic() + LOOK_TIMEOUT_S - 1.4  # what opening may take

        def talk(question: bytes, whole: Callable[[bytes], bool], within_s: float) -> bytes:
            within_s = min(within_s, max(0.0, end - time.monotonic()))
            self.link.read(lambda _: False, 0.0)  # an answer that came too late is none to this question
            if self.link.write(question, stall_s=within_s, within_s=within_s).trouble is not None:
                return b""
            return self.link.read(whole, within_s)

        if not self.link.answers:
            return None
        if self._asked < _ASK:
            model = self.language.identify(talk)
            self._model, self._asked = model or self._model, _ASK if model else self._asked + 1
        status = self.language.ask(talk)
        self._answered = self._answered or status is not None
        return status

    def _hindrance(self, raster: Raster, status: Status | None) -> Trouble | None:
        """Why a page is not handed over now."""
        if status is None and self._answered:
            return Trouble.STOPPED
        if status is not None and status.trouble is not None:
            return status.trouble
        head_px = self._model.head_px if self._model else 0
        return Trouble.WRONG_MEDIA if head_px and raster.width_px > head_px else None

    def _hand(self, page: Page, raster: Raster, status: Status | None) -> Handover:
        mending = b""
        if self._begun:
            mending = self.language.mend(raster, broken=self._broken or status is None)
        # what it holds now will be counted before this page is
        counter = "x" if status is None or status.printed is None else status.printed + status.waiting
        reference = f"{page.name}-{counter}-{self._session}"
        written = self.link.write(mending + self.language.write(raster, page.media, self._model))
        if written.trouble is None:
            self._begun = self._broken = False
            self._watch(reference).ours = True
            return Handover(PrintState.SENT, None, reference)
        if written.left <= len(mending):
            return Handover(PrintState.FAILED, written.trouble)  # nothing of this page has left
        self._begun = self._broken = True
        return Handover(PrintState.UNKNOWN, written.trouble, reference)

    def _follow(self, reference: str) -> Handover:
        before = _counted(reference)
        if before is None:
            return Handover(PrintState.SENT, None, reference)
        if (trouble := self._reach()) is not None:
            return Handover(PrintState.SENT, trouble, reference)
        status = self._ask()
        self.link.close()
        if status is None:
            return Handover(PrintState.SENT, Trouble.STOPPED if self._answered else None, reference)
        handed = self._judge(reference, before, status)
        if handed.state is not PrintState.SENT:
            self._watched.pop(reference, None)
        return handed

    def _judge(self, reference: str, before: int, status: Status) -> Handover:
        """What the counter, the job's history and the printer's word of now say together."""
        watch, printed = self._watch(reference), status.printed if before >= 0 else None
        sent = Handover(PrintState.SENT, status.trouble, reference, holds=status.trouble is not None)
        if printed is not None and printed > before and not status.busy:
            return Handover(PrintState.CONFIRMED, None, reference)  # even if it has run out of paper since
        if status.trouble is not None or status.busy:
            watch.stopped, watch.rests_since = status.trouble is not None, None
            return sent
        now = self.clock()
        watch.rests_since = now if watch.rests_since is None else watch.rests_since
        if now - watch.rests_since < QUIET_S:
            return sent
        if _session_of(reference) != self._session or (printed is not None and printed < before):
            # it may have been switched off, and whatever it held is lost then
            lost = Trouble.GONE if watch.ours else Trouble.INTERRUPTED
            return Handover(PrintState.UNKNOWN, lost, reference)
        # after a trouble it must be seen at work: staff may have thrown the job away at the printer
        if printed is not None or watch.stopped:
            return sent
        return Handover(PrintState.CONFIRMED, None, reference)

    def _watch(self, reference: str) -> _Watch:
        watch = self._watched.setdefault(reference, _Watch())
        while len(self._watched) > _REMEMBERED:
            self._watched.popitem(last=False)
        return watch


_REFERENCE = re.compile(r"[0-9a-f]{16}-(x|\d{1,18})-([0-9a-f]{8})")


def _counted(reference: str) -> int | None:
    """The counter before the job, -1 where it had none; None for what is no reference of ours."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    return -1 if found[1] == "x" else int(found[1])


def _session_of(reference: str) -> str:
    return reference[-8:]


def clean_rows(raster: Raster) -> bytes:
    """A raster's rows whose padding is white, whatever it was."""
    spare = -raster.width_px % 8
    if not spare:
        return raster.data
    rows = bytearray(raster.data)
    step = raster.row_bytes
    for last in range(step - 1, len(rows), step):
        rows[last] &= 0xFF << spare & 0xFF
    return bytes(rows)
