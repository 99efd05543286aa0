"""Whose badge it is, without a decision: nothing is recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from kiosk.services.visit.visitors import Visitors


def _token(east: Any, codes: Callable[[int], str]) -> str:
    east.gate.scan(codes(1))
    return east.printed().face.token


def test_a_valid_badge_says_who_and_records_nothing(east: Any, codes: Callable[[int], str]) -> None:
    token = _token(east, codes)
    before = east.gate.store.journal.origins()
    visitor = Visitors(east.gate).identify(token)
    assert visitor is not None
    assert (visitor.attendee, visitor.name) == (1, "林＊远")
    assert east.gate.store.journal.origins() == before


def test_no_other_text_is_anybodys(east: Any, codes: Callable[[int], str]) -> None:
    token = _token(east, codes)
    forged = token[:-9] + ("A" if token[-9] != "A" else "B") + token[-8:]
    for text in ("", codes(1), "2019000001", forged, "https://example.com"):
        assert Visitors(east.gate).identify(text) is None


def test_a_badge_that_is_no_longer_valid_is_nobodys(east: Any, codes: Callable[[int], str]) -> None:
    east.gate.scan(codes(1))
    job = east.printed()
    old = job.face.token
    east.desk.reissue(1, "lost", "s1")
    new = east.printed().face.token
    assert Visitors(east.gate).identify(old) is None
    assert Visitors(east.gate).identify(new) is not None
    east.clock.moment += timedelta(days=1)
    assert Visitors(east.gate).identify(new) is None
