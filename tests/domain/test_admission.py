"""Every outcome of a check-in, every pair of them, and the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import badge
from kiosk.domain.admission import (
    STANDING,
    BadgeStatus,
    Decision,
    Door,
    History,
    Passage,
    badge_type_of,
    decide,
    override,
)
from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import (
    Direction,
    EntryWindow,
    Fair,
    FairDay,
    FairKind,
    Gate,
    Hall,
    Policy,
    Session,
    SessionKind,
    Slot,
    at,
)
from kiosk.domain.reasons import PRECEDENCE, SHAPES, Reason, Verdict, verdict_of
from kiosk.domain.staff_words import REASON_WORDS
from kiosk.domain.words import Words

DAY = date(2026, 11, 28)
EAST = Gate("east", Words("东门", "East gate"))
WEST = Gate("west", Words("西门", "West gate"), types=(BadgeType.EMPLOYER, BadgeType.GRADUATE))
POLICY = Policy(hall_capacity=100, desk=Words("4 号服务台", "desk 4"), consent_version="1")
FAIR = Fair(
    id="test-fair",
    kind=FairKind.DOUBLE_SELECTION,
    name=Words("测试双选会", "Test fair"),
    venue=Words("测试馆", "Test hall"),
    sample=True,
    days=(FairDay(DAY, 8 * 60 + 30, 16 * 60),),
    slots=(Slot(540, 630), Slot(780, 900)),
    policy=POLICY,
    gates=(EAST, WEST),
    staff=(),
)
DOOR = Door(FAIR, EAST)
NOW = at(DAY, 9 * 60 + 24)
HOST = Attendee(
    7,
    BadgeType.EMPLOYER,
    Registration.CONFIRMED,
    Person("林知远", "京华软件（示例）"),
    DAY,
    Slot(540, 630),
    stall="A001",
)
GRADUATE = replace(HOST, type=BadgeType.GRADUATE, stall="")
TOKEN = badge.Token(1, badge.fair_number(FAIR.id), DAY, BadgeType.EMPLOYER, 42, 7)
VALID = badge.BadgeClaim(TOKEN, badge.Trust.VALID)
CODE = badge.CodeClaim("A" * 26)
QUIET = History()
MOMENTS = st.integers(-60 * 24 * 300, 60 * 24 * 300).map(lambda minutes: NOW + timedelta(minutes=minutes))


@dataclass(frozen=True)
class Scan:
    """All that a decision is made of; as it stands the badge is welcome."""

    claim: badge.Claim = VALID
    attendee: Attendee | None = HOST
    history: History = QUIET
    door: Door = DOOR
    now: datetime = NOW

    def decide(self) -> Decision:
        return decide(self.claim, self.attendee, self.history, self.door, self.now)


Cause = Callable[[Scan], Scan]


def claims(claim: badge.Claim, *, nobody: bool = False) -> Cause:
    return lambda scan: replace(scan, claim=claim, attendee=None if nobody else scan.attendee)


def token(**changes: Any) -> Cause:
    def change(scan: Scan) -> Scan:
        claim = scan.claim if isinstance(scan.claim, badge.BadgeClaim) else VALID
        if "trust" in changes:
            return replace(scan, claim=replace(claim, trust=changes["trust"]))
        return replace(scan, claim=replace(claim, token=replace(claim.token, **changes)))

    return change


def past(**changes: Any) -> Cause:
    return lambda scan: replace(scan, history=replace(scan.history, **changes))


def booked(**changes: Any) -> Cause:
    return lambda scan: replace(scan, attendee=replace(scan.attendee or HOST, **changes))


def gate(**changes: Any) -> Cause:
    return lambda scan: replace(scan, door=replace(scan.door, gate=replace(scan.door.gate, **changes)))


def fair(**changes: Any) -> Cause:
    return lambda scan: replace(scan, door=replace(scan.door, fair=replace(scan.door.fair, **changes)))


def policy(**changes: Any) -> Cause:
    return lambda scan: fair(policy=replace(scan.door.policy, **changes))(scan)


def both(first: Cause, second: Cause) -> Cause:
    return lambda scan: second(first(scan))


CAUSES: dict[Reason, Cause] = {
    Reason.LEFT: gate(direction=Direction.OUT),
    Reason.UNKNOWN: claims(badge.NoClaim(), nobody=True),
    Reason.FORGED: token(trust=badge.Trust.FORGED),
    Reason.PHONE_NEEDED: claims(badge.StudentClaim("2019000001"), nobody=True),
    Reason.WRONG_FAIR: token(fair=1),
    Reason.UNKNOWN_KEY: token(trust=badge.Trust.UNKNOWN_KEY),
    Reason.KEY_WITHDRAWN: past(key_withdrawn=True),
    Reason.BARRED: past(barred=True),
    Reason.REVOKED: past(badge_status=BadgeStatus.REVOKED),
    Reason.REPLACED: past(badge_status=BadgeStatus.REPLACED),
    Reason.CANCELLED: booked(registration=Registration.CANCELLED),
    Reason.WAITING: booked(registration=Registration.WAITING),
    Reason.NOT_CONFIRMED: booked(registration=Registration.PENDING),
    Reason.CLOCK: past(clock_trusted=False),
    Reason.WRONG_DAY: booked(day=DAY + timedelta(days=1)),
    Reason.WRONG_GATE: gate(types=(BadgeType.PRESS,)),
    Reason.STALL_RELEASED: past(stall_released=True),
    Reason.ALREADY_INSIDE: past(admitted=Passage("west", at(DAY, 552))),
    Reason.NO_RE_ENTRY: both(past(left=True), policy(re_entry=False)),
    Reason.NOT_OPEN: fair(days=(FairDay(DAY, 1400, 1439),)),
    Reason.CLOSED: fair(days=(FairDay(DAY, 0, 1),)),
    Reason.TOO_EARLY: booked(slot=Slot(1300, 1400)),
    Reason.TOO_LATE: booked(slot=Slot(0, 10)),
    Reason.EMPLOYER_LIMIT: both(past(stall_people=2), policy(employer_limit=2)),
    Reason.CONSENT_MISSING: policy(consent_types=tuple(BadgeType)),
    Reason.DECLARATION_MISSING: policy(declaration=Words("声明", "Declaration")),
    Reason.PAUSED: past(paused=True),
    Reason.FULL: past(inside=100),
    Reason.NOTE: booked(note="请转告：面试改到 2 号馆"),
    Reason.HAS_BADGE: both(past(has_badge=True), gate(direction=Direction.NONE)),
    Reason.BADGE: gate(direction=Direction.NONE),
    Reason.REPEATED: past(admitted=Passage("east", NOW - timedelta(seconds=2))),
}
"""One cause a reason, each on top of a scan that is welcome. OVERRIDDEN comes from `override` alone."""

NOBODY = (Reason.LEFT, Reason.UNKNOWN, Reason.FORGED, Reason.PHONE_NEEDED)
"""Given alone: nothing else that is said of nobody is true."""
HOURS = frozenset({Reason.NOT_OPEN, Reason.CLOSED, Reason.TOO_EARLY, Reason.TOO_LATE})
ROOM = frozenset(
    {
        Reason.EMPLOYER_LIMIT,
        Reason.CONSENT_MISSING,
        Reason.DECLARATION_MISSING,
        Reason.PAUSED,
        Reason.FULL,
        Reason.NO_RE_ENTRY,
    }
)
AT_A_GATE = (
    HOURS
    | ROOM
    | {
        Reason.CLOCK,
        Reason.WRONG_DAY,
        Reason.WRONG_GATE,
        Reason.STALL_RELEASED,
        Reason.ALREADY_INSIDE,
        Reason.REPEATED,
        Reason.NOTE,
    }
)
HIDES: dict[Reason, frozenset[Reason]] = {
    Reason.ALREADY_INSIDE: HOURS | ROOM,
    Reason.REPEATED: HOURS | ROOM,
    Reason.CLOCK: HOURS | {Reason.WRONG_DAY},
    Reason.WRONG_DAY: frozenset({Reason.TOO_EARLY, Reason.TOO_LATE}),
    Reason.BADGE: AT_A_GATE,
    Reason.HAS_BADGE: AT_A_GATE,
}
"""What is not even looked at where a reason applies: the hour for whoever is inside, the door in a foyer,
the time of day by a clock that is not to be trusted, the slot on another day."""
NEVER_TOGETHER = [
    {Reason.FORGED, Reason.UNKNOWN_KEY},
    {Reason.REVOKED, Reason.REPLACED},
    {Reason.CANCELLED, Reason.WAITING},
    {Reason.CANCELLED, Reason.NOT_CONFIRMED},
    {Reason.WAITING, Reason.NOT_CONFIRMED},
    {Reason.NOT_OPEN, Reason.CLOSED},
    {Reason.TOO_EARLY, Reason.TOO_LATE},
    {Reason.ALREADY_INSIDE, Reason.REPEATED},
    {Reason.BADGE, Reason.HAS_BADGE},
    {Reason.LEFT, Reason.BADGE},
    {Reason.LEFT, Reason.HAS_BADGE},
    {Reason.UNKNOWN, Reason.PHONE_NEEDED},
]
"""Two values of one thing."""


def test_a_scan_with_nothing_against_it_is_welcome() -> None:
    assert Scan().decide().reasons == (Reason.WELCOME,)
    assert Scan(attendee=None).decide().reasons == (Reason.WELCOME,), "a badge never heard of"
    assert Scan(claim=CODE, attendee=GRADUATE).decide().reasons == (Reason.WELCOME,)


@pytest.mark.parametrize("reason", CAUSES, ids=str)
def test_each_cause_gives_its_reason_alone(reason: Reason) -> None:
    decision = CAUSES[reason](Scan()).decide()
    assert decision.reasons == (reason,)
    assert decision.verdict is verdict_of(reason)


PAIRS = [pair for pair in combinations(CAUSES, 2) if set(pair) not in NEVER_TOGETHER]


def expected(pair: tuple[Reason, Reason]) -> tuple[Reason, ...]:
    """Both in order of precedence, but for what one of them hides."""
    alone = [each for each in NOBODY if each in pair]
    if alone:
        return (alone[0],)
    first, second = sorted(pair, key=PRECEDENCE.index)
    if second in HIDES.get(first, frozenset()):
        return (first,)
    if first in HIDES.get(second, frozenset()):
        return (second,)
    return first, second


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_each_pair_is_given_in_order_of_precedence(pair: tuple[Reason, Reason]) -> None:
    one, other = CAUSES[pair[0]], CAUSES[pair[1]]
    ways = [one(other(Scan())), other(one(Scan()))]
    if Reason.UNKNOWN in pair or Reason.PHONE_NEEDED in pair:
        last = Reason.UNKNOWN if Reason.UNKNOWN in pair else Reason.PHONE_NEEDED
        ways = [CAUSES[last](CAUSES[next(each for each in pair if each is not last)](Scan()))]
        if pair in {(Reason.FORGED, Reason.PHONE_NEEDED), (Reason.UNKNOWN, Reason.FORGED)}:
            return  # one claim is either
    for scan in ways:
        decision = scan.decide()
        assert decision.reasons == expected(pair)
        assert decision.verdict is verdict_of(decision.reasons[0])


def test_the_table_covers_every_reason() -> None:
    assert set(CAUSES) == set(Reason) - {Reason.WELCOME, Reason.OVERRIDDEN}
    assert sorted(PRECEDENCE) == sorted(Reason)
    assert set(REASON_WORDS) == set(Reason)
    assert len(PAIRS) == len(CAUSES) * (len(CAUSES) - 1) // 2 - len(NEVER_TOGETHER)


@pytest.mark.parametrize("reason", [*CAUSES, Reason.WELCOME, Reason.OVERRIDDEN], ids=str)
def test_each_outcome_says_what_to_do_next_in_both_languages(reason: Reason) -> None:
    decision = CAUSES.get(reason, lambda scan: scan)(Scan()).decide()
    if reason is Reason.OVERRIDDEN:
        decision = override(CAUSES[Reason.FULL](Scan()).decide())
    assert decision.reason is reason
    words = decision.words
    assert 1 <= len(words.word.zh) <= 4
    if decision.verdict is not Verdict.ASK:  # a question is a page of its own
        assert max(len(line) for line in words.word.en.split("\n")) <= 11
    assert 1 <= len(words.steps) <= 3
    for text in (words.word, words.sentence, *(t for step in words.steps for t in (step.title, step.detail))):
        assert text.zh
        assert text.en
        assert text.en.isascii() or "–" in text.en
    for line in words.sentence.zh.split("\n"):
        assert sum(0.5 if each.isascii() or each == "–" else 1 for each in line) <= 13, line
    assert "！" not in words.sentence.zh
    assert decision.staff.zh.startswith(REASON_WORDS[reason].zh)
    assert decision.staff.en.startswith(REASON_WORDS[reason].en)
    assert decision.shape == decision.sound == SHAPES[decision.verdict]


# ---- hours, slots, windows


@pytest.mark.parametrize(
    ("minute", "reason"),
    [(769, Reason.TOO_EARLY), (770, Reason.WELCOME), (899, Reason.WELCOME), (959, Reason.WELCOME)],
)
def test_a_slot_has_grace(minute: int, reason: Reason) -> None:
    scan = booked(slot=Slot(780, 900))(Scan(now=at(DAY, minute)))
    assert scan.decide().reason is reason
    late = booked(slot=Slot(600, 660))(Scan(now=at(DAY, 719)))
    assert late.decide().reason is Reason.WELCOME
    assert replace(late, now=at(DAY, 720)).decide().reason is Reason.TOO_LATE


@pytest.mark.parametrize(
    ("minute", "reason"),
    [(509, Reason.NOT_OPEN), (510, Reason.WELCOME), (959, Reason.WELCOME), (960, Reason.CLOSED)],
)
def test_the_doors_have_hours(minute: int, reason: Reason) -> None:
    assert booked(slot=None)(Scan(now=at(DAY, minute))).decide().reason is reason


def test_employers_come_in_before_the_doors_open() -> None:
    early = policy(windows=(EntryWindow((BadgeType.EMPLOYER,), 450, 960),))(Scan(now=at(DAY, 460)))
    assert booked(slot=None)(early).decide().reason is Reason.WELCOME
    graduate = replace(early, claim=CODE, attendee=replace(GRADUATE, slot=None))
    assert graduate.decide().reason is Reason.NOT_OPEN


@pytest.mark.parametrize("days", [-1, 1])
def test_a_day_that_is_none_of_the_fair(days: int) -> None:
    scan = booked(day=None)(Scan(now=NOW + timedelta(days=days)))
    assert scan.decide().reason is Reason.WRONG_DAY


TALK = Session(
    "t1", SessionKind.TALK, Words("宣讲", "A talk"), DAY, Slot(600, 660), "报告厅", "王示例", seats=2
)


@pytest.mark.parametrize(
    ("minute", "people", "reason"),
    [
        (569, 0, Reason.NOT_OPEN),
        (570, 1, Reason.WELCOME),
        (600, 2, Reason.FULL),
        (660, 0, Reason.CLOSED),
    ],
)
def test_a_session_door_has_the_session_s_hours_and_seats(minute: int, people: int, reason: Reason) -> None:
    door = Door(FAIR, Gate("hall", Words("报告厅", "Hall"), session="t1"), TALK)
    history = History(inside=100, inside_session=people)
    late = replace(HOST, slot=Slot(0, 10))
    decision = decide(VALID, late, history, door, at(DAY, minute))
    assert decision.reason is reason, "neither the slot nor the fair's headcount matters here"


def test_a_session_on_another_day_says_which() -> None:
    door = Door(
        FAIR, Gate("hall", Words("报告厅", ""), session="t1"), replace(TALK, day=DAY + timedelta(days=1))
    )
    decision = decide(VALID, HOST, QUIET, door, NOW)
    assert decision.reason is Reason.WRONG_DAY
    assert "11月29日" in decision.words.sentence.zh


# ---- rooms


def test_the_last_place_is_given() -> None:
    assert past(inside=99)(Scan()).decide().reason is Reason.WELCOME
    halls = policy(hall_capacity=0, halls=(Hall("1", Words("1 号馆", "Hall 1"), 5),))
    assert both(halls, both(gate(hall="1"), past(inside_hall=5)))(Scan()).decide().reason is Reason.FULL
    assert both(halls, both(gate(hall="2"), past(inside_hall=5)))(Scan()).decide().reason is Reason.WELCOME


def test_a_limit_for_employers_is_not_one_for_graduates() -> None:
    full = both(past(stall_people=2), policy(employer_limit=2))(Scan(claim=CODE, attendee=GRADUATE))
    assert full.decide().reason is Reason.WELCOME


@pytest.mark.parametrize(("zones", "reason"), [(("A", "B"), Reason.WELCOME), (("B",), Reason.WRONG_GATE)])
def test_a_gate_may_be_for_some_zones(zones: tuple[str, ...], reason: Reason) -> None:
    assert both(gate(zones=zones), past(zone="A"))(Scan()).decide().reason is reason
    graduate = both(gate(zones=zones), past(zone="A"))(Scan(claim=CODE, attendee=GRADUATE))
    assert graduate.decide().reason is Reason.WELCOME, "only hosts have a zone"


def test_a_wrong_gate_names_the_right_ones() -> None:
    decision = gate(types=(BadgeType.PRESS,))(Scan()).decide()
    assert decision.words.steps[0].title == Words("请走 东门、西门", "Please use East gate or West gate")
    here_only = fair(gates=(replace(WEST, types=(BadgeType.PRESS,)),))(Scan())
    assert gate(types=(BadgeType.PRESS,))(here_only).decide().words.steps[0].icon == "desk"


def test_a_gate_of_a_kind_knows_badges_never_heard_of() -> None:
    decision = gate(types=(BadgeType.GRADUATE,))(Scan(attendee=None)).decide()
    assert decision.reason is Reason.WRONG_GATE
    assert badge_type_of(VALID, replace(HOST, type=BadgeType.PRESS)) is BadgeType.EMPLOYER


def test_who_left_comes_in_again_where_the_fair_allows_it() -> None:
    assert past(left=True)(Scan()).decide().reason is Reason.WELCOME


# ---- agreements


def test_who_has_agreed_is_not_asked_again() -> None:
    asked = both(policy(consent_types=(BadgeType.EMPLOYER,)), policy(declaration=Words("声明", "")))
    assert asked(Scan()).decide().reasons == (Reason.CONSENT_MISSING, Reason.DECLARATION_MISSING)
    assert both(asked, past(agreed=True, declared=True))(Scan()).decide().reason is Reason.WELCOME
    graduate = policy(consent_types=(BadgeType.EMPLOYER,))(Scan(claim=CODE, attendee=GRADUATE))
    assert graduate.decide().reason is Reason.WELCOME


# ---- staff


@pytest.mark.parametrize(
    "reason", [each for each in CAUSES if verdict_of(each) is not Verdict.ADMIT], ids=str
)
def test_staff_override_what_can_be_overridden(reason: Reason) -> None:
    decision = CAUSES[reason](Scan()).decide()
    overridden = override(decision)
    if reason in STANDING or decision.verdict is Verdict.NOTICE:
        assert overridden == decision
    else:
        assert overridden.reasons == (Reason.OVERRIDDEN, reason)
        assert overridden.verdict is Verdict.ADMIT


def test_nobody_overrides_a_bar_behind_another_reason() -> None:
    decision = both(CAUSES[Reason.UNKNOWN_KEY], CAUSES[Reason.BARRED])(Scan()).decide()
    assert decision.reason is Reason.UNKNOWN_KEY
    assert override(decision) == decision


def test_the_organiser_may_bar_a_person_too() -> None:
    assert booked(registration=Registration.BARRED)(Scan()).decide().reasons == (Reason.BARRED,)


def test_staff_read_where_when_and_how_old_the_news_is() -> None:
    scan = past(admitted=Passage("west", at(DAY, 552)), others_heard=timedelta(seconds=14))(Scan())
    assert scan.decide().staff == Words(
        "已在场内（9:12 西门，14 秒前有其他机器的消息）",
        "already inside (9:12 West gate, other kiosks heard 14 s ago)",
    )
    alone = past(others_heard=None)(scan).decide().staff
    assert "nothing heard" in alone.en
    assert "3 min ago" in past(others_heard=timedelta(seconds=200))(scan).decide().staff.en


def test_a_visitor_never_sees_the_note() -> None:
    decision = CAUSES[Reason.NOTE](Scan()).decide()
    assert "面试改到 2 号馆" in decision.staff.zh
    said = [decision.words.sentence.zh, *(step.title.zh + step.detail.zh for step in decision.words.steps)]
    assert not any("面试" in each for each in said)


# ---- words


def test_already_inside_says_where_and_when() -> None:
    words = CAUSES[Reason.ALREADY_INSIDE](Scan()).decide().words
    assert "9:12" in words.sentence.zh
    assert "西门" in words.sentence.zh
    assert "West gate" in words.sentence.en


def test_all_reasons_are_given_in_order() -> None:
    history = History(badge_status=BadgeStatus.REVOKED, paused=True, inside=100)
    decision = decide(VALID, replace(HOST, slot=Slot(780, 900)), history, DOOR, NOW)
    assert decision.reasons == (Reason.REVOKED, Reason.TOO_EARLY, Reason.PAUSED, Reason.FULL)


TWO_DAYS = replace(FAIR, days=(*FAIR.days, FairDay(DAY + timedelta(days=1), 10 * 60, 15 * 60)))


def test_another_day_says_when_its_own_doors_open() -> None:
    tomorrow = replace(GRADUATE, day=DAY + timedelta(days=1), slot=None)
    words = decide(CODE, tomorrow, QUIET, Door(TWO_DAYS, EAST), NOW).words
    assert "11月29日" in words.steps[0].title.zh
    assert "10:00" in words.steps[0].detail.zh


@pytest.mark.parametrize("days_later", [1, 9])
def test_nobody_is_asked_to_come_on_a_day_that_is_over(days_later: int) -> None:
    later = NOW + timedelta(days=days_later)
    words = decide(CODE, GRADUATE, QUIET, Door(TWO_DAYS, EAST), later).words
    assert "28 Nov" in words.sentence.en
    assert [step.icon for step in words.steps] == ["desk"]
    expired = decide(VALID, None, QUIET, Door(TWO_DAYS, EAST), later).words
    assert [step.icon for step in expired.steps] == ["desk"]


# ---- properties

CLAIMS = st.one_of(
    st.builds(
        badge.BadgeClaim,
        st.builds(
            badge.Token,
            kid=st.just(1),
            fair=st.sampled_from([1, TOKEN.fair]),
            last_valid_day=st.dates(date(2020, 1, 1), date(2199, 1, 1)),
            type=st.sampled_from(BadgeType),
            badge=st.integers(0, 2**64 - 1),
            attendee=st.integers(0, 2**64 - 1),
        ),
        st.sampled_from(badge.Trust),
    ),
    st.just(CODE),
    st.builds(badge.StudentClaim, st.just("2019000001"), st.sampled_from(["", "1234"])),
    st.builds(badge.NameClaim, st.just("林知远"), st.sampled_from(["", "1234"])),
    st.builds(badge.StaffClaim, st.just(7), st.sampled_from(["", "s1"])),
    st.just(badge.NoClaim()),
)
ATTENDEES = st.one_of(
    st.none(),
    st.builds(
        replace,
        st.just(HOST),
        type=st.sampled_from(BadgeType),
        registration=st.sampled_from(Registration),
        day=st.one_of(st.none(), st.dates(date(2026, 11, 1), date(2026, 12, 31))),
        slot=st.one_of(st.none(), st.builds(Slot, st.integers(0, 700), st.integers(701, 1439))),
        note=st.sampled_from(["", "留言"]),
    ),
)
HISTORIES = st.builds(
    History,
    admitted=st.one_of(st.none(), st.builds(Passage, st.sampled_from(["east", "gone"]), MOMENTS)),
    left=st.booleans(),
    badge_status=st.sampled_from(BadgeStatus),
    key_withdrawn=st.booleans(),
    inside=st.integers(0, 200),
    inside_hall=st.integers(0, 200),
    inside_session=st.integers(0, 200),
    paused=st.booleans(),
    has_badge=st.booleans(),
    barred=st.booleans(),
    agreed=st.booleans(),
    declared=st.booleans(),
    stall_released=st.booleans(),
    stall_people=st.integers(0, 5),
    zone=st.sampled_from(["", "A", "B"]),
    clock_trusted=st.booleans(),
    others_heard=st.one_of(st.none(), st.timedeltas(timedelta(0), timedelta(days=2))),
)
DOORS = st.builds(
    lambda gate, session, policy: Door(replace(FAIR, policy=policy), gate, session),
    st.builds(
        Gate,
        st.just("east"),
        st.just(Words("东门", "East")),
        st.sampled_from(Direction),
        st.sampled_from(["", "1"]),
        st.just(""),
        st.sampled_from([(), (BadgeType.GRADUATE,), (BadgeType.EMPLOYER, BadgeType.SCHOOL)]),
        st.sampled_from([(), ("A",)]),
    ),
    st.one_of(st.none(), st.just(TALK)),
    st.builds(
        replace,
        st.just(POLICY),
        re_entry=st.booleans(),
        employer_limit=st.integers(0, 3),
        windows=st.sampled_from([(), (EntryWindow((BadgeType.EMPLOYER,), 450, 960),)]),
        halls=st.sampled_from([(), (Hall("1", Words("1 号馆", ""), 50),)]),
        consent_types=st.sampled_from([(), (BadgeType.GRADUATE,)]),
        declaration=st.sampled_from([Words("", ""), Words("声明", "")]),
    ),
)
SCANS = st.builds(Scan, CLAIMS, ATTENDEES, HISTORIES, DOORS, MOMENTS)


@given(SCANS)
def test_decide_is_total_deterministic_and_says_something(scan: Scan) -> None:
    decision = scan.decide()
    assert decision.reasons
    assert decision.words.sentence.zh
    assert decision.words.steps
    assert decision.staff.zh
    assert decision.verdict is verdict_of(decision.reasons[0])
    assert list(decision.reasons) == sorted(decision.reasons, key=PRECEDENCE.index)
    assert scan.decide() == decision


def admits(decision: Decision) -> bool:
    """Whether somebody goes in because of it."""
    return decision.verdict is Verdict.ADMIT and decision.reason not in {Reason.LEFT, Reason.BADGE}


@given(SCANS)
def test_no_badge_that_is_revoked_replaced_forged_or_foreign_is_ever_admitted(scan: Scan) -> None:
    decision = scan.decide()
    if not isinstance(scan.claim, badge.BadgeClaim):
        return
    for each in (decision, override(decision)):
        if admits(each) and each.reason is not Reason.OVERRIDDEN:
            assert scan.claim.trust is badge.Trust.VALID
            assert scan.history.badge_status in {BadgeStatus.UNHEARD, BadgeStatus.ACTIVE}
            assert not scan.history.key_withdrawn
            assert scan.claim.token.fair == badge.fair_number(FAIR.id)
        if admits(each):
            assert scan.history.badge_status is not BadgeStatus.REVOKED
            assert scan.claim.trust is not badge.Trust.FORGED
            assert not scan.history.barred


@given(SCANS)
def test_nobody_is_kept_from_leaving(scan: Scan) -> None:
    assert gate(direction=Direction.OUT)(scan).decide().verdict is Verdict.ADMIT
