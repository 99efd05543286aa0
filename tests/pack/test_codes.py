"""The codes file that the organiser sends out."""

from __future__ import annotations

import csv
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kiosk.domain.attendee import Registration
from kiosk.keys.fault import KeyFault
from kiosk.pack.build import BuildReport
from kiosk.pack.codes import open_codes
from kiosk.pack.records.attendees import STATE_WORDS

Build = Callable[..., BuildReport]


def _lines(report: BuildReport) -> list[dict[str, str]]:
    assert report.codes is not None
    with report.codes.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_line_a_person(build_small: Build) -> None:
    report = build_small()
    lines = _lines(report)
    assert [(each["姓名"], each["手机尾号"], each["证件"], each["状态"]) for each in lines] == [
        ("林知远", "0011", "毕业生", "已确认"),
        ("阿依古丽·买买提", "0012", "毕业生", "已确认"),
    ]
    assert all(len(each["登记码"]) == 26 for each in lines)
    assert report.codes.read_bytes().startswith(b"\xef\xbb\xbf"), "so that Excel opens it"


@pytest.mark.parametrize("registration", Registration)
def test_a_person_of_any_state_has_a_line(
    small: Path, build_small: Build, registration: Registration
) -> None:
    state = STATE_WORDS[registration]
    path = small / "学生预约名单.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([f"{lines[0]},状态", f"{lines[1]},{state}"]) + "\n", encoding="utf-8")
    assert [each["状态"] for each in _lines(build_small())] == [state]


def test_it_is_its_owners_alone(build_small: Build) -> None:
    report = build_small()
    assert stat.S_IMODE(report.codes.stat().st_mode) == 0o600
    assert stat.S_IMODE(report.codes.parent.stat().st_mode) == 0o700


def test_each_picture_reads_as_its_code(build_small: Build) -> None:
    report = build_small(pictures=True)
    for line in _lines(report):
        picture = report.codes.parent / line["二维码文件"]
        assert picture.name == f"{line['登记码'][:8]}.png"
        with Image.open(picture) as image:
            found = zxingcpp.read_barcodes(image.convert("L"))
        assert [each.text for each in found] == [line["登记码"]]


def test_no_pictures_if_not_wished(build_small: Build) -> None:
    report = build_small()
    assert not (report.codes.parent / "qr").exists()
    assert {each["二维码文件"] for each in _lines(report)} == {""}


def test_pictures_of_those_who_left_are_removed_and_others_stay(small: Path, build_small: Build) -> None:
    first = build_small(pictures=True)
    folder = first.codes.parent / "qr"
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    path = small / "学生预约名单.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(lines[:2]) + "\n", encoding="utf-8")
    build_small(pictures=True)
    after = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert len(before) == 2
    assert len(after) == 1
    assert after.items() <= before.items()


def test_unasked_nothing_is_written(build_small: Build) -> None:
    report = build_small(codes="none")
    assert report.codes is None
    assert not list(report.pack.parent.rglob("*codes*"))


def test_sealed_codes_open_with_the_passphrase_alone(build_small: Build, tmp_path: Path) -> None:
    plain = build_small(pictures=True)
    sealed = build_small(codes="sealed", pictures=True)
    assert sealed.codes is not None
    assert sealed.codes.name == "codes.sealed"
    assert stat.S_IMODE(sealed.codes.stat().st_mode) == 0o600
    code = _lines(plain)[0]["登记码"]
    assert code.encode() not in sealed.codes.read_bytes()
    with pytest.raises(KeyFault):
        open_codes(sealed.codes, "sesame opeN", tmp_path / "opened")
    assert not (tmp_path / "opened").exists()
    opened = open_codes(sealed.codes, "sesame open", tmp_path / "opened")
    assert plain.codes is not None
    assert opened.read_bytes() == plain.codes.read_bytes()
    for name in ("qr/" + f"{line['登记码'][:8]}.png" for line in _lines(plain)):
        assert (opened.parent / name).read_bytes() == (plain.codes.parent / name).read_bytes()
