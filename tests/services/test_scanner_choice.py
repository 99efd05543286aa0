"""Scanners are kept as staff choose them; a code is told by its kind, and nobody is let in by it."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.config import keep, read
from kiosk.devices.settings import ScannerSettings
from kiosk.domain import badge, facts
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.scanner_words import CodeKind
from kiosk.keys.signing import SigningKey
from kiosk.services.duty import NotTheirs
from kiosk.services.scanner_choice import ScannerChoice
from kiosk.store.bodies import decode

CHOSEN = (ScannerSettings("serial", "SN17", 115_200), ScannerSettings("camera"))


def _changes(bench: Any) -> list[tuple[str, str, str]]:
    found = [each for each in bench.gate.store.journal.facts() if each.kind == facts.SettingChanged.kind]
    bodies: list[Any] = [decode(each.kind, each.body) for each in found]
    return [(each.setting, each.value, each.by) for each in bodies]


def test_they_are_kept_in_kiosk_toml(east: Any, tmp_path: Any) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text('# ours\nplace = "east"\n\n[[scanners]]\nkind = "serial"\n\n[window]\nsounds = false\n')
    choice = ScannerChoice(east.gate, lambda table, values: keep(path, table, values))
    assert choice.change(CHOSEN, "s1") == CHOSEN
    assert read(path).scanners == CHOSEN
    assert path.read_text().startswith("# ours\n")
    assert not read(path).window.sounds
    assert choice.change((), "s1") == ()
    assert read(path).scanners == ()
    assert _changes(east) == [("scanners", "serial SN17, camera", "s1"), ("scanners", "", "s1")]


def test_who_may_not_changes_nothing(east: Any) -> None:
    def never(_table: str, _values: object) -> None:
        raise AssertionError

    with pytest.raises(NotTheirs):
        ScannerChoice(east.gate, never).change(CHOSEN, "nobody")
    assert _changes(east) == []


def test_what_cannot_be_written_leaves_no_fact(east: Any) -> None:
    def refuse(_table: str, _values: object) -> None:
        raise PermissionError

    with pytest.raises(PermissionError):
        ScannerChoice(east.gate, refuse).change(CHOSEN, "s1")
    assert _changes(east) == []


def test_a_code_is_told_by_its_kind_and_nothing_is_recorded(east: Any) -> None:
    choice = ScannerChoice(east.gate, lambda _table, _values: None)
    before = len(list(east.gate.store.journal.facts()))
    found = [
        choice.kind_of(text)
        for text in ("A" * 26, "2021123456", "https://example.cn", badge.NOBODYS_TOKEN, "")
    ]
    assert found == [CodeKind.REGISTRATION, CodeKind.STUDENT, *[CodeKind.NOTHING] * 3]
    assert len(list(east.gate.store.journal.facts())) == before


@pytest.mark.parametrize(
    ("fair", "signed_by", "kind"),
    [
        ("test-fair", "ours", CodeKind.BADGE),
        ("another-fair", "ours", CodeKind.OTHER_BADGE),
        ("test-fair", "forger", CodeKind.FORGED_BADGE),
        ("test-fair", "stranger", CodeKind.UNKNOWN_BADGE),
    ],
)
def test_a_badge_is_told_by_fair_and_signature(east: Any, fair: str, signed_by: str, kind: CodeKind) -> None:
    ours, other = east.issuing.key, SigningKey.from_seed(b"z" * 32)
    kid = other.kid if signed_by == "stranger" else ours.kid
    last_day = east.gate.fair.last_day
    token = badge.Token(kid, badge.fair_number(fair), last_day, BadgeType.GRADUATE, 1001, 1)
    text = badge.encode(token, ours.sign if signed_by == "ours" else other.sign)
    assert ScannerChoice(east.gate, lambda _table, _values: None).kind_of(text) is kind
