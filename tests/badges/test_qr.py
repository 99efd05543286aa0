"""QR symbols, read back by another library."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from kiosk.badges.qr import Matrix, png, text_matrix

CODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _read(matrix: Matrix) -> zxingcpp.Barcode:
    modules = np.pad(np.array(matrix), 4)
    found = zxingcpp.read_barcodes(np.where(np.kron(modules, np.ones((6, 6))) > 0, 0, 255).astype(np.uint8))
    assert len(found) == 1
    return found[0]


def test_a_token_has_version_6_on_the_screen_too(make_token: Callable[[int], str]) -> None:
    for badge in range(5):
        matrix = text_matrix(make_token(badge))
        assert {len(matrix)} == {len(row) for row in matrix} == {41}
        assert _read(matrix).text == make_token(badge)


def test_texts_and_codes() -> None:
    assert _read(text_matrix(CODE)).text == CODE
    assert len(text_matrix(CODE)) == 25
    assert _read(text_matrix("第 3 馆 A012 · 林知远")).text == "第 3 馆 A012 · 林知远"


def test_a_text_may_be_as_long_as_the_largest_symbol_holds() -> None:
    assert len(text_matrix("京" * 777)) == 177
    with pytest.raises(ValueError):
        text_matrix("京" * 778)


def test_a_picture_of_a_code_is_read_and_small() -> None:
    picture = png(CODE)
    with Image.open(io.BytesIO(picture)) as image:
        assert image.size == ((25 + 8) * 8, (25 + 8) * 8)
        assert image.mode == "1"
        assert [each.text for each in zxingcpp.read_barcodes(image.convert("L"))] == [CODE]
    assert len(picture) < 1200
    assert picture == png(CODE)
