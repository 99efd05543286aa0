"""A printer of labels over a byte link: everything that ZPL, TSPL and languages to come have in common."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.devices.printers.label_jobs import LabelJobs, Status
from kiosk.devices.printers.links import STALL_S, Link
from kiosk.devices.printers.port import LOOK_TIMEOUT_S, Abilities, Handover, Look
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Page, PrintState, Raster, Takes

USUAL_DPI = 203
BUSY_S = 10.0
"""Many a printer says nothing while it prints: silence so soon after a label is no trouble."""
MUTE_S = 30.0
"""One that never answered is asked again after so long: no badge waits for it each time."""
_ASK = 2
"""So often is asked in vain, at first."""
_PAY_S = 1.0
_SPARE_S = 0.3


@dataclass(frozen=True, slots=True)
class Model:
    """What a printer says that it is."""

    name: str
    dpi: int = 0
    """0 where it does not say."""
    head_px: int = 0
    """The widest row that it prints; 0 where that is not known."""


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
        """What ends a label that was begun and not finished; `broken`: one was, surely or very likely."""
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
class LabelPrinter:
    """See port.Printer. Calls may come from several threads; one at a time reaches the printer."""

    id: str
    link: Link
    language: Language
    dpi: int = 0
    """Of kiosk.toml; 0: what it says, or USUAL_DPI."""
    stall_s: float = STALL_S
    clock: Callable[[], float] = time.monotonic
    """Seconds; of what is seen of jobs. Links have their own."""
    jobs: LabelJobs = field(init=False)
    _model: Model | None = None
    _asked: int = 0
    """So often was it asked in vain what it is."""
    _answered: bool = False
    """It has answered once: silence is bad news from then on."""
    _silences: int = 0
    """So often was it asked in vain how it is, and never answered."""
    _silent_s: float = 0.0
    """When it was asked in vain."""
    _fresh: bool = True
    """Nothing has been sent yet: a kiosk that was killed may have left half a label there."""
    _owed: bytes = field(default=b"", repr=False)
    """What ends the half label that may be there, as no answer came after it."""
    _end: float = 0.0
    """When questions of this call must have been answered."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.jobs = LabelJobs(self.clock)

    def look(self) -> Look:
        """How it is now, within LOOK_TIMEOUT_S."""
        with self._lock:
            if (trouble := self._reach()) is not None:
                return Look(trouble)
            status = self._ask()
            if status is None and self._owed and self._answered:
                status = self._pay()
            self.link.close()
            abilities = Abilities(Takes.MONO, self._dpi(), confirms=self._answered)
            if status is None:
                return Look(self._silence(), abilities=abilities)
            return Look(status.trouble, status.warning, status.waiting, abilities)

    def send(self, page: Page) -> Handover:
        """Ask, then hand over. A printer in trouble gets nothing: FAILED, and the page can go elsewhere."""
        raster = page.raster
        if raster is None or raster.bits != 1 or len(raster.data) != raster.row_bytes * raster.height_px:
            return Handover(PrintState.FAILED, Trouble.NOT_DRAWN)
        with self._lock:
            if (trouble := self._reach(page.name)) is not None:
                return Handover(PrintState.FAILED, trouble)
            status = self._pay() if self._owed and self._answered else self._ask()
            trouble = self._hindrance(raster, status)
            if trouble is None:
                handed = self._hand(page, raster, status)
            else:
                handed = Handover(PrintState.FAILED, trouble)
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
        """Only from a printer that stands still, holds ours only, and says afterwards that they are gone.

        All that it holds are thrown away; the others learn of it when they are followed.
        """
        with self._lock:
            handed = self._follow(reference)
            if not (handed.holds and self.language.clears) or self._reach() is not None:
                return handed
            taken_back = self._take_back(reference)
            self.link.close()
            return taken_back or handed

    def empty(self) -> int:
        """It keeps nothing."""
        return 0

    def _take_back(self, reference: str) -> Handover | None:
        before = self._ask()
        held = [] if before is None else self.jobs.held(before)
        if before is None or before.trouble is None or reference not in held:
            return None
        self.link.write(self.language.clears, stall_s=_PAY_S, within_s=_PAY_S)
        after = self._ask()
        if after is None:
            return Handover(PrintState.UNKNOWN, Trouble.SILENT, reference)
        if after.waiting or after.printed != before.printed:
            return None
        self.jobs.clear(held, before.trouble)
        self.jobs.cleared(reference)
        return Handover(PrintState.CANCELLED, None, reference)

    def _dpi(self) -> int:
        return self.dpi or (self._model.dpi if self._model else 0) or USUAL_DPI

    def _reach(self, name: str = "") -> Trouble | None:
        self._end = time.monotonic() + LOOK_TIMEOUT_S - _SPARE_S
        trouble = self.link.open(name)
        if trouble is not None:
            self.jobs.out_of_reach()
            self._asked = self._silences = 0
        return trouble

    def _talk(self, question: bytes, whole: Callable[[bytes], bool], within_s: float) -> bytes:
        within_s = min(within_s, max(0.0, self._end - time.monotonic()))
        self.link.read(lambda _: False, 0.0)  # an answer that came too late is none to this question
        if self.link.write(question, stall_s=within_s, within_s=within_s).trouble is not None:
            return b""
        return self.link.read(whole, within_s)

    def _ask(self) -> Status | None:
        """How it is; None where it says nothing."""
        mute = self._silences >= _ASK and self.clock() - self._silent_s < MUTE_S
        if not self.link.answers or mute:
            return None
        if self._asked < _ASK:
            model = self.language.identify(self._talk)
            self._model, self._asked = model or self._model, _ASK if model else self._asked + 1
        status = self.language.ask(self._talk)
        self._answered = self._answered or status is not None
        self._silences = 0 if self._answered else self._silences + 1
        self._silent_s = self.clock()
        return status

    def _pay(self) -> Status | None:
        """End the half label that may be there, and ask: it has read that when it answers."""
        within_s = min(_PAY_S, max(0.0, self._end - time.monotonic()))
        paid = self.link.write(self._owed, stall_s=within_s, within_s=within_s).trouble is None
        status = self._ask()
        if paid and status is not None:
            self._owed = b""
        return status

    def _silence(self) -> Trouble | None:
        """What it means that it does not answer."""
        handed_s = self.jobs.handed_s
        prints = handed_s is not None and self.clock() - handed_s < BUSY_S
        return Trouble.STOPPED if self._answered and not prints else None

    def _hindrance(self, raster: Raster, status: Status | None) -> Trouble | None:
        """Why a page is not handed over now."""
        trouble = self._silence() if status is None else status.trouble
        head_px = self._model.head_px if self._model else 0
        too_wide = head_px and raster.width_px > head_px
        return trouble or (Trouble.WRONG_MEDIA if too_wide else None)

    def _hand(self, page: Page, raster: Raster, status: Status | None) -> Handover:
        mending = self._owed
        if self._fresh and not mending:
            mending = self.language.mend(raster, broken=status is None)
        reference = self.jobs.reference(page.name, status)
        data = mending + self.language.write(raster, page.media, self._model)
        written = self.link.write(data, stall_s=self.stall_s)
        if written.trouble is not None and written.left <= len(mending):
            return Handover(PrintState.FAILED, written.trouble)  # nothing of this page has left
        self._fresh, self._owed = False, self.language.mend(raster, broken=True)
        if written.trouble is not None:
            return Handover(PrintState.UNKNOWN, written.trouble, reference)
        # whether it has read it all shows in an answer that comes after it
        self._end = time.monotonic() + _PAY_S
        after = self._ask() if self._answered else None
        if after is not None or not self._answered:
            self._owed = b""
        return self.jobs.handed(reference, after) if self._answered else Handover(PrintState.SENT)

    def _follow(self, reference: str) -> Handover:
        if (cleared := self.jobs.cleared(reference)) is not None:
            return cleared
        if (trouble := self._reach()) is not None:
            return Handover(PrintState.SENT, trouble, reference)
        status = self._ask()
        self.link.close()
        if status is None:
            return Handover(PrintState.SENT, self._silence(), reference)
        return self.jobs.judge(reference, status)


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
