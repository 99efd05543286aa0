"""The gate: scan, decide, record, and only then show."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.domain import badge, facts
from kiosk.domain.admission import Decision, Door, History, decide
from kiosk.domain.attendee import TYPE_WORDS, Attendee, mask_name
from kiosk.domain.badge_type import HOSTS
from kiosk.domain.clock_trust import clock_trusted
from kiosk.domain.fair import BEIJING, DAY_ZERO, REHEARSAL, Fair, day_number
from kiosk.domain.known_words import counted_words
from kiosk.domain.reasons import Reason, Verdict
from kiosk.domain.staff_duties import Act
from kiosk.domain.words import Words
from kiosk.keys.secrecy import code_hash
from kiosk.services.attempts import Attempts
from kiosk.services.clock import Clock
from kiosk.services.duty import require
from kiosk.services.gate_values import NO_WORDS, Admission, HallPeople, Occupancy, Who
from kiosk.store import attendance, batches, presence
from kiosk.store.gates_heard import gates_heard
from kiosk.store.probe import probe

if TYPE_CHECKING:
    from kiosk.keys.signing import KeyRing
    from kiosk.services.issuing import Issuing
    from kiosk.services.key_certificates import KeyCertificates
    from kiosk.store.catalogue import Catalogue
    from kiosk.store.migrations import Store

_CLAIM_NAMES = {
    badge.BadgeClaim: "badge",
    badge.CodeClaim: "code",
    badge.StudentClaim: "student",
    badge.NameClaim: "name",
    badge.StaffClaim: "staff",
}
_PRINTING = frozenset({Reason.WELCOME, Reason.NOTE, Reason.BADGE, Reason.OVERRIDDEN})
"""Whoever comes for one of these without a badge is given one."""


@dataclass(frozen=True)
class Gate:
    """Decides who is admitted here. All calls come from the one thread that owns the store."""

    store: Store
    catalogue: Catalogue
    ring: KeyRing
    issuing: Issuing
    fair: Fair
    gate: str
    clock: Clock
    zones: Mapping[str, str] = field(default_factory=dict)
    """The zone of each stall."""
    machine_ms: Callable[[], int] | None = None
    """This machine's own time, by which is noted when others were heard; the clock's unless given. At a
    sample
    fair they differ."""
    tails: Attempts = field(default_factory=Attempts)
    """Phone tails tried, by student number or name."""
    certificates: KeyCertificates | None = None
    """Asked again for a key that is not known: its certificate may have come since. None: the ring is all."""

    @cached_property
    def door(self) -> Door:
        """The rules at this gate."""
        gate = self.fair.gate(self.gate)
        assert gate is not None, "a kiosk stands at a gate of its fair"
        sessions = self.catalogue.sessions() if gate.session else ()
        return Door(self.fair, gate, next((each for each in sessions if each.id == gate.session), None))

    def scan(self, text: str) -> Admission:
        """Decide what was scanned, and record it. Returns after COMMIT."""
        return self.admit(self.claim(text))

    def claim(self, text: str) -> badge.Claim:
        """What a scanned text claims; of a badge whose key is not known, by certificates that came since."""
        claim = badge.parse(text, self.ring.check)
        if _of_unknown_key(claim) and self.certificates is not None and self.certificates.refresh():
            claim = badge.parse(text, self.ring.check)
        if isinstance(claim, badge.BadgeClaim) and self.fair.rehearsing:
            number = badge.fair_number(self.fair.id)
            if claim.token.fair == badge.fair_number(
                self.pack_fair
            ):  # the fair's own badges can be rehearsed
                return replace(claim, token=replace(claim.token, fair=number))
        return claim

    def check_in_student(self, number: str, phone_tail: str) -> Admission:
        """Self-service with a student number and the last four digits of the phone.

        After five wrong tails for a number, one every 30 s counts.
        """
        number = number.strip().upper()
        return self._with_tail(number, lambda tail: badge.StudentClaim(number, tail), phone_tail)

    def check_in_name(self, name: str, phone_tail: str) -> Admission:
        """Self-service with a name and the last four digits of the phone; guessing is slowed likewise."""
        name = name.strip()
        return self._with_tail(name, lambda tail: badge.NameClaim(name, tail), phone_tail)

    def must_wait(self, number: str) -> bool:
        """Whether too many tails were tried for a number or name: the next 30 s no try counts."""
        number = number.strip()
        now = self.clock.now()
        return self.tails.paused(number, now) or self.tails.paused(number.upper(), now)

    def admit(self, claim: badge.Claim) -> Admission:
        """Decide a claim in one transaction: read, decide, append, commit."""
        with self.store.transaction():
            return self.admit_within(claim)

    def admit_within(
        self,
        claim: badge.Claim,
        *,
        change: Callable[[Decision], Decision] | None = None,
        why: str = "",
        group: int = 0,
    ) -> Admission:
        """Decide a claim, record it and print the badge that is wanting; inside the caller's transaction.

        `change` is what staff make of the decision, for the reason `why`.
        """
        attendee = self._claimed(claim)
        decision = self.record(claim, attendee, change=change, why=why, group=group)
        job = None
        if (
            attendee is not None
            and decision.reason in _PRINTING
            and not isinstance(claim, badge.BadgeClaim)
            and self.issuing.may_issue(attendee.type)
            and not attendance.badges_of(self.store.db, attendee.id, fair=self.fair.id)
        ):
            job = self.issuing.print_first(attendee)
        return Admission(
            decision,
            self._who(claim, attendee),
            attendee.id if attendee else None,
            job,
            claim=claim if decision.verdict is Verdict.ASK else None,
            delegation=attendee.delegation if attendee else None,
            lies=self._lies(claim, attendee, decision),
        )

    def _lies(self, claim: badge.Claim, attendee: Attendee | None, decision: Decision) -> Words | None:
        """Where a badge lies that was printed before, of whoever comes in without one."""
        if attendee is None or decision.reason not in _PRINTING or isinstance(claim, badge.BadgeClaim):
            return None
        lying = batches.lying(self.store.db, self.fair.id, attendee.id)
        from kiosk.domain.batch import lies_at  # noqa: PLC0415, not before a scan can be decided

        return lies_at(lying.desk, lying.row) if lying is not None and lying.desk else None

    def agree(self, claim: badge.Claim, to: str) -> Admission:
        """Record what the person who was asked agreed to (consent or declaration), and decide again."""
        with self.store.transaction():
            attendee = self._claimed(claim)
            person = self._person(claim, attendee)
            if person is not None:
                body = facts.Agreed(self.fair.id, person, to, self._version(to))
                self.store.journal.append(body, now_ms=self.clock.now_ms())
            return self.admit_within(claim)

    def record(
        self,
        claim: badge.Claim,
        attendee: Attendee | None,
        *,
        change: Callable[[Decision], Decision] | None = None,
        why: str = "",
        group: int = 0,
    ) -> Decision:
        """Read the history, decide, and append the fact; inside the caller's transaction."""
        now, now_ms = self.clock.now(), self.clock.now_ms()
        today = now.astimezone(BEIJING).date()
        person = self._person(claim, attendee)
        token = claim.token if isinstance(claim, badge.BadgeClaim) else None
        trusted = isinstance(claim, badge.BadgeClaim) and claim.trust is badge.Trust.VALID
        stall = attendee.stall if attendee is not None and attendee.type in HOSTS else ""
        history = self._history(token, person, stall, today, now_ms)
        decision = decide(claim, attendee, history, self.door, now)
        if change is not None:
            decision = change(decision)
        gate = self.door.gate
        body = facts.CheckIn(
            fair=self.fair.id,
            gate=self.gate,
            verdict=decision.verdict.value,
            reasons=tuple(reason.value for reason in decision.reasons),
            claim=_CLAIM_NAMES.get(type(claim), "none"),
            attendee=person,
            badge=token.badge if token and trusted else None,
            badge_type=int(token.type) if token and trusted else (int(attendee.type) if attendee else None),
            day=day_number(today) if today >= DAY_ZERO else None,
            direction=gate.direction.value,
            hall=gate.hall,
            session=gate.session,
            stall=stall,
            by=claim.by if isinstance(claim, badge.StaffClaim) else "",
            why=why if decision.reason is Reason.OVERRIDDEN else "",
            group=group,
            unheard_s=_seconds(history.others_heard),
        )
        self.store.journal.append(body, now_ms=now_ms)
        return decision

    def occupancy(self) -> Occupancy:
        """People inside as far as this kiosk knows, and whether entry is paused."""
        db, today = self.store.db, self.today()
        policy, session = self.fair.policy, self.door.session
        people = presence.halls(db, self.fair.id, today)
        return Occupancy(
            sum(people.values()),
            policy.hall_capacity,
            presence.paused(db, self.fair.id, self.gate),
            halls=tuple(
                HallPeople(hall.name, people.get(hall.id, 0), hall.capacity) for hall in policy.halls
            ),
            session=HallPeople(
                session.title,
                presence.occupancy(db, self.fair.id, today, session=session.id),
                session.seats,
            )
            if session is not None
            else None,
            turnout=presence.turnout(db, self.fair.id, today),
            known=self._counted(today),
        )

    def _counted(self, today: date) -> Words:
        """How far the numbers of people go."""
        heard = gates_heard(
            self.store.db, self.fair.id, today, origin=self.store.origin, now_ms=self._machine_ms()
        )
        if not heard and len(self.fair.gates) < 2:
            return NO_WORDS
        names = {gate.id: gate.name for gate in self.fair.gates}
        return counted_words(
            tuple((names.get(each.gate, Words(each.gate, each.gate)), each.heard) for each in heard)
        )

    def _machine_ms(self) -> int:
        return (self.machine_ms or self.clock.now_ms)()

    def set_paused(self, paused: bool, staff: str, gate: str = "") -> None:
        """Pause entry at one gate or at all of them, or open it again."""
        require(self.fair, staff, Act.PAUSE)
        with self.store.transaction():
            body = facts.EntryPaused(fair=self.fair.id, gate=gate, paused=paused, by=staff)
            self.store.journal.append(body, now_ms=self.clock.now_ms())

    def probe(self) -> None:
        """Write to the store what changes nothing: StoreFault as long as no decision could be recorded."""
        probe(self.store)

    def attendee(self, attendee_id: int) -> Attendee | None:
        """The attendee of the pack, or one who registered here."""
        return self.catalogue.attendee(attendee_id) or attendance.walk_up(
            self.store.db, attendee_id, fair=self.fair.id
        )

    def today(self) -> date:
        """The day in Beijing."""
        return self.clock.now().astimezone(BEIJING).date()

    @property
    def pack_fair(self) -> str:
        """The fair's id as the pack has it, at a rehearsal as well."""
        return self.fair.id.removesuffix(REHEARSAL)

    @cached_property
    def agreements(self) -> presence.Agreements:
        """Which versions people must have agreed to here."""
        policy = self.fair.policy
        return presence.Agreements(
            consent=policy.consent_version if policy.consent_types else "",
            declaration=_text_version(policy.declaration.zh) if policy.declaration.zh else "",
        )

    def trusts_clock(self, now_ms: int) -> bool:
        """Whether this kiosk's clock can be what it says."""
        ahead_ms = self.store.journal.ahead_ms(now_ms)
        if clock_trusted(ahead_ms, 0):
            return True
        confirmed = self.store.journal.latest(facts.ClockConfirmed)
        return clock_trusted(ahead_ms, confirmed.ahead_ms if confirmed else 0)

    def _history(
        self, token: badge.Token | None, person: int | None, stall: str, today: date, now_ms: int
    ) -> History:
        db = self.store.db
        return presence.history(
            db,
            fair=self.fair.id,
            gate=self.door.gate,
            day=today,
            attendee=person,
            badge=token.badge if token else None,
            kid=token.kid if token else None,
            stall=stall,
            agreements=self.agreements,
            zone=self.zones.get(stall, ""),
            clock_trusted=self.trusts_clock(now_ms),
            others_heard=presence.others_heard(db, self.store.origin, self._machine_ms()),
        )

    def _with_tail(self, who: str, claim: Callable[[str], badge.Claim], phone_tail: str) -> Admission:
        now = self.clock.now()
        if self.tails.paused(who, now):
            return self.admit(claim(""))
        admission = self.admit(claim(phone_tail))
        if admission.attendee is None:
            self.tails.missed(who, now)
        else:
            self.tails.succeeded(who)
        return admission

    def _version(self, to: str) -> str:
        return self.agreements.consent if to == "consent" else self.agreements.declaration

    def _person(self, claim: badge.Claim, attendee: Attendee | None) -> int | None:
        """Whose history counts: of a badge never heard of the one whom it names."""
        if attendee is not None:
            return attendee.id
        if isinstance(claim, badge.BadgeClaim) and claim.trust is badge.Trust.VALID:
            return claim.token.attendee
        return None

    def person(self, claim: badge.Claim) -> Attendee | None:
        """Whom a claim tells; None where nobody, or more than one."""
        return self._claimed(claim)

    def _claimed(self, claim: badge.Claim) -> Attendee | None:
        if isinstance(claim, badge.BadgeClaim):
            if claim.trust is not badge.Trust.VALID:
                return None  # whoever made it learns of nobody, and no fact names whom it names
            return self.attendee(claim.token.attendee)
        if isinstance(claim, badge.CodeClaim):
            return self.catalogue.attendee_by_code(code_hash(self.pack_fair.encode(), claim.code))
        if isinstance(claim, badge.StaffClaim):
            return self.attendee(claim.attendee)
        if isinstance(claim, badge.StudentClaim | badge.NameClaim) and claim.phone_tail:
            return self._by_tail(claim)
        return None

    def _by_tail(self, claim: badge.StudentClaim | badge.NameClaim) -> Attendee | None:
        """The one person whom number or name and the phone's last four digits tell; several are nobody."""
        from kiosk.domain.person_search import name_key  # noqa: PLC0415, not before a scan can be decided

        named: tuple[Attendee, ...]
        if isinstance(claim, badge.StudentClaim):
            named = self.catalogue.attendees_by_student_number(claim.number)
        else:
            named = (
                *self.catalogue.attendees_by_name(claim.name),
                *(
                    each
                    for each in attendance.search_walk_ups(self.store.db, claim.name, fair=self.fair.id)
                    if name_key(each.person.name) == name_key(claim.name)
                ),
            )
        hits = [each for each in named if each.person.phone_tail == claim.phone_tail]
        return hits[0] if len(hits) == 1 else None

    def _who(self, claim: badge.Claim, attendee: Attendee | None) -> Who | None:
        if attendee is not None:
            return Who(mask_name(attendee.person.name), attendee.person.organisation, attendee.type)
        if isinstance(claim, badge.BadgeClaim) and claim.trust is badge.Trust.VALID:
            return Who("", TYPE_WORDS[claim.token.type].zh, claim.token.type)
        return None


def _of_unknown_key(claim: badge.Claim) -> bool:
    return isinstance(claim, badge.BadgeClaim) and claim.trust is badge.Trust.UNKNOWN_KEY


def _seconds(span: timedelta | None) -> int | None:
    return int(span.total_seconds()) if span is not None else None


def _text_version(text: str) -> str:
    """Names a declaration's text: another text has to be agreed to again."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
