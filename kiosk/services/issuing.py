"""Issuing badges: the facts and print jobs of a badge, inside the caller's transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain import badge, facts
from kiosk.domain.attendee import Attendee
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Fair, day_number
from kiosk.domain.print_reasons import PrintReason
from kiosk.services.clock import Clock
from kiosk.store import attendance
from kiosk.store.ids import random_id

if TYPE_CHECKING:
    from kiosk.keys.signing import SigningKey
    from kiosk.services.key_certificates import KeyCertificates
    from kiosk.store.catalogue import Catalogue
    from kiosk.store.migrations import Store


@dataclass(frozen=True, slots=True)
class Issuing:
    """Issues under this kiosk's own key. Every method appends facts and must run inside a transaction."""

    store: Store
    catalogue: Catalogue
    key: SigningKey
    fair: Fair
    clock: Clock
    certificates: KeyCertificates | None = None
    """What the key may issue: others' gates take no more. None: everything."""

    def may_issue(self, badge_type: BadgeType) -> bool:
        """Whether a badge of that type under this kiosk's key is taken at the gates."""
        return self.certificates is None or self.certificates.may_issue(badge_type)

    def print_first(self, attendee: Attendee) -> int:
        """Issue the badge reserved for an attendee in the pack, and ask for its print. Returns the job."""
        return self.request_print(self.issue_reserved(attendee), attendee.id, reason=PrintReason.FIRST, by="")

    def issue_reserved(self, attendee: Attendee) -> int:
        """Issue the badge reserved for an attendee in the pack; a new one where there is none. Returns it."""
        reserved = self.catalogue.badge_of(attendee.id)
        return self.issue(attendee, reserved if reserved is not None else random_id(), replaces=(), by="")

    def issue(self, attendee: Attendee, badge_id: int, *, replaces: tuple[int, ...], by: str) -> int:
        """Record that a badge was issued under this kiosk's key. Returns the badge id."""
        self._append(
            facts.BadgeIssued(
                fair=self.fair.id,
                badge=badge_id,
                attendee=attendee.id,
                badge_type=int(attendee.type),
                kid=self.key.kid,
                last_valid_day=day_number(self.fair.last_day),
                replaces=replaces,
                by=by,
            )
        )
        return badge_id

    def vouch(self, attendee: Attendee, badge_id: int) -> None:
        """Record that this kiosk's key signs a badge, unless a fact says so already.

        Whoever prints a badge signs it. One that was issued or asked for at another kiosk is the same badge
        under another key: this fact lets it pass though the key should be withdrawn later.
        """
        if not attendance.is_signed_under(self.store.db, badge_id, fair=self.fair.id, kid=self.key.kid):
            self.issue(attendee, badge_id, replaces=(), by="")

    def revoke(self, badge_id: int, *, reason: str, by: str) -> None:
        """Record that a badge is valid no more."""
        self._append(facts.BadgeRevoked(self.fair.id, badge_id, reason, by))

    def request_print(self, badge_id: int, attendee: int, *, reason: str, by: str, at: bytes = b"") -> int:
        """Ask for a print: a fact first, a print job second. Returns the job's id.

        `at` is the origin of the kiosk at whose printer it is to be printed; nothing: here.
        """
        job = random_id()
        elsewhere = at.hex() if at != self.store.origin else ""
        self._append(facts.PrintRequested(self.fair.id, job, badge_id, attendee, reason, by, elsewhere))
        return job

    def current_badge(self, attendee: int) -> int | None:
        """The badge of an attendee that is valid now; None where none was issued yet."""
        badges = attendance.badges_of(self.store.db, attendee, fair=self.fair.id)
        active = [each.badge for each in badges if each.status == "active"]
        return max(active) if active else None

    def token(self, attendee: Attendee, badge_id: int) -> str:
        """The badge's token, signed by this kiosk."""
        token = badge.Token(
            kid=self.key.kid,
            fair=badge.fair_number(self.fair.id),
            last_valid_day=self.fair.last_day,
            type=attendee.type,
            badge=badge_id,
            attendee=attendee.id,
        )
        return badge.encode(token, self.key.sign)

    def _append(self, body: facts.Body) -> None:
        self.store.journal.append(body, now_ms=self.clock.now_ms())
