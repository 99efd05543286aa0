"""The sample fairs built once, and a small organiser's folder that a test may spoil."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.pack.build import BuildReport, build, kiosks_of
from kiosk.pack.cleaning.lists import Lists, read_lists
from kiosk.pack.codes import CodesMode
from kiosk.pack.organiser import OrganiserKeys

ROOT = Path(__file__).resolve().parents[2]
SMALL_FAIR = """
[fair]
id = "small-2026"
kind = "double_selection"
name_zh = "小型双选会（示例）"
name_en = "Small fair (sample)"
venue_zh = "一号楼"
[[day]]
date = 2026-11-28
opens = "08:30"
closes = "16:00"
[[slot]]
start = "09:00"
end = "10:00"
[policy]
desk_zh = "1 号服务台"
consent_version = "1"
consent_zh = "说明"
[[level]]
id = "1"
name_zh = "1 号馆"
[[zone]]
letter = "A"
name_zh = "综合"
level = "1"
[[gate]]
id = "east"
name_zh = "东门"
[[kiosk]]
id = "east-1"
gate = "east"
name_zh = "东门 1 号机"
[[staff]]
id = "s1"
name = "陈示例"
pin = "4074"
"""
SMALL_PLAN = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" data-level="1"
 data-units-per-metre="10">
 <polygon class="floor" points="0,0 300,0 300,200 0,200"/>
 <circle class="gate" data-gate="east" cx="150" cy="195" r="4"/>
 <circle class="kiosk" data-kiosk="east-1" data-heading="0" cx="150" cy="180" r="4"/>
</svg>
"""
SMALL_GEOMETRY = "展位号,楼层,X,Y,宽,高,朝向\nA001,1,5,5,3,3,南\nA002,1,8,5,3,3,南\nA003,1,20,5,3,3,西\n"
SMALL_EMPLOYERS = (
    "序号,展位号,单位名称,单位性质\n1,A001,京华软件（示例）,国有企业\n2,A002,燕山重工（示例）,其他企业\n"
)
SMALL_STUDENTS = (
    "姓名,学校,学校标识码,学号,学历层次,专业,毕业年份,手机号,预约时段\n"
    "林知远,北京科技大学,4111010008,202300101,本科,计算机科学与技术,2027,13000000011,09:00-10:00\n"
    "阿依古丽·买买提,中央民族大学,4111010052,202300102,硕士,法学,2027,13000000012,09:00-10:00\n"
)


@pytest.fixture(scope="session")
def lists_folder() -> Path:
    return ROOT / "resources" / "lists"


@pytest.fixture(scope="session")
def lists(lists_folder: Path) -> Lists:
    return read_lists(lists_folder)


@pytest.fixture(scope="session")
def sample_fairs() -> Path:
    return ROOT / "resources" / "sample_fairs"


@pytest.fixture(scope="session")
def organiser() -> OrganiserKeys:
    """Keys that are the same in every run, for the kiosks of all fairs here."""
    kiosks = ("east-1", "east-2", "west-1", "upper-1")
    return OrganiserKeys(b"s" * 32, b"a" * 32, b"v" * 32, {each: each.ljust(32).encode() for each in kiosks})


def _built(folder: Path, out: Path, organiser: OrganiserKeys, lists_folder: Path) -> BuildReport:
    kiosks = {each: each.ljust(32).encode() for each in kiosks_of(folder)}
    keys = OrganiserKeys(
        organiser.secret, organiser.authority_seed, organiser.venue_private, organiser.kiosks | kiosks
    )
    return build(folder, out, keys, lists_folder, pictures=False)


@pytest.fixture(scope="session")
def double(
    tmp_path_factory: pytest.TempPathFactory,
    sample_fairs: Path,
    organiser: OrganiserKeys,
    lists_folder: Path,
) -> BuildReport:
    """The double-selection sample fair, built."""
    out = tmp_path_factory.mktemp("double")
    return _built(sample_fairs / "double_selection", out, organiser, lists_folder)


@pytest.fixture(scope="session")
def reverse(
    tmp_path_factory: pytest.TempPathFactory,
    sample_fairs: Path,
    organiser: OrganiserKeys,
    lists_folder: Path,
) -> BuildReport:
    """The reverse sample fair, built."""
    return _built(sample_fairs / "reverse", tmp_path_factory.mktemp("reverse"), organiser, lists_folder)


@pytest.fixture(scope="session")
def small_versions(
    tmp_path_factory: pytest.TempPathFactory, organiser: OrganiserKeys, lists_folder: Path
) -> dict[int, BuildReport]:
    """The small fair built three times over, as versions 1 to 3. To be copied, not changed."""
    folder = _write_small(tmp_path_factory.mktemp("small_versions"))
    return {
        version: build(folder, folder.parent / "out", organiser, lists_folder, pictures=False)
        for version in (1, 2, 3)
    }


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small organiser's folder."""
    return _write_small(tmp_path)


def _write_small(parent: Path) -> Path:
    folder = parent / "small"
    folder.mkdir()
    for name, text in (
        ("fair.toml", SMALL_FAIR),
        ("平面图_1.svg", SMALL_PLAN),
        ("展位坐标.csv", SMALL_GEOMETRY),
        ("参会单位汇总表.csv", SMALL_EMPLOYERS),
        ("学生预约名单.csv", SMALL_STUDENTS),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def build_small(
    small: Path, tmp_path: Path, organiser: OrganiserKeys, lists_folder: Path
) -> Callable[..., BuildReport]:
    """Builds the small folder as it then stands; `version`, `pictures`, `codes` as for `build`."""

    def run(**options: object) -> BuildReport:
        pictures = bool(options.get("pictures", False))
        version = options.get("version")
        assert version is None or isinstance(version, int)
        codes = CodesMode(str(options.get("codes", "plain")))
        return build(
            small,
            tmp_path / "out",
            organiser,
            lists_folder,
            version=version,
            pictures=pictures,
            codes=codes,
            passphrase="sesame open",
        )

    return run


@pytest.fixture
def today() -> date:
    return date(2026, 11, 27)
