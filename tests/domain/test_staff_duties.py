"""Whose each act is, in a table."""

from __future__ import annotations

import pytest

from kiosk.domain.fair import StaffMember, StaffRole
from kiosk.domain.staff_duties import COMMAND_LINE, NEEDS, ROLE_WORDS, Act, may, refusal, role_words

CHEN = StaffMember("s1", "陈示例", "", (StaffRole.MANAGE,))
LIN = StaffMember("s2", "林示例", "", (StaffRole.GATE,))
HE = StaffMember("s3", "何示例", "", (StaffRole.PRINT, StaffRole.HELP))


@pytest.mark.parametrize("act", Act)
def test_who_manages_may_do_everything(act: Act) -> None:
    assert may(CHEN, act)


@pytest.mark.parametrize(
    ("act", "able"),
    [
        (Act.ADMIT, {"s1", "s2", "s3"}),
        (Act.OVERRIDE, {"s1", "s2"}),
        (Act.PAUSE, {"s1", "s2"}),
        (Act.PRINT, {"s1", "s3"}),
        (Act.REVOKE, {"s1", "s2", "s3"}),
        (Act.STICK, {"s1", "s2", "s3"}),
        (Act.SETTINGS, {"s1"}),
        (Act.SHUT_DOWN, {"s1"}),
        (Act.LOG, {"s1"}),
    ],
)
def test_the_table(act: Act, able: set[str]) -> None:
    assert {each.id for each in (CHEN, LIN, HE) if may(each, act)} == able


def test_whose_job_it_is_is_named_before_who_manages() -> None:
    words = refusal((CHEN, LIN, HE), "s3", Act.OVERRIDE)
    assert words is not None
    assert words.zh == "这件事由入口岗办，请找林示例、陈示例。"
    assert words.en == "This is for gate staff. Please ask 林示例 or 陈示例."


def test_nobody_may() -> None:
    words = refusal((HE,), "s3", Act.OVERRIDE)
    assert words is not None
    assert "主办方" in words.zh


def test_who_is_not_on_the_list_may_nothing_and_the_command_line_everything() -> None:
    assert refusal((CHEN,), "s9", Act.ADMIT) is not None
    assert refusal((CHEN,), "", Act.ADMIT) is not None
    assert refusal((), COMMAND_LINE, Act.BATCH) is None


def test_packs_from_before_roles_let_everybody_do_everything() -> None:
    assert all(may(StaffMember("s1", "陈示例", ""), act) for act in Act)


def test_every_act_says_whose_it_is_in_both_languages() -> None:
    assert set(ROLE_WORDS) == set(StaffRole)
    for act in NEEDS:
        assert role_words(act).zh
        assert role_words(act).en
