"""QR pictures out of a table are read back."""

from __future__ import annotations

import io
import random

import pytest
import zxingcpp
from PIL import Image

from kiosk.badges.code_qr import CodePictures
from kiosk.domain.badge import CODE_ALPHABET, CODE_LENGTH


@pytest.fixture(scope="module")
def pictures() -> CodePictures:
    return CodePictures()


def _code(seed: int) -> str:
    return "".join(random.Random(seed).choices(CODE_ALPHABET, k=CODE_LENGTH))


def test_every_picture_is_read_back(pictures: CodePictures) -> None:
    for seed in range(200):
        with Image.open(io.BytesIO(pictures.png(_code(seed)))) as image:
            found = zxingcpp.read_barcodes(image.convert("L"))
        assert [each.text for each in found] == [_code(seed)]


@pytest.mark.parametrize("code", ["", "A" * 25, "A" * 27, "A" * 25 + "1", "a" * 26])
def test_what_is_no_code_is_not_drawn(pictures: CodePictures, code: str) -> None:
    with pytest.raises(ValueError, match="no registration code"):
        pictures.png(code)
