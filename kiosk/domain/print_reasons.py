"""Why a badge is printed; the values stand in facts and never change."""

from __future__ import annotations

from enum import StrEnum

from kiosk.domain.words import Words


class PrintReason(StrEnum):
    """Why a badge is printed, issued again or revoked."""

    FIRST = "first"
    LOST = "lost"
    DAMAGED = "damaged"
    MISPRINT = "misprint"
    NOT_PRINTED = "not_printed"
    """Staff saw that it did not print."""
    NOT_COME_OUT = "not_come_out"
    """Nobody could say whether it came out; staff looked, and it did not."""
    STAFF = "staff"
    """On the command line, with no other reason given."""


AGAIN = (
    PrintReason.LOST,
    PrintReason.DAMAGED,
    PrintReason.MISPRINT,
    PrintReason.NOT_PRINTED,
    PrintReason.NOT_COME_OUT,
)
"""What a badge may be printed again for."""

CAME_OUT = frozenset({PrintReason.LOST, PrintReason.DAMAGED, PrintReason.MISPRINT})
"""Whoever gives one of these has seen the badge before."""

REASON_NEEDED = Words("这张胸卡打过了，请选一个补打的原因", "It was printed before. Please choose a reason.")
