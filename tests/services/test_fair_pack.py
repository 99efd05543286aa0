"""The fair pack as staff see it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kiosk.domain.fair import BEIJING
from kiosk.domain.words import Words
from kiosk.services.fair_pack import FairPack
from kiosk.services.values import PackLine

LINE = PackLine("test-fair", 3, "ab" * 32, datetime(2026, 11, 20, tzinfo=BEIJING), current=True)


def test_the_pack_is_counted(east: Any) -> None:
    pack = FairPack(east.gate.catalogue, east.gate.fair, 1, (LINE,), lambda: None)
    standing = pack.standing()
    assert (standing.employers, standing.schools, standing.attendees) == (1, 1, 11)
    assert (standing.stalls, standing.openings, standing.sessions) == (2, 3, 1)
    assert standing.last_day == east.gate.fair.last_day
    assert standing.packs == (LINE,)


def test_a_check_says_what_is_wrong(east: Any) -> None:
    damaged = Words("已损坏", "Damaged")
    assert FairPack(east.gate.catalogue, east.gate.fair, 0, (), lambda: None).check() is None
    assert FairPack(east.gate.catalogue, east.gate.fair, 0, (), lambda: damaged).check() == damaged
