"""Two packs on disk: what the organiser changed in the spreadsheets is what is said; nobody is named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.commands.pack_diff import diff
from kiosk.domain.fairpack_changes import changes_between
from kiosk.domain.fairpack_changes_words import words
from kiosk.keys.providers import create_key_file
from kiosk.pack import manifest as manifests
from kiosk.pack import organiser as organisers
from kiosk.pack.build import BuildReport
from kiosk.pack.comparing import check_both, compared
from kiosk.pack.faults import PackFault
from kiosk.pack.organiser import OrganiserKeys

Build = Callable[..., BuildReport]


@pytest.fixture
def versions(build_small: Build, small: Path) -> tuple[BuildReport, BuildReport]:
    """The small fair, and the small fair after the organiser has had another look."""
    old = build_small(codes="none")
    for name, before, after in (
        ("参会单位汇总表.csv", "1,A001,京华软件", "1,A003,京华软件"),
        ("参会单位汇总表.csv", "2,A002,燕山重工（示例）,其他企业", "2,A002,太行电力（示例）,国有企业"),
        ("学生预约名单.csv", "林知远", "顾清和"),
        ("fair.toml", 'consent_version = "1"', 'consent_version = "2"\nearly_grace_min = 5'),
    ):
        path = small / name
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")
    return old, build_small(codes="none")


def test_what_the_organiser_changed(
    versions: tuple[BuildReport, BuildReport], organiser: OrganiserKeys
) -> None:
    old, new = versions
    changes = compared(old.pack, new.pack, organiser.venue_private)
    zh = [each.zh for each in words(changes)]
    assert "规则“可以比预约时段早到几分钟”：10 → 5" in zh
    assert "登记的人：资料更正 1 人" in zh
    assert "用人单位新增 1 家：太行电力（示例）" in zh
    assert "A001 搬到 A003（京华软件（示例））" in zh
    assert "顾清和" not in "".join(zh)
    assert changes == changes_between(old.content, new.content), "streamed or in memory: the same"


def test_of_two_fairs_there_is_nothing_to_compare(
    small_versions: dict[int, BuildReport], reverse: BuildReport
) -> None:
    with pytest.raises(PackFault, match="packs of two fairs, small-2026 and bj-2026-reverse"):
        check_both(small_versions[1].pack, reverse.pack)


def test_a_damaged_one_is_not_compared(small_versions: dict[int, BuildReport], tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(small_versions[2].pack, pack)
    with (pack / manifests.CATALOGUE).open("ab") as file:
        file.write(b"0")
    with pytest.raises(PackFault, match="damaged or half copied"):
        check_both(small_versions[1].pack, pack)


# ---- kiosk pack diff


def _run(*arguments: object) -> tuple[int, str, str]:
    ran = CliRunner().invoke(diff, [str(each) for each in arguments], catch_exceptions=False)
    return ran.exit_code, ran.stdout, ran.stderr


@pytest.fixture
def state(tmp_path: Path, organiser: OrganiserKeys) -> Path:
    """A kiosk's folder with its keys."""
    folder = tmp_path / "state"
    folder.mkdir()
    create_key_file(folder / "keys.json", organiser.secrets_of("east-1"))
    return folder


def test_the_command_says_it_in_words(versions: tuple[BuildReport, BuildReport], state: Path) -> None:
    old, new = versions
    status, out, err = _run(old.pack, new.pack, "--state", state)
    assert (status, err) == (1, "")
    assert "A001 moved to A003 (京华软件（示例）)" in out.splitlines()
    assert _run(old.pack, old.pack, "--state", state)[:2] == (0, "Both versions hold the same.\n")
    assert "登记的人：资料更正 1 人" in _run(old.pack, new.pack, "--state", state, "--chinese")[1]


def test_the_command_says_it_as_json(versions: tuple[BuildReport, BuildReport], state: Path) -> None:
    old, new = versions
    status, out, _ = _run(old.pack, new.pack, "--state", state, "--json")
    said = json.loads(out)
    assert (status, said["same"], said["people"]["corrected"]) == (1, False, 1)
    assert {"zh", "en"} == set(said["words"][0])
    assert "顾清和" not in out


def test_the_organisers_keys_open_them_too(tmp_path: Path, build_small: Build) -> None:
    pack = build_small(codes="none").pack
    organisers.load_or_create(tmp_path / "keys", ["east-1"])
    status, out, err = _run(pack, pack, "--keys", tmp_path / "keys", "--json")
    assert (status, json.loads(out)["fault"]["en"]) == (
        2,
        "this pack was made for another venue and does not open here. Ask for this venue's.",
    )
    assert len(err.splitlines()) == 1
