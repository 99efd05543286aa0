"""Real badges on label printers: drawn, handed over, printed, and their codes read off the printed label."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from kiosk.badges.face import BadgeFace
from kiosk.badges.reading import picture_read
from kiosk.badges.renderer import Renderer
from kiosk.devices.printers.kinds import printer_of
from kiosk.devices.settings import PrinterSettings
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.printing import Page, PrintState
from tests.devices.printers.label_listener import LabelListener

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
TOKEN = "F1" + "AB7Q" * 37
EVIL = "林^XZ~JA\r\nPRINT 9\r\n\x1b!R知远"
"""A name that would be commands if it ever stood in a label as text."""


@pytest.mark.parametrize("name", ["林知远", "阿卜杜热合曼·艾尔肯", EVIL])
@pytest.mark.parametrize(
    ("language", "layout", "dpi"),
    [("zpl", "label_4x3", 203), ("tspl", "tape_62", 203), ("zpl", "tape_62", 300), ("tspl", "a7", 203)],
)
def test_a_badge_comes_out_and_its_code_is_its_token(language: str, layout: str, dpi: int, name: str) -> None:
    renderer = Renderer(RESOURCES / "fonts", RESOURCES / "badge_layouts")
    face = BadgeFace(
        TOKEN, BadgeType.GRADUATE, name, "北京科技大学", "计算机·硕士", "双选会", "12月5日", "4 号台"
    )
    media = {each.id: each.media for each in renderer.layouts()}[layout]
    with LabelListener(language, model="GP-1324D") as box:
        printer = printer_of(PrinterSettings(kind=language, address=box.address))
        raster = renderer.raster(face, layout, dpi=dpi, bits=1)
        sent = printer.send(Page(7, media, raster=raster))
        assert sent.state is PrintState.SENT
        (job,) = box.wait_printed(1)
        assert printer.follow(sent.reference).state is PrintState.CONFIRMED
        for part in ("林知远", "艾尔肯", "知远", "PRINT 9"):
            assert part.encode() not in job
        assert TOKEN.encode() not in box.received
        (label,) = box.labels(dpi)
        assert (label.width_px, label.height_px, label.data) == (
            raster.width_px,
            raster.height_px,
            raster.data,
        )
        picture = Image.frombytes("1", (label.width_px, label.height_px), label.data, "raw", "1;I")
        assert TOKEN in picture_read(picture.convert("L"))
