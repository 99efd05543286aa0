"""The organiser's keys."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from kiosk.keys.signing import SigningKey
from kiosk.pack import organiser
from kiosk.pack.faults import PackFault


def test_made_at_first_use_and_kept(tmp_path: Path) -> None:
    made = organiser.load_or_create(tmp_path / "keys", ["east-1"])
    assert organiser.load_or_create(tmp_path / "keys", ["east-1"]) == made
    assert organiser.load(tmp_path / "keys") == made
    mode = stat.S_IMODE((tmp_path / "keys" / organiser.FILE).stat().st_mode)
    assert mode == 0o600


def test_a_new_kiosk_gets_a_key_and_the_others_keep_theirs(tmp_path: Path) -> None:
    first = organiser.load_or_create(tmp_path, ["east-1"])
    more = organiser.load_or_create(tmp_path, ["east-1", "west-1"])
    assert more.kiosks["east-1"] == first.kiosks["east-1"]
    assert set(more.kiosks) == {"east-1", "west-1"}
    assert organiser.load(tmp_path) == more
    assert (more.secret, more.authority_seed, more.venue_private) == (
        first.secret,
        first.authority_seed,
        first.venue_private,
    )


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    organiser.create(tmp_path, ["east-1"])
    with pytest.raises(PackFault, match="already"):
        organiser.create(tmp_path, ["east-1"])


def test_what_a_kiosk_keeps(tmp_path: Path) -> None:
    keys = organiser.create(tmp_path, ["east-1", "west-1"])
    east, west = keys.secrets_of("east-1"), keys.secrets_of("west-1")
    assert east.venue_private == west.venue_private == keys.venue_private
    assert east.issuing_seed != west.issuing_seed
    assert east.store_key != keys.secrets_of("east-1").store_key, "a store key is never made twice"
    assert SigningKey.from_seed(east.issuing_seed).kid != keys.authority.kid
    with pytest.raises(PackFault, match="no key for kiosk north"):
        keys.secrets_of("north")


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff", b'{"format":"fair-organiser-1"}'])
def test_a_damaged_file(tmp_path: Path, data: bytes) -> None:
    organiser.create(tmp_path, [])
    (tmp_path / organiser.FILE).write_bytes(data)
    with pytest.raises(PackFault, match="is damaged"):
        organiser.load(tmp_path)


def test_short_keys_are_damaged_ones(tmp_path: Path) -> None:
    organiser.create(tmp_path, ["east-1"])
    path = tmp_path / organiser.FILE
    text = path.read_text()
    start = text.index('"secret":"') + len('"secret":"')
    path.write_text(text[:start] + "AAAA" + text[start + 44 :])
    with pytest.raises(PackFault, match="is damaged"):
        organiser.load(tmp_path)


def test_a_file_that_others_may_read(tmp_path: Path) -> None:
    organiser.create(tmp_path, [])
    (tmp_path / organiser.FILE).chmod(0o644)
    with pytest.raises(PackFault, match="chmod 600"):
        organiser.load(tmp_path)


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(PackFault, match="no organiser's keys"):
        organiser.load(tmp_path / "none")
