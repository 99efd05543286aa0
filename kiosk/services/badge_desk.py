"""The badge desk: walk-ups register, staff find people, reprint and reissue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.badges.setting import tidy
from kiosk.domain import badge, facts
from kiosk.domain.attendee import Attendee, Person, Registration, mask_name, mask_phone
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.person_search import query_of, ranked
from kiosk.domain.print_reasons import PrintReason
from kiosk.domain.staff_duties import Act
from kiosk.domain.words import Words
from kiosk.services.duty import require
from kiosk.services.gate_values import Admission, Who
from kiosk.services.issuing import Issuing
from kiosk.services.printing.reprints import Reprints
from kiosk.services.values import DeskHit, PrintTicket, Registered, SchoolHit, WalkUpForm
from kiosk.store import attendance, journal, presence, prints
from kiosk.store.ids import random_id

if TYPE_CHECKING:
    from kiosk.services.gate import Gate
    from kiosk.services.schools import Schools

NAME_MOST = 40
"""Characters; the longest names of the register are under 30 (domain.md section 3: 2 to 20 hanzi)."""
SCHOOL_MOST = 60
"""Characters; the longest school's name has under 30. What is longer would not fit a badge or a segment."""
FOUND_MOST = 20
"""People whom a search shows; who looks for one among more must say more."""


@dataclass(frozen=True, slots=True)
class BadgeDesk:
    """Registers, finds and prints. All calls come from the one thread that owns the store."""

    gate: Gate
    issuing: Issuing
    schools_list: Schools
    missing_characters: Callable[[str], str]
    """Characters of a text that the badge's fonts cannot print."""
    reprints: Reprints

    def schools(self, typed: str) -> tuple[SchoolHit, ...]:
        """Schools that fit what was typed."""
        return self.schools_list.find(typed)

    def register(self, form: WalkUpForm) -> Registered:
        """Register a walk-up: issue a badge, admit its holder, ask for the print, in one transaction."""
        form = replace(form, name=tidy(form.name), school=tidy(form.school)[:SCHOOL_MOST])
        problem = self._problem(form)
        if problem is not None:
            return problem
        known = self._known(form)
        if known is not None:
            return known
        fair = self.gate.fair
        person = Person(
            name=form.name,
            student_number=form.student_number,
            organisation=form.school,
            detail=form.degree,
            phone=form.phone_tail,
        )
        attendee = Attendee(
            id=random_id(),
            type=BadgeType.GRADUATE,
            registration=Registration.CONFIRMED,
            person=person,
            school_code=form.school_code,
            degree=form.degree,
        )
        with self.gate.store.transaction():
            personal = journal.personal_for(person)
            body = facts.AttendeeRegistered(
                fair=fair.id,
                attendee=attendee.id,
                badge_type=int(attendee.type),
                consent_version=fair.policy.consent_version,
                school_code=form.school_code,
                degree=form.degree,
                personal=facts.personal_digest(personal),
            )
            self.gate.store.journal.append(body, now_ms=self.gate.clock.now_ms(), personal=personal)
            badge_id = self.issuing.issue(attendee, random_id(), replaces=(), by="")
            claim = self._own_claim(attendee, badge_id)
            decision = self.gate.record(claim, attendee)
            job = self.issuing.request_print(badge_id, attendee.id, reason="first", by="")
        masked = mask_name(person.name)
        who = Who(masked, person.organisation, attendee.type)
        return Registered(Admission(decision, who, attendee.id, job), masked)

    def _known(self, form: WalkUpForm) -> Registered | None:
        """Who is booked or registered already is not registered twice.

        The same name and phone's last four digits of the same school: it is the person, whom the gate decides
        about. The same student number of that school, and no such name and phone: the desk has to look.
        """
        gate = self.gate
        if form.phone_tail:
            claim = badge.NameClaim(form.name, form.phone_tail)
            same = gate.person(claim)
            if same is not None and form.school_code in {"", same.school_code}:
                return Registered(gate.admit(claim), mask_name(same.person.name), known=True)
        if form.student_number and any(
            each.school_code == form.school_code
            for each in gate.catalogue.attendees_by_student_number(form.student_number)
        ):
            desk = gate.fair.policy.desk
            words = Words(
                f"这个学号已有预约，请到 {desk.zh} 核对", f"That student number is booked. Ask at {desk.en}."
            )
            return Registered(problem=words)
        return None

    def find(self, query: str, most: int = FOUND_MOST) -> tuple[DeskHit, ...]:
        """Attendees by name, pinyin, stall, student number, school or phone tail; for staff."""
        query = query.strip()
        if not query:
            return ()
        catalogue = self.gate.catalogue
        readings = catalogue.readings()
        walk_ups = attendance.search_walk_ups(
            self.gate.store.db, query, fair=self.gate.fair.id, readings=readings
        )
        known = {each.id: each for each in (*catalogue.search_attendees(query, most), *walk_ups)}
        best = ranked(query_of(query), known.values(), readings)
        return tuple(self._hit(each) for each in best[:most])

    def reissued_twice(self) -> tuple[DeskHit, ...]:
        """Whose badge was issued again at two kiosks that did not know of each other."""
        found = attendance.badge_conflicts(self.gate.store.db, self.gate.fair.id)
        known = {
            each.attendee: self.gate.attendee(each.attendee) for each in found if each.attendee is not None
        }
        note = Words("两台机器各换过一次证，后一张有效", "Reissued at two kiosks; one badge works")
        return tuple(replace(self._hit(each), note=note) for each in known.values() if each is not None)

    def reprint(self, attendee_id: int, reason: str, staff: str, at: bytes = b"") -> PrintTicket:
        """Print the badge that is valid now once more; the first print where there was none. Here, or at the
        kiosk whose origin is `at`.

        It is not asked for twice while it is on its way; and after the first print only for a reason of
        print_reasons.AGAIN. Then the ticket has no new job, and says why.
        """
        require(self.gate.fair, staff, Act.PRINT)
        attendee = self.gate.attendee(attendee_id)
        if attendee is None:
            return PrintTicket(None, Words("没有找到这个人，请再查一次", "Not found. Please search again."))
        if not self.issuing.may_issue(attendee.type):
            return PrintTicket(None, _NOT_HERE)
        with self.gate.store.transaction():
            current = self.issuing.current_badge(attendee_id)
            if current is None:
                refusal = self.reprints.refusal(attendee_id, reason)
                if refusal is not None:
                    return PrintTicket(None, refusal)
                current = self.issuing.issue_reserved(attendee)
            ticket = self.reprints.ask(attendee, current, reason, staff, at)
        return self.reprints.said(ticket)

    def reissue(self, attendee_id: int, reason: str, staff: str, at: bytes = b"") -> PrintTicket:
        """Issue a new badge, printed here or at the kiosk whose origin is `at`; older ones are replaced and
        admit no more."""
        require(self.gate.fair, staff, Act.REISSUE)
        attendee = self.gate.attendee(attendee_id)
        if attendee is None:
            return PrintTicket(None, Words("没有找到这个人，请再查一次", "Not found. Please search again."))
        if not self.issuing.may_issue(attendee.type):
            return PrintTicket(None, _NOT_HERE)
        refusal = self.reprints.refusal(attendee_id, reason)
        if refusal is not None:
            return PrintTicket(None, refusal)
        with self.gate.store.transaction():
            self.reprints.withdraw(attendee_id, staff)
            older = {each.badge for each in self._badges(attendee_id)}
            reserved = self.gate.catalogue.badge_of(attendee_id)
            if reserved is not None:
                older.add(reserved)
            badge_id = random_id()
            self.issuing.issue(attendee, badge_id, replaces=tuple(sorted(older)), by=staff)
            why = reason or PrintReason.FIRST
            job = self.issuing.request_print(badge_id, attendee_id, reason=why, by=staff, at=at)
        return PrintTicket(job, self._reissued(at))

    def revoke(self, attendee_id: int, reason: str, staff: str) -> PrintTicket:
        """Revoke every badge of an attendee, the one reserved in the pack as well; none is issued."""
        require(self.gate.fair, staff, Act.REVOKE)
        with self.gate.store.transaction():
            self.reprints.withdraw(attendee_id, staff)
            badges = {each.badge for each in self._badges(attendee_id) if each.status != "revoked"}
            reserved = self.gate.catalogue.badge_of(attendee_id)
            if reserved is not None:
                badges.add(reserved)
            for each in sorted(badges):
                self.issuing.revoke(each, reason=reason, by=staff)
        return PrintTicket(None, Words("旧证已停用，需要时可换新证", "Revoked. Reissue to give a new one."))

    def _reissued(self, at: bytes) -> Words:
        """What becomes of a new badge that was asked for here, or at another kiosk."""
        if not at or at == self.gate.store.origin:
            return Words("已换新证，旧证停用", "A new badge is printing. The old one no longer works.")
        sent = self.reprints.queue.elsewhere.sent_words(at)
        return Words(f"已换新证，旧证停用；{sent.zh}", f"The old badge no longer works. {sent.en}")

    def _badges(self, attendee_id: int) -> tuple[attendance.BadgeRecord, ...]:
        return attendance.badges_of(self.gate.store.db, attendee_id, fair=self.gate.fair.id)

    def _problem(self, form: WalkUpForm) -> Registered | None:
        """What to mend, and in which answer."""
        if not form.consent:
            return Registered(problem=Words("请先同意收集说明", "Please agree to the notice first."))
        if not form.name or len(form.name) > NAME_MOST:
            return Registered(problem=Words("请填写姓名", "Please enter your name."))
        missing = self.missing_characters(form.name + form.school)
        if missing:
            desk = self.gate.fair.policy.desk
            words = Words(
                f"“{missing[0]}”字打印不出来，请换一种写法，或到 {desk.zh}",
                f"The character {missing[0]} cannot be printed. Write it another way, or ask at {desk.en}.",
            )
            return Registered(problem=words, field="name" if missing[0] in form.name else "school")
        return None

    def _own_claim(self, attendee: Attendee, badge_id: int) -> badge.BadgeClaim:
        """What the badge that is being printed will claim when it is scanned."""
        decoded = badge.decode(self.issuing.token(attendee, badge_id))
        assert decoded is not None
        return badge.BadgeClaim(decoded[0], badge.Trust.VALID)

    def _hit(self, attendee: Attendee) -> DeskHit:
        db = self.gate.store.db
        fair = self.gate.fair.id
        return DeskHit(
            attendee=attendee.id,
            name=attendee.person.name,
            organisation=attendee.person.organisation,
            type=attendee.type,
            phone_masked=mask_phone(attendee.person.phone_tail),
            stall=attendee.stall,
            inside=presence.is_inside(db, fair, self.gate.today(), attendee.id),
            prints=prints.prints_of(db, attendee.id, fair=fair),
            barred=presence.is_barred(db, fair, attendee.id),
            remark=attendee.note,
        )


_NOT_HERE = Words(
    "本机的密钥不能发这种证，请到别的服务台", "This kiosk may not issue such badges. Please use another desk."
)
