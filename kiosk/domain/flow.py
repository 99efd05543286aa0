"""How fast a hall fills."""

from __future__ import annotations

LONGEST_MIN = 240
"""What lies further off nobody can say from ten minutes."""


NEARLY_FULL = 0.9
"""Share of the approved headcount from which staff are warned."""


def full_in_min(inside: int, capacity: int, entered: int, within_min: int) -> int | None:
    """Minutes until the hall is full if people go on entering as they did in the last `within_min`.

    0 where it is full. None without a capacity, when nobody entered, and where it is further off than
    LONGEST_MIN.
    """
    free = capacity - inside
    if capacity <= 0:
        return None
    if free <= 0:
        return 0
    if entered <= 0 or within_min <= 0:
        return None
    minutes = -(-free * within_min // entered)
    return minutes if minutes <= LONGEST_MIN else None
