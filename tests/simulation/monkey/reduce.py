"""Delta debugging: the fewest steps, in order, of which none can be left out without losing the fault."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.simulation.monkey.steps import Step


def reduced(steps: Sequence[Step], fails: Callable[[Sequence[Step]], bool], most: int = 400) -> list[Step]:
    """`steps` fail; of them, those that are needed for it, with at most so many tries (Zeller's ddmin)."""
    left, parts, tries = list(steps), 2, 0
    while len(left) >= 2 and tries < most:
        size = max(1, len(left) // parts)
        for start in range(0, len(left), size):
            without = left[:start] + left[start + size :]
            tries += 1
            if without and fails(without):
                left, parts = without, max(parts - 1, 2)
                break
            if tries >= most:
                break
        else:
            if size == 1:
                break
            parts = min(len(left), 2 * parts)
    return left
