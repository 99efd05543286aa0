"""Bytes to codes, split anywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.serial_lines import GAP_MS, MOST_BYTES, Line, Lines

PART = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=40)


def _texts(lines: list[Line]) -> list[str]:
    return [each.text for each in lines]


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\t", b"\r\n\r\n"])
def test_every_end_ends_once(end: bytes) -> None:
    lines = Lines().feed(b"WELCOME" + end + b"NEXT" + end, 0)
    assert _texts(lines) == ["WELCOME", "NEXT"]
    assert all(each.ended for each in lines)


def test_without_an_end_a_pause_ends_it() -> None:
    lines = Lines()
    assert lines.feed(b"WEL", 0) == []
    assert lines.feed(b"COME", GAP_MS) == []
    assert lines.idle(2 * GAP_MS) == []
    assert lines.idle(2 * GAP_MS + 1) == [Line("WELCOME", GAP_MS, ended=False)]
    assert not lines.waits


def test_what_comes_after_a_pause_is_another() -> None:
    lines = Lines()
    lines.feed(b"WELCOME", 0)
    assert _texts(lines.feed(b"NEXT\r", 500)) == ["WELCOME", "NEXT"]


def test_control_bytes_are_dropped_and_counted() -> None:
    (line,) = Lines().feed(b"\x02WEL\x00CO\x1dME\x03\x7f\r", 0)
    assert (line.text, line.dropped) == ("WELCOME", 5)


def test_all_bytes_are_read_without_a_fault() -> None:
    assert _texts(Lines().feed(bytes(range(256)) + b"\r", 0)) != []


def test_utf_8_or_latin() -> None:
    assert _texts(Lines().feed("林\r".encode(), 0)) == ["林"]
    assert _texts(Lines().feed("é\r".encode("latin-1"), 0)) == ["é"]


def test_endless_rubbish_is_bounded() -> None:
    lines = Lines()
    for each in range(500):
        assert lines.feed(b"x" * 2_048, each * 1.0) == []
        assert len(lines._held) <= MOST_BYTES
    (line,) = lines.idle(1_000)
    assert len(line.text) == MOST_BYTES
    assert line.dropped == 500 * 2_048 - MOST_BYTES


def test_what_is_forgotten_never_joins_what_comes() -> None:
    lines = Lines()
    lines.feed(b"WEL", 0)
    lines.forget()
    assert _texts(lines.feed(b"COME\r", 1)) == ["COME"]


@given(st.lists(PART, min_size=1, max_size=8), st.sampled_from([b"\r", b"\n", b"\r\n", b"\t"]), st.data())
def test_split_anywhere_it_is_the_same(parts: list[str], end: bytes, data: st.DataObject) -> None:
    stream = b"".join(each.encode() + end for each in parts)
    lines, out, at = Lines(), [], 0
    while at < len(stream):
        size = data.draw(st.integers(1, 20))
        out += lines.feed(stream[at : at + size], float(at))
        at += size
    assert _texts(out) == parts
