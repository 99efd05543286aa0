"""Numbers, times and names as a voice says them, in both languages."""

import pytest

from kiosk.ui.speech.process import is_mandarin
from kiosk.ui.speech.wording import Piece, pieces, spoken

BOTH = frozenset({"zh", "en"})


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        ("A012", "A 零一二", "A zero one two"),
        ("A-12", "A 一二", "A one two"),
        ("A006/A007", "A 零零六和A 零零七", "A zero zero six and A zero zero seven"),
        ("9:00", "9点", "9 o'clock"),
        ("14:05", "14点5分", "14 oh 5"),
        ("8:30–16:00", "8点30分到16点", "8 30 to 16 o'clock"),
        ("1,846", "1846", "1846"),
        ("20230612", "二零二三零六一二", "two zero two three zero six one two"),
        ("2026", "2026", "2026"),
        ("28 m", "28 m", "28 metres"),
        ("S3", "S3", "S3"),
        ("张＊雨", "张某雨", "张 雨"),
        ("宣讲会 · 讲座", "宣讲会，讲座", "宣讲会, 讲座"),
    ],
)
def test_a_text_is_spoken(written: str, zh: str, en: str) -> None:
    assert spoken(written, "zh") == zh
    assert spoken(written, "en") == en


def test_each_language_is_said_by_its_own_voice() -> None:
    assert pieces(["轻触屏幕 Touch the screen"], "zh", BOTH) == [
        Piece("轻触屏幕", "zh"),
        Piece("Touch the screen", "en"),
    ]
    assert pieces(["About 28 m to 北京大学 A012"], "en", BOTH) == [
        Piece("About 28 metres to", "en"),
        Piece("北京大学", "zh"),
        Piece("A zero one two", "en"),
    ]


def test_what_has_no_voice_is_left_out() -> None:
    assert pieces(["签到 Check in"], "zh", frozenset({"zh"})) == [Piece("签到", "zh")]
    assert pieces(["北京大学"], "en", frozenset({"en"})) == []


def test_sentences_are_joined_with_stops() -> None:
    assert pieces(["签到", "请扫码。", "，再看", "·"], "zh", BOTH) == [Piece("签到。请扫码。再看", "zh")]
    assert pieces(["Check in", "Scan:", "now"], "en", BOTH) == [Piece("Check in. Scan: now", "en")]


def test_a_machines_mandarin_is_known_by_its_name() -> None:
    names = [
        "Chinese (Mandarin, latin as Pinyin)",
        "Chinese (Cantonese)",
        "Hakka Chinese",
        "English (America)",
    ]
    assert [name for name in names if is_mandarin(name)] == names[:1]
    assert not is_mandarin("Chinese (Mandarin, latin as Pinyin)+Adam")
