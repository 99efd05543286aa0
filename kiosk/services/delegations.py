"""Delegations: the leader is scanned once, the list appears, absentees are ticked, all go in together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain import badge
from kiosk.domain.attendee import Attendee, mask_name
from kiosk.domain.fair import Delegation
from kiosk.domain.reasons import Verdict
from kiosk.domain.staff_duties import Act
from kiosk.services.duty import require
from kiosk.services.values import DelegationArrival, DelegationList, Member
from kiosk.store import presence
from kiosk.store.ids import random_id

if TYPE_CHECKING:
    from kiosk.services.gate import Gate


@dataclass(frozen=True, slots=True)
class Delegations:
    """All calls come from the one thread that owns the store."""

    gate: Gate

    def led_by(self, attendee_id: int) -> DelegationList | None:
        """The delegation whose leader that attendee is, or None."""
        attendee = self.gate.attendee(attendee_id)
        if attendee is None or attendee.delegation is None:
            return None
        delegation = self._delegation(attendee.delegation)
        if delegation is None or not _leads(attendee, delegation):
            return None
        return self._list(delegation)

    def list(self, delegation_id: int) -> DelegationList | None:
        """A delegation with its members, or None."""
        delegation = self._delegation(delegation_id)
        return self._list(delegation) if delegation is not None else None

    def all(self) -> tuple[DelegationList, ...]:
        """Every delegation, in the pack's order: arrived of expected."""
        return tuple(self._list(each) for each in self.gate.catalogue.delegations())

    def arrive(self, delegation_id: int, absent: Collection[int], by: str) -> DelegationArrival | None:
        """Admit all members but the absent and those who are here, and queue their badges: one transaction.

        Each is decided by the same rules as everybody; who may not go in is named with the reason. `by` is
        the staff member, or nothing where the leader does it.
        """
        if by:
            require(self.gate.fair, by, Act.ARRIVE)
        delegation = self._delegation(delegation_id)
        if delegation is None:
            return None
        admitted, jobs, refused = 0, [], []
        with self.gate.store.transaction():
            group = random_id()
            before = self._list(delegation)
            for member in before.members:
                if member.arrived or member.attendee in absent:
                    continue
                admission = self.gate.admit_within(badge.StaffClaim(member.attendee, by), group=group)
                if admission.decision.verdict in {Verdict.ADMIT, Verdict.NOTICE}:
                    admitted += 1
                    jobs += [admission.job] if admission.job is not None else []
                else:
                    refused.append((member, admission.decision.staff))
        return DelegationArrival(self._list(delegation), admitted, tuple(jobs), tuple(refused))

    def _delegation(self, delegation_id: int) -> Delegation | None:
        return next((each for each in self.gate.catalogue.delegations() if each.id == delegation_id), None)

    def _list(self, delegation: Delegation) -> DelegationList:
        people = self.gate.catalogue.attendees_of_delegation(delegation.id)
        here = presence.arrived(
            self.gate.store.db, self.gate.fair.id, self.gate.today(), [each.id for each in people]
        )
        return DelegationList(
            id=delegation.id,
            name=delegation.name,
            leader=mask_name(delegation.leader),
            coach=delegation.coach,
            members=tuple(
                Member(
                    each.id,
                    mask_name(each.person.name),
                    each.person.organisation or each.person.detail,
                    each.id in here,
                )
                for each in people
            ),
            expected=max(delegation.expected, len(people)),
        )


def _leads(attendee: Attendee, delegation: Delegation) -> bool:
    return "".join(attendee.person.name.split()) == "".join(delegation.leader.split())
