"""Each page as the first that is opened: what QML types it needs is loaded by it, not by a page before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ALONE = """
import sys
from PySide6.QtGui import QGuiApplication
from kiosk.ui.window import build_window, prepare_environment
prepare_environment()
application = QGuiApplication(["kiosk"])
from tests.fakes.services import FakeKiosk
from tests.ui.stage import Stage
window = build_window(still=True)
window.show(1080, 1920)
kiosk = FakeKiosk()
window.attach(kiosk)
stage = Stage(window, kiosk)
stage.rest()
stage.models.navigation.open(sys.argv[1], sys.argv[2])
stage.rest()
print(stage.models.page(sys.argv[1]).state)
window.close()
"""


@pytest.mark.parametrize(
    ("page", "argument"),
    [
        ("find", ""),
        ("listing", "3"),
        ("way", "A003"),
        ("programme", ""),
        ("session", "S01"),
        ("season", ""),
    ],
)
def test_a_page_that_is_opened_first(page: str, argument: str) -> None:
    root = Path(__file__).parents[3]
    ran = subprocess.run(
        [sys.executable, "-c", ALONE, page, argument],
        cwd=root,
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ran.stdout.strip(), [line for line in ran.stderr.splitlines() if "qml" in line]) == ("ready", [])
