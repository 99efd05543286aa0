"""What a scan says of its scanner."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.devices.reading import Reading
from kiosk.devices.scan_hints import hints, kind_of_test, mask
from kiosk.domain.badge import NOBODYS_TOKEN
from kiosk.domain.scanner_words import HINT_WORDS, KIND_WORDS, TEST_CODE, CodeKind, Hint, since_words

GOOD = Reading(NOBODYS_TOKEN, "wedge", 900.0)
TEST = Reading(TEST_CODE, "wedge", 400.0)
GERMAN = str.maketrans("YZ-+/", "ZYßE-")
AZERTY = str.maketrans("0123456789AQWZM", "à&é\"'(-è_çQAZW?")


def test_a_good_scanner_needs_nothing() -> None:
    assert hints(GOOD, CodeKind.BADGE) == ()
    assert hints(TEST, CodeKind.TEST) == ()
    assert hints(replace(GOOD, source="serial", took_ms=9_000), CodeKind.BADGE) == ()


@pytest.mark.parametrize(
    ("reading", "kind", "found"),
    [
        (replace(GOOD, ended=False), CodeKind.BADGE, (Hint.NO_END,)),
        (replace(GOOD, took_ms=150 * 60.0), CodeKind.BADGE, (Hint.SLOW,)),
        (replace(GOOD, dropped=2), CodeKind.BADGE, (Hint.DAMAGED,)),
        (replace(GOOD, text=NOBODYS_TOKEN.lower()), CodeKind.BADGE, (Hint.CASE,)),
        (replace(GOOD, text=NOBODYS_TOKEN[:100]), CodeKind.NOTHING, (Hint.CUT,)),
        (replace(GOOD, text=f"#{NOBODYS_TOKEN}#"), CodeKind.NOTHING, (Hint.ADDED,)),
        (replace(GOOD, text="Ｆ１" + NOBODYS_TOKEN[2:]), CodeKind.NOTHING, (Hint.CHINESE, Hint.LAYOUT)),
        (replace(GOOD, text="F&" + NOBODYS_TOKEN[2:]), CodeKind.NOTHING, (Hint.LAYOUT,)),
        (Reading("https://example.cn/a", "wedge", 90.0), CodeKind.NOTHING, (Hint.LINK,)),
        (Reading("2021123456", "wedge", 30.0), CodeKind.STUDENT, ()),
        (replace(TEST, text=TEST_CODE.swapcase()), CodeKind.TEST, (Hint.CASE,)),
        (replace(TEST, text=TEST_CODE.translate(GERMAN)), CodeKind.TEST, (Hint.LAYOUT,)),
        (replace(TEST, text=TEST_CODE.translate(AZERTY)), CodeKind.TEST, (Hint.LAYOUT,)),
    ],
)
def test_what_is_to_be_set_otherwise(reading: Reading, kind: CodeKind, found: tuple[Hint, ...]) -> None:
    assert hints(reading, kind) == found


def test_sent_twice_is_said() -> None:
    assert hints(GOOD, CodeKind.BADGE, twice=True) == (Hint.TWICE,)


@pytest.mark.parametrize(
    "text", [TEST_CODE, TEST_CODE.lower(), TEST_CODE.translate(AZERTY), f"]Q1{TEST_CODE}"]
)
def test_the_test_code_is_known_however_it_comes(text: str) -> None:
    assert kind_of_test(text) is CodeKind.TEST


@pytest.mark.parametrize("text", ["", "FAIR KIOSK TEST", NOBODYS_TOKEN, "?" * len(TEST_CODE)])
def test_nothing_else_is_the_test_code(text: str) -> None:
    assert kind_of_test(text) is None


@pytest.mark.parametrize("text", ["2021123456", "https://example.cn", "张三", "<b>x</b>", ""])
def test_nothing_of_a_strange_code_is_shown(text: str) -> None:
    for kind in (CodeKind.NOTHING, CodeKind.STUDENT):
        assert mask(text, kind) == "•••"


def test_two_characters_of_a_code_of_ours_are_shown() -> None:
    assert mask(NOBODYS_TOKEN.lower(), CodeKind.BADGE) == "F1•••"


def test_there_are_words_for_all() -> None:
    assert set(HINT_WORDS) == set(Hint)
    assert set(KIND_WORDS) == set(CodeKind)
    assert [since_words(each).en for each in (3, 60, 3_600, 5_400)] == [
        "just now",
        "for 1 min",
        "for 1 h 0 min",
        "for 1 h 30 min",
    ]
