"""Every kind of transaction on a real store, for the simulations that cut it short.

A new kind of fact goes into ONE_FACT, or into a transaction of its own in WHOLE and its kind into IN_WHOLE;
a test fails until it does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.store import bodies, driver, erasure, probe, projections
from kiosk.store.migrations import Store

KEY = bytes(range(32))
NOW_MS = 1_795_838_400_000
FAIR = "bj-2026-winter"
OTHER = b"another kiosk 01"
RECEIVED = 10
DELEGATES = 12


@dataclass
class Work:
    """A store at work. `told` hears of every fact that has been acknowledged, after its COMMIT."""

    store: Store
    told: Callable[[facts.Fact], None]
    number: int = 0
    """Facts that were recorded here; ids follow it, so that they differ."""
    chains: dict[bytes, list[facts.Fact]] = field(default_factory=dict)
    """Other kiosks' facts that were received."""

    def record(self, *happened: facts.Body, personal: facts.Personal | None = None) -> None:
        """One transaction of several facts."""
        with self.store.transaction():
            for body in happened:
                self.number += 1
                kept = personal if isinstance(body, facts.AttendeeRegistered) else None
                fact = self.store.journal.append(body, now_ms=NOW_MS + self.number * 1000, personal=kept)
        self.told(fact)

    def tell(self) -> None:
        """The last fact of this kiosk, after what does not hand one out."""
        origin = self.store.origin
        last = self.store.journal.origins().get(origin, 0)
        for fact in self.store.journal.facts(origin, max(1, last)):
            self.told(fact)


def check_in(attendee: int, **more: object) -> facts.CheckIn:
    """Somebody went in."""
    fields: dict[str, object] = {
        "fair": FAIR,
        "gate": "east",
        "verdict": "admit",
        "reasons": ("welcome",),
        "claim": "badge",
        "attendee": attendee,
        "badge": attendee + 100,
        "badge_type": 1,
        "day": 2523,
    }
    return facts.CheckIn(**(fields | more))  # type: ignore[arg-type]


def chain(origin: bytes, first: int, last: int, before: facts.Fact | None = None) -> list[facts.Fact]:
    """Another kiosk's facts, following `before`."""
    made: list[facts.Fact] = []
    previous = before.hash if before is not None else facts.GENESIS
    for seq in range(first, last + 1):
        body = check_in(1000 + seq)
        encoded, time = bodies.encode(body), (NOW_MS + seq) << 16
        digest = facts.fact_hash(
            origin=origin, seq=seq, time=time, kind=body.kind, body=encoded, previous=previous
        )
        made.append(facts.Fact(origin, seq, time, body.kind, encoded, previous, digest))
        previous = digest
    return made


def walk_up(work: Work) -> None:
    """Registration, badge, check-in and print in one."""
    personal = bodies.personal_for(Person("林示远", "示例大学", phone="1234"))
    who = 10_000 + work.number
    work.record(
        facts.AttendeeRegistered(FAIR, who, 1, "1", "4111010001", "本科", facts.personal_digest(personal)),
        facts.BadgeIssued(FAIR, who + 100, who, 1, 7, 2523),
        check_in(who),
        facts.PrintRequested(FAIR, who + 55, who + 100, who, "first"),
        personal=personal,
    )


def reissue(work: Work) -> None:
    """A new badge and its print."""
    badge = 20_000 + work.number
    work.record(
        facts.BadgeIssued(FAIR, badge, 1, 1, 7, 2523, (101, badge - 1), "s1"),
        facts.PrintRequested(FAIR, badge, badge, 1, "lost", "s1"),
    )


def delegation(work: Work) -> None:
    """Many at once."""
    work.record(*(check_in(number, group=77) for number in range(200, 200 + DELEGATES)))


def received(work: Work) -> None:
    """A segment of another kiosk's facts."""
    known = work.store.journal.origins().get(OTHER, 0)
    before = next(iter(work.store.journal.facts(OTHER, known)), None) if known else None
    segment = chain(OTHER, known + 1, known + RECEIVED, before)
    with work.store.transaction():
        assert work.store.journal.receive(segment, {}, now_ms=NOW_MS).stored == RECEIVED
    work.told(segment[-1])


def rebuilt(work: Work) -> None:
    """All projections anew, in one transaction."""
    with work.store.transaction():
        projections.rebuild(work.store.db)
    work.tell()


def folded(work: Work) -> None:
    """The log folded into the database, as SQLite does by itself every 1,000 pages."""
    with driver.mapped(writing=True):
        work.store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    work.tell()


def rolled_back(work: Work) -> None:
    """What fails half way leaves nothing, and the next one goes through."""
    try:
        with work.store.transaction():
            work.store.journal.append(check_in(4), now_ms=NOW_MS)
            raise InterruptedError
    except InterruptedError:
        work.record(check_in(5))


def probed(work: Work) -> None:
    """Whether the store takes what is written."""
    probe.probe(work.store)
    work.tell()


def erased(work: Work) -> None:
    """Personal fields erased, the log folded in, the file written anew."""
    erasure.erase_persons(work.store, fair=FAIR, now_ms=NOW_MS + 10**6)
    work.tell()


def renewed(work: Work) -> None:
    """A new incarnation, and its first fact."""
    work.store.begin_incarnation(KEY)
    work.record(facts.StaffSignedIn(FAIR, "s1"))


ONE_FACT: tuple[facts.Body, ...] = (
    facts.PackInstalled(FAIR, 1, "ab" * 32),
    facts.KeyCertified(7, "0a" * 32, "kiosk", "east-1", 5, "0b" * 64),
    check_in(1),
    check_in(1, direction="out", gate="exit", reasons=("left",)),
    check_in(2, verdict="refuse", reasons=("too_early",)),
    facts.BadgeRevoked(FAIR, 101, "lost", "s1"),
    facts.EntryPaused(FAIR, "", True, "s1"),
    facts.PrintReported(55, "confirmed", "folder"),
    facts.PrintRecalled(55, "s1"),
    facts.PrintersOffered(FAIR, "east-1", (("p1", "东门", "East", "服务台", "desk", "a6"),)),
    facts.DoubleResolved(FAIR, ((OTHER.hex(), 3), (OTHER.hex(), 4)), "same_person", "s1"),
    facts.ForkFound(OTHER.hex(), 3, "ab" * 32, "cd" * 32),
    facts.ForkSeen(OTHER.hex(), 3, "s1"),
    facts.BatchOrdered(FAIR, 7, ("employer",), "stalls", "a4_a6", "B", 20, "s1"),
    facts.SheetsHanded(FAIR, 7, 9, 1, 1, ((5, 105, 1), (6, 106, 1)), "folder"),
    facts.SheetsPrinted(FAIR, 7, 1, 1, ((5, 105, 1), (6, 106, 1)), "B", "folder"),
    facts.BatchEnded(FAIR, 7, True, "s1"),
    facts.CheckInUndone(FAIR, OTHER.hex(), 3, "s1"),
    facts.KeyWithdrawn(FAIR, 7, 3, "s1"),
    facts.AttendeeBarred(FAIR, 5, True, "s1"),
    facts.Agreed(FAIR, 5, "consent", "1"),
    facts.StallsReleased(FAIR, ("A001", "A002"), True, "s1"),
    facts.PassagesClosed(FAIR, ("lift-1", "gap"), True, "s1"),
    facts.StallsClosed(FAIR, ("A003",), True, "s1"),
    facts.StallMoved(FAIR, "A002", "B001", "s1"),
    facts.PlanKept(FAIR, 5, ("A001", "B001"), ("t1",)),
    facts.LookupsCounted(FAIR, 2523, 5, 3, (("火星", 3),), 1),
    facts.ClockConfirmed(FAIR, 5, "s1"),
    facts.StoreRescued("ab" * 16, 5, 1),
    facts.RescueSeen("s1"),
    facts.PinTried(FAIR),
    facts.StaffSignedIn(FAIR, "s1"),
    facts.SettingChanged("place", "east-2", "s1"),
    facts.KioskShutDown(False, "s1"),
)
WHOLE: tuple[Callable[[Work], None], ...] = (
    walk_up,
    reissue,
    delegation,
    received,
    rebuilt,
    rolled_back,
    folded,
    probed,
    erased,
    renewed,
)
IN_WHOLE = frozenset({"attendee_registered", "badge_issued", "print_requested", "persons_erased"})
"""Kinds that the transactions above record."""


def single(body: facts.Body) -> Callable[[Work], None]:
    """The transaction that records one fact; its name is the fact's kind."""

    def work_of(work: Work) -> None:
        work.record(body)

    work_of.__name__ = body.kind
    return work_of


EVERYTHING: tuple[Callable[[Work], None], ...] = (*(single(body) for body in ONE_FACT), *WHOLE)
