from __future__ import annotations

import pytest

from kiosk.store.faults import FAULT_WORDS, StoreFault, StoreFaultKind


@pytest.mark.parametrize("kind", StoreFaultKind)
def test_every_fault_says_in_both_languages_what_to_do(kind: StoreFaultKind) -> None:
    words = StoreFault(kind).words
    assert words is FAULT_WORDS[kind]
    assert words.zh.endswith("。")
    assert words.en.endswith(".")
    assert "请" in words.zh
    assert not set("!！") & set(words.zh + words.en)
    assert "\n" not in words.zh + words.en


def test_the_detail_goes_to_the_log() -> None:
    assert str(StoreFault(StoreFaultKind.BUSY, "SQLITE_BUSY")) == "busy: SQLITE_BUSY"
    assert str(StoreFault(StoreFaultKind.BUSY)) == "busy"
