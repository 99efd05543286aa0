"""A scan under a real X server, with Pinyin on: no input method swallows it, and no field gets any of it."""

import ctypes.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.domain.badge import NOBODYS_TOKEN
from tests.ui.real_keys import CODE, STUDENT

if sys.platform == "win32":
    pytest.skip("X is not there", allow_module_level=True)

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """What became of each case, on a desktop that would have its own input method."""
    needed = (shutil.which("xvfb-run"), ctypes.util.find_library("Xtst"))
    assert all(needed), "apt-get install xvfb libxtst6"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "QSG_"))},
        "XDG_CONFIG_HOME": str(tmp_path_factory.mktemp("config")),
        "QT_IM_MODULE": "fcitx",
        "QT_IM_MODULES": "wayland;fcitx;ibus",
    }
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1080x1920x24", sys.executable, "-m", "tests.ui.real_keys"],
        cwd=CHECKOUT, env=environment, stdout=subprocess.PIPE, text=True, timeout=120, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("case", "scanned", "field"),
    [
        ("home", CODE, None),
        ("Pinyin on", CODE, ""),
        ("small letters", "nihaozhongguo", ""),
        ("half a word", CODE, "你"),  # it was typed before, and is taken over
        ("a token without an end", NOBODYS_TOKEN, ""),
        ("CR LF", CODE, ""),
        ("Tab", CODE, ""),
        ("separators", CODE, ""),
        ("CapsLock", CODE.lower(), ""),
        ("Shift held", "WELCOME)))!", ""),
        ("number pad", STUDENT, ""),
        ("ALT mode", CODE, ""),
        ("staff", CODE, None),
        ("find", CODE, None),
    ],
)
def test_a_scan_is_whole_and_in_no_field(played, case, scanned, field):
    assert played[case]["scanned"] == [scanned]
    assert played[case]["field"] == field


def test_what_a_person_types_is_typed(played):
    assert played["a person"] == {"scanned": [], "field": "Li", "page": "walk_up"}


def test_no_key_of_a_scan_leads_anywhere(played):
    pages = {case: outcome["page"] for case, outcome in played.items()}
    others = {"home": "home", "staff": "staff", "find": "find"}
    assert pages == {case: others.get(case, "walk_up") for case in pages}


@pytest.mark.parametrize(
    ("case", "taken"),
    [
        ("Enter in a word", "ni"),
        ("the number pad's Enter in a word", "你"),
    ],  # Enter: the letters, as everywhere
)
def test_enter_takes_half_a_word_over_and_sends_nothing_off(played, case, taken):
    assert played[case] == {"scanned": [], "field": taken, "page": "walk_up"}  # still asked for the name
