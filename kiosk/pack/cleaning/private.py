"""Identity numbers of people: we need none, so we keep none (PIPL article 6, domain.md section 5).

Source: GB 11643-1999, 18 digits, of which 6 are a division and 8 a day of birth.
"""

from __future__ import annotations

import re
import unicodedata

BLANKED = "（身份证号，已隐去）"
"""Stands in every list where an identity number stood."""
_DAY = r"(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_PROVINCES = r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])"
_SHORTEST = 17
_PERSON = re.compile(
    rf"(?<![0-9A-Za-z])(?:{_PROVINCES}[0-9]{{4}}[ \-]?{_DAY}[ \-]?[0-9]{{3}}[0-9Xx])(?![0-9A-Za-z])"
)
_PERSON_IN_FLOAT = re.compile(r"(?<![0-9.])([1-8])\.([0-9]{14,16})[eE]\+?17(?![0-9])")
_HEAD = re.compile(rf"^{_PROVINCES}[0-9]{{4}}{_DAY}")


def without_identity_numbers(text: str) -> str:
    """The text itself, or one with every identity number blanked: in full width, with spaces, as a float too.

    Province and day of birth tell it from other long numbers. The check digit does not: with a slip in it, it
    is still somebody's number.
    """
    if len(text) < _SHORTEST:
        return text
    folded_text = text if text.isascii() else unicodedata.normalize("NFKC", text)
    if not _PERSON.search(folded_text) and "17" not in folded_text[-3:]:
        return text
    blanked = _PERSON.sub(BLANKED, folded_text)
    blanked = _PERSON_IN_FLOAT.sub(_blank_float, blanked)
    return text if blanked == folded_text else blanked


def _blank_float(match: re.Match[str]) -> str:
    return BLANKED if _HEAD.match(match[1] + match[2]) else match[0]
