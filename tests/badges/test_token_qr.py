"""Tokens' symbols as bitmaps, read back by another library. That they are right: test_qr_table.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import zxingcpp

from kiosk.badges.token_qr import MODULES, ROW_BYTES, TokenCodes


@pytest.fixture(scope="module")
def codes() -> TokenCodes:
    return TokenCodes()


def test_a_bitmap_has_the_same_modules_and_is_read(
    codes: TokenCodes, make_token: Callable[[int], str]
) -> None:
    for badge in range(20):
        token = make_token(badge)
        bitmap = codes.bitmap(token)
        assert len(bitmap) == MODULES * ROW_BYTES
        rows = [
            f"{int.from_bytes(bitmap[at : at + ROW_BYTES], 'big'):048b}"
            for at in range(0, len(bitmap), ROW_BYTES)
        ]
        assert all(row.endswith("0000000") for row in rows)
        assert int("".join(row[:MODULES] for row in rows), 2) == codes.modules(token)
        pixels = "".join(rows).encode().translate(bytes.maketrans(b"01", b"\xff\x00"))
        found = zxingcpp.read_barcodes(memoryview(pixels).cast("B", (MODULES, 8 * ROW_BYTES)))
        assert [each.text for each in found] == [token]


@pytest.mark.parametrize("text", ["", "F1" + "A" * 147, "F1" + "A" * 149, "f1" + "a" * 148, "\uff21" * 150])
def test_only_tokens_become_symbols(codes: TokenCodes, text: str) -> None:
    for draw in (codes.bitmap, codes.modules):
        with pytest.raises(ValueError, match="a badge token has"):
            draw(text)
