"""Whose badge was shown for something other than going in: a plan to keep, a major to look for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain import badge
from kiosk.domain.admission import BadgeStatus
from kiosk.domain.attendee import mask_name
from kiosk.store import presence

if TYPE_CHECKING:
    from kiosk.services.gate import Gate


_DEAD = frozenset({BadgeStatus.REVOKED, BadgeStatus.REPLACED})


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who stands at the screen, as far as a badge says."""

    attendee: int
    name: str
    """Masked."""
    major_class: str
    """专业类; nothing where it is not known."""


@dataclass(frozen=True, slots=True)
class Visitors:
    """Reads badges without deciding anything: nothing is recorded."""

    gate: Gate

    def identify(self, text: str) -> Visitor | None:
        """Whose valid badge was scanned; None for any other text, a revoked badge or another fair's."""
        claim = self.gate.claim(text)
        if not isinstance(claim, badge.BadgeClaim) or claim.trust is not badge.Trust.VALID:
            return None
        token = claim.token
        fair = badge.fair_number(self.gate.fair.id)
        if token.fair != fair or token.last_valid_day < self.gate.today():
            return None
        db = self.gate.store.db
        known = presence.history(
            db,
            fair=self.gate.fair.id,
            gate=self.gate.door.gate,
            day=self.gate.today(),
            attendee=token.attendee,
            badge=token.badge,
            kid=token.kid,
        )
        if known.badge_status in _DEAD or known.key_withdrawn:
            return None
        attendee = self.gate.attendee(token.attendee)
        if attendee is None:
            return Visitor(token.attendee, "", "")
        return Visitor(attendee.id, mask_name(attendee.person.name), attendee.major_class)
