"""The log of staff in words: who did what at which kiosk, the latest first, read a little at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.domain import facts
from kiosk.domain.attendee import mask_name
from kiosk.domain.printing import PrintState
from kiosk.domain.staff_duties import COMMAND_LINE, Act, refusal
from kiosk.domain.staff_log_words import KINDS, SOMEBODY, Known, Topic, said, wrong_pin
from kiosk.domain.words import Words
from kiosk.store import attendance, bodies, prints, staff_facts
from kiosk.store.days import moment

if TYPE_CHECKING:
    from kiosk.services.floor import Floor
    from kiosk.services.gate import Gate

LOOKED_AT_MOST = 1000
"""Places in journals that are looked at in one go: some milliseconds, behind which a scan may wait."""
_LEAST = 8
"""Of one journal, however many there are."""
AT_ONCE = timedelta(seconds=2)
_NEXT_MOST = 64
"""So far behind a PIN that was tried is looked whether it was right."""

Cursor = tuple[tuple[bytes, int], ...]
"""Of every origin that is not read to its beginning: the first place that was looked at."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that was done. `words` have no subject: 放行了 张＊雨."""

    at: datetime
    """In Beijing."""
    by: str
    """A member's id; nothing where nobody knows who."""
    who: Words
    topic: Topic
    words: Words
    kiosk: Words | None
    """What the other kiosk is called; None for this one."""
    origin: bytes
    seq: int


@dataclass(frozen=True, slots=True)
class LogPage:
    """Lines, the latest first, and where to go on; None at the beginning of all journals."""

    lines: tuple[LogLine, ...]
    before: Cursor | None


@dataclass(frozen=True, slots=True)
class StaffLog:
    """All calls come from the one thread that owns the store."""

    gate: Gate
    floor: Floor
    name_of: Callable[[bytes], Words]
    """What the kiosk of an origin is called."""

    def page(
        self, viewer: str, before: Cursor | None = None, *, by: str = "", topic: Topic | None = None
    ) -> LogPage:
        """A stretch of it, which may hold few lines or none while there are more before it.

        `viewer` is a member's id: who does not manage sees what they did themselves. `by` (a member's id) and
        `topic` narrow it.
        """
        if refusal(self.gate.fair.staff, viewer, Act.LOG) is not None:
            by = viewer
        cursor = before if before is not None else self._ends()
        each_most = max(_LEAST, LOOKED_AT_MOST // max(1, len(cursor)))
        starts = {origin: max(1, end - each_most) for origin, end in cursor}
        db = self.gate.store.db
        # Where one journal's stretch begins later than another's, what is older waits for the next page.
        begins = {origin: staff_facts.time_at(db, origin, seq) for origin, seq in starts.items() if seq > 1}
        since = max(begins.values(), default=0)
        lines: list[tuple[int, LogLine]] = []
        left: list[tuple[bytes, int]] = []
        for origin, end in cursor:
            found = staff_facts.stretch(db, origin, starts[origin], end - 1, KINDS)
            kept = [each for each in found if each.time >= since]
            older = [each for each in found if each.time < since]
            lines += [(each.time, line) for each in kept if (line := self._line(each, kept, by, topic))]
            start = older[0].seq + 1 if older else starts[origin]
            if start > 1:
                left.append((origin, start))
        lines.sort(key=lambda each: (each[0], each[1].origin, each[1].seq), reverse=True)
        return LogPage(_once([line for _, line in lines]), tuple(left) or None)

    def _ends(self) -> Cursor:
        """Behind the last fact of every journal."""
        return tuple((origin, last + 1) for origin, last in self.gate.store.journal.origins().items())

    def _line(
        self, fact: facts.Fact, found: list[facts.Fact], by: str, topic: Topic | None
    ) -> LogLine | None:
        body = bodies.decode(fact.kind, fact.body)
        if body is None or not self._is_ours(body):
            return None
        if isinstance(body, facts.PinTried):
            what = None if self._was_right(fact) else wrong_pin()
        elif _follows(fact, body, found):
            what = None
        else:
            what = said(body, self._known())
        if what is None or (by and what[1] != by) or (topic is not None and what[0] is not topic):
            return None
        about, who, words = what
        own = fact.origin == self.gate.store.origin
        return LogLine(
            at=moment(fact.time),
            by=who,
            who=self._name(who),
            topic=about,
            words=words,
            kiosk=None if own else self.name_of(fact.origin),
            origin=fact.origin,
            seq=fact.seq,
        )

    def _is_ours(self, body: facts.Body) -> bool:
        """Of this fair, or of the kiosk itself. Tries of PINs are all of them: they count together."""
        fair = getattr(body, "fair", "")
        return isinstance(body, facts.PinTried) or fair in {"", self.gate.fair.id}

    def _was_right(self, fact: facts.Fact) -> bool:
        """Whether a sign-in follows, before the next try."""
        kinds = (facts.PinTried.kind, facts.StaffSignedIn.kind)
        later = staff_facts.stretch(
            self.gate.store.db, fact.origin, fact.seq + 1, fact.seq + _NEXT_MOST, kinds
        )
        return bool(later) and later[-1].kind == facts.StaffSignedIn.kind

    def _name(self, by: str) -> Words:
        if not by:
            return SOMEBODY
        if by == COMMAND_LINE:
            return Words("命令行", "The command line")
        name = next((each.name for each in self.gate.fair.staff if each.id == by), by)
        return Words(name, name)

    # ---- those whom facts name

    def _known(self) -> Known:
        return Known(self._person, self._holder, self._passed, self._of_job, self._gate, self._passages)

    def _person(self, attendee: int | None) -> str:
        found = self.gate.attendee(attendee) if attendee is not None else None
        return mask_name(found.person.name) if found is not None else ""

    def _holder(self, badge: int) -> str:
        store = self.gate.store
        holder = staff_facts.holder(store.db, self.gate.fair.id, badge)
        return self._person(holder if holder is not None else self.gate.catalogue.holder_of(badge))

    def _passed(self, origin: str, seq: int) -> str:
        try:
            place = bytes.fromhex(origin)
        except ValueError:
            return ""  # of another kiosk, and no origin at all
        found = attendance.check_in_at(self.gate.store.db, place, seq)
        return self._person(found.attendee) if found is not None else ""

    def _of_job(self, job: int) -> str:
        found = prints.print_job(self.gate.store.db, job)
        return self._person(found.attendee) if found is not None else ""

    def _gate(self, gate: str) -> Words:
        found = self.gate.fair.gate(gate)
        return found.name if found is not None else Words(gate, gate)

    def _passages(self, ids: tuple[str, ...]) -> Words:
        names = [each.name for each in self.floor.closable if not {*each.ids}.isdisjoint(ids)]
        if not names:
            return Words("通道", "a passage")
        return Words("、".join(each.zh for each in names), ", ".join(each.of("en") for each in names))


def _once(lines: list[LogLine]) -> tuple[LogLine, ...]:
    """What was one act and several facts, as all badges of one person that are revoked, is one line."""
    kept: list[LogLine] = []
    for line in lines:
        last = kept[-1] if kept else None
        if last is None or not _is_one(last, line):
            kept.append(line)
    return tuple(kept)


def _is_one(later: LogLine, line: LogLine) -> bool:
    alike = (later.origin, later.by, later.words) == (line.origin, line.by, line.words)
    return alike and line.topic is Topic.BADGES and later.at - line.at < AT_ONCE


def _follows(fact: facts.Fact, body: facts.Body, found: list[facts.Fact]) -> bool:
    """Whether it is no act of its own: a print of the badge that the same person has just issued, or taking
    back what waited of badges that they stop.
    """
    if isinstance(body, facts.PrintRequested):
        beside, kinds = fact.seq - 1, {facts.BadgeIssued.kind}
    elif isinstance(body, facts.PrintReported) and body.state == PrintState.CANCELLED:
        beside, kinds = fact.seq + 1, {facts.BadgeIssued.kind, facts.BadgeRevoked.kind}
    else:
        return False
    led = next((each for each in found if each.seq == beside and each.kind in kinds), None)
    leading = bodies.decode(led.kind, led.body) if led is not None else None
    return leading is not None and getattr(leading, "by", "") == body.by
