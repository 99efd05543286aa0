"""PINs that are soon guessed are said, kindly and without repeating them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.fair import StaffMember, StaffRole
from kiosk.pack.fair_file import read_fair_file
from kiosk.pack.weak_pins import findings, weakness

CHEN = StaffMember("s1", "陈示例", "")


@pytest.mark.parametrize(
    ("pin", "weak"),
    [
        *(("0000", True), ("777777", True), ("1212", True), ("123123", True), ("12341234", True)),
        *(("1234", True), ("9876", True), ("7890", True), ("2468", True), ("97531", True), ("0123456", True)),
        *(("2580", True), ("1998", True), ("2026", True), ("0229", True), ("3112", True), ("0431", False)),
        *(("980715", True), ("199807", True), ("19980715", True), ("19981315", False)),
        *(("4074", False), ("7391", False), ("84027163", False), ("604917", False), ("2085", False)),
    ],
)
def test_weakness(pin: str, weak: bool) -> None:
    words = weakness(pin)
    assert (words is not None) is weak
    assert words is None or pin not in words.zh + words.en


def test_many_people_are_advised_to_take_longer_ones() -> None:
    pins = [(f"s{at}", str(4074 + 371 * at)) for at in range(11)]
    assert [member for member, _ in findings(pins, (CHEN,)) if not member] == [""]
    assert [member for member, _ in findings(pins[:10], (CHEN,)) if not member] == []


def test_a_list_without_a_manager_is_said() -> None:
    gate = StaffMember("s2", "林示例", "", (StaffRole.GATE,))
    ((_, words),) = findings([("s2", "4074")], (gate,))
    assert "manage" in words.en


def test_they_are_findings_of_a_folder_that_is_no_sample(small: Path) -> None:
    path = small / "fair.toml"
    assert read_fair_file(small, lambda _staff, _pin: "").staff_findings == ()
    weak = path.read_text("utf-8").replace("4074", "2468")
    path.write_text(weak.replace("[fair]", "[fair]\nsample = true", 1), "utf-8")
    assert read_fair_file(small, lambda _staff, _pin: "").staff_findings == ()
    path.write_text(weak, "utf-8")
    ((member, words),) = read_fair_file(small, lambda _staff, _pin: "").staff_findings
    assert member == "s1"
    assert "2468" not in words.zh + words.en
