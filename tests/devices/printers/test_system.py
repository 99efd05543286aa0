"""The system's printer, through Qt: what the spooler gets is the page, dot for dot; and a real CUPS."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.devices.printers.system import SystemPrinter, _Calls
from kiosk.domain.printing import PrintState
from tests.devices.printers.cups_here import Cups
from tests.devices.printers.ippeve_here import IppEve
from tests.devices.printers.pictures import BADGE, DPI, RASTER, differ, drawn, in_blocks, picture_in
from tests.devices.printers.printing import JOB
from tests.devices.printers.waiting import until

TO_FILES = """
import json, sys
from pathlib import Path
from kiosk.devices.printers.system import SystemPrinter
from kiosk.domain.printing import Media, Page, Raster
folder, media = Path(sys.argv[1]), Media(105, 148)
badge = Raster(1240, 1748, 300, 24, (folder / "badge").read_bytes())
pages = {
    "badge": Page(1, media, raster=badge),
    "sheet": Page(2, media, pdf=(folder / "sheet").read_bytes()),
    "nothing": Page(3, media),
    "broken": Page(4, media, pdf=b"%PDF-1.4 nothing"),
    "mono": Page(5, media, raster=Raster(8, 1, 300, 1, bytes(1))),
}
printers = {name: SystemPrinter("right", to_file=str(folder / f"{name}.pdf")) for name in pages}
sent = {name: printers[name].send(page) for name, page in pages.items()}
look = printers["badge"].look()
told = {name: [each.state, each.trouble, each.reference] for name, each in sent.items()}
print(json.dumps({**told, "look": [look.trouble, look.abilities.takes, look.abilities.confirms]}))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("system")


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, list[object]]:
    """What was told of each page; a process of its own, as Qt has one application a process."""
    (folder / "badge").write_bytes(RASTER.data)
    BADGE.save(folder / "sheet", "PDF", resolution=DPI)
    words = [sys.executable, "-c", TO_FILES, str(folder)]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60, env=surroundings)
    assert done.returncode == 0, done.stderr
    read: dict[str, list[object]] = json.loads(done.stdout)
    return read


def test_a_badge_is_spooled_dot_for_dot(told: dict[str, list[object]], folder: Path, tmp_path: Path) -> None:
    assert told["badge"] == ["sent", None, ""]
    assert picture_in(folder / "badge.pdf", tmp_path).tobytes() == RASTER.data
    assert differ(drawn(folder / "badge.pdf", tmp_path), in_blocks(BADGE)) < 0.02


def test_a_pdf_is_spooled(told: dict[str, list[object]], folder: Path, tmp_path: Path) -> None:
    assert told["sheet"] == ["sent", None, ""]
    assert drawn(folder / "sheet.pdf", tmp_path).getextrema() != ((255, 255),) * 3
    assert differ(drawn(folder / "sheet.pdf", tmp_path), drawn(folder / "sheet", tmp_path)) < 0.02


@pytest.mark.parametrize("page", ["nothing", "broken", "mono"])
def test_what_cannot_be_drawn(told: dict[str, list[object]], page: str) -> None:
    assert told[page] == ["failed", "not_drawn", ""]


def test_it_never_says_that_it_knows(told: dict[str, list[object]]) -> None:
    assert told["look"] == [None, "colour", False]
    printer = SystemPrinter("right", "badges")
    assert printer.follow("").state is PrintState.SENT
    assert printer.cancel("").state is PrintState.SENT
    assert printer.find(JOB) is None


def test_a_driver_that_hangs_holds_nobody_up() -> None:
    calls, free = _Calls(), threading.Event()
    assert calls.bounded(lambda: 1, 5.0, 0) == 1
    assert calls.bounded(lambda: free.wait(30), 0.05, None) is None
    assert calls.bounded(lambda: 2, 5.0, 0) == 0  # nothing is sent while the first may still be on its way
    free.set()
    until(lambda: calls.bounded(lambda: 3, 5.0, 0) == 3, "it goes on")


PROGRAM = """
import json, sys
from pathlib import Path
from kiosk.devices.printers.system import make
from kiosk.devices.settings import PrinterSettings
from kiosk.domain.printing import Media, Page, Raster
printer = make(PrinterSettings(kind="system", address=sys.argv[1]))
look = printer.look()
raster = Raster(1240, 1748, 300, 24, Path(sys.argv[3]).read_bytes())
page = Page(int(sys.argv[2]), Media(105, 148), raster=raster)
sent = printer.send(page)
gone = make(PrinterSettings(kind="system", address="other")).look()
media = look.abilities.media if look.abilities else None
size = media and [round(media.width_mm), round(media.height_mm)]
print(json.dumps([look.trouble, size, sent.state, gone.trouble]))
"""


def test_through_cups(cups: Cups, ippeve: Callable[..., IppEve], tmp_path: Path) -> None:
    eve = ippeve()
    cups.add("badges", eve.address)
    (tmp_path / "badge").write_bytes(RASTER.data)
    surroundings = {**os.environ, **cups.environment, "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-c", PROGRAM, "badges", str(JOB), str(tmp_path / "badge")]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60, env=surroundings)
    assert done.returncode == 0, done.stderr
    trouble, size, state, of_another = json.loads(done.stdout)
    assert (trouble, state, of_another) == (None, "sent", "gone")
    assert size in (None, [105, 148])  # a queue does not always say
    until(lambda: eve.printed, "it came out")
    (tmp_path / "printed.pdf").write_bytes(eve.printed[0].document)
    printed = drawn(tmp_path / "printed.pdf", tmp_path)
    assert differ(printed, in_blocks(BADGE)) < 0.02
    assert eve.printed[0].name == f"{JOB:016x}"
