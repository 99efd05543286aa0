"""Scanner or person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.code_text import is_whole
from kiosk.devices.wedge import (
    GAP_MS,
    MOST_LENGTH,
    ONE_KEY_MS,
    QUICK_LENGTH,
    QUICK_MS,
    Hold,
    Release,
    Scan,
    Typed,
    Wedge,
)

VISIBLE = st.characters(exclude_categories=("Cc", "Cs"))
FAST_MS = st.floats(0, GAP_MS)
SLOW_MS = st.floats(GAP_MS + 0.5, 5000)
TOKEN = "F1" + "A" * 148


def _run(wedge: Wedge, keys: list[tuple[str, float]]) -> list[Typed]:
    """Feed (character, ms since the one before), ask idle at the end; what came out apart from Hold."""
    time_ms, out = 1000.0, []
    for character, wait_ms in keys:
        time_ms += wait_ms
        out.append(wedge.feed(character, time_ms))
    out.append(wedge.idle(time_ms + GAP_MS + 1))
    return [each for each in out if each != Hold()]


def _typed(out: list[Typed]) -> str:
    assert all(isinstance(each, Release) for each in out)
    return "".join(each.text for each in out if isinstance(each, Release))


def _scan(text: str, wait_ms: float = 3, end: str = "\r") -> list[tuple[str, float]]:
    return [(each, wait_ms) for each in text + end]


@pytest.mark.parametrize("end", ["\r", "\n", "\t"])
def test_a_token_is_one_scan(end: str) -> None:
    assert _run(Wedge(), _scan(TOKEN, end=end)) == [Scan(TOKEN)]


def test_scans_one_after_the_other() -> None:
    assert _run(Wedge(), _scan("ABCDEF") + _scan("GHIJKL")) == [Scan("ABCDEF"), Scan("GHIJKL")]


def test_a_scan_after_typing_leaves_the_typing_in_the_field() -> None:
    keys = [("林", 200.0), ("a", 200.0), ("F", 100.0), *_scan(TOKEN[1:])]
    assert _run(Wedge(), keys) == [Release("林"), Release("a"), Scan(TOKEN)]


def test_cr_lf_presses_nothing() -> None:
    assert _run(Wedge(), _scan(TOKEN, end="\r\n")) == [Scan(TOKEN)]
    assert _run(Wedge(), _scan(TOKEN, end="\r\n\t")) == [Scan(TOKEN)]
    assert _run(Wedge(), [*_scan(TOKEN), ("\r", GAP_MS + 1)]) == [Scan(TOKEN), Release("\r")]


def test_a_few_fast_characters_are_a_scan_only_if_nobody_types_so_fast() -> None:
    assert _run(Wedge(), _scan("ABCDE")) == [Scan("ABCDE")]
    assert _run(Wedge(), _scan("A")) == [Scan("A")]
    assert _run(Wedge(), _scan("ABCDE", wait_ms=QUICK_MS + 5)) == [Release("ABCDE\r")]
    assert _run(Wedge(), _scan("A", wait_ms=ONE_KEY_MS + 5)) == [Release("A\r")]


def test_enter_after_a_pause_is_a_persons() -> None:
    keys = [*_scan("ABCDEFGH", end=""), ("\r", GAP_MS + 1)]
    assert _run(Wedge(), keys) == [Release("ABCDEFGH\r")]


def test_control_characters_are_dropped_without_ending_the_run() -> None:
    keys = [each for letter in "ABCDEF" for each in ((letter, 30.0), ("\x1d", 30.0))] + [("\r", 30.0)]
    assert _run(Wedge(), keys) == [Scan("ABCDEF")]
    assert _run(Wedge(), [("\x1b", 3), ("\x00", 3), ("\x7f", 3)]) == []


def test_flush_gives_back_at_once() -> None:
    wedge = Wedge()
    assert wedge.flush() == Hold()
    wedge.feed("a", 0)
    assert wedge.flush() == Release("a")
    assert wedge.flush() == Hold()


def test_idle_waits_for_the_gap() -> None:
    wedge = Wedge()
    wedge.feed("a", 0)
    assert wedge.idle(GAP_MS) == Hold()
    assert wedge.idle(GAP_MS + 1) == Release("a")
    assert wedge.idle(GAP_MS + 2) == Hold()


@pytest.mark.parametrize("end", ["\r", ""])
def test_endless_garbage_is_one_bounded_scan(end: str) -> None:
    out = _run(Wedge(), _scan("x" * 5000, end=end) + [("\r", GAP_MS + 1.0)] * (not end))
    assert out == [Scan("x" * MOST_LENGTH)]


def test_feed_takes_one_character() -> None:
    for text in ("", "ab"):
        with pytest.raises(ValueError):
            Wedge().feed(text, 0)


@given(st.lists(st.tuples(st.one_of(VISIBLE, st.sampled_from("\r\n\t")), SLOW_MS), max_size=60))
def test_what_a_person_types_is_never_lost(keys: list[tuple[str, float]]) -> None:
    assert _typed(_run(Wedge(), keys)) == "".join(each for each, _ in keys)


@given(st.lists(st.tuples(VISIBLE, st.one_of(FAST_MS, SLOW_MS)), max_size=200))
def test_without_enter_nothing_is_lost_at_any_speed(keys: list[tuple[str, float]]) -> None:
    out = _run(Wedge(), keys)
    assert "".join(each.text for each in out if not isinstance(each, Hold)) == "".join(key for key, _ in keys)
    scans = [each.text for each in out if isinstance(each, Scan)]
    assert all(len(each) >= QUICK_LENGTH or is_whole(each) for each in scans)


@pytest.mark.parametrize("code", [TOKEN, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "2021123456", "xyz20211234", "?" * 16])
def test_a_scanner_that_sends_no_end(code: str) -> None:
    assert _run(Wedge(), _scan(code, end="")) == [Scan(code)]
    twice = [*_scan(code, end=""), (code[0], 400.0), *_scan(code[1:], end="")]
    assert _run(Wedge(), twice) == [Scan(code), Scan(code)]


@pytest.mark.parametrize("text", ["Zhang", "13500", "LiMing", "?" * 15])
def test_what_is_short_and_no_code_was_typed(text: str) -> None:
    assert _run(Wedge(), _scan(text, end="")) == [Release(text)]


def test_what_is_long_and_slower_than_a_scanner_was_typed() -> None:
    text = "a person who types like the wind"
    assert _run(Wedge(), _scan(text, wait_ms=QUICK_MS + 5, end="")) == [Release(text)]


def test_the_key_behind_a_scan_without_end_belongs_to_a_person() -> None:
    wedge = Wedge()
    for at, each in enumerate("2021123456"):
        assert wedge.feed(each, at * 3.0) == Hold()
    assert wedge.feed("L", 500.0) == Scan("2021123456")
    assert wedge.held == 1
    assert wedge.idle(600.0) == Release("L")


def test_a_scan_says_how_it_came() -> None:
    wedge = Wedge()
    for at, each in enumerate("WELCOME\x1d2"):
        wedge.feed(each, at * 10.0)
    scan = wedge.feed("\r", 90.0)
    assert isinstance(scan, Scan)
    assert (scan.text, scan.took_ms, scan.ended, scan.dropped) == ("WELCOME2", 90.0, True, 1)


def test_a_code_of_tabs_and_enter_presses_nothing() -> None:
    assert _run(Wedge(), [("\t", 3), ("\t", 3), ("\r", 3), ("\r", 3)]) == [Release("\t"), Release("\t")]
    assert _run(Wedge(), [("\t", 3), (" ", 3)]) == [Release("\t"), Scan(" ")]
    assert _run(Wedge(), [("\t", 3), (" ", 3), ("\r", 30)]) == [Release("\t"), Scan(" ")]
    person = [Release("\t"), Release("\r"), Release("a")]
    assert _run(Wedge(), [("\t", 200), ("\r", 60), ("a", 60)]) == person


def test_a_beat_keeps_a_run_going_and_starts_none() -> None:
    wedge = Wedge()
    assert not wedge.beat(0.0)
    wedge.feed("A", 10.0)
    assert wedge.beat(50.0)
    assert wedge.idle(90.0) == Hold()
    assert not wedge.beat(500.0)


@given(
    st.lists(
        st.tuples(st.one_of(st.characters(), st.sampled_from("\r\n\t")), st.one_of(FAST_MS, SLOW_MS)),
        max_size=200,
    )
)
def test_scans_and_typing_together_are_all_that_was_visible_in_order(keys: list[tuple[str, float]]) -> None:
    out = _run(Wedge(), keys)
    came = "".join(each.text for each in out if not isinstance(each, Hold))
    visible = [each for each, _ in keys if each >= " " and not "\x7f" <= each < "\xa0"]
    assert [each for each in came if each not in "\r\n\t"] == visible
    assert all(each.text for each in out if isinstance(each, Scan))


@given(st.text(VISIBLE, min_size=6, max_size=MOST_LENGTH), FAST_MS, st.sampled_from("\r\n\t"))
def test_every_fast_run_is_a_scan(text: str, wait_ms: float, end: str) -> None:
    assert _run(Wedge(), [(each, wait_ms / 2) for each in text + end]) == [Scan(text)]
