"""Every outcome of a check-in, with its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import badge
from kiosk.domain.admission import BadgeStatus, Decision, History, Passage, decide
from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Fair, FairDay, FairKind, Gate, Policy, Slot, Words, at
from kiosk.domain.reasons import PRECEDENCE, Reason, Verdict

DAY = date(2026, 11, 28)
FAIR = Fair(
    id="test-fair",
    kind=FairKind.DOUBLE_SELECTION,
    name=Words("测试双选会", "Test fair"),
    venue=Words("测试馆", "Test hall"),
    sample=True,
    days=(FairDay(DAY, 8 * 60 + 30, 16 * 60),),
    slots=(Slot(540, 630), Slot(780, 900)),
    policy=Policy(10, 60, 100, Words("4 号服务台", "desk 4"), 30, "1", Words("说明", "Notice")),
    gates=(Gate("east", Words("东门", "East gate")), Gate("west", Words("西门", "West gate"))),
    staff=(),
)
NOW = at(DAY, 9 * 60 + 24)
PERSON = Attendee(
    7, BadgeType.GRADUATE, Registration.CONFIRMED, Person("林知远", "北京科技大学"), DAY, Slot(540, 630)
)
TOKEN = badge.Token(1, badge.fair_number(FAIR.id), DAY, BadgeType.GRADUATE, 42, 7)
VALID = badge.BadgeClaim(TOKEN, badge.Trust.VALID)
CODE = badge.CodeClaim("A" * 26)
QUIET = History()
MOMENTS = st.integers(-60 * 24 * 300, 60 * 24 * 300).map(lambda minutes: NOW + timedelta(minutes=minutes))

CASES: list[tuple[str, badge.Claim, Attendee | None, History, datetime, Reason, Verdict]] = [
    ("a badge in its slot", VALID, PERSON, QUIET, NOW, Reason.WELCOME, Verdict.ADMIT),
    ("a badge never heard of", VALID, None, QUIET, NOW, Reason.WELCOME, Verdict.ADMIT),
    ("a registration code", CODE, PERSON, QUIET, NOW, Reason.WELCOME, Verdict.ADMIT),
    ("an unknown code", CODE, None, QUIET, NOW, Reason.UNKNOWN, Verdict.REFUSE),
    ("garbage", badge.NoClaim(), None, QUIET, NOW, Reason.UNKNOWN, Verdict.REFUSE),
    ("a number alone", badge.StudentClaim("2019000001"), None, QUIET, NOW, Reason.PHONE_NEEDED, Verdict.ASK),
    (
        "a wrong phone",
        badge.StudentClaim("2019000001", "1234"),
        None,
        QUIET,
        NOW,
        Reason.PHONE_NEEDED,
        Verdict.ASK,
    ),
    ("forged", replace(VALID, trust=badge.Trust.FORGED), PERSON, QUIET, NOW, Reason.FORGED, Verdict.STAFF),
    (
        "a key never heard of",
        replace(VALID, trust=badge.Trust.UNKNOWN_KEY),
        PERSON,
        QUIET,
        NOW,
        Reason.UNKNOWN_KEY,
        Verdict.STAFF,
    ),
    (
        "another fair",
        replace(VALID, token=replace(TOKEN, fair=1)),
        None,
        QUIET,
        NOW,
        Reason.WRONG_FAIR,
        Verdict.REFUSE,
    ),
    ("revoked", VALID, PERSON, History(badge_status=BadgeStatus.REVOKED), NOW, Reason.REVOKED, Verdict.STAFF),
    (
        "replaced",
        VALID,
        PERSON,
        History(badge_status=BadgeStatus.REPLACED),
        NOW,
        Reason.REPLACED,
        Verdict.REFUSE,
    ),
    (
        "cancelled",
        CODE,
        replace(PERSON, registration=Registration.CANCELLED),
        QUIET,
        NOW,
        Reason.CANCELLED,
        Verdict.REFUSE,
    ),
    (
        "not confirmed",
        CODE,
        replace(PERSON, registration=Registration.PENDING),
        QUIET,
        NOW,
        Reason.NOT_CONFIRMED,
        Verdict.STAFF,
    ),
    ("the day before", VALID, PERSON, QUIET, NOW - timedelta(days=1), Reason.WRONG_DAY, Verdict.REFUSE),
    ("the day after", VALID, PERSON, QUIET, NOW + timedelta(days=1), Reason.WRONG_DAY, Verdict.REFUSE),
    (
        "before the doors open",
        VALID,
        replace(PERSON, slot=None),
        QUIET,
        at(DAY, 500),
        Reason.NOT_OPEN,
        Verdict.REFUSE,
    ),
    (
        "after the doors close",
        VALID,
        replace(PERSON, slot=None),
        QUIET,
        at(DAY, 960),
        Reason.CLOSED,
        Verdict.REFUSE,
    ),
    (
        "too early",
        VALID,
        replace(PERSON, slot=Slot(780, 900)),
        QUIET,
        at(DAY, 769),
        Reason.TOO_EARLY,
        Verdict.REFUSE,
    ),
    (
        "within the grace before",
        VALID,
        replace(PERSON, slot=Slot(780, 900)),
        QUIET,
        at(DAY, 770),
        Reason.WELCOME,
        Verdict.ADMIT,
    ),
    ("within the grace after", VALID, PERSON, QUIET, at(DAY, 689), Reason.WELCOME, Verdict.ADMIT),
    ("too late", VALID, PERSON, QUIET, at(DAY, 690), Reason.TOO_LATE, Verdict.REFUSE),
    ("paused", VALID, PERSON, History(paused=True), NOW, Reason.PAUSED, Verdict.REFUSE),
    ("full", VALID, PERSON, History(inside=100), NOW, Reason.FULL, Verdict.REFUSE),
    ("the last place", VALID, PERSON, History(inside=99), NOW, Reason.WELCOME, Verdict.ADMIT),
    (
        "already inside",
        VALID,
        PERSON,
        History(admitted=Passage("west", at(DAY, 552))),
        NOW,
        Reason.ALREADY_INSIDE,
        Verdict.NOTICE,
    ),
    (
        "inside, hall full",
        VALID,
        PERSON,
        History(Passage("west", at(DAY, 552)), inside=100, paused=True),
        NOW,
        Reason.ALREADY_INSIDE,
        Verdict.NOTICE,
    ),
    (
        "scanned twice at once",
        VALID,
        PERSON,
        History(admitted=Passage("east", NOW - timedelta(seconds=2))),
        NOW,
        Reason.REPEATED,
        Verdict.ADMIT,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_each_outcome(
    case: tuple[str, badge.Claim, Attendee | None, History, datetime, Reason, Verdict],
) -> None:
    _, claim, attendee, history, now, reason, verdict = case
    decision = decide(claim, attendee, history, FAIR, now)
    assert decision.reason is reason
    assert decision.verdict is verdict


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_each_outcome_says_what_to_do_next_in_both_languages(
    case: tuple[str, badge.Claim, Attendee | None, History, datetime, Reason, Verdict],
) -> None:
    _, claim, attendee, history, now, _, _ = case
    words = decide(claim, attendee, history, FAIR, now).words
    assert 1 <= len(words.word.zh) <= 4
    assert words.steps
    for text in (words.word, words.sentence, *(t for step in words.steps for t in (step.title, step.detail))):
        assert text.zh
        assert text.en
        assert text.en.isascii() or "–" in text.en
    for line in words.sentence.zh.split("\n"):
        assert sum(0.5 if each.isascii() or each == "–" else 1 for each in line) <= 13, line
    assert "！" not in words.sentence.zh


def test_every_reason_is_reached_and_has_words() -> None:
    assert {case[5] for case in CASES} == set(Reason)
    assert set(PRECEDENCE) == set(Reason)


def test_already_inside_says_where_and_when() -> None:
    history = History(admitted=Passage("west", at(DAY, 552)))
    words = decide(VALID, PERSON, history, FAIR, NOW).words
    assert "9:12" in words.sentence.zh
    assert "西门" in words.sentence.zh
    assert "West gate" in words.sentence.en


def test_all_reasons_are_given_in_order() -> None:
    history = History(badge_status=BadgeStatus.REVOKED, paused=True, inside=100)
    decision = decide(VALID, replace(PERSON, slot=Slot(780, 900)), history, FAIR, NOW)
    assert decision.reasons == (Reason.REVOKED, Reason.TOO_EARLY, Reason.PAUSED, Reason.FULL)


def test_nothing_that_a_forged_badge_says_counts() -> None:
    forged = replace(VALID, trust=badge.Trust.FORGED, token=replace(TOKEN, fair=1))
    assert decide(forged, PERSON, QUIET, FAIR, NOW).reasons == (Reason.FORGED,)


claims = st.one_of(
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
    st.just(badge.NoClaim()),
)
attendees = st.one_of(
    st.none(),
    st.builds(
        replace,
        st.just(PERSON),
        registration=st.sampled_from(Registration),
        day=st.one_of(st.none(), st.dates(date(2026, 11, 1), date(2026, 12, 31))),
        slot=st.one_of(st.none(), st.builds(Slot, st.integers(0, 700), st.integers(701, 1439))),
    ),
)
histories = st.builds(
    History,
    admitted=st.one_of(
        st.none(),
        st.builds(
            Passage,
            st.sampled_from(["east", "gone"]),
            MOMENTS,
        ),
    ),
    badge_status=st.sampled_from(BadgeStatus),
    inside=st.integers(0, 200),
    paused=st.booleans(),
)


@given(claims, attendees, histories, MOMENTS)
def test_decide_is_total_and_says_something(
    claim: badge.Claim, attendee: Attendee | None, history: History, now: datetime
) -> None:
    decision: Decision = decide(claim, attendee, history, FAIR, now)
    assert decision.reasons
    assert decision.words.sentence.zh
    assert decision.words.steps
    if decision.verdict is Verdict.ADMIT and isinstance(claim, badge.BadgeClaim):
        assert claim.trust is badge.Trust.VALID
        assert history.badge_status not in {BadgeStatus.REVOKED, BadgeStatus.REPLACED}
        assert claim.token.fair == badge.fair_number(FAIR.id)


TWO_DAYS = replace(FAIR, days=(*FAIR.days, FairDay(DAY + timedelta(days=1), 10 * 60, 15 * 60)))


def test_another_day_says_when_its_own_doors_open() -> None:
    tomorrow = replace(PERSON, day=DAY + timedelta(days=1), slot=None)
    words = decide(CODE, tomorrow, QUIET, TWO_DAYS, NOW).words
    assert "11 月 29 日" in words.steps[0].title.zh
    assert "10:00" in words.steps[0].detail.zh


@pytest.mark.parametrize("days_later", [1, 9])
def test_nobody_is_asked_to_come_on_a_day_that_is_over(days_later: int) -> None:
    words = decide(CODE, PERSON, QUIET, TWO_DAYS, NOW + timedelta(days=days_later)).words
    assert "28 November" in words.sentence.en
    assert [step.icon for step in words.steps] == ["desk"]
    expired = decide(VALID, None, QUIET, TWO_DAYS, NOW + timedelta(days=days_later)).words
    assert [step.icon for step in expired.steps] == ["desk"]
