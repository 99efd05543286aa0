"""Scanners in "ALT mode" hold Alt and type a character's number on the number pad. Pure.

They do so where they are set to suit any keyboard layout; only Windows itself makes characters of it.
"""

from __future__ import annotations

MOST_DIGITS = 6


class AltDigits:
    """The digits since Alt went down."""

    def __init__(self) -> None:
        self._digits = ""

    def press(self, digit: str) -> None:
        """A digit of the number pad, while Alt is down."""
        if len(self._digits) < MOST_DIGITS:
            self._digits += digit

    def release(self) -> str:
        """Alt went up: the character, or nothing where it was not that. As Windows has it: with a zero first
        the number is Windows-1252's, else code page 437's, above 255 Unicode's."""
        digits, self._digits = self._digits, ""
        number = int(digits) if digits else 0
        if number == 0:
            return ""
        if number < 256:
            return bytes([number]).decode("cp1252" if digits[0] == "0" else "cp437", "ignore")
        if number > 0x10FFFF or 0xD800 <= number < 0xE000:
            return ""
        return chr(number)
