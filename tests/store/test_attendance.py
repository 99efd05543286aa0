from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kiosk.domain import facts
from kiosk.domain.fair import BEIJING
from kiosk.domain.key_certificate import KeyCertificate, KeyRole
from kiosk.store import attendance, prints
from kiosk.store.migrations import Store

Record = Callable[..., facts.Fact]
Chain = Callable[..., list[facts.Fact]]
NOW_MS = 1_795_838_400_000
NOON = datetime(2026, 11, 28, 12, 0, tzinfo=BEIJING)
DAY_MS = 24 * 3600 * 1000
BIG = 2**64 - 1
EAST, WEST = b"kiosk at east 01", b"kiosk at west 01"


def admitted(
    attendee: int | None, badge: int | None = None, gate: str = "east", fair: str = "f"
) -> facts.CheckIn:
    return facts.CheckIn(fair, gate, "admit", ("welcome",), "badge", attendee, badge, 1)


def issued(badge: int, attendee: int, *replaces: int, fair: str = "f") -> facts.BadgeIssued:
    return facts.BadgeIssued(fair, badge, attendee, 1, 7, 2523, replaces)


def receive(store: Store, *journals: list[facts.Fact]) -> None:
    with store.transaction():
        for journal in journals:
            assert store.journal.receive(journal, {}, now_ms=NOW_MS).findings == ()


def test_badges_of_an_attendee(store: Store, record: Record) -> None:
    record(issued(9, BIG))
    record(issued(3, BIG, 9), NOW_MS + 1)
    record(issued(4, 1))
    found = attendance.badges_of(store.db, BIG, fair="f")
    assert [(each.badge, each.status, each.kid) for each in found] == [
        (9, "replaced", 7),
        (3, "active", 7),
    ]
    assert attendance.badges_of(store.db, 12345, fair="f") == ()


def test_print_jobs_by_state_and_kiosk(store: Store, record: Record, chain: Chain) -> None:
    record(facts.PrintRequested("f", BIG, 5, 1, "first"))
    record(facts.PrintRequested("f", 3, 6, 2, "lost", "s1"))
    theirs = facts.PrintRequested("f", 4, 6, 2, "lost", "s1")
    receive(
        store, chain(EAST, [(NOW_MS - 9, facts.PrintReported(4, "failed", "p", "jam")), (NOW_MS, theirs)])
    )
    assert [each.job for each in prints.print_jobs(store.db, ("requested",), fair="f")] == [BIG, 3]
    assert prints.print_jobs(store.db, ("requested",), fair="f", origin=EAST) == ()
    record(facts.PrintReported(BIG, "sent", "folder", reference="ipp 17"))
    sent = prints.print_job(store.db, BIG)
    assert (sent.state, sent.reference, sent.reported_ms, sent.reported_by) == ("sent", "ipp 17", NOW_MS, "")
    assert prints.print_job(store.db, 99) is None
    record(facts.PrintReported(BIG, "failed", "folder", "disk full", by="s1"))
    assert prints.print_job(store.db, BIG).reported_by == "s1"
    failed = prints.print_jobs(store.db, ("failed", "unknown"), fair="f", origin=store.origin)
    assert [(each.job, each.attendee, each.state, each.problem) for each in failed] == [
        (BIG, 1, "failed", "disk full")
    ]
    assert len(prints.print_jobs(store.db, ("failed",), fair="f")) == 2
    assert prints.prints_of(store.db, 2, fair="f") == 2
    assert prints.print_jobs(store.db, (), fair="f") == ()
    assert prints.print_jobs(store.db, ("requested", "failed"), fair="g") == ()


def test_a_failed_print_is_over_once_the_attendee_has_a_badge(store: Store, record: Record) -> None:
    for job, attendee in ((1, 5), (2, 6)):
        record(facts.PrintRequested("f", job, 9, attendee, "first"))
    failed = lambda: [each.job for each in prints.failed_prints(store.db, fair="f", origin=store.origin)]  # noqa: E731
    record(facts.PrintReported(1, "failed", "folder", "disk_full"))
    record(facts.PrintReported(2, "failed", "folder", "disk_full"))
    assert failed() == [1, 2]
    record(facts.PrintRequested("f", 3, 9, 5, "not_printed", "s1"))
    assert failed() == [2], "asked for again: it waits"
    record(facts.PrintReported(3, "failed", "folder", "jam"))
    assert failed() == [2, 3], "the newest of each attendee"
    record(facts.PrintRequested("f", 4, 9, 5, "not_printed", "s1"))
    record(facts.PrintReported(4, "confirmed", "folder"))
    assert failed() == [2]
    assert prints.failed_prints(store.db, fair="g", origin=store.origin) == ()
    assert prints.failed_prints(store.db, fair="f", origin=EAST) == ()


def test_entries_by_span_count_each_person_once(store: Store, record: Record) -> None:
    span_ms = 300_000
    until_ms = NOW_MS + 2 * span_ms
    record(admitted(1), NOW_MS)  # the end of the span before the two that are asked for
    record(admitted(2), NOW_MS + 1)
    record(admitted(3, gate="west"), NOW_MS + span_ms)
    record(admitted(2, gate="west"), NOW_MS + span_ms + 1)  # again: was counted already
    record(facts.CheckIn("f", "east", "refuse", ("revoked",), "badge", None, 9, 1), NOW_MS + span_ms + 2)
    record(admitted(4), until_ms)
    record(admitted(5), until_ms + 1)
    record(admitted(6, fair="g"), until_ms + 2)

    def entries(count: int) -> tuple[int, ...]:
        return attendance.entries(store.db, "f", until_ms=until_ms, span_ms=span_ms, count=count)

    assert entries(2) == (2, 1)
    assert entries(4) == (0, 1, 2, 1)
    assert attendance.entries(store.db, "h", until_ms=until_ms, span_ms=span_ms, count=2) == (0, 0)


def test_a_print_job_knows_when_it_was_asked_for(store: Store, record: Record, chain: Chain) -> None:
    record(facts.PrintRequested("f", 3, 6, 2, "lost", "s1"), NOW_MS + 5000)
    (job,) = prints.print_jobs(store.db, ("requested",), fair="f")
    assert job.at == NOON.replace(second=5)


def test_recent_check_ins_newest_first(store: Store, record: Record) -> None:
    record(admitted(1, BIG))
    record(
        facts.CheckIn("f", "west", "refuse", ("revoked", "closed"), "badge", None, None, None), NOW_MS + 1000
    )
    record(admitted(2, fair="g"), NOW_MS + 2000)
    newest, oldest = attendance.recent_checkins(store.db, "f", 5)
    assert (newest.gate, newest.verdict, newest.reasons) == ("west", "refuse", ("revoked", "closed"))
    assert newest.at == NOON.replace(second=1)
    assert (oldest.attendee, oldest.badge, oldest.badge_type) == (1, BIG, 1)
    assert attendance.recent_checkins(store.db, "f", 1) == (newest,)
    assert attendance.recent_checkins(store.db, "f", -1) == ()


def test_certificates_that_are_certificates(store: Store, record: Record) -> None:
    record(facts.KeyCertified(2**32 - 1, "0a" * 32, "kiosk", "east-1", 5, "0b" * 64))
    record(facts.KeyCertified(1, "no hex", "kiosk", "x", 5, "00"))
    record(facts.KeyCertified(2, "00", "king", "x", 5, "00"))
    assert attendance.certificates(store.db) == (
        KeyCertificate(2**32 - 1, b"\x0a" * 32, KeyRole.KIOSK, "east-1", 5, b"\x0b" * 64),
    )
