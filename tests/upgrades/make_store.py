"""Makes a store as this version writes it, to be kept and opened by every later version.

Run once a release, from the checkout: python tests/upgrades/make_store.py tests/upgrades/store_v1.db
It prints what the test expects. A kept file is never made again.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.store import bodies, projections
from kiosk.store.journal import Journal
from kiosk.store.migrations import Store, open_store

KEY = bytes(range(32))
START_MS = 1_795_838_400_000
NAMES = ("林示远", "阿卜杜·示例", "䶮示例", "Anna Sample")


def happened(personal: facts.Personal, number: int) -> list[facts.Body]:
    """A fact of each kind, and what a reissue and a refusal leave."""
    fair, badge, attendee = "bj-2026-winter", 2**64 - 1 - number, 2**63 + number
    return [
        facts.PackInstalled(fair, 1, "ab" * 32),
        facts.KeyCertified(4_000_000_000, "0a" * 32, "kiosk", "east-1", 123, "0b" * 64),
        facts.StaffSignedIn(fair, "s1"),
        facts.AttendeeRegistered(
            fair, attendee, 1, "2026-1", "4111010001", "本科", facts.personal_digest(personal)
        ),
        facts.BadgeIssued(fair, badge, attendee, 1, 4_000_000_000, 2523),
        facts.CheckIn(fair, "east", "admit", ("welcome",), "badge", attendee, badge, 1),
        facts.PrintRequested(fair, number + 1, badge, attendee, "first"),
        facts.PrintReported(number + 1, "sent", "desk", "", "ipp 17"),
        facts.PrintReported(number + 1, "failed", "folder", "disk full", by="s1"),
        facts.BatchOrdered(fair, number + 9, ("employer", "school"), "stalls", "a4_a6", "B", 20, "s1"),
        facts.SheetsPrinted(fair, number + 9, 1, 1, ((attendee, badge, 1),), "B", "folder"),
        facts.BatchEnded(fair, number + 9, number % 2 == 0, "s1"),
        facts.CheckIn(fair, "west", "notice", ("already_inside",), "badge", attendee, badge, 1),
        facts.CheckIn(fair, "west", "refuse", ("unknown",), "none"),
        facts.BadgeIssued(fair, number, attendee, 1, 4_000_000_000, 2523, (badge,), "s1"),
        facts.BadgeRevoked(fair, badge, "lost", "s1"),
        facts.EntryPaused(fair, "", number % 2 == 0, "s1"),
        facts.CheckIn(
            fair, "exit", "admit", ("left",), "badge", attendee, number, 2, 2523, "out", "1", "", "A001"
        ),
        facts.CheckInUndone(fair, b"another kiosk 01".hex(), 6, "s1"),
        facts.KeyWithdrawn(fair, 4_000_000_000, 9, "s1"),
        facts.AttendeeBarred(fair, attendee, number == 1, "s1"),
        facts.Agreed(fair, attendee, "declaration", "ab12"),
        facts.StallsReleased(fair, ("A001", "A002"), number != 2, "s1"),
        facts.PassagesClosed(fair, ("lift-1", "gap"), number != 2, "s1"),
        facts.StallsClosed(fair, ("A003",), number % 2 == 1, "s1"),
        facts.StallMoved(fair, "A002", "" if number == 4 else "B001", "s1"),
        facts.PlanKept(fair, attendee, ("A001", "B001"), ("t1",)),
        facts.LookupsCounted(fair, 2523, 12, 9, (("火星", 3),), 1),
        facts.ClockConfirmed(fair, 1000, "s1"),
        facts.StoreRescued("cd" * 16, 100, 2),
        facts.RescueSeen("s1"),
        facts.PinTried("fair"),
        facts.SettingChanged("window.language", "en", "s1"),
        facts.KioskShutDown(False, "s1"),
        facts.PrintRecalled(number + 1, "s1"),
        facts.PrintersOffered(fair, "east-1", (("p1", "东门", "East gate", "服务台", "desk", "a6"),)),
        facts.DoubleResolved(fair, ((b"another kiosk 01".hex(), 6),), "mistake", "s1"),
        facts.ForkFound("cd" * 16, 4, "ab" * 32, "ef" * 32),
        facts.ForkSeen("cd" * 16, 4, "s1"),
    ]


def fill(store: Store) -> None:
    """Facts of this kiosk and of another one."""
    other = Journal(store.db, b"another kiosk 01")
    for number, name in enumerate(NAMES, 1):
        journal = other if number % 2 else store.journal
        personal = bodies.personal_for(Person(name, "示例大学", "本科", phone=f"000{number}"))
        with store.transaction():
            for step, body in enumerate(happened(personal, number)):
                kept = personal if isinstance(body, facts.AttendeeRegistered) else None
                journal.append(body, now_ms=START_MS + 60_000 * number + step, personal=kept)
    with store.transaction():
        store.journal.append(facts.PersonsErased("bj-2025-winter", 12), now_ms=START_MS)


def main() -> int:
    """Make the store; refuse to replace one."""
    path = Path(sys.argv[1])
    if path.exists():
        print(f"{path} is kept for ever; give another name", file=sys.stderr)
        return 2
    store = open_store(path, KEY)
    fill(store)
    print(f'"{path.name}": Kept("{store.origin.hex()}", "{projections.digest(store.db)}"),')
    store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
