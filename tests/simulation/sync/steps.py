"""What happens in a simulated hall: a list of steps, made of a seed alone, so that any of them can be left
out."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

Step = tuple[str, int, int, int]
"""What, and three numbers that say where, how and with what chance; taken modulo what there is."""

WEIGHTS = {
    "record": 38,
    "talk": 34,
    "time": 12,
    "cut": 3,
    "mend": 4,
    "crash": 3,
    "image": 2,
    "restore": 1,
    "clone": 0.4,
    "clock": 2,
    "stick_out": 1.5,
    "stick_in": 2,
    "stick_torn": 0.7,
    "stick_old": 0.4,
    "erase": 0.8,
    "withdraw": 0.25,
    "certify": 0.6,
    "kiosk": 4,
}


FORKING = {"restore", "clone"}
"""Every other run has none of these: then all must know all, without exception."""


@dataclass(frozen=True, slots=True)
class Script:
    """A whole run, as it is replayed."""

    seed: int
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        lines = "\n".join(f"    {step!r}," for step in self.steps)
        return f"Script({self.seed}, (\n{lines}\n))"


def script_of(seed: int, count: int) -> Script:
    """The steps of a seed."""
    chance = random.Random(seed)
    weights = {name: 0 if seed % 2 and name in FORKING else weight for name, weight in WEIGHTS.items()}
    names = chance.choices(list(weights), list(weights.values()), k=count)
    return Script(seed, tuple((name, *(chance.randrange(1 << 16) for _ in range(3))) for name in names))


def shortened(script: Script, fails: Callable[[Script], bool], tries: int) -> Script:
    """The script without the steps that it fails without, as far as so many tries go."""
    steps = list(script.steps)
    size = max(1, len(steps) // 2)
    while size and tries:
        start = 0
        while start < len(steps) and tries:
            tries -= 1
            fewer = steps[:start] + steps[start + size :]
            if fails(Script(script.seed, tuple(fewer))):
                steps = fewer
            else:
                start += size
        size = size // 2 if size > 1 else 0
    return Script(script.seed, tuple(steps))
