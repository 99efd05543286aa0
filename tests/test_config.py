"""kiosk.toml: strict, and wrong ones are said with their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

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


COMMENTED = """# east gate, kiosk 3
place = "east-3"  # as on the plan

[ window ]
# visitors here mostly read English
language = "en"
fullscreen = true

[printer]
kind = "folder"
"""


@pytest.mark.parametrize(
    "before",
    [
        "",
        'place = "west-1"\n',
        COMMENTED,
        "[window]\nsounds = false",
        '[printer]\nkind = "folder"\n[window]\n',
    ],
)
def test_what_staff_change_is_kept_and_all_else_stays(tmp_path: Path, before: str) -> None:
    path = tmp_path / "kiosk.toml"
    if before:
        path.write_text(before, encoding="utf-8")
    was = config.read(path)
    changes = {"language": "zh", "sounds": False, "reduced_motion": True, "mount_bottom_mm": 755.5}
    config.keep(path, "window", changes)
    now = config.read(path)
    assert now.window == replace(was.window, **changes)
    assert replace(now, window=was.window) == was
    for line in before.splitlines():
        assert line.partition(" =")[0] in path.read_text(encoding="utf-8")
    config.keep(path, "window", {"language": "en", "sounds": True})
    assert config.read(path).window == replace(now.window, language="en", sounds=True)
    assert [each.name for each in tmp_path.iterdir()] == ["kiosk.toml"]


def test_any_text_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    config.keep(path, "window", {"language": 'a "quoted" \\ text\nin two lines 中文'})
    assert config.read(path).window.language == 'a "quoted" \\ text\nin two lines 中文'


def test_a_file_that_is_written_in_another_way_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text('window = { language = "en" }\n')
    with pytest.raises(config.ConfigFault):
        config.keep(path, "window", {"sounds": False})
    assert path.read_text() == 'window = { language = "en" }\n'


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml.new").mkdir()
    with pytest.raises(config.ConfigFault) as fault:
        config.keep(tmp_path / "kiosk.toml", "window", {"sounds": False})
    assert "Cannot write" in fault.value.words.en
    assert not (tmp_path / "kiosk.toml").exists()


@pytest.mark.parametrize(
    "before", ["", COMMENTED, "# only a remark\n", "[window]\nsounds = false\n", "place='x'"]
)
def test_what_stands_above_every_table_is_kept_too(tmp_path: Path, before: str) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(before, encoding="utf-8")
    was = config.read(path)
    config.keep(path, "", {"place": "west-2", "fair": "2026-中文", "rehearsal": True})
    assert config.read(path) == replace(was, place="west-2", fair="2026-中文", rehearsal=True)
    config.keep(path, "", {"place": "", "rehearsal": False})
    assert config.read(path) == replace(was, place="", fair="2026-中文", rehearsal=False)
    remarks = [line for line in before.splitlines() if line.startswith("#")]
    assert [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")] == remarks
    if before.startswith("#"):
        assert path.read_text("utf-8").startswith(remarks[0])


SERIAL = {"kind": "serial", "id": "/dev/ttyACM0", "baud": 115200}
CAMERA = {"kind": "camera"}


@pytest.mark.parametrize(
    "before", ["", COMMENTED, '[[scanners]]\nkind = "camera"\n\n# how it looks\n[window]\n']
)
def test_an_array_of_tables_is_replaced_whole(tmp_path: Path, before: str) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(before, encoding="utf-8")
    was = config.read(path)
    for several in ([SERIAL, CAMERA], [CAMERA], [], [CAMERA, SERIAL, SERIAL]):
        config.keep(path, "scanners", several)
        now = config.read(path)
        assert [(each.kind, each.id, each.baud) for each in now.scanners] == [
            (each["kind"], each.get("id", ""), each.get("baud", 9600)) for each in several
        ]
        assert replace(now, scanners=()) == replace(was, scanners=())
        assert all(
            line in path.read_text("utf-8")
            for line in before.splitlines()
            if line.startswith(("#", "[window"))
        )
    config.keep(path, "window", {"sounds": False})
    assert len(config.read(path).scanners) == 3


def test_what_no_kiosk_could_read_again_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(COMMENTED, encoding="utf-8")
    for table, values in (
        ("", {"colour": "red"}),
        ("window", {"sounds": "loud"}),
        ("scanners", [{"id": "x"}]),
    ):
        with pytest.raises(config.ConfigFault):
            config.keep(path, table, values)
    assert path.read_text("utf-8") == COMMENTED
