"""kiosk.toml: strict, and wrong ones are said with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import config


def test_an_absent_file_is_all_defaults(tmp_path: Path) -> None:
    settings = config.read(tmp_path / "kiosk.toml")
    assert settings == config.Settings()
    assert settings.keys.provider == "file"
    assert settings.window.language == "zh"


def test_settings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text('place = "west-1"\n[keys]\nprovider = "systemd"\n[window]\norientation = "landscape"\n')
    settings = config.read(path)
    assert settings.place == "west-1"
    assert settings.keys.provider == "systemd"
    assert settings.window.orientation == "landscape"


@pytest.mark.parametrize("text", ["colour = 1", "[keys]\npin = 1", "place = 3", "place = ", "\xff"])
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(config.ConfigFault) as fault:
        config.read(path)
    assert "kiosk.toml" in fault.value.words.en
    assert "kiosk.toml" in fault.value.words.zh
