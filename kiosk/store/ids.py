"""Ids are unsigned 64 bits; SQLite's integers are signed. The one place where one becomes the other."""

from __future__ import annotations

import secrets

_SIGN = 1 << 63
_RANGE = 1 << 64


def as_signed(number: int) -> int:
    """An unsigned 64-bit id as SQLite stores it.

    >>> as_signed(2**64 - 1)
    -1
    """
    if not 0 <= number < _RANGE:
        raise ValueError("an id has 64 bits")
    return number - _RANGE if number >= _SIGN else number


def as_unsigned(number: int) -> int:
    """The id that SQLite's signed integer stands for.

    >>> as_unsigned(-1) == 2**64 - 1
    True
    """
    if not -_SIGN <= number < _SIGN:
        raise ValueError("a stored id has 64 bits")
    return number + _RANGE if number < 0 else number


def random_id() -> int:
    """A fresh id for an attendee, badge or print job: 64 random bits, never 0."""
    return secrets.randbits(64) or 1
