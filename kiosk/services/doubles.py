"""Double admissions as staff see them: who, when and where, what each gate knew; and what they make of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain import facts
from kiosk.domain.fair import clock_text, minute_of_day
from kiosk.domain.known_words import knew_words, passage_words
from kiosk.domain.staff_duties import Act
from kiosk.domain.words import Words
from kiosk.services.doubles_values import DoubleLine, DoublesSheet, PassageLine
from kiosk.services.duty import require
from kiosk.services.gate_values import NO_WORDS
from kiosk.services.values import Correction
from kiosk.store import attendance, doubles

if TYPE_CHECKING:
    from collections.abc import Collection

    from kiosk.domain.attendee import Attendee
    from kiosk.services.badge_desk import BadgeDesk
    from kiosk.services.corrections import Corrections
    from kiosk.services.gate import Gate
    from kiosk.store.doubles import DoubleAdmission, DoublePassage, Place

REVOKED_FOR = "two_people"
"""Why a badge is revoked that two people used; it stands in the fact."""
NOWHERE = Words("未知入口", "unknown gate")
_NOBODY = Words("没有登记的证", "A badge of nobody known here")
_GONE = Words("这条已经不在了，请再看一下名单", "It is not there any more. Please look at the list again.")
_SAID = {
    "same_person": Words("已记下：同一个人", "Noted: it was the same person."),
    "two_people": Words(
        "已记下：两个人用过这张证。证要不要停用？",
        "Noted: two people used this badge. Should it stop working?",
    ),
    "mistake": Words(
        "已记下：有一次是误扫。要撤销哪一次？", "Noted: one scan was a mistake. Which one should be undone?"
    ),
}


@dataclass(frozen=True, slots=True)
class Doubles:
    """All calls come from the one thread that owns the store; `staff` is a staff member's id."""

    gate: Gate
    desk: BadgeDesk
    corrections: Corrections

    def sheet(self) -> DoublesSheet:
        """All of them: those that staff are asked about, and those that were resolved, the latest first."""
        found = doubles.double_admissions(self.gate.store.db, self.gate.fair.id)
        resolved = sorted((each for each in found if not each.open), key=lambda each: -each.said_ms)
        return DoublesSheet(
            tuple(self._line(each) for each in found if each.open),
            tuple(self._line(each) for each in resolved),
        )

    def resolve(self, passages: Collection[Place], outcome: str, staff: str) -> Correction:
        """Staff have looked at these passages of one person: how it was, one of facts.DOUBLE_OUTCOMES.

        A passage that has been heard of in the meantime is asked about again.
        """
        if outcome not in facts.DOUBLE_OUTCOMES:
            raise ValueError(f"an outcome is one of {facts.DOUBLE_OUTCOMES}")
        require(self.gate.fair, staff, Act.RESOLVE)
        with self.gate.store.transaction():
            if self._of(passages) is None:
                return Correction(False, _GONE)
            seen = tuple((origin.hex(), seq) for origin, seq in sorted(set(passages)))
            body = facts.DoubleResolved(self.gate.fair.id, seen, outcome, staff)
            self.gate.store.journal.append(body, now_ms=self.gate.clock.now_ms())
        return Correction(True, _SAID[outcome])

    def undo(self, passage: Place, staff: str) -> Correction:
        """Take back one passage of a double admission, however long ago: that it was one too many is known.

        Somebody who was counted once is still counted once.
        """
        require(self.gate.fair, staff, Act.UNDO)
        if self._of((passage,)) is None:
            return Correction(False, _GONE)
        return self.corrections.undo(passage[0].hex(), passage[1], staff, late=True)

    def revoke(self, passages: Collection[Place], staff: str) -> Correction:
        """Revoke the badge that two people used; of somebody who is known every badge."""
        require(self.gate.fair, staff, Act.REVOKE)
        found = self._of(passages)
        if found is None:
            return Correction(False, _GONE)
        if found.attendee is not None:
            ticket = self.desk.revoke(found.attendee, REVOKED_FOR, staff)
            return Correction(True, ticket.words)
        assert found.badge is not None, "a passage is a person's or a badge's"
        with self.gate.store.transaction():
            self.gate.issuing.revoke(found.badge, reason=REVOKED_FOR, by=staff)
        return Correction(True, Words("证已停用", "The badge no longer works."))

    def bar(self, passages: Collection[Place], staff: str) -> Correction:
        """Keep the person out from now on; not possible where nobody is known."""
        require(self.gate.fair, staff, Act.BAR)
        found = self._of(passages)
        if found is None or found.attendee is None:
            return Correction(False, _GONE)
        return self.corrections.bar(found.attendee, True, staff)

    def _of(self, passages: Collection[Place]) -> DoubleAdmission | None:
        """The double admission that has all of these passages."""
        wanted = set(passages)
        if not wanted:
            return None
        found = doubles.double_admissions(self.gate.store.db, self.gate.fair.id)
        return next((each for each in found if wanted <= {one.place for one in each.passages}), None)

    def _line(self, found: DoubleAdmission) -> DoubleLine:
        attendee = self.gate.attendee(found.attendee) if found.attendee is not None else None
        names = {gate.id: gate.name for gate in self.gate.fair.gates}
        staff = {each.id: each.name for each in self.gate.fair.staff}
        passages = [
            PassageLine(
                each.origin,
                each.seq,
                each.at,
                passage_words(clock_text(minute_of_day(each.at)), names.get(each.gate, NOWHERE)),
            )
            for each in found.passages
        ]
        return DoubleLine(
            attendee=found.attendee,
            badge=found.badge,
            name=_name(attendee),
            organisation=attendee.person.organisation if attendee is not None else "",
            type=attendee.type if attendee is not None else None,
            day=found.day,
            session=self._session(found.session),
            passages=tuple(passages),
            words=_all_words(passages, found.passages, names),
            outcome=found.outcome,
            by=staff.get(found.by, found.by),
            revoked=self._revoked(found),
        )

    def _session(self, session: str) -> Words | None:
        if not session:
            return None
        titles = {each.id: each.title for each in self.gate.catalogue.sessions()}
        return titles.get(session, Words(session, session))

    def _revoked(self, found: DoubleAdmission) -> bool:
        """Whether the person has no badge that works any more."""
        if found.attendee is None:
            return False
        badges = attendance.badges_of(self.gate.store.db, found.attendee, fair=self.gate.fair.id)
        return bool(badges) and all(each.status != "active" for each in badges)


def _name(attendee: Attendee | None) -> Words:
    if attendee is None or not attendee.person.name:
        return _NOBODY
    return Words(attendee.person.name, attendee.person.name)


def _all_words(
    lines: list[PassageLine], passages: tuple[DoublePassage, ...], names: dict[str, Words]
) -> tuple[Words, Words]:
    """When and where; and what each gate knew that let the person in once more."""
    where = Words("，".join(each.words.zh for each in lines), ", ".join(each.words.en for each in lines))
    knew: list[Words] = []
    earlier = NO_WORDS
    for each in passages:
        gate = names.get(each.gate, NOWHERE)
        if each.could_know is not None:
            knew.append(knew_words(gate, earlier, each.unheard_s, each.could_know))
        earlier = gate
    said = Words("；".join(each.zh for each in knew), "; ".join(each.en for each in knew))
    return where, said
