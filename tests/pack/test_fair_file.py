"""fair.toml's rules: what each sets, and what is wrong with one."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Direction, EntryWindow, Fair, Policy, Session, SessionKind, Slot
from kiosk.domain.words import Words
from kiosk.pack.fair_file import check_sessions, read_fair_file
from kiosk.pack.faults import PackFault

SET_BY_TEXTS = {"desk", "consent", "consent_version", "declaration"}
NUMBERS = [each.name for each in fields(Policy) if type(each.default) is int]
WINDOW = '[[window]]\ntypes = {}\nopens = "{}"\ncloses = "{}"\n'
HALL = '[[hall]]\nid = "{}"\nname_zh = "馆"\ncapacity = {}\n'


def read(small: Path, *, policy: str = "", gate: str = "", more: str = "") -> Fair:
    """The small fair with more under [policy], in its gate and before its levels."""
    path = small / "fair.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("[policy]\n", f"[policy]\n{policy}\n")
    text = text.replace('name_zh = "东门"\n', f'name_zh = "东门"\n{gate}\n').replace(
        "[[level]]", f"{more}[[level]]", 1
    )
    path.write_text(text, encoding="utf-8")
    return read_fair_file(small, lambda _staff, _pin: "").fair


def test_what_the_file_does_not_say_is_as_the_domain_has_it(small: Path) -> None:
    policy = read(small).policy
    for each in fields(Policy):
        if each.name not in SET_BY_TEXTS:
            assert getattr(policy, each.name) == each.default, each.name


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("number", [0, 7])
def test_every_number_of_the_rules_can_be_set(small: Path, name: str, number: int) -> None:
    policy = read(small, policy=f"{name} = {number}").policy
    assert getattr(policy, name) == number
    others = [each for each in NUMBERS if each != name]
    assert all(getattr(policy, each) == getattr(Policy(), each) for each in others)


def test_every_other_rule_can_be_set(small: Path) -> None:
    policy = read(
        small,
        policy='re_entry = false\nconsent_types = ["guest"]\n'
        'declaration_zh = "声明"\ndeclaration_en = "I declare"',
        gate='hall = "h1"',
        more=WINDOW.format('["employer", "school"]', "07:30", "16:00") + HALL.format("h1", 300),
    ).policy
    assert policy.re_entry is False
    assert policy.consent_types == (BadgeType.GUEST,)
    assert policy.declaration == Words("声明", "I declare")
    assert policy.windows == (EntryWindow((BadgeType.EMPLOYER, BadgeType.SCHOOL), 450, 960),)
    assert policy.window(BadgeType.SCHOOL) is policy.windows[0]
    hall = policy.hall("h1")
    assert hall is not None
    assert hall.capacity == 300
    changed = {each.name for each in fields(Policy) if getattr(policy, each.name) != each.default}
    assert {each.name for each in fields(Policy)} == changed | set(NUMBERS), (
        "no rule is without a place in the file"
    )


@pytest.mark.parametrize("word", [each.name.lower() for each in BadgeType])
def test_badge_types_go_by_their_names(small: Path, word: str) -> None:
    (gate,) = read(small, gate=f'types = ["{word}"]').gates
    assert gate.types == (BadgeType[word.upper()],)


@pytest.mark.parametrize("direction", ["in", "out", "none"])
def test_directions(small: Path, direction: str) -> None:
    (gate,) = read(small, gate=f'direction = "{direction}"').gates
    assert gate.direction is Direction(direction)


@pytest.mark.parametrize("direction", ["in", "out"])
def test_a_sessions_door_lets_in_or_out(small: Path, direction: str) -> None:
    (gate,) = read(small, gate=f'session = "P01"\ndirection = "{direction}"').gates
    assert (gate.session, gate.direction) == ("P01", Direction(direction))


def test_a_door_of_a_session_that_is_not_in_the_programme(small: Path) -> None:
    fair = read(small, gate='session = "P01"')
    words = Words("讲座", "")
    one = Session("P01", SessionKind.LECTURE, words, fair.last_day, Slot(600, 660), "", "", 10)
    check_sessions(fair, (one,))
    with pytest.raises(PackFault, match="gate east: the programme has no session P01"):
        check_sessions(fair, ())


@pytest.mark.parametrize("name", NUMBERS)
def test_a_negative_number_is_named(small: Path, name: str) -> None:
    with pytest.raises(PackFault, match=f"policy.{name} is negative"):
        read(small, policy=f"{name} = -1")


@pytest.mark.parametrize(
    ("policy", "gate", "more", "says"),
    [
        ("", 'hall = "1"', HALL.format("1", -1), "hall 1: capacity is negative"),
        ("", 'hall = "1"', HALL.format("1", 9) * 2, "hall 1 stands twice"),
        ("", 'hall = "9"', HALL.format("1", 9), "gate east: no hall 9"),
        ("", "", HALL.format("1", 9), "no gate leads into hall 1"),
        ("", "", HALL.format("a b", 9), "a hall id takes"),
        ("", 'zones = ["A", "z"]', "", "gate east: no zone Z"),
        ("", 'types = ["king"]', "", "gate east: no badge type king"),
        ("", 'types = ["GRADUATE"]', "", "no badge type GRADUATE"),
        ("", 'types = "graduate"', "", r"types|array"),
        ("", 'direction = "up"', "", "up"),
        ("", 'session = "P01"\nhall = "1"', HALL.format("1", 9), "not both"),
        ("", 'session = "P01"\ndirection = "none"', "", "its direction is in or out"),
        ("", "door = 1", "", "door"),
        ("", "", WINDOW.format('["king"]', "07:30", "09:00"), "window: no badge type king"),
        ("", "", WINDOW.format("[]", "07:30", "09:00"), "a window names no types"),
        ("", "", WINDOW.format('["press"]', "09:00", "09:00"), "window of press ends before it begins"),
        ("", "", WINDOW.format('["press", "guest"]', "09:30", "09:00"), "window of press, guest ends"),
        ("", "", WINDOW.format('["press"]', "7.30", "09:00"), "7.30"),
        ("", "", WINDOW.format('["press"]', "07:30", "09:00") * 2, "press has two windows"),
        ('consent_types = ["king"]', "", "", "policy.consent_types: no badge type king"),
        ("employer_limit = 2.5", "", "", "employer_limit"),
        ('re_entry = "no"', "", "", "re_entry"),
        ("grace_min = 5", "", "", "grace_min"),
        ('declaration_en = "I declare"', "", "", "no declaration_zh"),
    ],
)
def test_what_is_wrong_is_named(small: Path, policy: str, gate: str, more: str, says: str) -> None:
    with pytest.raises(PackFault, match=says) as caught:
        read(small, policy=policy, gate=gate, more=more)
    assert caught.value.words.zh.startswith("fair.toml：")
    assert "\n" not in caught.value.words.en


def test_a_kiosk_may_be_the_hub(small: Path) -> None:
    path = small / "fair.toml"
    text = path.read_text(encoding="utf-8")
    assert not read_fair_file(small, lambda _staff, _pin: "").kiosks[0].hub
    path.write_text(text.replace('gate = "east"\n', 'gate = "east"\nhub = true\n'), encoding="utf-8")
    assert read_fair_file(small, lambda _staff, _pin: "").kiosks[0].hub
    path.write_text(text.replace('gate = "east"\n', 'gate = "east"\nhub = 1\n'), encoding="utf-8")
    with pytest.raises(PackFault):
        read_fair_file(small, lambda _staff, _pin: "")
