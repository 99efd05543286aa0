"""What staff put right: undo, override, bar, withdraw a key, confirm the clock. Each is a fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.domain import badge, facts
from kiosk.domain.admission import override
from kiosk.domain.counted import counted
from kiosk.domain.staff_duties import Act
from kiosk.domain.words import Words
from kiosk.services.duty import require
from kiosk.services.values import Correction
from kiosk.store import attendance

if TYPE_CHECKING:
    from kiosk.services.gate import Gate


@dataclass(frozen=True, slots=True)
class Corrections:
    """All calls come from the one thread that owns the store; `staff` is a staff member's id."""

    gate: Gate

    def admit(self, attendee: int, staff: str) -> Correction:
        """Admit somebody whom staff found by hand, by the same rules as everybody."""
        require(self.gate.fair, staff, Act.ADMIT)
        admission = self.gate.admit(badge.StaffClaim(attendee, staff))
        return Correction(admission.who is not None, admission.decision.staff, admission)

    def override(self, attendee: int, why: str, staff: str) -> Correction:
        """Let somebody in against the decision, for one of facts.OVERRIDES.

        Who is barred, and whom nobody knows, is not let in.
        """
        if why not in facts.OVERRIDES:
            raise ValueError(f"why is one of {facts.OVERRIDES}")
        require(self.gate.fair, staff, Act.OVERRIDE)
        with self.gate.store.transaction():
            admission = self.gate.admit_within(badge.StaffClaim(attendee, staff), change=override, why=why)
        return Correction(
            admission.decision.verdict.value in {"admit", "notice"}, admission.decision.staff, admission
        )

    def undo(self, origin: str, seq: int, staff: str, *, late: bool = False) -> Correction:
        """Take a check-in back, within the fair's window; `late`: at any time. `origin` is hex."""
        gate = self.gate
        require(gate.fair, staff, Act.UNDO)
        with gate.store.transaction():
            found = attendance.check_in_at(gate.store.db, bytes.fromhex(origin), seq)
            if found is None or not found.passage:
                return Correction(False, Words("这条记录不用撤销", "There is nothing to undo here."))
            if found.undone:
                return Correction(False, Words("已经撤销过了", "It was undone before."))
            if not late and not self.undoable(found, gate.clock.now()):
                minutes = gate.fair.policy.undo_window_min
                return Correction(
                    False,
                    Words(
                        f"超过 {minutes} 分钟，不能撤销",
                        f"After {counted(minutes, 'minute')} it cannot be undone.",
                    ),
                )
            body = facts.CheckInUndone(gate.fair.id, origin, seq, staff)
            gate.store.journal.append(body, now_ms=gate.clock.now_ms())
        return Correction(True, Words("已撤销，人数已改回", "Undone. The numbers are as before."))

    def undo_last(self, attendee: int, staff: str) -> Correction:
        """Take back that somebody went in or out last, today, within the fair's window."""
        require(self.gate.fair, staff, Act.UNDO)
        found = attendance.last_passage(self.gate.store.db, self.gate.fair.id, self.gate.today(), attendee)
        if found is None:
            return Correction(False, Words("今天没有可以撤销的进出", "There is nothing to undo today."))
        return self.undo(found.origin.hex(), found.seq, staff)

    def undoable(self, found: attendance.CheckInRecord, now: datetime) -> bool:
        """Whether a check-in can be taken back now."""
        window = timedelta(minutes=self.gate.fair.policy.undo_window_min)
        return found.passage and not found.undone and now - found.at <= window

    def bar(self, attendee: int, barred: bool, staff: str) -> Correction:
        """Keep somebody out from now on, or let them in again."""
        require(self.gate.fair, staff, Act.BAR)
        self._record(facts.AttendeeBarred(self.gate.fair.id, attendee, barred, staff))
        if barred:
            return Correction(True, Words("已禁止入场", "Barred from now on."))
        return Correction(True, Words("已解除", "No longer barred."))

    def withdraw_key(self, kid: int, from_seq: int, staff: str) -> Correction:
        """Trust a badge key no more, but for badges whose issue is known and came before `from_seq`."""
        require(self.gate.fair, staff, Act.KEYS)
        self._record(facts.KeyWithdrawn(self.gate.fair.id, kid, from_seq, staff))
        return Correction(True, Words("密钥已撤销", "The key is withdrawn."))

    def confirm_clock(self, staff: str) -> Correction:
        """Staff have looked: this kiosk's clock is right."""
        gate = self.gate
        require(gate.fair, staff, Act.CLOCK)
        with gate.store.transaction():
            now_ms = gate.clock.now_ms()
            ahead_ms = max(0, gate.store.journal.ahead_ms(now_ms))
            gate.store.journal.append(facts.ClockConfirmed(gate.fair.id, ahead_ms, staff), now_ms=now_ms)
        return Correction(True, Words("时间已确认，照常入场", "The clock is confirmed. Entry goes on."))

    def see_rescue(self, staff: str) -> Correction:
        """Staff have read that the store was rescued."""
        require(self.gate.fair, staff, Act.UPKEEP)
        self._record(facts.RescueSeen(staff))
        return Correction(True, Words("已记下", "Noted."))

    def _record(self, body: facts.Body) -> None:
        with self.gate.store.transaction():
            self.gate.store.journal.append(body, now_ms=self.gate.clock.now_ms())
