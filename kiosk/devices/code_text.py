"""What a scanner sends, freed of what scanners add to it. Pure."""

from __future__ import annotations

import re
import unicodedata

from kiosk.devices.wedge import MOST_LENGTH
from kiosk.domain import badge

_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")
"""An AIM symbology identifier (ISO/IEC 15424): ]Q1 before a QR, ]C0 before a Code 128. None of our codes
begins with a bracket."""
_STUDENT_NUMBER = re.compile(r"[A-Z]{0,3}\d{6,14}", re.ASCII)
_UNSEEN = frozenset({"Cc", "Cs"})
_MARK = "\ufeff"


def clean(text: str) -> str:
    """The code's own text: control characters, halves of characters, byte order mark, spaces around it and an
    AIM identifier before it are gone. 512 characters at most."""
    seen = "".join(each for each in text if unicodedata.category(each) not in _UNSEEN and each != _MARK)
    seen = seen.strip()
    found = _AIM.match(seen)
    return (seen[found.end() :] if found else seen)[:MOST_LENGTH]


def is_whole(text: str) -> bool:
    """Whether a text is a whole code by its shape: a badge's token, a registration code, a student number.

    It says where a scan ends that nothing ends.
    """
    code = clean(text)
    if not code.isascii():
        return False
    code = code.upper()
    if len(code) == badge.TOKEN_LENGTH:
        return code.startswith(badge.PREFIX) and _of_base32(code[len(badge.PREFIX) :])
    if len(code) == badge.CODE_LENGTH:
        return _of_base32(code)
    return _STUDENT_NUMBER.fullmatch(code) is not None


def _of_base32(code: str) -> bool:
    return all(each in badge.CODE_ALPHABET for each in code)
