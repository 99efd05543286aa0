"""What became of labels that were handed over. What that rests on, the best first:

1. the printer's own counter of labels, known before the label and asked after it;
2. a printer that says it is at rest for some seconds, and was never out of reach since;
3. nothing: then a label is never called confirmed.
"""

from __future__ import annotations

import re
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kiosk.devices.printers.port import Handover
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState

QUIET_S = 2.0
"""A printer without a counter is believed to be done when it was at rest for so long."""
_REMEMBERED = 64


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

    @property
    def rests(self) -> bool:
        """Nothing is wrong, and there is nothing to print."""
        return self.trouble is None and not self.busy


@dataclass(slots=True)
class _Seen:
    """What was seen of a label."""

    ours: bool = False
    """This process handed it over."""
    rests_since_s: float | None = None
    stopped: bool = False
    """A trouble or a silence came after it, and the printer was not seen at work since."""
    cleared: Trouble | None = None
    """It was thrown away together with another one, because of this trouble."""


@dataclass(slots=True)
class LabelJobs:
    """The labels that one printer was given."""

    clock: Callable[[], float] = time.monotonic
    handed_s: float | None = None
    """When the last label was handed over."""
    _session: str = field(default_factory=lambda: secrets.token_hex(4))
    """Names a stretch of time in which the printer was never out of reach."""
    _counted: int | None = None
    """What its counter will say once all that it was given is out."""
    _seen: OrderedDict[str, _Seen] = field(default_factory=OrderedDict)

    def out_of_reach(self) -> None:
        """It may have been switched off, and may be another printer when it comes back."""
        self._session, self._counted = secrets.token_hex(4), None

    def reference(self, name: str, status: Status | None) -> str:
        """What a label that is handed over now is followed by. It outlives the kiosk."""
        counter = self._before(status)
        return f"{name}-{'x' if counter is None else counter}-{self._session}"

    def _before(self, status: Status | None) -> int | None:
        """What the counter says when all is out that it holds by now."""
        if status is None or status.printed is None:
            return self._counted
        recently = self.handed_s is not None and self.clock() - self.handed_s < QUIET_S
        if self._counted is None or (status.rests and not recently):
            return status.printed + status.waiting
        return max(status.printed + status.waiting, self._counted)

    def handed(self, reference: str, after: Status | None) -> Handover:
        """It was handed over whole; `after` was said then. Where no proof can come there is no reference."""
        self.handed_s = self.clock()
        before = _counter_of(reference)
        if before is None or (before < 0 and after is None):
            return Handover(PrintState.SENT)
        self._counted = None if before < 0 else before + 1
        seen = self._look_up(reference)
        seen.ours, seen.stopped = True, after is None or after.trouble is not None
        trouble = None if after is None else after.trouble
        return Handover(PrintState.SENT, trouble, reference, holds=trouble is not None)

    def cleared(self, reference: str) -> Handover | None:
        """That it was thrown away, if it was."""
        seen = self._seen.get(reference)
        if seen is None or seen.cleared is None:
            return None
        del self._seen[reference]
        return Handover(PrintState.CANCELLED, seen.cleared, reference)

    def judge(self, reference: str, status: Status) -> Handover:
        """What the counter, the label's history and the printer's word of now say together."""
        handed = self._judge(reference, status)
        if handed.state is not PrintState.SENT:
            self._seen.pop(reference, None)
        return handed

    def _judge(self, reference: str, status: Status) -> Handover:
        before = _counter_of(reference)
        sent = Handover(PrintState.SENT, status.trouble, reference, holds=status.trouble is not None)
        if before is None:
            return Handover(PrintState.SENT, None, reference)  # not one of ours: nothing new is known
        seen, printed = self._look_up(reference), status.printed if before >= 0 else None
        if printed is not None and printed > before:
            return Handover(PrintState.CONFIRMED, None, reference)  # even if it has run out of paper since
        if not status.rests:
            seen.stopped, seen.rests_since_s = status.trouble is not None, None
            return sent
        return self._at_rest(reference, seen, before, printed)

    def _at_rest(self, reference: str, seen: _Seen, before: int, printed: int | None) -> Handover:
        sent, now_s = Handover(PrintState.SENT, None, reference), self.clock()
        seen.rests_since_s = now_s if seen.rests_since_s is None else seen.rests_since_s
        if now_s - seen.rests_since_s < QUIET_S:
            return sent
        if reference[-8:] != self._session or (printed is not None and printed < before):
            # whatever it held when it was switched off is lost
            return Handover(PrintState.UNKNOWN, Trouble.GONE if seen.ours else Trouble.INTERRUPTED, reference)
        # after a trouble it must be seen at work: staff may have thrown the label away at the printer
        if printed is not None or seen.stopped:
            return sent
        return Handover(PrintState.CONFIRMED, None, reference)

    def held(self, status: Status) -> list[str]:
        """The labels that it holds, if it stands still, holds ours only and it is sure which; else none."""
        ours = [
            each
            for each, seen in self._seen.items()
            if seen.ours and seen.cleared is None and each[-8:] == self._session
        ]
        if status.trouble is None or not status.waiting:
            return []
        if status.printed is None or any((_counter_of(each) or 0) < 0 for each in ours):
            return ours if status.waiting == len(ours) else []
        inside = [each for each in ours if status.printed <= (_counter_of(each) or 0)]
        return inside if status.waiting <= len(inside) else []

    def clear(self, references: Iterable[str], trouble: Trouble) -> None:
        """These were thrown away, for sure; each learns of it when it is followed."""
        self._counted = None
        for each in references:
            self._look_up(each).cleared = trouble

    def _look_up(self, reference: str) -> _Seen:
        seen = self._seen.setdefault(reference, _Seen())
        while len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        return seen


_REFERENCE = re.compile(r"[0-9a-f]{16}-(x|\d{1,18})-[0-9a-f]{8}")


def _counter_of(reference: str) -> int | None:
    """The counter before the label, -1 where it had none; None for what is no reference of ours."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    return -1 if found[1] == "x" else int(found[1])
