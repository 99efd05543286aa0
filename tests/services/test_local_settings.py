"""What staff change at this kiosk is kept, or not taken over."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain import facts
from kiosk.services.local_settings import LocalSettings
from kiosk.services.values import LocalValues
from kiosk.store.bodies import decode

VALUES = LocalValues("zh", reduced_motion=False, sounds=True, mount_bottom_mm=860.0)


def settings(bench: Any, keep: Any) -> LocalSettings:
    return LocalSettings(bench.gate, bench.wayfinding.place, bench.day.standing, "0.1.0", VALUES, keep)


def changes(bench: Any) -> list[tuple[str, str, str]]:
    """What staff changed, as facts say it."""
    found = [each for each in bench.gate.store.journal.facts() if each.kind == facts.SettingChanged.kind]
    bodies: list[Any] = [decode(each.kind, each.body) for each in found]
    return [(each.setting, each.value, each.by) for each in bodies]


def test_this_kiosk_is_told(east: Any) -> None:
    now = settings(east, lambda _table, _values: None).now()
    assert (now.place.en, now.gate.en, now.version) == ("East 1", "East gate", "0.1.0")
    assert east.gate.store.journal.origin.hex().startswith(now.kiosk)
    assert now.values == VALUES


def test_what_is_changed_is_kept(east: Any) -> None:
    kept: list[tuple[str, object]] = []
    local = settings(east, lambda table, values: kept.append((table, values)))
    other = replace(VALUES, sounds=False, screen_in=32.0)
    assert local.change(other, "s1").values == other
    assert kept == [("window", {"sounds": False, "screen_in": 32.0})]
    assert local.now().values == other
    assert changes(east) == [("window.sounds", "false", "s1"), ("window.screen_in", "32.0", "s1")]


def test_what_cannot_be_written_is_not_taken_over(east: Any) -> None:
    def refuse(_table: str, _values: object) -> None:
        raise PermissionError

    local = settings(east, refuse)
    with pytest.raises(PermissionError):
        local.change(replace(VALUES, language="en"), "s1")
    assert local.now().values == VALUES
    assert changes(east) == []
