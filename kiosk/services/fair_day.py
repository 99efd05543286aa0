"""The fair's day as staff see it: who may see it, what needs doing, what is going on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.devices.printers import PROBLEMS
from kiosk.domain import facts
from kiosk.domain.attendee import mask_name
from kiosk.domain.fair import BEIJING, StaffMember, Words
from kiosk.keys.secrecy import check_pin
from kiosk.services.attempts import Attempts
from kiosk.services.values import GateRow, Need, RecentRow, Summary
from kiosk.store import attendance

if TYPE_CHECKING:
    from kiosk.services.gate import Gate
    from kiosk.services.print_queue import PrintQueue

_RECENT = 20
_PIN = "PIN"
_CHECK_PRINTER = Words("请检查打印机，然后补打。", "Check the printer, then reprint.")


@dataclass(frozen=True, slots=True)
class Standing:
    """What was found when the kiosk was started, said on the staff page."""

    pack: Words
    clock: Words
    keys: Words
    keys_for_samples_only: bool
    key_unknown: bool
    """No certificate names this kiosk's key: other kiosks will send its badges to staff."""


@dataclass(frozen=True, slots=True)
class FairDay:
    """Reads for the staff page. All calls come from the one thread that owns the store."""

    gate: Gate
    queue: PrintQueue
    standing: Standing
    pins: Attempts = field(default_factory=Attempts)

    def sign_in(self, pin: str) -> StaffMember | None:
        """The staff member of that PIN, and a fact that the page was opened.

        After five wrong PINs in a row, one every 30 s counts.
        """
        now = self.gate.clock.now()
        if self.pins.paused(_PIN, now):
            return None
        for member in self.gate.fair.staff:
            if check_pin(pin, member.pin_hash):
                with self.gate.store.transaction():
                    self.gate.store.journal.append(
                        facts.StaffSignedIn(self.gate.fair.id, member.id), now_ms=self.gate.clock.now_ms()
                    )
                self.pins.succeeded(_PIN)
                return member
        self.pins.missed(_PIN, now)
        return None

    def summary(self) -> Summary:
        """The page at a glance."""
        db = self.gate.store.db
        fair = self.gate.fair
        today = self.gate.clock.now().astimezone(BEIJING).date()
        admitted = attendance.totals_by_gate(db, fair.id, today)
        gates = tuple(GateRow(gate.name, admitted.get(gate.id, 0)) for gate in fair.gates)
        seq = self.gate.store.journal.origins().get(self.gate.store.journal.origin, 0)
        return Summary(
            occupancy=self.gate.occupancy(),
            gates=gates,
            printing=self.queue.waiting(),
            printer=self.queue.printer_words(),
            pack=self.standing.pack,
            journal=Words(f"日志 {seq} 条，全部在本机", f"Journal: {seq} facts, all on this kiosk"),
            clock=self.standing.clock,
            keys=self.standing.keys,
        )

    def needs(self) -> tuple[Need, ...]:
        """What needs doing, the most harmful first."""
        db = self.gate.store.db
        found: list[Need] = []
        failed = self.queue.failed()
        if failed:
            found.append(
                Need(
                    "refuse",
                    Words(f"{len(failed)} 张胸卡没有打出来", f"{len(failed)} badges did not print"),
                    PROBLEMS.get(failed[-1].problem, _CHECK_PRINTER),
                )
            )
        twice = attendance.double_admissions(db, self.gate.fair.id)
        if twice:
            found.append(
                Need(
                    "notice",
                    Words(f"{len(twice)} 张证重复入场", f"{len(twice)} badges were admitted twice"),
                    Words("请核对是否同一人", "Please check whether it was the same person."),
                )
            )
        if self.standing.key_unknown:
            found.append(
                Need(
                    "refuse",
                    Words("本机的发证密钥没有登记", "This kiosk's badge key is not certified"),
                    Words(
                        "别的入口会请人核对它发的证，请联系主办方",
                        "Other gates will ask staff. Ask the organiser.",
                    ),
                )
            )
        if self.standing.keys_for_samples_only:
            found.append(
                Need(
                    "notice",
                    Words("本机用的是示例密钥", "This kiosk uses sample keys"),
                    Words(
                        "正式活动前请换成口令或 systemd 凭据",
                        "Use a passphrase or systemd credentials for a real fair.",
                    ),
                )
            )
        return tuple(found)

    def recent(self) -> tuple[RecentRow, ...]:
        """The latest decisions, newest first."""
        rows = []
        for each in attendance.recent_checkins(self.gate.store.db, self.gate.fair.id, _RECENT):
            attendee = self.gate.attendee(each.attendee) if each.attendee is not None else None
            who = mask_name(attendee.person.name) if attendee else ""
            at = datetime.fromtimestamp(each.time_ms / 1000, BEIJING)
            rows.append(RecentRow(at, who, each.verdict, each.reasons[0] if each.reasons else ""))
        return tuple(rows)
