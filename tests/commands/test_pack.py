"""`kiosk pack` from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.commands.pack import pack
from kiosk.keys.providers import create_key_file
from kiosk.pack import organiser

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample_fairs" / "reverse"


def _run(*words: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(pack, [str(each) for each in words], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, dict[str, object]]:
    """The reverse sample, built by the command: its folder, the key folder, what was printed."""
    folder = tmp_path_factory.mktemp("built")
    keys = folder / "keys"
    status, out, err = _run(
        "build", SAMPLE, "--out", folder / "out", "--keys", keys, "--codes", "plain", "--qr", "none", "--json"
    )
    assert (status, err) == (0, "")
    return folder / "out", keys, json.loads(out)


def test_build_prints_what_it_made(built: tuple[Path, Path, dict[str, object]]) -> None:
    _out, keys, said = built
    assert (said["fair"], said["version"], said["stalls"]) == ("bj-2026-reverse", 1, 92)
    for what in ("pack", "lists", "codes"):
        assert Path(str(said[what])).exists()
    assert said["keys"] == str(keys)


def test_build_for_people(tmp_path: Path) -> None:
    status, out, err = _run(
        "build", SAMPLE, "--out", tmp_path, "--keys", tmp_path / "keys", "--codes", "plain", "--qr", "none"
    )
    assert (status, err) == (0, "")
    assert "personal data: send each person their own line" in out
    assert "a school that has no stall: 行 rows 302" in out
    assert "√ 采用 + 修正 + 退回 = 读入 taken + mended + refused = read" in out


def test_check_finds_faults(tmp_path: Path) -> None:
    status, out, err = _run("check", SAMPLE, "--json")
    said = json.loads(out)
    assert (status, err) == (1, "")
    assert said["refused"] == sum(len(each["refusals"]) for each in said["files"]) == 3
    assert all(each["read"] == each["taken"] + each["mended"] + each["refused"] for each in said["files"])
    assert all(each["rows"] == each["read"] + each["blank"] + each["totals"] for each in said["files"])
    assert not list(tmp_path.iterdir())


def test_check_names_nobody() -> None:
    _status, out, _err = _run("check", SAMPLE)
    assert "邓江" not in out
    assert "姓名 没有姓名 no name: 行 rows 82" in out
    _status, named, _err = _run("check", SAMPLE, "--names")
    assert "参会教师=董＊沐" in out
    assert "参会教师=董" in named
    assert "参会教师=董＊沐" not in named


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_folder_that_is_no_fair(tmp_path: Path, command: str) -> None:
    words = ["--out", tmp_path / "out", "--keys", tmp_path / "keys"] if command == "build" else []
    status, out, err = _run(command, tmp_path, *words)
    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert err.startswith("kiosk pack: no fair.toml in ")


def test_a_fault_as_json(tmp_path: Path) -> None:
    status, out, _err = _run("check", tmp_path, "--json")
    assert status == 1
    assert set(json.loads(out)["fault"]) == {"zh", "en"}


def test_install(built: tuple[Path, Path, dict[str, object]], tmp_path: Path) -> None:
    _out, keys, said = built
    state = tmp_path / "state"
    owner = organiser.load(keys)
    create_key_file(state / "keys.json", owner.secrets_of(next(iter(owner.kiosks))))
    status, out, err = _run("install", str(said["pack"]), "--state", state, "--json")
    assert (status, err) == (0, "")
    assert json.loads(out)["version"] == 1
    status, out, _err = _run("install", str(said["pack"]), "--state", state)
    assert (status, out) == (0, f"bj-2026-reverse version 1 is installed in {state}\n")


def test_install_refuses_in_one_line(built: tuple[Path, Path, dict[str, object]], tmp_path: Path) -> None:
    _out, keys, _said = built
    owner = organiser.load(keys)
    create_key_file(tmp_path / "state" / "keys.json", owner.secrets_of(next(iter(owner.kiosks))))
    status, out, err = _run("install", tmp_path / "none", "--state", tmp_path / "state")
    assert (status, out) == (1, "")
    assert err == (
        "kiosk pack: none is no whole pack: it has no manifest.json. Copy the whole folder again.\n"
    )


def test_sign(tmp_path: Path) -> None:
    keys = tmp_path / "keys"
    _run("build", SAMPLE, "--out", tmp_path / "out", "--keys", keys, "--qr", "none", "--version", "5")
    made = tmp_path / "out" / "bj-2026-reverse-v5.fairpack"
    status, out, err = _run("sign", made, "--keys", keys, "--expires", "2030-01-31")
    assert (status, out, err) == (0, f"{made.name} may be installed until 2030-01-31\n", "")
    (made / "manifest.json").unlink()
    status, _out, err = _run("sign", made, "--keys", keys, "--expires", "2030-01-31")
    assert (status, err.count("\n")) == (1, 1)


@pytest.mark.parametrize("command", ["check", "build", "sign", "install"])
def test_help_shows_an_example(command: str) -> None:
    status, out, _err = _run(command, "--help")
    assert status == 0
    assert f"Example: kiosk pack {command} " in out


def test_codes_are_written_only_if_asked_for(tmp_path: Path) -> None:
    words = ("build", SAMPLE, "--out", tmp_path, "--keys", tmp_path / "keys", "--qr", "none")
    status, out, _err = _run(*words)
    assert status == 0
    assert "codes   not written" in out
    assert not list(tmp_path.rglob("codes*"))
    status, _out, err = _run(*words, "--codes", "sealed", "--passphrase", "short")
    assert status == 2
    assert "8 characters" in err
    status, _out, _err = _run(*words, "--codes", "sealed", "--passphrase", "open sesame")
    assert status == 0
    (sealed,) = tmp_path.rglob("codes.sealed")
    status, _out, err = _run(
        "open-codes", sealed, "--out", tmp_path / "opened", "--passphrase", "open sesamE"
    )
    assert status == 1
    assert "another passphrase" in err
    status, _out, _err = _run(
        "open-codes", sealed, "--out", tmp_path / "opened", "--passphrase", "open sesame"
    )
    assert status == 0
    assert len((tmp_path / "opened" / "codes.csv").read_text(encoding="utf-8-sig").splitlines()) > 700


def test_what_differs_between_two_versions_is_said(
    built: tuple[Path, Path, dict[str, object]], tmp_path: Path
) -> None:
    _out, keys, said = built
    first = str(said["pack"])
    assert _run("diff", first, first, "--keys", keys)[0] == 0
    folder = tmp_path / "fair"
    shutil.copytree(SAMPLE, folder)
    (folder / "活动日程.xlsx").unlink()
    status, out, _err = _run(
        "build", folder, "--out", tmp_path / "out", "--keys", keys, "--version", "2", "--json"
    )
    assert status == 0
    second = json.loads(out)["pack"]
    status, out, err = _run("diff", first, second, "--keys", keys)
    assert (status, err) == (1, "")
    assert "12" in out  # sessions gone
    status, out, err = _run("diff", first, tmp_path / "none", "--keys", keys)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert err.startswith("kiosk pack: ")
