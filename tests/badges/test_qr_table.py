"""Symbols out of a table are, module by module, those that `qrcode` draws."""

from __future__ import annotations

import os
import random

import pytest
from qrcode import constants, util
from qrcode.main import QRCode

from kiosk.badges import code_qr, token_qr
from kiosk.badges.code_qr import CodePictures
from kiosk.badges.qr_table import ALPHANUMERIC, QrTable
from kiosk.badges.token_qr import TOKEN_VERSION, TokenCodes
from kiosk.domain.badge import CODE_ALPHABET, CODE_LENGTH, TOKEN_LENGTH

SYMBOLS = 1000 if os.environ.get("FAIR_KIOSK_LONG") else 150


def _drawn(text: str, version: int, mask: int) -> int:
    symbol = QRCode(version=version, error_correction=constants.ERROR_CORRECT_M, border=0, mask_pattern=mask)
    symbol.add_data(util.QRData(text, mode=util.MODE_ALPHA_NUM))
    symbol.make(fit=False)
    return int("".join("1" if dark else "0" for row in symbol.modules for dark in row), 2)


def test_a_tokens_symbol_is_the_one_that_is_drawn() -> None:
    codes, chance = TokenCodes(), random.Random(1)
    for _ in range(SYMBOLS):
        token = "F1" + "".join(chance.choices(CODE_ALPHABET, k=TOKEN_LENGTH - 2))
        assert codes.modules(token) == _drawn(token, TOKEN_VERSION, token_qr.MASK)


def test_a_registration_codes_symbol_is_the_one_that_is_drawn() -> None:
    codes, chance = CodePictures(), random.Random(2)
    for _ in range(SYMBOLS):
        code = "".join(chance.choices(CODE_ALPHABET, k=CODE_LENGTH))
        assert codes.modules(code) == _drawn(code, code_qr.VERSION, code_qr.MASK)


@pytest.mark.parametrize(("version", "length", "mask"), [(1, 8, 0), (3, 40, 5), (7, 90, 7), (5, 120, 2)])
def test_other_versions_and_every_character(version: int, length: int, mask: int) -> None:
    table = QrTable(length, version=version, mask=mask, row_bits=17 + 4 * version)
    for shift in range(len(ALPHANUMERIC)):
        text = "".join(ALPHANUMERIC[(shift + 7 * place) % len(ALPHANUMERIC)] for place in range(length))
        assert table.symbol(text) == _drawn(text, version, mask)
