"""Naughty texts at the real gate, at the desk and in the search: refused or found nothing, and never a fault.

Every text is parsed; a tenth is decided and searched for, all of them with FAIR_KIOSK_LONG.
"""

from __future__ import annotations

import os
import random
from typing import Any

from kiosk.devices.code_text import clean
from kiosk.domain import badge
from kiosk.domain.reasons import Verdict
from kiosk.services.find.directory import Question
from tests.fakes import naughty

SEED = 9
ALL = naughty.ALL
TEXTS = ALL if os.environ.get("FAIR_KIOSK_LONG") else random.Random(SEED).sample(ALL, len(ALL) // 10)


def _never(_kid: int, _signed: bytes, _signature: bytes) -> badge.Trust:
    raise AssertionError("no text here is a token")


def test_none_of_them_is_a_badge_or_a_registration() -> None:
    for text in ALL:
        for code in {text, clean(text)}:
            claim = badge.parse(code, _never)
            assert isinstance(claim, badge.NoClaim | badge.StudentClaim), text


def test_the_gate_lets_nobody_in(east: Any) -> None:
    inside = east.gate.occupancy().inside
    for text in TEXTS:
        decision = east.gate.scan(text).decision
        assert decision.verdict is not Verdict.ADMIT, text
        said = (decision.words.word, decision.words.sentence)
        if len(text) > 3:
            assert not any(text in words.zh or text in words.en for words in said), text
    assert east.gate.occupancy().inside == inside


def test_no_name_or_number_lets_anybody_in(east: Any) -> None:
    for text in TEXTS:
        for decide in (east.gate.check_in_name, east.gate.check_in_student):
            assert decide(text, "0000").decision.verdict is not Verdict.ADMIT, text
            assert decide("林知远", text).decision.verdict is not Verdict.ADMIT, text


def test_searching_for_them_finds_little_and_breaks_nothing(east: Any) -> None:
    for text in TEXTS:
        east.directory.find(Question(text))
        east.directory.nearest_terms(text)
        east.desk.find(text)
        east.desk.schools(text)
