"""The gate: scan, decide, record, and only then show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.domain import badge, facts
from kiosk.domain.admission import Decision, decide
from kiosk.domain.attendee import TYPE_WORDS, Attendee, mask_name
from kiosk.domain.fair import BEIJING, DAY_ZERO, Fair, day_number
from kiosk.domain.reasons import Verdict
from kiosk.keys.secrecy import code_hash
from kiosk.services.attempts import Attempts
from kiosk.services.clock import Clock
from kiosk.services.values import Admission, Occupancy, Who
from kiosk.store import attendance

if TYPE_CHECKING:
    from kiosk.keys.signing import KeyRing
    from kiosk.services.issuing import Issuing
    from kiosk.store.catalogue import Catalogue
    from kiosk.store.migrations import Store

_CLAIM_NAMES = {badge.BadgeClaim: "badge", badge.CodeClaim: "code", badge.StudentClaim: "student"}


@dataclass(frozen=True, slots=True)
class Gate:
    """Decides who is admitted here. All calls come from the one thread that owns the store."""

    store: Store
    catalogue: Catalogue
    ring: KeyRing
    issuing: Issuing
    fair: Fair
    gate: str
    clock: Clock
    tails: Attempts = field(default_factory=Attempts)
    """Phone tails tried, by student number."""

    def scan(self, text: str) -> Admission:
        """Decide what was scanned, and record it. Returns after COMMIT."""
        return self.admit(badge.parse(text, self.ring.check))

    def check_in_student(self, number: str, phone_tail: str) -> Admission:
        """Self-service with a student number and the last four digits of the phone.

        After five wrong tails for a number, one every 30 s counts.
        """
        number, now = number.strip().upper(), self.clock.now()
        if self.tails.paused(number, now):
            return self.admit(badge.StudentClaim(number))
        admission = self.admit(badge.StudentClaim(number, phone_tail))
        if admission.attendee is None:
            self.tails.missed(number, now)
        else:
            self.tails.succeeded(number)
        return admission

    def must_wait(self, number: str) -> bool:
        """Whether too many tails were tried for a student number: the next 30 s no try counts."""
        return self.tails.paused(number.strip().upper(), self.clock.now())

    def admit(self, claim: badge.Claim) -> Admission:
        """Decide a claim in one transaction: read, decide, append, commit."""
        with self.store.transaction():
            attendee = self._attendee(claim)
            decision = self.record(claim, attendee)
            job = None
            if (
                attendee is not None
                and decision.verdict is Verdict.ADMIT
                and not isinstance(claim, badge.BadgeClaim)
                and not attendance.badges_of(self.store.db, attendee.id)
            ):
                job = self.issuing.print_first(attendee)
        return Admission(decision, self._who(claim, attendee), attendee.id if attendee else None, job)

    def record(self, claim: badge.Claim, attendee: Attendee | None) -> Decision:
        """Read the history, decide, and append the fact; inside the caller's transaction."""
        token = claim.token if isinstance(claim, badge.BadgeClaim) else None
        trusted = (
            token is not None and isinstance(claim, badge.BadgeClaim) and claim.trust is badge.Trust.VALID
        )
        attendee_id = attendee.id if attendee else (token.attendee if token and trusted else None)
        now = self.clock.now()
        today = now.astimezone(BEIJING).date()
        history = attendance.history(
            self.store.db,
            fair=self.fair.id,
            attendee=attendee_id,
            badge=token.badge if token else None,
            gate=self.gate,
            day=today,
        )
        decision = decide(claim, attendee, history, self.fair, now)
        body = facts.CheckIn(
            fair=self.fair.id,
            gate=self.gate,
            verdict=decision.verdict.value,
            reasons=tuple(reason.value for reason in decision.reasons),
            claim=_CLAIM_NAMES.get(type(claim), "none"),
            attendee=attendee_id,
            badge=token.badge if token and trusted else None,
            badge_type=int(token.type) if token and trusted else (int(attendee.type) if attendee else None),
            day=day_number(today) if today >= DAY_ZERO else None,
        )
        self.store.journal.append(body, now_ms=self.clock.now_ms())
        return decision

    def occupancy(self) -> Occupancy:
        """People inside as far as this kiosk knows, and whether entry is paused."""
        today = self.clock.now().astimezone(BEIJING).date()
        inside = attendance.occupancy(self.store.db, self.fair.id, today)
        history = attendance.history(
            self.store.db, fair=self.fair.id, attendee=None, badge=None, gate=self.gate, day=today
        )
        return Occupancy(inside, self.fair.policy.hall_capacity, history.paused)

    def set_paused(self, paused: bool, staff: str) -> None:
        """Pause entry at all gates, or open it again."""
        with self.store.transaction():
            body = facts.EntryPaused(fair=self.fair.id, gate="", paused=paused, by=staff)
            self.store.journal.append(body, now_ms=self.clock.now_ms())

    def _attendee(self, claim: badge.Claim) -> Attendee | None:
        if isinstance(claim, badge.BadgeClaim):
            if claim.trust is not badge.Trust.VALID:
                return None  # whoever made it learns of nobody, and no fact names whom it names
            return self.attendee(claim.token.attendee)
        if isinstance(claim, badge.CodeClaim):
            return self.catalogue.attendee_by_code(code_hash(self.fair.id.encode(), claim.code))
        if isinstance(claim, badge.StudentClaim) and claim.phone_tail:
            hits = [
                each
                for each in self.catalogue.attendees_by_student_number(claim.number)
                if each.person.phone_tail == claim.phone_tail
            ]
            return hits[0] if len(hits) == 1 else None
        return None

    def attendee(self, attendee_id: int) -> Attendee | None:
        """The attendee of the pack, or one who registered here."""
        return self.catalogue.attendee(attendee_id) or attendance.walk_up(
            self.store.db, attendee_id, fair=self.fair.id
        )

    def _who(self, claim: badge.Claim, attendee: Attendee | None) -> Who | None:
        if attendee is not None:
            return Who(mask_name(attendee.person.name), attendee.person.organisation, attendee.type)
        if isinstance(claim, badge.BadgeClaim) and claim.trust is badge.Trust.VALID:
            return Who("", TYPE_WORDS[claim.token.type].zh, claim.token.type)
        return None
