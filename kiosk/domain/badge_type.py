"""Who a badge is for."""

from __future__ import annotations

from enum import IntEnum


class BadgeType(IntEnum):
    """Who a badge is for; the numbers stand in badge tokens and never change."""

    GRADUATE = 1
    EMPLOYER = 2
    SCHOOL = 3
    DELEGATION = 4
    STAFF = 5
    VOLUNTEER = 6
    PRESS = 7
    GUEST = 8


HOSTS = frozenset({BadgeType.EMPLOYER, BadgeType.SCHOOL})
"""Those who stand behind a stall."""
