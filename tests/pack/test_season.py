"""A season: a folder with a folder a fair, built one after the other, and run again after an interruption."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.pack.build import BuildReport, build
from kiosk.pack.codes import CodesMode
from kiosk.pack.faults import PackFault
from kiosk.pack.organiser import OrganiserKeys
from kiosk.pack.season import SeasonLine, build_season, fairs_in

Made = Callable[[Path], BuildReport]


@pytest.fixture
def season(small: Path, tmp_path: Path) -> Path:
    """Two small fairs, and a folder that is none."""
    folder = tmp_path / "season"
    for name in ("autumn", "winter"):
        shutil.copytree(small, folder / name)
        file = folder / name / "fair.toml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('id = "', f'id = "{name}-', 1), encoding="utf-8")
    (folder / "notes").mkdir()
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "season_out"


@pytest.fixture
def run(
    season: Path, out: Path, organiser: OrganiserKeys, lists_folder: Path
) -> Callable[..., list[SeasonLine]]:
    """Builds the season as it then stands; `stopped_at` is where somebody pulls the plug."""

    def go(stopped_at: str = "", codes: CodesMode = CodesMode.NONE) -> list[SeasonLine]:
        def made(folder: Path) -> BuildReport:
            if folder.name == stopped_at:
                raise KeyboardInterrupt
            return build(folder, out, organiser, lists_folder, pictures=False, plans=False, codes=codes)

        lines: list[SeasonLine] = []
        try:
            lines.extend(build_season(fairs_in(season), out, lists_folder, made, codes))
        except KeyboardInterrupt:
            assert stopped_at
        return lines

    return go


def _packs(out: Path) -> list[str]:
    return sorted(path.name.split("-", 1)[0] + path.stem[-3:] for path in out.glob("*.fairpack"))


def test_each_fair_is_built_and_left_alone_until_it_changes(
    run: Callable[..., list[SeasonLine]], season: Path, out: Path
) -> None:
    assert [line.unchanged for line in run()] == [False, False]
    assert _packs(out) == ["autumn-v1", "winter-v1"]
    assert [line.unchanged for line in run()] == [True, True]
    (season / "winter" / "columns.toml").write_text("", encoding="utf-8")
    assert [line.unchanged for line in run()] == [True, False]
    assert _packs(out) == ["autumn-v1", "winter-v1", "winter-v2"]


def test_an_interrupted_season_goes_on_where_it_was(run: Callable[..., list[SeasonLine]], out: Path) -> None:
    run(stopped_at="winter")
    assert _packs(out) == ["autumn-v1"]
    assert [line.unchanged for line in run()] == [True, False]
    assert _packs(out) == ["autumn-v1", "winter-v1"]


def test_a_fault_of_one_fair_does_not_stop_the_others(
    run: Callable[..., list[SeasonLine]], season: Path, out: Path
) -> None:
    for path in (season / "autumn").glob("展位坐标.*"):
        path.unlink()
    first, second = run()
    assert first.fault is not None
    assert "展位坐标" in first.fault.zh
    assert second.report is not None
    assert _packs(out) == ["winter-v1"]


def test_a_report_that_was_lost_means_building_again(run: Callable[..., list[SeasonLine]], out: Path) -> None:
    run()
    for report in out.glob("*.report"):
        shutil.rmtree(report)
    assert [line.unchanged for line in run()] == [False, False]


def test_codes_that_are_asked_for_later_are_written(run: Callable[..., list[SeasonLine]], out: Path) -> None:
    run()
    assert not list(out.rglob("codes.csv"))
    assert [line.unchanged for line in run(codes=CodesMode.PLAIN)] == [False, False]
    assert len(list(out.rglob("codes.csv"))) == 2
    assert [line.unchanged for line in run(codes=CodesMode.PLAIN)] == [True, True]
    assert [line.unchanged for line in run()] == [True, True]


def test_two_fairs_of_one_id_are_refused(season: Path) -> None:
    shutil.copytree(season / "autumn", season / "spring")
    with pytest.raises(PackFault, match=r"autumn and spring have the same fair\.id"):
        fairs_in(season)


def test_a_folder_without_fairs(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with pytest.raises(PackFault, match=r"no fair\.toml in"):
        fairs_in(tmp_path / "none")
    with pytest.raises(PackFault, match="there is no folder"):
        fairs_in(tmp_path / "nowhere")


def test_one_fairs_own_folder_is_a_season_of_one(season: Path) -> None:
    assert [fair.id[:6] for fair in fairs_in(season / "winter")] == ["winter"]
