"""What another process writes into the store (the courier, as it receives facts) has effect at once.

No service goes on from what it read before, and none needs a restart.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.domain import badge, facts
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.key_certificate import KeyCertificate, KeyRole
from kiosk.domain.reasons import Reason, Verdict
from kiosk.domain.stall_state import StallState
from kiosk.keys.signing import KeyRing, SigningKey, certify
from kiosk.services.find.values import Question
from kiosk.services.printing.tasks import Prepare
from kiosk.services.values import WalkUpForm
from kiosk.store.migrations import open_store
from tests.services.conftest import AUTHORITY, DAY, FAIR_ID, KIOSKS

Codes = Callable[[int], str]
NUMBER = badge.fair_number(FAIR_ID)
NEW = SigningKey.from_seed(b"9" * 32)
"""The key of a kiosk that joined after the pack was made."""


@pytest.fixture
def west(kiosk_at: Callable[[str], Any]) -> Any:
    return kiosk_at("west-1")


@pytest.fixture
def arrive(east: Any, west: Any) -> Callable[..., None]:
    """All that the west knows comes in at the east through a process of its own."""
    for read in (  # whatever keeps what it has read, has read it
        east.floor.standing,
        lambda: east.directory.find(Question("软件")),
        lambda: east.wayfinding.way("A002", False),
        lambda: east.desk.find("林知远"),
        lambda: east.issuing.may_issue(BadgeType.GRADUATE),
        east.day.needs,
        east.stalls.standing,
        east.delegations.all,
        east.queue.next_task,
        east.doubles.sheet,
    ):
        read()

    def come(*bodies: facts.Body) -> None:
        journal = west.gate.store.journal
        with west.gate.store.transaction():
            for body in bodies:
                journal.append(body, now_ms=west.clock.now_ms())
        courier = open_store(east.gate.store.path, b"s" * 32)
        personals = journal.personals(journal.origin, 1, journal.origins()[journal.origin])
        with courier.transaction():
            received = courier.journal.receive(
                list(journal.facts(journal.origin)), personals, now_ms=east.clock.now_ms()
            )
        assert received.findings == ()
        courier.close()

    return come


def token(key: SigningKey, attendee: int = 1, badge_type: BadgeType = BadgeType.GRADUATE) -> str:
    """A badge under a key."""
    return badge.encode(badge.Token(key.kid, NUMBER, DAY, badge_type, 5000 + attendee, attendee), key.sign)


def certified(certificate: KeyCertificate) -> facts.KeyCertified:
    """The fact of a certificate."""
    return facts.KeyCertified(
        certificate.kid,
        certificate.public_key.hex(),
        certificate.grant.text(),
        certificate.name,
        certificate.fair,
        certificate.signature.hex(),
    )


def test_a_walk_up_is_found_and_known_at_the_gate(east: Any, west: Any, arrive: Callable[..., None]) -> None:
    form = WalkUpForm("赵走", "4111010008", "北京科技大学", "硕士", "0011", consent=True)
    attendee = west.desk.register(form).admission.attendee
    shown = token(KIOSKS["west-1"], attendee)
    assert east.gate.scan(shown).who.name == "", "never heard of"
    arrive()
    assert [hit.name for hit in east.desk.find("赵走")] == ["赵走"]
    assert east.gate.attendee(attendee).person.organisation == "北京科技大学"
    assert east.gate.check_in_name("赵走", "0011").attendee == attendee


def test_a_revocation_and_a_reissue(east: Any, west: Any, arrive: Callable[..., None], codes: Codes) -> None:
    shown = west.issuing.token(west.gate.attendee(1), 1001)
    arrive(facts.BadgeRevoked(FAIR_ID, 1001, "lost", "s1"))
    assert east.gate.scan(shown).decision.reason is Reason.REVOKED
    other = west.issuing.token(west.gate.attendee(2), 1002)
    assert west.desk.reissue(2, "lost", "s1").job is not None
    arrive()
    assert east.gate.scan(other).decision.reason is Reason.REPLACED


def test_a_bar_and_a_pause(east: Any, arrive: Callable[..., None], codes: Codes) -> None:
    arrive(facts.AttendeeBarred(FAIR_ID, 1, True, "s1"), facts.EntryPaused(FAIR_ID, "", True, "s1"))
    assert east.gate.scan(codes(1)).decision.reason is Reason.BARRED
    assert east.gate.scan(codes(4)).decision.reason is Reason.PAUSED
    assert east.gate.occupancy().paused
    assert "resume" in [need.leads_to for need in east.day.needs()]


def test_who_is_inside_counts_at_once(
    east: Any, west: Any, arrive: Callable[..., None], codes: Codes
) -> None:
    for number in (1, 4, 10):
        assert west.gate.scan(codes(number)).decision.verdict in {Verdict.ADMIT, Verdict.NOTICE}
    arrive()
    occupancy = east.gate.occupancy()
    assert (occupancy.inside, occupancy.turnout) == (3, 3)
    assert east.corrections.admit(5, "s1").admission.decision.reason is Reason.FULL, "three of three are in"
    assert [row.admitted for row in east.day.summary().gates][:2] == [0, 3]
    assert east.gate.scan(codes(1)).decision.reason in {Reason.REPEATED, Reason.ALREADY_INSIDE}


def test_closed_passages_closed_stalls_and_moves(east: Any, arrive: Callable[..., None]) -> None:
    assert east.wayfinding.distance_m("A002") == 19
    arrive(
        facts.StallsClosed(FAIR_ID, ("A002",), True, "s1"), facts.StallMoved(FAIR_ID, "A001", "A002", "s1")
    )
    standing = east.floor.standing()
    assert standing.moved == {"A001": "A002"}
    assert standing.states["A002"] is StallState.CLOSED
    (row,) = east.directory.find(Question("京华软件")).rows
    assert row.stalls == ("A002",)


def test_stalls_given_up_and_delegations_arrived(
    east: Any, west: Any, arrive: Callable[..., None], codes: Codes
) -> None:
    west.delegations.arrive(1, (), "s1")
    arrive(facts.StallsReleased(FAIR_ID, ("A001",), True, "s1"))
    assert [row.stall for row in east.stalls.standing().released] == ["A001"]
    assert east.corrections.admit(5, "s1").admission.decision.reason is Reason.STALL_RELEASED
    (delegation,) = east.delegations.all()
    assert delegation.arrived == 2


def test_a_withdrawn_key(east: Any, arrive: Callable[..., None]) -> None:
    shown = token(KIOSKS["west-1"])
    assert east.gate.claim(shown).trust is badge.Trust.VALID
    arrive(facts.KeyWithdrawn(FAIR_ID, KIOSKS["west-1"].kid, 1, "s1"))
    assert east.gate.scan(shown).decision.reason is Reason.KEY_WITHDRAWN
    assert east.issuing.may_issue(BadgeType.GRADUATE)


def test_a_kiosk_whose_own_key_was_withdrawn_issues_no_more_and_says_so(
    east: Any, arrive: Callable[..., None], codes: Codes
) -> None:
    arrive(facts.KeyWithdrawn(FAIR_ID, KIOSKS["east-1"].kid, 1, "s1"))
    assert not east.issuing.may_issue(BadgeType.GRADUATE)
    assert east.desk.reprint(1, "first", "s1").job is None
    assert not east.gate.scan(codes(1)).prints
    assert "This kiosk's badge key was withdrawn" in [need.title.en for need in east.day.needs()]


def test_a_certificate_of_a_key_that_was_not_known(east: Any, arrive: Callable[..., None]) -> None:
    shown = token(NEW)
    assert east.gate.scan(shown).decision.reason is Reason.UNKNOWN_KEY
    arrive(certified(certify(AUTHORITY, NEW.public, KeyRole.KIOSK, "north-1", NUMBER)))
    assert east.gate.scan(shown).decision.reason is Reason.WELCOME


def test_a_hub_vouches_for_a_kiosk_whichever_certificate_comes_first(
    east: Any, arrive: Callable[..., None]
) -> None:
    hub = SigningKey.from_seed(b"h" * 32)
    arrive(certified(certify(hub, NEW.public, KeyRole.KIOSK, "north-1", NUMBER)))
    assert east.gate.scan(token(NEW)).decision.reason is Reason.UNKNOWN_KEY
    arrive(certified(certify(AUTHORITY, hub.public, KeyRole.HUB, "hub", NUMBER)))
    assert east.gate.scan(token(NEW)).decision.reason is Reason.WELCOME


def test_what_a_certificate_lets_this_kiosk_issue(east: Any, arrive: Callable[..., None]) -> None:
    east.gate.certificates.ring = KeyRing(AUTHORITY.public)  # as a kiosk that is not in the pack
    assert "This kiosk's badge key is not certified" in [need.title.en for need in east.day.needs()]
    own = certify(
        AUTHORITY, KIOSKS["east-1"].public, KeyRole.KIOSK, "east-1", NUMBER, types=(BadgeType.EMPLOYER,)
    )
    arrive(certified(own))
    assert "This kiosk's badge key is not certified" not in [need.title.en for need in east.day.needs()]
    assert east.issuing.may_issue(BadgeType.EMPLOYER)
    assert not east.issuing.may_issue(BadgeType.GRADUATE)


def test_badges_of_known_keys_cost_no_look_at_certificates(
    east: Any, monkeypatch: pytest.MonkeyPatch, codes: Codes
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(type(east.gate.certificates), "refresh", lambda _self: asked.append("") or False)
    assert east.gate.claim(token(KIOSKS["west-1"])).trust is badge.Trust.VALID
    assert isinstance(east.gate.claim(codes(1)), badge.CodeClaim)
    assert asked == []
    assert east.gate.claim(token(NEW)).trust is badge.Trust.UNKNOWN_KEY
    assert asked == [""]


def test_a_badge_to_be_printed_here(east: Any, west: Any, arrive: Callable[..., None]) -> None:
    ticket = west.desk.reprint(1, "first", "s1", east.gate.store.origin)
    arrive()
    task = east.queue.next_task()
    while task is not None and not isinstance(task, Prepare):
        east.queue.settle(task, task.run())
        task = east.queue.next_task()
    assert task is not None
    assert task.job == ticket.job


def test_a_double_admission(east: Any, west: Any, arrive: Callable[..., None], codes: Codes) -> None:
    east.gate.scan(codes(1))
    west.gate.scan(codes(1))
    arrive()
    (line,) = east.doubles.sheet().open
    assert line.attendee == 1
    assert "twice" in [need.leads_to for need in east.day.needs()]
