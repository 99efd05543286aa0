"""A whole batch in one file: every code decodes to its own token, every name stands on its own page.

120 badges; 10,000 with FAIR_KIOSK_LONG.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from kiosk.badges.face import BadgeFace
from kiosk.badges.reading import picture_read
from kiosk.badges.renderer import Renderer
from kiosk.badges.setting import tidy
from kiosk.domain.badge_type import BadgeType

RESOURCES = Path(__file__).parents[2] / "resources"
NAMES = (Path(__file__).parent / "names.txt").read_text(encoding="utf-8").splitlines()
BADGES = 10_000 if os.environ.get("FAIR_KIOSK_LONG") else 120
BYTES_A_BADGE = 2048
READING_DPI = 100
"""Five dots a module."""


def _names() -> Iterator[str]:
    """Some that hurt, then some as a fair has them."""
    chance = random.Random(5)
    yield from NAMES[::4]
    while True:
        yield chance.choice("王李张刘陈杨赵黄周吴") + "".join(
            chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(chance.choice((1, 2, 2, 3)))
        )


@pytest.fixture(scope="module")
def batch(make_token: Callable[[int], str], make_face: Callable[..., BadgeFace]) -> list[BadgeFace]:
    types = list(BadgeType)
    return [
        replace(make_face(name, types[at % len(types)], sample=False), token=make_token(at))
        for at, name in zip(range(BADGES), _names(), strict=False)
    ]


def test_every_badge_of_a_batch_has_its_own_code_and_its_own_name(
    batch: list[BadgeFace], pdf_text: Callable[[bytes], str]
) -> None:
    pdf = Renderer(RESOURCES / "fonts", RESOURCES / "badge_layouts").pdf_of_many(batch, "a6")
    texts = pdf_text(pdf).split("\f")[:-1]
    assert len(texts) == len(batch)
    assert [face.name for face, text in zip(batch, texts, strict=True) if tidy(face.name) not in text] == []
    document = pypdfium2.PdfDocument(pdf)
    for at, face in enumerate(batch):
        page = document[at]
        picture = page.render(scale=READING_DPI / 72, grayscale=True).to_numpy()
        # not Micro QR, which zxing-cpp counts as QR: one code of 10,000 has something like it in its corner
        found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCodeModel2)
        assert [each.text for each in found] == [face.token]
        page.close()
    assert len({face.token for face in batch}) == len(batch)
    assert len(pdf) / len(batch) < BYTES_A_BADGE * (1 if BADGES > 1000 else 2)  # the fonts are shared by more


def test_what_looks_like_a_micro_qr_in_a_codes_corner_is_not_read(
    make_token: Callable[[int], str], make_face: Callable[..., BadgeFace]
) -> None:
    face = replace(make_face("林知远", sample=False), token=make_token(388))
    pdf = Renderer(RESOURCES / "fonts", RESOURCES / "badge_layouts").pdf(face, "a6")
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=READING_DPI / 72, grayscale=True).to_pil()
    family = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    assert len(family) == 2  # so that this test can fail
    assert picture_read(picture) == (face.token,)
