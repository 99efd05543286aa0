"""What staff change at this kiosk is kept, or not taken over."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kiosk.services.local_settings import LocalSettings
from kiosk.services.values import LocalValues

VALUES = LocalValues("zh", reduced_motion=False, sounds=True, mount_bottom_mm=860.0)


def settings(bench: Any, keep: Any) -> LocalSettings:
    return LocalSettings(bench.gate, bench.wayfinding.place, bench.day.standing, "0.1.0", VALUES, keep)


def test_this_kiosk_is_told(east: Any) -> None:
    now = settings(east, lambda _table, _values: None).now()
    assert (now.place.en, now.gate.en, now.version) == ("East 1", "East gate", "0.1.0")
    assert east.gate.store.journal.origin.hex().startswith(now.kiosk)
    assert now.values == VALUES


def test_what_is_changed_is_kept(east: Any) -> None:
    kept: list[LocalValues] = []
    local = settings(east, kept.append)
    louder = replace(VALUES, sounds=False)
    assert local.change(louder).values == louder
    assert kept == [louder]
    assert local.now().values == louder


def test_what_cannot_be_written_is_not_taken_over(east: Any) -> None:
    def refuse(_values: LocalValues) -> None:
        raise PermissionError

    local = settings(east, refuse)
    with pytest.raises(PermissionError):
        local.change(replace(VALUES, language="en"))
    assert local.now().values == VALUES
