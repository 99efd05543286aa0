"""One scan is one."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.debounce import BURST, CAMERA_QUIET_MS, MOST_CODES, PER_SECOND, QUIET_MS, Debounce


def _heard(*scans: tuple[str, str, float]) -> list[bool]:
    debounce = Debounce()
    return [debounce.fresh(*each) for each in scans]


def test_a_scanner_that_sends_twice() -> None:
    assert _heard(("A", "wedge", 0), ("A", "wedge", 140), ("A", "serial", 1_000)) == [True, False, False]


def test_the_same_code_counts_again_after_a_while() -> None:
    assert _heard(("A", "wedge", 0), ("A", "wedge", QUIET_MS + 1)) == [True, True]


def test_another_code_at_once_and_the_first_still_once() -> None:
    scans = (("A", "wedge", 0), ("B", "wedge", 5), ("A", "wedge", 200), ("B", "serial", 300))
    assert _heard(*scans) == [True, True, False, False]


def test_what_stays_under_a_camera_or_a_standing_scanner_is_one() -> None:
    assert _heard(*(("A", "camera", each * 33.0) for each in range(600))).count(True) == 1
    assert _heard(*(("A", "serial", each * 1_000.0) for each in range(60))).count(True) == 1


def test_a_camera_loses_sight_for_a_moment() -> None:
    gone = CAMERA_QUIET_MS
    scans = (
        ("A", "camera", 0),
        ("A", "camera", gone - 1),
        ("A", "camera", 2 * gone),
        ("A", "wedge", 2 * gone),
    )
    assert _heard(*scans) == [True, False, True, False]


def test_two_badges_under_a_camera_by_turns_are_two() -> None:
    scans = tuple((("A", "B")[each % 2], "camera", each * 33.0) for each in range(300))
    assert _heard(*scans).count(True) == 2


def test_a_device_gone_mad_is_held_back_and_counted() -> None:
    debounce = Debounce()
    passed = sum(debounce.fresh(f"rubbish {each}", "serial", each * 0.5) for each in range(20_000))
    assert passed <= BURST + 10 * PER_SECOND
    assert debounce.dropped == 20_000 - passed
    assert debounce.fresh("WELCOME", "wedge", 12_000.0)


def test_nothing_of_the_codes_is_kept_and_little_of_anything() -> None:
    debounce = Debounce()
    for each in range(1_000):
        debounce.fresh(f"code {each}", "wedge", each * 1_000.0)
    kept = debounce._heard_ms
    assert len(kept) == MOST_CODES
    assert all(type(each) is int for each in kept)
    assert sys.getsizeof(kept) < 4_096


def test_forgetting_makes_the_next_one_count() -> None:
    debounce = Debounce()
    assert debounce.fresh("A", "wedge", 0)
    debounce.forget()
    assert debounce.fresh("A", "wedge", 1)


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.floats(300, 4_000)), max_size=40))
def test_whoever_comes_is_counted_unless_a_moment_after_the_same(steps: list[tuple[str, float]]) -> None:
    debounce, now_ms, last_ms = Debounce(), 0.0, {}
    for code, wait_ms in steps:
        now_ms += wait_ms
        fresh = debounce.fresh(code, "wedge", now_ms)
        assert fresh == (now_ms - last_ms.get(code, float("-inf")) > QUIET_MS)
        last_ms[code] = now_ms
