"""Contact sheets: every scene is on them, under its name, at its own place."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from tests.ui import contact_sheet
from tests.ui.stage import MODES, SIZES

CHECKOUT = Path(__file__).parents[2]


def test_the_brief_looks_have_every_language_orientation_and_mode():
    languages, orientations, modes = (set(each) for each in zip(*contact_sheet.BRIEF, strict=True))
    assert languages == {"zh", "en"}
    assert orientations == set(SIZES)
    assert set(MODES) - modes == {
        "low",
        "reduced motion",
    }  # low is in "large and low"; a picture stands still
    assert set(contact_sheet.BRIEF) <= set(contact_sheet.LOOKS)


def test_a_sheet_has_its_pictures_in_rows(application):
    colours = [QColor(20 * at, 100, 200) for at in range(9)]
    pictures = []
    for at, colour in enumerate(colours):
        picture = QImage(*contact_sheet.THUMB_PX["portrait"], QImage.Format.Format_RGB32)
        picture.fill(colour)
        pictures.append((str(at), picture))
    made = contact_sheet.sheet(pictures, "portrait")
    width, height = contact_sheet.THUMB_PX["portrait"]
    gap, below = contact_sheet.GAP_PX, contact_sheet.NAME_PX
    assert made.pixelColor(gap + 5, gap + 5) == colours[0]
    assert made.pixelColor(gap + 7 * (width + gap) + 5, gap + 5) == colours[7]
    assert made.pixelColor(gap + 5, gap + height + below + gap + 5) == colours[8]


def test_the_command_saves_sheets_and_full_pictures(tmp_path):
    look = ["--look", "en-landscape-plain", "--full"]
    run = [sys.executable, "-m", "tests.ui.contact_sheet", str(tmp_path), "walk_up consent", *look]
    done = subprocess.run(run, cwd=CHECKOUT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "1 scenes in 1 looks on 1 sheets" in done.stdout
    assert {path.name for path in tmp_path.iterdir()} == {
        "en-landscape-plain-1.png",
        "walk_up-consent-en-landscape-plain.png",
    }
    assert QImage(str(tmp_path / "walk_up-consent-en-landscape-plain.png")).width() == SIZES["landscape"][0]


def test_an_unknown_name_is_said(tmp_path):
    run = [sys.executable, "-m", "tests.ui.contact_sheet", str(tmp_path), "no such scene"]
    done = subprocess.run(run, cwd=CHECKOUT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert "no such look or scene" in done.stderr
