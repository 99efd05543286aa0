"""Whatever is in an organiser's files: a pack, or one clear line. Never anything else."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.pack.build import check_folder
from kiosk.pack.faults import PackFault
from kiosk.pack.organiser import OrganiserKeys

FILES = (
    "fair.toml",
    "平面图_1.svg",
    "展位坐标.csv",
    "参会单位汇总表.csv",
    "学生预约名单.csv",
    "活动日程.xlsx",
)
EXAMPLES = 300 if os.environ.get("FAIR_KIOSK_LONG") else 10
SPOILT = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [
            b"-1",
            b"0",
            b"99999999999",
            b"1e400",
            b"nan",
            b'"',
            b"\n",
            b",",
            b"<",
            b"&",
            b"\xff\xfe",
            b"\0",
            b"=",
        ]
    ),
)


@pytest.mark.parametrize("file", FILES)
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_a_spoilt_file(
    small: Path,
    sample_fairs: Path,
    organiser: OrganiserKeys,
    lists_folder: Path,
    file: str,
    data: st.DataObject,
) -> None:
    programme = small / "活动日程.xlsx"
    if not programme.exists():
        shutil.copyfile(sample_fairs / "double_selection" / programme.name, programme)
    path = small / file
    original = path.with_name(path.name + ".original")
    if not original.exists():
        shutil.copyfile(path, original)
    whole = original.read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 20)))
    path.write_bytes(whole[:start] + data.draw(SPOILT) + whole[end:])
    words: list[str] = []
    try:
        checked = check_folder(small, organiser, lists_folder, lambda _stage, _done, _total: None)
        assert all(each.balanced for each in checked.ledger.tallies())
    except PackFault as fault:
        words = [fault.words.zh, fault.words.en]
    finally:
        shutil.copyfile(original, path)
    assert all(each and "\n" not in each for each in words)
