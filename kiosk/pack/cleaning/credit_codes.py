"""Unified social credit codes (统一社会信用代码).

Source: GB 32100-2015, 18 characters, the last a check on the others by 3^i modulo 31.
"""

from __future__ import annotations

import re

from kiosk.pack.cleaning.texts import UNDECIDED, Cleaned, folded

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_CREDIT = re.compile(rf"^[{_ALPHABET}]{{18}}$")


def credit_code(raw: str) -> Cleaned[str]:
    """统一社会信用代码, if its check digit is right; else nothing, for a slip in it names somebody else."""
    text = re.sub(r"[\s\-]", "", folded(raw)).upper()
    if not text or text.casefold() in UNDECIDED:
        return Cleaned("")
    if not _CREDIT.match(text):
        return Cleaned("", "no credit code")
    if text[-1] != credit_check_digit(text[:17]):
        return Cleaned("", "credit code's check digit")
    return Cleaned(text, "" if text == raw else "credit code")


def credit_check_digit(first: str) -> str:
    """The check character of a code's first 17, which must be of the code's alphabet."""
    total = sum(_ALPHABET.index(each) * weight for each, weight in zip(first, _WEIGHTS, strict=True))
    return _ALPHABET[-total % 31]
